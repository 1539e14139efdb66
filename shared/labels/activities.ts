// Labels of product votes and the other activities.

import type { ActivityKind } from '../domain/activities'
import type { CertificateState, ProductGroup, VoteCriterion, VoteLevel, VoteResult } from '../domain/productVotes'

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
