// Recipients and signers at the foot of a Word file, their names on one line.
import type { Paragraph, Table } from 'docx'
import { closedList, type SignaturesBlock, type Signer } from '../blocks'
import type { Frame } from '../measure'
import { signerTitle } from '../phrases'
import { SINGLE_LINE, type Sizes, spacing } from '../style'
import { bareTable } from './tables'
import { line, paragraph } from './text'

export function signatures(block: SignaturesBlock, sizes: Sizes, frame: Frame): Table {
  const recipientsWidth = block.recipients === null ? 0 : frame.widthPt * 0.46
  const signerWidth = (frame.widthPt - recipientsWidth) / Math.max(1, block.signers.length)
  const recipients =
    block.recipients === null
      ? []
      : [
          [
            paragraph('Nơi nhận:', {
              align: 'left',
              bold: true,
              italic: true,
              sizePt: sizes.recipientsTitle,
              beforePt: sizes.signerTitle - sizes.recipientsTitle,
              afterPt: 0,
              lines: 1,
            }),
            ...closedList(block.recipients).map((text) =>
              paragraph(`- ${text}`, { align: 'left', sizePt: sizes.recipients, afterPt: 0, lines: 1 }),
            ),
          ],
        ]
  const titleLines = Math.max(...block.signers.map((signer) => signerTitle(signer).length))
  const signers = block.signers.map((signer) => signerLines(signer, titleLines, sizes))
  const widths = [...(recipients.length === 0 ? [] : [recipientsWidth]), ...signers.map(() => signerWidth)]
  return bareTable(widths, [[...recipients, ...signers]])
}

/** Names stand on one line, however many lines of title and note stand above each. */
function signerLines(signer: Signer, titleLines: number, sizes: Sizes): Paragraph[] {
  const title = signerTitle(signer)
  const missingLines = (titleLines - title.length) * sizes.signerTitle * SINGLE_LINE
  const noteHeight = signer.note === null ? 0 : sizes.signatureNote * SINGLE_LINE
  return [
    ...title.map((part) => line(part, sizes.signerTitle, { bold: true, keepWithNext: true })),
    ...(signer.note === null ? [] : [line(signer.note, sizes.signatureNote, { italic: true, keepWithNext: true })]),
    line(signer.name ?? '', sizes.signerName, {
      bold: true,
      beforePt: spacing.signaturePt + missingLines - noteHeight,
    }),
  ]
}
