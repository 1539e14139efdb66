// Writing what a preview decided, through the same commands a person's typing goes through, in the one transaction of the call.
import type { CallOutput } from '../../../../shared/contract/index'
import type { Writer } from '../../../database/access'
import type { AdminUnits } from '../../../office/adminUnits'
import type { ImportWork } from '../fileCheck'
import type { ImportStep } from '../importWatch'
import { writeEstablishments } from './writeEstablishments'
import { writeProjects } from './writeProjects'
import { joinLines, type RecordWriting, writeRecords } from './writeRecords'

type ImportDone = CallOutput<'workbooks', 'runImport'>
export type ImportCounts = Pick<ImportDone, 'created' | 'updated' | 'planItems' | 'establishmentIds' | 'projectIds'>

export interface WriteServices extends Omit<RecordWriting, 'wrote'> {
  readonly units: AdminUnits
}

/** @throws Refusal import.cancelled, which takes the whole transaction back */
export async function writeImport(
  writer: Writer,
  work: ImportWork,
  services: WriteServices,
  step: ImportStep,
): Promise<ImportCounts> {
  const total = [...work.values()].reduce((sum, { length }) => sum + length, 0)
  const [first, second] = [work.get('establishments'), work.get('plan')]
  const others = [...work].flatMap(([kind, works]) => (kind === 'establishments' || kind === 'plan' ? [] : [...works]))
  const before = { projects: first?.length ?? 0, records: (first?.length ?? 0) + (second?.length ?? 0) }
  const after = (done: number) => (rows: number) => step.at('writing', done + rows, total)
  const establishments = await writeEstablishments(writer, services.units, first ?? [], after(0))
  const planned = joinLines(second ?? [])
  const projects = await writeProjects(writer, planned, establishments.byRow, after(before.projects))
  const records = await writeRecords(writer, joinLines(others), { ...services, wrote: after(before.records) })
  return {
    created: establishments.created + projects.created + records.created,
    updated: establishments.updated + projects.updated + records.updated,
    planItems: projects.planItems,
    establishmentIds: [...new Set([...establishments.byRow.values()].map(({ id }) => id))],
    projectIds: projects.ids,
  }
}
