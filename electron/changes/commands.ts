// What can be done to a change request before it is decided: drafted, sent, taken back, withdrawn, removed.
import type { ChangeItemInput, ChangeLetter } from '../../shared/contract/changes'
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import { compareContents } from '../../shared/domain/comparison'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { contradictionsOf, refuseUnknownEstablishments } from '../projects/contradictions'
import { takeOpenDraft } from '../projects/decidedVersions'
import { reconciledWith } from '../projects/participants'
import { readVersionContent } from '../projects/reader'
import { baseFor, type ProjectOnRecord, raise, readProjectRow, requestIn, whyNotAsk } from './standing'
import { type StoredItem, type StoredRequest, versionInForce } from './stored'

export interface ChangeSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly letter: ChangeLetter
  readonly items: readonly ChangeItemInput[]
}

export interface Which {
  readonly id: number
  readonly rowVersion: number
}

function letterColumns(letter: ChangeLetter) {
  return {
    year: letter.year,
    letter_number: letter.letterNumber,
    letter_date: letter.letterDate,
    asked_by: letter.askedBy,
    reason: letter.reason,
    note: letter.note,
  }
}

/**
 * @throws Refusal record.missing, record.conflict, step.not-allowed (not being drafted, or the đề án does not stand so that
 * this can be asked), input.invalid, rule.contradiction
 */
export async function saveChange(
  writer: Writer,
  input: ChangeSave,
): Promise<{ id: number; rowVersion: number; itemIds: number[] }> {
  refuseTwice(input.items)
  const before =
    input.id === null ? null : await requestIn(writer, { id: input.id, rowVersion: input.rowVersion ?? 0 }, 'draft')
  const saved =
    before === null ? await insertRequest(writer, input.letter) : await updateRequest(writer, before, input.letter)
  const kept = new Set(input.items.flatMap(({ id }) => (id === null ? [] : [id])))
  for (const item of before?.items ?? [])
    if (!kept.has(item.id)) await writer.db.deleteFrom('change_item').where('id', '=', item.id).execute()
  const itemIds: number[] = []
  for (const [rank, item] of input.items.entries())
    itemIds.push(await saveItem(writer, { requestId: saved.id, rank, item, before: before?.items ?? [] }))
  return { ...saved, itemIds }
}

function refuseTwice(items: readonly ChangeItemInput[]): void {
  const problems = items.flatMap(({ projectId }, index): FieldProblem[] =>
    items.findIndex((one) => one.projectId === projectId) === index
      ? []
      : [{ path: `items.${index}.projectId`, message: 'Đề án này đã có trong đề nghị.' }],
  )
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
}

