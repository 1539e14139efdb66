// Where a đề án stands: its facts for the table of steps, its history, its appraisals.
import { Refusal } from '../../shared/contract/errors'
import type { Appraisal, AppraisalSheet } from '../../shared/contract/lifecycle'
import {
  type AppraisalFacts,
  type AppraisalLevel,
  type AppraisalMethod,
  appraisalOf,
  appraisalPoints,
  type CheckResult,
  type Conclusion,
  levelWaiting,
  type MemberRole,
  missingForConclusion,
  nextSteps,
  type ProjectFacts,
  type ProjectStatus,
  type ProjectStep,
} from '../../shared/domain/lifecycle'
import { budgetTotals, type Programme, type ProjectKind } from '../../shared/domain/projects'
import { mayCorrect } from '../../shared/domain/stepCorrections'
import { stepLine } from '../../shared/domain/stepLine'
import { type ComparedLine, compareBudgets } from '../../shared/domain/versions'
import type { Reader } from '../database/access'
import { readExecutionFacts } from '../execution/facts'
import { readCorrections } from './correctionReader'
import { readVersionContent } from './reader'

async function projectRow(reader: Reader, id: number) {
  const row = await reader.db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined || row.current_version_id === null) throw new Refusal('record.missing', 'đề án')
  return {
    ...row,
    current_version_id: row.current_version_id,
    status: row.status as ProjectStatus,
    programme: row.programme as Programme,
    kind: row.kind as ProjectKind,
  }
}

export interface StepRecord {
  readonly id: number
  readonly step: ProjectStep
  readonly from: ProjectStatus
  readonly to: ProjectStatus
  readonly date: string
  readonly documentNumber: string
  readonly documentDate: string | null
  readonly reason: string
  readonly round: number
  readonly versionId: number
  readonly versionNumber: number
}

/** In the order they were taken. */
export async function readHistory(reader: Reader, projectId: number): Promise<StepRecord[]> {
  const rows = await reader.db
    .selectFrom('project_step as step')
    .innerJoin('project_version as version', 'version.id', 'step.version_id')
    .where('step.project_id', '=', projectId)
    .selectAll('step')
    .select('version.number')
    .orderBy('step.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    step: row.step as ProjectStep,
    from: row.from_status as ProjectStatus,
    to: row.to_status as ProjectStatus,
    date: row.on_date,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    reason: row.reason,
    round: row.round,
    versionId: row.version_id,
    versionNumber: row.number,
  }))
}

export interface StoredAppraisal {
  readonly id: number
  readonly versionId: number
  readonly level: AppraisalLevel
  readonly rowVersion: number
  readonly concludedOn: string | null
  readonly appraisedVersionId: number | null
  readonly sheet: AppraisalSheet
}

export const blankSheet: AppraisalSheet = {
  method: 'staff',
  date: null,
  documentNumber: '',
  appraiser: '',
  signer: '',
  checks: appraisalPoints.map(() => ({ result: 'pending' as const, opinion: '' })),
  members: [],
  votesFor: null,
  votesAgainst: null,
  conclusion: null,
  opinion: '',
}

