// The parts the decree lays down: cover, letterhead, heading, addressees, signatures, the head of an annex.
import type { Content } from 'pdfmake/interfaces'
import {
  type AnnexBlock,
  type CoverBlock,
  closedList,
  type HeadingBlock,
  type LetterheadBlock,
  type Orientation,
  type SignaturesBlock,
  type Signer,
} from '../blocks'
import { coverLines } from '../cover'
import { textWidth } from '../fonts'
import { balanced, type Frame, printable, ruleLength } from '../measure'
import { numberLine, placeAndDate, signerTitle } from '../phrases'
import { points, SINGLE_LINE, type Sizes, spacing, words } from '../style'
import { free, type Marks, type Piece, type Placed, type Setting } from './pieces'
import { ASCENT, centredRule, lineHeight, lineHeightPt, paragraphPiece, textLine } from './text'

export function cover(block: CoverBlock, frame: Frame): Content {
  return {
    stack: coverLines(block, frame).map(({ text, sizePt, bold, beforePt }) => ({
      ...textLine(text, sizePt),
      bold,
      margin: [0, beforePt, 0, 0],
    })),
  }
}

export function letterhead(block: LetterheadBlock, { sizes, frame }: Setting): Content {
  const rightWidth = textWidth(words.nationalTitle, 'bold', sizes.nationalTitle) + 6
  const leftWidth = frame.widthPt - rightWidth - 8
  const organisation = (name: string, bold: boolean, size: number) =>
    balanced(printable(name).toLocaleUpperCase('vi'), bold ? 'bold' : 'regular', size, leftWidth)
  const parent = block.parent === null ? [] : organisation(block.parent, false, sizes.parentOrganisation)
  const issuer = organisation(block.issuer, true, sizes.issuer)
  const centred = (lines: readonly string[], bold: boolean, fontSize: number): Content => ({
    text: lines.join('\n'),
    alignment: 'center',
    bold,
    fontSize,
    lineHeight: lineHeight(1),
  })
  const rows: Content[] = [
    {
      columns: [
        {
          width: leftWidth,
          stack: [
            ...(parent.length === 0 ? [] : [centred(parent, false, sizes.parentOrganisation)]),
            centred(issuer, true, sizes.issuer),
            centredRule(ruleLength(issuer, 'bold', sizes.issuer)),
          ],
        },
        {
          width: rightWidth,
          stack: [
            { ...textLine(words.nationalTitle, sizes.nationalTitle), bold: true },
            { ...textLine(words.nationalMotto, sizes.nationalMotto), bold: true },
            centredRule(textWidth(words.nationalMotto, 'bold', sizes.nationalMotto)),
          ],
        },
      ],
      columnGap: 8,
    },
  ]
  rows.push({
    columns: [
      { width: leftWidth, ...textLine(printable(numberLine(block)), sizes.documentNumber) },
      {
        width: rightWidth,
        ...textLine(printable(placeAndDate(block)), sizes.placeAndDate),
        italics: true,
      },
    ],
    columnGap: 8,
    margin: [0, 6, 0, 0],
  })
  if (block.about !== null)
    rows.push({
      columns: [
        {
          width: leftWidth,
          ...textLine(
            balanced(printable(`V/v ${block.about}`), 'regular', sizes.about, leftWidth).join('\n'),
            sizes.about,
          ),
          margin: [0, spacing.aboutPt, 0, 0],
        },
        { width: rightWidth, text: '' },
      ],
      columnGap: 8,
    })
  return { stack: rows, margin: [0, 0, 0, 14] }
}

export function heading(block: HeadingBlock, { sizes, frame }: Setting): Content[] {
  const abstract =
    block.abstract === null
      ? []
      : balanced(printable(block.abstract), 'bold', sizes.abstract, frame.widthPt - points(20))
  return [
    {
      text: balanced(printable(block.typeName).toLocaleUpperCase('vi'), 'bold', sizes.typeName, frame.widthPt).join(
        '\n',
      ),
      bold: true,
      alignment: 'center',
      fontSize: sizes.typeName,
      margin: [0, 6, 0, 0],
    },
    ...(abstract.length === 0
      ? []
      : [
          { text: abstract.join('\n'), bold: true, alignment: 'center', fontSize: sizes.abstract } satisfies Content,
          centredRule(ruleLength(abstract, 'bold', sizes.abstract), block.note === null ? 14 : 4),
        ]),
    ...(block.note === null
      ? []
      : [
          {
            text: printable(block.note),
            alignment: 'center',
            fontSize: sizes.body,
            margin: [0, 0, 0, 10],
          } satisfies Content,
        ]),
  ]
}

