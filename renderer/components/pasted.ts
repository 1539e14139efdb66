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

/** As a file of text; rows copied without their headings, as wide as the list, get the list's own. */
export function withHeadings(rows: readonly (readonly string[])[], headings: readonly string[]): string {
  const [first = []] = rows
  const known = new Set(headings.map(fold))
  const namesColumns = first.some((cell) => known.has(fold(cell)))
  const sameWidth = rows.every((row) => row.length === headings.length)
  const table = sameWidth && !namesColumns ? [headings, ...rows] : rows
  const lines = table.map((row) => row.map((cell) => csvField(cell, '\t')).join('\t'))
  return `sep=\t\r\n${lines.join('\r\n')}`
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
