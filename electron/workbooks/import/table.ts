// Finding the table of a sheet by what its headings mean: title lines passed over, one to four rows of merged headings, any order
// of columns, the unit, and what follows the table left out.
import type { columnOrigins } from '../../../shared/contract/workbooks'
import { findMoneyUnit, type MoneyUnit } from '../../../shared/vietnamese/money'
import { longestNumber } from './columnShape'
import { buildGrid, composeHeader, type Grid } from './grid'
import { type Header, HeaderMatcher, headingWords, type RememberedColumns } from './headings'
import type { RawCell, RawRow, RawSheet } from './rawWorkbook'
import { type CellsBy, CellsByColumn, CellsByField, type TableFields, tableFields } from './rowCells'
import { type ImportKind, type ImportRules, leadingField } from './rules'
import { phraseAt, wordsOf } from './words'

type ColumnOrigin = (typeof columnOrigins)[number]

export interface TableColumn {
  readonly column: number
  /** All levels of the heading: 'Trong đó › KC quốc gia'. */
  readonly header: string
  /** The same, level by level. */
  readonly levels: readonly string[]
  readonly field: string | null
  readonly origin: ColumnOrigin
  /** The unit the column's own heading names. */
  readonly unit: MoneyUnit | null
  /** Feeds no field though it holds amounts: passing it over could lose money. */
  readonly unknownMoney: boolean
  /** It says what was carried out, not what is planned. */
  readonly carriedOut: boolean
  /** Of which field of the plan; null: of none that counts. */
  readonly done: string | null
}

export interface TableRow {
  readonly number: number
  readonly hidden: boolean
  readonly cells: CellsBy<number, RawCell>
  /** Cells by field, in the order of their columns. */
  readonly fields: CellsBy<string, readonly RawCell[]>
  /** By field, the cell above that is merged down over this row. */
  readonly merged: ReadonlyMap<string, RawCell>
}

export interface FoundTable {
  readonly kind: ImportKind
  readonly score: number
  readonly headerTop: number
  readonly headerBottom: number
  readonly columns: readonly TableColumn[]
  /** The unit of the sheet: from the lines above the table or a heading over several columns. */
  readonly unit: MoneyUnit | null
  /** Text of the lines above the table, top to bottom. */
  readonly titles: readonly string[]
  readonly rows: readonly TableRow[]
  /** Columns of the table that are hidden in Excel. */
  readonly hiddenColumns: readonly number[]
  /** Rows with something in them that stand under the signatures and were left out. */
  readonly leftOut: readonly number[]
}

/** Which field a column feeds, chosen by the user: column number → field, or '' to leave the column aside. */
export type ColumnChoices = ReadonlyMap<number, string>

const deepestHeader = 4
/** A longer merge is decoration. */
const longestMerge = 200
const searchedRows = 80

/** Between the levels of a heading, as it is shown. */
export const headerSeparator = ' › '

export interface Finding {
  readonly rules: ImportRules
  readonly kinds: readonly ImportKind[]
  readonly choices?: ColumnChoices
  /** What earlier imports were told about headings. */
  readonly remembered?: RememberedColumns
}

export function findTables(sheet: RawSheet, finding: Finding): FoundTable[] {
  const grid = buildGrid(sheet)
  const matcher = new HeaderMatcher(finding.rules, finding.remembered)
  const tables: FoundTable[] = []
  let from = 0
  while (from < sheet.rows.length) {
    const found = findHeader(sheet, grid, matcher, finding.kinds, from)
    if (found === null) break
    const next = findNextHeader(sheet, matcher, found, from)
    tables.push(buildTable({ sheet, finding, matcher, header: found, titlesFrom: from, until: next }))
    from = next
  }
  return tables
}

/**
 * The table of a sheet whose headings mean nothing to the program, though the user says what kind it is: the row of the most
 * short texts is taken for the heading, so that its columns can be named by hand.
 */
export function findUnknownTable(sheet: RawSheet, finding: Finding, kind: ImportKind): FoundTable | null {
  const grid = buildGrid(sheet)
  const matcher = new HeaderMatcher(finding.rules, finding.remembered)
  let best: { readonly row: number; readonly texts: number } | null = null
  for (const [index, row] of sheet.rows.slice(0, searchedRows).entries()) {
    const texts = row.cells.filter((cell) => cell.kind === 'text' && cell.text.trim() !== '').length
    if (texts < 2 || index === sheet.rows.length - 1 || !mayBeHeaderRow(grid.rows.get(row.number))) continue
    if (best === null || texts > best.texts) best = { row: row.number, texts }
  }
  if (best === null) return null
  const header = matcher.assign(kind, composeHeader(grid, best.row, best.row), best.row, best.row, grid, sheet, true)
  if (header === null) return null
  return buildTable({ sheet, finding, matcher, header, titlesFrom: 0, until: sheet.rows.length })
}

