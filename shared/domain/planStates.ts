// Where a plan stands, and what may follow: being drafted, registered, assigned, approved and from then on locked.
import type { Programme } from './projects'

export const planStates = ['drafting', 'registered', 'assigned', 'approved'] as const
export type PlanState = (typeof planStates)[number]

/** What a plan keeps of its state; that money was assigned is seen from the assignments themselves. */
export const keptPlanStates = ['drafting', 'registered', 'approved'] as const
export type KeptPlanState = (typeof keptPlanStates)[number]

export function planStateOf(kept: KeptPlanState, assignments: number): PlanState {
  return kept === 'registered' && assignments > 0 ? 'assigned' : kept
}

export const planShows = ['drafts', 'registered', 'inForce', 'nothing'] as const
/** What a reading of the plan shows: drafts in hand, what went out, what decisions put in force, or nothing yet. */
export type PlanShows = (typeof planShows)[number]

export interface PlanStanding {
  readonly year: number
  readonly programme: Programme
  readonly state: PlanState
  readonly items: number
  /** Brought in as a supplement after the plan was approved, and waiting for a decision of their own. */
  readonly awaiting: number
}

export type PlanStep = 'register' | 'reopen' | 'assign' | 'approve'

const lockedWords = 'kế hoạch đã được phê duyệt và khóa.'

/** Why a step cannot be taken now, in words; null when it can. */
export function whyNotNow(plan: PlanStanding, step: PlanStep): string | null {
  switch (step) {
    case 'register':
      if (plan.state === 'approved') return lockedWords
      if (plan.state !== 'drafting') return 'kế hoạch đã ghi nhận đăng ký rồi.'
      return plan.items === 0 ? 'kế hoạch chưa có đề án nào để đăng ký.' : null
    case 'reopen':
      if (plan.state === 'approved') return lockedWords
      if (plan.state === 'drafting') return 'kế hoạch đang soạn, chưa đăng ký.'
      return plan.state === 'assigned'
        ? 'đã có số được giao theo bản đăng ký này; hãy xóa số được giao trước, hoặc đưa thêm đề án theo đợt bổ sung.'
        : null
    case 'assign':
      return plan.state === 'drafting'
        ? 'kế hoạch đang soạn; hãy ghi nhận đã đăng ký trước khi nhập số được giao.'
        : null
    case 'approve':
      if (plan.state === 'approved')
        return plan.awaiting === 0 ? 'kế hoạch đã được phê duyệt, không còn đề án bổ sung nào chờ quyết định.' : null
      return plan.items === 0 ? 'kế hoạch chưa có đề án nào để phê duyệt.' : null
  }
}

/** Đề án brought in once the plan was registered are a supplement: of the round said, else of the last one, else of the first. */
export function supplementRoundFor(state: PlanState, asked: number | null, rounds: readonly number[]): number {
  if (state === 'drafting') return 0
  return asked ?? Math.max(1, ...rounds)
}
