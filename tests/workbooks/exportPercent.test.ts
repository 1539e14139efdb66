// Columns of percentages: what the sheet carries is what LibreOffice works out anew from its formulas.
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { writeWorkbook } from '../../electron/workbooks/adapter/write'
import { layOut } from '../../electron/workbooks/layout'
import { landscapeA4, type Row, type Sheet } from '../../electron/workbooks/sheet'
import { percentHundredths } from '../../shared/domain/percent'
import { convertWithLibreOffice } from '../support/libreOffice'
import { hasTool } from '../support/tools'

type Key = 'mark' | 'name' | 'plan' | 'done' | 'last' | 'rate' | 'share' | 'growth'

const awkward = [1, 3, 7, 11, 800, 80_000, 123_456_789, 333_333_333, 2_396_500_000, 999_999_999_999]

function sheetOf(rows: readonly Row<Key>[]): Sheet<Key> {
  return {
    name: 'Tỷ lệ',
    letterhead: { left: [], right: [] },
    title: ['BẢNG TỶ LỆ'],
    subtitle: [],
    unit: 'million',
    header: [
      { key: 'mark', heading: 'TT', kind: 'centredText', width: 4 },
      { key: 'name', heading: 'Tỉnh', kind: 'text', width: 20 },
      { key: 'plan', heading: 'Kế hoạch', kind: 'money', width: 12, summed: true },
      { key: 'done', heading: 'Thực hiện', kind: 'money', width: 12, summed: true },
      { key: 'last', heading: 'Năm trước', kind: 'money', width: 12, summed: true },
      { key: 'rate', heading: '%', kind: 'percent', width: 8, ratio: { part: 'done', whole: 'plan', of: 'line' } },
      {
        key: 'share',
        heading: 'Tỷ trọng',
        kind: 'percent',
        width: 8,
        ratio: { part: 'done', whole: 'done', of: 'total' },
      },
      {
        key: 'growth',
        heading: 'Tăng, giảm',
        kind: 'percent',
        width: 8,
        ratio: { part: 'plan', whole: 'last', of: 'line', growth: true },
      },
    ],
    markColumn: 'mark',
    headingColumn: 'name',
    body: { kind: 'groups', groups: [{ mark: 'I', heading: 'Cả vùng', content: { kind: 'rows', rows } }] },
    total: 'Tổng cộng',
    words: [],
    placeAndDate: null,
    signatures: [],
    print: landscapeA4,
  }
}

const rows: readonly Row<Key>[] = awkward.flatMap((whole, index) =>
  awkward.map(
    (part, at): Row<Key> => ({
      mark: `${index}.${at}`,
      name: `${part}/${whole}`,
      plan: whole,
      done: at === 4 ? null : part,
      last: at === 5 ? 0 : at === 6 ? null : part,
    }),
  ),
)

describe.skipIf(!hasTool('soffice'))('columns of percentages', () => {
  test('are recalculated to what they carry, on rows, groups and the total, nothing known showing a dash', async () => {
    const grid = layOut(sheetOf(rows))
    const bytes = await writeWorkbook([grid], new Date(0))
    const [recalculated] = convertWithLibreOffice([bytes], 'xlsx', 'xlsx')
    const cellsOf = (file: Uint8Array) =>
      (readWorkbook(file).sheets[0]?.rows ?? []).flatMap((row) =>
        row.cells.map(({ column, kind, text }) => `${row.number}:${column} ${kind} ${text}`),
      )
    expect(cellsOf(recalculated ?? Buffer.alloc(0))).toEqual(cellsOf(bytes))
    expect(cellsOf(bytes).filter((cell) => cell.endsWith(' text –'))).toHaveLength(40)
  })

  test('say of each line what dividing its own figures says', () => {
    const grid = layOut(sheetOf(rows))
    const shares = grid.lineRows.map((at) => {
      const cells = grid.rows[at - 1]?.cells ?? []
      const dongOf = (column: number) => {
        const value = cells.find((cell) => cell.column === column)?.value
        return value?.kind === 'money' ? value.dong : null
      }
      const rate = cells.find((cell) => cell.column === 6)?.value
      return { plan: dongOf(3), done: dongOf(4), rate: rate?.kind === 'percent' ? rate.hundredths : null }
    })
    expect(shares).toHaveLength(rows.length + 2)
    for (const { plan, done, rate } of shares)
      expect(rate).toBe(plan === null || done === null ? null : percentHundredths(done, plan))
  })
})
