// What can be asked of one contract before it is closed: what each of its đề án is worth under it, received and is due.

import { Refusal } from '../../shared/contract/errors'
import { acceptedAmounts } from '../../shared/domain/executionCoverage'
import { type Balance, balanceOf, type MoneyReceived, settlementTotals } from '../../shared/domain/executionSettlement'
import { type AmountsBySource, supportOf } from '../../shared/domain/money'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { type ContractRecord, readContracts, valueFor } from '../contracts/records'
import type { Reader } from '../database/access'
import { contractWords, dueUnder, partsUnder, receivedUnder } from './money'
import { decidedProject } from './projectInForce'
import { acceptedFacts, findSettlement } from './settlementReader'

export async function contractToClose(reader: Reader, contractId: number) {
  const [contract] = await readContracts(reader, [contractId])
  if (contract === undefined) throw new Refusal('record.missing', 'hợp đồng')
  return { contract, ...(await liquidationFacts(reader, contract)) }
}

/** What one đề án is worth, received and is due under one contract. */
interface LiquidatedProject extends MoneyReceived {
  readonly projectId: number
  readonly code: string
  readonly name: string
  readonly value: AmountsBySource
  readonly accepted: number
  readonly nothingAccepted: boolean
  readonly balance: Balance
}

export async function liquidationFacts(reader: Reader, contract: ContractRecord) {
  const projects: LiquidatedProject[] = []
  let lastAcceptedOn: PlainDate | null = null
  for (const { projectId } of contract.details.lines) {
    const project = await decidedProject(reader, projectId)
    const accepted = await acceptedFacts(reader, projectId)
    const stored = await findSettlement(reader, projectId)
    const totals = stored === null ? null : settlementTotals(stored.details)
    const money = receivedUnder(contract, projectId)
    const parts = partsUnder(contract, accepted.parts, project.content.beneficiaries)
    const due = dueUnder(
      contract,
      projectId,
      accepted.parts,
      project.content.beneficiaries,
      totals === null ? null : (totals.approvedSupport ?? totals.askedSupport),
    )
    if (accepted.lastOn !== null && (lastAcceptedOn === null || accepted.lastOn > lastAcceptedOn))
      lastAcceptedOn = accepted.lastOn
    projects.push({
      projectId,
      code: project.code,
      name: project.content.name,
      value: valueFor(contract, projectId),
      accepted: supportOf(acceptedAmounts(parts)),
      nothingAccepted: parts.length === 0,
      ...money,
      balance: balanceOf(due, money),
    })
  }
  const sum = (part: (one: LiquidatedProject) => number) => projects.reduce((total, one) => total + part(one), 0)
  return {
    projects,
    lastAcceptedOn,
    words: contractWords(contract),
    balance: {
      received: sum((one) => one.balance.received),
      due: sum((one) => one.balance.due),
      toPay: sum((one) => one.balance.toPay),
      toRecover: sum((one) => one.balance.toRecover),
    },
  }
}
