// Changes: what a decision made is what was in force before it, and what it approved of what was asked.

import type { ProjectContent } from '../../../../shared/contract/projects'
import { applyChanges, compareContents } from '../../../../shared/domain/comparison'
import { formatDate } from '../../../../shared/vietnamese/dates'
import { contentFrom } from '../../../changes/stored'
import type { Reader } from '../../../database/access'
import { readVersionContents } from '../../../projects/contents'
import type { Check, DomainFinding, Names } from './finding'

interface DecidedItem {
  readonly request_id: number
  readonly kind: string
  readonly project_id: number
  readonly id: number
  readonly base_version_id: number
  readonly made_version_id: number | null
  readonly asked: string | null
  readonly approved: string | null
  readonly outcome: string | null
  readonly number: string
  readonly date: string
}

function decidedItems({ db }: Reader): Promise<DecidedItem[]> {
  return db
    .selectFrom('change_item as item')
    .innerJoin('change_decision as decision', 'decision.request_id', 'item.request_id')
    .select(['item.id', 'item.request_id', 'item.kind', 'item.project_id', 'item.base_version_id'])
    .select(['item.made_version_id', 'item.asked', 'item.approved', 'item.outcome'])
    .select(['decision.number', 'decision.date'])
    .orderBy('item.id')
    .execute()
}

const same = (a: ProjectContent, b: ProjectContent) => compareContents(a, b).changes.length === 0

export const decidedChanges: Check = async (reader, names) => {
  const items = await decidedItems(reader)
  const contents = await readVersionContents(
    reader,
    items.flatMap((item) => [item.base_version_id, ...(item.made_version_id === null ? [] : [item.made_version_id])]),
  )
  const refusals = await reader.db.selectFrom('change_refusal').select(['item_id', 'path']).execute()
  return items.flatMap((item) => {
    const where = `Quyết định điều chỉnh ${item.number} ngày ${formatDate(item.date)}, ${names.project(item.project_id)}`
    const refused = new Set(refusals.filter((one) => one.item_id === item.id).map(({ path }) => path))
    return problemsOf(item, refused, contents, names).map(
      (message): DomainFinding => ({ where, message, open: { screen: 'change', id: item.request_id } }),
    )
  })
}

function problemsOf(
  item: DecidedItem,
  refused: ReadonlySet<string>,
  contents: ReadonlyMap<number, ProjectContent>,
  names: Names,
): string[] {
  const problems: string[] = []
  if (names.projectOfVersion(item.base_version_id) !== item.project_id)
    problems.push('Bản làm căn cứ điều chỉnh thuộc một đề án khác.')
  if (item.outcome === null) problems.push('Đã có quyết định nhưng không ghi duyệt hay không duyệt.')
  const base = contents.get(item.base_version_id)
  const made = item.made_version_id === null ? undefined : contents.get(item.made_version_id)
  if (item.kind !== 'adjust' || item.outcome === null) return problems
  if (item.outcome === 'refused') {
    if (made !== undefined) problems.push('Không duyệt mà vẫn có phiên bản mới.')
    return problems
  }
  if (made === undefined || base === undefined || item.approved === null) {
    problems.push('Đã duyệt nhưng không có phiên bản do quyết định lập ra.')
    return problems
  }
  const approved = contentFrom(item.approved)
  if (!same(approved, made)) problems.push('Phiên bản do quyết định lập ra khác nội dung được duyệt.')
  const asked = item.asked === null ? null : contentFrom(item.asked)
  if (asked === null) return problems
  if (item.outcome === 'approved' && !same(asked, approved))
    problems.push('Ghi duyệt như đề nghị nhưng nội dung được duyệt khác nội dung đề nghị.')
  if (item.outcome === 'partly') {
    // A content decided otherwise than by striking out is whatever the decision says; what was struck out stays as it was.
    const struck = new Set(compareContents(base, approved).changes.map(({ path }) => path))
    const still = [...refused].some((path) => struck.has(path))
    const byStriking = applyChanges(
      base,
      asked,
      new Set(
        compareContents(base, asked)
          .changes.map(({ path }) => path)
          .filter((path) => !refused.has(path)),
      ),
    )
    if (still && !same(byStriking, approved))
      problems.push('Chỗ ghi là không duyệt vẫn thay đổi trong nội dung được duyệt.')
  }
  return problems
}

/** What a decision made bears the number and the day of the decision, unless a correction of the step says otherwise. */
export const decidedPapers: Check = async ({ db }, names) => {
  const rows = await db
    .selectFrom('change_item as item')
    .innerJoin('change_decision as decision', 'decision.request_id', 'item.request_id')
    .innerJoin('project_version as version', 'version.id', 'item.made_version_id')
    .where('item.kind', '=', 'adjust')
    .select(['item.request_id', 'item.project_id', 'decision.number', 'decision.date', 'version.locked'])
    .select(['version.decision_number', 'version.decision_date', 'version.project_id as owner'])
    .execute()
  return rows.flatMap((row): DomainFinding[] => {
    const message =
      row.owner !== row.project_id
        ? 'Phiên bản do quyết định lập ra thuộc một đề án khác.'
        : row.locked === 0
          ? 'Phiên bản do quyết định lập ra chưa khóa.'
          : row.decision_number !== row.number || row.decision_date !== row.date
            ? `Phiên bản ghi theo ${row.decision_number}, quyết định là ${row.number}.`
            : null
    if (message === null) return []
    return [
      {
        where: `Quyết định điều chỉnh ${row.number}, ${names.project(row.project_id)}`,
        message,
        open: { screen: 'change', id: row.request_id },
      },
    ]
  })
}
