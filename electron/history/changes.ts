// What a command changed, line by line in the office's words: which box, from what, to what. A list that was written anew
// (a budget, a schedule) is compared row by row, so that only what really changed is told.
import { genderLabels } from '../../shared/labels'
import type { Reader } from '../database/access'
import { rowNow } from '../database/inverse'
import { columnWords, nameColumns, tableLabels } from './columnWords'
import { imagesOf, type ParentKey, parentKeysOf, type RowImages } from './images'
import type { Image } from './recordWords'
import type { ValueWriter } from './valueWords'

export interface ChangeLine {
  readonly kind: 'added' | 'removed' | 'changed'
  /** "Dòng dự toán “Máy sấy”: Đơn giá" */
  readonly label: string
  readonly before: string
  readonly after: string
}

export interface RecordSet {
  readonly tables: readonly string[]
  /** null: all of the tables. */
  readonly ids: readonly number[] | null
}

/** Of some records and their parts where they are given. */
export async function describeChanges(
  reader: Reader,
  write: ValueWriter,
  commandId: number,
  record: RecordSet | null,
): Promise<ChangeLine[]> {
  const all = await imagesOf(reader, commandId)
  const rows = record === null ? all : await partsOf(reader, all, record)
  const lines: ChangeLine[] = []
  for (const [table, ofTable] of byTable(rows)) lines.push(...(await linesOf(table, ofTable, write)))
  return lines
}

function byTable(rows: readonly RowImages[]): Map<string, RowImages[]> {
  const tables = new Map<string, RowImages[]>()
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  return tables
}

async function partsOf(reader: Reader, rows: readonly RowImages[], records: RecordSet): Promise<RowImages[]> {
  const images = new Map(rows.map((row) => [`${row.table} ${row.rowId}`, row]))
  const keys = new Map<string, readonly ParentKey[]>()
  const answers = new Map<string, boolean>()
  const belongs = async (table: string, id: number, image: Image | null): Promise<boolean> => {
    if (records.tables.includes(table)) return records.ids === null || records.ids.includes(id)
    const key = `${table} ${id}`
    const known = answers.get(key)
    if (known !== undefined) return known
    answers.set(key, false)
    if (image === null) return false
    const parents = keys.get(table) ?? (await parentKeysOf(reader, table))
    keys.set(table, parents)
    let answer = false
    for (const parent of parents) {
      const parentId = image[parent.column]
      if (typeof parentId !== 'number') continue
      const changed = images.get(`${parent.table} ${parentId}`)
      const parentImage = changed?.after ?? changed?.before ?? (await rowNow(reader, parent.table, parentId))
      answer ||= await belongs(parent.table, parentId, parentImage)
    }
    answers.set(key, answer)
    return answer
  }
  const own: RowImages[] = []
  for (const row of rows) if (await belongs(row.table, row.rowId, row.after ?? row.before)) own.push(row)
  return own
}

async function linesOf(table: string, rows: readonly RowImages[], write: ValueWriter): Promise<ChangeLine[]> {
  const removed: Written[] = []
  const added: Written[] = []
  const lines: ChangeLine[] = []
  for (const row of rows) {
    const before = row.before === null ? null : await writtenRow(table, row.before, write)
    const after = row.after === null ? null : await writtenRow(table, row.after, write)
    if (before !== null && after !== null) lines.push(...changedCells(table, before, after))
    else if (before !== null) removed.push(before)
    else if (after !== null) added.push(after)
  }
  for (const [before, after] of pairs(removed, added)) lines.push(...changedCells(table, before, after))
  for (const row of removed) lines.push(...wholeRow(table, row, 'removed'))
  for (const row of added) lines.push(...wholeRow(table, row, 'added'))
  return lines
}

interface Cell {
  readonly label: string
  readonly value: string
}

interface Written {
  readonly title: string
  readonly rank: unknown
  /** A row among others of a list, as against a record of its own. */
  readonly listed: boolean
  readonly cells: ReadonlyMap<string, Cell>
}

async function writtenRow(table: string, image: Image, write: ValueWriter): Promise<Written> {
  const cells = new Map<string, Cell>()
  for (const [column, value] of Object.entries(image)) {
    const words = columnWords(table, column)
    if (words !== null) cells.set(column, { label: words.label, value: await write(words.as, value) })
  }
  const named = nameColumns.find((column) => (cells.get(column)?.value ?? '') !== '')
  return {
    title: named === undefined ? '' : (cells.get(named)?.value ?? ''),
    rank: image.rank,
    listed: 'rank' in image,
    cells,
  }
}

/** Takes what is the same, or the same row written anew, out of both lists. */
function pairs(removed: Written[], added: Written[]): [Written, Written][] {
  const found: [Written, Written][] = []
  const take = (isSame: (before: Written, after: Written) => boolean) => {
    for (const before of [...removed]) {
      const after = added.find((one) => isSame(before, one))
      if (after === undefined) continue
      removed.splice(removed.indexOf(before), 1)
      added.splice(added.indexOf(after), 1)
      found.push([before, after])
    }
  }
  take((before, after) => [...before.cells].every(([column, cell]) => after.cells.get(column)?.value === cell.value))
  take((before, after) => before.title !== '' && before.title === after.title)
  take((before, after) => before.listed && before.rank === after.rank)
  return found
}

function changedCells(table: string, before: Written, after: Written): ChangeLine[] {
  const columns = [...new Set([...before.cells.keys(), ...after.cells.keys()])]
  return columns.flatMap((column) => {
    const was = before.cells.get(column)
    const is = after.cells.get(column)
    if ((was?.value ?? '') === (is?.value ?? '')) return []
    const label = (is ?? was)?.label ?? ''
    return [
      {
        kind: 'changed' as const,
        label: before.listed ? `${rowName(table, before)}: ${label}` : label,
        before: was?.value ?? '',
        after: is?.value ?? '',
      },
    ]
  })
}

function rowName(table: string, { title }: Written): string {
  const label = tableLabels[table] ?? ''
  return title === '' ? label : `${label} “${title}”`
}

/** What a box says that nobody has filled in. */
const saysNothing: ReadonlySet<string> = new Set(['', '0', 'Không', genderLabels.unknown])

/** One line for a row of a list; of a record, a line for each box that says something. */
function wholeRow(table: string, row: Written, kind: 'added' | 'removed'): ChangeLine[] {
  const said = [...row.cells.values()].filter(({ value }) => !saysNothing.has(value) && value !== row.title)
  const line = (label: string, value: string): ChangeLine => ({
    kind,
    label,
    before: kind === 'removed' ? value : '',
    after: kind === 'added' ? value : '',
  })
  const words = said.map(({ label, value }) => `${label}: ${value}`).join('; ')
  return [line(rowName(table, row), words === '' ? row.title : words)]
}
