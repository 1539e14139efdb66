// Rows of a sheet gathered from top to bottom: every cell with its place, value, formula and look, every row with its height.
import { Refusal } from '../../shared/contract/errors'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import type { Face } from '../documents/fonts'
import type { Line, Value } from './evaluate'
import { columnPoints, countLines, heightOf } from './heights'
import type { PrintSetup } from './sheet'

export type CellFormat =
  | 'general'
  | 'guardedText'
  | 'integer'
  | 'money'
  | 'decimal'
  | 'quantity'
  | 'percent'
  | 'date'
  | 'month'

/** Made once each: two cells that look alike hold the same object. */
export interface CellStyle {
  readonly face: Face
  readonly size: number
  readonly underline: boolean
  readonly horizontal: 'left' | 'center' | 'right'
  readonly vertical: 'top' | 'middle'
  readonly border: boolean
  readonly format: CellFormat
}

export interface GridCell {
  /** From 1, as in the spreadsheet. */
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly value: Value | null
  readonly formula: string | null
  readonly style: CellStyle
}

export interface GridRow {
  readonly height: number
  readonly outlineLevel: number
  readonly cells: readonly GridCell[]
}

export interface Grid {
  readonly name: string
  readonly unit: MoneyUnit | null
  readonly moneyDecimals: number
  readonly columnWidths: readonly number[]
  /** The first is row 1. */
  readonly rows: readonly GridRow[]
  /** Repeated at the top of each printed page. */
  readonly headerRows: { readonly first: number; readonly last: number }
  /** Where each line of the table begins. */
  readonly lineRows: readonly number[]
  readonly lineKinds: readonly Line['kind'][]
  readonly print: PrintSetup
}

export const BODY_SIZE = 11

/** Of one cell, in Excel. */
const LONGEST_TEXT = 32_767

const styles = new Map<string, CellStyle>()

export function styleOf(parts: Partial<CellStyle>): CellStyle {
  const style: CellStyle = {
    face: 'regular',
    size: BODY_SIZE,
    underline: false,
    horizontal: 'left',
    vertical: 'middle',
    border: false,
    format: 'general',
    ...parts,
  }
  const key = Object.values(style).join('|')
  const known = styles.get(key)
  if (known !== undefined) return known
  styles.set(key, style)
  return style
}

export interface Placed {
  readonly column: number
  readonly columnSpan: number
  readonly text: string
  readonly style: CellStyle
}

/** Rows gathered from top to bottom; knows how wide cells are, so that a row gets the height its text needs. */
export class Page {
  readonly rows: GridRow[] = []

  constructor(readonly widths: readonly number[]) {}

  get columnCount(): number {
    return this.widths.length
  }

  points(column: number, span: number): number {
    let sum = 0
    for (let at = column; at < column + span; at += 1) sum += columnPoints(this.widths[at - 1] ?? 0)
    return sum
  }

  textHeight(text: string, column: number, span: number, style: CellStyle): number {
    return heightOf(countLines(text, this.points(column, span), style), style.size)
  }

  addTexts(texts: readonly Placed[], leastHeight = 0): void {
    let height = leastHeight
    for (const { text, column, columnSpan, style } of texts)
      height = Math.max(height, this.textHeight(text, column, columnSpan, style))
    this.rows.push({ height, outlineLevel: 0, cells: texts.map((placed) => textCell(placed)) })
  }

  addSpace(height: number): void {
    this.rows.push({ height, outlineLevel: 0, cells: [] })
  }

  addWide(text: string, style: CellStyle): void {
    this.addTexts([{ column: 1, columnSpan: this.columnCount, text, style }])
  }
}

export function textCell({ column, columnSpan, text, style }: Placed): GridCell {
  return { column, columnSpan, rowSpan: 1, value: textValue(text), formula: null, style: guarded(style, text) }
}

export function textValue(text: string): Value | null {
  if (text.length > LONGEST_TEXT)
    throw new Refusal(
      'document.incomplete',
      `một ô có ${text.length} ký tự, bảng tính chỉ chứa được ${LONGEST_TEXT} ký tự (“${text.slice(0, 60)}…”).`,
    )
  return text === '' ? null : { kind: 'text', text }
}

// Opened and left again with Enter, a cell that begins like this would turn into a formula unless its format is text.
export function guarded(style: CellStyle, text: string): CellStyle {
  return /^\s*[=+\-@]/.test(text) ? styleOf({ ...style, format: 'guardedText' }) : style
}
