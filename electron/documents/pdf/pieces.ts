// Laid-out blocks and how they sit with their neighbours: what is kept on one page, and what must not stand alone.
import type { Content } from 'pdfmake/interfaces'
import type { Orientation, TableBlock } from '../blocks'
import type { Frame } from '../measure'
import type { Sizes } from '../style'

/** Share of a page up to which signatures and what is signed are moved to the next page as one. */
export const LARGEST_GROUP = 0.5
/** Share of a page up to which a heading and all it heads are; of what is larger only the beginning goes with the heading. */
export const LARGEST_HEADED = 0.25

export type Setting = { readonly sizes: Sizes; readonly frame: Frame }

/** A laid-out block and how it sits with its neighbours. */
export type Piece = {
  readonly content: Content
  readonly keepWithNext: boolean
  /** Drawn to the block before it when that is short: a signature never stands alone on a page. */
  readonly keepWithPrevious: boolean
  /** Null when the piece must be free to break over pages. */
  readonly heightPt: number | null
  /** Begins a new page of this orientation. */
  readonly breakBefore?: Orientation
}

/** A laid-out node: pdfmake writes on it the pages where it came to stand. */
export type Placed = { readonly positions?: readonly { readonly pageNumber: number }[] }

/** What is looked up once the paper is laid out: where annexes begin, and each heading with what it heads. */
export type Marks = {
  readonly annexStarts: Placed[]
  readonly headings: { readonly heading: Placed; readonly headed: Placed }[]
  /** Tables that are signed right below them: the first row to stand with the signatures, and what these begin with. */
  readonly signedTables: { readonly table: TableBlock; readonly row: Placed; readonly signature: Placed }[]
}

export function free(content: Content): Piece {
  return { content, keepWithNext: false, keepWithPrevious: false, heightPt: null }
}

export function brokenBefore(piece: Piece, orientation: Orientation): Piece {
  return { ...piece, breakBefore: orientation }
}

/** Joins a heading to what it heads and the signatures to what is signed, as long as that leaves no half page empty. */
export function glued(pieces: readonly Piece[], pageHeightPt: number, { headings }: Marks): Content[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    if (group !== undefined && piece.breakBefore === undefined && joins(group, piece, pageHeightPt)) group.push(piece)
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
  const [first] = group
  const content: Content =
    group.length === 1 && first !== undefined
      ? first.content
      : { stack: group.map((piece) => piece.content), unbreakable: true }
  // Outside of what is kept together: pdfmake loses what breaks the page within it.
  return first?.breakBefore === undefined
    ? content
    : { stack: [content], pageBreak: 'before', pageOrientation: first.breakBefore }
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

/** Rows that stand on the page of the signatures: a page of signatures alone could be put under anything. */
const signedRows = 2

/** Where these rows begin; the heading of a group goes with its rows. */
export function signedFrom({ rows }: TableBlock): number {
  let at = Math.max(0, rows.length - signedRows)
  while (at > 0 && rows[at - 1]?.kind === 'group') at -= 1
  return at
}

/** Notes which rows a table ends with and where it is signed, so that the paper can be seen to keep them on one page. */
export function markSignedTable(
  table: TableBlock,
  tableContent: Content,
  signature: Content,
  { signedTables }: Marks,
): void {
  const [row, first] = [signedRowText(tableContent, table.rows.length - signedFrom(table)), firstText(signature)]
  if (row === null || first === null) return
  row.id ??= `signed-${signedTables.length}`
  first.id ??= `signature-${signedTables.length}`
  signedTables.push({ table, row, signature: first })
}

/** Of the row so many from the end. */
function signedRowText(content: Content | undefined, fromEnd: number): NamedText | null {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null
  if ('stack' in content) return signedRowText(content.stack.at(-1), fromEnd)
  if (!('table' in content)) return null
  const cells = (content.table.body.at(-fromEnd) ?? []).map((cell) => firstText(cell as Content))
  return cells.find((cell) => cell !== null) ?? null
}

function joins(group: readonly Piece[], piece: Piece, pageHeightPt: number): boolean {
  const height = [...group, piece].reduce((sum, one) => sum + (one.heightPt ?? pageHeightPt), 0)
  if (piece.keepWithPrevious) return height < pageHeightPt * LARGEST_GROUP
  return group.at(-1)?.keepWithNext === true && height < pageHeightPt * LARGEST_HEADED
}
