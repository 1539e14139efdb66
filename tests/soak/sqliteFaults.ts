// Lets the nth write, sync or truncation that SQLite itself asks of the kernel fail, for every n until a save needs no more: the
// save is refused in words or done, the file stays sound, and nothing acknowledged is gone.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type Figures, Tally } from './figures'
import { makeSample } from './kill'
import { victimFile } from './paths'
import { commandsIn, verifyFile } from './verify'
import type { Order, Said } from './victim'

const injections = [
  ['ENOSPC', 'pwrite64'],
  ['EIO', 'pwrite64'],
  ['EIO', 'fsync'],
  ['EIO', 'ftruncate'],
  ['EACCES', 'openat'],
  ['ENOSPC', 'openat'],
] as const

const mostCalls = 200

export async function soakSqliteFaults(folder: string, step: number): Promise<Figures> {
  const tally = new Tally()
  const failures: string[] = []
  const sample = path.join(folder, 'mau.skc')
  await makeSample(sample, folder)
  const before = commandsIn(sample).length
  for (const [index, [fault, call]] of injections.entries())
    for (let n = 1 + (index % step); n < mostCalls; n += step) {
      const home = path.join(folder, 'cho')
      fs.mkdirSync(home)
      const file = path.join(home, 'so.skc')
      fs.copyFileSync(sample, file)
      const seen = path.join(folder, 'trace')
      const order: Order = { kind: 'call', file, name: 'projects.copy', input: { id: 1, toYear: 2023 } }
      const done = spawnSync(
        'strace',
        [
          ...['-f', '-qq', '-o', seen, '-P', file, '-P', `${file}-journal`],
          ...['-e', `trace=${call}`, '-e', `inject=${call}:error=${fault}:when=${n}`],
          ...[process.execPath, victimFile, JSON.stringify(order), folder],
        ],
        { encoding: 'utf8' },
      )
      const injected = fs.readFileSync(seen, 'utf8').includes('(INJECTED)')
      const broken = (what: string) =>
        failures.push(`${fault} ở ${call} thứ ${n}: ${what} ${done.stderr.slice(0, 400)}`)
      if (injected) {
        tally.add(`${call} bị lỗi ${fault}`)
        tally.add(done.status === 0 ? 'vẫn làm xong' : 'từ chối bằng lời')
        if (done.signal !== null) broken(`chương trình chết vì ${done.signal}`)
        if (/\(mã [0-9a-f]{8}\)/.test(done.stderr)) broken('lỗi ngoài dự kiến')
        const said = done.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Said]))
        const verdict = await verifyFile(file, { before, said, onlyContent: true }, folder)
        for (const failure of verdict.failures) broken(failure)
      }
      fs.rmSync(home, { recursive: true })
      if (!injected) break
    }
  return { name: 'Lệnh ghi của chính SQLite bị lỗi', rows: tally.rows(), failures }
}
