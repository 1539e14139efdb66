// A cover page laid out as plain lines, so that the PDF and the DOCX set the same page.
import type { CoverBlock } from './blocks'
import type { Face } from './fonts'
import { balanced, type Frame, printable } from './measure'
import { points, SINGLE_LINE } from './style'

export type CoverLine = {
  /** Already broken into lines. */
  readonly text: string
  readonly sizePt: number
  readonly bold: boolean
  readonly beforePt: number
}

/** No rule of the clerical decree sets a cover; these sizes are what offices use. */
const coverSizePt = { organisation: 14, typeName: 26, name: 18, about: 16, foot: 14 } as const
/** Where the name of the kind of paper begins, as a share of the height of the page's frame. */
const TITLE_AT = 0.3
const LEAST_GAP_PT = 24
/** Word and LibreOffice set lines a little higher than counted: the foot must not be pushed to a second page. */
const RESERVE_PT = 24

/** Who issues at the top, what it is in the upper middle, place and year at the foot. */
export function coverLines(block: CoverBlock, frame: Frame): CoverLine[] {
  const line = (text: string, sizePt: number, bold: boolean, beforePt = 0): CoverLine => {
    const face: Face = bold ? 'bold' : 'regular'
    return {
      text: balanced(printable(text), face, sizePt, frame.widthPt - points(10)).join('\n'),
      sizePt,
      bold,
      beforePt,
    }
  }
  const upper = (text: string) => text.toLocaleUpperCase('vi')
  const top = [
    ...(block.parent === null ? [] : [line(upper(block.parent), coverSizePt.organisation, false)]),
    line(upper(block.issuer), coverSizePt.organisation, true),
  ]
  const titleGap = Math.max(LEAST_GAP_PT, frame.heightPt * TITLE_AT - heightOf(top))
  const middle = [
    line(upper(block.typeName), coverSizePt.typeName, true, titleGap),
    line(block.name, coverSizePt.name, true, LEAST_GAP_PT),
    line(block.about, coverSizePt.about, false, LEAST_GAP_PT),
  ]
  const foot = line(block.foot, coverSizePt.foot, true)
  const footGap = frame.heightPt - RESERVE_PT - heightOf([...top, ...middle, foot])
  return [...top, ...middle, { ...foot, beforePt: Math.max(LEAST_GAP_PT, footGap) }]
}

function heightOf(lines: readonly CoverLine[]): number {
  return lines.reduce(
    (sum, { text, sizePt, beforePt }) => sum + beforePt + text.split('\n').length * sizePt * SINGLE_LINE,
    0,
  )
}
