// Blocks → PDF. The only file that knows pdfmake.
import { createRequire } from 'node:module'
import type {
  Alignment,
  Content,
  ContentCanvas,
  CustomTableLayout,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces'
import { assertNever } from '../../shared/domain/assertNever'
import {
  type AnnexBlock,
  type Block,
  type Cell,
  type ChecksBlock,
  type CoverBlock,
  closedList,
  type HeadingBlock,
  headerGrid,
  type KeyValuesBlock,
  type LetterheadBlock,
  type Margins,
  type Orientation,
  type PaperDocument,
  runsOf,
  type SignaturesBlock,
  type Signer,
  type TableBlock,
  type Text,
} from './blocks'
import { coverLines } from './cover'
import { type Face, fontFaces, textWidth } from './fonts'
import {
  balanced,
  borderPt,
  cellPadding,
  cellSpan,
  cellText,
  columnWidths,
  type Frame,
  frameOf,
  innerWidth,
  lineCount,
  placed,
  plainText,
  printable,
  roomAboveHeaderCells,
  ruleLength,
  widest,
} from './measure'
import { bodyAlign, numberLine, placeAndDate, signerTitle, valueOrBlank } from './phrases'
import { points, rule, SINGLE_LINE, type Sizes, sizesFor, spacing, words } from './style'

type PdfMake = typeof import('pdfmake') & {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void }
}

/** Ascent and descent of Tinos as a share of the size: what pdfmake takes for one line. */
const FONT_LINE = 1.107
const ASCENT = 0.891
/** Longer than this a "word" is no document symbol and may break inside. */
const LONGEST_WHOLE_WORD = 42

/** Paragraphs up to this long are not divided, so that no single line stands alone at the edge of a page. */
const SHORT_PARAGRAPH_LINES = 4

/** Share of a page up to which signatures and what is signed are moved to the next page as one. */
const LARGEST_GROUP = 0.5
/** Share of a page up to which a heading and all it heads are; of what is larger only the beginning goes with the heading. */
const LARGEST_HEADED = 0.25
/** So few boxes to tick are read as one choice. */
const FEW_CHECKS = 5

let maker: PdfMake | null = null

function pdfMake(): PdfMake {
  if (maker !== null) return maker
  const require = createRequire(import.meta.url)
  const made: PdfMake = require('pdfmake')
  const faces = parsedFaces(createRequire(require.resolve('pdfmake'))('fontkit'))
  const files = { regular: 'regular.ttf', bold: 'bold.ttf', italic: 'italic.ttf', boldItalic: 'boldItalic.ttf' }
  for (const face of ['regular', 'bold', 'italic', 'boldItalic'] satisfies Face[])
    made.virtualfs.writeFileSync(files[face], faces[face])
  made.setFonts({
    Tinos: { normal: files.regular, bold: files.bold, italics: files.italic, bolditalics: files.boldItalic },
  })
  made.setLocalAccessPolicy(() => false)
  made.setUrlAccessPolicy(() => false)
  maker = made
  return made
}

/** The font library under pdfmake, as far as it is used here. */
type FontKit = {
  create(bytes: Uint8Array): { readonly characterSet: readonly number[]; glyphForCodePoint(code: number): unknown }
  registerFormat(format: {
    new (stream: { readonly buffer: Uint8Array }): object
    probe(bytes: Uint8Array): boolean
  }): void
}

/**
 * For each face a name in bytes that stands for the face already parsed: the library otherwise parses every face anew for every
 * paper, a quarter of a paper's time. A parsed face is only read from, so that one serves all papers.
 */
