// Forms over the contract's schemas: react-hook-form with uncontrolled inputs, checked by the very schema the program uses.
import { zodResolver } from '@hookform/resolvers/zod'
import { createContext, useContext } from 'react'
import { flushSync } from 'react-dom'
import {
  type DefaultValues,
  type FieldValues,
  get,
  type Path,
  type PathValue,
  set,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { problemOf } from '../app/bridge'
import { differences, overlap } from './typedMeanwhile'

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

/** The form as it is now, to know afterwards what was typed since. */
export function valuesOf<I extends FieldValues, O>(form: ContractForm<I, O>): I {
  return structuredClone(form.getValues())
}

/**
 * What was saved becomes what the form starts from, and the boxes stay as they are: the one in hand keeps the focus and the
 * word being composed. Whoever went on typing while the file was being written loses nothing: what differs from `sent` (the
 * values when saving began) stays, and stays unsaved. What the program put otherwise (a code it gave) is shown.
 */
export function resetAfterSaving<I extends FieldValues, O>(
  form: ContractForm<I, O>,
  sent: I,
  saved: DefaultValues<I>,
): 'clean' | 'typedMeanwhile' {
  const typed = differences(sent, form.getValues())
  for (const { path, value } of differences(sent, saved)) {
    if (value === undefined || typed.some((one) => overlap(one.path, path))) continue
    if (!isSpaceBeingTyped(path, get(sent, path), value)) form.setValue(path as Path<I>, value as PathValue<I, Path<I>>)
  }
  const kept = valuesOf(form)
  for (const { path } of typed) set(kept, path, get(sent, path))
  // The form hears its boxes again only after the next rendering, so that comes at once.
  flushSync(() => form.reset(kept, { keepValues: true }))
  return typed.length === 0 ? 'clean' : 'typedMeanwhile'
}

/** Saved without it, but in the box in hand it stands before the next word. */
function isSpaceBeingTyped(path: string, sent: unknown, saved: unknown): boolean {
  const inHand = document.activeElement?.getAttribute('name') === path
  return inHand && typeof sent === 'string' && sent.trim() === saved
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
