// Puts a backup in the place of the data file. The backup itself stays; what stood there before is kept first.
import path from 'node:path'
import { Refusal } from '../../../shared/contract/errors'
import { storageRefusal } from '../fileProblems'
import { exists, type FileSystem, syncFile, syncFolder } from '../fileSystem'
import { passingName } from '../passingFiles'
import { backupFolderOf, localTime, readIndex } from './backupFolder'
import type { CopyFacts } from './inspect'
import { type BackupTools, refuseFullDisk } from './takeBackup'

const keptDamaged = /\.hong\.\d{8}-\d{6}\.skc$/

/** A file that cannot be opened is kept byte for byte, with its journal: another program may still get something out of it. */
export async function keepAsItIs(files: FileSystem, dataFile: string, now: Date): Promise<string | null> {
  const folder = backupFolderOf(dataFile)
  const stamp = localTime(now).replace(/[-:]/g, '').replace(' ', '-')
  const kept = path.join(folder, `${path.parse(dataFile).name}.hong.${stamp}.skc`)
  try {
    if (!(await exists(files, dataFile))) return null
    await files.mkdir(folder, { recursive: true })
    await refuseFullDisk(files, folder, (await files.stat(dataFile)).size)
    await copyWhole(files, dataFile, kept)
    if (await exists(files, `${dataFile}-journal`)) await copyWhole(files, `${dataFile}-journal`, `${kept}-journal`)
    await syncFolder(files, folder)
    return kept
  } catch (error) {
    throw storageRefusal(error, folder) ?? error
  }
}

export function isKeptDamaged(name: string): boolean {
  return keptDamaged.test(name)
}

async function copyWhole(files: FileSystem, from: string, to: string): Promise<void> {
  const unfinished = path.join(path.dirname(to), passingName(path.basename(to)))
  try {
    await files.copyFile(from, unfinished)
    await syncFile(files, unfinished)
    await files.rename(unfinished, to)
  } finally {
    await files.rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** A copy of the backup, checked, waiting beside the data file under a name nobody reads. */
export interface PreparedRestore {
  readonly facts: CopyFacts
  /** The one step in which the data file changes; nobody may have it open. */
  readonly putInPlace: () => Promise<void>
  readonly forget: () => Promise<void>
}

/** A copy in which somebody has worked since has other bytes by right; one that only lies there has not. */
async function changedSinceTaken(
  files: FileSystem,
  backup: string,
  now: { readonly facts: CopyFacts; readonly sha256: string },
): Promise<boolean> {
  const { entries } = await readIndex(files, path.dirname(backup))
  const taken = entries.find((one) => one.fileName === path.basename(backup))
  return taken !== undefined && taken.sha256 !== now.sha256 && taken.facts.lastCommand === now.facts.lastCommand
}

/**
 * Does everything that can fail before the data file is touched.
 * @throws Refusal record.missing, file.damaged (the backup), disk.full, file.readonly
 */
export async function prepareRestore(dataFile: string, backup: string, tools: BackupTools): Promise<PreparedRestore> {
  const { files } = tools
  const target = path.resolve(dataFile)
  const folder = path.dirname(target)
  const unfinished = path.join(folder, passingName(path.basename(target)))
  const forget = () => files.rm(unfinished, { force: true })
  let facts: CopyFacts
  try {
    const stat = (await exists(files, backup)) ? await files.stat(backup) : null
    if (stat === null || !stat.isFile()) throw new Refusal('record.missing', 'bản sao lưu')
    await refuseFullDisk(files, folder, stat.size)
    await files.copyFile(backup, unfinished)
    await syncFile(files, unfinished)
    // What is checked is the very file that will take the place.
    const inspection = await tools.inspect(unfinished)
    if (!inspection.ok) {
      tools.log(`bản sao lưu không dùng được: ${inspection.findings.join(' | ')}`)
      throw new Refusal('backup.damaged', path.basename(backup))
    }
    facts = inspection.facts
    if (await changedSinceTaken(files, backup, inspection)) {
      tools.log(`bản sao lưu ${path.basename(backup)} không còn đúng từng byte như lúc được chép`)
      throw new Refusal('backup.damaged', path.basename(backup))
    }
  } catch (error) {
    await forget().catch(() => undefined)
    throw storageRefusal(error, folder) ?? error
  }
  return {
    facts,
    forget,
    putInPlace: async () => {
      try {
        // A journal of the old file would be played back into the new one.
        await files.rm(`${target}-journal`, { force: true })
        await files.rename(unfinished, target)
        // The file is the other one now. Should the name be lost with the power, the old file is there again, whole.
        await syncFolder(files, folder).catch(() => undefined)
      } catch (error) {
        await forget().catch(() => undefined)
        throw storageRefusal(error, target) ?? error
      }
    },
  }
}
