// Lines of a list of đề án with their budgets → one draft a đề án: a line a cost, the đề án named once (merged or left empty below),
// on every line, or on a line of its own above its costs.
import type { BudgetLine } from '../../../../shared/contract/projects'
import { nameKey } from '../../../../shared/domain/identity'
import { noAmounts, sumAmounts, totalOf } from '../../../../shared/domain/money'
import type { Programme } from '../../../../shared/domain/projects'
import { fold } from '../../../../shared/vietnamese/fold'
import { parseDecimal } from '../../../../shared/vietnamese/numbers'
import { cleanLine } from '../../../../shared/vietnamese/text'
import type { SkippedRow } from '../establishments'
import { quoted } from '../findings'
import { readMoney, readYear } from '../records/lines'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { namesTotal } from '../words'
import { type PlanContext, type PlanDraft, readItemWords, warnOfMissing } from './planItem'
import { amountsOf, type DeclaredAmounts, inMillions, readDeclared } from './planMoney'

interface ProjectLines {
  readonly first: TableRow
  readonly name: string
  readonly code: string
  readonly rows: TableRow[]
}

export function readProjectRows(
  reader: TableReader,
  context: PlanContext,
): { drafts: PlanDraft[]; skipped: SkippedRow[] } {
  const { projects, skipped } = groupLines(reader, context)
  for (const { first, rows } of projects)
    for (const row of rows) if (row !== first) reader.join(row.number, first.number)
  return { drafts: projects.map((one) => readProject(reader, one, context)), skipped }
}

function ownText(row: TableRow, field: string): string {
  return cleanLine(row.fields.get(field)?.[0]?.text ?? '')
}

function groupLines(reader: TableReader, { rules }: PlanContext): { projects: ProjectLines[]; skipped: SkippedRow[] } {
  const projects: ProjectLines[] = []
  const skipped: SkippedRow[] = []
  for (const row of reader.table.rows) {
    const [name, code, content] = [ownText(row, 'name'), ownText(row, 'code'), ownText(row, 'lineContent')]
    const current = projects.at(-1)
    const title = name || content || ownText(row, 'order')
    const filled = [...row.fields.keys()].filter((field) => field !== 'order')
    const isTotal = namesTotal(title, rules.totals)
    const startsAnew =
      current === undefined || (code !== '' && current.code !== '' ? code !== current.code : !isSameName(name, current))
    if (isTotal || filled.length === 0 || (current === undefined && name === '' && code === ''))
      skipped.push({ key: rowKeyOf(reader.sheet, row.number), row: row.number, title })
    else if (current !== undefined && ((name === '' && code === '') || !startsAnew)) current.rows.push(row)
    else projects.push({ first: row, name, code, rows: [row] })
  }
  return { projects, skipped }
}

function isSameName(name: string, current: ProjectLines): boolean {
  return name === '' || nameKey(name) === nameKey(current.name)
}

function readProject(reader: TableReader, project: ProjectLines, context: PlanContext): PlanDraft {
  const { first, rows, name } = project
  const [head] = rows
  const headed = head !== undefined && ownText(head, 'lineContent') === '' && rows.length > 1
  const costRows = headed ? rows.slice(1) : rows
  const declared = costRows.map((row) => readLineAmounts(reader, row))
  const item = {
    row: first,
    title: name,
    headings: [],
    details: [],
    continuations: rows.filter((row) => row !== first),
  }
  const year = readYear(reader, first, 'year') ?? context.year
  const told = readItemWords(reader, item, sumDeclared(declared), { ...context, year })
  const read = costRows.flatMap((row, index) => {
    const line = readLine(reader, row, declared[index] ?? {}, told.programme)
    return line === null ? [] : [{ line, row: row.number }]
  })
  const lines = read.map(({ line }) => line)
  const lineRows = read.map(({ row }) => row)
  const amounts = lines.length === 0 ? noAmounts : sumAmounts(lines.map((line) => line.amounts))
  const draft: PlanDraft = {
    ...told,
    ...withOwners(told.beneficiaries, lines),
    amounts,
    lines,
    lineRows,
    intoPlan: false,
  }
  if (headed && head !== undefined) compareWithHead(reader, head, totalOf(amounts))
  warnOfMissing(reader, first, draft)
  return draft
}

