// What came out of đề án until a day: accepted results and machines, classes that ended, and how often each was changed.
import type { ReportFacts } from '../../shared/domain/reportFacts'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import { groupBy } from './grouping'

type ByProject<T> = Map<number, T[]>

function add<T>(found: ByProject<T>, projectId: number, one: T): void {
  const own = found.get(projectId)
  if (own === undefined) found.set(projectId, [one])
  else own.push(one)
}

/** Minutes that passed, in the order of their days. */
export async function readAcceptanceFacts(
  reader: Reader,
  ids: readonly number[],
  asOf: PlainDate,
): Promise<ByProject<ReportFacts['acceptances'][number]>> {
  const passed = () =>
    reader.db
      .selectFrom('acceptance')
      .where('acceptance.project_id', 'in', idList(ids))
      .where('acceptance.conclusion', '=', 'pass')
      .where('acceptance.concluded_on', 'is not', null)
      .where('acceptance.date', '<=', asOf)
  const heads = await passed()
    .select(['id', 'project_id', 'establishment_id', 'beneficiary', 'date'])
    .orderBy('date')
    .orderBy('id')
    .execute()
  const costs = await passed()
    .innerJoin('acceptance_cost as cost', 'cost.acceptance_id', 'acceptance.id')
    .groupBy('acceptance.id')
    .select('acceptance.id')
    .select(({ fn }) => [
      fn.sum<number>('cost.done_national').as('national'),
      fn.sum<number>('cost.done_local').as('local'),
      fn.sum<number>('cost.done_counterpart').as('counterpart'),
      fn.sum<number>('cost.done_other').as('other'),
    ])
    .execute()
  const outputs = await passed()
    .innerJoin('acceptance_output as output', 'output.acceptance_id', 'acceptance.id')
    .where('output.done', 'is not', null)
    .select(['acceptance.id', 'output.indicator', 'output.unit', 'output.done'])
    .orderBy('output.rank')
    .execute()
  const machines = await passed()
    .innerJoin('supported_machine as machine', 'machine.acceptance_id', 'acceptance.id')
    .groupBy('acceptance.id')
    .select('acceptance.id')
    // A line without a quantity is one machine.
    .select(({ fn }) => fn.sum<number>(fn.coalesce('machine.quantity', (eb) => eb.lit(1_000))).as('thousandths'))
    .execute()
  const costOf = new Map(costs.map(({ id, ...amounts }) => [id, amounts]))
  const machinesOf = new Map(machines.map(({ id, thousandths }) => [id, Math.round(thousandths / 1_000)]))
  const outputsOf = groupBy(outputs, ({ id }) => id)
  const found: ByProject<ReportFacts['acceptances'][number]> = new Map()
  for (const row of heads) {
    if (row.date === null) continue
    add(found, row.project_id, {
      on: row.date,
      establishmentId: row.establishment_id,
      beneficiary: row.beneficiary,
      done: costOf.get(row.id) ?? { national: 0, local: 0, counterpart: 0, other: 0 },
      outputs: (outputsOf.get(row.id) ?? []).map(({ indicator, unit, done }) => ({
        indicator,
        unit,
        thousandths: done ?? 0,
      })),
      machines: machinesOf.get(row.id) ?? 0,
    })
  }
  return found
}

export async function readClasses(
  reader: Reader,
  ids: readonly number[],
  asOf: PlainDate,
): Promise<ByProject<ReportFacts['classes'][number]>> {
  const rows = await reader.db
    .selectFrom('training_class as class')
    .leftJoin('trainee', 'trainee.training_class_id', 'class.id')
    .where('class.project_id', 'in', idList(ids))
    .where('class.ends_on', '<=', asOf)
    .groupBy('class.id')
    .select(['class.project_id', 'class.ends_on'])
    .select(({ fn }) => fn.count<number>('trainee.id').as('trainees'))
    .orderBy('class.ends_on')
    .execute()
  const found: ByProject<ReportFacts['classes'][number]> = new Map()
  for (const { project_id, ends_on, trainees } of rows)
    if (ends_on !== null) add(found, project_id, { on: ends_on, trainees })
  return found
}

export async function readPlannedOutputs(
  reader: Reader,
  versionIds: readonly number[],
): Promise<ByProject<ReportFacts['outputs'][number]>> {
  const rows = await reader.db
    .selectFrom('planned_output')
    .where('version_id', 'in', idList(versionIds))
    .select(['version_id', 'indicator', 'unit', 'quantity_thousandths'])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const found: ByProject<ReportFacts['outputs'][number]> = new Map()
  for (const row of rows)
    add(found, row.version_id, { indicator: row.indicator, unit: row.unit, thousandths: row.quantity_thousandths })
  return found
}

/** Days of decisions on requests that changed the đề án, unless they were cancelled since. */
export async function readAdjustments(
  reader: Reader,
  ids: readonly number[],
  asOf: PlainDate,
): Promise<ByProject<PlainDate>> {
  const rows = await reader.db
    .selectFrom('change_item as item')
    .innerJoin('change_decision as decision', 'decision.request_id', 'item.request_id')
    .where('item.project_id', 'in', idList(ids))
    .where('item.outcome', 'in', ['approved', 'partly'])
    .where('decision.date', '<=', asOf)
    .where('decision.cancelled_on', 'is', null)
    .select(['item.project_id', 'decision.date'])
    .orderBy('decision.date')
    .execute()
  const found: ByProject<PlainDate> = new Map()
  for (const { project_id, date } of rows) add(found, project_id, date)
  return found
}
