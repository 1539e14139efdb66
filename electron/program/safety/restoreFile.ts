// Restores a data file, open or not, from one of its backups, so that the restore can itself be undone.
import path from 'node:path'
import { Refusal } from '../../../shared/contract/errors'
import type { OpenFile } from '../../../shared/contract/files'
import { backupFolderOf, readBackupName } from '../../database/backups/backupFolder'
import { keepAsItIs, type PreparedRestore, prepareRestore } from '../../database/backups/restore'
import type { FileSystem } from '../../database/fileSystem'
import { migrations } from '../../database/migrations'
import { Session, type SessionOptions } from '../../database/session'
import type { DataFiles } from '../dataFiles'
import type { BackupKeeper } from './backupKeeper'

export interface RestoreParts {
  readonly dataFiles: DataFiles
  readonly keeper: BackupKeeper
  readonly files: FileSystem
  readonly session: SessionOptions
}

export interface Restored {
  readonly file: OpenFile
  readonly undoWith: string | null
  readonly keptDamaged: string | null
}

type Kept = Pick<Restored, 'undoWith' | 'keptDamaged'>

const nothingKept: Kept = { undoWith: null, keptDamaged: null }

export async function restoreFile(parts: RestoreParts, dataFile: string, fileName: string): Promise<Restored> {
  if (readBackupName(fileName) === null) throw new Refusal('record.missing', 'bản sao lưu')
  const prepared = await prepareRestore(dataFile, path.join(backupFolderOf(dataFile), fileName), parts.keeper.tools)
  let kept = nothingKept
  try {
    refuseNewer(prepared)
    const file = await parts.dataFiles.replace(dataFile, async (session, letGo) => {
      kept = session === null ? await keepClosed(parts, dataFile) : await keepOpen(parts, session, letGo)
      await prepared.putInPlace()
    })
    // The history says that everything before this is of the copy's time.
    await parts.dataFiles.session.write('safety.restore', async () => undefined)
    return { file, ...kept }
  } catch (error) {
    await prepared.forget().catch(() => undefined)
    throw error
  }
}

function refuseNewer({ facts }: PreparedRestore): void {
  if (facts.schemaVersion > migrations.length)
    throw new Refusal(
      'file.newer',
      `bản sao lưu: phiên bản dữ liệu ${facts.schemaVersion}, chương trình: ${migrations.length}`,
    )
}

async function keepOpen(
  { keeper, files, session: options }: RestoreParts,
  session: Session,
  letGo: () => Promise<void>,
): Promise<Kept> {
  try {
    const { id } = await keeper.take(session, 'before-restore')
    await letGo()
    return { undoWith: id, keptDamaged: null }
  } catch (error) {
    // Damaged since it was opened: kept byte for byte instead.
    if (!isDamage(error)) throw error
    await letGo()
    return {
      undoWith: null,
      keptDamaged: await keepAsItIs(files, session.file.path, new Date(options.clock.instant())),
    }
  }
}

/** A file that nobody has open is opened only to be kept; one that cannot be is kept byte for byte. */
async function keepClosed({ keeper, files, session: options }: RestoreParts, dataFile: string): Promise<Kept> {
  let session: Session
  try {
    session = Session.open(dataFile, options)
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'file.missing') return nothingKept
    if (!isDamage(error)) throw error
    return { undoWith: null, keptDamaged: await keepAsItIs(files, dataFile, new Date(options.clock.instant())) }
  }
  try {
    return { undoWith: (await keeper.take(session, 'before-restore')).id, keptDamaged: null }
  } catch (error) {
    if (!isDamage(error)) throw error
    await session.close()
    return { undoWith: null, keptDamaged: await keepAsItIs(files, dataFile, new Date(options.clock.instant())) }
  } finally {
    await session.close()
  }
}

const damageCodes = ['file.damaged', 'file.foreign', 'file.newer', 'file.migration-failed']

function isDamage(error: unknown): boolean {
  return error instanceof Refusal && damageCodes.includes(error.problem.code)
}
