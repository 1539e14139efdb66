// Every call takes anything at all and answers with a value or a refusal in words: never an internal error, never a throw,
// and a refused command has changed nothing.
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { problemCodes, type Result } from '../../shared/contract/errors'
import { blankEstablishment } from '../../shared/contract/establishments'
import { allCalls } from '../../shared/contract/index'

let folder = ''
let program: Program

const amounts = { national: 1, local: 0, counterpart: 0, other: 0 }
const content = {
  name: 'Đề án thử',
  contentGroup: 'ND3',
  subContent: null,
  implementingUnit: '',
  cooperatingUnits: '',
  startMonth: '2022-01',
  endMonth: '2022-02',
  necessity: '',
  objective: '',
  scale: '',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  beneficiaries: [{ establishmentId: 1, name: 'A', shareBasisPoints: 10_000 }],
  places: [{ provinceCode: '19', communeCode: null, text: 'xã A', oldText: '' }],
  outputs: [{ indicator: 'Máy', unit: 'cái', quantityThousandths: 1000 }],
  budget: [{ content: 'Mua máy', unit: '', quantityThousandths: null, unitPrice: null, amounts, note: '' }],
}
const office = {
  centreName: 'Trung tâm',
  centreShortName: '',
  departmentName: 'Sở',
  provinceCode: '19',
  communeCode: null,
  address: '',
  phone: '',
  email: '',
  taxCode: '',
  bankAccount: '',
  bankName: '',
  budgetRelationCode: '',
  treasuryName: '',
  placeName: 'Thái Nguyên',
  signers: [{ id: null, name: 'A', position: 'Giám đốc', authority: 'none', onBehalfOf: '', isDefault: true }],
  symbols: [{ form: 'agency-contract', symbol: 'HĐ' }],
}
const voteRound = {
  level: 'province',
  year: 2025,
  place: '',
  decisionNumber: '1/QĐ-UBND',
  decisionDate: '2025-10-01',
  issuer: 'UBND tỉnh',
  councilNumber: '',
  councilMembers: 7,
  note: '',
}
const voteProduct = {
  establishmentId: null,
  owner: 'HTX A',
  name: 'Chè',
  group: 'food',
  scores: { market: 3_500, economy: 3_000, culture: 800, other: 700 },
  average: 8_000,
  result: 'certified',
  certificateNumber: '01/GCN',
  certificateDate: '2025-10-01',
  validUntil: '2028-12-31',
  prizeRank: 'A',
  prizeAmount: 5_000_000,
  overReason: '',
  note: '',
}
const activity = {
  kind: 'fairHere',
  name: 'Hội chợ',
  year: 2025,
  startsOn: '2025-05-01',
  endsOn: '2025-05-05',
  place: 'Bắc Kạn',
  organiser: '',
  documentNumber: '',
  projectId: null,
  participants: 100,
  establishments: 1,
  booths: 20,
  items: 0,
  amounts,
  attendants: [{ establishmentId: null, name: 'HTX A', note: '' }],
  result: '',
  note: '',
}
const normSet = {
  name: 'Nghị quyết',
  resolutionNumber: '1/NQ-HĐND',
  resolutionDate: '2025-07-01',
  territory: 'Bắc Kạn',
  effectiveFrom: '2025-07-26',
  effectiveTo: null,
  priorityMultiplierThousandths: 1500,
  rows: [
    {
      code: '1',
      subContent: 'ND3.demonstrationModel',
      name: '',
      maxPercentBasisPoints: 3000,
      baseFrom: 'total',
      base: '',
      maxAmount: 800_000_000,
      unit: '',
      legalBasis: 'khoản 2 Điều 5',
      note: '',
    },
  ],
}
const answers = { priority: true, combineReason: '', normCode: '', baseAmount: 1, oldPlace: 'yes' }
const allocation = {
  batchNumber: 1,
  documentKind: 'letter',
  number: '437/CTĐP-QLKC',
  issuedOn: '2022-07-06',
  issuer: 'Cục Công Thương địa phương',
  totalAmount: 600_000_000,
  note: '',
}
const deadlineRule = {
  programme: 'local',
  step: 'Gửi đăng ký',
  when: { kind: 'yearly', month: 7, day: 31, before: true },
  reminderDays: 30,
  opens: 'plan',
  legalBasis: 'Quy chế của tỉnh',
  effectiveFrom: '2021-01-01',
  effectiveTo: null,
  note: '',
}
const identity = { code: '', programme: 'national', kind: 'single', planYear: 2022 }
const workbook = { fileName: 'a.xlsx', base64: 'UEsDBAo=', kind: null, year: 2022 }

