// The review of several years, and the figures of pictures: facts of đề án, activities, certificates and typed totals together.
import type { Review, ReviewAsked } from '../../shared/contract/review'
import {
  type ReviewInput,
  resultLines,
  resultsOf,
  reviewSections,
  reviewSentences,
  reviewTables,
  targetLines,
} from '../../shared/domain/periodReview'
import { communeBars, contentBars, monthBars, sourceBars, stageCounts } from '../../shared/domain/pictures'
import type { Programme } from '../../shared/domain/projects'
import type { DoneBasis } from '../../shared/domain/reportFacts'
import { usableTotals } from '../../shared/domain/yearTotals'
import { reviewLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { listActivities } from '../activities/activities'
import { readCertified } from '../activities/products'
import type { Reader } from '../database/access'
import { readPeriods, readYearTotals, totalName } from '../programmes/periods'
import { type ReportServices, readFigures } from './makeReport'

export type ReviewServices = Pick<ReportServices, 'units' | 'contentGroups'>

async function readInput(
  reader: Reader,
  services: ReviewServices,
  { from, to, basis }: ReviewAsked,
  asOf: PlainDate,
): Promise<{ input: ReviewInput; findings: Review['findings'] }> {
  const figures = await readFigures(
    reader,
    services,
    { period: { kind: 'years', from, to }, programme: null, basis },
    asOf,
  )
  const activities = (await listActivities(reader, anyActivity)).filter(({ year }) => year >= from && year <= to)
  const certified = (await readCertified(reader)).filter(
    ({ round, product }) =>
      round.year >= from && round.year <= to && (product.certificateDate === null || product.certificateDate <= asOf),
  ).length
  const recorded = new Set(
    figures.filter(({ counts }) => counts).map(({ fact }) => `${fact.planYear} ${fact.programme}`),
  )
  const totals = (await readYearTotals(reader)).map(({ total }) => total)
  const { used, findings } = usableTotals(
    totals,
    { first: from, last: to },
    (year, scope) =>
      (scope === 'both' ? (['national', 'local'] as const) : [scope]).some((one) => recorded.has(`${year} ${one}`)),
    totalName,
  )
  const contentNames = new Map(services.contentGroups().map(({ code, name }) => [code, name]))
  return {
    input: {
      years: { first: from, last: to },
      figures,
      activities: activities.map((one) => ({
        id: one.id,
        name: one.name,
        year: one.year,
        kind: one.kind,
        participants: one.participants,
        establishments: one.establishments,
        items: one.items,
        projectId: one.project?.id ?? null,
        amounts: one.amounts,
      })),
      totals: used,
      certified,
      contentNames,
    },
    findings: [...findings],
  }
}

const anyActivity = { year: null, kind: null, projectId: null, establishmentId: null, text: '' } as const

export async function makeReview(reader: Reader, services: ReviewServices, asked: ReviewAsked): Promise<Review> {
  const asOf = asked.asOf ?? reader.today
  const { input, findings } = await readInput(reader, services, asked, asOf)
  const tables = reviewTables(input)
  const results = resultsOf(input)
  const period =
    asked.periodId === null
      ? null
      : ((await readPeriods(reader)).find(({ id }) => id === asked.periodId)?.period ?? null)
  const years = asked.from === asked.to ? `năm ${asked.from}` : `giai đoạn ${asked.from}–${asked.to}`
  return {
    title: reviewLabels.title(years),
    from: asked.from,
    to: asked.to,
    asOf,
    sentences: reviewSentences(input, results),
    sections: reviewSections.map((key) => ({
      key,
      title: reviewLabels.sections[key].title,
      lineHeading: reviewLabels.sections[key].line,
      columns: tables[key].columns.map(({ key: column, heading, group, kind, width, adds, summed }) => ({
        key: column,
        heading,
        group,
        kind,
        width,
        adds,
        summed,
      })),
      lines: tables[key].lines.map(({ key: line, kind, mark, heading, cells }) => ({
        key: line,
        kind,
        mark,
        heading,
        cells,
      })),
    })),
    results: resultLines(results),
    targetsOf: period?.name ?? null,
    targets: targetLines(period?.targets ?? [], results).map(
      ({ measure, name, unit, least, most, typed, result, percent }) => ({
        measure,
        name,
        unit,
        least,
        most,
        typed,
        result,
        percent,
      }),
    ),
    findings,
  }
}

export interface PicturesAsked {
  readonly year: number
  readonly programme: Programme | null
  readonly asOf: PlainDate | null
  readonly basis: DoneBasis
}

export async function readPictures(reader: Reader, services: ReviewServices, asked: PicturesAsked) {
  const { year, programme, basis } = asked
  const asOf = asked.asOf ?? reader.today
  const figures = await readFigures(reader, services, { period: { kind: 'year', year }, programme, basis }, asOf)
  const names = new Map(services.contentGroups().map(({ code, shortName }) => [code, shortName]))
  return {
    year,
    asOf,
    months: monthBars(figures, year, asOf, basis),
    contents: contentBars(figures, names),
    sources: sourceBars(figures),
    communes: communeBars(figures, reviewLabels.unknownCommune),
    stages: stageCounts(figures, asOf),
  }
}
