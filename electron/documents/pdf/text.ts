// Runs of text and paragraphs for pdfmake, every property said on each run.
import type { Alignment, Content } from 'pdfmake/interfaces'
import { runsOf, type Text } from '../blocks'
import { lineCount, plainText, printable } from '../measure'
import { bodyAlign } from '../phrases'
import { rule, SINGLE_LINE, spacing } from '../style'
import type { Piece, Setting } from './pieces'

/** Ascent and descent of Tinos as a share of the size: what pdfmake takes for one line. */
export const FONT_LINE = 1.107
export const ASCENT = 0.891
/** Longer than this a "word" is no document symbol and may break inside. */
const LONGEST_WHOLE_WORD = 42

/** Paragraphs up to this long are not divided, so that no single line stands alone at the edge of a page. */
const SHORT_PARAGRAPH_LINES = 4

export function lineHeight(spacingInLines: number): number {
  return (spacingInLines * SINGLE_LINE) / FONT_LINE
}

/** How a text is set. pdfmake looks up what a run does not say in every block around it, word by word: so each run says all. */
export type Look = {
  readonly sizePt: number
  readonly align: Alignment
  readonly lines: number
  readonly bold: boolean
  readonly italic: boolean
}

const plainStyle = {
  font: 'Tinos',
  fontFeatures: false,
  characterSpacing: 0,
  color: 'black',
  decoration: '',
  decorationColor: '',
  decorationStyle: '',
  decorationThickness: '',
  background: '',
  linkToPage: 0,
  linkToDestination: '',
  noWrap: false,
  opacity: 1,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
  sub: false,
  sup: false,
  wordBreak: 'normal',
}

type Inline = { text: string; fontSize: number; bold: boolean; italics: boolean; noWrap: boolean }

export function inlineRuns(text: Text, look: Look): Inline[] {
  return runsOf(text).map((run) => ({
    ...plainStyle,
    text: printable(run.text),
    fontSize: look.sizePt,
    alignment: look.align,
    lineHeight: lineHeight(look.lines),
    bold: run.bold ?? look.bold,
    italics: run.italic ?? look.italic,
  }))
}

/** Words that hold nothing but letters, with what may stand after them: pdfmake breaks them at the space only. */
const PLAIN_WORDS = /(?:\p{L}+[,.;:!?)”]* )+/uy

/**
 * Words that hold a stroke, a hyphen or the like, each a piece of its own that may not be broken: otherwise justified lines
 * are also stretched inside "235/2025/NĐ-CP".
 */
function wholeWords(text: Text, look: Look): Inline[] {
  return inlineRuns(text, look).flatMap((run) =>
    wordPieces(run.text).map((piece) => ({ ...run, text: piece.text, noWrap: piece.whole })),
  )
}

function wordPieces(text: string): { readonly text: string; readonly whole: boolean }[] {
  const pieces: { text: string; whole: boolean }[] = []
  for (let at = 0; at < text.length; ) {
    PLAIN_WORDS.lastIndex = at
    const plain = PLAIN_WORDS.exec(text)?.[0]
    const piece = plain ?? /^[^ \n]*[ \n]?/u.exec(text.slice(at))?.[0] ?? ''
    pieces.push({
      text: piece,
      whole: plain === undefined && !piece.endsWith('\n') && piece.length <= LONGEST_WHOLE_WORD,
    })
    at += piece.length
  }
  return pieces
}

type ParagraphStyle = {
  readonly align?: Alignment
  readonly indentPt?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly sizePt?: number
  readonly beforePt?: number
  readonly afterPt?: number
}

function paragraphNode(text: Text, style: ParagraphStyle, bodySizePt: number): Content {
  const align = style.align ?? bodyAlign(text)
  const look: Look = {
    sizePt: style.sizePt ?? bodySizePt,
    align,
    lines: spacing.line,
    bold: style.bold ?? false,
    italic: style.italic ?? false,
  }
  return {
    text: align === 'justify' ? wholeWords(text, look) : inlineRuns(text, look),
    alignment: align,
    margin: [0, style.beforePt ?? 0, 0, style.afterPt ?? spacing.paragraphPt],
    ...(style.indentPt === undefined ? {} : { leadingIndent: style.indentPt }),
  }
}

export function lineHeightPt(sizePt: number): number {
  return sizePt * SINGLE_LINE * spacing.line
}

export function paragraphHeight(text: Text, sizePt: number, widthPt: number): number {
  return lineCount(text, sizePt, widthPt) * lineHeightPt(sizePt) + spacing.paragraphPt
}

/** A horizontal rule in the middle of its column. pdfmake centres a canvas only when it is drawn from x = 0. */
export function centredRule(lengthPt: number, afterPt = 0): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: lengthPt, y2: 0, lineWidth: rule.widthPt }],
    alignment: 'center',
    margin: [0, rule.gapPt, 0, afterPt],
  }
}

export function textLine(text: string, fontSize: number) {
  return { text, fontSize, alignment: 'center' as const, lineHeight: lineHeight(1) }
}

export function paragraphPiece(text: Text, style: ParagraphStyle, setting: Setting, keepWithNext = false): Piece {
  const size = style.sizePt ?? setting.sizes.body
  const short = lineCount(text, size, setting.frame.widthPt) <= SHORT_PARAGRAPH_LINES
  const node = paragraphNode(text, style, setting.sizes.body)
  return {
    content: short ? { stack: [node], unbreakable: true } : node,
    keepWithNext: keepWithNext || plainText(text).trimEnd().endsWith(':'),
    keepWithPrevious: false,
    heightPt: paragraphHeight(text, size, setting.frame.widthPt),
  }
}
