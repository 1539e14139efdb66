// The budget grid's reading of typed and pasted text: nothing guessed, nothing lost on the way from Excel.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BudgetRowText,
  blankRow,
  isBlock,
  mismatchInWords,
  parseClipboardBlock,
  placeBlock,
  readDong,
  readQuantity,
  readRow,
  textOfLine,
  tidyCell,
} from '../../renderer/projects/budgetRows'

const row = (cells: Partial<BudgetRowText>): BudgetRowText => ({ ...blankRow, ...cells })

describe('what a cell says', () => {
  test.each([
    ['150.000.000', 150_000_000],
    ['150,000,000', 150_000_000],
    ['150 triệu', 150_000_000],
    ['1,2 tỷ', 1_200_000_000],
    // In đồng there are no fractions, so a single group is thousands in either style.
    ['12.000', 12_000],
    ['12,000', 12_000],
    ['0', 0],
  ])('%s is %i đồng', (text, dong) => {
    expect(readDong(text)).toEqual({ kind: 'value', value: dong })
  })

  test.each([['12,5'], ['-5'], ['mười triệu'], ['9999999999999999']])('%s is no amount of đồng', (text) => {
    expect(readDong(text).kind).toBe('wrong')
  })

  test.each([
    ['2', 2_000],
    ['2,5', 2_500],
    ['1,125', 1_125],
    ['1.200', 1_200_000],
    ['', null],
  ])('quantity %s is %s thousandths', (text, thousandths) => {
    expect(readQuantity(text)).toEqual(thousandths === null ? { kind: 'empty' } : { kind: 'value', value: thousandths })
  })

  test('a quantity finer than thousandths is refused, not rounded', () => {
    expect(readQuantity('0,0005').kind).toBe('wrong')
    expect(readQuantity('0,5000')).toEqual({ kind: 'value', value: 500 })
  })

  test('what cannot be read stays as typed when the cell is left', () => {
    expect(tidyCell('unitPrice', ' mười  triệu ')).toBe('mười triệu')
    expect(tidyCell('unitPrice', '150000000')).toBe('150.000.000')
    expect(tidyCell('quantity', '2.50')).toBe('2,5')
  })
})

describe('what a row says', () => {
  test('an empty row is no part of the budget; a row without its content is told', () => {
    expect(readRow(blankRow).blank).toBe(true)
    expect(readRow(row({ note: '  ' })).blank).toBe(true)
    expect(readRow(row({ national: '5 triệu' })).problems.map((problem) => problem.column)).toEqual(['content'])
  })

  test('quantity × unit price against the sources is said in words, both ways', () => {
    const short = readRow(row({ content: 'Máy', quantity: '2', unitPrice: '15.000.000', national: '25.000.000' }))
    expect(mismatchInWords(short)).toBe(
      'Thành tiền 30.000.000 đồng, các nguồn cộng lại 25.000.000 đồng: còn thiếu 5.000.000 đồng.',
    )
    const over = readRow(row({ content: 'Máy', quantity: '1', unitPrice: '15.000.000', other: '16.000.000' }))
    expect(mismatchInWords(over)).toContain('thừa 1.000.000 đồng')
    expect(mismatchInWords(readRow(row({ content: 'Máy', national: '25.000.000' })))).toBeNull()
  })

  test('a line shown and read again is the same line', () => {
    const dong = fc.integer({ min: 0, max: 1_000_000_000_000 })
    fc.assert(
      fc.property(
        fc.record({
          quantityThousandths: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
          unitPrice: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
          amounts: fc.record({ national: dong, local: dong, counterpart: dong, other: dong }),
        }),
        (figures) => {
          const line = { content: 'Máy sấy', unit: 'máy', note: '', ...figures }
          expect(readRow(textOfLine(line)).line).toEqual(line)
        },
      ),
    )
  })
})

/** As Excel writes the clipboard: quotes around cells that hold a tab, a line end or a quote at the start. */
function asExcel(block: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${block.map((cells) => cells.map(cell).join('\t')).join('\r\n')}\r\n`
}

describe('a block from Excel', () => {
  test('comes out as it went in, whatever its cells hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ế', '"', '\t', '\n', ' ', '1', '.') })
    const block = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseClipboardBlock(asExcel(cells))).toEqual(cells)
      }),
    )
  })

  test('one cell is ordinary text', () => {
    expect(isBlock(parseClipboardBlock('Máy sấy'))).toBe(false)
    expect(isBlock(parseClipboardBlock('Máy\tcái'))).toBe(true)
    expect(isBlock(parseClipboardBlock('Máy\nCái'))).toBe(true)
  })

  test('lies over the columns as they are seen: the computed amount takes nothing, a column of ordinals is dropped', () => {
    const block = parseClipboardBlock('1\tMáy đóng gói\tcái\t2\t15,000,000\t30,000,000\t10.000.000\t\t20.000.000\r\n')
    expect(placeBlock(block, 'content')).toEqual([
      {
        content: 'Máy đóng gói',
        unit: 'cái',
        quantity: '2',
        unitPrice: '15.000.000',
        national: '10.000.000',
        local: '',
        counterpart: '20.000.000',
      },
    ])
    expect(placeBlock([['5', '6']], 'quantity')).toEqual([{ quantity: '5', unitPrice: '6' }])
  })
})
