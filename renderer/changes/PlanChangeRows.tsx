// One đề án of a compared plan: a line with its money on both sides, under it what changed.
import { fundingSources, totalOf } from '../../shared/domain/money'
import { comparisonLabels as labels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import type { CallOutput } from '../app/calls'
import { paths } from '../app/paths'
import styles from './Comparison.module.css'
import { ChangeRows, differenceInWords } from './ComparisonTable'

type Row = CallOutput<'plans.compare'>['rows'][number]

export function PlanChangeRows({ row }: { readonly row: Row }) {
  const { kind } = row
  return (
    <tbody>
      <tr className={styles.project} data-kind={kind}>
        <th scope="rowgroup">
          <a href={`#${paths.comparisonOf(row.projectId)}`}>{row.name}</a>
          <div className={styles.code}>{row.code}</div>
        </th>
        <td>{kind === 'same' ? labels.same : labels.kinds[kind]}</td>
        <td className={kind === 'removed' ? styles.old : undefined}>
          {row.before !== null && (kind === 'removed' ? <del>{inWords(row.before)}</del> : inWords(row.before))}
        </td>
        <td className={kind === 'added' ? styles.fresh : undefined}>
          {row.after !== null && (kind === 'added' ? <ins>{inWords(row.after)}</ins> : inWords(row.after))}
        </td>
        <td className={styles.figure}>{differenceInWords(row.difference)}</td>
      </tr>
      <ChangeRows changes={row.changes} />
    </tbody>
  )
}

function inWords(amounts: NonNullable<Row['before']>): string {
  const parts = fundingSources
    .filter((source) => amounts[source] !== 0)
    .map((source) => `${sourceLabels[source].short} ${formatMoney(amounts[source])}`)
  return `${formatMoney(totalOf(amounts))} đồng${parts.length > 1 ? ` (${parts.join(' · ')})` : ''}`
}