const need = {
  year: 2027,
  establishmentId: 1,
  asker: '',
  contentGroup: 'ND3',
  subContent: null,
  activity: 'Máy sấy',
  totalInvestment: 2,
  wishedSupport: 1,
  receivedOn: '2026-01-05',
  note: '',
}

const dossierItem = {
  paperCode: null,
  title: 'Ảnh chụp',
  stage: 'appraisal',
  required: true,
  copies: 1,
  destination: 'kept',
  receivedOn: '2022-01-05',
  note: '',
}

const sheet = {
  method: 'council',
  date: '2022-05-25',
  documentNumber: '3/BB',
  appraiser: '',
  signer: '',
  checks: [1, 2, 3, 4, 5].map(() => ({ result: 'pass', opinion: '' })),
  members: [{ name: 'Nguyễn Văn An', organisation: 'Sở', role: 'chair', opinion: '' }],
  votesFor: 1,
  votesAgainst: 0,
  conclusion: 'agree',
  opinion: '',
}
const contractParty = { establishmentId: 1, name: 'HTX', representative: 'Vũ Loan', position: 'Giám đốc' }
const contract = {
  kind: 'beneficiary',
  programme: 'national',
  year: 2022,
  subject: 'Mua máy',
  giver: { ...contractParty, establishmentId: null, name: 'Trung tâm' },
  receiver: contractParty,
  lines: [{ projectId: 1, amounts }],
  instalments: [{ name: 'Lần 1', percentBasisPoints: 7000, condition: '', dueOn: '2022-05-01' }],
  startOn: '2022-03-01',
  endOn: '2022-11-30',
  liquidationBy: '2023-01-22',
  note: '',
}
const appendix = {
  changes: 'Kéo dài thời gian',
  decisionNumber: '1/QĐ',
  decisionDate: '2022-05-01',
  endOn: '2022-12-31',
  liquidationBy: null,
  lines: [{ projectId: 1, amounts }],
}
const contractPayment = {
  kind: 'advance',
  round: 1,
  onDate: '2022-05-01',
  lines: [{ projectId: 1, amounts }],
  voucherKind: 'treasuryOrder',
  voucherNumber: 'GRDT 1',
  voucherDate: '2022-05-01',
  payee: 'HTX',
  content: 'Tạm ứng',
  doneBasisPoints: 7500,
  confirmationNumber: '1/SCT',
  confirmedOn: '2022-04-20',
  papers: ['first-progress'],
  note: '',
}
const receipt = { onDate: '2022-10-31', amount: 1, payer: 'HTX', voucherNumber: 'PT 1', note: '' }
const taken = { date: '2022-05-15', documentNumber: '12/CV', documentDate: '2022-05-15', reason: '' }

