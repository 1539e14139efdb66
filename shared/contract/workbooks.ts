// Calls over workbooks: what an office's own Excel file would bring in, bringing it in, and the yearly plan going out.
import { z } from 'zod'
import { command, query } from './call'
import { comparedState } from './comparison'
import { exportedList, listFormats } from './lists'
import { exportReviewCall } from './review'
import { base64, done, fileOut, id, noInput, plainDate, programme, year } from './values'

export const planFormats = ['xlsx', 'pdf', 'docx'] as const

/** Cơ sở, kế hoạch năm, nhu cầu, đề án kèm dự toán, tạm ứng – thanh toán, học viên, giấy chứng nhận, hợp đồng. */
export const importKinds = [
  'establishments',
  'plan',
  'needs',
  'projects',
  'payments',
  'trainees',
  'certificates',
  'contracts',
] as const
export type ImportKind = (typeof importKinds)[number]

/** Why a column feeds its field: its heading, what was chosen for that heading in an earlier import, the choice of now. */
export const columnOrigins = ['guessed', 'remembered', 'chosen'] as const
export const rowStatuses = ['new', 'changed', 'duplicate', 'error', 'skipped'] as const
export const duplicateChoices = ['skip', 'update', 'create'] as const

export const importProblem = z.strictObject({
  severity: z.enum(['error', 'warning', 'question']),
  code: z.string(),
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  /** Such as 'K9'. */
  cell: z.string().nullable(),
  /** The row of the preview it belongs to; null for a whole sheet. */
  rowKey: z.string().nullable(),
  message: z.string(),
  original: z.string(),
  suggested: z.string().nullable(),
})

/** What the import would do with a row. */
export const rowActions = ['create', 'update', 'none'] as const

export const importInput = z.strictObject({
  fileName: z.string().min(1).max(300),
  base64,
  kind: z.enum(importKinds).nullable().default(null),
  year: year.nullable().default(null),
  /** Answers to the questions of the preview, by question id. */
  answers: z.record(z.string().max(200), z.string().max(500)).default({}),
  /** What to do with rows found to exist already, by row key; 'skip' unless said. */
  duplicates: z.record(z.string().max(200), z.enum(duplicateChoices)).default({}),
  /** Row keys the user leaves out. */
  leaveOut: z.array(z.string().max(200)).max(200_000).default([]),
  /** Texts put in place of cells, by sheet and cell such as 'Danh sách!K9'; the file itself stays as it is. */
  corrections: z.record(z.string().max(200), z.string().max(5_000)).default({}),
  /** Which field a column feeds, by sheet and column such as 'Danh sách!K'; '' leaves the column aside. */
  columns: z.record(z.string().max(200), z.string().max(60)).default({}),
})
export type ImportInput = z.output<typeof importInput>

const fieldChoice = z.strictObject({ field: z.string(), label: z.string() })

