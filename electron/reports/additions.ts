// Figures the office types beside what the program holds: read for a report, saved, taken out again.
import { Refusal } from '../../shared/contract/errors'
import type { AdditionDetails } from '../../shared/contract/reports'
import type { Addition, AdditionReport } from '../../shared/domain/reportAdditions'
import { moneyIndicatorKeys } from '../../shared/domain/reportMoney'
import type { ResultIndicator } from '../../shared/domain/reportResults'
import type { Reader, Writer } from '../database/access'

export interface StoredAddition extends Addition {
  readonly rowVersion: number
}

export async function readAdditions(
  reader: Reader,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<StoredAddition[]> {
  const rows = await reader.db
    .selectFrom('report_addition')
    .selectAll()
    .where('year', '>=', first)
    .where('year', '<=', last)
    .orderBy('year')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    report: row.report as AdditionReport,
    year: row.year,
    indicator: row.indicator,
    national: row.national_amount ?? row.national_quantity,
    local: row.local_amount ?? row.local_quantity,
    source: row.source,
  }))
}

async function storedVersion(
  writer: Writer,
  { id, rowVersion }: { readonly id: number; readonly rowVersion: number | null },
): Promise<number> {
  const row = await writer.db
    .selectFrom('report_addition')
    .select('row_version')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'số bổ sung')
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return row.row_version
}

export async function saveAddition(
  writer: Writer,
  indicators: readonly ResultIndicator[],
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly addition: AdditionDetails },
): Promise<{ id: number; rowVersion: number }> {
  const { report, year, indicator, national, local, source } = input.addition
  const known: readonly string[] = report === 'B5' ? moneyIndicatorKeys : indicators.map(({ key }) => key)
  if (!known.includes(indicator))
    throw new Refusal('input.invalid', '', [{ path: 'addition.indicator', message: 'Chọn một chỉ tiêu của báo cáo.' }])
  const money = report === 'B5'
  const columns = {
    report,
    year,
    indicator,
    national_amount: money ? national : null,
    local_amount: money ? local : null,
    national_quantity: money ? null : national,
    local_quantity: money ? null : local,
    source,
  }
  if (input.id === null) {
    const made = await writer.db.insertInto('report_addition').values(columns).returning('id').executeTakeFirstOrThrow()
    return { id: made.id, rowVersion: 1 }
  }
  const rowVersion = (await storedVersion(writer, { id: input.id, rowVersion: input.rowVersion })) + 1
  await writer.db
    .updateTable('report_addition')
    .set({ ...columns, row_version: rowVersion })
    .where('id', '=', input.id)
    .execute()
  return { id: input.id, rowVersion }
}

export async function removeAddition(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await storedVersion(writer, input)
  await writer.db.deleteFrom('report_addition').where('id', '=', input.id).execute()
}
