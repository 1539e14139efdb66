// What a đề án that is to be stopped was already given, and what of it has not come back: to recover below, to repay above.
import { type ContractLevel, contractLevels } from '../../shared/domain/contracts'
import { supportOf } from '../../shared/domain/money'
import { givenBy, sumMovements } from '../../shared/domain/payments'
import { contractsOfProjects, levelOfContract, movementsOf } from '../contracts/records'
import type { Reader } from '../database/access'

export interface OpenAdvance {
  readonly level: ContractLevel
  /** Of khuyến công money, both programmes. */
  readonly given: number
  readonly recovered: number
}

/** Nothing where no contract of the đề án gave anything. */
export async function openAdvances(reader: Reader, projectId: number): Promise<OpenAdvance[]> {
  const contracts = await contractsOfProjects(reader, [projectId])
  return contractLevels.flatMap((level): OpenAdvance[] => {
    const movements = contracts
      .filter((one) => levelOfContract(one) === level)
      .flatMap((one) => movementsOf(one, projectId))
    const given = supportOf(givenBy(movements))
    return given === 0 ? [] : [{ level, given, recovered: supportOf(sumMovements(movements, 'recovery')) }]
  })
}
