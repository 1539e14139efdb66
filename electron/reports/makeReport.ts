// One report as asked: what it needs read as of the day, its table built, its sentences and notices written.
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ReportAsked } from '../../shared/contract/reports'
import { assertNever } from '../../shared/domain/assertNever'
import type { DeadlineRule } from '../../shared/domain/deadlines'
import type { ContentGroup } from '../../shared/domain/projects'
import { reportOfBeneficiaries } from '../../shared/domain/reportBeneficiaries'
import {
  type Division,
  divisionByConferenceGroup,
  divisionByContent,
  reportByContent,
} from '../../shared/domain/reportByContent'
import { reportBySource } from '../../shared/domain/reportBySource'
import { reportOfEffects } from '../../shared/domain/reportEffects'
import { figuresOf, type ProjectFigures, type ReportScope } from '../../shared/domain/reportFigures'
import { reportOfAdjustments, reportOfContracts, reportOfDeadlines } from '../../shared/domain/reportLists'
import { reportOfMoney } from '../../shared/domain/reportMoney'
import { planNotices, splitNotices } from '../../shared/domain/reportNotices'
import {
  type Days,
  daysOf,
  periodWords,
  planYearsOf,
  samePeriodOf,
  samePeriodShift,
  yearsBefore,
  yearsIn,
} from '../../shared/domain/reportPeriods'
import { reportOfProjects } from '../../shared/domain/reportProjects'
import { type ResultIndicator, reportOfResults } from '../../shared/domain/reportResults'
import {
  beneficiarySentences,
  contentSentences,
  effectSentences,
  projectSentences,
  resultSentences,
  type SentenceFrame,
  sourceSentences,
  voteSentences,
} from '../../shared/domain/reportSentences'
import type { BuiltReport } from '../../shared/domain/reportTable'
import { reportOfVotes } from '../../shared/domain/reportVotes'
import { consolidationLabels, reportLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { readRegisterRows } from '../changes/registerRows'
import type { ChangeServices } from '../changes/services'
import { readAdvances } from '../contracts/advancesReader'
import type { Reader } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import { readBoard } from '../programmes/reader'
import { readAdditions } from './additions'
import { readEffects } from './effects'
import { readReportFacts } from './facts'
import { readOtherResults, readVotedProducts } from './otherResults'

export interface ReportServices {
  readonly units: AdminUnits
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly indicators: () => readonly ResultIndicator[]
  readonly deadlines: () => readonly DeadlineRule[]
  readonly changes: ChangeServices
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

export function scopeOf({ period, basis }: Pick<ReportAsked, 'period' | 'basis'>, asOf: PlainDate): ReportScope {
  return { years: planYearsOf(period), days: daysOf(period), asOf, basis }
}

export async function readFigures(
  reader: Reader,
  { units }: Pick<ReportServices, 'units'>,
  asked: Pick<ReportAsked, 'period' | 'basis' | 'programme'>,
  asOf: PlainDate,
): Promise<ProjectFigures[]> {
  const scope = scopeOf(asked, asOf)
  const { programme } = asked
  const facts = await readReportFacts(reader, units, { years: scope.years, period: scope.days, asOf, programme })
  return figuresOf(facts, scope)
}

/** The same report of cùng kỳ, as it stood the same day so many years before. */
function readSamePeriod(reader: Reader, services: ReportServices, asked: ReportAsked, asOf: PlainDate) {
  const earlier = { ...asked, period: samePeriodOf(asked.period) }
  return readFigures(reader, services, earlier, yearsBefore(asOf, samePeriodShift(asked.period)))
}

/** A paper names the contents as the decree does; a screen and a sheet by their short names. */
export type ContentNames = 'short' | 'full'

export async function makeReport(
  reader: Reader,
  services: ReportServices,
  asked: ReportAsked,
  contentNames: ContentNames = 'short',
): Promise<MadeReport> {
  const asOf = asked.asOf ?? reader.today
  return {
    asked,
    title: titleOf(asked),
    periodWords: periodWords(asked.period),
    asOf,
    ...(await bodyOf(reader, services, asked, asOf, contentNames)),
  }
}

function titleOf({ report, division }: ReportAsked): string {
  return report === 'B1' && division === 'conferenceGroups'
    ? reportLabels.byConferenceGroup
    : reportLabels.reports[report].title
}

/** By the contents under the names asked for, or by the groups of the conferences, which have but one name each. */
function divisionsOf(
  { division }: ReportAsked,
  services: Pick<ReportServices, 'contentGroups'>,
  names: ReadonlyMap<ContentGroup, string>,
): Division[] {
  if (division === 'contents') return divisionByContent(names)
  return divisionByConferenceGroup(
    consolidationLabels.conferenceGroups,
    new Map(services.contentGroups().map(({ code, conferenceGroup }) => [code, conferenceGroup])),
  )
}

/** Until the day where it lies within the period. */
function until({ from, to }: Days, asOf: PlainDate): Days {
  return { from, to: to < asOf ? to : asOf }
}

async function bodyOf(
  reader: Reader,
  services: ReportServices,
  asked: ReportAsked,
  asOf: PlainDate,
  contentNames: ContentNames,
): Promise<Body> {
  const { columns } = reportLabels
  const { programme, period, basis } = asked
  const years = planYearsOf(period)
  const days = until(daysOf(period), asOf)
  const frame: SentenceFrame = { periodWords: periodWords(period), asOf }
  const shortNames = new Map(services.contentGroups().map(({ code, shortName }) => [code, shortName]))
  const fullNames = new Map(services.contentGroups().map(({ code, name }) => [code, name]))
  switch (asked.report) {
    case 'B1': {
      const figures = await readFigures(reader, services, asked, asOf)
      const divisions = divisionsOf(asked, services, contentNames === 'full' ? fullNames : shortNames)
      return {
        lineHeading: asked.division === 'contents' ? columns.content : columns.contentGroup,
        built: reportByContent(figures, divisions, basis),
        sentences: contentSentences(figures, divisionsOf(asked, services, shortNames), frame),
        notices: planNotices(figures),
      }
    }
    case 'B2': {
      const figures = await readFigures(reader, services, asked, asOf)
      const before = await readSamePeriod(reader, services, asked, asOf)
      return {
        lineHeading: columns.source,
        built: reportBySource(figures, before, basis),
        sentences: sourceSentences(figures, before, frame),
        notices: planNotices(figures),
      }
    }
    case 'B3': {
      const figures = await readFigures(reader, services, asked, asOf)
      return {
        lineHeading: columns.project,
        built: reportOfProjects(figures, asOf),
        sentences: projectSentences(figures, frame),
        notices: planNotices(figures),
      }
    }
    case 'B4': {
      const figures = await readFigures(reader, services, asked, asOf)
      // What came of the support is seen years later: any visit until the day tells it.
      const effects = await readEffects(reader, { from: '0000-01-01', to: asOf, programme })
      return {
        lineHeading: columns.beneficiary,
        built: reportOfBeneficiaries(figures, shortNames, effects),
        sentences: beneficiarySentences(figures, frame),
        notices: [...planNotices(figures), ...splitNotices(figures)],
      }
    }
    case 'B5': {
      const figures = await readFigures(reader, services, asked, asOf)
      const additions = await readAdditions(reader, years)
      return {
        lineHeading: columns.indicator,
        built: reportOfMoney(figures, yearsIn(years), additions, asOf),
        sentences: projectSentences(figures, frame),
        notices: planNotices(figures),
      }
    }
    case 'B6': {
      const facts = await readReportFacts(reader, services.units, { years, period: daysOf(period), asOf, programme })
      const indicators = services.indicators()
      const built = reportOfResults(facts, indicators, {
        years: yearsIn(years),
        days: daysOf(period),
        asOf,
        others: await readOtherResults(reader, indicators, { years, asOf, programme }),
        additions: await readAdditions(reader, years),
      })
      return {
        lineHeading: columns.indicator,
        built,
        sentences: resultSentences(built, frame),
        notices: [reportLabels.unverifiedIndicators],
      }
    }
    case 'B7': {
      const products = await readVotedProducts(reader, { years, asOf, programme })
      return {
        lineHeading: reportLabels.votes.heading,
        built: reportOfVotes(products),
        sentences: voteSentences(products, frame),
        notices: [],
      }
    }
    case 'B8': {
      const facts = await readEffects(reader, { ...days, programme })
      return {
        lineHeading: columns.beneficiary,
        built: reportOfEffects(facts),
        sentences: effectSentences(facts, frame),
        notices: [],
      }
    }
    case 'B9': {
      const lines = await readRegisterRows(reader, services.changes, { programme, days })
      return {
        lineHeading: columns.project,
        built: reportOfAdjustments(lines),
        sentences: [],
        notices: [],
      }
    }
    case 'B10': {
      const lines = await readAdvances(reader, { year: years.first, lastYear: years.last, programme, asOf })
      return {
        lineHeading: columns.contract,
        built: reportOfContracts(lines),
        sentences: [],
        notices: [],
      }
    }
    case 'B11': {
      const lines = []
      for (const year of yearsIn(years)) {
        const { entries } = await readBoard(reader, services.deadlines(), year, asOf)
        for (const { rule, ...entry } of entries)
          if (programme === null || rule.programme === programme)
            lines.push({ ...entry, step: rule.step, programme: rule.programme, basis: rule.legalBasis })
      }
      return { lineHeading: columns.work, built: reportOfDeadlines(lines), sentences: [], notices: [] }
    }
    default:
      return assertNever(asked.report, 'Every report is made')
  }
}
