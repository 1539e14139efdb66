// Which cơ sở the names in a line of a plan mean.
import { nameKey } from '../../../../shared/domain/identity'
import type { Judging } from '../records/recordKind'
import type { PlanDraft } from './planItem'

/** Establishments that a name of the plan may mean: on record, or rows of the same workbook about to be written. */
export interface KnownEstablishment {
  readonly id: number | null
  readonly rowKey: string | null
  readonly nameKey: string
  readonly communeCode: string | null
}

export interface Link {
  readonly name: string
  readonly id: number | null
  readonly rowKey: string | null
}

export class BeneficiaryFinder {
  readonly #byName = new Map<string, KnownEstablishment[]>()

  constructor(establishments: readonly KnownEstablishment[]) {
    for (const one of establishments) {
      const named = this.#byName.get(one.nameKey)
      if (named === undefined) this.#byName.set(one.nameKey, [one])
      else named.push(one)
    }
  }

  /** A name is tied to a record only if exactly one bears it; of several, the one in the commune of the đề án. */
  link(draft: PlanDraft, { findings, placeOf }: Judging): Link[] {
    const taken = new Set<string>()
    return draft.beneficiaries.flatMap(({ name, count }) => {
      const key = nameKey(name)
      if (taken.has(key)) return []
      taken.add(key)
      const named = count === null ? (this.#byName.get(key) ?? []) : []
      const communes = new Set(draft.places.map((place) => place.communeCode).filter((code) => code !== null))
      const near = named.filter((one) => one.communeCode !== null && communes.has(one.communeCode))
      const [only] = named.length === 1 ? named : near.length === 1 ? near : []
      if (only === undefined && named.length > 1)
        findings.add('warning', placeOf(draft, 'beneficiaries'), {
          code: 'beneficiary.several',
          message: `Có ${named.length} cơ sở tên “${name}”; chưa gắn với cơ sở nào. Chọn cơ sở khi sửa đề án.`,
          original: name,
        })
      return [{ name, id: only?.id ?? null, rowKey: only?.rowKey ?? null }]
    })
  }
}
