// Calls over cơ sở công nghiệp nông thôn.
import { z } from 'zod'
import { areaFlags, certificateKinds, establishmentStatuses, legalForms } from '../domain/establishments'
import { projectStatuses } from '../domain/lifecycle'
import { needMoneyProblems, needOutcomes } from '../domain/needs'
import { command, query } from './call'
import {
  code,
  contentGroup,
  done,
  dong,
  id,
  line,
  paragraphs,
  plainDate,
  programme,
  requiredLine,
  rowVersion,
  year,
} from './values'

const provinceCode = z
  .string()
  .regex(/^\d{2}$/, 'Mã tỉnh phải có 2 chữ số.')
  .nullable()
const communeCode = z
  .string()
  .regex(/^\d{5}$/, 'Mã xã phải có 5 chữ số.')
  .nullable()

export const establishmentYear = z.strictObject({
  year,
  employees: z
    .number()
    .int('Số lao động phải là số nguyên.')
    .min(0, 'Số lao động không được âm.')
    .max(1_000_000)
    .nullable(),
  revenue: dong.nullable(),
  taxPaid: dong.nullable(),
  exportValue: dong.nullable(),
  capital: dong.nullable(),
  /** Thu nhập bình quân, đồng/người/tháng. */
  averageIncome: dong.nullable(),
})

export const establishmentCertificate = z.strictObject({
  kind: z.enum(certificateKinds),
  name: line(300),
  level: line(60),
  number: line(60),
  date: plainDate.nullable(),
  expiryDate: plainDate.nullable(),
})

export const establishmentDetails = z.strictObject({
  code: line(30),
  name: requiredLine('tên cơ sở', 300),
  shortName: line(120),
  legalForm: z.enum(legalForms, 'Phải chọn loại hình.'),
  taxCode: code,
  registrationNumber: code,
  registrationDate: plainDate.nullable(),
  registrationPlace: line(200),
  headOfficeAddress: line(300),
  provinceCode,
  communeCode,
  productionAddress: line(300),
  productionProvinceCode: provinceCode,
  productionCommuneCode: communeCode,
  /** Địa chỉ cũ (trước 01/7/2025), as it was written. */
  oldAddressText: line(500),
  inCraftVillage: z.boolean(),
  craftVillageName: line(200),
  craftVillageDecision: line(200),
  inIndustrialCluster: z.boolean(),
  industrialClusterName: line(200),
  areaFlags: z.array(z.enum(areaFlags)).max(areaFlags.length),
  representativeName: line(120),
  representativeTitle: line(120),
  representativeGender: z.enum(['female', 'male', 'unknown']),
  representativeEthnicity: line(60),
  representativeIdNumber: code,
  phone: line(60),
  email: line(120),
  womenOwned: z.boolean(),
  employsEthnicMinority: z.boolean(),
  bankAccount: line(60),
  bankName: line(200),
  bankBranch: line(200),
  industryCode: line(20),
  industry: line(300),
  mainProducts: paragraphs(2_000),
  capacity: line(200),
  status: z.enum(establishmentStatuses),
  note: paragraphs(5_000),
  years: z.array(establishmentYear).max(60, 'Nhiều năm quá.'),
  certificates: z.array(establishmentCertificate).max(200),
})
export type EstablishmentDetails = z.output<typeof establishmentDetails>
export type EstablishmentDetailsInput = z.input<typeof establishmentDetails>

/** Where a new record begins: nothing known, nothing claimed. */
export const blankEstablishment: EstablishmentDetails = {
  name: '',
  legalForm: 'other',
  industry: '',
  code: '',
  shortName: '',
  taxCode: '',
  registrationNumber: '',
  registrationDate: null,
  registrationPlace: '',
  headOfficeAddress: '',
  provinceCode: null,
  communeCode: null,
  productionAddress: '',
  productionProvinceCode: null,
  productionCommuneCode: null,
  oldAddressText: '',
  inCraftVillage: false,
  craftVillageName: '',
  craftVillageDecision: '',
  inIndustrialCluster: false,
  industrialClusterName: '',
  areaFlags: [],
  representativeName: '',
  representativeTitle: '',
  representativeGender: 'unknown',
  representativeEthnicity: '',
  representativeIdNumber: '',
  phone: '',
  email: '',
  womenOwned: false,
  employsEthnicMinority: false,
  bankAccount: '',
  bankName: '',
  bankBranch: '',
  industryCode: '',
  mainProducts: '',
  capacity: '',
  status: 'active',
  note: '',
  years: [],
  certificates: [],
}

export const establishmentSorts = ['name', 'code', 'commune', 'industry', 'updated'] as const

export const establishmentRow = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  legalForm: z.enum(legalForms),
  taxCode: z.string(),
  provinceCode: z.string().nullable(),
  communeCode: z.string().nullable(),
  communeName: z.string(),
  address: z.string(),
  representativeName: z.string(),
  phone: z.string(),
  industry: z.string(),
  status: z.enum(establishmentStatuses),
  /** Figures of the newest year on record. */
  employees: z.number().nullable(),
  revenue: z.number().nullable(),
  supportedProjects: z.number().int(),
})
export type EstablishmentRow = z.output<typeof establishmentRow>

export const establishmentFilter = z.strictObject({
  text: line(200).default(''),
  legalForm: z.enum(legalForms).nullable().default(null),
  communeCode: z.string().nullable().default(null),
  status: z.enum(establishmentStatuses).nullable().default(null),
})

