// A paper made of what is on record of changing or carrying out a đề án: finds the record it speaks of, reads it, lays it out.
import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import { readChange } from '../changes/reader'
import type { ChangeServices } from '../changes/services'
import { type ContractRecord, contractsOfProjects } from '../contracts/records'
import type { Reader } from '../database/access'
import { readAcceptances } from '../execution/acceptanceRecords'
import { readClusterReports } from '../execution/clusters'
import { readDetailPlan } from '../execution/detailPlan'
import { readInspection } from '../execution/inspectionReader'
import { liquidationFacts as readLiquidation } from '../execution/liquidationReader'
import { partsUnder } from '../execution/money'
import { readVolumeReports } from '../execution/progressCommands'
import { readReports } from '../execution/progressReader'
import { decidedProject } from '../execution/projectInForce'
import { readSettlement } from '../execution/settlementReader'
import { readTrainingClasses } from '../execution/training'
import { findVersionInForce } from '../projects/inForce'
import type { PaperDocument } from './blocks'
import { changeConfirmationFacts, changeDecisionFacts, changeLetterFacts, changeNoticeFacts } from './changePaperFacts'
import { advanceRequestFacts, appendixFacts, beneficiaryContractFacts, liquidationFacts } from './contractPaperFacts'
import { acceptanceFacts, coverFacts, progressFacts, visitFacts, volumeFacts } from './executionPaperFacts'
import { buildAcceptanceMinutes } from './forms/acceptanceMinutes'
import { buildBeneficiaryContract } from './forms/beneficiaryContract'
import { buildChangeDecision } from './forms/changeDecision'
import { buildChangeConfirmation, buildChangeLetter, buildChangeNotice } from './forms/changeLetters'
import { buildClusterReport } from './forms/clusterReport'
import { buildCompletedVolume } from './forms/completedVolume'
import { buildContractAppendix } from './forms/contractAppendix'
import { buildDetailedPlan, buildTrainingPlan, buildTrainingProgramme } from './forms/detailedPlan'
import { buildAdvanceRequest, buildCoverLetter } from './forms/executionLetters'
import { buildLiquidationMinutes } from './forms/liquidationMinutes'
import { buildProgressReport } from './forms/progressReport'
import {
  buildFundReconciliation,
  buildPaymentRequest,
  buildSettlementDetail,
  buildVoucherList,
} from './forms/settlementForms'
import { buildVisitMinutes } from './forms/visitMinutes'
import { clusterReportFacts, detailedPlanFacts, trainingPlanFacts, trainingProgrammeFacts } from './groupPaperFacts'
import type { PaperOptions, PaperSource } from './paperFacts'
import type { RecordSource } from './recordFacts'
import { type RecordFormId, recordForms } from './recordForms'
import { readPaperRecords } from './recordReader'
import {
  paymentRequestFacts,
  reconciliationFacts,
  settlementDetailFacts,
  voucherListFacts,
} from './settlementPaperFacts'

export interface RecordPaperRequest {
  readonly form: RecordFormId
  readonly projectId: number
  /** Null: the newest of its kind. */
  readonly recordId: number | null
  readonly options: PaperOptions
}

/** Forms that speak of the đề án as a whole: whatever is on record of it. */
const wholeProject = new Set<RecordFormId>([
  'detailed-plan-11',
  'detailed-plan-letter',
  'training-plan-11',
  'acceptance-request',
  'settlement-7',
  'vouchers-8a',
  'vouchers-8b',
  'payment-9',
  'reconciliation-10',
  'settlement-letter',
])

export function speaksOfProject(form: RecordFormId): boolean {
  return wholeProject.has(form)
}

