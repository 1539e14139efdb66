// Ctrl+K: one box that finds every đề án, cơ sở, contract and request of change, without marks too, and opens what is chosen.
import { useRef, useState } from 'react'
import type { SearchHit } from '../../shared/contract/search'
import { assertNever } from '../../shared/domain/assertNever'
import { searchKindLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { PickerBox, type PickerHandle, type PickerHit } from './PickerBox'

interface Hit extends PickerHit {
  readonly hit: SearchHit
}

function pathOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'establishment':
      return paths.establishment(hit.id)
    case 'project':
      return paths.project(hit.id)
    case 'contract':
      return paths.contract(hit.id)
    case 'change':
      return paths.change(hit.id)
    case 'voteRound':
      return paths.voteRound(hit.id)
    case 'activity':
      return paths.activity(hit.id)
    default:
      return assertNever(hit.kind, 'a search hit has no screen')
  }
}

export function SearchEverything() {
  const [text, setText] = useState('')
  const box = useRef<PickerHandle>(null)
  useShortcuts({ 'Ctrl+K': () => box.current?.focus() })
  const wanted = text.trim().slice(0, 200)
  const found = useQueryCall(
    'search.everything',
    { text: wanted, limit: 20 },
    { enabled: wanted !== '', keepPrevious: true },
  )
  const hits = (found.data ?? []).map(
    (hit): Hit => ({
      key: `${hit.kind}-${hit.id}`,
      kind: searchKindLabels[hit.kind],
      title: hit.title,
      detail: hit.detail,
      hit,
    }),
  )
  return (
    <PickerBox
      ref={box}
      label="Tìm mọi thứ"
      placeholder="Tìm mọi thứ: đề án, cơ sở, hợp đồng, không cần dấu… (Ctrl+K)"
      hits={wanted === '' ? [] : hits}
      waiting={found.isFetching}
      nothingFound={found.error?.message ?? 'Không tìm thấy đề án, cơ sở, hợp đồng hoặc đề nghị nào như vậy.'}
      onText={setText}
      onPick={({ hit }) => void navigate(pathOf(hit))}
    />
  )
}
