// What of a table goes to a file: numbers and dates as themselves, codes as texts, money with its unit.
import { describe, expect, it } from 'vitest'
import { exportedList } from '../../renderer/components/listOut'
import type { Column } from '../../renderer/components/tableColumns'
import { formatMoney } from '../../shared/vietnamese/money'

interface Row {
  readonly code: string
  readonly name: string
  readonly dong: number | null
  readonly day: string
  readonly share: string
  readonly many: string
}

const rows: Row[] = [
  { code: '00120', name: '=HYPERLINK("x")', dong: 1_196_500_000, day: '21/11/2026', share: '12,5%', many: '1.204' },
  { code: '7', name: 'Hợp tác xã', dong: null, day: '', share: '', many: '–' },
]

const columns: Column<Row>[] = [
  { id: 'code', header: 'Mã', width: 60, text: (row) => row.code },
  { id: 'name', header: 'Tên', width: 60, text: (row) => row.name, foot: 'Cộng' },
  {
    id: 'money',
    header: 'Hỗ trợ',
    width: 60,
    align: 'end',
    text: (row) => (row.dong === null ? '' : formatMoney(row.dong, 'million')),
    title: (row) => (row.dong === null ? '' : `${formatMoney(row.dong)} đồng`),
    foot: '1.196,5',
  },
  { id: 'day', header: 'Ngày', width: 60, text: (row) => row.day },
  { id: 'share', header: 'Tỷ lệ', width: 60, align: 'end', text: (row) => row.share },
  { id: 'many', header: 'Số lượng', width: 60, align: 'end', text: (row) => row.many },
]

const shown = { title: 'Danh sách', note: '', rows, emphasis: (row: Row) => row.code === '7', moneyLabel: 'triệu đồng' }

describe('a table on its way to a file', () => {
  it('has numbers, dates and texts for what they are', () => {
    const list = exportedList({ ...shown, columns })
    expect(list.columns).toEqual([
      { heading: 'Mã', kind: 'text' },
      { heading: 'Tên', kind: 'text' },
      { heading: 'Hỗ trợ (triệu đồng)', kind: 'number' },
      { heading: 'Ngày', kind: 'date' },
      { heading: 'Tỷ lệ (%)', kind: 'number' },
      { heading: 'Số lượng', kind: 'number' },
    ])
    expect(list.rows).toEqual([
      ['00120', '=HYPERLINK("x")', 1196.5, '2026-11-21', 12.5, 1204],
      ['7', 'Hợp tác xã', null, null, null, '–'],
    ])
    expect(list.emphasised).toEqual([1])
    expect(list.foot).toEqual(['Tổng', 'Cộng', 1196.5, null, null, null])
  })

  it('says the unit of money once', () => {
    const [, , money] = columns
    if (money === undefined) throw new Error('no money')
    const headed = [{ ...money, header: 'KCQG, triệu' }]
    expect(exportedList({ ...shown, columns: headed }).columns).toEqual([{ heading: 'KCQG, triệu', kind: 'number' }])
  })

  it('has only the columns that are shown, in their order', () => {
    const [, name, , day] = columns
    const list = exportedList({ ...shown, columns: [day, name].flatMap((column) => column ?? []) })
    expect(list.columns.map(({ heading }) => heading)).toEqual(['Ngày', 'Tên'])
    expect(list.rows[0]).toEqual(['2026-11-21', '=HYPERLINK("x")'])
  })
})
