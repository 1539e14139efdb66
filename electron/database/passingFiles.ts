// The names under which something is written until it is whole, and clearing away what a power cut left under such a name.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { FileSystem } from './fileSystem'

/** Such as '.ke-hoach.xlsx.1f2e3d4c.skc.tmp': hidden where names can hide, and like nothing that another program writes. */
export function passingName(name: string): string {
  return `.${name}.${randomBytes(4).toString('hex')}.skc.tmp`
}

const passing = /^\..+\.[0-9a-f]{8}\.skc\.tmp(-journal)?$/

/** Whoever writes touches what he writes all the time; what was left alone this long has no writer any more. */
const abandonedAfterMilliseconds = 60 * 60_000

/**
 * Removes from a folder what this program began there and never finished: known by its name, old, and a file or a folder of
 * nothing but files. Whatever cannot be looked at or removed stays until the next time.
 */
export async function clearLeftovers(files: FileSystem, folder: string): Promise<void> {
  const entries = await files.readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!passing.test(entry.name)) continue
    const left = path.join(folder, entry.name)
    await removeIfAbandoned(files, left, entry.isDirectory()).catch(() => undefined)
  }
}

async function removeIfAbandoned(files: FileSystem, left: string, isFolder: boolean): Promise<void> {
  const { mtimeMs } = await files.stat(left)
  // A day to come means a clock that was wrong: how old it is nobody can tell.
  if (Date.now() - mtimeMs < abandonedAfterMilliseconds) return
  if (isFolder) {
    const inside = await files.readdir(left, { withFileTypes: true })
    if (inside.some((one) => !one.isFile())) return
  }
  await files.rm(left, { recursive: isFolder, force: true })
}
