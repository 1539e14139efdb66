// Work on an office's file in which one đề án was carried to its settlement and another is under way: what each piece of work
// is asked with, from the rows there are. And the file itself.
import type { Program } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { answerOf } from './answers'
import { carriedProject } from './carriedProject'
import { accept, asPlanned, draftOf, take } from './carryOut'
import type { Tables } from './dump'
import type { Asked, Move, Step } from './undoLaw'

type Row = Readonly<Record<string, unknown>>

/** The đề án under way, by its name. */
const underWay = 'Hỗ trợ máy sấy cho hai cơ sở'

const none = { national: 0, local: 0, counterpart: 0, other: 0 }
const beneficiaries = ['HTX Vũ Loan', 'HTX Văn Quyết']

const content = {
  name: underWay,
  contentGroup: 'ND3',
  subContent: null,
  implementingUnit: 'Trung tâm',
  cooperatingUnits: '',
  startMonth: '2022-02',
  endMonth: '2022-11',
  necessity: '',
  objective: 'Tăng năng suất',
  scale: '',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  beneficiaries: beneficiaries.map((name) => ({ establishmentId: null, name, shareBasisPoints: null })),
  places: [{ provinceCode: '19', communeCode: null, text: 'xã Vũ Loan', oldText: '' }],
  outputs: [{ indicator: 'Máy', unit: 'cái', quantityThousandths: 2_000 }],
  budget: [
    {
      content: 'Máy sấy',
      unit: '',
      quantityThousandths: null,
      unitPrice: null,
      amounts: { ...none, national: 90_000_000, counterpart: 90_000_000 },
      note: '',
    },
  ],
}
/** Support that is paid back, which only the province gives. */
const lentContent = {
  ...content,
  name: 'Cho vay mua máy sấy',
  beneficiaries: content.beneficiaries.slice(0, 1),
  budget: content.budget.map((line) => ({ ...line, amounts: { ...none, local: 50_000_000 } })),
  supportMode: 'recoverable',
  repayments: [{ dueOn: '2023-12-31', amount: 50_000_000 }],
}

const letter = (n: number) => ({
  year: 2022,
  letterNumber: `${n}/TTKC`,
  letterDate: '2022-05-01',
  askedBy: 'Trung tâm',
  reason: 'Cơ sở đổi nhu cầu',
  note: '',
})
const adjust = (projectId: unknown, wanted: object, id: unknown = null) => ({
  id,
  kind: 'adjust',
  projectId,
  content: wanted,
  reason: 'vì',
  reasons: [],
  advanced: null,
  recovery: null,
})
const later = { ...content, endMonth: '2022-12' }
/** What three authorities decide. */
const mixed = {
  ...later,
  places: [{ provinceCode: '19', communeCode: null, text: 'xã Văn Vũ', oldText: '' }],
  budget: content.budget.map((line) => ({ ...line, amounts: { ...line.amounts, national: 95_000_000 } })),
}

const party = (name: string) => ({ name, establishmentId: null })
const contractOf = (kind: string, projectId: unknown, national: number) => ({
  kind,
  programme: 'national',
  year: 2022,
  giver: party(kind === 'agency' ? 'Cơ quan giao' : 'Trung tâm'),
  receiver: party(kind === 'agency' ? 'Trung tâm' : (beneficiaries[0] ?? '')),
  lines: [{ projectId, amounts: { ...none, national } }],
  startOn: '2022-03-01',
  endOn: '2022-11-30',
})

const payment = (projectId: unknown, n: number) => ({
  kind: n % 2 === 0 ? 'advance' : 'payment',
  round: (n % 90) + 1,
  onDate: '2022-06-01',
  lines: [{ projectId, amounts: { ...none, national: 1_000 + n } }],
  voucherKind: 'treasuryOrder',
  voucherNumber: `GRDT ${n}`,
  voucherDate: '2022-06-01',
  payee: 'Trung tâm',
  content: 'Tạm ứng',
  doneBasisPoints: 9_000,
  confirmationNumber: '',
  confirmedOn: null,
  papers: n % 3 === 0 ? ['first-progress'] : [],
  note: '',
})

const need = (n: number) => ({
  year: 2023,
  establishmentId: null,
  asker: `Bà ${n}`,
  contentGroup: 'ND3',
  subContent: null,
  activity: 'Máy sấy',
  totalInvestment: null,
  wishedSupport: null,
  receivedOn: '2022-01-05',
  note: '',
})

