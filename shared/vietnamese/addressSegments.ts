// Cutting a written address into its segments, and telling from words such as "xã", "P." or "TX" which level each names.
import type { UnitKind } from './addressBook'
import { fold } from './fold'
import { spellingWords } from './spelling'

export interface Segment {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly prefix: Prefix | null
}

export interface Prefix {
  readonly kind: UnitKind
  /** The segment without the word for its level. */
  readonly name: string
  /** False for a word without marks: "huyen tung" may be "huyện Tung" or the name "Huyền Tụng". */
  readonly certain: boolean
}

/** `isName` knows the names that have a hyphen inside. */
export function splitSegments(line: string, isName: (text: string) => boolean): Segment[] {
  const folded = foldInPlace(line)
  const unmarked = /^[^,;]*$/.test(line) && /^\p{ASCII}*$/u.test(line)
  const pieces = splitAtSeparators(line).flatMap((piece) => splitAtPrefixes(piece, folded, unmarked))
  return joinHyphenated(pieces, line, folded, isName)
    .map(({ start, end }) => segmentOf(line, folded, start, end))
    .filter((segment, index, all) => index < all.length - 1 || !COUNTRY.test(fold(segment.text)))
}

/** What the given segments say, with the separators that stood between neighbours. */
export function textOf(line: string, segments: readonly Segment[], all: readonly Segment[]): string {
  const runs: { start: number; end: number; last: number }[] = []
  for (const segment of segments) {
    const position = all.indexOf(segment)
    const run = runs.at(-1)
    if (run !== undefined && run.last === position - 1) Object.assign(run, { end: segment.end, last: position })
    else runs.push({ start: segment.start, end: segment.end, last: position })
  }
  return runs.map(({ start, end }) => line.slice(start, end)).join(', ')
}

const COUNTRY = /^(viet nam|vietnam|vn)$/

interface Piece {
  readonly start: number
  readonly end: number
  /** A hyphen, not a comma, stands before it. */
  readonly afterHyphen: boolean
}

// A hyphen separates unless it stands between digits ("5-7", "KCN 3-2").
const SEPARATOR = /[,;()\n]|(?<=\s)[-–—]|[-–—](?=\s)|(?<=\p{L})[-–—](?=\p{L})/gu

function splitAtSeparators(line: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let afterHyphen = false
  for (const match of [...line.matchAll(SEPARATOR), null]) {
    const end = match?.index ?? line.length
    const piece = trimPiece(line, start, end, afterHyphen)
    if (piece !== null) pieces.push(piece)
    if (match === null) break
    start = end + match[0].length
    afterHyphen = /[-–—]/.test(match[0]) && piece !== null
  }
  return pieces
}

function trimPiece(line: string, start: number, end: number, afterHyphen: boolean): Piece | null {
  const text = line.slice(start, end)
  const first = text.search(/[^\s.:]/)
  if (first < 0) return null
  return { start: start + first, end: start + text.replace(/[\s.:]+$/, '').length, afterHyphen }
}

// Addresses without commas: "Thôn Nà Tuồng xã Văn Vũ huyện Na Rì". Not in "tỉnh lộ 254", "huyện ủy".
const PREFIX_INSIDE =
  /(?<= )(?:(thanh pho|thi xa|thi tran|dac khu|phuong|xa|huyen(?! lo\b| uy\b| doi\b)|quan|tinh(?! lo\b| uy\b| doi\b)) |(?:t\.?p|t\.?x|t\.?t|p|q|h|x)\. ?|tp )(?=[^ ])/g

function splitAtPrefixes(piece: Piece, folded: { text: string; source: string }, unmarked: boolean): Piece[] {
  const pieces: Piece[] = []
  let { start } = piece
  const text = folded.text.slice(piece.start, piece.end)
  for (const match of text.matchAll(PREFIX_INSIDE)) {
    const at = piece.start + match.index
    const written = folded.source.slice(at, at + match[0].length)
    const isWord = match[1] === undefined || hasRightMarks(written, match[1]) || (unmarked && at > start)
    const before = folded.text.slice(start, at).trim()
    if (!isWord || before === '' || ONLY_PREFIX.test(before)) continue
    pieces.push({
      start,
      end: start + folded.source.slice(start, at).trimEnd().length,
      afterHyphen: start === piece.start && piece.afterHyphen,
    })
    start = at
  }
  pieces.push({ start, end: piece.end, afterHyphen: start === piece.start && piece.afterHyphen })
  return pieces
}

