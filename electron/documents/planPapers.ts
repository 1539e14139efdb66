// A paper of a year's plan, made ready to be rendered: what the records hold, laid out by the form asked for.
import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { chooseSigner, readOffice } from '../office/reader'
import { readPlannedTotals } from '../plans/plannedOutputs'
import { readPlan } from '../plans/reader'
import { appraisalReportFacts, readYearAppraisals } from './appraisalReportFacts'
import type { PaperDocument } from './blocks'
import { findPlanForm, type PlanFormId, type PlanFormInfo } from './forms'
import { buildAppraisalReport } from './forms/appraisalReport'
import { buildLocalPlan } from './forms/localPlan'
import { buildLocalPlanSubmission, buildRegistrationLetter } from './forms/planLetters'
import { localPlanFacts, type PlanPaperOptions, type PlanPaperSource, planLetterFacts } from './planFacts'
import type { PaperResources } from './resources'
import type { DocumentServices } from './services'

export interface PlanPaperRequest {
  readonly form: string
  readonly year: number
  readonly programme: Programme
  /** Null: as it is now, of KCQG as it was registered. */
  readonly asOf?: PlainDate | null
  readonly options: { readonly date: string | null; readonly number: string; readonly signerId: number | null }
}

export interface PreparedPlanPaper {
  readonly form: PlanFormInfo
  readonly document: PaperDocument
  /** Without its ending. */
  readonly fileStem: string
  readonly signerName: string
}

/** @throws Refusal record.missing (form, signer), call.refused (programme of another form), document.incomplete */
export async function preparePlanPaper(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  { form: formId, year, programme, asOf = null, options }: PlanPaperRequest,
): Promise<PreparedPlanPaper> {
  const form = findPlanForm(formId)
  if (form.programme !== null && form.programme !== programme) {
    const only = `Chỉ lập cho chương trình ${programmeLabels[form.programme].long.toLowerCase()}.`
    throw new Refusal('call.refused', `${form.shortTitle.toLowerCase()}: ${only}`, [
      { path: 'programme', message: only },
    ])
  }
  const { date, number, signerId } = options
  const general = await gatherGeneral(reader, services, resources)
  const signer = signerId === null ? null : chooseSigner(general.office, signerId)
  const signed = { date, number, signer }
  const document =
    form.id === 'appraisal-report'
      ? buildAppraisalReport(
          appraisalReportFacts({ ...general, appraisals: await readYearAppraisals(reader, year, programme) }, signed),
        )
      : buildForm(form.id, await gather(reader, services, general, year, programme, asOf), signed)
  return {
    form,
    document,
    fileStem: `${form.fileStem}-${year}`,
    signerName: signer?.name ?? '',
  }
}

function buildForm(
  form: Exclude<PlanFormId, 'appraisal-report'>,
  source: PlanPaperSource,
  options: PlanPaperOptions,
): PaperDocument {
  switch (form) {
    case 'local-plan':
      return buildLocalPlan(localPlanFacts(source, options))
    case 'local-plan-submission':
      return buildLocalPlanSubmission(planLetterFacts(source, options, form))
    case 'registration-letter':
      return buildRegistrationLetter(planLetterFacts(source, options, form))
    default:
      return assertNever(form, 'every form of a plan is built here')
  }
}

type GeneralSource = Pick<PlanPaperSource, 'office' | 'provinceName' | 'resources' | 'today'>

async function gatherGeneral(
  reader: Reader,
  { units }: DocumentServices,
  resources: PaperResources,
): Promise<GeneralSource> {
  const { office } = await readOffice(reader)
  if (office === null)
    throw new Refusal(
      'document.incomplete',
      'chưa có thông tin đơn vị. Hãy nhập tên trung tâm, tên Sở và tỉnh ở mục Thiết lập.',
    )
  const provinceName = units.findProvince(office.provinceCode)?.name ?? null
  return { office, provinceName, resources, today: reader.today }
}

async function gather(
  reader: Reader,
  { contentGroups }: DocumentServices,
  general: GeneralSource,
  year: number,
  programme: Programme,
  asOf: PlainDate | null,
): Promise<PlanPaperSource> {
  // What was registered stays what the letter said, also after the money came out otherwise.
  const now = programme === 'national' ? 'registered' : 'current'
  const { view } = await readPlan(reader, year, programme, asOf === null ? now : { asOf })
  if (view.items.length === 0)
    throw new Refusal(
      'document.incomplete',
      asOf === null
        ? `kế hoạch ${programmeLabels[programme].long.toLowerCase()} năm ${year} chưa có đề án nào. Hãy đưa đề án vào kế hoạch trước.`
        : `đến ngày ${formatDate(asOf)} kế hoạch ${programmeLabels[programme].long.toLowerCase()} năm ${year} chưa có đề án nào được duyệt.`,
    )
  return {
    ...general,
    plan: view,
    outputs: await readPlannedTotals(
      reader,
      view.items.map((item) => item.versionId),
    ),
    contentGroups: contentGroups(),
  }
}