/** @throws Refusal document.incomplete (nothing of the kind is on record), record.missing */
export async function buildRecordPaper(
  reader: Reader,
  services: { readonly changes: ChangeServices },
  base: PaperSource,
  { form, projectId, recordId, options }: RecordPaperRequest,
): Promise<PaperDocument> {
  const source: RecordSource = { ...base, projectId, contracts: await contractsOfProjects(reader, [projectId]) }
  if (!form.startsWith('change-') && (await findVersionInForce(reader, projectId, null)) === null)
    throw new Refusal(
      'document.incomplete',
      `đề án ${base.identity.code} chưa được phê duyệt nên chưa có gì để triển khai. Hãy ghi quyết định phê duyệt trước.`,
    )
  const id = wholeProject.has(form) ? 0 : await recordFor(reader, form, projectId, recordId)
  switch (form) {
    case 'change-letter':
    case 'change-submission': {
      const request = await readChange(reader, services.changes, id)
      const typeName = form === 'change-letter' ? 'letter' : 'submission'
      return buildChangeLetter(changeLetterFacts(source, request, typeName, options))
    }
    case 'change-confirmation':
      return buildChangeConfirmation(
        changeConfirmationFacts(source, await readChange(reader, services.changes, id), options),
      )
    case 'change-decision':
      return buildChangeDecision(changeDecisionFacts(source, await readChange(reader, services.changes, id), options))
    case 'change-notice':
      return buildChangeNotice(changeNoticeFacts(source, await readChange(reader, services.changes, id), options))
    case 'beneficiary-contract':
      return buildBeneficiaryContract(beneficiaryContractFacts(source, contractOf(source, id), options))
    case 'contract-appendix': {
      const contract = source.contracts.find(({ appendices }) => appendices.some((one) => one.id === id))
      const appendix = contract?.appendices.find((one) => one.id === id)
      if (contract === undefined || appendix === undefined) throw new Refusal('record.missing', 'phụ lục hợp đồng')
      return buildContractAppendix(appendixFacts(source, contract, appendix, options))
    }
    case 'advance-request': {
      const [newest] = await readReports(reader, projectId)
      return buildAdvanceRequest(advanceRequestFacts(source, contractOf(source, id), newest?.report ?? null, options))
    }
    case 'liquidation-6':
      return buildLiquidationMinutes(await closing(reader, source, contractOf(source, id), options))
    case 'progress-3a': {
      const report = (await readReports(reader, projectId)).find((one) => one.id === id)
      if (report === undefined) throw new Refusal('record.missing', 'báo cáo tiến độ')
      return buildProgressReport(progressFacts(source, report, options))
    }
    case 'volume-3b': {
      const report = (await readVolumeReports(reader, { projectId })).reports.find((one) => one.id === id)
      if (report === undefined) throw new Refusal('record.missing', 'báo cáo khối lượng hoàn thành')
      return buildCompletedVolume(volumeFacts(source, report, options))
    }
    case 'acceptance-5a':
    case 'acceptance-5b':
    case 'acceptance-5c': {
      const all = await readAcceptances(reader, [projectId])
      const own = all.find((one) => one.id === id)
      if (own === undefined) throw new Refusal('record.missing', 'biên bản nghiệm thu')
      const places = form === 'acceptance-5a' ? [] : all.filter((one) => one.details.form === '5a')
      const details = { details: own.details, places: places.map((one) => one.details) }
      return buildAcceptanceMinutes(acceptanceFacts(source, details, options))
    }
    case 'acceptance-request':
    case 'settlement-letter':
    case 'detailed-plan-letter':
      return buildCoverLetter(coverFacts(source, form, await enclosed(reader, projectId, form), options))
    case 'detailed-plan-11':
      return buildDetailedPlan(detailedPlanFacts(source, (await readDetailPlan(reader, { projectId })).plan, options))
    case 'training-plan-11': {
      const classes = await readTrainingClasses(reader, { projectId })
      if (classes.length === 0) throw nothingOf(form, 'lớp đào tạo nào')
      return buildTrainingPlan(trainingPlanFacts(source, classes, options))
    }
    case 'training-programme-12': {
      const one = (await readTrainingClasses(reader, { projectId })).find((item) => item.id === id)
      if (one === undefined) throw new Refusal('record.missing', 'lớp đào tạo')
      return buildTrainingProgramme(trainingProgrammeFacts(source, one, options))
    }
    case 'cluster-report-13': {
      const report = (await readClusterReports(reader, { projectId })).find((one) => one.id === id)
      if (report === undefined) throw new Refusal('record.missing', 'báo cáo hạ tầng cụm công nghiệp')
      return buildClusterReport(clusterReportFacts(source, report, options))
    }
    case 'settlement-7':
      return buildSettlementDetail(settlementDetailFacts(source, await settlementOf(reader, projectId), options))
    case 'vouchers-8a':
    case 'vouchers-8b': {
      const list = form === 'vouchers-8a' ? '8a' : '8b'
      return buildVoucherList(voucherListFacts(source, await settlementOf(reader, projectId), list, options))
    }
    case 'payment-9':
      return buildPaymentRequest(paymentRequestFacts(source, await settlementOf(reader, projectId), options))
    case 'reconciliation-10':
      return buildFundReconciliation(reconciliationFacts(source, await settlementOf(reader, projectId), options))
    case 'visit-minutes':
      return buildVisitMinutes(visitFacts(source, await readInspection(reader, { id }), options))
    default:
      return assertNever(form, 'every form of a record is built here')
  }
}

