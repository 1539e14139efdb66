// What every record of carrying out shares: it belongs to one đề án, is read before it is changed, and may be taken away.
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { Writer } from '../database/access'

const words = {
  progress_report: 'báo cáo tiến độ',
  volume_report: 'báo cáo khối lượng',
  acceptance: 'biên bản nghiệm thu',
  training_class: 'lớp đào tạo',
  cluster_report: 'báo cáo hạ tầng cụm công nghiệp',
  inspection: 'lần kiểm tra',
} as const
export type RecordTable = keyof typeof words

export interface SavedRecord {
  readonly id: number
  readonly rowVersion: number
}

/** The tables are alike in the columns asked here, which their types do not say. */
const alike = (table: RecordTable) => table as 'volume_report'

/** @throws Refusal record.missing, record.conflict */
export async function storedRecord(
  writer: Writer,
  table: RecordTable,
  { id, rowVersion }: { readonly id: number; readonly rowVersion: number | null },
): Promise<{ readonly projectId: number; readonly rowVersion: number }> {
  const row = await writer.db
    .selectFrom(alike(table))
    .select(['project_id', 'row_version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', words[table])
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return { projectId: row.project_id, rowVersion: row.row_version }
}

/** The reading a save is made against: 0 for a new record; the record must be of the đề án it is saved for. */
export async function readingOf(
  writer: Writer,
  table: RecordTable,
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly projectId: number },
): Promise<number> {
  if (input.id === null) return 0
  const stored = await storedRecord(writer, table, { id: input.id, rowVersion: input.rowVersion })
  if (stored.projectId !== input.projectId) throw new Refusal('record.missing', words[table])
  return stored.rowVersion
}

/** Its lines and photographs go with it. */
export async function removeRecord(
  writer: Writer,
  table: RecordTable,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await storedRecord(writer, table, input)
  await writer.db.deleteFrom(alike(table)).where('id', '=', input.id).execute()
}

export function refuseContradictions(problems: readonly FieldProblem[]): void {
  const [first] = problems
  if (first !== undefined) throw new Refusal('rule.contradiction', first.message, problems)
}

/** Problems of a part, told at its place in the whole input. */
export function under(place: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map(({ path, message }) => ({ path: `${place}.${path}`, message }))
}

/** @throws Refusal input.invalid */
export async function knownEstablishment(writer: Writer, id: number | null, path: string): Promise<number | null> {
  if (id === null) return null
  const found = await writer.db.selectFrom('establishment').select('id').where('id', '=', id).executeTakeFirst()
  if (found === undefined)
    throw new Refusal('input.invalid', '', [{ path, message: 'Không còn cơ sở này trong danh sách.' }])
  return id
}
