// Takes changes of rows back from the audit: what was put in goes out, what was changed or deleted comes back as it was.
// The inverse runs as a command of its own, so its own audit is what a redo is made from: an insert needs no image kept.
import { sql } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { Reader, Writer } from './access'

export interface AuditedChange {
  readonly table: string
  readonly rowId: number
  readonly action: 'insert' | 'update' | 'delete'
  readonly before: string | null
  readonly after: string | null
}

type Row = Record<string, unknown>

export async function changesOf({ db }: Reader, commandId: number): Promise<AuditedChange[]> {
  return db
    .selectFrom('row_change')
    .select(['table_name as table', 'row_id as rowId', 'action', 'before', 'after'])
    .where('command_id', '=', commandId)
    .orderBy('id')
    .execute()
}

/**
 * Last change first, so that each step finds the rows as it left them. Row versions never go back: a screen that still
 * shows the row of before must be told.
 * @throws Refusal undo.refused, year.locked
 */
export async function takeBack(writer: Writer, changes: readonly AuditedChange[]): Promise<void> {
  const columns = new Map<string, ReadonlySet<string>>()
  for (const change of [...changes].reverse())
    try {
      await takeBackOne(writer, change, await columnsOf(writer, change.table, columns))
    } catch (error) {
      throw inWords(error) ?? error
    }
}

async function columnsOf(
  writer: Writer,
  table: string,
  known: Map<string, ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  const columns = known.get(table)
  if (columns !== undefined) return columns
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(writer.db)
  const found = new Set(rows.map(({ name }) => name))
  known.set(table, found)
  return found
}

async function takeBackOne(writer: Writer, change: AuditedChange, columns: ReadonlySet<string>): Promise<void> {
  switch (change.action) {
    case 'insert':
      return removeRow(writer, change)
    case 'update':
      return resetRow(writer, change, columns)
    case 'delete':
      return insertAgain(writer, change, columns)
  }
}

async function removeRow(writer: Writer, { table, rowId }: AuditedChange): Promise<void> {
  const { numAffectedRows } = await sql`DELETE FROM ${sql.table(table)} WHERE id = ${rowId}`.execute(writer.db)
  if (numAffectedRows === 0n) throw changedSince()
}

async function resetRow(writer: Writer, change: AuditedChange, columns: ReadonlySet<string>): Promise<void> {
  const { table, rowId } = change
  const before = imageOf(change.before, columns)
  const now = await rowNow(writer, table, rowId)
  if (now === null || !sameContent(now, imageOf(change.after, columns))) throw changedSince()
  const values = 'row_version' in before ? { ...before, row_version: Number(now.row_version) + 1 } : before
  const sets = Object.entries(values)
    .filter(([column]) => column !== 'id')
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`UPDATE ${sql.table(table)} SET ${sql.join(sets)} WHERE id = ${rowId}`.execute(writer.db)
}

async function insertAgain(writer: Writer, change: AuditedChange, columns: ReadonlySet<string>): Promise<void> {
  const image = imageOf(change.before, columns)
  const values: Row = 'row_version' in image ? { ...image, row_version: Number(image.row_version) + 1 } : image
  if (columns.has('bytes') && columns.has('sha256')) values.bytes = await keptBytes(writer, image)
  const names = Object.keys(values)
  await sql`INSERT INTO ${sql.table(change.table)} (${sql.join(names.map((name) => sql.ref(name)))})
    VALUES (${sql.join(Object.values(values))})`.execute(writer.db)
}

async function keptBytes(writer: Writer, image: Row): Promise<Buffer> {
  const kept = await writer.db
    .selectFrom('removed_file')
    .select('bytes')
    .where('sha256', '=', String(image.sha256))
    .executeTakeFirst()
  if (kept === undefined)
    throw new Refusal('undo.refused', `nội dung của tệp “${String(image.file_name)}” không còn được giữ.`)
  return kept.bytes
}

/** Columns that a later program took away are left out; those it added take their default. */
function imageOf(json: string | null, columns: ReadonlySet<string>): Row {
  const image = JSON.parse(json ?? '{}') as Row
  return Object.fromEntries(Object.entries(image).filter(([column]) => columns.has(column)))
}

export async function rowNow({ db }: Reader, table: string, rowId: number): Promise<Row | null> {
  const row = sql<Row>`(SELECT * FROM ${sql.table(table)} WHERE id = ${rowId})`
  return (await db.selectFrom(row.as('row')).selectAll().executeTakeFirst()) ?? null
}

export function sameContent(now: Row, image: Row): boolean {
  return Object.entries(image).every(([column, value]) => column === 'row_version' || now[column] === value)
}

function changedSince(): Refusal {
  return new Refusal('undo.refused', 'dữ liệu đã được sửa tiếp sau việc này.')
}

/** What a trigger of a table says when it refuses, in words. */
const triggerWords: Readonly<Record<string, string>> = {
  'version-locked': 'một bản của đề án liên quan đã khóa.',
  'plan-locked': 'kế hoạch liên quan đã được phê duyệt và khóa.',
  'appraisal-concluded': 'phiếu thẩm định liên quan đã kết luận.',
  'contract-signed': 'hợp đồng liên quan đã ký.',
  'change-decided': 'đề nghị điều chỉnh liên quan đã có quyết định.',
  'issued-is-final': 'văn bản liên quan đã phát hành.',
}

/** The database's own guards, said in words; null for an error that is no guard. */
function inWords(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  switch (error.code) {
    case 'SQLITE_CONSTRAINT_TRIGGER':
      return new Refusal(
        'undo.refused',
        triggerWords[error.message] ?? 'dữ liệu liên quan đã chốt, không sửa được nữa.',
      )
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return new Refusal('undo.refused', 'sau đó đã có dữ liệu khác dùng đến, hoặc dữ liệu nó cần không còn.')
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return new Refusal(
        'undo.refused',
        'mã hoặc số của nó nay đã dùng cho bản ghi khác; hãy đổi mã của bản ghi kia trước.',
      )
    case 'SQLITE_CONSTRAINT_CHECK':
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return new Refusal('undo.refused', 'dữ liệu cũ không còn hợp với phiên bản chương trình này.')
    default:
      return null
  }
}
