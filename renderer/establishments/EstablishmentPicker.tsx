// A box to find a cơ sở on record by any of its words.
import { useState } from 'react'
import { useQueryCall } from '../app/calls'
import { PickerBox, type PickerHit } from '../search/PickerBox'

interface EstablishmentHit extends PickerHit {
  readonly id: number
}

interface EstablishmentPickerProps {
  readonly label: string
  /** Not offered: already chosen. */
  readonly taken: readonly number[]
  readonly onPick: (chosen: { readonly establishmentId: number | null; readonly name: string }) => void
}

export function EstablishmentPicker({ label, taken, onPick }: EstablishmentPickerProps) {
  const [text, setText] = useState('')
  const wanted = text.trim().slice(0, 200)
  const found = useQueryCall(
    'establishments.list',
    { text: wanted, limit: 20 },
    { enabled: wanted !== '', keepPrevious: true },
  )
  const hits = (found.data?.rows ?? [])
    .filter((row) => !taken.includes(row.id))
    .map(
      (row): EstablishmentHit => ({
        key: String(row.id),
        id: row.id,
        title: row.name,
        detail: [row.code, row.communeName, row.taxCode].filter((part) => part !== '').join(' · '),
      }),
    )
  return (
    <PickerBox
      label={label}
      labelShown
      placeholder="Gõ tên, mã số thuế hoặc xã để tìm trong sổ cơ sở"
      hits={wanted === '' ? [] : hits}
      waiting={found.isFetching}
      nothingFound="Không có cơ sở nào như vậy trong sổ."
      onText={setText}
      onPick={(hit) => onPick({ establishmentId: hit.id, name: hit.title })}
      typedChoice={{
        label: (typed) => `Ghi tên “${typed}”, không gắn với sổ cơ sở`,
        run: (typed) => onPick({ establishmentId: null, name: typed }),
      }}
    />
  )
}
