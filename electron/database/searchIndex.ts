// The folded words of every record, in FTS5: the search over everything and the search inside a list read the same index.
import { type Expression, type SqlBool, sql } from 'kysely'
import type { SearchHit } from '../../shared/contract/search'
import { fold, foldTokens } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from './access'

/** Requests of change are found by what they are about, without words of their own. */
export type SearchKind = Exclude<SearchHit['kind'], 'change'>

export interface SearchEntry {
  readonly kind: SearchKind
  readonly refId: number
  readonly title: string
  readonly detail: string
}

export async function writeSearchEntry(writer: Writer, entry: SearchEntry): Promise<void> {
  const texts = {
    title: entry.title,
    detail: entry.detail,
    title_fold: fold(entry.title),
    detail_fold: fold(entry.detail),
  }
  await writer.db
    .insertInto('search_entry')
    .values({ kind: entry.kind, ref_id: entry.refId, ...texts })
    .onConflict((conflict) => conflict.columns(['kind', 'ref_id']).doUpdateSet(texts))
    .execute()
}

export async function removeSearchEntry(writer: Writer, kind: SearchKind, refId: number): Promise<void> {
  await writer.db.deleteFrom('search_entry').where('kind', '=', kind).where('ref_id', '=', refId).execute()
}

/** Every word typed must begin a word of the record. Null when nothing searchable was typed. */
export function matchExpression(text: string): string | null {
  const tokens = foldTokens(text)
  return tokens.length === 0 ? null : tokens.map((token) => `"${token}"*`).join(' ')
}

/** Ids of one kind that match, as a subquery for lists. */
export function matchingIds(kind: SearchKind, match: string): Expression<number> {
  return sql<number>`(SELECT e.ref_id FROM search_index i JOIN search_entry e ON e.id = i.rowid
    WHERE i.search_index MATCH ${match} AND e.kind = ${kind})`
}

export function matchesSearch(column: Expression<number>, kind: SearchKind, match: string): Expression<SqlBool> {
  return sql<SqlBool>`${column} IN ${matchingIds(kind, match)}`
}

/** More candidates than answers, so that an exact spelling or a beginning can be put first. */
const candidatesPerAnswer = 5

export async function searchEverything(reader: Reader, text: string, limit: number): Promise<SearchHit[]> {
  const match = matchExpression(text)
  if (match === null) return []
  const rows = await reader.db
    .selectFrom('search_entry as entry')
    .innerJoin('search_index as found', 'found.rowid', 'entry.id')
    .where(sql<SqlBool>`found.search_index MATCH ${match}`)
    .select(['entry.kind', 'entry.ref_id as id', 'entry.title', 'entry.detail', 'entry.title_fold'])
    .limit(limit * candidatesPerAnswer)
    .execute()
  const typed = text.toLocaleLowerCase('vi')
  const folded = fold(text)
  const score = (row: (typeof rows)[number]) =>
    (row.title.toLocaleLowerCase('vi').includes(typed) ? 0 : 2) + (row.title_fold.startsWith(folded) ? 0 : 1)
  return rows
    .map((row, order) => ({ row, order, score: score(row) }))
    .sort((a, b) => a.score - b.score || a.order - b.order)
    .slice(0, limit)
    .map(({ row }) => ({ kind: row.kind as SearchKind, id: row.id, title: row.title, detail: row.detail }))
}

/** Makes the index over the entries anew, whatever state it was in. */
export async function rebuildSearchIndex({ db }: Writer): Promise<void> {
  await sql`INSERT INTO search_index (search_index) VALUES ('rebuild')`.execute(db)
}
