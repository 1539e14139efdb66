// Finding the table of a sheet by what its headings mean: title lines passed over, one to four rows of merged headings, any order
// of columns, the unit, and what follows the table left out.
import { findMoneyUnit, type MoneyUnit } from '../../../shared/vietnamese/money'
import type { RawCell, RawRow, RawSheet } from './rawWorkbook'
import { type FieldRule, fieldRules, type ImportKind, type ImportRules } from './rules'
import { phraseAt, wordsOf } from './words'

export interface TableColumn {
  readonly column: number
  /** All levels of the heading: 'Trong đó › KC quốc gia'. */
  readonly header: string
  readonly field: string | null
  /** The unit the column's own heading names. */
  readonly unit: MoneyUnit | null
}

export interface TableRow {
  readonly number: number
  readonly hidden: boolean
  readonly cells: ReadonlyMap<number, RawCell>
  /** Cells by field, in the order of their columns. */
  readonly fields: ReadonlyMap<string, readonly RawCell[]>
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
  /** Rows with something in them that stand under the signatures and were left out. */
  readonly leftOut: readonly number[]
}

/** Which field a column feeds, chosen by the user: column number → field, or '' to leave the column aside. */
export type ColumnChoices = ReadonlyMap<number, string>

const deepestHeader = 4
const searchedRows = 80
const weakestMatch = 0.28
const sampledRows = 300
/** Wider than any table of an office; the columns beyond stay unread. */
const mostColumns = 400
const mostMergedCells = 200_000

export const headerSeparator = ' › '

interface Grid {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>
  /** Every cell of a merge, by row and column, points at its top-left cell. */
  text(row: number, column: number): string
  isMergedSideways(row: number, column: number): boolean
}

function buildGrid(sheet: RawSheet): Grid {
  const rows = new Map(
    sheet.rows.map((row) => [row.number, new Map(row.cells.map((cell) => [cell.column, cell]))] as const),
  )
  const origins = new Map<string, string>()
  const sideways = new Set<string>()
  for (const merge of sheet.merges) {
    // A merge over a whole column or thousands of rows is decoration; headings are small.
    if (merge.bottom - merge.top > 20 || merge.right - merge.left > 300 || origins.size > mostMergedCells) continue
    const text = rows.get(merge.top)?.get(merge.left)?.text ?? ''
    for (let row = merge.top; row <= merge.bottom; row++)
      for (let column = merge.left; column <= merge.right; column++) {
        origins.set(`${row}:${column}`, text)
        if (merge.right > merge.left) sideways.add(`${row}:${column}`)
      }
  }
  return {
    rows,
    text: (row, column) => origins.get(`${row}:${column}`) ?? rows.get(row)?.get(column)?.text ?? '',
    isMergedSideways: (row, column) => sideways.has(`${row}:${column}`),
  }
}

export function findTables(
  sheet: RawSheet,
  rules: ImportRules,
  kinds: readonly ImportKind[],
  choices: ColumnChoices = new Map(),
): FoundTable[] {
  const grid = buildGrid(sheet)
  const matcher = new HeaderMatcher(rules)
  const tables: FoundTable[] = []
  let from = 0
  while (from < sheet.rows.length) {
    const found = findHeader(sheet, grid, matcher, kinds, from)
    if (found === null) break
    const next = findNextHeader(sheet, matcher, found, from)
    tables.push(buildTable({ sheet, grid, rules, matcher, header: found, titlesFrom: from, until: next, choices }))
    from = next
  }
  return tables
}

interface HeaderColumn {
  readonly column: number
  readonly levels: readonly string[]
}

