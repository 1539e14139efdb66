// The regional table as sheets: by province, by content, by the groups of the conferences, by source; and how it came about.
import type { Consolidated, ShownRow } from '../../../shared/contract/consolidation'
import { consolidationLabels as labels, planTableLabels, programmeLabels } from '../../../shared/labels'
import { type PlanSheetOptions, paperFrame } from '../annualPlanSheet'
import type { Column, HeaderNode, Row, Sheet } from '../sheet'

export type TableKey =
  | 'ordinal'
  | 'name'
  | 'projects'
  | 'nationalPlanned'
  | 'nationalDone'
  | 'nationalRate'
  | 'localPlanned'
  | 'localDone'
  | 'localRate'
  | 'planned'
  | 'done'
  | 'rate'
  | 'plannedShare'
  | 'doneShare'
  | 'plannedBefore'
  | 'plannedGrowth'
  | 'doneBefore'
  | 'doneGrowth'
  | 'counterpart'
  | 'other'

/** Which columns a table needs: nothing is shown that no file says. */
export interface TableShape {
  readonly done: boolean
  readonly plannedBefore: boolean
  readonly doneBefore: boolean
  readonly counterpart: boolean
  readonly other: boolean
}

export function shapeOf(rows: readonly ShownRow[], total: ShownRow): TableShape {
  return {
    done: total.figures.support.done !== null,
    plannedBefore: rows.some(({ figures }) => figures.support.plannedBefore !== null),
    doneBefore: rows.some(({ figures }) => figures.support.doneBefore !== null),
    counterpart: total.figures.counterpart.planned > 0,
    other: total.figures.other.planned > 0,
  }
}

const money = (key: TableKey, heading: string): Column<TableKey> => ({
  key,
  heading,
  kind: 'money',
  width: 9,
  summed: true,
})
const rate = (key: TableKey, part: TableKey, whole: TableKey): Column<TableKey> => ({
  key,
  heading: '%',
  kind: 'percent',
  width: 7,
  ratio: { part, whole, of: 'line' },
})
const share = (key: TableKey, of: TableKey, heading: string): Column<TableKey> => ({
  key,
  heading,
  kind: 'percent',
  width: 7,
  ratio: { part: of, whole: of, of: 'total' },
})
const growth = (key: TableKey, part: TableKey, whole: TableKey): Column<TableKey> => ({
  key,
  heading: labels.growth,
  kind: 'percent',
  width: 7.5,
  ratio: { part, whole, of: 'line', growth: true },
})

function side(
  heading: string,
  keys: { readonly planned: TableKey; readonly done: TableKey; readonly rate: TableKey },
  shape: TableShape,
): HeaderNode<TableKey> {
  return {
    heading,
    columns: [
      money(keys.planned, labels.planned),
      ...(shape.done ? [money(keys.done, labels.done), rate(keys.rate, keys.done, keys.planned)] : []),
    ],
  }
}

function sumColumns(shape: TableShape, year: number | null): HeaderNode<TableKey>[] {
  const before = [
    ...(shape.plannedBefore
      ? [money('plannedBefore', labels.planned), growth('plannedGrowth', 'planned', 'plannedBefore')]
      : []),
    ...(shape.doneBefore ? [money('doneBefore', labels.done), growth('doneGrowth', 'done', 'doneBefore')] : []),
  ]
  return [
    {
      heading: labels.share,
      columns: [
        share('plannedShare', 'planned', labels.planned),
        ...(shape.done ? [share('doneShare', 'done', labels.done)] : []),
      ],
    },
    ...(before.length === 0
      ? []
      : [{ heading: year === null ? labels.before : labels.comparedWith(year - 1), columns: before }]),
  ]
}

