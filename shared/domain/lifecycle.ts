// The way of a đề án from draft to decision: one table of steps, what each needs, and what may come next (domain §5.1).
import { projectStepLabels } from '../labels'
import { assertNever } from './assertNever'
import {
  type CarryingStep,
  carryingSteps,
  type ExecutionFacts,
  isUsualCarrying,
  missingForCarrying,
  startsWithoutBeneficiary,
} from './executionNeeds'
import type { FundingSource } from './money'
import { type Programme, type ProjectKind, supportSource, type VersionStage } from './projects'

export const projectStatuses = [
  'draft',
  'submittedDoit',
  'appraisedBase',
  'returned',
  'registeredAgency',
  'appraisedMinistry',
  'approved',
  'rejected',
  'cancelled',
  // Named here so that the data file knows them; the steps that reach them belong to carrying the đề án out.
  'detailPlan',
  'contracted',
  'beneficiaryContracted',
  'inProgress',
  'acceptedBase',
  'settlementFiled',
  'liquidated',
  'settled',
  'monitored',
  'stopped',
] as const
export type ProjectStatus = (typeof projectStatuses)[number]

export const projectSteps = [
  'submit',
  'appraiseBase',
  'return',
  'resume',
  'register',
  'appraiseMinistry',
  'approve',
  'recordApproval',
  'reject',
  'cancel',
  'signContract',
  'signBeneficiaryContract',
  'planDetail',
  'start',
  'acceptBase',
  'fileSettlement',
  'liquidate',
  'settle',
  'monitor',
  'stop',
  'revoke',
] as const
export type ProjectStep = (typeof projectSteps)[number]

/** Steps a person takes by a dialog; appraising is concluded on its own sheet, recording belongs to locking a version. */
export const directSteps = [
  'submit',
  'return',
  'resume',
  'register',
  'approve',
  'reject',
  'cancel',
  'planDetail',
  'start',
  'acceptBase',
  'fileSettlement',
  'liquidate',
  'settle',
  'monitor',
] as const
export type DirectStep = (typeof directSteps)[number]

export const appraisalLevels = ['base', 'ministry'] as const
/** Thẩm định cấp cơ sở (Sở Công Thương), thẩm định cấp Bộ (Cục). */
export type AppraisalLevel = (typeof appraisalLevels)[number]

export const appraisalMethods = ['staff', 'council'] as const
export type AppraisalMethod = (typeof appraisalMethods)[number]

export const checkResults = ['pending', 'pass', 'fail'] as const
/** Chưa xét, đạt, không đạt: the verdict on each of the five points of TT36 Đ.9. */
export type CheckResult = (typeof checkResults)[number]

export const appraisalPoints = [1, 2, 3, 4, 5] as const

export const conclusions = ['agree', 'agreeAfterSupplement', 'refuse'] as const
export type Conclusion = (typeof conclusions)[number]

export const memberRoles = ['chair', 'secretary', 'member'] as const
export type MemberRole = (typeof memberRoles)[number]

type Need = 'required' | 'optional' | 'none'

interface Transition {
  readonly from: readonly ProjectStatus[]
  readonly to: ProjectStatus
  /** Only one programme goes this way; null: both. */
  readonly programme: Programme | null
  readonly document: Need
  readonly reason: Need
}

const underway = ['submittedDoit', 'appraisedBase', 'registeredAgency', 'appraisedMinistry'] as const

/** Carrying out that a decision may still stop: what was liquidated is over. */
const stoppable = [
  'approved',
  'detailPlan',
  'contracted',
  'beneficiaryContracted',
  'inProgress',
  'acceptedBase',
  'settlementFiled',
] as const

