// The dated data papers are made with, read from resources/ and checked once.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { contentGroup, plainDate, programme } from '../../shared/contract/values'
import type { Agency } from './agencies'
import { type LegalBasis, legalKinds, legalTopics } from './legalBases'

const agenciesFile = z.strictObject({
  note: z.string(),
  ministry: z.string(),
  agencies: z.array(
    z.strictObject({
      name: z.string(),
      abbreviation: z.string(),
      headTitle: z.string(),
      place: z.string(),
      from: plainDate.nullable(),
      to: plainDate.nullable(),
      legalBasis: z.string(),
      confidence,
      note: z.string(),
    }),
  ),
})

const legalBasesFile = z.strictObject({
  note: z.string(),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(legalKinds),
      number: z.string(),
      date: plainDate,
      issuer: z.string(),
      title: z.string(),
      amends: z.string().nullable(),
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      topics: z.array(z.enum(legalTopics)),
      confidence,
      note: z.string(),
    }),
  ),
})

const contractTermsFile = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      programme,
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      legalBasis: z.string(),
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
          percent: z.number().min(0).max(100),
          condition: z.string(),
        }),
      ),
    }),
  ),
})

export type ContractRule = z.output<typeof contractTermsFile>['rules'][number]

export type PaperResources = {
  readonly ministry: string
  readonly agencies: readonly Agency[]
  readonly legalBases: readonly LegalBasis[]
  readonly contractRules: readonly ContractRule[]
}

export function loadPaperResources(resourcesDir: string): PaperResources {
  const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(resourcesDir, name), 'utf8'))
  const { ministry, agencies } = agenciesFile.parse(read('agencies.json'))
  return {
    ministry,
    agencies,
    legalBases: legalBasesFile.parse(read('legalBases.json')).documents,
    contractRules: contractTermsFile.parse(read('contractTerms.json')).rules,
  }
}
