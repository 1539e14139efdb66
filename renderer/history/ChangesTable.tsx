// From what to what: one line a box.
import type { HistoryChange } from '../../shared/contract/history'
import { historyLabels } from '../../shared/labels'
import styles from './History.module.css'

const kindWords = { added: ' (thêm)', removed: ' (bỏ)', changed: '' } as const

export function ChangesTable({ changes }: { readonly changes: readonly HistoryChange[] }) {
  const { journalColumns: heads } = historyLabels
  if (changes.length === 0) return <p className={styles.none}>Không có ô nào đổi giá trị.</p>
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{heads.label}</th>
          <th scope="col">{heads.before}</th>
          <th scope="col">{heads.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one command never change
          <tr key={index}>
            <td>
              {change.label}
              {kindWords[change.kind]}
            </td>
            <td className={styles.before}>{change.before}</td>
            <td className={styles.after}>{change.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
