// From what was read of the files and what was decided about them to everything a screen, a file or a script is told.
import type { Consolidated, ConsolidationSettings, ShownRow } from '../../../shared/contract/consolidation'
import type { ContentGroupEntry } from '../../../shared/contract/office'
import {
  type ConsolidatedTable,
  consolidate,
  figureOf,
  measures,
  sumsOf,
  type TableNames,
  type TableRow,
} from '../../../shared/domain/consolidatedTable'
import { decideSources } from '../../../shared/domain/consolidation'
import {
  basisWords,
  type ConsolidationSource,
  doneRuleWords,
  periodWords,
  type SourceUse,
} from '../../../shared/domain/consolidationSources'
import { checkTable, tableSentences } from '../../../shared/domain/consolidationWords'
import type { ContentGroup } from '../../../shared/domain/projects'
import { consolidationLabels } from '../../../shared/labels'
import { formatDate } from '../../../shared/vietnamese/dates'
import type { SourceReading } from './readSource'

export interface Assembled {
  readonly shown: Consolidated
  readonly table: ConsolidatedTable
  readonly uses: readonly SourceUse[]
}

export function assemble(
  readings: readonly SourceReading[],
  settings: ConsolidationSettings,
  contents: readonly ContentGroupEntry[],
): Assembled {
  const sources = readings.flatMap((one) => (one.kind === 'read' ? [one.source] : []))
  const { year, uses, issues } = decideSources(sources, settings)
  const table = consolidate(uses, tableNames(contents), settings.lastYear)
  const useOf = new Map(uses.map((one) => [one.source, one]))
  const counts = uses.some(({ use }) => use === 'counted')
  const open = uses.some(({ use }) => use === 'open')
  const rows = (list: readonly TableRow[]) => list.map((row) => shownRow(row, table.total))
  return {
    table,
    uses,
    shown: {
      year,
      settings,
      sources: readings.map((reading) => {
        if (reading.kind === 'unreadable') return unreadableSource(reading)
        const use = useOf.get(reading.source)
        return shownSource(reading.source, use)
      }),
      questions: readings.flatMap((one) =>
        one.kind === 'unreadable'
          ? []
          : one.questions.map((question) => ({
              ...question,
              choices: [...question.choices],
              source: one.source.key,
              fileName: one.source.fileName,
            })),
      ),
      issues: issues.map((issue) => ({ ...issue, sources: [...issue.sources], choices: [...issue.choices] })),
      differences: sources.flatMap(({ key, fileName, differences }) =>
        differences.map((one) => ({ ...one, source: key, fileName })),
      ),
      table: {
        provinces: rows(table.provinces),
        contents: rows(table.contents),
        conferenceGroups: rows(table.conferenceGroups),
        bySource: measures.map((measure) => ({
          key: measure,
          name: consolidationLabels.measures[measure],
          // What khuyến công gives is one whole; with what others put in, another.
          ...figureOf(table.total, measure, table.total, isKhuyenCong(measure) ? 'support' : 'total'),
        })),
        total: shownRow(table.total, table.total),
      },
      checks: counts ? checkTable(table, uses, settings.declared, settings.unit) : [],
      sentences:
        counts && year !== null
          ? tableSentences(table, { year, region: settings.region, unit: settings.unit, period: settings.period })
          : [],
      complete: counts && !open,
    },
  }
}

function isKhuyenCong(measure: (typeof measures)[number]): boolean {
  return measure === 'national' || measure === 'local' || measure === 'support'
}

function tableNames(contents: readonly ContentGroupEntry[]): TableNames {
  return {
    contents: Object.fromEntries(
      contents.map(({ code, shortName, conferenceGroup }) => [
        code,
        { name: `${code} – ${shortName}`, conferenceGroup },
      ]),
    ) as Record<ContentGroup, { name: string; conferenceGroup: number }>,
    conferenceGroups: consolidationLabels.conferenceGroups,
    total: consolidationLabels.total,
  }
}

function shownRow(row: TableRow, total: TableRow): ShownRow {
  return {
    key: row.key,
    name: row.name,
    projects: row.projects,
    figures: {
      national: figureOf(row, 'national', total),
      local: figureOf(row, 'local', total),
      support: figureOf(row, 'support', total),
      counterpart: figureOf(row, 'counterpart', total),
      other: figureOf(row, 'other', total),
      total: figureOf(row, 'total', total),
    },
  }
}

type ShownSource = Consolidated['sources'][number]

function shownSource(source: ConsolidationSource, use: SourceUse | undefined): ShownSource {
  const { projects, planned, done } = sumsOf(use?.lines ?? source.lines)
  return {
    key: source.key,
    fileName: source.fileName,
    origin: source.origin,
    officeName: source.officeName,
    province: use?.province ?? source.province,
    year: source.year,
    number: source.number,
    about: aboutSource(source),
    notes: [...source.notes],
    use: use?.use ?? 'open',
    why: use?.why ?? '',
    projects,
    planned,
    done,
  }
}

function aboutSource(source: ConsolidationSource): string {
  if (source.noticeOnly) return consolidationLabels.notice(source.recalls.map(({ number }) => number).join(', '))
  const basis = source.basis === null ? consolidationLabels.plainWorkbook : basisWords[source.basis]
  return [
    source.asOf === null ? basis : `${basis} (${formatDate(source.asOf)})`,
    ...(source.period === null
      ? []
      : [
          `thực hiện ${periodWords(source.period)}${source.doneRule === null ? '' : ` theo ${doneRuleWords[source.doneRule]}`}`,
        ]),
  ].join('; ')
}

function unreadableSource({ fileName, why }: { readonly fileName: string; readonly why: string }): ShownSource {
  const nothing = { national: 0, local: 0, counterpart: 0, other: 0 }
  return {
    key: null,
    fileName,
    origin: 'unreadable',
    officeName: '',
    province: { code: null, name: '' },
    year: null,
    number: '',
    about: '',
    notes: [],
    use: 'unreadable',
    why,
    projects: 0,
    planned: nothing,
    done: null,
  }
}
