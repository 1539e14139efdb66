// One advance, payment or recovery: filled in with what may still be given, checked against the rule as it is typed.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { PaymentRow } from '../../shared/contract/payments'
import { paymentDetails } from '../../shared/contract/payments'
import { line } from '../../shared/contract/values'
import { fundingSources } from '../../shared/domain/money'
import { type PaymentKind, voucherKinds } from '../../shared/domain/payments'
import { contractLabels, labels, moneyLabels, voucherKindLabels } from '../../shared/labels'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import {
  DateField,
  ManyChoicesField,
  NumberField,
  optionsOf,
  ParagraphField,
  SelectField,
  TextField,
} from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { AmountsByProject } from './AmountsByProject'
import type { Contract } from './ContractScreen'
import styles from './Contracts.module.css'
import { Contradictions, Warnings } from './Warnings'

const entry = z.strictObject({ payment: paymentDetails, reason: line(1_000).default('') })

interface PaymentDialogProps {
  readonly contract: Contract
  /** One on record, or the kind of a new one. */
  readonly payment: PaymentRow | PaymentKind
  readonly onClose: () => void
}

export function PaymentDialog({ contract, payment, onClose }: PaymentDialogProps) {
  const kind = typeof payment === 'string' ? payment : payment.details.kind
  const proposal = useQueryCall('contracts.proposePayment', { contractId: contract.id, kind })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${moneyLabels.add[kind]}: hợp đồng ${contract.number}`}
      size={980}
      transitionProps={{ duration: 0 }}
    >
      {proposal.error !== null && <p role="alert">{proposal.error.message}</p>}
      {proposal.data !== undefined && (
        <PaymentForm
          contract={contract}
          recorded={typeof payment === 'string' ? null : payment}
          proposal={proposal.data}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

interface PaymentFormProps {
  readonly contract: Contract
  readonly recorded: PaymentRow | null
  readonly proposal: CallOutput<'contracts.proposePayment'>
  readonly onClose: () => void
}

/** Every đề án of the contract has its row, with nothing where the voucher gives it nothing. */
function withAllLines(contract: Contract, details: PaymentRow['details']): PaymentRow['details'] {
  const none = { national: 0, local: 0, counterpart: 0, other: 0 }
  return {
    ...details,
    lines: contract.lines.map(
      ({ projectId }) => details.lines.find((one) => one.projectId === projectId) ?? { projectId, amounts: none },
    ),
  }
}

function isGiven({ amounts }: PaymentRow['details']['lines'][number]): boolean {
  return fundingSources.some((source) => amounts[source] !== 0)
}

function PaymentForm({ contract, recorded, proposal, onClose }: PaymentFormProps) {
  const save = useCommandCall('contracts.savePayment')
  const remove = useCommandCall('contracts.removePayment')
  const initial = withAllLines(contract, recorded?.details ?? proposal.payment)
  const form = useContractForm(entry, { payment: initial, reason: '' })
  const [ruleShown] = useState(proposal.rule)
  const typed = paymentDetails.safeParse(useWatch({ control: form.control, name: 'payment' }))
  const judged = typed.success ? { ...typed.data, lines: typed.data.lines.filter(isGiven) } : null
  const check = useQueryCall(
    'contracts.checkPayment',
    { id: recorded?.id ?? null, contractId: contract.id, payment: judged ?? initial },
    { enabled: judged !== null && judged.lines.length > 0, keepPrevious: true },
  )
  const papers = check.data?.papers ?? proposal.papers
  const used = fundingSources.filter((source) => contract.lines.some((row) => row.value[source] !== 0))
  const submit = form.handleSubmit(async ({ payment, reason }) => {
    try {
      await save.mutateAsync({
        id: recorded?.id ?? null,
        rowVersion: recorded?.rowVersion ?? null,
        contractId: contract.id,
        payment: { ...payment, lines: payment.lines.filter(isGiven) },
        reason,
      })
      notifyDone(`Đã lưu: ${payment.content === '' ? moneyLabels.add[payment.kind] : payment.content}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })

  async function drop(): Promise<void> {
    if (recorded === null) return
    const yes = await askUser({
      title: 'Xóa lần này?',
      text: 'Chỉ xóa khi ghi nhầm. Số tiền của lần này sẽ không còn được tính.',
      yes: 'Xóa',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!yes) return
    try {
      await remove.mutateAsync({ id: recorded.id, rowVersion: recorded.rowVersion })
      notifyDone('Đã xóa một lần ghi nhầm.')
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  const warnings = check.data?.warnings ?? []
  return (
    <FormProvider {...form}>
      <UnsavedGuard />
      <form onSubmit={(event) => void submit(event)} noValidate>
        {ruleShown !== '' && (
          <p className={styles.rule}>
            {ruleShown} <span className={styles.basis}>{proposal.ruleBasis}</span>
          </p>
        )}
        <ProblemSummary />
        <FieldRow>
          <NumberField name="payment.round" label={moneyLabels.round} required />
          <DateField name="payment.onDate" label={moneyLabels.onDate} required autoFocus />
          <TextField name="payment.content" label={moneyLabels.content} width={7} />
        </FieldRow>
        <AmountsByProject label={moneyLabels.amount} rows={contract.lines} sources={used} name="payment.lines" />
        <FieldRow>
          <SelectField
            name="payment.voucherKind"
            label={moneyLabels.voucherKind}
            options={optionsOf(voucherKinds, voucherKindLabels)}
            width={3}
          />
          <TextField name="payment.voucherNumber" label={moneyLabels.voucherNumber} width={3} />
          <DateField name="payment.voucherDate" label={moneyLabels.voucherDate} />
          <TextField name="payment.payee" label={moneyLabels.payee} width={3} />
          {initial.kind === 'advance' && (
            <>
              <NumberField name="payment.doneBasisPoints" label={moneyLabels.done} decimals={2} />
              <TextField name="payment.confirmationNumber" label={moneyLabels.confirmationNumber} width={4} />
              <DateField name="payment.confirmedOn" label={moneyLabels.confirmedOn} />
            </>
          )}
          {papers.length > 0 && (
            <ManyChoicesField
              name="payment.papers"
              label={moneyLabels.papers}
              options={papers.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </FieldRow>
        <Contradictions problems={check.data?.problems ?? []} />
        <Warnings warnings={warnings} />
        {warnings.length > 0 && (
          <FieldRow>
            <ParagraphField name="reason" label={contractLabels.reason} rows={2} required />
          </FieldRow>
        )}
        <div className={dialogStyles.buttons}>
          {recorded !== null && (
            <Button kind="danger" onClick={() => void drop()}>
              {labels.remove}
            </Button>
          )}
          <Button onClick={onClose}>{labels.cancel}</Button>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {labels.save}
          </Button>
        </div>
      </form>
    </FormProvider>
  )
}
