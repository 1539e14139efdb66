// The year in hand, chosen once in the frame: the newest year on record until the user picks another.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useQueryCall } from './calls'

export interface YearInHand {
  readonly year: number
  /** Newest first, without gaps: from the oldest on record to the next one. What is watched after support is of years between. */
  readonly years: readonly number[]
  readonly setYear: (year: number) => void
}

const YearContext = createContext<YearInHand | null>(null)

export function YearProvider({ children }: { readonly children: ReactNode }) {
  const recorded = useQueryCall('plans.years', {})
  const [chosen, setChosen] = useState<number | null>(null)
  const thisYear = new Date().getFullYear()
  const value = useMemo<YearInHand>(() => {
    const onRecord = recorded.data ?? []
    const year = chosen ?? (onRecord.length === 0 ? thisYear : Math.max(...onRecord))
    const known = [...onRecord, thisYear + 1, year]
    const newest = Math.max(...known)
    const years = Array.from({ length: newest - Math.min(...known, thisYear) + 1 }, (_, index) => newest - index)
    return { year, years, setYear: setChosen }
  }, [recorded.data, chosen, thisYear])
  // Screens ask for the year's records as soon as they are shown: wait rather than ask for the wrong year.
  if (recorded.isPending) return null
  return <YearContext value={value}>{children}</YearContext>
}

export function useYear(): YearInHand {
  const year = useContext(YearContext)
  if (year === null) throw new Error('useYear stands outside YearProvider')
  return year
}
