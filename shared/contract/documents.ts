// Calls over official papers: which forms there are, and a paper for a đề án as PDF or DOCX.
import { z } from 'zod'
import { query } from './call'
import { fileOut, id, line, noInput, plainDate } from './values'

export const documentFormats = ['pdf', 'docx'] as const

export const formEntry = z.strictObject({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  legalBasis: z.string(),
  effectiveFrom: z.string().nullable(),
  /** 'suggested': bố cục gợi ý – đối chiếu với mẫu ban hành. */
  layout: z.enum(['official', 'suggested']),
})
export type FormEntry = z.output<typeof formEntry>

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
  render: query({
    summary: 'Lập một văn bản của một đề án, dạng PDF hoặc DOCX',
    input: z.strictObject({
      form: z.string().min(1).max(60),
      projectId: id,
      format: z.enum(documentFormats),
      options: documentOptions.prefault({}),
    }),
    output: fileOut,
  }),
}
