// What is questionable about a request, in words with what to do: said while it can still be mended, never in the way.
import type { ChangeRequest } from '../../shared/contract/changes'
import { compareContents } from '../../shared/domain/comparison'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Reader } from '../database/access'
import { readVersionContent } from '../projects/reader'
import { openAdvances, overRecovery } from './advances'
import { inWords, type JudgedItem, requestParts } from './judging'
import { overAllocation, type PlanEffect } from './planEffects'
import type { AuthorityName } from './services'
import { whyNotAsk } from './standing'
import { contentFrom, type StoredRequest, versionInForce } from './stored'

type Check = ChangeRequest['checks'][number]

export interface ToCheck {
  readonly request: StoredRequest
  readonly items: readonly JudgedItem[]
  readonly plans: readonly PlanEffect[]
  readonly nameOf: AuthorityName
  readonly date: string
}

export async function checksOf(reader: Reader, { request, items, plans, nameOf, date }: ToCheck): Promise<Check[]> {
  if (request.state !== 'draft' && request.state !== 'submitted') return []
  const checks: Check[] = []
  const say = (message: string, about: Partial<Omit<Check, 'message'>> = {}) =>
    checks.push({ severity: 'warning', itemId: null, path: null, ...about, message })
  if (items.length === 0) say('Đề nghị chưa có đề án nào: chọn đề án cần điều chỉnh, bổ sung hoặc ngừng.')
  const parts = requestParts(items)
  if (parts.length > 1)
    say(
      `Đề nghị này thuộc ${parts.length} cấp quyết định: ${parts
        .map(({ authority, changes }) => `${nameOf(authority, date)} (${changes.length} chỗ)`)
        .join(', ')}. Hãy tách thành mỗi cấp một đề nghị, hoặc để cấp cao nhất quyết định cả.`,
    )
  for (const judged of items) {
    const { item, project, fields } = judged
    const about = { itemId: item.id }
    const why = await whyNotAsk(reader, item.kind, project)
    if (why !== null) say(`Nay không quyết định được nữa: ${why}`, { ...about, severity: 'contradiction' })
    const inForce = item.kind === 'supplement' ? null : await versionInForce(reader, project.id)
    if (inForce !== null && inForce.versionId !== item.baseVersionId)
      say(
        `Đề án ${project.code} nay có bản ${inForce.number}${inForce.decisionDate === null ? '' : ` theo quyết định ngày ${formatDate(inForce.decisionDate)}`}; đề nghị này soạn từ bản cũ. Hãy bấm “Làm lại trên bản hiện hành”.`,
        { ...about, severity: 'contradiction' },
      )
    if (item.kind === 'adjust' && fields.length === 0)
      say(`Đề án ${project.code} chưa có gì khác bản đang có hiệu lực.`, about)
    if (fields.some(({ rule }) => rule === null))
      say(`Không có quy định về cấp quyết định cho ngày ${formatDate(date)}; khi ghi quyết định hãy tự chọn.`, about)
    if (item.kind === 'stop') {
      for (const words of await stillToRecover(reader, judged)) say(words, about)
      const over = await overRecovery(reader, judged, item.recovery)
      if (over !== null) say(over, about)
    }
    for (const { path, message } of await overlaps(reader, judged)) say(message, { ...about, path })
  }
  for (const plan of plans) {
    const over = overAllocation(plan)
    if (over !== null) say(`Nếu được duyệt như đề nghị thì ${over}`)
  }
  return checks
}

async function stillToRecover(reader: Reader, { item, project }: JudgedItem): Promise<string[]> {
  const dong = (amount: number) => `${formatMoney(amount)} đồng`
  const open = (await openAdvances(reader, project.id)).filter(({ given, recovered }) => given > recovered)
  if (open.length === 0 && item.advanced !== null && item.advanced > 0 && item.recovery === null)
    return [`Đề án ${project.code} đã tạm ứng ${dong(item.advanced)}; hãy ghi số phải thu hồi.`]
  return open.map(({ level, given, recovered }) => {
    const left = dong(given - recovered)
    return level === 'received'
      ? `Đề án ${project.code} đã nhận ${dong(given)} theo hợp đồng với cơ quan giao, còn phải hoàn trả ${left} nếu ngừng.`
      : `Đề án ${project.code} đã chi ${dong(given)} cho đơn vị thụ hưởng, còn phải thu hồi ${left} nếu ngừng.`
  })
}

/** Fields that another undecided request of the same đề án asks to change too. */
async function overlaps(reader: Reader, judged: JudgedItem): Promise<{ path: string | null; message: string }[]> {
  const { item, project, fields } = judged
  const others = await reader.db
    .selectFrom('change_item as item')
    .innerJoin('change_request as request', 'request.id', 'item.request_id')
    .where('item.project_id', '=', project.id)
    .where('request.state', 'in', ['draft', 'submitted'])
    .where('request.id', '<>', item.requestId)
    .select(['item.asked', 'item.kind', 'item.base_version_id', 'request.letter_number', 'request.id'])
    .orderBy('request.id')
    .execute()
  const found: { path: string | null; message: string }[] = []
  for (const other of others) {
    const named =
      other.letter_number === '' ? `số thứ tự ${other.id} (chưa có số văn bản)` : `số ${other.letter_number}`
    if (other.kind !== 'adjust' || other.asked === null || item.kind !== 'adjust') {
      found.push({ path: null, message: `Đề án ${project.code} còn nằm trong đề nghị ${named} chưa có quyết định.` })
      continue
    }
    const base = await readVersionContent(reader, other.base_version_id)
    const theirs = new Set(compareContents(base, contentFrom(other.asked)).changes.map(({ path }) => path))
    for (const field of fields)
      if (field.change !== null && theirs.has(field.change.path))
        found.push({
          path: field.change.path,
          message: `${inWords({ judged, field })}: đề nghị ${named} chưa có quyết định cũng xin đổi chỗ này; hãy rút một trong hai.`,
        })
  }
  return found
}
