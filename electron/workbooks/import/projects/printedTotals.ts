// A line of totals against its own parts: 99.216 printed over 5.586 + 20.718 + 62.912 is said, with the cell, and never mended.
import { checkSum, type Rounding, roundings, sumWords } from '../../../../shared/domain/consistency'
import type { MoneyUnit } from '../../../../shared/vietnamese/money'
import { decimalPlaces } from '../../evaluate'
import { quoted } from '../findings'
import type { TableReader } from '../tableReader'
import type { DeclaredAmounts } from './planMoney'

/** To what the figures were rounded: the smallest step any of them shows, and never coarser than the unit of the sheet. */
export function roundedTo(figures: readonly number[], unit: MoneyUnit): Rounding {
  const whole = 10 ** decimalPlaces(unit)
  const steps = roundings.filter((step) => step <= whole && figures.every((dong) => dong % step === 0))
  return steps.at(-1) ?? 1
}

/** What a line says of its sources where they are not what it says of their total; null where they agree. */
export function partsFinding(reader: TableReader, title: string, declared: DeclaredAmounts): string | null {
  const { total, national, local, support, counterpart, other } = declared
  const bySource = (national ?? 0) + (local ?? 0) > 0
  const parts = [...(bySource ? [national, local] : [support]), counterpart, other].filter((dong) => dong !== undefined)
  // Where the columns do not hold every source, the total may well be more than they say.
  if (total === undefined || parts.length < 2 || (!bySource && support === undefined)) return null
  const unit = reader.unit ?? 'dong'
  const step = roundedTo([...parts, total], unit)
  const words = sumWords(parts, checkSum(parts, total, step), step)
  return words === null ? null : `${quoted(title)}: ${words}`
}
