// What a cơ sở công nghiệp nông thôn is, as plain data (domain §4.1).

export const legalForms = [
  'sme',
  'cooperative',
  'cooperativeGroup',
  'cooperativeUnion',
  'businessHousehold',
  'other',
] as const
export type LegalForm = (typeof legalForms)[number]

export const establishmentStatuses = ['active', 'suspended', 'dissolved'] as const
export type EstablishmentStatus = (typeof establishmentStatuses)[number]

export const areaFlags = ['difficult', 'extremelyDifficult', 'border', 'island', 'ethnicMinority', 'newRural'] as const
/** Priority areas of NĐ 45/2012 Art. 6; kept as flags since district criteria lost their meaning on 01/07/2025. */
export type AreaFlag = (typeof areaFlags)[number]

export const certificateKinds = ['typicalProduct', 'ocop', 'iso', 'foodSafety', 'other'] as const
export type CertificateKind = (typeof certificateKinds)[number]
