// What headings mean: each column's words against the synonyms of the fields, with what stands below deciding between equals.
import { assertNever } from '../../../shared/domain/assertNever'
import { columnShape, fitsShape, looksNumeric } from './columnShape'
import { splitDone } from './doneColumns'
import { cleanHeading, type Grid, type HeaderColumn, longestHeading } from './grid'
import type { RawCell, RawRow, RawSheet } from './rawWorkbook'
import { allFieldRules, type FieldRule, fieldRules, type ImportKind, type ImportRules, leadingField } from './rules'
import { phraseAt, wordsOf } from './words'

export interface Header {
  readonly kind: ImportKind
  readonly score: number
  readonly top: number
  readonly bottom: number
  readonly columns: readonly HeaderColumn[]
  readonly fields: ReadonlyMap<number, string>
  /** Columns that say what was carried out, beside others over the plan: by column, of which field; null: of none that counts. */
  readonly done: ReadonlyMap<number, string | null>
}

const weakestMatch = 0.28

/** Of what an earlier import was told: above anything words can reach. */
const rememberedScore = 3

interface Match {
  readonly field: string
  readonly score: number
  readonly weak: boolean
  readonly remembered: boolean
}

/** What users gave to headings in earlier imports: kind and heading → field, or '' for a column to leave aside. */
export type RememberedColumns = ReadonlyMap<string, string>

/** All levels of a heading as the same words however they are typed. */
export function rememberedKey(kind: ImportKind, levels: readonly string[]): string {
  return `${kind}|${levels.map(headingWords).join('|')}`
}

interface Phrase {
  readonly field: string
  readonly phrase: string
  readonly weak: boolean
}

type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>

function indexPhrases(rules: readonly FieldRule[]): PhraseIndex {
  const index = new Map<string, Phrase[]>()
  for (const { field, synonyms, weak } of rules)
    for (const phrase of [...synonyms, ...weak]) {
      const [word = ''] = phrase.split(' ')
      const entry = { field, phrase, weak: weak.includes(phrase) }
      const entries = index.get(word)
      if (entries === undefined) index.set(word, [entry])
      else entries.push(entry)
    }
  return index
}

/** Matches headings to fields; remembers what it has seen, since the same headings are tried at several depths. */
export class HeaderMatcher {
  readonly #rules: ImportRules
  readonly #seen = new Map<string, readonly Match[]>()
  readonly #phrases: ReadonlySet<string>
  readonly #byFirstWord = new Map<ImportKind, PhraseIndex>()
  readonly #remembered: RememberedColumns

  constructor(rules: ImportRules, remembered: RememberedColumns = new Map()) {
    this.#rules = rules
    this.#remembered = remembered
    this.#phrases = new Set(allFieldRules(rules).flatMap((rule) => [...rule.synonyms, ...rule.weak]))
  }

