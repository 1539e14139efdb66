// Change requests found by the number of their letter, or by a đề án they are about.
import { sql } from 'kysely'
import type { SearchHit } from '../../shared/contract/search'
import type { ChangeState } from '../../shared/domain/changes'
import { changeLabels, changeStateLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { matchExpression, matchingIds } from '../database/searchIndex'

/** A đề án is asked to change many times: only the newest requests about it are offered. */
const offered = 5

export async function searchChangeRequests(reader: Reader, text: string): Promise<SearchHit[]> {
  const match = matchExpression(text)
  if (match === null) return []
  const numbered = sql<number>`instr(lower(letter_number), lower(${text.trim()})) > 0`
  const rows = await reader.db
    .selectFrom('change_request')
    .select(['id', 'letter_number', 'letter_date', 'state', 'reason'])
    .where(
      sql<boolean>`(${numbered} OR id IN (SELECT request_id FROM change_item WHERE project_id IN ${matchingIds('project', match)}))`,
    )
    .orderBy(numbered, 'desc')
    .orderBy('id', 'desc')
    .limit(offered)
    .execute()
  return rows.map((row) => {
    const on = row.letter_date === null ? '' : ` ngày ${formatDate(row.letter_date)}`
    return {
      kind: 'change',
      id: row.id,
      title: `${changeLabels.one} ${row.letter_number === '' ? 'chưa có số' : row.letter_number}${on}`,
      detail: [changeStateLabels[row.state as ChangeState], row.reason].filter((one) => one !== '').join(' · '),
    }
  })
}
