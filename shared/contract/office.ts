// Calls of the office itself: who we are, who signs, where we are, and the catalogues that rules and forms read.
import { z } from 'zod'
import { confidences } from '../domain/confidence'
import { normBases, normKinds } from '../domain/norms'
import { command, query } from './call'
import {
  code,
  contentGroup,
  done,
  dong,
  id,
  line,
  noInput,
  plainDate,
  programme,
  requiredLine,
  rowVersion,
} from './values'

export const signingAuthorities = ['none', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const

export const signer = z.strictObject({
  id: id.nullable(),
  name: requiredLine('họ tên người ký', 120),
  /** Chức vụ, such as "Giám đốc". */
  position: requiredLine('chức vụ người ký', 120),
  authority: z.enum(signingAuthorities),
  /** The line the authority stands for, such as "GIÁM ĐỐC" after "KT."; empty when authority is none. */
  onBehalfOf: line(120),
  isDefault: z.boolean(),
})
export type Signer = z.output<typeof signer>

export const documentSymbol = z.strictObject({
  /** Form id of the registry of forms. */
  form: z.string().min(1).max(60),
  /** Such as "HĐ-KC": what follows the number. */
  symbol: line(60),
})

export const officeDetails = z.strictObject({
  centreName: requiredLine('tên trung tâm', 200),
  centreShortName: line(60),
  /** Cơ quan chủ quản, such as "Sở Công Thương tỉnh Thái Nguyên". */
  departmentName: requiredLine('tên Sở Công Thương', 200),
  provinceCode: z.string().regex(/^\d{2}$/, 'Phải chọn tỉnh, thành phố.'),
  communeCode: z
    .string()
    .regex(/^\d{5}$/, 'Mã xã phải có 5 chữ số.')
    .nullable(),
  address: line(300),
  phone: line(60),
  email: line(120),
  taxCode: code,
  bankAccount: line(60),
  bankName: line(200),
  /** Mã quan hệ ngân sách. */
  budgetRelationCode: line(60),
  treasuryName: line(200),
  /** Địa danh on papers, such as "Thái Nguyên". */
  placeName: requiredLine('địa danh ghi trên văn bản', 100),
  signers: z.array(signer).max(50),
  symbols: z.array(documentSymbol).max(100),
})
export type OfficeDetails = z.output<typeof officeDetails>

/** Where entering an office begins. */
export const blankOffice: OfficeDetails = {
  centreName: '',
  centreShortName: '',
  departmentName: '',
  provinceCode: '',
  communeCode: null,
  address: '',
  phone: '',
  email: '',
  taxCode: '',
  bankAccount: '',
  bankName: '',
  budgetRelationCode: '',
  treasuryName: '',
  placeName: '',
  signers: [],
  symbols: [],
}

export const confidence = z.enum(confidences)

export const contentGroupEntry = z.strictObject({
  code: contentGroup,
  name: z.string(),
  shortName: z.string(),
  /** One of the six groups the regional conferences report by. */
  conferenceGroup: z.number().int().min(1).max(6),
  subContents: z.array(z.strictObject({ code: z.string(), name: z.string(), unit: z.string() })),
})
export type ContentGroupEntry = z.output<typeof contentGroupEntry>

export const province = z.strictObject({ code: z.string(), name: z.string(), kind: z.enum(['province', 'city']) })
export const commune = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['commune', 'ward', 'specialZone']),
  provinceCode: z.string(),
})

const basisPoints = z.number().int().min(0, 'Tỷ lệ không được âm.').max(10_000, 'Tỷ lệ quá 100 %.').nullable()

export const normRow = z.strictObject({
  code: z.string(),
  subContents: z.array(z.string()),
  name: z.string(),
  maxPercentBasisPoints: basisPoints,
  base: z.string(),
  baseFrom: z.enum(normBases).nullable(),
  maxAmount: dong.nullable(),
  unit: z.string(),
  kind: z.enum(normKinds),
  legalBasis: z.string(),
  confidence,
  note: z.string(),
  effectiveFrom: z.string().nullable(),
  effectiveTo: z.string().nullable(),
  combinesWithPriority: z.boolean(),
})

