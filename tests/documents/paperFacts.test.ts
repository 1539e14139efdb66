import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  appraisalFacts,
  beneficiaryAppraisalFacts,
  contractFacts,
  documentNumber,
  type PaperSource,
  paperSigner,
  proposalFacts,
  referenceDate,
} from '../../electron/documents/paperFacts'
import { loadPaperResources } from '../../electron/documents/resources'
import { blankEstablishment } from '../../shared/contract/establishments'
import { appraisalSheet } from '../../shared/contract/lifecycle'
import { officeDetails } from '../../shared/contract/office'
import { projectContent } from '../../shared/contract/projects'

const office = officeDetails.parse({
  centreName: 'Trung tâm Khuyến công và Xúc tiến thương mại tỉnh Bắc Kạn',
  centreShortName: 'TTKC',
  departmentName: 'Sở Công Thương tỉnh Bắc Kạn',
  provinceCode: '19',
  communeCode: null,
  address: 'Tổ 7, phường Phùng Chí Kiên',
  phone: '',
  email: '',
  taxCode: '4700000009',
  bankAccount: '3713.0.1000000',
  bankName: 'Ngân hàng',
  budgetRelationCode: '',
  treasuryName: 'Kho bạc Nhà nước Bắc Kạn',
  placeName: 'Bắc Kạn',
  signers: [{ id: 1, name: 'Trần Văn Ước', position: 'Giám đốc', authority: 'none', onBehalfOf: '', isDefault: true }],
  symbols: [{ form: 'agency-contract', symbol: 'HĐ-KC' }],
})

const content = projectContent.parse({
  name: 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong chế biến gỗ',
  contentGroup: 'ND3',
  subContent: 'ND3.advancedMachinery',
  implementingUnit: office.centreName,
  cooperatingUnits: 'UBND xã A\nUBND xã B',
  startMonth: '2022-03',
  endMonth: '2022-11',
  necessity: '',
  objective: '',
  scale: 'Quy mô',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  beneficiaries: [
    { establishmentId: null, name: 'HTX A', shareBasisPoints: 6000 },
    { establishmentId: null, name: 'HTX B', shareBasisPoints: 4000 },
  ],
  places: [{ provinceCode: null, communeCode: null, text: 'Xã A', oldText: '' }],
  outputs: [],
  budget: [
    {
      content: 'Máy sấy',
      unit: 'máy',
      quantityThousandths: 1000,
      unitPrice: 700_000_001,
      amounts: { national: 300_000_001, local: 0, counterpart: 400_000_000, other: 0 },
      note: '',
    },
  ],
})

const version = (stage: 'registered' | 'baseAppraised' | 'approved', number: number, national: number) => ({
  id: number,
  number,
  stage,
  locked: true,
  lockedOn: null,
  decisionNumber: stage === 'approved' ? '3011/QĐ-BCT' : '',
  decisionDate: stage === 'approved' ? '2021-12-31' : null,
  amounts: { national, local: 0, counterpart: 400_000_000, other: 0 },
})

const source: PaperSource = {
  office,
  provinceName: 'Tỉnh Thái Nguyên',
  identity: { code: 'KCQG-2022-001', programme: 'national', kind: 'group', planYear: 2022 },
  content,
  versions: [],
  establishments: new Map(),
  appraisal: null,
  contract: null,
  contentGroups: [],
  resources: loadPaperResources(fileURLToPath(new URL('../../resources', import.meta.url))),
  today: '2026-11-21',
}
const undated = { date: null, number: '', signer: null }

describe('the number of a paper', () => {
  it('takes a zero below ten and the symbol of its form', () => {
    expect(documentNumber('5', 'HĐ-KC')).toBe('05/HĐ-KC')
    expect(documentNumber('16', 'HĐ-KC')).toBe('16/HĐ-KC')
    expect(documentNumber('16/2022/HĐ-CTĐP', 'HĐ-KC')).toBe('16/2022/HĐ-CTĐP')
    expect(documentNumber('', 'HĐ-KC')).toBe('......../HĐ-KC')
    expect(documentNumber('', null)).toBeNull()
  })
})

describe('the day whose names and laws a paper takes', () => {
  it('is its own date, else today, else the end of its plan year', () => {
    expect(referenceDate('2025-02-28', 2025, '2026-11-21')).toBe('2025-02-28')
    expect(referenceDate(null, 2027, '2026-11-21')).toBe('2026-11-21')
    expect(referenceDate(null, 2022, '2026-11-21')).toBe('2022-12-31')
  })

  it('decides the agency and the laws quoted', () => {
    const old = contractFacts(source, undated)
    expect(old.partyA.name).toBe('Cục Công Thương địa phương')
    expect(old.legalBases.join()).not.toContain('235/2025/NĐ-CP')
    const dated = contractFacts(source, { ...undated, date: '2026-03-05' })
    expect(dated.partyA.name).toBe('Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công')
    expect(dated.legalBases.join()).toContain('235/2025/NĐ-CP')
    expect(dated.legalBases[0]).toBe('Bộ luật Dân sự ngày 24 tháng 11 năm 2015')
  })
})

