// Blocks → PDF. This file and the folder beside it are all that knows pdfmake.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Margins, PaperDocument, Text } from './blocks'
import { printable } from './measure'
import { pdfMake } from './pdf/fonts'
import { contentOf, withRowsCarried } from './pdf/layout'
import type { Marks, Placed } from './pdf/pieces'
import { FONT_LINE, lineHeight } from './pdf/text'
import { points, sizesFor, spacing } from './style'

export type PdfOptions = {
  /** Written into the file as its date of creation; equal documents with equal dates are equal bytes. */
  readonly createdAt: Date
}

export async function renderPdf(document: PaperDocument, options: PdfOptions): Promise<Uint8Array> {
  const { bytes, marks } = await laidOut(document, options)
  const stranded = marks.signedTables.filter(({ row, signature }) => isBefore(row, signature))
  if (stranded.length === 0) return bytes
  const tables = new Set(stranded.map(({ table }) => table))
  return (await laidOut(withRowsCarried(document, tables), options)).bytes
}

async function laidOut(
  document: PaperDocument,
  { createdAt }: PdfOptions,
): Promise<{ readonly bytes: Uint8Array; readonly marks: Marks }> {
  const marks: Marks = { annexStarts: [], headings: [], signedTables: [] }
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
  return { bytes: new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength), marks }
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

function pageMargins(margins: Margins): [number, number, number, number] {
  return [points(margins.left), points(margins.top), points(margins.right), points(margins.bottom)]
}

function firstPage(node: Placed): number | null {
  return node.positions?.[0]?.pageNumber ?? null
}

/** A heading alone at the foot of a page goes over to the page of what it heads. Its level is its place in the list. */
function isStranded(headings: Marks['headings'], level: number | undefined): boolean {
  const mark = level === undefined ? undefined : headings[level - 1]
  if (mark === undefined) return false
  return isBefore(mark.heading, mark.headed)
}

/** On an earlier page. */
function isBefore(one: Placed, other: Placed): boolean {
  const [from, to] = [firstPage(one), firstPage(other)]
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
