// One paper for every đề án of a programme: the month's progress (Mẫu 3a), what is asked for and reconciled of a year (Mẫu 9, 10).
import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import type { YearFormId } from '../../shared/domain/papers'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import { formatMonth, type PlainMonth } from '../../shared/vietnamese/dates'
import { contractsOfProjects } from '../contracts/records'
import type { Reader } from '../database/access'
import { readReports } from '../execution/progressReader'
import { readSettlement } from '../execution/settlementReader'
import { chooseSigner } from '../office/reader'
import type { PaperDocument } from './blocks'
import { progressFacts } from './executionPaperFacts'
import { findForm } from './forms'
import { buildProgressReport } from './forms/progressReport'
import { buildFundReconciliation, buildPaymentRequest, type SettlementHead } from './forms/settlementForms'
import type { PaperOptions } from './paperFacts'
import { openProject } from './preparePaper'
import type { RecordSource } from './recordFacts'
import type { PaperResources } from './resources'
import type { DocumentServices } from './services'
import { paymentRequestFacts, reconciliationFacts } from './settlementPaperFacts'

export interface YearPaperRequest {
  readonly form: YearFormId
  readonly year: number
  readonly programme: Programme
  readonly month: PlainMonth | null
  readonly options: { readonly date: string | null; readonly number: string; readonly signerId: number | null }
}

/** @throws Refusal document.incomplete where nothing of the kind is on record, record.missing (signer) */
export async function prepareYearPaper(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  request: YearPaperRequest,
): Promise<{ readonly document: PaperDocument; readonly fileStem: string }> {
  const { form, year, programme } = request
  const month = form === 'progress-3a' ? (request.month ?? (await newestMonth(reader, year, programme))) : null
  const ids =
    form === 'progress-3a' ? await reportedIn(reader, programme, month) : await filedIn(reader, year, programme)
  const [first, ...others] = await Promise.all(ids.map((id) => sourceOf(reader, services, resources, id)))
  if (first === undefined) throw nothingOn(request, month)
  const { date, number, signerId } = request.options
  const options: PaperOptions = {
    date,
    number,
    signer: signerId === null ? null : chooseSigner(first.office, signerId),
  }
  const stem = `${findForm(form).fileStem}-${programme === 'national' ? 'kcqg' : 'kcdp'}`
  return {
    document: await documentOf(reader, form, [first, ...others], month, options),
    fileStem: `${stem}-${month ?? year}`,
  }
}

async function documentOf(
  reader: Reader,
  form: YearFormId,
  sources: readonly [RecordSource, ...RecordSource[]],
  month: PlainMonth | null,
  options: PaperOptions,
): Promise<PaperDocument> {
  switch (form) {
    case 'progress-3a': {
      const [head, ...rest] = await together(sources, async (source) => {
        const report = (await readReports(reader, source.projectId)).find((one) => one.month === month)
        if (report === undefined) throw new Refusal('record.missing', 'báo cáo tiến độ')
        return progressFacts(source, report, options)
      })
      return buildProgressReport({ ...head, contracts: [head, ...rest].flatMap(({ contracts }) => contracts) })
    }
    case 'payment-9': {
      const [head, ...rest] = await together(sources, async (source) =>
        paymentRequestFacts(source, await settlementOf(reader, source.projectId), options),
      )
      return buildPaymentRequest({ ...ofAll(head, rest), lines: [head, ...rest].flatMap(({ lines }) => lines) })
    }
    case 'reconciliation-10': {
      const [head, ...rest] = await together(sources, async (source) =>
        reconciliationFacts(source, await settlementOf(reader, source.projectId), options),
      )
      return buildFundReconciliation({ ...ofAll(head, rest), lines: [head, ...rest].flatMap(({ lines }) => lines) })
    }
    default:
      return assertNever(form, 'every form for several đề án is built here')
  }
}

async function together<T>(
  [first, ...others]: readonly [RecordSource, ...RecordSource[]],
  read: (source: RecordSource) => Promise<T>,
): Promise<[T, ...T[]]> {
  const head = await read(first)
  const rest: T[] = []
  for (const source of others) rest.push(await read(source))
  return [head, ...rest]
}

/** What the tables say of themselves when they cover several đề án: the contract only where all are under one. */
function ofAll<H extends SettlementHead>(head: H, rest: readonly H[]): H {
  if (rest.length === 0) return head
  const same = rest.every(
    ({ contract }) => contract?.number === head.contract?.number && contract?.date === head.contract?.date,
  )
  return { ...head, contract: same ? head.contract : null, projectName: '' }
}

async function settlementOf(reader: Reader, projectId: number) {
  const { settlement, totals } = await readSettlement(reader, [], { projectId })
  return { settlement, asked: totals.asked, approved: totals.approved }
}

async function sourceOf(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  projectId: number,
): Promise<RecordSource> {
  const { source } = await openProject(reader, services, resources, projectId)
  return { ...source, projectId, contracts: await contractsOfProjects(reader, [projectId]) }
}

async function newestMonth(reader: Reader, year: number, programme: Programme): Promise<PlainMonth | null> {
  const { month } = await reader.db
    .selectFrom('progress_report as report')
    .innerJoin('project', 'project.id', 'report.project_id')
    .where('project.programme', '=', programme)
    .where('report.month', '>=', `${year}-01`)
    .where('report.month', '<=', `${year}-12`)
    .select(({ fn }) => fn.max<string | null>('report.month').as('month'))
    .executeTakeFirstOrThrow()
  return month
}

async function reportedIn(reader: Reader, programme: Programme, month: PlainMonth | null): Promise<number[]> {
  if (month === null) return []
  const rows = await reader.db
    .selectFrom('progress_report as report')
    .innerJoin('project', 'project.id', 'report.project_id')
    .where('project.programme', '=', programme)
    .where('report.month', '=', month)
    .select('project.id')
    .orderBy('project.code')
    .execute()
  return rows.map(({ id }) => id)
}

async function filedIn(reader: Reader, year: number, programme: Programme): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('settlement')
    .innerJoin('project', 'project.id', 'settlement.project_id')
    .where('project.programme', '=', programme)
    .where('project.plan_year', '=', year)
    .select('project.id')
    .orderBy('project.code')
    .execute()
  return rows.map(({ id }) => id)
}

function nothingOn({ form, year, programme }: YearPaperRequest, month: PlainMonth | null): Refusal {
  const whose = programmeLabels[programme].long.toLocaleLowerCase('vi')
  return new Refusal(
    'document.incomplete',
    form === 'progress-3a'
      ? `${month === null ? `năm ${year}` : formatMonth(month)} chưa có báo cáo tiến độ nào của đề án ${whose}. Hãy lưu tiến độ tháng trước.`
      : `năm ${year} chưa có hồ sơ quyết toán nào của đề án ${whose}. Hãy lập hồ sơ quyết toán trước.`,
  )
}
