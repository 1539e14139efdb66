// When two rows, or a row and a record, are the same establishment: tax code, registration number, or folded name and commune.
import type { EstablishmentDetails } from '../../../shared/contract/establishments'
import { duplicateKeys } from '../../../shared/domain/identity'
import type { EstablishmentDraft, EstablishmentFields } from './establishments'

export interface ExistingEstablishment {
  readonly id: number
  readonly rowVersion: number
  readonly code: string
  readonly details: EstablishmentDetails
}

export type SameReason = 'taxCode' | 'registrationNumber' | 'nameAndCommune'

export const sameReasonTexts: Readonly<Record<SameReason, string>> = {
  taxCode: 'cùng mã số thuế',
  registrationNumber: 'cùng số giấy đăng ký',
  nameAndCommune: 'cùng tên và cùng xã',
}

type Keyed = Pick<
  Partial<EstablishmentFields>,
  'taxCode' | 'registrationNumber' | 'name' | 'communeCode' | 'productionCommuneCode'
>

function keysOf(fields: Keyed): Map<SameReason, string> {
  const { taxCode, registrationNumber, name } = duplicateKeys({
    taxCode: fields.taxCode ?? '',
    registrationNumber: fields.registrationNumber ?? '',
    name: fields.name ?? '',
  })
  const commune = fields.productionCommuneCode ?? fields.communeCode ?? null
  const keys = new Map<SameReason, string>()
  if (taxCode !== '') keys.set('taxCode', taxCode)
  if (registrationNumber !== '') keys.set('registrationNumber', registrationNumber)
  if (name !== '' && commune !== null) keys.set('nameAndCommune', `${name}|${commune}`)
  return keys
}

export interface Same<T> {
  readonly of: T
  readonly reasons: readonly SameReason[]
}

/** Finds the first thing added under any of the same keys, with every reason that points at it. */
export class SameFinder<T> {
  readonly #byKey = new Map<string, T>()

  add(fields: Keyed, value: T): void {
    for (const [reason, key] of keysOf(fields)) {
      const full = `${reason}:${key}`
      if (!this.#byKey.has(full)) this.#byKey.set(full, value)
    }
  }

  find(fields: Keyed): Same<T> | null {
    let of: T | undefined
    const reasons: SameReason[] = []
    for (const [reason, key] of keysOf(fields)) {
      const found = this.#byKey.get(`${reason}:${key}`)
      if (found === undefined || (of !== undefined && found !== of)) continue
      of = found
      reasons.push(reason)
    }
    return of === undefined ? null : { of, reasons }
  }
}

export type DraftSame =
  | { readonly kind: 'row'; readonly same: Same<EstablishmentDraft> }
  | { readonly kind: 'record'; readonly same: Same<ExistingEstablishment> }
  | null

/** In the order of the rows: a record on file counts before an earlier row of the same workbook. */
export function findSame(
  drafts: readonly EstablishmentDraft[],
  existing: readonly ExistingEstablishment[],
): Map<string, DraftSame> {
  const records = new SameFinder<ExistingEstablishment>()
  for (const record of existing) records.add(record.details, record)
  const rows = new SameFinder<EstablishmentDraft>()
  const found = new Map<string, DraftSame>()
  for (const draft of drafts) {
    const earlier = rows.find(draft.fields)
    const record = records.find(draft.fields)
    if (earlier !== null) found.set(draft.key, { kind: 'row', same: earlier })
    else found.set(draft.key, record === null ? null : { kind: 'record', same: record })
    rows.add(draft.fields, draft)
  }
  return found
}
