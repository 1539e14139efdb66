// Checking a file in two steps, so that it can be done away from the data file: what it reads tells which records on file are
// wanted, and with those it is checked to the end. Nothing here reads or writes a data file.
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { ContentGroupEntry } from '../../../shared/contract/office'
import type { ImportInput, ImportPreview } from '../../../shared/contract/workbooks'
import type { AddressBook } from '../../../shared/vietnamese/addresses'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { type AdminUnits, createAdminUnits } from '../../office/adminUnits'
import { loadContentGroups } from '../../office/contentGroups'
import { readWorkbook } from '../adapter/read'
import type { RememberedColumns } from './headings'
import { loadImportRules } from './loadRules'
import {
  type ExistingRecords,
  finishPreview,
  type ImportWork,
  type Matches,
  matchRecords,
  type RecordDetails,
  type WantedRecords,
  wantedRecords,
} from './preview'
import type { RawWorkbook } from './rawWorkbook'
import { readSheets, type SheetReading } from './readSheets'
import type { ImportRules } from './rules'

/** Everything about the data file that a file is first compared with, as plain data. */
export interface FileFacts {
  readonly officeProvinceCode: string | null
  readonly today: PlainDate
  readonly existing: ExistingRecords
  /** What earlier imports were told about headings. */
  readonly remembered: RememberedColumns
}

export interface CheckOrder {
  readonly bytes: Uint8Array
  /** Its `base64` is not looked at. */
  readonly input: ImportInput
  readonly facts: FileFacts
}

export interface CheckedFile {
  readonly preview: ImportPreview
  readonly work: ImportWork
}

/** What checking needs besides the file, loaded once. */
export interface CheckResources {
  readonly rules: () => ImportRules
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly addressBook: () => AddressBook
  /** With its kind; null for a code there is none of. */
  readonly provinceName: (code: string) => string | null
}

export function checkResources(
  resourcesDir: string,
  units: AdminUnits = createAdminUnits({ overlay: path.join(resourcesDir, 'administrativeUnits.json') }),
  contentGroups: () => readonly ContentGroupEntry[] = () => loadContentGroups(resourcesDir),
): CheckResources {
  let rules: ImportRules | null = null
  return {
    rules: () => {
      rules ??= loadImportRules(resourcesDir)
      return rules
    },
    contentGroups,
    addressBook: () => units.addressBook(),
    provinceName: (code) => units.findProvince(code)?.name ?? null,
  }
}

interface Begun {
  readonly input: ImportInput
  readonly reading: SheetReading
  readonly matches: Matches
}

export class FileCheck {
  readonly #resources: CheckResources
  /** The file read last: every choice of the user asks for the same file again. */
  #last: { readonly digest: string; readonly workbook: RawWorkbook } | null = null
  #begun: Begun | null = null

  constructor(resources: CheckResources) {
    this.#resources = resources
  }

  /** @throws Refusal workbook.unreadable */
  begin({ bytes, input, facts }: CheckOrder): WantedRecords {
    const reading = readSheets(this.#read(bytes), input, {
      rules: this.#resources.rules(),
      contentGroups: this.#resources.contentGroups(),
      addressBook: this.#resources.addressBook(),
      officeProvinceCode: facts.officeProvinceCode,
      today: facts.today,
      remembered: facts.remembered,
    })
    const matches = matchRecords(reading, facts.existing)
    this.#begun = { input, reading, matches }
    return wantedRecords(matches)
  }

  finish(details: RecordDetails): CheckedFile {
    if (this.#begun === null) throw new Error('a check is finished that was not begun')
    const { input, reading, matches } = this.#begun
    this.#begun = null
    return finishPreview(reading, matches, details, input, this.#resources.rules())
  }

  /** Lets go of the file read last. */
  forget(): void {
    this.#last = null
  }

  #read(bytes: Uint8Array): RawWorkbook {
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (this.#last?.digest !== digest) {
      this.#last = null
      this.#last = { digest, workbook: readWorkbook(bytes) }
    }
    return this.#last.workbook
  }
}
