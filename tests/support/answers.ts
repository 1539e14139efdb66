// What a program answers, as a value or as the refusal that was expected.
import type { Program } from '../../electron/program'
import type { Problem } from '../../shared/contract/errors'

export async function answerOf<T = never>(program: Program, name: string, input: unknown = {}): Promise<T> {
  const result = await program.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.message} ${JSON.stringify(result.error.fields)}`)
  return result.value as T
}

export async function refusalOf(program: Program, name: string, input: unknown = {}): Promise<Problem> {
  const result = await program.call(name, input)
  if (result.ok) throw new Error(`${name} was not refused`)
  return result.error
}
