// Minutes of acceptance as they are on record, with all their parts, for any number of đề án.

import { Refusal } from '../../shared/contract/errors'
import type { AcceptanceDetails } from '../../shared/contract/executionAcceptance'
import type {
  AcceptanceConclusion,
  AcceptanceFacts,
  AcceptanceForm,
  AcceptanceSide,
} from '../../shared/domain/executionAcceptance'
import type { AcceptanceHead } from '../../shared/domain/executionCoverage'
import type { Reader } from '../database/access'
import { fromPrefixed } from './projectInForce'

export interface StoredAcceptance {
  readonly id: number
  readonly rowVersion: number
  readonly projectId: number
  readonly details: AcceptanceDetails
  readonly concludedOn: string | null
  readonly mendedOn: string | null
}

/** In the order they were begun. */
export async function readAcceptances(reader: Reader, projectIds: readonly number[]): Promise<StoredAcceptance[]> {
  if (projectIds.length === 0) return []
  const { db } = reader
  const rows = await db
    .selectFrom('acceptance')
    .selectAll()
    .where('project_id', 'in', projectIds)
    .orderBy('id')
    .execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const members = await db
    .selectFrom('acceptance_member as member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .where('member.acceptance_id', 'in', ids)
    .select(['member.acceptance_id', 'person.name', 'person.organisation', 'member.side', 'member.position'])
    .select('member.opinion')
    .orderBy('member.rank')
    .execute()
  const outputs = await db
    .selectFrom('acceptance_output')
    .selectAll()
    .where('acceptance_id', 'in', ids)
    .orderBy('rank')
    .execute()
  const costs = await db
    .selectFrom('acceptance_cost')
    .selectAll()
    .where('acceptance_id', 'in', ids)
    .orderBy('rank')
    .execute()
  const machines = await db
    .selectFrom('supported_machine')
    .selectAll()
    .where('acceptance_id', 'in', ids)
    .orderBy('rank')
    .execute()
  const of = <T extends { readonly acceptance_id: number }>(parts: readonly T[], id: number) =>
    parts.filter((part) => part.acceptance_id === id)
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    projectId: row.project_id,
    concludedOn: row.concluded_on,
    mendedOn: row.mended_on,
    details: {
      form: row.form as AcceptanceForm,
      establishmentId: row.establishment_id,
      beneficiary: row.beneficiary,
      followsId: row.follows_id,
      place: row.place,
      date: row.date,
      documentNumber: row.document_number,
      basis: row.basis,
      quality: row.quality,
      timing: row.timing,
      conclusion: row.conclusion as AcceptanceConclusion | null,
      shortfallReason: row.shortfall_reason,
      mend: row.mend,
      mendBy: row.mend_by,
      suggestion: row.suggestion,
      members: of(members, row.id).map(({ acceptance_id: _id, side, ...member }) => ({
        ...member,
        side: side as AcceptanceSide,
      })),
      outputs: of(outputs, row.id).map(({ indicator, unit, planned, done, note }) => ({
        indicator,
        unit,
        planned,
        done,
        note,
      })),
      costs: of(costs, row.id).map((line) => ({
        content: line.content,
        planned: fromPrefixed('planned', line),
        done: fromPrefixed('done', line),
        note: line.note,
      })),
      machines: of(machines, row.id).map((machine) => ({
        name: machine.name,
        specification: machine.specification,
        origin: machine.origin,
        unit: machine.unit,
        quantity: machine.quantity,
        unitPrice: machine.unit_price,
        serial: machine.serial,
        madeIn: machine.made_in,
        isNew: machine.is_new === 1,
        works: machine.works === 1,
        note: machine.note,
      })),
    },
  }))
}

export async function readStoredAcceptance(reader: Reader, id: number): Promise<StoredAcceptance> {
  const row = await reader.db.selectFrom('acceptance').select('project_id').where('id', '=', id).executeTakeFirst()
  const all = row === undefined ? [] : await readAcceptances(reader, [row.project_id])
  const stored = all.find((one) => one.id === id)
  if (stored === undefined) throw new Refusal('record.missing', 'biên bản nghiệm thu')
  return stored
}

export function headOf({ id, details, concludedOn, mendedOn }: StoredAcceptance): AcceptanceHead {
  const { form, establishmentId, beneficiary, followsId, date, conclusion, mendBy } = details
  return {
    id,
    form,
    establishmentId,
    beneficiary,
    followsId,
    date,
    conclusion,
    concluded: concludedOn !== null,
    mendBy,
    mendedOn,
  }
}

export function factsOf(details: AcceptanceDetails): AcceptanceFacts {
  return { ...details, sides: details.members.map(({ side }) => side) }
}
