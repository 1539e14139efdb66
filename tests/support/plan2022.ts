// The published 2022 plan of Bắc Kạn as plans of the program: ten đề án, 700 triệu national, 496 triệu local, 2.396,5 in all.
// The split of the local money, counterpart funds and months are illustrative.
import type { PlanSheetOptions } from '../../electron/workbooks/annualPlanSheet'
import { noAmounts } from '../../shared/domain/money'
import { type PlanItem, viewPlan } from '../../shared/domain/plans'
import type { ContentGroup } from '../../shared/domain/projects'

const million = (amount: number) => Math.round(amount * 1_000_000)

function item(id: number, parts: Partial<PlanItem> & { name: string; contentGroup: ContentGroup }): PlanItem {
  return {
    id,
    projectId: id,
    versionId: id,
    code: `KC-2022-${String(id).padStart(3, '0')}`,
    kind: 'single',
    subContent: null,
    implementingUnit: 'Trung tâm Khuyến công và Xúc tiến Thương mại',
    cooperatingUnits: '',
    beneficiaries: [],
    places: [],
    startMonth: '2022-01',
    endMonth: '2022-12',
    summary: '',
    amounts: noAmounts,
    priority: null,
    note: '',
    ...parts,
  }
}

const beneficiary = (name: string) => ({ name, establishmentId: null })
const amounts = (national: number, local: number, counterpart: number) => ({
  national: million(national),
  local: million(local),
  counterpart: million(counterpart),
  other: 0,
})

export const national2022 = viewPlan(2022, 'national', [
  item(1, {
    name: 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất hạt chiếu',
    kind: 'group',
    contentGroup: 'ND3',
    cooperatingUnits: 'Phòng Kinh tế và Hạ tầng huyện Na Rì',
    beneficiaries: [beneficiary('Hợp tác xã Dịch vụ tổng hợp Vũ Loan'), beneficiary('HTX Văn Quyết')],
    places: ['xã Văn Vũ, huyện Na Rì'],
    startMonth: '2022-01',
    endMonth: '2022-11',
    summary: 'Ứng dụng máy móc thiết bị tiên tiến',
    amounts: amounts(500, 0, 650),
    priority: 1,
    note: 'Đề án nhóm',
  }),
  item(2, {
    name: 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong chế biến nông sản',
    contentGroup: 'ND3',
    beneficiaries: [beneficiary('HTX Yến Dương')],
    places: ['xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn'],
    startMonth: '2022-01',
    endMonth: '2022-11',
    summary: 'Ứng dụng máy móc thiết bị tiên tiến',
    amounts: amounts(200, 0, 270),
    priority: 2,
  }),
])

export const local2022 = viewPlan(2022, 'local', [
  item(3, {
    name: 'Thông tin, tuyên truyền hoạt động Công Thương',
    contentGroup: 'ND6',
    places: ['tỉnh Bắc Kạn'],
    summary: 'Thông tin tuyên truyền',
    amounts: amounts(0, 60, 0),
  }),
  item(4, {
    name: 'Hỗ trợ ứng dụng máy móc thiết bị trong sản xuất sản phẩm phụ tùng cơ khí',
    contentGroup: 'ND3',
    beneficiaries: [beneficiary('HTX Phi Đoàn')],
    places: ['P. Huyền Tụng, TP Bắc Kạn'],
    startMonth: '2022-02',
    endMonth: '2022-10',
    summary: 'Ứng dụng máy móc thiết bị tiên tiến',
    amounts: amounts(0, 120, 160.5),
    note: 'Máy cắt CNC',
  }),
  item(5, {
    name: 'Hỗ trợ máy móc thiết bị trong sản xuất nông sản và thực phẩm',
    contentGroup: 'ND3',
    places: ['huyện Ba Bể'],
    startMonth: '2022-02',
    endMonth: '2022-10',
    summary: 'Ứng dụng máy móc thiết bị tiên tiến',
    amounts: amounts(0, 100, 120),
  }),
  item(6, {
    name: 'Hỗ trợ thuê tư vấn, trợ giúp các cơ sở CNNT trong lĩnh vực Marketing; quản lý sản xuất, tài chính, kế toán, nhân lực',
    contentGroup: 'ND5',
    beneficiaries: [beneficiary('05 cơ sở CNNT')],
    places: ['tỉnh Bắc Kạn'],
    startMonth: '2022-03',
    endMonth: '2022-11',
    summary: 'Tư vấn, trợ giúp',
    amounts: amounts(0, 75, 0),
    note: '5 đơn vị',
  }),
  item(7, {
    name: 'Hỗ trợ xây dựng và đăng ký thương hiệu sản phẩm',
    contentGroup: 'ND4',
    places: ['tỉnh Bắc Kạn'],
    startMonth: '2022-03',
    endMonth: '2022-11',
    summary: 'Xây dựng, đăng ký thương hiệu',
    amounts: amounts(0, 40, 0),
    note: '2 sản phẩm',
  }),
  item(8, {
    name: 'Tổ chức bình chọn sản phẩm CNNT tiêu biểu cấp tỉnh năm 2022',
    contentGroup: 'ND4',
    places: ['tỉnh Bắc Kạn'],
    startMonth: '2022-04',
    endMonth: '2022-09',
    summary: 'Bình chọn sản phẩm CNNT tiêu biểu',
    amounts: amounts(0, 65, 0),
  }),
  item(9, {
    name: 'Xây dựng kế hoạch khuyến công năm 2023',
    contentGroup: 'ND9',
    startMonth: '2022-05',
    summary: 'Nâng cao năng lực quản lý',
    amounts: amounts(0, 20, 0),
  }),
  item(10, {
    name: 'Nhiệm vụ chi quản lý chương trình đề án khuyến công năm 2022',
    contentGroup: 'ND9',
    summary: 'Nâng cao năng lực quản lý',
    amounts: amounts(0, 16, 0),
  }),
])

