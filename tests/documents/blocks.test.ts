import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedList, headerGrid, pointLabel, type TableBlock } from '../../electron/documents/blocks'

describe('labels of points', () => {
  it('follow the Vietnamese alphabet', () => {
    expect(Array.from({ length: 12 }, (_, index) => pointLabel(index)).join(' ')).toBe(
      'a) b) c) d) đ) e) g) h) i) k) l) m)',
    )
  })

  it('never repeat, however many points there are', () => {
    const labels = Array.from({ length: 400 }, (_, index) => pointLabel(index))
    expect(new Set(labels).size).toBe(labels.length)
  })
})

describe('a closed list', () => {
  it('ends each item with ";" and the last with ".", whatever it came with', () => {
    expect(closedList(['Một;', 'Hai.', 'Ba'])).toEqual(['Một;', 'Hai;', 'Ba.'])
  })

  it('keeps the mark of a paper that ends the body', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zđ]{1,8}[;. ]{0,3}$/), { minLength: 1 }), (items) => {
        const closed = closedList(items)
        return (
          closed.at(-1)?.endsWith('.') === true &&
          closed.slice(0, -1).every((item) => item.endsWith(';') && !item.endsWith(';;'))
        )
      }),
    )
  })
})

describe('the grid of a table header', () => {
  const table = (header: TableBlock['header'], width: number): TableBlock => ({
    kind: 'table',
    columns: Array.from({ length: width }, () => ({ weight: 1, align: 'left' as const })),
    header,
    rows: [],
  })

  it('marks the places that spans cover', () => {
    const grid = headerGrid(
      table(
        [
          [
            { text: 'TT', rowSpan: 2 },
            { text: 'Trong đó', colSpan: 2 },
          ],
          [{ text: 'KCQG' }, { text: 'Khác' }],
        ],
        3,
      ),
    )
    expect(grid.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
      ['TT', 'Trong đó', null],
      [null, 'KCQG', 'Khác'],
    ])
  })

  it('refuses a header with a hole or with more cells than columns', () => {
    expect(() => headerGrid(table([[{ text: 'một' }]], 2))).toThrow(/hole/)
    expect(() => headerGrid(table([[{ text: 'một', colSpan: 3 }]], 2))).toThrow(/does not fit/)
  })
})
