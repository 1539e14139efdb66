// Calls over contracts: with the agency, with beneficiaries, with suppliers; their appendices, and the way to signing.
import { z } from 'zod'
import { contractKinds, contractLevels, contractStates, contractSteps, contractWarningCodes } from '../domain/contracts'
import { command, query } from './call'
import { confidence } from './office'
import { paymentCalls } from './payments'
import {
  amountsBySource,
  done,
  id,
  line,
  paragraphs,
  plainDate,
  programme,
  requiredLine,
  rowVersion,
  year,
} from './values'

export const contractKind = z.enum(
  contractKinds,
  'Hợp đồng phải là với cơ quan giao, đơn vị thụ hưởng hoặc nhà cung cấp.',
)
export const contractState = z.enum(contractStates)

export const contractWarning = z.strictObject({
  code: z.enum(contractWarningCodes),
  words: z.string(),
  legalBasis: z.string(),
  confidence,
  excess: z.number().int(),
})

/** One who signs, as on the day. */
export const contractParty = z.strictObject({
  establishmentId: id.nullable().default(null),
  name: line(300),
  representative: line(200).default(''),
  position: line(200).default(''),
  /** Giấy ủy quyền số …, where somebody else than the head signs. */
  authority: line(300).default(''),
  address: line(500).default(''),
  phone: line(60).default(''),
  account: line(60).default(''),
  bank: line(300).default(''),
  taxCode: line(60).default(''),
  budgetRelationCode: line(60).default(''),
})
export type ContractParty = z.output<typeof contractParty>

export const contractLine = z.strictObject({ projectId: id, amounts: amountsBySource })

const percentBasisPoints = z
  .number('Phải là tỷ lệ.')
  .int('Tỷ lệ có nhiều nhất hai chữ số thập phân.')
  .min(0, 'Tỷ lệ không được âm.')
  .max(10_000, 'Tỷ lệ quá 100 %.')

export const contractInstalment = z.strictObject({
  name: requiredLine('tên đợt', 200),
  /** Hundredths of a percent of the value. */
  percentBasisPoints,
  condition: line(500).default(''),
  dueOn: plainDate.nullable().default(null),
})

export const contractDetails = z.strictObject({
  kind: contractKind,
  programme,
  year,
  subject: paragraphs(2_000).default(''),
  giver: contractParty,
  receiver: contractParty,
  lines: z.array(contractLine).max(200, 'Nhiều đề án quá (tối đa 200).'),
  instalments: z.array(contractInstalment).max(20, 'Nhiều đợt quá (tối đa 20).').default([]),
  startOn: plainDate.nullable().default(null),
  endOn: plainDate.nullable().default(null),
  liquidationBy: plainDate.nullable().default(null),
  note: paragraphs(2_000).default(''),
})
export type ContractDetails = z.output<typeof contractDetails>
export type ContractDetailsInput = z.input<typeof contractDetails>

export const appendixDetails = z.strictObject({
  changes: paragraphs(5_000),
  decisionNumber: line(60).default(''),
  decisionDate: plainDate.nullable().default(null),
  /** Null: as before. */
  endOn: plainDate.nullable().default(null),
  liquidationBy: plainDate.nullable().default(null),
  /** New value of the đề án named; the others keep theirs. */
  lines: z.array(contractLine).max(200).default([]),
})
export type AppendixDetails = z.output<typeof appendixDetails>

const override = z.strictObject({
  code: z.enum(contractWarningCodes),
  words: z.string(),
  reason: z.string(),
  actor: z.string(),
  /** UTC instant of the command that wrote it. */
  at: z.string(),
})

export const contractAppendix = z.strictObject({
  id,
  rowVersion,
  ordinal: z.number().int(),
  signed: z.boolean(),
  number: z.string(),
  signedOn: z.string().nullable(),
  details: appendixDetails,
})

const moneyOfContract = {
  /** By source, after the appendices signed. */
  value: amountsBySource,
  advanced: amountsBySource,
  paid: amountsBySource,
  recovered: amountsBySource,
}

export const contractRow = z.strictObject({
  id,
  rowVersion,
  kind: contractKind,
  level: z.enum(contractLevels),
  programme,
  year,
  state: contractState,
  /** As on paper; empty while a draft. */
  number: z.string(),
  signedOn: z.string().nullable(),
  giver: z.string(),
  receiver: z.string(),
  subject: z.string(),
  projects: z.array(z.strictObject({ id, code: z.string(), name: z.string() })),
  endOn: z.string().nullable(),
  liquidationBy: z.string().nullable(),
  ...moneyOfContract,
  draftAppendices: z.number().int(),
})
export type ContractRow = z.output<typeof contractRow>

const reason = line(1_000)

