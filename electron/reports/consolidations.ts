// Consolidations kept: what was read of each file, what was decided, what came out; listed, written again, removed.
import type { Consolidated, ConsolidationSettings } from '../../shared/contract/consolidation'
import { Refusal } from '../../shared/contract/errors'
import type { AmountsBySource } from '../../shared/domain/money'
import type { Reader, Writer } from '../database/access'

/** What is read of a file; kept as it is, so that the table can be made again without the file. */
export interface KeptReading {
  readonly key: string
  readonly fileName: string
  /** JSON. */
  readonly reading: string
}

export interface KeptConsolidation {
  readonly id: number
  readonly rowVersion: number
  readonly name: string
  readonly note: string
  readonly settings: unknown
  readonly readings: readonly KeptReading[]
}

export async function readConsolidation(reader: Reader, id: number): Promise<KeptConsolidation> {
  const row = await reader.db.selectFrom('consolidation').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'bảng tổng hợp')
  const sources = await reader.db
    .selectFrom('consolidation_source')
    .where('consolidation_id', '=', id)
    .select(['file_key', 'file_name', 'reading'])
    .orderBy('id')
    .execute()
  return {
    id,
    rowVersion: row.row_version,
    name: row.name,
    note: row.note,
    settings: JSON.parse(row.settings),
    readings: sources.map((one) => ({ key: one.file_key, fileName: one.file_name, reading: one.reading })),
  }
}

interface ResultHead {
  readonly provinces: number
  readonly projects: number
  readonly planned: AmountsBySource
  readonly done: AmountsBySource | null
}

const sources = ['national', 'local', 'counterpart', 'other'] as const

function headOf({ table }: Consolidated): ResultHead {
  const { total } = table
  const side = (figure: (source: (typeof sources)[number]) => number): AmountsBySource => ({
    national: figure('national'),
    local: figure('local'),
    counterpart: figure('counterpart'),
    other: figure('other'),
  })
  return {
    provinces: table.provinces.length,
    projects: total.projects,
    planned: side((source) => total.figures[source].planned),
    done: total.figures.support.done === null ? null : side((source) => total.figures[source].done ?? 0),
  }
}

export interface Saving {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly name: string
  readonly note: string
  readonly settings: ConsolidationSettings
  readonly result: Consolidated
  readonly readings: readonly KeptReading[]
}

export async function saveConsolidation(writer: Writer, saving: Saving): Promise<{ id: number; rowVersion: number }> {
  const columns = {
    name: saving.name,
    note: saving.note,
    year: saving.result.year,
    saved_on: writer.today,
    settings: JSON.stringify(saving.settings),
    result: JSON.stringify(headOf(saving.result)),
  }
  if (saving.id === null) {
    const { id } = await writer.db.insertInto('consolidation').values(columns).returning('id').executeTakeFirstOrThrow()
    await saveReadings(writer, id, saving.readings)
    return { id, rowVersion: 1 }
  }
  const { rowVersion } = await readConsolidation(writer, saving.id)
  if (rowVersion !== saving.rowVersion) throw new Refusal('record.conflict')
  await writer.db
    .updateTable('consolidation')
    .set({ ...columns, row_version: rowVersion + 1 })
    .where('id', '=', saving.id)
    .execute()
  await saveReadings(writer, saving.id, saving.readings)
  return { id: saving.id, rowVersion: rowVersion + 1 }
}

/** Only what is new or gone is written: the audit keeps every row it sees. */
async function saveReadings(writer: Writer, id: number, readings: readonly KeptReading[]): Promise<void> {
  const before = await writer.db
    .selectFrom('consolidation_source')
    .where('consolidation_id', '=', id)
    .select(['id', 'file_key', 'reading'])
    .execute()
  const readingOf = new Map(readings.map((one) => [one.key, one.reading]))
  const gone = before.filter((row) => readingOf.get(row.file_key) !== row.reading)
  const kept = new Set(before.filter((row) => !gone.includes(row)).map((row) => row.file_key))
  for (const row of gone) await writer.db.deleteFrom('consolidation_source').where('id', '=', row.id).execute()
  for (const { key, fileName, reading } of readings)
    if (!kept.has(key))
      await writer.db
        .insertInto('consolidation_source')
        .values({ consolidation_id: id, file_key: key, file_name: fileName, reading })
        .execute()
}

export async function listConsolidations(reader: Reader, year: number | null) {
  const rows = await reader.db
    .selectFrom('consolidation')
    .select(['id', 'name', 'note', 'year', 'saved_on', 'result', 'row_version'])
    .select(({ selectFrom }) =>
      selectFrom('consolidation_source as source')
        .whereRef('source.consolidation_id', '=', 'consolidation.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('files'),
    )
    .orderBy('saved_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows
    .filter((row) => year === null || row.year === year)
    .map((row) => {
      const { provinces, projects, planned, done } = JSON.parse(row.result) as ResultHead
      return {
        id: row.id,
        rowVersion: row.row_version,
        name: row.name,
        note: row.note,
        year: row.year,
        savedOn: row.saved_on,
        files: row.files ?? 0,
        provinces,
        projects,
        planned,
        done,
      }
    })
}

export async function removeConsolidation(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const { rowVersion } = await readConsolidation(writer, input.id)
  if (rowVersion !== input.rowVersion) throw new Refusal('record.conflict')
  await writer.db.deleteFrom('consolidation').where('id', '=', input.id).execute()
}
