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
import { type CheckedPiece, checkedPieces } from './checkTransfer'
import type { RememberedColumns } from './headings'
import { loadImportRules } from './loadRules'
import type { Packed } from './packed'
import { closePreview, judgeRows, matchRecords } from './preview'
import type { RawWorkbook } from './rawWorkbook'
import { readSheets, type SheetReading } from './readSheets'
import type { RecordKindName, RecordWork } from './records/recordKind'
import type { RecordDetails, RecordsOnFile, WantedRecords } from './records/recordsOnFile'
import type { ImportRules } from './rules'

/** Everything about the data file that a file is first compared with, as plain data. */
export interface FileFacts {
  readonly officeProvinceCode: string | null
  readonly today: PlainDate
  readonly existing: RecordsOnFile
  /** What earlier imports were told about headings. */
  readonly remembered: RememberedColumns
}

/** What the answer is for: to be looked at, or to be written. Each needs half of it: rows shown field by field, or the records. */
export type CheckPurpose = 'look' | 'write'

export interface CheckOrder {
  readonly bytes: Uint8Array
  readonly purpose: CheckPurpose
  /** Its `base64` is not looked at. */
  readonly input: ImportInput
  readonly facts: FileFacts
}

/** What is to be written, by kind. */
export type ImportWork = ReadonlyMap<RecordKindName, Packed<RecordWork>>

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
  readonly purpose: CheckPurpose
  readonly input: ImportInput
  readonly reading: SheetReading
  readonly existing: RecordsOnFile
}

/** What a file of thousands of rows was read into takes more memory than reading it again takes time. */
export const largeBytes = 512 * 1024

export class FileCheck {
  readonly #resources: CheckResources
  /** The file read last, unless it is large: every choice of the user asks for the same file again. */
  #last: { readonly digest: string; readonly workbook: RawWorkbook } | null = null
  #begun: Begun | null = null

  constructor(resources: CheckResources) {
    this.#resources = resources
  }

  /** @throws Refusal workbook.unreadable */
  begin({ bytes, purpose, input, facts }: CheckOrder): WantedRecords {
    // Before the file: what loading them leaves to be cleared away makes room for its rows.
    const addressBook = this.#resources.addressBook()
    const rules = this.#resources.rules()
    const contentGroups = this.#resources.contentGroups()
    const reading = readSheets(this.#read(bytes, purpose), input, {
      rules,
      contentGroups,
      addressBook,
      officeProvinceCode: facts.officeProvinceCode,
      today: facts.today,
      remembered: facts.remembered,
    })
    for (const { tables } of reading.tables.filled()) for (const { reader } of tables) reader.letGoOfRows()
    this.#begun = { purpose, input, reading, existing: facts.existing }
    return matchRecords(reading, facts.existing)
  }

  /** Piece by piece, as rows are judged. */
  finish(details: RecordDetails): Generator<CheckedPiece> {
    if (this.#begun === null) throw new Error('a check is finished that was not begun')
    const { purpose, input, reading, existing } = this.#begun
    this.#begun = null
    const judged = judgeRows(reading, existing, details, input, this.#resources.rules())
    return checkedPieces(purpose, judged, (counts) => closePreview(reading, input, counts))
  }

  #read(bytes: Uint8Array, purpose: CheckPurpose): RawWorkbook {
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (this.#last?.digest === digest) return this.#last.workbook
    this.#last = null
    const workbook = readWorkbook(bytes)
    if (purpose === 'look' && bytes.length <= largeBytes) this.#last = { digest, workbook }
    return workbook
  }
}
