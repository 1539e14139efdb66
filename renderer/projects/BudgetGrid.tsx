// The budget grid: real fields in a table. Enter goes down, Tab goes right, Ctrl+D copies from above, a block from Excel is
// pasted where it is put. Fields keep their own text while typed, as Vietnamese keyboards need.
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import { fundingSources } from '../../shared/domain/money'
import { budgetLabels, labels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { Button } from '../components/Button'
import styles from './BudgetGrid.module.css'
import { type BudgetColumn, isBlock, parseClipboardBlock, typedColumns } from './budgetRows'
import type { BudgetStore } from './budgetStore'
import { OwnerCell } from './OwnerCell'

interface BudgetColumnsProps {
  /** Whether each line says whose cost it is: a group of several beneficiaries. */
  readonly owned: boolean
}

export function BudgetColumns({ owned }: BudgetColumnsProps) {
  return (
    <>
      <colgroup>
        <col style={{ width: 36 }} />
        <col />
        <col style={{ width: 58 }} />
        <col style={{ width: 66 }} />
        <col style={{ width: 98 }} />
        <col style={{ width: 104 }} />
        {fundingSources.map((source) => (
          <col key={source} style={{ width: 98 }} />
        ))}
        <col style={{ width: owned ? 66 : 92 }} />
        {owned && <col style={{ width: 132 }} />}
        <col style={{ width: 28 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{budgetLabels.ordinal}</th>
          <th scope="col">{budgetLabels.content}</th>
          <th scope="col">{budgetLabels.unit}</th>
          <th scope="col">{budgetLabels.quantity}</th>
          <th scope="col">{budgetLabels.unitPrice}</th>
          <th scope="col">{budgetLabels.amount}</th>
          {fundingSources.map((source) => (
            <th key={source} scope="col">
              {budgetLabels[source]}
            </th>
          ))}
          <th scope="col">{budgetLabels.note}</th>
          {owned && <th scope="col">{budgetLabels.beneficiary}</th>}
          <th scope="col">
            <span className="visually-hidden">{labels.remove}</span>
          </th>
        </tr>
      </thead>
    </>
  )
}

interface CellPlace {
  readonly id: number
  readonly column: BudgetColumn
  readonly field: HTMLInputElement | HTMLTextAreaElement
}

function cellOf(target: EventTarget | null): CellPlace | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null
  const column = typedColumns.find((one) => one === target.dataset.column)
  return column === undefined ? null : { id: Number(target.dataset.row), column, field: target }
}

interface BudgetGridProps {
  readonly store: BudgetStore
  /** Names of the beneficiaries; with several of them each line says whose it is. */
  readonly beneficiaries: readonly string[]
}

export function BudgetGrid({ store, beneficiaries }: BudgetGridProps) {
  const owned = beneficiaries.length > 1
  const frame = useRef<HTMLDivElement>(null)
  const rowIds = useSyncExternalStore(store.subscribe, store.rowIds)
  const textAtFocus = useRef('')

  function focusCell(id: number | undefined, column: BudgetColumn): void {
    if (id === undefined) return
    const field = frame.current?.querySelector(`[data-row="${id}"][data-column="${column}"]`)
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.select()
  }

  function move(place: CellPlace, step: 1 | -1): void {
    const ids = store.rowIds()
    const next = ids[ids.indexOf(place.id) + step]
    if (next !== undefined) focusCell(next, place.column)
    else if (step === 1 && !store.row(place.id).reading.blank) addRow(place.id, place.column)
  }

  function addRow(after: number | null, column: BudgetColumn): void {
    let fresh = 0
    flushSync(() => {
      fresh = store.insertAfter(after)
    })
    focusCell(fresh, column)
  }

  function removeRow(id: number): void {
    const at = store.rowIds().indexOf(id)
    flushSync(() => store.remove(id))
    const left = store.rowIds()
    focusCell(left[Math.min(at, left.length - 1)], 'content')
  }

  function onKeyDown(event: KeyboardEvent): void {
    const place = cellOf(event.target)
    if (place === null || event.nativeEvent.isComposing || event.key === 'Process') return
    const control = event.ctrlKey || event.metaKey
    const plain = !control && !event.altKey && !event.shiftKey
    if (event.key === 'Enter' && !control && !event.altKey) {
      event.preventDefault()
      move(place, event.shiftKey ? -1 : 1)
    } else if (plain && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      // Inside a wrapped text the arrows first go through its lines.
      if (place.field instanceof HTMLTextAreaElement && !caretAtEdge(place.field, step)) return
      if (step === 1 && place.id === store.rowIds().at(-1)) return
      event.preventDefault()
      move(place, step)
    } else if (control && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      store.fillDown(place.id, place.column)
    } else if (event.altKey && !control && event.key === 'Delete') {
      event.preventDefault()
      removeRow(place.id)
    } else if (event.altKey && !control && event.key === 'Insert') {
      event.preventDefault()
      addRow(place.id, place.column)
    } else if (plain && event.key === 'Escape' && place.field.value !== textAtFocus.current) {
      event.preventDefault()
      event.stopPropagation()
      store.restore(place.id, place.column, textAtFocus.current)
    }
  }

  function onFocus(event: FocusEvent): void {
    const place = cellOf(event.target)
    if (place !== null) textAtFocus.current = place.field.value
  }

  function onInput(event: SyntheticEvent): void {
    const place = cellOf(event.target)
    if (place !== null) store.type(place.id, place.column, place.field.value)
  }

  function onBlur(event: FocusEvent): void {
    const place = cellOf(event.target)
    if (place === null) return
    store.leaveCell(place.id, place.column)
    if (cellOf(event.relatedTarget)?.id !== place.id) store.leaveRow(place.id)
  }

  function onPaste(event: ClipboardEvent): void {
    const place = cellOf(event.target)
    if (place === null) return
    const block = parseClipboardBlock(event.clipboardData.getData('text/plain'))
    if (!isBlock(block)) return
    event.preventDefault()
    store.paste(place.id, place.column, block)
    textAtFocus.current = place.field.value
  }

  return (
    <div>
      {/* The handlers serve the fields inside: one for all of them instead of six for each. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields inside are what is focused and typed into */}
      <div
        ref={frame}
        className={styles.frame}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onInput={onInput}
        onBlur={onBlur}
        onPaste={onPaste}
      >
        <table className={styles.table} aria-label={`${budgetLabels.content}, ${budgetLabels.amount}`}>
          <BudgetColumns owned={owned} />
          <tbody>
            {rowIds.map((id, index) => (
              <BudgetGridRow
                key={id}
                store={store}
                id={id}
                number={index + 1}
                beneficiaries={owned ? beneficiaries : nobody}
                onRemove={removeRow}
              />
            ))}
          </tbody>
          <BudgetFoot store={store} owned={owned} />
        </table>
      </div>
      <div className={styles.tools}>
        <Button onClick={() => addRow(null, 'content')}>Thêm dòng</Button>
        <RemovedRow store={store} onPutBack={(id) => focusCell(id, 'content')} />
        <span className={styles.help}>
          <kbd>Enter</kbd> xuống dòng · <kbd>Tab</kbd> sang phải · <kbd>Ctrl+D</kbd> chép ô trên · <kbd>Ctrl+V</kbd> dán
          vùng chép từ Excel (đơn vị đồng) · <kbd>Alt+Insert</kbd> chèn · <kbd>Alt+Delete</kbd> xóa dòng
        </span>
      </div>
    </div>
  )
}

function caretAtEdge(field: HTMLTextAreaElement, step: 1 | -1): boolean {
  return step === 1 ? field.selectionEnd === field.value.length : field.selectionStart === 0
}

/** Always the same list, so that a row knows it needs no new look. */
const nobody: readonly string[] = []

interface RowProps {
  readonly store: BudgetStore
  readonly id: number
  readonly number: number
  /** None: the row does not say whose it is. */
  readonly beneficiaries: readonly string[]
  readonly onRemove: (id: number) => void
}

const BudgetGridRow = memo(
  function BudgetGridRow({ store, id, number, beneficiaries, onRemove }: RowProps) {
    const row = useSyncExternalStore(store.subscribe, () => store.row(id))
    // The fields' first text only: afterwards the user types in them, and the program writes into them below.
    const [first] = useState(row.text)
    const line = useRef<HTMLTableRowElement>(null)

    // biome-ignore lint/correctness/useExhaustiveDependencies: only a change made by the program is written into the fields
    useLayoutEffect(() => {
      for (const field of line.current?.querySelectorAll('input, textarea') ?? []) {
        const place = cellOf(field)
        if (place === null) continue
        const text = row.text[place.column]
        if (place.field.value !== text) place.field.value = text
      }
    }, [row.revision])

    const told = row.messages.length > 0
    const toldId = useId()
    const field = (column: BudgetColumn) => ({
      'data-row': id,
      'data-column': column,
      'aria-label': `${budgetLabels[column]} dòng ${number}`,
      'aria-invalid': (told && row.reading.problems.some((problem) => problem.column === column)) || undefined,
      'aria-describedby': told ? toldId : undefined,
      defaultValue: first[column],
      autoComplete: 'off',
      spellCheck: false,
    })
    const numberField = (column: BudgetColumn) => (
      <td key={column}>
        <input className={`${styles.cell} ${styles.number}`} inputMode="decimal" {...field(column)} />
      </td>
    )
    return (
      <>
        <tr ref={line}>
          <td className={styles.ordinal}>{number}</td>
          <td>
            <textarea className={styles.cell} rows={1} {...field('content')} />
          </td>
          <td>
            <input className={styles.cell} {...field('unit')} />
          </td>
          {numberField('quantity')}
          {numberField('unitPrice')}
          <td className={styles.figure}>{row.reading.amount === null ? '' : formatMoney(row.reading.amount)}</td>
          {fundingSources.map(numberField)}
          <td>
            <textarea className={styles.cell} rows={1} {...field('note')} />
          </td>
          {beneficiaries.length > 0 && (
            <td>
              <OwnerCell store={store} id={id} number={number} owner={row.text.owner} beneficiaries={beneficiaries} />
            </td>
          )}
          <td>
            <button
              type="button"
              className={styles.remove}
              tabIndex={-1}
              aria-label={`Xóa dòng ${number}`}
              title={`Xóa dòng ${number} (Alt+Delete)`}
              onClick={() => onRemove(id)}
            >
              ×
            </button>
          </td>
        </tr>
        {told && (
          <tr>
            <td colSpan={beneficiaries.length > 0 ? 13 : 12} className={styles.told} id={toldId}>
              <div>
                <span>
                  Dòng {number}: {row.messages.join(' ')}
                </span>
                {row.reading.difference > 0 && (
                  <Button kind="quiet" onClick={() => store.putRestIntoCounterpart(id)}>
                    Đưa phần còn thiếu vào {budgetLabels.counterpart}
                  </Button>
                )}
              </div>
            </td>
          </tr>
        )}
      </>
    )
  },
  (before, after) =>
    before.store === after.store &&
    before.id === after.id &&
    before.number === after.number &&
    before.beneficiaries === after.beneficiaries,
)

function BudgetFoot({ store, owned }: { readonly store: BudgetStore; readonly owned: boolean }) {
  const sums = useSyncExternalStore(store.subscribe, store.sums)
  return (
    <tfoot>
      <tr>
        <td />
        <td colSpan={4}>{labels.total}</td>
        <td className={styles.figure} aria-label="Tổng thành tiền">
          {formatMoney(sums.total)}
        </td>
        {fundingSources.map((source) => (
          <td key={source} className={styles.figure} aria-label={`Tổng ${budgetLabels[source]}`}>
            {formatMoney(sums.amounts[source])}
          </td>
        ))}
        <td colSpan={owned ? 3 : 2} />
      </tr>
    </tfoot>
  )
}

interface RemovedRowProps {
  readonly store: BudgetStore
  readonly onPutBack: (id: number) => void
}

function RemovedRow({ store, onPutBack }: RemovedRowProps) {
  const number = useSyncExternalStore(store.subscribe, () => store.removedRow()?.number ?? null)
  if (number === null) return null
  function putBack(): void {
    let id: number | null = null
    flushSync(() => {
      id = store.putBack()
    })
    if (id !== null) onPutBack(id)
  }
  return (
    <span role="status">
      Đã xóa dòng {number}.{' '}
      <Button kind="quiet" onClick={putBack}>
        Hoàn tác
      </Button>
    </span>
  )
}
