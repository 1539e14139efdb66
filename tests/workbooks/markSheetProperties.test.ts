// Texts put beside any sheet, in its own XML: read again, every cell is where it was with what it said, and the texts stand alone
// in one column more.
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, it } from 'vitest'
import { markSheet } from '../../electron/workbooks/adapter/markSheet'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { RawSheet } from '../../electron/workbooks/import/rawWorkbook'
import { type CellValue, writeBook } from './importSupport'

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('a < b & "c"', '>', "'", ']]>', '<row r="1">', 'Lỗi', '  hai đầu  ', '=1+1', '🌾 chè'),
)
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  text.filter((one) => one.trim() !== '' && !/(?![\t\n])\p{Cc}|[\ufffe\uffff]/u.test(one)),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.boolean(),
  fc.record({ formula: fc.constant('A1+1'), value: fc.integer({ min: 0, max: 99 }) }),
)
const sheetRows = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 })
const columnWidths = fc.constantFrom(
  '',
  '<cols><col min="1" max="3" width="9"/></cols>',
  '<cols><col min="2" max="16384" width="9" hidden="1"/></cols>',
)
const marks = fc.dictionary(
  fc.integer({ min: 1, max: 10 }).map(String),
  text.filter((one) => one.trim() !== ''),
  { maxKeys: 8 },
)

function cellsOf(sheet: RawSheet | undefined): string[] {
  return (sheet?.rows ?? []).flatMap((row) =>
    row.cells.map((one) => `${row.number}|${one.column}|${one.kind}|${one.text}`),
  )
}

function readable(mark: string): string {
  return mark.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, ' ')
}

describe('a sheet with texts beside its rows', () => {
  it('has every cell as it was and the texts in a column of their own, shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        sheetRows,
        marks,
        fc.constantFrom({}, { prefix: 'x' }, { strings: 'shared' as const }),
        columnWidths,
        async (rows, wanted, spec, columns) => {
          const bytes = await writeBook([{ name: 'Một', rows, merges: ['B1:C1'] }], spec)
          const zip = await JSZip.loadAsync(bytes)
          const part = 'xl/worksheets/sheet1.xml'
          const prefix = 'prefix' in spec ? 'x:' : ''
          const written = (await zip.file(part)?.async('string')) ?? ''
          const own = columns.replaceAll(/<(\/?)col/g, `<$1${prefix}col`)
          const xml = written.replace(`<${prefix}sheetData>`, `${own}<${prefix}sheetData>`)
          const texts = new Map(Object.entries(wanted).map(([row, mark]) => [Number(row), mark]))
          zip.file(part, markSheet(xml, { texts, column: null }))
          const before = readWorkbook(bytes).sheets[0]
          const after = readWorkbook(await zip.generateAsync({ type: 'nodebuffer' })).sheets[0]
          const last = Math.max(3, ...(before?.rows ?? []).flatMap((row) => row.cells.map((one) => one.column)))
          const column = Math.max(...cellsOf(after).map((one) => Number(one.split('|')[1])), last)
          const expected = [...texts].map(([row, mark]) => `${row}|${column}|text|${readable(mark)}`)
          const kept = cellsOf(after).filter((one) => !expected.includes(one))
          const same = JSON.stringify(kept) === JSON.stringify(cellsOf(before))
          const all =
            expected.every((one) => cellsOf(after).includes(one)) && cellsOf(after).length === kept.length + texts.size
          const shown = texts.size === 0 || after?.hiddenColumns?.includes(column) !== true
          if (!same || !all || !shown)
            throw new Error(JSON.stringify({ xml, before: cellsOf(before), after: cellsOf(after), expected }))
        },
      ),
      { numRuns: 150 },
    )
  })
})
