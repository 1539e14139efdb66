// How much a file may hold, so that no file, made on purpose or by accident, takes the machine's memory.
import { Refusal } from '../../../shared/contract/errors'

export interface ReadLimits {
  readonly fileBytes: number
  readonly inflatedBytes: number
  readonly sheets: number
  readonly rows: number
  readonly cells: number
  /** Strings, merges, styles and links together: what a file keeps beside its cells. */
  readonly items: number
  /** Letters of all texts that are kept. */
  readonly letters: number
}

export const readLimits: ReadLimits = {
  fileBytes: 50 * 1024 * 1024,
  inflatedBytes: 300 * 1024 * 1024,
  sheets: 50,
  rows: 100_000,
  cells: 2_000_000,
  items: 2_000_000,
  letters: 100_000_000,
}

export function unreadable(reason: string): Refusal {
  return new Refusal('workbook.unreadable', reason)
}

export const megabytes = (bytes: number) => `${Math.ceil(bytes / (1024 * 1024))} MB`
const vietnameseCount = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** Counts what is kept while it is read, so that a limit is met before the memory is gone. */
export class ReadBudget {
  readonly #limits: ReadLimits
  #rows = 0
  #cells = 0
  #items = 0
  #letters = 0

  constructor(limits: ReadLimits) {
    this.#limits = limits
  }

  row(sheet: string): void {
    this.#rows += 1
    if (this.#rows > this.#limits.rows) throw this.#tooMany(this.#limits.rows, 'dòng có dữ liệu', sheet)
  }

  cell(sheet: string): void {
    this.#cells += 1
    if (this.#cells > this.#limits.cells) throw this.#tooMany(this.#limits.cells, 'ô có dữ liệu', sheet)
  }

  item(): void {
    this.#items += 1
    if (this.#items > this.#limits.items)
      throw unreadable(
        `tệp có hơn ${vietnameseCount(this.#limits.items)} chuỗi chữ, ô gộp và kiểu định dạng. Hãy chép các trang cần nhập sang tệp mới.`,
      )
  }

  text(text: string): void {
    this.#letters += text.length
    if (this.#letters > this.#limits.letters)
      throw unreadable(
        `tệp có hơn ${vietnameseCount(this.#limits.letters)} chữ. Hãy chép các trang, các cột cần nhập sang tệp mới.`,
      )
  }

  #tooMany(count: number, what: string, sheet: string): Refusal {
    return unreadable(`tệp có hơn ${vietnameseCount(count)} ${what} (đến trang “${sheet}”). Hãy chia thành nhiều tệp.`)
  }
}
