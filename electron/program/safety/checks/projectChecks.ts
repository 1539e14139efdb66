// Đề án: budgets and shares that add up, the version each shows, and a way whose steps follow one another.

import type { ProjectStatus } from '../../../../shared/domain/lifecycle'
import type { AmountsBySource } from '../../../../shared/domain/money'
import { budgetContradictions, shareProblem } from '../../../../shared/domain/projects'
import { projectStatusLabels } from '../../../../shared/labels'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { type Check, type DomainFinding, ofProject, ofVersion } from './finding'

function groupByVersion<T extends { version_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.version_id)
    if (group === undefined) groups.set(row.version_id, [row])
    else group.push(row)
  }
  return groups
}

export const budgets: Check = async ({ db }, names) => {
  const rows = await db
    .selectFrom('budget_line')
    .select(['version_id', 'content', 'quantity_thousandths', 'unit_price'])
    .select(['national', 'local', 'counterpart', 'other'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const money = (dong: number) => `${formatMoney(dong)} đồng`
  return [...groupByVersion(rows)].flatMap(([versionId, lines]) =>
    budgetContradictions(
      lines.map((line) => ({
        content: line.content,
        quantityThousandths: line.quantity_thousandths,
        unitPrice: line.unit_price,
        amounts: {
          national: line.national,
          local: line.local,
          counterpart: line.counterpart,
          other: line.other,
        } satisfies AmountsBySource,
      })),
      money,
    ).map((problem) => ofVersion(names, versionId, problem.message)),
  )
}

export const shares: Check = async ({ db }, names) => {
  const rows = await db.selectFrom('project_beneficiary').select(['version_id', 'share_basis_points']).execute()
  return [...groupByVersion(rows)].flatMap(([versionId, own]) => {
    const problem = shareProblem(own.map((one) => ({ shareBasisPoints: one.share_basis_points })))
    return problem === null ? [] : [ofVersion(names, versionId, problem)]
  })
}

export const currentVersions: Check = async ({ db }, names) => {
  const rows = await db
    .selectFrom('project')
    .leftJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where((where) =>
      where.or([where('version.id', 'is', null), where('version.project_id', '!=', where.ref('project.id'))]),
    )
    .select('project.id')
    .execute()
  return rows.map(({ id }) => ofProject(names, id, 'Đề án không có phiên bản hiện hành của chính nó.'))
}

/** Each step begins where the one before it ended, and the đề án stands where the last one led. */
export const steps: Check = async ({ db }, names) => {
  const projects = await db.selectFrom('project').select(['id', 'status']).execute()
  const taken = await db
    .selectFrom('project_step')
    .select(['project_id', 'from_status', 'to_status'])
    .orderBy('project_id')
    .orderBy('id')
    .execute()
  const last = new Map<number, string>()
  const findings: DomainFinding[] = []
  const words = (status: string) => `“${projectStatusLabels[status as ProjectStatus] ?? status}”`
  for (const step of taken) {
    const before = last.get(step.project_id)
    if (before !== undefined && before !== step.from_status)
      findings.push(
        ofProject(
          names,
          step.project_id,
          `Lịch sử có một bước đi từ ${words(step.from_status)} trong khi bước trước đã tới ${words(before)}.`,
        ),
      )
    last.set(step.project_id, step.to_status)
  }
  for (const { id, status } of projects) {
    const reached = last.get(id)
    if (reached !== undefined && reached !== status)
      findings.push(
        ofProject(names, id, `Trạng thái ghi ${words(status)} nhưng bước cuối trong lịch sử là ${words(reached)}.`),
      )
  }
  return findings
}
