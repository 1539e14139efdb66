// A form of ours as a file: empty with its example, or with the records on file to be mended in Excel and brought back.
import type { ContentGroupEntry } from '../../../shared/contract/office'
import type { FileOut } from '../../../shared/contract/values'
import type { ImportKind } from '../../../shared/contract/workbooks'
import { importLabels } from '../../../shared/labels'
import { fold } from '../../../shared/vietnamese/fold'
import { Later, type Reader } from '../../database/access'
import { writeTemplate } from '../adapter/writeTemplate'
import type { ImportRules } from '../import/rules'
import { existingRows } from './existingRows'
import { templateBook } from './templateBook'

export interface TemplateServices {
  readonly importRules: () => ImportRules
  readonly contentGroups: () => readonly ContentGroupEntry[]
}

export async function exportTemplate(
  reader: Reader,
  { kind, filled, year }: { readonly kind: ImportKind; readonly filled: boolean; readonly year: number | null },
  { importRules, contentGroups }: TemplateServices,
): Promise<Later<FileOut>> {
  const rules = importRules()
  const groups = contentGroups()
  const existing = filled ? await existingRows(reader, kind, year, groups) : { year, rows: null }
  const book = templateBook(kind, { rules, contentGroups: groups, ...existing })
  const name = fold(importLabels.kinds[kind]).replace(/[^a-z0-9]+/g, '-')
  const createdAt = new Date(`${reader.today}T00:00:00Z`)
  return new Later(async () => ({
    fileName: `${filled ? 'danh-sach' : 'mau'}-${filled ? name.replace(/^danh-sach-/, '') : name}${year === null ? '' : `-${year}`}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    base64: Buffer.from(await writeTemplate(book, createdAt)).toString('base64'),
  }))
}
