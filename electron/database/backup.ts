// A copy of the data file that has been opened and checked before anybody relies on it.
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

function stamp(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
}

function verify(file: string): void {
  const copy = new Database(file, { readonly: true })
  try {
    const integrity = copy.pragma('integrity_check(1)', { simple: true })
    if (integrity !== 'ok') throw new Error(`backup fails its integrity check: ${String(integrity)}`)
    const broken = copy.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`backup has ${broken.length} broken references`)
  } finally {
    copy.close()
  }
}

function syncToDisk(file: string): void {
  const handle = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/**
 * Copies the open database to `<name>.<label>.<time>.skc` beside its file. VACUUM INTO reads through SQLite, so the copy
 * is consistent whatever the journal holds.
 * @returns the path of the verified copy
 */
export function backUpBeside(db: Database.Database, file: string, label: string, now = new Date()): string {
  const parsed = path.parse(path.resolve(file))
  const target = path.join(parsed.dir, `${parsed.name}.${label}.${stamp(now)}.skc`)
  const unfinished = `${target}.tmp`
  fs.rmSync(unfinished, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    verify(unfinished)
    syncToDisk(unfinished)
    fs.renameSync(unfinished, target)
  } catch (error) {
    fs.rmSync(unfinished, { force: true })
    throw error
  }
  return target
}

/** Puts a backup in the place of a file that an upgrade left unusable; the backup itself stays. */
export function restoreBackup(backup: string, file: string): void {
  const unfinished = `${file}.tmp`
  fs.copyFileSync(backup, unfinished)
  syncToDisk(unfinished)
  fs.rmSync(`${file}-journal`, { force: true })
  fs.renameSync(unfinished, file)
}