function tableHeader(first: string, shape: TableShape, year: number | null): HeaderNode<TableKey>[] {
  const sum: HeaderNode<TableKey> = {
    heading: labels.measures.support,
    columns: [
      { ...money('planned', labels.planned), addsUp: ['nationalPlanned', 'localPlanned'] },
      ...(shape.done
        ? [
            { ...money('done', labels.done), addsUp: ['nationalDone', 'localDone'] as const, blankIfNone: true },
            rate('rate', 'done', 'planned'),
          ]
        : []),
    ],
  }
  return [
    { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 4.5 },
    { key: 'name', heading: first, kind: 'text', width: 22 },
    { key: 'projects', heading: labels.projects, kind: 'integer', width: 6.5, summed: true },
    side(
      programmeLabels.national.short,
      { planned: 'nationalPlanned', done: 'nationalDone', rate: 'nationalRate' },
      shape,
    ),
    side(programmeLabels.local.short, { planned: 'localPlanned', done: 'localDone', rate: 'localRate' }, shape),
    sum,
    ...sumColumns(shape, year),
    ...(shape.counterpart ? [money('counterpart', planTableLabels.sources.counterpart)] : []),
    ...(shape.other ? [money('other', planTableLabels.other)] : []),
  ]
}

function valuesOf({ name, projects, figures }: ShownRow, index: number): Row<TableKey> {
  const { national, local, support, counterpart, other } = figures
  return {
    ordinal: String(index + 1),
    name,
    projects,
    nationalPlanned: national.planned,
    nationalDone: national.done,
    localPlanned: local.planned,
    localDone: local.done,
    plannedBefore: support.plannedBefore,
    doneBefore: support.doneBefore,
    counterpart: counterpart.planned,
    other: other.planned,
  }
}

type Frame = Pick<Sheet, 'letterhead' | 'placeAndDate' | 'signatures' | 'print'>

export interface ConsolidationSheets {
  readonly provinces: Sheet<TableKey>
  readonly contents: Sheet<TableKey>
  readonly conferenceGroups: Sheet<TableKey>
  readonly sources: Sheet<TableKey>
  readonly files: Sheet
  /** Null where every cell says what its package carries. */
  readonly differences: Sheet | null
}

export function consolidationSheets(shown: Consolidated, options: PlanSheetOptions): ConsolidationSheets {
  const { letterhead, placeAndDate, signatures, print } = paperFrame(
    { ...options, attachedTo: '' },
    '',
    options.office.centreName,
  )
  const frame: Frame = { letterhead, placeAndDate, signatures, print }
  const { provinces, contents, conferenceGroups } = shown.table
  return {
    provinces: tableSheet(shown, frame, { name: labels.byProvince, first: labels.province, rows: provinces }),
    contents: tableSheet(shown, frame, { name: labels.byContent, first: labels.content, rows: contents }),
    conferenceGroups: tableSheet(shown, frame, {
      name: labels.byConferenceGroup,
      first: labels.content,
      rows: conferenceGroups,
    }),
    sources: sourceSheet(shown, frame),
    files: filesSheet(shown, frame),
    differences: shown.differences.length === 0 ? null : differencesSheet(shown, frame),
  }
}

function headOf(shown: Consolidated) {
  const { region } = shown.settings
  const done = shown.table.total.figures.support.done !== null
  return {
    title: [labels.title(done, shown.year)],
    subtitle: [
      ...(region === '' ? [] : [region.charAt(0).toLocaleUpperCase('vi') + region.slice(1)]),
      ...(shown.settings.period === '' ? [] : [labels.ofPeriod(shown.settings.period, shown.year)]),
    ],
  }
}

function tableSheet(
  shown: Consolidated,
  frame: Frame,
  table: { readonly name: string; readonly first: string; readonly rows: readonly ShownRow[] },
): Sheet<TableKey> {
  const { title, subtitle } = headOf(shown)
  return {
    ...frame,
    name: table.name,
    title,
    subtitle: [...subtitle, table.name],
    unit: shown.settings.unit,
    header: tableHeader(table.first, shapeOf(table.rows, shown.table.total), shown.year),
    markColumn: 'ordinal',
    headingColumn: 'name',
    body: { kind: 'rows', rows: table.rows.map(valuesOf) },
    total: labels.total,
    words: [],
  }
}

