// How the figures of a report read on the screen: the unit of the frame, percentages to two decimals, "–" for what is not known.
import type { ColumnKind, ReportValue } from '../../shared/domain/reportTable'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal, formatInteger } from '../../shared/vietnamese/numbers'
import type { Money } from '../app/moneyUnit'

export function isFigure(kind: ColumnKind): boolean {
  return kind !== 'text' && kind !== 'date'
}

export function valueText(value: ReportValue, kind: ColumnKind, money: Money): string {
  if (value === null) return kind === 'percent' ? '–' : ''
  switch (kind) {
    case 'text':
      return String(value)
    case 'date':
      return formatDate(String(value))
    case 'money':
      return value === 0 ? '-' : money.format(Number(value))
    case 'count':
      return formatInteger(Number(value))
    case 'quantity':
      return formatDecimal({ units: BigInt(value), scale: 3 }, 3)
    case 'percent':
      return formatDecimal({ units: BigInt(value), scale: 2 }, 2, 2)
  }
}

/** The exact đồng behind a rounded amount. */
export function exactText(value: ReportValue, kind: ColumnKind): string | undefined {
  return kind === 'money' && typeof value === 'number' ? `${formatMoney(value)} đồng` : undefined
}
