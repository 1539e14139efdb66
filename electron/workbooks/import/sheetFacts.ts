// What a sheet is as a whole: its encoding, unit of money, year and programme; asked where the sheet does not say.
import type { ImportInput } from '../../../shared/contract/workbooks'
import { fundingSources } from '../../../shared/domain/money'
import type { Programme } from '../../../shared/domain/projects'
import { programmes } from '../../../shared/domain/projects'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { type MoneyUnit, unitLabel } from '../../../shared/vietnamese/money'
import { numberOf, parseDecimal } from '../../../shared/vietnamese/numbers'
import { cleanLine } from '../../../shared/vietnamese/text'
import { looksNumeric } from './columnShape'
import { decodeSheet } from './encoding'
import type { Findings } from './findings'
import { columnLetter, type RawSheet } from './rawWorkbook'
import { fieldRules, type ImportRules } from './rules'
import type { FoundTable } from './table'
import { findByWords, wordsOf } from './words'

/** A table and the name of the sheet it stands on. */
export interface NamedTable {
  readonly sheet: string
  readonly table: FoundTable
}

const encodings = ['unicode', 'tcvn3', 'vni'] as const
export const encodingLabels = { unicode: 'Unicode (giữ nguyên)', tcvn3: 'TCVN3 (ABC, .VnTime)', vni: 'VNI' } as const

/** Only a sheet that looks like an old encoding is asked about; null leaves the decision to its words. */
export function askEncoding(
  sheet: RawSheet,
  findings: Findings,
  input: ImportInput,
): (typeof encodings)[number] | null {
  const id = `encoding:${sheet.name}`
  const guess = decodeSheet(sheet, null)
  if (guess.encoding === 'unicode' && input.answers[id] === undefined) return null
  const answer = findings.ask({
    id,
    message: `Trang “${sheet.name}” gõ bằng bảng mã cũ. Chữ được chuyển sang Unicode như các mẫu đã nêu; đổi nếu chữ chưa đúng.`,
    place: { sheet: sheet.name, row: null, column: null, rowKey: null },
    choices: encodings.map((value) => ({ value, label: encodingLabels[value] })),
    fallback: guess.encoding,
  })
  return answer === guess.encoding ? null : (encodings.find((one) => one === answer) ?? null)
}

const units: readonly MoneyUnit[] = ['million', 'thousand', 'dong', 'billion']
const smallestDong = 1_000_000

/** Amounts of a million and more can only be đồng; anything else without a unit is asked. */
export function findUnit(sheet: string, table: FoundTable, findings: Findings, rules: ImportRules): MoneyUnit | null {
  const moneyTypes = new Set(
    fieldRules(rules, table.kind).flatMap((rule) => (rule.type === 'money' ? [rule.field] : [])),
  )
  const columns = table.columns.filter(({ field, unit }) => unit === null && field !== null && moneyTypes.has(field))
  const cells = table.rows.flatMap((row) =>
    columns.flatMap(({ column }) => {
      const cell = row.cells.get(column)
      return cell === undefined || !looksNumeric(cell) ? [] : [{ row: row.number, column, text: cell.text }]
    }),
  )
  const [first] = cells
  if (first === undefined) return null
  const values = cells.map(({ text }) => roughly(text)).filter((value) => value > 0)
  const surelyDong = values.length > 0 && values.every((value) => value >= smallestDong)
  const place = { sheet, row: first.row, column: first.column, rowKey: null }
  const answer = findings.ask({
    id: `unit:${sheet}`,
    message: `Trang “${sheet}” không ghi đơn vị tính. Số tiền (ví dụ ${first.text}) tính bằng gì?`,
    place,
    choices: units.map((value) => ({ value, label: unitLabel(value) })),
    fallback: surelyDong ? 'dong' : null,
  })
  if (answer === null)
    findings.add('question', place, {
      code: 'unit.unknown',
      message:
        'Không thấy “ĐVT: …” hoặc đơn vị trong tiêu đề cột nên chưa đọc số tiền nào. Chọn đơn vị tính ở phần câu hỏi.',
      original: first.text,
    })
  else if (surelyDong)
    findings.add('warning', place, {
      code: 'unit.guessed',
      message: `Trang “${sheet}” không ghi đơn vị tính; các số đều từ một triệu trở lên nên được đọc là đồng. Đổi ở phần câu hỏi nếu không đúng.`,
      original: first.text,
    })
  return units.find((unit) => unit === answer) ?? null
}

