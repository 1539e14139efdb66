// The sort key puts names in the order of the Vietnamese collation.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vietnameseSortKey } from '../../shared/vietnamese/sortKey'

const oracle = new Intl.Collator('vi', { numeric: true })
const byKey = (a: string, b: string) => {
  const [x, y] = [vietnameseSortKey(a), vietnameseSortKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

describe('vietnameseSortKey', () => {
  it('orders letters, then tones', () => {
    const names = [
      'Đào',
      'Da',
      'Đa',
      'Dũng',
      'Âu',
      'Ăn',
      'An',
      'Ấp',
      'Bà',
      'Ba',
      'Ba Bể',
      'Bả',
      'HTX 10',
      'HTX 2',
      'Ô',
      'Ơ',
      'O',
    ]
    expect([...names].sort(byKey)).toEqual([...names].sort(oracle.compare))
  })

  it('agrees with the collation on any names of Vietnamese words and numbers', () => {
    const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxy']
    const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
    const vowels = new Set('aăâeêioôơuưy')
    const letter = fc
      .tuple(fc.constantFrom(...letters), fc.constantFrom(...tones))
      .map(([base, tone]) => (vowels.has(base) ? (base + tone).normalize('NFC') : base))
    const word = fc.oneof(
      { weight: 6, arbitrary: fc.array(letter, { minLength: 1, maxLength: 4 }).map((all) => all.join('')) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 5000 }).map(String) },
    )
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(byKey(a, b))).toBe(Math.sign(oracle.compare(a, b)))
      }),
      { numRuns: 3000 },
    )
  })
})
