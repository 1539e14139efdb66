// What the đề án is expected to bring: indicators with unit and quantity.
import { useFieldArray, useFormContext } from 'react-hook-form'
import { projectLabels } from '../../shared/labels'
import { Button } from '../components/Button'
import { NumberField, TextField } from '../components/fields'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'

const name = 'content.outputs'

export function OutputsSection() {
  const { control } = useFormContext<ProjectFormInput>()
  const { fields, append, remove } = useFieldArray({ control, name })
  return (
    <div>
      {fields.length > 0 && (
        <table className={styles.small} aria-label={projectLabels.outputs}>
          <thead>
            <tr>
              <th scope="col" className={styles.ordinal}>
                TT
              </th>
              <th scope="col">{projectLabels.indicator}</th>
              <th scope="col" className={styles.moneyColumn}>
                ĐVT
              </th>
              <th scope="col" className={styles.moneyColumn}>
                Số lượng
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
                  <TextField bare name={`${name}.${index}.indicator`} label={`Chỉ tiêu ${index + 1}`} />
                </td>
                <td>
                  <TextField bare name={`${name}.${index}.unit`} label={`Đơn vị tính của chỉ tiêu ${index + 1}`} />
                </td>
                <td>
                  <NumberField
                    bare
                    decimals={3}
                    name={`${name}.${index}.quantityThousandths`}
                    label={`Số lượng của chỉ tiêu ${index + 1}`}
                  />
                </td>
                <td className={styles.rowButtons}>
                  <Button kind="quiet" aria-label={`Xóa chỉ tiêu ${index + 1}`} onClick={() => remove(index)}>
                    Xóa
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button onClick={() => append({ indicator: '', unit: '', quantityThousandths: 0 })}>Thêm chỉ tiêu</Button>
    </div>
  )
}