export const importPreview = z.strictObject({
  fileName: z.string(),
  /** What the reader left aside on purpose, such as macros. */
  notes: z.array(z.string()),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(importKinds).nullable(),
      year: year.nullable(),
      /** Why a sheet was passed over, or empty. */
      skippedBecause: z.string(),
      /** Last row of the table's heading. */
      headerRow: z.number().int().nullable(),
      unit: z.enum(['dong', 'thousand', 'million', 'billion']).nullable(),
      encoding: z.enum(['unicode', 'tcvn3', 'vni']),
      encodingSamples: z.array(z.strictObject({ before: z.string(), after: z.string() })),
      columns: z.array(
        z.strictObject({
          column: z.string(),
          /** All levels of the sheet's own heading: 'Trong đó › KC quốc gia'. */
          header: z.string(),
          field: z.string().nullable(),
          label: z.string().nullable(),
          origin: z.enum(columnOrigins),
        }),
      ),
      /** The fields a column of this sheet may be given to. */
      fieldChoices: z.array(fieldChoice),
      rows: z.array(
        z.strictObject({
          key: z.string(),
          row: z.number().int(),
          status: z.enum(rowStatuses),
          action: z.enum(rowActions),
          title: z.string(),
          fields: z.array(
            z.strictObject({ field: z.string(), label: z.string(), value: z.string(), before: z.string().nullable() }),
          ),
          duplicateOf: z.string().nullable(),
        }),
      ),
      /** The sheet's own totals beside the sums of its rows, in đồng. */
      totals: z.array(
        z.strictObject({
          label: z.string(),
          cell: z.string(),
          declared: z.number(),
          computed: z.number(),
          difference: z.number(),
        }),
      ),
    }),
  ),
  problems: z.array(importProblem),
  /** What is wrong with rows the user left out: it stands in nobody's way. */
  setAside: z.array(importProblem),
  questions: z.array(
    z.strictObject({
      id: z.string(),
      message: z.string(),
      cells: z.array(z.string()),
      /** The rows that wait for the answer or were read by it. */
      rowKeys: z.array(z.string()),
      choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
      /** Answered in the user's own words instead of by a choice. */
      freeText: z.boolean(),
      /** The user's answer, else what is done when nobody answers; null blocks the import. */
      answer: z.string().nullable(),
    }),
  ),
  counts: z.strictObject({
    new: z.number().int(),
    changed: z.number().int(),
    duplicate: z.number().int(),
    error: z.number().int(),
    skipped: z.number().int(),
  }),
  canImport: z.boolean(),
})
export type ImportPreview = z.output<typeof importPreview>

/** What the column “Lỗi” of the user's own file says, row by row; '' empties what an earlier run wrote. */
export const importMarks = z.array(
  z.strictObject({
    sheet: z.string().max(200),
    /** The column “Lỗi” the file has already, such as 'L'; null: a new one to the right. */
    column: z
      .string()
      .regex(/^[A-Z]{1,3}$/)
      .nullable(),
    rows: z
      .array(z.strictObject({ row: z.number().int().min(1).max(1_048_576), text: z.string().max(32_000) }))
      .max(200_000),
  }),
)
export type ImportMarks = z.output<typeof importMarks>

/** Reading the file in a thread of its own, comparing it with the records, writing rows. */
export const importPhases = ['reading', 'checking', 'writing'] as const

export const importProgress = z.strictObject({
  phase: z.enum(importPhases),
  done: z.number().int(),
  /** 0 while it is not known. */
  total: z.number().int(),
})
export type ImportProgress = z.output<typeof importProgress>

/** Đề án of the year (B3), advances to settlement (B10). */
export const contractRegisters = ['projects', 'advances'] as const

/** Máy móc đã hỗ trợ, thời hạn của năm, giấy chứng nhận sản phẩm CNNT tiêu biểu. */
export const registerKinds = ['machines', 'deadlines', 'certificates'] as const

