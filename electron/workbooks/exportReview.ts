// Báo cáo giai đoạn as a file: a workbook with a sheet a table, or a paper with its sentences above the same tables.
import type { Review, ReviewAsked, ReviewSectionOut } from '../../shared/contract/review'
import type { FileOut } from '../../shared/contract/values'
import type { planFormats } from '../../shared/contract/workbooks'
import { findingWords } from '../../shared/domain/periodReview'
import { moneyMeasures } from '../../shared/domain/programmeTargets'
import { reviewLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { unitLabel } from '../../shared/vietnamese/money'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { Later, type Reader } from '../database/access'
import type { Block, PaperDocument } from '../documents/blocks'
import { readOffice } from '../office/reader'
import { makeReview, type ReviewServices } from '../reports/review'
import { mediaTypes, type PlanExportServices } from './exportPlan'
import { officialReport, type ReportFrame } from './officialReport'
import { type Frame, frameOf } from './registers'
import type { Column, HeaderNode, Row, Sheet } from './sheet'

export async function exportReview(
  reader: Reader,
  { format, ...asked }: ReviewAsked & { readonly format: (typeof planFormats)[number] },
  services: ReviewServices & PlanExportServices,
): Promise<Later<FileOut>> {
  const review = await makeReview(reader, services, asked)
  const frame = await frameOf(reader, services)
  const { office } = await readOffice(reader)
  const around = officialReport(office, reviewLabels.about(review.title))
  const sheets = sheetsOf(review, frame)
  const name = `bao-cao-giai-doan-${review.from}-${review.to}`
  const createdAt = Date.parse(`${reader.today}T00:00:00Z`)
  return new Later(async () => {
    const bytes = await bytesOf({ review, sheets, around }, format, createdAt, services)
    return {
      fileName: `${name}.${format}`,
      mediaType: mediaTypes[format],
      base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    }
  })
}

/** Loaded only here: a program that never exports never pays for the libraries. */
interface MadeReview {
  readonly review: Review
  readonly sheets: readonly Sheet[]
  /** Of the paper; each sheet has its own. */
  readonly around: ReportFrame
}

async function bytesOf(
  made: MadeReview,
  format: (typeof planFormats)[number],
  createdAt: number,
  { renderer }: PlanExportServices,
): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const [{ layOut }, { writeWorkbook }] = await Promise.all([import('./layout'), import('./adapter/write')])
    return writeWorkbook(made.sheets.map(layOut), new Date(createdAt))
  }
  const { sheetToPaper } = await import('./sheetToPaper')
  return renderer.render(format, reviewPaper(made, sheetToPaper), createdAt)
}

function headerOf(section: ReviewSectionOut): HeaderNode<string>[] {
  const column = ({ key, heading, kind, width, adds, summed }: ReviewSectionOut['columns'][number]): Column => ({
    key,
    heading,
    kind: kind === 'money' ? 'money' : 'integer',
    width,
    summed,
    ...(adds.length === 0 ? {} : { addsUp: adds }),
  })
  const nodes: HeaderNode<string>[] = []
  for (const one of section.columns) {
    const last = nodes.at(-1)
    if (one.group === null) nodes.push(column(one))
    else if (last !== undefined && 'columns' in last && last.heading === one.group)
      nodes[nodes.length - 1] = { ...last, columns: [...last.columns, column(one)] }
    else nodes.push({ heading: one.group, columns: [column(one)] })
  }
  return [
    { key: 'mark', heading: 'TT', kind: 'centredText', width: 5 },
    { key: 'heading', heading: section.lineHeading, kind: 'text', width: 34 },
    ...nodes,
  ]
}

function sectionSheet(review: Review, section: ReviewSectionOut, frame: Frame): Sheet<string> {
  const rows = section.lines
    .filter(({ kind }) => kind === 'row')
    .map(({ mark, heading, cells }): Row<string> => ({ mark, heading, ...cells }))
  return {
    ...frame,
    name: reviewLabels.sections[section.key].sheet,
    title: [review.title],
    subtitle: [section.title, `(Số liệu đến ngày ${formatDate(review.asOf)})`],
    unit: 'million',
    markColumn: 'mark',
    headingColumn: 'heading',
    header: headerOf(section),
    body: { kind: 'rows', rows },
    total: reviewLabels.sum,
    words: [],
  }
}

