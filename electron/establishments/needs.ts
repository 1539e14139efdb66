// Nhu cầu khảo sát, đăng ký: lists, and what can be done to one need.
import { type SelectQueryBuilder, sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { NeedDetails, NeedRow } from '../../shared/contract/establishments'
import { type NeedOutcome, needMoneyProblems } from '../../shared/domain/needs'
import type { ContentGroup } from '../../shared/domain/projects'
import { foldTokens } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from '../database/access'
import type { Schema } from '../database/schema'
import type { AdminUnits } from '../office/adminUnits'
import { communeName } from '../office/places'

export interface NeedQuery {
  readonly year: number | null
  readonly establishmentId: number | null
  readonly outcome: NeedOutcome | null
  readonly text: string
}

type Listed<O> = SelectQueryBuilder<Schema, 'need', O>

function ofYearAndAsker<O>(query: Listed<O>, { year, establishmentId }: NeedQuery): Listed<O> {
  let narrowed = query
  if (year !== null) narrowed = narrowed.where('need.year', '=', year)
  if (establishmentId !== null) narrowed = narrowed.where('need.establishment_id', '=', establishmentId)
  return narrowed
}

export async function listNeeds(
  reader: Reader,
  units: AdminUnits,
  input: NeedQuery,
): Promise<{ total: number; rows: NeedRow[] }> {
  const { total } = await ofYearAndAsker(reader.db.selectFrom('need'), input)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  let query = ofYearAndAsker(reader.db.selectFrom('need'), input)
  if (input.outcome !== null) query = query.where('need.outcome', '=', input.outcome)
  const words = foldTokens(input.text)
  // Text without a letter or a digit finds nothing, rather than everything.
  if (words.length === 0 && input.text !== '') query = query.where(sql<boolean>`0`)
  for (const word of words) query = query.where('need.words_fold', 'like', `% ${word}%`)
  const rows = await query
    .leftJoin('establishment', 'establishment.id', 'need.establishment_id')
    .leftJoin('project', 'project.id', 'need.project_id')
    .selectAll('need')
    .select('project.code as projectCode')
    .select(({ fn }) => fn.coalesce('production_commune_code', 'commune_code').as('commune'))
    .orderBy('need.received_on', 'desc')
    .orderBy('need.id', 'desc')
    .execute()
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      rowVersion: row.row_version,
      year: row.year,
      establishmentId: row.establishment_id,
      asker: row.asker,
      communeName: communeName(units, row.commune),
      contentGroup: row.content_group as ContentGroup,
      subContent: row.sub_content,
      activity: row.activity,
      totalInvestment: row.total_investment,
      wishedSupport: row.wished_support,
      receivedOn: row.received_on,
      note: row.note,
      outcome: row.outcome as NeedOutcome,
      declineReason: row.decline_reason,
      project:
        row.project_id === null || row.projectCode === null ? null : { id: row.project_id, code: row.projectCode },
    })),
  }
}

export interface WholeNeed {
  readonly id: number
  readonly rowVersion: number
  readonly need: NeedDetails
  /** Code of the đề án that took it; empty while none did. */
  readonly takenBy: string
}

/** Every need as it was typed, for whoever compares a list with them. */
export async function listNeedsWhole(reader: Reader): Promise<WholeNeed[]> {
  const rows = await reader.db
    .selectFrom('need')
    .leftJoin('project', 'project.id', 'need.project_id')
    .selectAll('need')
    .select('project.code as projectCode')
    .orderBy('need.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    need: {
      year: row.year,
      establishmentId: row.establishment_id,
      asker: row.asker,
      contentGroup: row.content_group as ContentGroup,
      subContent: row.sub_content,
      activity: row.activity,
      totalInvestment: row.total_investment,
      wishedSupport: row.wished_support,
      receivedOn: row.received_on,
      note: row.note,
    },
    takenBy: row.projectCode ?? '',
  }))
}

/** Which đề án took a need, in words beside the field that named it. */
export async function takenWords(reader: Reader, projectId: number | null): Promise<string> {
  const project =
    projectId === null
      ? undefined
      : await reader.db.selectFrom('project').select('code').where('id', '=', projectId).executeTakeFirst()
  return `Nhu cầu này đã đưa vào đề án ${project?.code ?? ''}; hãy sửa trong đề án đó.`
}