export const contractsContract = {
  ...paymentCalls,
  list: query({
    summary: 'Danh sách hợp đồng của một năm, hoặc của một đề án',
    input: z.strictObject({
      year: year.nullable().default(null),
      projectId: id.nullable().default(null),
      programme: programme.nullable().default(null),
      kind: contractKind.nullable().default(null),
      state: contractState.nullable().default(null),
      text: line(200).default(''),
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(contractRow) }),
  }),
  get: query({
    summary: 'Một hợp đồng: các bên, giá trị theo nguồn từng đề án, đợt thanh toán, phụ lục, cảnh báo, tiền đã cấp',
    input: z.strictObject({ id }),
    output: contractRow.extend({
      details: contractDetails,
      closedOn: z.string().nullable(),
      closedNumber: z.string(),
      closedReason: z.string(),
      lines: z.array(
        z.strictObject({
          projectId: id,
          code: z.string(),
          name: z.string(),
          signed: amountsBySource,
          ...moneyOfContract,
        }),
      ),
      appendices: z.array(contractAppendix),
      /** Of a draft: what signing would pass, were it signed today. */
      warnings: z.array(contractWarning),
      overrides: z.array(override),
      next: z.array(z.enum(contractSteps)),
    }),
  }),
  propose: query({
    summary: 'Hợp đồng điền sẵn cho các đề án: các bên, giá trị theo nguồn, đợt tạm ứng, thời hạn',
    input: z.strictObject({
      kind: contractKind,
      projectIds: z.array(id).min(1, 'Chọn ít nhất một đề án.').max(200, 'Nhiều đề án quá.'),
      /** Of a contract with a beneficiary: which of the đề án's, by position; null: the first without one. */
      beneficiary: z.number().int().min(0).max(10_000).nullable().default(null),
      /** The day the contract is meant for: names, accounts and rules as of it; null: today. */
      date: plainDate.nullable().default(null),
    }),
    output: contractDetails,
  }),
  save: command({
    summary: 'Thêm hợp đồng, hoặc sửa hợp đồng chưa ký',
    input: z.strictObject({ id: id.nullable(), rowVersion: rowVersion.nullable(), contract: contractDetails }),
    output: z.strictObject({ id, rowVersion }),
  }),
  draftForBeneficiaries: command({
    summary: 'Lập dự thảo hợp đồng hỗ trợ cho mọi đơn vị thụ hưởng chưa có hợp đồng của một đề án',
    input: z.strictObject({ projectId: id }),
    output: z.strictObject({ ids: z.array(id) }),
  }),
  remove: command({
    summary: 'Xóa hợp đồng chưa ký',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  nextNumber: query({
    summary: 'Số hợp đồng tiếp theo trong sổ của năm',
    input: z.strictObject({ kind: contractKind, year, symbol: line(60).default('') }),
    output: z.strictObject({ number: z.number().int(), symbol: z.string(), fullNumber: z.string() }),
  }),
  signWarnings: query({
    summary: 'Cảnh báo nếu ký hợp đồng vào một ngày: so với số được giao, dự toán, định mức',
    input: z.strictObject({ id, signedOn: plainDate }),
    output: z.array(contractWarning),
  }),
  sign: command({
    undo: 'final',
    role: 'approve',
    summary: 'Ghi hợp đồng đã ký: cấp số, khóa nội dung, đưa đề án sang bước đã ký hợp đồng',
    input: z.strictObject({
      id,
      rowVersion,
      signedOn: plainDate,
      /** From our register; null: the next one. Not for a contract numbered by the agency. */
      number: z
        .number('Phải là số hợp đồng.')
        .int('Phải là số hợp đồng.')
        .min(1, 'Số hợp đồng đánh từ 1.')
        .max(99_999, 'Số lớn quá.')
        .nullable()
        .default(null),
      /** Empty: as set for the kind in the settings. */
      symbol: line(60).default(''),
      /** The number the agency gave. */
      outsideNumber: line(60).default(''),
      reason: reason.default(''),
    }),
    output: z.strictObject({ rowVersion, number: z.string() }),
  }),
  terminate: command({
    undo: 'final',
    role: 'approve',
    summary: 'Chấm dứt hợp đồng trước hạn, kèm văn bản và lý do',
    input: z.strictObject({
      id,
      rowVersion,
      date: plainDate,
      number: line(60),
      reason: requiredLine('lý do chấm dứt', 1_000),
    }),
    output: z.strictObject({ rowVersion }),
  }),
  saveAppendix: command({
    summary: 'Thêm hoặc sửa phụ lục chưa ký của một hợp đồng đã ký',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      contractId: id,
      appendix: appendixDetails,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  removeAppendix: command({
    summary: 'Xóa phụ lục chưa ký',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  signAppendix: command({
    undo: 'final',
    role: 'approve',
    summary: 'Ghi phụ lục đã ký: từ đây giá trị, thời hạn hợp đồng theo phụ lục',
    input: z.strictObject({
      id,
      rowVersion,
      signedOn: plainDate,
      /** Empty: "Phụ lục số n" of the contract's number. */
      number: line(60).default(''),
      reason: reason.default(''),
    }),
    output: z.strictObject({ rowVersion, number: z.string() }),
  }),
}
