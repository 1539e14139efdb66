// The words by which columns and totals are recognised, from the resources.
import fs from 'node:fs'
import path from 'node:path'
import { type ImportRules, importRules } from './rules'

export function loadImportRules(resourcesDir: string): ImportRules {
  return importRules.parse(JSON.parse(fs.readFileSync(path.join(resourcesDir, 'importColumns.json'), 'utf8')))
}
