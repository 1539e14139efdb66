// A row of tabs above the plan; arrow keys go from one to the next.
import type { KeyboardEvent } from 'react'
import styles from './PlanScreen.module.css'

interface TabsProps<V extends string> {
  readonly label: string
  readonly values: readonly V[]
  readonly chosen: V
  readonly text: (value: V) => string
  readonly panelId: string
  readonly onChoose: (value: V) => void
}

export function Tabs<V extends string>({ label, values, chosen, text, panelId, onChoose }: TabsProps<V>) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    const step = event.key === 'ArrowRight' ? 1 : -1
    const next = (values.indexOf(chosen) + step + values.length) % values.length
    const other = event.currentTarget.children[next]
    if (other instanceof HTMLButtonElement) {
      other.focus()
      other.click()
    }
  }
  return (
    <div role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {values.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={one === chosen}
          aria-controls={panelId}
          tabIndex={one === chosen ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {text(one)}
        </button>
      ))}
    </div>
  )
}
