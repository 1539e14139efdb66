import { expect, test } from 'vitest'
import { compareVietnamese } from '../../shared/vietnamese/order'

test('letters stand in the order of the Vietnamese alphabet', () => {
  const sorted = ['An', 'Ăn', 'Ấp', 'Âu', 'Ba', 'Da', 'Đa', 'Em', 'Êm', 'Oanh', 'Ô', 'Ơ', 'Un', 'Ưu', 'Yên']
  expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted)
})

test('tones only decide between otherwise equal words, in their dictionary order', () => {
  expect(['mạ', 'mã', 'má', 'mả', 'mà', 'ma', 'man'].sort(compareVietnamese)).toEqual([
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
    'man',
  ])
})

test('numbers inside names count by value', () => {
  expect(['Phường 10', 'Phường 2', 'Phường 1'].sort(compareVietnamese)).toEqual(['Phường 1', 'Phường 2', 'Phường 10'])
})
