// A program over a data file of its own, asked by typed calls: the answer, or the refusal where one is expected.
import path from 'node:path'
import { afterEach } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import type { Call, InputOf, OutputOf } from '../../shared/contract/call'
import type { Problem } from '../../shared/contract/errors'
import type { AreaName, Contract } from '../../shared/contract/index'
import { tempFolders } from './tempFolder'

type CallName = { [A in AreaName]: `${A}.${keyof Contract[A] & string}` }[AreaName]
type CallAt<N extends CallName> = N extends `${infer A extends AreaName}.${infer C}`
  ? C extends keyof Contract[A]
    ? Extract<Contract[A][C], Call>
    : never
  : never

export interface OpenProgram {
  readonly program: Program
  readonly ask: <N extends CallName>(name: N, input: InputOf<CallAt<N>>) => Promise<OutputOf<CallAt<N>>>
  /** The input may be of a wrong shape on purpose. */
  readonly refusal: (name: CallName, input: unknown) => Promise<Problem>
}

/** Call inside a describe or a file: programs are closed after each test. */
export function openPrograms(today = '2026-11-21'): (kind?: 'empty' | 'sample') => Promise<OpenProgram> {
  const folder = tempFolders()
  const open: Program[] = []
  afterEach(async () => {
    for (const program of open.splice(0)) await program.close()
  })
  return async (kind = 'empty') => {
    const program = createProgram({
      resourcesDir: path.resolve('resources'),
      userDataDir: folder(),
      clock: { today: () => today, instant: () => `${today}T03:00:00.000Z` },
      log: () => undefined,
      checkOutput: true,
    })
    open.push(program)
    const opened = asked(program)
    const file = path.join(folder(), 'a.skc')
    const office = {
      centreName: 'Trung tâm Khuyến công',
      departmentName: 'Sở Công Thương',
      provinceCode: '19',
      placeName: 'Thái Nguyên',
    }
    await (kind === 'sample'
      ? opened.ask('files.createSample', { path: file })
      : opened.ask('files.create', { path: file, office }))
    return opened
  }
}

export function asked(program: Program): OpenProgram {
  return {
    program,
    ask: async (name, input) => {
      const result = await program.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.message} ${JSON.stringify(result.error.fields)}`)
      return result.value as never
    },
    refusal: async (name, input) => {
      const result = await program.call(name, input)
      if (result.ok) throw new Error(`${name} was not refused`)
      return result.error
    },
  }
}
