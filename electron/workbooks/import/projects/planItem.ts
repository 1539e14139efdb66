// What a line of a plan, with the lines that belong to it, says of a đề án: everything but its money.
import type { BudgetLine } from '../../../../shared/contract/projects'
import type { AmountsBySource } from '../../../../shared/domain/money'
import type { ContentGroup, Programme, ProjectKind } from '../../../../shared/domain/projects'
import { contentGroups, programmes, projectKinds } from '../../../../shared/domain/projects'
import type { PlainMonth } from '../../../../shared/vietnamese/dates'
import { cleanLine } from '../../../../shared/vietnamese/text'
import { periodFromText, readMonth } from '../cellDates'
import { isEmptyMark } from '../cells'
import { quoted } from '../findings'
import { type ReadPlace, type ResolvePlace, readPlace } from '../places'
import type { ImportRules } from '../rules'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { findByWords, type WordRule } from '../words'
import { type DeclaredAmounts, inMillions } from './planMoney'
import type { PlanItemLines } from './planRows'
import { findContent, type NamedBeneficiary, readBeneficiaries, splitNamesFromPlaces, splitPlaces } from './planText'

export interface PlanDraft {
  readonly key: string
  readonly sheet: string
  readonly row: number
  /** The name, as lines of every kind are called by. */
  readonly title: string
  readonly code: string
  readonly name: string
  readonly programme: Programme | null
  readonly kind: ProjectKind
  /** By a cell, a note or a heading, not only by how many benefit. */
  readonly kindSaid: boolean
  readonly contentGroup: ContentGroup | null
  readonly subContent: string | null
  readonly implementingUnit: string
  readonly cooperatingUnits: string
  readonly beneficiaries: readonly NamedBeneficiary[]
  readonly places: readonly ReadPlace[]
  readonly startMonth: PlainMonth | null
  readonly endMonth: PlainMonth | null
  readonly summary: string
  readonly priority: number | null
  readonly note: string
  readonly amounts: AmountsBySource
  readonly year: number | null
  /** The budget line by line; null where the sheet states only one amount a source. */
  readonly lines: readonly BudgetLine[] | null
  /** Row of the sheet of each of those lines. */
  readonly lineRows: readonly number[]
  /** A line of a yearly plan goes into it; a list of đề án with their budgets does not say so. */
  readonly intoPlan: boolean
}

export interface PlanContext {
  readonly rules: ImportRules
  /** Words by content: the rules' own and the official names of groups and sub-contents. */
  readonly contents: readonly WordRule[]
  readonly contentLabels: ReadonlyMap<string, string>
  readonly resolvePlace: ResolvePlace
  readonly year: number | null
  /** What the title or the sheet's name says the whole table is. */
  readonly programme: Programme | null
}

/** Everything a đề án says but its money. */
export function readItemWords(
  reader: TableReader,
  item: PlanItemLines,
  declared: DeclaredAmounts,
  context: PlanContext,
): Omit<PlanDraft, 'amounts' | 'lines' | 'lineRows' | 'intoPlan'> {
  const { row } = item
  const programme = readProgramme(reader, item, declared, context)
  const both = splitNamesFromPlaces(textOf(reader, item, 'beneficiaryPlace'))
  const beneficiaries = readBeneficiaries(joinTexts(textOf(reader, item, 'beneficiaries'), both.names), context.rules)
  warnOfCounts(reader, row, beneficiaries)
  const note = reader.paragraphs(row, 'note')
  const content = readContent(reader, item, context)
  const period = readPeriod(reader, row, context.year)
  const name = readName(reader, item)
  return {
    key: rowKeyOf(reader.sheet, row.number),
    sheet: reader.sheet,
    row: row.number,
    code: reader.line(row, 'code'),
    title: name,
    name,
    programme,
    ...readKind(reader, item, beneficiaries, note, context.rules),
    ...content,
    implementingUnit: reader.line(row, 'implementingUnit'),
    cooperatingUnits: reader.paragraphs(row, 'cooperatingUnits'),
    beneficiaries,
    places: splitPlaces(joinTexts(textOf(reader, item, 'place'), both.places)).map((text) => {
      const at = reader.at(row, reader.has('place') ? 'place' : 'beneficiaryPlace')
      return readPlace(text, context.resolvePlace, at.findings, at.place, at.label)
    }),
    ...period,
    summary: [reader.paragraphs(row, 'summary'), ...item.details.map(({ title }) => `- ${title}`)]
      .filter((text) => text !== '')
      .join('\n'),
    priority: readPriority(reader, row),
    note,
    year: context.year,
  }
}

/** A cell and what the lines under it add to it. */
function textOf(reader: TableReader, item: PlanItemLines, field: string): string {
  const rows = [item.row, ...item.continuations, ...item.details.map((detail) => detail.row)]
  return rows
    .map((row) => reader.paragraphs(row, field))
    .filter((text, index, texts) => text !== '' && texts.indexOf(text) === index)
    .join('\n')
}

function joinTexts(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}