const progressReport = {
  reportedOn: '2022-05-24',
  lines: [{ content: 'Mua máy', percent: 5_000, note: '' }],
  workDone: 'Đã ký hợp đồng mua máy',
  valueDone: 1,
  advanceRequested: null,
  difficulties: '',
  expectedEnd: '2022-11',
  confirmedOn: null,
  note: '',
}
const volumeReport = {
  date: '2022-09-01',
  documentNumber: '',
  lines: [
    {
      content: 'Mua máy',
      unit: 'cái',
      plannedQuantity: 1000,
      doneQuantity: 1000,
      planned: amounts,
      done: amounts,
      note: '',
    },
  ],
  note: '',
}
const acceptance = {
  form: '5a',
  establishmentId: null,
  beneficiary: '',
  followsId: null,
  place: 'xã Văn Vũ',
  date: '2022-09-05',
  documentNumber: '1/BB',
  basis: '',
  quality: '',
  timing: '',
  members: [{ name: 'Lý A Phủ', organisation: 'Sở', side: 'department', position: '', opinion: '' }],
  outputs: [{ indicator: 'Máy', unit: 'cái', planned: 1000, done: 1000, note: '' }],
  costs: [{ content: 'Mua máy', planned: amounts, done: amounts, note: '' }],
  machines: [
    {
      name: 'Máy sấy',
      specification: '5 kW',
      origin: 'Việt Nam',
      unit: 'cái',
      quantity: 1000,
      unitPrice: 1,
      serial: 'SN-1',
      madeIn: 2022,
      isNew: true,
      works: true,
      note: '',
    },
  ],
  conclusion: 'pass',
  shortfallReason: '',
  mend: '',
  mendBy: null,
  suggestion: '',
}
const detailPlan = {
  date: '2022-03-01',
  documentNumber: '1/KH',
  purpose: '',
  organisation: '',
  lines: [
    {
      establishmentId: 1,
      name: 'HTX',
      address: '',
      content: '',
      support: 1,
      counterpart: 0,
      startMonth: '2022-03',
      endMonth: '2022-09',
      note: '',
    },
  ],
  approvalNumber: '',
  approvedOn: null,
  note: '',
}
const trainingClass = {
  name: 'Lớp may',
  occupation: 'May công nghiệp',
  plannedTrainees: 30,
  startsOn: '2022-04-01',
  endsOn: '2022-06-01',
  place: '',
  teacher: '',
  qualification: '',
  objective: '',
  subjects: [{ subject: 'An toàn', theoryHours: 8, practiceHours: 4, note: '' }],
  trainees: [
    {
      name: 'Hoàng Thị Mai',
      bornIn: 1995,
      gender: 'Nữ',
      ethnicity: 'Tày',
      address: '',
      idNumber: '019195000001',
      certificateNumber: '',
      employer: '',
      note: '',
    },
  ],
  note: '',
}
const clusterReport = {
  date: '2022-08-01',
  documentNumber: '',
  cluster: 'CCN Cẩm Giàng',
  place: '',
  investor: '',
  decision: '',
  areaThousandths: 30_000,
  lines: [{ content: 'San lấp', unit: 'ha', planned: 2, done: 1, note: '' }],
  note: '',
}
const settlement = {
  date: '2022-11-20',
  documentNumber: '',
  withInvoice: false,
  lastOfYear: true,
  lines: [{ content: 'Mua máy', planned: amounts, asked: amounts, approved: null, note: '' }],
  vouchers: [
    {
      number: '0001',
      date: '2022-09-01',
      kind: 'invoice',
      content: 'Mua máy',
      payee: 'Công ty A',
      amounts,
      note: '',
    },
  ],
  differenceReason: '',
  note: '',
}
const noEffect = { jobs: null, revenue: null, taxPaid: null, averageIncome: null }
const inspection = {
  year: 2023,
  kind: 'afterOneYear',
  establishmentId: 1,
  beneficiary: '',
  place: '',
  plannedMonth: '2023-09',
  visitedOn: '2023-09-10',
  documentNumber: '',
  team: '',
  met: '',
  content: '',
  conclusion: '',
  before: noEffect,
  after: { ...noEffect, jobs: 12, revenue: 5 },
  findings: [{ finding: 'Chưa treo biển', dueOn: '2023-10-01', resolvedOn: null, note: '' }],
  machines: [],
  note: '',
}

