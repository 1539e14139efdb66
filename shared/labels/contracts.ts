// Labels of contracts and their money.
import type { ContractKind, ContractLevel, ContractState } from '../domain/contracts'
import type { PaymentKind, VoucherKind } from '../domain/payments'

/** Thể thức đề ký: what stands before the position of who signs. */
export const signingAuthorityLabels = {
  none: 'Ký trực tiếp',
  TM: 'TM. (thay mặt)',
  KT: 'KT. (ký thay)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
  Q: 'Q. (quyền)',
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
