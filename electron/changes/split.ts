// A request that mixes authorities split into one for each: what goes to the highest stays, the rest gets requests of its own.
import { Refusal } from '../../shared/contract/errors'
import { applyChanges } from '../../shared/domain/comparison'
import type { Writer } from '../database/access'
import { insertItem, settledContent, type Which, writeReasons } from './commands'
import { type AskedField, type JudgedItem, judgeItem, requestParts } from './judging'
import { authorityNames, type ChangeServices } from './services'
import { raise, requestIn } from './standing'
import type { StoredRequest } from './stored'

/** @throws Refusal record.conflict, step.not-allowed (decided, or one authority alone), rule.contradiction */
export async function splitChange(
  writer: Writer,
  services: ChangeServices,
  input: Which,
): Promise<{ rowVersion: number; ids: number[] }> {
  const request = await requestIn(writer, input, 'draft', 'submitted')
  const judging = { rules: services.authorities(), date: request.letter.letterDate ?? writer.today }
  const judged: JudgedItem[] = []
  for (const item of request.items) judged.push(await judgeItem(writer, item, judging))
  const [first, ...others] = requestParts(judged)
  if (first === undefined || others.length === 0)
    throw new Refusal('step.not-allowed', 'cả đề nghị thuộc một cấp quyết định nên không cần tách.')
  const ids: number[] = []
  try {
    for (const part of others) ids.push(await branchOff(writer, request, partItems(judged, part.changes)))
    await keepOnly(writer, partItems(judged, first.changes), request)
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== 'rule.contradiction') throw error
    const highest = (await authorityNames(writer, services))(first.authority, judging.date)
    const why = error.problem.fields[0]?.message ?? error.message
    throw new Refusal(
      'step.not-allowed',
      `có phần không đứng riêng được (${why}) Hãy để cả đề nghị cho cấp cao nhất quyết định: ${highest}.`,
    )
  }
  return { rowVersion: await raise(writer, request), ids: [request.id, ...ids] }
}

interface PartItem {
  readonly judged: JudgedItem
  readonly paths: ReadonlySet<string>
}

function partItems(items: readonly JudgedItem[], fields: readonly AskedField[]): PartItem[] {
  return items.flatMap((judged): PartItem[] => {
    const own = fields.filter((one) => one.judged === judged)
    if (own.length === 0) return []
    return [{ judged, paths: new Set(own.flatMap(({ field }) => (field.change === null ? [] : [field.change.path]))) }]
  })
}

/** What is asked of the item in this part alone. */
async function askedPart(writer: Writer, { judged, paths }: PartItem): Promise<string | null> {
  const { item, project, base, asked } = judged
  if (item.kind !== 'adjust') return null
  const content = applyChanges(base, asked, paths)
  return JSON.stringify(await settledContent(writer, content, { project, before: base, path: 'content' }))
}

const reasonsOf = ({ judged, paths }: PartItem) =>
  [...judged.item.reasons].filter(([path]) => paths.has(path)).map(([path, reason]) => ({ path, reason }))

async function branchOff(writer: Writer, request: StoredRequest, items: readonly PartItem[]): Promise<number> {
  const { letter } = request
  const { id } = await writer.db
    .insertInto('change_request')
    .values({
      year: letter.year,
      letter_number: letter.letterNumber,
      letter_date: letter.letterDate,
      asked_by: letter.askedBy,
      reason: letter.reason,
      note: letter.note,
      state: request.state,
      submitted_on: request.submittedOn,
      withdrawn_on: null,
      withdrawn_reason: '',
      split_from_id: request.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [rank, part] of items.entries()) {
    const { item } = part.judged
    const { reason, advanced, recovery } = item
    const itemId = await insertItem(writer, {
      requestId: id,
      item,
      baseVersionId: item.baseVersionId,
      columns: { rank, asked: await askedPart(writer, part), reason, advanced, recovery },
    })
    await writeReasons(writer, itemId, reasonsOf(part))
  }
  return id
}

async function keepOnly(writer: Writer, items: readonly PartItem[], request: StoredRequest): Promise<void> {
  for (const item of request.items) {
    const part = items.find(({ judged }) => judged.item.id === item.id)
    if (part === undefined) {
      await writer.db.deleteFrom('change_item').where('id', '=', item.id).execute()
      continue
    }
    await writer.db
      .updateTable('change_item')
      .set({ asked: await askedPart(writer, part) })
      .where('id', '=', item.id)
      .execute()
    await writeReasons(writer, item.id, reasonsOf(part))
  }
}