export const workbooksContract = {
  previewImport: query({
    summary: 'Xem trước một tệp Excel: nhận ra bảng, cột, đơn vị, dòng mới, trùng, lỗi. Không ghi gì',
    input: importInput,
    output: importPreview,
  }),
  runImport: command({
    summary: 'Nhập tệp Excel đã xem trước: tất cả hoặc không gì cả',
    copyFirst: 'before-import',
    input: importInput,
    output: z.strictObject({
      created: z.number().int(),
      updated: z.number().int(),
      skipped: z.number().int(),
      planItems: z.number().int(),
      establishmentIds: z.array(id),
      projectIds: z.array(id),
      warnings: z.array(importProblem),
    }),
  }),
  importTemplate: query({
    summary: 'Mẫu nhập của một loại số liệu: trống có dòng ví dụ, hoặc điền sẵn số liệu đang có để sửa rồi nhập lại',
    input: z.strictObject({
      kind: z.enum(importKinds, 'Chọn loại số liệu của mẫu.'),
      filled: z.boolean().default(false),
      /** Only records of that year; of establishments, the figures of the year before it. */
      year: year.nullable().default(null),
    }),
    output: fileOut,
  }),
  importErrorFile: query({
    summary: 'Chính tệp của đơn vị, thêm cột “Lỗi” ở bên phải; các phần khác của tệp giữ nguyên',
    input: importInput.extend({
      /** What was seen before the import was run; null: the file is checked now. */
      marks: importMarks.nullable().default(null),
    }),
    output: fileOut,
  }),
  importProgress: query({
    summary: 'Việc đọc hoặc nhập tệp Excel đang làm đến đâu; null khi không có việc nào',
    needs: 'program',
    input: noInput,
    output: importProgress.nullable(),
  }),
  cancelImport: query({
    summary: 'Dừng việc đọc hoặc nhập tệp Excel đang làm; chưa ghi xong thì không dòng nào được ghi',
    needs: 'program',
    input: noInput,
    output: done,
  }),
  exportList: query({
    summary: 'Một danh sách đúng như đang hiện (dòng, cột, thứ tự) thành XLSX hoặc CSV',
    input: exportedList.extend({ format: z.enum(listFormats, 'Xuất XLSX hoặc CSV.') }),
    output: fileOut,
  }),
  exportPlan: query({
    summary: 'Kế hoạch năm của một chương trình thành XLSX, PDF hoặc DOCX',
    input: z.strictObject({
      year,
      programme,
      format: z.enum(planFormats),
      /** As it was registered, or as it is in force now. */
      basis: z.enum(['registered', 'current']).default('current'),
      /** As it stood on that day; wins over the basis. */
      asOf: plainDate.nullable().default(null),
    }),
    output: fileOut,
  }),
  exportAssigned: query({
    summary: 'Số đăng ký bên số được giao của một kế hoạch, theo đợt, thành XLSX, PDF hoặc DOCX',
    input: z.strictObject({ year, programme, format: z.enum(planFormats) }),
    output: fileOut,
  }),
  exportComparison: query({
    summary: 'Bảng so sánh trước và sau điều chỉnh của một đề án hoặc của kế hoạch, thành XLSX, PDF hoặc DOCX',
    input: z.strictObject({
      of: z.discriminatedUnion(
        'kind',
        [
          z.strictObject({ kind: z.literal('project'), id }),
          z.strictObject({ kind: z.literal('plan'), year, programme }),
        ],
        'So sánh một đề án hoặc một kế hoạch.',
      ),
      before: comparedState,
      after: comparedState,
      /** Also what is the same on both sides. */
      all: z.boolean().default(false),
      format: z.enum(planFormats),
    }),
    output: fileOut,
  }),
  exportContractRegister: query({
    summary: 'Sổ đề án trong năm hoặc sổ theo dõi tạm ứng – quyết toán thành XLSX hoặc PDF',
    input: z.strictObject({
      register: z.enum(contractRegisters, 'Chọn sổ đề án (projects) hoặc sổ tạm ứng – quyết toán (advances).'),
      year,
      programme: programme.nullable().default(null),
      format: z.enum(['xlsx', 'pdf'], 'Xuất XLSX hoặc PDF.'),
    }),
    output: fileOut,
  }),
  exportChangeRegister: query({
    summary: 'Sổ theo dõi điều chỉnh, bổ sung, ngừng đề án của một năm thành XLSX hoặc PDF',
    input: z.strictObject({
      year,
      programme: programme.nullable().default(null),
      format: z.enum(['xlsx', 'pdf'], 'Xuất XLSX hoặc PDF.'),
    }),
    output: fileOut,
  }),
  exportYear: query({
    summary: 'Biểu tổng hợp cả hai chương trình của một năm trên một bảng, thành XLSX, PDF hoặc DOCX',
    input: z.strictObject({ year, format: z.enum(planFormats) }),
    output: fileOut,
  }),
  exportReview: exportReviewCall,
  exportRegister: query({
    summary:
      'Sổ máy móc đã hỗ trợ, thời hạn của một năm hoặc giấy chứng nhận sản phẩm CNNT tiêu biểu thành XLSX hoặc PDF',
    input: z.strictObject({
      register: z.enum(
        registerKinds,
        'Chọn sổ máy móc (machines), thời hạn (deadlines) hoặc giấy chứng nhận (certificates).',
      ),
      /** null: machines, certificates of every year; deadlines of this year. */
      year: year.nullable().default(null),
      format: z.enum(['xlsx', 'pdf']),
    }),
    output: fileOut,
  }),
}
