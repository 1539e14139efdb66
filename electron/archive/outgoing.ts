// The register of outgoing papers: gives each number once, keeps what went out and what it was made from.
import type { Selectable } from 'kysely'
import type { OutgoingState } from '../../shared/contract/archive'
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import { nextPaperNumber, paperNumber } from '../../shared/domain/outgoingPapers'
import type { Programme } from '../../shared/domain/projects'
import { planName } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { foldTokens } from '../../shared/vietnamese/fold'
import { contractForms, contractNumbersGiven, contractOfNumber } from '../contracts/numbers'
import type { Reader, Writer } from '../database/access'
import type { OutgoingPaperTable } from '../database/schema/archive'
import { readOffice } from '../office/reader'
import { fileFrom, sha256Of } from './attachments'

/** What the papers' own code is asked for: the register stands below it and is handed it by the program. */
/** What a paper is about: one đề án, or a year's plan of one programme. */
export type PaperSubject =
  | { readonly kind: 'project'; readonly projectId: number; readonly recordId: number | null }
  | { readonly kind: 'plan'; readonly year: number; readonly programme: Programme }

export interface PaperOrder {
  readonly form: string
  readonly subject: PaperSubject
  readonly date: PlainDate
  /** With its symbol: "05/HĐ-KC". */
  readonly number: string
  readonly signerId: number | null
}

export interface MadePaper {
  readonly title: string
  readonly signer: string
  readonly fileName: string
  /** What the bytes were made from, as plain data: how it was asked for, and what it says. */
  readonly data: { readonly options: unknown; readonly document: unknown }
  readonly bytes: Uint8Array
}

export type MakePaper = (reader: Reader, order: PaperOrder) => Promise<MadePaper>

const pdfType = 'application/pdf'

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

type ListedPaper = Omit<Selectable<OutgoingPaperTable>, 'bytes' | 'data' | 'file_name'> & {
  readonly projectCode: string | null
  readonly planYear: number | null
  readonly planProgramme: string | null
}

function outgoingFrom(row: ListedPaper): OutgoingState {
  return {
    id: row.id,
    year: row.year,
    number: row.number,
    symbol: row.symbol,
    fullNumber: paperNumber(row.number, row.symbol),
    form: row.form,
    title: row.title,
    date: row.date,
    signer: row.signer,
    project: row.project_id === null || row.projectCode === null ? null : { id: row.project_id, code: row.projectCode },
    plan:
      row.planYear === null || row.planProgramme === null
        ? null
        : { year: row.planYear, programme: row.planProgramme as Programme },
    recipients: row.recipients,
    sha256: row.sha256,
    cancelledOn: row.cancelled_on,
    cancelledReason: row.cancelled_reason,
  }
}

export async function listOutgoing(
  reader: Reader,
  input: { readonly year: number; readonly text: string },
): Promise<{ total: number; rows: OutgoingState[] }> {
  const rows = await reader.db
    .selectFrom('outgoing_paper as paper')
    .leftJoin('project', 'project.id', 'paper.project_id')
    .leftJoin('plan', 'plan.id', 'paper.plan_id')
    .where('paper.year', '=', input.year)
    .select(['paper.id', 'paper.year', 'paper.number', 'paper.symbol', 'paper.form', 'paper.title', 'paper.date'])
    .select(['paper.signer', 'paper.project_id', 'paper.plan_id', 'paper.recipients', 'paper.sha256'])
    .select(['paper.cancelled_on', 'paper.cancelled_reason', 'project.code as projectCode'])
    .select(['plan.year as planYear', 'plan.programme as planProgramme'])
    .orderBy('paper.date', 'desc')
    .orderBy('paper.id', 'desc')
    .execute()
  const wanted = foldTokens(input.text)
  const all = rows.map(outgoingFrom)
  return {
    total: all.length,
    rows:
      input.text === ''
        ? all
        : all.filter((paper) => {
            const own = foldTokens(
              [paper.fullNumber, paper.title, paper.signer, paper.recipients, subjectWords(paper)].join(' '),
            )
            return wanted.length > 0 && wanted.every((word) => own.some((one) => one.startsWith(word)))
          }),
  }
}

/** What the register calls what a paper is about: "KCDP-2027-001", "Kế hoạch KCĐP 2027". */
function subjectWords({ project, plan }: OutgoingState): string {
  return project?.code ?? (plan === null ? '' : planName(plan))
}

async function symbolFor(reader: Reader, form: string, typed: string): Promise<string> {
  if (typed !== '') return typed
  const { office } = await readOffice(reader)
  return office?.symbols.find((one) => one.form === form)?.symbol ?? ''
}

async function nextNumberOf(reader: Reader, year: number, symbol: string): Promise<number> {
  const given = await reader.db
    .selectFrom('outgoing_paper')
    .select('number')
    .where('year', '=', year)
    .where('symbol', '=', symbol)
    .execute()
  return nextPaperNumber([...given.map(({ number }) => number), ...(await contractNumbersGiven(reader, year, symbol))])
}

export async function suggestNumber(
  reader: Reader,
  input: { readonly year: number; readonly form: string; readonly symbol: string },
): Promise<{ number: number; symbol: string }> {
  const symbol = await symbolFor(reader, input.form, input.symbol)
  return { number: await nextNumberOf(reader, input.year, symbol), symbol }
}

export interface IssueOrder {
  readonly form: string
  readonly subject: PaperSubject
  readonly date: PlainDate
  readonly number: number | null
  readonly symbol: string
  readonly signerId: number | null
  readonly recipients: string
}

export interface Issued {
  readonly id: number
  readonly number: number
  readonly fullNumber: string
  readonly sha256: string
  readonly file: FileOut
}

