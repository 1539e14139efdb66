// What a data file holds, table by table, without what is meant to grow: the audit itself and the row versions.
import fs from 'node:fs'
import Database from 'better-sqlite3'

const audit = ['command', 'row_change', 'record_change', 'removed_file', 'row_mark']

export type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Of a copy, so that the open file is left alone; the search's own index is checked against its words. */
export function tablesOf(file: string): Tables {
  const copy = `${file}.dump`
  fs.copyFileSync(file, copy)
  const db = new Database(copy)
  try {
    db.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`broken references: ${JSON.stringify(broken)}`)
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      tables
        .filter((table) => !audit.includes(table))
        .map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY id`).all().map(readable)]),
    )
  } finally {
    db.close()
    fs.rmSync(copy)
  }
}

export function dumpOf(file: string): Record<string, unknown[]> {
  return JSON.parse(withoutVersions(tablesOf(file))) as Record<string, unknown[]>
}

/** As text, without the row versions, which only ever go forward. */
export function withoutVersions(tables: Tables): string {
  return JSON.stringify(tables, (key, value: unknown) => (key === 'row_version' ? undefined : value))
}

function readable(row: unknown): Readonly<Record<string, unknown>> {
  const { bytes, ...rest } = row as Record<string, unknown>
  return Buffer.isBuffer(bytes) ? { ...rest, bytes: bytes.toString('base64') } : rest
}
