// Labels of carrying out: progress, acceptance, settlement, inspection, groups.
import type { AcceptanceConclusion, AcceptanceForm, AcceptanceSide } from '../domain/executionAcceptance'
import type { EffectFigure, InspectionKind } from '../domain/executionInspection'
import type { VoucherKind as SettlementVoucherKind } from '../domain/executionSettlement'

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

export const boardStageLabels = {
  assigned: 'Đã giao',
  contracted: 'Đã ký hợp đồng',
  advanced: 'Đã tạm ứng',
  accepted: 'Đã nghiệm thu',
  liquidated: 'Đã thanh lý',
  settled: 'Đã quyết toán',
} as const
