// What was granted of a settlement, line by line and source by source, with the paper that grants it; final once written.
import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { amountsBySource, line, plainDate, requiredLine } from '../../shared/contract/values'
import { fundingSources } from '../../shared/domain/money'
import { labels, settlementLabels, sourceLabels } from '../../shared/labels'
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
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import styles from './Execution.module.css'

const schema = z.strictObject({
  approvalNumber: requiredLine('số văn bản phê duyệt', 60),
  approvedOn: plainDate,
  approved: z.array(amountsBySource),
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
  const sources = fundingSources.filter((source) => lines.some((line) => line.asked[source] > 0))
  const form = useContractForm(schema, {
    approvalNumber: '',
    approvedOn: today(),
    approved: lines.map((line) => line.approved ?? line.asked),
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
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${settlementLabels.approved}: ${stored.code}`}
      size={sources.length > 2 ? 1120 : 860}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Số được duyệt từng dòng, từng nguồn như hồ sơ đã lưu; điền sẵn bằng số đề nghị. Ghi xong thì hồ sơ khóa lại.
          </p>
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
                {sources.map((source) => (
                  <Fragment key={source}>
                    <th scope="col" className={styles.end}>
                      Đề nghị {sourceLabels[source].short}
                    </th>
                    <th scope="col" className={styles.end}>
                      {settlementLabels.approved} {sourceLabels[source].short} (đ)
                    </th>
                  </Fragment>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a saved file keep their order
                <tr key={index}>
                  <td>{line.content}</td>
                  {sources.map((source) => (
                    <Fragment key={source}>
                      <td className={styles.end}>{formatMoney(line.asked[source])}</td>
                      <td>
                        <MoneyField
                          bare
                          empty="zero"
                          name={`approved.${index}.${source}`}
                          label={`${settlementLabels.approved} ${sourceLabels[source].short}: ${line.content}`}
                        />
                      </td>
                    </Fragment>
                  ))}
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
