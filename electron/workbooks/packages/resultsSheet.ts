// What was done of each đề án in the period of a package: planned beside done by source, and where each one stands.

import { doneRuleWords, periodWords } from '../../../shared/domain/consolidationSources'
import { totalOf } from '../../../shared/domain/money'
import type { DoneRule, PackageData, PackageLine, PackagePeriod } from '../../../shared/domain/package'
import type { Programme } from '../../../shared/domain/projects'
import { packageLabels, planTableLabels, statusWords } from '../../../shared/labels'
import type { Column, Group, HeaderNode, Row, Sheet } from '../sheet'

export type ResultKey =
  | 'ordinal'
  | 'name'
  | 'beneficiaries'
  | 'places'
  | 'status'
  | 'plannedNational'
  | 'plannedLocal'
  | 'plannedCounterpart'
  | 'plannedOther'
  | 'doneNational'
  | 'doneLocal'
  | 'doneCounterpart'
  | 'doneOther'
  | 'planned'
  | 'done'
  | 'rate'

const money = (key: ResultKey, heading: string): Column<ResultKey> => ({
  key,
  heading,
  kind: 'money',
  width: 8.5,
  summed: true,
})

function side(heading: string, total: 'planned' | 'done', hasOther: boolean): HeaderNode<ResultKey> {
  const { sources, other, totalCost } = planTableLabels
  const parts: Column<ResultKey>[] = [
    money(`${total}National`, sources.national),
    money(`${total}Local`, sources.local),
    money(`${total}Counterpart`, sources.counterpart),
    ...(hasOther ? [money(`${total}Other`, other)] : []),
  ]
  return {
    heading,
    columns: [{ ...money(total, totalCost), addsUp: parts.map(({ key }) => key) }, ...parts],
  }
}

export interface Results {
  readonly year: number
  readonly period: PackagePeriod
  readonly rule: DoneRule
  readonly lines: readonly PackageLine[]
}

export function resultsOf(data: PackageData): Results | null {
  return data.period === null || data.doneRule === null
    ? null
    : { year: data.year, period: data.period, rule: data.doneRule, lines: data.lines }
}

type Frame = Omit<
  Sheet<ResultKey>,
  'name' | 'title' | 'subtitle' | 'header' | 'body' | 'words' | 'markColumn' | 'headingColumn' | 'total'
>

/** In the order of the lines, which are those of one programme after those of the other. */
export function resultsSheet(results: Results, frame: Frame): Sheet<ResultKey> {
  const hasOther = results.lines.some(({ planned, done }) => planned.other > 0 || (done?.other ?? 0) !== 0)
  const programmes = [...new Set(results.lines.map(({ programme }) => programme))]
  return {
    ...frame,
    name: packageLabels.resultsSheet(results.year),
    title: [packageLabels.resultsTitle(results.year)],
    subtitle: [`Kết quả ${periodWords(results.period)}; thực hiện tính theo ${doneRuleWords[results.rule]}`],
    header: [
      { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 4.5 },
      { key: 'name', heading: packageLabels.projectInResults, kind: 'text', width: 24 },
      { key: 'beneficiaries', heading: planTableLabels.beneficiaries, kind: 'text', width: 15 },
      { key: 'places', heading: planTableLabels.places, kind: 'text', width: 14 },
      { key: 'status', heading: packageLabels.status, kind: 'text', width: 11 },
      side(packageLabels.planned, 'planned', hasOther),
      side(packageLabels.done, 'done', hasOther),
      { key: 'rate', heading: '%', kind: 'percent', width: 7, ratio: { part: 'done', whole: 'planned', of: 'line' } },
    ],
    markColumn: 'ordinal',
    headingColumn: 'name',
    body: {
      kind: 'groups',
      groups: programmes.map((programme, index) => groupOf(programme, index, results.lines)),
    },
    total: planTableLabels.grandTotal,
    words: [],
  }
}

function groupOf(programme: Programme, index: number, lines: readonly PackageLine[]): Group<ResultKey> {
  const own = lines.filter((line) => line.programme === programme)
  return {
    mark: index === 0 ? 'I' : 'II',
    heading: planTableLabels.programmeGroup[programme],
    content: { kind: 'rows', rows: own.map(rowOf) },
  }
}

function rowOf(line: PackageLine, index: number): Row<ResultKey> {
  const blank = (dong: number) => (dong === 0 ? null : dong)
  const { planned, done } = line
  return {
    ordinal: String(index + 1),
    name: line.name,
    beneficiaries: line.beneficiaries.map(({ name }) => name).join(';\n'),
    places: line.places.map(({ text }) => text).join(';\n'),
    status: statusWords(line.status),
    plannedNational: blank(planned.national),
    plannedLocal: blank(planned.local),
    plannedCounterpart: blank(planned.counterpart),
    plannedOther: blank(planned.other),
    ...(done === null || totalOf(done) === 0
      ? {}
      : {
          doneNational: blank(done.national),
          doneLocal: blank(done.local),
          doneCounterpart: blank(done.counterpart),
          doneOther: blank(done.other),
        }),
  }
}