/** The one table: nothing else in the program says what may follow what. */
export const transitions: Readonly<Record<ProjectStep, Transition>> = {
  submit: { from: ['draft'], to: 'submittedDoit', programme: null, document: 'required', reason: 'none' },
  appraiseBase: { from: ['submittedDoit'], to: 'appraisedBase', programme: null, document: 'optional', reason: 'none' },
  return: { from: underway, to: 'returned', programme: null, document: 'required', reason: 'required' },
  resume: { from: ['returned'], to: 'draft', programme: null, document: 'none', reason: 'optional' },
  register: {
    from: ['appraisedBase'],
    to: 'registeredAgency',
    programme: 'national',
    document: 'required',
    reason: 'none',
  },
  appraiseMinistry: {
    from: ['registeredAgency'],
    to: 'appraisedMinistry',
    programme: 'national',
    document: 'optional',
    reason: 'none',
  },
  // From which state is a matter of the programme: approvedFrom.
  approve: {
    from: ['appraisedBase', 'appraisedMinistry'],
    to: 'approved',
    programme: null,
    document: 'required',
    reason: 'none',
  },
  // A đề án of an earlier year, taken over from paper: it was decided before it came into this program.
  recordApproval: { from: ['draft'], to: 'approved', programme: null, document: 'required', reason: 'none' },
  reject: { from: underway, to: 'rejected', programme: null, document: 'optional', reason: 'required' },
  cancel: {
    from: ['draft', 'returned', ...underway],
    to: 'cancelled',
    programme: null,
    document: 'optional',
    reason: 'required',
  },
  // Taken by signing a contract on record; a local đề án may have none with whoever gives the money.
  signContract: {
    from: ['approved', 'detailPlan'],
    to: 'contracted',
    programme: null,
    document: 'required',
    reason: 'none',
  },
  signBeneficiaryContract: {
    from: ['approved', 'detailPlan', 'contracted'],
    to: 'beneficiaryContracted',
    programme: null,
    document: 'required',
    reason: 'none',
  },
  planDetail: { from: ['approved'], to: 'detailPlan', programme: null, document: 'required', reason: 'none' },
  // Work ordered from a supplier alone has no contract that moves the đề án; `missingForCarrying` asks for one anyway.
  start: {
    from: ['approved', 'detailPlan', 'contracted', 'beneficiaryContracted'],
    to: 'inProgress',
    programme: null,
    document: 'optional',
    reason: 'none',
  },
  acceptBase: { from: ['inProgress'], to: 'acceptedBase', programme: null, document: 'optional', reason: 'none' },
  fileSettlement: {
    from: ['acceptedBase'],
    to: 'settlementFiled',
    programme: null,
    document: 'optional',
    reason: 'none',
  },
  liquidate: { from: ['settlementFiled'], to: 'liquidated', programme: null, document: 'optional', reason: 'none' },
  settle: { from: ['liquidated'], to: 'settled', programme: null, document: 'optional', reason: 'none' },
  monitor: { from: ['settled'], to: 'monitored', programme: null, document: 'none', reason: 'none' },
  stop: { from: stoppable, to: 'stopped', programme: null, document: 'required', reason: 'optional' },
  // The decision that stopped or supplemented it was cancelled: back to where it stood, which its history tells.
  revoke: { from: ['stopped', 'approved'], to: 'approved', programme: null, document: 'optional', reason: 'required' },
}

/** KCQG is decided after the ministry's appraisal, KCĐP after the base one (domain §5.2–5.3). */
export function approvedFrom(programme: Programme): ProjectStatus {
  return programme === 'national' ? 'appraisedMinistry' : 'appraisedBase'
}

/** Whether the table lets this step follow this state; what else must be present is told by `nextSteps`. */
export function mayTake(step: ProjectStep, status: ProjectStatus, programme: Programme): boolean {
  const transition = transitions[step]
  if (!transition.from.includes(status)) return false
  if (step === 'approve') return status === approvedFrom(programme)
  return transition.programme === null || transition.programme === programme
}

/** Where in the workspace what is missing can be mended. */
export const workspaceSections = [
  'identity',
  'people',
  'budget',
  'content',
  'outputs',
  'appraisal',
  'contracts',
  'money',
  'execution',
  'acceptance',
  'settlement',
  'inspection',
] as const
export type WorkspaceSection = (typeof workspaceSections)[number]

export interface Missing {
  readonly what: string
  readonly why: string
  readonly section: WorkspaceSection
}

