// A package as a workbook: sheets for people, and on a sheet nobody sees the same figures for programs, with where each of them
// stands on the visible ones.
import { createHash } from 'node:crypto'
import { assertNever } from '../../../shared/domain/assertNever'
import {
  canonicalText,
  carriedRows,
  carriedSheetName,
  type PackageBasis,
  type PackageData,
  type PackageLine,
  type VisibleFigure,
  type VisibleLine,
  type VisibleSheet,
} from '../../../shared/domain/package'
import { type PlanItem, viewPlan } from '../../../shared/domain/plans'
import type { Programme } from '../../../shared/domain/projects'
import { packageLabels } from '../../../shared/labels'
import { formatDate } from '../../../shared/vietnamese/dates'
import type { MoneyUnit } from '../../../shared/vietnamese/money'
import { annualPlanSheet, type PlanSheetOptions } from '../annualPlanSheet'
import { columnLetter } from '../import/rawWorkbook'
import { layOut } from '../layout'
import type { Grid } from '../page'
import { columnsOf, type Sheet } from '../sheet'
import { recallSheet } from './recallNotice'
import { resultsOf, resultsSheet } from './resultsSheet'

/** Everything but where the figures stand, which the layout tells. */
export type PackageContent = Omit<PackageData, 'sheets'>

export interface PackageWorkbook {
  readonly data: PackageData
  readonly checksum: string
  readonly bytes: Uint8Array
}

export function checksumOf(data: unknown): string {
  return createHash('sha256').update(canonicalText(data)).digest('hex')
}

/** Equal contents with equal options are equal bytes. */
export async function packageWorkbook(
  content: PackageContent,
  options: PlanSheetOptions,
  unit: MoneyUnit,
): Promise<PackageWorkbook> {
  const { writeWorkbook } = await import('../adapter/write')
  const described = describedSheets(content, options, unit)
  const laid = described.map((one) => ({ ...one, grid: layOut(one.sheet) }))
  const data: PackageData = { ...content, sheets: laid.map((one) => visibleSheet(one, unit)) }
  const text = canonicalText(data)
  const checksum = createHash('sha256').update(text).digest('hex')
  const bytes = await writeWorkbook(
    laid.map(({ grid }) => grid),
    new Date(content.madeAt),
    { name: carriedSheetName, rows: carriedRows(text, checksum) },
  )
  return { data, checksum, bytes }
}

export async function recallWorkbook(data: PackageData, options: PlanSheetOptions): Promise<Uint8Array> {
  const { writeWorkbook } = await import('../adapter/write')
  return writeWorkbook([layOut(recallSheet(data, options))], new Date(data.madeAt), {
    name: carriedSheetName,
    rows: carriedRows(canonicalText(data), checksumOf(data)),
  })
}

interface DescribedSheet {
  readonly sheet: Sheet
  /** Positions in the package's lines, in the order of the sheet's rows. */
  readonly lines: readonly number[]
  readonly figures: Readonly<Record<string, VisibleFigure>>
}

function describedSheets(content: PackageContent, options: PlanSheetOptions, unit: MoneyUnit): DescribedSheet[] {
  const note = basisNote(content.basis, content.asOf)
  const positions = content.lines.map((_, index) => index)
  const of = (programme: Programme) => positions.filter((at) => content.lines[at]?.programme === programme)
  const filled = content.programmes.filter((programme) => of(programme).length > 0)
  // An office without money sends its empty table: that it has nothing is a figure too.
  const shown = filled.length > 0 ? filled : content.programmes.slice(0, 1)
  const plans = shown.map((programme): DescribedSheet => {
    const view = viewPlan(
      content.year,
      programme,
      of(programme).flatMap((at) => planItem(content.lines[at], at)),
    )
    return {
      sheet: { ...annualPlanSheet(view, { ...options, note }), unit },
      lines: view.groups.flatMap(({ items }) => items.map(({ id }) => id - 1)),
      figures: planFigures,
    }
  })
  const results = resultsOf({ ...content, sheets: [] })
  if (results === null || content.lines.length === 0) return plans
  const [first] = plans
  if (first === undefined) return plans
  const { letterhead, placeAndDate, signatures, print } = first.sheet
  const sheet = resultsSheet(results, { letterhead, unit, placeAndDate, signatures, print })
  return [...plans, { sheet, lines: content.programmes.flatMap(of), figures: resultFigures }]
}

const planFigures = {
  national: 'planned.national',
  local: 'planned.local',
  counterpart: 'planned.counterpart',
  other: 'planned.other',
} as const

const resultFigures = {
  plannedNational: 'planned.national',
  plannedLocal: 'planned.local',
  plannedCounterpart: 'planned.counterpart',
  plannedOther: 'planned.other',
  doneNational: 'done.national',
  doneLocal: 'done.local',
  doneCounterpart: 'done.counterpart',
  doneOther: 'done.other',
} as const

export function basisNote(basis: PackageBasis, asOf: string | null): string {
  const day = asOf === null ? '' : formatDate(asOf)
  switch (basis) {
    case 'registered':
      return packageLabels.bases.registered
    case 'assigned':
      return packageLabels.bases.assigned
    case 'current':
      return packageLabels.bases.current
    case 'asOf':
      return packageLabels.basisOn(day)
    default:
      return assertNever(basis, 'a basis of an unknown kind')
  }
}

function planItem(line: PackageLine | undefined, at: number): PlanItem[] {
  if (line === undefined) return []
  const { status: _status, planned, done: _done, programme: _programme, places, beneficiaries, ...own } = line
  return [
    {
      ...own,
      // Only told apart by them here.
      id: at + 1,
      projectId: at + 1,
      versionId: at + 1,
      amounts: planned,
      places: places.map(({ text }) => text),
      beneficiaries: beneficiaries.map(({ name }) => ({ name, establishmentId: null })),
    },
  ]
}

function visibleSheet(
  { sheet, grid, lines, figures }: DescribedSheet & { readonly grid: Grid },
  unit: MoneyUnit,
): VisibleSheet {
  const columns = columnsOf(sheet.header)
  const textColumn = columns.findIndex(({ key }) => key === sheet.headingColumn) + 1
  const money = columns.flatMap(({ kind }, index) => (kind === 'money' ? [index + 1] : []))
  let row = 0
  return {
    name: grid.name,
    unit,
    textColumn: columnLetter(textColumn),
    columns: Object.fromEntries(
      columns.flatMap(({ key }, index) => {
        const figure = figures[key]
        return figure === undefined ? [] : [[columnLetter(index + 1), figure] as const]
      }),
    ),
    lines: grid.lineRows.map((at, index): VisibleLine => {
      const cells = grid.rows[at - 1]?.cells ?? []
      const kind = grid.lineKinds[index]
      const own = cells.find(({ column, columnSpan }) => column <= textColumn && textColumn < column + columnSpan)
      return {
        row: at,
        text: own?.value?.kind === 'text' ? own.value.text : '',
        line: kind === 'row' ? (lines[row++] ?? null) : null,
        figures: Object.fromEntries(
          money.map((column) => {
            const value = cells.find((cell) => cell.column === column)?.value
            return [columnLetter(column), value?.kind === 'money' ? value.dong : 0] as const
          }),
        ),
      }
    }),
  }
}
