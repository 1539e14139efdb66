// In an appraisal sheet: the council's members, found again from earlier councils, and what each said.
import { useState } from 'react'
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import type { z } from 'zod'
import type { appraisalSheet } from '../../shared/contract/lifecycle'
import { memberRoles } from '../../shared/domain/lifecycle'
import { appraisalLabels, labels } from '../../shared/labels'
import { foldTokens } from '../../shared/vietnamese/fold'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { optionsOf, ParagraphField, SelectField, TextField } from '../components/fields'
import { PickerBox } from '../search/PickerBox'
import styles from './Appraisal.module.css'

interface SheetForm {
  readonly sheet: z.input<typeof appraisalSheet>
}

export function AppraisalCouncil() {
  const { control } = useFormContext<SheetForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'sheet.members' })
  const { errors } = useFormState({ control, name: 'sheet.members' })
  const message = errors.sheet?.members?.root?.message ?? errors.sheet?.members?.message
  return (
    <>
      <h4>{appraisalLabels.members}</h4>
      {fields.length > 0 && (
        <table className={styles.table} aria-label={appraisalLabels.members}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                TT
              </th>
              <th scope="col" className={styles.nameColumn}>
                {appraisalLabels.personName}
              </th>
              <th scope="col" className={styles.nameColumn}>
                {appraisalLabels.organisation}
              </th>
              <th scope="col" className={styles.resultColumn}>
                {appraisalLabels.roleName}
              </th>
              <th scope="col">{appraisalLabels.opinion}</th>
              <th scope="col" className={styles.removeColumn}>
                <span className="visually-hidden">{labels.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <tr key={field.id}>
                <td>{index + 1}</td>
                <td className={styles.boxes}>
                  <TextField
                    bare
                    name={`sheet.members.${index}.name`}
                    label={`${appraisalLabels.personName} thành viên ${index + 1}`}
                  />
                </td>
                <td className={styles.boxes}>
                  <TextField
                    bare
                    name={`sheet.members.${index}.organisation`}
                    label={`${appraisalLabels.organisation} thành viên ${index + 1}`}
                  />
                </td>
                <td className={styles.boxes}>
                  <SelectField
                    bare
                    name={`sheet.members.${index}.role`}
                    label={`${appraisalLabels.roleName} thành viên ${index + 1}`}
                    options={optionsOf(memberRoles, appraisalLabels.role)}
                  />
                </td>
                <td className={styles.boxes}>
                  <ParagraphField
                    bare
                    name={`sheet.members.${index}.opinion`}
                    label={`${appraisalLabels.opinion} thành viên ${index + 1}`}
                    rows={1}
                  />
                </td>
                <td className={styles.boxes}>
                  <Button kind="quiet" aria-label={`Xóa thành viên ${index + 1}`} onClick={() => remove(index)}>
                    {labels.remove}
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
      <MemberPicker
        taken={fields.map((field) => field.name)}
        onPick={(person) =>
          append(
            {
              ...person,
              role: fields.length === 0 ? 'chair' : fields.length === 1 ? 'secretary' : 'member',
              opinion: '',
            },
            { shouldFocus: false },
          )
        }
      />
    </>
  )
}

interface Person {
  readonly name: string
  readonly organisation: string
}

function MemberPicker({
  taken,
  onPick,
}: {
  readonly taken: readonly string[]
  readonly onPick: (person: Person) => void
}) {
  const [text, setText] = useState('')
  const people = useQueryCall('projects.people', {})
  const wanted = foldTokens(text)
  const hits = (people.data ?? [])
    .filter((person) => !taken.includes(person.name))
    .filter((person) => {
      const words = foldTokens(`${person.name} ${person.organisation}`)
      return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)))
    })
    .slice(0, 20)
    .map((person) => ({
      key: `${person.name}\n${person.organisation}`,
      title: person.name,
      detail: person.organisation,
      person,
    }))
  return (
    <div className={styles.picker}>
      <PickerBox
        label="Thêm thành viên"
        labelShown
        placeholder="Gõ họ tên; người đã từng tham gia hiện ra để chọn"
        hits={hits}
        waiting={people.isPending}
        nothingFound="Chưa có người này trong các hội đồng trước."
        onText={setText}
        onPick={(hit) => onPick(hit.person)}
        typedChoice={{
          label: (typed) => `Thêm “${typed}”`,
          run: (typed) => onPick({ name: typed, organisation: '' }),
        }}
      />
    </div>
  )
}
