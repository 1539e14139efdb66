// Opening a data file: what is wrong with it is said by its own code, and the file stays byte for byte as it was.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../electron/database/backups/backupFolder'
import { createDataFile, openDataFile } from '../../electron/database/dataFile'
import { migrations } from '../../electron/database/migrations'
import { applicationId } from '../../electron/database/pragmas'
import { Refusal } from '../../shared/contract/errors'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

function newFile(): string {
  const file = path.join(folder(), 'Bắc Kạn.skc')
  createDataFile(file)
  return file
}

function refusalOf(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** Refused with this code, in words with a next step, and not one byte of the file changed. */
function expectRefused(file: string, code: string, run: () => unknown = () => openDataFile(file)): void {
  const before = fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file) : null
  const refusal = refusalOf(run)
  expect(refusal.problem.code).toBe(code)
  expect(refusal.problem.message.length).toBeGreaterThan(40)
  if (before !== null) expect(fs.readFileSync(file).equals(before)).toBe(true)
}

function mayMount(): boolean {
  const probe = fs.mkdtempSync(path.join(os.tmpdir(), 'skc-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', probe], { stdio: 'ignore' })
    execFileSync('umount', [probe])
    return true
  } catch {
    return false
  } finally {
    fs.rmdirSync(probe)
  }
}

describe('a new data file', () => {
  it('is ours, at the newest version, and held as the design says', () => {
    const opened = openDataFile(newFile())
    const pragma = (name: string) => opened.db.pragma(name, { simple: true })
    expect(pragma('application_id')).toBe(applicationId)
    expect(pragma('user_version')).toBe(migrations.length)
    expect(pragma('journal_mode')).toBe('truncate')
    expect(pragma('locking_mode')).toBe('exclusive')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('trusted_schema')).toBe(0)
    expect(pragma('cell_size_check')).toBe(1)
    opened.db.close()
  })

  it('has only STRICT tables, and an index behind every foreign key', () => {
    const { db } = openDataFile(newFile())
    const tables = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all() as {
      name: string
      sql: string
    }[]
    const own = tables.filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('search_index'))
    expect(own.length).toBeGreaterThan(15)
    for (const { name, sql } of own) {
      expect(sql, name).toMatch(/\) (WITHOUT ROWID, )?STRICT$/)
      for (const { from } of db.pragma(`foreign_key_list("${name}")`) as { from: string }[]) {
        const leading = (db.pragma(`index_list("${name}")`) as { name: string }[]).map(
          (index) => (db.pragma(`index_info("${index.name}")`) as { name: string }[])[0]?.name,
        )
        expect(leading, `${name}.${from}`).toContain(from)
      }
    }
    db.close()
  })

  it('never replaces a file that is there, and leaves nothing behind when refused', () => {
    const file = path.join(folder(), 'a.skc')
    fs.writeFileSync(file, 'không phải của ta')
    expectRefused(file, 'file.exists', () => createDataFile(file))
    expect(fs.readdirSync(path.dirname(file))).toEqual(['a.skc'])
    expect(refusalOf(() => createDataFile(path.join(folder(), 'no', 'b.skc'))).problem.code).toBe('file.missing')
  })
})

