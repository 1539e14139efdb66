// Closing a year's books, and opening them again with a reason; who and when is in the audit of the command.
import { Refusal } from '../../shared/contract/errors'
import type { CallOutput } from '../../shared/contract/index'
import type { Reader, Writer } from '../database/access'

export async function readYearLocks({ db }: Reader): Promise<CallOutput<'history', 'years'>> {
  const rows = await db.selectFrom('year_lock').selectAll().orderBy('year', 'desc').orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    lockedOn: row.locked_on,
    note: row.note,
    unlockedOn: row.unlocked_on,
    unlockReason: row.unlock_reason,
  }))
}

async function lockInForce({ db }: Reader, year: number) {
  return db
    .selectFrom('year_lock')
    .select('id')
    .where('year', '=', year)
    .where('unlocked_on', 'is', null)
    .executeTakeFirst()
}

export async function lockYear(
  writer: Writer,
  { year, note }: { readonly year: number; readonly note: string },
): Promise<void> {
  if ((await lockInForce(writer, year)) !== undefined)
    throw new Refusal('input.invalid', '', [{ path: 'year', message: `Năm ${year} đã khóa sổ rồi.` }])
  await writer.db
    .insertInto('year_lock')
    .values({ year, locked_on: writer.today, note, unlocked_on: null, unlock_reason: '' })
    .execute()
}

export async function unlockYear(
  writer: Writer,
  { year, reason }: { readonly year: number; readonly reason: string },
): Promise<void> {
  const lock = await lockInForce(writer, year)
  if (lock === undefined)
    throw new Refusal('input.invalid', '', [{ path: 'year', message: `Năm ${year} không bị khóa.` }])
  await writer.db
    .updateTable('year_lock')
    .set({ unlocked_on: writer.today, unlock_reason: reason })
    .where('id', '=', lock.id)
    .execute()
}
