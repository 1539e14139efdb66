// Whose cost a line of the budget is: one of the beneficiaries of a group, or common to the đề án.
import type { KeyboardEvent } from 'react'
import { budgetLabels } from '../../shared/labels'
import styles from './BudgetGrid.module.css'
import type { BudgetStore } from './budgetStore'

interface OwnerCellProps {
  readonly store: BudgetStore
  readonly id: number
  readonly number: number
  readonly owner: number | null
  readonly beneficiaries: readonly string[]
}

export function OwnerCell({ store, id, number, owner, beneficiaries }: OwnerCellProps) {
  function onKeyDown(event: KeyboardEvent<HTMLSelectElement>): void {
    const ids = store.rowIds()
    const at = ids.indexOf(id)
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      const above = ids[at - 1]
      if (above !== undefined) store.setOwner(id, store.row(above).text.owner)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const next = ids[at + (event.shiftKey ? -1 : 1)]
      event.currentTarget.closest('table')?.querySelector<HTMLSelectElement>(`[data-owner="${next}"]`)?.focus()
    }
  }

  return (
    <select
      className={styles.cell}
      data-owner={id}
      aria-label={`${budgetLabels.beneficiary} dòng ${number}`}
      // The column is narrower than most names.
      title={owner === null ? budgetLabels.commonLine : beneficiaries[owner]}
      value={owner ?? ''}
      onChange={({ target }) => store.setOwner(id, target.value === '' ? null : Number(target.value))}
      onKeyDown={onKeyDown}
    >
      <option value="">{budgetLabels.commonLine}</option>
      {beneficiaries.map((name, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an owner is a place in this list
        <option key={place} value={place}>
          {name === '' ? `Đơn vị ${place + 1}` : name}
        </option>
      ))}
    </select>
  )
}