function readName(reader: TableReader, item: PlanItemLines): string {
  const at = reader.at(item.row, 'name')
  const cell = reader.cell(item.row, 'name')
  const name = cell === undefined || cell.kind === 'text' ? cleanLine(item.title) : reader.line(item.row, 'name')
  if (/\p{L}/u.test(name)) {
    if (cell !== undefined && /^\s*=/.test(cell.text)) reader.line(item.row, 'name')
    return name
  }
  at.findings.add('error', at.place, {
    code: 'name.missing',
    message: `Dòng ${item.row.number} có số tiền hoặc nội dung nhưng thiếu tên đề án. Chưa ghi gì; ghi tên vào ô này, hoặc bỏ dòng này khi nhập.`,
    original: name,
  })
  return ''
}

function isProgramme(value: string | undefined): value is Programme {
  return programmes.some((one) => one === value)
}

/** Its own column, the headings above, the source that pays, the title; else it is asked, once a sheet. */
function readProgramme(
  reader: TableReader,
  item: PlanItemLines,
  declared: DeclaredAmounts,
  context: PlanContext,
): Programme | null {
  const { rules } = context
  const named = [reader.line(item.row, 'programme'), ...[...item.headings].reverse()]
    .map((text) => findByWords(text, rules.programmes)?.value)
    .find(isProgramme)
  const national = declared.national ?? 0
  const local = declared.local ?? 0
  const paid: Programme | null = national > 0 && local === 0 ? 'national' : local > 0 && national === 0 ? 'local' : null
  if (named !== undefined) {
    if (paid !== null && paid !== named) {
      const at = reader.at(item.row, paid)
      reader.findings.add('warning', at.place, {
        code: 'programme.source',
        message: `Dòng ${item.row.number} nằm trong nhóm ${named === 'national' ? 'khuyến công quốc gia' : 'khuyến công địa phương'} nhưng tiền ghi ở cột ${at.label}. Ghi theo nhóm và đúng nguồn như trong ô; kiểm tra lại.`,
        original: inMillions(national + local),
      })
    }
    return named
  }
  const onlyColumn: Programme | null =
    reader.has('national') === reader.has('local') ? null : reader.has('national') ? 'national' : 'local'
  const inferred = paid ?? context.programme ?? onlyColumn
  if (inferred !== null) return inferred
  const at = reader.at(item.row, 'name')
  const answer = reader.findings.ask({
    id: `programme:${reader.sheet}`,
    message: `Trang “${reader.sheet}” không nói rõ là kế hoạch khuyến công quốc gia hay địa phương. Chọn chương trình cho các dòng này.`,
    place: at.place,
    choices: [
      { value: 'local', label: 'Khuyến công địa phương' },
      { value: 'national', label: 'Khuyến công quốc gia' },
    ],
    fallback: null,
  })
  if (answer === null)
    reader.findings.add('question', at.place, {
      code: 'programme.unknown',
      message: `Dòng ${item.row.number}: chưa rõ thuộc khuyến công quốc gia hay địa phương. Trả lời ở phần câu hỏi.`,
    })
  return isProgramme(answer ?? undefined) ? (answer as Programme) : null
}

function readContent(
  reader: TableReader,
  item: PlanItemLines,
  context: PlanContext,
): Pick<PlanDraft, 'contentGroup' | 'subContent'> {
  const content = reader.line(item.row, 'content')
  const found = findContent({ content, name: item.title, headings: item.headings }, context.contents)
  if (found !== null && isContentGroup(found.group)) {
    // What a cell or a heading says needs no comment; what only the name suggests does.
    const said = findContent({ content, name: '', headings: item.headings }, context.contents)
    if (said?.group !== found.group) sayContent(reader, item, found.subContent ?? found.group, context)
    return { contentGroup: found.group, subContent: found.subContent }
  }
  const at = reader.at(item.row, reader.has('content') ? 'content' : 'name')
  const answer = reader.findings.ask({
    id: `content:${rowKeyOf(reader.sheet, item.row.number)}`,
    message: `Dòng ${item.row.number} ${quoted(item.title)} thuộc nội dung khuyến công nào?`,
    place: at.place,
    choices: contentGroups.map((group) => ({ value: group, label: context.contentLabels.get(group) ?? group })),
    fallback: null,
  })
  if (answer !== null && isContentGroup(answer)) return { contentGroup: answer, subContent: null }
  at.findings.add('question', at.place, {
    code: 'content.unknown',
    message: `Không nhận ra nội dung khuyến công của ${quoted(item.title)}. Chọn một trong chín nội dung ở phần câu hỏi.`,
    original: content,
  })
  return { contentGroup: null, subContent: null }
}

function isContentGroup(value: string): value is ContentGroup {
  return contentGroups.some((group) => group === value)
}

function sayContent(reader: TableReader, item: PlanItemLines, value: string, context: PlanContext): void {
  const at = reader.at(item.row, reader.has('content') ? 'content' : 'name')
  const label = context.contentLabels.get(value) ?? value
  reader.findings.add('warning', at.place, {
    code: 'content.fromName',
    message: `Nội dung khuyến công của ${quoted(item.title)} được nhận ra theo tên: ${label}. Sửa lại nếu không đúng.`,
    original: reader.line(item.row, 'content'),
    suggested: label,
  })
}