export const duplicateReason = z.enum(['taxCode', 'registrationNumber', 'nameAndCommune'])

export const duplicateMatch = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  communeName: z.string(),
  taxCode: z.string(),
  reasons: z.array(duplicateReason),
})
export type DuplicateMatch = z.output<typeof duplicateMatch>

/** Nhu cầu of one asker: what is wanted, for how much. */
export const needDetails = z
  .strictObject({
    year,
    establishmentId: id.nullable(),
    /** Who asks; for a cơ sở on record its name is taken when this is empty. */
    asker: line(300),
    contentGroup,
    subContent: z.string().max(60).nullable(),
    activity: requiredLine('máy móc hoặc hoạt động', 500),
    totalInvestment: dong.nullable(),
    wishedSupport: dong.nullable(),
    receivedOn: plainDate,
    note: paragraphs(2_000),
  })
  .superRefine((need, context) => {
    for (const { path, message } of needMoneyProblems(need)) context.addIssue({ code: 'custom', path: [path], message })
    if (need.establishmentId === null && need.asker === '')
      context.addIssue({ code: 'custom', path: ['asker'], message: 'Phải nhập tên người đề nghị hoặc chọn cơ sở.' })
  })
export type NeedDetails = z.output<typeof needDetails>
export type NeedDetailsInput = z.input<typeof needDetails>

export const needRow = z.strictObject({
  id,
  rowVersion,
  year,
  establishmentId: id.nullable(),
  asker: z.string(),
  communeName: z.string(),
  contentGroup,
  subContent: z.string().nullable(),
  activity: z.string(),
  totalInvestment: z.number().nullable(),
  wishedSupport: z.number().nullable(),
  receivedOn: z.string(),
  note: z.string(),
  outcome: z.enum(needOutcomes),
  declineReason: z.string(),
  project: z.strictObject({ id, code: z.string() }).nullable(),
})
export type NeedRow = z.output<typeof needRow>

export const establishmentsContract = {
  list: query({
    summary: 'Danh sách cơ sở: tìm không dấu, lọc, sắp xếp theo tiếng Việt, từng trang',
    input: establishmentFilter.extend({
      sort: z.enum(establishmentSorts).default('name'),
      descending: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(20_000).default(200),
    }),
    output: z.strictObject({ total: z.number().int(), matching: z.number().int(), rows: z.array(establishmentRow) }),
  }),
  get: query({
    summary: 'Một cơ sở với đủ thông tin và lịch sử thụ hưởng',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      rowVersion,
      establishment: establishmentDetails,
      supportHistory: z.array(
        z.strictObject({
          projectId: id,
          projectCode: z.string(),
          projectName: z.string(),
          year,
          subContent: z.string().nullable(),
          support: z.number(),
          status: z.enum(projectStatuses),
        }),
      ),
    }),
  }),
  save: command({
    summary: 'Thêm hoặc sửa một cơ sở',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      establishment: establishmentDetails,
      /** Set after the user has seen the possible duplicates and still wants a new record. */
      acceptDuplicates: z.boolean().default(false),
    }),
    output: z.strictObject({ id, rowVersion, code: z.string() }),
  }),
  remove: command({
    summary: 'Xóa một cơ sở chưa gắn với đề án nào',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  duplicates: query({
    summary: 'Các cơ sở có thể trùng: cùng mã số thuế, số đăng ký, hoặc tên và xã',
    input: z.strictObject({
      taxCode: code,
      registrationNumber: code,
      name: line(300),
      communeCode: z.string().nullable(),
      exceptId: id.nullable(),
    }),
    output: z.array(duplicateMatch),
  }),
  needs: query({
    summary: 'Nhu cầu khảo sát, đăng ký: theo năm, cơ sở, kết quả, tìm không dấu',
    input: z.strictObject({
      year: year.nullable().default(null),
      establishmentId: id.nullable().default(null),
      outcome: z.enum(needOutcomes).nullable().default(null),
      text: line(200).default(''),
    }),
    output: z.strictObject({
      /** Of the year (and cơ sở) asked for, before outcome and text narrow it. */
      total: z.number().int(),
      rows: z.array(needRow),
    }),
  }),
  saveNeed: command({
    summary: 'Thêm hoặc sửa một nhu cầu chưa đưa vào đề án',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), need: needDetails }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeNeed: command({
    summary: 'Xóa một nhu cầu chưa đưa vào đề án',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  declineNeed: command({
    summary: 'Không đưa một nhu cầu vào đề án, kèm lý do',
    input: z.strictObject({ id, rowVersion, reason: requiredLine('lý do', 1_000) }),
    output: z.strictObject({ rowVersion }),
  }),
  reopenNeed: command({
    summary: 'Xem xét lại một nhu cầu đã ghi là không đưa vào',
    input: z.strictObject({ id, rowVersion }),
    output: z.strictObject({ rowVersion }),
  }),
  needsToProject: command({
    summary: 'Lập một đề án từ một hoặc nhiều nhu cầu; các nhu cầu đó được ghi là đã đưa vào',
    input: z.strictObject({
      needIds: z.array(id).min(1, 'Chọn ít nhất một nhu cầu.').max(200, 'Không quá 200 nhu cầu một đề án.'),
      programme,
      planYear: year,
      /** Empty: named by the content and who benefits. */
      name: line(500).default(''),
    }),
    output: z.strictObject({ projectId: id, code: z.string() }),
  }),
}
