// Kills the program with SIGKILL at random moments of mixed work, again and again over the same file, and looks each time
// whether anything acknowledged is gone.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { answerOf } from '../support/answers'
import { type Figures, Tally } from './figures'
import { soakProgram, victimFile } from './paths'
import { chanceOf } from './random'
import { commandsIn, verifyFile } from './verify'
import type { Order, Said } from './victim'

export interface Killed {
  readonly said: readonly Said[]
  /** Null when it was killed. */
  readonly exitCode: number | null
  readonly errors: string
}

export interface KillWish {
  readonly order: Order
  readonly userDataDir: string
  /** After the file is open, or after the start where `fromStart`. Null: let it end by itself. */
  readonly afterMilliseconds: number | null
  readonly fromStart?: boolean
}

export function runVictim({ order, userDataDir, afterMilliseconds, fromStart = false }: KillWish): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [victimFile, JSON.stringify(order), userDataDir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Said[] = []
    let rest = ''
    let errors = ''
    let timer: NodeJS.Timeout | null = null
    const killLater = () => {
      if (afterMilliseconds !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMilliseconds)
    }
    if (fromStart) killLater()
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      // A line cut in the middle was never said whole.
      rest = lines.pop() ?? ''
      for (const line of lines) said.push(JSON.parse(line) as Said)
      if (said.length > 0) killLater()
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    child.on('error', reject)
    child.on('close', (exitCode) => {
      if (timer !== null) clearTimeout(timer)
      resolve({ said, exitCode, errors })
    })
  })
}

export async function makeSample(file: string, userDataDir: string): Promise<void> {
  const program = soakProgram(userDataDir)
  try {
    await answerOf(program, 'files.createSample', { path: file })
  } finally {
    await program.close()
  }
}

/** So that the file does not grow until each opening takes longer than the work. */
const killsPerFile = 25

export async function soakKills(folder: string, kills: number, seed: number): Promise<Figures> {
  const chance = chanceOf(seed)
  const tally = new Tally()
  const failures: string[] = []
  const sample = path.join(folder, 'mau.skc')
  await makeSample(sample, folder)
  let file = ''
  for (let index = 0; index < kills; index += 1) {
    if (index % killsPerFile === 0) {
      const own = path.join(folder, `lan-${index}`)
      fs.mkdirSync(own)
      file = path.join(own, 'so.skc')
      fs.copyFileSync(sample, file)
    }
    const before = commandsIn(file).length
    const fromStart = chance.often(0.1)
    const { said, exitCode, errors } = await runVictim({
      order: { kind: 'work', file, seed: chance.below(2 ** 31), steps: null },
      userDataDir: folder,
      afterMilliseconds: chance.below(fromStart ? 500 : 1_500),
      fromStart,
    })
    tally.add('lần bị giết (kill -9)')
    if (exitCode !== null) failures.push(`lần ${index}: chương trình tự dừng, mã ${exitCode}: ${errors.slice(0, 600)}`)
    const verdict = await verifyFile(file, { before, said }, folder)
    const acknowledged = said.filter((one) => one.kind === 'commit').length
    tally.add('việc đã báo xong và còn nguyên', Math.min(acknowledged, verdict.names.length))
    tally.add('việc xong mà chưa kịp báo', verdict.unsaid)
    tally.add('lần nhận ra khóa còn lại', verdict.stale ? 1 : 0)
    failures.push(...verdict.failures.map((failure) => `lần ${index} (seed ${seed}): ${failure}`))
  }
  return { name: 'Giết chương trình giữa lúc đang làm mọi việc', rows: tally.rows(), failures }
}
