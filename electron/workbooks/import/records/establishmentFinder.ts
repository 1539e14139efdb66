// Which cơ sở on file a line names: by code, tax code, else by a name that only one bears (or one in the commune named beside it).
import { nameKey, normaliseTaxCode } from '../../../../shared/domain/identity'
import type { ExistingEstablishment } from '../sameAs'

export interface NamedEstablishment {
  readonly code: string
  readonly taxCode: string
  readonly name: string
  readonly communeCode: string | null
}

export type FoundEstablishment =
  | { readonly kind: 'one'; readonly establishment: ExistingEstablishment }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'none' }

export class EstablishmentFinder {
  readonly #byKey = new Map<string, ExistingEstablishment[]>()

  constructor(establishments: readonly ExistingEstablishment[]) {
    for (const one of establishments) {
      if (one.code !== '') this.#add(`code:${one.code}`, one)
      if (one.keys.taxCode !== '') this.#add(`tax:${one.keys.taxCode}`, one)
      this.#add(`name:${one.keys.name}`, one)
    }
  }

  find({ code, taxCode, name, communeCode }: NamedEstablishment): FoundEstablishment {
    const [byCode] = code === '' ? [] : this.#of(`code:${code}`)
    if (byCode !== undefined) return { kind: 'one', establishment: byCode }
    const [byTax] = taxCode === '' ? [] : this.#of(`tax:${normaliseTaxCode(taxCode)}`)
    if (byTax !== undefined) return { kind: 'one', establishment: byTax }
    const named = name === '' ? [] : this.#of(`name:${nameKey(name)}`)
    const near = named.filter((one) => one.communeCode !== null && one.communeCode === communeCode)
    const [only] = named.length === 1 ? named : near.length === 1 ? near : []
    if (only !== undefined) return { kind: 'one', establishment: only }
    return named.length > 1 ? { kind: 'several', count: named.length } : { kind: 'none' }
  }

  #of(key: string): readonly ExistingEstablishment[] {
    return this.#byKey.get(key) ?? []
  }

  #add(key: string, one: ExistingEstablishment): void {
    const known = this.#byKey.get(key)
    if (known === undefined) this.#byKey.set(key, [one])
    else known.push(one)
  }
}
