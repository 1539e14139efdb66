// What a đề án that is to be stopped was already given, and what of it has not come back: to recover below, to repay above.
import { type ContractLevel, contractLevels } from '../../shared/domain/contracts'
import { supportOf } from '../../shared/domain/money'
import { givenBy, sumMovements } from '../../shared/domain/payments'
import { formatMoney } from '../../shared/vietnamese/money'
import { contractsOfProjects, levelOfContract, movementsOf } from '../contracts/records'
import type { Reader } from '../database/access'
import type { JudgedItem } from './judging'

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

/** More to be given back than was ever given, in words; null where it is not so, or where nobody said what was given. */
export async function overRecovery(
  reader: Reader,
  { item, project }: Pick<JudgedItem, 'item' | 'project'>,
  recovery: number | null,
): Promise<string | null> {
  const open = await openAdvances(reader, project.id)
  if (recovery === null || (item.advanced === null && open.length === 0)) return null
  const given = Math.max(item.advanced ?? 0, ...open.map((one) => one.given))
  if (recovery <= given) return null
  return `Đề án ${project.code}: số phải thu hồi ${formatMoney(recovery)} đồng lớn hơn số đã tạm ứng, thanh toán ${formatMoney(given)} đồng.`
}
