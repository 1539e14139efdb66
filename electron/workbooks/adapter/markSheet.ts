// A column of texts put beside a worksheet's own, in the XML as it stands: nothing else of the sheet is written anew, so that
// styles, formulas, merges and what no library knows stay as the user's Excel left them.
import { columnLetter, parseCellName } from '../import/rawWorkbook'
import { BrokenXml } from './xml'

export interface SheetMarks {
  /** Row number → text; '' empties what an earlier run wrote there. */
  readonly texts: ReadonlyMap<number, string>
  /** Where the texts go; null: to the right of everything the sheet has. */
  readonly column: number | null
}

interface Tag {
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly start: number
  readonly end: number
}

interface CellAt {
  readonly column: number
  readonly start: number
  readonly end: number
  readonly style: string | null
}

interface RowAt {
  readonly number: number
  readonly tag: Tag
  /** Where `</row>` begins; the end of the tag itself where the row is empty. */
  readonly closes: number
  readonly cells: readonly CellAt[]
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Wide enough for a sentence. */
const markWidth = 60

/** @throws BrokenXml */
export function markSheet(xml: string, marks: SheetMarks): string {
  const prefix = /<((?:\w[\w.-]*:)?)worksheet[\s>/]/.exec(xml)?.[1] ?? ''
  const sheet = scan(xml)
  const column = marks.column ?? sheet.lastColumn + 1
  const edits: Edit[] = [...dimensionEdits(xml, sheet, column), ...columnEdits(xml, sheet, column, prefix)]
  const waiting = new Map(marks.texts)
  for (const row of sheet.rows) {
    const text = waiting.get(row.number)
    if (text === undefined) continue
    waiting.delete(row.number)
    edits.push(...rowEdits(xml, row, column, text, prefix))
  }
  // A row that the sheet does not have is put where it belongs.
  for (const [number, text] of waiting) {
    if (text === '') continue
    const after = sheet.rows.find((row) => row.number > number)
    const at = after?.tag.start ?? sheet.dataEnd
    const inner = `<${prefix}row r="${number}">${cellXml(number, column, text, null, prefix)}</${prefix}row>`
    edits.push({ from: at, to: at, text: inner })
  }
  return apply(xml, edits)
}

interface ScannedSheet {
  readonly rows: readonly RowAt[]
  readonly lastColumn: number
  readonly dimension: Tag | null
  readonly columns: readonly Tag[]
  readonly columnsEnd: number | null
  readonly dataStart: number
  readonly dataEnd: number
}

function scan(xml: string): ScannedSheet {
  const rows: RowAt[] = []
  const columns: Tag[] = []
  let lastColumn = 0
  let dimension: Tag | null = null
  let columnsEnd: number | null = null
  let dataStart = -1
  let dataEnd = -1
  let row: { number: number; tag: Tag; cells: CellAt[] } | null = null
  let cell: { column: number; tag: Tag } | null = null
  let number = 0
  const finishRow = (closes: number) => {
    if (row !== null) rows.push({ ...row, closes })
    row = null
  }
  for (const tag of tagsOf(xml)) {
    switch (tag.name) {
      case 'dimension':
        dimension = tag
        break
      case 'col':
        columns.push(tag)
        break
      case 'cols':
        if (tag.kind === 'close') columnsEnd = tag.start
        break
      case 'sheetData':
        if (tag.kind !== 'close') dataStart = tag.start
        if (tag.kind === 'close') dataEnd = tag.start
        break
      case 'row':
        if (tag.kind === 'close') finishRow(tag.start)
        else {
          const said = attribute(xml, tag, 'r')
          number = said === null ? number + 1 : Number(said)
          row = { number, tag, cells: [] }
          if (tag.kind === 'empty') finishRow(tag.end)
        }
        break
      case 'c':
        if (tag.kind === 'close') {
          if (row !== null && cell !== null) (row as { cells: CellAt[] }).cells.push(cellAt(xml, cell, tag.end))
          cell = null
        } else {
          const said = parseCellName(attribute(xml, tag, 'r') ?? '')?.column
          const before: number = (row as { cells: CellAt[] } | null)?.cells.at(-1)?.column ?? 0
          cell = { column: said ?? before + 1, tag }
          lastColumn = Math.max(lastColumn, cell.column)
          if (tag.kind === 'empty') {
            ;(row as { cells: CellAt[] } | null)?.cells.push(cellAt(xml, cell, tag.end))
            cell = null
          }
        }
        break
      case 'mergeCell': {
        const right = parseCellName((attribute(xml, tag, 'ref') ?? '').split(':')[1] ?? '')?.column ?? 0
        lastColumn = Math.max(lastColumn, right)
        break
      }
    }
  }
  if (dataStart === -1) throw new BrokenXml('the sheet has no data')
  return { rows, lastColumn, dimension, columns, columnsEnd, dataStart, dataEnd: dataEnd === -1 ? dataStart : dataEnd }
}

function cellAt(xml: string, { column, tag }: { column: number; tag: Tag }, end: number): CellAt {
  return { column, start: tag.start, end, style: attribute(xml, tag, 's') }
}

/** Every tag in turn; comments, instructions and CDATA are passed over. */
function* tagsOf(xml: string): Generator<Tag> {
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = skipTo(xml, at)
    if (skipped !== null) {
      at = skipped
      continue
    }
    const end = tagEnd(xml, at)
    const close = xml[at + 1] === '/'
    const empty = xml[end - 2] === '/'
    const name = /^<\/?(?:[\w.-]+:)?([\w.-]+)/.exec(xml.slice(at, Math.min(end, at + 80)))?.[1] ?? ''
    yield { name, kind: close ? 'close' : empty ? 'empty' : 'open', start: at, end }
    at = end
  }
}

