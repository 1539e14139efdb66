// What an import needs to know of the data file and of the rules, gathered before anything is compared.
import fs from 'node:fs'
import path from 'node:path'
import type { ContentGroupEntry } from '../../../shared/contract/office'
import { nameKey } from '../../../shared/domain/identity'
import { cleanLine } from '../../../shared/vietnamese/text'
import type { Reader } from '../../database/access'
import { readAllEstablishments } from '../../establishments/reader'
import type { AdminUnits } from '../../office/adminUnits'
import { readOffice } from '../../office/reader'
import { listProjects, readProject } from '../../projects/reader'
import { decodeSheet } from './encoding'
import type { ExistingProject } from './planWork'
import type { PreviewContext } from './preview'
import type { RawWorkbook } from './rawWorkbook'
import { type ImportRules, importRules } from './rules'

export interface ImportServices {
  readonly resourcesDir: string
  readonly units: AdminUnits
  readonly contentGroups: () => readonly ContentGroupEntry[]
}

export function loadImportRules(resourcesDir: string): ImportRules {
  return importRules.parse(JSON.parse(fs.readFileSync(path.join(resourcesDir, 'importColumns.json'), 'utf8')))
}

export async function readPreviewContext(
  reader: Reader,
  workbook: RawWorkbook,
  rules: ImportRules,
  { units, contentGroups }: ImportServices,
): Promise<PreviewContext> {
  const { office } = await readOffice(reader)
  const establishments = await readAllEstablishments(reader)
  return {
    rules,
    contentGroups: contentGroups(),
    addressBook: units.addressBook(),
    officeProvinceCode: office?.provinceCode ?? null,
    today: reader.today,
    establishments: establishments.map(({ id, rowVersion, establishment }) => ({
      id,
      rowVersion,
      code: establishment.code,
      details: establishment,
    })),
    projects: await readMentionedProjects(reader, workbook),
  }
}

const mostProjects = 1_000_000

/** Only đề án whose code or name stands in some cell can be the same as a row; the others are not read whole. */
async function readMentionedProjects(reader: Reader, workbook: RawWorkbook): Promise<ExistingProject[]> {
  const { rows } = await listProjects(reader, {
    year: null,
    programme: null,
    contentGroup: null,
    text: '',
    offset: 0,
    limit: mostProjects,
  })
  if (rows.length === 0) return []
  const mentioned = mentionedTexts(workbook)
  const found: ExistingProject[] = []
  for (const row of rows) {
    if (!mentioned.has(row.code) && !mentioned.has(nameKey(row.name))) continue
    const { id, rowVersion, version, identity, content } = await readProject(reader, row.id)
    found.push({ id, rowVersion, locked: version.locked, identity, content })
  }
  return found
}

function mentionedTexts(workbook: RawWorkbook): Set<string> {
  const texts = new Set<string>()
  for (const sheet of workbook.sheets)
    for (const row of decodeSheet(sheet, null).sheet.rows)
      for (const cell of row.cells) {
        if (cell.kind !== 'text') continue
        texts.add(cleanLine(cell.text))
        texts.add(nameKey(cell.text))
        // '1. Hỗ trợ …' in one cell: the number is not part of the name.
        texts.add(nameKey(cell.text.replace(/^\s*[\dIVXA-H.]{1,6}[.)/]\s*/u, '')))
      }
  return texts
}
