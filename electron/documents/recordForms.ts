// The forms made of what is on record of carrying a đề án out and of changing it. Which record a paper speaks of is found by
// its form: a contract, a change request, the minutes of an acceptance; some speak of the đề án as a whole.
import type { FormFacts } from './forms'

export const recordFormIds = [
  'change-letter',
  'change-submission',
  'change-confirmation',
  'change-decision',
  'change-notice',
  'detailed-plan-11',
  'detailed-plan-letter',
  'training-plan-11',
  'training-programme-12',
  'beneficiary-contract',
  'contract-appendix',
  'advance-request',
  'progress-3a',
  'volume-3b',
  'cluster-report-13',
  'acceptance-request',
  'acceptance-5a',
  'acceptance-5b',
  'acceptance-5c',
  'liquidation-6',
  'settlement-7',
  'vouchers-8a',
  'vouchers-8b',
  'payment-9',
  'reconciliation-10',
  'settlement-letter',
  'visit-minutes',
] as const
export type RecordFormId = (typeof recordFormIds)[number]

const circular36 = (place: string) => `${place} Thông tư số 36/2013/TT-BCT`
const noForm = (place: string) => `${circular36(place)} (không quy định mẫu)`

type Told = readonly [
  title: string,
  shortTitle: string,
  fileStem: string,
  stage: FormFacts['stage'],
  legalBasis: string,
]

