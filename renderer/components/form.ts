// Forms over the contract's schemas: react-hook-form with uncontrolled inputs, checked by the very schema the program uses.
import { zodResolver } from '@hookform/resolvers/zod'
import { createContext, useContext } from 'react'
import { flushSync } from 'react-dom'
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { problemOf } from '../app/bridge'

export type ContractForm<I extends FieldValues, O> = UseFormReturn<I, unknown, O>

/** Checked on saving, then again as each field is left: never while a word is being typed. */
export function useContractForm<I extends FieldValues, O>(
  schema: z.ZodType<O, I>,
  values: DefaultValues<I>,
): ContractForm<I, O> {
  return useForm<I, unknown, O>({
    resolver: zodResolver(schema),
    defaultValues: values,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  })
}

/** Puts the program's refusal beside the fields it names; what names none stands at the head of the form. */
export function showProblem<I extends FieldValues, O>(form: ContractForm<I, O>, error: unknown, prefix = ''): void {
  const problem = problemOf(error)
  const named = problem.fields.filter((field) => field.path.startsWith(prefix))
  for (const field of named)
    form.setError(field.path.slice(prefix.length) as never, { type: 'program', message: field.message })
  if (named.length === 0) form.setError('root.program', { type: problem.code, message: problem.message })
}

/** Every top field as text, to know afterwards which ones changed. */
export function fieldsAsText<I extends FieldValues, O>(form: ContractForm<I, O>): Readonly<Record<string, string>> {
  const values: FieldValues = form.getValues()
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]))
}

/**
 * What was saved becomes what the form starts from. Whoever went on typing while the file was being written loses nothing:
 * what differs from `sent` (the fields when saving began) stays, and stays unsaved.
 */
export function resetAfterSaving<I extends FieldValues, O>(
  form: ContractForm<I, O>,
  sent: Readonly<Record<string, string>>,
  saved: DefaultValues<I>,
): 'clean' | 'typedMeanwhile' {
  const values = form.getValues()
  const typed = Object.entries(fieldsAsText(form)).filter(([name, text]) => text !== sent[name])
  // A reset form hears its boxes again only after the next rendering, so that comes at once.
  flushSync(() => form.reset(saved))
  for (const [name] of typed) form.setValue(name as Path<I>, values[name], { shouldDirty: true })
  return typed.length === 0 ? 'clean' : 'typedMeanwhile'
}

/** Told apart by this where a screen shows several forms with the same fields; empty where there is one. */
export const FieldScope = createContext('')

export type FieldId = (name: string) => string

const fieldId = (scope: string, name: string) => `field-${scope}${name.replaceAll('.', '-')}`

/** The id of a field's box in the form around: what its label points to and where the summary of errors jumps to. */
export function useFieldId(): FieldId {
  const scope = useContext(FieldScope)
  return (name) => fieldId(scope, name)
}
