// Programmes of several years and published totals of years before the file: read, saved, removed.
import { Refusal } from '../../shared/contract/errors'
import type { ProgrammePeriod, YearTotalDetails } from '../../shared/contract/periods'
import type { TargetMeasure } from '../../shared/domain/programmeTargets'
import { partsOf, type TotalScope, totalFinding, yearsWords } from '../../shared/domain/yearTotals'
import { totalScopeLabels } from '../../shared/labels'
import type { Reader, Writer } from '../database/access'

const words = { programme_period: 'chương trình giai đoạn', year_total: 'số liệu năm trước' } as const

interface Which {
  readonly id: number
  readonly rowVersion: number | null
}

async function readingOf(
  writer: Writer,
  table: keyof typeof words,
  { id, rowVersion }: { readonly id: number | null; readonly rowVersion: number | null },
): Promise<number> {
  if (id === null) return 0
  const row = await writer.db.selectFrom(table).select('row_version').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', words[table])
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return row.row_version
}

export interface StoredPeriod {
  readonly id: number
  readonly rowVersion: number
  readonly period: ProgrammePeriod
}

export async function readPeriods(reader: Reader): Promise<StoredPeriod[]> {
  const rows = await reader.db
    .selectFrom('programme_period')
    .selectAll()
    .orderBy('from_year', 'desc')
    .orderBy('id')
    .execute()
  const targets = await reader.db
    .selectFrom('programme_target')
    .selectAll()
    .orderBy('programme_period_id')
    .orderBy('rank')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    period: {
      name: row.name,
      fromYear: row.from_year,
      toYear: row.to_year,
      decisionNumber: row.decision_number,
      decisionDate: row.decision_date,
      targets: targets
        .filter((target) => target.programme_period_id === row.id)
        .map((target) => ({
          measure: target.measure as TargetMeasure,
          name: target.name,
          unit: target.unit,
          least: target.least,
          most: target.most,
          typed: target.typed,
          note: target.note,
        })),
      note: row.note,
    },
  }))
}

/** @throws Refusal record.missing, record.conflict */
export async function savePeriod(
  writer: Writer,
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly period: ProgrammePeriod },
): Promise<{ id: number; rowVersion: number }> {
  const { db } = writer
  const { period } = input
  const reading = await readingOf(writer, 'programme_period', input)
  const columns = {
    name: period.name,
    from_year: period.fromYear,
    to_year: period.toYear,
    decision_number: period.decisionNumber,
    decision_date: period.decisionDate,
    note: period.note,
    row_version: reading + 1,
  }
  const { id } =
    input.id === null
      ? await db.insertInto('programme_period').values(columns).returning('id').executeTakeFirstOrThrow()
      : { id: input.id }
  if (input.id !== null) await db.updateTable('programme_period').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('programme_target').where('programme_period_id', '=', id).execute()
  for (const [rank, target] of period.targets.entries())
    await db
      .insertInto('programme_target')
      .values({ programme_period_id: id, rank, ...target })
      .execute()
  return { id, rowVersion: reading + 1 }
}

export async function removePeriod(writer: Writer, input: Which): Promise<void> {
  await readingOf(writer, 'programme_period', input)
  await writer.db.deleteFrom('programme_period').where('id', '=', input.id).execute()
}

export interface StoredTotal {
  readonly id: number
  readonly rowVersion: number
  readonly total: YearTotalDetails
}

/** "Khuyến công địa phương, giai đoạn 2012–2023" */
export function totalName(total: Pick<YearTotalDetails, 'fromYear' | 'toYear' | 'scope'>): string {
  return `${totalScopeLabels[total.scope]}, ${yearsWords(total)}`
}

export async function readYearTotals(reader: Reader): Promise<StoredTotal[]> {
  const rows = await reader.db.selectFrom('year_total').selectAll().orderBy('from_year').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    total: {
      fromYear: row.from_year,
      toYear: row.to_year,
      scope: row.scope as TotalScope,
      projects: row.projects,
      amounts: { national: row.national, local: row.local, counterpart: row.counterpart, other: row.other },
      published: row.published,
      roundedTo: row.rounded_to,
      source: row.source,
      note: row.note,
    },
  }))
}

export async function listYearTotals(reader: Reader) {
  return (await readYearTotals(reader)).map((one) => ({
    ...one,
    sum: partsOf(one.total).reduce((sum, part) => sum + part, 0),
    finding: totalFinding(one.total, totalName(one.total))?.words ?? null,
  }))
}

/** What does not add up is saved as it was published and said, never corrected. @throws Refusal record.missing, record.conflict */
export async function saveYearTotal(
  writer: Writer,
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly total: YearTotalDetails },
): Promise<{ id: number; rowVersion: number; finding: string | null }> {
  const { db } = writer
  const { total } = input
  const reading = await readingOf(writer, 'year_total', input)
  const columns = {
    from_year: total.fromYear,
    to_year: total.toYear,
    scope: total.scope,
    projects: total.projects,
    ...total.amounts,
    published: total.published,
    rounded_to: total.roundedTo,
    source: total.source,
    note: total.note,
    row_version: reading + 1,
  }
  const { id } =
    input.id === null
      ? await db.insertInto('year_total').values(columns).returning('id').executeTakeFirstOrThrow()
      : { id: input.id }
  if (input.id !== null) await db.updateTable('year_total').set(columns).where('id', '=', id).execute()
  return { id, rowVersion: reading + 1, finding: totalFinding(total, totalName(total))?.words ?? null }
}

export async function removeYearTotal(writer: Writer, input: Which): Promise<void> {
  await readingOf(writer, 'year_total', input)
  await writer.db.deleteFrom('year_total').where('id', '=', input.id).execute()
}
