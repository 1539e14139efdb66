// Data of the forms as an office would give it: a group đề án of the public 2022 plan of Bắc Kạn; people and accounts are invented.

import type { AgencyContractData } from '../../electron/documents/forms/agencyContract'
import type { BaseAppraisalSheetData } from '../../electron/documents/forms/baseAppraisalSheet'
import type { BeneficiaryAppraisalSheetData } from '../../electron/documents/forms/beneficiaryAppraisalSheet'
import type { BudgetEstimateData } from '../../electron/documents/forms/budgetEstimate'
import type { PaperProject } from '../../electron/documents/forms/paper'
import type { ProjectProposalData } from '../../electron/documents/forms/projectProposal'
import { splitByBeneficiary } from '../../shared/domain/beneficiarySplit'

const projectBeforeSplit: Omit<PaperProject, 'split'> = {
  name: 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sản xuất, chế biến nông, lâm sản',
  programme: 'national',
  kind: 'group',
  planYear: 2022,
  contentGroup: 'ND3',
  contentName: 'Ứng dụng máy móc thiết bị tiên tiến',
  implementingUnit: 'Trung tâm Khuyến công và Xúc tiến thương mại tỉnh Bắc Kạn',
  cooperatingUnits: 'Ủy ban nhân dân huyện Chợ Mới; Ủy ban nhân dân huyện Na Rì',
  beneficiaries: [
    {
      name: 'Công ty TNHH Một thành viên Chế biến Nông sản Thanh Vận',
      address: 'Thôn Phiêng Luông, xã Thanh Vận, huyện Chợ Mới, tỉnh Bắc Kạn',
      taxCode: '4700000001',
      representative: 'Nguyễn Thị Hòa',
      shareBasisPoints: 6_000,
      support: 300_000_000,
    },
    {
      name: 'Hợp tác xã Miến dong Tài Hoan',
      address: 'Xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn',
      taxCode: null,
      representative: 'Nông Văn Chương',
      shareBasisPoints: 4_000,
      support: 200_000_000,
    },
  ],
  participants: [],
  places: ['Xã Thanh Vận, huyện Chợ Mới', 'Xã Côn Minh, huyện Na Rì'],
  startMonth: '2022-03',
  endMonth: '2022-11',
  summary: 'Hỗ trợ 02 cơ sở ứng dụng 05 máy móc, thiết bị tiên tiến vào chế biến gỗ và miến dong.',
  objective: 'Nâng cao năng suất, chất lượng sản phẩm.',
  schedule:
    'Khảo sát, ký hợp đồng với đơn vị thụ hưởng: tháng 3 đến tháng 5\nĐầu tư, lắp đặt máy móc: tháng 6 đến tháng 10\nNghiệm thu, quyết toán: tháng 11',
  outputs: [
    { indicator: 'Số cơ sở được hỗ trợ', unit: 'cơ sở', quantityThousandths: 2000 },
    { indicator: 'Máy móc, thiết bị được ứng dụng', unit: 'máy', quantityThousandths: 5000 },
  ],
  budget: [
    {
      content: 'Máy sấy gỗ tự động 12 m³/mẻ, mới 100 %',
      unit: 'máy',
      quantityThousandths: 2000,
      unitPrice: 325_000_000,
      amounts: { national: 300_000_000, local: 0, counterpart: 350_000_000, other: 0 },
      note: '',
    },
    {
      content: 'Dây chuyền tráng miến dong 1,5 tấn/ngày, mới 100 %',
      unit: 'bộ',
      quantityThousandths: 1000,
      unitPrice: 480_000_000,
      amounts: { national: 200_000_000, local: 0, counterpart: 280_000_000, other: 0 },
      note: 'Báo giá 02/2022',
    },
  ],
  amounts: { national: 500_000_000, local: 0, counterpart: 630_000_000, other: 0 },
}

export const project: PaperProject = {
  ...projectBeforeSplit,
  split: splitByBeneficiary(
    [{ amounts: projectBeforeSplit.amounts, beneficiary: '' }],
    projectBeforeSplit.beneficiaries,
  ),
}

const decree45 = 'Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công'
const circular36 =
  'Thông tư số 36/2013/TT-BCT ngày 27 tháng 12 năm 2013 của Bộ trưởng Bộ Công Thương quy định về việc xây dựng kế hoạch, tổ chức thực hiện và quản lý kinh phí khuyến công quốc gia'

export const appraisal: BaseAppraisalSheetData = {
  parentOrganisation: 'Ủy ban nhân dân tỉnh Bắc Kạn',
  department: 'Sở Công Thương',
  number: '05/PTĐ-SCT',
  place: 'Bắc Kạn',
  date: '2022-02-08',
  legalBases: [decree45, circular36],
  project,
  opinions: {
    principles: { met: true, opinion: 'Phù hợp với Điều 4, Điều 5 Nghị định số 45/2012/NĐ-CP.' },
    purpose: { met: true, opinion: null },
    capacity: { met: true, opinion: null },
    combination: { met: null, opinion: null },
    dossier: { met: false, opinion: 'Bổ sung báo giá máy sấy.' },
  },
  proposed: { national: 500_000_000, counterpart: 630_000_000 },
  conclusion: 'agreedAfterSupplement',
  recommendation: null,
  appraiser: 'Hoàng Thị Đào',
  signer: { authority: 'KT. GIÁM ĐỐC', position: 'Phó Giám đốc', name: 'Đinh Lâm Sáng' },
}

