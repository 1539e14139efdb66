// The matrix of who decides, from resources/authorities.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { authority } from '../../shared/contract/changes'
import { confidence } from '../../shared/contract/office'
import { plainDate, programme, projectKind } from '../../shared/contract/values'
import type { AuthorityRule } from '../../shared/domain/changeAuthority'
import { changeTypes } from '../../shared/domain/changes'

const file = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      programme,
      kinds: z.array(projectKind),
      changes: z.array(z.enum(changeTypes)).min(1),
      authority,
      decidedBy: z.string().min(1),
      needs: z.string(),
      legalBasis: z.string().min(1),
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      confidence,
      note: z.string(),
    }),
  ),
})

export function loadAuthorities(resourcesDir: string): AuthorityRule[] {
  return file.parse(JSON.parse(fs.readFileSync(path.join(resourcesDir, 'authorities.json'), 'utf8'))).rules
}
