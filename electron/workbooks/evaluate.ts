// Works out what a described table says: its lines in order, every sum as a whole number beside the formula that gives it.

import { assertNever } from '../../shared/domain/assertNever'
import { growthHundredths, percentHundredths } from '../../shared/domain/percent'
import { formatDate, formatMonth } from '../../shared/vietnamese/dates'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import { formatDecimal, formatInteger } from '../../shared/vietnamese/numbers'
import { moneyInWords } from '../../shared/vietnamese/words'
import { type Block, type CellValue, type Column, columnsOf, type Group, type Row, type Sheet } from './sheet'

export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'money'; readonly dong: number }
  | { readonly kind: 'quantity'; readonly thousandths: number }
  | { readonly kind: 'percent'; readonly hundredths: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'month'; readonly month: string }

/** Where a sum comes from. Lines and columns are counted from 0 in the evaluated table. */
export type Formula =
  | { readonly kind: 'columnsOfLine'; readonly columns: readonly number[] }
  | { readonly kind: 'lines'; readonly first: number; readonly last: number }
  | { readonly kind: 'eachLine'; readonly lines: readonly number[] }
  | {
      readonly kind: 'ratio'
      readonly part: number
      readonly whole: number
      readonly wholeLine: number
      readonly growth: boolean
    }

export interface LineCell {
  readonly value: Value
  readonly formula: Formula | null
}

export interface Line {
  readonly kind: 'row' | 'group' | 'total'
  /** How many groups stand around this line. */
  readonly depth: number
  /** Of groups and the total; rows carry theirs in the cells. */
  readonly mark: string
  readonly heading: string
  readonly cells: readonly (LineCell | null)[]
}

export interface EvaluatedSheet {
  readonly columns: readonly Column[]
  readonly lines: readonly Line[]
  readonly words: readonly string[]
  /** Decimals that show every digit of every amount; never fewer than an amount typed in later is likely to need. */
  readonly moneyDecimals: number
}

const unitPower: Readonly<Record<MoneyUnit, number>> = { dong: 0, thousand: 3, million: 6, billion: 9 }

export function decimalPlaces(unit: MoneyUnit): number {
  return unitPower[unit]
}

export function evaluate(sheet: Sheet): EvaluatedSheet {
  const columns = columnsOf(sheet.header)
  const lines: Line[] = []
  const top = addBlock(lines, columns, sheet.body, 0)
  if (sheet.total !== null)
    lines.push({ kind: 'total', depth: 0, mark: '', heading: sheet.total, cells: sumCells(lines, columns, top) })
  const last = lines.length - 1
  for (const row of sheet.beside ?? []) lines.push(rowLine(columns, row, 0))
  return {
    columns,
    lines: withRatios(lines, columns, last),
    words: sheet.words.map(({ caption, columns: keys }) => {
      const dong = keys.reduce((sum, key) => sum + columnSum(lines, columns, top, key), 0)
      return `Bằng chữ (${caption}): ${moneyInWords(dong)}.`
    }),
    moneyDecimals: moneyDecimals(lines, sheet.unit),
  }
}

/** The text a value shows in a Vietnamese office. */
export function valueText(value: Value, unit: MoneyUnit | null, decimals: number): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'integer':
      return formatInteger(value.value)
    case 'money':
      return value.dong === 0 ? '-' : moneyText(value.dong, unit ?? 'dong', decimals)
    case 'quantity':
      return formatDecimal({ units: BigInt(value.thousandths), scale: 3 }, 3)
    case 'percent':
      return formatDecimal({ units: BigInt(value.hundredths), scale: 2 }, 2, 2)
    case 'date':
      return formatDate(value.date)
    case 'month':
      return formatMonth(value.month)
    default:
      return assertNever(value, 'a value of an unknown kind')
  }
}

/** One decimal at least where the unit has any, as plans are written: 700,0 beside 280,5. */
export function moneyText(dong: number, unit: MoneyUnit, decimals: number): string {
  return formatDecimal({ units: BigInt(dong), scale: unitPower[unit] }, decimals, unit === 'dong' ? 0 : 1)
}

/** What a sum above these lines has to add: a stretch of rows, or the subtotals of groups. */
type Summands =
  | { readonly kind: 'rows'; readonly first: number; readonly last: number }
  | { readonly kind: 'groups'; readonly lines: readonly number[] }

function addBlock(lines: Line[], columns: readonly Column[], block: Block, depth: number): Summands {
  if (block.kind === 'rows') {
    const first = lines.length
    for (const row of block.rows) lines.push(rowLine(columns, row, depth))
    return { kind: 'rows', first, last: lines.length - 1 }
  }
  const heads: number[] = []
  for (const group of block.groups) {
    if (!hasRows(group.content)) continue
    heads.push(addGroup(lines, columns, group, depth))
  }
  return { kind: 'groups', lines: heads }
}

function addGroup(lines: Line[], columns: readonly Column[], group: Group, depth: number): number {
  const head = lines.length
  const line = { kind: 'group', depth, mark: group.mark, heading: group.heading } as const
  // Holds the place: the sums of a heading stand above the rows they add.
  lines.push({ ...line, cells: [] })
  const summands = addBlock(lines, columns, group.content, depth + 1)
  lines[head] = { ...line, cells: sumCells(lines, columns, summands) }
  return head
}

