// Cells copied in Excel: one row a line, quoted cells whole, and headings where they were not copied.
import { describe, expect, it } from 'vitest'
import { isTable, pastedRows, withHeadings } from '../../renderer/components/pasted'

describe('cells copied in Excel', () => {
  it('are rows, line breaks and quotes inside cells kept', () => {
    expect(pastedRows('a\t"hai\ndòng"\t"nói ""thế"""\r\nb\t\t\r\n')).toEqual([
      ['a', 'hai\ndòng', 'nói "thế"'],
      ['b', '', ''],
    ])
    expect(pastedRows('"mở\tb')).toBeNull()
    expect([isTable('một câu'), isTable('một câu\n'), isTable('a\tb'), isTable('a\nb')]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('get the headings of the list only where they have none and are as wide', () => {
    const headings = ['Tên cơ sở', 'Mã cơ sở']
    expect(withHeadings([['HTX A', '=1']], headings)).toBe("sep=\t\r\nTên cơ sở\tMã cơ sở\r\nHTX A\t'=1")
    expect(withHeadings([['ten co so', 'x']], headings)).toBe('sep=\t\r\nten co so\tx')
    expect(withHeadings([['HTX A', 'x', 'y']], headings)).toBe('sep=\t\r\nHTX A\tx\ty')
  })
})
