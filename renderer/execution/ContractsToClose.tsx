// The contracts of a đề án as they are closed: value, accepted, given, what is left, and the minutes of liquidation.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { paragraphs, plainDate, requiredLine } from '../../shared/contract/values'
import { supportOf } from '../../shared/domain/money'
import { labels, settlementLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { FieldScope, showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import styles from './Execution.module.css'

type Liquidation = CallOutput<'execution.liquidation'>

export function ContractsToClose({ projectId }: { readonly projectId: number }) {
  const list = useQueryCall('contracts.list', { projectId })
  if (list.error !== null) return <p role="alert">{list.error.message}</p>
  const signed = (list.data?.rows ?? []).filter((one) => one.state !== 'draft')
  if (signed.length === 0) return <p className={styles.soft}>Đề án chưa có hợp đồng nào được ký.</p>
  return (
    <ul className={styles.list}>
      {signed.map((one) => (
        <ContractLine key={one.id} contractId={one.id} />
      ))}
    </ul>
  )
}

function ContractLine({ contractId }: { readonly contractId: number }) {
  const query = useQueryCall('execution.liquidation', { contractId })
  const [open, setOpen] = useState(false)
  if (query.error !== null) return <li role="alert">{query.error.message}</li>
  const one = query.data
  if (one === undefined) return null
  return (
    <li>
      <strong>{one.words}</strong>
      <span>
        {settlementLabels.received.toLowerCase()} {formatMoney(one.balance.received)} đ, phải quyết toán{' '}
        {formatMoney(one.balance.due)} đ{leftWords(one)}
      </span>
      {one.closed ? (
        <span className={styles.soft}>
          Đã thanh lý {one.closedNumber}
          {one.closedOn !== null && ` ngày ${formatDate(one.closedOn)}`}
        </span>
      ) : (
        <Button aria-label={`Thanh lý ${one.words}`} onClick={() => setOpen(true)}>
          Thanh lý…
        </Button>
      )}
      {open && (
        // The page behind has a day of its own: each label points to its own box.
        <FieldScope value="liquidation-">
          <LiquidationDialog one={one} onClose={() => setOpen(false)} />
        </FieldScope>
      )}
    </li>
  )
}

function leftWords({ balance }: Liquidation): string {
  if (balance.toPay > 0) return ` · ${settlementLabels.toPay.toLowerCase()} ${formatMoney(balance.toPay)} đ`
  if (balance.toRecover > 0) return ` · ${settlementLabels.toRecover.toLowerCase()} ${formatMoney(balance.toRecover)} đ`
  return ' · đã đủ'
}

const schema = z.strictObject({
  number: requiredLine('số biên bản thanh lý', 60),
  date: plainDate,
  explanation: paragraphs(2_000),
})

function LiquidationDialog({ one, onClose }: { readonly one: Liquidation; readonly onClose: () => void }) {
  const liquidate = useCommandCall('execution.liquidate')
  const form = useContractForm(schema, { number: '', date: today(), explanation: '' })
  const left = one.balance.toPay > 0 || one.balance.toRecover > 0
  const submit = form.handleSubmit(async (values) => {
    try {
      await liquidate.mutateAsync({ contractId: one.contractId, rowVersion: one.rowVersion, ...values })
      notifyDone(`Đã thanh lý ${one.words}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`Thanh lý ${one.words}`}
      size={760}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <table className={styles.figures} aria-label="Số liệu thanh lý">
            <thead>
              <tr>
                <th scope="col">Đề án</th>
                <th scope="col" className={styles.end}>
                  Giá trị hợp đồng (KC)
                </th>
                <th scope="col" className={styles.end}>
                  Đã nghiệm thu (KC)
                </th>
                <th scope="col" className={styles.end}>
                  {settlementLabels.received}
                </th>
              </tr>
            </thead>
            <tbody>
              {one.projects.map((project) => (
                <tr key={project.projectId}>
                  <td>{project.code}</td>
                  <td className={styles.end}>{formatMoney(supportOf(project.value))}</td>
                  <td className={styles.end}>{formatMoney(project.accepted)}</td>
                  <td className={styles.end}>{formatMoney(project.balance.received)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {left && (
            <p className={styles.band}>
              Hợp đồng còn tiền chưa xong{leftWords(one)}: phải giải trình mới thanh lý được.
            </p>
          )}
          <ProblemSummary />
          <FieldRow>
            <TextField name="number" label={settlementLabels.liquidationNumber} width={8} required autoFocus />
            <DateField name="date" label={settlementLabels.liquidationDate} width={4} required />
            <ParagraphField name="explanation" label={settlementLabels.explanation} required={left} rows={3} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={liquidate.isPending}>
              Ghi thanh lý
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
