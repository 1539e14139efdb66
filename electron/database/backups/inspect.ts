// Opens a copy and reads every page of it: only a copy that passed this counts as a backup.
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { type FilesNow, machineFiles } from '../fileSystem'
import { applicationId } from '../pragmas'

/** What is told of a copy: how much of the office's work is in it. */
export interface CopyFacts {
  readonly sizeBytes: number
  readonly schemaVersion: number
  /** The number of the last command in it: the same number means the same content. */
  readonly lastCommand: number
  readonly establishments: number
  readonly projects: number
  readonly plans: number
  readonly papers: number
}

export type Inspection =
  | { readonly ok: true; readonly facts: CopyFacts; readonly sha256: string }
  /** `findings` are SQLite's own words, for the log and the report of a check. */
  | { readonly ok: false; readonly findings: readonly string[] }

const mostFindings = 20

const counted = {
  establishments: 'establishment',
  projects: 'project',
  plans: 'plan',
  papers: 'outgoing_paper',
} as const

function countOf(db: Database.Database, table: string): number {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table)
  // A copy made by an older program has fewer tables.
  return known === undefined ? 0 : Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
}

export function readFacts(db: Database.Database, sizeBytes: number): CopyFacts {
  return {
    sizeBytes,
    schemaVersion: Number(db.pragma('user_version', { simple: true })),
    lastCommand: Number(db.prepare('SELECT coalesce(max(id), 0) FROM command').pluck().get()),
    establishments: countOf(db, counted.establishments),
    projects: countOf(db, counted.projects),
    plans: countOf(db, counted.plans),
    papers: countOf(db, counted.papers),
  }
}

/** What SQLite itself finds wrong, in its words; empty when nothing is. */
export function sqliteFindings(db: Database.Database): string[] {
  const integrity = (db.pragma(`integrity_check(${mostFindings})`) as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok')
  if (integrity.length > 0) return integrity
  const broken = db.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]
  return broken.slice(0, mostFindings).map((one) => `${one.table} ${one.rowid ?? '?'} → ${one.parent}`)
}

const bytesAtOnce = 1 << 20

function hashOf(file: string, files: FilesNow): string {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(bytesAtOnce)
  const handle = files.openSync(file, 'r')
  try {
    for (;;) {
      const length = files.readSync(handle, buffer)
      if (length === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, length))
    }
  } finally {
    files.closeSync(handle)
  }
}

/** Never throws for what is wrong with the file: that is what it is asked. @throws where the disk does not let it be read */
export function inspectCopy(file: string, files: FilesNow = machineFiles.now): Inspection {
  let db: Database.Database | null = null
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    db.pragma('cell_size_check = ON')
    db.pragma('trusted_schema = OFF')
    const owner = db.pragma('application_id', { simple: true })
    if (owner !== applicationId) return { ok: false, findings: [`application_id ${String(owner)}`] }
    const findings = sqliteFindings(db)
    if (findings.length > 0) return { ok: false, findings }
    return { ok: true, facts: readFacts(db, files.statSync(file).size), sha256: hashOf(file, files) }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    return { ok: false, findings: [error instanceof Error ? error.message : String(error)] }
  } finally {
    db?.close()
  }
}
