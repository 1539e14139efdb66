// What can be asked of acceptance: the lists, one set of minutes, a draft filled from the version in force.

import { Refusal } from '../../shared/contract/errors'
import type { AcceptanceDetails, AcceptanceRow } from '../../shared/contract/executionAcceptance'
import {
  type AcceptanceConclusion,
  type AcceptanceFacts,
  type AcceptanceForm,
  type AcceptanceHead,
  type AcceptanceSide,
  type BeneficiaryPart,
  costTotals,
  isFor,
  missingForAcceptance,
  type Named,
  notYetAccepted,
  shortfallsOf,
  splitLines,
  stillFailed,
} from '../../shared/domain/executionAcceptance'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { noAmounts } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Reader } from '../database/access'
import { contractWords, signedContracts } from './money'
import { readPhotos } from './progressReader'
import { type DecidedProject, decidedProject, fromPrefixed } from './projectInForce'

export const dong = (amount: number) => `${formatMoney(amount)} đồng`

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

export async function readAcceptance(reader: Reader, { id }: { readonly id: number }) {
  const stored = await readStoredAcceptance(reader, id)
  const project = await decidedProject(reader, stored.projectId)
  const photos = await readPhotos(reader, stored.projectId, 'acceptance_id')
  const facts = factsOf(stored.details)
  return {
    id,
    rowVersion: stored.rowVersion,
    projectId: stored.projectId,
    code: project.code,
    name: project.content.name,
    programme: project.programme,
    acceptance: stored.details,
    concludedOn: stored.concludedOn,
    mendedOn: stored.mendedOn,
    missing: stored.concludedOn === null ? missingForAcceptance(facts, dong) : [],
    shortfalls: shortfallsOf(facts, dong),
    photos: photos.get(id) ?? [],
  }
}

// ---- the list of a year -------------------------------------------------------------------------------------------------

const acceptable: readonly ProjectStatus[] = ['detailPlan', 'contracted', 'beneficiaryContracted', 'inProgress']
const carriedOut: readonly ProjectStatus[] = [
  ...acceptable,
  'acceptedBase',
  'settlementFiled',
  'liquidated',
  'settled',
  'monitored',
  'stopped',
]

/** Why nothing of this đề án can be accepted now; empty: it can. */
export async function hindranceOf(reader: Reader, project: DecidedProject): Promise<string> {
  const contracts = await signedContracts(reader, project.id)
  if (contracts.length === 0)
    return 'Chưa có hợp đồng nào của đề án được ký; nghiệm thu chỉ làm sau khi đã ký hợp đồng.'
  if (!acceptable.includes(project.status) && project.status !== 'acceptedBase')
    return 'Đề án không ở bước đang thực hiện.'
  return ''
}

export async function listAcceptances(
  reader: Reader,
  { year, projectId }: { readonly year: number | null; readonly projectId: number | null },
) {
  let wanted = reader.db.selectFrom('project').where('status', 'in', [...carriedOut])
  if (year !== null) wanted = wanted.where('plan_year', '=', year)
  if (projectId !== null) wanted = wanted.where('id', '=', projectId)
  const ids = await wanted
    .select('id')
    .orderBy('plan_year', 'desc')
    .orderBy('programme', 'desc')
    .orderBy('code')
    .execute()
  const stored = await readAcceptances(
    reader,
    ids.map(({ id }) => id),
  )
  const rows: AcceptanceRow[] = []
  const waiting = []
  for (const { id } of ids) {
    const project = await decidedProject(reader, id)
    const own = stored.filter((one) => one.projectId === id)
    const failed = new Set(stillFailed(own.map(headOf)).map((head) => head.id))
    rows.push(...own.map((one) => rowOf(project, one, failed.has(one.id))))
    const left = notYetAccepted(project.content.beneficiaries, own.map(headOf))
    const nothingYet = !own.some((one) => one.concludedOn !== null && one.details.conclusion === 'pass')
    if (acceptable.includes(project.status) && (left.length > 0 || nothingYet))
      waiting.push({
        projectId: id,
        code: project.code,
        name: project.content.name,
        programme: project.programme,
        status: project.status,
        beneficiaries: left.map(({ establishmentId, name }) => ({ establishmentId, name })),
        byBeneficiary: project.content.beneficiaries.length > 1,
        hindrance: await hindranceOf(reader, project),
      })
  }
  return { rows, waiting }
}

function rowOf(project: DecidedProject, stored: StoredAcceptance, openFailure: boolean): AcceptanceRow {
  const { details } = stored
  return {
    id: stored.id,
    rowVersion: stored.rowVersion,
    projectId: project.id,
    code: project.code,
    name: project.content.name,
    programme: project.programme as Programme,
    planYear: project.planYear,
    status: project.status,
    form: details.form,
    beneficiary: details.beneficiary,
    place: details.place,
    date: details.date,
    documentNumber: details.documentNumber,
    conclusion: details.conclusion,
    concludedOn: stored.concludedOn,
    mend: details.mend,
    mendBy: details.mendBy,
    mendedOn: stored.mendedOn,
    openFailure,
    machines: details.machines.length,
    done: costTotals(details.costs).done,
  }
}