const told: Readonly<Record<RecordFormId, Told>> = {
  'change-letter': [
    'Công văn đề nghị điều chỉnh, bổ sung, ngừng đề án',
    'Công văn đề nghị điều chỉnh',
    'cong-van-de-nghi-dieu-chinh',
    'change',
    noForm('Điều 11'),
  ],
  'change-submission': [
    'Tờ trình đề nghị điều chỉnh, bổ sung, ngừng đề án',
    'Tờ trình đề nghị điều chỉnh',
    'to-trinh-de-nghi-dieu-chinh',
    'change',
    noForm('Điều 11'),
  ],
  'change-confirmation': [
    'Công văn xác nhận đề nghị điều chỉnh của Sở Công Thương',
    'Xác nhận của Sở về điều chỉnh',
    'cong-van-xac-nhan-dieu-chinh',
    'change',
    noForm('Điều 11'),
  ],
  'change-decision': [
    'Quyết định điều chỉnh, bổ sung, ngừng đề án (dự thảo)',
    'Quyết định điều chỉnh (dự thảo)',
    'quyet-dinh-dieu-chinh',
    'change',
    `${noForm('Điều 11')}; Mẫu 1.2 Nghị định số 30/2020/NĐ-CP`,
  ],
  'change-notice': [
    'Công văn thông báo điều chỉnh cho đơn vị thụ hưởng',
    'Thông báo điều chỉnh',
    'thong-bao-dieu-chinh',
    'change',
    noForm('Điều 11'),
  ],
  'detailed-plan-11': [
    'Kế hoạch triển khai thực hiện đề án nhóm (Mẫu 11)',
    'Kế hoạch triển khai (Mẫu 11)',
    'ke-hoach-trien-khai',
    'contract',
    circular36('Điều 23 và Mẫu 11 Phụ lục 1'),
  ],
  'detailed-plan-letter': [
    'Công văn trình kế hoạch triển khai đề án nhóm',
    'Công văn trình kế hoạch triển khai',
    'cong-van-trinh-ke-hoach-trien-khai',
    'contract',
    noForm('Điều 23'),
  ],
  'training-plan-11': [
    'Kế hoạch đào tạo nghề, truyền nghề (Mẫu 11)',
    'Kế hoạch đào tạo (Mẫu 11)',
    'ke-hoach-dao-tao',
    'contract',
    circular36('Điều 13 và Mẫu 11 Phụ lục 1'),
  ],
  'training-programme-12': [
    'Chương trình đào tạo nghề (Mẫu 12)',
    'Chương trình đào tạo (Mẫu 12)',
    'chuong-trinh-dao-tao',
    'contract',
    circular36('Điều 10 và Mẫu 12 Phụ lục 1'),
  ],
  'beneficiary-contract': [
    'Hợp đồng hỗ trợ kinh phí với đơn vị thụ hưởng',
    'Hợp đồng với đơn vị thụ hưởng',
    'hop-dong-ho-tro',
    'contract',
    'Thông tư số 36/2013/TT-BCT (không quy định mẫu hợp đồng)',
  ],
  'contract-appendix': [
    'Phụ lục hợp đồng',
    'Phụ lục hợp đồng',
    'phu-luc-hop-dong',
    'contract',
    'Thông tư số 36/2013/TT-BCT (không quy định mẫu hợp đồng)',
  ],
  'advance-request': [
    'Công văn đề nghị tạm ứng kinh phí',
    'Đề nghị tạm ứng',
    'cong-van-de-nghi-tam-ung',
    'contract',
    noForm('Điều 13, Điều 14'),
  ],
  'progress-3a': [
    'Báo cáo tiến độ thực hiện hợp đồng (Mẫu 3a)',
    'Báo cáo tiến độ (Mẫu 3a)',
    'bao-cao-tien-do',
    'progress',
    circular36('Điều 23 và Mẫu 3a Phụ lục 1'),
  ],
  'volume-3b': [
    'Báo cáo khối lượng hoàn thành và kinh phí thực hiện (Mẫu 3b)',
    'Báo cáo khối lượng (Mẫu 3b)',
    'bao-cao-khoi-luong',
    'progress',
    circular36('Điều 13, Điều 14, Điều 15 và Mẫu 3b Phụ lục 1'),
  ],
  'cluster-report-13': [
    'Báo cáo tình hình đầu tư hạ tầng cụm công nghiệp (Mẫu 13)',
    'Báo cáo hạ tầng CCN (Mẫu 13)',
    'bao-cao-ha-tang-ccn',
    'progress',
    circular36('Điều 10 và Mẫu 13 Phụ lục 1'),
  ],
  'acceptance-request': [
    'Công văn đề nghị nghiệm thu cơ sở',
    'Đề nghị nghiệm thu',
    'cong-van-de-nghi-nghiem-thu',
    'acceptance',
    noForm('Điều 14'),
  ],
  'acceptance-5a': [
    'Biên bản nghiệm thu cơ sở cho từng địa điểm (Mẫu 5a)',
    'Biên bản nghiệm thu 5a',
    'bien-ban-nghiem-thu-5a',
    'acceptance',
    circular36('Điều 14, Điều 19 và Mẫu 5a Phụ lục 1'),
  ],
  'acceptance-5b': [
    'Biên bản nghiệm thu cơ sở (Mẫu 5b)',
    'Biên bản nghiệm thu 5b',
    'bien-ban-nghiem-thu-5b',
    'acceptance',
    circular36('Điều 14, Điều 19 và Mẫu 5b Phụ lục 1'),
  ],
  'acceptance-5c': [
    'Biên bản nghiệm thu đề án do Cục nghiệm thu (Mẫu 5c)',
    'Biên bản nghiệm thu 5c',
    'bien-ban-nghiem-thu-5c',
    'acceptance',
    circular36('Điều 14, Điều 19 và Mẫu 5c Phụ lục 1'),
  ],
  'liquidation-6': [
    'Biên bản thanh lý hợp đồng (Mẫu 6)',
    'Biên bản thanh lý (Mẫu 6)',
    'bien-ban-thanh-ly',
    'settlement',
    circular36('Điều 18 và Mẫu 6 Phụ lục 1'),
  ],
  'settlement-7': [
    'Biểu chi tiết quyết toán kinh phí (Mẫu 7)',
    'Biểu quyết toán (Mẫu 7)',
    'bieu-quyet-toan',
    'settlement',
    circular36('Điều 19 và Mẫu 7 Phụ lục 1'),
  ],
  'vouchers-8a': [
    'Bảng kê chứng từ đề nghị quyết toán (Mẫu 8a)',
    'Bảng kê chứng từ (Mẫu 8a)',
    'bang-ke-chung-tu-8a',
    'settlement',
    circular36('Điều 19 và Mẫu 8a Phụ lục 1'),
  ],
  'vouchers-8b': [
    'Bảng kê chứng từ đề nghị quyết toán, gồm cả nguồn khác (Mẫu 8b)',
    'Bảng kê chứng từ (Mẫu 8b)',
    'bang-ke-chung-tu-8b',
    'settlement',
    circular36('Điều 19 và Mẫu 8b Phụ lục 1'),
  ],
  'payment-9': [
    'Biểu đề nghị thanh toán kinh phí (Mẫu 9)',
    'Biểu đề nghị thanh toán (Mẫu 9)',
    'bieu-de-nghi-thanh-toan',
    'settlement',
    circular36('Điều 18, Điều 19 và Mẫu 9 Phụ lục 1'),
  ],
  'reconciliation-10': [
    'Bảng đối chiếu kinh phí (Mẫu 10)',
    'Bảng đối chiếu (Mẫu 10)',
    'bang-doi-chieu-kinh-phi',
    'settlement',
    circular36('Điều 19 và Mẫu 10 Phụ lục 1'),
  ],
  'settlement-letter': [
    'Công văn gửi hồ sơ quyết toán',
    'Công văn gửi hồ sơ quyết toán',
    'cong-van-gui-ho-so-quyet-toan',
    'settlement',
    noForm('Điều 19'),
  ],
  'visit-minutes': [
    'Biên bản kiểm tra, theo dõi sau hỗ trợ',
    'Biên bản kiểm tra',
    'bien-ban-kiem-tra',
    'inspection',
    'Thông tư số 36/2013/TT-BCT (không quy định mẫu)',
  ],
}

export const recordForms: readonly (FormFacts & { readonly id: RecordFormId })[] = recordFormIds.map((id) => {
  const [title, shortTitle, fileStem, stage, legalBasis] = told[id]
  return { id, title, shortTitle, fileStem, stage, legalBasis, effectiveFrom: '2014-02-10', layout: 'suggested' }
})

export function isRecordForm(id: string): id is RecordFormId {
  return (recordFormIds as readonly string[]).includes(id)
}