/**
 * The number is taken and the paper made in one transaction: a paper that cannot be made uses up no number.
 * @throws Refusal input.invalid when the number was already given, cancelled or not
 */
export async function issuePaper(writer: Writer, makePaper: MakePaper, input: IssueOrder): Promise<Issued> {
  const year = yearOf(input.date)
  if (year < 1990 || year > 2100)
    throw new Refusal('input.invalid', '', [{ path: 'date', message: 'Năm của văn bản quá xa.' }])
  const symbol = await symbolFor(writer, input.form, input.symbol)
  if (symbol === '')
    throw new Refusal('input.invalid', '', [
      {
        path: 'symbol',
        message: 'Mẫu này chưa có ký hiệu. Hãy nhập ký hiệu (ví dụ HĐ-KC), hoặc ghi sẵn ở mục Thiết lập.',
      },
    ])
  const number = input.number ?? (await nextNumberOf(writer, year, symbol))
  await refuseGivenNumber(writer, year, symbol, number)
  await refuseNumberOfContract(writer, { year, symbol, number }, input)
  const fullNumber = paperNumber(number, symbol)
  const paper = await makePaper(writer, {
    form: input.form,
    subject: input.subject,
    date: input.date,
    number: fullNumber,
    signerId: input.signerId,
  })
  refuseNumberless(paper, fullNumber)
  const bytes = Buffer.from(paper.bytes.buffer, paper.bytes.byteOffset, paper.bytes.byteLength)
  const sha256 = sha256Of(bytes)
  const { id } = await writer.db
    .insertInto('outgoing_paper')
    .values({
      year,
      number,
      symbol,
      form: input.form,
      title: paper.title,
      date: input.date,
      signer: paper.signer,
      ...(await subjectColumns(writer, input.subject)),
      recipients: input.recipients,
      data: JSON.stringify(paper.data),
      file_name: paper.fileName,
      sha256,
      cancelled_on: null,
      cancelled_reason: '',
      bytes,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const file = { fileName: paper.fileName, mediaType: pdfType, base64: bytes.toString('base64') }
  return { id, number, fullNumber, sha256, file }
}

async function subjectColumns(reader: Reader, subject: PaperSubject) {
  if (subject.kind === 'project') return { project_id: subject.projectId, plan_id: null }
  const plan = await reader.db
    .selectFrom('plan')
    .select('id')
    .where('year', '=', subject.year)
    .where('programme', '=', subject.programme)
    .executeTakeFirst()
  // A year's appraisals are reported before there is a plan; its title says of which year.
  return { project_id: null, plan_id: plan?.id ?? null }
}

/** A paper that prints no number (the đề án itself, an estimate) has no place in a register of numbers. */
function refuseNumberless({ title, data }: MadePaper, fullNumber: string): void {
  if (JSON.stringify(data.document).includes(JSON.stringify(fullNumber).slice(1, -1))) return
  throw new Refusal('input.invalid', '', [
    { path: 'form', message: `“${title}” không mang số và ký hiệu nên không phát hành qua sổ văn bản đi.` },
  ])
}

async function refuseGivenNumber(writer: Writer, year: number, symbol: string, number: number): Promise<void> {
  const given = await writer.db
    .selectFrom('outgoing_paper')
    .select(['title', 'cancelled_on'])
    .where('year', '=', year)
    .where('symbol', '=', symbol)
    .where('number', '=', number)
    .executeTakeFirst()
  if (given === undefined) return
  const next = paperNumber(await nextNumberOf(writer, year, symbol), symbol)
  const state = given.cancelled_on === null ? '' : ' (đã hủy; số đã hủy không cấp lại)'
  throw new Refusal('input.invalid', '', [
    {
      path: 'number',
      message: `Số ${paperNumber(number, symbol)} năm ${year} đã cấp cho “${given.title}”${state}. Số tiếp theo là ${next}.`,
    },
  ])
}

/** A contract shares the register: its number goes to no other paper than itself. */
async function refuseNumberOfContract(
  writer: Writer,
  taken: { readonly year: number; readonly symbol: string; readonly number: number },
  order: IssueOrder,
): Promise<void> {
  const contract = await contractOfNumber(writer, taken.year, taken.symbol, taken.number)
  if (contract === null) return
  const { subject } = order
  const own = subject.kind === 'project' && contract.projectIds.includes(subject.projectId)
  if (contractForms.includes(order.form) && own) return
  const next = paperNumber(await nextNumberOf(writer, taken.year, taken.symbol), taken.symbol)
  throw new Refusal('input.invalid', '', [
    {
      path: 'number',
      message: `Số ${paperNumber(taken.number, taken.symbol)} năm ${taken.year} là của hợp đồng với ${contract.receiver}. Số tiếp theo là ${next}.`,
    },
  ])
}

export async function readIssued(reader: Reader, id: number): Promise<FileOut> {
  const row = await reader.db
    .selectFrom('outgoing_paper')
    .select(['file_name', 'sha256', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'văn bản đi')
  return fileFrom({ ...row, media_type: pdfType })
}

export async function cancelIssued(
  writer: Writer,
  input: { readonly id: number; readonly reason: string },
): Promise<void> {
  const row = await writer.db
    .selectFrom('outgoing_paper')
    .select(['cancelled_on', 'cancelled_reason'])
    .where('id', '=', input.id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'văn bản đi')
  if (row.cancelled_on !== null)
    throw new Refusal('input.invalid', '', [
      { path: 'id', message: `Văn bản này đã hủy trước đó: ${row.cancelled_reason}` },
    ])
  await writer.db
    .updateTable('outgoing_paper')
    .set({ cancelled_on: writer.today, cancelled_reason: input.reason })
    .where('id', '=', input.id)
    .execute()
}
