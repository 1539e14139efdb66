// The dated data papers are made with, read from resources/ and checked once.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { plainDate } from '../../shared/contract/values'
import type { ContractTermsBook } from '../../shared/domain/advances'
import { loadContractTerms } from '../contracts/terms'
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

export type PaperResources = {
  readonly ministry: string
  readonly agencies: readonly Agency[]
  readonly legalBases: readonly LegalBasis[]
  readonly contractTerms: ContractTermsBook
}

export function loadPaperResources(resourcesDir: string): PaperResources {
  const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(resourcesDir, name), 'utf8'))
  const { ministry, agencies } = agenciesFile.parse(read('agencies.json'))
  return {
    ministry,
    agencies,
    legalBases: legalBasesFile.parse(read('legalBases.json')).documents,
    contractTerms: loadContractTerms(resourcesDir),
  }
}
