// Data of the papers of carrying out the group đề án of the samples: one beneficiary done, the other still at work.
import type { AcceptanceMinutesData } from '../../electron/documents/forms/acceptanceMinutes'
import type { BeneficiaryContractData } from '../../electron/documents/forms/beneficiaryContract'
import type { ClusterReportData } from '../../electron/documents/forms/clusterReport'
import type { CompletedVolumeData } from '../../electron/documents/forms/completedVolume'
import type {
  DetailedPlanData,
  TrainingPlanData,
  TrainingProgrammeData,
} from '../../electron/documents/forms/detailedPlan'
import type { AdvanceRequestData, CoverLetterData } from '../../electron/documents/forms/executionLetters'
import type { LiquidationMinutesData } from '../../electron/documents/forms/liquidationMinutes'
import type { ContractParty } from '../../electron/documents/forms/parties'
import type { ProgressReportData } from '../../electron/documents/forms/progressReport'
import type {
  FundReconciliationData,
  PaymentRequestData,
  SettlementDetailData,
  SettlementHead,
  VoucherListData,
} from '../../electron/documents/forms/settlementForms'
import type { VisitMinutesData } from '../../electron/documents/forms/visitMinutes'
import { centreHead, departmentHead } from './changeSamples'
import { appraisal, contract, project } from './samples'

const agencyContract = { number: '16/2022/HĐ-CTĐP', date: '2022-03-05' }
const supportContract = { number: '03/2022/HĐ-KC', date: '2022-04-10' }
const [first, second] = project.beneficiaries
if (first === undefined || second === undefined) throw new Error('the sample has two beneficiaries')

const unit = contract.partyB.name

const beneficiaryParty: ContractParty = {
  name: first.name,
  signer: { authority: null, position: 'Giám đốc', name: 'Nguyễn Thị Hòa' },
  address: first.address,
  phone: '0209 3000 111',
  account: '8600 2050 12345',
  treasury: 'Ngân hàng Nông nghiệp và Phát triển nông thôn, chi nhánh Chợ Mới',
  taxCode: first.taxCode,
  budgetRelationCode: null,
}

export const progressReport: ProgressReportData = {
  head: { ...centreHead, number: '31/BC-TTKC', date: '2022-07-22' },
  programme: 'national',
  month: '2022-07',
  unit,
  addressees: ['Cục Công Thương địa phương', 'Sở Công Thương tỉnh Bắc Kạn'],
  contracts: [
    {
      contract: agencyContract,
      projectName: project.name,
      support: 500_000_000,
      works: [
        { content: 'Khảo sát, ký hợp đồng với đơn vị thụ hưởng', done: 'Đã ký 02 hợp đồng', basisPoints: 10_000 },
        { content: 'Đầu tư, lắp đặt máy móc', done: '520.000.000 đồng', basisPoints: 4_602 },
        { content: 'Nghiệm thu, quyết toán', done: '', basisPoints: null },
      ],
      advanced: 350_000_000,
      asked: 0,
      difficulties: 'Máy nhập khẩu về chậm 20 ngày.',
      finishedBy: '2022-11',
    },
    {
      contract: null,
      projectName: 'Hỗ trợ tham gia hội chợ triển lãm hàng công nghiệp nông thôn tiêu biểu khu vực phía Bắc',
      support: 200_000_000,
      works: [],
      advanced: null,
      asked: null,
      difficulties: '',
      finishedBy: null,
    },
  ],
  department: 'Sở Công Thương',
  signer: contract.partyB.signer,
}

export const completedVolume: CompletedVolumeData = {
  head: { ...centreHead, number: '45/BC-TTKC', date: '2022-11-20' },
  project,
  contract: agencyContract,
  unit,
  department: 'Sở Công Thương',
  lines: project.budget.map((line, index) => ({
    content: line.content,
    unit: line.unit,
    contracted: { quantityThousandths: line.quantityThousandths, amounts: line.amounts },
    done:
      index === 0
        ? {
            quantityThousandths: 2_000,
            amounts: { national: 300_000_000, local: 0, counterpart: 342_500_000, other: 0 },
          }
        : null,
    note: '',
  })),
  signer: contract.partyB.signer,
}

const parties: AcceptanceMinutesData['parties'] = [
  {
    organisation: 'Sở Công Thương',
    members: [{ name: 'Hoàng Thị Đào', position: 'Chuyên viên phòng Quản lý công nghiệp' }],
  },
  { organisation: 'Ủy ban nhân dân xã Thanh Vận', members: [] },
  { organisation: unit, members: [{ name: 'Trần Văn Ước', position: 'Giám đốc' }] },
  { organisation: first.name, members: [{ name: 'Nguyễn Thị Hòa', position: 'Giám đốc' }] },
]

