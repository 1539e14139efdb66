// Labels of adjustments and of the comparison of two states.

import type { Authority } from '../domain/changeAuthority'
import type { ChangeItemKind, ChangeOutcome, ChangeState, ChangeType } from '../domain/changes'

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
