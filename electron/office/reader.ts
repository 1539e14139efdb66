// What can be asked of the office: its own details, signers, symbols.
import { Refusal } from '../../shared/contract/errors'
import type { OfficeDetails, Signer } from '../../shared/contract/office'
import type { Reader } from '../database/access'

export interface OfficeRecord {
  /** 0 while the office has not been entered. */
  readonly rowVersion: number
  readonly office: OfficeDetails | null
}

export async function readOffice(reader: Reader): Promise<OfficeRecord> {
  const row = await reader.db.selectFrom('office').selectAll().executeTakeFirst()
  if (row === undefined) return { rowVersion: 0, office: null }
  const signers = await reader.db.selectFrom('signer').selectAll().orderBy('rank').execute()
  const symbols = await reader.db.selectFrom('document_symbol').selectAll().orderBy('form').execute()
  return {
    rowVersion: row.row_version,
    office: {
      centreName: row.centre_name,
      centreShortName: row.centre_short_name,
      departmentName: row.department_name,
      provinceCode: row.province_code,
      communeCode: row.commune_code,
      address: row.address,
      phone: row.phone,
      email: row.email,
      taxCode: row.tax_code,
      bankAccount: row.bank_account,
      bankName: row.bank_name,
      budgetRelationCode: row.budget_relation_code,
      treasuryName: row.treasury_name,
      placeName: row.place_name,
      signers: signers.map((signer) => ({
        id: signer.id,
        name: signer.name,
        position: signer.position,
        authority: signer.authority as Signer['authority'],
        onBehalfOf: signer.on_behalf_of,
        isDefault: signer.is_default === 1,
      })),
      symbols: symbols.map(({ form, symbol }) => ({ form, symbol })),
    },
  }
}

/** The signer asked for, else the one marked as default, else the first; null when the office has none. */
export function chooseSigner(office: OfficeDetails, signerId: number | null): Signer | null {
  if (signerId !== null) {
    const asked = office.signers.find((signer) => signer.id === signerId)
    if (asked === undefined) throw new Refusal('record.missing', 'người ký')
    return asked
  }
  return office.signers.find((signer) => signer.isDefault) ?? office.signers[0] ?? null
}
