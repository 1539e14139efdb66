// Which sources of money a grid has columns for: those of the programme, and any other that holds something.
import { type AmountsBySource, type FundingSource, fundingSources } from '../../shared/domain/money'
import { type Programme, supportSource } from '../../shared/domain/projects'

export function shownSources(programme: Programme, amounts: readonly AmountsBySource[]): FundingSource[] {
  const other: FundingSource = supportSource(programme) === 'national' ? 'local' : 'national'
  return fundingSources.filter((source) => source !== other || amounts.some((one) => one[other] > 0))
}
