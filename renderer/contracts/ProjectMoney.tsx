// In the workspace of a đề án: its contracts, and its money level by level with what comes back.
import { useState } from 'react'
import { supportOf } from '../../shared/domain/money'
import {
  contractKindLabels,
  contractLabels,
  contractLevelLabels,
  contractStateLabels,
  moneyLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { notifyDone, notifyProblem } from '../components/notices'
import { workspaceSectionId } from '../projects/lifecycleSections'
import styles from './Contracts.module.css'
import { Figure, MoneyTable } from './MoneyTable'
import { PaymentsTable } from './PaymentsTable'
import { ReceiptDialog } from './ReceiptDialog'

export function ProjectContracts({ projectId }: { readonly projectId: number }) {
  const money = useMoney()
  const list = useQueryCall('contracts.list', { projectId })
  const draft = useCommandCall('contracts.draftForBeneficiaries')
  const rows = list.data?.rows ?? []

  async function draftAll(): Promise<void> {
    try {
      const { ids } = await draft.mutateAsync({ projectId })
      notifyDone(`Đã lập ${ids.length} dự thảo hợp đồng hỗ trợ.`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <section
      id={workspaceSectionId('contracts')}
      className={styles.section}
      tabIndex={-1}
      aria-label={contractLabels.many}
    >
      <h2>{contractLabels.many}</h2>
      {list.error !== null && <p role="alert">{list.error.message}</p>}
      {rows.length === 0 ? (
        <p className={styles.soft}>
          Chưa có hợp đồng. Đề án được phê duyệt rồi thì ký với cơ quan giao (KCQG), sau đó với từng đơn vị thụ hưởng.
        </p>
      ) : (
        <table className={styles.table} aria-label={contractLabels.many}>
          <thead>
            <tr>
              <th scope="col">{contractLabels.number}</th>
              <th scope="col">{contractLabels.kind}</th>
              <th scope="col">{contractLabels.otherParty}</th>
              <th scope="col">{contractLabels.signedOn}</th>
              <th scope="col" className={styles.figure}>
                Hỗ trợ ({money.label})
              </th>
              <th scope="col" className={styles.figure}>
                Đã cấp ({money.label})
              </th>
              <th scope="col">{contractLabels.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Button kind="quiet" onClick={() => void navigate(paths.contract(row.id))}>
                    {row.number === '' ? 'Dự thảo' : row.number}
                  </Button>
                </td>
                <td>{contractKindLabels[row.kind]}</td>
                <td>{row.kind === 'agency' ? row.giver : row.receiver}</td>
                <td>{row.signedOn === null ? '' : formatDate(row.signedOn)}</td>
                <Figure dong={supportOf(row.value)} />
                <Figure dong={supportOf(row.advanced) + supportOf(row.paid) - supportOf(row.recovered)} />
                <td>
                  {contractStateLabels[row.state]}
                  {row.draftAppendices > 0 && <div className={styles.basis}>{row.draftAppendices} phụ lục chờ ký</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void navigate(paths.newContract('agency', [projectId]))}>Ký với cơ quan giao…</Button>
        <Button busy={draft.isPending} onClick={() => void draftAll()}>
          {contractLabels.forBeneficiaries}
        </Button>
        <Button onClick={() => void navigate(paths.newContract('supplier', [projectId]))}>Với nhà cung cấp…</Button>
      </div>
    </section>
  )
}

type Money = CallOutput<'contracts.money'>

export function ProjectMoney({ projectId }: { readonly projectId: number }) {
  const query = useQueryCall('contracts.money', { projectId })
  const money = query.data
  return (
    <section id={workspaceSectionId('money')} className={styles.section} tabIndex={-1} aria-label={moneyLabels.title}>
      <h2>{moneyLabels.title}</h2>
      {query.error !== null && <p role="alert">{query.error.message}</p>}
      {money !== undefined && (
        <>
          {money.levels.map((level) =>
            level.contracts === 0 && level.level !== money.leading ? null : (
              <div key={level.level}>
                <h3>{contractLevelLabels[level.level]}</h3>
                <MoneyTable label={`${moneyLabels.title}: ${contractLevelLabels[level.level]}`} money={level.money} />
              </div>
            ),
          )}
          <p className={styles.soft}>
            {moneyLabels.rate}:{' '}
            {money.disbursementBasisPoints === null
              ? 'chưa được giao kinh phí'
              : `${formatDecimal({ units: BigInt(money.disbursementBasisPoints), scale: 2 }, 2)} % kinh phí hỗ trợ được giao`}
            .
          </p>
          <h3>Các lần tạm ứng, thanh toán, thu hồi</h3>
          <PaymentsTable
            payments={money.payments}
            withContract
            empty="Chưa có lần nào. Ghi ở hợp đồng: mở hợp đồng rồi chọn Ghi tạm ứng."
          />
          {money.repayments !== null && <Repayments money={money} repayments={money.repayments} />}
        </>
      )}
    </section>
  )
}

interface RepaymentsProps {
  readonly money: Money
  readonly repayments: NonNullable<Money['repayments']>
}

function Repayments({ money, repayments }: RepaymentsProps) {
  const [editing, setEditing] = useState<Money['receipts'][number] | 'new' | null>(null)
  const unit = useMoney()
  return (
    <>
      <h3>{moneyLabels.repayments}</h3>
      <table className={styles.table} aria-label={moneyLabels.repayments}>
        <thead>
          <tr>
            <th scope="col">Hạn</th>
            <th scope="col" className={styles.figure}>
              Phải trả ({unit.label})
            </th>
            <th scope="col" className={styles.figure}>
              Đã trả
            </th>
            <th scope="col" className={styles.figure}>
              Còn lại
            </th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {repayments.dues.map((due) => (
            <tr key={due.dueOn}>
              <td>{formatDate(due.dueOn)}</td>
              <Figure dong={due.amount} />
              <Figure dong={due.received} />
              <Figure dong={due.left} />
              <td className={due.overdue ? styles.late : ''}>
                {due.left === 0 ? 'Đã trả đủ' : due.overdue ? 'Quá hạn' : 'Chưa đến hạn'}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Cộng</th>
            <Figure dong={repayments.scheduled} />
            <Figure dong={repayments.received} />
            <Figure dong={repayments.left} />
            <td>{repayments.overdue > 0 && `Quá hạn ${unit.format(repayments.overdue)} ${unit.label}`}</td>
          </tr>
        </tfoot>
      </table>
      {money.receipts.length > 0 && (
        <ul>
          {money.receipts.map((one) => (
            <li key={one.id}>
              {formatDate(one.onDate)}: {unit.format(one.amount)} {unit.label}, {one.payer} {one.voucherNumber}{' '}
              <Button
                kind="quiet"
                aria-label={`Sửa lần thu ngày ${formatDate(one.onDate)}`}
                onClick={() => setEditing(one)}
              >
                Sửa
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => setEditing('new')}>{moneyLabels.receipt}…</Button>
      </div>
      {editing !== null && (
        <ReceiptDialog
          projectId={money.projectId}
          receipt={editing === 'new' ? null : editing}
          left={repayments.left}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}
