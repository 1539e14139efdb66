// Every sum of a laid-out table: its formula, evaluated by a small reader of its own here, and its cached value both equal
// sums taken from the data another way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearSummarySheet } from '../../electron/workbooks/annualPlanSheet'
import type { Value } from '../../electron/workbooks/evaluate'
import { layOut } from '../../electron/workbooks/layout'
import type { Grid, GridCell } from '../../electron/workbooks/page'
import { type Block, type Group, landscapeA4, type Row, type Sheet } from '../../electron/workbooks/sheet'
import { formatMoney } from '../../shared/vietnamese/money'
import { local2022, national2022, planOptions } from '../support/plan2022'

type Key = 'mark' | 'name' | 'total' | 'a' | 'b' | 'c'

const amount = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1_000_000_000_000 }))
const row: fc.Arbitrary<Row<Key>> = fc.record({ name: fc.string({ maxLength: 30 }), a: amount, b: amount, c: amount })
const rows = fc.array(row, { maxLength: 6 })
const { block } = fc.letrec<{ block: Block<Key>; group: Group<Key> }>((tie) => ({
  group: fc.record({
    mark: fc.constantFrom('A', 'I', '1'),
    heading: fc.string({ maxLength: 40 }),
    content: tie('block'),
  }),
  block: fc.oneof(
    { maxDepth: 3 },
    rows.map((list) => ({ kind: 'rows', rows: list }) as const),
    fc.array(tie('group'), { maxLength: 4 }).map((groups) => ({ kind: 'groups', groups }) as const),
  ),
}))

function sheetOf(body: Block<Key>, sources: readonly Key[] = ['a', 'b', 'c']): Sheet<Key> {
  return {
    name: 'Thử',
    letterhead: { left: [], right: [] },
    title: ['BẢNG'],
    subtitle: [],
    unit: 'million',
    header: [
      { key: 'mark', heading: 'TT', kind: 'centredText', width: 4 },
      { key: 'name', heading: 'Tên', kind: 'text', width: 20 },
      { key: 'total', heading: 'Tổng', kind: 'money', width: 10, summed: true, addsUp: sources },
      {
        heading: 'Trong đó',
        columns: [
          { key: 'a', heading: 'A', kind: 'money', width: 10, summed: true },
          { key: 'b', heading: 'B', kind: 'money', width: 10, summed: true },
          { key: 'c', heading: 'C', kind: 'money', width: 10, summed: true },
        ],
      },
    ],
    markColumn: 'mark',
    headingColumn: 'name',
    body,
    total: 'Tổng cộng',
    words: [{ caption: 'tổng', columns: ['a', 'c'] }],
    placeAndDate: null,
    signatures: [],
    print: landscapeA4,
  }
}

function leaves(body: Block<Key>): readonly Row<Key>[] {
  return body.kind === 'rows' ? body.rows : body.groups.flatMap((group) => leaves(group.content))
}

function money(value: Row<Key>[Key]): bigint {
  return typeof value === 'number' ? BigInt(value) : 0n
}

function sumOf(list: readonly Row<Key>[], keys: readonly Key[]): bigint {
  return list.reduce((sum, one) => keys.reduce((inner, key) => inner + money(one[key]), sum), 0n)
}

/** Knows SUM(A1:B2), A1+A2 and A1, over the whole đồng of the cells; follows references instead of trusting cached values. */
class Calculator {
  readonly cells = new Map<string, GridCell>()
  readonly known = new Map<string, bigint>()

  constructor(grid: Grid) {
    grid.rows.forEach((gridRow, index) => {
      for (const cell of gridRow.cells) this.cells.set(`${letters(cell.column)}${index + 1}`, cell)
    })
  }

  valueAt(place: string): bigint {
    const known = this.known.get(place)
    if (known !== undefined) return known
    const cell = this.cells.get(place)
    const value = cell === undefined ? 0n : cell.formula === null ? plain(cell.value) : this.evaluate(cell.formula)
    this.known.set(place, value)
    return value
  }

  evaluate(formula: string): bigint {
    return formula.split('+').reduce((sum, term) => {
      const range = /^SUM\(([A-Z])(\d+):([A-Z])(\d+)\)$/.exec(term)
      if (range === null) {
        if (!/^[A-Z]\d+$/.test(term)) throw new Error(`not a term this test knows: ${term}`)
        return sum + this.valueAt(term)
      }
      const [, left = '', top = '', right = '', bottom = ''] = range
      let inside = 0n
      for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column += 1)
        for (let line = Number(top); line <= Number(bottom); line += 1)
          inside += this.valueAt(`${String.fromCharCode(column)}${line}`)
      return sum + inside
    }, 0n)
  }
}

