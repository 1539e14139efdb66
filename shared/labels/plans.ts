// Labels of the yearly plan, what is assigned, deadlines and early signals.

import type { PlanState } from '../domain/planStates'
import type { Programme } from '../domain/projects'
import { programmeLabels } from './projects'

/** "Kế hoạch KCĐP 2027", where one line must say which plan. */
export function planName({ programme, year }: { readonly programme: Programme; readonly year: number }): string {
  return `Kế hoạch ${programmeLabels[programme].short} ${year}`
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

export const overviewLabels = {
  yearMoney: (year: number) => `Tiền của năm ${year}`,
  yearMoneyTable: 'Tiền của năm theo nguồn',
  rateOf: 'kinh phí khuyến công được giao (đã tạm ứng, thanh toán trừ phần thu hồi).',
  stages: 'Đề án theo giai đoạn thực hiện',
} as const
