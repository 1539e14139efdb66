// The calls of the area.
import type { contractsContract } from '../../shared/contract/contracts'
import { Refusal } from '../../shared/contract/errors'
import type { AreaHandlers } from '../database/access'
import type { JudgingServices } from '../projects/judging'
import { removeAppendix, saveAppendix, signAppendix } from './appendices'
import { removeContract, saveContract } from './commands'
import { normWarningsWith } from './norms'
import { nextContractNumber } from './numbers'
import { listContracts, readContract } from './reader'
import { readContracts } from './records'
import { signContract, terminateContract, warningsOfSigning } from './signing'

export type ContractServices = JudgingServices

const done = { done: true } as const

export function contractsHandlers(services: ContractServices): AreaHandlers<typeof contractsContract> {
  const normWarnings = normWarningsWith(services)
  return {
    list: listContracts,
    get: (reader, { id }) =>
      readContract(reader, id, (contract) => warningsOfSigning(reader, contract, reader.today, normWarnings)),
    save: saveContract,
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
  }
}