function sumDeclared(all: readonly DeclaredAmounts[]): DeclaredAmounts {
  const sum: Record<string, number> = {}
  for (const one of all) for (const [field, dong] of Object.entries(one)) sum[field] = (sum[field] ?? 0) + dong
  return sum
}

/** Where a line states no amount, quantity times price is its total. */
function readLineAmounts(reader: TableReader, row: TableRow): DeclaredAmounts {
  const declared = readDeclared(reader, row)
  if (Object.keys(declared).length > 0) return declared
  const quantity = readQuantity(reader, row)
  const price = readMoney(reader, row, 'unitPrice')
  if (quantity === null || price === null) return declared
  return { total: Number((BigInt(quantity) * BigInt(price)) / 1_000n) }
}

function readLine(
  reader: TableReader,
  row: TableRow,
  declared: DeclaredAmounts,
  programme: Programme | null,
): BudgetLine | null {
  const content = reader.line(row, 'lineContent')
  if (content === '') {
    if (Object.keys(declared).length === 0) return null
    const at = reader.at(row, 'lineContent')
    at.findings.add('error', at.place, {
      code: 'lineContent.missing',
      message: `Dòng ${row.number} có số tiền nhưng thiếu nội dung chi. Chưa ghi gì; ghi vào ô này, hoặc bỏ đề án này khi nhập.`,
    })
  }
  return {
    content,
    unit: reader.line(row, 'unit'),
    quantityThousandths: readQuantity(reader, row),
    unitPrice: readMoney(reader, row, 'unitPrice'),
    amounts: amountsOf(reader, row, declared, programme),
    note: reader.line(row, 'lineNote'),
    beneficiary: reader.line(row, 'lineBeneficiary'),
  }
}

/** Thousandths, so that 2,5 is 2500. */
function readQuantity(reader: TableReader, row: TableRow): number | null {
  const cell = reader.cell(row, 'quantity')
  const text = reader.line(row, 'quantity')
  if (cell === undefined || text === '') return null
  const parsed = parseDecimal(text, { prefer: 'vietnamese' })
  const at = reader.at(row, 'quantity')
  if (parsed.kind === 'value' && parsed.scale <= 3 && parsed.units >= 0n)
    return Number(parsed.units * 10n ** BigInt(3 - parsed.scale))
  at.findings.add('error', at.place, {
    code: 'quantity.unreadable',
    message: `${at.label}: ${quoted(text)} không đọc được thành số lượng. Ghi một con số (nhiều nhất ba chữ số lẻ) hoặc để trống.`,
    original: text,
  })
  return null
}

/** Whose a cost is must be one of the beneficiaries: one named only beside its cost joins them. */
function withOwners(
  beneficiaries: PlanDraft['beneficiaries'],
  lines: readonly BudgetLine[],
): Pick<PlanDraft, 'beneficiaries'> {
  const known = new Set(beneficiaries.map(({ name }) => fold(name)))
  const added = new Map(
    lines.flatMap(({ beneficiary }) =>
      beneficiary === '' || known.has(fold(beneficiary)) ? [] : [[fold(beneficiary), beneficiary] as const],
    ),
  )
  const more = [...added.values()].map((name) => ({ name, count: null, countsEstablishments: false }))
  return { beneficiaries: [...beneficiaries, ...more] }
}

function compareWithHead(reader: TableReader, head: TableRow, computed: number): void {
  const { total } = readDeclared(reader, head)
  if (total === undefined || total === computed) return
  const at = reader.at(head, 'total')
  reader.findings.add('warning', at.place, {
    code: 'total.differs',
    message: `Dòng ${head.number} ghi tổng ${inMillions(total)}, các dòng dự toán cộng lại được ${inMillions(computed)}, lệch ${inMillions(Math.abs(total - computed))}. Ghi theo từng dòng dự toán.`,
    original: inMillions(total),
    suggested: inMillions(computed),
  })
}
