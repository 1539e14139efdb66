// Change requests: where one stands, what it asks for, and what a decision says of it (domain §5.4, 6.4).
import type { ContentField } from './comparison'

export const changeStates = ['draft', 'submitted', 'decided', 'withdrawn', 'cancelled'] as const
/** Đang soạn → đã trình → đã có quyết định, hoặc đã rút; a decision that was cancelled leaves its request `cancelled`. */
export type ChangeState = (typeof changeStates)[number]

/** Nobody has answered yet. */
export const openChangeStates = ['draft', 'submitted'] as const satisfies readonly ChangeState[]

export const changeItemKinds = ['adjust', 'supplement', 'stop'] as const
/** Điều chỉnh nội dung một đề án đang có hiệu lực, bổ sung một đề án vào kế hoạch, ngừng một đề án. */
export type ChangeItemKind = (typeof changeItemKinds)[number]

export const changeOutcomes = ['approved', 'partly', 'refused'] as const
export type ChangeOutcome = (typeof changeOutcomes)[number]

export const changeTypes = [
  'increase',
  'content',
  'nextYear',
  'supplement',
  'stop',
  'place',
  'beneficiary',
  'cooperatingUnit',
  'time',
  'decrease',
  'other',
] as const
/** What kind of change it is in the eyes of TT36 Đ.11: who decides depends on it. */
export type ChangeType = (typeof changeTypes)[number]

export interface ChangeFacts {
  readonly planYear: number
  /** Month in which the đề án ends, as in force and as asked. */
  readonly endBefore: string | null
  readonly endAfter: string | null
  /** Whether who carries the đề án out changes, not only who helps. */
  readonly implementerChanges: boolean
  /** The programme's own support, as in force and as asked. */
  readonly supportBefore: number
  readonly supportAfter: number
}

/** Extended into a later budget year than the one it ends in now. */
function intoNextYear({ planYear, endBefore, endAfter }: ChangeFacts): boolean {
  if (endAfter === null) return false
  const yearOf = (month: string) => Number(month.slice(0, 4))
  return yearOf(endAfter) > Math.max(planYear, endBefore === null ? planYear : yearOf(endBefore))
}

/** One budget is decided as a whole: its lines hang together by their sums. */
export function changeTypeOf(field: ContentField, facts: ChangeFacts): ChangeType {
  switch (field) {
    case 'contentGroup':
    case 'subContent':
      return 'content'
    case 'startMonth':
    case 'endMonth':
      return intoNextYear(facts) ? 'nextYear' : 'time'
    case 'scheduleSteps':
      return intoNextYear(facts) ? 'nextYear' : 'time'
    case 'places':
      return 'place'
    case 'beneficiaries':
      return 'beneficiary'
    case 'cooperatingUnits':
      return 'cooperatingUnit'
    case 'participants':
      return facts.implementerChanges ? 'other' : 'cooperatingUnit'
    case 'budget':
      return facts.supportAfter > facts.supportBefore ? 'increase' : 'decrease'
    default:
      return 'other'
  }
}