const deadlineRule = (n: number) => ({
  programme: 'local',
  step: `Gửi báo cáo ${n}`,
  when: { kind: 'yearly', month: (n % 12) + 1, day: 5, before: false },
  reminderDays: 5,
  opens: 'plan',
  legalBasis: '',
  effectiveFrom: null,
  effectiveTo: null,
  note: '',
})

const normSet = (n: number) => ({
  name: `Nghị quyết ${n}`,
  resolutionNumber: `${n}/NQ-HĐND`,
  resolutionDate: '2022-07-01',
  territory: '',
  effectiveFrom: '2022-07-26',
  effectiveTo: null,
  priorityMultiplierThousandths: 1500,
  rows: Array.from({ length: (n % 3) + 1 }, (_, index) => ({
    code: String(index),
    subContent: 'ND3.demonstrationModel',
    name: `Dòng ${index}`,
    maxPercentBasisPoints: 3000,
    baseFrom: 'total',
    base: '',
    maxAmount: 1_000 + n,
    unit: '',
    legalBasis: '',
    note: '',
  })),
})

const trainingClass = (n: number) => ({
  name: `Lớp ${n}`,
  occupation: 'May',
  plannedTrainees: 30,
  startsOn: '2022-04-01',
  endsOn: '2022-06-01',
  place: '',
  teacher: '',
  qualification: '',
  objective: '',
  subjects: [{ subject: 'An toàn', theoryHours: 8, practiceHours: n, note: '' }],
  trainees: Array.from({ length: n % 3 }, (_, index) => ({
    name: `Học viên ${index}`,
    bornIn: 1990,
    gender: 'Nữ',
    ethnicity: '',
    address: '',
    idNumber: '',
    certificateNumber: '',
    employer: '',
    note: '',
  })),
  note: '',
})

const clusterReport = (n: number) => ({
  date: '2022-08-01',
  documentNumber: `${n}/BC`,
  cluster: 'Cẩm Giàng',
  place: '',
  investor: '',
  decision: '',
  areaThousandths: 30_000,
  lines: [{ content: 'San lấp', unit: 'ha', planned: 2, done: n, note: '' }],
  note: '',
})

const progress = (n: number) => ({
  reportedOn: '2022-07-22',
  lines: [{ content: 'Mua máy', percent: (n % 10) * 1_000, note: '' }],
  workDone: `Việc ${n}`,
  valueDone: n,
  advanceRequested: null,
  difficulties: '',
  expectedEnd: '2022-11',
  confirmedOn: null,
  note: '',
})

const dossierItem = (n: number) => ({
  paperCode: null,
  title: `Giấy ${n}`,
  stage: 'appraisal',
  required: true,
  copies: 1,
  destination: 'kept',
  receivedOn: null,
  note: '',
})

const sheet = (n: number) => ({
  method: 'council',
  date: '2022-05-25',
  documentNumber: `${n}/BB`,
  appraiser: '',
  signer: '',
  checks: [1, 2, 3, 4, 5].map(() => ({ result: 'pass', opinion: '' })),
  members: [{ name: `Ủy viên ${n % 4}`, organisation: 'Sở', role: 'chair', opinion: '' }],
  votesFor: 1,
  votesAgainst: 0,
  conclusion: 'agree',
  opinion: '',
})

// ---- picking from what there is -------------------------------------------------------------------------------------

const rowsOf = (tables: Tables, table: string, where: (row: Row) => boolean = () => true) =>
  (tables[table] ?? []).filter(where)

function one(tables: Tables, table: string, n: number, where?: (row: Row) => boolean): Row | null {
  const rows = rowsOf(tables, table, where)
  return rows[n % Math.max(rows.length, 1)] ?? null
}

const which = (row: Row) => ({ id: row.id, rowVersion: row.row_version })
const fresh = { id: null, rowVersion: null }

/** The đề án under way, and the one that was carried to its settlement. */
function projects(tables: Tables): { going: unknown; settled: unknown; lent: unknown } {
  const named = (name: string) => rowsOf(tables, 'project_version', (row) => row.name === name)[0]?.project_id
  return { going: named(underWay), settled: tables.settlement?.[0]?.project_id, lent: named(lentContent.name) }
}

/** A new one, or one of those there are. */
function saving(
  table: string,
  name: string,
  field: string,
  make: (n: number) => object,
  owner?: 'going' | 'settled' | 'lent',
): Move {
  return (_, { a, b }, tables) => {
    const row = a % 2 === 0 ? null : one(tables, table, b)
    const projectId = owner === undefined ? {} : { projectId: projects(tables)[owner] }
    return [name, { ...(row === null ? fresh : which(row)), ...projectId, [field]: make(b) }]
  }
}

