// The inputs of forms. All are uncontrolled: nothing writes into a box while someone types in it (Unikey replaces letters
// by Backspace and new ones); amounts, dates and numbers are put in their Vietnamese shape when the box is left.
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Field, type FieldProps, inputClass, numberClass } from './Field'
import styles from './Field.module.css'
import { SearchSelect } from './SearchSelect'
import { dateShape, moneyShapes, monthShape, numberShape, type Shape } from './shapes'

const typing = { spellCheck: false, autoComplete: 'off' } as const

export function TextField({ placeholder, ...props }: FieldProps & { readonly placeholder?: string }) {
  const { register } = useFormContext()
  return (
    <Field {...props}>
      {(identity) => (
        <input
          {...identity}
          {...typing}
          {...register(props.name)}
          className={inputClass}
          placeholder={placeholder}
          readOnly={props.disabled}
          // The first box of a form: the officer came to type.
          // biome-ignore lint/a11y/noAutofocus: asked for by the form, once
          autoFocus={props.autoFocus}
          // A dialog looks for this mark; without it the keyboard would begin on its close button.
          data-autofocus={props.autoFocus}
        />
      )}
    </Field>
  )
}

export function ParagraphField({ rows = 3, ...props }: FieldProps & { readonly rows?: number }) {
  const { register } = useFormContext()
  return (
    <Field width={12} {...props}>
      {(identity) => (
        <textarea
          {...identity}
          {...typing}
          {...register(props.name)}
          className={inputClass}
          rows={rows}
          readOnly={props.disabled}
        />
      )}
    </Field>
  )
}

interface ShapedFieldProps extends FieldProps {
  readonly shape: Shape
  readonly placeholder?: string
  readonly alignEnd?: boolean
}

function ShapedField({ shape, placeholder, alignEnd = false, ...props }: ShapedFieldProps) {
  const { control } = useFormContext()
  const { field } = useController({ name: props.name, control })
  const box = useRef<HTMLInputElement | null>(null)
  // The value that the text now in the box stands for: a value from outside (reset, paste into the grid) differs from it.
  const typed = useRef<unknown>(field.value)
  useLayoutEffect(() => {
    if (box.current === null || Object.is(typed.current, field.value)) return
    typed.current = field.value
    box.current.value = shape.show(field.value)
  }, [field.value, shape])
  return (
    <Field {...props}>
      {(identity) => (
        <input
          {...identity}
          {...typing}
          ref={(element) => {
            box.current = element
            field.ref(element)
          }}
          name={field.name}
          className={alignEnd ? `${inputClass} ${numberClass}` : inputClass}
          defaultValue={shape.show(field.value)}
          placeholder={placeholder}
          inputMode={alignEnd ? 'decimal' : 'text'}
          readOnly={props.disabled}
          // biome-ignore lint/a11y/noAutofocus: asked for by the form, once
          autoFocus={props.autoFocus}
          data-autofocus={props.autoFocus}
          onInput={(event) => {
            typed.current = shape.read(event.currentTarget.value)
            field.onChange(typed.current)
          }}
          onBlur={(event) => {
            event.currentTarget.value = shape.show(typed.current)
            field.onBlur()
          }}
        />
      )}
    </Field>
  )
}

/** Exact đồng; "300 triệu" is understood. `empty` says what an empty box means: not known (null) or nothing (0). */
export function MoneyField({ empty = 'none', ...props }: FieldProps & { readonly empty?: 'none' | 'zero' }) {
  return <ShapedField width={3} {...props} shape={moneyShapes[empty]} alignEnd />
}

/** A number kept as a whole number of 1/10^decimals: decimals 3 for quantityThousandths, 2 for basis points. */
export function NumberField({ decimals = 0, ...props }: FieldProps & { readonly decimals?: 0 | 2 | 3 }) {
  return <ShapedField width={2} {...props} shape={numberShape(decimals, true)} alignEnd />
}

/** A year: 2026, never 2.026. */
export function YearField(props: FieldProps) {
  return <ShapedField width={2} {...props} shape={numberShape(0, false)} alignEnd />
}

export function DateField(props: FieldProps) {
  return (
    <ShapedField width={3} placeholder={props.bare === true ? '' : 'ngày/tháng/năm'} {...props} shape={dateShape} />
  )
}

export function MonthField(props: FieldProps) {
  return <ShapedField width={3} placeholder={props.bare === true ? '' : 'tháng/năm'} {...props} shape={monthShape} />
}

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
}

/** Options of a closed set from its labels. */
export function optionsOf<V extends string>(values: readonly V[], labelOf: Readonly<Record<V, string>>): Option<V>[] {
  return values.map((value) => ({ value, label: labelOf[value] }))
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  /** The label of choosing nothing (null); without it something is always chosen. */
  readonly emptyLabel?: string
}

/** A short list; the system's own control: first letters and arrows choose. */
export function SelectField({ options, emptyLabel, ...props }: SelectFieldProps) {
  const { register } = useFormContext()
  return (
    <Field {...props}>
      {(identity) => (
        <select
          {...identity}
          {...register(props.name, emptyLabel === undefined ? {} : { setValueAs: (value) => value || null })}
          className={inputClass}
          disabled={props.disabled}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface SearchSelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly placeholder?: string
  readonly onChosen?: (value: string | null) => void
}

/** A long list (communes, provinces): typing narrows it, without marks too. */
export function SearchSelectField({ options, placeholder, onChosen, ...props }: SearchSelectFieldProps) {
  const { control } = useFormContext()
  const { field } = useController({ name: props.name, control })
  return (
    <Field {...props}>
      {(identity) => (
        <SearchSelect
          identity={identity}
          label={props.label}
          className={inputClass}
          options={options}
          value={typeof field.value === 'string' && field.value !== '' ? field.value : null}
          onChange={(value) => {
            field.onChange(value)
            onChosen?.(value)
          }}
          onBlur={field.onBlur}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(props.disabled === undefined ? {} : { disabled: props.disabled })}
        />
      )}
    </Field>
  )
}

interface ManyChoicesFieldProps {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly width?: FieldProps['width']
}

/** Any number of a few. The form's value is the list of what is ticked. */
export function ManyChoicesField({ name, label, options, width = 12 }: ManyChoicesFieldProps) {
  const { register } = useFormContext()
  return (
    <fieldset className={`${styles.choices} ${styles[`width${width}`]}`}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input type="checkbox" value={option.value} {...register(name)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

interface CheckFieldProps {
  readonly name: string
  readonly label: ReactNode
  readonly width?: FieldProps['width']
}

export function CheckField({ name, label, width = 4 }: CheckFieldProps) {
  const { register } = useFormContext()
  return (
    <label className={`${styles.choice} ${styles[`width${width}`]}`}>
      <input type="checkbox" {...register(name)} />
      {label}
    </label>
  )
}