describe('opening refuses', () => {
  it('a missing file, a folder, an empty file', () => {
    expectRefused(path.join(folder(), 'x.skc'), 'file.missing')
    expectRefused(folder(), 'file.foreign')
    const empty = path.join(folder(), 'e.skc')
    fs.writeFileSync(empty, '')
    expectRefused(empty, 'file.damaged')
  })

  it('a file of another program', () => {
    const workbook = path.join(folder(), 'bang.skc')
    fs.writeFileSync(workbook, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5000, 7)]))
    expectRefused(workbook, 'file.foreign')
    const sqlite = path.join(folder(), 'khac.skc')
    const other = new Database(sqlite)
    other.exec('CREATE TABLE t (a)')
    other.close()
    expectRefused(sqlite, 'file.foreign')
  })

  it('a file from a newer program', () => {
    const file = newFile()
    const db = new Database(file)
    db.pragma(`user_version = ${migrations.length + 1}`)
    db.close()
    expectRefused(file, 'file.newer')
  })

  it('a file whose header names a form that never was', () => {
    const file = newFile()
    const bytes = fs.readFileSync(file)
    bytes[47] = 185
    fs.writeFileSync(file, bytes)
    expectRefused(file, 'file.damaged')
  })

  it('a truncated file and a file with overwritten pages', () => {
    const short = newFile()
    fs.truncateSync(short, fs.statSync(short).size - 4096)
    expectRefused(short, 'file.damaged')
    const torn = newFile()
    const bytes = fs.readFileSync(torn)
    bytes.fill(0xa5, 4096 * 3, 4096 * 9)
    fs.writeFileSync(torn, bytes)
    expectRefused(torn, 'file.damaged')
  })

  it('nothing of a file whose commit was cut short after its first page: the journal puts it back', () => {
    const file = newFile()
    const whole = fs.readFileSync(file)
    const db = new Database(file)
    db.exec('BEGIN; CREATE TABLE much (a); PRAGMA cache_size = 1')
    const insert = db.prepare('INSERT INTO much VALUES (zeroblob(3000))')
    for (let row = 0; row < 200; row++) insert.run()
    // What a program killed here leaves: the journal on disk, the first page already that of the longer file.
    const journal = fs.readFileSync(`${file}-journal`)
    db.exec('COMMIT')
    const firstPage = fs.readFileSync(file).subarray(0, 4096)
    db.close()
    fs.writeFileSync(file, Buffer.concat([firstPage, whole.subarray(4096)]))
    fs.writeFileSync(`${file}-journal`, journal)
    const { db: opened } = openDataFile(file)
    expect(opened.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'much'").pluck().get()).toBe(0)
    opened.close()
    expect(fs.readFileSync(file).equals(whole)).toBe(true)
  })

  it('a file marked read-only', () => {
    const file = newFile()
    fs.chmodSync(file, 0o444)
    expectRefused(file, 'file.readonly')
  })

  it('a file that another process holds', async () => {
    const file = newFile()
    const script = `const D = require('better-sqlite3'); const d = new D(${JSON.stringify(file)});
      d.pragma('locking_mode = EXCLUSIVE'); d.exec('BEGIN EXCLUSIVE; COMMIT'); console.log('held'); process.stdin.resume()`
    const other = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
    try {
      await new Promise((resolve) => other.stdout.once('data', resolve))
      expectRefused(file, 'file.busy')
    } finally {
      other.kill()
    }
    await new Promise((resolve) => other.once('exit', resolve))
    openDataFile(file).db.close()
  })

  // Only root on Linux may make a small disk; elsewhere the session's test reaches the same code by a page limit.
  it.runIf(mayMount())('a full disk', () => {
    const mount = path.join(folder(), 'day')
    fs.mkdirSync(mount)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount])
    try {
      const file = path.join(mount, 'a.skc')
      createDataFile(file)
      const filler = path.join(mount, 'filler')
      const free = fs.statfsSync(mount)
      fs.writeFileSync(filler, Buffer.alloc(free.bavail * free.bsize))
      expectRefused(file, 'disk.full')
      expect(refusalOf(() => createDataFile(path.join(mount, 'b.skc'))).problem.code).toBe('disk.full')
      expect(fs.readdirSync(mount).sort()).toEqual(['a.skc', 'filler'])
    } finally {
      execFileSync('umount', [mount])
    }
  })
})

describe('a file from an older program', () => {
  const addColumn = (db: Database.Database) => db.exec("ALTER TABLE plan ADD COLUMN extra TEXT NOT NULL DEFAULT 'cũ'")

  it('is upgraded with its rows, beside a verified backup of what it was', () => {
    const file = newFile()
    const before = openDataFile(file)
    before.db.exec("INSERT INTO command (at, name) VALUES ('2026-01-01T00:00:00Z', 'test')")
    before.db.exec("INSERT INTO plan (year, programme) VALUES (2026, 'local')")
    before.db.close()
    const { db, schemaVersion } = openDataFile(file, [...migrations, addColumn])
    expect(schemaVersion).toBe(migrations.length + 1)
    expect(db.prepare('SELECT year, extra FROM plan').get()).toEqual({ year: 2026, extra: 'cũ' })
    db.close()
    const backups = fs.readdirSync(backupFolderOf(file))
    expect(backups).toEqual([expect.stringMatching(/^Bắc Kạn\.\d{8}-\d{6}\.truoc-nang-cap\.skc$/)])
    const copy = new Database(path.join(backupFolderOf(file), backups[0] ?? ''), { readonly: true })
    expect(copy.prepare('SELECT count(*) FROM plan').pluck().get()).toBe(1)
    expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length)
    copy.close()
  })

  it('comes back as it was when the upgrade fails, also after an earlier step had been committed', () => {
    const file = newFile()
    const failing = () => {
      throw new Error('hỏng giữa chừng')
    }
    const refusal = refusalOf(() => openDataFile(file, [...migrations, addColumn, failing]))
    expect(refusal.problem.code).toBe('file.migration-failed')
    const { db, schemaVersion } = openDataFile(file)
    expect(schemaVersion).toBe(migrations.length)
    expect((db.pragma('table_info(plan)') as { name: string }[]).map((column) => column.name)).not.toContain('extra')
    db.close()
  })

  it('keeps the children of a table that is rebuilt', () => {
    const file = newFile()
    const before = openDataFile(file)
    before.db.exec(`INSERT INTO command (at, name) VALUES ('2026-01-01T00:00:00Z', 'test');
      INSERT INTO establishment (code, name, name_sort, name_key, legal_form, representative_gender, status)
        VALUES ('CS-1', 'A', 'a', 'a', 'other', 'unknown', 'active');
      INSERT INTO establishment_year (establishment_id, year) VALUES (1, 2025)`)
    before.db.close()
    const rebuild = (db: Database.Database) => {
      const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'establishment'").pluck().get() as string
      db.exec(sql.replace('CREATE TABLE establishment', 'CREATE TABLE establishment_new'))
      db.exec('INSERT INTO establishment_new SELECT * FROM establishment; DROP TABLE establishment')
      db.exec('ALTER TABLE establishment_new RENAME TO establishment')
    }
    const { db } = openDataFile(file, [...migrations, rebuild])
    expect(db.prepare('SELECT count(*) FROM establishment_year').pluck().get()).toBe(1)
    db.close()
  })
})