export interface AppraisalFacts {
  readonly method: AppraisalMethod
  readonly date: string | null
  readonly documentNumber: string
  readonly appraiser: string
  readonly signer: string
  readonly results: readonly CheckResult[]
  readonly roles: readonly MemberRole[]
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly conclusion: Conclusion | null
  /** Needed where something was found wanting: what has to be supplemented, or why not. */
  readonly opinion: string
  readonly concluded: boolean
}

export interface ProjectFacts {
  readonly status: ProjectStatus
  readonly programme: Programme
  readonly kind: ProjectKind
  /** True of the eight sections that say something. */
  readonly texts: Readonly<
    Record<'necessity' | 'objective' | 'scale' | 'schedule' | 'organisation' | 'effect', boolean>
  >
  readonly subContent: boolean
  readonly implementingUnit: boolean
  readonly period: boolean
  readonly beneficiaries: number
  readonly places: number
  readonly budgetLines: number
  readonly amounts: Readonly<Record<FundingSource, number>>
  readonly base: AppraisalFacts | null
  readonly ministry: AppraisalFacts | null
  readonly execution: ExecutionFacts
}

const sectionTexts = [
  ['necessity', 'sự cần thiết và căn cứ'],
  ['objective', 'mục tiêu'],
  ['scale', 'quy mô, máy móc thiết bị'],
  ['schedule', 'nội dung, tiến độ'],
  ['organisation', 'tổ chức thực hiện'],
  ['effect', 'hiệu quả'],
] as const

const eightSections = 'Đề án khuyến công quốc gia gồm đủ các mục theo Điều 5 Thông tư 36/2013/TT-BCT.'
const notFixed = 'Chỉ đề án nhóm mới được chưa xác định khi đăng ký.'

function missingForSubmit(facts: ProjectFacts): Missing[] {
  const missing: Missing[] = []
  const add = (present: boolean, what: string, why: string, section: WorkspaceSection) => {
    if (!present) missing.push({ what, why, section })
  }
  const named = 'Sở không xét được đề án chưa ghi rõ điều này.'
  add(facts.subContent, 'nội dung chi tiết', 'Định mức và thành phần hồ sơ tính theo nội dung chi tiết.', 'identity')
  add(facts.implementingUnit, 'đơn vị thực hiện', named, 'identity')
  add(facts.period, 'thời gian thực hiện', named, 'identity')
  if (facts.kind !== 'group') {
    add(facts.beneficiaries > 0, 'đơn vị thụ hưởng', notFixed, 'people')
    add(facts.places > 0, 'địa điểm thực hiện', notFixed, 'people')
  }
  add(facts.budgetLines > 0, 'dự toán', 'Hồ sơ đăng ký phải có dự toán kinh phí.', 'budget')
  add(
    facts.budgetLines === 0 || facts.amounts[supportSource(facts.programme)] > 0,
    facts.programme === 'national' ? 'kinh phí khuyến công quốc gia' : 'kinh phí khuyến công địa phương',
    'Dự toán chưa đề nghị đồng nào từ nguồn kinh phí của chương trình.',
    'budget',
  )
  // Only the national procedure names the sections; a province's own is not known to the program.
  if (facts.programme === 'national')
    for (const [field, what] of sectionTexts) add(facts.texts[field], what, eightSections, 'content')
  return missing
}