function removing(table: string, name: string, where?: (row: Row) => boolean): Move {
  return (_, { a }, tables) => {
    const row = one(tables, table, a, where)
    return row === null ? null : [name, 'row_version' in row ? which(row) : { id: row.id }]
  }
}

/** What a request in one state is asked. */
function request(state: string, name: string, more: object = {}): Move {
  return removingLike('change_request', name, (row) => row.state === state, more)
}

function removingLike(table: string, name: string, where: (row: Row) => boolean, more: object): Move {
  return (_, { a }, tables) => {
    const row = one(tables, table, a, where)
    return row === null ? null : [name, { ...which(row), ...more }]
  }
}

async function saveChange(_: Program, { a, b }: Step, tables: Tables): Promise<Asked | null> {
  const { going } = projects(tables)
  const draft = a % 2 === 0 ? null : one(tables, 'change_request', b, (row) => row.state === 'draft')
  const item = draft === null ? null : one(tables, 'change_item', 0, (row) => row.request_id === draft.id)
  return [
    'changes.save',
    {
      ...(draft === null ? fresh : which(draft)),
      letter: letter(b + 100),
      items: [adjust(going, { ...later, objective: `Mục tiêu ${b}` }, item?.id ?? null)],
    },
  ]
}

export const carriedMoves: readonly Move[] = [
  saving('norm_set', 'office.saveNormSet', 'normSet', normSet),
  removing('norm_set', 'office.removeNormSet'),
  removing('need', 'establishments.removeNeed'),
  removingLike('need', 'establishments.declineNeed', (row) => row.outcome === 'open', {
    reason: 'Không thuộc đối tượng',
  }),
  removingLike('need', 'establishments.reopenNeed', (row) => row.outcome === 'declined', {}),
  (_, { b }, tables) => {
    const project = one(tables, 'project', b, (row) => row.status === 'submittedDoit')
    const sheetRow = one(
      tables,
      'appraisal',
      0,
      (row) =>
        rowsOf(tables, 'project_version', (version) => version.id === row.version_id)[0]?.project_id === project?.id,
    )
    return project === null
      ? null
      : [
          'projects.saveAppraisal',
          { id: project.id, level: 'base', rowVersion: sheetRow?.row_version ?? 0, sheet: sheet(b) },
        ]
  },
  (_, { b }, tables) => ['projects.copy', { id: one(tables, 'project', b)?.id, toYear: 2024 }],
  (_, { b }, tables) => {
    const project = one(tables, 'project', b, (row) => row.status === 'submittedDoit')
    return project === null ? null : ['projects.startVersion', { ...which(project), stage: 'baseAppraised' }]
  },
  async (program, { b }, tables) => {
    const project = one(tables, 'project', b, (row) => row.id === projects(tables).going)
    if (project === null) return null
    const { verdicts } = await answerOf<{ verdicts: { code: string; severity: string }[] }>(program, 'projects.judge', {
      id: project.id,
    })
    const warned = verdicts.filter(({ severity }) => severity === 'warning' || severity === 'unknown')
    const check = warned[b % Math.max(warned.length, 1)]
    return check === undefined
      ? null
      : ['projects.overrideCheck', { ...which(project), checkCode: check.code, reason: 'Đã hỏi Sở' }]
  },
  removing('allocation', 'plans.removeAllocation'),
  saveChange,
  request('draft', 'changes.remove'),
  request('draft', 'changes.submit', { submittedOn: '2022-05-02' }),
  request('submitted', 'changes.reopen'),
  request('submitted', 'changes.withdraw', { date: '2022-06-03', reason: 'Rút' }),
  request('draft', 'changes.split'),
  request('draft', 'changes.rebase'),
  saving('deadline_rule', 'programmes.saveDeadlineRule', 'rule', deadlineRule),
  removing('deadline_rule', 'programmes.removeDeadlineRule'),
  (_, { b }) => ['programmes.switchDeadlineRule', { key: 'national.registration', off: b % 2 === 0 }],
  (_, { b }) => [
    'programmes.saveDeadlineEvent',
    { ruleKey: 'national.settlementFile', date: '2022-11-01', what: `Nghiệm thu ${b}` },
  ],
  removing('deadline_event', 'programmes.removeDeadlineEvent'),
  (_, { a, b }, tables) => {
    const { going } = projects(tables)
    const contract = one(tables, 'contract_line', 0, (row) => row.project_id === going)
    const row =
      a % 3 === 0 ? one(tables, 'contract_payment', b, (payed) => payed.contract_id === contract?.contract_id) : null
    return [
      'contracts.savePayment',
      {
        ...(row === null ? fresh : which(row)),
        contractId: contract?.contract_id,
        payment: payment(going, b + a),
        reason: 'Đã báo cáo',
      },
    ]
  },
  removing('contract_payment', 'contracts.removePayment'),
  saving(
    'repayment_receipt',
    'contracts.saveReceipt',
    'receipt',
    (n) => ({ onDate: '2023-10-31', amount: n + 1, payer: 'HTX', voucherNumber: `PT ${n}`, note: '' }),
    'lent',
  ),
  removing('repayment_receipt', 'contracts.removeReceipt'),
  (_, { a, b }, tables) => {
    const draft = a % 2 === 0 ? null : one(tables, 'contract', b, (row) => row.state === 'draft')
    const contract = contractOf('supplier', projects(tables).going, 1_000 + b)
    return ['contracts.save', { ...(draft === null ? fresh : which(draft)), contract }]
  },
  (_, __, tables) => ['contracts.draftForBeneficiaries', { projectId: projects(tables).going }],
  removing('contract', 'contracts.remove', (row) => row.state === 'draft'),
  (_, { a, b }, tables) => {
    const draft = a % 2 === 0 ? null : one(tables, 'contract_appendix', b, (row) => row.state === 'draft')
    const contract = one(tables, 'contract', b, (row) => row.state === 'signed')
    const line = one(tables, 'contract_line', 0, (row) => row.contract_id === (draft?.contract_id ?? contract?.id))
    return [
      'contracts.saveAppendix',
      {
        ...(draft === null ? fresh : which(draft)),
        contractId: draft?.contract_id ?? contract?.id,
        appendix: {
          changes: `Kéo dài ${b}`,
          decisionNumber: '',
          decisionDate: null,
          endOn: '2022-12-31',
          liquidationBy: null,
          lines: b % 2 === 0 ? [] : [{ projectId: line?.project_id, amounts: { ...none, national: b } }],
        },
      },
    ]
  },
  (_, { a, b }, tables) => {
    const { going } = projects(tables)
    const month = `2022-${String((b % 6) + 4).padStart(2, '0')}`
    const known = one(tables, 'progress_report', a, (row) => row.project_id === going && row.month === month)
    const rowVersion = known?.row_version ?? 0
    return ['execution.saveProgressMonth', { month, reports: [{ projectId: going, rowVersion, report: progress(b) }] }]
  },
  removing('progress_report', 'execution.removeProgress'),
  async (program, { a, b }, tables) => {
    const { going } = projects(tables)
    const row = a % 2 === 0 ? null : one(tables, 'volume_report', b, (report) => report.project_id === going)
    const { blank } = await answerOf<{ blank: object }>(program, 'execution.volumeReports', { projectId: going })
    const report = { ...blank, date: '2022-09-01', documentNumber: `${b}/BC` }
    return ['execution.saveVolumeReport', { ...(row === null ? fresh : which(row)), projectId: going, report }]
  },
  removing('volume_report', 'execution.removeVolumeReport'),
  async (program, { a, b }, tables) => {
    const { going } = projects(tables)
    const isDraft = (row: Row) => row.project_id === going && row.concluded_on === null
    const row = a % 2 === 0 ? null : one(tables, 'acceptance', b, isDraft)
    const to = { establishmentId: null, name: beneficiaries[1] ?? '' }
    const acceptance = asPlanned(await draftOf(program, Number(going), '5a', to), '2022-10-10')
    return [
      'execution.saveAcceptance',
      {
        ...(row === null ? fresh : which(row)),
        projectId: going,
        acceptance: { ...acceptance, documentNumber: `${b}/BB` },
      },
    ]
  },
  removing('acceptance', 'execution.removeAcceptance', (row) => row.concluded_on === null),
  removingLike('acceptance', 'execution.recordMended', (row) => row.conclusion === 'fail', { mendedOn: '2022-10-30' }),
  (_, { b }, tables) => {
    const { going } = projects(tables)
    const plan = one(tables, 'detail_plan', 0, (row) => row.project_id === going)
    const line = (name: string) => ({
      establishmentId: null,
      name,
      address: '',
      content: '',
      support: b,
      counterpart: 0,
      startMonth: null,
      endMonth: null,
      note: '',
    })
    return [
      'execution.saveDetailPlan',
      {
        projectId: going,
        rowVersion: plan?.row_version ?? 0,
        plan: {
          date: '2022-03-01',
          documentNumber: `${b}/KH`,
          purpose: '',
          organisation: '',
          lines: beneficiaries.map(line),
          approvalNumber: '',
          approvedOn: null,
          note: '',
        },
      },
    ]
  },
  saving('training_class', 'execution.saveTrainingClass', 'trainingClass', trainingClass, 'settled'),
  removing('training_class', 'execution.removeTrainingClass'),
  saving('cluster_report', 'execution.saveClusterReport', 'report', clusterReport, 'settled'),
  removing('cluster_report', 'execution.removeClusterReport'),
  async (program, { b }, tables) => {
    const { settled } = projects(tables)
    const { rowVersion, settlement } = await answerOf<{ rowVersion: number; settlement: object }>(
      program,
      'execution.settlement',
      { projectId: settled },
    )
    return [
      'execution.saveSettlement',
      { projectId: settled, rowVersion, settlement: { ...settlement, note: `Ghi ${b}` } },
    ]
  },
  (_, { b }, tables) => {
    const visit = { projectId: projects(tables).settled, establishmentId: null, beneficiary: '', kind: 'sudden' }
    return [
      'execution.planVisits',
      { year: 2023, visits: [{ ...visit, month: `2023-${String((b % 9) + 1).padStart(2, '0')}` }] },
    ]
  },
  async (program, { a, b }, tables) => {
    const row = a % 2 === 0 ? null : one(tables, 'inspection', b)
    const projectId = row?.project_id ?? projects(tables).settled
    const { inspection } = await answerOf<{ inspection: object }>(program, 'execution.inspectionDraft', {
      projectId,
      year: 2023,
      kind: 'afterOneYear',
      establishmentId: null,
      beneficiary: '',
    })
    return [
      'execution.saveInspection',
      { ...(row === null ? fresh : which(row)), projectId, inspection: { ...inspection, note: `Ghi ${b}` } },
    ]
  },
  removing('inspection', 'execution.removeInspection'),
  removing('dossier_item', 'archive.removeDossierItem'),
]

