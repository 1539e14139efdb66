// Choosing one of many (provinces, communes) by typing a part of its name, marks or not. The list stands below the box,
// never inside it; the box is uncontrolled, and what Enter takes is worked out from the text as it is at that moment.
import { type FocusEvent, type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { fold } from '../../shared/vietnamese/fold'
import type { InputIdentity } from './Field'
import type { Option } from './fields'
import styles from './SearchSelect.module.css'

interface SearchSelectProps {
  readonly identity: InputIdentity | { readonly 'aria-label': string }
  /** Names the list and the clearing button. */
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
  readonly className: string
  readonly placeholder?: string
  readonly disabled?: boolean
}

export function SearchSelect(props: SearchSelectProps) {
  const { identity, label, options, value, onChange, onBlur, className, placeholder, disabled = false } = props
  const box = useRef<HTMLInputElement>(null)
  const listId = useId()
  // The text typed since the box was entered; null while it still shows what is chosen.
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const folded = useMemo(() => options.map((option) => ({ option, key: fold(option.label) })), [options])
  const chosenLabel = options.find((option) => option.value === value)?.label ?? ''

  useLayoutEffect(() => {
    if (typed === null && box.current !== null) box.current.value = chosenLabel
  }, [typed, chosenLabel])

  const matching = (text: string | null): readonly Option[] => {
    const wanted = fold(text ?? '')
    return folded.filter(({ key }) => key.includes(wanted)).map(({ option }) => option)
  }
  const shown = open ? matching(typed) : []
  const activeIndex = Math.min(active, shown.length - 1)

  function choose(option: Option | null): void {
    setOpen(false)
    setTyped(null)
    if (option === null || option.value !== value) onChange(option?.value ?? null)
    // The chosen one may be the same as before: the text typed meanwhile goes all the same.
    if (box.current !== null) box.current.value = option?.label ?? ''
  }

  function show(): void {
    setOpen(true)
    setActive(Math.max(0, typed === null ? options.findIndex((option) => option.value === value) : 0))
  }

  function move(step: number): void {
    if (open) setActive(Math.max(0, Math.min(shown.length - 1, activeIndex + step)))
    else show()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && open) {
      const option = matching(typed === null ? null : event.currentTarget.value)[Math.max(0, activeIndex)]
      if (option === undefined) return
      choose(option)
    } else if (event.key === 'Escape' && open) {
      setOpen(false)
      setTyped(null)
    } else return
    event.preventDefault()
  }

  function leave(event: FocusEvent<HTMLInputElement>): void {
    const text = event.currentTarget.value.trim()
    const [only, ...others] = typed === null || text === '' ? [] : matching(text)
    if (typed !== null && text === '') choose(null)
    else if (only !== undefined && others.length === 0) choose(only)
    setOpen(false)
    setTyped(null)
    onBlur?.()
  }

  return (
    <div className={styles.select}>
      <input
        {...identity}
        ref={box}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        {...(shown.length > 0 ? { 'aria-activedescendant': `${listId}-${activeIndex}` } : {})}
        className={className}
        placeholder={placeholder}
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        defaultValue={chosenLabel}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => {
          if (!open) show()
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {value !== null && !disabled && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.clear}
          aria-label={`Bỏ chọn ${label}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(null)}
        >
          ×
        </button>
      )}
      {open && (
        <div id={listId} role="listbox" aria-label={label} className={styles.list}>
          {shown.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
            <div
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === activeIndex}
              ref={index === activeIndex ? scrollTo : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.label}
            </div>
          ))}
          {shown.length === 0 && <div className={styles.none}>Không thấy mục nào</div>}
        </div>
      )}
    </div>
  )
}

function scrollTo(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
