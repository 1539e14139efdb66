// Text typed in the fonts of the years before Unicode: TCVN3 (".VnTime") and VNI ("VNI-Times"). Such text reaches us as
// Latin-1 characters ("H­îp t¸c x·", "Hôïp taùc xaõ"); which encoding it is can only be told from what the words become.
import { isVietnameseSyllable } from './syllables'

export type TextEncoding = 'unicode' | 'tcvn3' | 'vni'

/** Which encoding all these texts together are in. 'unicode' unless the others make Vietnamese of what is not. */
export function detectEncoding(samples: readonly string[]): TextEncoding {
  const words = distinctMarkedWords(samples)
  if (words.length === 0) return 'unicode'
  const asUnicode = words.filter((word) => isVietnameseSyllable(word)).length
  const candidates = (['tcvn3', 'vni'] as const)
    .map((encoding) => ({ encoding, ...weigh(words, encoding) }))
    .filter(({ valid, weight }) => {
      return weight >= ENOUGH_WEIGHT && valid > asUnicode && valid >= words.length * LEAST_SHARE
    })
    .sort((a, b) => b.weight - a.weight || b.valid - a.valid)
  return candidates[0]?.encoding ?? 'unicode'
}

/** How many marked words of a text are Vietnamese syllables when it is read in that encoding. */
export function marksRead(text: string, encoding: TextEncoding): number {
  return distinctMarkedWords([text]).filter((word) => isVietnameseSyllable(toUnicode(word, encoding))).length
}

/** Converts to Unicode (NFC). Do this before any cleaning of white space: in TCVN3 the soft hyphen is the letter "ư". */
export function toUnicode(text: string, encoding: TextEncoding): string {
  switch (encoding) {
    case 'unicode':
      return text.normalize('NFC')
    case 'tcvn3':
      return raiseCapitals(text.replace(TCVN3_CHARACTER, (character) => TCVN3.get(character) ?? character))
    case 'vni':
      return text.replace(VNI_SEQUENCE, (sequence) => VNI.get(sequence) ?? sequence)
  }
}

// One word that cannot be anything else, or three that French or German could have by chance.
const ENOUGH_WEIGHT = 3
const SURE_WORD = 3
// The rest are abbreviations and names from other languages ("Ñaék Laék").
const LEAST_SHARE = 0.5

function weigh(words: readonly string[], encoding: 'tcvn3' | 'vni'): { valid: number; weight: number } {
  let valid = 0
  let weight = 0
  for (const word of words) {
    if (BEYOND_LATIN.test(word) || !isVietnameseSyllable(toUnicode(word, encoding))) continue
    valid += 1
    if (!isVietnameseSyllable(word)) weight += isUnlikelyInLatin(word) ? SURE_WORD : 1
  }
  return { valid, weight }
}

// No European word has a sign inside, a capital with a mark after a small letter, or two marked letters in a row
// (beginning with one that VNI uses for ơ and ư).
const UNLIKELY_IN_LATIN = /[\u00A1-\u00BF\u00D7\u00F7]|\p{Ll}[\u00C0-\u00DE]|[ôö][ùøûõï]/u

// Letters the old encodings have no place for.
const BEYOND_LATIN = /[^\p{ASCII}\u0080-\u00FF]/u

function isUnlikelyInLatin(word: string): boolean {
  return UNLIKELY_IN_LATIN.test(word)
}

// In the old encodings every letter lies in Latin-1, signs and soft hyphen included.
const WORD = /[\p{L}\p{M}\u00A1-\u00FF]+/gu
const MARKED = /[^\p{ASCII}]/u
// Whole columns are given as samples; some thousand different words settle the question.
const MOST_WORDS = 4000

function distinctMarkedWords(samples: readonly string[]): string[] {
  const words = new Set<string>()
  for (const sample of samples) {
    for (const [word] of sample.matchAll(WORD)) {
      if (!MARKED.test(word)) continue
      words.add(word)
      if (words.size >= MOST_WORDS) return [...words]
    }
  }
  return [...words]
}

