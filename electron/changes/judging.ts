// A request as it is judged: each item compared with its base, each change with the kind it is and who decides it.

import type { ProjectContent } from '../../shared/contract/projects'
import { type AuthorityPart, type AuthorityRule, partsByAuthority, ruleFor } from '../../shared/domain/changeAuthority'
import { type ChangeType, changeTypeOf } from '../../shared/domain/changes'
import {
  type ComparisonNames,
  type ContentChange,
  type ContentComparison,
  codesAsNames,
  compareContents,
} from '../../shared/domain/comparison'
import { budgetTotals, supportSource } from '../../shared/domain/projects'
import { changeItemKindLabels } from '../../shared/labels'
import type { Reader } from '../database/access'
import { readVersionContent } from '../projects/reader'
import { type ProjectOnRecord, readProjectRow } from './standing'
import type { StoredItem } from './stored'

export interface JudgedField {
  /** null: the item as a whole, of a supplement or a stop. */
  readonly change: ContentChange | null
  readonly type: ChangeType
  readonly rule: AuthorityRule | null
}

export interface JudgedItem {
  readonly item: StoredItem
  readonly project: ProjectOnRecord
  readonly base: ProjectContent
  /** What the đề án would say if everything were approved. */
  readonly asked: ProjectContent
  readonly comparison: ContentComparison
  readonly fields: readonly JudgedField[]
}

function typesOf(project: ProjectOnRecord, before: ProjectContent, after: ProjectContent) {
  const own = supportSource(project.programme)
  const facts = {
    planYear: project.planYear,
    endBefore: before.endMonth,
    endAfter: after.endMonth,
    implementerChanges: before.implementingUnit !== after.implementingUnit,
    supportBefore: budgetTotals(before.budget)[own],
    supportAfter: budgetTotals(after.budget)[own],
  }
  return (change: ContentChange) => changeTypeOf(change.group, facts)
}

export interface Judging {
  readonly rules: readonly AuthorityRule[]
  /** The day whose rules hold. */
  readonly date: string
  readonly names?: ComparisonNames
}

export function judgeContents(
  project: ProjectOnRecord,
  before: ProjectContent,
  after: ProjectContent,
  { rules, date, names = codesAsNames }: Judging,
): { comparison: ContentComparison; fields: JudgedField[] } {
  const comparison = compareContents(before, after, names)
  const typeOf = typesOf(project, before, after)
  const fields = comparison.changes.map((change): JudgedField => {
    const type = typeOf(change)
    return { change, type, rule: ruleFor(rules, { ...project, type }, date) }
  })
  return { comparison, fields }
}

export async function judgeItem(reader: Reader, item: StoredItem, judging: Judging): Promise<JudgedItem> {
  const project = await readProjectRow(reader, item.projectId)
  return judged(item, project, await readVersionContent(reader, item.baseVersionId), judging)
}

/** The item beside what it would change. */
export function judged(item: StoredItem, project: ProjectOnRecord, base: ProjectContent, judging: Judging): JudgedItem {
  const asked = item.asked ?? base
  const { comparison, fields } = judgeContents(project, base, asked, judging)
  if (item.kind === 'adjust') return { item, project, base, asked, comparison, fields }
  const type = item.kind
  const whole: JudgedField = { change: null, type, rule: ruleFor(judging.rules, { ...project, type }, judging.date) }
  return { item, project, base, asked, comparison, fields: [whole] }
}

/** One field of one item, as it goes to its authority. */
export interface AskedField {
  readonly judged: JudgedItem
  readonly field: JudgedField
}

export function requestParts(items: readonly JudgedItem[]): AuthorityPart<AskedField>[] {
  return partsByAuthority(
    items.flatMap((judged) => judged.fields.map((field) => ({ change: { judged, field }, rule: field.rule }))),
  )
}

/** "KCDP-2027-001: Dự toán › Máy sấy › Đơn giá" */
export function inWords({ judged: { item, project }, field }: AskedField): string {
  return `${project.code}: ${field.change === null ? changeItemKindLabels[item.kind].toLowerCase() : field.change.label}`
}
