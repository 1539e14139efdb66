// Long prose of which a sentence changed: the part that differs with a little of what stands around it.

const longest = 240
const around = 60
const gap = '…'

export interface TextPair {
  readonly before: string
  readonly after: string
}

/** Short texts stay whole: what differs is then seen at a glance. */
export function onlyWhatDiffers({ before, after }: TextPair): TextPair {
  if (before === after || Math.max(before.length, after.length) <= longest) return { before, after }
  const shared = Math.min(before.length, after.length)
  let start = 0
  while (start < shared && before[start] === after[start]) start += 1
  let end = 0
  while (end < shared - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const from = wordStart(before, Math.max(0, start - around))
  const rest = wordRest(before, Math.max(0, end - around))
  const cut = (text: string) => {
    const middle = text.slice(from, text.length - rest).trim()
    return `${from > 0 ? `${gap} ` : ''}${middle}${rest > 0 ? ` ${gap}` : ''}`
  }
  return { before: cut(before), after: cut(after) }
}

/** The first place from `at` back to its word's beginning; a word longer than the margin is cut. */
function wordStart(text: string, at: number): number {
  const space = text.slice(0, at).search(/\s\S*$/)
  return at === 0 || space === -1 || at - space > around ? at : space + 1
}

/** How many characters at the end may be left out without cutting the word they begin in. */
function wordRest(text: string, count: number): number {
  const tail = text.slice(text.length - count)
  const space = tail.search(/\s/)
  return count === 0 || space === -1 || space > around ? count : count - space
}