interface Header {
  readonly kind: ImportKind
  readonly score: number
  readonly top: number
  readonly bottom: number
  readonly columns: readonly HeaderColumn[]
  readonly fields: ReadonlyMap<number, string>
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
    if (!matcher.mayStartHeader(row)) continue
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

/** Levels of each column's heading, from the outermost; repeated levels (merged downwards) count once. */
function composeHeader(grid: Grid, top: number, bottom: number): HeaderColumn[] {
  const columns = new Set<number>()
  for (let row = top; row <= bottom; row++) for (const column of grid.rows.get(row)?.keys() ?? []) columns.add(column)
  const ordered = [...columns].sort((a, b) => a - b).slice(0, mostColumns)
  return ordered.flatMap((column) => {
    const levels: string[] = []
    for (let row = top; row <= bottom; row++) {
      const text = cleanHeading(grid.text(row, column) || inheritedHeading(grid, row, column, bottom))
      if (text !== '' && levels.at(-1) !== text) levels.push(text)
    }
    return levels.length === 0 ? [] : [{ column, levels }]
  })
}

/** Offices often leave 'Trong đó' unmerged over its columns: an empty cell with a heading below belongs to the one on its left. */
function inheritedHeading(grid: Grid, row: number, column: number, bottom: number): string {
  const headed = (at: number) => {
    for (let below = row + 1; below <= bottom; below++) if (grid.rows.get(below)?.has(at) === true) return true
    return false
  }
  if (row === bottom || !headed(column) || grid.isMergedSideways(row, column)) return ''
  for (let left = column - 1; left > 0 && headed(left); left--) {
    const text = grid.text(row, left)
    if (text !== '') return grid.isMergedSideways(row, left) ? '' : text
  }
  return ''
}

const longestHeading = 300

function cleanHeading(text: string): string {
  return text.slice(0, longestHeading).replace(/\s+/gu, ' ').trim()
}

interface Match {
  readonly field: string
  readonly score: number
}

type PhraseIndex = ReadonlyMap<string, readonly { readonly field: string; readonly phrase: string }[]>

function indexPhrases(rules: readonly FieldRule[]): PhraseIndex {
  const index = new Map<string, { field: string; phrase: string }[]>()
  for (const { field, synonyms } of rules)
    for (const phrase of synonyms) {
      const [word = ''] = phrase.split(' ')
      const entries = index.get(word)
      if (entries === undefined) index.set(word, [{ field, phrase }])
      else entries.push({ field, phrase })
    }
  return index
}

/** Matches headings to fields; remembers what it has seen, since the same headings are tried at several depths. */
class HeaderMatcher {
  readonly #rules: ImportRules
  readonly #seen = new Map<string, readonly Match[]>()
  readonly #phrases: ReadonlySet<string>
  readonly #byFirstWord: Readonly<Record<ImportKind, PhraseIndex>>

  constructor(rules: ImportRules) {
    this.#rules = rules
    this.#phrases = new Set([...rules.plan, ...rules.establishments].flatMap((rule) => rule.synonyms))
    this.#byFirstWord = { plan: indexPhrases(rules.plan), establishments: indexPhrases(rules.establishments) }
  }

