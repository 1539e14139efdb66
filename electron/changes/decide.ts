// A decision on a request: in one transaction the next version of every đề án it approves, the plan's lines, and the record.
import type { ItemDecision } from '../../shared/contract/changes'
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import { assertNever } from '../../shared/domain/assertNever'
import { type Authority, authorities } from '../../shared/domain/changeAuthority'
import { applyChanges, type ComparisonNames, compareContents } from '../../shared/domain/comparison'
import type { Programme } from '../../shared/domain/projects'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { draftAppendix } from '../contracts/appendices'
import type { Writer } from '../database/access'
import { comparisonNames } from '../projects/comparisonNames'
import { addDecidedVersion } from '../projects/decidedVersions'
import { overRecovery } from './advances'
import { appendixFacts } from './appendixFacts'
import { refuseOutdated, settledContent, type Which } from './commands'
import { inWords, type JudgedItem, judgeContents, judgeItem, requestParts } from './judging'
import { overAllocation, planEffects } from './planEffects'
import { addSupplement, addToAllocation, markPlanItems } from './planLines'
import { authorityNames, type ChangeServices } from './services'
import { shiftOf } from './shifts'
import { raise, requestIn, whyNotAsk } from './standing'
import { stopProject } from './stopping'
import type { StoredRequest } from './stored'

export interface DecisionInput extends Which {
  readonly number: string
  readonly date: PlainDate
  readonly signer: string
  readonly authority: Authority | null
  readonly items: readonly ItemDecision[]
  readonly addedAllocation: { readonly programme: Programme; readonly year: number; readonly amount: number } | null
  readonly overReason: string
}

export interface MadeVersion {
  readonly itemId: number
  readonly projectId: number
  readonly versionId: number
}

/** One item with what was decided of it. */
interface Verdict {
  readonly judged: JudgedItem
  readonly decision: ItemDecision
  /** null: nothing of it was approved. */
  readonly approved: ProjectContent | null
}

/**
 * @throws Refusal record.conflict, step.not-allowed, input.invalid, change.outdated, change.warned (without a reason),
 * rule.contradiction
 */
