// Figures the program does not hold, typed by the office with where they come from: years before it, work of others.
import { reportLabels } from '../labels'
import type { Summand } from './reportTable'

export const additionReports = ['B5', 'B6'] as const
export type AdditionReport = (typeof additionReports)[number]

export interface Addition {
  readonly id: number
  readonly report: AdditionReport
  readonly year: number
  /** The key of an indicator. */
  readonly indicator: string
  /** đồng in B5, thousandths of the unit in B6; null: nothing added. */
  readonly national: number | null
  readonly local: number | null
  readonly source: string
}

export function additionsFor(
  additions: readonly Addition[],
  report: AdditionReport,
  indicator: string,
  year: number,
): Addition[] {
  return additions.filter((one) => one.report === report && one.indicator === indicator && one.year === year)
}

/** Stands behind a figure beside the đề án. */
export function additionItem({ id, source }: Addition): Summand {
  return { projectId: null, code: `${reportLabels.addition} ${id}`, name: source }
}
