// The rules of product voting, from resources/productVotes.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { plainDate } from '../../shared/contract/values'
import { type VoteRules, voteCriteria, voteLevels } from '../../shared/domain/productVotes'

const dated = {
  effectiveFrom: plainDate,
  effectiveTo: plainDate.nullable(),
  legalBasis: z.string(),
  confidence,
}

const file = z.strictObject({
  note: z.string(),
  levels: z.array(z.strictObject({ ...dated, levels: z.array(z.enum(voteLevels)).min(1) })),
  thresholds: z.array(z.strictObject({ ...dated, points: z.number().min(0).max(100) })),
  councils: z.array(
    z.strictObject({ ...dated, members: z.record(z.enum(voteLevels), z.array(z.number().int().positive())) }),
  ),
  criteria: z.array(
    z.strictObject({ ...dated, maxPoints: z.record(z.enum(voteCriteria), z.number().int().min(0).max(100)) }),
  ),
  validity: z.array(z.strictObject({ ...dated, years: z.number().int().positive() })),
  warnDaysBefore: z.number().int().positive(),
})

export function loadVoteRules(resourcesDir: string): VoteRules {
  const { note: _note, ...rules } = file.parse(
    JSON.parse(fs.readFileSync(path.join(resourcesDir, 'productVotes.json'), 'utf8')),
  )
  return rules
}
