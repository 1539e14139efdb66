// The list of every screen: virtual rows under a head and beside a first column that stand still, driven by keyboard or mouse.
// One row is active (Up, Down, Home, End, PageUp, PageDown, typing its first letters); Enter or a double click opens it.
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { ExportedList } from '../../shared/contract/lists'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { focusIsFree } from '../app/focus'
import { useMoney } from '../app/moneyUnit'
import { readList, useKeptState, writeSetting } from '../app/settings'
import { copyText } from './clipboard'
import styles from './DataTable.module.css'
import { exportedList } from './listOut'
import { notifyDone } from './notices'
import { TableColumns, TableFoot, TableHead, TableRows, widthOf } from './TableParts'
import { TableTools } from './TableTools'
import { type Column, nextSort, rowHeightOf, type Sort, sortRows, toClipboardText } from './tableColumns'
import { useTableKeys } from './tableKeys'

/** Rows that come page by page: the table says which it needs, and shows empty lines until they are there. */
export interface PagedRows<T> {
  readonly count: number
  readonly rowAt: (index: number) => T | undefined
  readonly need: (first: number, last: number) => void
  /** Changes when other rows are asked for (filter, order): the list begins at the top again. */
  readonly view: string
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  /** Which columns the program can sort by. */
  readonly sortable: readonly string[]
  /** Every row, for copying. */
  readonly all: () => Promise<readonly T[]>
}

interface CommonProps<T> {
  /** Names the table for screen readers, and its chosen columns in the memory of this machine. */
  readonly name: string
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string | number
  readonly onOpen?: (row: T) => void
  readonly onActive?: (row: T | null) => void
  /** Rows that stand out, such as group rows with subtotals. */
  readonly emphasis?: (row: T) => boolean
  /** What is shown instead of rows when there are none. */
  readonly empty: ReactNode
  /** Between the table and its buttons: filters. */
  readonly toolbar?: ReactNode
  /** At the foot, on the left of the buttons: what the rows add up to, in words. */
  readonly summary?: ReactNode
  /** Keys handled before the table's own; return true when handled. */
  readonly onRowKey?: (event: KeyboardEvent, row: T) => boolean
  readonly selection?: Selection
  /** What the list is called in a file, where nothing around it says its year; its label unless given. */
  readonly fileTitle?: string
  /** Where rows copied in Excel may be pasted onto the list: what becomes of them. */
  readonly onPasteRows?: (text: string, headings: readonly string[]) => void
}

export interface Selection {
  readonly selected: ReadonlySet<string | number>
  readonly onChange: (selected: ReadonlySet<string | number>) => void
}

export type DataTableProps<T> = CommonProps<T> &
  ({ readonly rows: readonly T[]; readonly total?: number } | { readonly paged: PagedRows<T>; readonly total: number })

