// Who sat on councils and at acceptances, kept once to be chosen again.
import type { Writer } from '../database/access'

export async function personId(writer: Writer, name: string, organisation: string): Promise<number> {
  const known = await writer.db
    .selectFrom('person')
    .select('id')
    .where('name', '=', name)
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  if (known !== undefined) return known.id
  const { id } = await writer.db
    .insertInto('person')
    .values({ name, organisation })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
