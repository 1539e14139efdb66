// The table of a report. Arrows move between its cells; Enter or a click opens a record, or what stands behind a figure.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { ReportColumn, ReportLine, ReportValue } from '../../shared/domain/reportTable'
import { type Money, useMoney } from '../app/moneyUnit'
import styles from './Reports.module.css'
import { exactText, isFigure, valueText } from './reportValues'

type ShownColumn = Omit<ReportColumn, 'rule'> & { readonly rule: string | null }

export interface ReportGridProps {
  readonly label: string
  readonly lineHeading: string
  readonly columns: readonly ShownColumn[]
  readonly lines: readonly ReportLine[]
  readonly ruleNames: ReadonlyMap<string, string>
  readonly onOpen: (line: ReportLine, column: ShownColumn | null) => void
}

/** More rows than anybody looks at together are drawn as they come into sight, each on one line. */
const MOST_DRAWN = 150
const ROW = 31

const widths = { money: 62, count: 46, quantity: 84, percent: 62, date: 84, text: 0 } as const

interface Stretch {
  readonly heading: string
  readonly columns: number
}

/** Neighbours under one heading; null: a column that stands under none. */
function stretches(columns: readonly ShownColumn[]): (Stretch | ShownColumn)[] {
  const found: (Stretch | ShownColumn)[] = []
  for (const column of columns) {
    const last = found.at(-1)
    if (column.group === null) found.push(column)
    else if (last !== undefined && 'columns' in last && last.heading === column.group)
      found[found.length - 1] = { heading: last.heading, columns: last.columns + 1 }
    else found.push({ heading: column.group, columns: 1 })
  }
  return found
}

function opens(line: ReportLine, column: ShownColumn, value: ReportValue): boolean {
  if (line.opens !== null) return true
  return isFigure(column.kind) && typeof value === 'number' && value !== 0
}

export function ReportGrid({ label, lineHeading, columns, lines, ruleNames, onOpen }: ReportGridProps) {
  const money = useMoney()
  const body = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const many = lines.length > MOST_DRAWN
  const virtual = useVirtualizer({
    count: many ? lines.length : 0,
    getScrollElement: () => body.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const [first, last] = many ? [shown[0]?.index ?? 0, (shown.at(-1)?.index ?? -1) + 1] : [0, lines.length]
  const grouped = columns.some(({ group }) => group !== null)

  function move(event: KeyboardEvent, row: number, column: number): void {
    const [down, right] =
      event.key === 'ArrowDown'
        ? [1, 0]
        : event.key === 'ArrowUp'
          ? [-1, 0]
          : event.key === 'ArrowRight'
            ? [0, 1]
            : event.key === 'ArrowLeft'
              ? [0, -1]
              : [0, 0]
    if (down === 0 && right === 0) return
    event.preventDefault()
    const next = {
      row: Math.min(lines.length - 1, Math.max(0, row + down)),
      column: Math.min(columns.length, Math.max(0, column + right)),
    }
    setAt(next)
    if (many) virtual.scrollToIndex(next.row)
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus(),
    )
  }

  const rows = lines
    .slice(first, last)
    .map((line, index) => (
      <Line
        key={line.key}
        line={line}
        row={first + index}
        at={at}
        columns={columns}
        money={money}
        onMove={move}
        onOpen={onOpen}
      />
    ))
  return (
    <div className={styles.body} ref={body}>
      <table
        aria-label={label}
        aria-rowcount={lines.length}
        className={many ? `${styles.table} ${styles.oneLine}` : styles.table}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={grouped ? 2 : 1} style={{ width: 36 }}>
              TT
            </th>
            <th scope="col" rowSpan={grouped ? 2 : 1}>
              {lineHeading}
            </th>
            {stretches(columns).map((one, index) =>
              'columns' in one ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: two stretches may have one heading
                <th key={`${one.heading} ${index}`} scope="colgroup" colSpan={one.columns}>
                  {one.heading}
                </th>
              ) : (
                <Head key={one.key} column={one} rowSpan={grouped ? 2 : 1} ruleNames={ruleNames} />
              ),
            )}
          </tr>
          {grouped && (
            <tr>
              {columns.flatMap((column) =>
                column.group === null
                  ? []
                  : [<Head key={column.key} column={column} rowSpan={1} ruleNames={ruleNames} />],
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {first > 0 && (
            <tr>
              <td colSpan={columns.length + 2} style={{ height: first * ROW, padding: 0 }} />
            </tr>
          )}
          {rows}
          {last < lines.length && (
            <tr>
              <td colSpan={columns.length + 2} style={{ height: (lines.length - last) * ROW, padding: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps {
  readonly column: ShownColumn
  readonly rowSpan: number
  readonly ruleNames: ReadonlyMap<string, string>
}

function Head({ column, rowSpan, ruleNames }: HeadProps) {
  const rule = column.rule === null ? undefined : ruleNames.get(column.rule)
  const width = widths[column.kind]
  return (
    <th scope="col" rowSpan={rowSpan} title={rule} style={width === 0 ? {} : { width }}>
      {column.heading}
    </th>
  )
}

interface LineProps {
  readonly line: ReportLine
  readonly row: number
  readonly at: { readonly row: number; readonly column: number }
  readonly columns: readonly ShownColumn[]
  readonly money: Money
  readonly onMove: (event: KeyboardEvent, row: number, column: number) => void
  readonly onOpen: ReportGridProps['onOpen']
}

const lookOf = { row: undefined, group: styles.strong, total: styles.total, beside: styles.beside } as const

function Line({ line, row, at, columns, money, onMove, onOpen }: LineProps) {
  const cell = (column: number, canOpen: boolean, open: () => void) => ({
    'data-cell': `${row} ${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && canOpen) open()
      else onMove(event, row, column)
    },
    ...(canOpen ? { onClick: open } : {}),
  })
  return (
    <tr className={lookOf[line.kind]}>
      <td className={styles.centred}>{line.mark}</td>
      <th
        scope="row"
        title={line.heading}
        className={line.opens === null ? styles.line : `${styles.line} ${styles.cell}`}
        {...cell(0, line.opens !== null, () => onOpen(line, null))}
      >
        {line.heading}
      </th>
      {columns.map((column, index) => {
        const value = line.cells[column.key] ?? null
        const text = valueText(value, column.kind, money)
        const canOpen = opens(line, column, value)
        const look = [isFigure(column.kind) ? styles.figure : undefined, canOpen ? styles.cell : undefined]
        return (
          <td
            key={column.key}
            className={look.filter(Boolean).join(' ') || undefined}
            title={exactText(value, column.kind) ?? (column.kind === 'text' ? text : undefined)}
            {...cell(index + 1, canOpen, () => onOpen(line, column))}
          >
            {text}
          </td>
        )
      })}
    </tr>
  )
}
