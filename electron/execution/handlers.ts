// The calls of the area.
import type { executionContract } from '../../shared/contract/execution'
import type { DeadlineRule } from '../../shared/domain/deadlines'
import type { AreaHandlers } from '../database/access'
import { concludeAcceptance, recordMended, removeAcceptance, saveAcceptance } from './acceptanceCommands'
import { draftAcceptance } from './acceptanceDraft'
import { listAcceptances, readAcceptance } from './acceptanceReader'
import { readClusterReports, saveClusterReport } from './clusters'
import { readDetailPlan, saveDetailPlan } from './detailPlan'
import { planVisits, saveInspection } from './inspectionCommands'
import { draftInspection, readInspection } from './inspectionReader'
import { listInspections } from './inspectionYear'
import { contractToClose } from './liquidationReader'
import { listMachines } from './machines'
import { readVolumeReports, saveProgressMonth, saveVolumeReport } from './progressCommands'
import { readProgress, readProgressMonth } from './progressReader'
import { type RecordTable, removeRecord } from './records'
import { approveSettlement, liquidateContract, saveSettlement } from './settlementCommands'
import { listSettlements, readSettlement } from './settlementReader'
import { readTasks } from './tasks'
import { readTrainingClasses, saveTrainingClass } from './training'

const done = { done: true } as const

const removing =
  (table: RecordTable): AreaHandlers<typeof executionContract>['removeProgress'] =>
  async (writer, input) => {
    await removeRecord(writer, table, input)
    return done
  }

export function executionHandlers(shipped: () => readonly DeadlineRule[]): AreaHandlers<typeof executionContract> {
  return {
    progressMonth: (reader, input) => readProgressMonth(reader, shipped(), input),
    saveProgressMonth,
    progress: readProgress,
    removeProgress: removing('progress_report'),
    volumeReports: readVolumeReports,
    saveVolumeReport,
    removeVolumeReport: removing('volume_report'),
    acceptances: listAcceptances,
    acceptance: readAcceptance,
    acceptanceDraft: draftAcceptance,
    saveAcceptance,
    concludeAcceptance,
    recordMended,
    removeAcceptance: async (writer, input) => {
      await removeAcceptance(writer, input)
      return done
    },
    machines: listMachines,
    detailPlan: readDetailPlan,
    saveDetailPlan,
    trainingClasses: readTrainingClasses,
    saveTrainingClass,
    removeTrainingClass: removing('training_class'),
    clusterReports: readClusterReports,
    saveClusterReport,
    removeClusterReport: removing('cluster_report'),
    settlements: (reader, input) => listSettlements(reader, shipped(), input),
    settlement: (reader, input) => readSettlement(reader, shipped(), input),
    saveSettlement,
    approveSettlement,
    liquidation: async (reader, { contractId }) => {
      const { contract, projects, lastAcceptedOn, words, balance } = await contractToClose(reader, contractId)
      return {
        contractId,
        rowVersion: contract.rowVersion,
        number: contract.number,
        signedOn: contract.signedOn,
        words,
        closed: contract.state !== 'signed',
        closedOn: contract.closedOn,
        closedNumber: contract.closedNumber,
        explanation: contract.closedReason,
        lastAcceptedOn,
        balance,
        projects,
      }
    },
    liquidate: liquidateContract,
    inspections: listInspections,
    inspection: readInspection,
    inspectionDraft: draftInspection,
    planVisits,
    saveInspection,
    removeInspection: removing('inspection'),
    tasks: readTasks,
  }
}
