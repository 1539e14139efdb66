// The columns of a table as data: what is shown, sorted, summed and copied.
import type { ReactNode } from 'react'
import { compareVietnamese } from '../../shared/vietnamese/order'

export interface Column<T> {
  readonly id: string
  readonly header: string
  /** In pixels; the column marked `grow` also takes what is left. */
  readonly width: number
  readonly grow?: boolean
  /** Names that begin alike are told apart by their ends: these may take two lines. */
  readonly twoLines?: boolean
  readonly align?: 'start' | 'end' | 'center'
  /** What is shown and copied. */
  readonly text: (row: T) => string
  /** Shown instead of the text, where more than text is needed. */
  readonly cell?: (row: T) => ReactNode
  /** The tooltip; the text when not given. For money: the exact đồng. */
  readonly title?: (row: T) => string
  /** What goes to Excel, where it differs from what is shown. */
  readonly copy?: (row: T) => string
  /** False: no sorting. A function: by this value instead of the text. */
  readonly sort?: false | ((row: T) => string | number | null)
  /** In the foot row. */
  readonly foot?: ReactNode
  /** Not shown until chosen. */
  readonly hidden?: boolean
}

/** In pixels. All rows of a list are of one height, so that only those in sight need be drawn. */
export function rowHeightOf<T>(shown: readonly Column<T>[]): number {
  return shown.some((column) => column.twoLines === true) ? 44 : 32
}

export interface Sort {
  readonly column: string
  readonly descending: boolean
}

export function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sort: Sort | null): readonly T[] {
  const column = columns.find((one) => one.id === sort?.column)
  if (sort === null || column === undefined || column.sort === false) return rows
  const sortValue = column.sort ?? column.text
  const direction = sort.descending ? -1 : 1
  return rows
    .map((row, index) => ({ row, index, value: sortValue(row) }))
    .sort((a, b) => {
      // What is not known comes last in both directions.
      if (isEmpty(a.value) !== isEmpty(b.value)) return isEmpty(a.value) ? 1 : -1
      return direction * compareValues(a.value, b.value) || a.index - b.index
    })
    .map(({ row }) => row)
}

function isEmpty(value: string | number | null): boolean {
  return value === null || value === ''
}

function compareValues(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareVietnamese(String(a ?? ''), String(b ?? ''))
}

/** Next state of a column's head when it is pressed: up, down, as it came. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}

/** Rows as Excel takes them from the clipboard: tabs and line breaks inside a cell would make new cells. */
export function toClipboardText<T>(rows: readonly T[], columns: readonly Column<T>[], withHead: boolean): string {
  const lines = rows.map((row) => columns.map((column) => (column.copy ?? column.text)(row)))
  const head = withHead ? [columns.map((column) => column.header)] : []
  return [...head, ...lines].map((cells) => cells.map(oneCell).join('\t')).join('\r\n')
}

function oneCell(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
