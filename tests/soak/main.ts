// npm run soak [NAME…] [-- --short] [--seed N] [--runs N]: breaks the program on purpose and counts what it withstood.
import os from 'node:os'
import { soakBigFile } from './bigFile'
import { soakCutOff } from './cutOff'
import { soakDamage } from './damage'
import { soakFaults } from './faults'
import { type Figures, tableOf } from './figures'
import { soakCalls } from './fuzzCalls'
import { soakCommandLine, soakWeb } from './fuzzShells'
import { fuzzWorkbooks } from './fuzzWorkbooks'
import { soakKills } from './kill'
import { inFolder } from './paths'
import { soakPowerCuts } from './powerCut'
import { soakSqliteFaults } from './sqliteFaults'

type Run = (folder: string, seed: number, runs: number | null) => Promise<Figures>

/** How often each is done when the number is not given. */
const all: Readonly<Record<string, Run>> = {
  kill: (folder, seed, runs) => soakKills(folder, runs ?? 200, seed),
  power: (folder, seed, runs) => soakPowerCuts(folder, { cuts: runs ?? 200, seed }),
  damage: (folder, seed, runs) => soakDamage(folder, runs ?? 500, seed),
  faults: (folder, _seed, runs) => soakFaults(folder, runs ?? 1),
  calls: (folder, seed, runs) => soakCalls(folder, runs ?? 50, seed),
  sqlite: (folder, _seed, runs) => soakSqliteFaults(folder, runs ?? 1),
  cli: (folder, seed, runs) => soakCommandLine(folder, runs ?? 500, seed),
  web: (folder, seed, runs) => soakWeb(folder, runs ?? 3_000, seed),
  workbooks: async (_folder, seed, runs) => {
    const { runs: done, ...counts } = await fuzzWorkbooks(runs ?? 2_000, seed)
    return {
      name: 'Tệp bảng tính hỏng',
      rows: [
        ['tệp hỏng đã thử', done],
        ['vẫn đọc được', counts.read],
        ['từ chối bằng lời', counts.refused],
        ['chậm nhất (ms)', counts.slowestMilliseconds],
        ['bộ nhớ tăng (MB)', counts.grownMegabytes],
      ],
      failures: [],
    }
  },
  big: (folder, _seed, runs) => soakBigFile(folder, runs ?? 1_000),
  cut: (folder, seed, runs) => soakCutOff(folder, runs ?? 20, seed),
}

function numberAfter(args: readonly string[], name: string): number | null {
  const index = args.indexOf(name)
  if (index < 0) return null
  const value = Number(args[index + 1])
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} takes a whole number`)
  return value
}

const args = process.argv.slice(2)
const names = args.filter((one, index) => !one.startsWith('--') && !args[index - 1]?.startsWith('--'))
const unknown = names.filter((name) => all[name] === undefined)
if (unknown.length > 0) throw new Error(`no such run: ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`)
const seed = numberAfter(args, '--seed') ?? Date.now() % 2 ** 31
const runs = numberAfter(args, '--runs')

process.stdout.write(
  `${os.cpus()[0]?.model ?? 'CPU'} × ${os.cpus().length}, Node ${process.versions.node}, --seed ${seed}\n`,
)
const figures: Figures[] = []
for (const [name, run] of Object.entries(all)) {
  if (names.length > 0 && !names.includes(name)) continue
  const started = performance.now()
  const found = await inFolder((folder) => run(folder, seed, runs))
  const seconds = Math.round((performance.now() - started) / 1000)
  const timed = { ...found, rows: [...found.rows, ['giây', seconds] as const] }
  figures.push(timed)
  process.stdout.write(tableOf([timed]))
}
if (figures.some(({ failures }) => failures.length > 0)) process.exitCode = 1
