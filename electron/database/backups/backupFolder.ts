// The folder of backups beside a data file: how copies are named, listed, described and discarded. The name alone says when
// and why a copy was taken; the index beside them only adds what is slow to find out, so that losing it loses no backup.
import path from 'node:path'
import { z } from 'zod'
import { type BackupReason, backupReasons, type DatedBackup, newestFirst } from '../../../shared/domain/backups'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { exists, type FileSystem, writeTextWhole } from '../fileSystem'
import type { CopyFacts } from './inspect'

const slugs: Readonly<Record<BackupReason, string>> = {
  'day-start': 'dau-ngay',
  interval: 'dinh-ky',
  close: 'dong-tep',
  'before-upgrade': 'truoc-nang-cap',
  'before-restore': 'truoc-phuc-hoi',
  'before-import': 'truoc-nhap',
  'before-bulk': 'truoc-sua-loat',
  'before-update': 'truoc-cap-nhat',
  manual: 'thu-cong',
}

const indexName = 'danh-sach.json'

const entry = z.object({
  fileName: z.string(),
  label: z.string(),
  sha256: z.string(),
  facts: z.object({
    sizeBytes: z.number(),
    schemaVersion: z.number(),
    lastCommand: z.number(),
    establishments: z.number(),
    projects: z.number(),
    plans: z.number(),
    papers: z.number(),
  }),
})
const secondPlace = z.object({
  folder: z.string(),
  copiedOn: z.string().nullable(),
  failed: z.boolean(),
})
const index = z.object({
  entries: z.array(entry),
  /** By the name of the machine: a drive letter means something only there. */
  secondPlaces: z.record(z.string(), secondPlace),
  /** When every page was last read and found good, and when the sums last were. */
  checkedOn: z.string().nullable(),
  sumsCheckedOn: z.string().nullable(),
  sumsFindings: z.number(),
})
export type BackupIndex = z.output<typeof index>
export type SecondPlace = z.output<typeof secondPlace>

const emptyIndex: BackupIndex = { entries: [], secondPlaces: {}, checkedOn: null, sumsCheckedOn: null, sumsFindings: 0 }

export interface StoredBackup extends DatedBackup {
  /** The file's name, which is its id in this folder. */
  readonly id: string
  readonly sizeBytes: number
  readonly label: string
  /** Null for a copy the index does not know. */
  readonly facts: CopyFacts | null
}

export function backupFolderOf(dataFile: string): string {
  const { dir, name } = path.parse(path.resolve(dataFile))
  return path.join(dir, `${name}.sao-luu`)
}

/** Whether a file is itself one of the copies in such a folder. */
export function isBackupCopy(file: string): boolean {
  return path.basename(path.dirname(path.resolve(file))).endsWith('.sao-luu')
}

const two = (value: number) => String(value).padStart(2, '0')

/** Local 'YYYY-MM-DD HH:mm:ss'. */
export function localTime(now: Date): string {
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`
}

export function backupName(dataFile: string, reason: BackupReason, takenAt: string, count: number): string {
  const stamp = takenAt.replace(/[-:]/g, '').replace(' ', '-')
  const more = count === 0 ? '' : `-${count + 1}`
  return `${path.parse(dataFile).name}.${stamp}${more}.${slugs[reason]}.skc`
}

const namePattern = /\.(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(?:-\d+)?\.([a-z-]+)\.skc$/

export function readBackupName(name: string): { takenAt: string; reason: BackupReason } | null {
  const match = namePattern.exec(name)
  if (match === null || name.startsWith('.')) return null
  const [, year, month, day, hour, minute, second, slug] = match
  const reason = backupReasons.find((one) => slugs[one] === slug)
  return reason === undefined ? null : { takenAt: `${year}-${month}-${day} ${hour}:${minute}:${second}`, reason }
}

/** A free name for a copy taken now. */
export async function freeBackupName(
  files: FileSystem,
  folder: string,
  dataFile: string,
  reason: BackupReason,
  takenAt: string,
): Promise<string> {
  for (let count = 0; ; count += 1) {
    const name = backupName(dataFile, reason, takenAt, count)
    if (!(await exists(files, path.join(folder, name)))) return name
  }
}

/**
 * An index that is lost or damaged is an empty one: it is made anew at the next copy.
 * @throws what keeps from reading it just now: made anew then, it would forget notes and the second place
 */
export async function readIndex(files: FileSystem, folder: string): Promise<BackupIndex> {
  const file = path.join(folder, indexName)
  if (!(await exists(files, file))) return emptyIndex
  const text = await files.readFile(file, 'utf8')
  try {
    return index.parse(JSON.parse(text))
  } catch {
    return emptyIndex
  }
}

export async function writeIndex(files: FileSystem, folder: string, value: BackupIndex): Promise<void> {
  await files.mkdir(folder, { recursive: true })
  await writeTextWhole(files, path.join(folder, indexName), `${JSON.stringify(value, null, 2)}\n`)
}

/** Every copy in the folder, the newest first; those of days to come at the end. */
export async function listBackups(files: FileSystem, folder: string, today: PlainDate): Promise<StoredBackup[]> {
  if (!(await exists(files, folder))) return []
  const names = await files.readdir(folder)
  // Without what the index adds the copies are told all the same.
  const { entries } = await readIndex(files, folder).catch(() => emptyIndex)
  const found = await Promise.all(
    names.map(async (name): Promise<StoredBackup[]> => {
      const told = readBackupName(name)
      if (told === null) return []
      const stat = await files.stat(path.join(folder, name)).catch(() => null)
      if (stat === null || !stat.isFile()) return []
      // A file of another length than the one that was checked is not that copy any more.
      const known = entries.find((one) => one.fileName === name && one.facts.sizeBytes === stat.size)
      return [{ id: name, ...told, sizeBytes: stat.size, label: known?.label ?? '', facts: known?.facts ?? null }]
    }),
  )
  return newestFirst(found.flat(), today)
}

/** What a copy that never came to its end left behind. */
export async function removeUnfinished(files: FileSystem, folder: string): Promise<void> {
  const names = await files.readdir(folder).catch(() => [] as string[])
  for (const name of names)
    if (/^\..*\.tmp(-journal)?$/.test(name))
      await files.rm(path.join(folder, name), { force: true }).catch(() => undefined)
}
