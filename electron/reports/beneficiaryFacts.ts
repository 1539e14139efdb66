// Whom a đề án supports, what each is, and its part of the plan to the đồng.
import { amountsByShares, splitByBeneficiary } from '../../shared/domain/beneficiarySplit'
import type { LegalForm } from '../../shared/domain/establishments'
import { type AmountsBySource, noAmounts } from '../../shared/domain/money'
import type { BeneficiaryFact, ReportFacts } from '../../shared/domain/reportFacts'
import type { Reader } from '../database/access'
import { idList } from '../database/idList'
import type { AdminUnits } from '../office/adminUnits'
import { communeName } from '../office/places'
import type { OwnedSum } from './planFacts'

interface BeneficiaryRow extends Omit<BeneficiaryFact, 'planned'> {
  readonly id: number
  readonly versionId: number
  readonly shareBasisPoints: number | null
}

export async function readBeneficiaries(
  reader: Reader,
  units: AdminUnits,
  versionIds: readonly number[],
): Promise<Map<number, BeneficiaryRow[]>> {
  const rows = await reader.db
    .selectFrom('project_beneficiary as one')
    .leftJoin('establishment', 'establishment.id', 'one.establishment_id')
    .where('one.version_id', 'in', idList(versionIds))
    .select(['one.id', 'one.version_id', 'one.establishment_id', 'one.name', 'one.share_basis_points'])
    .select(['establishment.legal_form', 'establishment.commune_code', 'establishment.production_commune_code'])
    .select(['establishment.production_address', 'establishment.head_office_address', 'establishment.industry'])
    .orderBy('one.version_id')
    .orderBy('one.rank')
    .execute()
  const found = new Map<number, BeneficiaryRow[]>()
  for (const row of rows) {
    // Where it produces is where it is supported.
    const communeCode = row.production_commune_code ?? row.commune_code
    const one: BeneficiaryRow = {
      id: row.id,
      versionId: row.version_id,
      establishmentId: row.establishment_id,
      name: row.name,
      shareBasisPoints: row.share_basis_points,
      legalForm: row.legal_form as LegalForm | null,
      communeCode,
      commune: communeName(units, communeCode),
      address: (row.production_address ?? '') === '' ? (row.head_office_address ?? '') : (row.production_address ?? ''),
      industry: row.industry ?? '',
    }
    const own = found.get(row.version_id)
    if (own === undefined) found.set(row.version_id, [one])
    else own.push(one)
  }
  return found
}

export type BeneficiarySplitFacts = Pick<ReportFacts, 'beneficiaries' | 'split' | 'common'>

/** By own lines, by shares; a single one has all; where nobody said, evenly, and the report says so. */
export function splitPlan(
  plan: AmountsBySource,
  rows: readonly BeneficiaryRow[],
  sums: readonly OwnedSum[],
): BeneficiarySplitFacts {
  const facts = (parts: readonly AmountsBySource[]): BeneficiaryFact[] =>
    rows.map(({ id: _id, versionId: _version, shareBasisPoints: _share, ...one }, index) => ({
      ...one,
      planned: parts[index] ?? noAmounts,
    }))
  if (rows.length === 0) return { beneficiaries: [], split: null, common: plan }
  if (rows.length === 1) return { beneficiaries: facts([plan]), split: 'whole', common: noAmounts }
  // Ids stand for names: two of one name stay two.
  const split = splitByBeneficiary(
    sums.map(({ beneficiaryId, amounts }) => ({
      amounts,
      beneficiary: beneficiaryId === null ? '' : String(beneficiaryId),
    })),
    rows.map(({ id, shareBasisPoints }) => ({ name: String(id), shareBasisPoints })),
  )
  if (split !== null)
    return { beneficiaries: facts(split.parts.map(({ amounts }) => amounts)), split: split.by, common: split.common }
  return {
    beneficiaries: facts(
      amountsByShares(
        plan,
        rows.map(() => 1),
      ),
    ),
    split: 'evenly',
    common: noAmounts,
  }
}