export function DataTable<T>(props: DataTableProps<T>) {
  const { name, label, columns, rowKey, onOpen, onActive, emphasis, empty, toolbar, summary, onRowKey, selection } =
    props
  const { onPasteRows } = props
  const paged = 'paged' in props ? props.paged : null
  const money = useMoney()
  const [ownSort, setOwnSort] = useState<Sort | null>(null)
  const [shownIds, setShownIds] = useState<readonly string[]>(() => readList(`columns.${name}`) ?? defaultIds(columns))
  const [active, setActive] = useKeptState(`active.${name}`, 0)
  const scroller = useRef<HTMLDivElement>(null)
  const baseId = useId()

  const shown = useMemo(() => {
    const chosen = columns.filter((column, index) => index === 0 || shownIds.includes(column.id))
    return chosen.length === 0 ? columns : chosen
  }, [columns, shownIds])
  const rowHeight = rowHeightOf(shown)
  const headings = shown.map((column) => column.header)
  const given = 'rows' in props ? props.rows : null
  const ownRows = useMemo(() => (given === null ? null : sortRows(given, columns, ownSort)), [given, columns, ownSort])
  const count = paged?.count ?? ownRows?.length ?? 0
  const rowAt = (index: number): T | undefined => (paged === null ? ownRows?.[index] : paged.rowAt(index))
  const sort = paged === null ? ownSort : paged.sort
  const total = props.total ?? count

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head and the foot cover the first and last rows of the box.
    scrollPaddingStart: rowHeight + 4,
    scrollPaddingEnd: rowHeight + 4,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights kept are of the columns shown before
  useEffect(() => virtualizer.measure(), [rowHeight])
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const need = paged?.need
  useEffect(() => {
    if (count > 0) need?.(first, last)
  }, [need, first, last, count])

  const activeIndex = Math.min(active, Math.max(0, count - 1))
  const activeRow = rowAt(activeIndex)
  const activeKey = activeRow === undefined ? null : rowKey(activeRow)
  const tellActive = useRef(onActive)
  tellActive.current = onActive
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each row that becomes active, not for each rendering
  useEffect(() => {
    tellActive.current?.(activeRow ?? null)
  }, [activeKey])

  // Coming back to the list finds the row that was opened; the keys work at once unless the focus is somewhere already.
  const grid = useRef<HTMLTableElement>(null)
  const hasRows = count > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first rows are there
  useEffect(() => {
    if (!hasRows) return
    virtualizer.scrollToIndex(activeIndex, { align: 'auto' })
    if (focusIsFree()) grid.current?.focus({ preventScroll: true })
  }, [hasRows])
  const view = paged?.view
  const shownView = useRef(view)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the rows are other ones
  useEffect(() => {
    if (shownView.current === view) return
    shownView.current = view
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [view])

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(count - 1, index))
    setActive(next)
    virtualizer.scrollToIndex(next, { align: 'auto' })
  }

  function toggle(row: T): void {
    if (selection === undefined) return
    const next = new Set(selection.selected)
    const key = rowKey(row)
    if (!next.delete(key)) next.add(key)
    selection.onChange(next)
  }

  const onKeyDown = useTableKeys({
    count,
    active: activeIndex,
    rowAt,
    columns: shown,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    moveTo,
    scrollSideways: (left) => scroller.current?.scrollBy({ left }),
    onOpen,
    onToggle: selection === undefined ? undefined : toggle,
    onRowKey,
  })

  function onCopy(event: ClipboardEvent): void {
    const text = window.getSelection()?.toString() ?? ''
    if (text !== '' || count === 0 || event.target instanceof HTMLInputElement) return
    const own = ownRows?.filter((row) => selection?.selected.has(rowKey(row))) ?? []
    const rows = own.length > 0 ? own : activeRow === undefined ? [] : [activeRow]
    event.clipboardData.setData('text/plain', toClipboardText(rows, shown, false))
    event.preventDefault()
    notifyDone(`Đã sao chép ${formatInteger(rows.length)} dòng. Dán vào Excel bằng Ctrl+V.`)
  }

  async function copyAll(): Promise<void> {
    const rows = paged === null ? (ownRows ?? []) : await paged.all()
    if (copyText(toClipboardText(rows, shown, true)))
      notifyDone(`Đã sao chép ${formatInteger(rows.length)} dòng và đầu cột. Dán vào Excel bằng Ctrl+V.`)
  }

  async function seen(): Promise<ExportedList> {
    const rows = paged === null ? (ownRows ?? []) : await paged.all()
    const note =
      rows.length === total
        ? `${formatInteger(total)} dòng`
        : `${formatInteger(rows.length)} / ${formatInteger(total)} dòng (đang lọc)`
    return exportedList({
      title: props.fileTitle ?? label,
      note,
      columns: shown,
      rows,
      emphasis,
      moneyLabel: money.label,
    })
  }

  function press(column: Column<T>): void {
    const next = nextSort(sort, column.id)
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
    if (paged === null) setOwnSort(next)
    else paged.onSort(next)
  }

  const canSort = (column: Column<T>) => (paged === null ? column.sort !== false : paged.sortable.includes(column.id))
  const selecting = selection !== undefined
  const parts = { columns: shown, selecting }
  const allSelected =
    selection !== undefined && ownRows !== null && ownRows.length > 0
      ? ownRows.every((row) => selection.selected.has(rowKey(row)))
      : false

  return (
    <div className={styles.whole}>
      <TableTools
        filters={toolbar}
        count={count}
        total={total}
        columns={columns}
        shownIds={shownIds}
        onShownIds={(ids) => {
          writeSetting(`columns.${name}`, ids.join(','))
          setShownIds(ids)
        }}
        seen={seen}
        onCopyAll={() => void copyAll()}
        onPaste={onPasteRows === undefined ? null : (text) => onPasteRows(text, headings)}
      />
      <div ref={scroller} className={styles.scroller}>
        {count === 0 ? (
          <div className={styles.empty}>{empty}</div>
        ) : (
          <table
            ref={grid}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a grid is; it takes the keys and names its active row
            role="grid"
            aria-label={label}
            aria-rowcount={count + 1}
            aria-colcount={shown.length}
            aria-activedescendant={`${baseId}-${activeIndex}`}
            tabIndex={0}
            className={styles.table}
            style={{ minWidth: widthOf(parts) }}
            onKeyDown={onKeyDown}
            onCopy={onCopy}
          >
            <TableColumns {...parts} />
            <TableHead
              {...parts}
              allSelected={allSelected}
              onSelectAll={() =>
                selection?.onChange(new Set(allSelected ? [] : (ownRows ?? []).map((row) => rowKey(row))))
              }
              sort={sort}
              canSort={canSort}
              onSort={press}
            />
            <TableRows
              {...parts}
              baseId={baseId}
              items={items}
              height={virtualizer.getTotalSize()}
              rowHeight={rowHeight}
              rowAt={rowAt}
              active={activeIndex}
              onActive={setActive}
              onOpen={onOpen}
              emphasis={emphasis}
              isSelected={(row) => selection?.selected.has(rowKey(row)) === true}
              onToggle={toggle}
            />
            <TableFoot {...parts} />
          </table>
        )}
      </div>
      {summary !== undefined && <div className={styles.summary}>{summary}</div>}
    </div>
  )
}

function defaultIds<T>(columns: readonly Column<T>[]): readonly string[] {
  return columns.filter((column) => column.hidden !== true).map((column) => column.id)
}
