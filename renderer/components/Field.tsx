// The frame around an input: its label, its hint, its error in words. In a grid the label is only read aloud.
import type { ReactNode } from 'react'
import { get, useFormContext, useFormState } from 'react-hook-form'
import styles from './Field.module.css'
import { useFieldId } from './form'

/** How much of a form's row a field takes, in twelfths. */
export type FieldWidth = 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly width?: FieldWidth
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** In a cell of a grid: the column's head is the label. */
  readonly bare?: boolean
}

export interface InputIdentity {
  readonly id: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
  readonly 'aria-required'?: true
}

export function useFieldMessage(name: string): string | null {
  const { control } = useFormContext()
  const { errors } = useFormState({ control, name })
  const message: unknown = get(errors, `${name}.message`)
  return typeof message === 'string' && message !== '' ? message : null
}

interface FieldFrameProps extends FieldProps {
  readonly children: (identity: InputIdentity) => ReactNode
}

export function Field({ name, label, width = 6, hint, required, bare = false, children }: FieldFrameProps) {
  const message = useFieldMessage(name)
  const id = useFieldId()(name)
  const described = [hint === undefined ? null : `${id}-hint`, message === null ? null : `${id}-error`].filter(
    (one) => one !== null,
  )
  const input = children({
    id,
    ...(message === null ? {} : { 'aria-invalid': true }),
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(required === true ? { 'aria-required': true } : {}),
  })
  const error = message !== null && (
    <div id={`${id}-error`} className={styles.error}>
      {message}
    </div>
  )
  if (bare)
    return (
      <div className={styles.bare}>
        <label className="visually-hidden" htmlFor={id}>
          {label}
        </label>
        {input}
        {error}
      </div>
    )
  return (
    <div className={`${styles.field} ${styles[`width${width}`]}`}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {required === true && (
          <span className={styles.required} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {input}
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error}
    </div>
  )
}

export const inputClass = styles.input ?? ''
export const numberClass = styles.number ?? ''

/** A row of fields, twelve twelfths wide; fields wrap to the next line. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
