// A contract to be brought in as the draft it would be if it were drafted by hand: filled in from the đề án, what the file says over it.
import type { ContractDetails, ContractParty } from '../../../../shared/contract/contracts'
import { nameKey } from '../../../../shared/domain/identity'
import { noAmounts } from '../../../../shared/domain/money'
import { saveContract } from '../../../contracts/commands'
import { type ProposalServices, proposeContract } from '../../../contracts/proposals'
import { readContracts } from '../../../contracts/records'
import type { Writer } from '../../../database/access'
import type { ContractRecord } from '../records/contracts'
import type { RecordTarget } from '../records/recordKind'

export async function writeContract(
  writer: Writer,
  services: ProposalServices,
  record: ContractRecord,
  target: RecordTarget | null,
): Promise<void> {
  const [known] = target === null ? [] : await readContracts(writer, [target.id])
  const filled =
    known?.details ??
    (await proposeContract(writer, services, {
      kind: record.kind,
      projectIds: record.lines.map(({ projectId }) => projectId),
      beneficiary: record.beneficiary,
      date: record.signedOn,
    }))
  await saveContract(writer, {
    id: target?.id ?? null,
    rowVersion: target?.rowVersion ?? null,
    contract: withSaid(filled, record),
  })
}

function withSaid(filled: ContractDetails, record: ContractRecord): ContractDetails {
  const side = record.kind === 'agency' ? 'giver' : 'receiver'
  return {
    ...filled,
    kind: record.kind,
    [side]: partyOf(filled[side], record.otherParty),
    lines: record.lines.map(({ projectId, amounts }) => ({
      projectId,
      amounts: amounts ?? filled.lines.find((line) => line.projectId === projectId)?.amounts ?? noAmounts,
    })),
    subject: record.subject === '' ? filled.subject : record.subject,
    startOn: record.startOn ?? filled.startOn,
    endOn: record.endOn ?? filled.endOn,
    liquidationBy: record.liquidationBy ?? filled.liquidationBy,
    note: record.note,
  }
}

/** What is known of a party is known of that party only. */
function partyOf(filled: ContractParty, name: string): ContractParty {
  if (nameKey(filled.name) === nameKey(name)) return { ...filled, name }
  return {
    establishmentId: null,
    name,
    representative: '',
    position: '',
    authority: '',
    address: '',
    phone: '',
    account: '',
    bank: '',
    taxCode: '',
    budgetRelationCode: '',
  }
}
