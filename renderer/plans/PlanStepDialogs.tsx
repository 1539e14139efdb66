// The steps of a plan: noting that it was registered, and locking it by the decision that approved it. Each says what it does.
import { Modal } from '@mantine/core'
import { FormProvider, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { line, plainDate, requiredLine } from '../../shared/contract/values'
import { labels, planLabels, programmeLabels, projectLabels } from '../../shared/labels'
import { isPlainDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import type { Assignments } from './AllocationDialog'
import planStyles from './PlanScreen.module.css'

interface PlanStepDialogProps {
  readonly record: Assignments
  readonly onClose: () => void
}

const registerSchema = z.strictObject({
  registeredOn: plainDate.nullable(),
  documentNumber: line(60),
  documentDate: plainDate.nullable(),
})

export function RegisterPlanDialog({ record, onClose }: PlanStepDialogProps) {
  const save = useCommandCall('plans.setState')
  const form = useContractForm(registerSchema, { registeredOn: null, documentNumber: '', documentDate: null })
  const { year, programme, rowVersion } = record
  const day = useWatch({ control: form.control, name: 'registeredOn' })
  const { data: said } = useQueryCall(
    'plans.registration',
    { year, programme, registeredOn: typeof day === 'string' && isPlainDate(day) ? day : null },
    { keepPrevious: true },
  )
  const submit = form.handleSubmit(async (values) => {
    try {
      const done = await save.mutateAsync({ year, programme, rowVersion, state: 'registered', ...values })
      const taken = done.projectsRegistered === 0 ? '' : ` ${done.projectsRegistered} đề án sang “Đã đăng ký với Cục”.`
      notifyDone(`Đã ghi nhận đăng ký kế hoạch ${programmeLabels[programme].short} ${year}.${taken}`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={planLabels.register}
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Bản đang soạn của {record.items.length} đề án được khóa đúng như đã gửi đi, để sau này so với số được giao.
            Muốn sửa một đề án thì lập điều chỉnh của đề án đó; đề án đưa thêm vào sau là đăng ký bổ sung.
          </p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <DateField name="registeredOn" label={planLabels.registeredOn} hint="Để trống: hôm nay" width={4} />
            {said !== undefined && said.ready.length > 0 && (
              <>
                <TextField
                  name="documentNumber"
                  label="Số báo cáo đăng ký"
                  hint={said?.letter == null ? '' : `Để trống: ${said.letter.number}`}
                  width={4}
                />
                <DateField name="documentDate" label="Ngày báo cáo" hint="Để trống: ngày đăng ký" width={4} />
              </>
            )}
          </FieldRow>
          {said !== undefined && <TakenAlong said={said} />}
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

/** Who goes along with the registration, and who does not and why: said before it is done. */
function TakenAlong({ said: { ready, notReady } }: { readonly said: CallOutput<'plans.registration'> }) {
  return (
    <div className={planStyles.takenAlong}>
      {ready.length > 0 && (
        <p>
          {ready.length} đề án đã thẩm định cấp cơ sở được ghi bước “Đăng ký với Cục”:{' '}
          {ready.map(({ code }) => code).join(', ')}.
        </p>
      )}
      {notReady.length > 0 && (
        <div role="note">
          <p>{notReady.length} đề án chưa đủ điều kiện, vẫn nằm trong kế hoạch nhưng không được ghi bước này:</p>
          <ul className={planStyles.notReady}>
            {notReady.map((one) => (
              <li key={one.projectId}>
                {one.code} – {one.name}: {one.why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
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
  const supplement = record.state === 'approved'
  const submit = form.handleSubmit(async (values) => {
    try {
      await lock.mutateAsync({ year, programme, rowVersion, ...values })
      notifyDone(
        supplement
          ? `Đã phê duyệt ${record.awaiting} đề án bổ sung.`
          : `Đã khóa kế hoạch ${programmeLabels[programme].short} ${year}.`,
      )
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={supplement ? planLabels.approveSupplement : planLabels.approve}
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            {supplement
              ? `${record.awaiting} đề án đưa vào sau khi kế hoạch được phê duyệt được khóa là “Được phê duyệt” theo quyết định này. Những gì đã phê duyệt trước giữ nguyên.`
              : `Từ khi khóa, danh mục, số tiền, các đợt phân bổ và số được giao đến nay của kế hoạch này không ai sửa được nữa; thay đổi chỉ bằng thủ tục điều chỉnh. Bản đang soạn của ${record.items.length} đề án được khóa là “Được phê duyệt” theo quyết định này. Đợt giao sau và đề án bổ sung sau này vẫn ghi thêm được.`}
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
              {supplement ? 'Phê duyệt bổ sung' : 'Khóa kế hoạch'}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
