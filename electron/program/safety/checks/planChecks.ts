// Yearly plans: totals that are the sum of their lines, lines that show versions of their own đề án, batches not overdrawn.
import { addAmounts, fundingSources, noAmounts } from '../../../../shared/domain/money'
import type { Programme } from '../../../../shared/domain/projects'
import { programmeLabels, sourceLabels } from '../../../../shared/labels'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { readAssignments } from '../../../plans/assignmentReader'
import { readPlan } from '../../../plans/reader'
import { type Check, type DomainFinding, ofVersion } from './finding'

export const pinnedVersions: Check = async ({ db }, names) => {
  const rows = await db
    .selectFrom('plan_item as item')
    .innerJoin('project_version as version', (join) =>
      join.on((on) =>
        on.or([
          on('version.id', '=', on.ref('item.registered_version_id')),
          on('version.id', '=', on.ref('item.approved_version_id')),
        ]),
      ),
    )
    .whereRef('version.project_id', '!=', 'item.project_id')
    .select(['version.id as version_id'])
    .execute()
  return rows.map((row) => ofVersion(names, row.version_id, 'Dòng kế hoạch ghi phiên bản của một đề án khác.'))
}

/** The plan is read as its screen and its papers read it; the lines are summed here once more, by themselves. */
export const planTotals: Check = async (reader, names) => {
  const { db } = reader
  const plans = await db.selectFrom('plan').selectAll().orderBy('year').execute()
  const findings: DomainFinding[] = []
  for (const plan of plans) {
    const programme = plan.programme as Programme
    const where = `Kế hoạch ${plan.year} ${programmeLabels[programme].short}`
    const say = (message: string) => findings.push({ where, message, open: { screen: 'plan', id: 0 } })
    const { view } = await readPlan(reader, plan.year, programme)
    const lines = await db
      .selectFrom('budget_line')
      .where('version_id', 'in', view.items.length === 0 ? [0] : view.items.map(({ versionId }) => versionId))
      .select(['national', 'local', 'counterpart', 'other'])
      .execute()
    const summed = lines.reduce(addAmounts, noAmounts)
    for (const source of fundingSources)
      if (summed[source] !== view.amounts[source])
        say(
          `Tổng ${sourceLabels[source].short} của kế hoạch là ${formatMoney(view.amounts[source])} đồng, cộng từng dòng dự toán là ${formatMoney(summed[source])} đồng.`,
        )
    const strangers = await db
      .selectFrom('plan_item as item')
      .innerJoin('project', 'project.id', 'item.project_id')
      .where('item.plan_id', '=', plan.id)
      .where((where) =>
        where.or([where('project.plan_year', '!=', plan.year), where('project.programme', '!=', plan.programme)]),
      )
      .select('project.id')
      .execute()
    for (const { id } of strangers)
      say(`${names.project(id)} nằm trong kế hoạch này nhưng thuộc năm hoặc chương trình khác.`)
    const assigned = await readAssignments(reader, plan.year, programme)
    for (const check of assigned.view.checks) if (check.severity === 'contradiction') say(check.message)
  }
  return findings
}
