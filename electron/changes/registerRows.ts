// The register of adjustments (B9): of each request what it changes field by field, what stood there before, why, who decided.
import type { ChangeItem, ChangeRequest } from '../../shared/contract/changes'
import type { Programme } from '../../shared/domain/projects'
import type { AdjustmentLine } from '../../shared/domain/reportLists'
import { changeItemKindLabels, changeStateLabels, changeRegisterLabels as labels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { readChange } from './reader'
import type { ChangeServices } from './services'

export interface RegisterWanted {
  readonly programme: Programme | null
  /** Requests of a year, whenever they were decided. */
  readonly year?: number
  /** Requests decided in these days, or sent in them and not decided by their end. */
  readonly days?: { readonly from: PlainDate; readonly to: PlainDate }
}

/** Requests that went out, in the order they were made; drafts are nobody's business yet. */
export async function readRegisterRows(
  reader: Reader,
  services: ChangeServices,
  { programme, year, days }: RegisterWanted,
): Promise<AdjustmentLine[]> {
  let wanted = reader.db
    .selectFrom('change_request as request')
    .leftJoin('change_decision as decision', 'decision.request_id', 'request.id')
    .where('request.state', '<>', 'draft')
  if (year !== undefined) wanted = wanted.where('request.year', '=', year)
  if (days !== undefined)
    wanted = wanted.where((where) =>
      where.between(where.fn.coalesce('decision.date', 'request.submitted_on'), days.from, days.to),
    )
  const ids = await wanted.select('request.id').orderBy('request.id').execute()
  const times = ids.length === 0 ? new Map<number, number>() : await timesChanged(reader)
  const lines: AdjustmentLine[] = []
  for (const { id } of ids) {
    const request = await readChange(reader, services, id)
    for (const item of request.items)
      if (programme === null || item.project.programme === programme)
        lines.push(...itemLines(request, item, times.get(item.id) ?? null))
  }
  return lines
}

/** Which time of its đề án a decided item is, counted over all years. */
async function timesChanged(reader: Reader): Promise<Map<number, number>> {
  const decided = await reader.db
    .selectFrom('change_item as item')
    .innerJoin('change_decision as decision', 'decision.request_id', 'item.request_id')
    .where('item.outcome', '!=', 'refused')
    .select(['item.id', 'item.project_id'])
    .orderBy('decision.date')
    .orderBy('item.id')
    .execute()
  const seen = new Map<number, number>()
  return new Map(
    decided.map(({ id, project_id }) => {
      const time = (seen.get(project_id) ?? 0) + 1
      seen.set(project_id, time)
      return [id, time]
    }),
  )
}

/** A decided request shows what was decided, field by field. */
function itemLines(request: ChangeRequest, item: ChangeItem, time: number | null): AdjustmentLine[] {
  const reasonOf = (path: string) => item.changes.find((one) => one.path === path)?.reason ?? ''
  const general = item.reason === '' ? request.reason : item.reason
  const told =
    item.kind === 'adjust'
      ? (item.decided.length === 0
          ? item.changes.map((one) => ({ ...one, to: one.after, refused: false }))
          : item.decided.map((one) => ({ ...one, to: one.decided, refused: one.outcome === 'refused' }))
        ).map(({ path, label, before, to, refused }) => ({
          field: label,
          before: before ?? labels.nothing,
          after: refused ? labels.refused : (to ?? labels.removed),
          reason: reasonOf(path) === '' ? general : reasonOf(path),
        }))
      : [{ field: changeItemKindLabels[item.kind], before: '', after: '', reason: general }]
  const { decision } = request
  return told.map((row) => ({
    ...row,
    itemId: item.id,
    requestId: request.id,
    projectId: item.project.id,
    programme: item.project.programme,
    code: item.project.code,
    name: item.project.name,
    time,
    authority: decision?.authorityName ?? request.authorities.map(({ name }) => name).join(';\n'),
    paper:
      decision === null
        ? changeStateLabels[request.state]
        : `${decision.number} ngày ${formatDate(decision.date)}${decision.cancelled === null ? '' : ` (${labels.cancelled})`}`,
  }))
}