function letters(column: number): string {
  return String.fromCharCode(64 + column)
}

function plain(value: Value | null): bigint {
  return value?.kind === 'money' ? BigInt(value.dong) : 0n
}

function textOf(cell: GridCell | undefined): string {
  return cell?.value?.kind === 'text' ? cell.value.text : ''
}

describe('sums of a laid-out table', () => {
  test('formulas and cached values equal sums taken from the rows', () => {
    fc.assert(
      fc.property(block, fc.constantFrom<readonly Key[]>(['a', 'b', 'c'], ['a', 'c'], ['b']), (body, sources) => {
        const grid = layOut(sheetOf(body, sources))
        const calculator = new Calculator(grid)
        for (const [place, cell] of calculator.cells)
          if (cell.formula !== null) expect(plain(cell.value), place).toBe(calculator.valueAt(place))

        const all = leaves(body)
        const at = grid.rows.findIndex((gridRow) => textOf(gridRow.cells[0]) === 'Tổng cộng')
        const totals = grid.rows[at]?.cells.slice(1).map((cell) => plain(cell.value))
        expect(totals).toEqual([sumOf(all, sources), sumOf(all, ['a']), sumOf(all, ['b']), sumOf(all, ['c'])])
      }),
    )
  })

  test('groups without rows are left out, every row stands once, in order', () => {
    fc.assert(
      fc.property(block, (body) => {
        const grid = layOut(sheetOf(body))
        const at = (cells: readonly GridCell[], column: number) => cells.find((cell) => cell.column === column)
        const rowLines = grid.rows.filter((gridRow) => at(gridRow.cells, 3)?.formula?.startsWith('SUM(D') === true)
        const amounts = rowLines
          .filter((gridRow) => at(gridRow.cells, 2)?.style.face === 'regular')
          .map((gridRow) => plain(at(gridRow.cells, 4)?.value ?? null))
        expect(amounts).toEqual(leaves(body).map((one) => money(one.a)))

        const filled = (one: Block<Key>): number =>
          one.kind === 'rows'
            ? 0
            : one.groups
                .filter((group) => leaves(group.content).length > 0)
                .reduce((count, group) => count + 1 + filled(group.content), 0)
        const bold = grid.rows
          .slice(grid.headerRows.last)
          .filter((gridRow) => at(gridRow.cells, 1)?.style.face === 'bold')
        expect(bold.length - 1).toBe(filled(body))
      }),
    )
  })

  test('as many decimals as the smallest amount needs, so that nothing is rounded away', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { moneyDecimals } = layOut(sheetOf({ kind: 'rows', rows: list }))
        for (const one of list)
          for (const value of [one.a, one.b, one.c])
            if (typeof value === 'number')
              expect(formatMoney(value, 'million', moneyDecimals)).toBe(formatMoney(value, 'million', 6))
      }),
    )
  })

  test('the published plan of 2022', () => {
    const grid = layOut(yearSummarySheet([national2022, local2022], 2022, planOptions))
    const line = (label: string) => {
      const found = grid.rows.find((gridRow) => gridRow.cells.slice(0, 2).some((cell) => textOf(cell) === label))
      return found?.cells.flatMap((cell) => (cell.value?.kind === 'money' ? [cell.value.dong] : []))
    }
    expect(line('Tổng cộng')).toEqual([2_396_500_000, 700_000_000, 496_000_000, 1_200_500_000])
    expect(line('Đề án khuyến công quốc gia')).toEqual([1_620_000_000, 700_000_000, 0, 920_000_000])
    expect(line('Đề án khuyến công địa phương')).toEqual([776_500_000, 0, 496_000_000, 280_500_000])
    const words = grid.rows
      .flatMap((gridRow) => gridRow.cells.map(textOf))
      .filter((text) => text.startsWith('Bằng chữ'))
    expect(words).toEqual([
      'Bằng chữ (kinh phí khuyến công hỗ trợ): Một tỷ một trăm chín mươi sáu triệu đồng.',
      'Bằng chữ (tổng kinh phí): Hai tỷ ba trăm chín mươi sáu triệu năm trăm nghìn đồng.',
    ])
  })
})
