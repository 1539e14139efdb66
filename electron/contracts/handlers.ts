// The calls of the area.
import type { contractsContract } from '../../shared/contract/contracts'
import { Refusal } from '../../shared/contract/errors'
import type { AreaHandlers } from '../database/access'
import type { JudgingServices } from '../projects/judging'
import { removeAppendix, saveAppendix, signAppendix } from './appendices'
import { removeContract, saveContract } from './commands'
import { checkPayment, proposePayment, readBoard, readContractPayments, readMoney } from './moneyReader'
import { normWarningsWith } from './norms'
import { nextContractNumber } from './numbers'
import type { PaymentServices } from './paymentFacts'
import { removePayment, savePayment } from './payments'
import { draftForBeneficiaries, type ProposalServices, proposeContract } from './proposals'
import { listContracts, readContract } from './reader'
import { removeReceipt, saveReceipt } from './receipts'
import { readContracts } from './records'
import { signContract, terminateContract, warningsOfSigning } from './signing'

export type ContractServices = JudgingServices & ProposalServices & PaymentServices

const done = { done: true } as const

export function contractsHandlers(services: ContractServices): AreaHandlers<typeof contractsContract> {
  const normWarnings = normWarningsWith(services)
  return {
    list: listContracts,
    get: (reader, { id }) =>
      readContract(reader, id, (contract) => warningsOfSigning(reader, contract, reader.today, normWarnings)),
    propose: (reader, input) => proposeContract(reader, services, input),
    save: saveContract,
    draftForBeneficiaries: (writer, input) => draftForBeneficiaries(writer, services, input),
    remove: async (writer, input) => {
      await removeContract(writer, input)
      return done
    },
    nextNumber: nextContractNumber,
    signWarnings: async (reader, { id, signedOn }) => {
      const [contract] = await readContracts(reader, [id])
      if (contract === undefined) throw new Refusal('record.missing', 'hợp đồng')
      return warningsOfSigning(reader, contract, signedOn, normWarnings)
    },
    sign: (writer, input) => signContract(writer, normWarnings, input),
    terminate: terminateContract,
    saveAppendix,
    removeAppendix: async (writer, input) => {
      await removeAppendix(writer, input)
      return done
    },
    signAppendix,
    money: (reader, { projectId }) => readMoney(reader, projectId),
    payments: (reader, { contractId }) => readContractPayments(reader, contractId),
    proposePayment: (reader, input) => proposePayment(reader, services, input),
    checkPayment: (reader, input) => checkPayment(reader, services, input),
    savePayment: (writer, input) => savePayment(writer, services, input),
    removePayment: async (writer, input) => {
      await removePayment(writer, input)
      return done
    },
    saveReceipt,
    removeReceipt: async (writer, input) => {
      await removeReceipt(writer, input)
      return done
    },
    board: readBoard,
  }
}