/** What a conclusion still lacks; `null` when the appraisal was not even begun. */
export function missingForConclusion(level: AppraisalLevel, appraisal: AppraisalFacts | null): Missing[] {
  const section = 'appraisal'
  const sheet = level === 'base' ? 'phiếu thẩm định cấp cơ sở' : 'kết quả thẩm định cấp Bộ'
  if (appraisal === null) return [{ what: sheet, why: 'Chưa ghi ý kiến thẩm định nào cho hồ sơ này.', section }]
  const missing: Missing[] = []
  const add = (present: boolean, what: string, why: string) => {
    if (!present) missing.push({ what, why, section })
  }
  const pending = appraisalPoints.filter((point) => (appraisal.results[point - 1] ?? 'pending') === 'pending')
  // What the ministry's people found point by point need not be known to the centre; their conclusion must be.
  if (level === 'base')
    add(
      pending.length === 0,
      `kết quả xét nội dung ${pending.join(', ')}`,
      'Điều 9 Thông tư 36/2013/TT-BCT: thẩm định đủ năm nội dung.',
    )
  add(appraisal.date !== null, 'ngày thẩm định', 'Kết luận phải có ngày.')
  switch (appraisal.method) {
    case 'staff':
      if (level === 'base') add(appraisal.appraiser !== '', 'người thẩm định', 'Phiếu thẩm định do người thẩm định ký.')
      break
    case 'council': {
      const count = (role: MemberRole) => appraisal.roles.filter((one) => one === role).length
      if (level === 'ministry') break
      add(count('chair') === 1, 'một Chủ tịch hội đồng', 'Biên bản do Chủ tịch hội đồng ký.')
      add(count('secretary') === 1, 'một Thư ký hội đồng', 'Biên bản do Thư ký hội đồng lập.')
      add(
        appraisal.votesFor !== null && appraisal.votesAgainst !== null,
        'số phiếu đồng ý và không đồng ý',
        'Hội đồng kết luận bằng biểu quyết.',
      )
      break
    }
    default:
      assertNever(appraisal.method, 'Every method of appraisal is handled')
  }
  add(appraisal.conclusion !== null, 'kết luận', 'Chọn đồng ý, đồng ý sau khi bổ sung hoặc không đồng ý.')
  if (appraisal.conclusion !== null && appraisal.conclusion !== 'agree')
    add(
      appraisal.opinion !== '',
      appraisal.conclusion === 'refuse' ? 'lý do không đồng ý' : 'nội dung phải bổ sung',
      'Ghi ở ô ý kiến kết luận để đơn vị lập đề án biết.',
    )
  return missing
}

/** What contradicts itself in an appraisal, whether concluded or not. */
export function appraisalContradictions(appraisal: AppraisalFacts): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = []
  const failed = appraisalPoints.filter((point) => appraisal.results[point - 1] === 'fail')
  if (appraisal.conclusion === 'agree' && failed.length > 0)
    problems.push({
      path: 'conclusion',
      message: `Nội dung ${failed.join(', ')} không đạt thì không kết luận đồng ý ngay được; chọn đồng ý sau khi bổ sung hoặc không đồng ý.`,
    })
  for (const role of ['chair', 'secretary'] as const)
    if (appraisal.roles.filter((one) => one === role).length > 1)
      problems.push({
        path: 'members',
        message: `Hội đồng chỉ có một ${role === 'chair' ? 'Chủ tịch' : 'Thư ký'}.`,
      })
  if (appraisal.method === 'council') {
    const votes = (appraisal.votesFor ?? 0) + (appraisal.votesAgainst ?? 0)
    if (votes > appraisal.roles.length)
      problems.push({
        path: 'votesFor',
        message: `Có ${votes} phiếu mà hội đồng chỉ có ${appraisal.roles.length} người.`,
      })
    const { votesFor, votesAgainst, conclusion } = appraisal
    if (votesFor !== null && votesAgainst !== null && conclusion !== null && votesFor !== votesAgainst) {
      const agreed = votesFor > votesAgainst
      if (agreed === (conclusion === 'refuse'))
        problems.push({
          path: 'conclusion',
          message: `Biểu quyết ${votesFor} đồng ý, ${votesAgainst} không đồng ý; kết luận này trái với biểu quyết.`,
        })
    }
  }
  return problems
}

/** What a step still lacks, whether or not the table lets it follow. */
export function missingFor(step: ProjectStep, facts: ProjectFacts): Missing[] {
  if (isCarrying(step)) return missingForCarrying(step, facts)
  switch (step) {
    case 'submit':
      return missingForSubmit(facts)
    case 'appraiseBase':
      return concluding('base', facts.base)
    case 'appraiseMinistry':
      return concluding('ministry', facts.ministry)
    case 'return':
    case 'resume':
    case 'register':
    case 'approve':
    case 'recordApproval':
    case 'reject':
    case 'cancel':
    case 'stop':
    case 'revoke':
      return []
    case 'signContract':
      return [unsigned('hợp đồng với cơ quan giao được ký')]
    case 'signBeneficiaryContract':
      return [unsigned('hợp đồng hỗ trợ với đơn vị thụ hưởng được ký')]
    default:
      return assertNever(step, 'Every step is handled')
  }
}

