// The search over everything; the index itself belongs to the database.
import type { searchContract } from '../../shared/contract/search'
import type { AreaHandlers } from '../database/access'
import { searchEverything } from '../database/searchIndex'

export const searchHandlers: AreaHandlers<typeof searchContract> = {
  everything: (reader, { text, limit }) => searchEverything(reader, text, limit),
}
