// A report as a file: a workbook with formulas, or a paper by Decree 30 with its sentences above the table, as PDF or DOCX.
import type { ReportFormat } from '../../shared/contract/reports'
import type { FileOut } from '../../shared/contract/values'
import { programmeLabels, reportLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { fold } from '../../shared/vietnamese/fold'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import { Later, type Reader } from '../database/access'
import { BLANK, type Block, type PaperDocument } from '../documents/blocks'
import { words } from '../documents/style'
import { readOffice } from '../office/reader'
import type { MadeReport } from '../reports/makeReport'
import { fileLater, mediaTypes, noHeader, type PlanExportServices, planSheetOptions } from './exportPlan'
import { officialReport } from './officialReport'
import { reportSheet } from './reportSheet'
import { landscapeA4, type Sheet } from './sheet'
import { sheetToPaper } from './sheetToPaper'

function aboutWords({ asked, asOf }: MadeReport): string[] {
  const programme = asked.programme === null ? [] : [programmeLabels[asked.programme].long]
  const basis = reportLabels.basisShown.includes(asked.report) ? [reportLabels.bases[asked.basis]] : []
  return [[reportLabels.asOf(formatDate(asOf)), ...programme, ...basis].join('; ')]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

function fileStem({ asked, title, periodWords }: MadeReport): string {
  const name = `${asked.report} ${title} ${periodWords}${asked.programme === null ? '' : ` ${programmeLabels[asked.programme].short}`}`
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
}

/** Sentences stand above the table of a paper; a workbook keeps to the table and its notes. */
export async function reportFile(
  reader: Reader,
  made: MadeReport,
  { format, unit }: { readonly format: ReportFormat; readonly unit: MoneyUnit },
  services: PlanExportServices,
): Promise<Later<FileOut>> {
  const { office } = await readOffice(reader)
  const options = planSheetOptions(office, noHeader, services.contentGroups())
  const department = office?.departmentName ?? `Sở Công Thương ${BLANK}`
  const centre = office?.centreName ?? `Trung tâm Khuyến công ${BLANK}`
  const notes = made.notices.map((text) => `${reportLabels.note}: ${text}`)
  const title = `${made.title} ${made.periodWords}`
  const sheet = reportSheet(
    made.built.table,
    {
      name: made.asked.report,
      title: [title.toLocaleUpperCase('vi')],
      subtitle: aboutWords(made).map((text) => `(${text})`),
      lineHeading: made.lineHeading,
      unit,
      sentences: [],
      notes,
    },
    {
      letterhead: {
        left: [{ text: department.toLocaleUpperCase('vi') }, { text: centre.toLocaleUpperCase('vi'), bold: true }],
        right: [
          { text: words.nationalTitle, bold: true },
          { text: words.nationalMotto, bold: true, underline: true },
        ],
      },
      placeAndDate: options.placeAndDate,
      signatures: options.signatures,
      print: landscapeA4,
    },
  )
  const stem = fileStem(made)
  if (format === 'xlsx') return fileLater(reader, sheet, stem, format, services)
  const { before, after } = officialReport(office, title)
  const document = paperOf(
    sheet,
    [
      ...before,
      ...made.sentences.map((text): Block => ({ kind: 'paragraph', text })),
      {
        kind: 'paragraph',
        text: `${reportLabels.inDetail} (${lowerFirst(aboutWords(made).join('; '))}):`,
        keepWithNext: true,
      },
    ],
    after,
  )
  const createdAt = Date.parse(`${reader.today}T00:00:00Z`)
  return new Later(async () => {
    const bytes = await services.renderer.render(format, document, createdAt)
    return {
      fileName: `${stem}.${format}`,
      mediaType: mediaTypes[format],
      base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    }
  })
}

/** The table of the sheet between what a paper says before and after it. */
function paperOf(sheet: Sheet, before: readonly Block[], after: readonly Block[]): PaperDocument {
  const whole = sheetToPaper({ ...sheet, title: [], subtitle: [], signatures: [] })
  return {
    ...whole,
    title: sheet.title.join(' '),
    blocks: [...before, ...whole.blocks.filter(({ kind }) => kind !== 'letterhead'), ...after],
  }
}