export const contract: AgencyContractData = {
  parentOrganisation: 'Bộ Công Thương',
  issuer: 'Cục Công Thương địa phương',
  number: '16/2022/HĐ-CTĐP',
  place: 'Hà Nội',
  date: '2022-03-05',
  legalBases: ['Bộ luật Dân sự ngày 24 tháng 11 năm 2015', decree45, circular36],
  assignment: { number: '3011/QĐ-BCT', date: '2021-12-31', issuer: 'Bộ trưởng Bộ Công Thương' },
  partyA: {
    name: 'Cục Công Thương địa phương',
    signer: { authority: null, position: 'Cục trưởng', name: null },
    address: null,
    phone: null,
    account: null,
    treasury: null,
    taxCode: null,
    budgetRelationCode: null,
  },
  partyB: {
    name: 'Trung tâm Khuyến công và Xúc tiến thương mại tỉnh Bắc Kạn',
    signer: { authority: null, position: 'Giám đốc', name: 'Trần Văn Ước' },
    address: 'Tổ 7, phường Phùng Chí Kiên, thành phố Bắc Kạn, tỉnh Bắc Kạn',
    phone: '0209 3870 000',
    account: '3713.0.1000000.00000',
    treasury: 'Kho bạc Nhà nước Bắc Kạn',
    taxCode: '4700000009',
    budgetRelationCode: null,
  },
  department: 'Sở Công Thương tỉnh Bắc Kạn',
  project,
  others: [],
  terms: {
    firstAdvancePercent: 70,
    firstAdvanceCondition: 'giá trị thực hiện đạt trên 70% tổng vốn đầu tư theo báo cáo tiến độ',
    monthlyReportBeforeDay: 25,
    settlementWithinDays: 15,
    liquidationBy: 'ngày 22 tháng 01 năm 2023',
    copies: 6,
    copiesEach: 3,
  },
}

export const proposal: ProjectProposalData = {
  parentOrganisation: 'Sở Công Thương tỉnh Bắc Kạn',
  number: '12/ĐA-TTKC',
  place: 'Bắc Kạn',
  date: '2022-01-05',
  legalBases: [decree45, circular36],
  unit: contract.partyB,
  department: 'Sở Công Thương',
  project,
  necessity:
    'Miến dong và gỗ là hai sản phẩm chủ lực của địa phương.\n- Máy móc cũ, năng suất thấp;\n– Sản phẩm chưa đều;\n* Tiêu hao nhiều nhiên liệu.\nVì vậy việc hỗ trợ là cần thiết.',
  scale: 'Đầu tư 02 máy sấy gỗ và 01 dây chuyền tráng miến.',
  superiority: 'Máy sấy dùng bơm nhiệt, giảm một nửa điện năng.',
  equipment: [
    {
      name: 'Máy sấy gỗ 10 m³/mẻ',
      origin: 'Việt Nam',
      unit: 'máy',
      quantityThousandths: 2_000,
      unitPrice: 155_000_000,
      note: 'mới 100 %',
    },
  ],
  scheduleSteps: [
    { content: 'Mua sắm, lắp đặt máy', startMonth: '2022-03', endMonth: '2022-08', inCharge: 'Đơn vị thụ hưởng' },
  ],
  organisation: 'Trung tâm chủ trì, hai đơn vị thụ hưởng phối hợp thực hiện.',
  effect: '1. Kinh tế: tăng 30 % sản lượng.\n2. Xã hội: thêm 15 lao động.',
}

export const estimate: BudgetEstimateData = {
  parentOrganisation: 'Sở Công Thương tỉnh Bắc Kạn',
  unit: contract.partyB.name,
  place: 'Bắc Kạn',
  date: '2022-01-05',
  project,
  signer: contract.partyB.signer,
}

export const beneficiaryAppraisal: BeneficiaryAppraisalSheetData = {
  ...appraisal,
  profiles: [
    {
      name: 'Công ty TNHH Một thành viên Chế biến Nông sản Thanh Vận',
      legalForm: 'Doanh nghiệp nhỏ và vừa',
      taxCode: '4700000001',
      industry: 'Chế biến gỗ; Gỗ ván bóc',
      area: 'Thôn Phiêng Luông, xã Thanh Vận; vùng dân tộc thiểu số',
      capital: '9.500.000.000 đồng (năm 2021)',
      employees: '25 người (năm 2021)',
      support: 300_000_000,
    },
    {
      name: 'Hợp tác xã Miến dong Tài Hoan',
      legalForm: 'Hợp tác xã',
      taxCode: null,
      industry: null,
      area: null,
      capital: null,
      employees: null,
      support: 200_000_000,
    },
  ],
}
