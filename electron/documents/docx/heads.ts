// What stands at the head of a Word file: cover, letterhead, heading, addressees, the head of an annex.
import type { Paragraph } from 'docx'
import { type AnnexBlock, type CoverBlock, closedList, type HeadingBlock, type LetterheadBlock } from '../blocks'
import { coverLines } from '../cover'
import { textWidth } from '../fonts'
import { balanced, type Frame, ruleLength, unbroken } from '../measure'
import { numberLine, placeAndDate } from '../phrases'
import { points, type Sizes, spacing, words } from '../style'
import { bareTable } from './tables'
import { type Child, centredRule, gap, line, paragraph, type Setting } from './text'

export function cover(block: CoverBlock, frame: Frame): Child[] {
  return coverLines(block, frame).map(({ text, sizePt, bold, beforePt }) => line(text, sizePt, { bold, beforePt }))
}

export function letterhead(block: LetterheadBlock, { sizes, frame }: Setting): Child[] {
  const rightWidth = textWidth(words.nationalTitle, 'bold', sizes.nationalTitle) + 14
  const leftWidth = frame.widthPt - rightWidth
  const nameWidth = leftWidth - 8
  const named = (name: string, bold: boolean, sizePt: number) =>
    balanced(unbroken(name).toLocaleUpperCase('vi'), bold ? 'bold' : 'regular', sizePt, nameWidth)
  const parentLines = block.parent === null ? [] : named(block.parent, false, sizes.parentOrganisation)
  const issuerLines = named(block.issuer, true, sizes.issuer)
  const number = numberLine(block)
  const rows = [
    [
      [
        ...(parentLines.length === 0 ? [] : [line(parentLines.join('\n'), sizes.parentOrganisation, { rightPt: 8 })]),
        line(issuerLines.join('\n'), sizes.issuer, { bold: true, rightPt: 8 }),
        centredRule(ruleLength(issuerLines, 'bold', sizes.issuer), leftWidth),
      ],
      [
        line(words.nationalTitle, sizes.nationalTitle, { bold: true }),
        line(words.nationalMotto, sizes.nationalMotto, { bold: true }),
        centredRule(textWidth(words.nationalMotto, 'bold', sizes.nationalMotto), rightWidth),
      ],
    ],
    [
      [line(number, sizes.documentNumber, { beforePt: 6, rightPt: 8 })],
      [line(placeAndDate(block), sizes.placeAndDate, { italic: true, beforePt: 6 })],
    ],
  ]
  if (block.about !== null)
    rows.push([[line(`V/v ${block.about}`, sizes.about, { beforePt: spacing.aboutPt, rightPt: 8 })], []])
  return [bareTable([leftWidth, rightWidth], rows), gap(14)]
}

export function heading(block: HeadingBlock, { sizes, frame }: Setting): Child[] {
  const aside = points(10)
  const abstract =
    block.abstract === null
      ? null
      : balanced(unbroken(block.abstract), 'bold', sizes.abstract, frame.widthPt - 2 * aside)
  return [
    paragraph(block.typeName.toLocaleUpperCase('vi'), {
      align: 'center',
      bold: true,
      sizePt: sizes.typeName,
      beforePt: 6,
      afterPt: 0,
    }),
    ...(abstract === null
      ? []
      : [
          paragraph(abstract.join('\n'), {
            align: 'center',
            bold: true,
            sizePt: sizes.abstract,
            afterPt: 0,
            leftPt: aside,
            rightPt: aside,
          }),
          centredRule(ruleLength(abstract, 'bold', sizes.abstract), frame.widthPt, block.note === null ? 14 : 4),
        ]),
    ...(block.note === null ? [] : [paragraph(block.note, { align: 'center', afterPt: 10 })]),
  ]
}

export function addressees(to: readonly string[], sizes: Sizes): Child[] {
  const sizePt = sizes.addressee
  const [only] = to
  if (to.length === 1 && only !== undefined)
    return [paragraph(`Kính gửi: ${only}`, { align: 'center', sizePt, beforePt: 6, afterPt: 12 })]
  const leftPt = points(30)
  return [
    paragraph('Kính gửi:', { align: 'left', sizePt, leftPt, beforePt: 6, afterPt: 3 }),
    ...closedList(to).map((name) => paragraph(`- ${name}`, { align: 'left', sizePt, leftPt: leftPt + 58, afterPt: 3 })),
    gap(9),
  ]
}

export function annexLines(block: AnnexBlock, { sizes }: Setting): Paragraph[] {
  const centred = { align: 'center', afterPt: 0 } as const
  return [
    paragraph(block.label, { ...centred, bold: true, sizePt: sizes.annexLabel }),
    paragraph(block.title.toLocaleUpperCase('vi'), { ...centred, bold: true, sizePt: sizes.annexTitle }),
    ...(block.attachedTo === null
      ? []
      : [paragraph(block.attachedTo, { ...centred, italic: true, sizePt: sizes.annexReference })]),
    gap(10),
  ]
}
