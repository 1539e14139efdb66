// A data file of a gigabyte, as years of scanned papers make it: how long until it opens, and how long the program does not
// answer while it is copied and checked. Figures, on the machine of the day; only what is wrong fails.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { workerFileWork } from '../../electron/program/safety/fileWork'
import { answerOf } from '../support/answers'
import { type Figures, Tally } from './figures'
import { makeFilledFile } from './filledFile'
import { soakProgram } from './paths'

const bytesEach = 14_000_000

/** How long something took, and the longest time meanwhile between two turns of the event loop. */
async function timed(run: () => Promise<unknown>): Promise<{ took: number; longestWait: number }> {
  const began = performance.now()
  let last = began
  let longestWait = 0
  const tick = () => {
    const now = performance.now()
    longestWait = Math.max(longestWait, now - last)
    last = now
  }
  const timer = setInterval(tick, 2)
  try {
    await run()
    tick()
    return { took: performance.now() - began, longestWait }
  } finally {
    clearInterval(timer)
  }
}

export async function soakBigFile(folder: string, megabytes: number): Promise<Figures> {
  const tally = new Tally()
  const file = path.join(folder, 'lon.skc')
  await makeFilledFile(file, folder)
  const program = soakProgram(folder, { fileWork: workerFileWork() })
  try {
    await answerOf(program, 'files.open', { path: file })
    for (let index = 0; fs.statSync(file).size < megabytes * 1e6; index += 1)
      await answerOf(program, 'archive.attach', {
        ownerKind: 'establishment',
        ownerId: 1 + (index % 5),
        fileName: `ho-so-${index}.pdf`,
        base64: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytesEach)]).toString('base64'),
      })
    await answerOf(program, 'files.close', {})
    tally.most('tệp dữ liệu (MB)', fs.statSync(file).size / 1e6)
    const works: readonly (readonly [what: string, name: string, input: unknown])[] = [
      ['mở và kiểm tra nhanh', 'files.open', { path: file }],
      ['danh sách đề án', 'projects.list', {}],
      ['lưu một đề án', 'projects.copy', { id: 1, toYear: 2027 }],
      ['sao lưu có kiểm tra', 'safety.backUp', { label: '' }],
      ['kiểm tra toàn bộ', 'safety.check', {}],
    ]
    for (const [what, name, input] of works) {
      const { took, longestWait } = await timed(() => answerOf(program, name, input))
      tally.most(`${what} (ms)`, took)
      tally.most(`${what}: lâu nhất không trả lời (ms)`, longestWait)
    }
    tally.most('bộ nhớ (MB)', process.memoryUsage().rss / 1e6)
  } finally {
    await program.close()
  }
  return { name: 'Tệp dữ liệu một gigabyte', rows: tally.rows(), failures: [] }
}
