// Labels of the đề án: its proposal, budget, steps, appraisal, norms and dossier.

import { attachmentMediaTypes } from '../domain/attachments'
import type { Destination, DossierStage } from '../domain/dossiers'
import type { ProjectStatus, ProjectStep } from '../domain/lifecycle'
import type { FundingSource } from '../domain/money'
import type { ParticipantRole } from '../domain/participants'
import type { ContentGroup, Programme, ProjectKind, SupportMode, VersionStage } from '../domain/projects'

export const programmeLabels: Readonly<Record<Programme, { short: string; long: string }>> = {
  national: { short: 'KCQG', long: 'Khuyến công quốc gia' },
  local: { short: 'KCĐP', long: 'Khuyến công địa phương' },
}

export const sourceLabels: Readonly<Record<FundingSource, { short: string; long: string }>> = {
  national: { short: 'KCQG', long: 'Kinh phí khuyến công quốc gia' },
  local: { short: 'KCĐP', long: 'Kinh phí khuyến công địa phương' },
  counterpart: { short: 'Đối ứng', long: 'Đối ứng của đơn vị thụ hưởng' },
  other: { short: 'Khác', long: 'Nguồn khác' },
}

export const projectKindLabels: Readonly<Record<ProjectKind, string>> = {
  single: 'Đề án đơn',
  group: 'Đề án nhóm',
  flagship: 'Đề án điểm',
}

export const versionStageLabels: Readonly<Record<VersionStage, string>> = {
  registered: 'Đăng ký',
  baseAppraised: 'Thẩm định cấp cơ sở',
  ministryAppraised: 'Thẩm định cấp Bộ',
  approved: 'Được phê duyệt',
  adjusted: 'Điều chỉnh',
}

/** Roman numeral of a content group in printed plans; full names are data in resources/contentGroups.json. */
export const contentGroupNumerals: Readonly<Record<ContentGroup, string>> = {
  ND1: 'I',
  ND2: 'II',
  ND3: 'III',
  ND4: 'IV',
  ND5: 'V',
  ND6: 'VI',
  ND7: 'VII',
  ND8: 'VIII',
  ND9: 'IX',
}

/** What each beneficiary of a group gets. */
export const splitLabels = {
  title: 'Phân bổ theo đơn vị thụ hưởng',
  share: 'Tỷ lệ hỗ trợ',
  common: 'Chi chung của đề án',
  by: {
    lines: 'Theo các dòng dự toán đã ghi đơn vị; dòng không ghi đơn vị là chi chung.',
    shares: 'Theo tỷ lệ hưởng, làm tròn đến đồng theo số dư lớn nhất.',
  },
} as const

/** Mending a step already taken. */
export const stepCorrectionLabels = {
  title: 'Sửa ngày, số văn bản',
  correct: 'Sửa…',
  date: 'Ngày thực hiện',
  documentNumber: 'Số văn bản',
  documentDate: 'Ngày văn bản',
  reason: 'Lý do sửa',
} as const

export const participantRoleLabels: Readonly<Record<ParticipantRole, string>> = {
  implementer: 'Đơn vị thực hiện',
  cooperator: 'Đơn vị phối hợp',
}

/** What a đề án is made of, wherever it is shown or typed. */
export const projectLabels = {
  one: 'Đề án',
  many: 'Đề án',
  new: 'Thêm đề án',
  code: 'Mã đề án',
  name: 'Tên đề án',
  programme: 'Chương trình',
  kind: 'Loại đề án',
  planYear: 'Năm kế hoạch',
  contentGroup: 'Nội dung khuyến công',
  subContent: 'Nội dung chi tiết',
  implementingUnit: 'Đơn vị thực hiện',
  cooperatingUnits: 'Đơn vị phối hợp',
  copy: 'Sao chép sang năm khác',
  participants: 'Đơn vị thực hiện, phối hợp',
  role: 'Vai trò',
  workShare: 'Phần việc (%)',
  startMonth: 'Tháng bắt đầu',
  endMonth: 'Tháng kết thúc',
  period: 'Thời gian',
  beneficiaries: 'Đơn vị thụ hưởng',
  share: 'Tỷ lệ hưởng (%)',
  places: 'Địa điểm thực hiện',
  necessity: 'Sự cần thiết',
  objective: 'Mục tiêu',
  scale: 'Quy mô, máy móc thiết bị',
  schedule: 'Nội dung, tiến độ',
  organisation: 'Tổ chức thực hiện',
  effect: 'Hiệu quả',
  summary: 'Mục tiêu, nội dung, quy mô chính (ghi vào biểu kế hoạch)',
  outputs: 'Chỉ tiêu dự kiến',
  indicator: 'Chỉ tiêu',
  budget: 'Dự toán',
  stage: 'Giai đoạn',
  status: 'Trạng thái',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
} as const