/** A set that comes with the program: read only. */
export const normSet = z.strictObject({
  key: z.string(),
  name: z.string(),
  programme,
  territory: z.string().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  priority: z
    .strictObject({
      multiplierThousandths: z.number().int(),
      legalBasis: z.string(),
      confidence,
      note: z.string(),
    })
    .nullable(),
  rows: z.array(normRow),
})
export type NormSetEntry = z.output<typeof normSet>

export const ownNormRow = z.strictObject({
  /** Empty: the next free number of the set. */
  code: line(20),
  subContent: z.string('Phải chọn nội dung chi tiết.').min(1, 'Phải chọn nội dung chi tiết.').max(60),
  /** Empty: as the sub-content is called. */
  name: line(300),
  maxPercentBasisPoints: basisPoints,
  baseFrom: z.enum(normBases),
  /** What the percentage is of; empty: the usual words. */
  base: line(200),
  maxAmount: dong.nullable(),
  unit: line(60),
  /** Article and clause of the resolution. */
  legalBasis: line(200),
  note: line(500),
})
export type OwnNormRow = z.output<typeof ownNormRow>

/** Norms of the province, entered from a resolution of its people's council. */
export const ownNormSet = z.strictObject({
  name: requiredLine('tên bộ định mức', 200),
  resolutionNumber: line(60),
  resolutionDate: plainDate.nullable(),
  /** The old province it holds for, after a merger; empty: the whole province. */
  territory: line(100),
  effectiveFrom: plainDate,
  effectiveTo: plainDate.nullable(),
  priorityMultiplierThousandths: z
    .number()
    .int()
    .min(1000, 'Hệ số không được nhỏ hơn 1.')
    .max(10_000, 'Hệ số lớn quá 10.')
    .nullable(),
  rows: z.array(ownNormRow).max(300, 'Nhiều dòng quá (tối đa 300).'),
})
export type OwnNormSet = z.output<typeof ownNormSet>

export const officeContract = {
  get: query({
    summary: 'Thông tin đơn vị, người ký, ký hiệu văn bản (null khi chưa nhập)',
    input: noInput,
    output: z.strictObject({ rowVersion, office: officeDetails.nullable() }),
  }),
  save: command({
    summary: 'Lưu thông tin đơn vị, người ký, ký hiệu văn bản',
    role: 'administer',
    input: z.strictObject({ rowVersion, office: officeDetails }),
    output: z.strictObject({ rowVersion }),
  }),
  contentGroups: query({
    summary: 'Chín nội dung khuyến công và các nội dung chi tiết',
    input: noInput,
    output: z.array(contentGroupEntry),
    needs: 'program',
  }),
  provinces: query({
    summary: 'Các tỉnh, thành phố tại một ngày',
    input: z.strictObject({ onDate: plainDate.optional() }),
    output: z.array(province),
    needs: 'program',
  }),
  communes: query({
    summary: 'Các xã, phường, đặc khu của một tỉnh',
    input: z.strictObject({ provinceCode: z.string().regex(/^\d{2}$/, 'Mã tỉnh phải có 2 chữ số.') }),
    output: z.array(commune),
    needs: 'program',
  }),
  resolveAddress: query({
    summary: 'Đổi địa chỉ cũ (ba cấp) sang địa chỉ mới, nêu các khả năng khi không chắc',
    input: z.strictObject({ text: line(500), provinceCode: z.string().optional() }),
    output: z.strictObject({
      kind: z.enum(['exact', 'converted', 'choices', 'province-only', 'district-only', 'unknown']),
      reason: z.string(),
      detail: z.string(),
      choices: z.array(
        z.strictObject({
          provinceCode: z.string(),
          provinceName: z.string(),
          communeCode: z.string().nullable(),
          communeName: z.string(),
        }),
      ),
    }),
    needs: 'program',
  }),
  normSets: query({
    summary: 'Định mức hỗ trợ: các bộ quốc gia (chỉ đọc) và các bộ của tỉnh do đơn vị nhập',
    input: noInput,
    output: z.strictObject({
      national: z.array(normSet),
      own: z.array(z.strictObject({ id, rowVersion, normSet: ownNormSet })),
    }),
  }),
  saveNormSet: command({
    summary: 'Thêm hoặc sửa một bộ định mức của tỉnh',
    role: 'administer',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), normSet: ownNormSet }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeNormSet: command({
    summary: 'Xóa một bộ định mức của tỉnh',
    role: 'administer',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
}