  /** At least two cells that are headings by themselves or hold one. */
  mayStartHeader(row: RawRow, kinds: readonly ImportKind[]): boolean {
    let hits = 0
    for (const cell of row.cells) {
      if (cell.kind !== 'text' || cell.text.length > 200) continue
      const heading = cleanHeading(cell.text)
      if (kinds.some((kind) => this.#matches(kind, [heading]).length > 0)) hits += 1
      if (hits >= 2) return true
    }
    return false
  }

  /** A row of nothing but headings, such as a second table's or the first one's repeated on a new page. */
  isHeaderLike(row: RawRow): boolean {
    const exact = row.cells.filter((cell) => cell.kind === 'text' && this.#phrases.has(headingWords(cell.text)))
    return exact.length >= 4 && exact.length * 2 >= row.cells.length
  }

  /** The field remembered for a heading, '' for one to leave aside; null where nothing is. */
  rememberedField(kind: ImportKind, levels: readonly string[]): string | null {
    return this.#remembered.get(rememberedKey(kind, levels)) ?? null
  }

  /** Null where the columns do not make a table of the kind; `anyTable` takes them for one all the same. */
  assign(
    kind: ImportKind,
    columns: readonly HeaderColumn[],
    top: number,
    bottom: number,
    grid: Grid,
    sheet: RawSheet,
    anyTable = false,
  ): Header | null {
    const all: Candidate[] = []
    const rules = fieldRules(this.#rules, kind)
    const byField = new Map(rules.map((rule) => [rule.field, rule]))
    const place = new Map(rules.map((rule, index) => [rule.field, index]))
    for (const { column, levels: whole } of columns) {
      const levels = this.#withoutStage(whole, columns)
      const matches = levels === null ? [] : this.#matches(kind, levels)
      if (levels === null || matches.length === 0) continue
      const shape = columnShape(sheet, column, bottom)
      const underMoney = levels.slice(0, -1).some((level) => this.#namesMoney(level))
      const measure = this.#namesMeasure(levels.at(-1) ?? '')
      const year = newestYear(levels)
      for (const match of matches) {
        const rule = byField.get(match.field)
        if (rule === undefined) continue
        const fits =
          !(measure && rule.type === 'money' && rule.field !== 'unitPrice') && fitsShape(rule, shape, underMoney)
        if (match.remembered || fits) all.push({ ...match, column, rule, year, done: this.#doneRank(levels) })
      }
    }
    const { planned: candidates, done } =
      kind === 'plan' ? splitDone(all) : { planned: all, done: new Map<number, string | null>() }
    const placeOf = (field: string) => place.get(field) ?? rules.length
    // Of 'Doanh thu 2023' and 'Doanh thu 2024' the newer is meant.
    candidates.sort(
      (a, b) =>
        Number(a.weak) - Number(b.weak) ||
        b.score - a.score ||
        b.year - a.year ||
        a.column - b.column ||
        placeOf(a.field) - placeOf(b.field),
    )
    const fields = new Map<number, string>()
    const headingOf = new Map(columns.map(({ column, levels }) => [column, headingWords(levels.join(' '))]))
    /** By field, the heading of its first column. */
    const taken = new Map<string, string | undefined>()
    const repeated = new Set<number>()
    let score = 0
    for (const candidate of candidates) {
      if (fields.has(candidate.column) || repeated.has(candidate.column)) continue
      if (taken.has(candidate.field) && !candidate.rule.many) {
        // A heading that stands twice means the same twice, as where a second table stands beside the first.
        if (taken.get(candidate.field) === headingOf.get(candidate.column)) repeated.add(candidate.column)
        continue
      }
      fields.set(candidate.column, candidate.field)
      if (taken.has(candidate.field)) continue
      score += candidate.score
      taken.set(candidate.field, headingOf.get(candidate.column))
    }
    const leading = leadingField(kind)
    const nameColumn = [...fields].find(([, field]) => field === leading)?.[0]
    const nameLevels = columns.find((one) => one.column === nameColumn)?.levels ?? []
    if (!anyTable && !isTable(kind, new Set(taken.keys()), headingWords(nameLevels.at(-1) ?? ''))) return null
    const unmatched = columns.length - fields.size - done.size
    // Ties go to the shallower heading and to the one that leaves fewer columns unexplained.
    score -= unmatched * 0.05 + (bottom - top) * 0.01
    if (headingGoesOn(grid.rows.get(bottom + 1), fields, leading)) score -= cutHeadingPenalty
    return { kind, score, top, bottom, columns, fields, done }
  }

  /**
   * 'KCQG › Đăng ký' beside 'KCQG › Được giao' is the money of the plan, the other what came of it; alone, either is the
   * money. Null for a column that says nothing of the plan.
   */
  #withoutStage(levels: readonly string[], columns: readonly HeaderColumn[]): readonly string[] | null {
    const inner = headingWords(levels.at(-1) ?? '')
    const { askedHeadings, givenHeadings } = this.#rules
    if (levels.length < 2 || !(askedHeadings.includes(inner) || givenHeadings.includes(inner))) return levels
    const beside = (stages: readonly string[]) =>
      columns.some(
        (other) =>
          other.levels.length === levels.length &&
          stages.includes(headingWords(other.levels.at(-1) ?? '')) &&
          levels.slice(0, -1).every((level, index) => level === other.levels[index]),
      )
    if (givenHeadings.includes(inner)) return beside(askedHeadings) ? null : levels.slice(0, -1)
    return levels.slice(0, -1)
  }

  #namesMoney(heading: string): boolean {
    return namesAny(heading, this.#rules.moneyHeadings)
  }

  /** Which of the words for what was carried out a heading has, the plainest first; null: none. */
  #doneRank(levels: readonly string[]): number | null {
    const rank = this.#rules.doneHeadings.findIndex((phrase) =>
      levels.some((level) => phraseAt(headingWords(level), phrase) !== -1),
    )
    return rank === -1 ? null : rank
  }

  #namesMeasure(heading: string): boolean {
    const words = headingWords(heading)
    const at = this.#rules.measures.map((phrase) => phraseAt(words, phrase))
    return at.includes(0) || /(?:^|\()\s*%/.test(heading) || (at.some((one) => one > 0) && !this.#namesMoney(heading))
  }

  /** A column nobody knows that still looks like an amount: numbers under words of money. To pass it over could lose money. */
  looksLikeMoney(levels: readonly string[], cells: readonly RawCell[]): boolean {
    if (levels.length > 1 && this.#rules.givenHeadings.includes(headingWords(levels.at(-1) ?? ''))) return false
    if (!levels.some((level) => this.#namesMoney(level)) || levels.some((level) => this.#namesMeasure(level)))
      return false
    // A second total adds nothing that the first does not say.
    const [best] = [...this.#matches('plan', levels)].sort((a, b) => b.score - a.score)
    if (best?.field === 'total') return false
    const filled = cells.filter((cell) => !/^[-–—0.,\s]*$/.test(cell.text))
    return filled.length > 0 && filled.filter(looksNumeric).length * 2 >= filled.length
  }

  #matches(kind: ImportKind, levels: readonly string[]): readonly Match[] {
    const key = `${kind}\n${levels.join('\n')}`
    const known = this.#seen.get(key)
    if (known !== undefined) return known
    const told = this.rememberedField(kind, levels)
    if (told !== null) {
      const matches = told === '' ? [] : [{ field: told, score: rememberedScore, weak: false, remembered: true }]
      this.#seen.set(key, matches)
      return matches
    }
    const words = levels.map(headingWords)
    const leaf = words.at(-1) ?? ''
    const path = words.join(' ').trim()
    const leafStart = path.length - leaf.length
    const best = new Map<string, Match>()
    for (const word of new Set(path.split(' ')))
      for (const { field, phrase, weak } of this.#indexOf(kind).get(word) ?? []) {
        const own = scorePhrase(leaf, phrase, 0)
        const inPath = words.length > 1 ? 0.97 * scorePhrase(path, phrase, leafStart) : 0
        const score = Math.max(own, inPath)
        const known = best.get(field)
        if (score >= weakestMatch && (known === undefined || score > known.score))
          best.set(field, { field, score, weak, remembered: false })
      }
    const matches = [...best.values()]
    this.#seen.set(key, matches)
    return matches
  }

  #indexOf(kind: ImportKind): PhraseIndex {
    const known = this.#byFirstWord.get(kind)
    if (known !== undefined) return known
    const index = indexPhrases(fieldRules(this.#rules, kind))
    this.#byFirstWord.set(kind, index)
    return index
  }
}

interface Candidate extends Match {
  readonly column: number
  readonly rule: FieldRule
  readonly year: number
  /** Which word for what was carried out its heading has. */
  readonly done: number | null
}

function namesAny(heading: string, phrases: readonly string[]): boolean {
  const words = headingWords(heading)
  return phrases.some((phrase) => phraseAt(words, phrase) !== -1)
}

function newestYear(levels: readonly string[]): number {
  return Math.max(0, ...levels.flatMap((level) => [...level.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(Number)))
}

const cutHeadingPenalty = 2

/** The row under a heading goes on with it if it says nothing of name and number and holds only words: 'Tổng số', 'Nữ'. */
function headingGoesOn(
  below: ReadonlyMap<number, RawCell> | undefined,
  fields: ReadonlyMap<number, string>,
  leading: string,
): boolean {
  if (below === undefined || below.size < 2) return false
  return [...below].every(([column, cell]) => {
    const field = fields.get(column)
    return (
      cell.kind === 'text' && cell.text.length <= 60 && field !== leading && field !== 'order' && !looksNumeric(cell)
    )
  })
}

/** How much of the heading the phrase explains. In a path it must reach into the innermost level, or it names only the group. */
function scorePhrase(words: string, phrase: string, mustReach: number): number {
  if (words === '') return 0
  const at = phraseAt(words, phrase)
  if (at === -1 || at + phrase.length <= mustReach) return 0
  const startsHeading = at === 0 ? 0.05 : 0
  return Math.min(1, phrase.length / words.length + startsHeading) + Math.min(0.2, phrase.length * 0.005)
}

/** A heading's words without its unit and without the column numbers some tables carry: 'Tổng (triệu đồng) (5=6+7)'. */
export function headingWords(heading: string): string {
  return wordsOf(
    heading
      .slice(0, longestHeading)
      .replace(/\([^)]*(?:đồng|vnđ|vnd|đvt|(?:tr|triệu|nghìn|ngàn|tỷ|000)\.?\s*đ?\s*\))[^)]*\)?/giu, ' ')
      .replace(/\(\s*\d+(?:\s*=[^)]*)?\s*\)/gu, ' ')
      .replace(/đvt\s*:.*$/giu, ' '),
  )
}

/** 'Tên' or 'Nội dung' heads many a table that is none of ours: then more of its columns must be known. */
function isTable(kind: ImportKind, fields: ReadonlySet<string>, leadingHeading: string): boolean {
  if (!fields.has(leadingField(kind))) return false
  const least = /\b(?:de an|co so|doanh nghiep|htx|hop tac xa)\b/.test(leadingHeading) ? 2 : 3
  const has = (...some: string[]) => some.filter((field) => fields.has(field)).length
  switch (kind) {
    case 'plan':
      return has('total', 'national', 'local', 'support', 'counterpart') >= 1 && fields.size >= least
    case 'establishments':
      return (
        has('address', 'commune', 'productionAddress', 'taxCode', 'legalForm', 'representativeName', 'phone') >= 1 &&
        has('total', 'national', 'local') === 0 &&
        fields.size >= least
      )
    case 'needs':
      return has('activity') === 1 && has('wishedSupport', 'receivedOn', 'totalInvestment') >= 1 && fields.size >= 3
    case 'projects':
      return has('lineContent') === 1 && has('total', 'national', 'local', 'support', 'counterpart', 'unitPrice') >= 1
    case 'payments':
      return has('amount', 'national', 'local') >= 1 && has('onDate', 'kind', 'round', 'voucherNumber') >= 1
    case 'trainees':
      return (
        /\b(?:hoc vien|ho va ten|ho ten|nguoi hoc)\b/.test(leadingHeading) &&
        has('bornIn', 'gender', 'female', 'ethnicity', 'idNumber', 'certificateNumber', 'employer') >= 2
      )
    case 'contracts':
      return (
        has('otherParty', 'giver', 'receiver') >= 1 &&
        has('project', 'projectName') >= 1 &&
        has('signedOn', 'kind', 'value', 'national', 'local') >= 1
      )
    case 'certificates':
      return has('establishment') === 1 && has('level', 'year', 'number', 'date') >= 1 && fields.size >= 3
    default:
      return assertNever(kind, 'every kind of table is told by its columns')
  }
}
