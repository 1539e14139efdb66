// What an import needs to know of the data file and of the rules, gathered before anything is compared.
import fs from 'node:fs'
import path from 'node:path'
import type { EstablishmentDetails } from '../../../shared/contract/establishments'
import type { ContentGroupEntry } from '../../../shared/contract/office'
import type { Reader } from '../../database/access'
import { readEstablishment, readEstablishmentKeys } from '../../establishments/reader'
import type { AdminUnits } from '../../office/adminUnits'
import { readOffice } from '../../office/reader'
import { listProjects, readProject } from '../../projects/reader'
import type { ProjectOnFile } from './planWork'
import type { ExistingRecords, Matches, RecordDetails } from './preview'
import type { ReadingContext } from './readSheets'
import { type ImportRules, importRules } from './rules'

export interface ImportServices {
  readonly resourcesDir: string
  readonly units: AdminUnits
  readonly contentGroups: () => readonly ContentGroupEntry[]
}

export function loadImportRules(resourcesDir: string): ImportRules {
  return importRules.parse(JSON.parse(fs.readFileSync(path.join(resourcesDir, 'importColumns.json'), 'utf8')))
}

export async function readReadingContext(
  reader: Reader,
  rules: ImportRules,
  { units, contentGroups }: ImportServices,
): Promise<ReadingContext> {
  const { office } = await readOffice(reader)
  return {
    rules,
    contentGroups: contentGroups(),
    addressBook: units.addressBook(),
    officeProvinceCode: office?.provinceCode ?? null,
    today: reader.today,
  }
}

const mostProjects = 1_000_000

export async function readExistingRecords(reader: Reader): Promise<ExistingRecords> {
  const establishments = await readEstablishmentKeys(reader)
  const { rows } = await listProjects(reader, {
    year: null,
    programme: null,
    contentGroup: null,
    text: '',
    offset: 0,
    limit: mostProjects,
  })
  return {
    establishments: establishments.map(
      ({ id, rowVersion, code, establishmentName, communeCode, taxCode, registrationNumber, name }) => ({
        id,
        rowVersion,
        code,
        name: establishmentName,
        communeCode,
        keys: { taxCode, registrationNumber, name },
      }),
    ),
    projects: rows,
  }
}

/** Only what some row is the same as is read whole. */
export async function readMatchedDetails(reader: Reader, matches: Matches): Promise<RecordDetails> {
  const establishments = new Map<number, EstablishmentDetails>()
  for (const { record } of matches.establishments.values()) {
    if (record === null || establishments.has(record.id)) continue
    establishments.set(record.id, (await readEstablishment(reader, record.id)).establishment)
  }
  const projects = new Map<number, ProjectOnFile>()
  for (const same of matches.projects.values()) {
    if (same.kind !== 'record' || projects.has(same.of.id)) continue
    const { id, rowVersion, version, identity, content } = await readProject(reader, same.of.id)
    projects.set(id, { id, rowVersion, locked: version.locked, identity, content })
  }
  return { establishments, projects }
}
