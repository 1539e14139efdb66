// When two rows, or a row and a record, are the same establishment: the office's own code, tax code, registration number, or folded
// name and commune.
import { type DuplicateKeys, duplicateKeys } from '../../../shared/domain/identity'
import { fold } from '../../../shared/vietnamese/fold'
import type { EstablishmentDraft } from './establishments'

/** What tells a record on file apart; its details are read only when a row turns out to be the same. */
export interface ExistingEstablishment {
  readonly id: number
  readonly rowVersion: number
  readonly code: string
  readonly name: string
  readonly communeCode: string | null
  readonly keys: DuplicateKeys
}

export type SameReason = 'code' | 'taxCode' | 'registrationNumber' | 'nameAndCommune'

export const sameReasonTexts: Readonly<Record<SameReason, string>> = {
  code: 'cùng mã cơ sở',
  taxCode: 'cùng mã số thuế',
  registrationNumber: 'cùng số giấy đăng ký',
  nameAndCommune: 'cùng tên và cùng xã',
}

interface Keyed {
  readonly code: string
  readonly keys: DuplicateKeys
  readonly communeCode: string | null
}

function keysOfDraft({ fields }: EstablishmentDraft): Keyed {
  return {
    code: fields.code ?? '',
    keys: duplicateKeys({
      taxCode: fields.taxCode ?? '',
      registrationNumber: fields.registrationNumber ?? '',
      name: fields.name ?? '',
    }),
    communeCode: fields.productionCommuneCode ?? fields.communeCode ?? null,
  }
}

function namedKeys({ code, keys, communeCode }: Keyed): (readonly [SameReason, string])[] {
  const named: (readonly [SameReason, string])[] = []
  if (code !== '') named.push(['code', fold(code)])
  if (keys.taxCode !== '') named.push(['taxCode', keys.taxCode])
  if (keys.registrationNumber !== '') named.push(['registrationNumber', keys.registrationNumber])
  if (keys.name !== '' && communeCode !== null) named.push(['nameAndCommune', `${keys.name}|${communeCode}`])
  return named
}

export interface Same<T> {
  readonly of: T
  readonly reasons: readonly SameReason[]
}

/** Finds the first thing added under any of the same keys, with every reason that points at it. */
class SameFinder<T> {
  readonly #byKey = new Map<string, T>()

  add(keyed: Keyed, value: T): void {
    for (const [reason, key] of namedKeys(keyed)) {
      const full = `${reason}:${key}`
      if (!this.#byKey.has(full)) this.#byKey.set(full, value)
    }
  }

  find(keyed: Keyed): Same<T> | null {
    let of: T | undefined
    const reasons: SameReason[] = []
    for (const [reason, key] of namedKeys(keyed)) {
      const found = this.#byKey.get(`${reason}:${key}`)
      if (found === undefined || (of !== undefined && found !== of)) continue
      of = found
      reasons.push(reason)
    }
    return of === undefined ? null : { of, reasons }
  }
}

export type DraftSame =
  /** An earlier row of the same workbook; `record` when both are also on file. */
  | { readonly kind: 'row'; readonly same: Same<EstablishmentDraft>; readonly record: ExistingEstablishment | null }
  | { readonly kind: 'record'; readonly same: Same<ExistingEstablishment>; readonly record: ExistingEstablishment }

/** By row key, in the order of the rows; rows that are nothing else are not there. */
export function findSame(
  drafts: readonly EstablishmentDraft[],
  existing: readonly ExistingEstablishment[],
): Map<string, DraftSame> {
  const records = new SameFinder<ExistingEstablishment>()
  for (const record of existing) records.add(record, record)
  const rows = new SameFinder<EstablishmentDraft>()
  const found = new Map<string, DraftSame>()
  for (const draft of drafts) {
    const keyed = keysOfDraft(draft)
    const earlier = rows.find(keyed)
    const onFile = records.find(keyed)
    if (earlier !== null) found.set(draft.key, { kind: 'row', same: earlier, record: onFile?.of ?? null })
    else if (onFile !== null) found.set(draft.key, { kind: 'record', same: onFile, record: onFile.of })
    rows.add(keyed, draft)
  }
  return found
}
