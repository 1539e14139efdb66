// The papers a dossier must hold, from resources/dossiers.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { contentGroup, plainDate, projectKind } from '../../shared/contract/values'
import { type CataloguePaper, destinations, dossierStages } from '../../shared/domain/dossiers'

const file = z.strictObject({
  note: z.string(),
  papers: z.array(
    z.strictObject({
      code: z.string().min(1).max(60),
      name: z.string().min(1).max(300),
      stage: z.enum(dossierStages),
      appliesTo: z.array(
        z.strictObject({
          contentGroups: z.array(contentGroup).optional(),
          subContents: z.array(z.string()).optional(),
          kinds: z.array(projectKind).optional(),
        }),
      ),
      exceptSubContents: z.array(z.string()),
      required: z.boolean(),
      condition: z.string(),
      copies: z.number().int().positive().nullable(),
      destination: z.enum(destinations),
      groupDestination: z.enum(destinations).nullable(),
      destinationConfidence: confidence,
      legalBasis: z.string().min(1),
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      confidence,
      note: z.string(),
    }),
  ),
})

export function loadDossierPapers(resourcesDir: string): readonly CataloguePaper[] {
  return file.parse(JSON.parse(fs.readFileSync(path.join(resourcesDir, 'dossiers.json'), 'utf8'))).papers
}
