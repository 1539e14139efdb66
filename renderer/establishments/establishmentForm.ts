// The form of a cơ sở: one not yet entered, and whether production is at the head office.
import type { EstablishmentDetailsInput } from '../../shared/contract/establishments'

export function newEstablishment(provinceCode: string | null): EstablishmentDetailsInput {
  return {
    code: '',
    name: '',
    shortName: '',
    legalForm: 'sme',
    taxCode: '',
    registrationNumber: '',
    registrationDate: null,
    registrationPlace: '',
    headOfficeAddress: '',
    provinceCode,
    communeCode: null,
    productionAddress: '',
    productionProvinceCode: null,
    productionCommuneCode: null,
    oldAddressText: '',
    inCraftVillage: false,
    craftVillageName: '',
    craftVillageDecision: '',
    inIndustrialCluster: false,
    industrialClusterName: '',
    areaFlags: [],
    representativeName: '',
    representativeTitle: '',
    representativeGender: 'unknown',
    representativeEthnicity: '',
    representativeIdNumber: '',
    phone: '',
    email: '',
    womenOwned: false,
    employsEthnicMinority: false,
    bankAccount: '',
    bankName: '',
    bankBranch: '',
    industryCode: '',
    industry: '',
    mainProducts: '',
    capacity: '',
    status: 'active',
    note: '',
    years: [],
    certificates: [],
  }
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
