// What was granted of a settlement, line by line, with the paper that grants it; final once written.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { dong, line, plainDate, requiredLine } from '../../shared/contract/values'
import { supportOf } from '../../shared/domain/money'
import { labels, settlementLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallOutput, useCommandCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import styles from './Execution.module.css'

const schema = z.strictObject({
  approvalNumber: requiredLine('số văn bản phê duyệt', 60),
  approvedOn: plainDate,
  approved: z.array(dong),
  reason: line(1_000).default(''),
})

interface ApprovalDialogProps {
  readonly stored: CallOutput<'execution.settlement'>
  readonly rowVersion: number
  readonly onClose: () => void
}

export function ApprovalDialog({ stored, rowVersion, onClose }: ApprovalDialogProps) {
  const approve = useCommandCall('execution.approveSettlement')
  const { lines } = stored.settlement
  const form = useContractForm(schema, {
    approvalNumber: '',
    approvedOn: today(),
    approved: lines.map((line) => line.approved ?? supportOf(line.asked)),
    reason: '',
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      await approve.mutateAsync({ projectId: stored.projectId, rowVersion, ...values })
      notifyDone('Đã ghi quyết toán được duyệt.')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${settlementLabels.approved}: ${stored.code}`}
      size={760}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>Số được duyệt của kinh phí khuyến công, từng dòng như hồ sơ đã lưu. Ghi xong thì hồ sơ khóa lại.</p>
          <br />
          <ProblemSummary />
          <FieldRow>
            <TextField name="approvalNumber" label={settlementLabels.approvalNumber} width={8} required autoFocus />
            <DateField name="approvedOn" label={settlementLabels.approvedOn} width={4} required />
          </FieldRow>
          <table className={styles.figures} aria-label={settlementLabels.approved}>
            <thead>
              <tr>
                <th scope="col">Nội dung chi</th>
                <th scope="col" className={styles.end}>
                  Đề nghị (KC)
                </th>
                <th scope="col" className={styles.end}>
                  {settlementLabels.approved} (đ)
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a saved file keep their order
                <tr key={index}>
                  <td>{line.content}</td>
                  <td className={styles.end}>{formatMoney(supportOf(line.asked))}</td>
                  <td>
                    <MoneyField
                      bare
                      empty="zero"
                      name={`approved.${index}`}
                      label={`${settlementLabels.approved}: ${line.content}`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <br />
          <TextField name="reason" label={settlementLabels.approvalReason} width={12} />
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={approve.isPending}>
              Ghi được duyệt
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
