// The whole preview of a workbook as a pure function over plain data: what each sheet is, what each row becomes, what stands in the way.
import type { ContentGroupEntry } from '../../../shared/contract/office'
import type { ImportInput, ImportPreview } from '../../../shared/contract/workbooks'
import { assertNever } from '../../../shared/domain/assertNever'
import type { Programme } from '../../../shared/domain/projects'
import { programmes } from '../../../shared/domain/projects'
import type { AddressBook, ResolveHints } from '../../../shared/vietnamese/addresses'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { type MoneyUnit, unitLabel } from '../../../shared/vietnamese/money'
import { numberOf, parseDecimal } from '../../../shared/vietnamese/numbers'
import { cleanLine } from '../../../shared/vietnamese/text'
import { correctSheet } from './corrections'
import { type DecodedSheet, decodeSheet } from './encoding'
import { type EstablishmentDraft, readEstablishmentRows } from './establishments'
import { type EstablishmentWork, previewEstablishments } from './establishmentWork'
import { Findings, type Place } from './findings'
import { commonProvince, placeResolver, provinceOfTitles, type ResolvePlace } from './places'
import { type PlanDraft, readPlanRows } from './plan'
import { type ExistingProject, type KnownEstablishment, type PlanWork, previewPlan } from './planWork'
import type { PreviewRow, PreviewSheet } from './previewRow'
import { columnLetter, parseCellName, type RawSheet, type RawWorkbook } from './rawWorkbook'
import { fieldRules, type ImportKind, type ImportRules } from './rules'
import type { ExistingEstablishment } from './sameAs'
import { type ColumnChoices, type FoundTable, findTables, looksNumeric } from './table'
import { TableReader } from './tableReader'
import { findByWords, type WordRule, wordsOf } from './words'

export interface PreviewContext {
  readonly rules: ImportRules
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly addressBook: AddressBook
  readonly officeProvinceCode: string | null
  readonly today: PlainDate
  readonly establishments: readonly ExistingEstablishment[]
  readonly projects: readonly ExistingProject[]
}

/** What running the import writes; made together with the preview, so that the two cannot differ. */
export interface ImportWork {
  readonly establishments: readonly EstablishmentWork[]
  readonly projects: readonly PlanWork[]
}

interface ReadTable {
  readonly sheet: RawSheet
  readonly decoded: DecodedSheet
  readonly table: FoundTable
  readonly reader: TableReader
  readonly resolvePlace: ResolvePlace
}

