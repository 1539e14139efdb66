// Seals: what a record said on the day it was locked, kept beside it. A locked row that no longer says the same was changed
// past the program or damaged on the disk, which no sum and no check of SQLite would notice.
import { deflateSync, inflateSync } from 'node:zlib'
import type Database from 'better-sqlite3'

type Image = Readonly<Record<string, unknown>>

interface Sealed {
  /** Which of its rows are locked, as a condition on its columns. */
  readonly locked: string
  /** Columns that may still move on. */
  readonly free: readonly string[]
  /** Tables of its parts, by the column that leads back. */
  readonly parts: Readonly<Record<string, string>>
}

const decided = `(SELECT state FROM change_request r WHERE r.id = request_id) IN ('decided', 'cancelled')`

/** Every record whose database guards refuse a change once it is locked. */
export const sealedTables = {
  project_version: {
    locked: 'locked = 1',
    // Corrected together with the step that repeats them; those corrections are in the audit.
    free: ['decision_number', 'decision_date'],
    parts: {
      project_beneficiary: 'version_id',
      project_participant: 'version_id',
      project_place: 'version_id',
      planned_output: 'version_id',
      budget_line: 'version_id',
      project_equipment: 'version_id',
      schedule_step: 'version_id',
      project_legal_basis: 'version_id',
      repayment: 'version_id',
    },
  },
  appraisal: {
    locked: 'concluded_on IS NOT NULL',
    free: ['date', 'document_number', 'row_version'],
    parts: { appraisal_check: 'appraisal_id', appraisal_member: 'appraisal_id' },
  },
  contract: {
    locked: `state <> 'draft'`,
    free: ['state', 'note', 'closed_on', 'closed_number', 'closed_reason', 'row_version'],
    parts: { contract_party: 'contract_id', contract_line: 'contract_id', contract_instalment: 'contract_id' },
  },
  contract_appendix: {
    locked: `state = 'signed'`,
    free: ['row_version'],
    parts: { contract_appendix_line: 'appendix_id' },
  },
  acceptance: {
    locked: 'concluded_on IS NOT NULL',
    free: ['mended_on', 'row_version'],
    parts: {
      acceptance_member: 'acceptance_id',
      acceptance_output: 'acceptance_id',
      acceptance_cost: 'acceptance_id',
      supported_machine: 'acceptance_id',
    },
  },
  settlement: {
    locked: 'approved_on IS NOT NULL',
    free: ['row_version'],
    parts: { settlement_line: 'settlement_id', settlement_voucher: 'settlement_id' },
  },
  change_item: {
    locked: decided,
    free: ['made_version_id', 'restored_version_id'],
    parts: { change_reason: 'item_id', change_refusal: 'item_id' },
  },
} as const satisfies Readonly<Record<string, Sealed>>

export type SealedTable = keyof typeof sealedTables

const tables = Object.keys(sealedTables) as SealedTable[]

/** What was locked: the row, and the rows of each part in the order they were put in. */
export interface SealedContent {
  readonly row: Image
  readonly parts: Readonly<Record<string, readonly Image[]>>
}

function without(row: Image, free: readonly string[]): Image {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !free.includes(column)))
}

function contentOf(db: Database.Database, table: SealedTable, id: number): SealedContent | null {
  const { free, parts }: Sealed = sealedTables[table]
  const row = db.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Image | undefined
  if (row === undefined) return null
  return {
    row: without(row, free),
    parts: Object.fromEntries(
      Object.entries(parts).map(([part, owner]) => [
        part,
        db.prepare(`SELECT * FROM ${part} WHERE ${owner} = ? ORDER BY id`).all(id) as Image[],
      ]),
    ),
  }
}

function unsealed(db: Database.Database, table: SealedTable): number[] {
  return db
    .prepare(
      `SELECT id FROM ${table} WHERE ${sealedTables[table].locked}
        AND id NOT IN (SELECT record_id FROM seal WHERE table_name = '${table}')`,
    )
    .pluck()
    .all() as number[]
}

function seal(db: Database.Database, table: SealedTable, id: number): void {
  const content = contentOf(db, table, id)
  if (content === null) return
  db.prepare('INSERT INTO seal (table_name, record_id, content) VALUES (?, ?, ?)').run(
    table,
    id,
    deflateSync(JSON.stringify(content)),
  )
}

/** Everything locked so far, in a file that had no seals. */
export function sealAll(db: Database.Database): void {
  for (const table of tables) for (const id of unsealed(db, table)) seal(db, table, id)
}

/** What the command of this transaction locked. */
export function sealNew(db: Database.Database, commandId: number): void {
  const touched = db
    .prepare(
      `SELECT DISTINCT table_name FROM row_change WHERE command_id = ?
        AND table_name IN (${tables.map((table) => `'${table}'`).join(', ')}, 'change_request')`,
    )
    .pluck()
    .all(commandId) as string[]
  for (const table of tables) {
    // The items of a request are decided by a change of the request itself.
    const by = table === 'change_item' ? ['change_item', 'change_request'] : [table]
    if (!by.some((one) => touched.includes(one))) continue
    for (const id of unsealed(db, table)) seal(db, table, id)
  }
}

export interface BrokenSeal {
  readonly table: SealedTable
  readonly id: number
  /** The table and column that no longer say what was locked; null column: rows came or went. Null: the seal is unreadable. */
  readonly changed: {
    readonly table: string
    readonly column: string | null
    readonly was: unknown
    readonly is: unknown
  } | null
}

function firstDifference(table: string, was: Image, is: Image): BrokenSeal['changed'] {
  // Columns that a later program took away or added are no change of what was said.
  for (const [column, value] of Object.entries(was))
    if (column in is && is[column] !== value) return { table, column, was: value, is: is[column] }
  return null
}

function compare(table: SealedTable, was: SealedContent, is: SealedContent): BrokenSeal['changed'] {
  const own = firstDifference(table, was.row, is.row)
  if (own !== null) return own
  for (const [part, rows] of Object.entries(was.parts)) {
    const now = is.parts[part]
    if (now === undefined) continue
    if (now.length !== rows.length) return { table: part, column: null, was: rows.length, is: now.length }
    for (const [index, row] of rows.entries()) {
      const different = firstDifference(part, row, now[index] ?? {})
      if (different !== null) return different
    }
  }
  return null
}

/** Locked records that no longer say what they said, and locked ones without a seal. */
export function brokenSeals(db: Database.Database): BrokenSeal[] {
  const seals = db.prepare('SELECT table_name AS "table", record_id AS id, content FROM seal').all() as {
    table: SealedTable
    id: number
    content: Buffer
  }[]
  const broken: BrokenSeal[] = []
  for (const { table, id, content } of seals) {
    let was: SealedContent | null
    try {
      was = JSON.parse(inflateSync(content).toString('utf8')) as SealedContent
    } catch {
      was = null
    }
    const is = was === null ? null : contentOf(db, table, id)
    if (was === null) broken.push({ table, id, changed: null })
    else if (is === null) broken.push({ table, id, changed: { table, column: null, was: 1, is: 0 } })
    else {
      const changed = compare(table, was, is)
      if (changed !== null) broken.push({ table, id, changed })
    }
  }
  for (const table of tables) for (const id of unsealed(db, table)) broken.push({ table, id, changed: null })
  return broken
}