export function addressees(to: readonly string[], setting: Setting): Piece[] {
  const size = setting.sizes.addressee
  const [only] = to
  if (to.length === 1 && only !== undefined)
    return [paragraphPiece(`Kính gửi: ${only}`, { align: 'center', sizePt: size, beforePt: 6, afterPt: 12 }, setting)]
  const left = points(30)
  return [
    free({
      stack: [
        { text: 'Kính gửi:', fontSize: size, margin: [left, 6, 0, 3] },
        ...closedList(to).map(
          (name): Content => ({
            columns: [
              { width: 10, text: '-' },
              { width: '*', text: printable(name) },
            ],
            fontSize: size,
            margin: [left + 58, 0, 0, 3],
          }),
        ),
      ],
      margin: [0, 0, 0, 12],
    }),
  ]
}

export function signatures(block: SignaturesBlock, sizes: Sizes, frame: Frame): Piece {
  const titleLines = Math.max(...block.signers.map((signer) => signerTitle(signer).length))
  const columns = block.signers.map((signer) => ({ width: '*', stack: signerLines(signer, titleLines, sizes) }))
  const recipients =
    block.recipients === null
      ? []
      : [
          {
            width: frame.widthPt * 0.46,
            stack: [
              {
                text: 'Nơi nhận:',
                bold: true,
                italics: true,
                fontSize: sizes.recipientsTitle,
                // Level with the first line of the signature, which is set larger.
                margin: [0, (sizes.signerTitle - sizes.recipientsTitle) * ASCENT, 0, 0],
              },
              ...closedList(block.recipients).map(
                (line): Content => ({ text: `- ${printable(line)}`, fontSize: sizes.recipients }),
              ),
            ] satisfies Content[],
            lineHeight: lineHeight(1),
          },
        ]
  return {
    content: { columns: [...recipients, ...columns], columnGap: 12, margin: [0, 10, 0, 0], unbreakable: true },
    keepWithNext: false,
    keepWithPrevious: true,
    heightPt: spacing.signaturePt + 6 * lineHeightPt(sizes.signerTitle),
  }
}

/** Names stand on one line, however many lines of title and note stand above each. */
function signerLines(signer: Signer, titleLines: number, sizes: Sizes): Content[] {
  const title = signerTitle(signer)
  const missingLines = (titleLines - title.length) * sizes.signerTitle * SINGLE_LINE
  const noteHeight = signer.note === null ? 0 : sizes.signatureNote * SINGLE_LINE
  return [
    {
      text: title.map(printable).join('\n'),
      bold: true,
      alignment: 'center',
      fontSize: sizes.signerTitle,
      lineHeight: lineHeight(1),
    },
    ...(signer.note === null
      ? []
      : [{ ...textLine(printable(signer.note), sizes.signatureNote), italics: true } satisfies Content]),
    {
      text: printable(signer.name ?? ' '),
      bold: true,
      alignment: 'center',
      fontSize: sizes.signerName,
      margin: [0, spacing.signaturePt + missingLines - noteHeight, 0, 0],
    },
  ]
}

export function annexPieces(
  block: AnnexBlock,
  orientation: Orientation,
  { sizes, frame }: Setting,
  { annexStarts }: Marks,
): Piece[] {
  const label: Content & Placed = {
    text: printable(block.label),
    bold: true,
    alignment: 'center',
    fontSize: sizes.annexLabel,
    pageBreak: 'before',
    pageOrientation: orientation,
  }
  annexStarts.push(label)
  return [
    free(label),
    free({
      text: balanced(printable(block.title).toLocaleUpperCase('vi'), 'bold', sizes.annexTitle, frame.widthPt).join(
        '\n',
      ),
      bold: true,
      alignment: 'center',
      fontSize: sizes.annexTitle,
    }),
    ...(block.attachedTo === null
      ? []
      : [
          free({
            text: balanced(
              printable(block.attachedTo),
              'italic',
              sizes.annexReference,
              frame.widthPt - points(10),
            ).join('\n'),
            italics: true,
            alignment: 'center',
            fontSize: sizes.annexReference,
          }),
        ]),
    free({ text: '', margin: [0, 0, 0, 6], fontSize: 4 }),
  ]
}
