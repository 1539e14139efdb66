// Contracts: what a signed one must say, its appendices in order, and money that fits at every moment or has a reason on record.
import { contractContradictions, everyDay, signContradictions } from '../../../../shared/domain/contracts'
import { fundingSources, noAmounts } from '../../../../shared/domain/money'
import { moneyMoments, overgivenMoments } from '../../../../shared/domain/moneyMoments'
import { contractLevelLabels, sourceLabels } from '../../../../shared/labels'
import { formatDate } from '../../../../shared/vietnamese/dates'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { type LevelMoney, type ProjectMoney, readProjectMoney } from '../../../contracts/money'
import { type ContractRecord, movementsOf, readContracts } from '../../../contracts/records'
import type { Reader } from '../../../database/access'
import { type Check, type DomainFinding, ofProject } from './finding'

const dong = (amount: number) => `${formatMoney(amount)} đồng`

export function contractTitle({ number, details }: ContractRecord): string {
  const other = details.kind === 'agency' ? details.giver.name : details.receiver.name
  return `Hợp đồng ${number === '' ? '(dự thảo)' : number}${other === '' ? '' : ` – ${other}`}`
}

async function allContracts(reader: Reader): Promise<ContractRecord[]> {
  const rows = await reader.db.selectFrom('contract').select('id').orderBy('id').execute()
  return readContracts(
    reader,
    rows.map(({ id }) => id),
  )
}

export const contracts: Check = async (reader) => {
  const findings: DomainFinding[] = []
  for (const contract of await allContracts(reader)) {
    const say = (message: string) =>
      findings.push({ where: contractTitle(contract), message, open: { screen: 'contract', id: contract.id } })
    const { details, signedOn } = contract
    const facts = { ...details, parties: details }
    const problems =
      contract.state === 'draft' || signedOn === null
        ? contractContradictions(facts)
        : signContradictions(facts, signedOn, everyDay)
    for (const { message } of problems) say(message)
    if ((contract.state === 'liquidated' || contract.state === 'terminated') && contract.closedOn === null)
      say('Hợp đồng đã đóng nhưng không ghi ngày.')
    appendixProblems(contract).forEach(say)
    for (const one of contract.movements) {
      if (signedOn !== null && one.onDate < signedOn)
        say(`Có khoản tiền ngày ${formatDate(one.onDate)}, sớm hơn ngày ký hợp đồng (${formatDate(signedOn)}).`)
      if (!details.lines.some(({ projectId }) => projectId === one.projectId))
        say(`Có khoản tiền ngày ${formatDate(one.onDate)} cho đề án không thuộc hợp đồng.`)
    }
    if (contract.state === 'draft' && contract.movements.length > 0)
      say('Hợp đồng chưa ký mà đã có tạm ứng, thanh toán.')
  }
  return findings
}

function appendixProblems(contract: ContractRecord): string[] {
  const problems: string[] = []
  let before = contract.signedOn
  contract.appendices.forEach((appendix, index) => {
    const name = `Phụ lục thứ ${appendix.ordinal}`
    if (
      appendix.ordinal !== index + 1 &&
      contract.appendices.slice(0, index).some((one) => one.ordinal >= appendix.ordinal)
    )
      problems.push(`${name} ghi trùng thứ tự.`)
    for (const { projectId } of appendix.details.lines)
      if (!contract.details.lines.some((one) => one.projectId === projectId))
        problems.push(`${name} ghi kinh phí cho đề án không thuộc hợp đồng.`)
    if (!appendix.signed || appendix.signedOn === null) return
    if (contract.state === 'draft') problems.push(`${name} đã ký trong khi hợp đồng chưa ký.`)
    if (before !== null && appendix.signedOn < before)
      problems.push(
        `${name} ký ngày ${formatDate(appendix.signedOn)}, sớm hơn văn bản trước nó (${formatDate(before)}).`,
      )
    before = appendix.signedOn
  })
  return problems
}

