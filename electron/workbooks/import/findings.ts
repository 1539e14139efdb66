// What reading a sheet has to say: problems named by their cell, and questions with the answers already given.
import type { ImportPreview } from '../../../shared/contract/workbooks'
import { cellName, columnLetter } from './rawWorkbook'

export type ImportProblem = ImportPreview['problems'][number]
export type ImportQuestion = ImportPreview['questions'][number]
export type Severity = ImportProblem['severity']

export interface Place {
  readonly sheet: string
  readonly row: number | null
  readonly column: number | null
  /** The row of the preview that the finding belongs to; null for the whole sheet. */
  readonly rowKey: string | null
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface Asking {
  readonly id: string
  readonly message: string
  readonly place: Place
  readonly choices: readonly Choice[]
  /** Answered in the user's own words instead of by a choice. */
  readonly freeText?: boolean
  /** What is done when nobody answers; null when the import must wait for an answer. */
  readonly fallback: string | null
}

export interface Finding {
  readonly code: string
  readonly message: string
  readonly original?: string
  readonly suggested?: string | null
}

const cellKey = ({ sheet, row, column }: Place) => `${sheet}|${row}|${column}`

export class Findings {
  readonly problems: ImportProblem[] = []
  readonly #errorRows = new Set<string>()
  readonly #errorCells = new Set<string>()
  /** By place and code, the messages said there: the same texts the problems hold, not copies. */
  readonly #said = new Map<string, string[]>()
  readonly #questions = new Map<string, { question: ImportQuestion; rowKeys: Set<string>; cells: Set<string> }>()
  readonly #answers: Readonly<Record<string, string>>

  constructor(answers: Readonly<Record<string, string>>) {
    this.#answers = answers
  }

  /** A cell may be read more than once; what is wrong with it is said once. */
  add(severity: Severity, place: Place, finding: Finding): void {
    const at = `${place.sheet}|${place.row}|${place.column}|${finding.code}`
    const said = this.#said.get(at)
    if (said?.includes(finding.message) === true) return
    if (said === undefined) this.#said.set(at, [finding.message])
    else said.push(finding.message)
    if (severity === 'error' && place.rowKey !== null) this.#errorRows.add(place.rowKey)
    if (severity === 'error') this.#errorCells.add(cellKey(place))
    this.problems.push({
      severity,
      code: finding.code,
      sheet: place.sheet,
      row: place.row,
      column: place.column === null ? null : columnLetter(place.column),
      cell: place.row === null || place.column === null ? null : cellName(place.row, place.column),
      rowKey: place.rowKey,
      message: finding.message,
      original: finding.original ?? '',
      suggested: finding.suggested ?? null,
    })
  }

  /** Whether something is wrong with the very cell. */
  hasErrorAt(place: Place): boolean {
    return this.#errorCells.has(cellKey(place))
  }

  hasError(rowKey: string): boolean {
    return this.#errorRows.has(rowKey)
  }

  /** The answer in force: the user's, else the fallback, else null. The same question from many cells is asked once. */
  ask(asking: Asking): string | null {
    const given = this.#answers[asking.id]
    const freeText = asking.freeText ?? false
    const valid =
      given !== undefined && (freeText ? given.trim() !== '' : asking.choices.some((choice) => choice.value === given))
    const answer = valid ? given : asking.fallback
    const known = this.#questions.get(asking.id) ?? {
      question: {
        id: asking.id,
        message: asking.message,
        cells: [],
        rowKeys: [],
        choices: [...asking.choices],
        freeText,
        answer,
      },
      rowKeys: new Set<string>(),
      cells: new Set<string>(),
    }
    const { row, column, rowKey, sheet } = asking.place
    if (row !== null && column !== null) known.cells.add(`${sheet}!${cellName(row, column)}`)
    if (rowKey !== null) known.rowKeys.add(rowKey)
    this.#questions.set(asking.id, known)
    return answer
  }

  questions(): ImportQuestion[] {
    return [...this.#questions.values()].map(({ question, rowKeys, cells }) => ({
      ...question,
      cells: [...cells],
      rowKeys: [...rowKeys],
    }))
  }
}

/** Text of a cell inside a sentence: short, on one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`
}
