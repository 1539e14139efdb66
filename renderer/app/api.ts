// Every call of the contract as a typed function, made from the contract by a loop.
import type { Api } from '../../shared/contract/index'
import { allCalls } from '../../shared/contract/index'
import { callProgram } from './bridge'

function makeApi(): Api {
  const areas: Record<string, Record<string, (input: unknown) => Promise<unknown>>> = {}
  for (const { name } of allCalls()) {
    const [area = '', call = ''] = name.split('.')
    const calls = areas[area] ?? {}
    calls[call] = (input) => callProgram(name, input)
    areas[area] = calls
  }
  // The loop gives exactly the names of the contract; TypeScript cannot see that through the strings.
  return areas as unknown as Api
}

/** Throws ProblemError when the program refuses. */
export const api = makeApi()
