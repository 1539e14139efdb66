// Labels of no one area: the product, every list and form, the menu, search and printing.

import type { PaperStage } from '../domain/papers'
import { formatInteger } from '../vietnamese/numbers'

export const productName = 'Sổ Khuyến Công'

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

/** What a list may go out as. */
export const listFormatLabels = {
  xlsx: { name: 'Excel (.xlsx)', use: 'Để xem, in, gửi đi' },
  csv: { name: 'CSV, dấu chấm phẩy', use: 'Excel trên máy kiểu Việt Nam: 1.234,5' },
  'csv-comma': { name: 'CSV, dấu phẩy', use: 'Phần mềm hoặc máy kiểu Anh, Mỹ: 1,234.5' },
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
