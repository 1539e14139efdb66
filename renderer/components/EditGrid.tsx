// Rows inside a form, edited in place like a sheet: Enter goes down and adds a row at the end, Tab goes right, Ctrl+D takes
// the value above, cells copied in Excel are pasted over several boxes at once. Every cell is a real input.
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { type FieldValues, useFieldArray, useFormContext } from 'react-hook-form'
import { labels } from '../../shared/labels'
import { Button } from './Button'
import styles from './EditGrid.module.css'
import { useFieldMessage } from './Field'
import { DateField, MoneyField, MonthField, NumberField, SelectField, TextField, YearField } from './fields'
import { useFieldId } from './form'
import { GridPaste } from './GridPaste'
import { type GridColumn, put, readCell } from './gridColumns'
import { notifyWarning } from './notices'
import { isTable, pastedRows } from './pasted'

export type { GridColumn }

interface EditGridProps {
  readonly name: string
  readonly label: string
  readonly columns: readonly GridColumn[]
  /** A row as it is before anything is typed into it. */
  readonly newRow: () => FieldValues
  readonly addLabel: string
  /** Said where there are no rows. */
  readonly empty: string
}

export function EditGrid({ name, label, columns, newRow, addLabel, empty }: EditGridProps) {
  const fieldId = useFieldId()
  const { control, getValues, setValue, register } = useFormContext()
  // The rows of signers have an `id` of their own.
  const { fields, append, remove } = useFieldArray({ control, name, keyName: 'gridKey' })
  const problem = useFieldMessage(name) ?? undefined
  /** What is being pasted: a text already, or null while the box for it is open. */
  const [pasting, setPasting] = useState<{ readonly text: string | null } | null>(null)

  function focusCell(row: number, column: GridColumn | undefined): void {
    if (column === undefined) return
    const box = document.getElementById(fieldId(`${name}.${row}.${column.name}`))
    box?.focus()
    if (box instanceof HTMLInputElement) box.select()
  }

  function add(focused: GridColumn | undefined): void {
    append(newRow(), { shouldFocus: false })
    // The row's boxes exist after the next rendering.
    requestAnimationFrame(() => focusCell(fields.length, focused))
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.nativeEvent.isComposing) return
    const at = cellOf(event.target, fieldId(name), columns)
    if (at === null) return
    const inSelect = event.target instanceof HTMLSelectElement
    const down = event.key === 'Enter' || (event.key === 'ArrowDown' && !inSelect)
    if (down && !event.shiftKey) {
      event.preventDefault()
      if (at.row + 1 < fields.length) focusCell(at.row + 1, at.column)
      else if (event.key === 'Enter') add(columns[0])
    } else if ((event.key === 'Enter' && event.shiftKey) || (event.key === 'ArrowUp' && !inSelect)) {
      event.preventDefault()
      focusCell(at.row - 1, at.column)
    } else if (event.key.toLowerCase() === 'd' && event.ctrlKey && at.row > 0) {
      event.preventDefault()
      const path = `${name}.${at.row}.${at.column.name}`
      setValue(path, getValues(`${name}.${at.row - 1}.${at.column.name}`), { shouldDirty: true })
    }
  }

  function onPaste(event: ClipboardEvent<HTMLElement>): void {
    const text = event.clipboardData.getData('text/plain')
    const at = cellOf(event.target, fieldId(name), columns)
    // One cell is ordinary text, pasted where the caret is.
    if (!isTable(text)) return
    if (at === null) {
      event.preventDefault()
      setPasting({ text })
      return
    }
    event.preventDefault()
    const first = columns.indexOf(at.column)
    const rows = pastedRows(text)
    if (rows === null) return
    const unknown: string[] = []
    const values = getValues(name) as FieldValues[]
    const next = [...values]
    rows.forEach((cells, down) => {
      const row = structuredClone(next[at.row + down] ?? newRow())
      cells.forEach((cell, right) => {
        const column = columns[first + right]
        if (column === undefined) return
        const value = readCell(column, cell)
        if (value === undefined) unknown.push(`“${cell.trim()}” (${column.label}, dòng ${at.row + down + 1})`)
        else put(row, column.name, value)
      })
      next[at.row + down] = row
    })
    setValue(name, next, { shouldDirty: true })
    if (unknown.length > 0) notifyWarning(unknownWords(unknown))
  }

  const minWidth = columns.reduce((sum, column) => sum + column.width, 40)
  return (
    <div onPaste={onPaste}>
      {fields.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.grid} aria-label={label} style={{ minWidth }} onKeyDown={onKeyDown}>
            <colgroup>
              {columns.map((column) => (
                <col key={column.name} style={column.grow === true ? {} : { width: column.width }} />
              ))}
              <col style={{ width: 40 }} />
            </colgroup>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.name} scope="col" className={isNumber(column) ? styles.end : undefined}>
                    {column.label}
                  </th>
                ))}
                <th>
                  <span className="visually-hidden">{labels.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field, row) => (
                <tr key={field.gridKey}>
                  {columns.map((column) => {
                    const cell = `${name}.${row}.${column.name}`
                    const cellLabel = `${column.label}, dòng ${row + 1}`
                    return (
                      <td key={column.name}>
                        {column.kind === 'check' ? (
                          <label className={styles.check}>
                            <span className="visually-hidden">{cellLabel}</span>
                            <input id={fieldId(cell)} type="checkbox" {...register(cell)} />
                          </label>
                        ) : (
                          <Cell column={column} name={cell} label={cellLabel} />
                        )}
                      </td>
                    )
                  })}
                  <td>
                    <button
                      type="button"
                      className={styles.remove}
                      aria-label={`Xóa dòng ${row + 1}`}
                      title={`Xóa dòng ${row + 1}`}
                      onClick={() => remove(row)}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {problem !== undefined && (
        <p id={fieldId(name)} tabIndex={-1} className={styles.problem}>
          {problem}
        </p>
      )}
      <Button kind="quiet" onClick={() => add(columns[0])}>
        + {addLabel}
      </Button>
      <Button
        kind="quiet"
        aria-label={`${labels.pasteRows}: ${label}`}
        title="Dán nhiều dòng chép từ Excel, xem trước rồi mới lấy"
        onClick={() => setPasting({ text: null })}
      >
        {labels.pasteRows}
      </Button>
      {pasting !== null && (
        <GridPaste
          label={label}
          columns={columns}
          existing={() => getValues(name) as FieldValues[]}
          newRow={newRow}
          text={pasting.text}
          onRows={(rows) => setValue(name, rows, { shouldDirty: true })}
          onClose={() => setPasting(null)}
        />
      )}
    </div>
  )
}