/** Parts of a đề án beside its prose. */
export const proposalLabels = {
  superiority: 'Đặc điểm vượt trội',
  equipment: 'Bảng máy móc, thiết bị',
  equipmentName: 'Tên, quy cách, thông số',
  origin: 'Xuất xứ',
  unit: 'ĐVT',
  quantity: 'Số lượng',
  unitPrice: 'Đơn giá',
  equipmentTotal: 'Tổng giá trị máy móc, thiết bị',
  scheduleSteps: 'Bảng tiến độ thực hiện',
  stepContent: 'Nội dung công việc',
  from: 'Từ tháng',
  to: 'Đến tháng',
  inCharge: 'Đơn vị phụ trách',
  legalBases: 'Căn cứ pháp lý',
  supportMode: 'Hình thức hỗ trợ',
  repayments: 'Lịch hoàn trả',
  dueOn: 'Hạn hoàn trả',
  repaymentAmount: 'Số tiền',
  repaymentTotal: 'Tổng các đợt hoàn trả',
  localSupport: 'Kinh phí khuyến công địa phương hỗ trợ',
} as const

export const supportModeLabels: Readonly<Record<SupportMode, string>> = {
  grant: 'Không thu hồi',
  recoverable: 'Có thu hồi',
}

/** Columns of the budget grid. */
export const budgetLabels = {
  ordinal: 'TT',
  content: 'Nội dung chi',
  unit: 'ĐVT',
  quantity: 'Số lượng',
  unitPrice: 'Đơn giá',
  amount: 'Thành tiền',
  national: sourceLabels.national.short,
  local: sourceLabels.local.short,
  counterpart: sourceLabels.counterpart.short,
  other: sourceLabels.other.short,
  note: 'Ghi chú',
  beneficiary: 'Thuộc đơn vị',
  commonLine: 'Chi chung',
} as const

/** Everything that happened to a đề án. */
export const timelineLabels = {
  title: 'Dòng thời gian',
  version: 'Bản',
  drafting: ' (đang soạn)',
  total: 'tổng kinh phí',
  request: 'Trình đề nghị',
  withdrawn: 'Rút đề nghị',
  decision: 'Quyết định',
  cancelled: 'Hủy quyết định',
  appendix: 'Phụ lục hợp đồng số',
  paperCancelled: 'đã hủy ngày',
  noDate: 'Chưa có ngày',
} as const

/** Sets of support norms and their rows. */
export const normLabels = {
  title: 'Định mức hỗ trợ',
  own: 'Định mức của tỉnh',
  new: 'Thêm bộ định mức',
  document: 'Văn bản quy định',
  name: 'Tên bộ định mức',
  resolutionNumber: 'Số nghị quyết, quyết định',
  resolutionDate: 'Ngày ban hành',
  territory: 'Địa bàn (tỉnh cũ)',
  effectiveFrom: 'Có hiệu lực từ',
  effectiveTo: 'Đến hết ngày',
  priorityMultiplier: 'Hệ số ưu tiên',
  rows: 'Các dòng định mức',
  code: 'Mã',
  subContent: projectLabels.subContent,
  rowName: 'Tên gọi (nếu khác)',
  maxPercent: 'Tối đa (%)',
  baseFrom: 'Tính trên',
  maxAmount: 'Không quá (đ)',
  unit: 'Cho mỗi',
  legalBasis: 'Điều, khoản',
  note: 'Ghi chú',
  bases: { total: 'tổng dự toán', part: 'một phần dự toán', outside: 'số ngoài dự toán' },
  kinds: { CEILING: '', RATE: '', REFERENCE: 'theo văn bản khác', UNKNOWN: 'chưa biết mức' },
} as const

/** Where a đề án stands on its way (domain §5.1), and the steps that lead on. */
export const projectStatusLabels: Readonly<Record<ProjectStatus, string>> = {
  draft: 'Dự thảo',
  submittedDoit: 'Đã gửi Sở',
  appraisedBase: 'Đã thẩm định cấp cơ sở',
  returned: 'Trả lại để bổ sung',
  registeredAgency: 'Đã đăng ký với Cục',
  appraisedMinistry: 'Đã thẩm định cấp Bộ',
  approved: 'Được phê duyệt',
  rejected: 'Không được phê duyệt',
  cancelled: 'Đã hủy',
  detailPlan: 'Đã có kế hoạch triển khai',
  contracted: 'Đã ký hợp đồng',
  beneficiaryContracted: 'Đã ký hợp đồng hỗ trợ',
  inProgress: 'Đang thực hiện',
  acceptedBase: 'Đã nghiệm thu cơ sở',
  settlementFiled: 'Đã lập hồ sơ quyết toán',
  liquidated: 'Đã thanh lý hợp đồng',
  settled: 'Đã quyết toán',
  monitored: 'Theo dõi sau hỗ trợ',
  stopped: 'Ngừng triển khai',
}

