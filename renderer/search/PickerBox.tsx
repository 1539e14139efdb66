// A box to search in, with what was found listed below it: arrows choose, Enter opens. Nothing is ever completed inside the
// box, and nothing is written into it while someone types: Vietnamese keyboards replace letters by Backspace and new ones.
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import styles from './PickerBox.module.css'

export interface PickerHit {
  readonly key: string
  readonly title: string
  readonly detail: string
  /** Such as "Đề án", in front of the title. */
  readonly kind?: string
}

export interface PickerHandle {
  readonly focus: () => void
}

export interface PickerBoxProps<H extends PickerHit> {
  readonly label: string
  readonly placeholder: string
  readonly hits: readonly H[]
  /** The answer to what is typed is not here yet. */
  readonly waiting: boolean
  /** Said in the list when nothing is found. */
  readonly nothingFound: string
  readonly onText: (text: string) => void
  readonly onPick: (hit: H) => void
  /** A way to use the typed words themselves, such as a name that is on no record. */
  readonly typedChoice?: { readonly label: (text: string) => string; readonly run: (text: string) => void }
  readonly inputId?: string
  readonly labelShown?: boolean
  readonly ref?: Ref<PickerHandle>
  readonly children?: ReactNode
}

export function PickerBox<H extends PickerHit>({
  label,
  placeholder,
  hits,
  waiting,
  nothingFound,
  onText,
  onPick,
  typedChoice,
  inputId,
  labelShown = false,
  ref,
  children,
}: PickerBoxProps<H>) {
  const ownId = useId()
  const id = inputId ?? ownId
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const enterWaits = useRef(false)
  useImperativeHandle(ref, () => ({
    focus: () => {
      input.current?.focus()
      input.current?.select()
    },
  }))

  const typed = text.trim()
  const choices = hits.length + (typedChoice === undefined || typed === '' ? 0 : 1)
  const shown = open && typed !== ''

  function clear(): void {
    if (input.current !== null) input.current.value = ''
    setText('')
    onText('')
    setOpen(false)
    setActive(0)
  }

  function choose(index: number): void {
    const hit = hits[index]
    if (hit !== undefined) {
      clear()
      onPick(hit)
    } else if (typedChoice !== undefined && typed !== '') {
      clear()
      typedChoice.run(typed)
    }
  }

  useEffect(() => {
    if (waiting || !enterWaits.current) return
    enterWaits.current = false
    if (hits.length > 0) choose(0)
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault()
        if (choices === 0) return
        setOpen(true)
        const step = event.key === 'ArrowDown' ? 1 : -1
        setActive((active + step + choices) % choices)
        return
      }
      case 'Enter':
        if (!shown) return
        // Enter belongs to the list, not to the form around the box.
        event.preventDefault()
        // The list still answers the words before these: Enter waits for the right one.
        if (waiting) enterWaits.current = true
        else if (choices > 0) choose(Math.min(active, choices - 1))
        return
      case 'Escape':
        if (typed === '' && input.current?.value === '') return
        event.preventDefault()
        event.stopPropagation()
        clear()
        return
    }
  }

  const optionId = (index: number) => `${id}-option-${index}`
  return (
    <div className={styles.picker}>
      <label htmlFor={id} className={labelShown ? styles.label : 'visually-hidden'}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="text"
        role="combobox"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && choices > 0 ? optionId(Math.min(active, choices - 1)) : undefined}
        onInput={(event) => {
          enterWaits.current = false
          setText(event.currentTarget.value)
          setActive(0)
          setOpen(true)
          onText(event.currentTarget.value)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {children}
      {shown && (
        // Pressing the mouse must not take the focus from the box, or the list would close before its row is chosen.
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={`${label}: tìm thấy`}
          tabIndex={-1}
          className={styles.drop}
          onMouseDown={(event) => event.preventDefault()}
        >
          {hits.map((hit, index) => (
            <div
              key={hit.key}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              onMouseDown={() => choose(index)}
            >
              {hit.kind !== undefined && <span className={styles.kind}>{hit.kind}</span>}
              <span className={styles.title}>{hit.title}</span>
              <span className={styles.detail}>{hit.detail}</span>
            </div>
          ))}
          {typedChoice !== undefined && (
            <div
              id={optionId(hits.length)}
              role="option"
              tabIndex={-1}
              aria-selected={active === hits.length}
              className={styles.option}
              onMouseDown={() => choose(hits.length)}
            >
              <span className={styles.title}>{typedChoice.label(typed)}</span>
            </div>
          )}
          {hits.length === 0 && !waiting && <div className={styles.nothing}>{nothingFound}</div>}
        </div>
      )}
    </div>
  )
}
