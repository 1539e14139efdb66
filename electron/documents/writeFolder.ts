// Files as a real folder, whole or not at all: written and synced under a passing name beside it, renamed when the last one is there.
import path from 'node:path'
import { Refusal } from '../../shared/contract/errors'
import { storageRefusal } from '../database/fileProblems'
import { exists, type FileSystem, syncFolder } from '../database/fileSystem'
import { clearLeftovers, passingName } from '../database/passingFiles'
import type { PackedFile } from './packFiles'

/** Where a new folder is put. */
export interface FolderPlace {
  readonly files: FileSystem
  readonly parent: string
}

/** With the folder they lie in, names this long stay clear of the 260 characters Windows takes for a whole path. */
const LONGEST = 80

/** A name Windows takes as it is: no sign it forbids, no dot or space at the end, none of its devices, not too long. */
export function windowsName(name: string, ending = ''): string {
  const taken = [
    ...name
      .normalize('NFC')
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
      .trim(),
  ]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/u, '')
  const named = taken === '' ? 'ho-so' : taken
  return `${/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/iu.test(named) ? `_${named}` : named}${ending}`
}

/** @throws Refusal file.missing, call.refused: before the long work begins */
export async function checkParent({ files, parent }: FolderPlace): Promise<void> {
  const found = await files.stat(path.resolve(parent)).catch((error: unknown) => {
    throw storageRefusal(error, parent) ?? error
  })
  if (!found.isDirectory()) throw new Refusal('call.refused', `“${parent}” là tệp, không phải thư mục.`)
}

/**
 * A folder that is there already is left as it is: the new one gets the next free name, such as "ho-so-A (2)".
 * @returns where the folder is
 * @throws the signal's reason, Refusal disk.full, disk.failed, file.missing, file.readonly, file.busy: nothing is left of it
 */
export async function writeFolder(
  { files, parent }: FolderPlace,
  name: string,
  contents: readonly PackedFile[],
  signal: AbortSignal,
): Promise<string> {
  const within = path.resolve(parent)
  const wanted = windowsName(name)
  let own = path.join(within, passingName(wanted))
  try {
    signal.throwIfAborted()
    await clearLeftovers(files, within)
    await files.mkdir(own)
    for (const { name: file, bytes } of contents) {
      signal.throwIfAborted()
      await writeSynced(files, path.join(own, file), bytes)
    }
    // Not every place can sync a folder, such as some shares; the files themselves are whole.
    await syncFolder(files, own).catch(() => undefined)
    signal.throwIfAborted()
    own = await renamed(files, own, path.join(within, wanted))
    await syncFolder(files, within).catch(() => undefined)
    // Cancelled in the very moment it got its name: it goes again.
    signal.throwIfAborted()
    return own
  } catch (error) {
    await files.rm(own, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
    if (signal.aborted) throw error
    throw storageRefusal(error, parent) ?? error
  }
}

async function writeSynced(files: FileSystem, file: string, bytes: Uint8Array): Promise<void> {
  const handle = await files.open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** To the first name nothing has; one that came between the look and the renaming is stepped over too. */
async function renamed(files: FileSystem, from: string, wanted: string): Promise<string> {
  for (let at = 1; ; at += 1) {
    const to = at === 1 ? wanted : `${wanted} (${at})`
    if (await exists(files, to)) continue
    try {
      await files.rename(from, to)
      return to
    } catch (error) {
      if (!(await exists(files, to).catch(() => false))) throw error
    }
  }
}
