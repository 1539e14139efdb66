// Calls over cơ sở công nghiệp nông thôn.
import { z } from 'zod'
import { areaFlags, certificateKinds, establishmentStatuses, legalForms } from '../domain/establishments'
import { command, query } from './call'
import { code, done, dong, id, line, paragraphs, plainDate, requiredLine, rowVersion, year } from './values'

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
}
