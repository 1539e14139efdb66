// The list of cơ sở page by page: only the pages on screen are asked for, so ten thousand open as fast as ten.
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { EstablishmentRow, establishmentSorts } from '../../shared/contract/establishments'
import type { EstablishmentStatus, LegalForm } from '../../shared/domain/establishments'
import { queryOf, runQuery, useQueryCall } from '../app/calls'
import type { PagedRows } from '../components/DataTable'
import type { Sort } from '../components/tableColumns'

const pageSize = 200
const largestList = 20_000

export interface EstablishmentFilter {
  readonly text: string
  readonly legalForm: LegalForm | null
  readonly communeCode: string | null
  readonly status: EstablishmentStatus | null
}

export const noFilter: EstablishmentFilter = { text: '', legalForm: null, communeCode: null, status: null }

/** Column ids of the table and the orders the program knows. */
const sortOfColumn: Readonly<Record<string, (typeof establishmentSorts)[number]>> = {
  name: 'name',
  code: 'code',
  commune: 'commune',
  industry: 'industry',
}

export interface PagedEstablishments {
  readonly total: number
  readonly paged: PagedRows<EstablishmentRow>
  readonly first: ReturnType<typeof useQueryCall<'establishments.list'>>
}

export function usePagedEstablishments(
  filter: EstablishmentFilter,
  sort: Sort | null,
  onSort: (sort: Sort | null) => void,
): PagedEstablishments {
  const input = useMemo(
    () => ({ ...filter, sort: sortOfColumn[sort?.column ?? 'name'] ?? 'name', descending: sort?.descending === true }),
    [filter, sort],
  )
  const first = useQueryCall('establishments.list', { ...input, offset: 0, limit: pageSize }, { keepPrevious: true })
  const [wanted, setWanted] = useState({ first: 0, last: 0 })
  const later = Array.from({ length: wanted.last - wanted.first + 1 }, (_, index) => wanted.first + index).filter(
    (page) => page > 0,
  )
  const pages = useQueries({
    queries: later.map((page) =>
      queryOf('establishments.list', { ...input, offset: page * pageSize, limit: pageSize }),
    ),
  })
  const need = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(from / pageSize), last: Math.floor(to / pageSize) }
    setWanted((old) => (old.first === next.first && old.last === next.last ? old : next))
  }, [])
  const rowsOfPage = new Map<number, readonly EstablishmentRow[]>()
  if (first.data !== undefined) rowsOfPage.set(0, first.data.rows)
  later.forEach((page, index) => {
    const rows = pages[index]?.data?.rows
    if (rows !== undefined) rowsOfPage.set(page, rows)
  })
  return {
    total: first.data?.total ?? 0,
    first,
    paged: {
      count: first.data?.matching ?? 0,
      rowAt: (index) => rowsOfPage.get(Math.floor(index / pageSize))?.[index % pageSize],
      need,
      view: JSON.stringify(input),
      sort: sort ?? { column: 'name', descending: false },
      onSort,
      sortable: Object.keys(sortOfColumn),
      all: async () => (await runQuery('establishments.list', { ...input, offset: 0, limit: largestList })).rows,
    },
  }
}
