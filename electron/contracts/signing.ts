// Signing a contract: its number from the register, its đề án one step on; and the ways a signed contract ends.
import { Refusal } from '../../shared/contract/errors'
import {
  type ContractStep,
  type ContractWarning,
  contractTransitions,
  everyDay,
  largestFirst,
  linesOn,
  signContradictions,
  signingWarnings,
} from '../../shared/domain/contracts'
import { draftStage, mayTake, type ProjectStep, stepProblems, transitions } from '../../shared/domain/lifecycle'
import { paperNumber } from '../../shared/domain/outgoingPapers'
import { contractStateLabels, projectStatusLabels, sourceLabels } from '../../shared/labels'
import { formatDate, type PlainDate, yearOf } from '../../shared/vietnamese/dates'
import { fold } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from '../database/access'
import { touch } from '../projects/current'
import { readHistory, roundOf } from '../projects/lifecycleReader'
import { recordStep } from '../projects/stepRecords'
import { contractRecord, draftContract, touchContract } from './commands'
import { type Granted, readGranted } from './granted'
import { contractSymbol, nextContractNumber, whoseNumber } from './numbers'
import { keepOverrides, refuseUnanswered } from './overrides'
import { type ContractRecord, contractedOf, contractsOfProjects, levelOfContract } from './records'
import { writeContractSearch } from './search'

/** Judged apart: whether the support is within the norms is asked of the đề án, with the services that know them. */
export type NormWarnings = (reader: Reader, contract: ContractRecord, day: PlainDate) => Promise<ContractWarning[]>

/** @throws nothing: only what may be gone past */
export async function warningsOfSigning(
  reader: Reader,
  contract: ContractRecord,
  signedOn: PlainDate,
  normWarnings: NormWarnings,
): Promise<ContractWarning[]> {
  return [
    ...(await warningsAgainstMoney(reader, contract, signedOn)),
    ...(await normWarnings(reader, contract, signedOn)),
  ]
}

/** Of the value a contract would have with these lines. */
export async function warningsAgainstMoney(
  reader: Reader,
  contract: ContractRecord,
  signedOn: PlainDate,
): Promise<ContractWarning[]> {
  const lines = linesOn(
    contract.details.lines,
    contract.appendices.map((one) => ({ signedOn: one.signedOn, lines: one.details.lines })),
    everyDay,
  )
  const ids = lines.map((line) => line.projectId)
  const granted = await readGranted(reader, ids)
  const all = await contractsOfProjects(reader, ids)
  const level = levelOfContract(contract)
  const projects = ids.flatMap((projectId) => {
    const project = granted.get(projectId)
    if (project === undefined) return []
    const own = all.filter((one) => one.id !== contract.id && one.details.lines.some((l) => l.projectId === projectId))
    const agency = own.filter((one) => one.details.kind === 'agency' && one.state !== 'draft')
    return [
      {
        projectId,
        code: project.code,
        programme: project.programme,
        planYear: project.planYear,
        allocated: project.allocated,
        planned: project.inForce?.amounts ?? null,
        contractedElsewhere: contractedOf(
          own.filter((one) => levelOfContract(one) === level),
          projectId,
        ),
        agencyValue: agency.length === 0 ? null : contractedOf(agency, projectId),
      },
    ]
  })
  return largestFirst(
    signingWarnings({ kind: contract.details.kind, lines }, projects, signedOn, (source) => sourceLabels[source].short),
  )
}

export interface SignInput {
  readonly id: number
  readonly rowVersion: number
  readonly signedOn: PlainDate
  readonly number: number | null
  readonly symbol: string
  readonly outsideNumber: string
  readonly reason: string
}

/**
 * From here on the contract stays as it was signed. The number is taken in the same transaction.
 * @throws Refusal step.not-allowed (a đề án not approved), rule.contradiction, rule.warning, record.duplicate, input.invalid
 */
export async function signContract(
  writer: Writer,
  normWarnings: NormWarnings,
  input: SignInput,
): Promise<{ rowVersion: number; number: string }> {
  const contract = await draftContract(writer, input.id, input.rowVersion)
  const { details } = contract
  const problems = signContradictions({ ...details, parties: details }, input.signedOn, writer.today)
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
  const granted = await readGranted(
    writer,
    details.lines.map((line) => line.projectId),
  )
  for (const project of granted.values()) refuseUndecided(project)
  const warnings = await warningsOfSigning(writer, contract, input.signedOn, normWarnings)
  refuseUnanswered(warnings, input.reason)
  const numbers = await takeNumber(writer, contract, input)
  await writer.db
    .updateTable('contract')
    .set({
      ...numbers.columns,
      signed_on: input.signedOn,
      state: contractTransitions.sign.to,
      row_version: contract.rowVersion + 1,
    })
    .where('id', '=', contract.id)
    .execute()
  await keepOverrides(writer, { contractId: contract.id }, warnings, input.reason)
  for (const project of granted.values()) await stepOf(writer, contract, project, input.signedOn, numbers.full)
  await writeContractSearch(writer, contract.id)
  return { rowVersion: contract.rowVersion + 1, number: numbers.full }
}

function refuseUndecided({ code, status, programme, inForce }: Granted): void {
  if (draftStage(status, programme) === 'adjusted' && inForce !== null) return
  throw new Refusal(
    'step.not-allowed',
    `đề án ${code} đang ở bước “${projectStatusLabels[status]}” nên chưa ký hợp đồng được; đề án phải được phê duyệt trước.`,
    [{ path: 'signedOn', message: `Đề án ${code} chưa được phê duyệt.` }],
  )
}