async function insertRequest(writer: Writer, letter: ChangeLetter): Promise<{ id: number; rowVersion: number }> {
  const { id } = await writer.db
    .insertInto('change_request')
    .values({
      ...letterColumns(letter),
      submitted_on: null,
      withdrawn_on: null,
      withdrawn_reason: '',
      split_from_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, rowVersion: 1 }
}

async function updateRequest(writer: Writer, before: StoredRequest, letter: ChangeLetter) {
  await writer.db.updateTable('change_request').set(letterColumns(letter)).where('id', '=', before.id).execute()
  return { id: before.id, rowVersion: await raise(writer, before) }
}

interface ItemToSave {
  readonly requestId: number
  readonly rank: number
  readonly item: ChangeItemInput
  readonly before: readonly StoredItem[]
}

async function saveItem(writer: Writer, { requestId, rank, item, before }: ItemToSave): Promise<number> {
  const project = await readProjectRow(writer, item.projectId)
  const known = item.id === null ? null : (before.find(({ id }) => id === item.id) ?? null)
  if (item.id !== null && known === null) throw new Refusal('record.missing', 'dòng của đề nghị')
  if (known !== null && (known.projectId !== item.projectId || known.kind !== item.kind))
    throw new Refusal('input.invalid', '', [
      {
        path: `items.${rank}.kind`,
        message: 'Dòng đã lập thì giữ nguyên đề án và loại; hãy bỏ dòng này và thêm dòng khác.',
      },
    ])
  const start = known ?? (await startItem(writer, item, project))
  const asked =
    item.kind === 'adjust' && item.content !== null
      ? await settledContent(writer, item.content, { project, before: start.asked, path: `items.${rank}` })
      : start.asked
  const columns = {
    rank,
    asked: asked === null ? null : JSON.stringify(asked),
    reason: item.reason,
    advanced: item.kind === 'stop' ? item.advanced : null,
    recovery: item.kind === 'stop' ? item.recovery : null,
  }
  const id = known?.id ?? (await insertItem(writer, { requestId, item, baseVersionId: start.baseVersionId, columns }))
  if (known !== null) await writer.db.updateTable('change_item').set(columns).where('id', '=', id).execute()
  await writeReasons(writer, id, item.reasons)
  return id
}

async function startItem(writer: Writer, item: ChangeItemInput, project: ProjectOnRecord) {
  const why = await whyNotAsk(writer, item.kind, project)
  if (why !== null) throw new Refusal('step.not-allowed', why)
  const base = await baseFor(writer, item.kind, project)
  if (item.kind !== 'adjust') return { baseVersionId: base.versionId, asked: null }
  const draft = await takeOpenDraft(writer, project.id, base.versionId)
  return { baseVersionId: base.versionId, asked: draft ?? (await readVersionContent(writer, base.versionId)) }
}

export interface WhereContent {
  readonly project: Pick<ProjectOnRecord, 'programme' | 'code'>
  /** As it was before: units said in words and in records are told apart by what of them was changed. */
  readonly before: ProjectContent | null
  /** Of the item among the input. */
  readonly path: string
}

/**
 * The content with its units said alike in words and in records.
 * @throws Refusal rule.contradiction, input.invalid; with the field of the item
 */
export async function settledContent(
  writer: Writer,
  given: ProjectContent,
  { project, before, path }: WhereContent,
): Promise<ProjectContent> {
  try {
    const content = unitsAsBefore(given, before) ?? reconciledWith(before, given)
    const problems = contradictionsOf(content, project)
    if (problems.length > 0)
      throw new Refusal('rule.contradiction', `${project.code}: ${problems[0]?.message ?? ''}`, problems)
    await refuseUnknownEstablishments(writer, content)
    return content
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw error.within(path)
  }
}

/** Versions of earlier programs say their units in words alone; nobody who leaves the words as they are changes that. */
function unitsAsBefore(given: ProjectContent, before: ProjectContent | null): ProjectContent | null {
  if (before === null || given.participants.length > 0) return null
  const same = given.implementingUnit === before.implementingUnit && given.cooperatingUnits === before.cooperatingUnits
  return same ? { ...given, participants: before.participants } : null
}

interface ItemColumns {
  readonly rank: number
  readonly asked: string | null
  readonly reason: string
  readonly advanced: number | null
  readonly recovery: number | null
}

interface NewItem {
  readonly requestId: number
  readonly item: Pick<ChangeItemInput, 'kind' | 'projectId'>
  readonly baseVersionId: number
  readonly columns: ItemColumns
}

export async function insertItem(
  writer: Writer,
  { requestId, item, baseVersionId, columns }: NewItem,
): Promise<number> {
  const { id } = await writer.db
    .insertInto('change_item')
    .values({
      request_id: requestId,
      kind: item.kind,
      project_id: item.projectId,
      base_version_id: baseVersionId,
      outcome: null,
      approved: null,
      made_version_id: null,
      restored_version_id: null,
      ...columns,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function writeReasons(
  writer: Writer,
  itemId: number,
  reasons: readonly { readonly path: string; readonly reason: string }[],
): Promise<void> {
  await writer.db.deleteFrom('change_reason').where('item_id', '=', itemId).execute()
  const said = new Map(reasons.filter(({ reason }) => reason !== '').map(({ path, reason }) => [path, reason]))
  for (const [path, reason] of said)
    await writer.db.insertInto('change_reason').values({ item_id: itemId, path, reason }).execute()
}

export async function removeChange(writer: Writer, input: Which): Promise<void> {
  const { id } = await requestIn(writer, input, 'draft')
  await writer.db.deleteFrom('change_request').where('id', '=', id).execute()
}

/**
 * @throws Refusal record.conflict, step.not-allowed, input.invalid (no letter, no reason, nothing changed), change.outdated
 */
export async function submitChange(
  writer: Writer,
  input: Which & { readonly submittedOn: PlainDate },
): Promise<{ rowVersion: number }> {
  const request = await requestIn(writer, input, 'draft')
  const problems = await whyNotSend(writer, request, input.submittedOn)
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
  for (const item of request.items) await refuseOutdated(writer, item)
  await writer.db
    .updateTable('change_request')
    .set({ state: 'submitted', submitted_on: input.submittedOn })
    .where('id', '=', request.id)
    .execute()
  return { rowVersion: await raise(writer, request) }
}

async function whyNotSend(writer: Writer, request: StoredRequest, submittedOn: PlainDate): Promise<FieldProblem[]> {
  const { letter, items } = request
  const problems: FieldProblem[] = []
  const say = (path: string, message: string) => problems.push({ path, message })
  if (letter.letterNumber === '') say('letter.letterNumber', 'Phải nhập số văn bản đề nghị.')
  if (letter.letterDate === null) say('letter.letterDate', 'Phải nhập ngày văn bản đề nghị.')
  else if (submittedOn < letter.letterDate)
    say('submittedOn', `Ngày trình sớm hơn ngày văn bản đề nghị (${formatDate(letter.letterDate)}).`)
  if (items.length === 0) say('items', 'Đề nghị chưa có đề án nào.')
  for (const [index, item] of items.entries()) {
    const said = letter.reason !== '' || item.reason !== ''
    if (item.kind === 'adjust' && item.asked !== null) {
      const base = await readVersionContent(writer, item.baseVersionId)
      const { changes } = compareContents(base, item.asked)
      if (changes.length === 0) say(`items.${index}`, 'Nội dung đề nghị không khác gì bản đang có hiệu lực.')
      const unsaid = changes.find(({ path }) => !item.reasons.has(path))
      if (!said && unsaid !== undefined) say(`items.${index}.reasons`, `Chưa nêu lý do của “${unsaid.label}”.`)
    } else if (!said) say(`items.${index}.reason`, 'Phải nêu lý do.')
  }
  return problems
}

/** @throws Refusal change.outdated, naming the decision that came in between */
export async function refuseOutdated(writer: Writer, item: StoredItem): Promise<void> {
  if (item.kind === 'supplement') return
  const inForce = await versionInForce(writer, item.projectId)
  if (inForce === null || inForce.versionId === item.baseVersionId) return
  const { code } = await readProjectRow(writer, item.projectId)
  const by = [
    inForce.decisionNumber === '' ? '' : ` theo QĐ ${inForce.decisionNumber}`,
    inForce.decisionDate === null ? '' : ` ngày ${formatDate(inForce.decisionDate)}`,
  ].join('')
  throw new Refusal('change.outdated', `đề án ${code} nay có bản ${inForce.number}${by}.`)
}

export async function reopenChange(writer: Writer, input: Which): Promise<{ rowVersion: number }> {
  const request = await requestIn(writer, input, 'submitted')
  await writer.db
    .updateTable('change_request')
    .set({ state: 'draft', submitted_on: null })
    .where('id', '=', request.id)
    .execute()
  return { rowVersion: await raise(writer, request) }
}

export async function withdrawChange(
  writer: Writer,
  input: Which & { readonly date: PlainDate; readonly reason: string },
): Promise<{ rowVersion: number }> {
  const request = await requestIn(writer, input, 'submitted')
  if (request.submittedOn !== null && input.date < request.submittedOn)
    throw new Refusal('input.invalid', '', [
      { path: 'date', message: `Ngày rút sớm hơn ngày trình (${formatDate(request.submittedOn)}).` },
    ])
  await writer.db
    .updateTable('change_request')
    .set({ state: 'withdrawn', withdrawn_on: input.date, withdrawn_reason: input.reason })
    .where('id', '=', request.id)
    .execute()
  return { rowVersion: await raise(writer, request) }
}
