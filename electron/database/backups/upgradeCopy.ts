// The copy taken before an older file is brought to the newest schema: at once, before anything else can touch the file.
import path from 'node:path'
import type Database from 'better-sqlite3'
import { Refusal } from '../../../shared/contract/errors'
import { existsNow, type FilesNow, removeQuietlyNow, syncFolderToDisk, syncToDisk } from '../fileSystem'
import { passingName } from '../passingFiles'
import { backupFolderOf, backupName, localTime } from './backupFolder'
import { type CopyFacts, inspectCopy } from './inspect'

/** The verified copy, as the list of backups tells it. */
export interface UpgradeCopy {
  readonly path: string
  readonly facts: CopyFacts
  readonly sha256: string
}

/** VACUUM INTO reads through SQLite, so the copy is consistent whatever the journal holds. */
export function backUpBeforeUpgrade(
  db: Database.Database,
  dataFile: string,
  files: FilesNow,
  now = new Date(),
): UpgradeCopy {
  const folder = backupFolderOf(dataFile)
  files.mkdirSync(folder, { recursive: true })
  const target = freeName(folder, dataFile, localTime(now), files)
  const unfinished = path.join(folder, passingName(path.basename(target)))
  try {
    db.prepare('VACUUM INTO ?').run(unfinished)
    const inspection = inspectCopy(unfinished, files)
    if (!inspection.ok) throw new Refusal('file.damaged', 'phát hiện khi sao lưu trước khi nâng cấp')
    syncToDisk(files, unfinished)
    files.renameSync(unfinished, target)
    syncFolderToDisk(files, folder)
    return { path: target, facts: inspection.facts, sha256: inspection.sha256 }
  } catch (error) {
    removeQuietlyNow(files, unfinished)
    throw error
  }
}

function freeName(folder: string, dataFile: string, takenAt: string, files: FilesNow): string {
  for (let count = 0; ; count += 1) {
    const file = path.join(folder, backupName(dataFile, 'before-upgrade', takenAt, count))
    if (!existsNow(files, file)) return file
  }
}

/** Puts the copy in the place of a file that an upgrade left unusable; the copy itself stays. */
export function putBack(copy: string, dataFile: string, files: FilesNow): void {
  const folder = path.dirname(path.resolve(dataFile))
  const unfinished = path.join(folder, passingName(path.basename(dataFile)))
  try {
    files.copyFileSync(copy, unfinished)
    syncToDisk(files, unfinished)
    files.rmSync(`${dataFile}-journal`, { force: true })
    files.renameSync(unfinished, dataFile)
    syncFolderToDisk(files, folder)
  } catch (error) {
    removeQuietlyNow(files, unfinished)
    throw error
  }
}
