// Lists a folder for choosing a data file, in a shell that has no file dialog of its own: sub-folders and .skc files only.
import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, parse, resolve, sep } from 'node:path'
import { Refusal } from '../../shared/contract/errors'
import type { FolderEntry } from '../../shared/contract/shell'
import { compareVietnamese } from '../../shared/vietnamese/order'

export interface FolderListing {
  readonly path: string
  readonly parent: string | null
  readonly separator: string
  readonly places: { name: string; path: string }[]
  readonly entries: FolderEntry[]
}

export async function listFolder(wanted: string | null): Promise<FolderListing> {
  const places = await usualPlaces()
  const path = resolve(wanted ?? places[0]?.path ?? homedir())
  const names = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw refusalOf(error, path)
  })
  const entries = await Promise.all(
    names.filter((entry) => !isHidden(entry.name)).map((entry) => describe(path, entry.name)),
  )
  const parent = dirname(path)
  return {
    path,
    parent: parent === path ? null : parent,
    separator: sep,
    places,
    entries: entries.filter((entry) => entry !== null).sort(foldersFirst),
  }
}

function refusalOf(error: NodeJS.ErrnoException, path: string): Error {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return new Refusal('file.missing', path)
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return new Refusal('call.refused', `không có quyền xem thư mục “${path}”.`)
  return error
}

const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('$')

/** Null for what is neither a folder nor a data file, or went away meanwhile. */
async function describe(folder: string, name: string): Promise<FolderEntry | null> {
  const path = join(folder, name)
  const info = await stat(path).catch(() => null)
  if (info === null) return null
  const modifiedAt = info.mtime.toISOString()
  if (info.isDirectory()) return { name, path, kind: 'folder', sizeBytes: null, modifiedAt }
  if (info.isFile() && name.toLowerCase().endsWith('.skc'))
    return { name, path, kind: 'dataFile', sizeBytes: info.size, modifiedAt }
  return null
}

function foldersFirst(a: FolderEntry, b: FolderEntry): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1
  return compareVietnamese(a.name, b.name)
}

async function usualPlaces(): Promise<{ name: string; path: string }[]> {
  const home = homedir()
  const candidates = [
    { name: 'Tài liệu', path: join(home, 'Documents') },
    { name: 'Màn hình nền', path: join(home, 'Desktop') },
    { name: 'Thư mục cá nhân', path: home },
    ...roots(),
  ]
  // Asked all at once: a mapped drive that is away answers slowly.
  const found = await Promise.all(candidates.map((place) => stat(place.path).catch(() => null)))
  return candidates.filter((_place, index) => found[index]?.isDirectory())
}

function roots(): { name: string; path: string }[] {
  if (process.platform !== 'win32') return [{ name: 'Máy này', path: parse(homedir()).root }]
  return [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({ name: `Ổ đĩa ${letter}`, path: `${letter}:\\` }))
}