// ---- the file --------------------------------------------------------------------------------------------------------

/** Made by the calls a screen makes; closed by whoever asked for it. */
export async function carriedOffice(program: Program, file: string): Promise<void> {
  const call = <T>(name: string, input: unknown) => answerOf<T>(program, name, input)
  await call('files.createSample', { path: file })
  await carriedProject(program)
  const approved = async (programme: string, kind: string, said: object) => {
    const identity = { code: '', programme, kind, planYear: 2022 }
    const { id } = await call<{ id: number }>('projects.save', { ...fresh, identity, content: said })
    const decision = { stage: 'approved', decisionNumber: '9/QĐ', decisionDate: '2022-01-20' }
    await call('projects.lockVersion', { id, rowVersion: 1, ...decision })
    return id
  }
  const id = await approved('national', 'group', content)
  const lent = await approved('local', 'single', lentContent)
  const signed: number[] = []
  for (const [kind, number] of [
    ['agency', { outsideNumber: '77/HĐ-CTĐP' }],
    ['beneficiary', { symbol: 'HĐ-HT' }],
  ] as const) {
    const draft = await call<{ id: number; rowVersion: number }>('contracts.save', {
      ...fresh,
      contract: contractOf(kind, id, 90_000_000),
    })
    await call('contracts.sign', { ...draft, signedOn: '2022-03-01', reason: 'Đã báo cáo', ...number })
    signed.push(draft.id)
  }
  await take(program, id, 'start', '2022-03-15')
  await call('contracts.savePayment', {
    ...fresh,
    contractId: signed[0],
    payment: payment(id, 0),
    reason: 'Đã báo cáo',
  })
  await call('contracts.saveReceipt', {
    ...fresh,
    projectId: lent,
    receipt: { onDate: '2023-05-01', amount: 5, payer: 'HTX', voucherNumber: 'PT 0', note: '' },
  })
  await call('contracts.save', { ...fresh, contract: contractOf('supplier', id, 7) })
  const failing = await draftOf(program, id, '5a', { establishmentId: null, name: beneficiaries[0] ?? '' })
  await accept(program, id, {
    ...asPlanned(failing, '2022-09-10'),
    conclusion: 'fail',
    shortfallReason: 'Máy chưa chạy',
    mend: 'Lắp lại',
    mendBy: '2022-10-15',
  })
  const second = await draftOf(program, id, '5a', { establishmentId: null, name: beneficiaries[1] ?? '' })
  await call('execution.saveAcceptance', { ...fresh, projectId: id, acceptance: asPlanned(second, '2022-09-11') })
  const allocation = {
    batchNumber: 1,
    documentKind: 'letter',
    number: '',
    issuedOn: null,
    issuer: '',
    totalAmount: 5,
    note: '',
  }
  await call('plans.saveAllocation', { ...fresh, year: 2022, programme: 'national', allocation })
  await decideOneOverAnother(program, id)
  const requests = [mixed, { ...later, objective: 'Khác' }]
  for (const [index, wanted] of requests.entries()) {
    const saved = await call<{ id: number; rowVersion: number }>('changes.save', {
      ...fresh,
      letter: letter(index + 40),
      items: [adjust(id, wanted)],
    })
    if (index === 1)
      await call('changes.submit', { id: saved.id, rowVersion: saved.rowVersion, submittedOn: '2022-05-22' })
  }
  for (const n of [1, 2, 3]) await call('establishments.saveNeed', { ...fresh, need: need(n) })
  const { rows } = await call<{ rows: { id: number; outcome: string; rowVersion: number }[] }>('establishments.needs', {
    year: 2023,
  })
  await call('establishments.declineNeed', { id: rows[0]?.id, rowVersion: rows[0]?.rowVersion, reason: 'Trùng' })
  await call('office.saveNormSet', { ...fresh, normSet: normSet(1) })
  await call('programmes.saveDeadlineRule', { ...fresh, rule: deadlineRule(1) })
  await call('programmes.saveDeadlineEvent', { ruleKey: 'national.settlementFile', date: '2022-11-01', what: 'Mốc' })
  await call('archive.saveDossierItem', { ...fresh, projectId: id, item: dossierItem(1) })
  await call('establishments.save', {
    ...fresh,
    establishment: { ...blankEstablishment, name: 'HTX Một', certificates: [], years: [] },
    acceptDuplicates: true,
  })
  await draftsOnTheirWay(program)
}

