// Above a long form: everything that is wrong, each line jumping to its field.
import { useEffect, useRef } from 'react'
import { type FieldErrors, useFormContext, useFormState } from 'react-hook-form'
import { useFieldId } from './form'
import styles from './ProblemSummary.module.css'

interface Line {
  readonly name: string
  readonly message: string
}

export function ProblemSummary() {
  const fieldId = useFieldId()
  const { control } = useFormContext()
  const { errors, submitCount } = useFormState({ control })
  const box = useRef<HTMLElement>(null)
  const lines = linesOf(errors)
  const shownFor = useRef(0)
  useEffect(() => {
    if (lines.length === 0 || submitCount === shownFor.current) return
    shownFor.current = submitCount
    // Who is at the wrong box stays there: leaving it would check it again by shape alone and lose what the program said of it.
    if (lines.some((line) => fieldId(line.name) === document.activeElement?.id)) return
    box.current?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  })
  if (lines.length === 0) return null
  return (
    <section ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>Chưa lưu được, còn {lines.length} chỗ cần sửa</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.name}>
            {document.getElementById(fieldId(line.name)) === null ? (
              line.message
            ) : (
              <button type="button" onClick={() => jumpTo(fieldId(line.name))}>
                {labelOf(fieldId(line.name))}
                {line.message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function linesOf(errors: FieldErrors, path = ''): Line[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    if (value === undefined || value === null || key === 'ref' || key === 'types') return []
    const name = path === '' ? key : `${path}.${key}`
    if (typeof value !== 'object') return []
    const own = 'message' in value && typeof value.message === 'string' ? [{ name, message: value.message }] : []
    return [...own, ...linesOf(value as FieldErrors, name)]
  })
}

function labelOf(id: string): string {
  const text = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent?.replace(/\s*\*$/, '')
  return text === undefined || text === '' ? '' : `${text}: `
}

function jumpTo(id: string): void {
  const input = document.getElementById(id)
  input?.scrollIntoView({ block: 'center' })
  input?.focus({ preventScroll: true })
}
