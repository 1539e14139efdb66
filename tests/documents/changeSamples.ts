// Data of the papers of a change: one đề án whose machine, beneficiary and money change, and one that stops.
import type { ChangeDecisionData } from '../../electron/documents/forms/changeDecision'
import type {
  ChangeConfirmationData,
  ChangeLetterData,
  ChangeNoticeData,
} from '../../electron/documents/forms/changeLetters'
import type { ChangedProject, PaperChange } from '../../electron/documents/forms/changePaper'
import type { ContractAppendixData } from '../../electron/documents/forms/contractAppendix'
import { appraisal, contract, project } from './samples'

export const centreHead = {
  parentOrganisation: 'Sở Công Thương tỉnh Bắc Kạn',
  issuer: 'Trung tâm Khuyến công và Xúc tiến thương mại',
  number: '27/TTKC-KC',
  place: 'Bắc Kạn',
  date: '2022-07-08',
}

export const departmentHead = {
  parentOrganisation: 'Ủy ban nhân dân tỉnh Bắc Kạn',
  issuer: 'Sở Công Thương',
  number: '512/SCT-QLCN',
  place: 'Bắc Kạn',
  date: '2022-07-12',
}

const adjusted: ChangedProject = {
  name: project.name,
  kind: 'adjust',
  types: ['thay đổi đơn vị thụ hưởng', 'tăng tổng kinh phí hỗ trợ'],
  implementingUnit: project.implementingUnit,
  approvedBy: { number: '3011/QĐ-BCT', date: '2021-12-31', issuer: 'Bộ trưởng Bộ Công Thương' },
  rows: [
    {
      label: 'Đơn vị thụ hưởng (2)',
      before: 'Hợp tác xã Miến dong Tài Hoan',
      after: 'Hợp tác xã Nông nghiệp Côn Minh',
      reason: 'Hợp tác xã Miến dong Tài Hoan xin rút do không bố trí được vốn đối ứng.',
    },
    {
      label: 'Máy móc, thiết bị (3): tên, thông số',
      before: 'Dây chuyền tráng miến dong 1,5 tấn/ngày',
      after: 'Dây chuyền tráng miến dong 2 tấn/ngày',
      reason: 'Phù hợp quy mô của đơn vị thụ hưởng mới.',
    },
    { label: 'Thời gian kết thúc', before: 'tháng 11 năm 2022', after: 'tháng 12 năm 2022', reason: '' },
  ],
  before: project.amounts,
  after: { ...project.amounts, national: 560_000_000, counterpart: 700_000_000 },
  reason:
    'Hợp tác xã Miến dong Tài Hoan có văn bản xin rút khỏi đề án.\nHợp tác xã Nông nghiệp Côn Minh đã bố trí đủ vốn đối ứng.',
  advanced: 0,
}

const stopped: ChangedProject = {
  name: 'Hỗ trợ xây dựng mô hình trình diễn kỹ thuật sản xuất đũa gỗ',
  kind: 'stop',
  types: [],
  implementingUnit: project.implementingUnit,
  approvedBy: { number: '3011/QĐ-BCT', date: '2021-12-31', issuer: 'Bộ trưởng Bộ Công Thương' },
  rows: [],
  before: { national: 300_000_000, local: 0, counterpart: 700_000_000, other: 0 },
  after: { national: 0, local: 0, counterpart: 0, other: 0 },
  reason: 'Cơ sở ngừng sản xuất.',
  advanced: 90_000_000,
}

export const change: PaperChange = {
  programme: 'national',
  year: 2022,
  projects: [adjusted],
  authority: { name: 'Bộ trưởng Bộ Công Thương', legalBasis: 'Điều 11 Thông tư số 36/2013/TT-BCT' },
}

export const widerChange: PaperChange = { ...change, projects: [adjusted, stopped] }

export const changeLetter: ChangeLetterData = {
  head: centreHead,
  typeName: 'letter',
  unit: 'Trung tâm Khuyến công và Xúc tiến thương mại',
  department: 'Sở Công Thương',
  addressees: ['Cục Công Thương địa phương', 'Sở Công Thương tỉnh Bắc Kạn'],
  legalBases: contract.legalBases.slice(1),
  change,
  papers: ['Đơn xin rút của Hợp tác xã Miến dong Tài Hoan', 'Báo giá dây chuyền tráng miến dong'],
  signer: contract.partyB.signer,
}

export const changeConfirmation: ChangeConfirmationData = {
  head: departmentHead,
  department: 'Sở Công Thương',
  unit: 'Trung tâm Khuyến công và Xúc tiến thương mại',
  letter: { number: '27/TTKC-KC', date: '2022-07-08' },
  change: { ...change, authority: { ...change.authority, name: 'Cục Công Thương địa phương' } },
  finding: '',
  signer: appraisal.signer,
}

export const changeDecision: ChangeDecisionData = {
  head: { parentOrganisation: null, issuer: 'Bộ Công Thương', number: null, place: 'Hà Nội', date: null },
  decidedBy: 'Bộ trưởng Bộ Công Thương',
  legalBases: contract.legalBases.slice(1),
  approvedBy: { number: '3011/QĐ-BCT', date: '2021-12-31', issuer: 'Bộ trưởng Bộ Công Thương' },
  proposals: [
    { by: 'Cục trưởng Cục Công Thương địa phương', paper: null },
    { by: 'Giám đốc Sở Công Thương tỉnh Bắc Kạn', paper: { number: '512/SCT-QLCN', date: '2022-07-12' } },
  ],
  change,
  department: 'Giám đốc Sở Công Thương tỉnh Bắc Kạn',
  units: ['Giám đốc Trung tâm Khuyến công và Xúc tiến thương mại tỉnh Bắc Kạn'],
  signer: { authority: null, position: 'Bộ trưởng', name: null },
}

export const changeNotice: ChangeNoticeData = {
  head: centreHead,
  unit: 'Trung tâm Khuyến công và Xúc tiến thương mại',
  beneficiaries: ['Hợp tác xã Nông nghiệp Côn Minh'],
  decision: { number: '1201/QĐ-BCT', date: '2022-08-02', issuer: 'Bộ trưởng Bộ Công Thương' },
  change,
  contract: { number: '03/2022/HĐ-KC', date: '2022-04-10' },
  signer: contract.partyB.signer,
}

export const contractAppendix: ContractAppendixData = {
  head: {
    parentOrganisation: 'Bộ Công Thương',
    issuer: 'Cục Công Thương địa phương',
    number: '01/PLHĐ-CTĐP',
    place: 'Hà Nội',
    date: '2022-08-10',
  },
  ordinal: 1,
  contract: { number: '16/2022/HĐ-CTĐP', date: '2022-03-05' },
  contractName: 'Hợp đồng thực hiện đề án',
  programme: 'national',
  projectNames: [project.name],
  legalBases: contract.legalBases.slice(0, 2),
  decision: { number: '1201/QĐ-BCT', date: '2022-08-02', issuer: 'Bộ trưởng Bộ Công Thương' },
  partyA: contract.partyA,
  partyB: contract.partyB,
  partyBKind: 'publicUnit',
  rows: adjusted.rows,
  changes: '',
  before: adjusted.before,
  after: adjusted.after,
  copies: 6,
  copiesEach: 3,
}
