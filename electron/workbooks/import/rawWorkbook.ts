// A workbook as plain data, whoever wrote the file: what the reader gives and all that recognising tables may look at.

export type RawCellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula'

export interface RawCell {
  readonly column: number
  /** 'formula' is a formula that carries no computed value; a formula that does carry one has the kind of its value. */
  readonly kind: RawCellKind
  /**
   * text: as written, line breaks kept · number: plain decimal of at most 15 digits, '.' before decimals, as Excel shows it ·
   * date: YYYY-MM-DD · error: '#REF!' · formula: the formula itself.
   */
  readonly text: string
  readonly computed: boolean
  readonly numberFormat: string
  /** Name of the cell's font: the only trace some legacy encodings leave. */
  readonly font: string
}

export interface RawRow {
  readonly number: number
  readonly hidden: boolean
  /** Only cells that hold something, from left to right. */
  readonly cells: readonly RawCell[]
}

export interface RawRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  readonly hiddenColumns?: readonly number[]
  readonly rows: readonly RawRow[]
  readonly merges: readonly RawRange[]
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[]
  /** What was left aside on purpose, in words: macros, chart sheets. */
  readonly notes: readonly string[]
}

/** 1 → A, 27 → AA. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

export function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

/** 'AB12' → { row: 12, column: 28 }; null when it is no cell name inside a sheet's bounds. */
export function parseCellName(name: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name)
  if (match === null) return null
  const [, letters = '', digits = ''] = match
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return column > 16_384 || row > 1_048_576 ? null : { row, column }
}