export async function decideChange(
  writer: Writer,
  services: ChangeServices,
  input: DecisionInput,
): Promise<{ rowVersion: number; versions: MadeVersion[] }> {
  const request = await requestIn(writer, input, 'submitted')
  refuseEarly(request, input.date)
  const verdicts = await weigh(writer, services, request, input)
  const decidedBy = authorityOf(
    verdicts.map(({ judged }) => judged),
    input,
  )
  await refuseImpossible(writer, verdicts, input.date)
  const warnings = await warningsOf(writer, services, verdicts, { ...input, authority: decidedBy })
  if (warnings.length > 0 && input.overReason === '')
    throw new Refusal('change.warned', warnings.join(' '), [
      { path: 'overReason', message: 'Phải ghi lý do vẫn tiếp tục.' },
    ])
  const { id: decisionId } = await writer.db
    .insertInto('change_decision')
    .values({
      request_id: request.id,
      number: input.number,
      date: input.date,
      signer: input.signer,
      authority: decidedBy,
      warnings: warnings.join('\n'),
      over_reason: warnings.length === 0 ? '' : input.overReason,
      cancelled_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (input.addedAllocation !== null) {
    const issuer = (await authorityNames(writer, services))(decidedBy, input.date)
    await addToAllocation(writer, decisionId, input.addedAllocation, { ...input, issuer })
  }
  const contents = verdicts.flatMap(({ judged, approved }) => (approved === null ? [] : [judged.base, approved]))
  const names = await comparisonNames(writer, services, contents)
  const versions: MadeVersion[] = []
  for (const verdict of verdicts) {
    const versionId = await carryOut(writer, verdict, { ...input, names })
    if (versionId !== null)
      versions.push({ itemId: verdict.judged.item.id, projectId: verdict.judged.project.id, versionId })
  }
  const rowVersion = await raise(writer, request)
  await writer.db.updateTable('change_request').set({ state: 'decided' }).where('id', '=', request.id).execute()
  return { rowVersion, versions }
}

function refuseEarly({ letter, submittedOn }: StoredRequest, date: PlainDate): void {
  const say = (than: string, day: PlainDate): never => {
    throw new Refusal('input.invalid', '', [
      {
        path: 'date',
        message: `Quyết định ghi ngày ${formatDate(date)}, sớm hơn ${than} (${formatDate(day)}); hãy xem lại một trong hai ngày.`,
      },
    ])
  }
  if (letter.letterDate !== null && date < letter.letterDate) say('văn bản đề nghị', letter.letterDate)
  if (submittedOn !== null && date < submittedOn) say('ngày trình', submittedOn)
}

async function weigh(
  writer: Writer,
  services: ChangeServices,
  request: StoredRequest,
  input: DecisionInput,
): Promise<Verdict[]> {
  const problems: FieldProblem[] = []
  input.items.forEach(({ itemId }, index) => {
    if (!request.items.some(({ id }) => id === itemId))
      problems.push({ path: `items.${index}.itemId`, message: 'Dòng này không thuộc đề nghị.' })
    else if (input.items.findIndex((one) => one.itemId === itemId) !== index)
      problems.push({ path: `items.${index}.itemId`, message: 'Dòng này đã có ở trên.' })
  })
  const missing = request.items.find(({ id }) => !input.items.some(({ itemId }) => itemId === id))
  if (missing !== undefined)
    problems.push({
      path: 'items',
      message: 'Còn đề án chưa nói duyệt hay không duyệt; đề án không được duyệt thì chọn “Không duyệt”.',
    })
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
  const judging = { rules: services.authorities(), date: request.letter.letterDate ?? writer.today }
  const settle = (content: ProjectContent, { project, base }: JudgedItem, index: number) =>
    settledContent(writer, content, { project, before: base, path: `items.${index}` })
  const verdicts: Verdict[] = []
  for (const [index, decision] of input.items.entries()) {
    const item = request.items.find(({ id }) => id === decision.itemId)
    if (item === undefined) continue
    const judged = await judgeItem(writer, item, judging)
    const approved = approvedOf(judged, decision, index)
    verdicts.push({
      judged,
      decision,
      approved: approved === null || item.kind === 'stop' ? approved : await settle(approved, judged, index),
    })
  }
  return verdicts
}

/** What the đề án says once this was decided; null where nothing was approved. */
function approvedOf(judged: JudgedItem, decision: ItemDecision, index: number): ProjectContent | null {
  const path = `items.${index}`
  const wrong = (field: string, message: string) =>
    new Refusal('input.invalid', '', [{ path: `${path}.${field}`, message }])
  switch (decision.outcome) {
    case 'refused':
      return null
    case 'approved':
      if (decision.refused.length > 0 || decision.content !== null)
        throw wrong('outcome', 'Duyệt như đề nghị thì không có chỗ bị bỏ hay sửa; hãy chọn “Duyệt một phần”.')
      // Drafted again on another's decision, nothing may be left of what was asked.
      if (judged.item.kind === 'adjust' && judged.comparison.changes.length === 0)
        throw wrong('outcome', 'Không còn gì khác bản đang có hiệu lực; hãy chọn “Không duyệt”.')
      return judged.asked
    case 'partly': {
      if (judged.item.kind === 'stop') throw wrong('outcome', 'Ngừng triển khai thì hoặc duyệt, hoặc không duyệt.')
      const paths = judged.comparison.changes.map((change) => change.path)
      const unknown = decision.refused.find((one) => !paths.includes(one))
      if (unknown !== undefined) throw wrong('refused', `Đề nghị không có chỉ tiêu “${unknown}”.`)
      const kept = new Set(paths.filter((one) => !decision.refused.includes(one)))
      const approved = decision.content ?? applyChanges(judged.base, judged.asked, kept)
      if (decision.content !== null && judged.item.kind === 'adjust') {
        const still = new Set(compareContents(judged.base, approved).changes.map((change) => change.path))
        const both = decision.refused.find((one) => still.has(one))
        if (both !== undefined)
          throw wrong(
            'content',
            `Chỉ tiêu “${both}” ghi là không duyệt nhưng nội dung được duyệt vẫn thay đổi chỗ này.`,
          )
      }
      if (judged.item.kind === 'adjust' && compareContents(judged.base, approved).changes.length === 0)
        throw wrong('outcome', 'Không còn gì khác bản đang có hiệu lực; hãy chọn “Không duyệt”.')
      if (compareContents(judged.asked, approved).changes.length === 0)
        throw wrong('outcome', 'Duyệt đúng như đề nghị; hãy chọn “Duyệt như đề nghị”.')
      return approved
    }
    default:
      return assertNever(decision.outcome, 'Every outcome is handled')
  }
}

function authorityOf(items: readonly JudgedItem[], { authority }: DecisionInput): Authority {
  if (authority !== null) return authority
  const parts = requestParts(items)
  const [only, another] = parts
  if (only !== undefined && another === undefined) return only.authority
  throw new Refusal('input.invalid', '', [
    {
      path: 'authority',
      message:
        only === undefined
          ? 'Không có quy định nào cho ngày này; hãy chọn cấp đã quyết định.'
          : 'Đề nghị này thuộc nhiều cấp quyết định; hãy tách đề nghị, hoặc chọn cấp đã quyết định.',
    },
  ])
}

async function refuseImpossible(writer: Writer, verdicts: readonly Verdict[], date: PlainDate): Promise<void> {
  for (const { judged, approved } of verdicts) {
    if (approved === null) continue
    const { item, project } = judged
    await refuseOutdated(writer, item)
    const why = await whyNotAsk(writer, item.kind, project)
    if (why !== null) throw new Refusal('step.not-allowed', why)
    if (item.kind === 'supplement') continue
    const base = await writer.db
      .selectFrom('project_version')
      .select(['decision_date', 'decision_number'])
      .where('id', '=', item.baseVersionId)
      .executeTakeFirstOrThrow()
    if (base.decision_date !== null && date < base.decision_date)
      throw new Refusal('input.invalid', '', [
        {
          path: 'date',
          message: `Quyết định ghi ngày ${formatDate(date)}, sớm hơn quyết định ${base.decision_number} ngày ${formatDate(base.decision_date)} đang có hiệu lực với đề án ${project.code}.`,
        },
      ])
  }
}

async function warningsOf(
  writer: Writer,
  services: ChangeServices,
  verdicts: readonly Verdict[],
  input: DecisionInput & { readonly authority: Authority },
): Promise<string[]> {
  const judging = { rules: services.authorities(), date: input.date }
  const nameOf = await authorityNames(writer, services)
  const approved = verdicts.flatMap(({ judged, approved: content }): JudgedItem[] =>
    content === null
      ? []
      : [
          judged.item.kind === 'adjust'
            ? { ...judged, ...judgeContents(judged.project, judged.base, content, judging) }
            : judged,
        ],
  )
  // Who may decide more may decide less: only what is above the deciding authority is questioned.
  const rank = authorities.indexOf(input.authority)
  const elsewhere = requestParts(approved).filter(({ authority }) => authorities.indexOf(authority) < rank)
  const words = elsewhere.map(
    ({ authority, changes }) =>
      `Thuộc thẩm quyền của ${nameOf(authority, input.date)}: ${changes.map(inWords).join('; ')}.`,
  )
  const shifts = verdicts.flatMap(({ judged, approved: content }) =>
    content === null ? [] : [shiftOf(judged, content)],
  )
  const added = input.addedAllocation
  for (const effect of await planEffects(writer, shifts)) {
    const more = added !== null && added.year === effect.year && added.programme === effect.programme ? added.amount : 0
    const over = overAllocation({
      ...effect,
      allocated: effect.allocated + more,
      leftAfter: effect.leftAfter + more,
    })
    if (over !== null) words.push(`Nếu duyệt như vậy thì ${over}`)
  }
  for (const { judged, decision, approved: content } of verdicts) {
    if (content === null || judged.item.kind !== 'stop') continue
    const over = await overRecovery(writer, judged, decision.recovery ?? judged.item.recovery)
    if (over !== null) words.push(over)
  }
  return words
}

/** Answers the version made, where one was. */
async function carryOut(
  writer: Writer,
  { judged, decision, approved }: Verdict,
  { names, ...input }: DecisionInput & { readonly names: ComparisonNames },
): Promise<number | null> {
  const { item, project } = judged
  const decided = { number: input.number, date: input.date }
  let versionId: number | null = null
  if (approved !== null)
    switch (item.kind) {
      case 'adjust':
        versionId = await addDecidedVersion(writer, project.id, {
          content: approved,
          stage: 'adjusted',
          decision: decided,
          answersFrom: item.baseVersionId,
        })
        await draftAppendix(writer, appendixFacts(judged.base, approved, { ...decided, projectId: project.id, names }))
        break
      case 'supplement':
        versionId = await addSupplement(writer, {
          judged,
          approved: decision.outcome === 'partly' ? approved : null,
          decided,
        })
        break
      case 'stop':
        await stopProject(writer, project, decided, item.reason)
        await markPlanItems(writer, project.id, { onDate: input.date, changeItemId: item.id, kind: 'ended' })
        break
      default:
        assertNever(item.kind, 'Every kind of item is handled')
    }
  for (const path of decision.outcome === 'partly' ? new Set(decision.refused) : [])
    await writer.db.insertInto('change_refusal').values({ item_id: item.id, path }).execute()
  await writer.db
    .updateTable('change_item')
    .set({
      outcome: decision.outcome,
      outcome_note: decision.note,
      approved: approved === null || item.kind === 'stop' ? null : JSON.stringify(approved),
      made_version_id: versionId,
      ...(item.kind === 'stop' && approved !== null && decision.recovery !== null
        ? { recovery: decision.recovery }
        : {}),
    })
    .where('id', '=', item.id)
    .execute()
  return versionId
}
