// The file operations behind data files, backups, restores and everything written whole: one seam, so that a test can make the
// nth fail.
import fsNow from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { passingName } from './passingFiles'

/** For what nothing may come between, such as opening a data file. */
export type FilesNow = Pick<
  typeof fsNow,
  | 'accessSync'
  | 'closeSync'
  | 'copyFileSync'
  | 'fsyncSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statfsSync'
  | 'statSync'
  | 'utimesSync'
  | 'writeFileSync'
  | 'writeSync'
>

export interface FileSystem
  extends Pick<
    typeof fs,
    'access' | 'copyFile' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat' | 'statfs'
  > {
  readonly now: FilesNow
}

export const machineFiles: FileSystem = { ...fs, now: fsNow }

/** What was written stays written when the power goes. */
export async function syncFile(files: FileSystem, file: string): Promise<void> {
  const handle = await files.open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename is safe only once its folder is. Windows has no handle of a folder to sync, and needs none. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The whole text or the old one: written beside, synced, then renamed over. */
export async function writeTextWhole(files: FileSystem, file: string, text: string): Promise<void> {
  const unfinished = path.join(path.dirname(file), passingName(path.basename(file)))
  try {
    const handle = await files.open(unfinished, 'w')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await files.rename(unfinished, file)
  } catch (error) {
    await files.rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

/** @throws what keeps from telling: of a file that only cannot be seen just now, nobody must think that it is not there */
export async function exists(files: FileSystem, file: string): Promise<boolean> {
  try {
    await files.access(file)
    return true
  } catch (error) {
    return notThere(error)
  }
}

export function existsNow(files: FilesNow, file: string): boolean {
  return files.statSync(file, { throwIfNoEntry: false }) !== undefined
}

function notThere(error: unknown): false {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return false
  throw error
}

/** What was written, and the name it was written under, stay when the power goes. */
export function syncToDisk(files: FilesNow, file: string): void {
  syncHandle(files, file, 'r+')
}

export function syncFolderToDisk(files: FilesNow, folder: string): void {
  if (process.platform !== 'win32') syncHandle(files, folder, 'r')
}

/** After something else went wrong, or was done: what stays is cleared away with what power cuts leave. */
export function removeQuietlyNow(files: FilesNow, file: string): void {
  try {
    files.rmSync(file, { force: true })
  } catch {
    // Said above.
  }
}

function syncHandle(files: FilesNow, place: string, flags: 'r' | 'r+'): void {
  const handle = files.openSync(place, flags)
  try {
    files.fsyncSync(handle)
  } finally {
    files.closeSync(handle)
  }
}
