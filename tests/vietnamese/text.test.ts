import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanParagraphs } from '../../shared/vietnamese/text'

describe('cleanLine', () => {
  test('composes decomposed text', () => {
    expect(cleanLine('HTX Ye\u0302\u0301n Du\u031bo\u031bng')).toBe('HTX Yến Dương')
  })

  test('makes one space of every run of white space and trims', () => {
    expect(cleanLine('  HTX \t Phi\u00a0\u00a0Đoàn\r\n ')).toBe('HTX Phi Đoàn')
    expect(cleanLine('a\u3000b\u2009c\u2028d')).toBe('a b c d')
  })

  test('drops what cannot be seen, without opening a gap in the word', () => {
    expect(cleanLine('\ufeffKhuy\u200bến c\u00adông')).toBe('Khuyến công')
    expect(cleanLine('Yến \u200b Dương')).toBe('Yến Dương')
  })

  test('is idempotent and leaves no two spaces, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanLine(text)
        expect(cleanLine(once)).toBe(once)
        expect(once).not.toMatch(/^\s|\s$|\s\s|[\n\t\u00a0]/)
      }),
    )
  })
})

describe('cleanParagraphs', () => {
  test('keeps line breaks of every kind and cleans each line', () => {
    expect(cleanParagraphs('Hợp tác xã  A; \r\n\tHTX B\rHTX C')).toBe('Hợp tác xã A;\nHTX B\nHTX C')
  })

  test('keeps an empty line inside and drops those at the ends', () => {
    expect(cleanParagraphs('\n\n một \n\n hai \n ')).toBe('một\n\nhai')
  })
})
