// The description of a printed table as plain data: what stands in it and how it adds up, not how any library writes it.
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { MoneyUnit } from '../../shared/vietnamese/money'

export type ColumnKind = 'text' | 'centredText' | 'integer' | 'money' | 'quantity' | 'percent' | 'date' | 'month'

export interface Column<Key extends string = string> {
  readonly key: Key
  readonly heading: string
  readonly kind: ColumnKind
  /** In digits of the default font, as spreadsheets count. A column grows by itself for a number or a word that would not fit. */
  readonly width: number
  /** Every row's value is the sum of these columns of the same row. */
  readonly addsUp?: readonly Key[]
  /** Where none of those is known, neither is their sum: the cell stays empty. */
  readonly blankIfNone?: boolean
  /** Groups and the total row carry the sum of this column. */
  readonly summed?: boolean
  /** Of a percent column, which needs no values of its own: worked out on every line, groups and total included. */
  readonly ratio?: Ratio<Key>
}

/** A percentage to two decimals; “–” where there is nothing to divide, or nothing to divide by. */
export interface Ratio<Key extends string = string> {
  readonly part: Key
  readonly whole: Key
  /** By the same line's whole, or by the total line's: a share. */
  readonly of: 'line' | 'total'
  /** How much the part is more than the whole, instead of how much of it. */
  readonly growth?: boolean
}

export interface ColumnGroup<Key extends string = string> {
  readonly heading: string
  readonly columns: readonly HeaderNode<Key>[]
}

export type HeaderNode<Key extends string = string> = Column<Key> | ColumnGroup<Key>

/** Text; a whole number; whole đồng for money; thousandths for quantities; 'YYYY-MM-DD' for dates; 'YYYY-MM' for months. */
export type CellValue = string | number | null
export type Row<Key extends string = string> = Readonly<Partial<Record<Key, CellValue>>>

export interface Group<Key extends string = string> {
  /** A, B, I, II … */
  readonly mark: string
  readonly heading: string
  readonly content: Block<Key>
}

/** Rows, or groups inside groups. A group without a single row in it is left out. */
export type Block<Key extends string = string> =
  | { readonly kind: 'rows'; readonly rows: readonly Row<Key>[] }
  | { readonly kind: 'groups'; readonly groups: readonly Group<Key>[] }

export interface TitleLine {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
}

export interface Signature {
  /** Authority and office, such as "KT. GIÁM ĐỐC" and "PHÓ GIÁM ĐỐC". */
  readonly titles: readonly string[]
  readonly name: string
}

export interface PrintSetup {
  readonly orientation: 'landscape' | 'portrait'
  readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer', number>>
}

/** Margins in millimetres: the left one is wider because the paper is bound there. */
export const landscapeA4: PrintSetup = {
  orientation: 'landscape',
  margins: { top: 15, right: 12, bottom: 15, left: 20, header: 8, footer: 8 },
}

export interface Sheet<Key extends string = string> {
  readonly name: string
  readonly letterhead: { readonly left: readonly TitleLine[]; readonly right: readonly TitleLine[] }
  readonly title: readonly string[]
  /** Lines in italics under the title, such as "(Kèm theo …)". */
  readonly subtitle: readonly string[]
  /** Unit in which money columns are shown; null where there is no money. Amounts in rows are đồng all the same. */
  readonly unit: MoneyUnit | null
  readonly header: readonly HeaderNode<Key>[]
  /** Columns in which a group's mark and heading stand. */
  readonly markColumn: Key
  readonly headingColumn: Key
  readonly body: Block<Key>
  readonly total: string | null
  /** Rows under the total that it leaves out. */
  readonly beside?: readonly Row<Key>[]
  /** Paragraphs between the title and the table. */
  readonly intro?: readonly string[]
  /** Lines in italics under the table. */
  readonly notes?: readonly string[]
  /** Lines under the table with a sum in words; several columns are added together. */
  readonly words: readonly { readonly caption: string; readonly columns: readonly Key[] }[]
  /** Over the last signature; the day is left to be written by hand while it is not known. */
  readonly placeAndDate: { readonly place: string; readonly date: PlainDate | null } | null
  readonly signatures: readonly Signature[]
  readonly print: PrintSetup
}

export function isColumnGroup<Key extends string>(node: HeaderNode<Key>): node is ColumnGroup<Key> {
  return 'columns' in node
}

/** The columns from left to right, without the headings that span them. */
export function columnsOf<Key extends string>(header: readonly HeaderNode<Key>[]): Column<Key>[] {
  return header.flatMap((node) => (isColumnGroup(node) ? columnsOf(node.columns) : [node]))
}

export function headerDepth(header: readonly HeaderNode[]): number {
  return Math.max(0, ...header.map((node) => (isColumnGroup(node) ? 1 + headerDepth(node.columns) : 1)))
}
