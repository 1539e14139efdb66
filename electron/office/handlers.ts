// The calls of the area, bound to the catalogues they answer from.
import type { ContentGroupEntry, officeContract } from '../../shared/contract/office'
import type { AreaHandlers } from '../database/access'
import type { AdminUnits } from './adminUnits'
import { saveOffice } from './commands'
import { describeAddress } from './places'
import { readOffice } from './reader'

export function officeHandlers(
  units: AdminUnits,
  contentGroups: () => ContentGroupEntry[],
  today: () => string,
): AreaHandlers<typeof officeContract> {
  return {
    get: readOffice,
    save: saveOffice,
    contentGroups: async () => contentGroups(),
    provinces: async ({ onDate }) => [...units.provinces(onDate ?? today())],
    communes: async ({ provinceCode }) => [...units.communes(provinceCode, today())],
    resolveAddress: async ({ text, provinceCode }) => describeAddress(units, text, provinceCode),
  }
}