export const projectStepLabels: Readonly<Record<ProjectStep, string>> = {
  submit: 'Gửi Sở thẩm định',
  appraiseBase: 'Kết luận thẩm định cấp cơ sở',
  return: 'Trả lại để bổ sung',
  resume: 'Soạn bản bổ sung',
  register: 'Đăng ký với Cục',
  appraiseMinistry: 'Ghi kết quả thẩm định cấp Bộ',
  approve: 'Ghi quyết định phê duyệt',
  recordApproval: 'Ghi nhận đã được phê duyệt',
  reject: 'Không được phê duyệt',
  cancel: 'Hủy đề án',
  signContract: 'Ký hợp đồng với cơ quan giao',
  signBeneficiaryContract: 'Ký hợp đồng hỗ trợ',
  planDetail: 'Ghi kế hoạch triển khai được duyệt',
  start: 'Bắt đầu thực hiện',
  acceptBase: 'Ghi nhận đã nghiệm thu cơ sở',
  fileSettlement: 'Gửi hồ sơ quyết toán',
  liquidate: 'Ghi nhận đã thanh lý',
  settle: 'Ghi nhận đã quyết toán',
  monitor: 'Chuyển sang theo dõi sau hỗ trợ',
  stop: 'Ngừng triển khai',
  revoke: 'Hủy quyết định',
}

export const appraisalLabels = {
  report: 'Báo cáo thẩm định',
  many: 'Thẩm định',
  level: { base: 'Thẩm định cấp cơ sở', ministry: 'Thẩm định cấp Bộ' },
  method: { staff: 'Chuyên viên thẩm định', council: 'Hội đồng thẩm định' },
  methodName: 'Hình thức',
  date: 'Ngày thẩm định',
  documentNumber: 'Số biên bản, phiếu thẩm định',
  appraiser: 'Người thẩm định',
  signer: 'Người ký kết luận',
  /** TT36 Đ.9, in the order of the law. */
  points: [
    'Sự phù hợp với nguyên tắc: chủ trương, quy hoạch, nội dung và ngành nghề, chương trình khuyến công',
    'Mục tiêu, sự cần thiết, hiệu quả; tính hợp lý của kinh phí và nguồn lực',
    'Năng lực của đơn vị thực hiện, phối hợp, thụ hưởng',
    'Khả năng kết hợp, lồng ghép với chương trình, dự án khác',
    'Sự đầy đủ của hồ sơ',
  ],
  result: { pending: 'Chưa xét', pass: 'Đạt', fail: 'Không đạt' },
  resultName: 'Kết quả',
  opinion: 'Ý kiến',
  members: 'Thành viên hội đồng',
  role: { chair: 'Chủ tịch', secretary: 'Thư ký', member: 'Ủy viên' },
  roleName: 'Vai trò',
  personName: 'Họ và tên',
  organisation: 'Cơ quan, chức vụ',
  votesFor: 'Phiếu đồng ý',
  votesAgainst: 'Phiếu không đồng ý',
  conclusion: 'Kết luận',
  conclusions: {
    agree: 'Đồng ý',
    agreeAfterSupplement: 'Đồng ý sau khi bổ sung',
    refuse: 'Không đồng ý',
  },
  conclusionOpinion: 'Ý kiến kết luận',
  proposed: 'Kinh phí đề nghị',
} as const

/** What kind of file is kept, by its media type. */
export const mediaTypeLabels: Readonly<Record<string, string>> = {
  [attachmentMediaTypes.pdf]: 'PDF',
  [attachmentMediaTypes.docx]: 'Word',
  [attachmentMediaTypes.xlsx]: 'Excel',
  [attachmentMediaTypes.png]: 'Ảnh PNG',
  [attachmentMediaTypes.jpg]: 'Ảnh JPEG',
}

/** The papers of a đề án. */
export const dossierLabels = {
  title: 'Hồ sơ',
  paper: 'Giấy tờ',
  stage: 'Dùng khi',
  required: 'Bắt buộc phải có',
  copies: 'Số bản',
  destination: 'Nơi gửi',
  receivedOn: 'Ngày nhận',
  received: 'Đã nhận',
  files: 'Tệp đính kèm',
  addPaper: 'Thêm giấy tờ…',
  attach: 'Đính kèm…',
} as const

export const dossierStageLabels: Readonly<Record<DossierStage, string>> = {
  appraisal: 'Thẩm định cấp cơ sở',
  registration: 'Đăng ký kế hoạch',
  firstAdvance: 'Tạm ứng lần đầu',
  restOfAdvance: 'Tạm ứng phần còn lại',
  settlement: 'Quyết toán',
}

export const destinationLabels: Readonly<Record<Destination, string>> = {
  kept: 'Lưu tại đơn vị',
  department: 'Gửi Sở',
  agency: 'Gửi Cục',
}
