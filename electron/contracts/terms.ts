// How much may be advanced and by when a contract is reported and settled: the dated rules of resources/contractTerms.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { contentGroup, plainDate, programme } from '../../shared/contract/values'
import type { ContractTermsBook } from '../../shared/domain/advances'

const percent = z.number().int().min(0).max(100)

const file = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      programme,
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      legalBasis: z.string(),
      advanceBasis: z.string(),
      confidence,
      monthlyReportBeforeDay: z.number().int().min(1).max(31),
      settlementWithinDays: z.number().int().positive(),
      /** Month and day of the year after the plan year. */
      liquidationBy: z.string().regex(/^\d{2}-\d{2}$/),
      firstAdvance: z.array(
        z.strictObject({
          contentGroup,
          /** Empty: every content of the group. */
          subContents: z.array(z.string()),
          percent,
          condition: z.string(),
          doneAbovePercent: percent.nullable(),
          doneOf: z.enum(['volume', 'investment']).nullable(),
        }),
      ),
    }),
  ),
  /** Of all contents, where no rule names one. */
  ceilings: z.array(
    z.strictObject({
      programme: programme.nullable(),
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      percent,
      legalBasis: z.string(),
      confidence,
    }),
  ),
})

export function loadContractTerms(resourcesDir: string): ContractTermsBook {
  const { rules, ceilings } = file.parse(
    JSON.parse(fs.readFileSync(path.join(resourcesDir, 'contractTerms.json'), 'utf8')),
  )
  return { rules, ceilings }
}
