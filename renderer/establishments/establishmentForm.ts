// The form of a cơ sở: one not yet entered, and whether production is at the head office.
import type { DefaultValues } from 'react-hook-form'
import { blankEstablishment, type EstablishmentDetailsInput } from '../../shared/contract/establishments'

/** The legal form decides what a cơ sở may be given, so it is chosen, never assumed. */
export function newEstablishment(provinceCode: string | null): DefaultValues<EstablishmentDetailsInput> {
  const { legalForm: _, ...blank } = blankEstablishment
  return { ...blank, provinceCode }
}

export const productionFields = ['productionAddress', 'productionProvinceCode', 'productionCommuneCode'] as const

/** An empty place of production means: at the head office. */
export function producesAtHeadOffice(
  details: Pick<EstablishmentDetailsInput, (typeof productionFields)[number]>,
): boolean {
  return (
    details.productionAddress === '' &&
    details.productionProvinceCode === null &&
    details.productionCommuneCode === null
  )
}

/** The next year to enter figures for: after the newest one, else last year. */
export function nextFiguresYear(years: readonly { readonly year: unknown }[], thisYear: number): number {
  const known = years.map((one) => one.year).filter((year): year is number => typeof year === 'number')
  return known.length === 0 ? thisYear - 1 : Math.max(...known) + 1
}
