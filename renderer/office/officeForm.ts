// The office's form: an office not yet entered, and the names a province suggests.
import type { z } from 'zod'
import { officeDetails } from '../../shared/contract/office'

export const officeSchema = officeDetails
export type OfficeInput = z.input<typeof officeDetails>

export interface NamesOfProvince {
  readonly departmentName: string
  readonly placeName: string
}

/** "Tỉnh Thái Nguyên" or "Thái Nguyên" → "Sở Công Thương tỉnh Thái Nguyên", "Thái Nguyên". */
export function namesOfProvince(province: {
  readonly name: string
  readonly kind: 'province' | 'city'
}): NamesOfProvince {
  const bare = province.name.replace(/^(?:tỉnh|thành phố) /i, '')
  const kind = province.kind === 'city' ? 'thành phố' : 'tỉnh'
  return { departmentName: `Sở Công Thương ${kind} ${bare}`, placeName: bare }
}