/** The record asked for, or the newest that the form speaks of. */
async function recordFor(
  reader: Reader,
  form: RecordFormId,
  projectId: number,
  recordId: number | null,
): Promise<number> {
  const all = (await readPaperRecords(reader, projectId)).filter(({ forms }) => forms.includes(form))
  const found = recordId === null ? all.at(-1) : all.find(({ id }) => id === recordId)
  if (found !== undefined) return found.id
  if (recordId !== null) throw new Refusal('record.missing', shortTitleOf(form))
  throw nothingOf(form, sourceWords(form))
}

function shortTitleOf(form: RecordFormId): string {
  return recordForms.find(({ id }) => id === form)?.shortTitle ?? form
}

function nothingOf(form: RecordFormId, what: string): Refusal {
  return new Refusal(
    'document.incomplete',
    `${shortTitleOf(form)}: đề án chưa có ${what}. Hãy nhập trước rồi lập văn bản.`,
  )
}

function sourceWords(form: RecordFormId): string {
  if (form === 'change-notice') return 'quyết định điều chỉnh nào'
  if (form.startsWith('change-')) return 'đề nghị điều chỉnh nào'
  if (form.startsWith('acceptance-')) return 'biên bản nghiệm thu nào theo mẫu này'
  switch (form) {
    case 'beneficiary-contract':
      return 'hợp đồng nào với đơn vị thụ hưởng'
    case 'contract-appendix':
      return 'phụ lục hợp đồng nào'
    case 'advance-request':
      return 'hợp đồng nào với cơ quan giao kinh phí'
    case 'liquidation-6':
      return 'hợp đồng nào'
    case 'progress-3a':
      return 'báo cáo tiến độ nào'
    case 'volume-3b':
      return 'báo cáo khối lượng hoàn thành nào'
    case 'cluster-report-13':
      return 'báo cáo hạ tầng cụm công nghiệp nào'
    case 'training-programme-12':
      return 'lớp đào tạo nào'
    default:
      return 'lần kiểm tra nào'
  }
}

function contractOf({ contracts }: RecordSource, id: number): ContractRecord {
  const contract = contracts.find((one) => one.id === id)
  if (contract === undefined) throw new Refusal('record.missing', 'hợp đồng')
  return contract
}

/** Deadlines are not printed on these papers: none need to be known. */
async function settlementOf(reader: Reader, projectId: number) {
  const { settlement, totals } = await readSettlement(reader, [], { projectId })
  return { settlement, asked: totals.asked, approved: totals.approved }
}

async function closing(reader: Reader, source: RecordSource, contract: ContractRecord, options: PaperOptions) {
  const { projects, balance } = await readLiquidation(reader, contract)
  const accepted = await readAcceptances(
    reader,
    projects.map(({ projectId }) => projectId),
  )
  const contents = await Promise.all(projects.map(({ projectId }) => decidedProject(reader, projectId)))
  const passed = partsUnder(
    contract,
    accepted
      .filter(({ concludedOn, details }) => concludedOn !== null && details.conclusion === 'pass')
      .map(({ details }) => details),
    contents.flatMap(({ content }) => content.beneficiaries),
  )
  return liquidationFacts(
    source,
    contract,
    {
      projects,
      received: balance.received,
      due: balance.due,
      nothingAccepted: contract.details.kind !== 'supplier' && projects.every((one) => one.nothingAccepted),
      acceptances: passed
        .filter(({ documentNumber }) => documentNumber !== '')
        .map(({ documentNumber, date }) => ({ number: documentNumber, date })),
      work: [],
    },
    options,
  )
}

const enclosedForms: Readonly<
  Record<'acceptance-request' | 'settlement-letter' | 'detailed-plan-letter', readonly RecordFormId[]>
> = {
  'acceptance-request': ['beneficiary-contract', 'volume-3b'],
  'settlement-letter': ['acceptance-5a', 'acceptance-5b', 'acceptance-5c', 'volume-3b'],
  'detailed-plan-letter': [],
}

/** What is on record of the papers that go with the letter, as they are called. */
async function enclosed(reader: Reader, projectId: number, form: keyof typeof enclosedForms): Promise<string[]> {
  const records = await readPaperRecords(reader, projectId)
  const own = records
    .filter(({ forms }) => forms.some((one) => (enclosedForms[form] as readonly string[]).includes(one)))
    .map(({ label }) => label)
  switch (form) {
    case 'acceptance-request':
      return own
    case 'settlement-letter':
      return [...own, 'Biểu chi tiết quyết toán kinh phí (Mẫu 7)', 'Bảng kê chứng từ đề nghị quyết toán (Mẫu 8)']
    case 'detailed-plan-letter':
      return ['Kế hoạch triển khai thực hiện đề án (Mẫu 11)']
  }
}
