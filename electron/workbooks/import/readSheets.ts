// The first half of an import, which needs nothing of the data file: every sheet recognised, every row read into a draft.
import type { ContentGroupEntry } from '../../../shared/contract/office'
import { type ImportInput, importKinds } from '../../../shared/contract/workbooks'
import type { AddressBook, ResolveHints } from '../../../shared/vietnamese/addresses'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { correctSheet } from './corrections'
import { type DecodedSheet, decodeSheet } from './encoding'
import { Findings } from './findings'
import type { RememberedColumns } from './headings'
import { commonProvince, placeResolver, provinceOfTitles } from './places'
import type { PreviewRow, PreviewSheet } from './previewRow'
import type { PlanDraft } from './projects/planItem'
import { columnLetter, parseCellName, type RawSheet, type RawWorkbook } from './rawWorkbook'
import { type RecordTable, WorkbookTables } from './records/recordTables'
import { type FieldRule, fieldLabels, fieldRules, type ImportKind, type ImportRules, requiredFields } from './rules'
import { askEncoding, askMoneyColumns, findUnit, tableYear } from './sheetFacts'
import { isGuide, sayCleaning, sayLeftAside, sayMissingColumns, sayNothingFound, whySkipped } from './sheetNotes'
import { type ColumnChoices, type Finding, type FoundTable, findTables, findUnknownTable } from './table'
import { TableReader } from './tableReader'
import { withoutExample } from './templateRow'
import { type WordRule, wordsOf } from './words'

export interface ReadingContext {
  readonly rules: ImportRules
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly addressBook: AddressBook
  readonly officeProvinceCode: string | null
  readonly today: PlainDate
  /** What users gave to headings in earlier imports. */
  readonly remembered?: RememberedColumns
}

export interface SheetReading {
  readonly notes: readonly string[]
  readonly findings: Findings
  readonly entries: readonly PreviewSheet[]
  readonly tables: WorkbookTables
  /** Those of a plan, and lists of đề án. */
  readonly plans: readonly RecordTable<PlanDraft>[]
  readonly today: PlainDate
  readonly contentLabels: ReadonlyMap<string, string>
}

export function readSheets(workbook: RawWorkbook, input: ImportInput, context: ReadingContext): SheetReading {
  const findings = new Findings(input.answers)
  const entries: PreviewSheet[] = []
  const tables = new WorkbookTables()
  const unknown: { readonly reader: TableReader; readonly missing: readonly FieldRule[] }[] = []
  for (const raw of workbook.sheets) {
    const sheet = correctSheet(raw, input.corrections)
    const decoded = decodeSheet(sheet, askEncoding(sheet, findings, input))
    const found =
      raw.hidden || isGuide(raw.name, workbook) ? [] : findAnsweredTables(decoded.sheet, input, context, findings)
    const wanted = found.filter((table) => input.kind === null || table.kind === input.kind)
    if (wanted.length === 0) entries.push(skippedSheet(decoded, whySkipped(raw, found, input, workbook)))
    else sayCleaning(decoded, findings)
    for (const whole of wanted) {
      const { table, skipped: examples } = withoutExample(whole, sheet.name, context.rules)
      const unit = table.unit ?? findUnit(sheet.name, table, findings, context.rules)
      const reader = new TableReader(sheet.name, table, context.rules, findings, unit)
      const resolvePlace = placeResolver(context.addressBook, placeHints(table, context))
      sayLeftAside(reader, findings)
      const entry = entries.length
      const opened = openEntry(decoded, reader, context.rules)
      const missing = requiredFields(context.rules, table.kind).filter(({ field }) => !reader.has(field))
      if (missing.length > 0) {
        unknown.push({ reader, missing })
        entries.push(opened)
        continue
      }
      const { skipped, ...shown } = tables.of(table.kind).read(reader, entry, {
        rules: context.rules,
        contents: contentWords(context),
        contentLabels: contentLabels(context),
        resolvePlace,
        today: context.today,
        input,
        year: tableYear(reader, input),
      })
      entries.push({
        ...opened,
        year: shown.year,
        totals: [...(shown.totals ?? [])],
        rows: [...examples, ...skipped].map(skippedRow),
      })
    }
  }
  const readable = tables.filled().length
  for (const { reader, missing } of unknown)
    sayMissingColumns(reader, missing, findings, readable === 0 ? 'error' : 'warning')
  if (entries.every((entry) => entry.kind === null)) sayNothingFound(workbook, entries, findings)
  return {
    notes: workbook.notes,
    findings,
    entries,
    tables,
    plans: tables.projects.tables,
    today: context.today,
    contentLabels: contentLabels(context),
  }
}