function parsedFaces(fontkit: FontKit): Readonly<Record<Face, Buffer>> {
  const parsed = new Map<string, object>()
  class ParsedFace {
    static probe(bytes: Uint8Array): boolean {
      return parsed.has(Buffer.from(bytes).toString('latin1'))
    }
    constructor({ buffer }: { readonly buffer: Uint8Array }) {
      // biome-ignore lint/correctness/noConstructorReturn: the library makes a font with `new`; this one is made already
      return parsed.get(Buffer.from(buffer).toString('latin1')) ?? this
    }
  }
  fontkit.registerFormat(ParsedFace)
  const nameOf = (face: Face): Buffer => {
    const font = fontkit.create(fontFaces()[face].bytes)
    // A glyph belongs to the character it is first asked for: always in this order, so that equal papers stay equal bytes.
    for (const code of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(code)
    parsed.set(`parsed ${face}`, font)
    return Buffer.from(`parsed ${face}`, 'latin1')
  }
  return {
    regular: nameOf('regular'),
    bold: nameOf('bold'),
    italic: nameOf('italic'),
    boldItalic: nameOf('boldItalic'),
  }
}

type Setting = { readonly sizes: Sizes; readonly frame: Frame }

/** A laid-out block and how it sits with its neighbours. */
type Piece = {
  readonly content: Content
  readonly keepWithNext: boolean
  /** Drawn to the block before it when that is short: a signature never stands alone on a page. */
  readonly keepWithPrevious: boolean
  /** Null when the piece must be free to break over pages. */
  readonly heightPt: number | null
}

export type PdfOptions = {
  /** Written into the file as its date of creation; equal documents with equal dates are equal bytes. */
  readonly createdAt: Date
}

export async function renderPdf(document: PaperDocument, { createdAt }: PdfOptions): Promise<Uint8Array> {
  const marks: Marks = { annexStarts: [], headings: [] }
  const { annexStarts, headings } = marks
  const margins = pageMargins(document.marginsMm)
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: document.orientation,
    pageMargins: margins,
    language: 'vi',
    displayTitle: true,
    info: { title: printable(document.title), creationDate: createdAt, creator: 'Sổ Khuyến Công', producer: 'pdfmake' },
    defaultStyle: { font: 'Tinos', fontSize: document.bodySizePt, lineHeight: lineHeight(spacing.line) },
    content: contentOf(document, marks),
    ...(headings.length === 0 ? {} : { pageBreakBefore: ({ headlineLevel }) => isStranded(headings, headlineLevel) }),
    header: (currentPage) => pageNumber(numberOnPage(currentPage, annexStarts), margins),
  }
  const buffer = await pdfMake().createPdf(definition).getBuffer()
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

/** Loads the library and the fonts, so that the first paper asked for is as quick as the others. */
export async function warmPdf(): Promise<void> {
  const faces: Text = [
    { text: 'a' },
    { text: 'a', bold: true },
    { text: 'a', italic: true },
    { text: 'a', bold: true, italic: true },
  ]
  await renderPdf(
    {
      title: 'a',
      orientation: 'portrait',
      marginsMm: { top: 20, bottom: 20, left: 30, right: 20 },
      bodySizePt: 14,
      blocks: [{ kind: 'paragraph', text: faces }],
    },
    { createdAt: new Date(0) },
  )
}

function lineHeight(spacingInLines: number): number {
  return (spacingInLines * SINGLE_LINE) / FONT_LINE
}

function pageMargins(margins: Margins): [number, number, number, number] {
  return [points(margins.left), points(margins.top), points(margins.right), points(margins.bottom)]
}

// ── page numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** A laid-out node: pdfmake writes on it the pages where it came to stand. */
type Placed = { readonly positions?: readonly { readonly pageNumber: number }[] }

/** What is looked up once the paper is laid out: where annexes begin, and each heading with what it heads. */
type Marks = {
  readonly annexStarts: Placed[]
  readonly headings: { readonly heading: Placed; readonly headed: Placed }[]
}

function firstPage(node: Placed): number | null {
  return node.positions?.[0]?.pageNumber ?? null
}

/** A heading alone at the foot of a page goes over to the page of what it heads. Its level is its place in the list. */
function isStranded(headings: Marks['headings'], level: number | undefined): boolean {
  const mark = level === undefined ? undefined : headings[level - 1]
  if (mark === undefined) return false
  const [from, to] = [firstPage(mark.heading), firstPage(mark.headed)]
  return from !== null && to !== null && from < to
}

/** Annexes are numbered on their own; the first page of the paper and of each annex carries no number. */
function numberOnPage(currentPage: number, annexStarts: readonly Placed[]): number | null {
  const starts = annexStarts.map((start) => firstPage(start) ?? Number.POSITIVE_INFINITY)
  const first = Math.max(1, ...starts.filter((start) => start <= currentPage))
  const number = currentPage - first + 1
  return number === 1 ? null : number
}

function pageNumber(number: number | null, [left, top, right]: [number, number, number, number]): Content {
  if (number === null) return ''
  const size = sizesFor(14).pageNumber
  return {
    text: String(number),
    alignment: 'center',
    fontSize: size,
    lineHeight: 1,
    margin: [left, (top - size * FONT_LINE) / 2, right, 0],
  }
}

// ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

type Inline = { text: string; bold?: boolean; italics?: boolean; noWrap?: boolean; fontSize?: number }

/** What no run of text ever has, said on each: for what is not said pdfmake searches every block around the run, word by word. */
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
  opacity: 1,
  sup: false,
  sub: false,
  preserveLeadingSpaces: false,
  preserveTrailingSpaces: false,
}

