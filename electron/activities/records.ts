// What every record of the area shares: read before it is changed, searched by its folded words, refused in words.
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import { foldTokens } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from '../database/access'

const words = { vote_round: 'kỳ bình chọn', vote_product: 'sản phẩm bình chọn', activity: 'hoạt động' } as const
export type ActivityRecord = keyof typeof words

export interface SavedRecord {
  readonly id: number
  readonly rowVersion: number
}

/** The reading a save is made against: 0 for a new record. @throws Refusal record.missing, record.conflict */
export async function readingOf(
  writer: Writer,
  table: ActivityRecord,
  { id, rowVersion }: { readonly id: number | null; readonly rowVersion: number | null },
): Promise<number> {
  if (id === null) return 0
  const row = await writer.db.selectFrom(table).select('row_version').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', words[table])
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return row.row_version
}

export function missing(table: ActivityRecord): Refusal {
  return new Refusal('record.missing', words[table])
}

/** Problems of a part, told at its place in the whole input. */
export function refuseContradictions(place: string, problems: readonly FieldProblem[]): void {
  const [first] = problems
  if (first === undefined) return
  const fields = problems.map(({ path, message }) => ({ path: `${place}.${path}`, message }))
  throw new Refusal('rule.contradiction', first.message, fields)
}

/** @throws Refusal input.invalid */
export async function knownEstablishments(
  writer: Writer,
  ids: readonly (number | null)[],
  pathOf: (index: number) => string,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    if (id === null) continue
    const found = await writer.db.selectFrom('establishment').select('id').where('id', '=', id).executeTakeFirst()
    if (found === undefined)
      throw new Refusal('input.invalid', '', [{ path: pathOf(index), message: 'Không còn cơ sở này trong danh sách.' }])
  }
}

/** A space before each word, so that a search finds beginnings of words. */
export function searchedWords(texts: readonly string[]): string {
  return texts
    .flatMap(foldTokens)
    .map((word) => ` ${word}`)
    .join('')
}

/** Patterns that must all be found; null where nothing searchable was typed: that finds nothing rather than everything. */
export function wantedPatterns(text: string): readonly string[] | null {
  const tokens = foldTokens(text)
  if (tokens.length === 0) return text === '' ? [] : null
  return tokens.map((token) => `% ${token}%`)
}

export async function projectOf(
  reader: Reader,
  id: number | null,
): Promise<{ id: number; code: string; name: string } | null> {
  if (id === null) return null
  const row = await reader.db
    .selectFrom('project')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .select(['project.id', 'project.code', 'version.name'])
    .where('project.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
