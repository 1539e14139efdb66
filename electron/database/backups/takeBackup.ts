// Takes one backup: copied beside under a name nobody reads, opened and checked, synced, renamed, and only then older ones
// make room. Whatever fails, the copies that were there stay.
import path from 'node:path'
import { Refusal } from '../../../shared/contract/errors'
import { type BackupReason, backupsToDiscard, dayOf } from '../../../shared/domain/backups'
import { storageRefusal } from '../fileProblems'
import { type FileSystem, syncFile, syncFolder } from '../fileSystem'
import { passingName } from '../passingFiles'
import type { Session } from '../session'
import {
  backupFolderOf,
  freeBackupName,
  listBackups,
  localTime,
  readIndex,
  removeUnfinished,
  type StoredBackup,
  writeIndex,
} from './backupFolder'
import type { Inspection } from './inspect'

export interface BackupTools {
  readonly files: FileSystem
  /** Opens and checks a copy; off this thread where the shell has one. */
  readonly inspect: (file: string) => Promise<Inspection>
  readonly log: (message: string) => void
}

export interface BackupWish {
  readonly reason: BackupReason
  readonly label: string
  readonly now: Date
}

/** Room that must stay on the disk besides the copy. */
const spareBytes = 1024 * 1024

/**
 * @throws Refusal disk.full, disk.failed, file.readonly, file.damaged (what is open cannot be read whole; no copy of it is kept)
 */
export async function takeBackup(session: Session, wish: BackupWish, tools: BackupTools): Promise<StoredBackup> {
  const { files } = tools
  const dataFile = session.file.path
  const folder = backupFolderOf(dataFile)
  try {
    await files.mkdir(folder, { recursive: true })
    await removeUnfinished(files, folder)
    const takenAt = localTime(wish.now)
    const name = await freeBackupName(files, folder, dataFile, wish.reason, takenAt)
    const unfinished = path.join(folder, passingName(name))
    const commandBefore = await session.lastCommand()
    try {
      await refuseFullDisk(files, folder, (await files.stat(dataFile)).size)
      await session.copyTo(unfinished, files)
      const inspection = await tools.inspect(unfinished)
      if (!inspection.ok) throw damaged(inspection.findings, tools.log)
      const { facts, sha256 } = inspection
      if (facts.lastCommand < commandBefore || facts.schemaVersion !== session.file.schemaVersion)
        throw new Error('the copy holds less than the file had when it began')
      await syncFile(files, unfinished)
      await files.rename(unfinished, path.join(folder, name))
      await syncFolder(files, folder)
      // The copy stands: what is told of it beside it, and room for the next, must not make it a failed one.
      await remember(files, folder, { fileName: name, label: wish.label, sha256, facts })
        .then(() => discardOlder(files, folder, name, dayOf(takenAt), tools.log))
        .catch((error: unknown) =>
          tools.log(`bản sao lưu ${name} đã xong, chưa ghi được vào danh sách: ${String(error)}`),
        )
      return { id: name, takenAt, reason: wish.reason, label: wish.label, sizeBytes: facts.sizeBytes, facts }
    } finally {
      for (const left of [unfinished, `${unfinished}-journal`])
        await files.rm(left, { force: true }).catch(() => undefined)
    }
  } catch (error) {
    throw storageRefusal(error, folder) ?? error
  }
}

function damaged(findings: readonly string[], log: (message: string) => void): Refusal {
  log(`bản sao lưu không qua được kiểm tra: ${findings.join(' | ')}`)
  return new Refusal('file.damaged', 'phát hiện khi sao lưu; các bản sao lưu trước được giữ nguyên')
}

export async function refuseFullDisk(files: FileSystem, folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await files.statfs(folder)
  if (Number(bavail) * Number(bsize) < needed + spareBytes) throw new Refusal('disk.full')
}

export async function remember(
  files: FileSystem,
  folder: string,
  entry: { fileName: string; label: string; sha256: string; facts: StoredBackup['facts'] & object },
): Promise<void> {
  const index = await readIndex(files, folder)
  const entries = [...index.entries.filter((one) => one.fileName !== entry.fileName), entry]
  await writeIndex(files, folder, { ...index, entries })
}

/** Makes room, never of the copy just taken. What cannot be removed now is tried again after the next copy. */
export async function discardOlder(
  files: FileSystem,
  folder: string,
  justTaken: string,
  today: string,
  log: (message: string) => void,
): Promise<void> {
  const names = backupsToDiscard(await listBackups(files, folder, today), today).filter((name) => name !== justTaken)
  for (const name of names) {
    try {
      await files.rm(path.join(folder, name))
    } catch (error) {
      log(`chưa dọn được bản sao lưu cũ: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const left = new Set(await files.readdir(folder))
  const index = await readIndex(files, folder)
  const entries = index.entries.filter((one) => left.has(one.fileName))
  if (entries.length !== index.entries.length) await writeIndex(files, folder, { ...index, entries })
}