export const acceptance5a: AcceptanceMinutesData = {
  form: '5a',
  head: { ...departmentHead, number: '08/BB-SCT', date: '2022-11-08' },
  legalBases: contract.legalBases.slice(1),
  contract: agencyContract,
  project,
  beneficiary: { name: first.name, address: first.address },
  meeting: { date: '2022-11-08', place: 'thôn Phiêng Luông, xã Thanh Vận' },
  parties,
  papers: ['Hợp đồng mua máy số 12/2022/HĐMB', 'Hóa đơn số 0000123', 'Biên bản bàn giao, chạy thử'],
  outputs: [
    { content: 'Máy sấy gỗ được ứng dụng', unit: 'máy', planned: 2_000, done: 2_000, remark: 'Đạt' },
    { content: 'Lao động có việc làm thêm', unit: 'người', planned: 8_000, done: null, remark: '' },
  ],
  machines: [
    {
      name: 'Máy sấy gỗ tự động 12 m³/mẻ',
      serial: 'SG12-2022-0071',
      origin: 'Việt Nam',
      quantityThousandths: 1_000,
      value: 321_250_000,
      isNew: true,
      works: true,
    },
    {
      name: 'Máy sấy gỗ tự động 12 m³/mẻ',
      serial: '',
      origin: '',
      quantityThousandths: 1_000,
      value: null,
      isNew: null,
      works: null,
    },
  ],
  places: [],
  cost: {
    planned: { national: 300_000_000, local: 0, counterpart: 350_000_000, other: 0 },
    done: { national: 300_000_000, local: 0, counterpart: 342_500_000, other: 0 },
  },
  finishedOn: '2022-11-01',
  timing: '',
  quality: 'Máy vận hành ổn định, sản phẩm sấy đều.',
  passed: true,
  recommendation: '',
}

export const acceptance5b: AcceptanceMinutesData = {
  ...acceptance5a,
  form: '5b',
  beneficiary: null,
  machines: [],
  places: [
    {
      beneficiary: first.name,
      place: 'xã Thanh Vận',
      minutes: { number: '08/BB-SCT', date: '2022-11-08' },
      passed: true,
      amounts: { national: 300_000_000, local: 0, counterpart: 342_500_000, other: 0 },
    },
    { beneficiary: second.name, place: 'xã Côn Minh', minutes: null, passed: false, amounts: null },
  ],
  cost: { planned: project.amounts, done: null },
  finishedOn: null,
  quality: '',
  passed: false,
  recommendation: 'Hợp tác xã Miến dong Tài Hoan lắp đặt xong dây chuyền trước ngày 30 tháng 11 năm 2022.',
}

export const acceptance5c: AcceptanceMinutesData = {
  ...acceptance5b,
  form: '5c',
  head: contractHead(),
  parties: [{ organisation: 'Cục Công Thương địa phương', members: [] }, ...parties],
}

function contractHead() {
  return {
    parentOrganisation: 'Bộ Công Thương',
    issuer: 'Cục Công Thương địa phương',
    number: null,
    place: 'Hà Nội',
    date: null,
  }
}

export const liquidation: LiquidationMinutesData = {
  head: { ...contractHead(), number: '16/BBTL-CTĐP', date: '2023-01-18' },
  programme: 'national',
  projectNames: [project.name],
  contract: { ...agencyContract, name: 'Hợp đồng thực hiện đề án' },
  appendices: [{ number: '01/PLHĐ-CTĐP', date: '2022-08-10' }],
  acceptances: [{ number: '08/BB-SCT', date: '2022-11-08' }],
  legalBases: contract.legalBases.slice(0, 2),
  partyA: contract.partyA,
  partyB: contract.partyB,
  partyBKind: 'publicUnit',
  date: '2023-01-18',
  work: 'Hỗ trợ 02 cơ sở ứng dụng 03 máy móc, thiết bị\nTổ chức 01 buổi giới thiệu mô hình',
  money: { contracted: 500_000_000, settled: 496_250_000, paid: 350_000_000, recovered: 0 },
  terms: '',
  copies: 6,
  copiesEach: 3,
}

const settlementHead: SettlementHead = {
  head: { ...centreHead, number: '50/TTKC-KC', date: '2022-12-05' },
  programme: 'national',
  planYear: 2022,
  contract: agencyContract,
  projectName: project.name,
  accountant: 'Ma Thị Huệ',
  signer: contract.partyB.signer,
}

