// Appendices: drafted by hand or by a decision that adjusts a đề án, signed once; from then on the contract is worth what they say.
import type { AppendixDetails } from '../../shared/contract/contracts'
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import { type ContractWarning, valueBelowGiven } from '../../shared/domain/contracts'
import type { AmountsBySource } from '../../shared/domain/money'
import { givenBy } from '../../shared/domain/payments'
import { sourceLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { contractRecord, touchContract } from './commands'
import { readGranted } from './granted'
import { keepOverrides, refuseUnanswered } from './overrides'
import {
  type AppendixRecord,
  type ContractRecord,
  contractsOfProjects,
  dateNow,
  movementsOf,
  valueFor,
} from './records'
import { warningsAgainstMoney } from './signing'

/** What a decision changed, as far as a contract is concerned. */
export interface AdjustedFacts {
  readonly projectId: number
  readonly decisionNumber: string
  readonly decisionDate: PlainDate | null
  /** What changes, in words: the body of the appendix. */
  readonly changes: string
  /** The budget after the decision; null: unchanged. Only the agency's contract follows it by itself. */
  readonly amounts: AmountsBySource | null
  /** The new last day; null: unchanged. */
  readonly endOn: PlainDate | null
}

export interface DraftedAppendix {
  readonly contractId: number
  readonly appendixId: number
}

/** A draft for each contract of the đề án that is signed and not closed. What stands in it is for a person to look over. */
export async function draftAppendix(writer: Writer, facts: AdjustedFacts): Promise<DraftedAppendix[]> {
  const contracts = await contractsOfProjects(writer, [facts.projectId])
  const drafted: DraftedAppendix[] = []
  for (const contract of contracts) {
    if (contract.state !== 'signed') continue
    // How a new sum falls to beneficiaries and suppliers is agreed with each; the agency's contract is the sum itself.
    const follows = facts.amounts !== null && contract.details.kind === 'agency'
    const appendixId = await insertAppendix(writer, contract, {
      changes: facts.changes,
      decisionNumber: facts.decisionNumber,
      decisionDate: facts.decisionDate,
      endOn: facts.endOn,
      liquidationBy: null,
      lines: follows && facts.amounts !== null ? [{ projectId: facts.projectId, amounts: facts.amounts }] : [],
    })
    await touchContract(writer, contract.id, contract.rowVersion)
    drafted.push({ contractId: contract.id, appendixId })
  }
  return drafted
}

function appendixColumns(details: AppendixDetails) {
  return {
    changes: details.changes,
    decision_number: details.decisionNumber,
    decision_date: details.decisionDate,
    end_on: details.endOn,
    liquidation_by: details.liquidationBy,
  }
}

async function writeLines(writer: Writer, appendixId: number, details: AppendixDetails): Promise<void> {
  await writer.db.deleteFrom('contract_appendix_line').where('appendix_id', '=', appendixId).execute()
  for (const line of details.lines)
    await writer.db
      .insertInto('contract_appendix_line')
      .values({ appendix_id: appendixId, project_id: line.projectId, ...line.amounts })
      .execute()
}

async function insertAppendix(writer: Writer, contract: ContractRecord, details: AppendixDetails): Promise<number> {
  const { id } = await writer.db
    .insertInto('contract_appendix')
    .values({
      contract_id: contract.id,
      ordinal: Math.max(0, ...contract.appendices.map((one) => one.ordinal)) + 1,
      number: '',
      signed_on: null,
      ...appendixColumns(details),
      row_version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeLines(writer, id, details)
  return id
}

function appendixProblems(contract: ContractRecord, details: AppendixDetails): FieldProblem[] {
  const problems: FieldProblem[] = []
  details.lines.forEach((line, index) => {
    const path = `appendix.lines.${index}.projectId`
    if (!contract.details.lines.some((one) => one.projectId === line.projectId))
      problems.push({ path, message: 'Đề án này không thuộc hợp đồng.' })
    else if (details.lines.findIndex((one) => one.projectId === line.projectId) !== index)
      problems.push({ path, message: 'Đề án này ghi hai lần trong phụ lục.' })
  })
  const { startOn } = contract.details
  const endOn = details.endOn ?? dateNow(contract, 'endOn')
  const liquidationBy = details.liquidationBy ?? dateNow(contract, 'liquidationBy')
  if (details.endOn !== null && startOn !== null && details.endOn < startOn)
    problems.push({ path: 'appendix.endOn', message: 'Ngày kết thúc sớm hơn ngày bắt đầu.' })
  if (details.liquidationBy !== null && endOn !== null && liquidationBy !== null && liquidationBy < endOn)
    problems.push({ path: 'appendix.liquidationBy', message: 'Hạn thanh lý sớm hơn ngày kết thúc thực hiện.' })
  return problems
}

function refuseUnsigned(contract: ContractRecord): void {
  if (contract.state === 'signed') return
  throw new Refusal(
    'step.not-allowed',
    contract.state === 'draft'
      ? 'hợp đồng chưa ký; hãy sửa thẳng vào hợp đồng thay vì lập phụ lục.'
      : 'hợp đồng đã đóng nên không lập, không ký phụ lục nữa.',
  )
}

/** @throws Refusal step.not-allowed, rule.contradiction, record.conflict, record.missing */
export async function saveAppendix(
  writer: Writer,
  input: {
    readonly id: number | null
    readonly rowVersion: number | null
    readonly contractId: number
    readonly appendix: AppendixDetails
  },
): Promise<{ id: number; rowVersion: number }> {
  const contract = await contractRecord(writer, input.contractId)
  refuseUnsigned(contract)
  const problems = appendixProblems(contract, input.appendix)
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
  if (input.id === null) {
    const id = await insertAppendix(writer, contract, input.appendix)
    await touchContract(writer, contract.id, contract.rowVersion)
    return { id, rowVersion: 1 }
  }
  const before = draftOf(contract, input.id, input.rowVersion)
  const rowVersion = before.rowVersion + 1
  await writer.db
    .updateTable('contract_appendix')
    .set({ ...appendixColumns(input.appendix), row_version: rowVersion })
    .where('id', '=', before.id)
    .execute()
  await writeLines(writer, before.id, input.appendix)
  return { id: before.id, rowVersion }
}

function draftOf(contract: ContractRecord, appendixId: number, rowVersion: number | null): AppendixRecord {
  const appendix = contract.appendices.find((one) => one.id === appendixId)
  if (appendix === undefined) throw new Refusal('record.missing', 'phụ lục')
  if (appendix.rowVersion !== rowVersion) throw new Refusal('record.conflict')
  if (appendix.signed)
    throw new Refusal('step.not-allowed', `phụ lục ${appendix.number} đã ký nên không sửa được; hãy lập phụ lục mới.`)
  return appendix
}

async function contractOfAppendix(writer: Writer, id: number): Promise<ContractRecord> {
  const row = await writer.db
    .selectFrom('contract_appendix')
    .select('contract_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'phụ lục')
  return contractRecord(writer, row.contract_id)
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed */
export async function removeAppendix(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const contract = await contractOfAppendix(writer, input.id)
  draftOf(contract, input.id, input.rowVersion)
  await writer.db.deleteFrom('contract_appendix').where('id', '=', input.id).execute()
  await touchContract(writer, contract.id, contract.rowVersion)
}

/** @throws Refusal step.not-allowed, input.invalid, rule.contradiction, rule.warning, record.duplicate */
export async function signAppendix(
  writer: Writer,
  input: {
    readonly id: number
    readonly rowVersion: number
    readonly signedOn: PlainDate
    readonly number: string
    readonly reason: string
  },
): Promise<{ rowVersion: number; number: string }> {
  const contract = await contractOfAppendix(writer, input.id)
  refuseUnsigned(contract)
  const appendix = draftOf(contract, input.id, input.rowVersion)
  refuseDate(contract, appendix, input.signedOn, writer.today)
  const problems = appendixProblems(contract, appendix.details)
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
  const number = input.number === '' ? `${String(appendix.ordinal).padStart(2, '0')}/PLHĐ` : input.number
  const same = contract.appendices.find((one) => one.signed && one.number === number)
  if (same !== undefined)
    throw new Refusal('record.duplicate', `phụ lục số ${number} của hợp đồng này`, [
      { path: 'number', message: `Số ${number} đã dùng cho phụ lục thứ ${same.ordinal}.` },
    ])
  const signed = { ...appendix, signed: true, signedOn: input.signedOn, number }
  const after = {
    ...contract,
    appendices: contract.appendices.map((one) => (one.id === appendix.id ? signed : one)),
  }
  const warnings =
    appendix.details.lines.length === 0
      ? []
      : [...(await warningsAgainstMoney(writer, after, input.signedOn)), ...(await givenAlready(writer, after))]
  refuseUnanswered(warnings, input.reason)
  const rowVersion = appendix.rowVersion + 1
  await writer.db
    .updateTable('contract_appendix')
    .set({ state: 'signed', signed_on: input.signedOn, number, row_version: rowVersion })
    .where('id', '=', appendix.id)
    .execute()
  await keepOverrides(writer, { contractId: contract.id, appendixId: appendix.id }, warnings, input.reason)
  await touchContract(writer, contract.id, contract.rowVersion)
  return { rowVersion, number }
}

/** A contract lowered below what was already advanced and paid under it: the rest is to be taken back. */
async function givenAlready(writer: Writer, contract: ContractRecord): Promise<ContractWarning[]> {
  const ids = contract.details.lines.map((line) => line.projectId)
  const granted = await readGranted(writer, ids)
  return valueBelowGiven(
    ids.map((projectId) => ({
      code: granted.get(projectId)?.code ?? '',
      value: valueFor(contract, projectId),
      given: givenBy(movementsOf(contract, projectId)),
    })),
    (source) => sourceLabels[source].short,
  )
}

function refuseDate(
  contract: ContractRecord,
  { details }: AppendixRecord,
  signedOn: PlainDate,
  today: PlainDate,
): void {
  const say = (message: string) => {
    throw new Refusal('input.invalid', '', [{ path: 'signedOn', message }])
  }
  if (signedOn > today) say(`Ngày ký phụ lục chưa đến (hôm nay ${formatDate(today)}).`)
  if (contract.signedOn !== null && signedOn < contract.signedOn)
    say(`Ngày ký phụ lục sớm hơn ngày ký hợp đồng (${formatDate(contract.signedOn)}).`)
  if (details.decisionDate !== null && signedOn < details.decisionDate)
    say(`Ngày ký phụ lục sớm hơn quyết định điều chỉnh (${formatDate(details.decisionDate)}).`)
  const last = contract.appendices.findLast((one) => one.signed)
  if (last?.signedOn !== null && last !== undefined && signedOn < last.signedOn)
    say(`Ngày này sớm hơn phụ lục ${last.number} đã ký (${formatDate(last.signedOn)}).`)
}
