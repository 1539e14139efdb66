// What one item adds to each source of its plan, as asked or as approved.
import type { ProjectContent } from '../../shared/contract/projects'
import { assertNever } from '../../shared/domain/assertNever'
import { noAmounts, subtractAmounts } from '../../shared/domain/money'
import { budgetTotals } from '../../shared/domain/projects'
import type { JudgedItem } from './judging'
import type { Shift } from './planEffects'

export function shiftOf({ item, project, base }: JudgedItem, becomes: ProjectContent): Shift {
  const key = { year: project.planYear, programme: project.programme, projectId: project.id }
  const [before, after] = [budgetTotals(base.budget), budgetTotals(becomes.budget)]
  switch (item.kind) {
    case 'adjust':
      return { ...key, amounts: subtractAmounts(after, before), joins: false }
    case 'supplement':
      return { ...key, amounts: after, joins: true }
    case 'stop':
      return { ...key, amounts: subtractAmounts(noAmounts, before), joins: false }
    default:
      return assertNever(item.kind, 'Every kind of item is handled')
  }
}
