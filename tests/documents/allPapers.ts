// Every paper of changes and of carrying out, made of the samples: what all papers must hold is asked of each of them.
import type { PaperDocument } from '../../electron/documents/blocks'
import { buildAcceptanceMinutes } from '../../electron/documents/forms/acceptanceMinutes'
import { buildBeneficiaryContract } from '../../electron/documents/forms/beneficiaryContract'
import { buildChangeDecision } from '../../electron/documents/forms/changeDecision'
import {
  buildChangeConfirmation,
  buildChangeLetter,
  buildChangeNotice,
} from '../../electron/documents/forms/changeLetters'
import { buildClusterReport } from '../../electron/documents/forms/clusterReport'
import { buildCompletedVolume } from '../../electron/documents/forms/completedVolume'
import { buildContractAppendix } from '../../electron/documents/forms/contractAppendix'
import {
  buildDetailedPlan,
  buildTrainingPlan,
  buildTrainingProgramme,
} from '../../electron/documents/forms/detailedPlan'
import { buildAdvanceRequest, buildCoverLetter } from '../../electron/documents/forms/executionLetters'
import { buildLiquidationMinutes } from '../../electron/documents/forms/liquidationMinutes'
import { buildProgressReport } from '../../electron/documents/forms/progressReport'
import {
  buildFundReconciliation,
  buildPaymentRequest,
  buildSettlementDetail,
  buildVoucherList,
} from '../../electron/documents/forms/settlementForms'
import { buildVisitMinutes } from '../../electron/documents/forms/visitMinutes'
import * as change from './changeSamples'
import * as execution from './executionSamples'

export interface SamplePaper {
  readonly name: string
  readonly document: PaperDocument
  /** The same paper of the data as somebody else would have typed them. */
  readonly of: (changed: <Data>(data: Data) => Data) => PaperDocument
}

function paper<Data>(name: string, build: (data: Data) => PaperDocument, data: Data): SamplePaper {
  return { name, document: build(data), of: (changed) => build(changed(data)) }
}

export const changePapers: readonly SamplePaper[] = [
  paper('change letter', buildChangeLetter, change.changeLetter),
  paper('change submission of two', buildChangeLetter, {
    ...change.changeLetter,
    typeName: 'submission',
    change: change.widerChange,
  }),
  paper('change confirmation', buildChangeConfirmation, change.changeConfirmation),
  paper('change decision', buildChangeDecision, change.changeDecision),
  paper('change notice', buildChangeNotice, change.changeNotice),
  paper('contract appendix', buildContractAppendix, change.contractAppendix),
]

export const executionPapers: readonly SamplePaper[] = [
  paper('3a progress', buildProgressReport, execution.progressReport),
  paper('3b volume', buildCompletedVolume, execution.completedVolume),
  paper('5a acceptance', buildAcceptanceMinutes, execution.acceptance5a),
  paper('5b acceptance', buildAcceptanceMinutes, execution.acceptance5b),
  paper('5c acceptance', buildAcceptanceMinutes, execution.acceptance5c),
  paper('6 liquidation', buildLiquidationMinutes, execution.liquidation),
  paper('7 settlement', buildSettlementDetail, execution.settlementDetail),
  paper('8a vouchers', buildVoucherList, execution.vouchers8a),
  paper('8b vouchers', buildVoucherList, execution.vouchers8b),
  paper('9 payment', buildPaymentRequest, execution.paymentRequest),
  paper('10 reconciliation', buildFundReconciliation, execution.reconciliation),
  paper('11 detailed plan', buildDetailedPlan, execution.detailedPlan),
  paper('11 training plan', buildTrainingPlan, execution.trainingPlan),
  paper('12 training programme', buildTrainingProgramme, execution.trainingProgramme),
  paper('13 cluster report', buildClusterReport, execution.clusterReport),
  paper('beneficiary contract', buildBeneficiaryContract, execution.beneficiaryContract),
  paper('visit minutes', buildVisitMinutes, execution.visitMinutes),
  paper('advance request', buildAdvanceRequest, execution.advanceRequest),
  paper('cover letter', buildCoverLetter, execution.coverLetter),
]

export const allPapers = [...changePapers, ...executionPapers]
