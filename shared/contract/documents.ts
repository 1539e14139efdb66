// Calls over official papers: which forms there are, and a paper of a đề án or of a plan as PDF or DOCX.
import { z } from 'zod'
import { paperStages, yearFormIds } from '../domain/papers'
import { query } from './call'
import { done, fileOut, id, line, noInput, plainDate, plainMonth, programme, year } from './values'

export const documentFormats = ['pdf', 'docx'] as const

export const formEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  legalBasis: z.string(),
  effectiveFrom: z.string().nullable(),
  /** 'suggested': bố cục gợi ý – đối chiếu với mẫu ban hành. */
  layout: z.enum(['official', 'suggested']),
  /** What it is made for: one đề án, or a year's plan. */
  subject: z.enum(['project', 'plan']),
  /** The only programme it is for; null: both. */
  programme: programme.nullable(),
  stage: z.enum(paperStages),
})
export type FormEntry = z.output<typeof formEntry>

/** A paper of one đề án that can be made. */
export const paperEntry = z.strictObject({
  form: z.string(),
  recordId: id.nullable(),
  /** What the paper speaks of: "Hợp đồng số 03/HĐ-KC ngày 05/04/2027"; empty: the đề án itself. */
  record: z.string(),
  stage: z.enum(paperStages),
})
export type PaperEntry = z.output<typeof paperEntry>

export const documentOptions = z.strictObject({
  /** Date on the paper; names of agencies and legal bases are those valid on it. Without it the place of the day stays dotted. */
  date: plainDate.nullable().default(null),
  /** Number on the paper; empty leaves it dotted for the clerk. */
  number: line(60).default(''),
  signerId: id.nullable().default(null),
})

const dossierInput = z.strictObject({
  projectId: id,
  /** Only the papers of one stage; null: of all. */
  stage: z.enum(paperStages).nullable().default(null),
  /** In the order of the dossier; null: all that can be made. */
  papers: z
    .array(z.strictObject({ form: z.string().min(1).max(60), recordId: id.nullable().default(null) }))
    .min(1, 'Chưa chọn văn bản nào.')
    .max(500, 'Nhiều văn bản quá (tối đa 500).')
    .nullable()
    .default(null),
  /** One PDF with a table of contents, or the files in one ZIP. */
  as: z.enum(['pdf', 'files']).default('pdf'),
  formats: z
    .array(z.enum(documentFormats))
    .min(1, 'Phải chọn PDF hoặc Word.')
    .max(2)
    .default(['pdf'])
    .transform((formats) => [...new Set(formats)]),
})

/** The packet as a real folder: put into `folder`, which is there, under a new name of its own. */
const dossierFolderInput = dossierInput.omit({ as: true }).extend({
  folder: z
    .string()
    .min(1, 'Phải có thư mục để ghi vào.')
    .max(4_096)
    .refine((text) => !text.includes('\0'), 'Đường dẫn không hợp lệ.'),
})

const leftOut = z.array(z.strictObject({ title: z.string(), reason: z.string() }))
const job = z.number('Phải là mã việc.').int('Phải là mã việc.').positive('Phải là mã việc.')

export const dossierStates = ['running', 'done', 'cancelled', 'failed'] as const

export const documentsContract = {
  forms: query({
    summary: 'Các mẫu văn bản lập được',
    input: noInput,
    output: z.array(formEntry),
    needs: 'program',
  }),
  papers: query({
    summary: 'Các văn bản lập được của một đề án: mỗi mẫu, và mỗi hợp đồng, biên bản, đề nghị mà mẫu đó nói về',
    input: z.strictObject({ projectId: id }),
    output: z.array(paperEntry),
  }),
  render: query({
    summary: 'Lập một văn bản của một đề án, dạng PDF hoặc DOCX',
    input: z.strictObject({
      form: z.string().min(1).max(60),
      projectId: id,
      /** The contract, request, minutes … the paper speaks of; null: the newest of its kind. */
      recordId: id.nullable().default(null),
      format: z.enum(documentFormats),
      options: documentOptions.prefault({}),
    }),
    output: fileOut,
  }),
  dossier: query({
    summary:
      'Lập bộ hồ sơ của một đề án: mọi văn bản của một giai đoạn hoặc tất cả, một tệp PDF có mục lục hoặc tệp ZIP',
    input: dossierInput,
    output: z.strictObject({ file: fileOut, papers: z.number().int(), leftOut }),
  }),
  startDossier: query({
    summary: 'Bắt đầu lập bộ hồ sơ trong nền; theo dõi bằng dossierProgress, lấy tệp bằng dossierFile',
    input: dossierInput,
    output: z.strictObject({ job, total: z.number().int(), leftOut }),
  }),
  writeDossier: query({
    summary:
      'Lập bộ hồ sơ thành một thư mục mới (các tệp đánh số) trong thư mục đã cho; thư mục cùng tên có sẵn được giữ nguyên',
    input: dossierFolderInput,
    output: z.strictObject({ folder: z.string(), files: z.array(z.string()), papers: z.number().int(), leftOut }),
  }),
  startDossierFolder: query({
    summary: 'Bắt đầu lập bộ hồ sơ thành một thư mục mới, trong nền; theo dõi bằng dossierProgress',
    input: dossierFolderInput,
    output: z.strictObject({ job, total: z.number().int(), leftOut }),
  }),
  dossierProgress: query({
    summary: 'Bộ hồ sơ đang lập đã xong bao nhiêu văn bản',
    input: z.strictObject({ job }),
    output: z.strictObject({
      state: z.enum(dossierStates),
      done: z.number().int(),
      total: z.number().int(),
      message: z.string(),
      /** Of a dossier written as a folder: where it lies once it is done. */
      folder: z.string().nullable(),
    }),
    needs: 'program',
  }),
  cancelDossier: query({
    summary: 'Hủy việc lập bộ hồ sơ; không còn lại tệp nào',
    input: z.strictObject({ job }),
    output: done,
    needs: 'program',
  }),
  dossierFile: query({
    summary: 'Tệp của bộ hồ sơ đã lập xong; mỗi bộ lấy một lần',
    input: z.strictObject({ job }),
    output: fileOut,
    needs: 'program',
  }),
  renderYear: query({
    summary:
      'Một văn bản cho mọi đề án của một chương trình: Mẫu 3a của một tháng, Mẫu 9 hoặc Mẫu 10 của một năm, dạng PDF hoặc DOCX',
    input: z.strictObject({
      form: z.enum(yearFormIds, 'Chỉ Mẫu 3a, Mẫu 9 và Mẫu 10 lập chung cho nhiều đề án.'),
      year,
      programme,
      /** Of Mẫu 3a; null: the newest month that has a report. */
      month: plainMonth.nullable().default(null),
      format: z.enum(documentFormats),
      options: documentOptions.prefault({}),
    }),
    output: fileOut,
  }),
  renderPlan: query({
    summary: 'Lập một văn bản của kế hoạch năm một chương trình, dạng PDF hoặc DOCX',
    input: z.strictObject({
      form: z.string().min(1).max(60),
      year,
      programme,
      /** The plan as it stood at the end of this day; null: as it is now (KCQG: as it was registered). */
      asOf: plainDate.nullable().default(null),
      format: z.enum(documentFormats),
      options: documentOptions.prefault({}),
    }),
    output: fileOut,
  }),
}
