// The figures behind pictures of a year: plan beside done by month, content, source and commune, and how far đề án have come.
import { sourceLabels } from '../labels'
import { lastDayOf, type PlainDate } from '../vietnamese/dates'
import { compareVietnamese } from '../vietnamese/order'
import { type FundingSource, fundingSources, totalOf } from './money'
import { type ContentGroup, contentGroups } from './projects'
import { type DoneBasis, doneBy, isInPlan, type ReportFacts, type ReportStage, stageOf } from './reportFacts'
import type { ProjectFigures } from './reportFigures'

export interface Bar {
  readonly key: string
  readonly name: string
  readonly plan: number
  readonly done: number
}

/** The month a đề án is planned to be done in; without one, or beyond the year, its last. */
function dueMonth({ endMonth }: ReportFacts, year: number): number {
  if (endMonth === null || Number(endMonth.slice(0, 4)) > year) return 12
  return Number(endMonth.slice(0, 4)) < year ? 1 : Number(endMonth.slice(5, 7))
}

/** Both grow over the year; after the day the figures are of, nothing more is done. */
export function monthBars(figures: readonly ProjectFigures[], year: number, asOf: PlainDate, basis: DoneBasis): Bar[] {
  const own = figures.filter(({ carriedOver }) => !carriedOver)
  return Array.from({ length: 12 }, (_, index): Bar => {
    const month = index + 1
    const key = `${year}-${String(month).padStart(2, '0')}`
    const last = lastDayOf(key)
    const day = last < asOf ? last : asOf
    return {
      key,
      name: `Tháng ${month}`,
      plan: own.reduce((sum, { fact, plan }) => sum + (dueMonth(fact, year) <= month ? totalOf(plan) : 0), 0),
      done: `${key}-01` > asOf ? 0 : own.reduce((sum, { fact }) => sum + totalOf(doneBy(fact, basis, day)), 0),
    }
  })
}

export function contentBars(figures: readonly ProjectFigures[], names: ReadonlyMap<ContentGroup, string>): Bar[] {
  const own = figures.filter(({ carriedOver }) => !carriedOver)
  return contentGroups
    .map((group): Bar => {
      const of = own.filter(({ fact }) => fact.contentGroup === group)
      return { key: group, name: names.get(group) ?? group, ...sums(of) }
    })
    .filter(({ plan, done }) => plan > 0 || done > 0)
}

function sums(figures: readonly ProjectFigures[]): Pick<Bar, 'plan' | 'done'> {
  return {
    plan: figures.reduce((sum, { plan }) => sum + totalOf(plan), 0),
    done: figures.reduce((sum, { cumulative }) => sum + totalOf(cumulative), 0),
  }
}

export function sourceBars(figures: readonly ProjectFigures[]): Bar[] {
  const own = figures.filter(({ carriedOver }) => !carriedOver)
  return fundingSources.map(
    (source: FundingSource): Bar => ({
      key: source,
      name: sourceLabels[source].short,
      plan: own.reduce((sum, { plan }) => sum + plan[source], 0),
      done: own.reduce((sum, { cumulative }) => sum + cumulative[source], 0),
    }),
  )
}

/** What was done of a đề án in several communes is shared over them as its plan is. */
export function communeBars(figures: readonly ProjectFigures[], unknown: string): Bar[] {
  const bars = new Map<string, { plan: number; done: number }>()
  const add = (name: string, plan: number, done: number) => {
    const before = bars.get(name) ?? { plan: 0, done: 0 }
    bars.set(name, { plan: before.plan + plan, done: before.done + done })
  }
  for (const one of figures) {
    if (one.carriedOver) continue
    const plan = totalOf(one.plan)
    const done = totalOf(one.cumulative)
    const parts = one.fact.beneficiaries.map(({ commune, planned }) => ({
      name: commune === '' ? unknown : commune,
      plan: totalOf(planned),
    }))
    const planned = parts.reduce((sum, part) => sum + part.plan, 0)
    let left = done
    for (const part of parts) {
      const share = planned === 0 ? 0 : Math.floor((done * part.plan) / Math.max(plan, planned))
      add(part.name, part.plan, share)
      left -= share
    }
    if (plan - planned !== 0 || left !== 0)
      add(parts.length === 1 ? (parts[0]?.name ?? unknown) : unknown, plan - planned, left)
  }
  return [...bars]
    .map(([name, sum]) => ({ key: name, name, ...sum }))
    .filter(({ plan, done }) => plan > 0 || done > 0)
    .sort((a, b) => b.plan - a.plan || compareVietnamese(a.name, b.name))
}

const ladder: readonly ReportStage[] = [
  'planned',
  'assigned',
  'contracted',
  'advanced',
  'accepted',
  'liquidated',
  'settled',
]

export interface StageCount {
  readonly stage: ReportStage
  /** đề án that came at least so far. */
  readonly reached: number
  readonly now: number
}

export function stageCounts(figures: readonly ProjectFigures[], asOf: PlainDate): StageCount[] {
  const stages = figures
    .filter(({ carriedOver, fact }) => !carriedOver && (isInPlan(fact) || fact.standing === 'ended'))
    .map(({ fact }) => stageOf(fact, asOf))
  const now = (stage: ReportStage) => stages.filter((one) => one === stage).length
  const climbed = ladder.map((stage, place) => ({
    stage,
    reached: stages.filter((one) => ladder.indexOf(one) >= place).length,
    now: now(stage),
  }))
  const stopped = now('stopped')
  return stopped === 0 ? climbed : [...climbed, { stage: 'stopped', reached: stopped, now: stopped }]
}
