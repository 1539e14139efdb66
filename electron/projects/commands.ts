// What can be done to đề án: save the version being drafted, lock it, start the next one.
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ProjectContent, ProjectIdentity } from '../../shared/contract/projects'
import { lineOwnerProblems } from '../../shared/domain/beneficiarySplit'
import { draftStage, type ProjectStatus, stepProblems, transitions } from '../../shared/domain/lifecycle'
import { paperNumber } from '../../shared/domain/outgoingPapers'
import { participantProblems } from '../../shared/domain/participants'
import {
  budgetContradictions,
  budgetTotals,
  monthsInOrder,
  type Programme,
  repaymentContradictions,
  scheduleContradictions,
  shareProblem,
  type VersionStage,
} from '../../shared/domain/projects'
import { programmeLabels, projectKindLabels, projectStatusLabels, versionStageLabels } from '../../shared/labels'
import { formatDate, formatMonth, type PlainDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { vietnameseSortKey } from '../../shared/vietnamese/sortKey'
import type { Writer } from '../database/access'
import { removeSearchEntry, writeSearchEntry } from '../database/searchIndex'
import { releaseNeeds } from '../establishments/needs'
import { copyAnswers } from './checks'
import { withReconciledUnits, writeParticipants } from './participants'
import { readVersionContent, suggestCode } from './reader'
import { recordStep } from './stepRecords'

export interface ProjectSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
}

export interface ProjectSaved {
  readonly id: number
  readonly rowVersion: number
  readonly versionId: number
  readonly code: string
}

/** Only what contradicts itself stops a save; what law would question is a warning elsewhere. */
export function contradictionsOf(
  content: ProjectContent,
  { programme }: Pick<ProjectIdentity, 'programme'>,
): FieldProblem[] {
  const money = (dong: number) => `${formatMoney(dong)} đồng`
  const localSupport = budgetTotals(content.budget).local
  const problems: FieldProblem[] = [
    ...budgetContradictions(content.budget, money),
    ...lineOwnerProblems(content.budget, content.beneficiaries),
    ...participantProblems(content.participants),
    ...scheduleContradictions(content.scheduleSteps, content, formatMonth),
    ...repaymentContradictions({ ...content, programme, localSupport }, money),
  ].map(({ path, message }) => ({ path: `content.${path}`, message }))
  content.legalBases.forEach((basis, index) => {
    if (content.legalBases.indexOf(basis) !== index)
      problems.push({ path: 'content.legalBases', message: 'Một căn cứ được chọn hai lần.' })
  })
  const shares = shareProblem(content.beneficiaries)
  if (shares !== null) problems.push({ path: 'content.beneficiaries', message: shares })
  if (!monthsInOrder(content.startMonth, content.endMonth))
    problems.push({ path: 'content.endMonth', message: 'Tháng kết thúc sớm hơn tháng bắt đầu.' })
  const named = content.beneficiaries.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))
  named.forEach((establishmentId, index) => {
    if (named.indexOf(establishmentId) !== index)
      problems.push({ path: `content.beneficiaries.${index}`, message: 'Cơ sở này đã có trong danh sách thụ hưởng.' })
  })
  return problems
}

export async function refuseUnknownEstablishments(writer: Writer, content: ProjectContent): Promise<void> {
  await refuseUnknownUnits(writer, 'beneficiaries', content.beneficiaries)
  await refuseUnknownUnits(writer, 'participants', content.participants)
}

async function refuseUnknownUnits(
  writer: Writer,
  list: 'beneficiaries' | 'participants',
  units: readonly { readonly establishmentId: number | null }[],
): Promise<void> {
  for (const [index, { establishmentId }] of units.entries()) {
    if (establishmentId === null) continue
    const found = await writer.db
      .selectFrom('establishment')
      .select('id')
      .where('id', '=', establishmentId)
      .executeTakeFirst()
    if (found === undefined)
      throw new Refusal('input.invalid', '', [
        { path: `content.${list}.${index}.establishmentId`, message: 'Không còn cơ sở này trong danh sách.' },
      ])
  }
}

