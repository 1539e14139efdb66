// Packages that went upward: kept with their bytes and data as they went out, listed, recalled with a reason.
import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { Refusal } from '../../shared/contract/errors'
import type { SentPackage } from '../../shared/contract/packages'
import type { FileOut } from '../../shared/contract/values'
import type { PackageData, RecalledPackage } from '../../shared/domain/package'
import type { Reader, Writer } from '../database/access'
import type { SentPackageTable } from '../database/schema/reports'
import { totalsOf } from './packageFacts'

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** "2022/3": the third package of the year's figures. */
export function packageNumber(year: number, number: number): string {
  return `${year}/${number}`
}

export async function nextNumber(reader: Reader, year: number): Promise<number> {
  const row = await reader.db
    .selectFrom('sent_package')
    .where('year', '=', year)
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** Every later package says which earlier ones no longer hold. */
export async function readRecalled(reader: Reader): Promise<RecalledPackage[]> {
  const rows = await reader.db
    .selectFrom('sent_package')
    .where('recalled_on', 'is not', null)
    .select(['year', 'number', 'checksum', 'recalled_on', 'recalled_reason'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    number: packageNumber(row.year, row.number),
    checksum: row.checksum,
    on: row.recalled_on ?? '',
    reason: row.recalled_reason,
  }))
}

/**
 * The one it stands in place of.
 * @throws Refusal record.missing, input.invalid where that one was replaced already or is of another year
 */
export async function readReplaced(
  reader: Reader,
  year: number,
  id: number | null,
): Promise<{ readonly number: string; readonly checksum: string } | null> {
  if (id === null) return null
  const row = await reader.db
    .selectFrom('sent_package as one')
    .leftJoin('sent_package as later', 'later.replaces_id', 'one.id')
    .where('one.id', '=', id)
    .select(['one.year', 'one.number', 'one.checksum', 'later.year as laterYear', 'later.number as laterNumber'])
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'gói đã gửi')
  const number = packageNumber(row.year, row.number)
  const refuse = (message: string) => new Refusal('input.invalid', '', [{ path: 'replaces', message }])
  if (row.year !== year) throw refuse(`Gói số ${number} là số liệu năm ${row.year}, không phải năm ${year}.`)
  if (row.laterYear !== null && row.laterNumber !== null)
    throw refuse(
      `Gói số ${number} đã được thay bằng gói số ${packageNumber(row.laterYear, row.laterNumber)}. Hãy chọn gói mới nhất.`,
    )
  return { number, checksum: row.checksum }
}

export interface MadePackage {
  readonly data: PackageData
  readonly checksum: string
  readonly bytes: Uint8Array
}

export interface Sending {
  readonly year: number
  readonly number: number
  readonly recipient: string
  readonly sentOn: string
  readonly note: string
  readonly replacesId: number | null
  readonly fileName: string
}

export async function keepPackage(
  writer: Writer,
  made: MadePackage,
  sending: Sending,
): Promise<{ id: number; file: FileOut }> {
  const bytes = Buffer.from(made.bytes.buffer, made.bytes.byteOffset, made.bytes.byteLength)
  const { id } = await writer.db
    .insertInto('sent_package')
    .values({
      year: sending.year,
      number: sending.number,
      recipient: sending.recipient,
      sent_on: sending.sentOn,
      note: sending.note,
      projects: made.data.lines.length,
      checksum: made.checksum,
      file_sha256: sha256(bytes),
      file_name: sending.fileName,
      data: JSON.stringify(made.data),
      bytes,
      replaces_id: sending.replacesId,
      recalled_on: null,
      recalled_reason: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, file: fileOf(sending.fileName, bytes) }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function fileOf(fileName: string, bytes: Buffer): FileOut {
  return { fileName, mediaType: xlsxType, base64: bytes.toString('base64') }
}

type Row = Omit<Selectable<SentPackageTable>, 'bytes'>

export async function listPackages(reader: Reader, year: number | null): Promise<SentPackage[]> {
  const rows: Row[] = await reader.db
    .selectFrom('sent_package')
    .select(['id', 'row_version', 'year', 'number', 'recipient', 'sent_on', 'note', 'projects', 'checksum', 'data'])
    .select(['file_sha256', 'file_name', 'replaces_id', 'recalled_on', 'recalled_reason'])
    .orderBy('sent_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const numberOf = new Map(rows.map((row) => [row.id, packageNumber(row.year, row.number)]))
  const named = (id: number | null) => (id === null ? null : { id, number: numberOf.get(id) ?? '' })
  const replacedBy = new Map(
    rows.flatMap((row) => (row.replaces_id === null ? [] : [[row.replaces_id, row.id] as const])),
  )
  return rows
    .filter((row) => year === null || row.year === year)
    .map((row): SentPackage => {
      const data = dataOf(row)
      const { planned, done } = totalsOf(data.lines)
      return {
        id: row.id,
        rowVersion: row.row_version,
        number: packageNumber(row.year, row.number),
        year: row.year,
        programmes: [...data.programmes],
        basis: data.basis,
        asOf: data.asOf,
        period: data.period,
        doneRule: data.doneRule,
        recipient: row.recipient,
        sentOn: row.sent_on,
        note: row.note,
        projects: row.projects,
        planned,
        done,
        checksum: row.checksum,
        fileSha256: row.file_sha256,
        fileName: row.file_name,
        replaces: named(row.replaces_id),
        replacedBy: named(replacedBy.get(row.id) ?? null),
        recalledOn: row.recalled_on,
        recalledReason: row.recalled_reason,
      }
    })
}

function dataOf({ data }: Pick<Row, 'data'>): PackageData {
  return JSON.parse(data) as PackageData
}

export async function readPackage(reader: Reader, id: number) {
  const row = await reader.db.selectFrom('sent_package').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'gói đã gửi')
  return { ...row, data: dataOf(row), fullNumber: packageNumber(row.year, row.number) }
}

/** The very bytes that went out; a file damaged on the disk is not handed on. */
export async function readPackageFile(reader: Reader, id: number): Promise<FileOut> {
  const row = await readPackage(reader, id)
  if (sha256(row.bytes) !== row.file_sha256) throw new Refusal('file.damaged', `gói số ${row.fullNumber}`)
  return fileOf(row.file_name, row.bytes)
}

/** Written once: a recalled package stays recalled. */
export async function recallPackage(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number; readonly reason: string },
): Promise<{ rowVersion: number }> {
  const row = await readPackage(writer, input.id)
  if (row.recalled_on !== null)
    throw new Refusal('input.invalid', '', [
      { path: 'id', message: `Gói số ${row.fullNumber} đã thu hồi trước đó: ${row.recalled_reason}` },
    ])
  if (row.row_version !== input.rowVersion) throw new Refusal('record.conflict')
  const rowVersion = input.rowVersion + 1
  await writer.db
    .updateTable('sent_package')
    .set({ recalled_on: writer.today, recalled_reason: input.reason, row_version: rowVersion })
    .where('id', '=', input.id)
    .execute()
  return { rowVersion }
}
