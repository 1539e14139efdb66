// The register of machines supported: those of acceptances that passed, with what the last visit found of each.
import { supportedAmount } from '../../shared/domain/executionAcceptance'
import type { Programme } from '../../shared/domain/projects'
import { fold } from '../../shared/vietnamese/fold'
import type { Reader } from '../database/access'

interface MachineQuery {
  readonly year: number | null
  readonly establishmentId: number | null
  readonly text: string
}

export async function listMachines(reader: Reader, { year, establishmentId, text }: MachineQuery) {
  let rows = reader.db
    .selectFrom('supported_machine as machine')
    .innerJoin('acceptance', 'acceptance.id', 'machine.acceptance_id')
    .innerJoin('project', 'project.id', 'acceptance.project_id')
    .innerJoin('project_version as version', 'version.id', 'acceptance.version_id')
    .where('acceptance.concluded_on', 'is not', null)
    .where('acceptance.conclusion', '=', 'pass')
  if (year !== null) rows = rows.where('project.plan_year', '=', year)
  if (establishmentId !== null) rows = rows.where('acceptance.establishment_id', '=', establishmentId)
  const stored = await rows
    .selectAll('machine')
    .select(['project.id as projectId', 'project.code', 'project.programme', 'project.plan_year'])
    .select(['version.name as projectName', 'acceptance.beneficiary', 'acceptance.place', 'acceptance.date'])
    .orderBy('project.plan_year', 'desc')
    .orderBy('project.programme', 'desc')
    .orderBy('project.code')
    .orderBy('acceptance.id')
    .orderBy('machine.rank')
    .execute()
  const seen = await lastSeen(reader)
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
  const machines = stored.map((row) => ({
    id: row.id,
    name: row.name,
    specification: row.specification,
    origin: row.origin,
    unit: row.unit,
    quantity: row.quantity,
    unitPrice: row.unit_price,
    serial: row.serial,
    madeIn: row.made_in,
    isNew: row.is_new === 1,
    works: row.works === 1,
    note: row.note,
    projectId: row.projectId,
    code: row.code,
    projectName: row.projectName,
    programme: row.programme as Programme,
    planYear: row.plan_year,
    beneficiary: row.beneficiary,
    place: row.place,
    acceptedOn: row.date ?? '',
    amount: supportedAmount(row.quantity, row.unit_price),
    seen: seen.get(row.id) ?? null,
  }))
  if (words.length === 0) return machines
  return machines.filter((one) => {
    const folded = ` ${fold([one.name, one.specification, one.serial, one.beneficiary, one.projectName, one.code, one.place].join(' '))}`
    return words.every((word) => folded.includes(word))
  })
}

interface Seen {
  readonly on: string
  readonly present: boolean
  readonly inUse: boolean
  readonly note: string
}

async function lastSeen(reader: Reader): Promise<Map<number, Seen>> {
  const rows = await reader.db
    .selectFrom('inspection_machine as machine')
    .innerJoin('inspection', 'inspection.id', 'machine.inspection_id')
    .where('inspection.visited_on', 'is not', null)
    .select(['machine.machine_id', 'machine.present', 'machine.in_use', 'machine.note', 'inspection.visited_on'])
    .orderBy('inspection.visited_on')
    .orderBy('inspection.id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.machine_id,
      { on: row.visited_on ?? '', present: row.present === 1, inUse: row.in_use === 1, note: row.note },
    ]),
  )
}
