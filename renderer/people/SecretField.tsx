// A box for a PIN or password: what is typed is not shown, and the browser keeps nothing of it.
import { useFormContext } from 'react-hook-form'
import { Field, type FieldProps, inputClass } from '../components/Field'

export function SecretField(props: FieldProps) {
  const { register } = useFormContext()
  return (
    <Field {...props}>
      {(identity) => (
        <input
          {...identity}
          {...register(props.name)}
          type="password"
          autoComplete="off"
          spellCheck={false}
          className={inputClass}
          // biome-ignore lint/a11y/noAutofocus: asked for by the form, once
          autoFocus={props.autoFocus}
          data-autofocus={props.autoFocus}
        />
      )}
    </Field>
  )
}