/** A request drafted on a version that another's decision has replaced since. */
async function decideOneOverAnother(program: Program, projectId: number): Promise<void> {
  const call = <T>(name: string, input: unknown) => answerOf<T>(program, name, input)
  await call('changes.save', {
    ...fresh,
    letter: letter(20),
    items: [adjust(projectId, { ...content, objective: 'Chờ' })],
  })
  const other = await call<{ id: number; rowVersion: number }>('changes.save', {
    ...fresh,
    letter: letter(21),
    items: [adjust(projectId, { ...content, effect: 'Hiệu quả' })],
  })
  const { rowVersion } = await call<{ rowVersion: number }>('changes.submit', {
    id: other.id,
    rowVersion: other.rowVersion,
    submittedOn: '2022-05-02',
  })
  const { items } = await call<{ items: { id: number }[] }>('changes.get', { id: other.id })
  await call('changes.decide', {
    id: other.id,
    rowVersion,
    number: '45/QĐ',
    date: '2022-05-20',
    signer: 'A',
    items: items.map((item) => ({ itemId: item.id, outcome: 'approved' })),
    overReason: 'Đã thống nhất',
  })
}

/** One submitted for appraisal, one returned: both of the province. */
async function draftsOnTheirWay(program: Program): Promise<void> {
  const drafted = async (name: string) => {
    const identity = { code: '', programme: 'local', kind: 'single', planYear: 2022 }
    const said = { ...lentContent, name, subContent: 'ND3.demonstrationModel', supportMode: 'grant', repayments: [] }
    return (await answerOf<{ id: number }>(program, 'projects.save', { ...fresh, identity, content: said })).id
  }
  const [submitted, returned] = [await drafted('Máy nghiền'), await drafted('Máy ép')]
  await take(program, submitted, 'submit', '2022-02-01', '1/TTr')
  await take(program, returned, 'submit', '2022-02-01', '2/TTr')
  await answerOf(program, 'projects.takeStep', {
    id: returned,
    rowVersion: (await answerOf<{ rowVersion: number }>(program, 'projects.get', { id: returned })).rowVersion,
    step: 'return',
    date: '2022-02-10',
    documentNumber: '3/CV',
    documentDate: '2022-02-10',
    reason: 'Thiếu báo giá',
  })
}
