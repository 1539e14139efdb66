// Writes a whole file or nothing: into a temporary name beside it, then in one step over the old one.
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../shared/contract/errors'
import { type FileSystem, machineFiles, syncFolder } from '../database/fileSystem'
import { clearLeftovers, passingName } from '../database/passingFiles'

export async function writeFileWhole(path: string, bytes: Uint8Array, files: FileSystem = machineFiles): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, passingName(basename(path)))
  await clearLeftovers(files, folder)
  try {
    const file = await files.open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await files.rename(temporary, path)
    // Not every place can sync a folder, such as some shares; the file itself is whole.
    await syncFolder(files, folder).catch(() => undefined)
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined)
    throw refusalOf(error as NodeJS.ErrnoException, path)
  }
}

function refusalOf(error: NodeJS.ErrnoException, path: string): Error {
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal('disk.full')
    case 'EIO':
      return new Refusal('disk.failed', path)
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refusal('file.missing', dirname(path))
    case 'EACCES':
    case 'EROFS':
      return new Refusal('file.readonly', path)
    case 'EPERM':
    case 'EBUSY':
      // Windows answers so for a file that Word or Excel holds open.
      return new Refusal('file.busy', path)
    case 'EISDIR':
      return new Refusal('file.exists', path)
    default:
      return error
  }
}
