// Calls over official papers: which forms there are, and a paper of a đề án or of a plan as PDF or DOCX.
import { z } from 'zod'
import { paperStages } from '../domain/papers'
import { query } from './call'
import { fileOut, id, line, noInput, plainDate, programme, year } from './values'

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
  renderPlan: query({
    summary: 'Lập một văn bản của kế hoạch năm một chương trình, dạng PDF hoặc DOCX',
    input: z.strictObject({
      form: z.string().min(1).max(60),
      year,
      programme,
      format: z.enum(documentFormats),
      options: documentOptions.prefault({}),
    }),
    output: fileOut,
  }),
}
