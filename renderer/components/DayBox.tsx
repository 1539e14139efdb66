// A day outside a form: typed as dd/MM/yyyy, read when the box is left or Enter is pressed; what is no day is said under it.
import { useEffect, useId, useRef, useState } from 'react'
import { formatDate, type PlainDate, parseDate } from '../../shared/vietnamese/dates'
import styles from './filters.module.css'

interface DayBoxProps {
  readonly label: string
  readonly value: PlainDate | null
  readonly onChange: (day: PlainDate | null) => void
}

export function DayBox({ label, value, onChange }: DayBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  useEffect(() => {
    if (box.current !== null && document.activeElement !== box.current)
      box.current.value = value === null ? '' : formatDate(value)
  }, [value])

  function leave(): void {
    const text = box.current?.value.trim() ?? ''
    if (text === '') {
      setProblem(null)
      if (value !== null) onChange(null)
      return
    }
    const parsed = parseDate(text)
    if (parsed.kind !== 'value') {
      setProblem(parsed.kind === 'impossible' ? parsed.reason : 'Ngày viết như 30/06/2027.')
      return
    }
    setProblem(null)
    if (box.current !== null) box.current.value = formatDate(parsed.date)
    if (parsed.date !== value) onChange(parsed.date)
  }

  return (
    <span className={styles.dayBox}>
      <input
        ref={box}
        className={`${styles.filter} ${styles.day}`}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder="ngày/tháng/năm"
        inputMode="numeric"
        spellCheck={false}
        autoComplete="off"
        defaultValue={value === null ? '' : formatDate(value)}
        data-set={value !== null || undefined}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave()
        }}
      />
      {problem !== null && (
        <span id={problemId} role="alert" className={styles.dayProblem}>
          {problem}
        </span>
      )}
    </span>
  )
}