function inlineRuns(text: Text): Inline[] {
  return runsOf(text).map((run) => ({
    ...plainStyle,
    text: printable(run.text),
    ...(run.bold === undefined ? {} : { bold: run.bold }),
    ...(run.italic === undefined ? {} : { italics: run.italic }),
  }))
}

/**
 * Each word its own piece that may not be broken: otherwise justified lines are also stretched at the strokes and
 * hyphens inside "235/2025/NĐ-CP".
 */
function wholeWords(text: Text): Inline[] {
  return inlineRuns(text).flatMap((run) =>
    run.text
      .split(/(?<=[ \n])/u)
      .filter((word) => word !== '')
      .map((word) =>
        word.endsWith('\n') || word.length > LONGEST_WHOLE_WORD
          ? { ...run, text: word }
          : { ...run, text: word, noWrap: true },
      ),
  )
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

function paragraphNode(text: Text, style: ParagraphStyle): Content {
  const align = style.align ?? bodyAlign(text)
  return {
    text: align === 'justify' ? wholeWords(text) : inlineRuns(text),
    alignment: align,
    margin: [0, style.beforePt ?? 0, 0, style.afterPt ?? spacing.paragraphPt],
    ...(style.indentPt === undefined ? {} : { leadingIndent: style.indentPt }),
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italic === undefined ? {} : { italics: style.italic }),
    ...(style.sizePt === undefined ? {} : { fontSize: style.sizePt }),
  }
}

function lineHeightPt(sizePt: number): number {
  return sizePt * SINGLE_LINE * spacing.line
}

function paragraphHeight(text: Text, sizePt: number, widthPt: number): number {
  return lineCount(text, sizePt, widthPt) * lineHeightPt(sizePt) + spacing.paragraphPt
}

/** A horizontal rule in the middle of its column. pdfmake centres a canvas only when it is drawn from x = 0. */
function centredRule(lengthPt: number, afterPt = 0): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: lengthPt, y2: 0, lineWidth: rule.widthPt }],
    alignment: 'center',
    margin: [0, rule.gapPt, 0, afterPt],
  }
}

// ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function free(content: Content): Piece {
  return { content, keepWithNext: false, keepWithPrevious: false, heightPt: null }
}

function paragraphPiece(text: Text, style: ParagraphStyle, setting: Setting, keepWithNext = false): Piece {
  const size = style.sizePt ?? setting.sizes.body
  const short = lineCount(text, size, setting.frame.widthPt) <= SHORT_PARAGRAPH_LINES
  return {
    content: short ? { stack: [paragraphNode(text, style)], unbreakable: true } : paragraphNode(text, style),
    keepWithNext: keepWithNext || plainText(text).trimEnd().endsWith(':'),
    keepWithPrevious: false,
    heightPt: paragraphHeight(text, size, setting.frame.widthPt),
  }
}

function contentOf(document: PaperDocument, marks: Marks): Content[] {
  const sizes = sizesFor(document.bodySizePt)
  let orientation = document.orientation
  let setting: Setting = { sizes, frame: frameOf(orientation, document.marginsMm) }
  let pieces: Piece[] = []
  let breakPending = false
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
      if (first !== undefined) pieces.push(breakPending ? brokenBefore(first, orientation) : first, ...others)
    }
    breakPending = block.kind === 'cover'
  }
  return [...content, ...glued(pieces, setting.frame.heightPt, marks)]
}

function brokenBefore(piece: Piece, orientation: Orientation): Piece {
  return { ...piece, content: { stack: [piece.content], pageBreak: 'before', pageOrientation: orientation } }
}

/** Joins a heading to what it heads and the signatures to what is signed, as long as that leaves no half page empty. */
function glued(pieces: readonly Piece[], pageHeightPt: number, { headings }: Marks): Content[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    if (group !== undefined && joins(group, piece, pageHeightPt)) group.push(piece)
    else groups.push([piece])
  }
  const nodes = groups.map(contentOfGroup)
  return nodes.map((node, index) => {
    const next = nodes[index + 1]
    if (next === undefined || groups[index]?.at(-1)?.keepWithNext !== true) return node
    const [heading, headed] = [firstText(node), firstText(next)]
    if (heading === null || headed === null) return node
    const level = headings.length + 1
    // Of text that moved to the next page as part of a block, pdfmake puts the page right only where it has a name.
    heading.id ??= `heading-${level}`
    headed.id ??= `headed-${level}`
    headings.push({ heading, headed })
    return { stack: [node], headlineLevel: level }
  })
}

