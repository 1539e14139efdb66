// What users gave to headings of their own workbooks, kept in the data file: the next file with the same headings needs no telling.
import type { ImportPreview } from '../../../shared/contract/workbooks'
import type { Reader, Writer } from '../../database/access'
import { type RememberedColumns, rememberedKey } from './headings'
import { headerSeparator } from './table'

export async function readRememberedColumns(reader: Reader): Promise<RememberedColumns> {
  const rows = await reader.db.selectFrom('import_column').select(['heading_key', 'field']).execute()
  return new Map(rows.map((row) => [row.heading_key, row.field]))
}

/** Learned when the import is run: what is tried and given up in the preview is not kept. */
export async function rememberColumns(writer: Writer, sheets: ImportPreview['sheets']): Promise<void> {
  const known = await readRememberedColumns(writer)
  const told = new Map<string, { readonly kind: string; readonly heading: string; readonly field: string }>()
  for (const { kind, columns } of sheets) {
    if (kind === null) continue
    for (const { header, field, origin } of columns)
      if (origin === 'chosen')
        told.set(rememberedKey(kind, header.split(headerSeparator)), { kind, heading: header, field: field ?? '' })
  }
  for (const [key, { kind, heading, field }] of told) {
    if (known.get(key) === field) continue
    if (known.has(key))
      await writer.db.updateTable('import_column').set({ field, heading }).where('heading_key', '=', key).execute()
    else await writer.db.insertInto('import_column').values({ kind, heading_key: key, heading, field }).execute()
  }
}