type InputColumn = Exclude<GridColumn, { kind: 'check' }>

function Cell({
  column,
  name,
  label,
}: {
  readonly column: InputColumn
  readonly name: string
  readonly label: string
}) {
  const props = { name, label, bare: true }
  switch (column.kind) {
    case 'text':
      return <TextField {...props} />
    case 'money':
      return <MoneyField {...props} />
    case 'number':
      return <NumberField {...props} decimals={column.decimals ?? 0} />
    case 'year':
      return <YearField {...props} />
    case 'date':
      return <DateField {...props} />
    case 'month':
      return <MonthField {...props} />
    case 'choice':
      return <SelectField {...props} options={column.options} />
  }
}

const shownUnknown = 5

function unknownWords(unknown: readonly string[]): string {
  const named = unknown.slice(0, shownUnknown).join(', ')
  return `Đã dán, nhưng ${unknown.length} ô không khớp lựa chọn nào nên giữ như cũ: ${named}${unknown.length > shownUnknown ? '…' : ''}. Hãy chọn lại ở các ô đó.`
}

function isNumber(column: GridColumn): boolean {
  return column.kind === 'money' || column.kind === 'number' || column.kind === 'year'
}

/** Row and column of the box that has the focus. */
function cellOf(
  target: EventTarget,
  gridId: string,
  columns: readonly GridColumn[],
): { readonly row: number; readonly column: GridColumn } | null {
  if (!(target instanceof HTMLElement)) return null
  const prefix = `${gridId}-`
  if (!target.id.startsWith(prefix)) return null
  const [row = '', ...rest] = target.id.slice(prefix.length).split('-')
  const column = columns.find((one) => one.name.replaceAll('.', '-') === rest.join('-'))
  return column === undefined ? null : { row: Number(row), column }
}
