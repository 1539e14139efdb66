// The money unit chosen in the frame: how lists and totals show amounts. Forms always take and show đồng.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { formatMoney, type MoneyUnit, unitLabel } from '../../shared/vietnamese/money'
import { readSetting, writeSetting } from './settings'

export const moneyUnits = ['dong', 'thousand', 'million'] as const satisfies readonly MoneyUnit[]
export type ShownMoneyUnit = (typeof moneyUnits)[number]

export interface Money {
  readonly unit: ShownMoneyUnit
  /** For column heads, such as "triệu đồng". */
  readonly label: string
  readonly format: (dong: number | null) => string
  readonly setUnit: (unit: ShownMoneyUnit) => void
}

const MoneyUnitContext = createContext<Money | null>(null)

export function MoneyUnitProvider({ children }: { readonly children: ReactNode }) {
  const [unit, setUnit] = useState<ShownMoneyUnit>(() => readSetting('moneyUnit', moneyUnits, 'million'))
  const money = useMemo<Money>(
    () => ({
      unit,
      label: unitLabel(unit),
      format: (dong) => (dong === null ? '' : formatMoney(dong, unit)),
      setUnit: (chosen) => {
        writeSetting('moneyUnit', chosen)
        setUnit(chosen)
      },
    }),
    [unit],
  )
  return <MoneyUnitContext value={money}>{children}</MoneyUnitContext>
}

export function useMoney(): Money {
  const money = useContext(MoneyUnitContext)
  if (money === null) throw new Error('useMoney stands outside MoneyUnitProvider')
  return money
}