function roughly(text: string): number {
  const parsed = parseDecimal(text, { prefer: 'vietnamese' })
  return parsed.kind === 'value' ? numberOf(parsed) : 0
}

function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?:năm|nam)\s+(20\d{2}|19\d{2})(?!\s*[-–]\s*(?:19|20)\d{2})/giu)].map((match) =>
    Number(match[1]),
  )
}

/** In a heading a year needs no word before it: 'Doanh thu 2024'. */
function bareYears(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(Number)
}

/** The title that speaks of a plan names its year better than the paper it goes with. */
function titleYear(read: NamedTable): number | null {
  const titles = [...read.table.titles.map(cleanLine), read.sheet]
  const planTitles = titles.filter((title) => /\bke hoach\b/.test(wordsOf(title)))
  const [year] = [...planTitles, ...titles].flatMap(yearsIn)
  if (year !== undefined) return year
  const inName = /(?:^|\D)(20\d{2})(?:\D|$)/.exec(read.sheet)?.[1]
  return inName === undefined ? null : Number(inName)
}

/** The year chosen, else the one the title names, else the file's name ('Nhu cầu năm 2023.csv'); null where none says. */
export function tableYear(read: NamedTable, input: ImportInput): number | null {
  return input.year ?? titleYear(read) ?? fileYear(input)
}

function fileYear({ fileName }: ImportInput): number | null {
  const year = /\bnam (20\d{2})\b/.exec(wordsOf(fileName))?.[1]
  return year === undefined ? null : Number(year)
}

export function planYear(read: NamedTable, findings: Findings, input: ImportInput, today: PlainDate): number | null {
  const { sheet } = read
  const place = { sheet, row: null, column: null, rowKey: null }
  const titled = titleYear(read) ?? yearOfMonths(read.table) ?? fileYear(input)
  if (input.year !== null) {
    if (titled !== null && titled !== input.year)
      findings.add('warning', place, {
        code: 'year.differs',
        message: `Trang “${sheet}” ghi năm ${titled}; các đề án được nhập vào năm ${input.year} như đã chọn.`,
      })
    return input.year
  }
  if (titled !== null) return titled
  const thisYear = Number(today.slice(0, 4))
  const answer = findings.ask({
    id: `year:${sheet}`,
    message: `Trang “${sheet}” không ghi năm kế hoạch. Đây là kế hoạch năm nào?`,
    place,
    choices: [1, 0, -1, -2, -3].map((offset) => ({
      value: String(thisYear + offset),
      label: `Năm ${thisYear + offset}`,
    })),
    fallback: null,
  })
  if (answer !== null) return Number(answer)
  findings.add('question', place, {
    code: 'year.unknown',
    message: `Trang “${sheet}”: không thấy năm trong tiêu đề hay thời gian thực hiện. Chọn năm ở phần câu hỏi.`,
  })
  return null
}

/** The year nearly all months of the table name. */
function yearOfMonths(table: FoundTable): number | null {
  const counts = new Map<number, number>()
  for (const row of table.rows)
    for (const field of ['startMonth', 'endMonth', 'period'])
      for (const cell of row.fields.get(field) ?? [])
        for (const match of cell.text.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)) {
          const year = Number(match[1])
          counts.set(year, (counts.get(year) ?? 0) + 1)
        }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most !== undefined && most[1] * 3 >= total * 2 ? most[0] : null
}

