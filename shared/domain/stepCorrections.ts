// A taken step whose date or paper was typed wrong: what may be corrected, and what may not contradict the steps around it.
import { directSteps, type ProjectStep, type StepEntry, type StepProblem, stepProblems } from './lifecycle'

/** What a person typed for the step; a step taken by signing or by a decision only repeats the paper kept with that. */
const correctable: readonly ProjectStep[] = [...directSteps, 'appraiseBase', 'appraiseMinistry', 'recordApproval']

export function mayCorrect(step: ProjectStep): boolean {
  return correctable.includes(step)
}

/** Steps whose paper is the decision of the version they made. */
export function makesDecision(step: ProjectStep): boolean {
  return step === 'approve' || step === 'recordApproval'
}

export interface TakenBefore {
  readonly step: ProjectStep
  readonly reason: string
}

export interface DaysAround {
  readonly previous: string | null
  readonly next: string | null
}

export function correctionProblems(
  taken: TakenBefore,
  entry: Omit<StepEntry, 'reason'>,
  { previous, next }: DaysAround,
  formatDate: (date: string) => string,
): StepProblem[] {
  // Why the step was taken stands as it was; the reason asked for now is of the correction.
  const problems = stepProblems(taken.step, { ...entry, reason: taken.reason }, previous, formatDate)
  if (next !== null && entry.date > next)
    problems.push({ path: 'date', message: `Ngày này muộn hơn bước sau (${formatDate(next)}).` })
  return problems
}
