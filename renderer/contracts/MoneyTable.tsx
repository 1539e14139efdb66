// The money of a đề án or a year by source: given, signed, advanced, paid, taken back, settled, left.
import { type FundingSource, fundingSources } from '../../shared/domain/money'
import { labels, moneyLabels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import type { CallOutput } from '../app/calls'
import { useMoney } from '../app/moneyUnit'
import styles from './Contracts.module.css'

export type MoneyState = CallOutput<'contracts.board'>['money']

export const moneyColumns = ['allocated', 'contracted', 'advanced', 'paid', 'recovered', 'settled', 'left'] as const
export type MoneyColumn = (typeof moneyColumns)[number]

/** Sources that say something in any column. */
export function sourcesIn(money: MoneyState): FundingSource[] {
  return fundingSources.filter((source) => moneyColumns.some((column) => money[column][source] !== 0))
}

interface MoneyTableProps {
  readonly label: string
  readonly money: MoneyState
  readonly columns?: readonly MoneyColumn[]
  /** In a narrow place: sources by their short names. */
  readonly short?: boolean
}

export function MoneyTable({ label, money, columns = moneyColumns, short = false }: MoneyTableProps) {
  const unit = useMoney()
  const sources = sourcesIn(money)
  const total = (column: MoneyColumn) => sources.reduce((sum, source) => sum + money[column][source], 0)
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{short ? moneyLabels.source : `${moneyLabels.source} (${unit.label})`}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.figure}>
              {moneyLabels[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source}>
            <th scope="row">{short ? sourceLabels[source].short : sourceLabels[source].long}</th>
            {columns.map((column) => (
              <Figure key={column} dong={money[column][source]} />
            ))}
          </tr>
        ))}
        {sources.length === 0 && (
          <tr>
            <td colSpan={columns.length + 1} className={styles.soft}>
              Chưa có số tiền nào.
            </td>
          </tr>
        )}
      </tbody>
      {sources.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{labels.total}</th>
            {columns.map((column) => (
              <Figure key={column} dong={total(column)} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

export function Figure({ dong }: { readonly dong: number }) {
  const { format } = useMoney()
  return (
    <td className={`${styles.figure} ${dong < 0 ? styles.over : ''}`} title={`${formatMoney(dong)} đồng`}>
      {dong < 0 ? `vượt ${format(-dong)}` : format(dong)}
    </td>
  )
}