function findHeader(
  sheet: RawSheet,
  grid: Grid,
  matcher: HeaderMatcher,
  kinds: readonly ImportKind[],
  from: number,
): Header | null {
  let best: Header | null = null
  for (const row of sheet.rows.slice(from, from + searchedRows)) {
    if (!matcher.mayStartHeader(row, kinds)) continue
    for (let depth = 1; depth <= deepestHeader; depth++) {
      const bottom = row.number + depth - 1
      if (depth > 1 && !mayBeHeaderRow(grid.rows.get(bottom))) break
      const columns = composeHeader(grid, row.number, bottom)
      for (const kind of kinds) {
        const header = matcher.assign(kind, columns, row.number, bottom, grid, sheet)
        if (header !== null && (best === null || header.score > best.score + 1e-9)) best = header
      }
    }
    // Headings stand above data: once a good one is found, only its near neighbours may still be better.
    if (best !== null && row.number > best.top + deepestHeader) break
  }
  return best
}

function mayBeHeaderRow(cells: ReadonlyMap<number, RawCell> | undefined): boolean {
  if (cells === undefined) return true
  return [...cells.values()].every((cell) => cell.kind === 'text' && cell.text.length <= 200)
}

/** Index in `sheet.rows` where the next table's heading begins, or the end. */
function findNextHeader(sheet: RawSheet, matcher: HeaderMatcher, header: Header, from: number): number {
  const own = new Set(header.columns.map(({ levels }) => headingWords(levels.at(-1) ?? '')))
  for (let index = from; index < sheet.rows.length; index++) {
    const row = sheet.rows[index]
    if (row === undefined || row.number <= header.bottom || !matcher.isHeaderLike(row)) continue
    const same = row.cells.filter((cell) => own.has(headingWords(cell.text))).length
    if (same * 2 < row.cells.length) return titleStart(sheet, index, header.bottom)
  }
  return sheet.rows.length
}

/** The lines right above a second heading are its title, not rows of the table before it. */
function titleStart(sheet: RawSheet, headerIndex: number, above: number): number {
  let start = headerIndex
  while (start > 0) {
    const row = sheet.rows[start - 1]
    if (row === undefined || row.number <= above || row.cells.length > 1 || row.cells[0]?.kind !== 'text') break
    start -= 1
  }
  return start
}

interface BuildParts {
  readonly sheet: RawSheet
  readonly finding: Finding
  readonly matcher: HeaderMatcher
  readonly header: Header
  readonly titlesFrom: number
  readonly until: number
}

function buildTable(parts: BuildParts): FoundTable {
  const { sheet, header, matcher } = parts
  const choices = parts.finding.choices ?? new Map<number, string>()
  const titles = sheet.rows
    .slice(parts.titlesFrom)
    .filter((row) => row.number < header.top)
    .flatMap((row) => row.cells.filter((cell) => cell.kind === 'text').map((cell) => cell.text))
  const chosenFields = new Set(choices.values())
  /** What the user gave to one column is not guessed of another. */
  const fieldOf = (column: number): string | null => {
    const chosen = choices.get(column)
    if (chosen !== undefined) return chosen === '' ? null : chosen
    const guessed = header.fields.get(column) ?? null
    return guessed === null || chosenFields.has(guessed) ? null : guessed
  }
  const below = sheet.rows.slice(parts.titlesFrom, parts.until).filter((row) => row.number > header.bottom)
  const holdsMoney = (column: number, levels: readonly string[]) =>
    header.kind === 'plan' &&
    !choices.has(column) &&
    matcher.rememberedField(header.kind, levels) === null &&
    matcher.looksLikeMoney(
      levels,
      below.flatMap((row) => row.cells.filter((cell) => cell.column === column)),
    )
  const columns = header.columns.map(({ column, levels }): TableColumn => {
    const field = fieldOf(column)
    const carriedOut = field === null && !choices.has(column) && header.done.has(column)
    return {
      column,
      header: levels.join(headerSeparator),
      levels,
      field,
      origin: choices.has(column)
        ? 'chosen'
        : matcher.rememberedField(header.kind, levels) === null
          ? 'guessed'
          : 'remembered',
      unit: unitOfLevels(levels),
      unknownMoney: field === null && !carriedOut && holdsMoney(column, levels),
      carriedOut,
      done: carriedOut ? (header.done.get(column) ?? null) : null,
    }
  })
  return {
    kind: header.kind,
    score: header.score,
    headerTop: header.top,
    headerBottom: header.bottom,
    columns,
    unit: firstUnit(titles) ?? firstUnit(columns.map((column) => column.header)),
    titles,
    hiddenColumns: columns.flatMap(({ column }) => (sheet.hiddenColumns?.includes(column) === true ? [column] : [])),
    ...tableRows(parts, columns),
  }
}

