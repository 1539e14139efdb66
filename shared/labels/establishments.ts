// Labels of establishments, their certificates and needs.
import type { AreaFlag, CertificateKind, EstablishmentStatus, LegalForm } from '../domain/establishments'
import type { NeedOutcome } from '../domain/needs'

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