function isCarrying(step: ProjectStep): step is CarryingStep {
  return carryingSteps.some((one) => one === step)
}

/** Signing is recorded on the contract; the đề án then moves on by itself. */
function unsigned(what: string): Missing {
  return { what, why: 'Lập và ghi ký ở phần Hợp đồng; ký xong đề án tự sang bước này.', section: 'contracts' }
}

function concluding(level: AppraisalLevel, appraisal: AppraisalFacts | null): Missing[] {
  if (appraisal?.concluded === true && appraisal.conclusion === 'refuse')
    return [
      {
        what: 'kết luận đồng ý',
        why: 'Thẩm định đã kết luận không đồng ý; đề án chỉ có thể trả lại để bổ sung hoặc không được phê duyệt.',
        section: 'appraisal',
      },
    ]
  return missingForConclusion(level, appraisal)
}

export interface NextStep {
  readonly step: ProjectStep
  readonly label: string
  /** The way forward; the others lead back or out. */
  readonly forward: boolean
  readonly possible: boolean
  readonly missing: readonly Missing[]
}

const forwardSteps: readonly ProjectStep[] = [
  'submit',
  'resume',
  'appraiseBase',
  'register',
  'appraiseMinistry',
  'approve',
  'planDetail',
  'signContract',
  'signBeneficiaryContract',
  'start',
  'acceptBase',
  'fileSettlement',
  'liquidate',
  'settle',
  'monitor',
]
const waysOut: readonly ProjectStep[] = ['return', 'reject', 'cancel']

/**
 * KCQG signs with the Cục first; a KCĐP đề án seldom has a contract above the one with its beneficiary. A group is planned
 * in detail before that, and who has nobody to sign with starts.
 */
function isUsual(step: ProjectStep, facts: ProjectFacts): boolean {
  const { status, programme } = facts
  if (isCarrying(step)) return isUsualCarrying(step, facts)
  if (step !== 'signContract' && step !== 'signBeneficiaryContract') return true
  if ((facts.kind === 'group' && status === 'approved') || startsWithoutBeneficiary(status, facts)) return false
  return step === 'signContract' ? programme === 'national' : programme === 'local' || status === 'contracted'
}

/** What may come next, the way forward first, each with what it still lacks. */
export function nextSteps(facts: ProjectFacts): NextStep[] {
  return [...forwardSteps, ...waysOut]
    .filter((step) => mayTake(step, facts.status, facts.programme) && isUsual(step, facts))
    .map((step) => {
      const missing = missingFor(step, facts)
      return {
        step,
        label: projectStepLabels[step],
        forward: forwardSteps.includes(step),
        possible: missing.length === 0,
        missing,
      }
    })
}

/** The states a đề án of this programme passes when nothing goes wrong. */
export function mainPath(programme: Programme): readonly ProjectStatus[] {
  return programme === 'national'
    ? ['draft', 'submittedDoit', 'appraisedBase', 'registeredAgency', 'appraisedMinistry', 'approved']
    : ['draft', 'submittedDoit', 'appraisedBase', 'approved']
}

/** What a version begun in this state is; null where the state lets nobody write a new one. */
export function draftStage(status: ProjectStatus, programme: Programme): VersionStage | 'any' | null {
  switch (status) {
    case 'draft':
      return 'any'
    case 'submittedDoit':
      return 'baseAppraised'
    case 'registeredAgency':
      return 'ministryAppraised'
    case 'appraisedBase':
    case 'appraisedMinistry':
      return status === approvedFrom(programme) ? 'approved' : null
    case 'returned':
    case 'rejected':
    case 'cancelled':
    case 'stopped':
      return null
    case 'approved':
    case 'detailPlan':
    case 'contracted':
    case 'beneficiaryContracted':
    case 'inProgress':
    case 'acceptedBase':
    case 'settlementFiled':
    case 'liquidated':
    case 'settled':
    case 'monitored':
      return 'adjusted'
    default:
      return assertNever(status, 'Every status is handled')
  }
}

