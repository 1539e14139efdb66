import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyInWords, numberInWords } from '../../shared/vietnamese/words'

// An independent reader: words back to digits, strict about which word may follow which.
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

function readGroup(words: readonly string[], isFirst: boolean): bigint {
  const rest = [...words]
  let value = 0
  if (rest[1] === 'trăm') {
    value += digit(rest[0]) * 100
    rest.splice(0, 2)
  } else if (!isFirst) throw new Error(`hundreds missing in "${words.join(' ')}"`)
  const hasHundreds = words.length !== rest.length
  if (rest[0] === 'linh') {
    if (!hasHundreds || rest.length !== 2) throw new Error('stray linh')
    return BigInt(value + digit(rest[1], 1))
  }
  if (rest[0] === 'mười') {
    if (rest.length > 2) throw new Error('too long after mười')
    return BigInt(value + 10 + (rest.length === 2 ? digitAfterTens(rest[1], false) : 0))
  }
  if (rest[1] === 'mươi') {
    if (rest.length > 3) throw new Error('too long after mươi')
    return BigInt(value + digit(rest[0], 2) * 10 + (rest.length === 3 ? digitAfterTens(rest[2], true) : 0))
  }
  if (rest.length === 0 && hasHundreds) return BigInt(value)
  if (rest.length !== 1 || hasHundreds) throw new Error(`cannot read "${words.join(' ')}"`)
  return BigInt(digit(rest[0]))
}

function digit(word: string | undefined, least = 0): number {
  const value = DIGITS.indexOf(word ?? '')
  if (value < least) throw new Error(`not a digit here: ${word}`)
  return value
}

function digitAfterTens(word: string | undefined, afterMuoi: boolean): number {
  if (word === 'lăm') return 5
  if (afterMuoi && word === 'mốt') return 1
  if (afterMuoi && word === 'tư') return 4
  const value = digit(word, 1)
  if (value === 5 || (afterMuoi && (value === 1 || value === 4))) throw new Error(`wrong form: ${word}`)
  return value
}

function readBelowBillion(words: readonly string[], isFirst: boolean): bigint {
  let total = 0n
  let first = isFirst
  let rest = words
  for (const [name, size] of [
    ['triệu', 1_000_000n],
    ['nghìn', 1000n],
  ] as const) {
    const at = rest.indexOf(name)
    if (at < 0) continue
    total += readGroup(rest.slice(0, at), first) * size
    rest = rest.slice(at + 1)
    first = false
  }
  return rest.length === 0 ? total : total + readGroup(rest, first)
}

function readBack(text: string): bigint {
  const words = text.split(' ')
  const at = words.lastIndexOf('tỷ')
  if (at < 0) return readBelowBillion(words, true)
  const below = words.slice(at + 1)
  return (
    readBack(words.slice(0, at).join(' ')) * 1_000_000_000n + (below.length === 0 ? 0n : readBelowBillion(below, false))
  )
}

describe('numberInWords', () => {
  test.each([
    [0, 'không'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [1_001, 'một nghìn không trăm linh một'],
    [1_015, 'một nghìn không trăm mười lăm'],
    [10_005, 'mười nghìn không trăm linh năm'],
    [1_005_000, 'một triệu không trăm linh năm nghìn'],
    [300_000_000, 'ba trăm triệu'],
    [1_250_500_000, 'một tỷ hai trăm năm mươi triệu năm trăm nghìn'],
    [1_000_000_001, 'một tỷ không trăm linh một'],
    [2_000_000_000_000, 'hai nghìn tỷ'],
    [
      1_234_567_890_123,
      'một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn một trăm hai mươi ba',
    ],
    [10n ** 18n, 'một tỷ tỷ'],
    [-105, 'âm một trăm linh năm'],
  ])('%s', (value, words) => {
    expect(numberInWords(value)).toBe(words)
  })

  test('the words of every number below 100.000 read back to it', () => {
    for (let value = 0; value < 100_000; value += 1) {
      if (readBack(numberInWords(value)) !== BigInt(value)) expect(numberInWords(value)).toBe(`words of ${value}`)
    }
  })

  test('the words of big numbers read back to them', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 12 }), (value, zeros) => {
        const rounded = (value / 10n ** BigInt(zeros)) * 10n ** BigInt(zeros)
        expect(readBack(numberInWords(value))).toBe(value)
        expect(readBack(numberInWords(rounded))).toBe(rounded)
      }),
      { numRuns: 5000 },
    )
  })

  test('the other spellings, for offices that use them', () => {
    const style = { zeroTens: 'lẻ', thousand: 'ngàn', billion: 'tỉ' } as const
    expect(numberInWords(1_000_005_105, style)).toBe('một tỉ không trăm lẻ năm ngàn một trăm lẻ năm')
  })

  test('refuses what is not whole', () => {
    expect(() => numberInWords(1.5)).toThrow(RangeError)
    expect(() => numberInWords(Number.NaN)).toThrow(RangeError)
  })
})

test('moneyInWords begins with a capital and ends with the currency', () => {
  expect(moneyInWords(300_000_000)).toBe('Ba trăm triệu đồng')
  expect(moneyInWords(0)).toBe('Không đồng')
  expect(moneyInWords(-5_000)).toBe('Âm năm nghìn đồng')
})
