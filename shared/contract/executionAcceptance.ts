// Calls over acceptance (Mẫu 5a, 5b, 5c) and the machines it found. They belong to the area `execution`.
import { z } from 'zod'
import { acceptanceConclusions, acceptanceForms, acceptanceSides } from '../domain/executionAcceptance'
import { attachmentHead } from './archive'
import { command, query } from './call'
import { quantity } from './executionProgress'
import { projectStatus } from './lifecycle'
import {
  amountsBySource,
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

export const acceptanceForm = z.enum(acceptanceForms, 'Mẫu nghiệm thu phải là 5a, 5b hoặc 5c.')

export const acceptanceMember = z.strictObject({
  name: requiredLine('họ và tên', 200),
  organisation: line(300),
  side: z.enum(acceptanceSides, 'Chọn đại diện cho bên nào.'),
  position: line(200),
  opinion: paragraphs(3_000),
})

export const acceptanceOutput = z.strictObject({
  indicator: requiredLine('chỉ tiêu', 300),
  unit: line(60),
  planned: quantity.nullable(),
  done: quantity.nullable(),
  note: line(500),
})

export const acceptanceCost = z.strictObject({
  content: requiredLine('nội dung chi', 1_000),
  planned: amountsBySource,
  done: amountsBySource,
  note: line(500),
})

export const acceptedMachine = z.strictObject({
  name: requiredLine('tên máy móc, thiết bị', 500),
  specification: line(1_000),
  origin: line(300),
  unit: line(60),
  quantity: quantity.nullable(),
  unitPrice: dong.nullable(),
  /** Several are parted by semicolons. */
  serial: line(500),
  madeIn: year.nullable(),
  isNew: z.boolean(),
  works: z.boolean(),
  note: line(500),
})

export const acceptanceDetails = z.strictObject({
  form: acceptanceForm,
  /** Both empty: the whole đề án. */
  establishmentId: id.nullable(),
  beneficiary: line(300),
  /** The failed acceptance that this one repeats. */
  followsId: id.nullable(),
  place: line(500),
  date: plainDate.nullable(),
  documentNumber: line(60),
  /** Tài liệu làm căn cứ nghiệm thu. */
  basis: paragraphs(5_000),
  quality: paragraphs(5_000),
  timing: paragraphs(2_000),
  members: z.array(acceptanceMember).max(30, 'Thành phần đông quá (tối đa 30 người).'),
  outputs: z.array(acceptanceOutput).max(200, 'Nhiều chỉ tiêu quá.'),
  costs: z.array(acceptanceCost).max(2_000, 'Nhiều dòng kinh phí quá.'),
  machines: z.array(acceptedMachine).max(500, 'Nhiều máy móc quá (tối đa 500 dòng).'),
  conclusion: z.enum(acceptanceConclusions, 'Chọn đạt hoặc không đạt.').nullable(),
  /** Why it passes in spite of what falls short. */
  shortfallReason: paragraphs(2_000),
  mend: paragraphs(5_000),
  mendBy: plainDate.nullable(),
  suggestion: paragraphs(5_000),
})
export type AcceptanceDetails = z.output<typeof acceptanceDetails>

export const acceptanceRow = z.strictObject({
  id,
  rowVersion,
  projectId: id,
  code: z.string(),
  name: z.string(),
  programme,
  planYear: year,
  status: projectStatus,
  form: acceptanceForm,
  beneficiary: z.string(),
  place: z.string(),
  date: z.string().nullable(),
  documentNumber: z.string(),
  conclusion: z.enum(acceptanceConclusions).nullable(),
  concludedOn: z.string().nullable(),
  mend: z.string(),
  mendBy: z.string().nullable(),
  mendedOn: z.string().nullable(),
  /** Failed, and nothing that passed has followed yet. */
  openFailure: z.boolean(),
  machines: z.number().int(),
  done: amountsBySource,
})
export type AcceptanceRow = z.output<typeof acceptanceRow>

const problem = z.strictObject({ path: z.string(), message: z.string() })
const shortfall = z.strictObject({ path: z.string(), words: z.string(), legalBasis: z.string() })

export const acceptanceCalls = {
  acceptances: query({
    summary: 'Các lần nghiệm thu của một năm kế hoạch hoặc của một đề án, và những đề án còn chờ nghiệm thu',
    input: z.strictObject({ year: year.nullable().default(null), projectId: id.nullable().default(null) }),
    output: z.strictObject({
      rows: z.array(acceptanceRow),
      /** Đề án under way and whom no acceptance that passed has reached; no names: nobody is fixed. */
      waiting: z.array(
        z.strictObject({
          projectId: id,
          code: z.string(),
          name: z.string(),
          programme,
          status: projectStatus,
          beneficiaries: z.array(z.strictObject({ establishmentId: id.nullable(), name: z.string() })),
          /** Accepted one beneficiary after another, each by minutes of its own. */
          byBeneficiary: z.boolean(),
          /** Why nothing can be accepted yet; empty: it can. */
          hindrance: z.string(),
        }),
      ),
    }),
  }),
  acceptance: query({
    summary: 'Một biên bản nghiệm thu với kết quả, máy móc, kinh phí theo nguồn',
    input: z.strictObject({ id }),
    output: z.strictObject({
      id,
      rowVersion,
      projectId: id,
      code: z.string(),
      name: z.string(),
      programme,
      acceptance: acceptanceDetails,
      concludedOn: z.string().nullable(),
      mendedOn: z.string().nullable(),
      missing: z.array(problem),
      shortfalls: z.array(shortfall),
      photos: z.array(attachmentHead),
    }),
  }),
  acceptanceDraft: query({
    summary: 'Biên bản nghiệm thu điền sẵn theo bản đang có hiệu lực, cho cả đề án hoặc một đơn vị thụ hưởng',
    input: z.strictObject({
      projectId: id,
      form: acceptanceForm,
      establishmentId: id.nullable().default(null),
      beneficiary: line(300).default(''),
      followsId: id.nullable().default(null),
    }),
    output: acceptanceDetails,
  }),
  saveAcceptance: command({
    summary: 'Lưu biên bản nghiệm thu đang lập',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      projectId: id,
      acceptance: acceptanceDetails,
    }),
    output: z.strictObject({ id, rowVersion }),
  }),
  concludeAcceptance: command({
    summary: 'Kết luận nghiệm thu: từ đây biên bản không sửa được nữa',
    role: 'approve',
    undo: 'final',
    input: z.strictObject({ id, rowVersion }),
    output: z.strictObject({ rowVersion }),
  }),
  recordMended: command({
    summary: 'Ghi ngày đơn vị đã khắc phục xong nội dung không đạt',
    input: z.strictObject({ id, rowVersion, mendedOn: plainDate.nullable() }),
    output: z.strictObject({ rowVersion }),
  }),
  removeAcceptance: command({
    summary: 'Xóa một biên bản nghiệm thu chưa kết luận',
    input: z.strictObject({ id, rowVersion }),
    output: done,
  }),
  machines: query({
    summary: 'Danh sách máy móc, thiết bị đã hỗ trợ, theo năm kế hoạch hoặc mọi năm',
    input: z.strictObject({
      year: year.nullable().default(null),
      establishmentId: id.nullable().default(null),
      text: line(200).default(''),
    }),
    output: z.array(
      acceptedMachine.extend({
        id,
        serial: z.string(),
        projectId: id,
        code: z.string(),
        projectName: z.string(),
        programme,
        planYear: year,
        beneficiary: z.string(),
        place: z.string(),
        acceptedOn: z.string(),
        amount: z.number().int().nullable(),
        /** What the last visit found; null: not visited since. */
        seen: z.strictObject({ on: z.string(), present: z.boolean(), inUse: z.boolean(), note: z.string() }).nullable(),
      }),
    ),
  }),
}