/** Codes of warnings gone past, by contract and by payment: each is a reason on record. */
async function readReasons({ db }: Reader): Promise<Map<number, Set<string>>> {
  const rows = await db.selectFrom('contract_override').select(['contract_id', 'code']).execute()
  const reasons = new Map<number, Set<string>>()
  for (const { contract_id: id, code } of rows) reasons.set(id, (reasons.get(id) ?? new Set()).add(code))
  return reasons
}

async function settlementReasons({ db }: Reader): Promise<Set<number>> {
  const rows = await db.selectFrom('settlement').select('project_id').where('difference_reason', '<>', '').execute()
  return new Set(rows.map((row) => row.project_id))
}

export const contractMoney: Check = async (reader, names) => {
  const rows = await reader.db
    .selectFrom('contract_line')
    .select('project_id')
    .distinct()
    .orderBy('project_id')
    .execute()
  const projects = await readProjectMoney(
    reader,
    rows.map((row) => row.project_id),
  )
  const reasons = await readReasons(reader)
  const explained = await settlementReasons(reader)
  return projects.flatMap((project) =>
    project.levels.flatMap((level) => {
      if (level.contracts.length === 0) return []
      const said = new Set(level.contracts.flatMap(({ id }) => [...(reasons.get(id) ?? [])]))
      return [
        ...overAllocation(project, level, said),
        ...overContract(project, level, said),
        ...overGiven(project, level, explained.has(project.granted.projectId)),
      ].map((message) => ofProject(names, project.granted.projectId, `${contractLevelLabels[level.level]}: ${message}`))
    }),
  )
}

function overAllocation(
  { granted, contracts: all }: ProjectMoney,
  { contracts: own, money }: LevelMoney,
  said: Set<string>,
): string[] {
  if (granted.allocated === null || said.has('overAllocation') || said.has('overPlan')) return []
  // A decision that lowered the budget has its appendix being drawn up, if only without figures yet.
  const drafting = all.some(({ appendices }) => appendices.some(({ signed }) => !signed))
  if (drafting || own.every(({ state }) => state === 'terminated')) return []
  const allocated = granted.allocated
  return fundingSources.flatMap((source) =>
    money.contracted[source] <= allocated[source]
      ? []
      : [
          `các hợp đồng ký ${dong(money.contracted[source])} ${sourceLabels[source].short}, vượt số được giao ${dong(allocated[source])} mà không ghi lý do.`,
        ],
  )
}

function overContract({ granted }: ProjectMoney, { contracts: own }: LevelMoney, said: Set<string>): string[] {
  if (said.has('overContract') || said.has('closedContract')) return []
  const { projectId } = granted
  const moments = moneyMoments(
    own.map((one) => ({
      ...one,
      lines: one.details.lines,
      appendices: one.appendices.map(({ signed, signedOn, details }) => ({
        signedOn: signed ? signedOn : null,
        lines: details.lines,
      })),
      movements: movementsOf(one, projectId),
    })),
    projectId,
  )
  return overgivenMoments(moments).map(
    ({ day, source, given, contracted }) =>
      `đến ngày ${formatDate(day)} đã cấp ${dong(given)} ${sourceLabels[source].short}, vượt giá trị hợp đồng ${dong(contracted)} mà không ghi lý do.`,
  )
}

function overGiven({ settled }: ProjectMoney, { contracts: own, money }: LevelMoney, reason: boolean): string[] {
  return fundingSources.flatMap((source) => {
    const given = money.advanced[source] + money.paid[source]
    if (money.recovered[source] > given)
      return [
        `đã thu hồi ${dong(money.recovered[source])} ${sourceLabels[source].short} trong khi chỉ cấp ${dong(given)}.`,
      ]
    const isSupport = source === 'national' || source === 'local'
    const closedWithReason = own.some(({ closedReason }) => closedReason !== '')
    const cleared = (settled ?? noAmounts)[source] + money.recovered[source]
    // What the other side spends of its own is settled, never paid out.
    if (!isSupport || cleared <= given || reason || closedWithReason) return []
    return [
      `quyết toán và thu hồi ${dong(cleared)} ${sourceLabels[source].short}, nhiều hơn số đã cấp ${dong(given)} mà không ghi lý do.`,
    ]
  })
}