export const planOptions: PlanSheetOptions = {
  office: {
    departmentName: 'Sở Công Thương tỉnh Bắc Kạn',
    centreName: 'Trung tâm Khuyến công và Xúc tiến Thương mại',
  },
  attachedTo: 'Báo cáo 6 tháng đầu năm 2022',
  placeAndDate: { place: 'Bắc Kạn', date: '2022-01-05' },
  signatures: [
    { titles: ['NGƯỜI LẬP BIỂU'], name: 'Nguyễn Thị Hạnh' },
    { titles: ['GIÁM ĐỐC'], name: 'Hoàng Văn Thắng' },
  ],
  contentGroupNames: {
    ND1: 'Tổ chức đào tạo nghề, truyền nghề',
    ND2: 'Hỗ trợ nâng cao năng lực quản lý doanh nghiệp, năng lực áp dụng sản xuất sạch hơn; khởi sự, thành lập doanh nghiệp; mở rộng thị trường',
    ND3: 'Hỗ trợ xây dựng mô hình trình diễn kỹ thuật; chuyển giao công nghệ; ứng dụng máy móc tiên tiến vào sản xuất',
    ND4: 'Phát triển sản phẩm công nghiệp nông thôn tiêu biểu',
    ND5: 'Tư vấn, trợ giúp các cơ sở công nghiệp nông thôn',
    ND6: 'Cung cấp thông tin',
    ND7: 'Hỗ trợ liên doanh, liên kết, hợp tác kinh tế và phát triển các cụm công nghiệp',
    ND8: 'Hợp tác quốc tế về khuyến công',
    ND9: 'Nâng cao năng lực quản lý và tổ chức thực hiện hoạt động khuyến công',
  },
}

/** A plan as large as wanted, made of varied rows with no meaning, the same every time. */
export function largePlan(count: number, programme: 'national' | 'local' = 'national') {
  const words =
    'hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất chế biến nông lâm thủy sản gỗ chè miến dong gạch không nung'
  const syllables = words.split(' ')
  const text = (seed: number, length: number) =>
    Array.from({ length }, (_, at) => syllables[(seed * 7 + at * (1 + (seed % 5))) % syllables.length]).join(' ')
  const groups = Object.keys(planOptions.contentGroupNames) as ContentGroup[]
  return viewPlan(
    2027,
    programme,
    Array.from({ length: count }, (_, at) =>
      item(at + 1, {
        name: `Đề án ${at + 1} ${text(at, 8 + (at % 9))}`,
        kind: at % 40 === 7 ? 'flagship' : 'single',
        contentGroup: groups[at % groups.length] ?? 'ND3',
        cooperatingUnits: at % 3 === 0 ? `UBND xã ${text(at + 3, 2)}` : '',
        beneficiaries: Array.from({ length: 1 + (at % 3) }, (_, one) => beneficiary(`HTX ${text(at + one, 4)}`)),
        places: [`xã ${text(at + 2, 3)}, tỉnh Thái Nguyên`],
        startMonth: `2027-${String(1 + (at % 6)).padStart(2, '0')}`,
        endMonth: `2027-${String(7 + (at % 6)).padStart(2, '0')}`,
        summary: text(at + 5, 15 + (at % 30)),
        amounts: {
          national: programme === 'national' ? 100_000_000 + at * 1_350_000 : 0,
          local: programme === 'local' ? 50_000_000 + at * 700_000 : 0,
          counterpart: 200_000_000 + at * 12_345_678,
          other: at % 11 === 0 ? 5_500_000 : 0,
        },
        priority: 1 + (at % 3),
        note: at % 5 === 0 ? text(at, 3) : '',
      }),
    ),
  )
}