const quantity = (thousandths: number) => formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)

function targetSheet(review: Review, frame: Frame): Sheet<string> {
  const rows = review.targets.map(
    (target, index): Row<string> => ({
      mark: String(index + 1),
      heading: target.name,
      unit: moneyMeasures.has(target.measure) ? 'triệu đồng' : target.unit,
      plan: [target.least, target.most].flatMap((end) => (end === null ? [] : [quantity(end)])).join(' – '),
      result: target.result === null ? '' : quantity(target.result),
      percent: target.percent === null ? '–' : `${formatDecimal({ units: BigInt(target.percent), scale: 2 }, 2)} %`,
    }),
  )
  return {
    ...frame,
    name: reviewLabels.targetsSheet,
    title: [review.title],
    subtitle: [`${reviewLabels.targets}${review.targetsOf === null ? '' : `: ${review.targetsOf}`}`],
    unit: null,
    markColumn: 'mark',
    headingColumn: 'heading',
    header: [
      { key: 'mark', heading: 'TT', kind: 'centredText', width: 5 },
      { key: 'heading', heading: reviewLabels.target, kind: 'text', width: 48 },
      { key: 'unit', heading: 'ĐVT', kind: 'centredText', width: 12 },
      { key: 'plan', heading: reviewLabels.plan, kind: 'centredText', width: 16 },
      { key: 'result', heading: reviewLabels.done, kind: 'centredText', width: 16 },
      { key: 'percent', heading: reviewLabels.percent, kind: 'centredText', width: 12 },
    ],
    body: { kind: 'rows', rows },
    total: null,
    words: [],
  }
}

function resultSheet(review: Review, frame: Frame): Sheet<string> {
  return {
    ...frame,
    name: reviewLabels.resultsSheet,
    title: [review.title],
    subtitle: [reviewLabels.results],
    unit: null,
    markColumn: 'mark',
    headingColumn: 'heading',
    header: [
      { key: 'mark', heading: 'TT', kind: 'centredText', width: 5 },
      { key: 'heading', heading: reviewLabels.target, kind: 'text', width: 60 },
      { key: 'value', heading: reviewLabels.done, kind: 'integer', width: 14 },
    ],
    body: {
      kind: 'rows',
      rows: review.results.map(({ name, value }, index) => ({
        mark: String(index + 1),
        heading: name,
        value: Math.round(value / 1_000),
      })),
    },
    total: null,
    words: [],
  }
}

function sheetsOf(review: Review, frame: Frame): Sheet<string>[] {
  return [
    ...review.sections
      .filter(({ lines }) => lines.some(({ kind }) => kind === 'row'))
      .map((section) => sectionSheet(review, section, frame)),
    resultSheet(review, frame),
    ...(review.targets.length === 0 ? [] : [targetSheet(review, frame)]),
  ]
}

/** The sentences and the tables of all sheets as one report. */
function reviewPaper({ review, sheets, around }: MadeReview, toPaper: (sheet: Sheet) => PaperDocument): PaperDocument {
  const papers = sheets.map(toPaper)
  const [first] = papers
  if (first === undefined) throw new Error('a review has at least the sheet of its results')
  const paragraph = (text: string, bold = false): Block => ({
    kind: 'paragraph',
    text: bold ? [{ text, bold: true }] : text,
    align: bold ? 'left' : 'justify',
    keepWithNext: bold,
  })
  return {
    ...first,
    title: review.title,
    blocks: [
      ...around.before,
      ...review.sentences.map((one) => paragraph(one)),
      ...(review.findings.length === 0 ? [] : [paragraph(reviewLabels.findings, true)]),
      ...review.findings.map((one) => paragraph(findingWords(one))),
      ...papers.flatMap((paper, index): Block[] => [
        paragraph(sectionTitle(index + 1, sheets[index]), true),
        ...paper.blocks.filter((block) => block.kind === 'table'),
      ]),
      ...around.after,
    ],
  }
}

function sectionTitle(number: number, sheet: Sheet | undefined): string {
  const unit = sheet?.unit == null ? '' : ` (${unitLabel(sheet.unit)})`
  return `${number}. ${sheet?.subtitle[0] ?? ''}${unit}`
}
