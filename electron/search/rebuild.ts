// The words of every record written into the search anew, for a file whose search was lost or is out of date.
import { assertNever } from '../../shared/domain/assertNever'
import { writeActivitySearch } from '../activities/activities'
import { writeRoundSearch } from '../activities/rounds'
import { writeContractSearch } from '../contracts/search'
import type { Writer } from '../database/access'
import type { Schema } from '../database/schema'
import { rebuildSearchIndex, removeSearchEntry, type SearchKind } from '../database/searchIndex'
import { writeEstablishmentSearch } from '../establishments/commands'
import { readEstablishment } from '../establishments/reader'
import type { AdminUnits } from '../office/adminUnits'
import { readProject } from '../projects/reader'
import { writeProjectSearch } from '../projects/searchEntry'

const tables = {
  establishment: 'establishment',
  project: 'project',
  contract: 'contract',
  voteRound: 'vote_round',
  activity: 'activity',
} as const satisfies Record<SearchKind, keyof Schema>

const kinds = Object.keys(tables) as readonly SearchKind[]

async function idsOf({ db }: Writer, kind: SearchKind): Promise<number[]> {
  // The tables are alike in the column asked here, which their types do not say.
  const rows = await db
    .selectFrom(tables[kind] as 'project')
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function write(writer: Writer, units: AdminUnits, kind: SearchKind, id: number): Promise<void> {
  switch (kind) {
    case 'establishment': {
      const { establishment } = await readEstablishment(writer, id)
      return writeEstablishmentSearch(writer, units, { id, code: establishment.code }, establishment)
    }
    case 'project': {
      const { identity, content } = await readProject(writer, id)
      return writeProjectSearch(writer, id, identity, content)
    }
    case 'contract':
      return writeContractSearch(writer, id)
    case 'voteRound':
      return writeRoundSearch(writer, id)
    case 'activity':
      return writeActivitySearch(writer, id)
    default:
      return assertNever(kind, 'every kind of record is found by its words')
  }
}

/** Entries keep their rows, so that an undo of earlier work still finds them. */
export async function rebuildSearch(writer: Writer, units: AdminUnits): Promise<{ entries: number }> {
  // First: an index that does not know its entries could not take their new words.
  await rebuildSearchIndex(writer)
  let entries = 0
  for (const kind of kinds) {
    const ids = await idsOf(writer, kind)
    for (const id of ids) await write(writer, units, kind, id)
    entries += ids.length
    const known = new Set(ids)
    const stale = await writer.db.selectFrom('search_entry').select('ref_id').where('kind', '=', kind).execute()
    for (const { ref_id: refId } of stale) if (!known.has(refId)) await removeSearchEntry(writer, kind, refId)
  }
  return { entries }
}