export async function findAppraisal(
  reader: Reader,
  versionId: number,
  level: AppraisalLevel,
): Promise<StoredAppraisal | null> {
  const { db } = reader
  const row = await db
    .selectFrom('appraisal')
    .selectAll()
    .where('version_id', '=', versionId)
    .where('level', '=', level)
    .executeTakeFirst()
  if (row === undefined) return null
  const checks = await db
    .selectFrom('appraisal_check')
    .selectAll()
    .where('appraisal_id', '=', row.id)
    .orderBy('point')
    .execute()
  const members = await db
    .selectFrom('appraisal_member as member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .where('member.appraisal_id', '=', row.id)
    .select(['person.name', 'person.organisation', 'member.role', 'member.opinion'])
    .orderBy('member.rank')
    .execute()
  return {
    id: row.id,
    versionId: row.version_id,
    level,
    rowVersion: row.row_version,
    concludedOn: row.concluded_on,
    appraisedVersionId: row.appraised_version_id,
    sheet: {
      method: row.method as AppraisalMethod,
      date: row.date,
      documentNumber: row.document_number,
      appraiser: row.appraiser,
      signer: row.signer,
      checks: checks.map((one) => ({ result: one.result as CheckResult, opinion: one.opinion })),
      members: members.map((one) => ({ ...one, role: one.role as MemberRole })),
      votesFor: row.votes_for,
      votesAgainst: row.votes_against,
      conclusion: row.conclusion as Conclusion | null,
      opinion: row.opinion,
    },
  }
}

export function factsOfSheet(sheet: AppraisalSheet, concluded: boolean): AppraisalFacts {
  return {
    method: sheet.method,
    date: sheet.date,
    documentNumber: sheet.documentNumber,
    appraiser: sheet.appraiser,
    signer: sheet.signer,
    results: sheet.checks.map((check) => check.result),
    roles: sheet.members.map((member) => member.role),
    votesFor: sheet.votesFor,
    votesAgainst: sheet.votesAgainst,
    conclusion: sheet.conclusion,
    opinion: sheet.opinion,
    concluded,
  }
}

/** The version that waits for, or last had, an appraisal of this level; null when none ever did. */
export function appraisedVersion(history: readonly StepRecord[], level: AppraisalLevel): StepRecord | null {
  return history.findLast(({ step }) => step === appraisalOf[level].sentBy) ?? null
}

async function appraisalFacts(
  reader: Reader,
  history: readonly StepRecord[],
  level: AppraisalLevel,
): Promise<AppraisalFacts | null> {
  const sent = appraisedVersion(history, level)
  const stored = sent === null ? null : await findAppraisal(reader, sent.versionId, level)
  return stored === null ? null : factsOfSheet(stored.sheet, stored.concludedOn !== null)
}

export async function readFacts(reader: Reader, id: number, history: readonly StepRecord[]): Promise<ProjectFacts> {
  const row = await projectRow(reader, id)
  const content = await readVersionContent(reader, row.current_version_id)
  return {
    status: row.status,
    programme: row.programme,
    kind: row.kind,
    texts: {
      necessity: content.necessity !== '',
      objective: content.objective !== '',
      scale: content.scale !== '' || content.equipment.length > 0,
      schedule: content.schedule !== '' || content.scheduleSteps.length > 0,
      organisation: content.organisation !== '',
      effect: content.effect !== '',
    },
    subContent: content.subContent !== null && content.subContent !== '',
    implementingUnit: content.implementingUnit !== '',
    period: content.startMonth !== null && content.endMonth !== null,
    beneficiaries: content.beneficiaries.length,
    places: content.places.length,
    budgetLines: content.budget.length,
    amounts: budgetTotals(content.budget),
    base: await appraisalFacts(reader, history, 'base'),
    ministry: await appraisalFacts(reader, history, 'ministry'),
    execution: await readExecutionFacts(reader, id, row.status),
  }
}

export function roundOf(history: readonly StepRecord[]): number {
  return history.filter(({ step }) => step === 'submit').length
}

export async function readSteps(reader: Reader, { id }: { readonly id: number }) {
  const row = await projectRow(reader, id)
  const history = await readHistory(reader, id)
  const facts = await readFacts(reader, id, history)
  const corrections = await readCorrections(reader, id)
  return {
    id,
    rowVersion: row.row_version,
    programme: row.programme,
    status: row.status,
    round: roundOf(history),
    line: stepLine(row.programme, row.status, history),
    next: nextSteps(facts).map((one) => ({ ...one, missing: [...one.missing] })),
    lastDate: history.at(-1)?.date ?? null,
    history: history.map((one) => ({
      ...one,
      correctable: mayCorrect(one.step),
      corrections: [...(corrections.get(one.id) ?? [])],
    })),
  }
}

/** The version in which the appraiser works: begun after the one that was sent, at the stage of the level. */
export async function workingVersion(
  reader: Reader,
  currentVersionId: number,
  sent: StepRecord,
  level: AppraisalLevel,
) {
  const current = await reader.db
    .selectFrom('project_version')
    .select(['id', 'number', 'stage', 'locked'])
    .where('id', '=', currentVersionId)
    .executeTakeFirstOrThrow()
  const isWork = current.number > sent.versionNumber && current.stage === appraisalOf[level].stage
  return isWork ? { versionId: current.id, number: current.number, locked: current.locked === 1 } : null
}

async function storedVersion(reader: Reader, versionId: number) {
  const row = await reader.db
    .selectFrom('project_version')
    .select(['id', 'number', 'locked'])
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  return { versionId: row.id, number: row.number, locked: row.locked === 1 }
}

async function budgetOf(reader: Reader, versionId: number): Promise<ComparedLine[]> {
  const { budget } = await readVersionContent(reader, versionId)
  return budget.map(({ content, unit, quantityThousandths, unitPrice, amounts }) => ({
    content,
    unit,
    quantityThousandths,
    unitPrice,
    amounts,
  }))
}

export async function readAppraisal(
  reader: Reader,
  { id, level }: { readonly id: number; readonly level: AppraisalLevel },
): Promise<Appraisal | null> {
  const row = await projectRow(reader, id)
  const sent = appraisedVersion(await readHistory(reader, id), level)
  if (sent === null) return null
  const stored = await findAppraisal(reader, sent.versionId, level)
  const concludedOn = stored?.concludedOn ?? null
  const open = levelWaiting(row.status) === level && concludedOn === null
  const appraised =
    stored !== null && stored.appraisedVersionId !== null
      ? await storedVersion(reader, stored.appraisedVersionId)
      : await workingVersion(reader, row.current_version_id, sent, level)
  const before = await budgetOf(reader, sent.versionId)
  const after = appraised === null ? before : await budgetOf(reader, appraised.versionId)
  const { lines, totals } = compareBudgets(before, after)
  return {
    projectId: id,
    projectRowVersion: row.row_version,
    level,
    versionId: sent.versionId,
    versionNumber: sent.versionNumber,
    rowVersion: stored?.rowVersion ?? 0,
    sheet: stored?.sheet ?? blankSheet,
    open,
    concludedOn,
    missing: open ? missingForConclusion(level, stored === null ? null : factsOfSheet(stored.sheet, false)) : [],
    appraised,
    proposed: budgetTotals(after),
    comparison: { lines: [...lines], totals: [...totals] },
  }
}

export async function readWaitingAppraisals(reader: Reader, { year }: { readonly year: number | null }) {
  let rows = reader.db
    .selectFrom('project')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('project.status', 'in', [appraisalOf.base.waiting, appraisalOf.ministry.waiting])
  if (year !== null) rows = rows.where('project.plan_year', '=', year)
  const waiting = await rows
    .select(['project.id', 'project.code', 'project.programme', 'project.status', 'version.name'])
    .orderBy('project.plan_year', 'desc')
    .orderBy('project.programme', 'desc')
    .orderBy('project.code')
    .execute()
  const answers = []
  for (const row of waiting) {
    const level = levelWaiting(row.status as ProjectStatus)
    const history = await readHistory(reader, row.id)
    const sent = level === null ? null : appraisedVersion(history, level)
    if (level === null || sent === null) continue
    const stored = await findAppraisal(reader, sent.versionId, level)
    const concluded = stored !== null && stored.concludedOn !== null
    const { budget } = await readVersionContent(reader, sent.versionId)
    answers.push({
      projectId: row.id,
      code: row.code,
      name: row.name,
      programme: row.programme as Programme,
      level,
      round: sent.round,
      since: sent.date,
      begun: stored !== null,
      concluded,
      missing: concluded ? 0 : missingForConclusion(level, stored && factsOfSheet(stored.sheet, false)).length,
      amounts: budgetTotals(budget),
    })
  }
  return answers
}

export async function readPeople(reader: Reader) {
  return reader.db
    .selectFrom('person')
    .select(['name', 'organisation'])
    .orderBy('name')
    .orderBy('organisation')
    .execute()
}
