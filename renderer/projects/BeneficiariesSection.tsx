// Who benefits: establishments on record or plain names, with their shares and what each of them gets in đồng.
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { supportOf } from '../../shared/domain/money'
import { splitByShares } from '../../shared/domain/projects'
import { projectLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { Button } from '../components/Button'
import { NumberField, TextField } from '../components/fields'
import { EstablishmentPicker } from '../establishments/EstablishmentPicker'
import type { BudgetStore } from './budgetStore'
import { EstablishmentLink } from './EstablishmentLink'
import { PartList } from './PartList'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'
import { useTypedSplit } from './SplitTable'

const name = 'content.beneficiaries'
const wholeShare = 10_000

export function BeneficiariesSection({ store }: { readonly store: BudgetStore }) {
  const { control, setValue } = useFormContext<ProjectFormInput>()
  const { fields, append, remove, move } = useFieldArray({ control, name })
  const { errors } = useFormState({ control, name })
  const current = useWatch({ control, name })
  const split = useTypedSplit(store)

  function shareEqually(): void {
    const equal = splitByShares(
      wholeShare,
      fields.map(() => 1),
    )
    equal.forEach((share, index) => {
      setValue(`${name}.${index}.shareBasisPoints`, share, { shouldDirty: true, shouldValidate: false })
    })
  }

  function takeOut(index: number): void {
    remove(index)
    store.beneficiariesMoved((place) => (place === index ? null : place > index ? place - 1 : place))
  }

  function moveUp(index: number): void {
    move(index, index - 1)
    store.beneficiariesMoved((place) => (place === index ? index - 1 : place === index - 1 ? index : place))
  }

  return (
    <PartList
      label={projectLabels.beneficiaries}
      rowName="đơn vị"
      rows={fields.map((field) => field.id)}
      onRemove={takeOut}
      onMoveUp={moveUp}
      problem={errors.content?.beneficiaries?.root?.message ?? errors.content?.beneficiaries?.message}
      columns={[
        {
          label: 'Tên ghi trên văn bản',
          cell: (index) => (
            <TextField bare name={`${name}.${index}.name`} label={`Tên đơn vị thụ hưởng ${index + 1}`} />
          ),
        },
        {
          label: 'Sổ cơ sở',
          width: 'link',
          reading: 'text',
          cell: (index) => <EstablishmentLink id={fields[index]?.establishmentId ?? null} />,
        },
        {
          label: projectLabels.share,
          width: 'share',
          cell: (index) => (
            <NumberField
              bare
              decimals={2}
              name={`${name}.${index}.shareBasisPoints`}
              label={`${projectLabels.share} của đơn vị ${index + 1}`}
            />
          ),
        },
        {
          label: 'Kinh phí hỗ trợ (đồng)',
          width: 'money',
          reading: 'figure',
          cell: (index) => {
            const part = split?.parts[index]
            return part === undefined ? '' : formatMoney(supportOf(part.amounts))
          },
        },
      ]}
    >
      <div className={styles.addLine}>
        <EstablishmentPicker
          label="Thêm đơn vị thụ hưởng"
          taken={current.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))}
          onPick={(beneficiary) => append({ ...beneficiary, shareBasisPoints: null }, { shouldFocus: false })}
        />
        {fields.length > 1 && <Button onClick={shareEqually}>Chia đều</Button>}
      </div>
    </PartList>
  )
}
