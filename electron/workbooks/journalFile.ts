// The journal of changes as a file: XLSX for people, CSV for other programs. In neither does a text become a formula.
import type { FileOut } from '../../shared/contract/values'
import { historyLabels } from '../../shared/labels'
import { csvField } from '../../shared/vietnamese/csv'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { Later, type Reader } from '../database/access'
import type { JournalLine, Period } from '../history/journal'
import { landscapeA4, type Sheet } from './sheet'

const columns = ['at', 'person', 'what', 'label', 'before', 'after', 'host'] as const
type Key = (typeof columns)[number] | 'ordinal'

const { journalColumns: heads } = historyLabels

/** "21/11/2026 10:05" on the user's clock. */
function localTime(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${formatDate(day)} ${two(at.getHours())}:${two(at.getMinutes())}`
}

function journalSheet(lines: readonly JournalLine[], { from, to }: Period): Sheet<Key> {
  const text = (key: Key, width: number) => ({ key, heading: heads[key], kind: 'text' as const, width })
  return {
    name: historyLabels.journal,
    letterhead: { left: [], right: [] },
    title: [historyLabels.journalTitle],
    subtitle: [`Từ ${formatDate(from)} đến ${formatDate(to)}`],
    unit: null,
    header: [
      { key: 'ordinal', heading: heads.ordinal, kind: 'integer', width: 6 },
      text('at', 17),
      text('person', 16),
      text('what', 28),
      text('label', 28),
      text('before', 28),
      text('after', 28),
      text('host', 12),
    ],
    markColumn: 'ordinal',
    headingColumn: 'at',
    body: {
      kind: 'rows',
      rows: lines.map((line, index) => ({ ...line, ordinal: index + 1, at: localTime(line.at) })),
    },
    total: null,
    words: [],
    placeAndDate: null,
    signatures: [],
    print: landscapeA4,
  }
}

function journalCsv(lines: readonly JournalLine[]): Buffer {
  const rows = [
    columns.map((key) => heads[key]),
    ...lines.map((line) => columns.map((key) => (key === 'at' ? localTime(line.at) : line[key]))),
  ]
  return Buffer.from(
    `\ufeff${rows.map((row) => row.map((cell) => csvField(cell, ',')).join(',')).join('\r\n')}\r\n`,
    'utf8',
  )
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

export async function journalFile(
  reader: Reader,
  lines: readonly JournalLine[],
  { from, to, format }: Period & { readonly format: keyof typeof mediaTypes },
): Promise<Later<FileOut>> {
  const createdAt = madeOn(reader.today)
  return new Later(async () => {
    const bytes = format === 'csv' ? journalCsv(lines) : await journalWorkbook(lines, { from, to }, createdAt)
    return {
      fileName: `nhat-ky-${from}-den-${to}.${format}`,
      mediaType: mediaTypes[format],
      base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    }
  })
}

function madeOn(today: PlainDate): Date {
  return new Date(Date.parse(`${today}T00:00:00Z`))
}

async function journalWorkbook(lines: readonly JournalLine[], period: Period, createdAt: Date): Promise<Uint8Array> {
  const [{ layOut }, { writeWorkbook }] = await Promise.all([import('./layout'), import('./adapter/write')])
  return writeWorkbook([layOut(journalSheet(lines, period))], createdAt)
}
