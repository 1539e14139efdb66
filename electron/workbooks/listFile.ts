// A list of the screen as a file: XLSX for people, CSV for other programs. In neither does a text become a formula.
import type { ExportedList, ListCell, ListFormat } from '../../shared/contract/lists'
import type { FileOut } from '../../shared/contract/values'
import { assertNever } from '../../shared/domain/assertNever'
import { csvField } from '../../shared/vietnamese/csv'
import { formatDate, isPlainDate } from '../../shared/vietnamese/dates'
import { foldTokens } from '../../shared/vietnamese/fold'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { Later, type Reader } from '../database/access'
import { plainNumber } from './adapter/numberFormats'

/** How a machine reads CSV goes by its region: Vietnamese Windows has a decimal comma and so divides by semicolons. */
interface CsvDialect {
  readonly separator: ';' | ','
  readonly number: (value: number) => string
  readonly date: (date: string) => string
}

const vietnamese: CsvDialect = {
  separator: ';',
  number: (value) => formatDecimal(value, 15).replaceAll('.', ''),
  date: formatDate,
}

const english: CsvDialect = { separator: ',', number: plainNumber, date: (date) => date }

export function listCsv({ columns, rows }: ExportedList, dialect: CsvDialect): Buffer {
  const field = (cell: ListCell, kind: ExportedList['columns'][number]['kind']): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return dialect.number(cell)
    if (kind === 'date' && isPlainDate(cell)) return dialect.date(cell)
    return csvField(cell, dialect.separator)
  }
  const lines = [
    columns.map(({ heading }) => csvField(heading, dialect.separator)),
    ...rows.map((cells) => columns.map(({ kind }, index) => field(cells[index] ?? null, kind))),
  ]
  // The mark tells Excel that it is UTF-8.
  return Buffer.from(`\ufeff${lines.map((line) => line.join(dialect.separator)).join('\r\n')}\r\n`, 'utf8')
}

export function exportList(reader: Reader, list: ExportedList & { readonly format: ListFormat }): Later<FileOut> {
  const { today } = reader
  return new Later(async () => {
    const bytes = await listBytes(list, today)
    return {
      fileName: `${stemOf(list.title)}-${today}.${list.format === 'xlsx' ? 'xlsx' : 'csv'}`,
      mediaType:
        list.format === 'xlsx'
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'text/csv; charset=utf-8',
      base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    }
  })
}

/** Loaded only here: a program that never exports never pays for the libraries. */
async function listBytes(list: ExportedList & { readonly format: ListFormat }, today: string): Promise<Uint8Array> {
  switch (list.format) {
    case 'csv':
      return listCsv(list, vietnamese)
    case 'csv-comma':
      return listCsv(list, english)
    case 'xlsx': {
      const [{ listGrid }, { writeWorkbook }] = await Promise.all([import('./listGrid'), import('./adapter/write')])
      return writeWorkbook([listGrid(list)], new Date(Date.parse(`${today}T00:00:00Z`)))
    }
    default:
      return assertNever(list.format, 'a list goes out as XLSX or CSV')
  }
}

function stemOf(title: string): string {
  return foldTokens(title).join('-').slice(0, 80) || 'danh-sach'
}
