// Matching words of a sheet against the folded words of the rules.
import { foldTokens } from '../../../shared/vietnamese/fold'

/** 'Tên đề án,\nnhiệm vụ' → 'ten de an nhiem vu'. */
export function wordsOf(text: string): string {
  return foldTokens(text).join(' ')
}

/** Where a phrase stands in a text as whole words; -1 when it does not. */
export function phraseAt(words: string, phrase: string): number {
  let from = 0
  for (;;) {
    const at = words.indexOf(phrase, from)
    if (at === -1) return -1
    const startsWord = at === 0 || words[at - 1] === ' '
    const end = at + phrase.length
    if (startsWord && (end === words.length || words[end] === ' ')) return at
    from = at + 1
  }
}

export function hasPhrase(words: string, phrase: string): boolean {
  return phraseAt(words, phrase) !== -1
}

export interface WordRule {
  readonly value: string
  readonly words: readonly string[]
}

/** The value whose longest phrase occurs in the text; null when none does. */
export function findByWords(text: string, rules: readonly WordRule[]): { value: string; phrase: string } | null {
  const words = wordsOf(text)
  let best: { value: string; phrase: string } | null = null
  for (const rule of rules)
    for (const phrase of rule.words)
      if ((best === null || phrase.length > best.phrase.length) && hasPhrase(words, phrase))
        best = { value: rule.value, phrase }
  return best
}

/** 'Tổng cộng (I+II)', 'Cộng 12 đề án', 'Tổng số cơ sở: 6': a line that adds up the others, whatever it counts. */
export function namesTotal(title: string, totals: readonly string[]): boolean {
  const words = wordsOf(title.replace(/\([^)]*\)?/gu, ' '))
  if (!/^(?:tong|cong|toan)\b/.test(words)) return false
  const bare = words
    .replace(/ (?:nam )?\d{4}$/, '')
    .replace(/ \d+(?: [a-z]+){1,4}$/, '')
    .replace(/ (?:[ivx]+|[a-h]|\d+)(?: (?:va )?(?:[ivx]+|[a-h]|\d+))*$/, '')
  return totals.includes(bare) || totals.includes(bare.replace(/(?<= so) (?:[a-z]+ ?){1,3}$/, ''))
}

/** 'I', 'IV.', 'A': what numbers a heading over lines, which may carry their sums. */
export function isGroupNumber(order: string): boolean {
  return /^(?:[IVXLC]+|[A-ZĐ])[.)]?$/u.test(order)
}
