// A year's plan of one programme: its items, grouped as the printed plan groups them, with totals by source (domain §6.4).
import { type AmountsBySource, noAmounts, sumAmounts } from './money'
import { type ContentGroup, flagshipWarnings, type Programme, type ProjectKind } from './projects'

export interface PlanBeneficiary {
  readonly name: string
  readonly establishmentId: number | null
}

export interface PlanItem {
  readonly id: number
  readonly projectId: number
  readonly versionId: number
  readonly code: string
  readonly name: string
  readonly kind: ProjectKind
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly implementingUnit: string
  readonly cooperatingUnits: string
  readonly beneficiaries: readonly PlanBeneficiary[]
  readonly places: readonly string[]
  readonly startMonth: string | null
  readonly endMonth: string | null
  /** Mục tiêu, nội dung, quy mô chính. */
  readonly summary: string
  readonly amounts: AmountsBySource
  readonly priority: number | null
  readonly note: string
}

export interface PlanGroup {
  /** 'flagship' for A. Đề án điểm, else the content group. */
  readonly key: 'flagship' | ContentGroup
  readonly items: readonly PlanItem[]
  readonly amounts: AmountsBySource
}

export interface PlanView {
  readonly year: number
  readonly programme: Programme
  readonly items: readonly PlanItem[]
  readonly groups: readonly PlanGroup[]
  readonly amounts: AmountsBySource
}

const order: readonly PlanGroup['key'][] = ['flagship', 'ND1', 'ND2', 'ND3', 'ND4', 'ND5', 'ND6', 'ND7', 'ND8', 'ND9']

function groupKey(item: PlanItem): PlanGroup['key'] {
  return item.kind === 'flagship' ? 'flagship' : item.contentGroup
}

/** Items keep their order inside a group; groups without items are left out. */
export function groupPlanItems(items: readonly PlanItem[]): PlanGroup[] {
  return order.flatMap((key) => {
    const own = items.filter((item) => groupKey(item) === key)
    return own.length === 0 ? [] : [{ key, items: own, amounts: sumAmounts(own.map((item) => item.amounts)) }]
  })
}

export function viewPlan(year: number, programme: Programme, items: readonly PlanItem[]): PlanView {
  return {
    year,
    programme,
    items,
    groups: groupPlanItems(items),
    amounts: items.length === 0 ? noAmounts : sumAmounts(items.map((item) => item.amounts)),
  }
}

export interface PlanCheck {
  readonly severity: 'warning' | 'contradiction'
  readonly itemId: number | null
  readonly message: string
}

/**
 * What a reader of the plan would question; nothing here judges by law. `steps`: how many contents the schedule of each item
 * names, for đề án điểm.
 */
export function checkPlan(plan: PlanView, steps: ReadonlyMap<number, number> = new Map()): PlanCheck[] {
  const checks: PlanCheck[] = []
  for (const item of plan.items) {
    const own = plan.programme === 'national' ? item.amounts.national : item.amounts.local
    const foreign = plan.programme === 'national' ? item.amounts.local : item.amounts.national
    const warn = (message: string) =>
      checks.push({ severity: 'warning', itemId: item.id, message: `${item.name}: ${message}` })
    if (own === 0) warn('chưa có kinh phí khuyến công hỗ trợ.')
    if (foreign > 0)
      warn(
        plan.programme === 'national'
          ? 'có kinh phí khuyến công địa phương trong kế hoạch quốc gia.'
          : 'có kinh phí khuyến công quốc gia trong kế hoạch địa phương.',
      )
    if (item.startMonth === null || item.endMonth === null) warn('chưa có thời gian thực hiện.')
    else {
      if (item.startMonth > item.endMonth)
        checks.push({
          severity: 'contradiction',
          itemId: item.id,
          message: `${item.name}: tháng bắt đầu sau tháng kết thúc.`,
        })
      if (Number(item.startMonth.slice(0, 4)) !== plan.year) warn(`bắt đầu ngoài năm kế hoạch ${plan.year}.`)
    }
    for (const words of flagshipWarnings({ ...item, steps: steps.get(item.id) ?? 0 }))
      warn(`${words} (khoản 3 Điều 2 Thông tư 36/2013/TT-BCT).`)
    if (item.places.length === 0) warn('chưa có địa điểm thực hiện.')
    if (item.kind === 'single' && item.beneficiaries.length > 1)
      warn('ghi là đề án đơn nhưng có nhiều đơn vị thụ hưởng.')
  }
  return checks
}
