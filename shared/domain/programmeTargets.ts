// Targets of a khuyến công programme over several years, and what of them the file itself can measure (domain-addendum §7.3).

import type { ActivityFacts } from './activities'
import { fairKinds, learningKinds } from './activities'
import { type AmountsBySource, supportOf, totalOf } from './money'
import { outsideOf, type ProjectFigures } from './reportFigures'

export const targetMeasures = [
  'projects',
  'learners',
  'models',
  'machinery',
  'cleanerProduction',
  'newEnterprises',
  'fairEstablishments',
  'fairs',
  'products',
  'trademarks',
  'media',
  'total',
  'support',
  'outside',
  'own',
] as const
/** `own`: what the file cannot measure; its result is typed. */
export type TargetMeasure = (typeof targetMeasures)[number]

export const moneyMeasures: ReadonlySet<TargetMeasure> = new Set(['total', 'support', 'outside'])

export interface Target {
  readonly measure: TargetMeasure
  readonly name: string
  readonly unit: string
  /** A range is typed with both ends. Thousandths of the unit; the unit of money is triệu đồng. */
  readonly least: number
  readonly most: number | null
  /** Typed result, for `own` and for what was done before the file began. */
  readonly typed: number | null
}

export interface MeasuredActivity {
  readonly kind: ActivityFacts['kind']
  readonly participants: number | null
  readonly establishments: number | null
  readonly items: number | null
  /** Under a đề án that counts already. */
  readonly projectId: number | null
}

export interface ReviewResults {
  readonly figures: readonly ProjectFigures[]
  readonly activities: readonly MeasuredActivity[]
  readonly certified: number
  /** Of typed years: đề án and money. */
  readonly typed: { readonly projects: number; readonly amounts: AmountsBySource }
  readonly done: AmountsBySource
}

const models: ReadonlySet<string> = new Set(['ND3.demonstrationModel', 'ND3.efficientModel'])
const machinery: ReadonlySet<string> = new Set([
  'ND3.advancedMachinery',
  'ND3.technologyLine',
  'ND3.technologyTransfer',
])
const cleaner: ReadonlySet<string> = new Set([
  'ND2.cleanerProductionAssessment',
  'ND3.cleanerProductionModel',
  'ND3.sustainableProduction',
])

/** Only what was accepted is a result: a đề án in the plan promises, it has not done. */
function accepted(results: ReviewResults): ProjectFigures[] {
  return results.figures.filter(({ fact, carriedOver }) => !carriedOver && fact.acceptances.length > 0)
}

/** Beneficiaries of the accepted đề án of some contents; one without named beneficiaries is one. */
function supported(results: ReviewResults, contents: ReadonlySet<string>): number {
  return accepted(results)
    .filter(({ fact }) => fact.subContent !== null && contents.has(fact.subContent))
    .reduce((sum, { fact }) => sum + Math.max(1, fact.beneficiaries.length), 0)
}

function countOf(results: ReviewResults, contents: ReadonlySet<string>): number {
  return accepted(results).filter(({ fact }) => fact.subContent !== null && contents.has(fact.subContent)).length
}

function sumOf(
  results: ReviewResults,
  kinds: ReadonlySet<string>,
  of: (activity: MeasuredActivity) => number | null,
): number {
  return results.activities.filter(({ kind }) => kinds.has(kind)).reduce((sum, one) => sum + (of(one) ?? 0), 0)
}

/** Thousandths of the unit, which of money is triệu đồng; null: only typed. */
export function measured(measure: TargetMeasure, results: ReviewResults): number | null {
  const thousandths = (count: number) => count * 1_000
  const millions = (dong: number) => Math.round(dong / 1_000)
  switch (measure) {
    case 'projects':
      return thousandths(results.figures.filter(({ counts }) => counts).length + results.typed.projects)
    case 'learners':
      return thousandths(
        results.figures
          .filter(({ carriedOver }) => !carriedOver)
          .reduce((sum, { fact }) => sum + fact.classes.reduce((all, one) => all + one.trainees, 0), 0) +
          sumOf(results, learningKinds, ({ participants }) => participants),
      )
    case 'models':
      return thousandths(countOf(results, models))
    case 'machinery':
      return thousandths(supported(results, machinery))
    case 'cleanerProduction':
      return thousandths(supported(results, cleaner))
    case 'newEnterprises':
      return thousandths(supported(results, new Set(['ND2.establishEnterprise'])))
    case 'fairEstablishments':
      return thousandths(sumOf(results, fairKinds, ({ establishments }) => establishments))
    case 'fairs':
      return thousandths(results.activities.filter(({ kind }) => fairKinds.has(kind)).length)
    case 'products':
      return thousandths(results.certified)
    case 'trademarks':
      return thousandths(
        supported(results, new Set(['ND4.trademark'])) +
          sumOf(results, new Set(['trademark']), (one) => (one.projectId === null ? one.items : 0)),
      )
    case 'media':
      return thousandths(sumOf(results, new Set(['media']), ({ items }) => items))
    case 'total':
      return millions(totalOf(results.done))
    case 'support':
      return millions(supportOf(results.done))
    case 'outside':
      return millions(outsideOf(results.done))
    case 'own':
      return null
  }
}

/** What the file measures and what was typed besides, together. */
export function resultOf(target: Target, results: ReviewResults): number | null {
  const own = measured(target.measure, results)
  if (own === null) return target.typed
  return own + (target.typed ?? 0)
}
