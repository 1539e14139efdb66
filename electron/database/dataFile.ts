// Creating and opening a data file. Whatever is wrong is found before the first byte is written, and said in words.
import { constants } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../../shared/contract/errors'
import { backUpBeforeUpgrade, putBack, type UpgradeCopy } from './backups/upgradeCopy'
import { storageRefusal } from './fileProblems'
import {
  existsNow,
  type FileSystem,
  type FilesNow,
  machineFiles,
  removeQuietlyNow,
  syncFolderToDisk,
} from './fileSystem'
import { holderWords, readLock } from './lockRecord'
import { migrate } from './migrate'
import { type Migration, migrations } from './migrations'
import { passingName } from './passingFiles'
import { placeOf, placeWarnings } from './places'
import { applicationId, applyPragmas } from './pragmas'
import { tablesAreAsMade } from './rowMarks'

export interface DataFile {
  readonly path: string
  readonly db: Database.Database
  readonly schemaVersion: number
  readonly warnings: readonly string[]
  /** What the file was before this opening brought it to the newest schema. */
  readonly upgradeCopy?: UpgradeCopy
}

/** Less than this and a save could fail half way through the journal: say so before work begins. */
const smallestFreeSpace = 1024 * 1024
/** Of SQLite's file header (fileformat2 §1.3). */
const headerSize = 100

interface Header {
  readonly userVersion: number
  /** A commit was cut short: SQLite puts the file back from its journal at the first read, so its length proves nothing yet. */
  readonly cutShort: boolean
}

