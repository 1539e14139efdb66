// What can be asked of acceptance: one set of minutes with what it is held against, the list of a year.

import type { AcceptanceRow } from '../../shared/contract/executionAcceptance'
import {
  type AcceptedBeside,
  costTotals,
  missingForAcceptance,
  shortfallsBeside,
  shortfallsOf,
} from '../../shared/domain/executionAcceptance'
import { isFor, isOfWhole, notYetAccepted, stillFailed } from '../../shared/domain/executionCoverage'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { sumAmounts } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { plannedCosts } from './acceptanceDraft'
import { factsOf, headOf, readAcceptances, readStoredAcceptance, type StoredAcceptance } from './acceptanceRecords'
import { signedContracts } from './money'
import { readPhotos } from './progressReader'
import { type DecidedProject, decidedProject } from './projectInForce'
import { dong } from './words'

export async function readAcceptance(reader: Reader, { id }: { readonly id: number }) {
  const stored = await readStoredAcceptance(reader, id)
  const project = await decidedProject(reader, stored.projectId)
  const photos = await readPhotos(reader, stored.projectId, 'acceptance_id')
  const facts = factsOf(stored.details)
  const beside = await besideOf(reader, project, stored)
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
    missing: stored.concludedOn === null ? missingForAcceptance(facts, beside, dong) : [],
    shortfalls: [...shortfallsOf(facts, dong), ...shortfallsBeside(facts, beside, dong)],
    photos: photos.get(id) ?? [],
  }
}

/** What one set of minutes is held against: the others that passed, and the version in force. */
export async function besideOf(
  reader: Reader,
  project: DecidedProject,
  { id, details }: Pick<StoredAcceptance, 'id' | 'details'>,
): Promise<AcceptedBeside> {
  const passed = (await readAcceptances(reader, [project.id])).filter(
    (one) => one.id !== id && one.concludedOn !== null && one.details.conclusion === 'pass',
  )
  const at = isOfWhole(details) ? -1 : project.content.beneficiaries.findIndex((one) => isFor(details, one))
  const own = at === -1 ? null : await plannedCosts(reader, project, at)
  return {
    elsewhere: passed.map(({ details: { establishmentId, beneficiary, costs } }) => ({
      establishmentId,
      beneficiary,
      done: costTotals(costs).done,
    })),
    approved: project.amounts,
    approvedPart: own === null ? null : sumAmounts(own.map((line) => line.planned)),
    planYear: project.planYear,
    endMonth: project.content.endMonth,
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
