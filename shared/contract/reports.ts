// Calls over reports: which there are, and how each of their figures is made.
import { z } from 'zod'
import { reportCodes } from '../domain/reports'
import { query } from './call'
import { noInput } from './values'

export const reportsContract = {
  catalogue: query({
    summary: 'Các báo cáo lập được và cách tính các số liệu trong đó',
    input: noInput,
    output: z.strictObject({
      reports: z.array(z.strictObject({ code: z.enum(reportCodes), title: z.string(), about: z.string() })),
      rules: z.array(z.strictObject({ id: z.string(), name: z.string(), words: z.string() })),
    }),
  }),
}
