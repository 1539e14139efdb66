// Spellings of one Vietnamese word: "hoà" and "hòa" differ only in where the tone stands, "Mỹ" and "Mĩ" only in the letter
// for one sound. Names written either way are the same name; names that differ in a tone or a mark are not.
import { fold } from './fold'
import { cleanLine } from './text'

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
// "y" after a consonant that is not part of "qu" sounds and is often written as "i".
const LEVEL_Y = /(?<=^|[^aăâeêioôơuưq])y$/u

/** The words of a text in lower case, tone moved behind the word and i/y levelled: equal for equal names. */
export function spellingWords(text: string): string[] {
  return wordsOf(text).map(({ marked }) => marked)
}

/** The same without marks: what an unmarked, careless or old-style spelling has in common with the right one. */
export function looseKey(text: string): string {
  return wordsOf(text)
    .map(({ bare }) => bare)
    .join(' ')
}

export type Likeness =
  | 'same'
  /** Some words without any marks: "Van Vu" for "Văn Vũ". */
  | 'unmarked'
  /** Other marks: "Sơn Hạ" for "Sơn Hà". */
  | 'near'

/** How two texts with the same `looseKey` are alike. */
export function likenessOf(written: string, name: string): Likeness {
  const wanted = spellingWords(name)
  let likeness: Likeness = 'same'
  for (const [index, word] of spellingWords(written).entries()) {
    if (word === wanted[index]) continue
    if (!/^\p{ASCII}*$/u.test(word)) return 'near'
    likeness = 'unmarked'
  }
  return likeness
}

const MOVABLE_TONE = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/i

/** Puts tones where most official lists have them: "Khánh Hoà" → "Khánh Hòa", "Liêm Thuỷ" → "Liêm Thủy". */
export function settleTones(text: string): string {
  const composed = text.normalize('NFC')
  if (!MOVABLE_TONE.test(composed)) return composed
  return composed
    .normalize('NFD')
    .replace(/(o)([ae])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu, '$1$3$2')
    .replace(/(?<!q)(u)(y)([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu, '$1$3$2')
    .normalize('NFC')
}

interface Spelling {
  readonly marked: string
  readonly bare: string
}

// Vietnamese has some seven thousand syllables, and an address book asks for the same ones over and over.
const known = new Map<string, Spelling>()
const MOST_KNOWN = 20_000

function wordsOf(text: string): Spelling[] {
  const words =
    cleanLine(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.map((word) => {
    const spelling = known.get(word) ?? spellingOf(word)
    if (known.size < MOST_KNOWN) known.set(word, spelling)
    return spelling
  })
}

function spellingOf(word: string): Spelling {
  if (/^\d+$/.test(word)) {
    const number = word.replace(/^0+(?=\d)/, '')
    return { marked: number, bare: number }
  }
  const decomposed = word.normalize('NFD')
  const tones = decomposed.match(TONE) ?? []
  const letters = decomposed.replace(TONE, '').normalize('NFC').replace(LEVEL_Y, 'i')
  return { marked: letters + tones.join(''), bare: fold(letters) }
}
