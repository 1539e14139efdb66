// Fairs, training courses, consulting, media and others: the list, one whole, and what is done to one.
import type { ActivityDetails, ActivityRow } from '../../shared/contract/activities'
import { Refusal } from '../../shared/contract/errors'
import {
  type ActivityKind,
  activityContradictions,
  activityWarnings,
  establishmentsIn,
  ownAmounts,
} from '../../shared/domain/activities'
import { activityKindLabels } from '../../shared/labels'
import type { Reader, Writer } from '../database/access'
import type { ActivityTable } from '../database/schema/activities'
import { removeSearchEntry, writeSearchEntry } from '../database/searchIndex'
import {
  knownEstablishments,
  missing,
  projectOf,
  readingOf,
  refuseContradictions,
  type SavedRecord,
  searchedWords,
  wantedPatterns,
} from './records'

type Row = Omit<ActivityTable, 'id' | 'row_version'>
type Attendants = ActivityDetails['attendants']

function activityFrom(row: Row, attendants: Attendants): ActivityDetails {
  return {
    kind: row.kind as ActivityKind,
    name: row.name,
    year: row.year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    place: row.place,
    organiser: row.organiser,
    documentNumber: row.document_number,
    projectId: row.project_id,
    participants: row.participants,
    establishments: row.establishments,
    booths: row.booths,
    items: row.items,
    amounts: { national: row.national, local: row.local, counterpart: row.counterpart, other: row.other },
    attendants,
    result: row.result_words,
    note: row.note,
  }
}

function columnsOf({ amounts, attendants, ...activity }: ActivityDetails) {
  return {
    kind: activity.kind,
    name: activity.name,
    year: activity.year,
    starts_on: activity.startsOn,
    ends_on: activity.endsOn,
    place: activity.place,
    organiser: activity.organiser,
    document_number: activity.documentNumber,
    project_id: activity.projectId,
    participants: activity.participants,
    establishments: activity.establishments,
    booths: activity.booths,
    items: activity.items,
    ...amounts,
    result_words: activity.result,
    note: activity.note,
    words_fold: searchedWords([
      activity.name,
      activityKindLabels[activity.kind],
      activity.place,
      activity.organiser,
      activity.documentNumber,
      ...attendants.map((one) => one.name),
    ]),
  }
}

async function attendantsOf(reader: Reader, ids: readonly number[]): Promise<Map<number, Attendants>> {
  const rows = await reader.db
    .selectFrom('activity_attendant')
    .select(['activity_id', 'establishment_id as establishmentId', 'name', 'note'])
    .where('activity_id', 'in', ids)
    .orderBy('activity_id')
    .orderBy('rank')
    .execute()
  const found = new Map<number, Attendants>()
  for (const { activity_id: id, ...one } of rows) found.set(id, [...(found.get(id) ?? []), one])
  return found
}

export interface ActivityQuery {
  readonly year: number | null
  readonly kind: ActivityKind | null
  readonly projectId: number | null
  readonly establishmentId: number | null
  readonly text: string
}

export async function listActivities(reader: Reader, input: ActivityQuery): Promise<ActivityRow[]> {
  const patterns = wantedPatterns(input.text)
  if (patterns === null) return []
  let query = reader.db
    .selectFrom('activity')
    .leftJoin('project', 'project.id', 'activity.project_id')
    .selectAll('activity')
    .select('project.code')
  if (input.year !== null) query = query.where('activity.year', '=', input.year)
  if (input.kind !== null) query = query.where('activity.kind', '=', input.kind)
  if (input.projectId !== null) query = query.where('activity.project_id', '=', input.projectId)
  const { establishmentId } = input
  if (establishmentId !== null)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('activity_attendant')
          .select('activity_attendant.id')
          .whereRef('activity_attendant.activity_id', '=', 'activity.id')
          .where('activity_attendant.establishment_id', '=', establishmentId),
      ),
    )
  for (const pattern of patterns) query = query.where('activity.words_fold', 'like', pattern)
  const rows = await query.orderBy('activity.year', 'desc').orderBy('starts_on').orderBy('activity.id').execute()
  const attendants = await attendantsOf(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const activity = activityFrom(row, attendants.get(row.id) ?? [])
    const { kind, name, year, startsOn, endsOn, place, participants, booths, items, amounts } = activity
    return {
      id: row.id,
      rowVersion: row.row_version,
      kind,
      name,
      year,
      startsOn,
      endsOn,
      place,
      project: row.project_id === null || row.code === null ? null : { id: row.project_id, code: row.code },
      participants,
      establishments: establishmentsIn(activity),
      booths,
      items,
      amounts,
      own: ownAmounts(activity),
      warnings: activityWarnings(activity),
    }
  })
}

export async function readActivity(reader: Reader, id: number) {
  const row = await reader.db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw missing('activity')
  const activity = activityFrom(row, (await attendantsOf(reader, [id])).get(id) ?? [])
  return {
    id,
    rowVersion: row.row_version,
    activity,
    project: await projectOf(reader, row.project_id),
    warnings: activityWarnings(activity),
  }
}

/** @throws Refusal record.missing, record.conflict, rule.contradiction, input.invalid */
export async function saveActivity(
  writer: Writer,
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly activity: ActivityDetails },
): Promise<SavedRecord> {
  const { activity } = input
  const { db } = writer
  const reading = await readingOf(writer, 'activity', input)
  refuseContradictions('activity', activityContradictions(activity))
  if (activity.projectId !== null && (await projectOf(writer, activity.projectId)) === null)
    throw new Refusal('input.invalid', '', [{ path: 'activity.projectId', message: 'Không còn đề án này.' }])
  await knownEstablishments(
    writer,
    activity.attendants.map((one) => one.establishmentId),
    (index) => `activity.attendants.${index}.establishmentId`,
  )
  const columns = { ...columnsOf(activity), row_version: reading + 1 }
  const { id } =
    input.id === null
      ? await db.insertInto('activity').values(columns).returning('id').executeTakeFirstOrThrow()
      : { id: input.id }
  if (input.id !== null) await db.updateTable('activity').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('activity_attendant').where('activity_id', '=', id).execute()
  for (const [rank, one] of activity.attendants.entries())
    await db
      .insertInto('activity_attendant')
      .values({ activity_id: id, rank, establishment_id: one.establishmentId, name: one.name, note: one.note })
      .execute()
  await writeActivitySearch(writer, id)
  return { id, rowVersion: reading + 1 }
}

export async function writeActivitySearch(writer: Writer, id: number): Promise<void> {
  const { activity } = await readActivity(writer, id)
  await writeSearchEntry(writer, {
    kind: 'activity',
    refId: id,
    title: activity.name,
    detail: [activityKindLabels[activity.kind], String(activity.year), activity.place, activity.organiser]
      .filter((part) => part !== '')
      .join(' · '),
  })
}

export async function removeActivity(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await readingOf(writer, 'activity', input)
  await writer.db.deleteFrom('activity').where('id', '=', input.id).execute()
  await removeSearchEntry(writer, 'activity', input.id)
}
