// How a data file is held open (design §4): each setting is read back, and one that did not take is an error.
import type Database from 'better-sqlite3'

/** 'SKC1': tells our files from any other SQLite file. */
export const applicationId = 0x534b_4331

const settings: readonly { readonly name: string; readonly set: string; readonly expect: string | number }[] = [
  // First, so that the first read already takes the lock that keeps a second program out.
  { name: 'locking_mode', set: 'EXCLUSIVE', expect: 'exclusive' },
  { name: 'journal_mode', set: 'TRUNCATE', expect: 'truncate' },
  { name: 'synchronous', set: 'FULL', expect: 2 },
  { name: 'foreign_keys', set: 'ON', expect: 1 },
  { name: 'trusted_schema', set: 'OFF', expect: 0 },
  { name: 'cell_size_check', set: 'ON', expect: 1 },
]

export function applyPragmas(db: Database.Database): void {
  for (const { name, set, expect } of settings) {
    db.pragma(`${name} = ${set}`)
    const actual = db.pragma(name, { simple: true })
    if (actual !== expect) throw new Error(`pragma ${name} is ${String(actual)}, wanted ${String(expect)}`)
  }
}