// ---- a draft --------------------------------------------------------------------------------------------------------------

interface DraftQuery extends Named {
  readonly projectId: number
  readonly form: AcceptanceForm
  readonly followsId: number | null
}

/** What is planned for whom it is about; results are left to be found, machines begin as planned. */
export async function draftAcceptance(
  reader: Reader,
  input: Omit<DraftQuery, 'name'> & { readonly beneficiary: string },
): Promise<AcceptanceDetails> {
  const project = await decidedProject(reader, input.projectId)
  const { content } = project
  const wanted = { establishmentId: input.establishmentId, name: input.beneficiary }
  const at = content.beneficiaries.findIndex((one) =>
    isFor({ establishmentId: one.establishmentId, beneficiary: one.name }, wanted),
  )
  const whole = wanted.establishmentId === null && wanted.name === ''
  if (!whole && at === -1)
    throw new Refusal('input.invalid', '', [
      { path: 'beneficiary', message: 'Đơn vị này không có trong danh sách thụ hưởng của bản đang có hiệu lực.' },
    ])
  const before = input.followsId === null ? null : (await readStoredAcceptance(reader, input.followsId)).details
  const beneficiary = content.beneficiaries[at]
  return {
    form: input.form,
    establishmentId: beneficiary?.establishmentId ?? null,
    beneficiary: beneficiary?.name ?? '',
    followsId: input.followsId,
    place: before?.place ?? placeOf(content.places, at),
    date: null,
    documentNumber: '',
    basis: before?.basis ?? (await basisOf(reader, project.id)),
    quality: '',
    timing: '',
    members: before?.members ?? [],
    outputs:
      before?.outputs ??
      content.outputs.map((output) => ({
        indicator: output.indicator,
        unit: output.unit,
        // What was planned for the đề án as a whole says nothing of one beneficiary of several.
        planned: whole || content.beneficiaries.length === 1 ? output.quantityThousandths : null,
        done: null,
        note: '',
      })),
    costs: before?.costs ?? (await plannedCosts(reader, project, whole ? null : at)),
    machines:
      before?.machines ??
      (whole || content.beneficiaries.length === 1
        ? content.equipment.map((machine) => ({
            name: machine.name.slice(0, 500),
            specification: '',
            origin: machine.origin,
            unit: machine.unit,
            quantity: machine.quantityThousandths,
            unitPrice: machine.unitPrice,
            serial: '',
            madeIn: null,
            isNew: true,
            works: true,
            note: '',
          }))
        : []),
    conclusion: null,
    shortfallReason: '',
    mend: '',
    mendBy: null,
    suggestion: '',
  }
}

function placeOf(places: readonly { readonly text: string }[], at: number): string {
  const own = at >= 0 ? places[at] : undefined
  return (own ?? places[0])?.text ?? ''
}

async function basisOf(reader: Reader, projectId: number): Promise<string> {
  const contracts = await signedContracts(reader, projectId)
  return contracts.map(contractWords).join('\n')
}

/** Budget lines with what each source plans; of one beneficiary its own lines, or its part of every line, to the đồng. */
async function plannedCosts(
  reader: Reader,
  { id, content }: DecidedProject,
  at: number | null,
): Promise<AcceptanceDetails['costs']> {
  const line = (text: string, planned: AcceptanceDetails['costs'][number]['planned']) => ({
    content: text,
    planned,
    done: noAmounts,
    note: '',
  })
  if (at === null) return content.budget.map((one) => line(one.content, one.amounts))
  const names = content.beneficiaries.map(({ name }) => name)
  if (content.budget.some((one) => names.includes(one.beneficiary)))
    return content.budget.filter((one) => one.beneficiary === names[at]).map((one) => line(one.content, one.amounts))
  const parts = await partsOf(reader, id, content.beneficiaries)
  const split = splitLines(
    content.budget.map((one) => one.amounts),
    parts,
  )
  return content.budget.map((one, index) => line(one.content, split[index]?.[at] ?? noAmounts))
}

/** What each beneficiary weighs: by the detailed plan where one is on record, else by its share. */
export async function partsOf(
  reader: Reader,
  projectId: number,
  beneficiaries: readonly (Named & { readonly shareBasisPoints: number | null })[],
): Promise<BeneficiaryPart[]> {
  const lines = await reader.db
    .selectFrom('detail_plan_line as line')
    .innerJoin('detail_plan as plan', 'plan.id', 'line.detail_plan_id')
    .where('plan.project_id', '=', projectId)
    .select(['line.establishment_id', 'line.name', 'line.support', 'line.counterpart'])
    .execute()
  return beneficiaries.map((one) => {
    const own = lines.find((line) => isFor({ establishmentId: line.establishment_id, beneficiary: line.name }, one))
    return {
      shareBasisPoints: one.shareBasisPoints,
      plan: own === undefined ? null : { support: own.support, counterpart: own.counterpart },
    }
  })
}
