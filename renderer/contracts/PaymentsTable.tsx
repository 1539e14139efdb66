// Advances, payments and recoveries in order of their day, each with its voucher and what was gone past.
import type { PaymentRow } from '../../shared/contract/payments'
import { fundingSources, totalOf } from '../../shared/domain/money'
import { contractLabels, moneyLabels, paymentKindLabels, sourceLabels, voucherKindLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useMoney } from '../app/moneyUnit'
import { Button } from '../components/Button'
import styles from './Contracts.module.css'
import { Figure } from './MoneyTable'
import { Overrides } from './Warnings'

interface PaymentsTableProps {
  readonly payments: readonly PaymentRow[]
  readonly empty: string
  readonly onOpen?: (payment: PaymentRow) => void
  /** Over several contracts: which one. */
  readonly withContract?: boolean
}

export function PaymentsTable({ payments, empty, onOpen, withContract = false }: PaymentsTableProps) {
  const money = useMoney()
  if (payments.length === 0) return <p className={styles.soft}>{empty}</p>
  return (
    <table className={styles.table} aria-label="Các lần tạm ứng, thanh toán, thu hồi">
      <thead>
        <tr>
          <th scope="col">{moneyLabels.onDate}</th>
          <th scope="col">{moneyLabels.kind}</th>
          {withContract && <th scope="col">{contractLabels.many}</th>}
          <th scope="col">{moneyLabels.voucher}</th>
          <th scope="col">{moneyLabels.payee}</th>
          <th scope="col" className={styles.figure}>
            {moneyLabels.amount} ({money.label})
          </th>
          {onOpen !== undefined && (
            <th>
              <span className="visually-hidden">Thao tác</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {payments.map((one) => {
          const { details } = one
          const sources = fundingSources.filter((source) => one.amounts[source] !== 0)
          return (
            <tr key={one.id}>
              <td>{formatDate(details.onDate)}</td>
              <td>
                {paymentKindLabels[details.kind]} lần {details.round}
                <div className={styles.basis}>{sources.map((source) => sourceLabels[source].short).join(', ')}</div>
              </td>
              {withContract && <td>{one.contractNumber}</td>}
              <td>
                {details.voucherNumber === ''
                  ? 'chưa ghi'
                  : `${voucherKindLabels[details.voucherKind]} ${details.voucherNumber}`}
                {details.voucherDate !== null && (
                  <div className={styles.basis}>ngày {formatDate(details.voucherDate)}</div>
                )}
              </td>
              <td>
                {details.payee}
                <Overrides overrides={one.overrides} />
              </td>
              <Figure dong={totalOf(one.amounts)} />
              {onOpen !== undefined && (
                <td>
                  <Button
                    kind="quiet"
                    aria-label={`Sửa ${paymentKindLabels[details.kind].toLocaleLowerCase('vi')} lần ${details.round}`}
                    onClick={() => onOpen(one)}
                  >
                    Sửa
                  </Button>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