function skipTo(xml: string, at: number): number | null {
  for (const [open, shut] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const)
    if (xml.startsWith(open, at)) {
      const end = xml.indexOf(shut, at)
      if (end === -1) throw new BrokenXml('the part ends in the middle')
      return end + shut.length
    }
  return null
}

function tagEnd(xml: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml[at]
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  throw new BrokenXml('the part ends in the middle of a tag')
}

function attribute(xml: string, tag: Tag, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xml.slice(tag.start, tag.end))
  return match === null ? null : (match[1] ?? match[2] ?? '')
}

function withAttribute(xml: string, tag: Tag, name: string, value: string): Edit {
  const text = xml.slice(tag.start, tag.end)
  const mended = text.replace(new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`), `$1"${value}"`)
  return { from: tag.start, to: tag.end, text: mended }
}

function dimensionEdits(xml: string, { dimension }: ScannedSheet, column: number): Edit[] {
  if (dimension === null) return []
  const [first = '', last = first] = (attribute(xml, dimension, 'ref') ?? '').split(':')
  const corner = parseCellName(last)
  if (corner === null || corner.column >= column) return []
  return [withAttribute(xml, dimension, 'ref', `${first}:${columnLetter(column)}${corner.row}`)]
}

/** The column shown and wide enough, whatever a range over it (all the columns to the right, often hidden) says. */
function columnEdits(xml: string, sheet: ScannedSheet, column: number, prefix: string): Edit[] {
  const own = `<${prefix}col min="${column}" max="${column}" width="${markWidth}" customWidth="1"/>`
  const bounds = (tag: Tag) => ({
    min: Number(attribute(xml, tag, 'min')),
    max: Number(attribute(xml, tag, 'max')),
  })
  const over = sheet.columns.find((tag) => bounds(tag).min <= column && column <= bounds(tag).max)
  if (over !== undefined) {
    const { min, max } = bounds(over)
    const part = (from: number, to: number) =>
      from > to ? '' : ranged(ranged(xml.slice(over.start, over.end), 'min', from), 'max', to)
    return [{ from: over.start, to: over.end, text: `${part(min, column - 1)}${own}${part(column + 1, max)}` }]
  }
  if (sheet.columnsEnd === null) {
    const at = sheet.dataStart
    return [{ from: at, to: at, text: `<${prefix}cols>${own}</${prefix}cols>` }]
  }
  const next = sheet.columns.find((tag) => bounds(tag).min > column)
  const at = next?.start ?? sheet.columnsEnd
  return [{ from: at, to: at, text: own }]
}

function ranged(tag: string, name: string, value: number): string {
  return tag.replace(new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`), `$1"${value}"`)
}

function rowEdits(xml: string, row: RowAt, column: number, text: string, prefix: string): Edit[] {
  const known = row.cells.find((cell) => cell.column === column)
  const style = known === undefined ? (row.cells.at(-1)?.style ?? null) : known.style
  const own = cellXml(row.number, column, text, style, prefix)
  if (known !== undefined) return [{ from: known.start, to: known.end, text: own }]
  if (text === '') return []
  const edits: Edit[] = spanEdits(xml, row, column)
  if (row.tag.kind === 'empty') {
    const open = (edits.pop()?.text ?? xml.slice(row.tag.start, row.tag.end)).replace(/\s*\/>$/, '>')
    return [{ from: row.tag.start, to: row.tag.end, text: `${open}${own}</${prefix}row>` }]
  }
  const next = row.cells.find((cell) => cell.column > column)
  const at = next?.start ?? row.closes
  return [...edits, { from: at, to: at, text: own }]
}

function spanEdits(xml: string, { tag }: RowAt, column: number): Edit[] {
  const spans = attribute(xml, tag, 'spans')
  const match = spans === null ? null : /^(\d+):(\d+)$/.exec(spans)
  if (match === null || Number(match[2]) >= column) return []
  return [withAttribute(xml, tag, 'spans', `${match[1]}:${column}`)]
}

function cellXml(row: number, column: number, text: string, style: string | null, prefix: string): string {
  const looks = style === null ? '' : ` s="${style}"`
  const reference = `${columnLetter(column)}${row}`
  if (text === '') return `<${prefix}c r="${reference}"${looks}/>`
  return `<${prefix}c r="${reference}"${looks} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is></${prefix}c>`
}

/** Longer texts no cell can hold. */
const longestText = 32_000

function escapeXml(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function apply(xml: string, edits: readonly Edit[]): string {
  // What is put before a place comes before what stands there.
  const ordered = [...edits].sort((a, b) => a.from - b.from || a.to - b.to)
  let out = ''
  let at = 0
  for (const { from, to, text } of ordered) {
    out += xml.slice(at, from) + text
    at = Math.max(at, to)
  }
  return out + xml.slice(at)
}
