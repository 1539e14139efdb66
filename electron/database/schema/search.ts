// The tables of the search index and remembered columns of imports, as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'

/** Which field a heading of the office's own workbooks feeds, as its users chose; '' for one to leave aside. */
export interface ImportColumnTable {
  id: Generated<number>
  kind: string
  heading_key: string
  heading: string
  field: string
}

export interface SearchEntryTable {
  id: Generated<number>
  kind: string
  ref_id: number
  title: string
  detail: string
  title_fold: string
  detail_fold: string
}

export interface SearchIndexTable {
  rowid: number
  search_index: string
}

export interface SearchSchema {
  import_column: ImportColumnTable
  search_entry: SearchEntryTable
  search_index: SearchIndexTable
}
