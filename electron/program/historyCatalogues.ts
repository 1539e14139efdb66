// What the codes that records keep are called: papers, forms, legal bases, deadlines, as the history writes them.
import type { DeadlineRule } from '../../shared/domain/deadlines'
import type { CataloguePaper } from '../../shared/domain/dossiers'
import { contractKindLabels } from '../../shared/labels'
import { contractForms } from '../contracts/numbers'
import { forms, planForms } from '../documents/forms'
import type { LegalBasis } from '../documents/legalBases'
import type { CatalogueName } from '../history/valueWords'

export interface CataloguesOfHistory {
  readonly papers: () => readonly CataloguePaper[]
  readonly legalBases: () => readonly LegalBasis[]
  readonly deadlines: () => readonly DeadlineRule[]
}

/** Contracts are numbered by a form of their own, whether or not one is printed. */
const contractNames = new Map(
  contractForms.map((form, index) => [
    form,
    `Hợp đồng ${Object.values(contractKindLabels)[index]?.toLocaleLowerCase('vi')}`,
  ]),
)

export function historyCatalogues({
  papers,
  legalBases,
  deadlines,
}: CataloguesOfHistory): Readonly<Record<CatalogueName, (code: string) => string | null>> {
  return {
    form: (code) => [...forms, ...planForms].find(({ id }) => id === code)?.title ?? contractNames.get(code) ?? null,
    paper: (code) => papers().find((one) => one.code === code)?.name ?? null,
    legalBasis: (code) => legalBases().find(({ id }) => id === code)?.number ?? null,
    deadline: (code) => deadlines().find(({ key }) => key === code)?.step ?? null,
  }
}