describe('the legal bases of a đề án', () => {
  it('are those it chose, in its order, and the catalogue’s where it chose none', () => {
    const chosen = { ...source, content: { ...source.content, legalBases: ['circular-46-2012', 'decree-45-2012'] } }
    const [first, second, third] = proposalFacts(chosen, undated).legalBases
    expect(first).toContain('Thông tư số 46/2012/TT-BCT')
    expect(second).toContain('Nghị định số 45/2012/NĐ-CP')
    expect(third).toBeUndefined()
    expect(proposalFacts(source, undated).legalBases.length).toBeGreaterThan(2)
  })
})

describe('signers', () => {
  const signer = { id: 1, name: 'Nguyễn Văn A', position: 'Phó Giám đốc', onBehalfOf: 'GIÁM ĐỐC', isDefault: false }

  it('sign for whom their authority says', () => {
    expect(paperSigner({ ...signer, authority: 'KT' })).toEqual({
      authority: 'KT. GIÁM ĐỐC',
      position: 'Phó Giám đốc',
      name: 'Nguyễn Văn A',
    })
    expect(paperSigner({ ...signer, authority: 'none' }).authority).toBeNull()
    expect(paperSigner({ ...signer, authority: 'Q', position: 'Giám đốc' })).toMatchObject({
      authority: null,
      position: 'Q. Giám đốc',
    })
  })
})

describe('the base appraisal sheet', () => {
  it('is issued by the Sở under the committee of the province its own name says', () => {
    const facts = appraisalFacts(source, undated)
    expect(facts.parentOrganisation).toBe('Ủy ban nhân dân tỉnh Bắc Kạn')
    expect(facts.department).toBe('Sở Công Thương')
    expect(facts.signer).toEqual({ authority: null, position: 'Giám đốc', name: null })
    const plain = { ...source, office: { ...office, departmentName: 'Sở Công Thương' } }
    expect(appraisalFacts(plain, undated).parentOrganisation).toBe('Ủy ban nhân dân tỉnh Thái Nguyên')
  })

  it('leaves the result open until an appraised version is on record', () => {
    expect(appraisalFacts(source, undated).proposed).toBeNull()
    const versions = [version('registered', 1, 500_000_000), version('baseAppraised', 2, 300_000_000)]
    const facts = appraisalFacts({ ...source, versions }, undated)
    expect(facts.project.amounts.national).toBe(500_000_000)
    expect(facts.proposed?.national).toBe(300_000_000)
  })

  it('rests on the national circular, and for the local programme on that of the contents', () => {
    expect(appraisalFacts(source, undated).legalBases.join()).toContain('36/2013/TT-BCT')
    const local = { ...source, identity: { ...source.identity, programme: 'local' as const } }
    const localBases = appraisalFacts(local, undated).legalBases.join()
    expect(localBases).toContain('46/2012/TT-BCT')
    expect(localBases).not.toContain('36/2013/TT-BCT')
  })
})

describe('an appraisal on record', () => {
  const sheet = appraisalSheet.parse({
    method: 'staff',
    date: '2022-02-08',
    documentNumber: '05/PTĐ-SCT',
    appraiser: 'Hoàng Thị Đào',
    signer: 'Đinh Lâm Sáng',
    checks: [
      { result: 'pass', opinion: 'Phù hợp.' },
      { result: 'fail', opinion: 'Thiếu báo giá.' },
      { result: 'pending', opinion: '' },
      { result: 'pass', opinion: '' },
      { result: 'pass', opinion: '' },
    ],
    members: [],
    votesFor: null,
    votesAgainst: null,
    conclusion: 'agreeAfterSupplement',
    opinion: 'Bổ sung báo giá.',
  })
  const appraised = { ...source, appraisal: sheet }

  it('fills the sheet point by point, and its date decides the laws quoted', () => {
    const facts = appraisalFacts(appraised, undated)
    expect(Object.values(facts.opinions)).toEqual([
      { met: true, opinion: 'Phù hợp.' },
      { met: false, opinion: 'Thiếu báo giá.' },
      { met: null, opinion: null },
      { met: true, opinion: null },
      { met: true, opinion: null },
    ])
    expect(facts).toMatchObject({
      date: '2022-02-08',
      number: '05/PTĐ-SCT',
      conclusion: 'agreedAfterSupplement',
      recommendation: 'Bổ sung báo giá.',
      appraiser: 'Hoàng Thị Đào',
    })
    expect(facts.legalBases.join()).not.toContain('235/2025/NĐ-CP')
    expect(appraisalFacts(appraised, { ...undated, date: '2026-03-05', number: '7' })).toMatchObject({
      date: '2026-03-05',
      number: '07',
    })
  })

  it('gives who signed the title of a signer of that name, else no rank', () => {
    expect(appraisalFacts(appraised, undated).signer).toEqual({
      authority: null,
      position: 'Lãnh đạo Sở',
      name: 'Đinh Lâm Sáng',
    })
    const named = { ...appraised, appraisal: { ...sheet, signer: 'trần văn ước' } }
    expect(appraisalFacts(named, undated).signer).toEqual({
      authority: null,
      position: 'Giám đốc',
      name: 'Trần Văn Ước',
    })
  })
})

