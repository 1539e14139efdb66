// Rows copied in Excel beside the rows of a grid, as plain data: which column is which, which rows are new, there already with
// other words, there already as they are, or hold a cell that cannot be read.
import type { FieldValues } from 'react-hook-form'
import { assertNever } from '../../shared/domain/assertNever'
import { fold } from '../../shared/vietnamese/fold'
import { findMoneyUnit, type MoneyUnit } from '../../shared/vietnamese/money'
import { type GridColumn, isUnread, put, readCell, valueAt } from './gridColumns'
import { namesColumns } from './pasted'

export type PastedStatus = 'new' | 'changed' | 'same' | 'wrong'

export interface PastedCell {
  readonly column: GridColumn
  readonly text: string
  readonly value: unknown
  readonly wrong: boolean
}

export interface PastedRow {
  readonly status: PastedStatus
  /** What the row says; cells left empty change nothing. */
  readonly cells: readonly PastedCell[]
  /** The row of the grid it is the same as. */
  readonly of: number | null
}

export interface PastedGrid {
  readonly columns: readonly GridColumn[]
  /** Headings that are none of the grid's. */
  readonly leftAside: readonly string[]
  readonly rows: readonly PastedRow[]
}

interface Taken {
  readonly at: number
  readonly column: GridColumn
  readonly unit: MoneyUnit
}

const ordinals = new Set(['tt', 'stt', 'so tt', 'so thu tu'])

/** A heading or a label without its unit and its brackets. */
const bare = (text: string) =>
  fold(text.replace(/\([^)]*\)/g, ' '))
    .replace(/[^a-z0-9% ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export function readPastedGrid(
  pasted: readonly (readonly string[])[],
  columns: readonly GridColumn[],
  existing: readonly FieldValues[],
): PastedGrid {
  const rows = pasted.filter((row) => row.some((cell) => cell.trim() !== ''))
  const headed = isHeaded(rows, columns)
  const head = headed ? (rows[0] ?? []) : []
  const lines = headed ? rows.slice(1) : rows
  const taken = headed ? byHeadings(head, columns) : inOrder(lines, columns)
  const known = new Set(taken.map(({ at }) => at))
  const leftAside = head.filter((text, at) => text.trim() !== '' && !known.has(at) && !ordinals.has(bare(text)))
  const standing = existing.map((row) => row)
  const read = lines.map((line): PastedRow => {
    const cells = taken.flatMap(({ at, column, unit }): PastedCell[] => {
      const text = line[at] ?? ''
      if (text.trim() === '') return []
      const value = readCell(column, text, unit)
      return [{ column, text: text.trim(), value, wrong: isUnread(column, value) }]
    })
    const found = sameRow(cells, columns, standing)
    const of = found !== null && found < existing.length ? found : null
    // A row said twice in what was pasted is there once.
    if (found === null) standing.push(asRow(cells))
    return { status: statusOf(cells, found === null ? null : (standing[found] ?? null)), cells, of }
  })
  return { columns: columns.filter((column) => taken.some((one) => one.column === column)), leftAside, rows: read }
}

function isHeaded(rows: readonly (readonly string[])[], columns: readonly GridColumn[]): boolean {
  const [first = []] = rows
  const named = byHeadings(first, columns).length
  return named >= 2 || (named === 1 && first.length === 1 && rows.length > 1) || namesColumns(rows, [])
}

/** The words of the heading itself, else a heading that begins with the label or a label with the heading. */
function byHeadings(head: readonly string[], columns: readonly GridColumn[]): Taken[] {
  const free = new Set(columns)
  const taken: Taken[] = []
  const closeness: readonly ((heading: string, label: string) => boolean)[] = [
    (heading, label) => heading === label,
    (heading, label) => heading.startsWith(`${label} `) || label.startsWith(`${heading} `),
    (heading, label) => ` ${heading} `.includes(` ${label} `) || ` ${label} `.includes(` ${heading} `),
  ]
  for (const matches of closeness)
    head.forEach((text, at) => {
      const heading = bare(text)
      if (heading.length < 2 || taken.some((one) => one.at === at)) return
      const column = [...free].find((one) => matches(heading, bare(one.label)))
      if (column === undefined) return
      free.delete(column)
      taken.push({ at, column, unit: findMoneyUnit(text) ?? 'dong' })
    })
  return taken.sort((a, b) => a.at - b.at)
}

/** From the first column rightwards, a column of 1, 2, 3… before them passed over. */
function inOrder(lines: readonly (readonly string[])[], columns: readonly GridColumn[]): Taken[] {
  const numbered =
    lines.length > 0 &&
    columns[0]?.kind === 'text' &&
    lines.every((line, index) => line.length > 1 && (line[0] ?? '').trim() === String(index + 1))
  const skip = numbered ? 1 : 0
  return columns.map((column, index) => ({ at: index + skip, column, unit: 'dong' as const }))
}

function asRow(cells: readonly PastedCell[]): FieldValues {
  const row: FieldValues = {}
  for (const { column, value } of cells) put(row, column.name, value)
  return row
}

/** Rows are told apart by their first column that holds words. */
function sameRow(
  cells: readonly PastedCell[],
  columns: readonly GridColumn[],
  standing: readonly FieldValues[],
): number | null {
  const key = columns.find(({ kind }) => kind === 'text') ?? columns[0]
  const own = cells.find(({ column }) => column === key)
  if (key === undefined || own === undefined) return null
  const wanted = fold(String(own.value))
  const found = standing.findIndex((row) => fold(String(valueAt(row, key.name) ?? '')) === wanted)
  return found === -1 ? null : found
}

function statusOf(cells: readonly PastedCell[], other: FieldValues | null): PastedStatus {
  if (cells.some(({ wrong }) => wrong)) return 'wrong'
  if (other === null) return 'new'
  return cells.every(({ column, value }) => sameValue(valueAt(other, column.name), value)) ? 'same' : 'changed'
}

function sameValue(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'string' && typeof other === 'string' && one.trim() === other.trim())
}

/** What is taken unless the user says otherwise: what is already there is left alone, what is wrong is mended first. */
export function takenAtFirst({ status }: PastedRow): boolean {
  switch (status) {
    case 'new':
      return true
    case 'changed':
    case 'same':
    case 'wrong':
      return false
    default:
      return assertNever(status, 'every pasted row has its place')
  }
}

/** The rows of the grid with those chosen: changed ones over the rows they are the same as, the others at the end. */
export function withPasted(
  existing: readonly FieldValues[],
  chosen: readonly PastedRow[],
  newRow: () => FieldValues,
): FieldValues[] {
  const next = existing.map((row) => structuredClone(row))
  for (const { of, cells, status } of chosen) {
    const target = status === 'same' || of === null ? undefined : next[of]
    const row = target ?? newRow()
    for (const { column, value } of cells) if (value !== undefined) put(row, column.name, value)
    if (target === undefined) next.push(row)
  }
  return next
}
