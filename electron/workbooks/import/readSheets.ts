// The first half of an import, which needs nothing of the data file: every sheet recognised, every row read into a draft.
import type { ContentGroupEntry } from '../../../shared/contract/office'
import type { ImportInput } from '../../../shared/contract/workbooks'
import { assertNever } from '../../../shared/domain/assertNever'
import type { AddressBook, ResolveHints } from '../../../shared/vietnamese/addresses'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { correctSheet } from './corrections'
import { type DecodedSheet, decodeSheet } from './encoding'
import { type EstablishmentDraft, readEstablishmentRows } from './establishments'
import { Findings } from './findings'
import { commonProvince, placeResolver, provinceOfTitles, type ResolvePlace } from './places'
import { type PlanDraft, readPlanRows } from './plan'
import type { PreviewRow, PreviewSheet } from './previewRow'
import { columnLetter, parseCellName, type RawSheet, type RawWorkbook } from './rawWorkbook'
import { fieldLabels, fieldRules, type ImportKind, type ImportRules } from './rules'
import { askEncoding, askMoneyColumns, figuresYear, findUnit, planYear, titleProgramme } from './sheetFacts'
import { sayCleaning, sayLeftAside, sayNothingFound, whySkipped } from './sheetNotes'
import { type ColumnChoices, type FoundTable, findTables } from './table'
import { TableReader } from './tableReader'
import { type WordRule, wordsOf } from './words'

export interface ReadingContext {
  readonly rules: ImportRules
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly addressBook: AddressBook
  readonly officeProvinceCode: string | null
  readonly today: PlainDate
}

interface TableDrafts<T> {
  /** Which of the preview's sheets it is. */
  readonly entry: number
  readonly reader: TableReader
  readonly drafts: readonly T[]
}

export interface SheetReading {
  readonly notes: readonly string[]
  readonly findings: Findings
  readonly entries: readonly PreviewSheet[]
  readonly establishments: readonly TableDrafts<EstablishmentDraft>[]
  readonly plans: readonly TableDrafts<PlanDraft>[]
  readonly contentLabels: ReadonlyMap<string, string>
}

export function readSheets(workbook: RawWorkbook, input: ImportInput, context: ReadingContext): SheetReading {
  const findings = new Findings(input.answers)
  const entries: PreviewSheet[] = []
  const establishments: TableDrafts<EstablishmentDraft>[] = []
  const plans: TableDrafts<PlanDraft>[] = []
  for (const raw of workbook.sheets) {
    const sheet = correctSheet(raw, input.corrections)
    const decoded = decodeSheet(sheet, askEncoding(sheet, findings, input))
    const found = raw.hidden ? [] : findAnsweredTables(decoded.sheet, input, context.rules, findings)
    const wanted = found.filter((table) => input.kind === null || table.kind === input.kind)
    if (wanted.length === 0) entries.push(skippedSheet(decoded, whySkipped(raw, found, input)))
    else sayCleaning(decoded, findings)
    for (const table of wanted) {
      const unit = table.unit ?? findUnit(sheet.name, table, findings, context.rules)
      const reader = new TableReader(sheet.name, table, context.rules, findings, unit)
      const resolvePlace = placeResolver(context.addressBook, placeHints(table, context))
      sayLeftAside(reader, findings)
      const entry = entries.length
      switch (table.kind) {
        case 'establishments': {
          const read = readEstablishmentTable(reader, resolvePlace, input, context)
          entries.push({ ...openEntry(decoded, reader, context.rules), ...read.shown })
          establishments.push({ entry, reader, drafts: read.drafts })
          break
        }
        case 'plan': {
          const read = readPlanTable(reader, resolvePlace, input, context)
          entries.push({ ...openEntry(decoded, reader, context.rules), ...read.shown })
          plans.push({ entry, reader, drafts: read.drafts })
          break
        }
        default:
          assertNever(table.kind, 'every kind of sheet is read')
      }
    }
  }
  if (establishments.length + plans.length === 0) sayNothingFound(workbook, entries, findings)
  return {
    notes: workbook.notes,
    findings,
    entries,
    establishments,
    plans,
    contentLabels: contentLabels(context),
  }
}

/** The tables of a sheet; where a column of money was asked about, once more with what was answered. */
function findAnsweredTables(sheet: RawSheet, input: ImportInput, rules: ImportRules, findings: Findings): FoundTable[] {
  const choices = choicesOf(input, sheet.name)
  const found = findTables(sheet, rules, bothKinds, choices)
  const plans = input.kind === 'establishments' ? [] : found.filter(({ kind }) => kind === 'plan')
  const answers = askMoneyColumns(sheet.name, plans, findings, rules)
  return answers.size === 0 ? found : findTables(sheet, rules, bothKinds, new Map([...choices, ...answers]))
}

const bothKinds: readonly ImportKind[] = ['establishments', 'plan']

function readEstablishmentTable(
  reader: TableReader,
  resolvePlace: ResolvePlace,
  input: ImportInput,
  { rules, today }: ReadingContext,
) {
  const year = figuresYear(reader, reader.findings, input, today)
  const { drafts, skipped } = readEstablishmentRows(reader, { rules, resolvePlace, today, figuresYear: year })
  return { drafts, shown: { year, rows: skipped.map(skippedRow) } }
}

function readPlanTable(reader: TableReader, resolvePlace: ResolvePlace, input: ImportInput, context: ReadingContext) {
  const year = planYear(reader, reader.findings, input, context.today)
  const { drafts, skipped, totals } = readPlanRows(reader, {
    rules: context.rules,
    contents: contentWords(context),
    contentLabels: contentLabels(context),
    resolvePlace,
    year,
    programme: titleProgramme(reader, context.rules),
  })
  return { drafts, shown: { year, rows: skipped.map(skippedRow), totals: [...totals] } }
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
    unit,
    columns: table.columns.map(({ column, header, field }) => ({
      column: columnLetter(column),
      header,
      field,
      label: field === null ? null : labelOf(field),
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
