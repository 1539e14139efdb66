// Who benefits: establishments on record or plain names, with their shares and what each share is in đồng.
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { type AmountsBySource, supportOf } from '../../shared/domain/money'
import { splitByShares } from '../../shared/domain/projects'
import { projectLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { NumberField, TextField } from '../components/fields'
import { EstablishmentPicker } from '../establishments/EstablishmentPicker'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'

const name = 'content.beneficiaries'
const wholeShare = 10_000

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
          label="Thêm đơn vị thụ hưởng"
          taken={current.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))}
          onPick={(beneficiary) => append({ ...beneficiary, shareBasisPoints: null }, { shouldFocus: false })}
        />
        {fields.length > 1 && <Button onClick={shareEqually}>Chia đều</Button>}
      </div>
    </div>
  )
}
