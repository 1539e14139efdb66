// Kiểm tra, giám sát and what is watched after support: whom to visit in a year, findings still open, effect before and after.
import { daysBetween, type PlainDate, type PlainMonth, yearOf } from '../vietnamese/dates'
import type { ExecutionProblem } from './executionProgress'

export const inspectionKinds = ['during', 'afterOneYear', 'afterTwoYears', 'sudden'] as const
/** Trong khi thực hiện, sau hỗ trợ một năm, sau hỗ trợ hai năm, đột xuất. */
export type InspectionKind = (typeof inspectionKinds)[number]

export const effectFigures = ['jobs', 'revenue', 'taxPaid', 'averageIncome'] as const
export type EffectFigure = (typeof effectFigures)[number]

export type EffectFigures = Readonly<Record<EffectFigure, number | null>>

export const noEffect: EffectFigures = { jobs: null, revenue: null, taxPaid: null, averageIncome: null }

export interface EffectChange {
  readonly figure: EffectFigure
  readonly before: number | null
  readonly after: number | null
  /** Null where one side is not known. */
  readonly change: number | null
  /** Hundredths of a percent of before; null where before is nothing or not known. */
  readonly changePercent: number | null
}

export function effectChanges(before: EffectFigures, after: EffectFigures): EffectChange[] {
  return effectFigures.map((figure) => {
    const [old, now] = [before[figure], after[figure]]
    const change = old === null || now === null ? null : now - old
    return {
      figure,
      before: old,
      after: now,
      change,
      changePercent: change === null || old === null || old === 0 ? null : Math.round((change / old) * 10_000),
    }
  })
}

export interface AcceptedBeneficiary {
  readonly projectId: number
  readonly establishmentId: number | null
  readonly name: string
  readonly acceptedOn: PlainDate
}

export interface PlannedVisit {
  readonly projectId: number
  readonly establishmentId: number | null
  readonly beneficiary: string
  readonly kind: InspectionKind
}

export interface SuggestedVisit extends PlannedVisit {
  readonly month: PlainMonth
}

/** One and two years after acceptance, in the month of the acceptance; those already on the list are left out. */
export function suggestedVisits(
  year: number,
  accepted: readonly AcceptedBeneficiary[],
  onList: readonly PlannedVisit[],
): SuggestedVisit[] {
  const kinds = [
    ['afterOneYear', 1],
    ['afterTwoYears', 2],
  ] as const
  return accepted.flatMap((one) =>
    kinds.flatMap(([kind, years]): SuggestedVisit[] => {
      if (yearOf(one.acceptedOn) + years !== year) return []
      const wanted = { projectId: one.projectId, establishmentId: one.establishmentId, beneficiary: one.name, kind }
      if (onList.some((visit) => sameVisit(visit, wanted))) return []
      return [{ ...wanted, month: `${year}-${one.acceptedOn.slice(5, 7)}` }]
    }),
  )
}

/** A visit as a year's plan holds it. */
export interface VisitOnPlan {
  readonly year: number
  readonly visitedOn: PlainDate | null
}

export interface YearOfVisits {
  readonly year: number
  /** Cơ sở to be put on its plan. */
  readonly suggested: number
  /** On its plan and not made yet. */
  readonly open: number
}

/** Years other than the one in hand in which somebody waits for a visit, the earliest first. */
export function otherYearsOfVisits(
  year: number,
  accepted: readonly AcceptedBeneficiary[],
  onList: readonly (PlannedVisit & VisitOnPlan)[],
): YearOfVisits[] {
  const years = new Set([
    ...accepted.flatMap(({ acceptedOn }) => [yearOf(acceptedOn) + 1, yearOf(acceptedOn) + 2]),
    ...onList.map((visit) => visit.year),
  ])
  years.delete(year)
  return [...years]
    .sort((a, b) => a - b)
    .map((other) => ({
      year: other,
      suggested: suggestedVisits(other, accepted, onList).length,
      open: onList.filter((visit) => visit.year === other && visit.visitedOn === null).length,
    }))
    .filter(({ suggested, open }) => suggested + open > 0)
}

/** The same visit to the same cơ sở: once a year after support, whatever is asked. */
export function sameVisit(a: PlannedVisit, b: PlannedVisit): boolean {
  return (
    a.projectId === b.projectId &&
    a.kind === b.kind &&
    (a.establishmentId === null || b.establishmentId === null
      ? a.beneficiary === b.beneficiary
      : a.establishmentId === b.establishmentId)
  )
}

export interface Finding {
  readonly finding: string
  readonly dueOn: PlainDate | null
  readonly resolvedOn: PlainDate | null
}

export type FindingState = 'resolved' | 'overdue' | 'open'

export function findingState({ dueOn, resolvedOn }: Finding, today: PlainDate): FindingState {
  if (resolvedOn !== null) return 'resolved'
  return dueOn !== null && daysBetween(today, dueOn) < 0 ? 'overdue' : 'open'
}

export interface InspectionFacts {
  readonly year: number
  readonly plannedMonth: PlainMonth | null
  readonly visitedOn: PlainDate | null
  readonly findings: readonly Finding[]
}

export function inspectionContradictions(facts: InspectionFacts, today: PlainDate): ExecutionProblem[] {
  const problems: ExecutionProblem[] = []
  const { visitedOn, plannedMonth, year } = facts
  if (plannedMonth !== null && yearOf(plannedMonth) !== year)
    problems.push({ path: 'plannedMonth', message: `Tháng dự kiến phải thuộc năm ${year}.` })
  if (visitedOn !== null && visitedOn > today) problems.push({ path: 'visitedOn', message: 'Ngày kiểm tra chưa đến.' })
  if (visitedOn !== null && yearOf(visitedOn) !== year)
    problems.push({ path: 'visitedOn', message: `Ngày kiểm tra phải thuộc năm ${year} của kế hoạch kiểm tra.` })
  facts.findings.forEach(({ dueOn, resolvedOn }, index) => {
    if (visitedOn === null) {
      problems.push({ path: `findings.${index}.finding`, message: 'Chưa kiểm tra thì chưa có tồn tại nào để ghi.' })
      return
    }
    if (dueOn !== null && dueOn < visitedOn)
      problems.push({ path: `findings.${index}.dueOn`, message: 'Hạn khắc phục sớm hơn ngày kiểm tra.' })
    if (resolvedOn !== null && resolvedOn < visitedOn)
      problems.push({ path: `findings.${index}.resolvedOn`, message: 'Ngày khắc phục sớm hơn ngày kiểm tra.' })
    if (resolvedOn !== null && resolvedOn > today)
      problems.push({ path: `findings.${index}.resolvedOn`, message: 'Ngày khắc phục chưa đến.' })
  })
  return problems
}