function hasRows(block: Block): boolean {
  return block.kind === 'rows' ? block.rows.length > 0 : block.groups.some((group) => hasRows(group.content))
}

function rowLine(columns: readonly Column[], row: Row, depth: number): Line {
  const cells = columns.map((column): LineCell | null => {
    if (column.addsUp === undefined) {
      const value = toValue(column, row[column.key] ?? null)
      return value === null ? null : { value, formula: null }
    }
    const keys = column.addsUp
    if (column.blankIfNone === true && keys.every((key) => (row[key] ?? null) === null)) return null
    const sources = columns.flatMap((source, index) => (keys.includes(source.key) ? [index] : []))
    const sum = keys.reduce((total, key) => total + wholeNumber(row[key] ?? null), 0)
    return { value: amountValue(column, sum), formula: { kind: 'columnsOfLine', columns: sources } }
  })
  return { kind: 'row', depth, mark: '', heading: '', cells }
}

function sumCells(lines: readonly Line[], columns: readonly Column[], summands: Summands): (LineCell | null)[] {
  const formula = sumFormula(summands)
  return columns.map((column, index) =>
    column.summed === true ? { value: amountValue(column, sumOver(lines, index, summands)), formula } : null,
  )
}

function sumFormula(summands: Summands): Formula | null {
  if (summands.kind === 'rows')
    return summands.last < summands.first ? null : { kind: 'lines', first: summands.first, last: summands.last }
  return summands.lines.length === 0 ? null : { kind: 'eachLine', lines: summands.lines }
}

function sumOver(lines: readonly Line[], column: number, summands: Summands): number {
  const summed =
    summands.kind === 'rows' ? lines.slice(summands.first, summands.last + 1) : summands.lines.map((at) => lines[at])
  return summed.reduce((sum, line) => sum + amountOf(line?.cells[column] ?? null), 0)
}

function columnSum(lines: readonly Line[], columns: readonly Column[], summands: Summands, key: string): number {
  const index = columns.findIndex((column) => column.key === key)
  return index < 0 ? 0 : sumOver(lines, index, summands)
}

/** Percentages come last: they read sums, and a share reads the total line. */
function withRatios(lines: readonly Line[], columns: readonly Column[], last: number): Line[] {
  if (columns.every(({ ratio }) => ratio === undefined)) return [...lines]
  const indexOf = (key: string) => columns.findIndex((column) => column.key === key)
  return lines.map((line, at) => ({
    ...line,
    cells: columns.map(({ ratio }, index): LineCell | null => {
      if (ratio === undefined || at > last) return line.cells[index] ?? null
      const wholeLine = ratio.of === 'line' ? at : last
      const [part, whole, growth] = [indexOf(ratio.part), indexOf(ratio.whole), ratio.growth === true]
      return {
        value: ratioValue(line.cells[part] ?? null, lines[wholeLine]?.cells[whole] ?? null, growth),
        formula: { kind: 'ratio', part, whole, wholeLine, growth },
      }
    }),
  }))
}

export const NO_RATIO = '–'

function ratioValue(part: LineCell | null, whole: LineCell | null, growth: boolean): Value {
  const hundredths =
    part === null || whole === null
      ? null
      : (growth ? growthHundredths : percentHundredths)(amountOf(part), amountOf(whole))
  return hundredths === null ? { kind: 'text', text: NO_RATIO } : { kind: 'percent', hundredths }
}

function amountOf(cell: LineCell | null): number {
  if (cell?.value.kind === 'money') return cell.value.dong
  if (cell?.value.kind === 'quantity') return cell.value.thousandths
  return cell?.value.kind === 'integer' ? cell.value.value : 0
}

function amountValue(column: Column, sum: number): Value {
  if (column.kind === 'money') return { kind: 'money', dong: sum }
  return column.kind === 'quantity' ? { kind: 'quantity', thousandths: sum } : { kind: 'integer', value: sum }
}

function toValue(column: Column, value: CellValue): Value | null {
  if (value === null || value === '') return null
  switch (column.kind) {
    case 'text':
    case 'centredText':
      return { kind: 'text', text: String(value) }
    case 'integer':
      return { kind: 'integer', value: wholeNumber(value) }
    case 'money':
      return { kind: 'money', dong: wholeNumber(value) }
    case 'quantity':
      return { kind: 'quantity', thousandths: wholeNumber(value) }
    case 'percent':
      return { kind: 'percent', hundredths: wholeNumber(value) }
    case 'date':
      return { kind: 'date', date: String(value) }
    case 'month':
      return { kind: 'month', month: String(value) }
    default:
      return assertNever(column.kind, 'a column of an unknown kind')
  }
}

function wholeNumber(value: CellValue): number {
  if (value === null) return 0
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return value
}

// Thousands of đồng always fit, so that 280,25 typed over 280,5 does not make a total look rounded.
const LEAST_DECIMALS = 3

function moneyDecimals(lines: readonly Line[], unit: MoneyUnit | null): number {
  const power = unitPower[unit ?? 'dong']
  let needed = Math.min(LEAST_DECIMALS, power)
  for (const line of lines)
    for (const cell of line.cells)
      if (cell?.value.kind === 'money')
        while (needed < power && cell.value.dong % 10 ** (power - needed) !== 0) needed += 1
  return needed
}
