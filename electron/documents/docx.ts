// Blocks → DOCX, for offices that finish a paper in Word. The only file that knows docx.
import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  Header,
  type IBorderOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { assertNever } from '../../shared/domain/assertNever'
import {
  type Align,
  type AnnexBlock,
  type Block,
  type Cell,
  type CoverBlock,
  closedList,
  type HeadingBlock,
  headerGrid,
  type KeyValuesBlock,
  type LetterheadBlock,
  type Orientation,
  type PaperDocument,
  runsOf,
  type SignaturesBlock,
  type Signer,
  type TableBlock,
  type TableRow as TableRowBlock,
  type Text,
} from './blocks'
import { coverLines } from './cover'
import { textWidth } from './fonts'
import {
  balanced,
  cellPadding,
  cellSpan,
  columnWidths,
  type Frame,
  frameOf,
  placed,
  plainText,
  ruleLength,
  unbroken,
  widest,
} from './measure'
import { bodyAlign, numberLine, placeAndDate, signerTitle, valueOrBlank } from './phrases'
import { page, points, rule, SINGLE_LINE, type Sizes, sizesFor, spacing, words } from './style'
import { forgetZipDates } from './zipDates'

const FONT = 'Times New Roman'
/** Has both the empty and the ticked box on every Windows; Times New Roman has neither. */
const BOX_FONT = 'Segoe UI Symbol'
const SINGLE = 240

type Setting = { readonly sizes: Sizes; readonly frame: Frame }
type Child = Paragraph | Table

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

/** Word counts sizes in half points. */
function half(sizePt: number): number {
  return Math.round(sizePt * 2)
}

/** Word counts lengths in twentieths of a point. */
function twips(lengthPt: number): number {
  return Math.round(lengthPt * 20)
}

// ── sections: the paper itself, then each annex with pages of its own numbering ─────────────────────────────────────

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

// ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

type Neighbours = { readonly keepWithNext: boolean; readonly breakBefore: boolean }

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

function paragraph(text: Text, style: ParagraphStyle = {}): Paragraph {
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
function line(text: string, sizePt: number, style: ParagraphStyle = {}): Paragraph {
  return paragraph(text, { align: 'center', sizePt, afterPt: 0, lines: 1, ...style })
}

/** A rule in the middle of its column: the lower border of an empty paragraph drawn in from both sides. */
function centredRule(lengthPt: number, columnPt: number, afterPt = 0): Paragraph {
  const aside = Math.max(0, (columnPt - lengthPt) / 2)
  return new Paragraph({
    indent: { left: twips(aside), right: twips(aside) },
    border: { bottom: { style: BorderStyle.SINGLE, size: Math.round(rule.widthPt * 8), space: 0, color: '000000' } },
    spacing: { before: 0, after: twips(afterPt), line: twips(rule.gapPt), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

// ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

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

/** Word joins neighbouring tables unless a paragraph stands between them. */
function gap(heightPt: number, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 0, after: 0, line: twips(Math.max(1, heightPt)), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

const noMargins = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA } as const
const noBorder: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder }

function bareCell(widthPt: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: twips(widthPt), type: WidthType.DXA },
    margins: noMargins,
    borders: noBorders,
    children: children.length === 0 ? [new Paragraph({})] : children,
  })
}

function bareTable(
  widthsPt: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
  indentPt = 0,
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widthsPt.map(twips),
    width: { size: twips(widthsPt.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    indent: { size: twips(indentPt), type: WidthType.DXA },
    borders: TableBorders.NONE,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children, column) => bareCell(widthsPt[column] ?? 0, children)),
        }),
    ),
  })
}

