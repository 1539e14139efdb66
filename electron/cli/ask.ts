// The program as typed functions for the commands: a refusal becomes an exception that ends the command.
import type { Problem } from '../../shared/contract/errors'
import { type Api, allCalls } from '../../shared/contract/index'
import type { Answer } from '../hosting/answer'

/** The program said no, or the command line itself did; both have a code and words. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

export async function demand(answer: Answer, name: string, input: unknown): Promise<unknown> {
  const result = await answer(name, input)
  if (!result.ok) throw new Refused(result.error)
  return result.value
}

export function typedApi(answer: Answer): Api {
  const areas: Record<string, Record<string, unknown>> = {}
  for (const { name } of allCalls()) {
    const [area = '', call = ''] = name.split('.')
    areas[area] ??= {}
    areas[area][call] = (input: unknown) => demand(answer, name, input)
  }
  // Api is this very loop over the contract, written as a type.
  return areas as unknown as Api
}
