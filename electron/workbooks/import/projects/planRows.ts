// What each line of a plan is: a heading over a group, a đề án, a line of detail under one, a continuation, a total. Told by
// numbering, words and what stands beside them, never by bold letters.
import { cleanLine } from '../../../../shared/vietnamese/text'
import { looksNumeric } from '../columnShape'
import type { ImportRules } from '../rules'
import type { TableRow } from '../table'
import { findByWords, namesTotal, wordsOf } from '../words'

export type TokenClass = 'letter' | 'roman' | 'arabic' | 'dotted' | 'lower' | 'bullet' | 'none'

interface Line {
  readonly row: TableRow
  readonly token: string
  readonly tokenClass: TokenClass
  readonly title: string
  readonly hasMoney: boolean
  /** Something only a đề án has: content, beneficiary, place, time, who does it. */
  readonly hasDetail: boolean
}

export interface PlanGroupLine {
  readonly row: TableRow
  readonly title: string
  readonly tokenClass: TokenClass
  readonly items: PlanItemLines[]
}

export interface PlanItemLines {
  readonly row: TableRow
  readonly title: string
  /** Headings above it, outermost first. */
  readonly headings: readonly string[]
  /** '- Máy cắt CNC' under the đề án it belongs to. */
  readonly details: { readonly row: TableRow; readonly title: string }[]
  /** Lines that only go on with a cell of the line above. */
  readonly continuations: TableRow[]
}

export interface PlanTotalLine {
  readonly row: TableRow
  readonly title: string
  /** Groups open where the total stands, innermost first. */
  readonly openGroups: readonly PlanGroupLine[]
}

export interface PlanLines {
  readonly items: readonly PlanItemLines[]
  readonly groups: readonly PlanGroupLine[]
  readonly totals: readonly PlanTotalLine[]
  /** Lines that hold nothing to import, with their text. */
  readonly empty: readonly { readonly row: TableRow; readonly title: string }[]
}

const moneyFields = ['total', 'national', 'local', 'support', 'counterpart', 'other'] as const
const detailFields = [
  'content',
  'implementingUnit',
  'cooperatingUnits',
  'beneficiaries',
  'place',
  'beneficiaryPlace',
  'period',
  'startMonth',
  'endMonth',
  'summary',
] as const

export function readPlanLines(rows: readonly TableRow[], rules: ImportRules): PlanLines {
  const lines = classifyTokens(rows.map(toLine))
  const items: PlanItemLines[] = []
  const groups: PlanGroupLine[] = []
  const totals: PlanTotalLine[] = []
  const empty: { row: TableRow; title: string }[] = []
  const open: PlanGroupLine[] = []
  const kinds: LineKind[] = []
  lines.forEach((line, index) => {
    const current = items.at(-1)
    const kind = kindOfLine(lines, index, rules, kinds)
    kinds.push(kind)
    switch (kind) {
      case 'total':
        totals.push({ row: line.row, title: line.title, openGroups: [...open].reverse() })
        return
      case 'group': {
        closeGroups(open, line, rules)
        const group: PlanGroupLine = { row: line.row, title: line.title, tokenClass: line.tokenClass, items: [] }
        open.push(group)
        groups.push(group)
        return
      }
      case 'item': {
        const item: PlanItemLines = {
          row: line.row,
          title: line.title,
          headings: open.map((group) => group.title),
          details: [],
          continuations: [],
        }
        items.push(item)
        for (const group of open) group.items.push(item)
        return
      }
      case 'detail':
        current?.details.push({ row: line.row, title: line.title })
        return
      case 'continuation':
        current?.continuations.push(line.row)
        return
      case 'empty':
        empty.push({ row: line.row, title: line.title })
    }
  })
  return { items, groups, totals, empty }
}

/**
 * A heading ends the groups of its own kind of numbering and everything inside them. Letters and roman numbers stand above lines
 * without one, whichever of the two is the outer; a heading that names a programme stands above all.
 */
function closeGroups(open: PlanGroupLine[], line: Line, rules: ImportRules): void {
  const { tokenClass } = line
  if (tokenClass === 'none' && findByWords(line.title, rules.programmes) !== null) open.splice(0)
  const isOuter = tokenClass === 'letter' || tokenClass === 'roman'
  const first = open.findIndex(
    (group) =>
      group.tokenClass === tokenClass || (isOuter && group.tokenClass !== 'letter' && group.tokenClass !== 'roman'),
  )
  if (first !== -1) open.splice(first)
}

