// The user guide cut into sections: each heading with what stands under it, found by words without diacritics.
import { Marked, type Token, type Tokens } from 'marked'
import { fold, foldTokens } from '../../shared/vietnamese/fold'

export interface GuideSection {
  readonly id: string
  readonly level: number
  readonly title: string
  /** What stands under the heading, up to the next one. */
  readonly tokens: readonly Token[]
  readonly words: string
}

/** "4. Đề án và dự toán" → "de-an-va-du-toan": a number that moves changes no address. */
export function sectionId(title: string): string {
  return foldTokens(title.replace(/^\d+(\.\d+)*\.?\s+/, '')).join('-')
}

const reader = new Marked()

export function readGuide(text: string): GuideSection[] {
  const sections: GuideSection[] = []
  let heading: Tokens.Heading | null = null
  let tokens: Token[] = []
  const close = () => {
    if (heading !== null)
      sections.push({
        id: sectionId(heading.text),
        level: heading.depth,
        title: heading.text,
        tokens,
        words: fold(`${heading.text} ${tokens.map((token) => token.raw).join(' ')}`),
      })
  }
  for (const token of reader.lexer(text)) {
    if (token.type !== 'heading') {
      tokens.push(token)
      continue
    }
    close()
    heading = token as Tokens.Heading
    tokens = []
  }
  close()
  return sections
}

/** Sections that hold every word typed; all of them when nothing was. */
export function findSections(sections: readonly GuideSection[], typed: string): GuideSection[] {
  const words = foldTokens(typed)
  return sections.filter((section) => words.every((word) => section.words.includes(word)))
}
