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

export const changePapers: readonly { readonly name: string; readonly document: PaperDocument }[] = [
  { name: 'change letter', document: buildChangeLetter(change.changeLetter) },
  {
    name: 'change submission of two',
    document: buildChangeLetter({ ...change.changeLetter, typeName: 'submission', change: change.widerChange }),
  },
  { name: 'change confirmation', document: buildChangeConfirmation(change.changeConfirmation) },
  { name: 'change decision', document: buildChangeDecision(change.changeDecision) },
  { name: 'change notice', document: buildChangeNotice(change.changeNotice) },
  { name: 'contract appendix', document: buildContractAppendix(change.contractAppendix) },
]

export const executionPapers: readonly { readonly name: string; readonly document: PaperDocument }[] = [
  { name: '3a progress', document: buildProgressReport(execution.progressReport) },
  { name: '3b volume', document: buildCompletedVolume(execution.completedVolume) },
  { name: '5a acceptance', document: buildAcceptanceMinutes(execution.acceptance5a) },
  { name: '5b acceptance', document: buildAcceptanceMinutes(execution.acceptance5b) },
  { name: '5c acceptance', document: buildAcceptanceMinutes(execution.acceptance5c) },
  { name: '6 liquidation', document: buildLiquidationMinutes(execution.liquidation) },
  { name: '7 settlement', document: buildSettlementDetail(execution.settlementDetail) },
  { name: '8a vouchers', document: buildVoucherList(execution.vouchers8a) },
  { name: '8b vouchers', document: buildVoucherList(execution.vouchers8b) },
  { name: '9 payment', document: buildPaymentRequest(execution.paymentRequest) },
  { name: '10 reconciliation', document: buildFundReconciliation(execution.reconciliation) },
  { name: '11 detailed plan', document: buildDetailedPlan(execution.detailedPlan) },
  { name: '11 training plan', document: buildTrainingPlan(execution.trainingPlan) },
  { name: '12 training programme', document: buildTrainingProgramme(execution.trainingProgramme) },
  { name: '13 cluster report', document: buildClusterReport(execution.clusterReport) },
  { name: 'beneficiary contract', document: buildBeneficiaryContract(execution.beneficiaryContract) },
  { name: 'visit minutes', document: buildVisitMinutes(execution.visitMinutes) },
  { name: 'advance request', document: buildAdvanceRequest(execution.advanceRequest) },
  { name: 'cover letter', document: buildCoverLetter(execution.coverLetter) },
]

export const allPapers = [...changePapers, ...executionPapers]
