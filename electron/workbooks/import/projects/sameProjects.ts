// When two lines, or a line and a record, are the same đề án.
import { nameKey } from '../../../../shared/domain/identity'
import type { ExistingProject } from '../records/recordsOnFile'
import type { PlanDraft } from './planItem'

export type SameProject =
  | { readonly kind: 'record'; readonly of: ExistingProject }
  | { readonly kind: 'row'; readonly of: PlanDraft }

function projectKey(name: string, beneficiaries: readonly string[]): string {
  return [nameKey(name), ...beneficiaries.map(nameKey).sort()].join('|')
}

/** The same đề án: the same code, or in one year and programme the same name with the same beneficiaries. */
export function findSameProjects(
  drafts: readonly PlanDraft[],
  existing: readonly ExistingProject[],
): Map<string, SameProject> {
  const byCode = new Map(existing.map((one) => [one.code, one]))
  const byKey = new Map<string, ExistingProject>()
  const byName = new Map<string, ExistingProject[]>()
  for (const one of existing) {
    const scope = `${one.planYear}|${one.programme}`
    byKey.set(`${scope}|${projectKey(one.name, one.beneficiaries)}`, one)
    const name = `${scope}|${nameKey(one.name)}`
    byName.set(name, [...(byName.get(name) ?? []), one])
  }
  const drafted = new Map<string, number>()
  for (const { year, programme, name } of drafts) {
    const key = `${year}|${programme}|${nameKey(name)}`
    drafted.set(key, (drafted.get(key) ?? 0) + 1)
  }
  const rows = new Map<string, PlanDraft>()
  const found = new Map<string, SameProject>()
  for (const draft of drafts) {
    const scope = `${draft.year}|${draft.programme}`
    const key = `${scope}|${projectKey(
      draft.name,
      draft.beneficiaries.map(({ name }) => name),
    )}`
    const name = `${scope}|${nameKey(draft.name)}`
    const sameName = byName.get(name) ?? []
    const record =
      (draft.code === '' ? undefined : byCode.get(draft.code)) ??
      byKey.get(key) ??
      (sameName.length === 1 && drafted.get(name) === 1 ? sameName[0] : undefined)
    const row = draft.name === '' ? undefined : rows.get(key)
    if (record !== undefined) found.set(draft.key, { kind: 'record', of: record })
    else if (row !== undefined) found.set(draft.key, { kind: 'row', of: row })
    if (row === undefined) rows.set(key, draft)
  }
  return found
}