const TCVN3 = new Map(
  Object.entries({
    // Marked capitals have no codes of their own: those are small letters in a capitals font (".VnTimeH").
    '¡': 'Ă',
    '¢': 'Â',
    '§': 'Đ',
    '£': 'Ê',
    '¤': 'Ô',
    '¥': 'Ơ',
    '¦': 'Ư',
    '¨': 'ă',
    '©': 'â',
    '®': 'đ',
    ª: 'ê',
    '«': 'ô',
    '¬': 'ơ',
    '\u00AD': 'ư',
    ...zip('µ¸¶·¹', 'àáảãạ'),
    ...zip('»¾¼½Æ', 'ằắẳẵặ'),
    ...zip('ÇÊÈÉË', 'ầấẩẫậ'),
    ...zip('ÌÐÎÏÑ', 'èéẻẽẹ'),
    ...zip('ÒÕÓÔÖ', 'ềếểễệ'),
    ...zip('×ÝØÜÞ', 'ìíỉĩị'),
    ...zip('ßãáâä', 'òóỏõọ'),
    ...zip('åèæçé', 'ồốổỗộ'),
    ...zip('êíëìî', 'ờớởỡợ'),
    ...zip('ïóñòô', 'ùúủũụ'),
    ...zip('õøö÷ù', 'ừứửữự'),
    ...zip('úýûüþ', 'ỳýỷỹỵ'),
  }),
)
const TCVN3_CHARACTER = /[\u00A1-\u00FE]/g

const VNI_MARKS = zip('ùøûõï', ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'])
const VNI_CIRCUMFLEX = zip('âáàåãä', [
  '\u0302',
  '\u0302\u0301',
  '\u0302\u0300',
  '\u0302\u0309',
  '\u0302\u0303',
  '\u0302\u0323',
])
const VNI_BREVE = zip('êéèúüë', [
  '\u0306',
  '\u0306\u0301',
  '\u0306\u0300',
  '\u0306\u0309',
  '\u0306\u0303',
  '\u0306\u0323',
])
const VNI = vniTable()
const VNI_SEQUENCE = new RegExp([...VNI.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

function vniTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  const marksOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    a: { ...VNI_MARKS, ...VNI_CIRCUMFLEX, ...VNI_BREVE },
    e: { ...VNI_MARKS, ...VNI_CIRCUMFLEX },
    o: { ...VNI_MARKS, ...VNI_CIRCUMFLEX },
    u: VNI_MARKS,
    y: VNI_MARKS,
    ô: VNI_MARKS,
    ö: VNI_MARKS,
  }
  const single = { ...zip('íìæóò', 'íìỉĩị'), î: 'ỵ', ô: 'ơ', ö: 'ư', ñ: 'đ' }
  for (const [typed, letter] of Object.entries(single)) {
    table.set(typed, letter)
    table.set(typed.toUpperCase(), letter.toUpperCase())
  }
  for (const [base, marks] of Object.entries(marksOf)) {
    const letter = base === 'ô' ? 'ơ' : base === 'ö' ? 'ư' : base
    for (const [typed, mark] of Object.entries(marks)) {
      const small = (letter + mark).normalize('NFC')
      table.set(base + typed, small)
      table.set(base + typed.toUpperCase(), small)
      table.set(base.toUpperCase() + typed, small.toUpperCase())
      table.set(base.toUpperCase() + typed.toUpperCase(), small.toUpperCase())
    }
  }
  return table
}

function zip(keys: string, values: string | readonly string[]): Record<string, string> {
  const letters = [...values]
  return Object.fromEntries([...keys].map((key, index) => [key, letters[index] ?? key]))
}

// "CéNG HßA" was typed with capital letters where there are codes for them, and a capitals font did the rest.
function raiseCapitals(text: string): string {
  const words = text.match(/\p{L}+/gu) ?? []
  const capitals = words.some((word) => (word.match(/[A-Z]/g) ?? []).length >= 2 && !/[a-z]/.test(word))
  if (!capitals) return text
  if (!/[a-z]/.test(text)) return text.toUpperCase()
  return text.replace(/\p{L}+/gu, (word) =>
    /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? word.toUpperCase() : word,
  )
}
