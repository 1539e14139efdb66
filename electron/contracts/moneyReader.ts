// What can be asked of the money: of one đề án, of one contract, of a payment about to be made, of a year by stage.

import { Refusal } from '../../shared/contract/errors'
import type { BoardRow, BoardStage, PaymentDetails, PaymentRow } from '../../shared/contract/payments'
import { boardStages } from '../../shared/contract/payments'
import { paymentContradictions, paymentWarnings } from '../../shared/domain/advances'
import { confidenceMark } from '../../shared/domain/confidence'
import { largestFirst, percentWords } from '../../shared/domain/contracts'
import { draftStage } from '../../shared/domain/lifecycle'
import { type AmountsBySource, noAmounts, subtractAmounts, supportOf } from '../../shared/domain/money'
import {
  givenBy,
  notNegative,
  type PaymentKind,
  percentOfAmounts,
  type RepaymentState,
  repaymentState,
  sumMovements,
} from '../../shared/domain/payments'
import type { Programme } from '../../shared/domain/projects'
import { paymentKindLabels, sourceLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { Granted } from './granted'
import { disbursement, moneyOfYear, type ProjectMoney, readProjectMoney, settledBy } from './money'
import { judgePayment, type PaymentServices, type RequiredPaper } from './paymentFacts'
import { readPayments } from './paymentRecords'
import { lineProblems } from './payments'
import { type ContractRecord, movementsOf, readContracts, valueFor } from './records'

async function contractOf(reader: Reader, id: number): Promise<ContractRecord> {
  const [contract] = await readContracts(reader, [id])
  if (contract === undefined) throw new Refusal('record.missing', 'hợp đồng')
  return contract
}

async function readRepayments(reader: Reader, { projectId, supportMode, inForce }: Granted) {
  const receipts = await reader.db
    .selectFrom('repayment_receipt')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('on_date')
    .orderBy('id')
    .execute()
  const schedule =
    inForce === null
      ? []
      : await reader.db
          .selectFrom('repayment')
          .select(['due_on', 'amount'])
          .where('version_id', '=', inForce.versionId)
          .orderBy('rank')
          .execute()
  const received = receipts.reduce((sum, one) => sum + one.amount, 0)
  const state: RepaymentState | null =
    supportMode === 'recoverable'
      ? repaymentState(
          schedule.map((one) => ({ dueOn: one.due_on, amount: one.amount })),
          received,
          reader.today,
        )
      : null
  return {
    repayments: state === null ? null : { ...state, dues: [...state.dues] },
    receipts: receipts.map((row) => ({
      id: row.id,
      rowVersion: row.row_version,
      onDate: row.on_date,
      amount: row.amount,
      payer: row.payer,
      voucherNumber: row.voucher_number,
      note: row.note,
    })),
  }
}

export async function readMoney(reader: Reader, projectId: number) {
  const [project] = await readProjectMoney(reader, [projectId])
  if (project === undefined) throw new Refusal('record.missing', 'đề án')
  const { granted } = project
  return {
    projectId,
    code: granted.code,
    name: granted.name,
    programme: granted.programme,
    planYear: granted.planYear,
    levels: project.levels.map(({ level, contracts, money }) => ({ level, contracts: contracts.length, money })),
    leading: project.leading,
    payments: await readPayments(reader, project.contracts, projectId),
    ...(await readRepayments(reader, granted)),
    disbursementBasisPoints: disbursement(project.money),
  }
}

export async function readContractPayments(reader: Reader, contractId: number): Promise<PaymentRow[]> {
  return readPayments(reader, [await contractOf(reader, contractId)], null)
}

const shownPaper = ({ code, name, legalBasis, confidence }: RequiredPaper) => ({ code, name, legalBasis, confidence })

/** What the State pays: what others put in is recorded as it is spent, not proposed. */
function supportOnly(amounts: AmountsBySource): AmountsBySource {
  return { ...noAmounts, national: amounts.national, local: amounts.local }
}

function proposedAmounts(
  contract: ContractRecord,
  project: ProjectMoney,
  kind: PaymentKind,
  percentBasisPoints: number,
): AmountsBySource {
  const { granted, accepted } = project
  const movements = movementsOf(contract, granted.projectId)
  const value = valueFor(contract, granted.projectId)
  const given = givenBy(movements)
  switch (kind) {
    case 'advance': {
      const share = accepted ? value : percentOfAmounts(value, percentBasisPoints)
      return supportOnly(notNegative(subtractAmounts(share, given)))
    }
    case 'payment':
      return supportOnly(notNegative(subtractAmounts(value, given)))
    case 'recovery':
      return supportOnly(
        notNegative(
          subtractAmounts(subtractAmounts(given, sumMovements(movements, 'recovery')), settledBy(project, contract)),
        ),
      )
  }
}

/** What the agreed instalments come to, up to and with this one; null where the contract names none so far. */
function agreedPercent({ details }: ContractRecord, round: number): number | null {
  if (details.instalments.length < round) return null
  return details.instalments.slice(0, round).reduce((sum, one) => sum + one.percentBasisPoints, 0)
}

export async function proposePayment(
  reader: Reader,
  services: PaymentServices,
  input: { readonly contractId: number; readonly kind: PaymentKind; readonly date: PlainDate | null },
) {
  const contract = await contractOf(reader, input.contractId)
  const onDate = input.date ?? reader.today
  const rows = await reader.db
    .selectFrom('contract_payment')
    .select('round')
    .where('contract_id', '=', contract.id)
    .where('kind', '=', input.kind)
    .execute()
  const round = Math.max(0, ...rows.map((row) => row.round)) + 1
  const blank: PaymentDetails = {
    kind: input.kind,
    round: Math.min(round, 99),
    onDate,
    lines: contract.details.lines.map(({ projectId }) => ({ projectId, amounts: noAmounts })),
    voucherKind: contract.details.kind === 'agency' && input.kind !== 'recovery' ? 'receipt' : 'treasuryOrder',
    voucherNumber: '',
    voucherDate: null,
    payee: contract.details.receiver.name,
    content: `${paymentKindLabels[input.kind]} lần ${round} theo hợp đồng ${contract.number}`,
    doneBasisPoints: null,
    confirmationNumber: '',
    confirmedOn: null,
    papers: [],
    note: '',
  }
  const { papers, limits } = await judgePayment(reader, services, contract, blank, null)
  const projects = await readProjectMoney(
    reader,
    contract.details.lines.map((line) => line.projectId),
  )
  const [limit = null] = [...limits.values()]
  const lines = projects.map((project) => {
    const own = limits.get(project.granted.projectId) ?? null
    const percent = agreedPercent(contract, round) ?? own?.percentBasisPoints ?? 10_000
    return {
      projectId: project.granted.projectId,
      amounts: proposedAmounts(contract, project, input.kind, percent),
    }
  })
  const mark = limit === null ? null : confidenceMark(limit.confidence)
  const condition = limit === null || limit.condition === '' ? '' : `, khi ${limit.condition}`
  return {
    payment: { ...blank, lines, papers: papers.filter((one) => one.inHand).map((one) => one.code) },
    rule:
      limit === null || input.kind !== 'advance'
        ? ''
        : `Tạm ứng lần đầu không quá ${percentWords(limit.percentBasisPoints)} kinh phí hỗ trợ${condition}${mark === null ? '' : ` (${mark})`}.`,
    ruleBasis: limit?.legalBasis ?? '',
    ruleConfidence: limit?.confidence ?? ('UNKNOWN' as const),
    papers: papers.map(shownPaper),
  }
}

export async function checkPayment(
  reader: Reader,
  services: PaymentServices,
  input: { readonly id: number | null; readonly contractId: number; readonly payment: PaymentDetails },
) {
  const contract = await contractOf(reader, input.contractId)
  const { facts, papers } = await judgePayment(reader, services, contract, input.payment, input.id)
  return {
    problems: [...lineProblems(contract, input.payment), ...paymentContradictions(facts)],
    warnings: largestFirst(paymentWarnings(facts, (source) => sourceLabels[source].short)),
    papers: papers.map(shownPaper),
  }
}

// ---- a year by stage -------------------------------------------------------------------------------------------------

function stageOf({ granted, contracts, levels, accepted, settled }: ProjectMoney): BoardStage {
  const signed = contracts.filter((one) => one.state !== 'draft')
  if (granted.status === 'settled' || granted.status === 'monitored' || settled !== null) return 'settled'
  if (granted.status === 'liquidated' || (signed.length > 0 && signed.every((one) => one.state === 'liquidated')))
    return 'liquidated'
  if (accepted) return 'accepted'
  const given = levels.reduce((sum, { money }) => sum + supportOf(money.advanced) + supportOf(money.paid), 0)
  if (given > 0) return 'advanced'
  return signed.length > 0 ? 'contracted' : 'assigned'
}

async function namesOf(reader: Reader, table: 'project_beneficiary' | 'project_place', versionIds: readonly number[]) {
  const names = new Map<number, string[]>()
  if (versionIds.length === 0) return names
  const rows =
    table === 'project_beneficiary'
      ? await reader.db
          .selectFrom('project_beneficiary')
          .select(['version_id', 'name as text'])
          .where('version_id', 'in', versionIds)
          .orderBy('rank')
          .execute()
      : await reader.db
          .selectFrom('project_place')
          .select(['version_id', 'text'])
          .where('version_id', 'in', versionIds)
          .orderBy('rank')
          .execute()
  for (const row of rows) names.set(row.version_id, [...(names.get(row.version_id) ?? []), row.text])
  return names
}

function decisionWords({ inForce }: Granted): string {
  if (inForce === null || inForce.decisionNumber === '') return ''
  const day = inForce.decisionDate === null ? '' : `, ngày ${formatDate(inForce.decisionDate)}`
  return `${inForce.decisionNumber}${day}`
}

/** đề án that were decided, and those stopped afterwards that still have a contract. */
function isOnBoard({ granted, contracts }: ProjectMoney): boolean {
  if (granted.inForce === null) return false
  return (
    draftStage(granted.status, granted.programme) === 'adjusted' ||
    (granted.status === 'stopped' && contracts.some((one) => one.state !== 'draft'))
  )
}

export async function readBoard(
  reader: Reader,
  input: { readonly year: number; readonly programme: Programme | null },
) {
  let found = reader.db.selectFrom('project').select('id').where('plan_year', '=', input.year)
  if (input.programme !== null) found = found.where('programme', '=', input.programme)
  const ids = await found.orderBy('programme', 'desc').orderBy('code').execute()
  const all = await readProjectMoney(
    reader,
    ids.map((row) => row.id),
  )
  const projects = all.filter(isOnBoard)
  const versionIds = projects.flatMap(({ granted }) => granted.inForce?.versionId ?? [])
  const beneficiaries = await namesOf(reader, 'project_beneficiary', versionIds)
  const places = await namesOf(reader, 'project_place', versionIds)
  const rows = projects.map((project): BoardRow => {
    const { granted, contracts } = project
    const versionId = granted.inForce?.versionId ?? 0
    return {
      projectId: granted.projectId,
      code: granted.code,
      name: granted.name,
      programme: granted.programme,
      status: granted.status,
      stage: stageOf(project),
      beneficiaries: beneficiaries.get(versionId) ?? [],
      places: places.get(versionId) ?? [],
      decision: decisionWords(granted),
      contracts: contracts.map(({ id, number, signedOn, state }) => ({ id, number, signedOn, state })),
      money: project.money,
      level: project.leading,
    }
  })
  const money = moneyOfYear(projects)
  return {
    year: input.year,
    rows,
    stages: boardStages.map((stage) => ({ stage, count: rows.filter((row) => row.stage === stage).length })),
    money,
    disbursementBasisPoints: disbursement(money),
  }
}
