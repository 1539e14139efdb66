// What can be done to a contract before it is signed: save it whole, remove it.
import type { ContractDetails, ContractParty } from '../../shared/contract/contracts'
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import { contractContradictions } from '../../shared/domain/contracts'
import { contractStateLabels } from '../../shared/labels'
import type { Reader, Writer } from '../database/access'
import { removeSearchEntry } from '../database/searchIndex'
import { readGranted } from './granted'
import { type ContractRecord, readContracts } from './records'
import { writeContractSearch } from './search'

export async function contractRecord(reader: Reader, id: number): Promise<ContractRecord> {
  const [record] = await readContracts(reader, [id])
  if (record === undefined) throw new Refusal('record.missing', 'hợp đồng')
  return record
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed when it is no longer a draft */
export async function draftContract(writer: Writer, id: number, rowVersion: number | null): Promise<ContractRecord> {
  const record = await contractRecord(writer, id)
  if (record.rowVersion !== rowVersion) throw new Refusal('record.conflict')
  if (record.state !== 'draft')
    throw new Refusal(
      'step.not-allowed',
      `hợp đồng ${record.number} đang ở trạng thái “${contractStateLabels[record.state]}”; nội dung chỉ thay đổi bằng phụ lục.`,
    )
  return record
}

/** Only what contradicts itself: unknown đề án, another programme's, dates and percentages that cannot be. */
async function refuseContradictions(writer: Writer, contract: ContractDetails): Promise<void> {
  const problems: FieldProblem[] = contractContradictions({ ...contract, parties: contract }).map(
    ({ path, message }) => ({ path: `contract.${path}`, message }),
  )
  const granted = await readGranted(
    writer,
    contract.lines.map((line) => line.projectId),
  )
  contract.lines.forEach(({ projectId }, index) => {
    const project = granted.get(projectId)
    const path = `contract.lines.${index}.projectId`
    if (project === undefined) problems.push({ path, message: 'Không còn đề án này trong sổ.' })
    else if (project.programme !== contract.programme)
      problems.push({ path, message: `Đề án ${project.code} thuộc chương trình khác với hợp đồng.` })
  })
  for (const side of ['giver', 'receiver'] as const) {
    const { establishmentId } = contract[side]
    if (establishmentId === null) continue
    const found = await writer.db
      .selectFrom('establishment')
      .select('id')
      .where('id', '=', establishmentId)
      .executeTakeFirst()
    if (found === undefined)
      problems.push({ path: `contract.${side}.establishmentId`, message: 'Không còn cơ sở này trong sổ.' })
  }
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
}

function contractColumns(contract: ContractDetails) {
  return {
    kind: contract.kind,
    programme: contract.programme,
    year: contract.year,
    subject: contract.subject,
    start_on: contract.startOn,
    end_on: contract.endOn,
    liquidation_by: contract.liquidationBy,
    note: contract.note,
  }
}

async function writeParty(writer: Writer, contractId: number, side: 'giver' | 'receiver', party: ContractParty) {
  await writer.db
    .insertInto('contract_party')
    .values({
      contract_id: contractId,
      side,
      establishment_id: party.establishmentId,
      name: party.name,
      representative: party.representative,
      position: party.position,
      authority: party.authority,
      address: party.address,
      phone: party.phone,
      account: party.account,
      bank: party.bank,
      tax_code: party.taxCode,
      budget_relation_code: party.budgetRelationCode,
    })
    .execute()
}

async function writeParts(writer: Writer, contractId: number, contract: ContractDetails): Promise<void> {
  const { db } = writer
  await db.deleteFrom('contract_party').where('contract_id', '=', contractId).execute()
  await db.deleteFrom('contract_line').where('contract_id', '=', contractId).execute()
  await db.deleteFrom('contract_instalment').where('contract_id', '=', contractId).execute()
  await writeParty(writer, contractId, 'giver', contract.giver)
  await writeParty(writer, contractId, 'receiver', contract.receiver)
  for (const [rank, line] of contract.lines.entries())
    await db
      .insertInto('contract_line')
      .values({ contract_id: contractId, rank, project_id: line.projectId, ...line.amounts })
      .execute()
  for (const [rank, one] of contract.instalments.entries())
    await db
      .insertInto('contract_instalment')
      .values({
        contract_id: contractId,
        rank,
        name: one.name,
        percent_basis_points: one.percentBasisPoints,
        condition: one.condition,
        due_on: one.dueOn,
      })
      .execute()
}

export interface ContractSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly contract: ContractDetails
}

/** @throws Refusal rule.contradiction, record.missing, record.conflict, step.not-allowed */
export async function saveContract(writer: Writer, input: ContractSave): Promise<{ id: number; rowVersion: number }> {
  const { contract } = input
  await refuseContradictions(writer, contract)
  if (input.id === null) {
    const { id } = await writer.db
      .insertInto('contract')
      .values({
        ...contractColumns(contract),
        number: null,
        symbol: '',
        outside_number: '',
        signed_on: null,
        closed_on: null,
        closed_number: '',
        closed_reason: '',
        row_version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeParts(writer, id, contract)
    await writeContractSearch(writer, id)
    return { id, rowVersion: 1 }
  }
  const { rowVersion } = await draftContract(writer, input.id, input.rowVersion)
  await writer.db
    .updateTable('contract')
    .set({ ...contractColumns(contract), row_version: rowVersion + 1 })
    .where('id', '=', input.id)
    .execute()
  await writeParts(writer, input.id, contract)
  await writeContractSearch(writer, input.id)
  return { id: input.id, rowVersion: rowVersion + 1 }
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed */
export async function removeContract(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await draftContract(writer, input.id, input.rowVersion)
  await writer.db.deleteFrom('contract').where('id', '=', input.id).execute()
  await removeSearchEntry(writer, 'contract', input.id)
}

export async function touchContract(writer: Writer, id: number, rowVersion: number): Promise<number> {
  const next = rowVersion + 1
  await writer.db.updateTable('contract').set({ row_version: next }).where('id', '=', id).execute()
  return next
}
