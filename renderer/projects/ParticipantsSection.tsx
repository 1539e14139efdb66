// Who carries the đề án out and who helps: the centre, cơ sở on record or other organisations, each with its part of the work.
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { participantRoles } from '../../shared/domain/participants'
import { participantRoleLabels, projectLabels } from '../../shared/labels'
import { NumberField, optionsOf, SelectField, TextField } from '../components/fields'
import { EstablishmentPicker } from '../establishments/EstablishmentPicker'
import { EstablishmentLink } from './EstablishmentLink'
import { PartList } from './PartList'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'

const name = 'content.participants'
const roleOptions = optionsOf(participantRoles, participantRoleLabels)

export function ParticipantsSection() {
  const { control } = useFormContext<ProjectFormInput>()
  const { fields, append, remove, move } = useFieldArray({ control, name })
  const { errors } = useFormState({ control, name })
  const current = useWatch({ control, name }) ?? []
  const problems = errors.content?.participants
  return (
    <PartList
      label={projectLabels.participants}
      rowName="đơn vị tham gia"
      rows={fields.map((field) => field.id)}
      onRemove={remove}
      onMoveUp={(index) => move(index, index - 1)}
      problem={problems?.root?.message ?? problems?.message}
      columns={[
        {
          label: 'Tên ghi trên văn bản',
          cell: (index) => <TextField bare name={`${name}.${index}.name`} label={`Tên đơn vị tham gia ${index + 1}`} />,
        },
        {
          label: projectLabels.role,
          width: 'money',
          cell: (index) => (
            <SelectField
              bare
              name={`${name}.${index}.role`}
              label={`Vai trò của đơn vị tham gia ${index + 1}`}
              options={roleOptions}
            />
          ),
        },
        {
          label: 'Sổ cơ sở',
          width: 'link',
          reading: 'text',
          cell: (index) => <EstablishmentLink id={fields[index]?.establishmentId ?? null} />,
        },
        {
          label: projectLabels.workShare,
          width: 'share',
          cell: (index) => (
            <NumberField
              bare
              decimals={2}
              name={`${name}.${index}.shareBasisPoints`}
              label={`${projectLabels.workShare} của đơn vị tham gia ${index + 1}`}
            />
          ),
        },
      ]}
    >
      <div className={styles.addLine}>
        <EstablishmentPicker
          label="Thêm đơn vị thực hiện, phối hợp"
          taken={current.flatMap(({ establishmentId }) =>
            typeof establishmentId === 'number' ? [establishmentId] : [],
          )}
          onPick={(unit) =>
            append(
              {
                ...unit,
                // The first one named carries it out; whoever comes after helps, until the officer says otherwise.
                role: current.some(({ role }) => role === 'implementer') ? 'cooperator' : 'implementer',
                shareBasisPoints: null,
              },
              { shouldFocus: false },
            )
          }
        />
      </div>
    </PartList>
  )
}
