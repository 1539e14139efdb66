// Forms over the contract's schemas: react-hook-form with uncontrolled inputs, checked by the very schema the program uses.
import { zodResolver } from '@hookform/resolvers/zod'
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form'
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

/** Where the summary of errors jumps to. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`
}
