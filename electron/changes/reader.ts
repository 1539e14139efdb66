// What can be asked of change requests: the list, and one whole with who decides, what it would do and what is questionable.
import type { ChangeRequest, ChangeRow } from '../../shared/contract/changes'
import type { Authority } from '../../shared/domain/changeAuthority'
import type { ChangeItemKind, ChangeOutcome, ChangeState } from '../../shared/domain/changes'
import { confidenceMark } from '../../shared/domain/confidence'
import { daysBetween } from '../../shared/vietnamese/dates'
import { fold } from '../../shared/vietnamese/fold'
import type { Reader } from '../database/access'
import { comparisonNames } from '../projects/comparisonNames'
import { checksOf } from './checks'
import { readItem } from './itemReader'
import { inWords, type JudgedItem, judgeItem, requestParts } from './judging'
import { type PlanEffect, planEffects, sourceEffects } from './planEffects'
import { type AuthorityName, authorityNames, type ChangeServices } from './services'
import { shiftOf } from './shifts'
import { readStored, type StoredRequest } from './stored'

async function judgeAll(
  reader: Reader,
  services: ChangeServices,
  request: StoredRequest,
): Promise<{ readonly items: JudgedItem[]; readonly date: string }> {
  const date = request.letter.letterDate ?? reader.today
  const contents = request.items.flatMap(({ asked, approved }) => [asked, approved].filter((one) => one !== null))
  const names = await comparisonNames(reader, services, contents)
  const items: JudgedItem[] = []
  for (const item of request.items)
    items.push(await judgeItem(reader, item, { rules: services.authorities(), date, names }))
  return { items, date }
}

/** @throws Refusal record.missing */
export async function readChange(reader: Reader, services: ChangeServices, id: number): Promise<ChangeRequest> {
  const request = await readStored(reader, id)
  const { items, date } = await judgeAll(reader, services, request)
  const nameOf = await authorityNames(reader, services)
  const parts = requestParts(items)
  const undecided = request.state === 'draft' || request.state === 'submitted'
  const plans = undecided
    ? await planEffects(
        reader,
        items.map((one) => shiftOf(one, one.asked)),
      )
    : []
  const contents = items.flatMap(({ item, base, asked }) => [base, asked, item.approved].filter((one) => one !== null))
  const names = await comparisonNames(reader, services, contents)
  const shown: ChangeRequest['items'] = []
  for (const judged of items) shown.push(await readItem(reader, judged, names))
  return {
    id,
    rowVersion: request.rowVersion,
    ...request.letter,
    state: request.state,
    submittedOn: request.submittedOn,
    withdrawn: request.withdrawn,
    splitFrom: await splitFrom(reader, request),
    items: shown,
    authorities: parts.flatMap(({ authority, rules, changes }) =>
      rules.map((rule) => ({
        authority,
        name: nameOf(authority, date),
        decidedBy: rule.decidedBy,
        needs: rule.needs,
        legalBasis: rule.legalBasis,
        confidence: rule.confidence,
        mark: confidenceMark(rule.confidence),
        note: rule.note,
        what: changes.filter(({ field }) => field.rule === rule).map(inWords),
      })),
    ),
    mixed: parts.length > 1,
    checks: await checksOf(reader, { request, items, plans, nameOf, date }),
    plans: plans.map(planOut),
    decision: decisionOut(request, nameOf),
  }
}

function planOut({ year, programme, before, after, allocated, leftBefore, leftAfter }: PlanEffect) {
  return { year, programme, sums: sourceEffects(before, after), allocated, leftBefore, leftAfter }
}

function decisionOut({ decision }: StoredRequest, nameOf: AuthorityName): ChangeRequest['decision'] {
  if (decision === null) return null
  const { id: _inside, ...told } = decision
  return { ...told, authorityName: nameOf(decision.authority, decision.date) }
}

async function splitFrom(reader: Reader, { splitFromId }: StoredRequest): Promise<ChangeRequest['splitFrom']> {
  if (splitFromId === null) return null
  const row = await reader.db
    .selectFrom('change_request')
    .select(['id', 'letter_number'])
    .where('id', '=', splitFromId)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.id, letterNumber: row.letter_number }
}

