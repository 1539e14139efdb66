// Writing đề án, and the lines of the yearly plan they become.
import type { Programme } from '../../../../shared/domain/projects'
import type { Writer } from '../../../database/access'
import { addProjectsToPlan, savePlanItem } from '../../../plans/commands'
import { readPlan } from '../../../plans/reader'
import { saveProject } from '../../../projects/commands'
import { atRow } from '../atRow'
import { type PlanRecord, planRecord } from '../projects/planRecord'
import type { RecordWork } from '../records/recordKind'
import type { WrittenEstablishment } from './writeEstablishments'
import type { Wrote } from './writeRecords'

interface PlannedProject {
  readonly id: number
  readonly record: PlanRecord
  readonly isNew: boolean
}

export async function writeProjects(
  writer: Writer,
  works: readonly RecordWork[],
  establishments: ReadonlyMap<string, WrittenEstablishment>,
  wrote: Wrote,
) {
  const ids: number[] = []
  const plans = new Map<string, { year: number; programme: Programme; items: PlannedProject[] }>()
  let created = 0
  let updated = 0
  for (const { key, record, target } of works) {
    const one = planRecord.parse(record)
    const { id } = await atRow(key, () =>
      saveProject(writer, {
        id: target?.id ?? null,
        rowVersion: target?.rowVersion ?? null,
        identity: one.identity,
        content: { ...one.content, beneficiaries: linkBeneficiaries(one, establishments) },
      }),
    )
    if (target === null) created += 1
    else updated += 1
    ids.push(id)
    if (!one.intoPlan) {
      await wrote(ids.length)
      continue
    }
    const { planYear: year, programme } = one.identity
    const plan = plans.get(`${year}|${programme}`) ?? { year, programme, items: [] }
    plans.set(`${year}|${programme}`, plan)
    plan.items.push({ id, record: one, isNew: target === null })
    await wrote(ids.length)
  }
  let planItems = 0
  for (const { year, programme, items } of plans.values()) {
    const { added } = await addProjectsToPlan(writer, { year, programme, projectIds: items.map(({ id }) => id) })
    planItems += added
    await writePriorities(writer, year, programme, items)
  }
  return { ids, created, updated, planItems }
}

function linkBeneficiaries(
  { content, pending }: PlanRecord,
  establishments: ReadonlyMap<string, WrittenEstablishment>,
): PlanRecord['content']['beneficiaries'] {
  const rowKeys = new Map(pending.map(({ index, rowKey }) => [index, rowKey]))
  return content.beneficiaries.map((beneficiary, index) => {
    const written = establishments.get(rowKeys.get(index) ?? '')
    return written === undefined ? beneficiary : { ...beneficiary, establishmentId: written.id }
  })
}

/** Only lines that this import put into the plan: on the others a person may have set it since. */
async function writePriorities(
  writer: Writer,
  year: number,
  programme: Programme,
  items: readonly PlannedProject[],
): Promise<void> {
  const given = new Map(
    items.flatMap(({ id, record, isNew }) =>
      isNew && record.priority !== null ? [[id, record.priority] as const] : [],
    ),
  )
  if (given.size === 0) return
  const { view } = await readPlan(writer, year, programme)
  for (const item of view.items) {
    const priority = given.get(item.projectId)
    if (priority !== undefined) await savePlanItem(writer, { itemId: item.id, priority, note: '' })
  }
}
