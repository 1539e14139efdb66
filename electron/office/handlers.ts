// The calls of the area, bound to the catalogues they answer from.
import type { ContentGroupEntry, officeContract } from '../../shared/contract/office'
import type { AreaHandlers } from '../database/access'
import type { AdminUnits } from './adminUnits'
import { saveOffice } from './commands'
import { entryOf, readOwnNormSets, removeNormSet, saveNormSet } from './normSets'
import type { NationalNorms } from './norms'
import { describeAddress } from './places'
import { readOffice } from './reader'

export function officeHandlers(
  units: AdminUnits,
  contentGroups: () => ContentGroupEntry[],
  norms: () => NationalNorms,
  today: () => string,
): AreaHandlers<typeof officeContract> {
  return {
    get: readOffice,
    save: saveOffice,
    contentGroups: async () => contentGroups(),
    provinces: async ({ onDate }) => [...units.provinces(onDate ?? today())],
    communes: async ({ provinceCode }) => [...units.communes(provinceCode, today())],
    normSets: async (reader) => ({ national: norms().sets.map(entryOf), own: await readOwnNormSets(reader) }),
    saveNormSet: (writer, input) => saveNormSet(writer, { units, contentGroups }, input),
    removeNormSet: async (writer, input) => {
      await removeNormSet(writer, input)
      return { done: true }
    },
    resolveAddress: async ({ text, provinceCode }) => describeAddress(units, text, provinceCode),
  }
}
