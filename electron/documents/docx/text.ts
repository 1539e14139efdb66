// Text of a Word file: lengths as Word counts them, paragraphs, rules and the lines that keep tables apart.
import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import { type Align, runsOf, type Text } from '../blocks'
import { type Frame, unbroken } from '../measure'
import { bodyAlign } from '../phrases'
import { rule, type Sizes, spacing } from '../style'

/** Has both the empty and the ticked box on every Windows; Times New Roman has neither. */
const BOX_FONT = 'Segoe UI Symbol'

export const SINGLE = 240
export type Setting = { readonly sizes: Sizes; readonly frame: Frame }
export type Child = Paragraph | Table

/** Word counts sizes in half points. */
export function half(sizePt: number): number {
  return Math.round(sizePt * 2)
}

/** Word counts lengths in twentieths of a point. */
export function twips(lengthPt: number): number {
  return Math.round(lengthPt * 20)
}

type ParagraphStyle = {
  readonly align?: Align
  readonly indentPt?: number
  readonly leftPt?: number
  readonly rightPt?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly sizePt?: number
  readonly beforePt?: number
  readonly afterPt?: number
  readonly lines?: number
  readonly keepWithNext?: boolean
  readonly breakBefore?: boolean
  readonly leading?: readonly ParagraphChild[]
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, unknown>

function textRuns(text: Text, style: Pick<ParagraphStyle, 'bold' | 'italic' | 'sizePt'>): TextRun[] {
  return runsOf(text).flatMap((run) =>
    unbroken(run.text)
      .split('\n')
      .map(
        (line, index) =>
          new TextRun({
            text: line,
            bold: run.bold ?? style.bold ?? false,
            italics: run.italic ?? style.italic ?? false,
            ...(style.sizePt === undefined ? {} : { size: half(style.sizePt) }),
            ...(index === 0 ? {} : { break: 1 }),
          }),
      ),
  )
}

export function paragraph(text: Text, style: ParagraphStyle = {}): Paragraph {
  return new Paragraph({
    alignment: alignments[style.align ?? bodyAlign(text)],
    indent: {
      ...(style.indentPt === undefined ? {} : { firstLine: twips(style.indentPt) }),
      ...(style.leftPt === undefined ? {} : { left: twips(style.leftPt) }),
      ...(style.rightPt === undefined ? {} : { right: twips(style.rightPt) }),
    },
    spacing: {
      before: twips(style.beforePt ?? 0),
      after: twips(style.afterPt ?? spacing.paragraphPt),
      line: Math.round(SINGLE * (style.lines ?? spacing.line)),
      lineRule: LineRuleType.AUTO,
    },
    keepNext: style.keepWithNext ?? false,
    pageBreakBefore: style.breakBefore ?? false,
    children: [...(style.leading ?? []), ...textRuns(text, style)],
  })
}

/** One line of a head or a signature: single spacing, centred, nothing after it. */
export function line(text: string, sizePt: number, style: ParagraphStyle = {}): Paragraph {
  return paragraph(text, { align: 'center', sizePt, afterPt: 0, lines: 1, ...style })
}

/** A rule in the middle of its column: the lower border of an empty paragraph drawn in from both sides. */
export function centredRule(lengthPt: number, columnPt: number, afterPt = 0): Paragraph {
  const aside = Math.max(0, (columnPt - lengthPt) / 2)
  return new Paragraph({
    indent: { left: twips(aside), right: twips(aside) },
    border: { bottom: { style: BorderStyle.SINGLE, size: Math.round(rule.widthPt * 8), space: 0, color: '000000' } },
    spacing: { before: 0, after: twips(afterPt), line: twips(rule.gapPt), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

/** Word joins neighbouring tables unless a paragraph stands between them. */
export function gap(heightPt: number, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 0, after: 0, line: twips(Math.max(1, heightPt)), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

/** A table cannot begin a page by itself: a line as good as invisible does it for it. */
export function newPage(): Paragraph {
  return new Paragraph({
    pageBreakBefore: true,
    spacing: { before: 0, after: 0, line: twips(1), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

export function checkBox(checked: boolean): CheckBox {
  return new CheckBox({
    checked,
    checkedState: { value: '2611', font: BOX_FONT },
    uncheckedState: { value: '2610', font: BOX_FONT },
  })
}
