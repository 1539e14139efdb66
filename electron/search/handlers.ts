// The search over everything; the index itself belongs to the database.
import type { searchContract } from '../../shared/contract/search'
import type { AreaHandlers } from '../database/access'
import { searchEverything } from '../database/searchIndex'
import { searchChangeRequests } from './changeRequests'

export const searchHandlers: AreaHandlers<typeof searchContract> = {
  everything: async (reader, { text, limit }) => {
    const [records, changes] = [await searchEverything(reader, text, limit), await searchChangeRequests(reader, text)]
    const room = Math.max(limit - changes.length, Math.ceil(limit / 2))
    return [...records.slice(0, room), ...changes].slice(0, limit)
  },
}
