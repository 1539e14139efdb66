// Blocks → DOCX, for offices that finish a paper in Word. Only this file and its folder know docx.
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { assertNever } from '../../shared/domain/assertNever'
import { type AnnexBlock, type Block, closedList, type Orientation, type PaperDocument, runsOf } from './blocks'
import { addressees, annexLines, cover, heading, letterhead } from './docx/heads'
import { signatures } from './docx/signatures'
import { keyValues, table } from './docx/tables'
import { type Child, checkBox, gap, half, newPage, paragraph, type Setting, SINGLE, twips } from './docx/text'
import { frameOf, plainText } from './measure'
import { bodyAlign } from './phrases'
import { page, points, type Sizes, sizesFor, spacing } from './style'
import { forgetZipDates } from './zipDates'

const FONT = 'Times New Roman'

export type DocxOptions = {
  readonly createdAt: Date
}

export async function renderDocx(document: PaperDocument, { createdAt }: DocxOptions): Promise<Uint8Array> {
  const sizes = sizesFor(document.bodySizePt)
  const file = new Document({
    styles: {
      default: {
        document: {
          run: { font: FONT, size: half(document.bodySizePt), language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0, line: SINGLE } },
        },
      },
    },
    sections: sectionsOf(document, sizes),
  })
  const packed = await Packer.toBuffer(file, undefined, [coreProperties(document.title, createdAt)])
  return forgetZipDates(new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength))
}

/** The library writes the time of packing here; a paper bears the date its caller gives. */
function coreProperties(title: string, createdAt: Date): { path: string; data: string } {
  const at = `${createdAt.toISOString().slice(0, 19)}Z`
  const escaped = title.normalize('NFC').replace(/[<>&]/gu, (mark) => `&#${mark.codePointAt(0)};`)
  const names = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ')
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return {
    path: 'docProps/core.xml',
    data: `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ${names}><dc:title>${escaped}</dc:title><dc:creator>Sổ Khuyến Công</dc:creator><dc:language>vi-VN</dc:language>${stamp('created')}${stamp('modified')}</cp:coreProperties>`,
  }
}

function sectionsOf(document: PaperDocument, sizes: Sizes): ISectionOptions[] {
  const parts: { orientation: Orientation; annex: AnnexBlock | null; blocks: Block[] }[] = [
    { orientation: document.orientation, annex: null, blocks: [] },
  ]
  for (const block of document.blocks)
    if (block.kind === 'annex')
      parts.push({ orientation: block.orientation ?? document.orientation, annex: block, blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  return parts.map(({ orientation, annex, blocks }) => {
    const setting = { sizes, frame: frameOf(orientation, document.marginsMm) }
    const { top, bottom, left, right } = document.marginsMm
    const headerGapPt = (points(top) - sizes.pageNumber * 1.15) / 2
    return {
      properties: {
        page: {
          size: {
            width: twips(points(page.widthMm)),
            height: twips(points(page.heightMm)),
            orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
          },
          margin: {
            top: twips(points(top)),
            bottom: twips(points(bottom)),
            left: twips(points(left)),
            right: twips(points(right)),
            header: twips(headerGapPt),
            footer: twips(points(10)),
          },
          pageNumbers: { start: 1 },
        },
        titlePage: true,
      },
      headers: {
        default: new Header({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ children: [PageNumber.CURRENT], size: half(sizes.pageNumber) })],
            }),
          ],
        }),
        first: new Header({ children: [new Paragraph({})] }),
      },
      children: [...(annex === null ? [] : annexLines(annex, setting)), ...childrenOf(blocks, setting)],
    }
  })
}

function childrenOf(blocks: readonly Block[], setting: Setting): Child[] {
  return blocks.flatMap((block, index) => {
    const keepWithNext = blocks[index + 1]?.kind === 'signatures'
    const previous = blocks[index - 1]?.kind
    const breakBefore = previous === 'pageBreak' || previous === 'cover'
    return childrenOfBlock(block, setting, { keepWithNext, breakBefore })
  })
}

type Neighbours = { readonly keepWithNext: boolean; readonly breakBefore: boolean }

function childrenOfBlock(block: Block, setting: Setting, neighbours: Neighbours): Child[] {
  const { sizes, frame } = setting
  const indentPt = points(spacing.firstLineMm)
  switch (block.kind) {
    case 'cover':
      return cover(block, frame)
    case 'letterhead':
      return [...(neighbours.breakBefore ? [newPage()] : []), ...letterhead(block, setting)]
    case 'heading':
      return heading(block, setting)
    case 'addressees':
      return addressees(block.to, sizes)
    case 'legalBases':
      return closedList(block.items).map((item) => paragraph(`Căn cứ ${item}`, { indentPt, italic: true }))
    case 'paragraph':
      return [
        paragraph(block.text, {
          align: block.align ?? bodyAlign(block.text),
          ...(block.indent === false ? {} : { indentPt }),
          ...neighbours,
          keepWithNext: neighbours.keepWithNext || block.keepWithNext === true,
        }),
      ]
    case 'section':
      return [
        paragraph(`${block.label} ${block.title}`, {
          align: 'left',
          bold: true,
          indentPt,
          ...neighbours,
          keepWithNext: true,
        }),
      ]
    case 'article':
      return [
        paragraph(`Điều ${block.number}. ${block.title}`, {
          align: 'left',
          bold: true,
          indentPt,
          ...neighbours,
          keepWithNext: true,
        }),
      ]
    case 'clause':
      return [
        paragraph([{ text: `${block.label} ` }, ...runsOf(block.text)], {
          indentPt,
          ...neighbours,
          keepWithNext: neighbours.keepWithNext || plainText(block.text).trimEnd().endsWith(':'),
        }),
      ]
    case 'bullets':
      return block.items.map((item) => paragraph([{ text: '- ' }, ...runsOf(item)], { indentPt }))
    case 'keyValues':
      return [keyValues(block, setting), gap(spacing.paragraphPt - 3)]
    case 'checks':
      return block.items.map((item) =>
        paragraph(` ${item.text}`, { align: 'left', leftPt: indentPt, leading: [checkBox(item.checked)] }),
      )
    case 'table':
      return [table(block, setting, neighbours.keepWithNext), gap(spacing.paragraphPt, neighbours.keepWithNext)]
    case 'signatures':
      return [gap(6, true), signatures(block, sizes, frame)]
    case 'annex':
    case 'pageBreak':
      return []
    default:
      return assertNever(block, 'every kind of block has its layout')
  }
}
