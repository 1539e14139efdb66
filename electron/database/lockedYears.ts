// A year whose books are closed: whatever the command, nothing of that year changes until it is unlocked with a reason.
import { Refusal } from '../../shared/contract/errors'
import type { ReadableDatabase } from './access'

export async function readLockedYears(db: ReadableDatabase): Promise<number[]> {
  const locked = await db.selectFrom('year_lock').select('year').where('unlocked_on', 'is', null).execute()
  return locked.map(({ year }) => year)
}

/** @throws Refusal year.locked */
export async function refuseLockedYears(db: ReadableDatabase, years: ReadonlySet<number>): Promise<void> {
  const locked = await db
    .selectFrom('year_lock')
    .select('year')
    .where('year', 'in', [...years])
    .where('unlocked_on', 'is', null)
    .orderBy('year')
    .execute()
  if (locked.length === 0) return
  throw new Refusal('year.locked', `Năm ${locked.map(({ year }) => year).join(', ')}`)
}