export interface ChangeQuery {
  readonly year: number | null
  readonly state: ChangeState | null
  readonly projectId: number | null
  readonly text: string
}

/** The newest first. */
export async function listChanges(
  reader: Reader,
  services: ChangeServices,
  input: ChangeQuery,
): Promise<{ total: number; rows: ChangeRow[] }> {
  const { total } = await reader.db
    .selectFrom('change_request')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  let wanted = reader.db
    .selectFrom('change_request as request')
    .leftJoin('change_decision as decision', 'decision.request_id', 'request.id')
  if (input.year !== null) wanted = wanted.where('request.year', '=', input.year)
  if (input.state !== null) wanted = wanted.where('request.state', '=', input.state)
  const { projectId } = input
  if (projectId !== null)
    wanted = wanted.where('request.id', 'in', (inner) =>
      inner.selectFrom('change_item').select('request_id').where('project_id', '=', projectId),
    )
  const rows = await wanted
    .selectAll('request')
    .select(['decision.number', 'decision.date', 'decision.authority'])
    .orderBy('request.id', 'desc')
    .execute()
  const items = await itemsOf(
    reader,
    rows.map(({ id }) => id),
  )
  const nameOf = await authorityNames(reader, services)
  const words = fold(input.text)
    .split(/\s+/)
    .filter((word) => word !== '')
  const shown: ChangeRow[] = []
  for (const row of rows) {
    const own = items.get(row.id) ?? []
    const said = fold(
      [
        row.letter_number,
        row.asked_by,
        row.reason,
        row.number ?? '',
        ...own.flatMap(({ code, name }) => [code, name]),
      ].join(' '),
    )
    if (!words.every((word) => said.includes(word))) continue
    const state = row.state as ChangeState
    shown.push({
      id: row.id,
      rowVersion: row.row_version,
      year: row.year,
      letterNumber: row.letter_number,
      letterDate: row.letter_date,
      askedBy: row.asked_by,
      reason: row.reason,
      state,
      daysWaiting:
        state === 'submitted' && row.submitted_on !== null
          ? Math.max(0, daysBetween(row.submitted_on, reader.today))
          : null,
      items: own,
      outcome: outcomeOf(own.map(({ outcome }) => outcome)),
      authorities:
        row.authority === null
          ? await askedAuthorities(reader, services, row.id, nameOf)
          : [
              {
                authority: row.authority as Authority,
                name: nameOf(row.authority as Authority, row.date ?? reader.today),
              },
            ],
      decisionNumber: row.number ?? '',
      decisionDate: row.date,
    })
  }
  return { total, rows: shown }
}

type ListedItem = ChangeRow['items'][number]

async function itemsOf(reader: Reader, requestIds: readonly number[]): Promise<Map<number, ListedItem[]>> {
  const found = new Map<number, ListedItem[]>()
  if (requestIds.length === 0) return found
  const rows = await reader.db
    .selectFrom('change_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('item.request_id', 'in', requestIds)
    .select(['item.request_id', 'item.kind', 'item.outcome', 'project.id', 'project.code', 'version.name'])
    .orderBy('item.rank')
    .execute()
  for (const row of rows) {
    const item: ListedItem = {
      kind: row.kind as ChangeItemKind,
      projectId: row.id,
      code: row.code,
      name: row.name,
      outcome: row.outcome as ChangeOutcome | null,
    }
    const known = found.get(row.request_id)
    if (known === undefined) found.set(row.request_id, [item])
    else known.push(item)
  }
  return found
}

function outcomeOf(outcomes: readonly (ChangeOutcome | null)[]): ChangeOutcome | null {
  if (outcomes.length === 0 || outcomes.includes(null)) return null
  const [first] = outcomes
  return outcomes.every((one) => one === first) ? (first ?? null) : 'partly'
}

/** Who decides what nobody has decided yet. */
async function askedAuthorities(
  reader: Reader,
  services: ChangeServices,
  id: number,
  nameOf: AuthorityName,
): Promise<ChangeRow['authorities']> {
  const { items, date } = await judgeAll(reader, services, await readStored(reader, id))
  return requestParts(items).map(({ authority }) => ({ authority, name: nameOf(authority, date) }))
}
