// Locking the version in hand and starting the next one: what each does is said before it is done.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { line, plainDate, versionStage } from '../../shared/contract/values'
import { type VersionStage, versionStages } from '../../shared/domain/projects'
import { labels, projectLabels, versionStageLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, optionsOf, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

const stageOptions = optionsOf(versionStages, versionStageLabels)

export interface VersionDialogProps {
  readonly projectId: number
  readonly rowVersion: number
  /** Stage of the version in hand. */
  readonly stage: VersionStage
  readonly number: number
  readonly onClose: () => void
  readonly onDone: () => void
}

const lockSchema = z.strictObject({ stage: versionStage, decisionNumber: line(60), decisionDate: plainDate.nullable() })

export function LockDialog({ projectId, rowVersion, stage, number, onClose, onDone }: VersionDialogProps) {
  const lock = useCommandCall('projects.lockVersion')
  const form = useContractForm(lockSchema, { stage, decisionNumber: '', decisionDate: null })
  const submit = form.handleSubmit(async (values) => {
    try {
      await lock.mutateAsync({ id: projectId, rowVersion, ...values })
      notifyDone(`Đã khóa bản ${number}.`)
      onClose()
      onDone()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`Khóa bản ${number}`}
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Từ khi khóa, không ai sửa được bản này nữa, kể cả chương trình. Muốn thay đổi phải lập phiên bản mới; bản đã
            khóa vẫn giữ nguyên để xem và in lại.
          </p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <SelectField name="stage" label={projectLabels.stage} options={stageOptions} width={12} />
            <TextField
              name="decisionNumber"
              label={projectLabels.decisionNumber}
              hint="Ví dụ 125/QĐ-UBND. Bắt buộc với bản được phê duyệt hoặc điều chỉnh."
              width={8}
            />
            <DateField name="decisionDate" label={projectLabels.decisionDate} width={4} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={lock.isPending}>
              Khóa bản {number}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

const startSchema = z.strictObject({ stage: versionStage })

function nextStage(stage: VersionStage): VersionStage {
  return versionStages[versionStages.indexOf(stage) + 1] ?? 'adjusted'
}

interface StartVersionDialogProps extends VersionDialogProps {
  /** What the new version can only be at this point of the đề án’s way. */
  readonly next: VersionStage | 'any'
}

export function StartVersionDialog(props: StartVersionDialogProps) {
  const { projectId, rowVersion, stage, next, number, onClose, onDone } = props
  const start = useCommandCall('projects.startVersion')
  const form = useContractForm(startSchema, { stage: next === 'any' ? nextStage(stage) : next })
  const submit = form.handleSubmit(async (values) => {
    try {
      await start.mutateAsync({ id: projectId, rowVersion, ...values })
      notifyDone(`Đã lập bản ${number + 1}, đang soạn.`)
      onClose()
      onDone()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title="Lập phiên bản mới"
      size={520}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Bản {number + 1} bắt đầu bằng đúng nội dung của bản {number} và sửa được ngay. Bản {number} vẫn giữ nguyên.
          </p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <SelectField
              name="stage"
              label="Giai đoạn của bản mới"
              options={next === 'any' ? stageOptions : stageOptions.filter(({ value }) => value === next)}
              width={12}
            />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={start.isPending}>
              Lập bản {number + 1}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
