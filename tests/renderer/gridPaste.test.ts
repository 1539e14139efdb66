// Rows copied in Excel and pasted into a grid of a form: which column is which, what is new, changed, there already or wrong.
import { describe, expect, it } from 'vitest'
import type { GridColumn } from '../../renderer/components/gridColumns'
import { readPastedGrid, takenAtFirst, withPasted } from '../../renderer/components/gridPaste'

const columns: readonly GridColumn[] = [
  { name: 'name', label: 'Tên máy', width: 200, kind: 'text' },
  { name: 'quantity', label: 'Số lượng', width: 80, kind: 'number', decimals: 3 },
  { name: 'unitPrice', label: 'Đơn giá (đ)', width: 120, kind: 'money' },
  { name: 'boughtOn', label: 'Ngày mua', width: 100, kind: 'date' },
  {
    name: 'state',
    label: 'Tình trạng',
    width: 100,
    kind: 'choice',
    options: [
      { value: 'good', label: 'Tốt' },
      { value: 'bad', label: 'Hỏng' },
    ],
  },
  { name: 'done.local', label: 'Đã chi KCĐP', width: 100, kind: 'money' },
]
const newRow = () => ({ name: '', quantity: 1000, unitPrice: null, boughtOn: null, state: 'good', done: { local: 0 } })
const dryer = {
  name: 'Máy sấy',
  quantity: 2000,
  unitPrice: 90_000_000,
  boughtOn: null,
  state: 'good',
  done: { local: 0 },
}

const read = (rows: string[][], existing: object[] = []) => readPastedGrid(rows, columns, existing)

describe('pasted rows', () => {
  it('with headings, in any order, with a unit and columns of no use', () => {
    const grid = read(
      [
        ['STT', 'Đơn giá (triệu đồng)', 'Tên máy móc', 'Hãng', 'Ngày mua', 'Số lượng'],
        ['1', '1,5', 'Máy nghiền', 'Bosch', '5/3/2026', '2'],
      ],
      [dryer],
    )
    expect(grid.leftAside).toEqual(['Hãng'])
    expect(grid.columns.map(({ name }) => name)).toEqual(['name', 'quantity', 'unitPrice', 'boughtOn'])
    expect(grid.rows.map(({ status }) => status)).toEqual(['new'])
    expect(withPasted([dryer], grid.rows, newRow)).toEqual([
      dryer,
      { ...newRow(), name: 'Máy nghiền', quantity: 2000, unitPrice: 1_500_000, boughtOn: '2026-03-05' },
    ])
  })

  it('without headings, in the order of the grid, numbered or not; empty cells keep what a new row has', () => {
    const lines = [
      ['1', 'Máy nghiền', '', '10.000.000', '', 'hỏng', '5.000.000'],
      ['2', 'Máy ép', '3', '', '', '', ''],
    ]
    for (const rows of [lines, lines.map((line) => line.slice(1))])
      expect(withPasted([], read(rows).rows, newRow)).toEqual([
        { ...newRow(), name: 'Máy nghiền', unitPrice: 10_000_000, state: 'bad', done: { local: 5_000_000 } },
        { ...newRow(), name: 'Máy ép', quantity: 3000 },
      ])
  })

  it('are told apart: the same left alone, a change over its own row, a line said twice once, wrong cells named', () => {
    const { rows } = read(
      [
        ['Máy sấy', '2', '90.000.000'],
        ['MÁY SẤY', '4'],
        ['Máy ép', '1'],
        ['máy ép', '1'],
        ['Máy cắt', 'hai', '1.000'],
        ['Máy bào', '', '', '31/02/2026', 'mới'],
      ],
      [dryer],
    )
    expect(rows.map(({ status }) => status)).toEqual(['same', 'changed', 'new', 'changed', 'wrong', 'wrong'])
    expect(rows.map((row) => row.cells.flatMap(({ text, wrong }) => (wrong ? [text] : [])))).toEqual([
      [],
      [],
      [],
      [],
      ['hai'],
      ['31/02/2026', 'mới'],
    ])
    expect(rows.map(takenAtFirst)).toEqual([false, false, true, false, false, false])
    const [, changed] = rows
    expect(changed === undefined ? [] : withPasted([dryer], [changed], newRow)).toEqual([
      { ...dryer, name: 'MÁY SẤY', quantity: 4000 },
    ])
    expect(withPasted([dryer], [], newRow)).toEqual([dryer])
  })
})
