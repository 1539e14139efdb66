// A table as it is seen → a list on its way to a file: the shown columns and rows in their order, numbers and dates told by how
// they are written on the screen, so that no screen has to say it a second time.
import type { ExportedList, ListCell } from '../../shared/contract/lists'
import { labels } from '../../shared/labels'
import { parseDate } from '../../shared/vietnamese/dates'
import { numberOf, parseDecimal } from '../../shared/vietnamese/numbers'
import type { Column } from './tableColumns'

interface ShownTable<T> {
  readonly title: string
  readonly note: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly emphasis: ((row: T) => boolean) | undefined
  /** What amounts of money are shown in. */
  readonly moneyLabel: string
}

export function exportedList<T>({ title, note, columns, rows, emphasis, moneyLabel }: ShownTable<T>): ExportedList {
  const read = columns.map((column) => readColumn(column, rows, moneyLabel))
  const hasFoot = columns.some((column) => typeof column.foot === 'string')
  return {
    title,
    note,
    columns: read.map(({ heading, kind }) => ({ heading, kind })),
    rows: rows.map((_, index) => read.map(({ cells }) => cells[index] ?? null)),
    emphasised: emphasis === undefined ? [] : rows.flatMap((row, index) => (emphasis(row) ? [index] : [])),
    foot: hasFoot
      ? columns.map((column, index) =>
          typeof column.foot === 'string'
            ? (writtenNumber(column.foot) ?? column.foot)
            : index === 0
              ? labels.total
              : null,
        )
      : null,
  }
}

interface ReadColumn {
  readonly heading: string
  readonly kind: ExportedList['columns'][number]['kind']
  readonly cells: readonly ListCell[]
}

function readColumn<T>(column: Column<T>, rows: readonly T[], moneyLabel: string): ReadColumn {
  const { header } = column
  const texts = rows.map((row) => (column.copy ?? column.text)(row))
  const said = texts.filter((text) => text !== '')
  if (said.length > 0 && said.every((text) => shownDate(text) !== null))
    return { heading: header, kind: 'date', cells: texts.map(shownDate) }
  // Codes and telephone numbers stand on the left and stay texts, whatever they are made of.
  if (column.align !== 'end') return { heading: header, kind: 'text', cells: texts.map(textOrNull) }
  if (said.length > 0 && said.every((text) => /\d ?%$/.test(text)))
    return {
      heading: header.includes('%') ? header : `${header} (%)`,
      kind: 'number',
      cells: texts.map((text) => writtenNumber(text.replace(/ ?%$/, '')) ?? textOrNull(text)),
    }
  return {
    heading: isMoney(column, rows) && !/đồng|nghìn|triệu|tỷ|, đ$/i.test(header) ? `${header} (${moneyLabel})` : header,
    kind: 'number',
    cells: texts.map((text) => writtenNumber(text) ?? textOrNull(text)),
  }
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text
}

/** Money is the one thing whose tooltip says đồng. */
function isMoney<T>(column: Column<T>, rows: readonly T[]): boolean {
  const { title } = column
  return title !== undefined && rows.some((row) => /\d đồng$/.test(title(row)))
}

/** 21/11/2026, as dates are shown everywhere. */
function shownDate(text: string): string | null {
  if (!/^\d{2}\/\d{2}\/\d{4}$/.test(text)) return null
  const parsed = parseDate(text)
  return parsed.kind === 'value' ? parsed.date : null
}

/** 1.234.567,89, as numbers are shown everywhere; null for a text. */
function writtenNumber(text: string): number | null {
  if (!/^[-−]?\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^[-−]?\d+(?:,\d+)?$/.test(text)) return null
  const parsed = parseDecimal(text, { prefer: 'vietnamese', commaIs: 'decimal' })
  return parsed.kind === 'value' ? numberOf(parsed) : null
}