function toLine(row: TableRow): Line {
  const order = textOf(row, 'order')
  const name = textOf(row, 'name') || totalOutside(row)
  const split = splitToken(order, name, textOutside(row))
  return {
    row,
    ...split,
    tokenClass: tokenClassOf(split.token),
    hasMoney: moneyFields.some((field) => row.fields.get(field)?.some(looksNumeric) === true),
    hasDetail: detailFields.some((field) => textOf(row, field) !== ''),
  }
}

function textOf(row: TableRow, field: string): string {
  return cleanLine(row.fields.get(field)?.[0]?.text ?? '')
}

/** A list of ours says 'Tổng' in its first column, which is that of the codes. */
function totalOutside(row: TableRow): string {
  const code = textOf(row, 'code')
  return /^(?:tong|cong)\b/.test(wordsOf(code)) && !/\d/.test(code) ? code : ''
}

/** A heading may stand in a column that is none of the table's own. */
function textOutside(row: TableRow): string {
  const own = new Set([...row.fields.values()].flat())
  const cell = [...row.cells.values()].find((one) => one.kind === 'text' && !own.has(one) && !looksNumeric(one))
  return cleanLine(cell?.text ?? '')
}

const leadingToken = /^((?:[IVXL]+|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*)[.)/]|[-+*•])\s*(?=\p{L})/u

/** The numbering stands in its own column, before the name, or in a heading merged over the whole line. */
function splitToken(order: string, name: string, outside: string): { token: string; title: string } {
  if (order !== '' && name !== '') return { token: order, title: name }
  const title = name !== '' ? name : order !== '' && isToken(order) ? '' : order !== '' ? order : outside
  if (order !== '' && isToken(order)) return { token: order, title }
  const leading = leadingToken.exec(title)
  if (leading === null) return { token: '', title }
  return { token: leading[1] ?? '', title: title.slice(leading[0].length) }
}

function isToken(text: string): boolean {
  return tokenClassOf(text) !== 'none' || /^\d/.test(text)
}

function bareToken(token: string): string {
  return token.replace(/^[([]|[.)\]:/\s]+$/gu, '')
}

function tokenClassOf(token: string): TokenClass {
  const bare = bareToken(token)
  if (/^\d+$/.test(bare)) return 'arabic'
  if (/^(?:[IVXL]+|[A-ZĐ]|\d+)(?:\.\d+)+$/u.test(bare)) return 'dotted'
  if (/^M{0,3}(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})$/.test(bare) && bare !== '') return 'roman'
  if (/^[A-ZĐ]$/u.test(bare)) return 'letter'
  if (/^[a-zđ]$/u.test(bare)) return 'lower'
  return /^[-+*•–]$/u.test(bare || token.trim()) ? 'bullet' : 'none'
}

/** 'I' after 'H' is the letter; after 'Đề án' headings A, B it is the first roman number. 'C' and 'D' after 'B' are letters too. */
function classifyTokens(lines: readonly Line[]): Line[] {
  let lastLetter = ''
  return lines.map((line) => {
    const bare = bareToken(line.token)
    if (line.tokenClass !== 'roman' && line.tokenClass !== 'letter') return line
    const isNextLetter = bare.length === 1 && lastLetter !== '' && bare.charCodeAt(0) === lastLetter.charCodeAt(0) + 1
    const tokenClass: TokenClass = line.tokenClass === 'letter' || isNextLetter ? 'letter' : 'roman'
    if (tokenClass === 'letter') lastLetter = bare
    return { ...line, tokenClass }
  })
}

type LineKind = 'total' | 'group' | 'item' | 'detail' | 'continuation' | 'empty'

