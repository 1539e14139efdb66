// What a decided change means for the contracts of a đề án: in words, in money, in its last day.
import type { ProjectContent } from '../../shared/contract/projects'
import { type ComparisonNames, compareContents, toldOnce } from '../../shared/domain/comparison'
import { fundingSources } from '../../shared/domain/money'
import { budgetTotals } from '../../shared/domain/projects'
import { lastDayOf, type PlainDate } from '../../shared/vietnamese/dates'
import type { AdjustedFacts } from '../contracts/appendices'

interface Decided {
  readonly projectId: number
  readonly number: string
  readonly date: PlainDate
  readonly names: ComparisonNames
}

export function appendixFacts(
  before: ProjectContent,
  after: ProjectContent,
  { projectId, number, date, names }: Decided,
): AdjustedFacts {
  const [was, is] = [budgetTotals(before.budget), budgetTotals(after.budget)]
  const sameMoney = fundingSources.every((source) => was[source] === is[source])
  const none = 'không có'
  return {
    projectId,
    decisionNumber: number,
    decisionDate: date,
    changes: toldOnce(compareContents(before, after, names).changes, before, after)
      .map((one) => `${one.label}: từ “${one.before ?? none}” thành “${one.after ?? none}”.`)
      .join('\n'),
    amounts: sameMoney ? null : is,
    endOn: after.endMonth === null || after.endMonth === before.endMonth ? null : lastDayOf(after.endMonth),
  }
}
