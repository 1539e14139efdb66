// The reports a centre makes (domain §13): which there are and what each is for.

export const reportCodes = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10', 'B11'] as const
export type ReportCode = (typeof reportCodes)[number]