function contentOfGroup(group: readonly Piece[]): Content {
  const [only] = group
  return group.length === 1 && only !== undefined
    ? only.content
    : { stack: group.map(({ content }) => content), unbreakable: true }
}

type NamedText = Placed & { id?: string }

/** The text a block begins with; null for a drawing. Of a table the first row: its header stands on every page anew. */
function firstText(content: Content | undefined): NamedText | null {
  if (typeof content !== 'object' || content === null) return null
  if (Array.isArray(content)) return firstText(content[0])
  if ('stack' in content) return firstText(content.stack[0])
  if ('columns' in content) return firstText(content.columns[0])
  if ('table' in content) {
    const { body, headerRows = 0 } = content.table
    const cells = (body[headerRows] ?? []).map((cell) => firstText(cell as Content))
    return cells.find((cell) => cell !== null) ?? null
  }
  return 'text' in content && content.text !== '' ? (content as NamedText) : null
}

function joins(group: readonly Piece[], piece: Piece, pageHeightPt: number): boolean {
  const height = [...group, piece].reduce((sum, one) => sum + (one.heightPt ?? pageHeightPt), 0)
  if (piece.keepWithPrevious) return height < pageHeightPt * LARGEST_GROUP
  return group.at(-1)?.keepWithNext === true && height < pageHeightPt * LARGEST_HEADED
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

function cover(block: CoverBlock, frame: Frame): Content {
  return {
    stack: coverLines(block, frame).map(({ text, sizePt, bold, beforePt }) => ({
      ...textLine(text, sizePt),
      bold,
      margin: [0, beforePt, 0, 0],
    })),
  }
}

function letterhead(block: LetterheadBlock, { sizes, frame }: Setting): Content {
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

function textLine(text: string, fontSize: number) {
  return { text, fontSize, alignment: 'center' as const, lineHeight: lineHeight(1) }
}

function heading(block: HeadingBlock, { sizes, frame }: Setting): Content[] {
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

function addressees(to: readonly string[], setting: Setting): Piece[] {
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

/** The first lines stay together with what introduces them; the rest may go to the next page. */
function keyValues(block: KeyValuesBlock, { sizes, frame }: Setting): Piece[] {
  const labels = block.rows.map((row) => printable(`${row.label}:`))
  const labelWidth = Math.min(widest(labels, 'regular', sizes.body) + 6, frame.widthPt * 0.42)
  const valueWidth = frame.widthPt - labelWidth - points(spacing.firstLineMm)
  const rows = block.rows.map((row, index) => ({ label: labels[index] ?? '', value: valueOrBlank(row.value) }))
  const piece = (some: typeof rows, afterPt: number): Piece => ({
    content: {
      table: {
        widths: [labelWidth, '*'],
        body: some.map((row): TableCell[] => [{ text: row.label }, { text: inlineRuns(row.value) }]),
        dontBreakRows: true,
      },
      layout: bare,
      margin: [points(spacing.firstLineMm), 0, 0, afterPt],
    },
    keepWithNext: false,
    keepWithPrevious: false,
    heightPt: some.reduce((sum, row) => sum + paragraphHeight(row.value, sizes.body, valueWidth), 0),
  })
  const last = spacing.paragraphPt - 3
  return rows.length <= 3 ? [piece(rows, last)] : [piece(rows.slice(0, 2), 0), piece(rows.slice(2), last)]
}

const bare: CustomTableLayout = {
  defaultBorder: false,
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 3,
}

/** A box to tick, drawn: Times New Roman has no such letter. */
function checkBox(checked: boolean, sizePt: number): ContentCanvas {
  const side = sizePt * 0.7
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: side, h: side, lineWidth: 0.8 },
      ...(checked
        ? [
            {
              type: 'polyline' as const,
              lineWidth: 1.3,
              points: [
                { x: side * 0.18, y: side * 0.52 },
                { x: side * 0.42, y: side * 0.8 },
                { x: side * 0.84, y: side * 0.2 },
              ],
            },
          ]
        : []),
    ],
  }
}

/** From the top of a line down to the top of a box that stands on its baseline. */
function boxTop(sizePt: number): number {
  return sizePt * (ASCENT - 0.7)
}

function checks({ items }: ChecksBlock, { sizes, frame }: Setting): Piece {
  const few = items.length <= FEW_CHECKS
  const width = frame.widthPt - points(spacing.firstLineMm) - sizes.body * 1.1
  return {
    content: { stack: items.map((item) => checkLine(item, sizes.body)), unbreakable: few },
    keepWithNext: false,
    keepWithPrevious: false,
    heightPt: few ? items.reduce((sum, { text }) => sum + paragraphHeight(text, sizes.body, width), 0) : null,
  }
}

function checkLine(item: ChecksBlock['items'][number], sizePt: number): Content {
  return {
    columns: [
      { width: sizePt * 1.1, ...checkBox(item.checked, sizePt), margin: [0, boxTop(sizePt), 0, 0] },
      { width: '*', text: printable(item.text) },
    ],
    margin: [points(spacing.firstLineMm), 0, 0, spacing.paragraphPt],
  }
}

const ruled: CustomTableLayout = {
  hLineWidth: () => borderPt,
  vLineWidth: () => borderPt,
  paddingLeft: () => cellPadding.sidePt,
  paddingRight: () => cellPadding.sidePt,
  paddingTop: () => cellPadding.topPt,
  paddingBottom: () => cellPadding.bottomPt,
}

function tablePiece(block: TableBlock, { sizes, frame }: Setting): Piece {
  const size = block.fontSizePt ?? sizes.table
  const outer = columnWidths(block, size, frame.widthPt - borderPt)
  const inner = outer.map((width) => width - 2 * cellPadding.sidePt - borderPt)
  const header = headerCells(block, outer, size)
  const heights = block.rows.map((row) => rowHeight(row.cells, outer, size))
  const total = heights.reduce((sum, height) => sum + height, 0) + header.length * 2 * lineHeightPt(size)
  const body = block.rows.map((row): TableCell[] => {
    const cells = block.columns.map((): TableCell => ({}))
    for (const { cell, column } of placed(row.cells))
      cells[column] = bodyCell(
        cell,
        row.kind !== 'row',
        block.columns[column]?.align ?? 'left',
        inner[column] ?? 0,
        size,
      )
    return cells
  })
  const table: Content = {
    table: {
      headerRows: header.length,
      ...(body.length > 0 ? { keepWithHeaderRows: 1 } : {}),
      // A row longer than a page would be lost when it may not break.
      dontBreakRows: heights.every((height) => height < frame.heightPt * 0.6),
      widths: inner,
      body: [...header, ...body],
    },
    layout: ruled,
    fontSize: size,
    lineHeight: lineHeight(spacing.tableLine),
    margin: [0, 2, 0, spacing.paragraphPt + 2],
  }
  return {
    // A small table stands whole: nobody looks for its sum on the next page.
    content: total < frame.heightPt * LARGEST_HEADED ? { stack: [table], unbreakable: true } : table,
    keepWithNext: false,
    keepWithPrevious: false,
    heightPt: total < frame.heightPt * LARGEST_GROUP ? total : null,
  }
}

/** pdfmake's own vertical alignment pushes cells that span rows out of the table, so the room above each is counted. */
function headerCells(block: TableBlock, outerWidths: readonly number[], sizePt: number): TableCell[][] {
  const rooms = roomAboveHeaderCells(block, outerWidths, sizePt)
  return headerGrid(block).map((row, rowIndex) =>
    row.map((cell, column): TableCell => {
      if (cell === null) return {}
      return {
        text: printable(cell.text),
        bold: true,
        alignment: 'center',
        margin: [0, rooms[rowIndex]?.[column] ?? 0, 0, 0],
        ...(cell.colSpan === undefined ? {} : { colSpan: cell.colSpan }),
        ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
      }
    }),
  )
}

function rowHeight(cells: readonly Cell[], outerWidths: readonly number[], sizePt: number): number {
  const lines = placed(cells).map(({ cell, column }) =>
    lineCount(cellText(cell), sizePt, innerWidth(outerWidths, column, cellSpan(cell))),
  )
  return Math.max(1, ...lines) * lineHeightPt(sizePt) + cellPadding.topPt + cellPadding.bottomPt
}

function bodyCell(cell: Cell, boldRow: boolean, columnAlign: Alignment, innerWidth: number, sizePt: number): TableCell {
  if (typeof cell === 'object' && 'check' in cell) {
    const side = sizePt * 0.7
    return { ...checkBox(cell.check, sizePt), margin: [(innerWidth - side) / 2, boxTop(sizePt), 0, 0] }
  }
  if (typeof cell === 'string') return { text: printable(cell), alignment: columnAlign, bold: boldRow }
  return {
    text: inlineRuns(cell.text),
    alignment: cell.align ?? columnAlign,
    bold: cell.bold ?? boldRow,
    italics: cell.italic ?? false,
    ...(cell.colSpan === undefined ? {} : { colSpan: cell.colSpan }),
  }
}

function signatures(block: SignaturesBlock, sizes: Sizes, frame: Frame): Piece {
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

function annexPieces(
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
