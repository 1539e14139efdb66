// Places as other areas need them: the name of a commune code, and an address taken apart for a screen or an import.

import type { OutputOf } from '../../shared/contract/call'
import type { officeContract } from '../../shared/contract/office'
import { assertNever } from '../../shared/domain/assertNever'
import { type AddressBook, type Place, resolveAddress } from '../../shared/vietnamese/addresses'
import type { AdminUnits } from './adminUnits'

/** Kept for each book: the checks of a year ask for hundreds of communes. */
const formerProvinces = new WeakMap<AddressBook, ReadonlyMap<string, ReadonlySet<string>>>()

function formerProvincesIn(book: AddressBook): ReadonlyMap<string, ReadonlySet<string>> {
  const known = formerProvinces.get(book)
  if (known !== undefined) return known
  const communes = [...book.communes.values()].flat()
  const byCode = new Map(communes.map((commune) => [commune.place.communeCode, commune.formerProvinces]))
  formerProvinces.set(book, byCode)
  return byCode
}

/** The old provinces each commune came from; none where the code is not known or had no communes before. */
export function formerProvincesOf(units: AdminUnits, communeCodes: readonly (string | null)[]): (readonly string[])[] {
  const byCode = formerProvincesIn(units.addressBook())
  return communeCodes.map((code) => [...(code === null ? [] : (byCode.get(code) ?? []))])
}

export type DescribedAddress = OutputOf<(typeof officeContract)['resolveAddress']>

export function communeName(units: AdminUnits, code: string | null): string {
  return code === null ? '' : (units.findCommune(code)?.name ?? '')
}

const choiceOf = (place: Place): DescribedAddress['choices'][number] => ({
  provinceCode: place.provinceCode,
  provinceName: place.provinceName,
  communeCode: place.communeCode,
  communeName: place.communeName,
})

/** Only `exact` and `converted` are certain; `choices` asks a person, even where there is just one. */
export function describeAddress(units: AdminUnits, text: string, provinceCode?: string): DescribedAddress {
  const found = resolveAddress(units.addressBook(), text, { provinceCode })
  const told = { kind: found.kind, reason: found.reason, detail: found.detail }
  switch (found.kind) {
    case 'exact':
    case 'converted':
      return { ...told, choices: [choiceOf(found.place)] }
    case 'choices':
      return { ...told, choices: found.choices.map(choiceOf) }
    case 'district-only':
      return { ...told, choices: found.candidates.map(choiceOf) }
    case 'province-only':
      return {
        ...told,
        choices: [
          { provinceCode: found.provinceCode, provinceName: found.provinceName, communeCode: null, communeName: '' },
        ],
      }
    case 'unknown':
      return { ...told, choices: [] }
    default:
      return assertNever(found, 'every resolution is described')
  }
}
