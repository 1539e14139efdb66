// A second place for copies, such as a USB stick or another machine's share: what burns or is stolen with the machine is not
// all there is. A copy there is read back and compared before it counts.
import { createHash } from 'node:crypto'
import path from 'node:path'
import { Refusal } from '../../../shared/contract/errors'
import { storageRefusal } from '../fileProblems'
import { type FileSystem, syncFile, syncFolder } from '../fileSystem'
import { clearLeftovers, passingName } from '../passingFiles'
import { backupFolderOf, listBackups, readIndex } from './backupFolder'
import { discardOlder, refuseFullDisk } from './takeBackup'

async function hashOf(files: FileSystem, file: string): Promise<string> {
  const hash = createHash('sha256')
  const handle = await files.open(file, 'r')
  try {
    const buffer = Buffer.alloc(1 << 20)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

async function realPlace(files: FileSystem, folder: string): Promise<string> {
  return files.realpath(folder).catch(() => path.resolve(folder))
}

/** The same disk dies as one; the same folder is no second place at all. */
export async function checkSecondPlace(
  files: FileSystem,
  dataFile: string,
  folder: string,
): Promise<{ readonly sameDisk: boolean }> {
  if (!path.isAbsolute(folder)) throw new Refusal('file.missing', folder)
  const stat = await files.stat(folder).catch(() => null)
  if (stat === null || !stat.isDirectory()) throw new Refusal('file.missing', folder)
  const home = path.dirname(await realPlace(files, dataFile))
  const place = await realPlace(files, folder)
  const inHome = path.relative(home, place)
  if (inHome === '' || place.startsWith(path.join(home, path.basename(backupFolderOf(dataFile)))))
    throw new Refusal('call.refused', 'nơi thứ hai phải khác thư mục đang để tệp dữ liệu và các bản sao lưu.')
  const homeStat = await files.stat(home)
  return { sameDisk: homeStat.dev === stat.dev }
}

/** Brings the newest copy to the second place, into a folder of the data file's name, and makes room there the same way. */
export async function copyToSecondPlace(
  files: FileSystem,
  dataFile: string,
  folder: string,
  today: string,
  log: (message: string) => void,
): Promise<string> {
  const source = backupFolderOf(dataFile)
  const [newest] = await listBackups(files, source, today)
  if (newest === undefined) throw new Refusal('record.missing', 'bản sao lưu')
  const known = (await readIndex(files, source)).entries.find((one) => one.fileName === newest.id)
  const target = path.join(folder, path.basename(source))
  const unfinished = path.join(target, passingName(newest.id))
  try {
    // The place itself must be there: a stick that is not plugged in must not become a folder of this machine.
    await files.access(folder)
    await files.mkdir(target, { recursive: true })
    await clearLeftovers(files, target)
    await refuseFullDisk(files, target, newest.sizeBytes)
    try {
      await files.copyFile(path.join(source, newest.id), unfinished)
      await syncFile(files, unfinished)
      const expected = known?.sha256 ?? (await hashOf(files, path.join(source, newest.id)))
      if ((await hashOf(files, unfinished)) !== expected) throw new Refusal('disk.failed', folder)
      await files.rename(unfinished, path.join(target, newest.id))
      await syncFolder(files, target)
    } finally {
      await files.rm(unfinished, { force: true }).catch(() => undefined)
    }
    await discardOlder(files, target, newest.id, today, log)
    return newest.id
  } catch (error) {
    throw storageRefusal(error, folder) ?? error
  }
}
