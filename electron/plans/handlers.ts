// The calls of the area.
import type { plansContract } from '../../shared/contract/plans'
import { checkPlan } from '../../shared/domain/plans'
import type { AreaHandlers } from '../database/access'
import { addProjectsToPlan, movePlanItem, removePlanItem, savePlanHeader, savePlanItem } from './commands'
import { readPlan, readYears } from './reader'

const done = { done: true } as const

export const plansHandlers: AreaHandlers<typeof plansContract> = {
  years: readYears,
  get: async (reader, { year, programme }) => {
    const { rowVersion, header, view } = await readPlan(reader, year, programme)
    return {
      year,
      programme,
      rowVersion,
      header,
      items: view.items.map((item) => ({
        ...item,
        beneficiaries: item.beneficiaries.map((one) => ({ ...one })),
        places: [...item.places],
      })),
      groups: view.groups.map((group) => ({
        key: group.key,
        itemIds: group.items.map((item) => item.id),
        amounts: group.amounts,
      })),
      amounts: view.amounts,
      checks: checkPlan(view),
    }
  },
  saveHeader: savePlanHeader,
  addProjects: addProjectsToPlan,
  saveItem: async (writer, input) => {
    await savePlanItem(writer, input)
    return done
  },
  moveItem: async (writer, input) => {
    await movePlanItem(writer, input)
    return done
  },
  removeItem: async (writer, { itemId }) => {
    await removePlanItem(writer, itemId)
    return done
  },
}