function hasJournal(files: FilesNow, file: string): boolean {
  return (files.statSync(`${file}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function refuseAs(error: unknown, file: string, files: FilesNow): never {
  const refusal = storageRefusal(error, file)
  const lock = refusal?.problem.code === 'file.busy' ? readLock(file, files) : null
  throw lock === null ? (refusal ?? error) : new Refusal('file.busy', holderWords(lock))
}

function readHeader(file: string, files: FilesNow): Header {
  const name = path.basename(file)
  const stat = files.statSync(file)
  if (!stat.isFile()) throw new Refusal('file.foreign', name)
  if (stat.size === 0) throw new Refusal('file.damaged', 'tệp rỗng, không có dữ liệu')
  const bytes = Buffer.alloc(headerSize)
  const handle = files.openSync(file, 'r')
  let length: number
  try {
    length = files.readSync(handle, bytes, 0, headerSize, 0)
  } finally {
    files.closeSync(handle)
  }
  if (bytes.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') throw new Refusal('file.foreign', name)
  if (length < headerSize) throw new Refusal('file.damaged', 'tệp bị cắt ngắn')
  if (bytes.readUInt32BE(68) !== applicationId) throw new Refusal('file.foreign', name)
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16)
  const cutShort = hasJournal(files, file)
  if (!cutShort && stat.size < pageSize * bytes.readUInt32BE(28)) throw new Refusal('file.damaged', 'tệp bị cắt ngắn')
  return { userVersion: bytes.readUInt32BE(60), cutShort }
}

/** As root or on Windows the system may allow what the file's own mark forbids; the mark is what the user set, so it counts. */
function refuseReadOnly(file: string, files: FilesNow): void {
  if ((files.statSync(file).mode & 0o222) === 0) throw new Refusal('file.readonly', path.basename(file))
  files.accessSync(file, constants.W_OK)
  files.accessSync(path.dirname(file), constants.W_OK)
}

function refuseFullDisk(folder: string, files: FilesNow): void {
  const { bavail, bsize } = files.statfsSync(folder)
  if (bavail * bsize < smallestFreeSpace) throw new Refusal('disk.full')
}

function checkContent(db: Database.Database): void {
  const result = db.pragma('quick_check(1)', { simple: true })
  if (result !== 'ok') throw new Refusal('file.damaged', 'một phần nội dung không đọc được')
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('office', 'command')")
  if (tables.pluck().get() !== 2) throw new Refusal('file.damaged', 'thiếu bảng dữ liệu bắt buộc')
  if (!tablesAreAsMade(db)) throw new Refusal('file.damaged', 'bảng dữ liệu không còn như lúc được tạo')
}

function holdExclusively(db: Database.Database): void {
  applyPragmas(db)
  db.exec('BEGIN EXCLUSIVE; COMMIT')
}

/**
 * Opens a data file for work and keeps every other program out until it is closed.
 * @throws Refusal file.missing, file.foreign, file.damaged, file.newer, file.readonly, file.busy, disk.full,
 *   file.migration-failed. In each case the file is as it was.
 */
export function openDataFile(
  file: string,
  known: readonly Migration[] = migrations,
  { now: files }: FileSystem = machineFiles,
): DataFile {
  try {
    const { userVersion: writtenVersion, cutShort } = readHeader(file, files)
    let userVersion = writtenVersion
    if (userVersion > known.length)
      throw new Refusal('file.newer', `tệp: phiên bản dữ liệu ${userVersion}, chương trình: ${known.length}`)
    if (userVersion === 0) throw new Refusal('file.damaged', 'tệp chưa được tạo xong')
    refuseReadOnly(file, files)
    refuseFullDisk(path.dirname(path.resolve(file)), files)
    const db = new Database(file, { fileMustExist: true, timeout: 300 })
    try {
      holdExclusively(db)
      if (cutShort) userVersion = Number(db.pragma('user_version', { simple: true }))
      checkContent(db)
      if (userVersion < known.length)
        return { ...upgrade(db, file, known, files), warnings: placeWarnings(placeOf(file)) }
    } catch (error) {
      db.close()
      throw error
    }
    return { path: file, db, schemaVersion: userVersion, warnings: placeWarnings(placeOf(file)) }
  } catch (error) {
    return refuseAs(error, file, files)
  }
}

/**
 * Brings an older file to the newest schema and closes it again: what takes long is done before anybody waits for the file.
 * @throws Refusal as opening does
 */
export function upgradeDataFile(file: string, files: FileSystem = machineFiles): UpgradeCopy | null {
  const { db, upgradeCopy } = openDataFile(file, migrations, files)
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
  return upgradeCopy ?? null
}

/** Whether opening would bring the file to a newer schema. What cannot be told now, opening tells. */
export function isOlderFile(file: string, { now: files }: FileSystem = machineFiles): boolean {
  try {
    const { userVersion } = readHeader(file, files)
    return userVersion > 0 && userVersion < migrations.length
  } catch {
    return false
  }
}

/** An older file: a verified copy goes into its folder of backups first, and comes back if any step fails. */
function upgrade(
  db: Database.Database,
  file: string,
  known: readonly Migration[],
  files: FilesNow,
): Omit<DataFile, 'warnings'> {
  const upgradeCopy = backUpBeforeUpgrade(db, file, files)
  try {
    migrate(db, known)
    return { path: file, db, schemaVersion: known.length, upgradeCopy }
  } catch (error) {
    db.close()
    putBack(upgradeCopy.path, file, files)
    throw new Refusal('file.migration-failed', error instanceof Error ? error.message : String(error))
  }
}

/**
 * Makes a new data file. It appears under its name only when it is whole.
 * @throws Refusal file.exists, file.missing (no such folder), file.readonly, disk.full
 */
export function createDataFile(file: string, { now: files }: FileSystem = machineFiles): void {
  try {
    if (existsNow(files, file)) throw new Refusal('file.exists', file)
    const folder = path.dirname(path.resolve(file))
    if (!existsNow(files, folder)) throw new Refusal('file.missing', folder)
    files.accessSync(folder, constants.W_OK)
    refuseFullDisk(folder, files)
    const unfinished = path.join(folder, passingName(path.basename(file)))
    try {
      const db = new Database(unfinished)
      try {
        applyPragmas(db)
        db.pragma(`application_id = ${applicationId}`)
        migrate(db, migrations)
      } finally {
        db.close()
      }
      if (existsNow(files, file)) throw new Refusal('file.exists', file)
      files.renameSync(unfinished, file)
      try {
        syncFolderToDisk(files, folder)
      } catch (error) {
        // What may be gone after a power cut has not been made.
        removeQuietlyNow(files, file)
        throw error
      }
    } finally {
      removeQuietlyNow(files, unfinished)
      removeQuietlyNow(files, `${unfinished}-journal`)
    }
  } catch (error) {
    refuseAs(error, file, files)
  }
}