export interface StepEntry {
  readonly date: string
  readonly documentNumber: string
  readonly documentDate: string | null
  readonly reason: string
}

export interface StepProblem {
  readonly path: keyof StepEntry
  readonly message: string
}

const documentNames: Readonly<Record<ProjectStep, string>> = {
  submit: 'công văn gửi Sở',
  appraiseBase: 'phiếu thẩm định',
  return: 'văn bản trả lại hồ sơ',
  resume: 'văn bản',
  register: 'báo cáo đăng ký với Cục',
  appraiseMinistry: 'văn bản thẩm định',
  approve: 'quyết định phê duyệt',
  recordApproval: 'quyết định phê duyệt',
  reject: 'văn bản thông báo',
  cancel: 'văn bản hủy',
  signContract: 'hợp đồng',
  signBeneficiaryContract: 'hợp đồng',
  planDetail: 'văn bản duyệt kế hoạch triển khai',
  start: 'văn bản',
  acceptBase: 'biên bản nghiệm thu',
  fileSettlement: 'công văn gửi hồ sơ quyết toán',
  liquidate: 'biên bản thanh lý',
  settle: 'văn bản phê duyệt quyết toán',
  monitor: 'văn bản',
  stop: 'quyết định ngừng',
  revoke: 'văn bản hủy quyết định',
}

/** What is wrong with what was typed for a step, each at its field; `formatDate` shows a date to people. */
export function stepProblems(
  step: ProjectStep,
  entry: StepEntry,
  previousDate: string | null,
  formatDate: (date: string) => string,
): StepProblem[] {
  const { document, reason } = transitions[step]
  const problems: StepProblem[] = []
  if (previousDate !== null && entry.date < previousDate)
    problems.push({
      path: 'date',
      message: `Ngày này sớm hơn bước trước (${formatDate(previousDate)}).`,
    })
  if (document === 'required' && entry.documentNumber === '')
    problems.push({ path: 'documentNumber', message: `Phải nhập số ${documentNames[step]}.` })
  if (document === 'required' && entry.documentDate === null)
    problems.push({ path: 'documentDate', message: `Phải nhập ngày ${documentNames[step]}.` })
  if (document === 'none' && (entry.documentNumber !== '' || entry.documentDate !== null))
    problems.push({ path: 'documentNumber', message: 'Bước này không có văn bản kèm theo; hãy để trống.' })
  if (entry.documentDate !== null && entry.documentDate > entry.date)
    problems.push({
      path: 'documentDate',
      message: `Ngày văn bản muộn hơn ngày thực hiện (${formatDate(entry.date)}).`,
    })
  if (entry.documentDate !== null && previousDate !== null && entry.documentDate < previousDate)
    problems.push({
      path: 'documentDate',
      message: `Ngày văn bản sớm hơn bước trước (${formatDate(previousDate)}).`,
    })
  if (reason === 'required' && entry.reason === '') problems.push({ path: 'reason', message: 'Phải nhập lý do.' })
  return problems
}

/** The state in which a đề án waits for an appraisal of this level, and the step that its conclusion takes. */
export const appraisalOf = {
  base: { waiting: 'submittedDoit', sentBy: 'submit', step: 'appraiseBase', stage: 'baseAppraised' },
  ministry: { waiting: 'registeredAgency', sentBy: 'register', step: 'appraiseMinistry', stage: 'ministryAppraised' },
} as const satisfies Record<
  AppraisalLevel,
  { waiting: ProjectStatus; sentBy: ProjectStep; step: ProjectStep; stage: VersionStage }
>

export function levelWaiting(status: ProjectStatus): AppraisalLevel | null {
  return appraisalLevels.find((level) => appraisalOf[level].waiting === status) ?? null
}
