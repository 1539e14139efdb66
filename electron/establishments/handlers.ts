// The calls of the area, bound to the administrative units and contents they need.
import type { establishmentsContract } from '../../shared/contract/establishments'
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { AreaHandlers } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import { removeEstablishment, saveEstablishment } from './commands'
import { declineNeed, listNeeds, removeNeed, reopenNeed, saveNeed } from './needs'
import { makeProjectFromNeeds } from './needsToProject'
import { findDuplicates, listEstablishments, readEstablishment, readSupportHistory } from './reader'

export function establishmentsHandlers(
  units: AdminUnits,
  contentGroups: () => readonly ContentGroupEntry[],
): AreaHandlers<typeof establishmentsContract> {
  return {
    list: (reader, input) => listEstablishments(reader, units, input),
    get: async (reader, { id }) => ({
      id,
      ...(await readEstablishment(reader, id)),
      supportHistory: await readSupportHistory(reader, id),
    }),
    save: (writer, input) => saveEstablishment(writer, units, input),
    remove: async (writer, input) => {
      await removeEstablishment(writer, input)
      return { done: true }
    },
    duplicates: (reader, input) => findDuplicates(reader, units, input),
    needs: (reader, input) => listNeeds(reader, units, input),
    saveNeed,
    removeNeed: async (writer, input) => {
      await removeNeed(writer, input)
      return { done: true }
    },
    declineNeed,
    reopenNeed,
    needsToProject: (writer, input) => makeProjectFromNeeds(writer, units, contentGroups(), input),
  }
}
