// The budget being typed, outside React: a keystroke recomputes one row and the foot, whatever the number of rows.
import type { BudgetLine } from '../../shared/contract/projects'
import { budgetLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import {
  type BudgetColumn,
  type BudgetRowReading,
  type BudgetRowText,
  type BudgetSums,
  blankRow,
  mismatchInWords,
  placeBlock,
  readRow,
  sumReadings,
  textOfLine,
  tidyCell,
  typedColumns,
} from './budgetRows'

export interface BudgetRow {
  readonly id: number
  readonly text: BudgetRowText
  readonly reading: BudgetRowReading
  /** Grows when the program, not the user, changes the text: the fields must then show it. */
  readonly revision: number
  /** What is wrong with the row, told once the row is left; not while it is being typed. */
  readonly messages: readonly string[]
}

export interface BudgetStore {
  readonly subscribe: (listener: () => void) => () => void
  readonly rowIds: () => readonly number[]
  readonly row: (id: number) => BudgetRow
  readonly sums: () => BudgetSums
  readonly changed: () => boolean
  /** Position of the row taken out last, for putting it back. */
  readonly removedRow: () => { readonly number: number } | null

  readonly type: (id: number, column: BudgetColumn, text: string) => void
  readonly leaveCell: (id: number, column: BudgetColumn) => void
  readonly leaveRow: (id: number) => void
  readonly restore: (id: number, column: BudgetColumn, text: string) => void
  /** Copies the cell above; false on the first row. */
  readonly fillDown: (id: number, column: BudgetColumn) => boolean
  readonly paste: (id: number, column: BudgetColumn, block: readonly (readonly string[])[]) => void
  /** Puts what the sources lack into the counterpart. */
  readonly putRestIntoCounterpart: (id: number) => void
  /** Whose cost the row is: place in the list of beneficiaries, null for nobody's own. */
  readonly setOwner: (id: number, owner: number | null) => void
  /** The list of beneficiaries changed: each place now stands at another one, or nowhere. */
  readonly beneficiariesMoved: (placeNow: (before: number) => number | null) => void
  readonly insertAfter: (id: number | null) => number
  readonly remove: (id: number) => void
  readonly putBack: () => number | null

  /** The rows that say something, with the row each came from. */
  readonly lines: () => readonly { readonly id: number; readonly number: number; readonly reading: BudgetRowReading }[]
  readonly tellAll: () => void
  /** Grows with every change, so that what was typed while a saving was under way is known to be unsaved. */
  readonly edition: () => number
  readonly markSaved: (edition: number) => void
}

interface Named {
  readonly name: string
}

/** The lines as they are saved: each with the name of whose it is. */
export function budgetOf(store: BudgetStore, beneficiaries: readonly Named[]): BudgetLine[] {
  return store.lines().map(({ reading: { line, owner } }) => ({
    ...line,
    beneficiary: owner === null ? '' : (beneficiaries[owner]?.name ?? ''),
  }))
}

export function createBudgetStore(lines: readonly BudgetLine[], beneficiaries: readonly Named[] = []): BudgetStore {
  const ownerOf = ({ beneficiary }: BudgetLine): number | null => {
    const place = beneficiaries.findIndex(({ name }) => name === beneficiary)
    return place === -1 ? null : place
  }
  let nextId = 1
  const rows = new Map<number, BudgetRow>()
  const listeners = new Set<() => void>()
  let order: readonly number[] = []
  let sums: BudgetSums = sumReadings([])
  let edition = 0
  let savedEdition = 0
  let removed: { readonly id: number; readonly at: number } | null = null

  const make = (text: BudgetRowText): number => {
    const id = nextId
    nextId += 1
    rows.set(id, { id, text, reading: readRow(text), revision: 0, messages: [] })
    return id
  }
  const row = (id: number): BudgetRow => {
    const found = rows.get(id)
    if (found === undefined) throw new Error(`no budget row ${id}`)
    return found
  }
  const changedNow = () => {
    sums = sumReadings(order.map((id) => row(id).reading))
    for (const listener of listeners) listener()
  }
  const write = (id: number, text: BudgetRowText, byProgram: boolean) => {
    const before = row(id)
    const reading = readRow(text)
    rows.set(id, {
      ...before,
      text,
      reading,
      revision: before.revision + (byProgram ? 1 : 0),
      // A message already told goes away as soon as its cause does, and is otherwise left alone while typing.
      messages: byProgram && before.messages.length > 0 ? messagesOf(reading) : before.messages,
    })
    edition += 1
  }
  const tell = (id: number) => {
    const before = row(id)
    const messages = messagesOf(before.reading)
    if (messages.join('\n') !== before.messages.join('\n')) rows.set(id, { ...before, messages })
  }
  const setCell = (id: number, column: BudgetColumn, text: string) => {
    if (row(id).text[column] !== text) write(id, { ...row(id).text, [column]: text }, true)
  }

  order = lines.length === 0 ? [make(blankRow)] : lines.map((line) => make(textOfLine(line, ownerOf(line))))
  sums = sumReadings(order.map((id) => row(id).reading))
  for (const id of order) tell(id)

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    rowIds: () => order,
    row,
    sums: () => sums,
    changed: () => edition !== savedEdition,
    removedRow: () => (removed === null ? null : { number: removed.at + 1 }),

    type: (id, column, text) => {
      write(id, { ...row(id).text, [column]: text }, false)
      changedNow()
    },
    leaveCell: (id, column) => {
      const text = row(id).text[column]
      const tidy = tidyCell(column, text)
      if (tidy !== text) write(id, { ...row(id).text, [column]: tidy }, true)
      if (row(id).messages.length > 0) tell(id)
      changedNow()
    },
    leaveRow: (id) => {
      tell(id)
      changedNow()
    },
    restore: (id, column, text) => {
      setCell(id, column, text)
      changedNow()
    },
    fillDown: (id, column) => {
      const above = order[order.indexOf(id) - 1]
      if (above === undefined) return false
      setCell(id, column, row(above).text[column])
      changedNow()
      return true
    },
    paste: (id, column, block) => {
      const placed = placeBlock(block, column)
      const start = order.indexOf(id)
      const missing = start + placed.length - order.length
      if (missing > 0) order = [...order, ...Array.from({ length: missing }, () => make(blankRow))]
      placed.forEach((cells, offset) => {
        const target = order[start + offset]
        if (target === undefined) return
        write(target, { ...row(target).text, ...cells }, true)
        tell(target)
      })
      changedNow()
    },
    putRestIntoCounterpart: (id) => {
      const { reading } = row(id)
      if (reading.difference <= 0) return
      setCell(id, 'counterpart', formatMoney(reading.line.amounts.counterpart + reading.difference))
      tell(id)
      changedNow()
    },
    setOwner: (id, owner) => {
      write(id, { ...row(id).text, owner }, true)
      changedNow()
    },
    beneficiariesMoved: (placeNow) => {
      // The row taken out last as well: it may be put back.
      for (const id of removed === null ? order : [...order, removed.id]) {
        const { text } = row(id)
        if (text.owner === null) continue
        const owner = placeNow(text.owner)
        if (owner !== text.owner) write(id, { ...text, owner }, true)
      }
      changedNow()
    },
    insertAfter: (id) => {
      const fresh = make(blankRow)
      const at = id === null ? order.length : order.indexOf(id) + 1
      order = [...order.slice(0, at), fresh, ...order.slice(at)]
      changedNow()
      return fresh
    },
    remove: (id) => {
      const at = order.indexOf(id)
      if (at < 0) return
      // The row itself is kept: a component on its way out may still ask for it, and it can be put back.
      if (!row(id).reading.blank) removed = { id, at }
      order = order.filter((one) => one !== id)
      if (order.length === 0) order = [make(blankRow)]
      edition += 1
      changedNow()
    },
    putBack: () => {
      if (removed === null) return null
      const { id, at } = removed
      order = [...order.slice(0, at), id, ...order.slice(at)]
      removed = null
      edition += 1
      changedNow()
      return id
    },

    lines: () =>
      order.flatMap((id, index) => {
        const { reading } = row(id)
        return reading.blank ? [] : [{ id, number: index + 1, reading }]
      }),
    tellAll: () => {
      for (const id of order) tell(id)
      changedNow()
    },
    edition: () => edition,
    markSaved: (saved) => {
      savedEdition = saved
      changedNow()
    },
  }
}

function messagesOf(reading: BudgetRowReading): readonly string[] {
  if (reading.blank) return []
  const mismatch = mismatchInWords(reading)
  return [
    ...typedColumns.flatMap((column) =>
      reading.problems
        .filter((one) => one.column === column)
        .map(({ message }) => `${budgetLabels[column]}: ${message}`),
    ),
    ...(mismatch === null ? [] : [mismatch]),
  ]
}