/** An input that passes, for each call over an open file; wrong ones are made from it. */
const whole: Readonly<Record<string, unknown>> = {
  'office.get': {},
  'office.save': { rowVersion: 1, office },
  'office.contentGroups': {},
  'office.provinces': { onDate: '2026-01-01' },
  'office.communes': { provinceCode: '19' },
  'office.resolveAddress': { text: 'xã Văn Vũ, huyện Na Rì', provinceCode: '19' },
  'office.normSets': {},
  'office.saveNormSet': { id: null, rowVersion: null, normSet },
  'office.removeNormSet': { id: 1, rowVersion: 1 },
  'establishments.list': { text: 'htx', limit: 5 },
  'establishments.get': { id: 1 },
  'establishments.save': { id: null, rowVersion: null, establishment: { ...blankEstablishment, name: 'HTX' } },
  'establishments.remove': { id: 2, rowVersion: 1 },
  'establishments.duplicates': { taxCode: '', registrationNumber: '', name: 'A', communeCode: null, exceptId: null },
  'establishments.needs': { year: 2027, establishmentId: 1, outcome: 'open', text: 'may say' },
  'establishments.saveNeed': { id: null, rowVersion: null, need },
  'establishments.removeNeed': { id: 99, rowVersion: 1 },
  'establishments.declineNeed': { id: 1, rowVersion: 1, reason: 'Không thuộc đối tượng' },
  'establishments.reopenNeed': { id: 1, rowVersion: 2 },
  'establishments.needsToProject': { needIds: [1, 2], programme: 'local', planYear: 2027, name: '' },
  'projects.list': { year: 2022, text: 'máy', limit: 5 },
  'projects.get': { id: 1 },
  'projects.legalBases': { onDate: '2026-01-05' },
  'projects.suggestCode': { programme: 'local', year: 2022 },
  'projects.save': { id: null, rowVersion: null, identity, content },
  'projects.remove': { id: 1, rowVersion: 1 },
  'projects.copy': { id: 3, toYear: 2023 },
  'projects.lockVersion': { id: 1, rowVersion: 1, stage: 'approved', decisionNumber: '1', decisionDate: '2022-01-01' },
  'changes.list': { year: 2022, state: 'draft', projectId: 1, text: 'máy' },
  'changes.get': { id: 1 },
  'changes.save': {
    id: null,
    rowVersion: null,
    letter: {
      year: 2022,
      letterNumber: '12/TTKC',
      letterDate: '2022-05-01',
      askedBy: 'Trung tâm',
      reason: '',
      note: '',
    },
    items: [
      {
        id: null,
        kind: 'stop',
        projectId: 1,
        content,
        reason: 'Không đủ vốn',
        reasons: [{ path: 'name', reason: 'vì' }],
        advanced: 1,
        recovery: 1,
      },
    ],
  },
  'changes.remove': { id: 1, rowVersion: 1 },
  'changes.submit': { id: 1, rowVersion: 1, submittedOn: '2022-05-02' },
  'changes.reopen': { id: 1, rowVersion: 1 },
  'changes.withdraw': { id: 1, rowVersion: 1, date: '2022-05-03', reason: 'Rút' },
  'changes.split': { id: 1, rowVersion: 1 },
  'changes.rebase': { id: 1, rowVersion: 1 },
  'changes.decide': {
    id: 1,
    rowVersion: 1,
    number: '9/QĐ-UBND',
    date: '2022-06-01',
    signer: 'A',
    authority: 'planApprover',
    items: [{ itemId: 1, outcome: 'partly', refused: ['name'], content, note: '', recovery: 1 }],
    addedAllocation: { programme: 'local', year: 2022, amount: 1 },
    overReason: 'vì',
  },
  'changes.cancelDecision': { id: 1, rowVersion: 1, number: '', date: '2022-06-02', reason: 'Ghi nhầm' },
  'projects.startVersion': { id: 1, rowVersion: 1, stage: 'adjusted' },
  'projects.judge': { id: 1, versionId: 1, date: '2025-10-14' },
  'projects.answerChecks': { id: 1, answersRowVersion: 0, answers },
  'projects.overrideCheck': { id: 1, rowVersion: 1, checkCode: 'place', reason: 'Đã hỏi Sở' },
  'projects.steps': { id: 1 },
  'projects.takeStep': { id: 3, rowVersion: 1, step: 'submit', ...taken },
  'projects.correctStep': { id: 1, stepId: 1, rowVersion: 1, ...taken, reason: 'Gõ nhầm số' },
  'projects.waitingAppraisals': { year: 2022 },
  'projects.appraisal': { id: 3, level: 'base' },
  'projects.saveAppraisal': { id: 3, level: 'base', rowVersion: 0, sheet },
  'projects.concludeAppraisal': { id: 3, level: 'base', rowVersion: 2, appraisalRowVersion: 1 },
  'projects.people': {},
  'plans.years': {},
  'plans.states': { year: 2022, programme: 'national' },
  'plans.compare': {
    year: 2022,
    programme: 'national',
    before: { kind: 'registered' },
    after: { kind: 'date', date: '2022-06-30' },
  },
  'projects.states': { id: 1 },
  'projects.timeline': { id: 1 },
  'projects.compare': { id: 1, before: { kind: 'change', number: 1 }, after: { kind: 'today' } },
  'plans.get': { year: 2022, programme: 'national', basis: 'registered' },
  'plans.saveHeader': {
    year: 2022,
    programme: 'local',
    rowVersion: 1,
    header: { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' },
  },
  'plans.allocations': { year: 2022, programme: 'local' },
  'plans.saveAllocation': { year: 2022, programme: 'local', id: null, rowVersion: null, allocation },
  'plans.removeAllocation': { id: 1, rowVersion: 1 },
  'plans.assign': {
    itemId: 3,
    allocationId: 1,
    amounts: { ...amounts, national: 0, local: 1 },
    assignedOn: '2022-01-05',
  },
  'plans.setState': { year: 2022, programme: 'local', rowVersion: 1, state: 'registered', registeredOn: '2021-06-01' },
  'plans.registration': { year: 2022, programme: 'national', registeredOn: '2021-06-01' },
  'plans.lock': { year: 2022, programme: 'national', rowVersion: 1, decisionNumber: '1', decisionDate: '2022-01-01' },
  'plans.rollOver': { fromYear: 2022, toYear: 2023, programme: 'local', projectIds: [3], intoPlan: true },
  'plans.registrationReport': { year: 2022, programme: 'local' },
  'plans.addProjects': { year: 2022, programme: 'national', projectIds: [1, 2], supplementRound: 1 },
  'plans.saveItem': { itemId: 1, priority: 1, note: '' },
  'plans.moveItem': { itemId: 1, beforeItemId: 2 },
  'plans.removeItem': { itemId: 99 },
  'programmes.signals': { today: '2026-07-01' },
  'programmes.deadlines': { year: 2022, today: '2022-06-10' },
  'programmes.deadlineRules': {},
  'programmes.saveDeadlineRule': { id: null, rowVersion: null, rule: deadlineRule },
  'programmes.removeDeadlineRule': { id: 1, rowVersion: 1 },
  'programmes.switchDeadlineRule': { key: 'national.registration', off: true },
  'programmes.tickDeadline': { key: 'national.registration@2022-06-15', done: true, note: 'Đã gửi' },
  'programmes.saveDeadlineEvent': { ruleKey: 'national.settlementFile', date: '2022-11-01', what: 'Nghiệm thu' },
  'programmes.removeDeadlineEvent': { id: 99 },
  'contracts.list': { year: 2022, projectId: 1, programme: 'national', kind: 'agency', state: 'draft', text: 'htx' },
  'contracts.propose': { kind: 'beneficiary', projectIds: [1], beneficiary: 0, date: '2022-03-01' },
  'contracts.draftForBeneficiaries': { projectId: 1 },
  'contracts.money': { projectId: 1 },
  'contracts.payments': { contractId: 1 },
  'contracts.proposePayment': { contractId: 1, kind: 'advance', date: '2022-05-01' },
  'contracts.checkPayment': { id: null, contractId: 1, payment: contractPayment },
  'contracts.savePayment': { id: null, rowVersion: null, contractId: 1, payment: contractPayment, reason: '' },
  'contracts.removePayment': { id: 1, rowVersion: 1 },
  'contracts.saveReceipt': { id: null, rowVersion: null, projectId: 1, receipt },
  'contracts.removeReceipt': { id: 1, rowVersion: 1 },
  'contracts.board': { year: 2022, programme: 'national' },
  'contracts.save': { id: null, rowVersion: null, contract },
  'contracts.get': { id: 1 },
  'contracts.nextNumber': { kind: 'beneficiary', year: 2022, symbol: '' },
  'contracts.signWarnings': { id: 1, signedOn: '2022-03-01' },
  'contracts.sign': {
    id: 1,
    rowVersion: 1,
    signedOn: '2022-03-01',
    number: 1,
    symbol: 'HĐ',
    outsideNumber: '',
    reason: 'Đã xin ý kiến Sở',
  },
  'contracts.terminate': { id: 1, rowVersion: 2, date: '2022-06-01', number: '3/TB', reason: 'Cơ sở ngừng hoạt động' },
  'contracts.saveAppendix': { id: null, rowVersion: null, contractId: 1, appendix },
  'contracts.signAppendix': { id: 1, rowVersion: 1, signedOn: '2022-06-01', number: '01', reason: '' },
  'contracts.removeAppendix': { id: 1, rowVersion: 1 },
  'contracts.remove': { id: 1, rowVersion: 1 },
  'execution.progressMonth': { month: '2022-05', programme: 'national' },
  'execution.saveProgressMonth': {
    month: '2022-05',
    reports: [{ projectId: 1, rowVersion: 0, report: progressReport }],
  },
  'execution.progress': { projectId: 1 },
  'execution.removeProgress': { id: 1, rowVersion: 1 },
  'execution.volumeReports': { projectId: 1 },
  'execution.saveVolumeReport': { id: null, rowVersion: null, projectId: 1, report: volumeReport },
  'execution.removeVolumeReport': { id: 1, rowVersion: 1 },
  'execution.acceptances': { year: 2022, projectId: 1 },
  'execution.acceptance': { id: 1 },
  'execution.acceptanceDraft': { projectId: 1, form: '5a', establishmentId: 1, beneficiary: '', followsId: null },
  'execution.saveAcceptance': { id: null, rowVersion: null, projectId: 1, acceptance },
  'execution.concludeAcceptance': { id: 1, rowVersion: 1 },
  'execution.recordMended': { id: 1, rowVersion: 1, mendedOn: '2022-09-20' },
  'execution.removeAcceptance': { id: 1, rowVersion: 1 },
  'execution.machines': { year: 2022, text: 'may say' },
  'execution.detailPlan': { projectId: 1 },
  'execution.saveDetailPlan': { projectId: 1, rowVersion: 0, plan: detailPlan },
  'execution.trainingClasses': { projectId: 1 },
  'execution.saveTrainingClass': { id: null, rowVersion: null, projectId: 1, trainingClass },
  'execution.removeTrainingClass': { id: 1, rowVersion: 1 },
  'execution.clusterReports': { projectId: 1 },
  'execution.saveClusterReport': { id: null, rowVersion: null, projectId: 1, report: clusterReport },
  'execution.removeClusterReport': { id: 1, rowVersion: 1 },
  'execution.settlements': { year: 2022 },
  'execution.settlement': { projectId: 1 },
  'execution.saveSettlement': { projectId: 1, rowVersion: 0, settlement },
  'execution.approveSettlement': {
    projectId: 1,
    rowVersion: 1,
    approvalNumber: '9/QĐ',
    approvedOn: '2022-12-20',
    approved: [1],
    reason: '',
  },
  'execution.liquidation': { contractId: 1 },
  'execution.liquidate': { contractId: 1, rowVersion: 1, date: '2022-12-01', number: '1/BBTL', explanation: '' },
  'execution.inspections': { year: 2023, projectId: 1 },
  'execution.inspection': { id: 1 },
  'execution.inspectionDraft': {
    projectId: 1,
    year: 2023,
    kind: 'afterOneYear',
    establishmentId: 1,
    beneficiary: '',
  },
  'execution.planVisits': {
    year: 2023,
    visits: [{ projectId: 1, establishmentId: 1, beneficiary: '', kind: 'afterOneYear', month: '2023-09' }],
  },
  'execution.saveInspection': { id: null, rowVersion: null, projectId: 1, inspection },
  'execution.removeInspection': { id: 1, rowVersion: 1 },
  'activities.rounds': { year: 2025, level: 'province', text: 'che' },
  'activities.round': { id: 1 },
  'activities.saveRound': { id: null, rowVersion: null, round: voteRound },
  'activities.removeRound': { id: 1, rowVersion: 1 },
  'activities.saveProduct': { id: null, rowVersion: null, roundId: 1, product: voteProduct },
  'activities.removeProduct': { id: 1, rowVersion: 1 },
  'activities.recordCertificate': {
    level: 'province',
    year: 2025,
    place: '',
    decisionNumber: '1/QĐ',
    decisionDate: '2025-10-01',
    establishmentId: null,
    owner: 'HTX A',
    name: 'Chè',
    group: 'food',
    average: 8_000,
    number: '01',
    date: '2025-10-01',
    validUntil: null,
    overReason: '',
  },
  'activities.certificates': {
    asOf: '2026-01-01',
    year: 2025,
    level: 'province',
    group: 'food',
    state: 'valid',
    establishmentId: 1,
    text: 'che',
  },
  'activities.list': { year: 2025, kind: 'fairHere', projectId: 1, establishmentId: 1, text: 'hoi cho' },
  'activities.get': { id: 1 },
  'activities.save': { id: null, rowVersion: null, activity },
  'activities.remove': { id: 1, rowVersion: 1 },
  'execution.tasks': { today: '2022-10-01' },
  'workbooks.previewImport': workbook,
  'workbooks.runImport': workbook,
  'workbooks.importProgress': {},
  'workbooks.cancelImport': {},
  'workbooks.exportComparison': {
    of: { kind: 'project', id: 1 },
    before: { kind: 'assigned' },
    after: { kind: 'today' },
    format: 'xlsx',
  },
  'workbooks.exportAssigned': { year: 2022, programme: 'local', format: 'xlsx' },
  'workbooks.exportPlan': { year: 2022, programme: 'local', format: 'pdf' },
  'workbooks.exportContractRegister': { register: 'advances', year: 2022, programme: null, format: 'xlsx' },
  'workbooks.exportChangeRegister': { year: 2022, programme: 'local', format: 'pdf' },
  'workbooks.exportYear': { year: 2022, format: 'pdf' },
  'workbooks.exportRegister': { register: 'deadlines', year: 2022, format: 'pdf' },
  'documents.forms': {},
  'documents.papers': { projectId: 1 },
  'documents.dossier': {
    projectId: 1,
    stage: 'registration',
    papers: [{ form: 'budget-estimate-1', recordId: null }],
    as: 'files',
    formats: ['pdf'],
  },
  'documents.startDossier': {
    projectId: 1,
    stage: null,
    papers: [{ form: 'budget-estimate-1', recordId: null }],
    as: 'pdf',
  },
  'documents.dossierProgress': { job: 1 },
  'documents.cancelDossier': { job: 1 },
  'documents.dossierFile': { job: 1 },
  'documents.renderPlan': { form: 'local-plan', year: 2022, programme: 'local', format: 'pdf' },
  'documents.render': { form: 'base-appraisal-4a', projectId: 1, format: 'pdf' },
  'archive.dossier': { projectId: 1 },
  'archive.saveDossierItem': { id: null, rowVersion: null, projectId: 1, item: dossierItem },
  'archive.removeDossierItem': { id: 1, rowVersion: 1 },
  'archive.attachments': { ownerKind: 'project', ownerId: 1 },
  'archive.attach': { ownerKind: 'project', ownerId: 1, fileName: 'a.pdf', base64: 'JVBERi0xLjcK' },
  'archive.attachment': { id: 1 },
  'archive.removeAttachment': { id: 99 },
  'archive.outgoing': { year: 2022, text: 'hop dong' },
  'archive.nextNumber': { year: 2022, form: 'agency-contract', symbol: '' },
  'archive.issue': {
    form: 'agency-contract',
    projectId: 1,
    date: '2022-03-01',
    number: null,
    symbol: 'HĐ',
    signerId: null,
    recipients: 'Lưu: VT.',
  },
  'archive.issuePlan': {
    form: 'registration-letter',
    year: 2022,
    programme: 'national',
    date: '2022-03-01',
    number: null,
    symbol: 'CV',
    signerId: null,
    recipients: 'Lưu: VT.',
  },
  'archive.issuedFile': { id: 1 },
  'archive.cancelIssued': { id: 99, reason: 'Sai' },
  'safety.status': {},
  'safety.backups': { path: '/khong/co/a.skc' },
  'safety.backUp': { label: 'Trước kiểm toán' },
  'safety.removeBackup': { fileName: 'a.20260101-080000.thu-cong.skc' },
  'safety.restore': { fileName: 'a.20260101-080000.thu-cong.skc' },
  'safety.setSecondPlace': { folder: '/khong/co' },
  'safety.copyToSecondPlace': {},
  'safety.check': {},
  'safety.rescue': { path: '/khong/co/a.skc' },
  'people.current': {},
  'people.signIn': { id: 1, secret: '1' },
  'people.signOut': {},
  'people.stillHere': {},
  'people.accounts': {},
  'people.setUp': { name: 'An', secret: '2580' },
  'people.save': { id: null, rowVersion: null, name: 'Bình', role: 'enter', active: true, secret: '1379' },
  'people.changeSecret': { current: '2580', secret: '1379' },
  'people.setIdle': { minutes: 20 },
  'people.recover': { code: 'AAAAA-BBBBB', id: 1, secret: '1379' },
  'people.turnOff': { secret: '1' },
  'history.state': {},
  'history.undo': { commandId: 1 },
  'history.redo': { commandId: null },
  'support.about': {},
  'support.bundle': {},
  'support.reportScreenError': { message: 'TypeError: x' },
  'history.ofRecord': { record: { kind: 'project', id: 1 }, offset: 0, limit: 5 },
  'history.journal': { from: '2022-01-01', to: '2026-12-31', person: '', offset: 0, limit: 5 },
  'history.changes': { commandId: 1 },
  'history.export': { from: '2022-01-01', to: '2022-12-31', format: 'csv' },
  'history.bin': {},
  'history.restore': { commandId: 1 },
  'history.years': {},
  'history.lockYear': { year: 1999, note: '' },
  'history.unlockYear': { year: 1999, reason: 'Kiểm toán' },
  'search.everything': { text: 'vu loan' },
  'reports.catalogue': {},
  'search.rebuild': {},
  'reports.table': {
    report: 'B1',
    period: { kind: 'years', from: 2020, to: 2022 },
    asOf: '2022-12-31',
    programme: 'local',
    basis: 'disbursed',
  },
  'reports.behind': {
    report: 'B2',
    period: { kind: 'quarter', year: 2022, quarter: 2 },
    asOf: null,
    programme: null,
    basis: 'accepted',
    line: 'national',
    column: 'plan',
  },
}

const oddities = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '=cmd|A1',
    '"; DROP TABLE plan; --',
    'Yê\u0301n'.normalize('NFD'),
    '\u0000',
    '\ud800',
    'x'.repeat(100_001),
    -1,
    0,
    0.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    -0,
    true,
    [],
    {},
    [null],
    '2022-02-30',
    '0000-00',
    '99999',
    2022,
  ),
  fc.jsonValue({ maxDepth: 2 }),
)

