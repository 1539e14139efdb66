// What a list is drawn of: its columns, its head that sorts, the rows that are in sight, its foot of totals.
import type { VirtualItem } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import { labels } from '../../shared/labels'
import styles from './DataTable.module.css'
import type { Column, Sort } from './tableColumns'

const selectWidth = 36

interface ShownColumns<T> {
  readonly columns: readonly Column<T>[]
  /** A column of check boxes before the others. */
  readonly selecting: boolean
}

export function widthOf<T>({ columns, selecting }: ShownColumns<T>): number {
  return columns.reduce((sum, column) => sum + column.width, selecting ? selectWidth : 0)
}

export function TableColumns<T>({ columns, selecting }: ShownColumns<T>) {
  // Some column takes what is left of the width: the last one where none asks for it.
  const growing = columns.some((column) => column.grow === true) ? null : columns.at(-1)?.id
  return (
    <colgroup>
      {selecting && <col style={{ width: selectWidth }} />}
      {columns.map((column) => (
        <col key={column.id} style={column.grow === true || column.id === growing ? {} : { width: column.width }} />
      ))}
    </colgroup>
  )
}

interface TableHeadProps<T> extends ShownColumns<T> {
  readonly allSelected: boolean
  readonly onSelectAll: () => void
  readonly sort: Sort | null
  readonly canSort: (column: Column<T>) => boolean
  readonly onSort: (column: Column<T>) => void
}

export function TableHead<T>(props: TableHeadProps<T>) {
  const { columns, selecting, allSelected, onSelectAll, sort, canSort, onSort } = props
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selecting && (
          <th className={styles.corner}>
            <input type="checkbox" aria-label="Chọn tất cả" checked={allSelected} onChange={onSelectAll} />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            className={alignClass(column)}
            aria-sort={sort?.column !== column.id ? 'none' : sort.descending ? 'descending' : 'ascending'}
          >
            {canSort(column) ? (
              <button
                type="button"
                tabIndex={-1}
                title={`Sắp xếp theo ${column.header}`}
                onClick={() => onSort(column)}
              >
                {column.header}
                <span aria-hidden="true" className={styles.arrow}>
                  {sort?.column !== column.id ? '' : sort.descending ? ' ▼' : ' ▲'}
                </span>
              </button>
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface TableRowsProps<T> extends ShownColumns<T> {
  readonly baseId: string
  readonly items: readonly VirtualItem[]
  /** Of all rows, in sight or not. */
  readonly height: number
  readonly rowHeight: number
  readonly rowAt: (index: number) => T | undefined
  readonly active: number
  readonly onActive: (index: number) => void
  readonly onOpen: ((row: T) => void) | undefined
  readonly emphasis: ((row: T) => boolean) | undefined
  readonly isSelected: (row: T) => boolean
  readonly onToggle: (row: T) => void
}

export function TableRows<T>(props: TableRowsProps<T>) {
  const { columns, selecting, baseId, items, height, rowHeight, rowAt, active, onActive, onOpen, emphasis } = props
  const span = columns.length + (selecting ? 1 : 0)
  return (
    <tbody>
      <OutOfSight height={items[0]?.start ?? 0} span={span} />
      {items.map(({ index }) => {
        const row = rowAt(index)
        return (
          <tr
            key={index}
            id={`${baseId}-${index}`}
            aria-rowindex={index + 2}
            aria-selected={index === active}
            style={{ height: rowHeight }}
            className={row !== undefined && emphasis?.(row) === true ? styles.emphasis : undefined}
            onClick={() => onActive(index)}
            onDoubleClick={() => {
              if (row !== undefined) onOpen?.(row)
            }}
          >
            {selecting && (
              <td className={styles.corner}>
                {row !== undefined && (
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={`Chọn ${columns[0]?.text(row) ?? ''}`}
                    checked={props.isSelected(row)}
                    onChange={() => props.onToggle(row)}
                  />
                )}
              </td>
            )}
            {columns.map((column) => (
              <td
                key={column.id}
                className={alignClass(column)}
                title={row === undefined ? undefined : (column.title ?? column.text)(row)}
              >
                {row === undefined ? '…' : cellOf(column, row)}
              </td>
            ))}
          </tr>
        )
      })}
      <OutOfSight height={height - (items.at(-1)?.end ?? 0)} span={span} />
    </tbody>
  )
}

function cellOf<T>(column: Column<T>, row: T): ReactNode {
  const shown = column.cell?.(row) ?? column.text(row)
  return column.twoLines === true ? <div className={styles.twoLines}>{shown}</div> : shown
}

/** The height of the rows above or below those in sight. */
function OutOfSight({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: only the height of rows out of sight
    <tr aria-hidden="true" className={styles.filler} style={{ height }}>
      <td colSpan={span} />
    </tr>
  )
}

export function TableFoot<T>({ columns, selecting }: ShownColumns<T>) {
  if (columns.every((column) => column.foot === undefined)) return null
  return (
    <tfoot>
      <tr>
        {selecting && <td className={styles.corner} />}
        {columns.map((column, index) => (
          <td key={column.id} className={alignClass(column)}>
            {column.foot ?? (index === 0 ? labels.total : '')}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function alignClass<T>(column: Column<T>): string | undefined {
  return column.align === 'end' ? styles.end : column.align === 'center' ? styles.center : undefined
}
