// Version 25: what a settlement grants is kept for each source of funds, as its vouchers and its money are, not as one figure of
// the support. What was granted before is parted by what was asked; of the beneficiary's and other money all that was asked stands.
import type Database from 'better-sqlite3'
import { auditTable } from './audit'

interface Granted {
  readonly id: number
  readonly approved: number
  readonly asked_national: number
  readonly asked_local: number
}

const guards = ['final_settlement_line_update', 'audit_settlement_line_update', 'audit_settlement_line_delete']

export function settledBySource(db: Database.Database): void {
  const [finality] = guards
  const guard = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(finality) as string
  for (const name of guards) db.exec(`DROP TRIGGER ${name}`)
  const sources = ['national', 'local', 'counterpart']
  for (const source of sources)
    db.exec(
      `ALTER TABLE settlement_line ADD COLUMN approved_${source} INTEGER
        CHECK (approved_${source} BETWEEN 0 AND 1000000000000000)`,
    )
  const likeOther = (source: string) => `(approved_${source} IS NULL) = (approved_other IS NULL)`
  db.exec(`ALTER TABLE settlement_line ADD COLUMN approved_other INTEGER
    CHECK (approved_other BETWEEN 0 AND 1000000000000000 AND ${sources.map(likeOther).join(' AND ')})`)
  const write = db.prepare(`UPDATE settlement_line SET approved_national = ?, approved_local = ?,
    approved_counterpart = asked_counterpart, approved_other = asked_other WHERE id = ?`)
  const rows = db
    .prepare('SELECT id, approved, asked_national, asked_local FROM settlement_line WHERE approved IS NOT NULL')
    .all() as Granted[]
  for (const row of rows) {
    const national = nationalPart(row)
    write.run(national, row.approved - national, row.id)
  }
  db.exec('ALTER TABLE settlement_line DROP COLUMN approved')
  db.exec(guard)
  auditTable(db, 'settlement_line')
}

/** To the nearest đồng; what is left is of the province's own money, so that the two make what was granted. */
function nationalPart({ approved, asked_national: national, asked_local: local }: Granted): number {
  if (local === 0) return approved
  const [whole, part] = [BigInt(national) + BigInt(local), BigInt(approved) * BigInt(national)]
  return Number((2n * part + whole) / (2n * whole))
}
