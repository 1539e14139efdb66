// The order of sums day by day: on every day a paper was signed or money moved, what was given fits what was contracted.
import type { PlainDate } from '../vietnamese/dates'
import { type AppendixValue, type ContractLine, type ContractState, linesOn, standingValue } from './contracts'
import {
  type AmountsBySource,
  type FundingSource,
  fundingSources,
  noAmounts,
  subtractAmounts,
  sumAmounts,
} from './money'
import { givenBy, type Movement, sumMovements } from './payments'

/** A contract as far as one đề án goes; movements are those of the đề án. */
export interface ContractOfProject {
  readonly state: ContractState
  readonly signedOn: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly lines: readonly ContractLine[]
  /** Signed ones. */
  readonly appendices: readonly AppendixValue[]
  readonly movements: readonly Movement[]
}

export interface Moment {
  readonly day: PlainDate
  readonly contracted: AmountsBySource
  /** Advanced and paid, less what was taken back. */
  readonly given: AmountsBySource
  /** Whether an appendix lowered the value by this day. */
  readonly lowered: boolean
}

const untilDay = (movements: readonly Movement[], day: PlainDate) => movements.filter((one) => one.onDate <= day)

function valueOn(contract: ContractOfProject, projectId: number, day: PlainDate): AmountsBySource {
  if (contract.signedOn === null || contract.signedOn > day) return noAmounts
  const line = linesOn(contract.lines, contract.appendices, day).find((one) => one.projectId === projectId)
  const ended = contract.state === 'terminated' && contract.closedOn !== null && contract.closedOn <= day
  const given = givenBy(untilDay(contract.movements, day))
  return standingValue(ended ? 'terminated' : 'signed', line?.amounts ?? noAmounts, given)
}

function hasLowered(contract: ContractOfProject, projectId: number, day: PlainDate): boolean {
  return contract.appendices.some((appendix) => {
    if (appendix.signedOn === null || appendix.signedOn > day) return false
    const before = contract.lines.find((one) => one.projectId === projectId)?.amounts ?? noAmounts
    const after = appendix.lines.find((one) => one.projectId === projectId)?.amounts
    return after !== undefined && fundingSources.some((source) => after[source] < before[source])
  })
}

/** In the order of the days; drafts say nothing. */
export function moneyMoments(contracts: readonly ContractOfProject[], projectId: number): Moment[] {
  const signed = contracts.filter((one) => one.state !== 'draft')
  const days = signed.flatMap((one) => [
    ...(one.signedOn === null ? [] : [one.signedOn]),
    ...one.appendices.flatMap(({ signedOn }) => (signedOn === null ? [] : [signedOn])),
    ...one.movements.map(({ onDate }) => onDate),
    ...(one.closedOn === null ? [] : [one.closedOn]),
  ])
  return [...new Set(days)].sort().map((day) => {
    const moved = signed.flatMap((one) => untilDay(one.movements, day))
    return {
      day,
      contracted: sumAmounts(signed.map((one) => valueOn(one, projectId, day))),
      given: subtractAmounts(givenBy(moved), sumMovements(moved, 'recovery')),
      lowered: signed.some((one) => hasLowered(one, projectId, day)),
    }
  })
}

export interface Overgiven {
  readonly day: PlainDate
  readonly source: FundingSource
  readonly given: number
  readonly contracted: number
}

/**
 * The first day, for each source, on which more was given than contracted. Of days gone by, those are left out that an
 * appendix explains by lowering what had been given already, once the rest was taken back.
 */
export function overgivenMoments(moments: readonly Moment[]): Overgiven[] {
  const last = moments.at(-1)
  return fundingSources.flatMap((source) => {
    const mendedBy = last !== undefined && last.given[source] <= last.contracted[source]
    const first = moments.find((one) => one.given[source] > one.contracted[source] && !(mendedBy && one.lowered))
    if (first === undefined) return []
    return [{ day: first.day, source, given: first.given[source], contracted: first.contracted[source] }]
  })
}
