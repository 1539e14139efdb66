// Folding: what two spellings of the same words have in common, for search, matching and duplicate finding.
import { cleanLine } from './text'

// The Icelandic eth and the African d look exactly like Đ and stand in for it in many old files.
const D_WITH_STROKE = /[đðɖ]/g
const MARKS = /\p{M}/gu

/** Lower case, without marks, đ→d, cleaned: "Hoà", "Hòa" and decomposed "Hòa" are all "hoa". */
export function fold(text: string): string {
  const bare = text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(D_WITH_STROKE, 'd')
  return cleanLine(bare)
}

/** The words of a text, folded: runs of letters and digits. */
export function foldTokens(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
