// Words for the codes in a comparison: catalogues, establishments on record, places.
import type { ContentGroupEntry } from '../../shared/contract/office'
import { type ComparedContent, type ComparisonNames, codesAsNames } from '../../shared/domain/comparison'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import type { AdminUnits } from '../office/adminUnits'
import type { LegalBasisEntry } from './legalBases'

export interface NameServices {
  readonly units: Pick<AdminUnits, 'findProvince' | 'findCommune'>
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly legalBases: (onDate: PlainDate) => readonly LegalBasisEntry[]
}

/** Names for everything these contents mention; a code that nothing names any more stands for itself. */
export async function comparisonNames(
  reader: Reader,
  services: NameServices,
  contents: Iterable<Pick<ComparedContent, 'beneficiaries' | 'participants'>>,
): Promise<ComparisonNames> {
  const groups = new Map(services.contentGroups().map((one) => [one.code as string, one]))
  const subContents = new Map(
    [...groups.values()].flatMap((one) => one.subContents).map(({ code, name }) => [code, name]),
  )
  const bases = new Map(services.legalBases(reader.today).map(({ id, citation }) => [id, citation]))
  const mentioned = new Set<number>()
  for (const { beneficiaries, participants } of contents)
    for (const { establishmentId } of [...beneficiaries, ...participants])
      if (establishmentId !== null) mentioned.add(establishmentId)
  const establishments = await reader.db
    .selectFrom('establishment')
    .select(['id', 'code', 'name'])
    .where('id', 'in', idList(mentioned))
    .execute()
  const nameOf = new Map(establishments.map((one) => [one.id, `${one.code} ${one.name}`]))
  return {
    contentGroup: (code) => groups.get(code)?.name ?? code,
    subContent: (code) => subContents.get(code) ?? code,
    legalBasis: (id) => bases.get(id) ?? id,
    establishment: (id) => nameOf.get(id) ?? codesAsNames.establishment(id),
    province: (code) => services.units.findProvince(code)?.name ?? code,
    commune: (code) => services.units.findCommune(code)?.name ?? code,
  }
}