/** A table cannot begin a page by itself: a line as good as invisible does it for it. */
function newPage(): Paragraph {
  return new Paragraph({
    pageBreakBefore: true,
    spacing: { before: 0, after: 0, line: twips(1), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

function cover(block: CoverBlock, frame: Frame): Child[] {
  return coverLines(block, frame).map(({ text, sizePt, bold, beforePt }) => line(text, sizePt, { bold, beforePt }))
}

function letterhead(block: LetterheadBlock, { sizes, frame }: Setting): Child[] {
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

function heading(block: HeadingBlock, { sizes, frame }: Setting): Child[] {
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

function addressees(to: readonly string[], sizes: Sizes): Child[] {
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

function keyValues(block: KeyValuesBlock, { sizes, frame }: Setting): Table {
  const indentPt = points(spacing.firstLineMm)
  const labels = block.rows.map((row) => `${row.label}:`)
  const labelWidth = Math.min(widest(labels, 'regular', sizes.body) + 6, frame.widthPt * 0.42)
  return bareTable(
    [labelWidth, frame.widthPt - indentPt - labelWidth],
    block.rows.map((row, index) => [
      [paragraph(labels[index] ?? '', { align: 'left', afterPt: 3 })],
      [paragraph(valueOrBlank(row.value), { align: 'left', afterPt: 3 })],
    ]),
    indentPt,
  )
}

function checkBox(checked: boolean): CheckBox {
  return new CheckBox({
    checked,
    checkedState: { value: '2611', font: BOX_FONT },
    uncheckedState: { value: '2610', font: BOX_FONT },
  })
}

const tableMargins = {
  top: twips(cellPadding.topPt),
  bottom: twips(cellPadding.bottomPt),
  left: twips(cellPadding.sidePt),
  right: twips(cellPadding.sidePt),
  marginUnitType: WidthType.DXA,
} as const

const ruled: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** Rows that stand on the page of the signatures below them. */
const signedRows = 2

function table(block: TableBlock, { sizes, frame }: Setting, signed: boolean): Table {
  const sizePt = block.fontSizePt ?? sizes.table
  const widths = columnWidths(block, sizePt, frame.widthPt)
  const grid = headerGrid(block)
  const cell = (columnAt: number, span: number, rowSpan: number, middle: boolean, children: readonly Paragraph[]) =>
    new TableCell({
      width: {
        size: twips(widths.slice(columnAt, columnAt + span).reduce((sum, width) => sum + width, 0)),
        type: WidthType.DXA,
      },
      margins: tableMargins,
      columnSpan: span,
      rowSpan,
      verticalAlign: middle ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children,
    })
  const header = grid.map(
    (row) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: row.flatMap((head, column) =>
          head === null
            ? []
            : [
                cell(column, head.colSpan ?? 1, head.rowSpan ?? 1, true, [
                  paragraph(head.text, { align: 'center', bold: true, sizePt, afterPt: 0, lines: spacing.tableLine }),
                ]),
              ],
        ),
      }),
  )
  const body = block.rows.map((row, index) => {
    const keepWithNext = row.kind === 'group' || (signed && index >= block.rows.length - signedRows)
    return new TableRow({
      cantSplit: true,
      children: placed(row.cells).map(({ cell: content, column }) =>
        cell(column, cellSpan(content), 1, false, [
          cellParagraph(content, row.kind, {
            align: block.columns[column]?.align ?? 'left',
            sizePt,
            keepWithNext,
          }),
        ]),
      ),
    })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    width: { size: twips(frame.widthPt), type: WidthType.DXA },
    borders: {
      top: ruled,
      bottom: ruled,
      left: ruled,
      right: ruled,
      insideHorizontal: ruled,
      insideVertical: ruled,
    },
    rows: [...header, ...body],
  })
}

interface CellStyle {
  readonly align: Align
  readonly sizePt: number
  readonly keepWithNext: boolean
}

function cellParagraph(content: Cell, kind: TableRowBlock['kind'], style: CellStyle): Paragraph {
  const common = { ...style, afterPt: 0, lines: spacing.tableLine }
  if (typeof content === 'string') return paragraph(content, { ...common, bold: kind !== 'row' })
  if ('check' in content) return paragraph('', { ...common, align: 'center', leading: [checkBox(content.check)] })
  return paragraph(content.text, {
    ...common,
    align: content.align ?? style.align,
    bold: content.bold ?? kind !== 'row',
    italic: content.italic ?? false,
  })
}

function signatures(block: SignaturesBlock, sizes: Sizes, frame: Frame): Table {
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

function annexLines(block: AnnexBlock, { sizes }: Setting): Paragraph[] {
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
