// The foot of a request: who decides and by what, what it does to plans and their money, what is questionable, its papers.
import type { ChangeRequest } from '../../shared/contract/changes'
import { changeLabels, labels, programmeLabels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { AttachmentsSection } from '../archive/AttachmentList'
import styles from './Changes.module.css'

export function ChangeChecks({ request }: { readonly request: ChangeRequest }) {
  if (request.checks.length === 0) return null
  return (
    <section className={styles.checks} aria-label="Cần xem lại">
      <h2>Cần xem lại</h2>
      <ul>
        {request.checks.map((check) => (
          <li
            key={`${check.itemId} ${check.path} ${check.message}`}
            className={check.severity === 'contradiction' ? styles.wrong : undefined}
          >
            {check.message}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Authorities({ request }: { readonly request: ChangeRequest }) {
  if (request.authorities.length === 0) return null
  return (
    <section aria-label={changeLabels.decides}>
      <h2>{changeLabels.decides}</h2>
      <table className={`${styles.read} ${styles.authorities}`}>
        <thead>
          <tr>
            <th scope="col">{changeLabels.decides}</th>
            <th scope="col">Phần thuộc thẩm quyền</th>
            <th scope="col">Hình thức, giấy tờ cần có</th>
            <th scope="col">Căn cứ</th>
          </tr>
        </thead>
        <tbody>
          {request.authorities.map((one) => (
            <tr key={`${one.authority} ${one.legalBasis} ${one.note}`}>
              <td>
                <strong>{one.name}</strong>
              </td>
              <td>{one.what.join('; ')}</td>
              <td>
                {one.decidedBy}. {one.needs}.
              </td>
              <td>
                {one.legalBasis}
                {one.mark !== null && <span className={styles.mark}> ({one.mark})</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const signed = (amount: number) => (amount > 0 ? `+${formatMoney(amount)}` : formatMoney(amount))

export function PlanEffects({ request }: { readonly request: ChangeRequest }) {
  const moved = request.items.filter(({ sums }) => sums.some(({ before, after }) => before !== after))
  if (moved.length === 0 && request.plans.length === 0) return null
  return (
    <section aria-label={changeLabels.effect}>
      <h2>{changeLabels.effect}</h2>
      <table className={styles.read}>
        <thead>
          <tr>
            <th scope="col">Nguồn (đồng)</th>
            <th scope="col">{changeLabels.inForce}</th>
            <th scope="col">Nếu duyệt như đề nghị</th>
            <th scope="col">Chênh lệch</th>
          </tr>
        </thead>
        {moved.map((item) => (
          <SumRows key={item.id} title={`Đề án ${item.project.code}`} sums={item.sums} />
        ))}
        {request.plans.map((plan) => (
          <SumRows
            key={`${plan.year} ${plan.programme}`}
            title={`Kế hoạch ${programmeLabels[plan.programme].short} ${plan.year}${
              plan.allocated === 0
                ? ''
                : `; được phân bổ ${formatMoney(plan.allocated)}, còn lại ${formatMoney(plan.leftBefore)} → ${formatMoney(plan.leftAfter)}`
            }`}
            sums={plan.sums}
          />
        ))}
      </table>
    </section>
  )
}

interface SumRowsProps {
  readonly title: string
  readonly sums: ChangeRequest['items'][number]['sums']
}

function SumRows({ title, sums }: SumRowsProps) {
  const shown = sums.filter(({ before, after }) => before !== 0 || after !== 0)
  const total = (side: 'before' | 'after') => sums.reduce((sum, one) => sum + one[side], 0)
  const rows = [
    ...shown.map((one) => ({ ...one, name: sourceLabels[one.source].long })),
    { name: labels.total, before: total('before'), after: total('after') },
  ]
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.rowGroup}>
          {title}
        </th>
      </tr>
      {rows.map(({ name, before, after }) => (
        <tr key={name}>
          <td>{name}</td>
          <td className={styles.figure}>{formatMoney(before)}</td>
          <td className={styles.figure}>{formatMoney(after)}</td>
          <td className={styles.figure}>{before === after ? '' : signed(after - before)}</td>
        </tr>
      ))}
    </tbody>
  )
}

export function ChangePapers({ request }: { readonly request: ChangeRequest }) {
  return (
    <section aria-label={changeLabels.papers}>
      <h2>{changeLabels.papers}</h2>
      <AttachmentsSection owner={{ ownerKind: 'changeRequest', ownerId: request.id }} ownerName="đề nghị" />
    </section>
  )
}

export function ChangeFoot({ request }: { readonly request: ChangeRequest }) {
  return (
    <div className={styles.foot}>
      <p className={styles.hint}>Phần dưới đây tính theo lần lưu gần nhất.</p>
      <ChangeChecks request={request} />
      <Authorities request={request} />
      <PlanEffects request={request} />
      <ChangePapers request={request} />
    </div>
  )
}
