// A list of ids as one parameter: the SQL stays the same however many there are, so that its statement is prepared once.
import { sql } from 'kysely'

/** For `in`: the ids as a subquery. */
export function idList(ids: Iterable<number>) {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`
}
