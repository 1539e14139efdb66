// One step from the needs chosen to a đề án: single for one asker, a group for several.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import type { NeedRow } from '../../shared/contract/establishments'
import { line, programme, year as yearValue } from '../../shared/contract/values'
import { programmes } from '../../shared/domain/projects'
import { labels, needLabels, programmeLabels, projectLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { SelectField, TextField, YearField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import styles from './Needs.module.css'

const schema = z.strictObject({ programme, planYear: yearValue, name: line(500) })

interface NeedsToProjectDialogProps {
  readonly needs: readonly NeedRow[]
  readonly year: number
  readonly onClose: () => void
}

export function NeedsToProjectDialog({ needs, year, onClose }: NeedsToProjectDialogProps) {
  const make = useCommandCall('establishments.needsToProject')
  const form = useContractForm(schema, { programme: 'local', planYear: year, name: '' })
  const askers = new Set(needs.map((need) => need.establishmentId ?? need.asker))
  const submit = form.handleSubmit(async (values) => {
    try {
      const made = await make.mutateAsync({ needIds: needs.map((need) => need.id), ...values })
      notifyDone(`Đã lập đề án ${made.code} từ ${needs.length} nhu cầu.`)
      await navigate(paths.project(made.projectId), { force: true })
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${needLabels.makeProject} từ ${needs.length} nhu cầu`}
      size={720}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <ol className={styles.chosen} aria-label="Các nhu cầu được chọn">
            {needs.map((need) => (
              <li key={need.id}>
                {need.asker}: {need.activity}
              </li>
            ))}
          </ol>
          <FieldRow>
            <SelectField
              name="programme"
              label={projectLabels.programme}
              options={programmes.map((value) => ({ value, label: programmeLabels[value].long }))}
              width={7}
            />
            <YearField name="planYear" label={projectLabels.planYear} required width={5} />
            <TextField
              name="name"
              label={projectLabels.name}
              width={12}
              hint="Để trống: đặt theo nội dung và đơn vị thụ hưởng, sửa được trong đề án."
            />
          </FieldRow>
          <br />
          <p>
            {askers.size === 1
              ? 'Lập đề án đơn cho một đơn vị thụ hưởng.'
              : `Lập đề án nhóm cho ${askers.size} đơn vị thụ hưởng.`}{' '}
            Mức đề nghị hỗ trợ vào nguồn của chương trình, phần còn lại của vốn đầu tư vào đối ứng.
          </p>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={make.isPending}>
              {needLabels.makeProject}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
