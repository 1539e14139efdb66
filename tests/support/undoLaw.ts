// The law of undo over one program: a sequence of commands is done, taken back and done again, and after each step the whole
// file is compared, table by table.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Program } from '../../electron/program'
import { type Tables, tablesOf, withoutVersions } from './dump'

export interface Step {
  readonly kind: number
  readonly a: number
  readonly b: number
}

export type Asked = readonly [name: string, input: unknown]
/** Builds one command from what the file holds now; some are refused, as an officer's would be. Null: nothing to do it to. */
export type Move = (program: Program, step: Step, tables: Tables) => Asked | null | Promise<Asked | null>

/** How many sequences: few in every run, as many as wanted in a long one. */
export function sequencesOf(usual: number): number {
  return Number(process.env.UNDO_SEQUENCES ?? usual)
}

async function ask<T>(program: Program, name: string, input: unknown = {}): Promise<T> {
  const result = await program.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return result.value as T
}

const lastWork = async (program: Program) =>
  (await ask<{ undo: { commandId: number } | null }>(program, 'history.state')).undo?.commandId ?? 0

/** As text first: looking deep into what is the same costs more than the rest of the test. */
function expectSame(now: string, then: string): void {
  if (now !== then) expect(JSON.parse(now)).toEqual(JSON.parse(then))
}

/** Leaves the file as the sequence made it, or as it was before where it goes `thereAndBack`. @param done counts what was really done, by the name of the call */
export async function walk(
  program: Program,
  file: string,
  moves: readonly Move[],
  steps: readonly Step[],
  done: Map<string, number>,
  thereAndBack = false,
): Promise<void> {
  let tables = tablesOf(file)
  const states = [withoutVersions(tables)]
  for (const step of steps) {
    const before = await lastWork(program)
    const asked = await moves[step.kind]?.(program, step, tables)
    if (asked === undefined || asked === null) continue
    const [name, input] = asked
    const result = await program.call(name, input)
    if (!result.ok) expect(result.error.code, `${name}: ${result.error.message}`).not.toBe('internal')
    if ((await lastWork(program)) === before) continue
    tables = tablesOf(file)
    states.push(withoutVersions(tables))
    done.set(name, (done.get(name) ?? 0) + 1)
  }
  const back = async (step: 'undo' | 'redo', through: readonly string[]) => {
    for (const state of through) {
      await ask(program, `history.${step}`)
      expectSame(withoutVersions(tablesOf(file)), state)
    }
  }
  const backwards = states.slice(0, -1).reverse()
  await back('undo', backwards)
  await back('redo', states.slice(1))
  if (!thereAndBack) return
  for (const _ of backwards) await ask(program, 'history.undo')
  expectSame(withoutVersions(tablesOf(file)), states[0] ?? '')
}

/** The same in every run, unless UNDO_SEED and UNDO_SEQUENCES ask for others. Each sequence ends in one kind of work, in turn, so that few of them do every kind; what comes before is as it comes. */
export function sequences(count: number, kinds: number): Step[][] {
  const step = (kind: fc.Arbitrary<number>) => fc.record({ kind, a: fc.nat(60), b: fc.nat(60) })
  const before = fc.array(step(fc.nat(kinds - 1)), { maxLength: 3 })
  const all = fc.tuple(before, step(fc.constant(0)))
  const seed = Number(process.env.UNDO_SEED ?? 20_261_121)
  return fc
    .sample(all, { numRuns: count, seed })
    .map(([first, last], index) => [...first, { ...last, kind: index % kinds }])
}

export interface Walked {
  readonly file: string
  readonly kinds: readonly Move[]
  readonly thereAndBack: boolean
}

export async function holdsFor(program: Program, { file, kinds, thereAndBack }: Walked, all: readonly Step[][]) {
  const done = new Map<string, number>()
  for (const steps of all)
    try {
      await walk(program, file, kinds, steps, done, thereAndBack)
    } catch (error) {
      throw new Error(`after ${JSON.stringify(steps)}`, { cause: error })
    }
  return done
}
