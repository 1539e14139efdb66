// Who benefits: establishments on record or plain names, with their shares and what each share is in đồng.
import { useState } from 'react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { type AmountsBySource, supportOf } from '../../shared/domain/money'
import { splitByShares } from '../../shared/domain/projects'
import { projectLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { useQueryCall } from '../app/calls'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { NumberField, TextField } from '../components/fields'
import { PickerBox, type PickerHit } from '../search/PickerBox'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'

const name = 'content.beneficiaries'
const wholeShare = 10_000

interface EstablishmentHit extends PickerHit {
  readonly id: number
}

export function BeneficiariesSection({ amounts }: { readonly amounts: AmountsBySource }) {
  const { control, setValue } = useFormContext<ProjectFormInput>()
  const { fields, append, remove, move } = useFieldArray({ control, name })
  const { errors } = useFormState({ control, name })
  const current = useWatch({ control, name })
  const message = errors.content?.beneficiaries?.root?.message ?? errors.content?.beneficiaries?.message
  const shares = current.map((one) => one.shareBasisPoints)
  const known = shares.filter((share): share is number => typeof share === 'number')
  const parts = known.length === shares.length && known.length > 0 ? splitByShares(supportOf(amounts), known) : null

  function shareEqually(): void {
    const equal = splitByShares(
      wholeShare,
      fields.map(() => 1),
    )
    equal.forEach((share, index) => {
      setValue(`${name}.${index}.shareBasisPoints`, share, { shouldDirty: true, shouldValidate: false })
    })
  }

  return (
    <div>
      <h3>{projectLabels.beneficiaries}</h3>
      {fields.length > 0 && (
        <table className={styles.small} aria-label={projectLabels.beneficiaries}>
          <thead>
            <tr>
              <th scope="col" className={styles.ordinal}>
                TT
              </th>
              <th scope="col">Tên ghi trên văn bản</th>
              <th scope="col" className={styles.linkColumn}>
                Sổ cơ sở
              </th>
              <th scope="col" className={styles.shareColumn}>
                {projectLabels.share}
              </th>
              <th scope="col" className={styles.moneyColumn}>
                Kinh phí hỗ trợ (đồng)
              </th>
              <th scope="col" className={styles.buttonColumn}>
                <span className="visually-hidden">Thao tác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <tr key={field.id}>
                <td className={styles.ordinal}>{index + 1}</td>
                <td>
                  <TextField bare name={`${name}.${index}.name`} label={`Tên đơn vị thụ hưởng ${index + 1}`} />
                </td>
                <td className={styles.text}>
                  {field.establishmentId === null ? (
                    'chưa có'
                  ) : (
                    <a href={`#${paths.establishment(field.establishmentId)}`}>Mở cơ sở</a>
                  )}
                </td>
                <td>
                  <NumberField
                    bare
                    decimals={2}
                    name={`${name}.${index}.shareBasisPoints`}
                    label={`${projectLabels.share} của đơn vị ${index + 1}`}
                  />
                </td>
                <td className={styles.figure}>{parts === null ? '' : formatMoney(parts[index] ?? 0)}</td>
                <td className={styles.rowButtons}>
                  <Button
                    kind="quiet"
                    disabled={index === 0}
                    aria-label={`Chuyển đơn vị ${index + 1} lên`}
                    onClick={() => move(index, index - 1)}
                  >
                    Lên
                  </Button>
                  <Button kind="quiet" aria-label={`Xóa đơn vị ${index + 1}`} onClick={() => remove(index)}>
                    Xóa
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {message !== undefined && (
        <div className={styles.error} role="alert">
          {message}
        </div>
      )}
      <div className={styles.addLine}>
        <EstablishmentPicker
          taken={current.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))}
          onPick={(beneficiary) => append({ ...beneficiary, shareBasisPoints: null }, { shouldFocus: false })}
        />
        {fields.length > 1 && <Button onClick={shareEqually}>Chia đều</Button>}
      </div>
    </div>
  )
}

interface EstablishmentPickerProps {
  readonly taken: readonly number[]
  readonly onPick: (beneficiary: { establishmentId: number | null; name: string }) => void
}

function EstablishmentPicker({ taken, onPick }: EstablishmentPickerProps) {
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
      label="Thêm đơn vị thụ hưởng"
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