export const settlementDetail: SettlementDetailData = {
  ...settlementHead,
  lines: [
    {
      content: 'Máy sấy gỗ tự động 12 m³/mẻ',
      approved: 300_000_000,
      proposed: 296_250_000,
      accepted: 296_250_000,
      note: '',
    },
    {
      content: 'Dây chuyền tráng miến dong',
      approved: 200_000_000,
      proposed: 200_000_000,
      accepted: null,
      note: 'Chờ nghiệm thu',
    },
  ],
}

export const vouchers8a: VoucherListData = {
  ...settlementHead,
  form: '8a',
  vouchers: [
    {
      number: '0000123',
      date: '2022-10-12',
      content: 'Hóa đơn mua máy sấy gỗ, Công ty Cơ khí Hà Nội',
      support: 296_250_000,
      other: 346_250_000,
    },
    {
      number: '0000987',
      date: null,
      content: 'Hóa đơn dây chuyền tráng miến',
      support: 200_000_000,
      other: 280_000_000,
    },
  ],
}

export const vouchers8b: VoucherListData = { ...vouchers8a, form: '8b' }

export const paymentRequest: PaymentRequestData = {
  ...settlementHead,
  projectName: '',
  lines: [
    { projectName: project.name, support: 500_000_000, advanced: 350_000_000, proposed: 146_250_000 },
    { projectName: 'Hỗ trợ tham gia hội chợ', support: 200_000_000, advanced: null, proposed: null },
  ],
}

export const reconciliation: FundReconciliationData = {
  ...settlementHead,
  projectName: '',
  partyA: contract.partyA,
  partyB: contract.partyB,
  lines: [
    {
      contract: agencyContract,
      projectName: project.name,
      value: 500_000_000,
      received: 500_000_000,
      settled: 496_250_000,
    },
  ],
}

export const detailedPlan: DetailedPlanData = {
  head: { ...centreHead, number: '15/KH-TTKC', date: '2022-02-20' },
  unit,
  department: 'Sở Công Thương tỉnh Bắc Kạn',
  agency: 'Cục Công Thương địa phương',
  legalBases: contract.legalBases.slice(1),
  approvedBy: { number: '3011/QĐ-BCT', date: '2021-12-31', issuer: 'Bộ trưởng Bộ Công Thương' },
  project,
  beneficiaries: [
    {
      name: first.name,
      address: first.address,
      content: 'Máy sấy gỗ tự động',
      investment: 650_000_000,
      support: 300_000_000,
      period: 'Tháng 3 - tháng 11',
      note: '',
    },
    { name: second.name, address: null, content: '', investment: null, support: 200_000_000, period: '', note: '' },
  ],
  organisation: 'Trung tâm chủ trì, phối hợp với Ủy ban nhân dân các xã.',
  signer: contract.partyB.signer,
}

export const trainingPlan: TrainingPlanData = {
  ...detailedPlan,
  classes: [
    {
      trade: 'May công nghiệp',
      trainees: 60,
      classes: 2,
      period: 'Tháng 4 - tháng 6',
      place: 'Xã Thanh Vận',
      teachers: 'Trường Cao đẳng Bắc Kạn',
      programme: 'Đào tạo dưới 03 tháng',
    },
    { trade: 'Đan lát mây tre', trainees: null, classes: 1, period: '', place: '', teachers: '', programme: '' },
  ],
}

export const trainingProgramme: TrainingProgrammeData = {
  head: { ...centreHead, number: null },
  unit,
  trade: 'May công nghiệp',
  level: 'Đào tạo dưới 03 tháng',
  trainees: 'Lao động nông thôn từ đủ 15 tuổi trở lên',
  period: '02 tháng (240 giờ)',
  objective: 'Học viên may được sản phẩm đơn giản theo dây chuyền.',
  subjects: [
    { name: 'Kiến thức chung, an toàn lao động', hours: 16, theory: 14, practice: 0, tests: 2 },
    { name: 'Thực hành may các chi tiết cơ bản', hours: 120, theory: 20, practice: 96, tests: 4 },
    { name: 'May sản phẩm', hours: 104, theory: 14, practice: 82, tests: 8 },
  ],
  guidance: '',
  signer: contract.partyB.signer,
}

