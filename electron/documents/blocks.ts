// The language every official paper is written in: plain data, no layout. Two renderers (PDF to print, DOCX to edit)
// read the same blocks, so that both say the same.

export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }
export type Text = string | readonly Run[]
export type Align = 'left' | 'center' | 'right' | 'justify'
export type Orientation = 'portrait' | 'landscape'

/** Boxes 1 to 5b: who issues on the left, the national title on the right, number and place-date on one line. */
export type LetterheadBlock = {
  readonly kind: 'letterhead'
  readonly parent: string | null
  readonly issuer: string
  /** The whole text after "Số:", e.g. "05/TTr-TTKC"; null leaves the number to be written by hand; `none` prints no line. */
  readonly number: string | null | { readonly none: true }
  readonly place: string | null
  /** Date in words; null leaves day, month and year to be written by hand. */
  readonly date: string | null
  /** The "V/v …" line of an official letter. */
  readonly about: string | null
}

/** The first page of a bound paper: centred lines from the top to the foot. What follows begins a new page. */
export type CoverBlock = {
  readonly kind: 'cover'
  readonly parent: string | null
  readonly issuer: string
  readonly typeName: string
  readonly name: string
  /** Such as the programme and the year. */
  readonly about: string
  /** Place and year. */
  readonly foot: string
}

/** Box 5a: the name of the kind of paper and what it is about. */
export type HeadingBlock = {
  readonly kind: 'heading'
  readonly typeName: string
  readonly abstract: string | null
  /** A line under the abstract for what stands there by custom, such as a contract's number. */
  readonly note: string | null
}

export type AddresseesBlock = { readonly kind: 'addressees'; readonly to: readonly string[] }

/** The "Căn cứ …" list. Items carry neither the word "Căn cứ" nor the closing mark: both are set by the renderer's rule. */
export type LegalBasesBlock = { readonly kind: 'legalBases'; readonly items: readonly string[] }

export type ParagraphBlock = {
  readonly kind: 'paragraph'
  readonly text: Text
  readonly indent?: boolean
  readonly align?: Align
  /** Stays on the page of the block that follows. */
  readonly keepWithNext?: boolean
}

/** A numbered part of the body with its own title line ("I. THÔNG TIN CHUNG"). */
export type SectionBlock = { readonly kind: 'section'; readonly label: string; readonly title: string }

/** A clause ("1."), a point ("a)") or a dash item: the label starts the paragraph, as administrative papers do. */
export type ClauseBlock = { readonly kind: 'clause'; readonly label: string; readonly text: Text }

export type ArticleBlock = { readonly kind: 'article'; readonly number: number; readonly title: string }

export type BulletsBlock = { readonly kind: 'bullets'; readonly items: readonly Text[] }

/** "Địa chỉ: …" lines with their values in one column; a missing value becomes a dotted line to fill by hand. */
export type KeyValuesBlock = {
  readonly kind: 'keyValues'
  readonly rows: readonly { readonly label: string; readonly value: Text | null }[]
}

/** Boxes to tick. */
export type ChecksBlock = {
  readonly kind: 'checks'
  readonly items: readonly { readonly checked: boolean; readonly text: string }[]
}

export type Cell =
  | string
  | {
      readonly text: Text
      readonly align?: Align
      readonly bold?: boolean
      readonly italic?: boolean
      readonly colSpan?: number
    }
  | { readonly check: boolean }

export type HeaderCell = { readonly text: string; readonly colSpan?: number; readonly rowSpan?: number }

export type TableRow = {
  /** `group` and `total` rows are bold. */
  readonly kind: 'row' | 'group' | 'total'
  readonly cells: readonly Cell[]
}

export type TableColumn = {
  /** Share of the width; a column never gets narrower than its longest word. */
  readonly weight: number
  readonly align: Align
}

export type TableBlock = {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  /** Written as in HTML: a cell covered by a span of the row above is left out. Repeated on every page. */
  readonly header: readonly (readonly HeaderCell[])[]
  readonly rows: readonly TableRow[]
  readonly fontSizePt?: number
}

