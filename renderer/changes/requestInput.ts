// A request as it goes back to the program: the letter, and the items that are not being edited as they were.
import type { InputOf } from '../../shared/contract/call'
import type { ChangeItem, ChangeLetter, ChangeRequest } from '../../shared/contract/changes'
import type { Contract } from '../../shared/contract/index'
import type { ProjectContent } from '../../shared/contract/projects'
import type { ChangeItemKind } from '../../shared/domain/changes'
import { textsOf } from '../../shared/domain/participants'

/** Units are typed as records; their text, which papers print, stays letter for letter while the records do. */
export function withUnitTexts(content: ProjectContent, base: ProjectContent): ProjectContent {
  const { participants, implementingUnit, cooperatingUnits } = base
  const same = JSON.stringify(content.participants) === JSON.stringify(participants)
  return { ...content, ...(same ? { implementingUnit, cooperatingUnits } : textsOf(content.participants)) }
}

type SaveInput = InputOf<Contract['changes']['save']>
export type ItemInput = SaveInput['items'][number]

export function letterOf(request: ChangeRequest): ChangeLetter {
  const { year, letterNumber, letterDate, askedBy, reason, note } = request
  return { year, letterNumber, letterDate, askedBy, reason, note }
}

export function newItem(kind: ChangeItemKind, projectId: number): ItemInput {
  return { id: null, kind, projectId, content: null, reason: '', reasons: [], advanced: null, recovery: null }
}

export function itemAsSaved(item: ChangeItem): ItemInput {
  return {
    id: item.id,
    kind: item.kind,
    projectId: item.project.id,
    content: null,
    reason: item.reason,
    reasons: item.changes.map(({ path, reason }) => ({ path, reason })),
    advanced: item.advanced,
    recovery: item.recovery,
  }
}

export function itemsAsSaved(request: ChangeRequest | null): ItemInput[] {
  return (request?.items ?? []).map(itemAsSaved)
}
