// Words for the codes in a comparison: catalogues, establishments on record, places.
import type { ContentGroupEntry } from '../../shared/contract/office'
import { type ComparedContent, type ComparisonNames, codesAsNames } from '../../shared/domain/comparison'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import type { LegalBasisEntry } from '../projects/legalBases'

export interface NameServices {
  readonly units: AdminUnits
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly legalBases: (onDate: PlainDate) => readonly LegalBasisEntry[]
}

/** Names for everything these contents mention; a code that nothing names any more stands for itself. */
export async function comparisonNames(
  reader: Reader,
  services: NameServices,
  contents: readonly Pick<ComparedContent, 'beneficiaries'>[],
): Promise<ComparisonNames> {
  const groups = services.contentGroups()
  const bases = services.legalBases(reader.today)
  const ids = new Set(
    contents.flatMap((one) =>
      one.beneficiaries.flatMap(({ establishmentId }) => (establishmentId === null ? [] : [establishmentId])),
    ),
  )
  const establishments =
    ids.size === 0
      ? []
      : await reader.db
          .selectFrom('establishment')
          .select(['id', 'code', 'name'])
          .where('id', 'in', [...ids])
          .execute()
  const nameOf = new Map(establishments.map((one) => [one.id, `${one.code} ${one.name}`]))
  return {
    contentGroup: (code) => groups.find((one) => one.code === code)?.shortName ?? code,
    subContent: (code) => groups.flatMap((one) => one.subContents).find((one) => one.code === code)?.name ?? code,
    legalBasis: (id) => bases.find((one) => one.id === id)?.citation ?? id,
    establishment: (id) => nameOf.get(id) ?? codesAsNames.establishment(id),
    province: (code) => services.units.findProvince(code)?.name ?? code,
    commune: (code) => services.units.findCommune(code)?.name ?? code,
  }
}
