// The indicators of results (B6), from resources/reportIndicators.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { plainDate } from '../../shared/contract/values'
import { activityKinds } from '../../shared/domain/activities'
import { activityCounts, type ResultIndicator, resultCounts } from '../../shared/domain/reportResults'

const file = z.strictObject({
  note: z.string(),
  legalBasis: z.string(),
  effectiveFrom: plainDate,
  effectiveTo: plainDate.nullable(),
  indicators: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      unit: z.string(),
      subContents: z.array(z.string()),
      count: z.enum(resultCounts),
      activityKinds: z.array(z.enum(activityKinds)),
      activityCount: z.enum(activityCounts).nullable(),
      votes: z.boolean(),
      confidence,
    }),
  ),
})

export function loadResultIndicators(resourcesDir: string): ResultIndicator[] {
  return file.parse(JSON.parse(fs.readFileSync(path.join(resourcesDir, 'reportIndicators.json'), 'utf8'))).indicators
}