// In "xã Huyện …" or "thị xã" the second word does not begin a new segment.
const ONLY_PREFIX =
  /^(?:thanh pho|thi xa|thi tran|thi|dac khu|phuong|xa|huyen|quan|tinh|t\.?p\.?|t\.?x\.?|t\.?t\.?|[pqhx]\.?)$/

function joinHyphenated(
  pieces: readonly Piece[],
  line: string,
  folded: { text: string; source: string },
  isName: (text: string) => boolean,
): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (before !== undefined && piece.afterHyphen) {
      const both = segmentOf(line, folded, before.start, piece.end)
      if (isName(both.prefix?.name ?? both.text) || isName(both.text)) {
        joined[joined.length - 1] = { ...before, end: piece.end }
        continue
      }
    }
    joined.push(piece)
  }
  return joined
}

const WORDS: readonly (readonly [RegExp, UnitKind, string])[] = [
  [/^thanh pho[ :.]+/, 'city', 'thành phố'],
  [/^thi xa[ :.]+/, 'town', 'thị xã'],
  [/^thi tran[ :.]+/, 'township', 'thị trấn'],
  [/^dac khu[ :.]+/, 'specialZone', 'đặc khu'],
  [/^phuong[ :.]+/, 'ward', 'phường'],
  [/^xa[ :.]+/, 'commune', 'xã'],
  [/^huyen[ :.]+(?!lo\b|uy\b|doi\b)/, 'district', 'huyện'],
  [/^quan[ :.]+/, 'urbanDistrict', 'quận'],
  [/^tinh[ :.]+(?!lo\b|uy\b|doi\b)/, 'province', 'tỉnh'],
]
const ABBREVIATIONS: readonly (readonly [RegExp, UnitKind])[] = [
  [/^t\.? ?p(?:\. ?| )/, 'city'],
  [/^t\.? ?x(?:\. ?| )/, 'town'],
  [/^t\.? ?tr?(?:\. ?| )/, 'township'],
  [/^p(?:\. ?| |(?=\d))/, 'ward'],
  [/^x(?:\. ?| )/, 'commune'],
  [/^h(?:\. ?| )/, 'district'],
  [/^q(?:\. ?| |(?=\d))/, 'urbanDistrict'],
  [/^t\. ?/, 'province'],
]

function segmentOf(line: string, folded: { text: string }, start: number, end: number): Segment {
  const text = line.slice(start, end)
  return { text, start, end, prefix: prefixOf(text, folded.text.slice(start, end)) }
}

function prefixOf(text: string, folded: string): Prefix | null {
  for (const [pattern, kind, word] of WORDS) {
    const length = pattern.exec(folded)?.[0].length
    if (length === undefined || length === text.length) continue
    const written = text.slice(0, length)
    const name = text.slice(length)
    if (hasRightMarks(written, word)) return { kind, name, certain: true }
    if (/^\p{ASCII}*$/u.test(written)) return { kind, name, certain: false }
  }
  for (const [pattern, kind] of ABBREVIATIONS) {
    const length = pattern.exec(folded)?.[0].length
    if (length === undefined || length === text.length || !/^\p{ASCII}*$/u.test(text.slice(0, length))) continue
    return { kind, name: text.slice(length), certain: true }
  }
  return null
}

const MARKED_WORDS = new Map(WORDS.map(([, , word]) => [fold(word), spellingWords(word).join(' ')]))

function hasRightMarks(written: string, word: string): boolean {
  const wanted = MARKED_WORDS.get(fold(word)) ?? ''
  return spellingWords(written).join(' ') === wanted
}

/** Folded letter by letter, so that a place in it is the same place in the line. */
function foldInPlace(line: string): { text: string; source: string } {
  const text = Array.from({ length: line.length }, (_, index) => {
    const letter = line.charAt(index)
    if (letter === ' ') return ' '
    const folded = fold(letter)
    return folded.length === 1 ? folded : '?'
  }).join('')
  return { text, source: line }
}