describe('the appraisal sheet by beneficiary', () => {
  const details = {
    ...blankEstablishment,
    name: 'HTX A',
    legalForm: 'cooperative' as const,
    industry: 'Chế biến gỗ',
    mainProducts: 'Ván bóc\nVán ghép',
    inCraftVillage: true,
    craftVillageName: 'Thanh Vận',
    areaFlags: ['ethnicMinority' as const],
    years: [
      {
        year: 2020,
        employees: 12,
        revenue: null,
        taxPaid: null,
        exportValue: null,
        capital: 5_000_000_001,
        averageIncome: null,
      },
      {
        year: 2021,
        employees: 25,
        revenue: null,
        taxPaid: null,
        exportValue: null,
        capital: null,
        averageIncome: null,
      },
    ],
  }
  const known = {
    ...source,
    content: {
      ...content,
      beneficiaries: content.beneficiaries.map((one, index) => ({ ...one, establishmentId: index === 0 ? 1 : null })),
    },
    establishments: new Map([[1, { details, address: 'xã A', workplace: 'thôn B, xã A' }]]),
  }

  it('says the newest figure of each kind with its year, and leaves the rest to be written', () => {
    const [first, second] = beneficiaryAppraisalFacts(known, undated).profiles
    expect(first).toEqual({
      name: 'HTX A',
      legalForm: 'Hợp tác xã',
      taxCode: null,
      industry: 'Chế biến gỗ; Ván bóc; Ván ghép',
      area: 'Thôn B, xã A; làng nghề Thanh Vận; vùng dân tộc thiểu số',
      capital: '5.000.000.001 đồng (năm 2020)',
      employees: '25 người (năm 2021)',
      support: 180_000_001,
    })
    expect(second).toEqual({
      name: 'HTX B',
      legalForm: null,
      taxCode: null,
      industry: null,
      area: null,
      capital: null,
      employees: null,
      support: 120_000_000,
    })
  })

  it('does not print the legal form a record merely began with', () => {
    const other = new Map([[1, { details: { ...details, legalForm: 'other' as const }, address: '', workplace: '' }]])
    expect(beneficiaryAppraisalFacts({ ...known, establishments: other }, undated).profiles[0]?.legalForm).toBeNull()
  })
})

describe('the contract', () => {
  it('names the decision, the parties and the terms of its content', () => {
    const facts = contractFacts({ ...source, versions: [version('approved', 3, 300_000_001)] }, undated)
    expect(facts.assignment).toEqual({ number: '3011/QĐ-BCT', date: '2021-12-31', issuer: 'Bộ trưởng Bộ Công Thương' })
    expect(facts.partyB).toMatchObject({ name: office.centreName, account: '3713.0.1000000', phone: null })
    expect(facts.terms).toMatchObject({ firstAdvancePercent: 70, liquidationBy: 'ngày 22 tháng 01 năm 2023' })
    expect(facts.terms.firstAdvanceCondition).toContain('trên 70%')
    expect(facts.project.summary).toBe('Quy mô')
  })

  it('splits the support by shares to the đồng', () => {
    const shares = contractFacts(source, undated).project.beneficiaries.map((one) => one.support)
    expect(shares).toEqual([180_000_001, 120_000_000])
  })

  it('knows no terms for the local programme, and its giver is the Sở', () => {
    const local = { ...source, identity: { ...source.identity, programme: 'local' as const } }
    const facts = contractFacts(local, undated)
    expect(facts.partyA.name).toBe('Sở Công Thương tỉnh Bắc Kạn')
    expect(facts.parentOrganisation).toBe('Ủy ban nhân dân tỉnh Bắc Kạn')
    expect(facts.issuer).toBe('Sở Công Thương')
    expect(facts.terms.firstAdvancePercent).toBeNull()
  })

  it('does not lend the centre’s account to another implementing unit', () => {
    const other = { ...source, content: { ...content, implementingUnit: 'Liên minh Hợp tác xã tỉnh' } }
    expect(contractFacts(other, undated).partyB).toMatchObject({ name: 'Liên minh Hợp tác xã tỉnh', account: null })
    const led = {
      ...source,
      content: {
        ...content,
        implementingUnit: 'Liên minh Hợp tác xã tỉnh; HTX A',
        participants: ['Liên minh Hợp tác xã tỉnh', 'HTX A'].map((name) => ({
          role: 'implementer' as const,
          establishmentId: null,
          name,
          shareBasisPoints: null,
        })),
      },
    }
    expect(contractFacts(led, undated).partyB.name).toBe('Liên minh Hợp tác xã tỉnh')
    const same = { ...source, content: { ...content, implementingUnit: office.centreName.toLocaleUpperCase('vi') } }
    expect(contractFacts(same, undated).partyB.account).toBe('3713.0.1000000')
  })
})
