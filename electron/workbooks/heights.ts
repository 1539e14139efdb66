// How many lines a text takes in a cell, and how high its row must be, so that nothing prints clipped: spreadsheets never
// fit merged cells by themselves, and a file without heights shows wrapped rows cut.
import { type Face, textWidth } from '../documents/fonts'

export interface TextFont {
  readonly face: Face
  /** In points. */
  readonly size: number
}

/** Width of a digit of the default font (Times New Roman 12) in points: 8 pixels on the screen grid. */
export const digitWidth = 6

// Excel keeps 5 pixels of a column free. Letters set on a screen's grid of pixels come out wider than the font says, up to 9 %
// in LibreOffice, and what wraps on the screen is what decides how a row prints.
const CELL_PADDING = 3.75
const SCREEN_SPREAD = 1.09

export function columnPoints(digits: number): number {
  return digits * digitWidth
}

export function digitsFor(points: number): number {
  return Math.ceil(((points * SCREEN_SPREAD + CELL_PADDING) / digitWidth) * 4) / 4
}

/** How wide a text may be, by the font's own measure, to stand on one line of a cell. */
export function roomIn(cellWidth: number): number {
  return (cellWidth - CELL_PADDING) / SCREEN_SPREAD
}

const knownWords: Readonly<Record<Face, Map<string, number>>> = {
  regular: new Map(),
  bold: new Map(),
  italic: new Map(),
  boldItalic: new Map(),
}
const MOST_KNOWN_WORDS = 20_000

/** A plan is written with a few hundred syllables over and over: each is measured once. */
function wordWidth(word: string, { face, size }: TextFont): number {
  const known = knownWords[face].get(word)
  if (known !== undefined) return known * size
  if (knownWords[face].size >= MOST_KNOWN_WORDS) knownWords[face].clear()
  const width = textWidth(word, face, 1)
  knownWords[face].set(word, width)
  return width * size
}

/** No letter of the faces used here is wider than this share of the size. */
const WIDEST_LETTER = 1.1

/** Width of the widest word, if any is wider than `least`; else `least`. Most words need no measuring to tell. */
export function widestWord(text: string, font: TextFont, least = 0): number {
  const harmless = least / (WIDEST_LETTER * font.size)
  let widest = least
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? SPACE : text.charCodeAt(at)
    if (code !== SPACE && code !== NEW_LINE) continue
    if (at - start > harmless) widest = Math.max(widest, wordWidth(text.slice(start, at), font))
    start = at + 1
  }
  return widest
}

const SPACE = 0x20
const NEW_LINE = 0x0a

/** Lines of a text wrapped at spaces, and inside a word only where the word alone is wider than the cell. */
export function countLines(text: string, cellWidth: number, font: TextFont): number {
  const room = roomIn(cellWidth)
  const space = wordWidth(' ', font)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    if (paragraph.length * WIDEST_LETTER * font.size <= room) continue
    for (const word of paragraph.split(' ')) {
      const width = wordWidth(word, font)
      if (used > 0 && used + space + width > room) {
        lines += 1
        used = 0
      }
      if (width > room) {
        const pieces = brokenPieces(word, room, font)
        lines += pieces.count - 1
        used = pieces.lastWidth
      } else used += width + (used > 0 ? space : 0)
    }
  }
  return lines
}

function brokenPieces(word: string, room: number, font: TextFont): { count: number; lastWidth: number } {
  let count = 1
  let lastWidth = 0
  for (const letter of word) {
    const width = wordWidth(letter, font)
    if (lastWidth > 0 && lastWidth + width > room) {
      count += 1
      lastWidth = 0
    }
    lastWidth += width
  }
  return { count, lastWidth }
}

/** Row heights Excel itself gives to Times New Roman, by size; its lines stand one under the other at this distance. */
const excelLineHeights: Readonly<Record<number, number>> = { 9: 12, 10: 12.75, 11: 15, 12: 15.75, 13: 16.5, 14: 18.75 }

export function lineHeight(size: number): number {
  return excelLineHeights[size] ?? Math.ceil(size * 1.32 * 4) / 4
}

// Air above and below the text, so that the rules of the table do not touch the letters and their marks.
const ROW_AIR = 3

export function heightOf(lines: number, size: number): number {
  return lines * lineHeight(size) + ROW_AIR
}

/** Excel's own limit; anything higher has to span several rows. */
export const highestRow = 409.5

/** Splits a height over rows of at most about twelve lines, whole lines each, so that a page may end inside a long cell. */
export function splitHeight(height: number, size: number): number[] {
  if (height <= highestRow) return [height]
  const piece = 12 * lineHeight(size)
  const pieces: number[] = []
  for (let left = height; left > 0; left -= piece) pieces.push(Math.min(piece, left))
  return pieces
}
