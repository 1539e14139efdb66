// Registered and appraised budget: the sums by source, then only the lines that differ.
import type { Appraisal } from '../../shared/contract/lifecycle'
import { totalOf } from '../../shared/domain/money'
import { budgetLabels, labels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import styles from './Appraisal.module.css'

function difference(before: number, after: number): string {
  if (before === after) return ''
  return `${after > before ? '+' : '−'}${formatMoney(Math.abs(after - before))}`
}

interface BudgetComparisonTableProps {
  readonly comparison: Appraisal['comparison']
  /** What the two sides are called. */
  readonly before: string
  readonly after: string
}

export function BudgetComparisonTable({
  comparison,
  before: beforeName,
  after: afterName,
}: BudgetComparisonTableProps) {
  const sums = [
    ...comparison.totals.map(({ source, before, after }) => ({ label: sourceLabels[source].long, before, after })),
    {
      label: labels.total,
      before: comparison.totals.reduce((sum, one) => sum + one.before, 0),
      after: comparison.totals.reduce((sum, one) => sum + one.after, 0),
    },
  ].filter(({ before, after }) => before !== 0 || after !== 0)
  return (
    <>
      <table className={styles.table} aria-label={`So sánh kinh phí: ${beforeName} – ${afterName}`}>
        <thead>
          <tr>
            <th scope="col">Nguồn (đồng)</th>
            <th scope="col">{beforeName}</th>
            <th scope="col">{afterName}</th>
            <th scope="col">Chênh lệch</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.figure}>{formatMoney(before)}</td>
              <td className={`${styles.figure} ${before === after ? '' : styles.fresh}`}>{formatMoney(after)}</td>
              <td className={styles.figure}>{difference(before, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {comparison.lines.length === 0 ? (
        <p className={styles.soft}>Không dòng dự toán nào khác nhau.</p>
      ) : (
        <table className={styles.table} aria-label="Dòng dự toán khác nhau">
          <thead>
            <tr>
              <th scope="col">{budgetLabels.content}</th>
              <th scope="col">Thay đổi</th>
              <th scope="col">{beforeName}</th>
              <th scope="col">{afterName}</th>
            </tr>
          </thead>
          <tbody>
            {comparison.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines alike in name are told apart by their place only
              <tr key={index}>
                <td>{line.content}</td>
                <td>{line.before === null ? 'thêm dòng' : line.after === null ? 'bỏ dòng' : 'sửa'}</td>
                <td className={`${styles.figure} ${styles.struck}`}>
                  {line.before === null ? '' : formatMoney(totalOf(line.before.amounts))}
                </td>
                <td className={`${styles.figure} ${styles.fresh}`}>
                  {line.after === null ? '' : formatMoney(totalOf(line.after.amounts))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
