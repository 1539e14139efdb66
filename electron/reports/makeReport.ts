// One report as asked: its facts read as of the day, its table built, its sentences and notices written.
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ReportAsked } from '../../shared/contract/reports'
import { divisionByContent, reportByContent } from '../../shared/domain/reportByContent'
import { reportBySource } from '../../shared/domain/reportBySource'
import { figuresOf, type ProjectFigures, type ReportScope } from '../../shared/domain/reportFigures'
import {
  daysOf,
  periodWords,
  planYearsOf,
  samePeriodOf,
  samePeriodShift,
  yearsBefore,
} from '../../shared/domain/reportPeriods'
import type { BuiltReport } from '../../shared/domain/reportTable'
import { reportLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import { readReportFacts } from './facts'

export interface ReportServices {
  readonly units: AdminUnits
  readonly contentGroups: () => readonly ContentGroupEntry[]
}

export interface MadeReport {
  readonly asked: ReportAsked
  readonly title: string
  readonly periodWords: string
  readonly asOf: PlainDate
  readonly lineHeading: string
  readonly built: BuiltReport
  readonly sentences: readonly string[]
  readonly notices: readonly string[]
}

type Body = Pick<MadeReport, 'lineHeading' | 'built' | 'sentences' | 'notices'>

export function scopeOf({ period, basis }: ReportAsked, asOf: PlainDate): ReportScope {
  return { years: planYearsOf(period), days: daysOf(period), asOf, basis }
}

export async function readFigures(
  reader: Reader,
  { units }: ReportServices,
  asked: ReportAsked,
  asOf: PlainDate,
): Promise<ProjectFigures[]> {
  const scope = scopeOf(asked, asOf)
  const facts = await readReportFacts(reader, units, {
    years: scope.years,
    period: scope.days,
    asOf,
    programme: asked.programme,
  })
  return figuresOf(facts, scope)
}

/** The same report of cùng kỳ, as it stood the same day so many years before. */
function readSamePeriod(reader: Reader, services: ReportServices, asked: ReportAsked, asOf: PlainDate) {
  const { period } = asked
  return readFigures(
    reader,
    services,
    { ...asked, period: samePeriodOf(period) },
    yearsBefore(asOf, samePeriodShift(period)),
  )
}

export async function makeReport(reader: Reader, services: ReportServices, asked: ReportAsked): Promise<MadeReport> {
  const asOf = asked.asOf ?? reader.today
  return {
    asked,
    title: reportLabels.reports[asked.report].title,
    periodWords: periodWords(asked.period),
    asOf,
    ...(await bodyOf(reader, services, asked, asOf)),
  }
}

async function bodyOf(reader: Reader, services: ReportServices, asked: ReportAsked, asOf: PlainDate): Promise<Body> {
  const { columns } = reportLabels
  const figures = await readFigures(reader, services, asked, asOf)
  if (asked.report === 'B2') {
    const before = await readSamePeriod(reader, services, asked, asOf)
    return {
      lineHeading: columns.source,
      built: reportBySource(figures, before, asked.basis),
      sentences: [],
      notices: [],
    }
  }
  const names = new Map(services.contentGroups().map(({ code, name }) => [code, name]))
  return {
    lineHeading: columns.content,
    built: reportByContent(figures, divisionByContent(names), asked.basis),
    sentences: [],
    notices: [],
  }
}
