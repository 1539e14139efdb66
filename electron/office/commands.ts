// What can be done to the office: save all of it at once, signers and symbols included.
import { Refusal } from '../../shared/contract/errors'
import type { OfficeDetails } from '../../shared/contract/office'
import type { Writer } from '../database/access'

function refuseContradictions(office: OfficeDetails): void {
  const defaults = office.signers.filter((signer) => signer.isDefault)
  if (defaults.length > 1)
    throw new Refusal('input.invalid', '', [
      { path: 'office.signers', message: 'Chỉ một người ký được chọn mặc định.' },
    ])
  const forms = office.symbols.map((symbol) => symbol.form)
  const repeated = forms.findIndex((form, index) => forms.indexOf(form) !== index)
  if (repeated >= 0)
    throw new Refusal('input.invalid', '', [
      { path: `office.symbols.${repeated}.form`, message: 'Mẫu này đã có ký hiệu ở dòng trên.' },
    ])
}

export async function saveOffice(
  writer: Writer,
  input: { readonly rowVersion: number; readonly office: OfficeDetails },
): Promise<{ rowVersion: number }> {
  const { office } = input
  refuseContradictions(office)
  const existing = await writer.db.selectFrom('office').select('row_version').executeTakeFirst()
  if ((existing?.row_version ?? 0) !== input.rowVersion) throw new Refusal('record.conflict')
  const rowVersion = input.rowVersion + 1
  const columns = {
    centre_name: office.centreName,
    centre_short_name: office.centreShortName,
    department_name: office.departmentName,
    province_code: office.provinceCode,
    commune_code: office.communeCode,
    address: office.address,
    phone: office.phone,
    email: office.email,
    tax_code: office.taxCode,
    bank_account: office.bankAccount,
    bank_name: office.bankName,
    budget_relation_code: office.budgetRelationCode,
    treasury_name: office.treasuryName,
    place_name: office.placeName,
    row_version: rowVersion,
  }
  if (existing === undefined)
    await writer.db
      .insertInto('office')
      .values({ id: 1, ...columns })
      .execute()
  else await writer.db.updateTable('office').set(columns).where('id', '=', 1).execute()
  await saveSigners(writer, office.signers)
  await saveSymbols(writer, office.symbols)
  return { rowVersion }
}

/** Signers keep their id, so that a paper issued by one can always name him. */
async function saveSigners(writer: Writer, signers: OfficeDetails['signers']): Promise<void> {
  const known = (await writer.db.selectFrom('signer').select('id').execute()).map((row) => row.id)
  const kept = signers.flatMap((signer) => (signer.id === null ? [] : [signer.id]))
  const unknown = signers.findIndex((signer) => signer.id !== null && !known.includes(signer.id))
  if (unknown >= 0) throw new Refusal('record.missing', 'người ký')
  const gone = known.filter((id) => !kept.includes(id))
  if (gone.length > 0) await writer.db.deleteFrom('signer').where('id', 'in', gone).execute()
  for (const [rank, signer] of signers.entries()) {
    const columns = {
      name: signer.name,
      position: signer.position,
      authority: signer.authority,
      on_behalf_of: signer.authority === 'none' ? '' : signer.onBehalfOf,
      is_default: signer.isDefault ? (1 as const) : (0 as const),
      rank,
    }
    if (signer.id === null) await writer.db.insertInto('signer').values(columns).execute()
    else await writer.db.updateTable('signer').set(columns).where('id', '=', signer.id).execute()
  }
}

async function saveSymbols(writer: Writer, symbols: OfficeDetails['symbols']): Promise<void> {
  const forms = symbols.map((symbol) => symbol.form)
  const stale = writer.db.deleteFrom('document_symbol')
  await (forms.length === 0 ? stale : stale.where('form', 'not in', forms)).execute()
  for (const { form, symbol } of symbols)
    await writer.db
      .insertInto('document_symbol')
      .values({ form, symbol })
      .onConflict((conflict) => conflict.column('form').doUpdateSet({ symbol }))
      .execute()
}
