// The tables of accounts, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'
import type { Flag } from './columns'

/** Who uses the file, where the office names people. Hashes and wrong tries are not in the audit. */
export interface AccountTable {
  id: Generated<number>
  name: string
  name_fold: string
  role: string
  active: Flag
  secret: string
  failed_tries: number
  last_failed_at: string | null
  last_signed_in: string | null
  row_version: Generated<number>
}

export interface AccessSettingsTable {
  id: 1
  idle_minutes: number
  recovery: string
  failed_tries: number
  last_failed_at: string | null
}

export interface PeopleSchema {
  account: AccountTable
  access_settings: AccessSettingsTable
}
