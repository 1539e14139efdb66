// The keys of a list: Up, Down, Home, End, PageUp, PageDown move, Enter opens, Space chooses, its first letters find a row.
import { type KeyboardEvent, useRef } from 'react'
import { fold } from '../../shared/vietnamese/fold'
import type { Column } from './tableColumns'

interface TableKeys<T> {
  readonly count: number
  readonly active: number
  readonly rowAt: (index: number) => T | undefined
  readonly columns: readonly Column<T>[]
  /** How many rows a page of the list is. */
  readonly page: () => number
  readonly moveTo: (index: number) => void
  readonly scrollSideways: (by: number) => void
  readonly onOpen: ((row: T) => void) | undefined
  readonly onToggle: ((row: T) => void) | undefined
  /** Keys handled before the table's own; true when handled. */
  readonly onRowKey: ((event: KeyboardEvent, row: T) => boolean) | undefined
}

/** Letters typed within this time of each other are one text. */
const sameTextFor = 1_000

const sideways: Readonly<Record<string, number>> = { ArrowLeft: -120, ArrowRight: 120 }

export function useTableKeys<T>(keys: TableKeys<T>): (event: KeyboardEvent) => void {
  const { count, active, rowAt, columns, moveTo, onOpen, onToggle, onRowKey } = keys
  const typed = useRef({ text: '', at: 0 })

  function findTyped(letter: string): void {
    const now = performance.now()
    const text = (now - typed.current.at < sameTextFor ? typed.current.text : '') + letter
    typed.current = { text, at: now }
    const wanted = fold(text)
    if (wanted === '') return
    // The same letter again goes on to the next row; a longer text may stay on this one.
    const start = text.length === 1 ? active + 1 : active
    for (let step = 0; step < count; step += 1) {
      const index = (start + step) % count
      const row = rowAt(index)
      if (row === undefined || !typeAheadText(columns, row).some((one) => fold(one).startsWith(wanted))) continue
      moveTo(index)
      return
    }
  }

  return (event) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return
    const row = rowAt(active)
    if (row !== undefined && onRowKey?.(event, row) === true) {
      event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = keys.page()
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: active - 1,
      ArrowDown: active + 1,
      Home: 0,
      End: count - 1,
      PageUp: active - page,
      PageDown: active + page,
    }
    const move = moves[event.key]
    const by = sideways[event.key]
    if (move !== undefined) moveTo(move)
    else if (by !== undefined) keys.scrollSideways(by)
    else if (event.key === 'Enter') {
      if (row !== undefined) onOpen?.(row)
    } else if (event.key === ' ' && onToggle !== undefined) {
      if (row !== undefined) onToggle(row)
    } else if (event.key.length === 1) findTyped(event.key)
    else return
    event.preventDefault()
  }
}

/** Typing finds a row by the text of one of its first two columns: a code or a name. */
function typeAheadText<T>(columns: readonly Column<T>[], row: T): string[] {
  return columns.slice(0, 2).map((column) => column.text(row))
}
