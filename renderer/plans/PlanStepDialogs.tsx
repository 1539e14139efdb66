// The steps of a plan: noting that it was registered, and locking it by the decision that approved it. Each says what it does.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { plainDate, requiredLine } from '../../shared/contract/values'
import { labels, planLabels, programmeLabels, projectLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import type { Assignments } from './AllocationDialog'

interface PlanStepDialogProps {
  readonly record: Assignments
  readonly onClose: () => void
}

const registerSchema = z.strictObject({ registeredOn: plainDate.nullable() })

export function RegisterPlanDialog({ record, onClose }: PlanStepDialogProps) {
  const save = useCommandCall('plans.setState')
  const form = useContractForm(registerSchema, { registeredOn: null })
  const { year, programme, rowVersion } = record
  const submit = form.handleSubmit(async (values) => {
    try {
      await save.mutateAsync({ year, programme, rowVersion, state: 'registered', ...values })
      notifyDone(`Đã ghi nhận đăng ký kế hoạch ${programmeLabels[programme].short} ${year}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal opened onClose={onClose} title={planLabels.register} size={560} transitionProps={{ duration: 0 }}>
      <FormProvider {...form}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Bản đang soạn của {record.items.length} đề án được khóa đúng như đã gửi đi, để sau này so với số được giao.
            Muốn sửa một đề án thì lập phiên bản mới của đề án đó; đề án đưa thêm vào sau là đăng ký bổ sung.
          </p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <DateField name="registeredOn" label={planLabels.registeredOn} hint="Để trống: hôm nay" width={4} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={save.isPending}>
              {planLabels.register}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

const lockSchema = z.strictObject({
  decisionNumber: requiredLine('số quyết định', 60),
  decisionDate: z.string({ error: 'Phải nhập ngày quyết định.' }).pipe(plainDate),
})

interface LockPlanDialogProps extends PlanStepDialogProps {
  /** As the head of the plan has them already. */
  readonly decisionNumber: string
  readonly decisionDate: string | null
}

export function LockPlanDialog({ record, decisionNumber, decisionDate, onClose }: LockPlanDialogProps) {
  const lock = useCommandCall('plans.lock')
  const form = useContractForm(lockSchema, { decisionNumber, ...(decisionDate === null ? {} : { decisionDate }) })
  const { year, programme, rowVersion } = record
  const submit = form.handleSubmit(async (values) => {
    try {
      await lock.mutateAsync({ year, programme, rowVersion, ...values })
      notifyDone(`Đã khóa kế hoạch ${programmeLabels[programme].short} ${year}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal opened onClose={onClose} title={planLabels.approve} size={560} transitionProps={{ duration: 0 }}>
      <FormProvider {...form}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Từ khi khóa, danh mục, số tiền, các đợt phân bổ và số được giao của kế hoạch này không ai sửa được nữa; thay
            đổi chỉ bằng thủ tục điều chỉnh, bổ sung. Bản đang soạn của {record.items.length} đề án được khóa là “Được
            phê duyệt” theo quyết định này. Còn chờ giao đợt sau thì chưa khóa.
          </p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <TextField name="decisionNumber" label={projectLabels.decisionNumber} width={8} required autoFocus />
            <DateField name="decisionDate" label={projectLabels.decisionDate} width={4} required />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={lock.isPending}>
              Khóa kế hoạch
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