/** The tables of a sheet; where a column of money was asked about, once more with what was answered. */
function findAnsweredTables(
  sheet: RawSheet,
  input: ImportInput,
  { rules, remembered = new Map() }: ReadingContext,
  findings: Findings,
): FoundTable[] {
  const choices = choicesOf(input, sheet.name)
  const finding: Finding = { rules, remembered, kinds: importKinds, choices }
  const found = findKindTables(sheet, input.kind, finding)
  const plans = found.filter(({ kind }) => kind === 'plan' && (input.kind === null || input.kind === 'plan'))
  const answers = askMoneyColumns(sheet.name, plans, findings, rules)
  if (answers.size === 0) return found
  return findKindTables(sheet, input.kind, { ...finding, choices: new Map([...choices, ...answers]) })
}

/** A table that is nearly as much what the user says it is as what it looks like. */
const closeEnough = 0.6
const bestScore = (tables: readonly FoundTable[]) => Math.max(0, ...tables.map(({ score }) => score))

/** What the user says the file is counts, unless a sheet is plainly something else: then that is said. */
function findKindTables(sheet: RawSheet, kind: ImportKind | null, finding: Finding): FoundTable[] {
  if (kind === null) return findTables(sheet, finding)
  const all = findTables(sheet, finding)
  if (all.some((table) => table.kind === kind)) return all
  const own = findTables(sheet, { ...finding, kinds: [kind] })
  if (own.length > 0 && bestScore(own) >= bestScore(all) * closeEnough) return own
  if (all.length > 0) return all
  const unknown = findUnknownTable(sheet, finding, kind)
  return unknown === null ? [] : [unknown]
}

function choicesOf(input: ImportInput, sheet: string): ColumnChoices {
  const choices = new Map<number, string>()
  for (const [place, field] of Object.entries(input.columns)) {
    const at = place.lastIndexOf('!')
    const cell = parseCellName(`${place.slice(at + 1)}1`)
    if (place.slice(0, at) === sheet && cell !== null) choices.set(cell.column, field)
  }
  return choices
}

function skippedSheet(decoded: DecodedSheet, why: string): PreviewSheet {
  return {
    name: decoded.sheet.name,
    kind: null,
    year: null,
    skippedBecause: why,
    headerRow: null,
    unit: null,
    encoding: decoded.encoding,
    encodingSamples: [...decoded.samples],
    columns: [],
    fieldChoices: [],
    rows: [],
    totals: [],
  }
}

function openEntry(decoded: DecodedSheet, { table, unit }: TableReader, rules: ImportRules): PreviewSheet {
  const labelOf = fieldLabels(rules, table.kind)
  return {
    ...skippedSheet(decoded, ''),
    kind: table.kind,
    headerRow: table.headerBottom,
    unit,
    columns: table.columns.map(({ column, header, field, origin }) => ({
      column: columnLetter(column),
      header,
      field,
      label: field === null ? null : labelOf(field),
      origin,
    })),
    fieldChoices: fieldRules(rules, table.kind).map(({ field, label }) => ({ field, label })),
  }
}

function skippedRow({ key, row, title }: { key: string; row: number; title: string }): PreviewRow {
  return { key, row, status: 'skipped', action: 'none', title, fields: [], duplicateOf: null }
}

function placeHints(table: FoundTable, context: ReadingContext): ResolveHints {
  const texts = table.rows
    .slice(0, 200)
    .flatMap((row) => ['address', 'productionAddress', 'place'].flatMap((field) => row.fields.get(field) ?? []))
    .map((cell) => cell.text)
  return (
    provinceOfTitles(context.addressBook, table.titles) ??
    commonProvince(context.addressBook, texts) ??
    (context.officeProvinceCode === null ? {} : { provinceCode: context.officeProvinceCode })
  )
}

function contentWords({ rules, contentGroups }: ReadingContext): WordRule[] {
  const official = contentGroups.flatMap((group) => [
    { value: group.code, words: [wordsOf(group.name), wordsOf(group.shortName)] },
    ...group.subContents.map((sub) => ({ value: sub.code, words: [wordsOf(sub.name)] })),
  ])
  return [...rules.contents, ...official]
}

function contentLabels({ contentGroups }: ReadingContext): ReadonlyMap<string, string> {
  return new Map(
    contentGroups.flatMap((group) => [
      [group.code, `${group.code} ${group.shortName}`] as const,
      ...group.subContents.map((sub) => [sub.code, `${group.code} ${sub.name}`] as const),
    ]),
  )
}
