// Who uses the file, as far as it names anybody.
import type { Account } from '../../shared/contract/people'
import type { Role } from '../../shared/domain/roles'
import { vietnameseSortKey } from '../../shared/vietnamese/sortKey'
import type { Reader } from '../database/access'

export interface Naming {
  readonly named: boolean
  readonly idleMinutes: number
  readonly people: readonly { readonly id: number; readonly name: string; readonly role: Role }[]
}

export async function readNaming({ db }: Reader): Promise<Naming> {
  const settings = await db.selectFrom('access_settings').select('idle_minutes').executeTakeFirst()
  if (settings === undefined) return { named: false, idleMinutes: 0, people: [] }
  const rows = await db.selectFrom('account').select(['id', 'name', 'role']).where('active', '=', 1).execute()
  const people = rows.map((row) => ({ ...row, role: row.role as Role }))
  return { named: true, idleMinutes: settings.idle_minutes, people: inOrder(people) }
}

export async function readAccounts({ db }: Reader): Promise<Account[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'role', 'active', 'last_signed_in', 'row_version'])
    .execute()
  return inOrder(
    rows.map((row) => ({
      id: row.id,
      rowVersion: row.row_version,
      name: row.name,
      role: row.role as Role,
      active: row.active === 1,
      lastSignedIn: row.last_signed_in,
    })),
  )
}

function inOrder<T extends { readonly name: string }>(people: readonly T[]): T[] {
  return [...people].sort((a, b) => (vietnameseSortKey(a.name) < vietnameseSortKey(b.name) ? -1 : 1))
}
