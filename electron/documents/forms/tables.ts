// Tables of the forms said in few words: columns with their headings, rows of cells, a sum at the foot.
import { formatInteger } from '../../../shared/vietnamese/numbers'
import type { Align, Cell, HeaderCell, TableBlock, TableColumn, TableRow } from '../blocks'
import { blankRow } from './budgetTable'

export type HeadColumn = { readonly text: string; readonly weight: number; readonly align: Align }
/** Columns under one common heading. */
export type HeadGroup = { readonly text: string; readonly columns: readonly HeadColumn[] }
export type Head = HeadColumn | HeadGroup

export const ordinalColumn: HeadColumn = { text: 'TT', weight: 0.6, align: 'center' }

export function textColumn(text: string, weight: number): HeadColumn {
  return { text, weight, align: 'left' }
}

export function centredColumn(text: string, weight: number): HeadColumn {
  return { text, weight, align: 'center' }
}

export function moneyColumn(text: string, weight = 1.6): HeadColumn {
  return { text, weight, align: 'right' }
}

function isGroup(head: Head): head is HeadGroup {
  return 'columns' in head
}

/** Without rows there is one to fill by hand. */
export function ruledTable(
  heads: readonly Head[],
  rows: readonly TableRow[],
  foot: readonly TableRow[] = [],
): TableBlock {
  const columns = heads.flatMap((head) => (isGroup(head) ? head.columns : [head]))
  const grouped = heads.some(isGroup)
  return {
    kind: 'table',
    columns: columns.map(({ weight, align }): TableColumn => ({ weight, align })),
    header: [
      heads.map((head): HeaderCell => {
        if (isGroup(head)) return { text: head.text, colSpan: head.columns.length }
        return grouped ? { text: head.text, rowSpan: 2 } : { text: head.text }
      }),
      ...(grouped ? [heads.flatMap((head) => (isGroup(head) ? head.columns.map(({ text }) => ({ text })) : []))] : []),
    ],
    rows: [...(rows.length === 0 ? [blankRow(columns.length)] : rows), ...foot],
  }
}

export function row(...cells: readonly Cell[]): TableRow {
  return { kind: 'row', cells }
}

export function groupRow(...cells: readonly Cell[]): TableRow {
  return { kind: 'group', cells }
}

/** "Tổng cộng" over the first columns, the sums after it. */
export function totalRow(spanned: number, ...cells: readonly Cell[]): TableRow {
  return { kind: 'total', cells: [{ text: 'Tổng cộng', colSpan: spanned, align: 'center' }, ...cells] }
}

/** Room to write by hand in a cell. */
export const CELL_BLANK = '………'

export function amountCell(dong: number | null): string {
  return dong === null ? CELL_BLANK : formatInteger(dong)
}

/** Nothing where there is no money: a table full of zeros is hard to read. */
export function amountOrNothing(dong: number): string {
  return dong === 0 ? '' : formatInteger(dong)
}

/** "+" where something was added. */
export function differenceCell(dong: number | null): string {
  if (dong === null) return CELL_BLANK
  return dong > 0 ? `+${formatInteger(dong)}` : formatInteger(dong)
}

export function textCell(text: string | null): string {
  return text === null || text.trim() === '' ? CELL_BLANK : text
}

/** The sum, or null where a part of it is not known. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}
