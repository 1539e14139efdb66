// Cells copied in Excel, as rows: a cell with a line break or a quote in it comes quoted, and is one cell all the same.
import { useEffect, useRef } from 'react'
import { csvField, csvRecords, OpenQuote } from '../../shared/vietnamese/csv'
import { fold } from '../../shared/vietnamese/fold'

/** Null where it is no table of cells: a quote without its end. */
export function pastedRows(text: string): string[][] | null {
  try {
    return [...csvRecords(text.replace(/(?:\r?\n)+$/, ''), '\t')]
  } catch (error) {
    if (error instanceof OpenQuote) return null
    throw error
  }
}

/** Several cells, and not a word or a sentence. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.trimEnd())
}

/** What rows do not say because the place they are pasted onto says it. */
export interface PastedAbout {
  /** Lines above the table: of which plan, in which unit. */
  readonly titles?: readonly string[]
  /** Heading → what every row has under it, where the rows have no such column of their own. */
  readonly columns?: Readonly<Record<string, string>>
}

type Rows = readonly (readonly string[])[]

/** As a file of text; rows copied without their headings, as wide as the list, get the list's own. */
export function withHeadings(
  rows: Rows,
  headings: readonly string[],
  { titles = [], columns = {} }: PastedAbout = {},
): string {
  const sameWidth = rows.every((row) => row.length === headings.length)
  const table = sameWidth && !namesColumns(rows, headings) ? [headings, ...rows] : rows
  const lines = [...titles.map((title) => [title]), ...withColumns(table, columns)]
  return `sep=\t\r\n${lines.map((row) => row.map((cell) => csvField(cell, '\t')).join('\t')).join('\r\n')}`
}

/** The first row is one of headings where it says one of the list's, or only words over columns that hold figures. */
export function namesColumns(rows: Rows, headings: readonly string[]): boolean {
  const [first = [], ...others] = rows
  const known = new Set(headings.map(fold))
  if (first.some((cell) => known.has(fold(cell)))) return true
  if (others.length === 0 || first.some((cell) => cell.trim() === '' || /\d/.test(cell))) return false
  return first.some((_, column) => {
    const below = others.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
    return below.length > 0 && below.every((cell) => /\d/.test(cell))
  })
}

function withColumns(table: Rows, columns: Readonly<Record<string, string>>): Rows {
  const [head = [], ...rows] = table
  const said = new Set(head.map(fold))
  const more = Object.entries(columns).filter(([heading]) => !said.has(fold(heading)))
  return [
    [...more.map(([heading]) => heading), ...head],
    ...rows.map((row) => [...more.map(([, value]) => value), ...row]),
  ]
}

/** Cells pasted anywhere on the screen but into a box or a dialog. */
export function usePastedRows(onRows: ((text: string) => void) | null): void {
  const latest = useRef(onRows)
  latest.current = onRows
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (latest.current === null || belongsToBox(event.target) || !isTable(text)) return
      event.preventDefault()
      latest.current(text)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}

function belongsToBox(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return true
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}
