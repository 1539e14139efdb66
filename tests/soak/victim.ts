// The process that is killed. It says on its standard output, at once and in order, what the program has acknowledged.
import fs from 'node:fs'
import path from 'node:path'
import type { Program } from '../../electron/program'
import { findCall } from '../../shared/contract/index'
import { answerOf } from '../support/answers'
import { workOn } from './mixedLoad'
import { soakProgram } from './paths'
import { chanceOf } from './random'

/** What the victim says, one line of JSON each. */
export type Said =
  | { readonly kind: 'open' }
  | { readonly kind: 'commit'; readonly name: string }
  /** What a query answers after everything acknowledged so far. */
  | { readonly kind: 'seen'; readonly name: string; readonly input: unknown; readonly answer: string }
  | { readonly kind: 'done' }

export type Order =
  | { readonly kind: 'work'; readonly file: string; readonly seed: number; readonly steps: number | null }
  | { readonly kind: 'call'; readonly file: string | null; readonly name: string; readonly input: unknown }

function say(said: Said): void {
  fs.writeSync(1, `${JSON.stringify(said)}\n`)
}

/** The same program, whose acknowledged commands are said. */
function acknowledging(program: Program): Program {
  return {
    close: () => program.close(),
    call: async (name, input) => {
      const result = await program.call(name, input)
      const call = findCall(name)
      if (result.ok && call?.kind === 'command' && call.needs === 'file') say({ kind: 'commit', name })
      return result
    },
  }
}

/** One too long for an argument stands in a file. */
function inputOf(input: unknown): unknown {
  const given = typeof input === 'object' && input !== null && 'file' in input ? input.file : null
  return typeof given === 'string' ? JSON.parse(fs.readFileSync(given, 'utf8')) : input
}

const questions = [
  ['establishments.list', { limit: 500 }],
  ['projects.list', { limit: 500 }],
  ['contracts.list', {}],
  ['plans.get', { year: 2022, programme: 'national' }],
  ['history.state', {}],
] as const

async function run(order: Order, userDataDir: string): Promise<void> {
  const program = acknowledging(soakProgram(userDataDir))
  if (order.file !== null) {
    await answerOf(program, 'files.open', { path: order.file })
    say({ kind: 'open' })
  }
  if (order.kind === 'call') await answerOf(program, order.name, inputOf(order.input))
  else {
    const chance = chanceOf(order.seed)
    for (let step = 0; order.steps === null || step < order.steps; step += 1) {
      await workOn(program, chance)
      if (chance.often(0.7)) continue
      const [name, input] = chance.pick(questions)
      say({ kind: 'seen', name, input, answer: JSON.stringify(await answerOf(program, name, input)) })
    }
  }
  await program.close()
  say({ kind: 'done' })
}

const [order = '', folder = '.'] = process.argv.slice(2)
run(JSON.parse(order) as Order, path.resolve(folder)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
