// Version 24 over a file with a removed attachment: what is cleared away is noted, and the note is audited.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId } from '../../electron/database/pragmas'

describe('version 24', () => {
  it('keeps removed files as they are, and asks for a reason where one is cleared away', () => {
    const db = new Database(':memory:')
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, migrations.slice(0, 23))
    db.exec(`
      INSERT INTO command (at, name) VALUES ('2026-01-01T00:00:00.000Z', 'test');
      INSERT INTO removed_file (sha256, bytes) VALUES ('${'a'.repeat(64)}', x'010203');
    `)
    migrate(db, migrations.slice(0, 24))
    expect(db.prepare('SELECT count(*) FROM removed_file').pluck().get()).toBe(1)
    const note = (reason: string) =>
      db.exec(`INSERT INTO purged_file (file_name, size, sha256, removed_on, purged_on, reason)
        VALUES ('a.pdf', 3, '${'a'.repeat(64)}', '2026-01-01', '2026-06-01', '${reason}')`)
    expect(() => note('')).toThrow('CHECK')
    note('Bản nháp')
    expect(db.prepare("SELECT action FROM row_change WHERE table_name = 'purged_file'").pluck().all()).toEqual([
      'insert',
    ])
    db.close()
  })
})
