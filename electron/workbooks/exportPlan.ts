// A year's plan as a file to send, of one programme or of both on one sheet: gathers plans, office and names of contents,
// lays them out once, gives XLSX, PDF or DOCX.
import { Refusal } from '../../shared/contract/errors'
import type { ContentGroupEntry, OfficeDetails, Signer } from '../../shared/contract/office'
import type { PlanHeader } from '../../shared/contract/plans'
import type { FileOut } from '../../shared/contract/values'
import type { planFormats } from '../../shared/contract/workbooks'
import { assertNever } from '../../shared/domain/assertNever'
import type { PlanView } from '../../shared/domain/plans'
import { type ContentGroup, contentGroups, type Programme, programmes } from '../../shared/domain/projects'
import { planTableLabels, programmeLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { Later, type Reader } from '../database/access'
import { BLANK } from '../documents/blocks'
import { paperSigner } from '../documents/paperFacts'
import type { RenderService } from '../documents/renderService'
import { chooseSigner, readOffice } from '../office/reader'
import { readPlan } from '../plans/reader'
import { planBasis } from '../plans/shownVersions'
import { annualPlanSheet, type PlanSheetOptions, yearSummarySheet } from './annualPlanSheet'
import type { Sheet, Signature } from './sheet'

export interface PlanExportServices {
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly renderer: RenderService
}

type PlanFormat = (typeof planFormats)[number]

export interface PlanExportInput {
  readonly year: number
  readonly programme: Programme
  readonly format: PlanFormat
  readonly basis?: 'registered' | 'current' | undefined
  readonly asOf?: PlainDate | null | undefined
}

export interface YearExportInput {
  readonly year: number
  readonly format: PlanFormat
}

export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export async function exportPlan(
  reader: Reader,
  { year, programme, format, basis = 'current', asOf = null }: PlanExportInput,
  services: PlanExportServices,
): Promise<Later<FileOut>> {
  const { view, header } = await readPlan(reader, year, programme, planBasis(basis, asOf))
  if (view.items.length === 0)
    throw new Refusal(
      'document.incomplete',
      `kế hoạch ${programmeLabels[programme].long.toLocaleLowerCase('vi')} năm ${year} ${asOf === null ? 'chưa có đề án nào. Hãy đưa đề án vào kế hoạch rồi xuất lại.' : `đến ngày ${formatDate(asOf)} chưa có đề án nào. Hãy chọn ngày sau.`}`,
    )
  const { office } = await readOffice(reader)
  const sheet = annualPlanSheet(view, {
    ...planSheetOptions(office, header, services.contentGroups()),
    ...(asOf === null ? {} : { note: `Số liệu đến ngày ${formatDate(asOf)}` }),
  })
  const day = asOf === null ? '' : `-den-${asOf}`
  return fileLater(reader, sheet, `${planFileName(programme, year)}${day}`, format, services)
}

/** A programme without đề án is left out; the table stands alone, since each plan goes with a paper of its own. */
export async function exportYear(
  reader: Reader,
  { year, format }: YearExportInput,
  services: PlanExportServices,
): Promise<Later<FileOut>> {
  const plans: PlanView[] = []
  for (const programme of programmes) plans.push((await readPlan(reader, year, programme)).view)
  const filled = plans.filter((plan) => plan.items.length > 0)
  if (filled.length === 0)
    throw new Refusal(
      'document.incomplete',
      `các kế hoạch năm ${year} chưa có đề án nào. Hãy đưa đề án vào kế hoạch rồi xuất lại.`,
    )
  const { office } = await readOffice(reader)
  const sheet = yearSummarySheet(filled, year, planSheetOptions(office, noHeader, services.contentGroups()))
  return fileLater(reader, sheet, `tong-hop-ke-hoach-${year}`, format, services)
}

export const noHeader: PlanHeader = { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' }

export function fileLater(
  reader: Reader,
  sheet: Sheet,
  name: string,
  format: PlanFormat,
  { renderer }: PlanExportServices,
): Later<FileOut> {
  const createdAt = Date.parse(`${reader.today}T00:00:00Z`)
  return new Later(async () => {
    const bytes = await makeFile(sheet, format, createdAt, renderer)
    return {
      fileName: `${name}.${format}`,
      mediaType: mediaTypes[format],
      base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    }
  })
}

/** Loaded only here: a program that never exports never pays for the libraries. */
async function makeFile(
  sheet: Sheet,
  format: PlanFormat,
  createdAt: number,
  renderer: RenderService,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx': {
      const [{ layOut }, { writeWorkbook }] = await Promise.all([import('./layout'), import('./adapter/write')])
      return writeWorkbook([layOut(sheet)], new Date(createdAt))
    }
    case 'pdf':
    case 'docx': {
      const { sheetToPaper } = await import('./sheetToPaper')
      return renderer.render(format, sheetToPaper(sheet), createdAt)
    }
    default:
      return assertNever(format, 'a plan goes out as XLSX, PDF or DOCX')
  }
}

function planFileName(programme: Programme, year: number): string {
  return `ke-hoach-${programme === 'national' ? 'kcqg' : 'kcdp'}-${year}`
}

/** What the office has not entered yet is left to be written by hand: a plan can be printed before the settings are done. */
export function planSheetOptions(
  office: OfficeDetails | null,
  header: PlanHeader,
  groups: readonly ContentGroupEntry[],
): PlanSheetOptions {
  const signer = office === null ? null : chooseSigner(office, null)
  return {
    office: office ?? { departmentName: `Sở Công Thương ${BLANK}`, centreName: `Trung tâm Khuyến công ${BLANK}` },
    attachedTo: attachedTo(header),
    placeAndDate: { place: office?.placeName ?? BLANK, date: null },
    signatures: [{ titles: [planTableLabels.preparedBy], name: '' }, signatureOf(signer)],
    contentGroupNames: Object.fromEntries(
      contentGroups.map((code) => [code, groups.find((group) => group.code === code)?.name ?? code]),
    ) as Record<ContentGroup, string>,
  }
}

function attachedTo({ attachedTo: asWritten, decisionNumber, decisionDate }: PlanHeader): string {
  // The table itself puts "(Kèm theo …)" around it.
  const paper = asWritten.replace(/^\(?\s*kèm theo\s+/iu, '').replace(/\)$/u, '')
  if (paper !== '' || decisionNumber === '') return paper
  const day = decisionDate === null ? '' : ` ngày ${formatDate(decisionDate)}`
  return `Quyết định số ${decisionNumber}${day}`
}

function signatureOf(signer: Signer | null): Signature {
  if (signer === null) return { titles: [planTableLabels.head], name: '' }
  const { authority, position, name } = paperSigner(signer)
  const titles = authority === null ? [position] : [authority, position]
  return { titles: titles.map((title) => title.toLocaleUpperCase('vi')), name: name ?? '' }
}
