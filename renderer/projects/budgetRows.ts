// What stands in the budget grid and what it means: rows of text as typed, read into budget lines without ever guessing a figure.
import type { BudgetLine } from '../../shared/contract/projects'
import {
  type AmountsBySource,
  type FundingSource,
  fundingSources,
  largestAmount,
  totalOf,
} from '../../shared/domain/money'
import { emptyAmounts, lineAmount } from '../../shared/domain/projects'
import { formatMoney, parseMoney } from '../../shared/vietnamese/money'
import { formatDecimal, parseDecimal } from '../../shared/vietnamese/numbers'
import { cleanLine } from '../../shared/vietnamese/text'

export type BudgetColumn = 'content' | 'unit' | 'quantity' | 'unitPrice' | FundingSource | 'note'

/** A row as it is typed. What cannot be read stays as it is, with its reason beside it. */
export type BudgetRowText = Readonly<Record<BudgetColumn, string>> & {
  /** Place in the list of beneficiaries; null: a cost common to the đề án. Chosen, never typed. */
  readonly owner: number | null
}

/** Columns from left to right as they are seen; 'amount' is computed and takes no typing. */
export const shownColumns = [
  'content',
  'unit',
  'quantity',
  'unitPrice',
  'amount',
  'national',
  'local',
  'counterpart',
  'other',
  'note',
] as const satisfies readonly (BudgetColumn | 'amount')[]

export const typedColumns: readonly BudgetColumn[] = shownColumns.filter((column) => column !== 'amount')

export interface CellProblem {
  readonly column: BudgetColumn
  readonly message: string
}

export interface BudgetRowReading {
  /** Nothing is typed in it: it is not part of the budget. */
  readonly blank: boolean
  /** Without whose it is: that is a place in a list still being typed. */
  readonly line: TypedLine
  readonly owner: number | null
  /** Quantity × unit price; null while one of them is missing. */
  readonly amount: number | null
  readonly sources: number
  /** amount − sources where both are known and every cell could be read, else 0. */
  readonly difference: number
  readonly problems: readonly CellProblem[]
}

export const blankRow: BudgetRowText = {
  content: '',
  unit: '',
  quantity: '',
  unitPrice: '',
  national: '',
  local: '',
  counterpart: '',
  other: '',
  note: '',
  owner: null,
}

/** A line as the grid holds it; its beneficiary is known by place until it is saved. */
export type TypedLine = Omit<BudgetLine, 'beneficiary'>

type ReadNumber =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly message: string }

/** Thousandths, at most three digits after the comma. */
export function readQuantity(text: string): ReadNumber {
  if (cleanLine(text) === '') return { kind: 'empty' }
  const parsed = parseDecimal(text, { prefer: 'vietnamese', commaIs: 'decimal' })
  if (parsed.kind !== 'value') return { kind: 'wrong', message: 'Số lượng phải là số, ví dụ 2 hoặc 2,5.' }
  const scaled = parsed.units * 1000n
  const divisor = 10n ** BigInt(parsed.scale)
  if (scaled % divisor !== 0n) return { kind: 'wrong', message: 'Số lượng chỉ ghi tối đa 3 chữ số sau dấu phẩy.' }
  const thousandths = scaled / divisor
  if (thousandths < 0n) return { kind: 'wrong', message: 'Số lượng không được âm.' }
  if (thousandths > 1_000_000_000_000n) return { kind: 'wrong', message: 'Số lượng lớn quá.' }
  return { kind: 'value', value: Number(thousandths) }
}

/** Whole đồng. "12,000" can only mean twelve thousand here: nobody writes a fraction of a đồng. */
export function readDong(text: string): ReadNumber {
  if (cleanLine(text) === '') return { kind: 'empty' }
  const parsed = parseMoney(text, 'dong', { prefer: 'vietnamese' })
  switch (parsed.kind) {
    case 'value':
      return checkDong(parsed.dong)
    case 'ambiguous':
      return checkDong(Math.max(...parsed.readings))
    case 'fraction':
      return { kind: 'wrong', message: 'Phải là số đồng nguyên, không có số lẻ.' }
    case 'none':
      return { kind: 'wrong', message: 'Phải là số tiền, ví dụ 150.000.000 hoặc 150 triệu.' }
  }
}

function checkDong(dong: number): ReadNumber {
  if (dong < 0) return { kind: 'wrong', message: 'Số tiền không được âm.' }
  if (dong > largestAmount) return { kind: 'wrong', message: 'Số tiền lớn quá mức cho phép.' }
  return { kind: 'value', value: dong }
}

export function formatQuantity(thousandths: number): string {
  return formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)
}

