// The copy taken before an older file is brought to the newest schema: at once, before anything else can touch the file.
import fs from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { syncFolderToDisk, syncToDisk } from '../syncNow'
import { backupFolderOf, backupName, localTime } from './backupFolder'
import { type CopyFacts, inspectCopy } from './inspect'

/** The verified copy, as the list of backups tells it. */
export interface UpgradeCopy {
  readonly path: string
  readonly facts: CopyFacts
  readonly sha256: string
}

/** VACUUM INTO reads through SQLite, so the copy is consistent whatever the journal holds. */
export function backUpBeforeUpgrade(db: Database.Database, dataFile: string, now = new Date()): UpgradeCopy {
  const folder = backupFolderOf(dataFile)
  fs.mkdirSync(folder, { recursive: true })
  const target = freeName(folder, dataFile, localTime(now))
  const unfinished = path.join(folder, `.${path.basename(target)}.tmp`)
  fs.rmSync(unfinished, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    const inspection = inspectCopy(unfinished)
    if (!inspection.ok) throw new Error(`the copy fails its check: ${inspection.findings.join(' | ')}`)
    syncToDisk(unfinished)
    fs.renameSync(unfinished, target)
    syncFolderToDisk(folder)
    return { path: target, facts: inspection.facts, sha256: inspection.sha256 }
  } catch (error) {
    fs.rmSync(unfinished, { force: true })
    throw error
  }
}

function freeName(folder: string, dataFile: string, takenAt: string): string {
  for (let count = 0; ; count += 1) {
    const file = path.join(folder, backupName(dataFile, 'before-upgrade', takenAt, count))
    if (!fs.existsSync(file)) return file
  }
}

/** Puts the copy in the place of a file that an upgrade left unusable; the copy itself stays. */
export function putBack(copy: string, dataFile: string): void {
  const unfinished = `${dataFile}.tmp`
  fs.copyFileSync(copy, unfinished)
  syncToDisk(unfinished)
  fs.rmSync(`${dataFile}-journal`, { force: true })
  fs.renameSync(unfinished, dataFile)
  syncFolderToDisk(path.dirname(path.resolve(dataFile)))
}
