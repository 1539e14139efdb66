// The one catalogue of Vietnamese labels. A label that two places show lives here and nowhere else.

import type { ActivityKind } from './domain/activities'
import { attachmentMediaTypes } from './domain/attachments'
import type { BackupReason, SafetyReminder } from './domain/backups'
import type { Authority } from './domain/changeAuthority'
import type { ChangeItemKind, ChangeOutcome, ChangeState, ChangeType } from './domain/changes'
import type { ContractKind, ContractLevel, ContractState } from './domain/contracts'
import type { Destination, DossierStage } from './domain/dossiers'
import type { AreaFlag, CertificateKind, EstablishmentStatus, LegalForm } from './domain/establishments'
import type { AcceptanceConclusion, AcceptanceForm, AcceptanceSide } from './domain/executionAcceptance'
import type { EffectFigure, InspectionKind } from './domain/executionInspection'
import type { VoucherKind as SettlementVoucherKind } from './domain/executionSettlement'
import type { ProjectStatus, ProjectStep } from './domain/lifecycle'
import type { FundingSource } from './domain/money'
import type { NeedOutcome } from './domain/needs'
import type { PaperStage } from './domain/papers'
import type { ParticipantRole } from './domain/participants'
import type { PaymentKind, VoucherKind } from './domain/payments'
import type { PlanState } from './domain/planStates'
import type { CertificateState, ProductGroup, VoteCriterion, VoteLevel, VoteResult } from './domain/productVotes'
import type { TargetMeasure } from './domain/programmeTargets'
import type { ContentGroup, Programme, ProjectKind, SupportMode, VersionStage } from './domain/projects'
import type { Role } from './domain/roles'
import type { TotalScope } from './domain/yearTotals'
import { formatInteger } from './vietnamese/numbers'

export const productName = 'Sổ Khuyến Công'

export const programmeLabels: Readonly<Record<Programme, { short: string; long: string }>> = {
  national: { short: 'KCQG', long: 'Khuyến công quốc gia' },
  local: { short: 'KCĐP', long: 'Khuyến công địa phương' },
}

