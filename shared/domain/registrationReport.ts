// The report that goes with a registration: last year's result, this year's estimate, next year's aim, with the plans' figures.

import { formatMoney } from '../vietnamese/money'
import { formatInteger } from '../vietnamese/numbers'
import { type AmountsBySource, supportOf, totalOf } from './money'
import type { PlanGroup } from './plans'
import type { Programme } from './projects'

export interface ReportYear {
  readonly year: number
  readonly items: number
  readonly groups: readonly {
    readonly key: PlanGroup['key']
    readonly items: number
    readonly amounts: AmountsBySource
  }[]
  readonly registered: AmountsBySource
  /** Null while nothing of the year was assigned. */
  readonly assigned: AmountsBySource | null
  readonly assignedItems: number
}

export interface RegistrationReport {
  readonly title: string
  readonly paragraphs: readonly string[]
}

export interface RegistrationReportFacts {
  readonly programme: Programme
  readonly before: ReportYear
  readonly current: ReportYear
  readonly next: ReportYear
  readonly programmeName: string
  readonly groupName: (key: PlanGroup['key']) => string
}

const million = (dong: number) => `${formatMoney(dong, 'million')} triệu đồng`

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : ` (${formatInteger(Math.round((part * 100) / whole))} % số đăng ký)`
}

function registeredWords(one: ReportYear): string {
  return `đăng ký ${formatInteger(one.items)} đề án, tổng kinh phí ${million(totalOf(one.registered))}, trong đó kinh phí khuyến công hỗ trợ ${million(supportOf(one.registered))}, đối ứng và nguồn khác ${million(totalOf(one.registered) - supportOf(one.registered))}`
}

function yearWords(one: ReportYear, programmeName: string): string {
  if (one.items === 0) return `Năm ${one.year}: sổ chưa ghi đề án ${programmeName} nào.`
  if (one.assigned === null) return `Năm ${one.year} ${registeredWords(one)}; chưa được giao kinh phí.`
  const support = supportOf(one.assigned)
  return `Năm ${one.year} ${registeredWords(one)}; được giao ${formatInteger(one.assignedItems)} đề án với kinh phí khuyến công ${million(support)}${percent(support, supportOf(one.registered))}.`
}

function comparison({ current, next }: RegistrationReportFacts): string | null {
  const before = supportOf(current.registered)
  const after = supportOf(next.registered)
  if (before === 0 || after === 0) return null
  if (before === after) return `Kinh phí khuyến công đề nghị hỗ trợ năm ${next.year} bằng năm ${current.year}.`
  const change = `${million(Math.abs(after - before))} (${formatInteger(Math.round((Math.abs(after - before) * 100) / before))} %)`
  return `So với số đăng ký năm ${current.year}, kinh phí khuyến công đề nghị hỗ trợ năm ${next.year} ${after > before ? 'tăng' : 'giảm'} ${change}.`
}

/** Only figures on record are said; what the office alone can judge is left to be written after the colon. */
export function registrationReport(facts: RegistrationReportFacts): RegistrationReport {
  const { before, current, next, programmeName } = facts
  const compared = comparison(facts)
  return {
    title: `Báo cáo tình hình thực hiện và đăng ký kế hoạch ${programmeName} năm ${next.year}`,
    paragraphs: [
      `I. Kết quả thực hiện năm ${before.year}`,
      yearWords(before, programmeName),
      `II. Ước thực hiện năm ${current.year}`,
      yearWords(current, programmeName),
      `III. Mục tiêu và đăng ký kế hoạch năm ${next.year}`,
      next.items === 0
        ? `Năm ${next.year} không đăng ký đề án ${programmeName}.`
        : `Năm ${next.year} ${registeredWords(next)}, gồm:`,
      ...next.groups.map(
        (group) =>
          `- ${facts.groupName(group.key)}: ${formatInteger(group.items)} đề án, kinh phí khuyến công hỗ trợ ${million(supportOf(group.amounts))}.`,
      ),
      ...(compared === null ? [] : [compared]),
    ],
  }
}