function versionColumns(content: ProjectContent) {
  return {
    name: content.name,
    name_sort: vietnameseSortKey(content.name),
    content_group: content.contentGroup,
    sub_content: content.subContent,
    implementing_unit: content.implementingUnit,
    cooperating_units: content.cooperatingUnits,
    start_month: content.startMonth,
    end_month: content.endMonth,
    necessity: content.necessity,
    objective: content.objective,
    scale: content.scale,
    schedule: content.schedule,
    organisation: content.organisation,
    effect: content.effect,
    summary: content.summary,
    note: content.note,
    superiority: content.superiority,
    support_mode: content.supportMode,
  }
}

async function writeParts(writer: Writer, versionId: number, content: ProjectContent): Promise<void> {
  const { db } = writer
  const place = (rank: number) => ({ version_id: versionId, rank })
  await db.deleteFrom('project_place').where('version_id', '=', versionId).execute()
  await db.deleteFrom('planned_output').where('version_id', '=', versionId).execute()
  await db.deleteFrom('budget_line').where('version_id', '=', versionId).execute()
  await db.deleteFrom('project_beneficiary').where('version_id', '=', versionId).execute()
  await db.deleteFrom('project_equipment').where('version_id', '=', versionId).execute()
  await db.deleteFrom('schedule_step').where('version_id', '=', versionId).execute()
  await db.deleteFrom('project_legal_basis').where('version_id', '=', versionId).execute()
  await db.deleteFrom('repayment').where('version_id', '=', versionId).execute()
  const beneficiaryIds = new Map<string, number>()
  for (const [rank, one] of content.beneficiaries.entries()) {
    const { id } = await db
      .insertInto('project_beneficiary')
      .values({
        ...place(rank),
        establishment_id: one.establishmentId,
        name: one.name,
        share_basis_points: one.shareBasisPoints,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    beneficiaryIds.set(one.name, id)
  }
  await writeParticipants(writer, versionId, content.participants)
  for (const [rank, one] of content.places.entries())
    await db
      .insertInto('project_place')
      .values({
        ...place(rank),
        province_code: one.provinceCode,
        commune_code: one.communeCode,
        text: one.text,
        old_text: one.oldText,
      })
      .execute()
  for (const [rank, one] of content.outputs.entries())
    await db
      .insertInto('planned_output')
      .values({
        ...place(rank),
        indicator: one.indicator,
        unit: one.unit,
        quantity_thousandths: one.quantityThousandths,
      })
      .execute()
  for (const [rank, one] of content.budget.entries())
    await db
      .insertInto('budget_line')
      .values({
        ...place(rank),
        content: one.content,
        unit: one.unit,
        quantity_thousandths: one.quantityThousandths,
        unit_price: one.unitPrice,
        ...one.amounts,
        note: one.note,
        beneficiary_id: beneficiaryIds.get(one.beneficiary) ?? null,
      })
      .execute()
  await writeProposalParts(writer, versionId, content)
}

async function writeProposalParts(writer: Writer, versionId: number, content: ProjectContent): Promise<void> {
  const { db } = writer
  const place = (rank: number) => ({ version_id: versionId, rank })
  for (const [rank, one] of content.equipment.entries())
    await db
      .insertInto('project_equipment')
      .values({
        ...place(rank),
        name: one.name,
        origin: one.origin,
        unit: one.unit,
        quantity_thousandths: one.quantityThousandths,
        unit_price: one.unitPrice,
        note: one.note,
      })
      .execute()
  for (const [rank, one] of content.scheduleSteps.entries())
    await db
      .insertInto('schedule_step')
      .values({
        ...place(rank),
        content: one.content,
        start_month: one.startMonth,
        end_month: one.endMonth,
        in_charge: one.inCharge,
      })
      .execute()
  for (const [rank, basis] of content.legalBases.entries())
    await db
      .insertInto('project_legal_basis')
      .values({ ...place(rank), basis })
      .execute()
  for (const [rank, one] of content.repayments.entries())
    await db
      .insertInto('repayment')
      .values({ ...place(rank), due_on: one.dueOn, amount: one.amount })
      .execute()
}

export async function writeProjectSearch(
  writer: Writer,
  id: number,
  identity: ProjectIdentity,
  content: ProjectContent,
): Promise<void> {
  const parts = [
    identity.code,
    String(identity.planYear),
    programmeLabels[identity.programme].short,
    projectKindLabels[identity.kind],
    ...content.beneficiaries.map((one) => one.name),
    ...content.places.map((one) => one.text),
  ]
  await writeSearchEntry(writer, { kind: 'project', refId: id, title: content.name, detail: parts.join(' · ') })
}

async function refuseTakenCode(writer: Writer, code: string, exceptId: number | null): Promise<void> {
  const taken = await writer.db.selectFrom('project').select('id').where('code', '=', code).executeTakeFirst()
  if (taken !== undefined && taken.id !== exceptId)
    throw new Refusal('record.duplicate', `đề án mang mã ${code}`, [
      { path: 'identity.code', message: 'Mã này đã dùng cho đề án khác.' },
    ])
}

/** @throws Refusal record.missing, record.conflict */
export async function currentOf(writer: Writer, id: number, rowVersion: number | null) {
  const row = await writer.db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined || row.current_version_id === null) throw new Refusal('record.missing', 'đề án')
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  const version = await writer.db
    .selectFrom('project_version')
    .select(['id', 'number', 'locked', 'stage'])
    .where('id', '=', row.current_version_id)
    .executeTakeFirstOrThrow()
  return { row, version }
}

/**
 * Saves the version being drafted; a new đề án starts with version 1, "Đăng ký".
 * @throws Refusal version.locked, record.conflict, record.duplicate, input.invalid, rule.contradiction
 */
export async function saveProject(writer: Writer, asGiven: ProjectSave): Promise<ProjectSaved> {
  const input = { ...asGiven, content: await withReconciledUnits(writer, asGiven.id, asGiven.content) }
  const problems = contradictionsOf(input.content, input.identity)
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
  await refuseUnknownEstablishments(writer, input.content)
  return input.id === null ? insertProject(writer, input) : updateProject(writer, input.id, input)
}

async function insertProject(writer: Writer, input: ProjectSave): Promise<ProjectSaved> {
  const { programme, planYear, kind } = input.identity
  const code = input.identity.code === '' ? await suggestCode(writer, programme, planYear) : input.identity.code
  await refuseTakenCode(writer, code, null)
  const { id } = await writer.db
    .insertInto('project')
    .values({ code, programme, kind, plan_year: planYear, current_version_id: null, row_version: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const versionId = await insertVersion(writer, id, 1, 'registered', input.content)
  await writeProjectSearch(writer, id, { ...input.identity, code }, input.content)
  return { id, rowVersion: 1, versionId, code }
}

export async function insertVersion(
  writer: Writer,
  projectId: number,
  number: number,
  stage: VersionStage,
  content: ProjectContent,
): Promise<number> {
  const { id } = await writer.db
    .insertInto('project_version')
    .values({
      project_id: projectId,
      number,
      stage,
      locked: 0,
      locked_on: null,
      decision_number: '',
      decision_date: null,
      ...versionColumns(content),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeParts(writer, id, content)
  await writer.db.updateTable('project').set({ current_version_id: id }).where('id', '=', projectId).execute()
  return id
}

async function updateProject(writer: Writer, id: number, input: ProjectSave): Promise<ProjectSaved> {
  const { row, version } = await currentOf(writer, id, input.rowVersion)
  if (version.locked === 1) throw new Refusal('version.locked', `Bản ${version.number} của đề án ${row.code}`)
  const code = input.identity.code === '' ? row.code : input.identity.code
  await refuseTakenCode(writer, code, id)
  await refuseLeavingPlan(writer, id, row, input.identity)
  await refuseLeavingProgramme(writer, id, row.programme, input.identity)
  await refuseWhileAsked(writer, id, row.code)
  const rowVersion = row.row_version + 1
  await writer.db
    .updateTable('project')
    .set({
      code,
      programme: input.identity.programme,
      kind: input.identity.kind,
      plan_year: input.identity.planYear,
      row_version: rowVersion,
    })
    .where('id', '=', id)
    .execute()
  await writer.db
    .updateTable('project_version')
    .set(versionColumns(input.content))
    .where('id', '=', version.id)
    .execute()
  await writeParts(writer, version.id, input.content)
  await writeProjectSearch(writer, id, { ...input.identity, code }, input.content)
  return { id, rowVersion, versionId: version.id, code }
}

/** A đề án standing in a plan keeps that plan's year and programme, or the plan would list a stranger. */
async function refuseLeavingPlan(
  writer: Writer,
  id: number,
  row: { readonly programme: string; readonly plan_year: number },
  identity: ProjectIdentity,
): Promise<void> {
  if (row.programme === identity.programme && row.plan_year === identity.planYear) return
  const inPlan = await writer.db.selectFrom('plan_item').select('id').where('project_id', '=', id).executeTakeFirst()
  if (inPlan !== undefined)
    throw new Refusal(
      'record.in-use',
      `đề án đang nằm trong kế hoạch năm ${row.plan_year}; hãy đưa đề án ra khỏi kế hoạch trước khi đổi năm hoặc chương trình`,
    )
}

/** Each programme has its own way to the decision; one who has set out on it cannot be found on the other. */
async function refuseLeavingProgramme(
  writer: Writer,
  id: number,
  programme: string,
  identity: ProjectIdentity,
): Promise<void> {
  if (programme === identity.programme) return
  const step = await writer.db.selectFrom('project_step').select('id').where('project_id', '=', id).executeTakeFirst()
  if (step !== undefined)
    throw new Refusal('rule.contradiction', 'đề án đã gửi đi theo chương trình khác.', [
      { path: 'identity.programme', message: 'Đề án đã gửi đi nên không đổi chương trình được nữa.' },
    ])
}

/** What a supplement was asked for with stays as it was sent, or a decision would approve what nobody asked. */
async function refuseWhileAsked(writer: Writer, id: number, code: string): Promise<void> {
  const asked = await writer.db
    .selectFrom('change_item as item')
    .innerJoin('change_request as request', 'request.id', 'item.request_id')
    .where('item.project_id', '=', id)
    .where('item.kind', '=', 'supplement')
    .where('request.state', '=', 'submitted')
    .select('request.letter_number')
    .executeTakeFirst()
  if (asked !== undefined)
    throw new Refusal(
      'step.not-allowed',
      `đề án ${code} đang nằm trong đề nghị bổ sung số ${asked.letter_number} đã trình; muốn sửa thì lấy lại đề nghị đó, hoặc ghi quyết định duyệt một phần.`,
    )
}

export interface VersionLock {
  readonly id: number
  readonly rowVersion: number
  readonly stage: VersionStage
  readonly decisionNumber: string
  readonly decisionDate: PlainDate | null
}

/** From here on nobody changes this version; the database refuses as well. */
export async function lockVersion(
  writer: Writer,
  input: VersionLock,
): Promise<{ rowVersion: number; versionId: number }> {
  const { row, version } = await currentOf(writer, input.id, input.rowVersion)
  if (version.locked === 1) throw new Refusal('version.locked', `Bản ${version.number} của đề án ${row.code}`)
  const decided = input.stage === 'approved' || input.stage === 'adjusted'
  if (decided && (input.decisionNumber === '' || input.decisionDate === null))
    throw new Refusal('input.invalid', '', [
      {
        path: input.decisionNumber === '' ? 'decisionNumber' : 'decisionDate',
        message: 'Bản được phê duyệt hoặc điều chỉnh phải có số và ngày quyết định.',
      },
    ])
  const status = row.status as ProjectStatus
  const expected = draftStage(status, row.programme as Programme)
  if (expected === 'adjusted') throw onlyByChange(row.code)
  // The decision on a đề án under way is recorded as a step, with what the step needs.
  const refused = expected !== 'any' && (expected !== input.stage || input.stage === 'approved')
  if (refused) throw wrongStage(status, input.stage)
  await lockRow(writer, version.id, {
    stage: input.stage,
    decision: { number: input.decisionNumber, date: input.decisionDate },
  })
  if (decided && status === 'draft')
    await approveFromPaper(writer, input.id, version.id, {
      number: input.decisionNumber,
      date: input.decisionDate ?? writer.today,
    })
  return { rowVersion: await touch(writer, input.id, row.row_version), versionId: version.id }
}

function wrongStage(status: ProjectStatus, stage: VersionStage): Refusal {
  const where = `đề án đang ở bước “${projectStatusLabels[status]}”`
  return new Refusal('step.not-allowed', `${where}, không có bản “${versionStageLabels[stage]}” ở bước này.`, [
    { path: 'stage', message: `Không hợp với bước “${projectStatusLabels[status]}” của đề án.` },
  ])
}

/** What was approved is changed by a decided request alone. */
function onlyByChange(code: string): Refusal {
  return new Refusal(
    'step.not-allowed',
    `đề án ${code} đã được phê duyệt; bản mới chỉ có khi một đề nghị điều chỉnh được quyết định. Hãy lập đề nghị ở “Điều chỉnh”.`,
    [{ path: 'stage', message: 'Đề án đã được phê duyệt: hãy lập đề nghị điều chỉnh.' }],
  )
}

/** A đề án of earlier years, decided on paper before it came here. */
async function approveFromPaper(
  writer: Writer,
  projectId: number,
  versionId: number,
  decision: { readonly number: string; readonly date: PlainDate },
): Promise<void> {
  const last = await writer.db
    .selectFrom('project_step')
    .select(['on_date', 'round'])
    .where('project_id', '=', projectId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const entry = { date: decision.date, documentNumber: decision.number, documentDate: decision.date, reason: '' }
  const [problem] = stepProblems('recordApproval', entry, last?.on_date ?? null, formatDate)
  if (problem !== undefined)
    throw new Refusal('input.invalid', '', [{ path: 'decisionDate', message: problem.message }])
  const { to } = transitions.recordApproval
  await writer.db.updateTable('project').set({ status: to }).where('id', '=', projectId).execute()
  await recordStep(writer, {
    projectId,
    versionId,
    step: 'recordApproval',
    from: 'draft',
    entry,
    round: last?.round ?? 0,
  })
}

export interface RowLock {
  /** As it is when not given. */
  readonly stage?: VersionStage
  readonly decision?: { readonly number: string; readonly date: PlainDate | null }
}

/** Locks one version, whatever the state of its đề án: whoever calls has judged that. */
export async function lockRow(writer: Writer, versionId: number, { stage, decision }: RowLock): Promise<void> {
  await writer.db
    .updateTable('project_version')
    .set({
      locked: 1,
      locked_on: writer.today,
      ...(stage === undefined ? {} : { stage }),
      ...(decision === undefined ? {} : { decision_number: decision.number, decision_date: decision.date }),
    })
    .where('id', '=', versionId)
    .execute()
}

export interface OpenVersion {
  readonly id: number
  readonly number: number
  readonly locked: number
  readonly stage: string
}

/** Locks the version in hand where it is still open. One begun for a decision that never came does not claim it. */
export async function lockUndecided(writer: Writer, projectId: number, version: OpenVersion): Promise<void> {
  if (version.locked === 1) return
  const awaited = version.stage === 'approved' || version.stage === 'adjusted'
  const earlier = awaited
    ? await writer.db
        .selectFrom('project_version')
        .select('stage')
        .where('project_id', '=', projectId)
        .where('number', '=', version.number - 1)
        .executeTakeFirst()
    : undefined
  const stage = earlier?.stage as VersionStage | undefined
  await lockRow(writer, version.id, awaited ? { stage: stage ?? 'registered' } : {})
}

/** A new current version with the content and the answers of another one of the same đề án. */
export async function addVersionCopy(
  writer: Writer,
  projectId: number,
  copy: { readonly fromVersionId: number; readonly after: number; readonly stage: VersionStage },
): Promise<number> {
  const content = await readVersionContent(writer, copy.fromVersionId)
  const versionId = await insertVersion(writer, projectId, copy.after + 1, copy.stage, content)
  await copyAnswers(writer, copy.fromVersionId, versionId)
  return versionId
}

/** The new version begins as a copy of the locked one. */
export async function startVersion(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number; readonly stage: VersionStage },
): Promise<{ rowVersion: number; versionId: number }> {
  const { row, version } = await currentOf(writer, input.id, input.rowVersion)
  if (version.locked === 0)
    throw new Refusal(
      'rule.contradiction',
      `bản ${version.number} của đề án còn đang soạn; hãy khóa bản này trước khi lập bản mới.`,
    )
  const expected = draftStage(row.status as ProjectStatus, row.programme as Programme)
  if (expected === 'adjusted') throw onlyByChange(row.code)
  if (expected !== 'any' && expected !== input.stage) throw wrongStage(row.status as ProjectStatus, input.stage)
  const versionId = await addVersionCopy(writer, input.id, {
    fromVersionId: version.id,
    after: version.number,
    stage: input.stage,
  })
  return { rowVersion: await touch(writer, input.id, row.row_version), versionId }
}

export async function touch(writer: Writer, id: number, rowVersion: number): Promise<number> {
  const next = rowVersion + 1
  await writer.db.updateTable('project').set({ row_version: next }).where('id', '=', id).execute()
  return next
}

/** @throws Refusal version.locked when any version is locked, record.in-use when a plan lists it */
export async function removeProject(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const { row } = await currentOf(writer, input.id, input.rowVersion)
  const locked = await writer.db
    .selectFrom('project_version')
    .select('number')
    .where('project_id', '=', input.id)
    .where('locked', '=', 1)
    .executeTakeFirst()
  if (locked !== undefined) throw new Refusal('version.locked', `Bản ${locked.number} của đề án ${row.code}`)
  const inPlan = await writer.db
    .selectFrom('plan_item')
    .select('id')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (inPlan !== undefined)
    throw new Refusal(
      'record.in-use',
      `đề án đang nằm trong kế hoạch năm ${row.plan_year}; hãy đưa ra khỏi kế hoạch trước`,
    )
  const issued = await writer.db
    .selectFrom('outgoing_paper')
    .select(['number', 'symbol'])
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (issued !== undefined)
    throw new Refusal('record.in-use', `đề án đã có văn bản phát hành số ${paperNumber(issued.number, issued.symbol)}`)
  const contract = await writer.db
    .selectFrom('contract_line')
    .select('contract_id')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (contract !== undefined)
    throw new Refusal('record.in-use', 'đề án đang nằm trong một dự thảo hợp đồng; hãy xóa dự thảo đó trước')
  const asked = await writer.db
    .selectFrom('change_item')
    .select('request_id')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (asked !== undefined)
    throw new Refusal(
      'record.in-use',
      'đề án đang nằm trong một đề nghị điều chỉnh; hãy bỏ đề án khỏi đề nghị đó trước',
    )
  const activity = await writer.db
    .selectFrom('activity')
    .select('name')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (activity !== undefined)
    throw new Refusal(
      'record.in-use',
      `hoạt động “${activity.name}” đang ghi thuộc đề án này; hãy bỏ đề án khỏi hoạt động đó trước`,
    )
  await releaseNeeds(writer, input.id)
  await writer.db.updateTable('project').set({ current_version_id: null }).where('id', '=', input.id).execute()
  await writer.db.deleteFrom('project').where('id', '=', input.id).execute()
  await removeSearchEntry(writer, 'project', input.id)
}
