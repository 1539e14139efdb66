// The one catalogue of Vietnamese labels. A label that two places show lives here and nowhere else.
import type { AreaFlag, CertificateKind, EstablishmentStatus, LegalForm } from './domain/establishments'
import type { FundingSource } from './domain/money'
import type { ContentGroup, Programme, ProjectKind, VersionStage } from './domain/projects'

export const productName = 'Sổ Khuyến Công'

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
