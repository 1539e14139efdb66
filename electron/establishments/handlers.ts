// The calls of the area, bound to the administrative units they need.
import type { establishmentsContract } from '../../shared/contract/establishments'
import type { AreaHandlers } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import { removeEstablishment, saveEstablishment } from './commands'
import { findDuplicates, listEstablishments, readEstablishment, readSupportHistory } from './reader'

export function establishmentsHandlers(units: AdminUnits): AreaHandlers<typeof establishmentsContract> {
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
  }
}
