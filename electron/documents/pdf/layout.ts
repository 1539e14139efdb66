// The blocks of a paper, one after the other, as pdfmake content.
import type { Content } from 'pdfmake/interfaces'
import { assertNever } from '../../../shared/domain/assertNever'
import { type Block, closedList, type PaperDocument, runsOf, type TableBlock } from '../blocks'
import { frameOf } from '../measure'
import { bodyAlign } from '../phrases'
import { points, sizesFor, spacing } from '../style'
import { addressees, annexPieces, cover, heading, letterhead, signatures } from './officialParts'
import { brokenBefore, free, glued, type Marks, markSignedTable, type Piece, type Setting, signedFrom } from './pieces'
import { checks, keyValues, tablePiece } from './tables'
import { paragraphPiece } from './text'

export function contentOf(document: PaperDocument, marks: Marks): Content[] {
  const sizes = sizesFor(document.bodySizePt)
  let orientation = document.orientation
  let setting: Setting = { sizes, frame: frameOf(orientation, document.marginsMm) }
  let pieces: Piece[] = []
  let breakPending = false
  let table: { readonly block: TableBlock; readonly content: Content } | null = null
  const content: Content[] = []
  for (const block of document.blocks) {
    if (block.kind === 'pageBreak') {
      breakPending = true
      continue
    }
    if (block.kind === 'annex') {
      content.push(...glued(pieces, setting.frame.heightPt, marks))
      orientation = block.orientation ?? document.orientation
      setting = { sizes, frame: frameOf(orientation, document.marginsMm) }
      pieces = annexPieces(block, orientation, setting, marks)
    } else {
      const [first, ...others] = piecesOf(block, setting)
      if (block.kind === 'signatures' && table !== null && first !== undefined)
        markSignedTable(table.block, table.content, first.content, marks)
      table = block.kind === 'table' && first !== undefined ? { block, content: first.content } : null
      if (first !== undefined) pieces.push(breakPending ? brokenBefore(first, orientation) : first, ...others)
    }
    breakPending = block.kind === 'cover'
  }
  return [...content, ...glued(pieces, setting.frame.heightPt, marks)]
}

/** The paper with the last rows of these tables begun on a new page. */
export function withRowsCarried(document: PaperDocument, tables: ReadonlySet<TableBlock>): PaperDocument {
  return {
    ...document,
    blocks: document.blocks.flatMap((block): Block[] => {
      if (block.kind !== 'table' || !tables.has(block)) return [block]
      const at = signedFrom(block)
      const carried = { ...block, rows: block.rows.slice(at) }
      if (at === 0) return [{ kind: 'pageBreak' }, carried]
      return [{ ...block, rows: block.rows.slice(0, at) }, { kind: 'pageBreak' }, carried]
    }),
  }
}

function piecesOf(block: Exclude<Block, { kind: 'annex' | 'pageBreak' }>, setting: Setting): Piece[] {
  const { sizes, frame } = setting
  const firstLine = points(spacing.firstLineMm)
  switch (block.kind) {
    case 'cover':
      return [free(cover(block, frame))]
    case 'letterhead':
      return [free(letterhead(block, setting))]
    case 'heading':
      return [free({ stack: heading(block, setting) })]
    case 'addressees':
      return addressees(block.to, setting)
    case 'legalBases':
      return closedList(block.items).map((item) =>
        paragraphPiece(`Căn cứ ${item}`, { indentPt: firstLine, italic: true }, setting),
      )
    case 'paragraph':
      return [
        paragraphPiece(
          block.text,
          { align: block.align ?? bodyAlign(block.text), ...(block.indent === false ? {} : { indentPt: firstLine }) },
          setting,
          block.keepWithNext === true,
        ),
      ]
    case 'section':
      return [
        paragraphPiece(
          `${block.label} ${block.title}`,
          { align: 'left', bold: true, indentPt: firstLine },
          setting,
          true,
        ),
      ]
    case 'article':
      return [
        paragraphPiece(
          `Điều ${block.number}. ${block.title}`,
          { align: 'left', bold: true, indentPt: firstLine },
          setting,
          true,
        ),
      ]
    case 'clause':
      return [paragraphPiece([{ text: `${block.label} ` }, ...runsOf(block.text)], { indentPt: firstLine }, setting)]
    case 'bullets':
      return block.items.map((item) =>
        paragraphPiece([{ text: '- ' }, ...runsOf(item)], { indentPt: firstLine }, setting),
      )
    case 'keyValues':
      return keyValues(block, setting)
    case 'checks':
      return [checks(block, setting)]
    case 'table':
      return [tablePiece(block, setting)]
    case 'signatures':
      return [signatures(block, sizes, frame)]
    default:
      return assertNever(block, 'every kind of block has its layout')
  }
}