/** Which source each column of unknown money belongs to, as answered; until it is, nothing is imported. */
export function askMoneyColumns(
  sheet: string,
  tables: readonly FoundTable[],
  findings: Findings,
  rules: ImportRules,
): ReadonlyMap<number, string> {
  const answers = new Map<number, string>()
  for (const table of tables) {
    const taken = new Set(table.columns.map(({ field }) => field))
    const sources = rules.plan.filter(
      ({ field }) => fundingSources.some((source) => source === field) && !taken.has(field),
    )
    for (const { column, header } of table.columns.filter(({ unknownMoney }) => unknownMoney)) {
      const letter = columnLetter(column)
      const place = { sheet, row: table.headerBottom, column, rowKey: null }
      const answer = findings.ask({
        id: `column:${sheet}!${letter}`,
        message: `Cột ${letter} “${header}” trang “${sheet}” có số tiền nhưng chưa rõ thuộc nguồn nào. Ghi vào đâu?`,
        place,
        choices: [
          ...sources.map(({ field, label }) => ({ value: field, label })),
          { value: 'none', label: 'Không nhập cột này' },
        ],
        fallback: null,
      })
      if (answer !== null) answers.set(column, answer === 'none' ? '' : answer)
    }
  }
  return answers
}

const figureFields = ['employees', 'revenue', 'taxPaid', 'exportValue', 'capital', 'averageIncome']

const figuresQuestion = ({ sheet }: NamedTable) => `figuresYear:${sheet}`
const saysLastYear = (header: string) => wordsOf(header).includes('nam truoc')

function figureHeaders({ table }: NamedTable): string[] {
  return table.columns.flatMap(({ field, header }) => (field !== null && figureFields.includes(field) ? [header] : []))
}

/** Whether anything says of which year the figures are; else they may as well be those last known. */
export function namesFiguresYear(read: NamedTable, input: ImportInput): boolean {
  return (
    (input.year ?? titleYear(read)) !== null ||
    input.answers[figuresQuestion(read)] !== undefined ||
    figureHeaders(read).some((header) => saysLastYear(header) || bareYears(header).length > 0)
  )
}

/** All figures of a list go into one year: the one a heading names, else the year before for 'năm trước', else the list's own. */
export function figuresYear(read: NamedTable, findings: Findings, input: ImportInput, today: PlainDate): number {
  const listYear = input.year ?? titleYear(read) ?? Number(today.slice(0, 4))
  const place = { sheet: read.sheet, row: null, column: null, rowKey: null }
  const headers = figureHeaders(read)
  if (headers.length === 0) return listYear
  const years = [...new Set(headers.flatMap(bareYears))].sort((a, b) => b - a)
  const [named] = years
  if (years.length > 1)
    findings.add('warning', place, {
      code: 'figures.years',
      message: `Tiêu đề các cột số liệu ghi nhiều năm (${years.join(', ')}); mọi số liệu được ghi vào một năm. Bỏ cột của năm khác nếu cần.`,
    })
  const guess = named ?? (headers.some(saysLastYear) ? listYear - 1 : listYear)
  const answer = findings.ask({
    id: figuresQuestion(read),
    message: `Số lao động, doanh thu… của trang “${read.sheet}” là số liệu năm nào?`,
    place,
    choices: [...new Set([guess, listYear, listYear - 1, listYear - 2])].map((year) => ({
      value: String(year),
      label: `Năm ${year}`,
    })),
    fallback: String(guess),
  })
  return Number(answer ?? guess)
}

export function titleProgramme(read: NamedTable, rules: ImportRules): Programme | null {
  const named = [...read.table.titles, read.sheet]
    .filter((title) => /\b(?:ke hoach|de an|nhiem vu|khuyen cong|kcqg|kcdp)\b/.test(wordsOf(title)))
    .map((title) => findByWords(title, rules.programmes)?.value)
    .filter((value) => value !== undefined)
  const [first] = new Set(named)
  return new Set(named).size === 1 ? (programmes.find((one) => one === first) ?? null) : null
}