export const clusterReport: ClusterReportData = {
  head: { ...centreHead, number: '60/BC-TTKC' },
  cluster: 'Cẩm Giàng',
  place: 'Xã Cẩm Giàng, huyện Bạch Thông, tỉnh Bắc Kạn',
  investor: 'Ủy ban nhân dân huyện Bạch Thông',
  area: 451_200,
  rentableArea: 300_000,
  rentedArea: null,
  establishedBy: 'Quyết định số 812/QĐ-UBND ngày 30 tháng 5 năm 2019',
  detailedPlan: null,
  works: [
    {
      name: 'San nền giai đoạn 1',
      approved: 12_500_000_000,
      done: 9_800_000_000,
      volume: '78% khối lượng',
      source: 'Ngân sách tỉnh',
    },
    { name: 'Đường giao thông nội bộ', approved: 8_000_000_000, done: null, volume: '', source: '' },
  ],
  situation: 'Đã giải phóng mặt bằng 30 ha.',
  proposal: '',
  addressees: ['Sở Công Thương tỉnh Bắc Kạn'],
  signer: contract.partyB.signer,
}

export const beneficiaryContract: BeneficiaryContractData = {
  head: { ...centreHead, number: '03/2022/HĐ-KC', date: '2022-04-10' },
  programme: 'national',
  planYear: 2022,
  projectName: project.name,
  legalBases: contract.legalBases,
  approvedBy: { number: '3011/QĐ-BCT', date: '2021-12-31', issuer: 'Bộ trưởng Bộ Công Thương' },
  agencyContract,
  partyA: contract.partyB,
  partyB: beneficiaryParty,
  place: 'Thôn Phiêng Luông, xã Thanh Vận',
  content: 'Hỗ trợ đầu tư 02 máy sấy gỗ tự động 12 m³/mẻ',
  machines: [
    {
      name: 'Máy sấy gỗ tự động 12 m³/mẻ, dùng bơm nhiệt',
      origin: 'Việt Nam',
      unit: 'máy',
      quantityThousandths: 2_000,
      unitPrice: 325_000_000,
    },
  ],
  investment: 650_000_000,
  support: 300_000_000,
  startsOn: '2022-04-10',
  endsOn: '2022-11-30',
  payments: [],
  repayments: [],
  keptYears: 5,
  copies: 4,
  copiesEach: 2,
}

export const visitMinutes: VisitMinutesData = {
  head: { ...centreHead, number: '12/BB-TTKC', date: '2023-11-15' },
  programme: 'national',
  projectName: project.name,
  contract: supportContract,
  beneficiary: first.name,
  place: first.address,
  date: '2023-11-15',
  kind: 'afterSupport',
  visitors: [{ name: 'Ma Thị Huệ', position: 'Viên chức phòng Khuyến công' }],
  hosts: [],
  support: 300_000_000,
  progress: 'Máy chạy hai ca mỗi ngày.',
  machines: [
    { name: 'Máy sấy gỗ tự động 12 m³/mẻ', serial: 'SG12-2022-0071', present: true, inUse: true, remark: '' },
    { name: 'Máy sấy gỗ tự động 12 m³/mẻ', serial: '', present: null, inUse: null, remark: '' },
  ],
  effects: [
    { indicator: 'Lao động', before: '25 người', now: '33 người' },
    { indicator: 'Doanh thu', before: '9.500.000.000 đồng', now: '' },
  ],
  findings: [{ finding: 'Chưa gắn biển khuyến công', remedy: 'Gắn biển tại máy', dueOn: '2023-12-15', doneOn: null }],
  conclusion: '',
  unit,
}

export const advanceRequest: AdvanceRequestData = {
  head: { ...centreHead, number: '20/TTKC-KC', date: '2022-05-12' },
  unit,
  department: 'Sở Công Thương tỉnh Bắc Kạn',
  addressees: ['Cục Công Thương địa phương'],
  programme: 'national',
  planYear: 2022,
  projectNames: [project.name],
  contract: agencyContract,
  papers: ['Hợp đồng hỗ trợ với đơn vị thụ hưởng', 'Báo cáo tiến độ có xác nhận của Sở Công Thương'],
  round: 1,
  contracted: 500_000_000,
  advancedBefore: 0,
  asked: 350_000_000,
  progress: 'Đã đầu tư 800.000.000 đồng',
  investedBasisPoints: 7_079,
  account: { holder: unit, number: contract.partyB.account, at: contract.partyB.treasury },
  signer: contract.partyB.signer,
}

export const coverLetter: CoverLetterData = {
  head: { ...centreHead, number: '51/TTKC-KC', date: '2022-12-05' },
  unit,
  department: 'Sở Công Thương tỉnh Bắc Kạn',
  addressees: ['Cục Công Thương địa phương'],
  programme: 'national',
  planYear: 2022,
  projectNames: [project.name],
  contract: agencyContract,
  papers: ['Biểu chi tiết quyết toán kinh phí (Mẫu 7)', 'Bảng kê chứng từ đề nghị quyết toán (Mẫu 8b)'],
  signer: appraisal.signer,
  purpose: 'settlement',
  amounts: project.amounts,
}