export type Signer = {
  /** The party or role above the title ("ĐẠI DIỆN BÊN A"). */
  readonly caption: string | null
  /** "TM. …", "KT. GIÁM ĐỐC", "TL. …", "TUQ. …". */
  readonly authority: string | null
  readonly position: string | null
  /** "(Ký, ghi rõ họ tên)" and the like. */
  readonly note: string | null
  readonly name: string | null
}

/** Boxes 7a to 9b: signatures in one row, the recipients level with the first line of the only signature. */
export type SignaturesBlock = {
  readonly kind: 'signatures'
  readonly recipients: readonly string[] | null
  readonly signers: readonly Signer[]
}

/** Starts a new page whose pages are numbered anew. Everything after it belongs to the annex until the next one. */
export type AnnexBlock = {
  readonly kind: 'annex'
  readonly label: string
  readonly title: string
  readonly attachedTo: string | null
  readonly orientation?: Orientation
}

export type PageBreakBlock = { readonly kind: 'pageBreak' }

export type Block =
  | CoverBlock
  | LetterheadBlock
  | HeadingBlock
  | AddresseesBlock
  | LegalBasesBlock
  | ParagraphBlock
  | SectionBlock
  | ClauseBlock
  | ArticleBlock
  | BulletsBlock
  | KeyValuesBlock
  | ChecksBlock
  | TableBlock
  | SignaturesBlock
  | AnnexBlock
  | PageBreakBlock

export type Margins = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export type PaperDocument = {
  readonly title: string
  readonly orientation: Orientation
  readonly marginsMm: Margins
  readonly bodySizePt: number
  readonly blocks: readonly Block[]
}

/** The dotted line left for a fact nobody has given yet. */
export const BLANK = '………………'

const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** Labels of points follow the Vietnamese alphabet without marks on vowels: a, b, c, d, đ, e, g … y, then aa, ab … */
export function pointLabel(index: number): string {
  const first = Math.floor(index / POINT_LETTERS.length)
  const letter = POINT_LETTERS.charAt(index % POINT_LETTERS.length)
  return first === 0 ? `${letter})` : `${POINT_LETTERS.charAt((first - 1) % POINT_LETTERS.length)}${letter})`
}

export function clauses(texts: readonly Text[]): ClauseBlock[] {
  return texts.map((text, index) => ({ kind: 'clause', label: `${index + 1}.`, text }))
}

export function points(texts: readonly Text[]): ClauseBlock[] {
  return texts.map((text, index) => ({ kind: 'clause', label: pointLabel(index), text }))
}

export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text
}

/** Closes every item with ";" and the last with ".", whatever mark it came with. */
export function closedList(items: readonly string[]): string[] {
  return items.map((item, index) => `${item.replace(/[\s;.,]+$/u, '')}${index === items.length - 1 ? '.' : ';'}`)
}

/** Header rows and their spans laid on a grid: `null` marks a place covered by a span of another cell. */
export function headerGrid(table: TableBlock): (HeaderCell | null)[][] {
  const width = table.columns.length
  const grid: (HeaderCell | null | undefined)[][] = table.header.map(() =>
    new Array<HeaderCell | null | undefined>(width).fill(undefined),
  )
  table.header.forEach((cells, rowIndex) => {
    const row = grid[rowIndex] ?? []
    let column = 0
    for (const cell of cells) {
      while (column < width && row[column] !== undefined) column += 1
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1)
        for (let across = 0; across < (cell.colSpan ?? 1); across += 1) {
          const target = grid[rowIndex + down]
          if (target === undefined || column + across >= width || target[column + across] !== undefined)
            throw new RangeError(`header cell "${cell.text}" does not fit the table's ${width} columns`)
          target[column + across] = down === 0 && across === 0 ? cell : null
        }
      column += cell.colSpan ?? 1
    }
  })
  return grid.map((row) =>
    row.map((cell) => {
      if (cell === undefined) throw new RangeError('the header leaves a hole in the table')
      return cell
    }),
  )
}