type Path = readonly (string | number)[]

function pathsIn(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [here]
  const inside = Array.isArray(value) ? value.map((one, index) => [index, one] as const) : Object.entries(value)
  return [here, ...inside.flatMap(([key, one]) => pathsIn(one, [...here, key]))]
}

function withChange(value: unknown, path: Path, change: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? withChange(one, rest, change) : one))
  return { ...(value as object), [key]: withChange((value as Record<string, unknown>)[key], rest, change) }
}

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(process.env.TMPDIR ?? '/tmp', 'skc-wrong-'))
  program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder,
    log: () => undefined,
    checkOutput: true,
  })
  const made = await program.call('files.createSample', { path: path.join(folder, 'a.skc') })
  expect(made.ok).toBe(true)
})

afterAll(async () => {
  await program.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

function expectWords(result: Result<unknown>, what: string): void {
  if (result.ok) return
  expect(result.error.code, `${what}: ${result.error.message}`).not.toBe('internal')
  expect(problemCodes, what).toContain(result.error.code)
  expect(result.error.message.length, what).toBeGreaterThan(20)
}

describe('every call', () => {
  const fileCalls = allCalls().filter(({ name, call }) => call.needs !== 'shell' && !name.startsWith('files.'))

  it('has its whole input here', () => {
    expect(Object.keys(whole).sort()).toEqual(fileCalls.map(({ name }) => name).sort())
  })

  it.each(fileCalls.map(({ name }) => name))(
    '%s answers anything with a value or words',
    async (name) => {
      const input = whole[name]
      const paths = pathsIn(input)
      const wrong = fc
        .tuple(fc.constantFrom(...paths), oddities)
        .map(([place, change]) => withChange(input, place, change))
      await fc.assert(
        fc.asyncProperty(wrong, async (one) => {
          expectWords(await program.call(name, one), `${name} ${JSON.stringify(one)?.slice(0, 300)}`)
        }),
        {
          numRuns:
            name.startsWith('documents.render') || name.startsWith('archive.issue') || name.startsWith('workbooks.')
              ? 60
              : 120,
        },
      )
    },
    120_000,
  )
})
