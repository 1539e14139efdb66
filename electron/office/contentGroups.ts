// The nine contents of khuyến công, from resources/contentGroups.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type ContentGroupEntry, confidence, contentGroupEntry } from '../../shared/contract/office'
import { plainDate } from '../../shared/contract/values'

const file = z.strictObject({
  note: z.string(),
  legalBasis: z.string(),
  effectiveFrom: plainDate,
  effectiveTo: plainDate.nullable(),
  confidence,
  groups: z.array(contentGroupEntry),
})

export function loadContentGroups(resourcesDir: string): ContentGroupEntry[] {
  const text = fs.readFileSync(path.join(resourcesDir, 'contentGroups.json'), 'utf8')
  return file.parse(JSON.parse(text)).groups
}