  /** At least two cells that are headings by themselves or hold one. */
  mayStartHeader(row: RawRow): boolean {
    let hits = 0
    for (const cell of row.cells) {
      if (cell.kind !== 'text' || cell.text.length > 200) continue
      const heading = cleanHeading(cell.text)
      if (this.#matches('plan', [heading]).length > 0 || this.#matches('establishments', [heading]).length > 0)
        hits += 1
      if (hits >= 2) return true
    }
    return false
  }

  /** A row of nothing but headings, such as a second table's or the first one's repeated on a new page. */
  isHeaderLike(row: RawRow): boolean {
    const exact = row.cells.filter((cell) => cell.kind === 'text' && this.#phrases.has(headingWords(cell.text)))
    return exact.length >= 4 && exact.length * 2 >= row.cells.length
  }

  assign(
    kind: ImportKind,
    columns: readonly HeaderColumn[],
    top: number,
    bottom: number,
    grid: Grid,
    sheet: RawSheet,
  ): Header | null {
    const candidates: (Match & { column: number; rule: FieldRule })[] = []
    const byField = new Map(fieldRules(this.#rules, kind).map((rule) => [rule.field, rule]))
    for (const { column, levels } of columns) {
      const matches = this.#matches(kind, levels)
      if (matches.length === 0) continue
      const shape = columnShape(sheet, column, bottom)
      const underMoney = levels.slice(0, -1).some((level) => this.#namesMoney(level))
      for (const match of matches) {
        const rule = byField.get(match.field)
        if (rule !== undefined && fitsShape(rule, shape, underMoney)) candidates.push({ ...match, column, rule })
      }
    }
    candidates.sort((a, b) => b.score - a.score || a.column - b.column)
    const fields = new Map<number, string>()
    const taken = new Set<string>()
    let score = 0
    for (const candidate of candidates) {
      if (fields.has(candidate.column) || (taken.has(candidate.field) && !candidate.rule.many)) continue
      fields.set(candidate.column, candidate.field)
      if (!taken.has(candidate.field)) score += candidate.score
      taken.add(candidate.field)
    }
    const nameColumn = [...fields].find(([, field]) => field === 'name')?.[0]
    const nameLevels = columns.find((one) => one.column === nameColumn)?.levels ?? []
    if (!isTable(kind, taken, headingWords(nameLevels.at(-1) ?? ''))) return null
    const unmatched = columns.length - fields.size
    // Ties go to the shallower heading and to the one that leaves fewer columns unexplained.
    score -= unmatched * 0.05 + (bottom - top) * 0.01
    if (headingGoesOn(grid.rows.get(bottom + 1), fields)) score -= cutHeadingPenalty
    return { kind, score, top, bottom, columns, fields }
  }

  #namesMoney(heading: string): boolean {
    const words = headingWords(heading)
    return this.#rules.moneyHeadings.some((phrase) => phraseAt(words, phrase) !== -1)
  }

  #matches(kind: ImportKind, levels: readonly string[]): readonly Match[] {
    const key = `${kind}\n${levels.join('\n')}`
    const known = this.#seen.get(key)
    if (known !== undefined) return known
    const words = levels.map(headingWords)
    const leaf = words.at(-1) ?? ''
    const path = words.join(' ').trim()
    const leafStart = path.length - leaf.length
    const best = new Map<string, number>()
    for (const word of new Set(path.split(' ')))
      for (const { field, phrase } of this.#byFirstWord[kind].get(word) ?? []) {
        const own = scorePhrase(leaf, phrase, 0)
        const inPath = words.length > 1 ? 0.97 * scorePhrase(path, phrase, leafStart) : 0
        best.set(field, Math.max(best.get(field) ?? 0, own, inPath))
      }
    const matches = [...best].flatMap(([field, score]) => (score >= weakestMatch ? [{ field, score }] : []))
    this.#seen.set(key, matches)
    return matches
  }
}

const cutHeadingPenalty = 2

/** The row under a heading goes on with it if it says nothing of name and number and holds only words: 'Tổng số', 'Nữ'. */
function headingGoesOn(below: ReadonlyMap<number, RawCell> | undefined, fields: ReadonlyMap<number, string>): boolean {
  if (below === undefined || below.size < 2) return false
  return [...below].every(([column, cell]) => {
    const field = fields.get(column)
    return (
      cell.kind === 'text' && cell.text.length <= 60 && field !== 'name' && field !== 'order' && !looksNumeric(cell)
    )
  })
}

/** How much of the heading the phrase explains. In a path it must reach into the innermost level, or it names only the group. */
function scorePhrase(words: string, phrase: string, mustReach: number): number {
  if (words === '') return 0
  const at = phraseAt(words, phrase)
  if (at === -1 || at + phrase.length <= mustReach) return 0
  const startsHeading = at === 0 ? 0.05 : 0
  return Math.min(1, phrase.length / words.length + startsHeading) + Math.min(0.2, phrase.length * 0.005)
}

/** A heading's words without its unit and without the column numbers some tables carry: 'Tổng (triệu đồng) (5=6+7)'. */
function headingWords(heading: string): string {
  return wordsOf(
    heading
      .slice(0, longestHeading)
      .replace(/\([^)]*(?:đồng|vnđ|vnd|đvt|(?:tr|triệu|nghìn|ngàn|tỷ|000)\.?\s*đ?\s*\))[^)]*\)?/giu, ' ')
      .replace(/\(\s*\d+(?:\s*=[^)]*)?\s*\)/gu, ' ')
      .replace(/đvt\s*:.*$/giu, ' '),
  )
}

/** 'Tên' or 'Nội dung' heads many a table that is none of ours: then more of its columns must be known. */
function isTable(kind: ImportKind, fields: ReadonlySet<string>, nameHeading: string): boolean {
  if (!fields.has('name')) return false
  const least = /\b(?:de an|co so|doanh nghiep|htx|hop tac xa)\b/.test(nameHeading) ? 2 : 3
  const has = (...some: string[]) => some.filter((field) => fields.has(field)).length
  switch (kind) {
    case 'plan':
      return has('total', 'national', 'local', 'support', 'counterpart') >= 1 && fields.size >= least
    case 'establishments':
      return (
        has('address', 'commune', 'productionAddress', 'taxCode', 'legalForm', 'representativeName', 'phone') >= 1 &&
        has('total', 'national', 'local') === 0 &&
        fields.size >= least
      )
  }
}

