import { describe, expect, test } from 'vitest'
import { likenessOf, looseKey, settleTones, spellingWords } from '../../shared/vietnamese/spelling'

describe('spellingWords', () => {
  test.each([
    ['hoà', 'hòa'],
    ['Thuý', 'thúy'],
    ['Mỹ Lý', 'Mĩ Lí'],
    ['Kim Hỷ', 'kim hỉ'],
    ['Phường 01', 'phường 1'],
    ['Phan Rang-Tháp Chàm', 'Phan Rang – Tháp Chàm'],
    ['Khoẻ', 'khỏe'.normalize('NFD')],
  ])('%s is %s', (a, b) => {
    expect(spellingWords(a)).toEqual(spellingWords(b))
  })

  test.each([
    ['Sơn Hà', 'Sơn Hạ'],
    ['Ba Tơ', 'Ba Tô'],
    ['Thúi', 'Thúy'],
    ['Quý', 'Quí'],
  ])('%s is not %s', (a, b) => {
    expect(spellingWords(a)).not.toEqual(spellingWords(b))
  })
})

test('looseKey is what careless spellings have in common', () => {
  expect(looseKey('Kim Hỷ')).toBe('kim hi')
  expect(looseKey('KIM HI')).toBe('kim hi')
  expect(looseKey('Ðức Xuân')).toBe('duc xuan')
})

test('likenessOf', () => {
  expect(likenessOf('văn vũ', 'Văn Vũ')).toBe('same')
  expect(likenessOf('van vu', 'Văn Vũ')).toBe('unmarked')
  expect(likenessOf('Văn vu', 'Văn Vũ')).toBe('unmarked')
  expect(likenessOf('Vân Vũ', 'Văn Vũ')).toBe('near')
  expect(likenessOf('Sơn Hạ', 'Sơn Hà')).toBe('near')
})

describe('settleTones', () => {
  test.each([
    ['Khánh Hoà', 'Khánh Hòa'],
    ['Liêm Thuỷ', 'Liêm Thủy'],
    ['Xã Hoà Khoái', 'Xã Hòa Khoái'],
    ['HOÀ BÌNH', 'HÒA BÌNH'],
    ['Quý Hoá', 'Quý Hóa'],
    ['Thuỵ Khuê', 'Thụy Khuê'],
    ['Đoàn Kết', 'Đoàn Kết'],
    ['Khoẻ', 'Khỏe'],
    ['Uỷ', 'Ủy'],
    ['Hòa', 'Hòa'],
  ])('%s → %s', (text, settled) => {
    expect(settleTones(text)).toBe(settled)
    expect(settleTones(text.normalize('NFD'))).toBe(settled)
  })
})
