// What the đề án is expected to bring: indicators with unit and quantity.
import { useFieldArray, useFormContext } from 'react-hook-form'
import { projectLabels } from '../../shared/labels'
import { Button } from '../components/Button'
import { NumberField, TextField } from '../components/fields'
import { PartList } from './PartList'
import type { ProjectFormInput } from './projectForm'

const name = 'content.outputs'

export function OutputsSection() {
  const { control } = useFormContext<ProjectFormInput>()
  const { fields, append, remove } = useFieldArray({ control, name })
  return (
    <PartList
      label={projectLabels.outputs}
      heading={false}
      rowName="chỉ tiêu"
      rows={fields.map((field) => field.id)}
      onRemove={remove}
      columns={[
        {
          label: projectLabels.indicator,
          cell: (index) => <TextField bare name={`${name}.${index}.indicator`} label={`Chỉ tiêu ${index + 1}`} />,
        },
        {
          label: 'ĐVT',
          width: 'money',
          cell: (index) => (
            <TextField bare name={`${name}.${index}.unit`} label={`Đơn vị tính của chỉ tiêu ${index + 1}`} />
          ),
        },
        {
          label: 'Số lượng',
          width: 'money',
          cell: (index) => (
            <NumberField
              bare
              decimals={3}
              name={`${name}.${index}.quantityThousandths`}
              label={`Số lượng của chỉ tiêu ${index + 1}`}
            />
          ),
        },
      ]}
    >
      <Button onClick={() => append({ indicator: '', unit: '', quantityThousandths: 0 })}>Thêm chỉ tiêu</Button>
    </PartList>
  )
}
