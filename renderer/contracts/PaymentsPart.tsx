// What was advanced, paid and taken back under one contract, and the ways to record more.
import { useState } from 'react'
import type { PaymentRow } from '../../shared/contract/payments'
import { type PaymentKind, paymentKinds } from '../../shared/domain/payments'
import { contractLabels, moneyLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { PasteButton } from '../components/PasteButton'
import { bringPastedList } from '../imports/pastedList'
import type { Contract } from './ContractScreen'
import styles from './Contracts.module.css'
import { PaymentDialog } from './PaymentDialog'
import { PaymentsTable } from './PaymentsTable'

/** What may still be recorded once a contract is closed. */
const whenClosed: readonly PaymentKind[] = ['payment', 'recovery']

/** In which order columns are taken to be that are pasted without their headings. */
const pastedColumns = [moneyLabels.onDate, moneyLabels.kind, moneyLabels.voucher, moneyLabels.payee, moneyLabels.amount]

export function PaymentsPart({ contract }: { readonly contract: Contract }) {
  const payments = useQueryCall('contracts.payments', { contractId: contract.id })
  const [editing, setEditing] = useState<PaymentRow | PaymentKind | null>(null)
  const kinds = contract.state === 'signed' ? paymentKinds : whenClosed
  return (
    <section className={styles.section} aria-label={moneyLabels.title}>
      <h2>{moneyLabels.title}</h2>
      {payments.error !== null && <p role="alert">{payments.error.message}</p>}
      <PaymentsTable
        payments={payments.data ?? []}
        onOpen={setEditing}
        empty="Chưa tạm ứng, thanh toán lần nào theo hợp đồng này."
      />
      <div className={styles.buttons}>
        {kinds.map((kind) => (
          <Button key={kind} onClick={() => setEditing(kind)}>
            {moneyLabels.add[kind]}…
          </Button>
        ))}
        {contract.number !== '' && (
          <PasteButton
            quiet={false}
            onRows={(text) =>
              bringPastedList(text, 'payments', pastedColumns, {
                titles: ['ĐVT: đồng'],
                columns: { [contractLabels.number]: contract.number },
              })
            }
          />
        )}
      </div>
      {editing !== null && <PaymentDialog contract={contract} payment={editing} onClose={() => setEditing(null)} />}
    </section>
  )
}