interface ColumnShape {
  readonly filled: number
  readonly numeric: number
  readonly countable: number
}

const numberPattern =
  /^[-–(]?\s*[\d.,\s\u00a0]*\d[\d.,\s\u00a0]*\)?\s*(?:tr|triệu|nghìn|tỷ|đ|đồng|triệu đồng|nghìn đồng)?\.?$/iu

const longestNumber = 60

export function looksNumeric(cell: RawCell): boolean {
  if (cell.kind === 'number' || cell.kind === 'formula') return true
  return cell.kind === 'text' && cell.text.length <= longestNumber && numberPattern.test(cell.text.trim())
}

function columnShape(sheet: RawSheet, column: number, below: number): ColumnShape {
  let filled = 0
  let numeric = 0
  let countable = 0
  for (const row of sheet.rows) {
    if (row.number <= below || filled >= sampledRows) continue
    const cell = row.cells.find((one) => one.column === column)
    if (cell === undefined || /^[-–—]+$/.test(cell.text.trim())) continue
    filled += 1
    if (looksNumeric(cell)) numeric += 1
    if (looksNumeric(cell) || /^\s*(?:khoảng |>|<|~)?\s*\d/u.test(cell.text)) countable += 1
  }
  return { filled, numeric, countable }
}

/** The same words head different things ('Đơn vị thụ hưởng' is a name or an amount): what stands below decides. */
function fitsShape(rule: FieldRule, shape: ColumnShape, underMoney: boolean): boolean {
  switch (rule.type) {
    case 'money':
      return shape.filled === 0 ? underMoney || rule.field !== 'counterpart' : shape.numeric * 2 >= shape.filled
    case 'count':
      return shape.filled === 0 || shape.countable * 2 >= shape.filled
    case 'text':
      return shape.filled === 0 ? !underMoney : shape.numeric * 5 <= shape.filled * 3
    case 'order':
    case 'any':
    case 'date':
    case 'month':
      return true
  }
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
  readonly grid: Grid
  readonly rules: ImportRules
  readonly matcher: HeaderMatcher
  readonly header: Header
  readonly titlesFrom: number
  readonly until: number
  readonly choices: ColumnChoices
}

function buildTable(parts: BuildParts): FoundTable {
  const { sheet, header, choices } = parts
  const titles = sheet.rows
    .slice(parts.titlesFrom)
    .filter((row) => row.number < header.top)
    .flatMap((row) => row.cells.filter((cell) => cell.kind === 'text').map((cell) => cell.text))
  const columns = header.columns.map(({ column, levels }): TableColumn => {
    const chosen = choices.get(column)
    return {
      column,
      header: levels.join(headerSeparator),
      field: chosen === undefined ? (header.fields.get(column) ?? null) : chosen === '' ? null : chosen,
      unit: unitOfLevels(levels),
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
  const { sheet, header, rules } = parts
  const headings = new Set(header.columns.map(({ levels }) => headingWords(levels.at(-1) ?? '')))
  const fieldOf = new Map(columns.flatMap(({ column, field }) => (field === null ? [] : [[column, field] as const])))
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
    ended ||= rows.length > 0 && isFooter(row, rules, fieldOf, gap)
    if (!ended) rows.push(toTableRow(row, fieldOf))
    else if (row.cells.length >= 3) leftOut.push(row.number)
  }
  return { rows, leftOut }
}

function toTableRow(row: RawRow, fieldOf: ReadonlyMap<number, string>): TableRow {
  const fields = new Map<string, RawCell[]>()
  for (const cell of row.cells) {
    const field = fieldOf.get(cell.column)
    if (field === undefined) continue
    const known = fields.get(field)
    if (known === undefined) fields.set(field, [cell])
    else known.push(cell)
  }
  return {
    number: row.number,
    hidden: row.hidden,
    cells: new Map(row.cells.map((cell) => [cell.column, cell])),
    fields,
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
function isFooter(row: RawRow, rules: ImportRules, fieldOf: ReadonlyMap<number, string>, gap: boolean): boolean {
  if (row.cells.length > 4 || row.cells.some((cell) => cell.kind === 'number' || cell.kind === 'date')) return false
  const first = row.cells[0]
  if (first === undefined) return false
  const inTable = row.cells.some((cell) => ['order', 'name'].includes(fieldOf.get(cell.column) ?? ''))
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