/** KCQG and KCĐP side by side: their rates, their shares, their growth. */
function sourceSheet(shown: Consolidated, frame: Frame): Sheet<TableKey> {
  const { title, subtitle } = headOf(shown)
  const rows = shown.table.bySource.filter(({ key }) => key === 'national' || key === 'local')
  const shape: TableShape = {
    done: shown.table.total.figures.support.done !== null,
    plannedBefore: rows.some(({ plannedBefore }) => plannedBefore !== null),
    doneBefore: rows.some(({ doneBefore }) => doneBefore !== null),
    counterpart: false,
    other: false,
  }
  return {
    ...frame,
    name: labels.bySource,
    title,
    subtitle: [...subtitle, labels.bySource],
    unit: shown.settings.unit,
    header: [
      { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 5 },
      { key: 'name', heading: labels.source, kind: 'text', width: 30 },
      side(labels.measures.support, { planned: 'planned', done: 'done', rate: 'rate' }, shape),
      ...sumColumns(shape, shown.year),
    ],
    markColumn: 'ordinal',
    headingColumn: 'name',
    body: {
      kind: 'rows',
      rows: rows.map(({ name, planned, done, plannedBefore, doneBefore }, index) => ({
        ordinal: String(index + 1),
        name,
        planned,
        done,
        plannedBefore,
        doneBefore,
      })),
    },
    total: labels.measures.support,
    words: [],
  }
}

function filesSheet(shown: Consolidated, frame: Frame): Sheet {
  return {
    ...frame,
    ...headOf(shown),
    name: labels.files,
    subtitle: [labels.filesTitle],
    unit: null,
    header: [
      { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 5 },
      { key: 'name', heading: labels.file, kind: 'text', width: 26 },
      { key: 'province', heading: labels.province, kind: 'text', width: 18 },
      { key: 'office', heading: labels.office, kind: 'text', width: 24 },
      { key: 'year', heading: labels.year, kind: 'centredText', width: 7 },
      { key: 'about', heading: labels.about, kind: 'text', width: 30 },
      { key: 'use', heading: labels.use, kind: 'text', width: 14 },
      { key: 'why', heading: labels.why, kind: 'text', width: 32 },
    ],
    markColumn: 'ordinal',
    headingColumn: 'name',
    body: {
      kind: 'rows',
      rows: shown.sources.map((source, index) => ({
        ordinal: String(index + 1),
        name: source.fileName,
        province: source.province.name,
        office: source.officeName,
        year: source.year === null ? '' : String(source.year),
        about: source.about,
        use: labels.uses[source.use],
        why: source.why,
      })),
    },
    total: null,
    words: [],
  }
}

function differencesSheet(shown: Consolidated, frame: Frame): Sheet {
  return {
    ...frame,
    ...headOf(shown),
    name: labels.differences,
    subtitle: [labels.differencesTitle],
    unit: shown.settings.unit,
    header: [
      { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 5 },
      { key: 'name', heading: labels.file, kind: 'text', width: 28 },
      { key: 'sheet', heading: labels.sheet, kind: 'text', width: 14 },
      { key: 'cell', heading: labels.cell, kind: 'centredText', width: 8 },
      { key: 'of', heading: labels.ofLine, kind: 'text', width: 34 },
      { key: 'carried', heading: labels.carried, kind: 'money', width: 14 },
      { key: 'visible', heading: labels.visible, kind: 'money', width: 14 },
    ],
    markColumn: 'ordinal',
    headingColumn: 'name',
    body: {
      kind: 'rows',
      rows: shown.differences.map(({ fileName, sheet, cell, of, carried, visible }, index) => ({
        ordinal: String(index + 1),
        name: fileName,
        sheet,
        cell,
        of,
        carried,
        visible,
      })),
    },
    total: null,
    words: [],
  }
}
