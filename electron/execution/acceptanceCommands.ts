// What can be done about acceptance: save the minutes being drawn up, conclude them, note that what failed was mended.

import { Refusal } from '../../shared/contract/errors'
import type { AcceptanceDetails } from '../../shared/contract/executionAcceptance'
import {
  acceptanceContradictions,
  type KnownSerial,
  missingForAcceptance,
  serialProblems,
} from '../../shared/domain/executionAcceptance'
import { isFor, isOfWhole } from '../../shared/domain/executionCoverage'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { ContractRecord } from '../contracts/records'
import type { Writer } from '../database/access'
import { personId } from '../projects/people'
import { besideOf, hindranceOf } from './acceptanceReader'
import { factsOf, readAcceptances, readStoredAcceptance } from './acceptanceRecords'
import { contractWords, signedContracts } from './money'
import { type DecidedProject, decidedProject, prefixed } from './projectInForce'
import { readingOf, refuseContradictions, removeRecord, type SavedRecord, storedRecord, under } from './records'
import { dong } from './words'

interface AcceptanceSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly projectId: number
  readonly acceptance: AcceptanceDetails
}

/** Serial numbers on record in other acceptances; of those that failed the machine comes back, so they do not count. */
async function knownSerials(writer: Writer, exceptId: number | null): Promise<KnownSerial[]> {
  const rows = await writer.db
    .selectFrom('supported_machine as machine')
    .innerJoin('acceptance', 'acceptance.id', 'machine.acceptance_id')
    .innerJoin('project', 'project.id', 'acceptance.project_id')
    .where('machine.serial', '<>', '')
    .where(({ eb, or }) => or([eb('acceptance.conclusion', 'is', null), eb('acceptance.conclusion', '<>', 'fail')]))
    .where('acceptance.id', '<>', exceptId ?? 0)
    .select(['machine.serial', 'machine.name', 'project.code', 'acceptance.beneficiary', 'acceptance.date'])
    .orderBy('machine.id')
    .execute()
  return rows.map((row) => ({
    serial: row.serial,
    machine: row.name,
    where: [
      `đề án ${row.code}`,
      row.beneficiary,
      row.date === null ? 'biên bản đang lập' : `nghiệm thu ngày ${formatDate(row.date)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  }))
}

/** The acceptance repeated must be a concluded failure of the same đề án, and for the same beneficiary. */
async function refuseWrongFollow(writer: Writer, { id, projectId, acceptance }: AcceptanceSave): Promise<void> {
  if (acceptance.followsId === null) return
  const before = (await readAcceptances(writer, [projectId])).find((one) => one.id === acceptance.followsId)
  const wrong = (message: string) => refuseContradictions([{ path: 'acceptance.followsId', message }])
  if (before === undefined || before.id === id) return wrong('Không có lần nghiệm thu này của đề án.')
  if (before.concludedOn === null || before.details.conclusion !== 'fail')
    return wrong('Chỉ nghiệm thu lại lần đã kết luận không đạt.')
  const same =
    before.details.establishmentId === acceptance.establishmentId &&
    before.details.beneficiary === acceptance.beneficiary
  if (!same) wrong('Nghiệm thu lại phải cho đúng đơn vị thụ hưởng của lần không đạt.')
}

function refuseStranger(project: DecidedProject, acceptance: AcceptanceDetails): void {
  if (isOfWhole(acceptance)) return
  if (project.content.beneficiaries.some((one) => isFor(acceptance, one))) return
  refuseContradictions([
    {
      path: 'acceptance.beneficiary',
      message: `“${acceptance.beneficiary}” không có trong danh sách thụ hưởng của bản đang có hiệu lực. Đổi đơn vị thụ hưởng phải qua điều chỉnh.`,
    },
  ])
}

/** Contracts the minutes rest on: those of the place itself where it has any, else those of the đề án. */
async function contractsBehind(
  writer: Writer,
  projectId: number,
  { establishmentId, beneficiary }: AcceptanceDetails,
): Promise<ContractRecord[]> {
  const all = await signedContracts(writer, projectId)
  const own = all.filter(
    ({ details: { kind, receiver } }) => kind === 'beneficiary' && isFor({ establishmentId, beneficiary }, receiver),
  )
  return own.length === 0 ? all : own
}

/** Nothing more is accepted under contracts that are all liquidated: their minutes have said what was done. */
function refuseLiquidated(contracts: readonly ContractRecord[]): void {
  const [first] = contracts
  if (first === undefined || contracts.some(({ state }) => state !== 'liquidated')) return
  const words = `${contractWords(first)} đã thanh lý${first.closedOn === null ? '' : ` ngày ${formatDate(first.closedOn)}`}`
  throw new Refusal('step.not-allowed', `${words} nên không nghiệm thu thêm được.`, [
    { path: 'projectId', message: `${words}.` },
  ])
}

/**
 * @throws Refusal record.missing, record.conflict, version.locked (concluded), step.not-allowed (before the contract),
 * rule.contradiction
 */
export async function saveAcceptance(writer: Writer, input: AcceptanceSave): Promise<SavedRecord> {
  const project = await decidedProject(writer, input.projectId)
  const reading = await readingOf(writer, 'acceptance', input)
  if (input.id !== null) await refuseConcluded(writer, input.id)
  const hindrance = await hindranceOf(writer, project)
  if (hindrance !== '')
    throw new Refusal('step.not-allowed', `${hindrance[0]?.toLowerCase() ?? ''}${hindrance.slice(1)}`, [
      { path: 'projectId', message: hindrance },
    ])
  const { acceptance } = input
  refuseStranger(project, acceptance)
  await refuseWrongFollow(writer, input)
  const contracts = await contractsBehind(writer, input.projectId, acceptance)
  refuseLiquidated(contracts)
  const contractedOn = contracts.flatMap(({ signedOn }) => (signedOn === null ? [] : [signedOn])).sort()[0] ?? null
  const surroundings = { today: writer.today, contractedOn }
  const known = acceptance.conclusion === 'fail' ? [] : await knownSerials(writer, input.id)
  refuseContradictions(
    under('acceptance', [
      ...acceptanceContradictions(factsOf(acceptance), surroundings),
      ...serialProblems(acceptance.machines, known),
    ]),
  )
  const rowVersion = reading + 1
  const id = await writeAcceptance(writer, input, project.versionId, rowVersion)
  await writeParts(writer, id, acceptance)
  return { id, rowVersion }
}

async function refuseConcluded(writer: Writer, id: number): Promise<void> {
  const { concludedOn } = await readStoredAcceptance(writer, id)
  if (concludedOn !== null)
    throw new Refusal('version.locked', `Biên bản nghiệm thu đã kết luận ngày ${formatDate(concludedOn)}`)
}

async function writeAcceptance(
  writer: Writer,
  { id, projectId, acceptance }: AcceptanceSave,
  versionId: number,
  rowVersion: number,
): Promise<number> {
  const columns = {
    version_id: versionId,
    form: acceptance.form,
    establishment_id: acceptance.establishmentId,
    follows_id: acceptance.followsId,
    beneficiary: acceptance.beneficiary,
    place: acceptance.place,
    date: acceptance.date,
    document_number: acceptance.documentNumber,
    basis: acceptance.basis,
    quality: acceptance.quality,
    timing: acceptance.timing,
    conclusion: acceptance.conclusion,
    shortfall_reason: acceptance.shortfallReason,
    mend: acceptance.mend,
    mend_by: acceptance.mendBy,
    suggestion: acceptance.suggestion,
    row_version: rowVersion,
  }
  if (id !== null) {
    await writer.db.updateTable('acceptance').set(columns).where('id', '=', id).execute()
    return id
  }
  const made = await writer.db
    .insertInto('acceptance')
    .values({ ...columns, project_id: projectId, mended_on: null, concluded_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

async function writeParts(writer: Writer, id: number, acceptance: AcceptanceDetails): Promise<void> {
  const { db } = writer
  for (const table of ['acceptance_member', 'acceptance_output', 'acceptance_cost', 'supported_machine'] as const)
    await db.deleteFrom(table).where('acceptance_id', '=', id).execute()
  const place = (rank: number) => ({ acceptance_id: id, rank })
  for (const [rank, { name, organisation, ...member }] of acceptance.members.entries())
    await db
      .insertInto('acceptance_member')
      .values({ ...place(rank), person_id: await personId(writer, name, organisation), ...member })
      .execute()
  for (const [rank, output] of acceptance.outputs.entries())
    await db
      .insertInto('acceptance_output')
      .values({ ...place(rank), ...output })
      .execute()
  for (const [rank, line] of acceptance.costs.entries())
    await db
      .insertInto('acceptance_cost')
      .values({
        ...place(rank),
        content: line.content,
        ...prefixed('planned', line.planned),
        ...prefixed('done', line.done),
        note: line.note,
      })
      .execute()
  for (const [rank, machine] of acceptance.machines.entries())
    await db
      .insertInto('supported_machine')
      .values({
        ...place(rank),
        name: machine.name,
        specification: machine.specification,
        origin: machine.origin,
        unit: machine.unit,
        quantity: machine.quantity,
        unit_price: machine.unitPrice,
        serial: machine.serial,
        made_in: machine.madeIn,
        is_new: machine.isNew ? 1 : 0,
        works: machine.works ? 1 : 0,
        note: machine.note,
      })
      .execute()
}

/** @throws Refusal record.missing, record.conflict, version.locked, step.not-allowed with what is missing */
export async function concludeAcceptance(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<{ rowVersion: number }> {
  await storedRecord(writer, 'acceptance', input)
  await refuseConcluded(writer, input.id)
  const stored = await readStoredAcceptance(writer, input.id)
  const { details } = stored
  const beside = await besideOf(writer, await decidedProject(writer, stored.projectId), stored)
  const missing = missingForAcceptance(factsOf(details), beside, dong)
  if (missing.length > 0)
    throw new Refusal('step.not-allowed', missing.map(({ message }) => message).join(' '), missing)
  // Between saving and concluding another acceptance may have taken the same number.
  const known = details.conclusion === 'fail' ? [] : await knownSerials(writer, input.id)
  refuseContradictions(serialProblems(details.machines, known))
  const rowVersion = input.rowVersion + 1
  await writer.db
    .updateTable('acceptance')
    .set({ concluded_on: writer.today, row_version: rowVersion })
    .where('id', '=', input.id)
    .execute()
  return { rowVersion }
}

/** @throws Refusal record.missing, record.conflict, rule.contradiction (nothing failed, or a day before it did) */
export async function recordMended(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number; readonly mendedOn: PlainDate | null },
): Promise<{ rowVersion: number }> {
  await storedRecord(writer, 'acceptance', input)
  const { details, concludedOn } = await readStoredAcceptance(writer, input.id)
  const wrong = (message: string) => refuseContradictions([{ path: 'mendedOn', message }])
  if (concludedOn === null || details.conclusion !== 'fail')
    wrong('Chỉ lần nghiệm thu đã kết luận không đạt mới có gì để khắc phục.')
  if (input.mendedOn !== null && details.date !== null && input.mendedOn < details.date)
    wrong(`Ngày khắc phục sớm hơn ngày nghiệm thu (${formatDate(details.date)}).`)
  if (input.mendedOn !== null && input.mendedOn > writer.today) wrong('Ngày khắc phục chưa đến.')
  const rowVersion = input.rowVersion + 1
  await writer.db
    .updateTable('acceptance')
    .set({ mended_on: input.mendedOn, row_version: rowVersion })
    .where('id', '=', input.id)
    .execute()
  return { rowVersion }
}

/** @throws Refusal record.missing, record.conflict, version.locked */
export async function removeAcceptance(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await refuseConcluded(writer, input.id)
  await removeRecord(writer, 'acceptance', input)
}