/** `before` says what the lines above turned out to be. */
function kindOfLine(lines: readonly Line[], index: number, rules: ImportRules, before: readonly LineKind[]): LineKind {
  const line = lines[index]
  const hasCurrent = before.includes('item')
  if (line === undefined) return 'empty'
  if (isTotal(line, rules)) return 'total'
  if (line.title === '' && line.token === '') {
    if (!line.hasMoney && !line.hasDetail)
      return hasCurrent && textOf(line.row, 'note') !== '' ? 'continuation' : 'empty'
    return line.hasMoney || !hasCurrent ? 'item' : 'continuation'
  }
  if (line.title === '' && !line.hasMoney && !line.hasDetail) return 'empty'
  const next = nextLine(lines, index, rules)
  switch (line.tokenClass) {
    case 'bullet':
    case 'lower':
      return isPartOfItem(lines, before) && !isHeadingByWords(line, rules) ? 'detail' : 'item'
    case 'letter':
    case 'roman':
      return isHeading(line, next) ? 'group' : 'item'
    case 'dotted':
      if (hasChild(line, next)) return 'group'
      return hasCurrent && isDetailOfParent(lines, index) ? 'detail' : 'item'
    case 'arabic':
      return isNumberedHeading(line, next) ? 'group' : 'item'
    case 'none':
      return isUnnumberedHeading(lines, index, rules, next) ? 'group' : 'item'
  }
}

function nextLine(lines: readonly Line[], index: number, rules: ImportRules): Line | undefined {
  return lines.slice(index + 1).find((line) => !isTotal(line, rules) && (line.title !== '' || line.token !== ''))
}

function isTotal(line: Line, rules: ImportRules): boolean {
  if (line.tokenClass === 'arabic' || line.tokenClass === 'dotted') return false
  return namesTotal(line.title, rules.totals)
}

const ranks: Readonly<Record<TokenClass, number>> = {
  letter: 0,
  roman: 1,
  none: 2,
  arabic: 2,
  dotted: 3,
  lower: 4,
  bullet: 5,
}

/** A letter or roman number heads a group when something of a lower rank follows; alone, with money, it is a đề án. */
function isHeading(line: Line, next: Line | undefined): boolean {
  const isWholeItem = line.hasDetail && line.hasMoney && (next?.tokenClass === 'bullet' || next?.tokenClass === 'lower')
  if (next !== undefined && ranks[next.tokenClass] > ranks[line.tokenClass]) return !isWholeItem
  return !line.hasDetail && !line.hasMoney
}

function hasChild(line: Line, next: Line | undefined): boolean {
  if (next === undefined) return false
  return bareToken(next.token).startsWith(`${bareToken(line.token)}.`)
}

/** '1' over '1.1', or over 'a)' lines that are whole đề án themselves. */
function isNumberedHeading(line: Line, next: Line | undefined): boolean {
  if (next === undefined) return false
  if (hasChild(line, next)) return !(line.hasDetail && !next.hasDetail)
  return next.tokenClass === 'lower' && next.hasDetail && !line.hasDetail
}

/** A dash or small letter belongs to the line above that has no such mark: a part if that is a đề án, one of its own under a heading. */
function isPartOfItem(lines: readonly Line[], before: readonly LineKind[]): boolean {
  const marked = (index: number) => lines[index]?.tokenClass === 'bullet' || lines[index]?.tokenClass === 'lower'
  const owner = before.findLastIndex((kind, index) => (kind === 'item' || kind === 'group') && !marked(index))
  return before[owner] === 'item'
}

/** '1.1 HTX A' under a full line '1' that has its content and time is a part of that đề án, not another one. */
function isDetailOfParent(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || line.hasDetail) return false
  const token = bareToken(line.token)
  const parentToken = token.slice(0, token.lastIndexOf('.'))
  const parent = lines.slice(0, index).findLast((one) => bareToken(one.token) === parentToken)
  return parent?.tokenClass === 'arabic' && parent.hasDetail
}

function isHeadingByWords(line: Line, rules: ImportRules): boolean {
  if (line.hasDetail) return false
  const words = wordsOf(line.title)
  const programme = findByWords(line.title, rules.programmes)
  if (programme !== null && words.length <= programme.phrase.length + 30) return true
  return /^(?:cac )?(?:de an|nhiem vu)(?: (?:diem|nhom|don le|khac|chuyen tiep|moi))*$/.test(words)
}

/** Without a number, a heading is told by its words, or by its amounts being those of the lines under it. */
function isUnnumberedHeading(
  lines: readonly Line[],
  index: number,
  rules: ImportRules,
  next: Line | undefined,
): boolean {
  const line = lines[index]
  if (line === undefined || line.hasDetail || next === undefined) return false
  if (isHeadingByWords(line, rules)) return true
  const numbered = next.tokenClass === 'arabic' || next.tokenClass === 'dotted'
  if (!line.hasMoney) return true
  return numbered && bareToken(next.token).replace(/^.*\./, '') === '1'
}