export function buildPreview(
  workbook: RawWorkbook,
  input: ImportInput,
  context: PreviewContext,
): { preview: ImportPreview; work: ImportWork } {
  const findings = new Findings(input.answers)
  const entries: PreviewSheet[] = []
  const establishmentTables: { entry: number; read: ReadTable; drafts: EstablishmentDraft[] }[] = []
  const planTables: { entry: number; drafts: readonly PlanDraft[]; read: ReadTable }[] = []
  for (const raw of workbook.sheets) {
    const sheet = correctSheet(raw, input.corrections)
    const decoded = decodeSheet(sheet, askEncoding(sheet, findings, input))
    const found = raw.hidden ? [] : findTables(decoded.sheet, context.rules, bothKinds, choicesOf(input, sheet.name))
    const wanted = found.filter((table) => input.kind === null || table.kind === input.kind)
    if (wanted.length === 0) {
      entries.push(skippedSheet(decoded, whySkipped(raw, found, input)))
      continue
    }
    sayCleaning(decoded, findings)
    for (const table of wanted) {
      const read = openTable(decoded, table, findings, context)
      sayLeftAside(read, findings)
      const entry = entries.length
      switch (table.kind) {
        case 'establishments': {
          const year = figuresYear(read, findings, input, context)
          const { drafts, skipped } = readEstablishmentRows(read.reader, {
            rules: context.rules,
            resolvePlace: read.resolvePlace,
            today: context.today,
            figuresYear: year,
          })
          entries.push({ ...openEntry(read, context.rules), year, rows: skipped.map(skippedRow) })
          establishmentTables.push({ entry, read, drafts })
          break
        }
        case 'plan': {
          const year = planYear(read, findings, input, context)
          const reading = readPlanRows(read.reader, {
            rules: context.rules,
            contents: contentWords(context),
            contentLabels: contentLabels(context),
            resolvePlace: read.resolvePlace,
            year,
            programme: titleProgramme(read, context.rules),
          })
          entries.push({
            ...openEntry(read, context.rules),
            year,
            rows: reading.skipped.map(skippedRow),
            totals: [...reading.totals],
          })
          planTables.push({ entry, read, drafts: reading.drafts })
          break
        }
        default:
          assertNever(table.kind, 'every kind of sheet is read')
      }
    }
  }
  if (establishmentTables.length + planTables.length === 0) sayNothingFound(workbook, entries, findings)

  const drafts = new Set([...establishmentTables, ...planTables].flatMap((one) => one.drafts.map(({ key }) => key)))
  const hasError = (key: string) => findings.hasError(key)
  const readers = [...establishmentTables, ...planTables].map(({ read }) => read.reader)
  const placeOf = (draft: { sheet: string; row: number; key: string }, field: string): Place => {
    for (const reader of readers) {
      const row = reader.sheet === draft.sheet ? reader.row(draft.row) : undefined
      if (row !== undefined) return reader.at(row, field).place
    }
    return { sheet: draft.sheet, row: draft.row, column: null, rowKey: draft.key }
  }
  const shared = { findings, choices: input, placeOf, hasError }
  const establishments = previewEstablishments(
    establishmentTables.flatMap((one) => one.drafts),
    { ...shared, existing: context.establishments, labelOf: labelsOf(context.rules, 'establishments') },
  )
  const projects = previewPlan(
    planTables.flatMap((one) => one.drafts),
    {
      ...shared,
      existing: context.projects,
      establishments: knownEstablishments(context.establishments, establishments.work),
      contentLabels: contentLabels(context),
      labelOf: labelsOf(context.rules, 'plan'),
    },
  )
  placeRows(entries, establishmentTables, establishments.rows)
  placeRows(entries, planTables, projects.rows)
  const preview = closePreview(workbook, input, entries, findings, drafts)
  return { preview, work: { establishments: establishments.work, projects: projects.work } }
}

const bothKinds: readonly ImportKind[] = ['establishments', 'plan']

function labelsOf(rules: ImportRules, kind: ImportKind): (field: string) => string {
  const labels = new Map(fieldRules(rules, kind).map((rule) => [rule.field, rule.label]))
  return (field) => labels.get(field) ?? field
}

// ---- sheets ----------------------------------------------------------------------------------------------------------

function choicesOf(input: ImportInput, sheet: string): ColumnChoices {
  const choices = new Map<number, string>()
  for (const [place, field] of Object.entries(input.columns)) {
    const at = place.lastIndexOf('!')
    const cell = parseCellName(`${place.slice(at + 1)}1`)
    if (place.slice(0, at) === sheet && cell !== null) choices.set(cell.column, field)
  }
  return choices
}

const encodings = ['unicode', 'tcvn3', 'vni'] as const
const encodingLabels = { unicode: 'Unicode (giữ nguyên)', tcvn3: 'TCVN3 (ABC, .VnTime)', vni: 'VNI' } as const

