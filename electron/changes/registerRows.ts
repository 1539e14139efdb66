// The register of adjustments (B9): of each request what it changes field by field, what stood there before, why, who decided.
import type { ComparisonNames } from '../../shared/domain/comparison'
import type { Programme } from '../../shared/domain/projects'
import type { AdjustmentLine } from '../../shared/domain/reportLists'
import { changeItemKindLabels, changeStateLabels, changeRegisterLabels as labels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { comparisonNames } from '../projects/comparisonNames'
import { readVersionContents } from '../projects/contents'
import { changesOf, decidedOf } from './itemReader'
import { type JudgedItem, judged, requestParts } from './judging'
import { authorityNames, type ChangeServices } from './services'
import { readProjectRows } from './standing'
import { readStoredRequests, type StoredRequest } from './stored'

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
  if (ids.length === 0) return []
  const requests = await readStoredRequests(
    reader,
    ids.map(({ id }) => id),
  )
  const times = await timesChanged(reader)
  const items = requests.flatMap((request) => request.items)
  const projects = await readProjectRows(reader, new Set(items.map(({ projectId }) => projectId)))
  const bases = await readVersionContents(reader, [...new Set(items.map(({ baseVersionId }) => baseVersionId))])
  const contents = [...bases.values(), ...items.flatMap(({ asked, approved }) => [asked ?? [], approved ?? []].flat())]
  const names = await comparisonNames(reader, services, contents)
  const nameOf = await authorityNames(reader, services)
  const rules = services.authorities()
  return requests.flatMap((request) => {
    const date = request.letter.letterDate ?? reader.today
    const own = request.items.flatMap((item) => {
      const [project, base] = [projects.get(item.projectId), bases.get(item.baseVersionId)]
      return project === undefined || base === undefined ? [] : [judged(item, project, base, { rules, date, names })]
    })
    const { decision } = request
    const authority =
      decision === null
        ? requestParts(own)
            .flatMap((part) => part.rules.map(() => nameOf(part.authority, date)))
            .join(';\n')
        : nameOf(decision.authority, decision.date)
    return own
      .filter(({ project }) => programme === null || project.programme === programme)
      .flatMap((one) => itemLines(request, one, { names, authority, time: times.get(one.item.id) ?? null }))
  })
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

interface LineParts {
  readonly names: ComparisonNames
  readonly authority: string
  readonly time: number | null
}

/** A decided request shows what was decided, field by field. */
function itemLines(request: StoredRequest, one: JudgedItem, { names, authority, time }: LineParts): AdjustmentLine[] {
  const { item, project, base } = one
  const changes = changesOf(one)
  const decided = decidedOf(one, names)
  const reasonOf = (path: string) => changes.find((change) => change.path === path)?.reason ?? ''
  const general = item.reason === '' ? request.letter.reason : item.reason
  const told =
    item.kind === 'adjust'
      ? (decided.length === 0
          ? changes.map((change) => ({ ...change, to: change.after, refused: false }))
          : decided.map((change) => ({ ...change, to: change.decided, refused: change.outcome === 'refused' }))
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
    projectId: project.id,
    programme: project.programme,
    code: project.code,
    name: base.name,
    time,
    authority,
    paper:
      decision === null
        ? changeStateLabels[request.state]
        : `${decision.number} ngày ${formatDate(decision.date)}${decision.cancelled === null ? '' : ` (${labels.cancelled})`}`,
  }))
}
