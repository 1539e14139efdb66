// Another centre's own plan workbook as a source: read as an import reads it, with its guess of columns, units and programmes.

import { Refusal } from '../../../shared/contract/errors'
import type { ImportInput } from '../../../shared/contract/workbooks'
import type { SourceLine, SourceProvince } from '../../../shared/domain/consolidationSources'
import { type AmountsBySource, supportOf } from '../../../shared/domain/money'
import { formatMoney, type MoneyUnit, unitLabel } from '../../../shared/vietnamese/money'
import type { CheckResources } from '../import/fileCheck'
import { commonProvince, provinceOfTitles } from '../import/places'
import type { PlanDraft } from '../import/projects/planItem'
import type { RawWorkbook } from '../import/rawWorkbook'
import { readSheets, type SheetReading } from '../import/readSheets'
import { type CarriedOut, readCarriedOut } from './carriedOut'
import type { SourceOrder, SourceReading } from './readSource'

/** @throws Refusal workbook.unreadable where there is no plan in it */
export function readPlanWorkbook(
  key: string,
  { fileName, answers, today }: SourceOrder,
  workbook: RawWorkbook,
  resources: CheckResources,
): SourceReading {
  const reading = readSheets(workbook, inputFor(fileName, answers), {
    rules: resources.rules(),
    contentGroups: resources.contentGroups(),
    addressBook: resources.addressBook(),
    officeProvinceCode: null,
    today,
  })
  const drafts = reading.plans.flatMap((plan) => plan.drafts)
  if (drafts.length === 0)
    throw new Refusal(
      'workbook.unreadable',
      'không phải gói số liệu của chương trình, và không có bảng kế hoạch nào nhận ra được (cần cột tên đề án và cột kinh phí).',
    )
  const carriedOut = reading.plans.flatMap(({ reader, drafts: own, entry }) =>
    readCarriedOut(reader, own, reading.entries[entry]?.totals ?? []),
  )
  // Asked once every column is read.
  const questions = reading.findings.questions()
  const year = mostOf(drafts.flatMap((draft) => draft.year ?? []))
  const doneOf = new Map(carriedOut.flatMap(({ amounts }) => [...amounts]))
  const lines = drafts.flatMap((draft) => lineOf(draft, doneOf.get(draft.key) ?? null, reading))
  return {
    kind: 'read',
    questions: questions.map(({ id, message, choices, answer }) => ({ id, message, choices, answer })),
    source: {
      key,
      fileName,
      origin: 'workbook',
      officeName: '',
      province: provinceOf(fileName, reading, workbook, resources),
      year,
      basis: null,
      asOf: null,
      period: null,
      doneRule: null,
      number: '',
      checksum: '',
      checksumHolds: true,
      madeAt: '',
      replaces: null,
      recalls: [],
      noticeOnly: false,
      units: unitsOf(reading),
      notes: notesOf(reading, drafts, lines, year, carriedOut),
      checks: [...sumProblems(reading), ...carriedOut.flatMap((one) => one.checks)],
      openQuestions: questions.filter(({ answer }) => answer === null).length,
      lines,
      visibleLines: null,
      differences: [],
    },
  }
}

function inputFor(fileName: string, answers: Readonly<Record<string, string>>): ImportInput {
  return {
    fileName,
    base64: '',
    kind: 'plan',
    year: null,
    answers: { ...answers },
    duplicates: {},
    leaveOut: [],
    corrections: {},
    columns: {},
  }
}

function lineOf(draft: PlanDraft, done: AmountsBySource | null, reading: SheetReading): SourceLine[] {
  const { programme, contentGroup, name, amounts } = draft
  if (programme === null || contentGroup === null || reading.findings.hasError(draft.key)) return []
  return [{ programme, contentGroup, name, planned: amounts, done }]
}

/** As its titles name it, with the name of before the reform where they do; else where most of its places are. */
function provinceOf(
  fileName: string,
  reading: SheetReading,
  workbook: RawWorkbook,
  resources: CheckResources,
): SourceProvince {
  const book = resources.addressBook()
  const titles = workbook.sheets
    .filter(({ hidden }) => !hidden)
    .flatMap(({ rows }) => rows.slice(0, 15).flatMap(({ cells }) => cells.map(({ text }) => text)))
  const places = reading.plans.flatMap(({ drafts }) => drafts.flatMap((draft) => draft.places.map(({ text }) => text)))
  const found = provinceOfTitles(book, titles) ?? commonProvince(book, places.slice(0, 300))
  const byFile = fileName.replace(/\.[^.]*$/, '')
  if (found?.provinceCode === undefined) return { code: null, name: byFile }
  if (found.oldProvinceName !== undefined) return { code: null, name: `Tỉnh ${titleCase(found.oldProvinceName)}` }
  return { code: found.provinceCode, name: resources.provinceName(found.provinceCode) ?? byFile }
}

/** 'BẮC KẠN' → 'Bắc Kạn'. */
function titleCase(name: string): string {
  return name.toLocaleLowerCase('vi').replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))
}

function unitsOf(reading: SheetReading): MoneyUnit[] {
  return [...new Set(reading.plans.flatMap(({ reader }) => reader.unit ?? []))]
}

const shownNotes = 5

/** Where the workbook does not add up: said over the table, as whoever sent it has to be asked. */
const sumCodes: readonly string[] = [
  'total.differs',
  'total.parts',
  'total.sources',
  'support.differs',
  'detail.differs',
]

function sumProblems({ findings }: SheetReading): string[] {
  return findings.problems
    .filter(({ code }) => sumCodes.includes(code))
    .map(({ sheet, cell, message }) => `${sheet}!${cell ?? ''}: ${message}`)
}

function notesOf(
  reading: SheetReading,
  drafts: readonly PlanDraft[],
  lines: readonly SourceLine[],
  year: number | null,
  carriedOut: readonly CarriedOut[],
): string[] {
  const total = lines.reduce((sum, line) => sum + supportOf(line.planned), 0)
  const units = reading.plans.flatMap(({ reader }) => {
    const { unit, sheet } = reader
    return unit === null || unit === 'dong'
      ? []
      : [
          `Trang “${sheet}” ghi bằng ${unitLabel(unit)}; đã đổi ra đồng: kinh phí khuyến công cả tệp ${formatMoney(total, unit)} ${unitLabel(unit)} = ${formatMoney(total)} đồng.`,
        ]
  })
  const years = [...new Set(drafts.flatMap((draft) => draft.year ?? []))]
  const left = drafts.length - lines.length
  const problems = reading.findings.problems.filter(({ severity }) => severity === 'error')
  const columns = carriedOut.flatMap((one) => one.columns)
  return [
    `Sổ kế hoạch thường, không phải gói của chương trình: không nói là số đăng ký hay được giao${columns.length === 0 ? ', không có số thực hiện' : ''}.`,
    ...(columns.length === 0 ? [] : [`Số thực hiện lấy từ ${columns.join(', ')}.`]),
    ...carriedOut.flatMap((one) => one.notes),
    ...new Set(units),
    ...(years.length > 1 ? [`Tệp có nhiều năm (${years.join(', ')}); tính là năm ${year ?? ''}.`] : []),
    ...(left > 0 ? [`${left} dòng chưa tính vì lỗi hoặc còn câu hỏi.`] : []),
    ...problems.slice(0, shownNotes).map(({ sheet, cell, message }) => `${sheet}!${cell ?? ''}: ${message}`),
    ...(problems.length > shownNotes ? [`Và ${problems.length - shownNotes} điều nữa; xem ở Nhập từ Excel.`] : []),
  ]
}

function mostOf(years: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}
