// Carrying out: acceptance against what the version it rests on plans, settlement against its vouchers and its reasons.

import { everyDay } from '../../../../shared/domain/contracts'
import type { AcceptanceConclusion } from '../../../../shared/domain/executionAcceptance'
import { serialProblems, shortfallsOf } from '../../../../shared/domain/executionAcceptance'
import { isOfWhole } from '../../../../shared/domain/executionCoverage'
import { settlementContradictions, voucherProblems } from '../../../../shared/domain/executionSettlement'
import { formatDate } from '../../../../shared/vietnamese/dates'
import { formatDecimal } from '../../../../shared/vietnamese/numbers'
import type { Reader } from '../../../database/access'
import { factsOf, readAcceptances, type StoredAcceptance } from '../../../execution/acceptanceRecords'
import { differencesOf, findSettlement } from '../../../execution/settlementReader'
import { dong } from '../../../execution/words'
import { type Check, type DomainFinding, ofProject } from './finding'

const quantity = (thousandths: number) => formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)

async function projectsWith({ db }: Reader, table: 'acceptance' | 'settlement'): Promise<number[]> {
  const rows = await db.selectFrom(table).select('project_id').distinct().orderBy('project_id').execute()
  return rows.map((row) => row.project_id)
}

interface PlannedOutput {
  readonly versionId: number
  readonly indicator: string
  readonly quantity: number
}

async function plannedOf({ db }: Reader): Promise<ReadonlyMap<number, readonly PlannedOutput[]>> {
  const rows = await db
    .selectFrom('acceptance')
    .leftJoin('planned_output as output', 'output.version_id', 'acceptance.version_id')
    .select(['acceptance.id', 'acceptance.version_id', 'output.indicator', 'output.quantity_thousandths'])
    .execute()
  const planned = new Map<number, PlannedOutput[]>()
  for (const row of rows) {
    const own = planned.get(row.id) ?? []
    planned.set(row.id, own)
    if (row.indicator !== null && row.quantity_thousandths !== null)
      own.push({ versionId: row.version_id, indicator: row.indicator, quantity: row.quantity_thousandths })
  }
  return planned
}

export const acceptances: Check = async (reader, names) => {
  const stored = await readAcceptances(reader, await projectsWith(reader, 'acceptance'))
  const planned = await plannedOf(reader)
  const versions = await reader.db.selectFrom('acceptance').select(['id', 'version_id', 'project_id']).execute()
  const strange = new Set(
    versions.filter((row) => names.projectOfVersion(row.version_id) !== row.project_id).map(({ id }) => id),
  )
  return stored.flatMap((one) => {
    const where = `Biên bản nghiệm thu ${one.details.documentNumber}, ${names.project(one.projectId)}`
    return [
      ...(strange.has(one.id) ? ['Biên bản dựa vào phiên bản của một đề án khác.'] : []),
      ...acceptanceProblems(one, planned.get(one.id) ?? []),
    ].map((message): DomainFinding => ({ where, message, open: { screen: 'acceptance', id: one.id } }))
  })
}

function acceptanceProblems({ details, concludedOn }: StoredAcceptance, planned: readonly PlannedOutput[]): string[] {
  const problems: string[] = []
  for (const output of details.outputs) {
    const own = planned.filter((one) => one.indicator === output.indicator)
    if (output.planned === null || own.length === 0) continue
    const most = own.reduce((sum, one) => sum + one.quantity, 0)
    if (isOfWhole(details) ? output.planned !== most : output.planned > most)
      problems.push(
        `Chỉ tiêu “${output.indicator}” ghi kế hoạch ${quantity(output.planned)}, đề án ghi ${quantity(most)}.`,
      )
  }
  for (const { message } of serialProblems(details.machines, [])) problems.push(message)
  if (concludedOn === null) return problems
  const conclusion: AcceptanceConclusion | null = details.conclusion
  if (conclusion === null) problems.push('Biên bản đã chốt nhưng chưa có kết luận.')
  if (details.date === null) problems.push('Biên bản đã chốt nhưng chưa ghi ngày.')
  if (conclusion === 'pass' && details.shortfallReason === '')
    for (const { words } of shortfallsOf(factsOf(details), dong))
      problems.push(`Kết luận đạt mà không ghi lý do: ${words}.`)
  return problems
}

export const settlements: Check = async (reader, names) => {
  const findings: DomainFinding[] = []
  const known: { number: string; date: string; payee: string; where: string }[] = []
  for (const projectId of await projectsWith(reader, 'settlement')) {
    const stored = await findSettlement(reader, projectId)
    if (stored === null) continue
    const where = `Quyết toán ${names.project(projectId)}`
    const say = (message: string) => findings.push({ where, message, open: { screen: 'settlement', id: projectId } })
    const { details, approvedOn } = stored
    for (const { message } of settlementContradictions(details, stored.approvedOn ?? everyDay, dong)) say(message)
    for (const { message } of voucherProblems(details.vouchers, known)) say(message)
    known.push(...details.vouchers.map((voucher) => ({ ...voucher, where: `quyết toán ${names.project(projectId)}` })))
    if (approvedOn === null) continue
    if (details.lines.some((line) => line.approved === null)) say('Đã phê duyệt mà còn dòng chưa ghi số được duyệt.')
    if (details.date !== null && approvedOn < details.date)
      say(`Phê duyệt ngày ${formatDate(approvedOn)}, sớm hơn ngày lập hồ sơ (${formatDate(details.date)}).`)
    if (details.differenceReason !== '') continue
    const { plan_year: planYear } = await reader.db
      .selectFrom('project')
      .select('plan_year')
      .where('id', '=', projectId)
      .executeTakeFirstOrThrow()
    for (const difference of await differencesOf(reader, { id: projectId, planYear }, details))
      say(`Không ghi lý do: ${difference}.`)
  }
  return findings
}

/** Reports and plans of carrying out rest on a version of their own đề án. */
export const executionVersions: Check = async ({ db }, names) => {
  const findings: DomainFinding[] = []
  for (const [table, words] of [
    ['progress_report', 'Báo cáo tiến độ'],
    ['volume_report', 'Báo cáo khối lượng'],
    ['detail_plan', 'Kế hoạch triển khai'],
    ['settlement', 'Hồ sơ quyết toán'],
  ] as const) {
    const rows = await db.selectFrom(table).select(['project_id', 'version_id']).execute()
    for (const row of rows)
      if (names.projectOfVersion(row.version_id) !== row.project_id)
        findings.push(ofProject(names, row.project_id, `${words} dựa vào phiên bản của một đề án khác.`))
  }
  return findings
}