async function untakenNeed(writer: Writer, id: number, rowVersion: number | null) {
  const row = await writer.db.selectFrom('need').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'nhu cầu')
  if (row.outcome === 'taken')
    throw new Refusal('input.invalid', '', [{ path: 'id', message: await takenWords(writer, row.project_id) }])
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return row
}

async function askerOf(writer: Writer, need: NeedDetails): Promise<string> {
  if (need.establishmentId === null) return need.asker
  const found = await writer.db
    .selectFrom('establishment')
    .select('name')
    .where('id', '=', need.establishmentId)
    .executeTakeFirst()
  if (found === undefined)
    throw new Refusal('input.invalid', '', [
      { path: 'need.establishmentId', message: 'Không còn cơ sở này trong danh sách.' },
    ])
  return need.asker === '' ? found.name : need.asker
}

function refuseContradictions(writer: Writer, need: NeedDetails): void {
  const problems = needMoneyProblems(need).map(({ path, message }) => ({ path: `need.${path}`, message }))
  if (need.receivedOn > writer.today)
    problems.push({ path: 'need.receivedOn', message: 'Ngày nhận chưa tới; chỉ ghi nhu cầu đã nhận.' })
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
}

export async function saveNeed(
  writer: Writer,
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly need: NeedDetails },
): Promise<{ id: number; rowVersion: number }> {
  const { need } = input
  refuseContradictions(writer, need)
  const asker = await askerOf(writer, need)
  const columns = {
    year: need.year,
    establishment_id: need.establishmentId,
    asker,
    content_group: need.contentGroup,
    sub_content: need.subContent,
    activity: need.activity,
    total_investment: need.totalInvestment,
    wished_support: need.wishedSupport,
    received_on: need.receivedOn,
    note: need.note,
    words_fold: [asker, need.activity, need.note]
      .flatMap(foldTokens)
      .map((word) => ` ${word}`)
      .join(''),
  }
  if (input.id === null) {
    const { id } = await writer.db
      .insertInto('need')
      .values({ ...columns, outcome: 'open', decline_reason: '', project_id: null, row_version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, rowVersion: 1 }
  }
  const row = await untakenNeed(writer, input.id, input.rowVersion)
  const rowVersion = row.row_version + 1
  await writer.db
    .updateTable('need')
    .set({ ...columns, row_version: rowVersion })
    .where('id', '=', row.id)
    .execute()
  return { id: row.id, rowVersion }
}

interface WhichNeed {
  readonly id: number
  readonly rowVersion: number
}

export async function removeNeed(writer: Writer, input: WhichNeed): Promise<void> {
  await untakenNeed(writer, input.id, input.rowVersion)
  await writer.db.deleteFrom('need').where('id', '=', input.id).execute()
}

export async function declineNeed(
  writer: Writer,
  input: WhichNeed & { readonly reason: string },
): Promise<{ rowVersion: number }> {
  const row = await untakenNeed(writer, input.id, input.rowVersion)
  const rowVersion = row.row_version + 1
  await writer.db
    .updateTable('need')
    .set({ outcome: 'declined', decline_reason: input.reason, row_version: rowVersion })
    .where('id', '=', row.id)
    .execute()
  return { rowVersion }
}

export async function reopenNeed(writer: Writer, input: WhichNeed): Promise<{ rowVersion: number }> {
  const row = await untakenNeed(writer, input.id, input.rowVersion)
  const rowVersion = row.row_version + 1
  await writer.db
    .updateTable('need')
    .set({ outcome: 'open', decline_reason: '', row_version: rowVersion })
    .where('id', '=', row.id)
    .execute()
  return { rowVersion }
}

/** A đề án that is removed gives its needs back to the list. */
export async function releaseNeeds(writer: Writer, projectId: number): Promise<void> {
  await writer.db
    .updateTable('need')
    .set({ outcome: 'open', project_id: null })
    .set((eb) => ({ row_version: eb('row_version', '+', 1) }))
    .where('project_id', '=', projectId)
    .execute()
}
