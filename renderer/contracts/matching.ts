// Narrowing a short list on screen by what is typed, without marks.
import { foldTokens } from '../../shared/vietnamese/fold'

/** Every word typed begins a word of the text. */
export function matches(typed: string, text: string): boolean {
  const words = foldTokens(text)
  return foldTokens(typed).every((wanted) => words.some((word) => word.startsWith(wanted)))
}
