import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldTokens } from '../../shared/vietnamese/fold'

describe('fold', () => {
  test.each([
    ['Đề án Đắk Lắk – Nguyễn Ước', 'de an dak lak – nguyen uoc'],
    ['  HTX  Phi Đoàn ', 'htx phi doan'],
    ['\u00d0ồng Nai', 'dong nai'],
    ['PHƯỜNG Huyền Tụng', 'phuong huyen tung'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.each([
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['Khánh Hoà', 'KHÁNH HÒA'],
    ['Uỷ ban', 'Ủy ban'],
    ['Quý', 'Qúy'],
    ['khoẻ', 'khỏe'],
  ])('%s and %s are the same', (a, b) => {
    expect(fold(a)).toBe(fold(b))
    expect(fold(a.normalize('NFD'))).toBe(fold(b))
  })

  test('every Vietnamese letter becomes one ASCII letter', () => {
    const letters = 'aăâeêioôơuưy'
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
    for (const letter of letters)
      for (const tone of tones) expect(fold((letter + tone).normalize('NFC'))).toMatch(/^[aeiouy]$/)
    expect(fold('đĐ')).toBe('dd')
  })

  test('is idempotent, and the same for NFC, NFD and capitals, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aăâđêôơưÁẾỢĐỸ \u0301\u0323') }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const once = fold(text)
        expect(fold(once)).toBe(once)
        expect(fold(text.normalize('NFD'))).toBe(once)
        expect(fold(text.normalize('NFC'))).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('foldTokens', () => {
  test('gives the words without punctuation', () => {
    expect(foldTokens('xã Văn Vũ - huyện Na Rì, 235/2025/NĐ-CP')).toEqual([
      'xa',
      'van',
      'vu',
      'huyen',
      'na',
      'ri',
      '235',
      '2025',
      'nd',
      'cp',
    ])
    expect(foldTokens(' –,. ')).toEqual([])
  })
})