function readKind(
  reader: TableReader,
  item: PlanItemLines,
  beneficiaries: readonly NamedBeneficiary[],
  note: string,
  rules: ImportRules,
): Pick<PlanDraft, 'kind' | 'kindSaid'> {
  const words = rules.projectKinds
  const said =
    findByWords(reader.line(item.row, 'kind'), words)?.value ??
    [note, ...[...item.headings].reverse()]
      .map((text) => findByWords(text, longPhrases(words))?.value)
      .find((value) => value !== undefined)
  const kind = projectKinds.find((one) => one === said)
  if (kind !== undefined) return { kind, kindSaid: true }
  const count = beneficiaries.reduce((sum, one) => sum + (one.countsEstablishments ? (one.count ?? 1) : 1), 0)
  return { kind: count > 1 ? 'group' : 'single', kindSaid: false }
}

/** In running text only 'đề án nhóm' means it; 'nhóm' alone does so in a column of its own. */
function longPhrases(rules: readonly WordRule[]): WordRule[] {
  return rules
    .map(({ value, words }) => ({ value, words: words.filter((phrase) => phrase.includes(' ')) }))
    .filter(({ words }) => words.length > 0)
}

function readPeriod(
  reader: TableReader,
  row: TableRow,
  year: number | null,
): Pick<PlanDraft, 'startMonth' | 'endMonth'> {
  const start = readMonth(reader.cell(row, 'startMonth'), reader.at(row, 'startMonth'), year, 'start')
  const end = readMonth(reader.cell(row, 'endMonth'), reader.at(row, 'endMonth'), year, 'end')
  const text = reader.line(row, 'period')
  const period = text === '' || isEmptyMark(text) ? null : periodFromText(text, year)
  const months = { startMonth: start ?? period?.start ?? null, endMonth: end ?? period?.end ?? null }
  if (text !== '' && period === null) {
    const at = reader.at(row, 'period')
    at.findings.add('warning', at.place, {
      code: 'period.unreadable',
      message: `${at.label}: ${quoted(text)} không đọc được thành tháng bắt đầu và kết thúc nên để trống.`,
      original: text,
    })
  }
  if (months.startMonth !== null && months.endMonth !== null && months.startMonth > months.endMonth) {
    const at = reader.at(row, reader.has('endMonth') ? 'endMonth' : 'period')
    at.findings.add('error', at.place, {
      code: 'period.reversed',
      message: `Dòng ${row.number}: tháng kết thúc sớm hơn tháng bắt đầu. Sửa một trong hai ô.`,
      original: reader.line(row, reader.has('endMonth') ? 'endMonth' : 'period'),
    })
  }
  return months
}

function readPriority(reader: TableReader, row: TableRow): number | null {
  const text = reader.line(row, 'priority')
  const number = /^(\d{1,3})$/.exec(text)?.[1]
  if (number !== undefined && Number(number) > 0) return Number(number)
  if (text !== '') {
    const at = reader.at(row, 'priority')
    at.findings.add('warning', at.place, {
      code: 'priority.words',
      message: `${at.label}: ${quoted(text)} không phải số thứ tự ưu tiên nên không ghi.`,
      original: text,
    })
  }
  return null
}

function warnOfCounts(reader: TableReader, row: TableRow, beneficiaries: readonly NamedBeneficiary[]): void {
  for (const { name, count } of beneficiaries) {
    if (count === null) continue
    const at = reader.at(row, 'beneficiaries')
    at.findings.add('warning', at.place, {
      code: 'beneficiary.count',
      message: `${at.label}: ${quoted(name)} là số lượng (${count}), chưa phải tên cơ sở. Giữ nguyên như đã ghi, chưa gắn với cơ sở nào.`,
      original: name,
    })
  }
}

export function warnOfMissing(reader: TableReader, row: TableRow, draft: PlanDraft): void {
  const missing = (field: string, isMissing: boolean, what: string) => {
    const at = reader.at(row, field)
    if (!isMissing || at.place.column === null) return
    at.findings.add('warning', at.place, {
      code: `${field}.missing`,
      message: `Dòng ${row.number} ${quoted(draft.name)}: ô ${at.label} để trống nên ${what}. Bổ sung trong tệp hoặc sau khi nhập.`,
    })
  }
  missing('beneficiaries', draft.beneficiaries.length === 0, 'chưa có đơn vị thụ hưởng')
  missing('place', draft.places.length === 0, 'chưa có địa điểm')
  missing(
    'startMonth',
    draft.startMonth === null && reader.cell(row, 'startMonth') === undefined,
    'chưa có tháng bắt đầu',
  )
  missing('endMonth', draft.endMonth === null && reader.cell(row, 'endMonth') === undefined, 'chưa có tháng kết thúc')
  if (Object.values(draft.amounts).every((amount) => amount === 0)) {
    const at = reader.at(row, reader.has('total') ? 'total' : 'support')
    at.findings.add('warning', at.place, {
      code: 'money.missing',
      message: `Dòng ${row.number} ${quoted(draft.name)} chưa có kinh phí.`,
    })
  }
}
