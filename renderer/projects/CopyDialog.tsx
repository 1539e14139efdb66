// A đề án taken into another year: a new one, to be written further, that remembers where it came from.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { year } from '../../shared/contract/values'
import { labels, projectLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { YearField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

const schema = z.strictObject({ toYear: year })

interface CopyDialogProps {
  readonly projectId: number
  readonly planYear: number
  readonly onClose: () => void
}

export function CopyDialog({ projectId, planYear, onClose }: CopyDialogProps) {
  const copy = useCommandCall('projects.copy')
  const form = useContractForm(schema, { toYear: planYear + 1 })
  const submit = form.handleSubmit(async ({ toYear }) => {
    try {
      const made = await copy.mutateAsync({ id: projectId, toYear })
      onClose()
      await navigate(paths.project(made.id))
      notifyDone(`Đã sao chép thành đề án ${made.code}, năm ${toYear}.`)
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={projectLabels.copy}
      size={520}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Lập một đề án mới với nội dung của bản mới nhất; tháng thực hiện dời theo năm, mã đề án cấp mới, lịch hoàn
            trả (nếu có) để trống. Đề án này giữ nguyên.
          </p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <YearField name="toYear" label={projectLabels.planYear} width={4} required autoFocus />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={copy.isPending}>
              Sao chép
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