/** "Kế hoạch KCĐP 2027", where one line must say which plan. */
export function planName({ programme, year }: { readonly programme: Programme; readonly year: number }): string {
  return `Kế hoạch ${programmeLabels[programme].short} ${year}`
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

export const legalFormLabels: Readonly<Record<LegalForm, string>> = {
  sme: 'Doanh nghiệp nhỏ và vừa',
  cooperative: 'Hợp tác xã',
  cooperativeGroup: 'Tổ hợp tác',
  cooperativeUnion: 'Liên hiệp hợp tác xã',
  businessHousehold: 'Hộ kinh doanh',
  other: 'Khác',
}

export const establishmentStatusLabels: Readonly<Record<EstablishmentStatus, string>> = {
  active: 'Đang hoạt động',
  suspended: 'Tạm ngừng',
  dissolved: 'Giải thể',
}

export const areaFlagLabels: Readonly<Record<AreaFlag, string>> = {
  difficult: 'Địa bàn khó khăn',
  extremelyDifficult: 'Địa bàn đặc biệt khó khăn',
  border: 'Biên giới',
  island: 'Hải đảo',
  ethnicMinority: 'Vùng dân tộc thiểu số',
  newRural: 'Xã nông thôn mới',
}

export const certificateKindLabels: Readonly<Record<CertificateKind, string>> = {
  typicalProduct: 'Sản phẩm CNNT tiêu biểu',
  ocop: 'OCOP',
  iso: 'ISO',
  foodSafety: 'An toàn thực phẩm',
  other: 'Khác',
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

/** Headings of the printed plan tables (Mẫu 2 of TT 36/2013 and the provincial layout). */
export const planTableLabels = {
  nationalTitle: (year: number) => `BIỂU TỔNG HỢP KẾ HOẠCH KHUYẾN CÔNG QUỐC GIA NĂM ${year}`,
  localTitle: (year: number) => `KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM ${year}`,
  summaryTitle: (year: number) => `BIỂU TỔNG HỢP KẾ HOẠCH KHUYẾN CÔNG NĂM ${year}`,
  assignedTitle: {
    national: (year: number) => `BIỂU TỔNG HỢP SỐ ĐĂNG KÝ VÀ ĐƯỢC GIAO KHUYẾN CÔNG QUỐC GIA NĂM ${year}`,
    local: (year: number) => `BIỂU TỔNG HỢP SỐ ĐĂNG KÝ VÀ ĐƯỢC GIAO KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM ${year}`,
  },
  assignedSheetName: 'Được giao',
  summarySheetName: (year: number) => `Tổng hợp KC ${year}`,
  ordinal: 'TT',
  projectName: 'Tên đề án',
  projectOrTask: 'Tên đề án, nhiệm vụ',
  implementingUnit: 'Đơn vị thực hiện',
  cooperatingUnits: 'Đơn vị phối hợp',
  beneficiaries: 'Đơn vị thụ hưởng',
  places: 'Địa điểm thực hiện',
  beneficiariesAndPlaces: 'Đơn vị thụ hưởng, địa điểm',
  period: 'Thời gian',
  start: 'Bắt đầu',
  end: 'Kết thúc',
  summary: 'Mục tiêu, nội dung, quy mô chính',
  contentAndScale: 'Nội dung, quy mô',
  content: 'Nội dung khuyến công',
  totalCost: 'Tổng kinh phí',
  totalCostInWords: 'tổng kinh phí',
  ofWhich: 'Trong đó',
  national: 'KC quốc gia',
  localOrProvince: 'NSĐP/ KCĐP',
  byBeneficiary: 'Đơn vị thụ hưởng',
  sources: { national: 'KC quốc gia', local: 'KC địa phương', counterpart: 'Đối ứng' },
  other: 'Khác',
  priority: 'Mức độ ưu tiên',
  note: 'Ghi chú',
  flagshipGroup: 'Đề án điểm',
  byContentGroup: 'Đề án theo nội dung',
  programmeGroup: { national: 'Đề án khuyến công quốc gia', local: 'Đề án khuyến công địa phương' },
  grandTotal: 'Tổng cộng',
  supportOf: {
    national: 'kinh phí khuyến công quốc gia hỗ trợ',
    local: 'kinh phí khuyến công địa phương hỗ trợ',
  },
  supportOfBoth: 'kinh phí khuyến công hỗ trợ',
  preparedBy: 'NGƯỜI LẬP BIỂU',
  head: 'GIÁM ĐỐC',
} as const

/** Words that every screen shares. */
export const labels = {
  save: 'Lưu',
  cancel: 'Hủy',
  close: 'Đóng',
  remove: 'Xóa',
  backToList: 'Về danh sách',
  print: 'In',
  exportExcel: 'Xuất Excel',
  exportList: 'Xuất danh sách',
  pasteRows: 'Dán từ Excel',
  pastedFile: 'Dán từ Excel.tsv',
  copyTable: 'Sao chép bảng',
  copy: 'Sao chép',
  columns: 'Cột',
  all: 'Tất cả',
  year: 'Năm',
  moneyUnit: 'Đơn vị tiền',
  note: 'Ghi chú',
  total: 'Tổng',
  loading: 'Đang tải…',
} as const

/** Rows pasted into a grid of a form, beside those it has. */
export const pastedStatusLabels = { new: 'Mới', changed: 'Thay đổi', same: 'Đã có', wrong: 'Lỗi' } as const

/** What a list may go out as. */
export const listFormatLabels = {
  xlsx: { name: 'Excel (.xlsx)', use: 'Để xem, in, gửi đi' },
  csv: { name: 'CSV, dấu chấm phẩy', use: 'Excel trên máy kiểu Việt Nam: 1.234,5' },
  'csv-comma': { name: 'CSV, dấu phẩy', use: 'Phần mềm hoặc máy kiểu Anh, Mỹ: 1,234.5' },
} as const

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

/** Two states of a đề án side by side. */
export const comparisonLabels = {
  title: 'So sánh',
  before: 'Trước điều chỉnh',
  after: 'Sau điều chỉnh',
  difference: 'Chênh lệch',
  order: 'Thứ tự',
  given: 'Số được giao',
  rowName: 'Tên',
  place: 'Địa điểm',
  provinceCode: 'Tỉnh, thành phố',
  communeCode: 'Xã, phường, đặc khu',
  oldPlace: 'Tên cũ',
  establishment: 'Cơ sở trong sổ',
  kinds: { added: 'Thêm', removed: 'Bỏ', changed: 'Sửa' },
  same: 'không đổi',
  from: 'Từ',
  to: 'đến',
  swap: 'Đổi chỗ',
  onlyChanges: 'Chỉ chỗ thay đổi',
  wholePlan: 'So sánh cả kế hoạch',
  ofProject: 'So sánh các bản',
  otherStates: 'So sánh thời điểm khác…',
  nothingDiffers: 'Hai thời điểm giống hệt nhau.',
  kind: 'Thay đổi',
  ordinal: 'TT',
  what: 'Chỉ tiêu',
  total: 'Tổng kinh phí',
  totalDifference: 'Tổng chênh lệch',
  funding: 'Kinh phí theo nguồn',
  contents: 'Nội dung',
  projects: 'Đề án',
  wholeProject: 'Cả đề án',
  paperTitle: {
    project: 'BẢNG SO SÁNH ĐỀ ÁN TRƯỚC VÀ SAU ĐIỀU CHỈNH',
    plan: 'BẢNG SO SÁNH KẾ HOẠCH TRƯỚC VÀ SAU ĐIỀU CHỈNH',
  },
} as const

/** What can be set side by side. */
export const comparedStateLabels = {
  registered: 'Đăng ký',
  appraised: 'Thẩm định',
  assigned: 'Được giao',
  change: 'Sau điều chỉnh lần',
  today: 'Hôm nay',
  date: 'Ngày',
  anyDay: 'Một ngày khác…',
  draft: 'Bản đang soạn',
} as const

export const planLabels = {
  one: 'Kế hoạch năm',
  priority: 'Ưu tiên',
  attachedTo: 'Kèm theo',
  addProjects: 'Đưa đề án vào kế hoạch',
  checks: 'Việc cần xem lại',
  flagship: 'Đề án điểm',
  registeredOn: 'Ngày đăng ký',
  supplementRound: 'Đợt bổ sung',
  register: 'Ghi nhận đã đăng ký',
  reopen: 'Mở lại để soạn',
  approve: 'Khóa theo quyết định',
  addSupplement: 'Đưa đề án bổ sung',
  approveSupplement: 'Phê duyệt bổ sung',
  rollOver: 'Sao chép sang năm sau',
  report: 'Lời báo cáo đăng ký',
  documents: 'Văn bản',
} as const

export const planStateLabels: Readonly<Record<PlanState, string>> = {
  drafting: 'Đang soạn',
  registered: 'Đã đăng ký',
  assigned: 'Đã giao kinh phí',
  approved: 'Đã phê duyệt, khóa',
}

/** Deadlines: the board on Tổng quan and the office's own rules. */
export const deadlineLabels = {
  board: 'Việc cần làm',
  settings: 'Thời hạn',
  add: 'Thêm thời hạn',
  step: 'Việc phải làm',
  when: 'Thời hạn',
  kinds: { yearly: 'Ngày cố định hằng năm', monthly: 'Ngày cố định hằng tháng', after: 'Số ngày sau một việc' },
  month: 'Tháng',
  day: 'Ngày',
  before: 'Phải xong trước ngày này',
  days: 'Số ngày',
  event: 'Sau việc',
  events: 'Ngày mốc đã ghi',
  eventDay: 'Ngày mốc',
  reminderDays: 'Nhắc trước (ngày)',
  opens: 'Mở ra',
  places: {
    plan: 'Kế hoạch năm',
    projects: 'Danh sách đề án',
    progress: 'Tiến độ tháng',
    settlement: 'Thanh lý – quyết toán',
  },
  legalBasis: 'Căn cứ',
  effectiveFrom: 'Có hiệu lực từ',
  effectiveTo: 'Đến',
  statuses: { overdue: 'Quá hạn', within7: 'Trong 7 ngày', within30: 'Trong 30 ngày', done: 'Đã xong' },
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

/** Early signs of trouble on Tổng quan. */
export const signalLabels = {
  title: 'Cần chú ý',
  codes: {
    notStarted: 'Chưa triển khai',
    investmentBelow: 'Đầu tư chậm',
    undecided: 'Chờ quyết định',
    manyAdjustments: 'Điều chỉnh nhiều lần',
  },
} as const

/** The ways to look at a year's plan. */
export const planTabLabels = {
  registered: 'Đăng ký',
  assigned: 'Được giao',
  changes: 'Điều chỉnh',
  current: 'Hiện hành',
} as const

/** Money given from above, in batches. */
export const allocationLabels = {
  many: 'Các đợt phân bổ',
  one: 'Đợt',
  add: 'Thêm đợt',
  batchNumber: 'Đợt số',
  documentKind: 'Giao bằng',
  documentKinds: { decision: 'Quyết định', letter: 'Công văn' },
  number: 'Số văn bản',
  issuedOn: 'Ngày văn bản',
  issuer: 'Cơ quan ban hành',
  totalAmount: 'Tổng kinh phí của đợt (đồng)',
  withoutBatch: 'Ngoài các đợt',
  assign: 'Giao',
  assignedOn: 'Ngày giao',
  registered: 'Đăng ký',
  assigned: 'Được giao',
  assignedInWords: 'Kinh phí được giao',
  difference: 'Chênh lệch',
  left: 'Còn lại',
} as const

export const searchKindLabels = {
  establishment: 'Cơ sở',
  project: 'Đề án',
  contract: 'Hợp đồng',
  change: 'Điều chỉnh',
  voteRound: 'Bình chọn',
  activity: 'Hoạt động',
} as const

/** Names of the screens, as the menu and their heads say them. */
export const menuLabels = {
  overview: 'Tổng quan',
  establishments: 'Cơ sở CNNT',
  planning: 'Xây dựng kế hoạch',
  needs: 'Nhu cầu',
  projects: 'Đề án',
  plan: 'Kế hoạch năm',
  outgoing: 'Văn bản đi',
  imports: 'Nhập từ Excel',
  appraisals: 'Thẩm định',
  changes: 'Điều chỉnh',
  comparison: 'So sánh',
  execution: 'Tổ chức thực hiện',
  board: 'Theo dõi thực hiện',
  contracts: 'Hợp đồng',
  office: 'Thiết lập',
  officeDetails: 'Đơn vị, người ký',
  norms: 'Định mức hỗ trợ',
  changeRequests: 'Đề nghị',
  activities: 'Hoạt động khác',
  reports: 'Báo cáo',
} as const

/** Thể thức đề ký: what stands before the position of who signs. */
export const signingAuthorityLabels = {
  none: 'Ký trực tiếp',
  TM: 'TM. (thay mặt)',
  KT: 'KT. (ký thay)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
  Q: 'Q. (quyền)',
} as const

export const genderLabels = { unknown: 'Chưa ghi', female: 'Nữ', male: 'Nam' } as const

/** Boxes and columns of a cơ sở CNNT. */
export const establishmentLabels = {
  code: 'Mã cơ sở',
  name: 'Tên cơ sở',
  shortName: 'Tên viết tắt',
  legalForm: 'Loại hình',
  taxCode: 'Mã số thuế',
  registrationNumber: 'Số đăng ký kinh doanh',
  registrationDate: 'Ngày cấp',
  registrationPlace: 'Nơi cấp',
  headOfficeAddress: 'Số nhà, đường, thôn, xóm',
  commune: 'Xã, phường, đặc khu',
  communeShort: 'Xã, phường',
  address: 'Địa chỉ sản xuất',
  oldAddress: 'Địa chỉ cũ (trước 01/7/2025)',
  inCraftVillage: 'Trong làng nghề',
  craftVillageName: 'Tên làng nghề',
  craftVillageDecision: 'Quyết định công nhận',
  inIndustrialCluster: 'Trong cụm công nghiệp',
  industrialClusterName: 'Tên cụm công nghiệp',
  areaFlags: 'Địa bàn',
  representativeName: 'Người đại diện',
  representativeTitle: 'Chức vụ',
  representativeGender: 'Giới tính',
  representativeEthnicity: 'Dân tộc',
  representativeIdNumber: 'Số CCCD',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  womenOwned: 'Do phụ nữ làm chủ',
  employsEthnicMinority: 'Sử dụng lao động là người dân tộc thiểu số',
  bankAccount: 'Số tài khoản',
  bankName: 'Ngân hàng',
  bankBranch: 'Chi nhánh',
  industryCode: 'Mã ngành (VSIC)',
  industry: 'Ngành nghề',
  mainProducts: 'Sản phẩm chính',
  capacity: 'Công suất',
  status: 'Tình trạng',
  note: 'Ghi chú',
  employees: 'Lao động',
  revenue: 'Doanh thu',
  taxPaid: 'Nộp ngân sách',
  exportValue: 'Giá trị xuất khẩu',
  capital: 'Vốn',
  averageIncome: 'Thu nhập bình quân (đ/người/tháng)',
  supportedProjects: 'Đề án hỗ trợ',
} as const

export const duplicateReasonLabels = {
  taxCode: 'cùng mã số thuế',
  registrationNumber: 'cùng số đăng ký kinh doanh',
  nameAndCommune: 'cùng tên và cùng xã',
} as const

/** Columns of a certificate. */
export const certificateLabels = {
  kind: 'Loại',
  name: 'Tên sản phẩm, chứng nhận',
  level: 'Cấp, hạng',
  number: 'Số',
  date: 'Ngày cấp',
  expiryDate: 'Hết hạn',
} as const

/** Checks of a đề án against norms and conditions of support. */
export const checkLabels = {
  title: 'Kiểm tra định mức',
  judgedOn: 'Xét tại ngày',
  priority: 'Thuộc địa bàn, ngành nghề ưu tiên',
  combineReason: 'Lý do nhân thêm hệ số ưu tiên trên mức dây chuyền (để trống: không nhân)',
  normRow: 'Dòng định mức áp dụng',
  baseAmount: 'Kinh phí làm cơ sở tính tỷ lệ (đ)',
  oldPlace: 'Địa bàn theo quy định cũ',
  legalBasis: 'Căn cứ',
  goOn: 'Vẫn tiếp tục vì …',
  reason: 'Lý do vẫn tiếp tục',
  ok: 'Đạt',
  unknown: 'Chưa xét được',
  warnings: {
    'norm.ceiling': 'Vượt',
    'norm.beneficiaries': 'Vượt',
    place: 'Không đạt',
    legalForm: 'Không đạt',
    supportedBefore: 'Cần xem',
    supportedThisYear: 'Cần xem',
  },
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

/** Bringing in an Excel file. */
export const importLabels = {
  title: 'Nhập từ Excel',
  kinds: {
    establishments: 'Danh sách cơ sở CNNT',
    plan: 'Kế hoạch khuyến công, danh mục đề án',
    needs: 'Nhu cầu hỗ trợ',
    projects: 'Đề án kèm dự toán',
    payments: 'Tạm ứng, thanh toán',
    trainees: 'Danh sách học viên',
    certificates: 'Giấy chứng nhận sản phẩm CNNT tiêu biểu',
    contracts: 'Hợp đồng',
  },
  statuses: { new: 'Mới', changed: 'Thay đổi', duplicate: 'Trùng', error: 'Lỗi', skipped: 'Bỏ qua' },
  actions: { create: 'thêm mới', update: 'cập nhật', none: 'không nhập' },
  duplicateChoices: {
    skip: 'Bỏ qua dòng này',
    update: 'Gộp: cập nhật bản đã có',
    create: 'Giữ cả hai: vẫn thêm mới',
  },
  errorFile: 'Lưu tệp có cột “Lỗi”',
  encodings: { unicode: 'Unicode', tcvn3: 'TCVN3 (phông .Vn…)', vni: 'VNI' },
  severities: { error: 'Lỗi', warning: 'Cần xem', question: 'Cần trả lời' },
  phases: { reading: 'Đang đọc và kiểm tra tệp', checking: 'Đang đối chiếu với dữ liệu', writing: 'Đang ghi' },
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

/** What cơ sở ask for in the survey. */
export const needLabels = {
  new: 'Thêm nhu cầu',
  asker: 'Người đề nghị',
  establishment: 'Cơ sở trong sổ',
  activity: 'Máy móc hoặc hoạt động',
  totalInvestment: 'Tổng vốn đầu tư (đ)',
  wishedSupport: 'Đề nghị hỗ trợ (đ)',
  receivedOn: 'Ngày nhận',
  outcome: 'Kết quả',
  declineReason: 'Lý do không đưa vào',
  makeProject: 'Lập đề án',
  decline: 'Không đưa vào…',
  reopen: 'Xem xét lại',
} as const

export const needOutcomeLabels: Readonly<Record<NeedOutcome, string>> = {
  open: 'Chưa xử lý',
  taken: 'Đã đưa vào đề án',
  declined: 'Không đưa vào',
}

/** Carrying đề án out: names of the screens and of what stands on them. */
export const executionLabels = {
  progress: 'Tiến độ tháng',
  acceptance: 'Nghiệm thu',
  settlement: 'Thanh lý – quyết toán',
  /** In the menu there is no room for more. */
  settlementShort: 'Quyết toán',
  inspection: 'Kiểm tra sau hỗ trợ',
  machines: 'Máy móc đã hỗ trợ',
  detailPlan: 'Kế hoạch triển khai',
  training: 'Lớp đào tạo',
  cluster: 'Hạ tầng cụm công nghiệp',
  volume: 'Khối lượng hoàn thành',
  section: 'Thực hiện',
} as const

export const progressLabels = {
  content: 'Nội dung công việc',
  before: 'Kỳ trước',
  percent: 'Đến nay (%)',
  note: 'Ghi chú',
  valueDone: 'Giá trị đã thực hiện (đ)',
  advanceRequested: 'Đề nghị tạm ứng (đ)',
  workDone: 'Khối lượng đã thực hiện đến kỳ',
  difficulties: 'Khó khăn, kiến nghị',
  expectedEnd: 'Dự kiến hoàn thành',
  reportedOn: 'Ngày báo cáo',
  confirmedOn: 'Ngày Sở xác nhận',
  overall: 'Chung',
  photos: 'Ảnh, tài liệu',
} as const

export const volumeLabels = {
  content: 'Nội dung',
  plannedQuantity: 'KL theo HĐ',
  doneQuantity: 'KL hoàn thành',
  planned: 'Kinh phí theo HĐ',
  done: 'Kinh phí thực hiện',
} as const

export const acceptanceFormLabels: Readonly<Record<AcceptanceForm, string>> = {
  '5a': 'Mẫu 5a – từng địa điểm, đơn vị',
  '5b': 'Mẫu 5b – cả đề án',
  '5c': 'Mẫu 5c – Cục nghiệm thu',
}

export const acceptanceSideLabels: Readonly<Record<AcceptanceSide, string>> = {
  department: 'Sở Công Thương',
  agency: 'Cục',
  commune: 'UBND xã',
  implementer: 'Đơn vị thực hiện',
  beneficiary: 'Đơn vị thụ hưởng',
  expert: 'Chuyên gia',
}

export const acceptanceConclusionLabels: Readonly<Record<AcceptanceConclusion, string>> = {
  pass: 'Đạt',
  fail: 'Không đạt',
}

export const acceptanceLabels = {
  form: 'Mẫu biên bản',
  beneficiary: 'Đơn vị thụ hưởng',
  whole: 'Cả đề án',
  place: 'Địa điểm nghiệm thu',
  date: 'Ngày nghiệm thu',
  documentNumber: 'Số biên bản',
  basis: 'Tài liệu làm căn cứ',
  quality: 'Khối lượng, chất lượng',
  timing: 'Tiến độ, thời gian',
  members: 'Thành phần nghiệm thu',
  side: 'Đại diện',
  position: 'Chức vụ',
  organisation: 'Cơ quan, đơn vị',
  outputs: 'Kết quả so với chỉ tiêu',
  planned: 'Kế hoạch',
  done: 'Thực hiện',
  costs: 'Kinh phí thực hiện theo nguồn',
  machines: 'Máy móc, thiết bị',
  machineName: 'Tên máy',
  specification: 'Thông số',
  origin: 'Xuất xứ',
  serial: 'Số máy',
  madeIn: 'Năm SX',
  isNew: 'Mới',
  works: 'Chạy tốt',
  conclusion: 'Kết luận',
  shortfallReason: 'Lý do vẫn kết luận đạt',
  mend: 'Nội dung phải khắc phục',
  mendBy: 'Hạn khắc phục',
  mendedOn: 'Ngày khắc phục xong',
  suggestion: 'Kiến nghị',
  conclude: 'Kết luận nghiệm thu',
} as const

/** What kind of file is kept, by its media type. */
export const mediaTypeLabels: Readonly<Record<string, string>> = {
  [attachmentMediaTypes.pdf]: 'PDF',
  [attachmentMediaTypes.docx]: 'Word',
  [attachmentMediaTypes.xlsx]: 'Excel',
  [attachmentMediaTypes.png]: 'Ảnh PNG',
  [attachmentMediaTypes.jpg]: 'Ảnh JPEG',
}

export const settlementVoucherLabels: Readonly<Record<SettlementVoucherKind, string>> = {
  invoice: 'Hóa đơn',
  receipt: 'Phiếu thu, biên nhận',
  payment: 'Phiếu chi, ủy nhiệm chi',
  contract: 'Hợp đồng, thanh lý',
  list: 'Bảng kê, danh sách',
  other: 'Khác',
}

export const settlementLabels = {
  lines: 'Biểu chi quyết toán (Mẫu 7)',
  vouchers: 'Bảng kê chứng từ (Mẫu 8a, 8b)',
  money: 'Kinh phí đã nhận, còn lại (Mẫu 9, 10)',
  contracts: 'Thanh lý hợp đồng (Mẫu 6)',
  planned: 'Dự toán được duyệt',
  asked: 'Đề nghị quyết toán',
  approved: 'Được duyệt',
  received: 'Đã nhận',
  advanced: 'Đã tạm ứng',
  paid: 'Đã thanh toán',
  recovered: 'Đã thu hồi',
  toPay: 'Còn phải cấp',
  toRecover: 'Còn phải thu hồi',
  date: 'Ngày lập hồ sơ',
  documentNumber: 'Số công văn gửi hồ sơ',
  withInvoice: 'Quyết toán có hóa đơn tài chính gửi Cục',
  lastOfYear: 'Hợp đồng cuối cùng trong năm (kèm Mẫu 10)',
  differenceReason: 'Lý do chênh lệch',
  number: 'Số chứng từ',
  voucherDate: 'Ngày',
  kind: 'Loại',
  payee: 'Đơn vị nhận tiền',
  approvalReason: 'Lý do, nếu được duyệt nhiều hơn số đã cấp hoặc hồ sơ còn chỗ chưa khớp',
  approvalNumber: 'Số văn bản phê duyệt',
  approvedOn: 'Ngày phê duyệt',
  liquidationNumber: 'Số biên bản thanh lý',
  liquidationDate: 'Ngày thanh lý',
  explanation: 'Giải trình tiền chưa trả, chưa thu hồi',
  fileBy: 'Hạn nộp hồ sơ',
  settleBy: 'Hạn thanh lý, quyết toán',
} as const

export const inspectionKindLabels: Readonly<Record<InspectionKind, string>> = {
  during: 'Trong khi thực hiện',
  afterOneYear: 'Sau hỗ trợ một năm',
  afterTwoYears: 'Sau hỗ trợ hai năm',
  sudden: 'Đột xuất',
}

export const effectLabels: Readonly<Record<EffectFigure, string>> = {
  jobs: 'Lao động (người)',
  revenue: 'Doanh thu (đ)',
  taxPaid: 'Nộp ngân sách (đ)',
  averageIncome: 'Thu nhập bình quân (đ/người/tháng)',
}

export const inspectionLabels = {
  kind: 'Loại kiểm tra',
  plannedMonth: 'Dự kiến',
  visitedOn: 'Ngày kiểm tra',
  documentNumber: 'Số biên bản',
  team: 'Thành phần đoàn',
  met: 'Làm việc với',
  content: 'Nội dung kiểm tra',
  conclusion: 'Kết luận',
  findings: 'Tồn tại phải khắc phục',
  finding: 'Tồn tại',
  dueOn: 'Hạn',
  resolvedOn: 'Đã khắc phục ngày',
  machines: 'Máy móc đã hỗ trợ còn hay không',
  present: 'Còn tại cơ sở',
  inUse: 'Đang sử dụng',
  effect: 'Hiệu quả sau hỗ trợ',
  before: 'Trước hỗ trợ',
  after: 'Khi kiểm tra',
  change: 'Thay đổi',
} as const

export const detailPlanLabels = {
  purpose: 'Mục đích, yêu cầu',
  organisation: 'Tổ chức thực hiện',
  lines: 'Các đơn vị thụ hưởng (Mẫu 11)',
  content: 'Nội dung hỗ trợ',
  support: 'KC hỗ trợ (đ)',
  counterpart: 'Đối ứng (đ)',
  approvalNumber: 'Số văn bản Sở duyệt',
  approvedOn: 'Ngày duyệt',
} as const

export const trainingLabels = {
  new: 'Thêm lớp',
  name: 'Tên lớp',
  occupation: 'Nghề đào tạo',
  plannedTrainees: 'Số học viên dự kiến',
  startsOn: 'Khai giảng',
  endsOn: 'Bế giảng',
  place: 'Địa điểm',
  teacher: 'Giáo viên',
  qualification: 'Chứng chỉ sau khóa học',
  objective: 'Mục tiêu đào tạo',
  subjects: 'Chương trình (Mẫu 12)',
  subject: 'Mô đun, bài học',
  theory: 'Lý thuyết (giờ)',
  practice: 'Thực hành (giờ)',
  trainees: 'Học viên',
  trainee: 'Họ và tên',
  bornIn: 'Năm sinh',
  idNumber: 'Số giấy tờ',
  certificate: 'Số chứng chỉ',
  employer: 'Nơi làm việc sau đào tạo',
} as const

export const clusterLabels = {
  new: 'Thêm báo cáo',
  cluster: 'Tên cụm công nghiệp',
  investor: 'Chủ đầu tư',
  decision: 'Quyết định thành lập, phê duyệt',
  area: 'Diện tích (ha)',
  lines: 'Hạng mục đầu tư (Mẫu 13)',
  item: 'Hạng mục',
  planned: 'Vốn theo dự án (đ)',
  done: 'Đã thực hiện (đ)',
} as const

/** Headings of the registers as files. */
export const registerLabels = {
  machinesSheet: 'Máy móc hỗ trợ',
  machines: (year: number | null) =>
    year === null ? 'DANH SÁCH MÁY MÓC, THIẾT BỊ ĐÃ HỖ TRỢ' : `DANH SÁCH MÁY MÓC, THIẾT BỊ ĐÃ HỖ TRỢ NĂM ${year}`,
  machine: 'Tên máy, thông số',
  serial: 'Số máy',
  origin: 'Xuất xứ, năm sản xuất',
  quantity: 'Số lượng',
  amount: 'Giá trị',
  beneficiary: 'Đơn vị thụ hưởng',
  place: 'Địa điểm',
  project: 'Đề án',
  accepted: 'Ngày nghiệm thu',
  seen: 'Kiểm tra gần nhất',
  inUse: 'đang dùng',
  notInUse: 'còn, không dùng',
  gone: 'không còn',
  total: 'Tổng cộng',
  deadlinesSheet: 'Thời hạn',
  deadlines: (year: number) => `DANH SÁCH THỜI HẠN CÔNG VIỆC KHUYẾN CÔNG NĂM ${year}`,
  asOf: (day: string) => `Tính đến ngày ${day}`,
  step: 'Việc phải làm',
  plan: 'Kế hoạch',
  due: 'Hạn',
  counted: 'Cách tính',
  state: 'Tình trạng',
  late: (days: number) => `quá hạn ${formatInteger(days)} ngày`,
  left: (days: number) => (days === 0 ? 'hôm nay là ngày cuối' : `còn ${formatInteger(days)} ngày`),
  basis: 'Căn cứ',
} as const

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

/** What each role of a named person may do. */
export const roleLabels: Readonly<Record<Role, string>> = {
  view: 'Xem',
  enter: 'Nhập',
  approve: 'Duyệt',
  administer: 'Quản trị',
}

/** In a few words, beside the role. */
export const roleMeanings: Readonly<Record<Role, string>> = {
  view: 'xem, in, xuất',
  enter: 'xem, nhập và sửa',
  approve: 'nhập, sửa; gửi, phê duyệt, khóa, hủy văn bản',
  administer: 'mọi việc, cả thiết lập, khóa năm, người dùng',
}

/** Names of who uses the file. */
export const peopleLabels = {
  many: 'Người dùng',
  setUp: 'Đặt tên người dùng',
  add: 'Thêm người dùng',
  turnOff: 'Thôi dùng tên người dùng',
  signIn: 'Đăng nhập',
  signOut: 'Khóa màn hình, đăng xuất',
  changeSecret: 'Đổi mã PIN, mật khẩu',
  name: 'Họ và tên',
  role: 'Quyền',
  state: 'Tình trạng',
  active: 'Đang dùng',
  inactive: 'Thôi dùng',
  activeHint: 'Còn dùng (bỏ dấu: không đăng nhập được nữa, tên vẫn giữ trong nhật ký)',
  lastSignedIn: 'Đăng nhập gần nhất',
  administrator: 'Quản trị',
  secret: 'Mã PIN hoặc mật khẩu',
  currentSecret: 'Mã PIN hoặc mật khẩu hiện nay',
  newSecret: 'Mã PIN hoặc mật khẩu mới',
  again: 'Gõ lại lần nữa',
  secretHint: 'Mã PIN từ 4 chữ số, hoặc mật khẩu từ 8 ký tự.',
  notTheSame: 'Hai lần gõ chưa giống nhau.',
  idle: 'Tự khóa màn hình khi không dùng',
  forgotten: 'Quản trị quên mã?',
  otherFile: 'Mở tệp khác…',
  recover: 'Đặt lại mã bằng mã khôi phục',
  recoverHow: 'Gõ mã khôi phục đã in khi đặt tên người dùng. Mã chỉ dùng một lần; dùng xong sẽ nhận mã mới.',
  recoverNow: 'Đặt mã mới',
  backToSignIn: 'Quay lại đăng nhập',
  recoveryCode: 'Mã khôi phục',
  recoveryCodeWhy:
    'Đây là cách duy nhất để vào lại khi mọi quản trị đều quên mã. Hãy in hoặc chép ra giấy, cất cùng con dấu. Mã không hiện lại lần nữa.',
  kept: 'Đã cất mã, tiếp tục',
} as const

export const historyTabLabels = { journal: 'Nhật ký', bin: 'Thùng rác', years: 'Khóa năm' } as const

/** Undo, redo and the history of what was done. */
export const historyLabels = {
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  undone: 'Đã hoàn tác',
  redone: 'Đã làm lại',
  journal: 'Nhật ký',
  journalTitle: 'NHẬT KÝ THAY ĐỔI DỮ LIỆU',
  journalColumns: {
    ordinal: 'TT',
    at: 'Thời điểm',
    person: 'Người làm',
    what: 'Việc',
    label: 'Mục',
    before: 'Trước',
    after: 'Sau',
    host: 'Máy',
  },
  bin: 'Thùng rác',
  years: 'Khóa năm',
  screen: 'Nhật ký, thùng rác',
  ofRecord: 'Lịch sử sửa',
  undoThis: 'Hoàn tác việc này',
  lockYear: 'Khóa năm',
  unlockYear: 'Mở khóa năm',
  unlockReason: 'Lý do mở khóa',
  undoImport: 'Hoàn tác lần nhập này',
  nothingSinceOpened: 'Từ khi mở tệp chưa có việc nào để hoàn tác. Việc cũ hơn xem ở Nhật ký.',
} as const

/** The register of outgoing papers. */
export const outgoingLabels = {
  issue: 'Phát hành…',
  number: 'Số',
  symbol: 'Ký hiệu',
  fullNumber: 'Số, ký hiệu',
  date: 'Ngày văn bản',
  paper: 'Tên văn bản',
  subject: 'Đề án, kế hoạch',
  signer: 'Người ký',
  recipients: 'Nơi nhận',
  state: 'Tình trạng',
  issued: 'Đã phát hành',
  cancelled: 'Đã hủy',
  cancel: 'Hủy văn bản…',
  cancelReason: 'Lý do hủy',
} as const

export const contractKindLabels: Readonly<Record<ContractKind, string>> = {
  agency: 'Với cơ quan giao',
  beneficiary: 'Với đơn vị thụ hưởng',
  supplier: 'Với nhà cung cấp',
}

export const contractStateLabels: Readonly<Record<ContractState, string>> = {
  draft: 'Dự thảo',
  signed: 'Đã ký',
  liquidated: 'Đã thanh lý',
  terminated: 'Đã chấm dứt',
}

export const contractLevelLabels: Readonly<Record<ContractLevel, string>> = {
  received: 'Nhận từ cơ quan giao',
  spent: 'Chi cho đơn vị thụ hưởng, nhà cung cấp',
}

export const backupReasonLabels: Readonly<Record<BackupReason, string>> = {
  'day-start': 'Đầu ngày',
  interval: 'Định kỳ khi làm việc',
  close: 'Khi đóng tệp',
  'before-upgrade': 'Trước khi nâng cấp',
  'before-restore': 'Trước khi phục hồi',
  'before-import': 'Trước khi nhập Excel',
  'before-bulk': 'Trước thay đổi hàng loạt',
  'before-update': 'Trước khi cập nhật chương trình',
  manual: 'Sao lưu theo ý người dùng',
}

/** What to do about the safety of the data file, in the list of things to do. */
export const safetyReminderLabels: Readonly<Record<SafetyReminder, { readonly what: string; readonly why: string }>> = {
  'clock-behind': {
    what: 'Đồng hồ máy có vẻ sai',
    why: 'Trong tệp có việc đã lưu ở ngày giờ sau hiện tại của máy. Không mất gì; hãy sửa ngày giờ của máy rồi làm tiếp, vì ngày trên văn bản và hạn việc lấy theo máy.',
  },
  'backup-failed': {
    what: 'Sao lưu gần nhất không thành',
    why: 'Các bản sao lưu trước vẫn còn; xem lý do và sao lưu lại.',
  },
  'no-second-place': {
    what: 'Chưa có nơi sao lưu thứ hai',
    why: 'Hỏng ổ đĩa hoặc mất máy là mất cả tệp lẫn bản sao lưu. Chọn một USB hoặc ổ của máy khác.',
  },
  'second-place-old': {
    what: 'Quá 7 ngày chưa chép sang nơi sao lưu thứ hai',
    why: 'Cắm USB hoặc nối ổ của máy kia rồi chép.',
  },
  'second-place-failed': {
    what: 'Lần chép sang nơi sao lưu thứ hai gần nhất không thành',
    why: 'Kiểm tra USB hoặc ổ của máy kia rồi chép lại.',
  },
}

export const safetyLabels = {
  menu: 'Sao lưu, an toàn',
  screen: 'Sao lưu và an toàn dữ liệu',
  backUp: 'Sao lưu ngay…',
  check: 'Kiểm tra dữ liệu',
  purge: 'Dọn tệp đính kèm đã xóa',
  rebuildSearch: 'Lập lại danh mục tìm kiếm',
  restore: 'Phục hồi…',
  lastBackup: 'Sao lưu gần nhất',
  secondPlace: 'Nơi sao lưu thứ hai',
  checkedOn: 'Kiểm tra gần nhất',
  folder: 'Thư mục sao lưu',
  takenAt: 'Thời điểm',
  reason: 'Lý do',
  label: 'Ghi chú',
  size: 'Dung lượng',
} as const

export const changeStateLabels: Readonly<Record<ChangeState, string>> = {
  draft: 'Đang soạn',
  submitted: 'Đã trình, chờ quyết định',
  decided: 'Đã có quyết định',
  withdrawn: 'Đã rút',
  cancelled: 'Quyết định đã hủy',
}

export const changeItemKindLabels: Readonly<Record<ChangeItemKind, string>> = {
  adjust: 'Điều chỉnh',
  supplement: 'Bổ sung',
  stop: 'Ngừng triển khai',
}

export const changeOutcomeLabels: Readonly<Record<ChangeOutcome, string>> = {
  approved: 'Duyệt như đề nghị',
  partly: 'Duyệt một phần',
  refused: 'Không duyệt',
}

/** The kinds of change as Điều 11 Thông tư 36/2013/TT-BCT tells them apart. */
export const changeTypeLabels: Readonly<Record<ChangeType, string>> = {
  increase: 'Tăng tổng kinh phí hỗ trợ',
  content: 'Thay đổi nội dung khuyến công',
  nextYear: 'Kéo dài sang năm sau',
  supplement: 'Bổ sung đề án',
  stop: 'Ngừng triển khai đề án',
  place: 'Thay đổi địa điểm',
  beneficiary: 'Thay đổi đơn vị thụ hưởng',
  cooperatingUnit: 'Thay đổi đơn vị phối hợp',
  time: 'Thay đổi thời gian trong năm',
  decrease: 'Kinh phí hỗ trợ giảm hoặc không đổi',
  other: 'Thay đổi khác',
}

/** Boxes, columns and buttons of the screens of change requests. */
export const changeLabels = {
  one: 'Đề nghị điều chỉnh',
  many: 'Đề nghị điều chỉnh, bổ sung, ngừng',
  start: 'Lập điều chỉnh',
  letterNumber: 'Số văn bản đề nghị',
  letterDate: 'Ngày văn bản',
  askedBy: 'Đơn vị đề nghị',
  reason: 'Lý do',
  projects: 'Đề án',
  state: 'Trạng thái',
  decides: 'Cấp quyết định',
  waiting: 'Chờ (ngày)',
  decision: 'Quyết định',
  outcome: 'Kết quả',
  inForce: 'Đang có hiệu lực',
  asked: 'Đề nghị',
  approved: 'Được duyệt',
  field: 'Chỉ tiêu',
  addItems: 'Thêm đề án…',
  rebase: 'Làm lại trên bản hiện hành',
  split: 'Tách theo cấp quyết định',
  submit: 'Trình…',
  decide: 'Ghi quyết định…',
  cancelDecision: 'Hủy quyết định…',
  advanced: 'Đã tạm ứng, thanh toán (đồng)',
  recovery: 'Còn phải thu hồi (đồng)',
  papers: 'Giấy tờ kèm theo',
  effect: 'Tác động đến kế hoạch',
} as const

/** Who decides, where no name is known for the day. */
export const authorityLabels: Readonly<Record<Authority, string>> = {
  minister: 'Bộ trưởng Bộ Công Thương',
  agency: 'Cục quản lý khuyến công (Bộ Công Thương)',
  department: 'Sở Công Thương',
  planApprover: 'Cấp phê duyệt kế hoạch',
}

export const paymentKindLabels: Readonly<Record<PaymentKind, string>> = {
  advance: 'Tạm ứng',
  payment: 'Thanh toán',
  recovery: 'Thu hồi',
}

export const voucherKindLabels: Readonly<Record<VoucherKind, string>> = {
  paymentOrder: 'Ủy nhiệm chi',
  treasuryOrder: 'Giấy rút dự toán',
  cash: 'Phiếu chi',
  receipt: 'Giấy báo có, phiếu thu',
  invoice: 'Hóa đơn',
  other: 'Chứng từ khác',
}

/** Contracts: their boxes, columns and buttons. */
export const contractLabels = {
  many: 'Hợp đồng',
  new: 'Lập hợp đồng',
  kind: 'Loại hợp đồng',
  state: 'Tình trạng',
  number: 'Số hợp đồng',
  outsideNumber: 'Số hợp đồng do bên giao cấp',
  symbol: 'Ký hiệu',
  signedOn: 'Ngày ký',
  giver: 'Bên A',
  receiver: 'Bên B',
  otherParty: 'Ký với',
  name: 'Tên đơn vị',
  representative: 'Người đại diện',
  position: 'Chức vụ',
  authority: 'Giấy ủy quyền, thừa lệnh',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  account: 'Số tài khoản',
  bank: 'Mở tại',
  taxCode: 'Mã số thuế',
  budgetRelationCode: 'Mã quan hệ ngân sách',
  subject: 'Nội dung công việc',
  value: 'Giá trị hợp đồng',
  valueByProject: 'Giá trị theo đề án và nguồn',
  signedValue: 'Giá trị khi ký',
  instalments: 'Các đợt tạm ứng, thanh toán',
  instalment: 'Đợt',
  percent: 'Tỷ lệ (%)',
  condition: 'Điều kiện',
  dueOn: 'Hạn',
  term: 'Thời hạn',
  startOn: 'Bắt đầu',
  endOn: 'Kết thúc thực hiện',
  liquidationBy: 'Hạn thanh lý',
  note: 'Ghi chú',
  parties: 'Các bên',
  appendices: 'Phụ lục hợp đồng',
  newAppendix: 'Lập phụ lục',
  appendixNumber: 'Số phụ lục',
  changes: 'Nội dung thay đổi',
  decisionNumber: 'Theo quyết định số',
  decisionDate: 'Ngày quyết định',
  sign: 'Ghi đã ký',
  terminate: 'Chấm dứt hợp đồng',
  forBeneficiaries: 'Lập cho các đơn vị thụ hưởng',
  reason: 'Lý do vẫn tiếp tục',
  overrides: 'Cảnh báo đã bỏ qua',
  toLookAt: 'Cần xem lại',
} as const

/** The money of contracts. */
export const moneyLabels = {
  title: 'Tiền',
  allocated: 'Được giao',
  contracted: 'Đã ký',
  advanced: 'Đã tạm ứng',
  paid: 'Đã thanh toán',
  recovered: 'Đã thu hồi',
  settled: 'Đã quyết toán',
  left: 'Còn được cấp',
  open: 'Chưa quyết toán',
  source: 'Nguồn',
  round: 'Lần',
  kind: 'Khoản',
  onDate: 'Ngày',
  amount: 'Số tiền',
  voucherKind: 'Loại chứng từ',
  voucherNumber: 'Số chứng từ',
  voucherDate: 'Ngày chứng từ',
  voucher: 'Chứng từ',
  payee: 'Đơn vị nhận tiền',
  content: 'Nội dung',
  done: 'Khối lượng, vốn đầu tư đã thực hiện (%)',
  confirmationNumber: 'Số văn bản xác nhận của Sở',
  confirmedOn: 'Ngày xác nhận',
  papers: 'Hồ sơ đã có',
  add: { advance: 'Ghi tạm ứng', payment: 'Ghi thanh toán', recovery: 'Ghi thu hồi' },
  repayments: 'Hoàn trả kinh phí hỗ trợ có thu hồi',
  receipt: 'Ghi lần thu hoàn trả',
  payer: 'Người nộp',
  rate: 'Tỷ lệ giải ngân',
} as const

export const boardStageLabels = {
  assigned: 'Đã giao',
  contracted: 'Đã ký hợp đồng',
  advanced: 'Đã tạm ứng',
  accepted: 'Đã nghiệm thu',
  liquidated: 'Đã thanh lý',
  settled: 'Đã quyết toán',
} as const

/** Registers of contracts and money, as XLSX and PDF. */
export const contractRegisterLabels = {
  names: { projects: 'Sổ đề án trong năm', advances: 'Sổ theo dõi tạm ứng – quyết toán' },
  projectsTitle: (year: number) => `DANH MỤC ĐỀ ÁN KHUYẾN CÔNG THỰC HIỆN NĂM ${year}`,
  projectsSheet: (year: number) => `Đề án ${year}`,
  advancesTitle: (year: number) => `THEO DÕI TẠM ỨNG – QUYẾT TOÁN HỢP ĐỒNG KHUYẾN CÔNG NĂM ${year}`,
  advancesSheet: (year: number) => `Tạm ứng, quyết toán ${year}`,
  asOf: (day: string) => `(Số liệu đến ngày ${day})`,
  decision: 'Quyết định phê duyệt',
  contracts: 'Số hợp đồng, ngày',
  allocated: 'Kinh phí được duyệt',
  advanced: 'Đã tạm ứng',
  paid: 'Đã thanh toán',
  settled: 'Đã quyết toán',
  progress: 'Tiến độ',
  status: 'Trạng thái',
  contract: 'Hợp đồng',
  party: 'Ký với',
  project: 'Đề án',
  value: 'Giá trị',
  first: 'Lần 1',
  later: 'Các lần sau',
  paidOnly: 'Thanh toán',
  recovered: 'Đã thu hồi',
  left: 'Còn phải',
  toPay: 'Cấp',
  toRecover: 'Thu hồi',
  due: 'Hạn thanh lý',
} as const

/** Stages of a dossier, in their order. */
export const paperStageLabels: Readonly<Record<PaperStage, string>> = {
  registration: 'Đăng ký, thẩm định',
  change: 'Điều chỉnh',
  contract: 'Hợp đồng, triển khai',
  progress: 'Tiến độ, khối lượng',
  acceptance: 'Nghiệm thu',
  settlement: 'Thanh lý, quyết toán',
  inspection: 'Kiểm tra, sau hỗ trợ',
}

export const overviewLabels = {
  yearMoney: (year: number) => `Tiền của năm ${year}`,
  yearMoneyTable: 'Tiền của năm theo nguồn',
  rateOf: 'kinh phí khuyến công được giao (đã tạm ứng, thanh toán trừ phần thu hồi).',
  stages: 'Đề án theo giai đoạn thực hiện',
} as const

export const dossierPrintLabels = {
  title: 'In bộ hồ sơ',
  make: 'Lập bộ hồ sơ',
  shape: 'Lập thành',
  shapes: {
    pdf: 'Một tệp PDF có mục lục',
    pdfFiles: 'Các tệp PDF riêng, nén trong một tệp ZIP',
    wordFiles: 'Các tệp Word riêng, nén trong một tệp ZIP',
    pdfFolder: 'Các tệp PDF riêng, trong một thư mục mới',
    wordFolder: 'Các tệp Word riêng, trong một thư mục mới',
  },
  chooseFolder: 'Chọn nơi đặt thư mục hồ sơ',
  written: (folder: string) => `Đã ghi bộ hồ sơ vào thư mục ${folder}.`,
  chosen: (chosen: number, all: number) => `Đã chọn ${chosen}/${all} văn bản.`,
  progress: (done: number, total: number) => `Đang lập: ${done}/${total} văn bản…`,
  leftOut: (count: number) => `${count} văn bản chưa đủ dữ liệu nên không có trong bộ hồ sơ`,
  failed: (reason: string) =>
    `Không lập được bộ hồ sơ: ${reason.replace(/\.$/u, '')}. Số liệu không bị ảnh hưởng; hãy thử lại.`,
} as const

/** The register of adjustments (B9). */
export const changeRegisterLabels = {
  title: (year: number) => `Sổ theo dõi điều chỉnh, bổ sung, ngừng đề án khuyến công năm ${year}`,
  sheet: (year: number) => `Điều chỉnh ${year}`,
  asOf: (day: string) => `(Số liệu đến ngày ${day})`,
  time: 'Lần',
  field: 'Nội dung',
  before: 'Trước điều chỉnh',
  after: 'Sau điều chỉnh',
  reason: 'Lý do',
  authority: 'Cấp quyết định',
  paper: 'Số, ngày văn bản',
  nothing: 'Không có',
  removed: 'Bỏ',
  refused: 'Không duyệt',
  cancelled: 'đã hủy',
  export: 'Sổ điều chỉnh',
} as const

// ---- Báo cáo ---------------------------------------------------------------------------------------------------------

export const reportLabels = {
  menu: 'Báo cáo',
  screen: 'Báo cáo tổng hợp',
  /** How the figures are made. */
  rules: 'Cách tính',
  columns: {
    ordinal: 'TT',
    content: 'Nội dung',
    contentGroup: 'Nhóm nội dung',
    source: 'Nguồn kinh phí',
    stretches: { plan: 'Kế hoạch', period: 'Thực hiện trong kỳ', cumulative: 'Lũy kế' },
    parts: {
      total: 'Tổng',
      support: 'Khuyến công',
      national: 'KCQG',
      local: 'KCĐP',
      counterpart: 'Đối ứng',
      other: 'Nguồn khác',
      outside: 'Đối ứng, nguồn khác',
    },
    sources: {
      national: 'Khuyến công quốc gia',
      local: 'Khuyến công địa phương',
      counterpart: 'Đối ứng của đơn vị thụ hưởng',
      other: 'Nguồn khác',
    },
    support: 'Kinh phí khuyến công',
    projects: 'Số đề án',
    rate: 'Tỷ lệ (%)',
    share: 'Tỷ trọng (%)',
    before: 'Cùng kỳ trước',
    growth: 'So với cùng kỳ (%)',
    total: 'Tổng cộng',
    carried: 'Ngoài ra: đề án kế hoạch năm khác thực hiện trong kỳ',
    project: 'Đề án',
    beneficiary: 'Tên cơ sở',
    legalForm: 'Loại hình',
    address: 'Địa chỉ',
    industry: 'Ngành nghề',
    supported: 'Nội dung hỗ trợ',
    year: 'Năm',
    yearGroup: (year: number) => `Năm ${year}`,
    supportGiven: 'Khuyến công hỗ trợ',
    effect: 'Hiệu quả',
    commonCosts: 'Chi chung của đề án',
    noBeneficiary: 'Đề án không có đơn vị thụ hưởng',
    visitedOn: 'Ngày kiểm tra',
    indicator: 'Chỉ tiêu',
    unit: 'ĐVT',
    quantities: { national: 'Số lượng KCQG', local: 'Số lượng KCĐP' },
    contract: 'Hợp đồng',
    work: 'Việc phải làm',
  },
  stages: {
    planned: 'Trong kế hoạch',
    assigned: 'Đã giao',
    contracted: 'Đã ký hợp đồng',
    advanced: 'Đã tạm ứng',
    accepted: 'Đã nghiệm thu',
    liquidated: 'Đã thanh lý',
    settled: 'Đã quyết toán',
    stopped: 'Ngừng thực hiện',
  },
  effects: {
    jobs: 'Lao động (người)',
    revenue: 'Doanh thu',
    taxPaid: 'Nộp ngân sách',
    averageIncome: 'Thu nhập bình quân',
    sides: { before: 'Trước', after: 'Sau', change: 'Tăng, giảm' },
    /** Visited without naming one of its establishments. */
    wholeProject: 'Cả đề án',
  },
  moneyIndicators: {
    plan: 'Kinh phí khuyến công theo kế hoạch',
    assigned: 'Kinh phí khuyến công được giao',
    disbursed: 'Kinh phí khuyến công giải ngân',
    accepted: 'Kinh phí khuyến công đã nghiệm thu',
    settled: 'Kinh phí khuyến công được duyệt quyết toán',
    recovered: 'Kinh phí đã thu hồi',
    outsidePlan: 'Đối ứng, nguồn khác theo kế hoạch',
    outsideDone: 'Đối ứng, nguồn khác đã thực hiện',
  },
  word: 'Xuất Word',
  words: 'Nhận định',
  add: 'Số bổ sung…',
  empty: (period: string) =>
    `Chưa có gì để báo cáo cho ${period}. Báo cáo lấy số từ kế hoạch, hợp đồng, nghiệm thu và quyết toán đã ghi.`,
  bar: {
    report: 'Báo cáo',
    period: 'Kỳ',
    kinds: {
      month: 'Tháng',
      quarter: 'Quý',
      sixMonths: '6 tháng',
      nineMonths: '9 tháng',
      year: 'Năm',
      years: 'Giai đoạn',
      days: 'Từ ngày đến ngày',
    },
    month: 'Tháng',
    quarter: 'Quý',
    half: 'Nửa năm',
    fromYear: 'Từ năm',
    toYear: 'Đến năm',
    fromDay: 'Từ ngày',
    toDay: 'Đến ngày',
    asOf: 'Tính đến ngày (trống: hôm nay)',
    programme: 'Chương trình',
    bothProgrammes: 'KCQG và KCĐP',
    basis: 'Thực hiện theo',
    bases: { disbursed: 'Giải ngân', accepted: 'Nghiệm thu', settled: 'Quyết toán' },
    division: 'Chia theo',
    divisions: { contents: 'Chín nội dung', conferenceGroups: 'Sáu nhóm' },
  },
  behind: {
    list: 'Đề án đứng sau số liệu',
    value: 'Số liệu',
    part: 'Tử số',
    whole: 'Mẫu số',
    none: 'Không có đề án nào đứng sau số này.',
  },
  additions: {
    title: (report: string) => `Số đơn vị bổ sung vào báo cáo ${report}`,
    about:
      'Dùng cho những năm, những việc không có trong chương trình. Số bổ sung được cộng vào báo cáo và luôn kèm nguồn.',
    source: 'Nguồn số liệu',
    sourceHint: 'Ví dụ: Báo cáo số 12/BC-TTKC ngày 10/01/2020',
    none: 'Chưa bổ sung số nào.',
    new: 'Bổ sung số liệu',
    edit: 'Sửa số bổ sung',
    saved: 'Đã ghi số bổ sung.',
    removed: 'Đã bỏ số bổ sung.',
  },
  addition: 'Bổ sung',
  asOf: (day: string) => `Số liệu đến ngày ${day}`,
  paper: 'Báo cáo',
  inDetail: 'Số liệu cụ thể như sau',
  note: 'Ghi chú',
  filed: 'Lưu: VT',
  /** What "thực hiện" means. */
  bases: {
    disbursed: 'thực hiện tính theo giải ngân',
    accepted: 'thực hiện tính theo nghiệm thu',
    settled: 'thực hiện tính theo quyết toán',
  },
  /** B1 by the groups of the conferences. */
  byConferenceGroup: 'Tổng hợp kinh phí và đề án theo sáu nhóm nội dung',
  /** Reports in which that makes a difference. */
  basisShown: ['B1', 'B2', 'B3'] as readonly string[],
  unverifiedIndicators: 'Danh mục chỉ tiêu theo cách các sở thường báo cáo, chưa kiểm chứng với một mẫu biểu ban hành.',
  votes: {
    registered: 'Số sản phẩm đăng ký',
    certified: 'Số sản phẩm được cấp giấy chứng nhận',
    unit: 'sản phẩm',
    heading: 'Địa bàn, cấp / chỉ tiêu',
    round: (year: number, place: string) => (place === '' ? `Năm ${year}` : `Năm ${year} – ${place}`),
  },
  deadlineStatuses: {
    overdue: 'Quá hạn',
    within7: 'Trong 7 ngày',
    within30: 'Trong 30 ngày',
    later: 'Còn hơn 30 ngày',
    done: 'Đã xong',
  },
  reports: {
    B1: {
      title: 'Tổng hợp kinh phí và đề án theo nội dung',
      about:
        'Kế hoạch, thực hiện trong kỳ, lũy kế theo chín nội dung khuyến công hoặc sáu nhóm nội dung hội nghị vùng.',
    },
    B2: {
      title: 'Kết quả thực hiện theo nguồn kinh phí',
      about: 'Kế hoạch, thực hiện, tỷ lệ, tỷ trọng từng nguồn và so với cùng kỳ.',
    },
    B3: { title: 'Danh mục đề án', about: 'Từng đề án: quyết định, hợp đồng, kinh phí, đã cấp, trạng thái.' },
    B4: {
      title: 'Danh sách cơ sở thụ hưởng',
      about: 'Từng cơ sở: loại hình, địa chỉ, nội dung, mức hỗ trợ, hiệu quả.',
    },
    B5: { title: 'Kinh phí khuyến công', about: 'Chỉ tiêu kinh phí từng năm, khuyến công quốc gia và địa phương.' },
    B6: { title: 'Kết quả công tác khuyến công', about: 'Số lượng đạt được từng năm theo chỉ tiêu.' },
    B7: { title: 'Kết quả bình chọn sản phẩm CNNT tiêu biểu', about: 'Sản phẩm đăng ký và được cấp giấy chứng nhận.' },
    B8: { title: 'Hiệu quả sau hỗ trợ', about: 'Lao động, doanh thu, nộp thuế, thu nhập trước và sau hỗ trợ.' },
    B9: { title: 'Theo dõi điều chỉnh', about: 'Từng lần điều chỉnh: trước, sau, lý do, cấp duyệt.' },
    B10: { title: 'Theo dõi tạm ứng – quyết toán', about: 'Từng hợp đồng: giá trị, đã cấp, quyết toán, còn lại.' },
    B11: { title: 'Lịch thời hạn', about: 'Quá hạn, trong 7 ngày, trong 30 ngày.' },
  },
} as const

// ---- Hoạt động khác --------------------------------------------------------------------------------------------------

export const voteLevelLabels: Readonly<Record<VoteLevel, string>> = {
  commune: 'Cấp xã',
  district: 'Cấp huyện',
  province: 'Cấp tỉnh',
  region: 'Cấp khu vực',
  nation: 'Cấp quốc gia',
}

export const productGroupLabels: Readonly<Record<ProductGroup, string>> = {
  handicraft: 'Thủ công mỹ nghệ',
  food: 'Chế biến nông, lâm, thủy sản, thực phẩm',
  machinery: 'Thiết bị, máy móc, dụng cụ, phụ tùng cơ khí',
  other: 'Khác',
}

export const voteResultLabels: Readonly<Record<VoteResult, string>> = {
  pending: 'Đã đăng ký',
  certified: 'Được công nhận',
  notCertified: 'Không được công nhận',
  withdrawn: 'Rút hồ sơ',
}

export const voteCriterionLabels: Readonly<Record<VoteCriterion, string>> = {
  market: 'Thị trường, khả năng phát triển',
  economy: 'Kinh tế, kỹ thuật, môi trường',
  culture: 'Văn hóa, thẩm mỹ',
  other: 'Tiêu chí khác',
}

export const certificateStateLabels: Readonly<Record<CertificateState, string>> = {
  valid: 'Còn hạn',
  expiring: 'Sắp hết hạn',
  expired: 'Hết hạn',
  unknown: 'Chưa rõ hạn',
}

export const voteLabels = {
  many: 'Bình chọn sản phẩm',
  one: 'Bình chọn',
  new: 'Thêm kỳ bình chọn',
  level: 'Cấp',
  year: 'Năm bình chọn',
  place: 'Xã, khu vực',
  decisionNumber: 'Số quyết định công nhận',
  decisionDate: 'Ngày quyết định',
  issuer: 'Cơ quan quyết định',
  councilNumber: 'Số quyết định thành lập hội đồng',
  councilMembers: 'Số thành viên hội đồng',
  registered: 'Đăng ký',
  certified: 'Công nhận',
  expiring: 'Sắp hết hạn',
  expired: 'Hết hạn',
  products: 'Sản phẩm đăng ký',
  product: 'Sản phẩm',
  newProduct: 'Thêm sản phẩm',
  owner: 'Cơ sở có sản phẩm',
  group: 'Nhóm sản phẩm',
  points: 'Điểm',
  average: 'Điểm bình quân (thang 100)',
  result: 'Kết quả',
  certificates: 'Giấy chứng nhận',
  certificateNumber: 'Số giấy chứng nhận',
  certificateDate: 'Ngày cấp',
  validUntil: 'Có giá trị đến',
  validUntilTyped: 'Có giá trị đến (nếu giấy ghi khác)',
  state: 'Tình trạng',
  prizeRank: 'Xếp giải',
  prizeAmount: 'Tiền thưởng (đ)',
  overReason: 'Lý do vẫn công nhận',
  listTitle: (day: string) => `Danh sách giấy chứng nhận sản phẩm công nghiệp nông thôn tiêu biểu đến ngày ${day}`,
  listSheet: 'Giấy chứng nhận',
} as const

/** "Bình chọn cấp xã Ba Bể năm 2025" */
export function voteRoundName(round: {
  readonly level: VoteLevel
  readonly year: number
  readonly place: string
}): string {
  const level = voteLevelLabels[round.level].toLocaleLowerCase('vi')
  return `${voteLabels.one} ${level}${round.place === '' ? '' : ` ${round.place}`} năm ${round.year}`
}

export const activityKindLabels: Readonly<Record<ActivityKind, string>> = {
  fairHere: 'Hội chợ, triển lãm trong nước',
  fairAbroad: 'Hội chợ, triển lãm nước ngoài',
  vocational: 'Đào tạo nghề, truyền nghề',
  startUp: 'Đào tạo khởi sự doanh nghiệp',
  management: 'Tập huấn quản trị, nâng cao năng lực quản lý',
  cleanerProduction: 'Tập huấn sản xuất sạch hơn, sản xuất và tiêu dùng bền vững',
  conference: 'Hội nghị, hội thảo',
  studyHere: 'Tham quan, khảo sát trong nước',
  studyAbroad: 'Tham quan, khảo sát nước ngoài',
  consulting: 'Tư vấn, trợ giúp',
  trademark: 'Xây dựng, đăng ký nhãn hiệu',
  media: 'Thông tin, tuyên truyền',
  other: 'Hoạt động khác',
}

export const activityLabels = {
  many: 'Hội chợ, tập huấn',
  one: 'Hoạt động',
  new: 'Thêm hoạt động',
  kind: 'Loại hoạt động',
  name: 'Tên hoạt động',
  year: 'Năm',
  startsOn: 'Từ ngày',
  endsOn: 'Đến ngày',
  place: 'Địa điểm',
  organiser: 'Đơn vị tổ chức',
  documentNumber: 'Số văn bản, kế hoạch',
  project: 'Thuộc đề án',
  participants: 'Số người tham gia',
  establishments: 'Số cơ sở tham gia',
  booths: 'Số gian hàng',
  items: 'Số tin bài, ấn phẩm, nhãn hiệu',
  money: 'Kinh phí',
  inProject: 'đã tính trong đề án',
  attendants: 'Cơ sở tham gia',
  result: 'Kết quả',
} as const
// ---- Gói gửi cấp trên, tổng hợp nhiều đơn vị ----------------------------------------------------------------------------

export const packageLabels = {
  many: 'Gói gửi cấp trên',
  one: 'Gói',
  make: 'Lập gói gửi',
  makeAndSave: 'Lập gói và lưu tệp',
  sentOn: 'Ngày gửi',
  recipient: 'Nơi nhận',
  figures: 'Số liệu',
  projects: 'Số đề án',
  doneShort: 'Thực hiện',
  state: 'Tình trạng',
  sent: 'Đã gửi',
  recall: 'Thu hồi',
  recallNotice: 'Thông báo thu hồi',
  saveFile: 'Lưu lại tệp đã gửi…',
  fileName: 'Tên tệp',
  fileHash: 'Mã băm của tệp',
  programmes: 'Chương trình',
  basis: 'Số kế hoạch',
  asOf: 'Đến ngày',
  withResults: 'Kèm kết quả thực hiện',
  from: 'Kết quả từ ngày',
  to: 'Đến hết ngày',
  doneBy: 'Thực hiện theo',
  unitOfSheets: 'Bảng ghi bằng',
  replaces: 'Thay cho gói',
  replacesNone: 'Không thay gói nào',
  resultsSheet: (year: number) => `Kết quả ${year}`,
  resultsTitle: (year: number) => `KẾT QUẢ THỰC HIỆN CÁC ĐỀ ÁN KHUYẾN CÔNG NĂM ${year}`,
  /** Not the plan's own heading, so that an import does not take the results for a second plan. */
  projectInResults: 'Đề án, nhiệm vụ đã thực hiện',
  status: 'Trạng thái',
  planned: 'Kế hoạch',
  done: 'Thực hiện trong kỳ',
  bases: {
    registered: 'Số đăng ký',
    assigned: 'Số được giao',
    current: 'Số hiện hành, sau điều chỉnh',
    asOf: 'Số có hiệu lực đến ngày',
  },
  basisOn: (day: string) => `Số có hiệu lực đến ngày ${day}`,
  convertedUnit: (unit: string) => `Bảng trong gói ghi bằng ${unit}; số tổng hợp lấy theo đồng mà gói mang theo.`,
  recallTitle: 'THÔNG BÁO THU HỒI GÓI SỐ LIỆU',
  recallMeaning: 'Các gói dưới đây không còn giá trị, đề nghị không dùng để tổng hợp',
  recallSheet: 'Thu hồi',
  number: 'Số gói',
  recalledOn: 'Ngày thu hồi',
  reason: 'Lý do',
  checksum: 'Mã kiểm tra',
} as const

export const consolidationLabels = {
  many: 'Tổng hợp nhiều đơn vị',
  title: (done: boolean, year: number | null) =>
    `TỔNG HỢP ${done ? 'KẾT QUẢ THỰC HIỆN' : 'KẾ HOẠCH'} KINH PHÍ KHUYẾN CÔNG${year === null ? '' : ` NĂM ${year}`}`,
  ofPeriod: (period: string, year: number | null) => `${period}${year === null ? '' : ` năm ${year}`}`,
  byProvince: 'Theo tỉnh, thành phố',
  byContent: 'Theo nội dung',
  byConferenceGroup: 'Theo nhóm hội nghị',
  bySource: 'Theo nguồn kinh phí',
  province: 'Tỉnh, thành phố',
  content: 'Nội dung',
  source: 'Nguồn kinh phí',
  projects: 'Số đề án',
  planned: 'Kế hoạch',
  done: 'Thực hiện',
  rate: '%',
  share: 'Tỷ trọng (%)',
  growth: 'Tăng, giảm (%)',
  growthShort: 'Tăng, giảm %',
  plannedShort: 'KH',
  doneShort: 'TH',
  growthOfDone: 'Thực hiện tăng, giảm %',
  plannedShare: 'Tỷ trọng KH',
  doneShare: 'Tỷ trọng TH',
  sum: 'cộng',
  plannedOf: (year: string) => `Kế hoạch ${year === '' ? 'năm trước' : `năm ${year}`}`,
  doneOf: (year: string) => `Thực hiện ${year === '' ? 'năm trước' : `năm ${year}`}`,
  counterpart: 'Đối ứng kế hoạch',
  new: 'Tổng hợp mới',
  remove: 'Xóa bảng',
  countFor: 'Tính cho tỉnh, thành phố:',
  settings: 'Thiết lập bảng',
  sentences: 'Lời văn',
  decisions: 'Cần quyết định',
  name: 'Tên bảng tổng hợp',
  savedOn: 'Ngày lưu',
  provinceCount: 'Số tỉnh',
  fileCount: 'Số tệp',
  region: 'Tên vùng ghi trong bảng',
  period: 'Kỳ số liệu (trống: cả năm)',
  unit: 'Đơn vị tính khi xuất',
  lastYear: 'Số năm trước của cả vùng (khi không có tệp)',
  declared: 'Số đã công bố, để đối chiếu',
  units: { dong: 'đồng', thousand: 'nghìn đồng', million: 'triệu đồng', billion: 'tỷ đồng' },
  before: 'Năm trước',
  comparedWith: (year: number) => `So với năm ${year}`,
  files: 'Các tệp',
  filesTitle: 'Các tệp đã tổng hợp',
  file: 'Tệp',
  office: 'Đơn vị gửi',
  year: 'Năm',
  about: 'Số liệu',
  use: 'Cách tính',
  why: 'Vì sao',
  differences: 'Chênh lệch',
  differencesTitle: 'Ô của bảng ghi khác dữ liệu gói mang theo',
  sheet: 'Trang',
  cell: 'Ô',
  ofLine: 'Dòng',
  carried: 'Dữ liệu kèm theo',
  visible: 'Ghi trong bảng',
  checks: 'Điều cần xem lại',
  /** In the head of the screen: where figures do not add up is told beside the sentences. */
  doubtful: (count: number) => `${count} chỗ cần xem lại (thẻ Lời văn)`,
  total: 'Toàn vùng',
  plainWorkbook: 'sổ kế hoạch thường',
  notice: (numbers: string) => `thông báo thu hồi gói số ${numbers}`,
  measures: {
    national: 'Khuyến công quốc gia',
    local: 'Khuyến công địa phương',
    support: 'Cộng kinh phí khuyến công',
    counterpart: 'Đối ứng của đơn vị thụ hưởng',
    other: 'Nguồn khác',
    total: 'Tổng kinh phí',
  },
  /** The six groups regional conferences report by. */
  conferenceGroups: [
    'Mô hình trình diễn kỹ thuật, chuyển giao công nghệ, ứng dụng máy móc, sản xuất sạch hơn, xử lý ô nhiễm',
    'Phát triển sản phẩm công nghiệp nông thôn tiêu biểu',
    'Phát triển cụm công nghiệp',
    'Phát triển nguồn nhân lực, nâng cao năng lực quản lý, tư vấn',
    'Tư vấn thông tin, truyền thông',
    'Nâng cao năng lực tổ chức thực hiện',
  ],
  uses: {
    counted: 'Tính',
    lastYear: 'Số năm trước',
    skipped: 'Bỏ qua',
    open: 'Chờ quyết định',
    unreadable: 'Không đọc được',
  },
} as const

/** Of a package made by another office, perhaps by a later program. */
export function statusWords(code: string): string {
  return code in projectStatusLabels ? projectStatusLabels[code as ProjectStatus] : code
}

// ---- Báo cáo giai đoạn -----------------------------------------------------------------------------------------------

export const totalScopeLabels: Readonly<Record<TotalScope, string>> = {
  national: 'Khuyến công quốc gia',
  local: 'Khuyến công địa phương',
  both: 'Cả hai chương trình',
}

export const targetMeasureLabels: Readonly<Record<TargetMeasure, string>> = {
  projects: 'Số đề án',
  learners: 'Người được đào tạo, tập huấn',
  models: 'Mô hình trình diễn kỹ thuật',
  machinery: 'Cơ sở ứng dụng máy móc, chuyển giao công nghệ',
  cleanerProduction: 'Cơ sở sản xuất sạch hơn, bền vững',
  newEnterprises: 'Doanh nghiệp thành lập mới',
  fairEstablishments: 'Lượt cơ sở tham gia hội chợ',
  fairs: 'Hội chợ, triển lãm',
  products: 'Sản phẩm CNNT tiêu biểu được công nhận',
  trademarks: 'Nhãn hiệu được hỗ trợ',
  media: 'Tin bài, ấn phẩm',
  total: 'Tổng kinh phí',
  support: 'Kinh phí khuyến công',
  outside: 'Kinh phí đối ứng và khác',
  own: 'Gõ kết quả',
}

export const periodLabels = {
  many: 'Chương trình, chỉ tiêu',
  new: 'Thêm chương trình giai đoạn',
  name: 'Tên chương trình',
  fromYear: 'Từ năm',
  toYear: 'Đến năm',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
  targets: 'Chỉ tiêu',
  target: 'Chỉ tiêu',
  measure: 'Kết quả tính từ',
  unit: 'ĐVT',
  least: 'Kế hoạch',
  most: 'Đến (nếu là khoảng)',
  typed: 'Kết quả gõ thêm',
} as const

export const yearTotalLabels = {
  many: 'Số liệu các năm trước',
  new: 'Thêm số liệu năm trước',
  scope: 'Chương trình',
  projects: 'Số đề án',
  published: 'Tổng đã công bố',
  sum: 'Các phần cộng lại',
  roundedTo: 'Số công bố làm tròn đến',
  source: 'Nguồn số liệu',
  finding: 'Kiểm tra phép cộng',
} as const

export const reviewLabels = {
  menu: 'Báo cáo giai đoạn',
  title: (years: string) => `Báo cáo kết quả hoạt động khuyến công ${years}`,
  /** Under the word "BÁO CÁO" of the paper. */
  about: (title: string) => title.replace(/^Báo cáo k/, 'K'),
  projects: 'Số đề án',
  plan: 'Kế hoạch',
  done: 'Thực hiện',
  total: 'Tổng',
  sources: { national: 'KCQG', local: 'KCĐP', counterpart: 'Đối ứng', other: 'Khác' },
  beneficiaries: 'Lượt đơn vị',
  plannedSupport: 'Kinh phí khuyến công được duyệt',
  plannedOutside: 'Đối ứng, khác được duyệt',
  sum: 'Tổng cộng',
  typed: 'Số liệu các năm trước (không chia nội dung)',
  both: 'Cả hai chương trình (số liệu đã công bố)',
  activities: 'Hoạt động ngoài đề án',
  unknownForm: 'Chưa có trong sổ cơ sở',
  unknownCommune: 'Chưa rõ xã',
  sections: {
    programme: { title: 'Theo chương trình và nguồn kinh phí', line: 'Chương trình', sheet: 'Theo chương trình' },
    year: { title: 'Theo năm', line: 'Năm', sheet: 'Theo năm' },
    content: { title: 'Theo nội dung khuyến công', line: 'Nội dung', sheet: 'Theo nội dung' },
    beneficiary: { title: 'Theo loại hình đơn vị thụ hưởng', line: 'Loại hình', sheet: 'Theo loại hình' },
    commune: { title: 'Theo xã, phường', line: 'Xã, phường, đặc khu', sheet: 'Theo xã' },
  },
  results: 'Kết quả hoạt động',
  resultsSheet: 'Kết quả',
  target: 'Chỉ tiêu',
  targets: 'So với chỉ tiêu chương trình',
  targetsSheet: 'Chỉ tiêu',
  percent: 'Tỷ lệ',
  findings: 'Cần đối chiếu',
  from: 'Từ năm',
  to: 'Đến năm',
  programme: 'Chỉ tiêu của chương trình',
  basis: 'Thực hiện tính theo',
  bases: { disbursed: 'Giải ngân', accepted: 'Nghiệm thu', settled: 'Quyết toán' },
  word: 'Mở bằng Word',
} as const

export const pictureLabels = {
  menu: 'Biểu đồ',
  plan: 'Kế hoạch',
  done: 'Thực hiện',
  months: 'Lũy kế theo tháng',
  contents: 'Theo nội dung',
  sources: 'Theo nguồn kinh phí',
  communes: 'Theo xã, phường',
  stages: 'Đề án theo bước thực hiện',
  calendar: 'Lịch thời hạn',
  copy: 'Sao chép hình',
  table: 'Bảng số',
  reached: 'Đã đến bước này',
  now: 'Đang ở bước này',
} as const
