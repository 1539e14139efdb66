// Who a đề án is carried out by, with and for, as papers name them.
import { type BeneficiarySplit, splitByBeneficiary } from '../../shared/domain/beneficiarySplit'
import { supportSource } from '../../shared/domain/projects'
import { fold } from '../../shared/vietnamese/fold'
import type { PaperBeneficiary } from './forms/paper'
import type { PaperSource } from './paperFacts'
import { textOrNull, upperFirst } from './wording'

export function splitFacts({ content }: PaperSource): BeneficiarySplit | null {
  return splitByBeneficiary(content.budget, content.beneficiaries)
}

export function beneficiaryFacts(source: PaperSource, split: BeneficiarySplit | null): PaperBeneficiary[] {
  const { content, identity, establishments } = source
  return content.beneficiaries.map((beneficiary, index) => {
    const record = beneficiary.establishmentId === null ? undefined : establishments.get(beneficiary.establishmentId)
    const part = split?.parts[index]
    return {
      name: beneficiary.name,
      address: record === undefined ? null : textOrNull(upperFirst(record.address)),
      taxCode: record === undefined ? null : textOrNull(record.details.taxCode),
      representative: record === undefined ? null : textOrNull(record.details.representativeName),
      // What the lines of the budget make of it outweighs what was typed before them.
      shareBasisPoints: split?.by === 'lines' ? (part?.shareBasisPoints ?? null) : beneficiary.shareBasisPoints,
      support: part === undefined ? null : part.amounts[supportSource(identity.programme)],
    }
  })
}

/** Names of those who carry it out, the leading one first; none: the centre itself. */
export function implementerNames({ content }: PaperSource): string[] {
  const named = content.participants.filter(({ role }) => role === 'implementer').map(({ name }) => name)
  return named.length > 0 ? named : content.implementingUnit === '' ? [] : [content.implementingUnit]
}

/** Whether the centre is the one who carries it out, alone or with others. */
export function isOurs(source: PaperSource): boolean {
  const names = implementerNames(source)
  return names.length === 0 || names.some((name) => fold(name) === fold(source.office.centreName))
}
