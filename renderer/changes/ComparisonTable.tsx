// What differs, as two columns: old struck through, new on the pale accent; the tables of a đề án under a heading of their own.
import { Fragment, type ReactNode } from 'react'
import { contentFieldLabels } from '../../shared/domain/comparison'
import { type AmountsBySource, totalOf } from '../../shared/domain/money'
import { onlyWhatDiffers } from '../../shared/domain/textDifference'
import { labels as common, comparisonLabels as labels, sourceLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import type { CallOutput } from '../app/calls'
import styles from './Comparison.module.css'

type Listed = CallOutput<'projects.compare'>['changes'][number]
type Totals = CallOutput<'projects.compare'>['totals']

export function signed(dong: number): string {
  if (dong === 0) return ''
  return `${dong > 0 ? '+' : '−'}${formatMoney(Math.abs(dong))}`
}

/** Sources across, so that forty changed cells keep the height of the screen. */
export function TotalsTable({ totals, before, after }: { totals: Totals; before: string; after: string }) {
  const shown = totals.filter((one) => one.before !== 0 || one.after !== 0)
  const sum = (side: 'before' | 'after') => totals.reduce((all, one) => all + one[side], 0)
  const columns = [
    ...shown.map((one) => ({ ...one, name: sourceLabels[one.source].short })),
    { name: labels.total, before: sum('before'), after: sum('after') },
  ]
  const line = (name: string, cell: (column: (typeof columns)[number]) => ReactNode) => (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column.name} className={styles.figure}>
          {cell(column)}
        </td>
      ))}
    </tr>
  )
  return (
    <table className={styles.totals} aria-label={labels.funding}>
      <thead>
        <tr>
          <th scope="col">{labels.funding} (đồng)</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className={styles.figure}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {line(before, (one) => formatMoney(one.before))}
        {line(after, (one) => formatMoney(one.after))}
        {line(labels.difference, (one) => (
          <strong>{one.before === one.after ? '0' : signed(one.after - one.before)}</strong>
        ))}
      </tbody>
    </table>
  )
}

export function ChangesHead({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.what}>
          {labels.what}
        </th>
        <th scope="col" className={styles.kind}>
          {labels.kind}
        </th>
        <th scope="col">{before}</th>
        <th scope="col">{after}</th>
        <th scope="col" className={styles.difference}>
          {labels.difference} (đồng)
        </th>
      </tr>
    </thead>
  )
}

/** The rows of one đề án. */
export function ChangeRows({ changes }: { readonly changes: readonly Listed[] }) {
  let table: Listed['group'] | null = null
  return changes.map((change) => {
    const heading = contentFieldLabels[change.group]
    const prefix = `${heading} › `
    const inTable = change.label.startsWith(prefix)
    const opens = inTable && table !== change.group
    table = inTable ? change.group : null
    return (
      <Fragment key={change.path}>
        {opens && (
          <tr className={styles.tableName}>
            <th scope="rowgroup" colSpan={5}>
              {heading}
            </th>
          </tr>
        )}
        <ChangeRow change={change} label={inTable ? change.label.slice(prefix.length) : change.label} />
      </Fragment>
    )
  })
}

function ChangeRow({ change, label }: { readonly change: Listed; readonly label: string }) {
  const { before, after, kind } = change
  const shown = onlyWhatDiffers({ before: before ?? '', after: after ?? '' })
  return (
    <tr data-kind={kind}>
      <th scope="row" title={change.label}>
        {label}
      </th>
      <td>{kind === 'same' ? '' : labels.kinds[kind]}</td>
      <td className={kind === 'same' ? undefined : styles.old} title={before ?? undefined}>
        {kind === 'same' ? before : before !== null && <del>{shown.before}</del>}
      </td>
      <td className={kind === 'same' || after === null ? undefined : styles.fresh} title={after ?? undefined}>
        {kind === 'same' ? after : after !== null && <ins>{shown.after}</ins>}
      </td>
      <td className={styles.figure}>{differenceInWords(change.amounts)}</td>
    </tr>
  )
}

/** One figure, and by source where several move. */
export function differenceInWords(amounts: AmountsBySource): ReactNode {
  const moving = (['national', 'local', 'counterpart', 'other'] as const).filter((source) => amounts[source] !== 0)
  if (moving.length === 0) return null
  return (
    <>
      {signed(totalOf(amounts)) || '0'}
      {moving.length > 1 &&
        moving.map((source) => (
          <div key={source} className={styles.bySource}>
            {sourceLabels[source].short} {signed(amounts[source])}
          </div>
        ))}
    </>
  )
}

export function Waiting() {
  return (
    <p className={styles.waiting} role="status">
      {common.loading}
    </p>
  )
}