async function takeNumber(writer: Writer, { details }: ContractRecord, input: SignInput) {
  const year = yearOf(input.signedOn)
  if (input.outsideNumber !== '') {
    await refuseOutsideTwice(writer, details.giver.name, year, input.outsideNumber)
    return {
      full: input.outsideNumber,
      columns: { number: null, symbol: '', outside_number: input.outsideNumber },
    }
  }
  const symbol = await contractSymbol(writer, details.kind, input.symbol)
  const next = await nextContractNumber(writer, { kind: details.kind, year, symbol })
  const number = input.number ?? next.number
  const full = paperNumber(number, symbol)
  const taken = await whoseNumber(
    writer,
    year,
    symbol,
    number,
    details.lines.map((line) => line.projectId),
  )
  if (taken !== null)
    throw new Refusal('record.duplicate', `số ${full} năm ${year}, của ${taken}`, [
      { path: 'number', message: `Số ${full} năm ${year} đã cấp cho ${taken}. Số tiếp theo là ${next.fullNumber}.` },
    ])
  return { full, columns: { number, symbol, outside_number: '' } }
}

/** Whoever gives the money keeps a register of his own: the same number of the same year and giver is the same contract. */
async function refuseOutsideTwice(writer: Writer, giver: string, year: number, outsideNumber: string): Promise<void> {
  const rows = await writer.db
    .selectFrom('contract')
    .innerJoin('contract_party as party', 'party.contract_id', 'contract.id')
    .where('party.side', '=', 'giver')
    .where('contract.outside_number', '<>', '')
    .where('contract.signed_on', '>=', `${year}-01-01`)
    .where('contract.signed_on', '<=', `${year}-12-31`)
    .select(['contract.outside_number', 'contract.signed_on', 'party.name'])
    .execute()
  const same = rows.find((row) => fold(row.outside_number) === fold(outsideNumber) && fold(row.name) === fold(giver))
  if (same === undefined) return
  const signed = same.signed_on === null ? '' : `, ký ngày ${formatDate(same.signed_on)}`
  throw new Refusal('record.duplicate', `hợp đồng số ${same.outside_number}${signed} với ${same.name}`, [
    { path: 'outsideNumber', message: `Số này đã ghi cho hợp đồng${signed}.` },
  ])
}

/** The step of the đề án, where its state has one: a second contract of the same kind finds it taken. */
async function stepOf(
  writer: Writer,
  { details }: ContractRecord,
  project: Granted,
  signedOn: PlainDate,
  number: string,
): Promise<void> {
  const step = stepOfKind[details.kind]
  if (step === null || !mayTake(step, project.status, project.programme) || project.inForce === null) return
  const history = await readHistory(writer, project.projectId)
  const entry = { date: signedOn, documentNumber: number, documentDate: signedOn, reason: '' }
  const [problem] = stepProblems(step, entry, history.at(-1)?.date ?? null, formatDate)
  if (problem !== undefined)
    throw new Refusal('rule.contradiction', `đề án ${project.code}: ${problem.message}`, [
      { path: 'signedOn', message: `Đề án ${project.code}: ${problem.message}` },
    ])
  await writer.db
    .updateTable('project')
    .set({ status: transitions[step].to })
    .where('id', '=', project.projectId)
    .execute()
  await recordStep(writer, {
    projectId: project.projectId,
    versionId: project.inForce.versionId,
    step,
    from: project.status,
    entry,
    round: roundOf(history),
  })
  await touch(writer, project.projectId, project.rowVersion)
}

const stepOfKind: Readonly<Record<ContractRecord['details']['kind'], ProjectStep | null>> = {
  agency: 'signContract',
  beneficiary: 'signBeneficiaryContract',
  supplier: null,
}

export interface Closing {
  readonly date: PlainDate
  readonly number: string
  readonly reason: string
}

/**
 * Ends a signed contract: liquidated by its minutes, or broken off.
 * @throws Refusal record.missing, step.not-allowed, input.invalid
 */
export async function closeContract(
  writer: Writer,
  id: number,
  step: Exclude<ContractStep, 'sign'>,
  closing: Closing,
): Promise<{ rowVersion: number }> {
  const contract = await contractRecord(writer, id)
  const { from, to } = contractTransitions[step]
  if (contract.state !== from)
    throw new Refusal(
      'step.not-allowed',
      `hợp đồng đang ở trạng thái “${contractStateLabels[contract.state]}”, không thể chuyển sang “${contractStateLabels[to]}”.`,
    )
  if (contract.signedOn !== null && closing.date < contract.signedOn)
    throw new Refusal('input.invalid', '', [
      { path: 'date', message: `Ngày này sớm hơn ngày ký hợp đồng (${formatDate(contract.signedOn)}).` },
    ])
  if (closing.date > writer.today)
    throw new Refusal('input.invalid', '', [
      { path: 'date', message: `Ngày này chưa đến (hôm nay ${formatDate(writer.today)}).` },
    ])
  const later = contract.movements.find((one) => one.kind === 'advance' && one.onDate > closing.date)
  if (later !== undefined)
    throw new Refusal('input.invalid', '', [
      { path: 'date', message: `Sau ngày này hợp đồng còn một lần tạm ứng (${formatDate(later.onDate)}).` },
    ])
  await writer.db
    .updateTable('contract')
    .set({ state: to, closed_on: closing.date, closed_number: closing.number, closed_reason: closing.reason })
    .where('id', '=', id)
    .execute()
  return { rowVersion: await touchContract(writer, id, contract.rowVersion) }
}

/** @throws Refusal record.conflict, and as closeContract */
export async function terminateContract(
  writer: Writer,
  input: Closing & { readonly id: number; readonly rowVersion: number },
): Promise<{ rowVersion: number }> {
  const contract = await contractRecord(writer, input.id)
  if (contract.rowVersion !== input.rowVersion) throw new Refusal('record.conflict')
  return closeContract(writer, input.id, 'terminate', input)
}