export function readRow(row: BudgetRowText): BudgetRowReading {
  const problems: CellProblem[] = []
  const numberIn = (column: BudgetColumn, read: (text: string) => ReadNumber): number | null => {
    const result = read(row[column])
    if (result.kind === 'wrong') problems.push({ column, message: result.message })
    return result.kind === 'value' ? result.value : null
  }
  const blank = typedColumns.every((column) => cleanLine(row[column]) === '')
  const content = cleanLine(row.content)
  if (!blank && content === '') problems.push({ column: 'content', message: 'Phải nhập nội dung chi.' })
  const quantityThousandths = numberIn('quantity', readQuantity)
  const unitPrice = numberIn('unitPrice', readDong)
  const amounts = emptyAmounts()
  for (const source of fundingSources) amounts[source] = numberIn(source, readDong) ?? 0
  const amount = amountOf(quantityThousandths, unitPrice)
  if (amount !== null && amount > largestAmount)
    problems.push({ column: 'unitPrice', message: 'Thành tiền lớn quá mức cho phép.' })
  const sources = totalOf(amounts)
  return {
    blank,
    line: {
      content,
      unit: cleanLine(row.unit),
      quantityThousandths,
      unitPrice,
      amounts,
      note: cleanLine(row.note),
    },
    owner: row.owner,
    amount,
    sources,
    difference: amount === null || problems.length > 0 ? 0 : amount - sources,
    problems,
  }
}

function amountOf(quantityThousandths: number | null, unitPrice: number | null): number | null {
  return quantityThousandths === null || unitPrice === null ? null : lineAmount(quantityThousandths, unitPrice)
}

/** The difference said in words, or null when the sources make the amount. */
export function mismatchInWords(reading: BudgetRowReading): string | null {
  if (reading.blank || reading.amount === null || reading.difference === 0) return null
  const gap = formatMoney(Math.abs(reading.difference))
  return `Thành tiền ${formatMoney(reading.amount)} đồng, các nguồn cộng lại ${formatMoney(reading.sources)} đồng: ${
    reading.difference > 0 ? 'còn thiếu' : 'thừa'
  } ${gap} đồng.`
}

export function textOfLine(line: TypedLine, owner: number | null = null): BudgetRowText {
  const money = (dong: number | null) => (dong === null ? '' : formatMoney(dong))
  const source = (dong: number) => (dong === 0 ? '' : formatMoney(dong))
  return {
    content: line.content,
    unit: line.unit,
    quantity: line.quantityThousandths === null ? '' : formatQuantity(line.quantityThousandths),
    unitPrice: money(line.unitPrice),
    national: source(line.amounts.national),
    local: source(line.amounts.local),
    counterpart: source(line.amounts.counterpart),
    other: source(line.amounts.other),
    note: line.note,
    owner,
  }
}

/** A cell as it stands once it is left: figures in Vietnamese style, what cannot be read untouched. */
export function tidyCell(column: BudgetColumn, text: string): string {
  switch (column) {
    case 'content':
    case 'unit':
    case 'note':
      return cleanLine(text)
    case 'quantity': {
      const read = readQuantity(text)
      return read.kind === 'value' ? formatQuantity(read.value) : cleanLine(text)
    }
    default: {
      const read = readDong(text)
      return read.kind === 'value' ? formatMoney(read.value) : cleanLine(text)
    }
  }
}

/** Cells of a block as Excel puts it on the clipboard: tabs, line ends, and quotes around cells that hold either. */
export function parseClipboardBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const closeRow = () => {
    row.push(cell)
    rows.push(row)
    row = []
    cell = ''
  }
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < source.length; at += 1) {
    const letter = source.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell === '' && closesLater(source, at)) quoted = true
    else if (letter === '\t') {
      row.push(cell)
      cell = ''
    } else if (letter === '\n') closeRow()
    else cell += letter
  }
  closeRow()
  return rows
}

// A lone quotation mark at the start of a cell is a letter of the text, not Excel's quoting.
function closesLater(source: string, at: number): boolean {
  return /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(source.slice(at))
}

/** More than one cell: a single cell is pasted as ordinary text, where the caret is. */
export function isBlock(block: readonly (readonly string[])[]): boolean {
  return block.length > 1 || (block[0]?.length ?? 0) > 1
}

/**
 * What a pasted block puts into each row, from the focused column rightwards. The block lies over the columns as they are
 * seen, so its "Thành tiền" falls on ours, which is computed and takes nothing.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  startColumn: BudgetColumn,
): Partial<Record<BudgetColumn, string>>[] {
  const start = shownColumns.indexOf(startColumn)
  const withoutOrdinals =
    startColumn === 'content' && beginsWithOrdinals(block) ? block.map((row) => row.slice(1)) : block
  return withoutOrdinals.map((cells) => {
    const placed: Partial<Record<BudgetColumn, string>> = {}
    cells.forEach((cell, offset) => {
      const column = shownColumns[start + offset]
      if (column !== undefined && column !== 'amount') placed[column] = tidyCell(column, cell)
    })
    return placed
  })
}

// The block was copied from the TT column on: "1", "2", "I", "a)" beside words.
function beginsWithOrdinals(block: readonly (readonly string[])[]): boolean {
  return block.every(
    ([first = '', second = '']) => /^(?:\d{1,4}|[IVXLC]+|[a-zđ])?[.)]?$/iu.test(first.trim()) && /\p{L}/u.test(second),
  )
}

export interface BudgetSums {
  readonly amounts: AmountsBySource
  /** Sum of quantity × unit price where known, else of the sources. */
  readonly total: number
}

export function sumReadings(readings: Iterable<BudgetRowReading>): BudgetSums {
  const amounts = emptyAmounts()
  let total = 0
  for (const reading of readings) {
    for (const source of fundingSources) amounts[source] += reading.line.amounts[source]
    total += reading.amount ?? reading.sources
  }
  return { amounts, total }
}
