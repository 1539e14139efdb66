// Cuts the power at random moments of real work: the work is done once under strace, then every disk that a cut could have left
// is built from what was asked of it, opened with the program, and judged against what had been acknowledged by then.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type Figures, Tally } from './figures'
import { victimFile } from './paths'
import { chanceOf } from './random'
import { Replay } from './replay'
import { type Prepared, type Scenario, scenarios } from './scenarios'
import { readTrace, type TraceEvent, traceArguments } from './trace'

export function canTrace(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0
}

interface Traced extends Prepared {
  readonly home: string
  /** The folder as it was before the work. */
  readonly kept: string
  readonly events: readonly TraceEvent[]
  readonly changes: number
}

async function traceOnce({ name, prepare }: Scenario, folder: string): Promise<Traced> {
  const home = path.join(folder, 'goc')
  const kept = path.join(folder, 'nguyen')
  fs.mkdirSync(home)
  const prepared = await prepare(home)
  fs.cpSync(home, kept, { recursive: true })
  const trace = path.join(folder, 'trace')
  const order = JSON.stringify(prepared.order)
  const done = spawnSync('strace', [...traceArguments(trace), process.execPath, victimFile, order, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (done.status !== 0) throw new Error(`${name} could not be done under strace: ${done.stderr}`)
  const events = readTrace(trace)
  fs.rmSync(trace)
  const real = filesIn(home)
  const replay = replayFrom(home, kept)
  for (const event of events) replay.play(event)
  proveSame(replay, real)
  return { ...prepared, home, kept, events, changes: replay.changes }
}

/** The names in the trace are those of `home`; what it held when the work began lies in `kept`. */
function replayFrom(home: string, kept: string, lying = false): Replay {
  fs.rmSync(home, { recursive: true })
  fs.cpSync(kept, home, { recursive: true })
  return new Replay(home, lying)
}

function filesIn(folder: string): Map<string, Buffer> {
  const files = fs.readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => [path.join(parentPath, name), fs.readFileSync(path.join(parentPath, name))]),
  )
}

/** Played to its end with nothing lost, our disk must hold what the real one does: else it is the model that is wrong. */
function proveSame(replay: Replay, real: ReadonlyMap<string, Buffer>): void {
  const ours = replay.disk.filesNow()
  for (const file of new Set([...real.keys(), ...ours.keys()]))
    if (real.get(file)?.equals(ours.get(file) ?? Buffer.alloc(0)) !== true)
      throw new Error(`the disk of the trace and the real one hold other bytes: ${file}`)
}

export interface PowerCutWish {
  readonly cuts: number
  readonly seed: number
  readonly lying?: boolean
  /** All of them where not given. */
  readonly only?: readonly string[]
}

/** Half of all cuts in mixed work, the rest evenly. */
function shareOf(cuts: number, index: number, of: number): number {
  if (of === 1) return cuts
  return index === 0 ? Math.ceil(cuts / 2) : Math.ceil(cuts / 2 / (of - 1))
}

export async function soakPowerCuts(folder: string, { cuts, seed, lying, only }: PowerCutWish): Promise<Figures> {
  const chance = chanceOf(seed)
  const tally = new Tally()
  const failures: string[] = []
  const wanted = scenarios.filter(({ name }) => only === undefined || only.includes(name))
  for (const [index, scenario] of wanted.entries()) {
    const own = shareOf(cuts, index, wanted.length)
    const traced = await traceOnce(scenario, folder)
    tally.add('lệnh ghi, đồng bộ, đổi tên đã xem', traced.changes)
    // Some at the very end: done and said so, and then the lights go out.
    const moment = () => (chance.often(0.2) ? Number.POSITIVE_INFINITY : chance.below(traced.changes + 1))
    const moments = Array.from({ length: own }, moment).sort((a, b) => (a === b ? 0 : a - b))
    const replay = replayFrom(traced.home, traced.kept, lying)
    let next = 0
    for (const until of moments) {
      while (replay.changes < until) {
        const event = traced.events[next]
        if (event === undefined) break
        replay.play(event)
        next += 1
      }
      const after = path.join(folder, 'sau')
      const state = chance.below(2 ** 31)
      replay.disk.writeAfterCut(traced.home, after, chanceOf(state))
      fs.mkdirSync(after, { recursive: true })
      const file = path.join(after, path.basename(traced.file))
      const found = await traced
        .judge(file, { said: [...replay.said], userDataDir: folder })
        .catch((error: unknown) => [`không đọc được: ${String(error)}`])
      tally.add(`lần mất điện giữa lúc ${scenario.name}`)
      tally.add('việc đã báo xong và còn nguyên', replay.said.filter((one) => one.kind === 'commit').length)
      failures.push(
        ...found.map((failure) => `${scenario.name}, lúc ${until}, đĩa ${state} (seed ${seed}): ${failure}`),
      )
      fs.rmSync(after, { recursive: true, force: true })
    }
    fs.rmSync(traced.home, { recursive: true })
    fs.rmSync(traced.kept, { recursive: true })
  }
  return { name: 'Mất điện: điều chưa đồng bộ mất, rách hoặc đảo thứ tự', rows: tally.rows(), failures }
}
