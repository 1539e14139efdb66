// The columns of reports in few words: what each kind of column is unless said.
import type { ReportRule } from './reportRules'
import type { Ratio, ReportColumn } from './reportTable'

type Rest = Partial<Pick<ReportColumn, 'group' | 'width' | 'adds'>>

const plain = { group: null, adds: [], ratio: null } as const

export function textColumn(key: string, heading: string, width: number, rest: Rest = {}): ReportColumn {
  return { ...plain, key, heading, kind: 'text', rule: null, summed: false, width, ...rest }
}

export function dateColumn(key: string, heading: string): ReportColumn {
  return { ...plain, key, heading, kind: 'date', rule: null, summed: false, width: 11 }
}

export function moneyColumn(key: string, heading: string, rule: ReportRule | null, rest: Rest = {}): ReportColumn {
  return { ...plain, key, heading, kind: 'money', rule, summed: true, width: 11, ...rest }
}

export function countColumn(key: string, heading: string, rule: ReportRule | null, rest: Rest = {}): ReportColumn {
  return { ...plain, key, heading, kind: 'count', rule, summed: true, width: 8, ...rest }
}

export function quantityColumn(key: string, heading: string, rule: ReportRule | null, rest: Rest = {}): ReportColumn {
  return { ...plain, key, heading, kind: 'quantity', rule, summed: false, width: 13, ...rest }
}

export function percentColumn(
  key: string,
  heading: string,
  rule: ReportRule,
  ratio: Ratio,
  rest: Rest = {},
): ReportColumn {
  return { ...plain, key, heading, kind: 'percent', rule, summed: false, width: 9, ...rest, ratio }
}
