// A plan of 500 lines to XLSX: ours, beside plain exceljs writing the very same cells, beside openpyxl where Python has it.
import exceljs from 'exceljs'
import { writeWorkbook } from '../../electron/workbooks/adapter/write'
import { nationalPlanSheet } from '../../electron/workbooks/annualPlanSheet'
import { columnLetter } from '../../electron/workbooks/import/rawWorkbook'
import { layOut } from '../../electron/workbooks/layout'
import type { Grid } from '../../electron/workbooks/page'
import { largePlan, planOptions } from '../support/plan2022'
import { type Contender, say, sayBeside, takeTurns } from './measure'
import { runPython } from './python'

const LINES = 500
const WARM_UP = 3
const ROUNDS = 24

export async function benchPlanExport(): Promise<void> {
  const plan = largePlan(LINES)
  const cells = plainCells(layOut(nationalPlanSheet(plan, planOptions)))
  const contenders: Contender[] = [
    {
      name: 'plan to sheet, laid out, heights, sums, XLSX',
      run: () => writeWorkbook([layOut(nationalPlanSheet(plan, planOptions))], new Date(0)),
    },
    { name: 'exceljs, the same finished cells, styles shared', run: () => writePlainly(cells, (style) => style) },
    { name: 'exceljs, the same finished cells, a style each', run: () => writePlainly(cells, structuredClone) },
  ]
  await takeTurns(contenders, WARM_UP)
  const [ours, ...peers] = await takeTurns(contenders, ROUNDS)
  if (ours === undefined) return
  const python = openpyxlMilliseconds(cells)
  if (python !== null) peers.push({ name: 'openpyxl, the same finished cells', median: python, fastest: python })
  sayBeside(`A plan of ${LINES} lines to XLSX`, ours, peers, 'ours ÷ exceljs ≤ 1.3, ≤ 1.5 s')
  if (python === null) say('  peer: openpyxl: not on this machine')
}

type PlainValue = string | number | Date | { readonly formula: string; readonly result: number } | null

interface PlainCell {
  readonly row: number
  readonly column: number
  readonly value: PlainValue
  readonly style: Partial<exceljs.Style>
  readonly merge: readonly [lastRow: number, lastColumn: number] | null
}

export interface PlainSheet {
  readonly widths: readonly number[]
  readonly heights: readonly number[]
  readonly cells: readonly PlainCell[]
}

/** The finished cells as a program without a model would have them: nothing is left to work out. */
export function plainCells(grid: Grid): PlainSheet {
  const line = { style: 'thin' } as const
  const styles = new Map<object, Partial<exceljs.Style>>()
  const styleOf = (style: Grid['rows'][number]['cells'][number]['style']): Partial<exceljs.Style> => {
    const known = styles.get(style)
    if (known !== undefined) return known
    const made: Partial<exceljs.Style> = {
      font: { name: 'Times New Roman', size: style.size, bold: style.face.startsWith('bold') },
      alignment: { horizontal: style.horizontal, vertical: style.vertical, wrapText: true },
      numFmt: style.format === 'money' ? '#,##0.0####' : style.format === 'month' ? 'mm/yyyy' : 'General',
      ...(style.border ? { border: { top: line, right: line, bottom: line, left: line } } : {}),
    }
    styles.set(style, made)
    return made
  }
  const cells = grid.rows.flatMap((row, index) =>
    row.cells.map((cell): PlainCell => {
      const plain = plainValue(cell.value)
      return {
        row: index + 1,
        column: cell.column,
        value: cell.formula === null ? plain : { formula: cell.formula, result: Number(plain) },
        style: styleOf(cell.style),
        merge:
          cell.rowSpan > 1 || cell.columnSpan > 1 ? [index + cell.rowSpan, cell.column + cell.columnSpan - 1] : null,
      }
    }),
  )
  return { widths: grid.columnWidths, heights: grid.rows.map((row) => row.height), cells }
}

function plainValue(value: Grid['rows'][number]['cells'][number]['value']): string | number | Date | null {
  switch (value?.kind) {
    case 'text':
      return value.text
    case 'integer':
      return value.value
    case 'money':
      return value.dong / 1_000_000
    case 'month':
      return new Date(`${value.month}-01T00:00:00Z`)
    default:
      return null
  }
}

async function writePlainly(
  { widths, heights, cells }: PlainSheet,
  styleFor: (style: Partial<exceljs.Style>) => Partial<exceljs.Style>,
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('KCQG')
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  heights.forEach((height, index) => {
    sheet.getRow(index + 1).height = height
  })
  for (const { row, column, value, style, merge } of cells) {
    const cell = sheet.getCell(row, column)
    cell.value = value
    cell.style = styleFor(style)
    if (merge !== null) sheet.mergeCells(row, column, merge[0], merge[1])
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const pythonPeer = `
import io, json, statistics, sys, time
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
data = json.load(sys.stdin)
thin = Side(style='thin')
border = Border(left=thin, right=thin, top=thin, bottom=thin)
fonts = {b: Font(name='Times New Roman', size=11, bold=b) for b in (False, True)}
aligns = {}
def write():
    book = Workbook()
    sheet = book.active
    for index, width in enumerate(data['widths']):
        sheet.column_dimensions[data['letters'][index]].width = width
    for index, height in enumerate(data['heights']):
        sheet.row_dimensions[index + 1].height = height
    for row, column, value, bold, horizontal, bordered, merge in data['cells']:
        cell = sheet.cell(row=row, column=column, value=value)
        cell.font = fonts[bold]
        cell.alignment = aligns.setdefault(horizontal, Alignment(horizontal=horizontal, vertical='center', wrap_text=True))
        if bordered:
            cell.border = border
        if merge:
            sheet.merge_cells(start_row=row, start_column=column, end_row=merge[0], end_column=merge[1])
    book.save(io.BytesIO())
write()
times = []
for _ in range(5):
    start = time.perf_counter()
    write()
    times.append(time.perf_counter() - start)
print(statistics.median(times) * 1000)
`

export function openpyxlMilliseconds({ widths, heights, cells }: PlainSheet): number | null {
  const data = {
    widths,
    heights,
    letters: widths.map((_, index) => columnLetter(index + 1)),
    cells: cells.map(({ row, column, value, style, merge }) => [
      row,
      column,
      value instanceof Date
        ? value.toISOString().slice(0, 7)
        : value !== null && typeof value === 'object'
          ? `=${value.formula}`
          : value,
      style.font?.bold === true,
      style.alignment?.horizontal ?? 'left',
      style.border !== undefined,
      merge,
    ]),
  }
  const answer = runPython(pythonPeer, [], JSON.stringify(data))
  return answer === null ? null : Number(answer)
}