/** Only a sheet that looks like an old encoding is asked about; null leaves the decision to its words. */
function askEncoding(sheet: RawSheet, findings: Findings, input: ImportInput): (typeof encodings)[number] | null {
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

function whySkipped(raw: RawSheet, found: readonly FoundTable[], input: ImportInput): string {
  if (raw.hidden) return 'Trang đang ẩn. Bỏ ẩn trong Excel nếu cần nhập.'
  if (raw.rows.length === 0) return 'Trang trống.'
  if (found.length > 0 && input.kind !== null)
    return input.kind === 'plan'
      ? 'Trang này là danh sách cơ sở, không phải kế hoạch khuyến công.'
      : 'Trang này là kế hoạch khuyến công, không phải danh sách cơ sở.'
  return 'Không nhận ra bảng nào: cần một dòng tiêu đề có “Tên cơ sở” (danh sách cơ sở) hoặc “Tên đề án” và cột kinh phí (kế hoạch).'
}

function skippedSheet(decoded: DecodedSheet, why: string): PreviewSheet {
  return {
    name: decoded.sheet.name,
    kind: null,
    year: null,
    skippedBecause: why,
    unit: null,
    encoding: decoded.encoding,
    encodingSamples: [...decoded.samples],
    columns: [],
    fieldChoices: [],
    rows: [],
    totals: [],
  }
}

function openEntry({ table, decoded, reader }: ReadTable, rules: ImportRules): PreviewSheet {
  const labelOf = labelsOf(rules, table.kind)
  return {
    ...skippedSheet(decoded, ''),
    kind: table.kind,
    unit: reader.unit,
    columns: table.columns.map(({ column, header, field }) => ({
      column: columnLetter(column),
      header,
      field,
      label: field === null ? null : labelOf(field),
    })),
    fieldChoices: fieldRules(rules, table.kind).map(({ field, label }) => ({ field, label })),
  }
}

function skippedRow({ key, row, title }: { key: string; row: number; title: string }): PreviewRow {
  return { key, row, status: 'skipped', action: 'none', title, fields: [], duplicateOf: null }
}

function openTable(decoded: DecodedSheet, table: FoundTable, findings: Findings, context: PreviewContext): ReadTable {
  const unit = table.unit ?? findUnit(decoded.sheet.name, table, findings, context.rules)
  const reader = new TableReader(decoded.sheet.name, table, context.rules, findings, unit)
  const resolvePlace = placeResolver(context.addressBook, placeHints(table, context))
  return { sheet: decoded.sheet, decoded, table, reader, resolvePlace }
}

function placeHints(table: FoundTable, context: PreviewContext): ResolveHints {
  const texts = table.rows
    .slice(0, 200)
    .flatMap((row) => ['address', 'productionAddress', 'place'].flatMap((field) => row.fields.get(field) ?? []))
    .map((cell) => cell.text)
  return (
    provinceOfTitles(context.addressBook, table.titles) ??
    commonProvince(context.addressBook, texts) ??
    (context.officeProvinceCode === null ? {} : { provinceCode: context.officeProvinceCode })
  )
}

// ---- unit and year ---------------------------------------------------------------------------------------------------

const units: readonly MoneyUnit[] = ['million', 'thousand', 'dong', 'billion']
const smallestDong = 1_000_000

/** Amounts of a million and more can only be đồng; anything else without a unit is asked. */
function findUnit(sheet: string, table: FoundTable, findings: Findings, rules: ImportRules): MoneyUnit | null {
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

/** The title that speaks of a plan names its year better than the paper it goes with. */
function titleYear(read: ReadTable): number | null {
  const titles = [...read.table.titles.map(cleanLine), read.sheet.name]
  const planTitles = titles.filter((title) => /\bke hoach\b/.test(wordsOf(title)))
  const [year] = [...planTitles, ...titles].flatMap(yearsIn)
  if (year !== undefined) return year
  const inName = /(?:^|\D)(20\d{2})(?:\D|$)/.exec(read.sheet.name)?.[1]
  return inName === undefined ? null : Number(inName)
}

function planYear(read: ReadTable, findings: Findings, input: ImportInput, context: PreviewContext): number | null {
  const sheet = read.sheet.name
  const place = { sheet, row: null, column: null, rowKey: null }
  const titled = titleYear(read) ?? yearOfMonths(read.table)
  if (input.year !== null) {
    if (titled !== null && titled !== input.year)
      findings.add('warning', place, {
        code: 'year.differs',
        message: `Trang “${sheet}” ghi năm ${titled}; các đề án được nhập vào năm ${input.year} như đã chọn.`,
      })
    return input.year
  }
  if (titled !== null) return titled
  const thisYear = Number(context.today.slice(0, 4))
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

const figureFields = ['employees', 'revenue', 'taxPaid', 'exportValue', 'capital', 'averageIncome']

/** All figures of a list go into one year: the one a heading names, else the year before for 'năm trước', else the list's own. */
function figuresYear(read: ReadTable, findings: Findings, input: ImportInput, context: PreviewContext): number {
  const listYear = input.year ?? titleYear(read) ?? Number(context.today.slice(0, 4))
  const headers = read.table.columns.flatMap(({ field, header }) =>
    field !== null && figureFields.includes(field) ? [header] : [],
  )
  if (headers.length === 0) return listYear
  const named = headers.flatMap(yearsIn)[0]
  const guess = named ?? (headers.some((header) => wordsOf(header).includes('nam truoc')) ? listYear - 1 : listYear)
  const answer = findings.ask({
    id: `figuresYear:${read.sheet.name}`,
    message: `Số lao động, doanh thu… của trang “${read.sheet.name}” là số liệu năm nào?`,
    place: { sheet: read.sheet.name, row: null, column: null, rowKey: null },
    choices: [...new Set([guess, listYear, listYear - 1, listYear - 2])].map((year) => ({
      value: String(year),
      label: `Năm ${year}`,
    })),
    fallback: String(guess),
  })
  return Number(answer ?? guess)
}

function titleProgramme(read: ReadTable, rules: ImportRules): Programme | null {
  const named = [...read.table.titles, read.sheet.name]
    .filter((title) => /\b(?:ke hoach|de an|nhiem vu|khuyen cong|kcqg|kcdp)\b/.test(wordsOf(title)))
    .map((title) => findByWords(title, rules.programmes)?.value)
    .filter((value) => value !== undefined)
  const [first] = new Set(named)
  return new Set(named).size === 1 ? (programmes.find((one) => one === first) ?? null) : null
}

// ---- contents --------------------------------------------------------------------------------------------------------

function contentWords({ rules, contentGroups }: PreviewContext): WordRule[] {
  const official = contentGroups.flatMap((group) => [
    { value: group.code, words: [wordsOf(group.name), wordsOf(group.shortName)] },
    ...group.subContents.map((sub) => ({ value: sub.code, words: [wordsOf(sub.name)] })),
  ])
  return [...rules.contents, ...official]
}

function contentLabels({ contentGroups }: PreviewContext): ReadonlyMap<string, string> {
  return new Map(
    contentGroups.flatMap((group) => [
      [group.code, `${group.code} ${group.shortName}`] as const,
      ...group.subContents.map((sub) => [sub.code, `${group.code} ${sub.name}`] as const),
    ]),
  )
}

// ---- what is said about a whole sheet --------------------------------------------------------------------------------

const invisibleOrDoubled = /\u00a0|\u200b|\ufeff| {2,}|^\s|\s$/u

/** Decomposed letters and stray blanks are mended without asking; that it was done is said once a sheet. */
function sayCleaning({ sheet, encoding, samples }: DecodedSheet, findings: Findings): void {
  const place = { sheet: sheet.name, row: null, column: null, rowKey: null }
  const texts = sheet.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.kind === 'text' ? [{ name: `${columnLetter(cell.column)}${row.number}`, text: cell.text }] : [],
    ),
  )
  const say = (code: string, cells: readonly { name: string; text: string }[], what: string) => {
    const [first] = cells
    if (first === undefined) return
    const names = cells.slice(0, 12).map((cell) => cell.name)
    findings.add('warning', place, {
      code,
      message: `${cells.length} ô ${what}, đã được chuẩn hóa khi đọc: ${names.join(', ')}${cells.length > names.length ? '…' : ''}.`,
      original: first.text,
      suggested: cleanLine(first.text),
    })
  }
  say(
    'text.decomposed',
    texts.filter(({ text }) => text !== text.normalize('NFC')),
    'có chữ Unicode tổ hợp',
  )
  say(
    'text.spaces',
    texts.filter(({ text }) => invisibleOrDoubled.test(text)),
    'có khoảng trắng thừa',
  )
  const [sample] = samples
  if (encoding !== 'unicode' && sample !== undefined)
    findings.add('warning', place, {
      code: 'text.encoding',
      message: `Trang “${sheet.name}” dùng bảng mã ${encodingLabels[encoding]}; chữ đã chuyển sang Unicode, ví dụ “${cleanLine(sample.after)}”. Xem các mẫu trước khi nhập.`,
      original: sample.before,
      suggested: cleanLine(sample.after),
    })
}

function sayLeftAside({ table, reader, sheet }: ReadTable, findings: Findings): void {
  const place = { sheet: sheet.name, row: table.headerTop, column: null, rowKey: null }
  const aside = table.columns.filter((column) => column.field === null)
  if (aside.length > 0)
    findings.add('warning', place, {
      code: 'column.unknown',
      message: `Không nhập ${aside.length} cột không nhận ra: ${aside
        .slice(0, 10)
        .map((column) => `${columnLetter(column.column)} “${column.header}”`)
        .join(', ')}${aside.length > 10 ? '…' : ''}. Chọn trường cho cột nếu cần.`,
    })
  const hidden = table.rows.filter((row) => row.hidden).length
  if (hidden > 0)
    findings.add('warning', place, {
      code: 'row.hidden',
      message: `${hidden} dòng đang ẩn hoặc bị lọc trong Excel vẫn được đọc.`,
    })
  const [firstLeftOut] = table.leftOut
  if (firstLeftOut !== undefined)
    findings.add(
      'warning',
      { ...place, row: firstLeftOut },
      {
        code: 'row.underTable',
        message: `Từ dòng ${firstLeftOut} trở xuống nằm dưới phần chữ ký hoặc ghi chú nên không đọc (${table.leftOut.length} dòng có dữ liệu).`,
      },
    )
  if (table.kind === 'establishments' && reader.has('address') && !reader.has('productionAddress'))
    findings.add('warning', place, {
      code: 'address.both',
      message: 'Bảng chỉ có một cột địa chỉ: được ghi cho cả trụ sở và địa điểm sản xuất.',
    })
}

function sayNothingFound(workbook: RawWorkbook, entries: readonly PreviewSheet[], findings: Findings): void {
  findings.add(
    'error',
    { sheet: workbook.sheets[0]?.name ?? '', row: null, column: null, rowKey: null },
    {
      code: 'sheet.none',
      message:
        entries.length === 0
          ? 'Tệp không có trang tính nào.'
          : `Không có gì để nhập. ${entries.map((entry) => `Trang “${entry.name}”: ${entry.skippedBecause}`).join(' ')}`,
    },
  )
}

// ---- closing ---------------------------------------------------------------------------------------------------------

function knownEstablishments(
  existing: readonly ExistingEstablishment[],
  work: readonly EstablishmentWork[],
): KnownEstablishment[] {
  return [
    ...existing.map(({ id, details }) => ({
      id,
      rowKey: null,
      name: details.name,
      communeCode: details.productionCommuneCode ?? details.communeCode,
    })),
    ...work
      .filter((one) => one.action === 'create')
      .map(({ key, details }) => ({
        id: null,
        rowKey: key,
        name: details.name,
        communeCode: details.productionCommuneCode ?? details.communeCode,
      })),
  ]
}

function placeRows(
  entries: PreviewSheet[],
  tables: readonly { readonly entry: number; readonly drafts: readonly { readonly key: string }[] }[],
  rows: readonly PreviewRow[],
): void {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  for (const { entry, drafts } of tables) {
    const sheet = entries[entry]
    if (sheet === undefined) continue
    const own = drafts.flatMap(({ key }) => byKey.get(key) ?? [])
    entries[entry] = { ...sheet, rows: [...sheet.rows, ...own].sort((a, b) => a.row - b.row) }
  }
}

function closePreview(
  workbook: RawWorkbook,
  input: ImportInput,
  sheets: PreviewSheet[],
  findings: Findings,
  drafts: ReadonlySet<string>,
): ImportPreview {
  const leftOut = new Set(input.leaveOut)
  // A heading or total line is only compared, never written: what is wrong with it cannot stand in the way.
  const problems = findings.problems
    .filter((problem) => problem.rowKey === null || !leftOut.has(problem.rowKey))
    .map((problem) =>
      problem.rowKey !== null && !drafts.has(problem.rowKey) ? { ...problem, severity: 'warning' as const } : problem,
    )
  const questions = findings.questions()
  const waiting = questions.some(
    (question) =>
      question.answer === null &&
      (question.rowKeys.length === 0 || question.rowKeys.some((key) => drafts.has(key) && !leftOut.has(key))),
  )
  const counts = { new: 0, changed: 0, duplicate: 0, error: 0, skipped: 0 }
  let writes = 0
  for (const row of sheets.flatMap((sheet) => sheet.rows)) {
    counts[row.status] += 1
    if (row.action !== 'none') writes += 1
  }
  return {
    fileName: input.fileName,
    notes: [...workbook.notes],
    sheets,
    problems: problems.sort(bySheetAndCell(sheets)),
    questions,
    counts,
    canImport: writes > 0 && !waiting && !problems.some((problem) => problem.severity === 'error'),
  }
}

function bySheetAndCell(sheets: readonly PreviewSheet[]) {
  const order = new Map(sheets.map((sheet, index) => [sheet.name, index]))
  return (a: ImportPreview['problems'][number], b: ImportPreview['problems'][number]) =>
    (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? '').length - (b.column ?? '').length ||
    (a.column ?? '').localeCompare(b.column ?? '')
}
