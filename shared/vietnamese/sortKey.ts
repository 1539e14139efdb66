// A text that sorts in binary order as Vietnamese sorts, so that a database can page through a list already in order.
import { cleanLine } from './text'

// The alphabet with the foreign letters at their usual places; đ, ă, â … are letters of their own, after their base.
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const RANKS = new Map([...LETTERS].map((letter, index) => [letter, String.fromCharCode(0x61 + index)]))
// Combining marks that make letters; the others are tones.
const LETTER_MARKS = /[\u0302\u0306\u031b]/g
const TONES = new Map([
  ['\u0300', '2'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0301', '5'],
  ['\u0323', '6'],
])

/** Numbers inside names by value: the count of digits goes before them. */
function numberKey(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '')
  return `0${String.fromCharCode(0x30 + Math.min(significant.length, 0x4a))}${significant}`
}

/**
 * Letters first, tones only where the letters are equal: "Ba" < "Bà" < "Ba Bể". Punctuation is passed over.
 */
export function vietnameseSortKey(text: string): string {
  let letters = ''
  let tones = ''
  for (const part of cleanLine(text)
    .toLowerCase()
    .match(/\d+|\D/gu) ?? []) {
    if (/^\d/.test(part)) {
      letters += numberKey(part)
      continue
    }
    const decomposed = part.normalize('NFD')
    const tone = [...decomposed].map((mark) => TONES.get(mark) ?? '').join('')
    const base = decomposed.replace(/\p{M}/gu, '')
    const marks = (decomposed.match(LETTER_MARKS) ?? []).join('')
    const letter = (base + marks).normalize('NFC')
    const rank = RANKS.get(letter) ?? RANKS.get(base)
    if (rank !== undefined) {
      letters += rank
      tones += tone === '' ? '1' : tone
    } else if (part === ' ') {
      letters += ' '
    }
  }
  return `${letters}\u0001${tones}`
}
