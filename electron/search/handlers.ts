// The search over everything; the index itself belongs to the database.
import type { searchContract } from '../../shared/contract/search'
import type { AreaHandlers } from '../database/access'
import { searchEverything } from '../database/searchIndex'
import type { AdminUnits } from '../office/adminUnits'
import { searchChangeRequests } from './changeRequests'
import { rebuildSearch } from './rebuild'

export function searchHandlers(units: AdminUnits): AreaHandlers<typeof searchContract> {
  return {
    everything: async (reader, { text, limit }) => {
      const [records, changes] = [await searchEverything(reader, text, limit), await searchChangeRequests(reader, text)]
      const room = Math.max(limit - changes.length, Math.ceil(limit / 2))
      return [...records.slice(0, room), ...changes].slice(0, limit)
    },
    rebuild: (writer) => rebuildSearch(writer, units),
  }
}
