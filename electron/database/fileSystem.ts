// The file operations behind backups, restores and everything written whole: one seam, so that a test can make the nth fail.
import fs from 'node:fs/promises'
import path from 'node:path'

export type FileSystem = Pick<
  typeof fs,
  'access' | 'copyFile' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat' | 'statfs'
>

export const machineFiles: FileSystem = fs

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
  const unfinished = path.join(path.dirname(file), `.${path.basename(file)}.tmp`)
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

export async function exists(files: FileSystem, file: string): Promise<boolean> {
  try {
    await files.access(file)
    return true
  } catch {
    return false
  }
}
