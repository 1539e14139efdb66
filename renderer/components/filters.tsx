// Filters above a list. The search box is uncontrolled: the list follows the typing, the box is never rewritten.
import { useEffect, useRef } from 'react'
import { labels } from '../../shared/labels'
import type { Option } from './fields'
import styles from './filters.module.css'
import { SearchSelect } from './SearchSelect'

interface FilterSearchProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** In a dialog: the box that has the keys when it opens. */
  readonly firstInDialog?: boolean
}

export function FilterSearch({ label, placeholder, value, onChange, firstInDialog }: FilterSearchProps) {
  const box = useRef<HTMLInputElement>(null)
  const typed = useRef(value)
  useEffect(() => {
    if (box.current === null || typed.current === value) return
    typed.current = value
    box.current.value = value
  }, [value])
  return (
    <input
      ref={box}
      type="search"
      data-autofocus={firstInDialog === true || undefined}
      className={`${styles.filter} ${styles.search}`}
      aria-label={label}
      placeholder={placeholder}
      spellCheck={false}
      autoComplete="off"
      defaultValue={value}
      onInput={(event) => {
        typed.current = event.currentTarget.value
        onChange(typed.current)
      }}
    />
  )
}

interface FilterSelectProps<V extends string> {
  readonly label: string
  readonly value: V | null
  readonly options: readonly Option<V>[]
  readonly onChange: (value: V | null) => void
  /** For long lists: typing narrows it. */
  readonly searchable?: boolean
}

export function FilterSelect<V extends string>({ label, value, options, onChange, searchable }: FilterSelectProps<V>) {
  if (searchable === true)
    return (
      <SearchSelect
        identity={{ 'aria-label': label }}
        label={label}
        className={styles.filter ?? ''}
        placeholder={`${label}: ${labels.all.toLocaleLowerCase('vi')}`}
        options={options}
        value={value}
        onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value ?? null)}
      />
    )
  return (
    <select
      className={styles.filter}
      aria-label={label}
      value={value ?? ''}
      data-set={value !== null || undefined}
      onChange={(event) =>
        onChange(options.find((option) => option.value === event.currentTarget.value)?.value ?? null)
      }
    >
      <option value="">
        {label}: {labels.all.toLocaleLowerCase('vi')}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