function unitOfLevels(levels: readonly string[]): MoneyUnit | null {
  return firstUnit([...levels].reverse())
}

function firstUnit(texts: readonly string[]): MoneyUnit | null {
  for (const text of texts) {
    const unit = findMoneyUnit(text)
    if (unit !== null) return unit
  }
  return null
}

function tableRows(parts: BuildParts, columns: readonly TableColumn[]): Pick<FoundTable, 'rows' | 'leftOut'> {
  const { sheet, header } = parts
  const { rules } = parts.finding
  const leading = leadingField(header.kind)
  const headings = new Set(header.columns.map(({ levels }) => headingWords(levels.at(-1) ?? '')))
  const fields = tableFields(columns)
  const merged = cellsMergedDown(sheet, header.bottom)
  const rows: TableRow[] = []
  const leftOut: number[] = []
  let gap = false
  let ended = false
  let last = header.bottom
  for (const row of sheet.rows.slice(parts.titlesFrom, parts.until)) {
    if (row.number <= header.bottom) continue
    gap ||= row.number > last + 1 && rows.length > 0
    last = row.number
    if (isColumnNumbers(row) || repeatsHeading(row, headings)) continue
    ended ||= rows.length > 0 && isFooter(row, rules, fields.fieldOf, leading, gap)
    if (!ended) rows.push(toTableRow(row, fields, merged.get(row.number)))
    else if (row.cells.length >= 3) leftOut.push(row.number)
  }
  return { rows, leftOut }
}

/** What stands once for several rows, such as a place merged down beside three đề án: by row, the cells it lies under. */
function cellsMergedDown(sheet: RawSheet, headerBottom: number): ReadonlyMap<number, readonly RawCell[]> {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]))
  const merged = new Map<number, RawCell[]>()
  for (const { top, bottom, left, right } of sheet.merges) {
    if (top <= headerBottom || bottom === top || left !== right || bottom - top > longestMerge) continue
    const cell = rows.get(top)?.cells.find((one) => one.column === left)
    if (cell === undefined) continue
    for (let row = top + 1; row <= bottom; row++) merged.set(row, [...(merged.get(row) ?? []), cell])
  }
  return merged
}

const nothingMerged: ReadonlyMap<string, RawCell> = new Map()

function toTableRow(row: RawRow, fields: TableFields, mergedDown: readonly RawCell[] | undefined): TableRow {
  return {
    number: row.number,
    hidden: row.hidden,
    cells: new CellsByColumn(row.cells),
    fields: new CellsByField(row.cells, fields),
    merged:
      mergedDown === undefined
        ? nothingMerged
        : new Map(
            mergedDown.flatMap((cell) => {
              const field = fields.fieldOf.get(cell.column)
              return field === undefined ? [] : [[field, cell] as const]
            }),
          ),
  }
}

/** The row under a heading that only numbers the columns: A, B, 1, 2, 3=4+5. */
function isColumnNumbers(row: RawRow): boolean {
  if (row.cells.length < 3) return false
  if (row.cells.some((cell) => cell.text.length > longestNumber)) return false
  const tokens = row.cells.map((cell) => cell.text.trim())
  if (!tokens.every((token) => /^[([]?(?:[A-ZĐ]|\d{1,2})[)\]]?(?:\s*=\s*[\d()+\-\s*/.]+)?$/u.test(token))) return false
  const numbers = tokens.flatMap((token) => /\d+/.exec(token)?.[0] ?? []).map(Number)
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
}

function repeatsHeading(row: RawRow, headings: ReadonlySet<string>): boolean {
  const texts = row.cells.filter((cell) => cell.kind === 'text')
  const same = texts.filter((cell) => headings.has(headingWords(cell.text))).length
  return same >= 2 && same * 4 >= row.cells.length * 3
}

/** Signatures, notes and recipients under a table. They hold no amounts and stand apart or begin with their usual words. */
function isFooter(
  row: RawRow,
  rules: ImportRules,
  fieldOf: ReadonlyMap<number, string>,
  leading: string,
  gap: boolean,
): boolean {
  if (row.cells.length > 4 || row.cells.some((cell) => cell.kind === 'number' || cell.kind === 'date')) return false
  const first = row.cells[0]
  if (first === undefined) return false
  const inTable = row.cells.some((cell) => ['order', leading].includes(fieldOf.get(cell.column) ?? ''))
  const worded = row.cells.some((cell) => {
    const words = wordsOf(cell.text)
    if (/^.{0,60}ngay( \d+)? thang( \d+)? nam( \d+)?$/.test(words)) return true
    return rules.footers.some(
      (phrase) =>
        (gap || !inTable || row.cells.length === 1 ? words.startsWith(phrase) : words === phrase) &&
        phraseAt(words, phrase) === 0,
    )
  })
  return worded || (gap && !inTable && row.cells.length <= 2)
}
