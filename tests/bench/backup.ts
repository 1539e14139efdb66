// A backup of a file of 200 MB: how long until the checked copy stands, and the longest the program does not answer meanwhile,
// beside the ways that stop the program: VACUUM INTO with its check, and copying the closed file.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { inspectCopy } from '../../electron/database/backups/inspect'
import { createProgram } from '../../electron/program'
import { workerFileWork } from '../../electron/program/safety/fileWork'
import { makeBigOffice, resourcesDir } from './bigOffice'
import { say, sayBeside, takeTurns } from './measure'

const attachments = 40
const bytesEach = 4_500_000
const rounds = 5

/** The longest time between two turns of the event loop while `run` goes on. */
async function longestWait(run: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const tick = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(tick, 1)
  try {
    await run()
    tick()
    return longest
  } finally {
    clearInterval(timer)
  }
}

async function demand(answer: Promise<{ ok: boolean }>): Promise<void> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result))
}

export async function benchBackup(folder: string): Promise<void> {
  const file = path.join(folder, 'lon-200mb.skc')
  await makeBigOffice(file, 10_000)
  const program = createProgram({ resourcesDir, userDataDir: folder, fileWork: workerFileWork(), log: () => undefined })
  await demand(program.call('files.open', { path: file }))
  for (let index = 0; index < attachments; index += 1)
    await demand(
      program.call('archive.attach', {
        ownerKind: 'establishment',
        ownerId: index + 1,
        fileName: `ho-so-${index}.pdf`,
        base64: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytesEach)]).toString('base64'),
      }),
    )
  say(`\nmade a data file of ${Math.round(fs.statSync(file).size / 1_000_000)} MB`)

  // As in a program at work: the first search after a start reads its pages from the disk.
  await demand(program.call('establishments.list', { text: 'che', limit: 50 }))

  const waits: number[] = []
  const calls: number[] = []
  const ours = async () => {
    let working = true
    const asking = (async () => {
      while (working) {
        const asked = performance.now()
        await demand(program.call('establishments.list', { text: 'che', limit: 50 }))
        calls.push(performance.now() - asked)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    waits.push(await longestWait(() => demand(program.call('safety.backUp', { label: '' }))))
    working = false
    await asking
  }
  const copy = path.join(folder, 'peer.skc')
  const sqlite = () => {
    fs.rmSync(copy, { force: true })
    const db = new Database(file, { readonly: true })
    db.prepare('VACUUM INTO ?').run(copy)
    db.close()
    if (!inspectCopy(copy).ok) throw new Error('the peer made a bad copy')
  }
  const plain = () => {
    fs.copyFileSync(file, copy)
    const handle = fs.openSync(copy, 'r+')
    fs.fsyncSync(handle)
    fs.closeSync(handle)
  }
  const [own] = await takeTurns([{ name: 'safety.backUp: copy, check, sync, rename', run: ours }], rounds)
  await program.close()
  const peers = await takeTurns(
    [
      { name: 'VACUUM INTO + the same check, in one thread, the file closed', run: sqlite },
      { name: 'cp + fsync, unchecked, the file closed', run: plain },
    ],
    rounds,
  )
  if (own === undefined) return
  sayBeside('Backup of a data file of 200 MB', own, peers, 'ours ≤ 3 s, no wait > 100 ms')
  say(`  longest the program did not answer: ${waits.map((wait) => wait.toFixed(0)).join(', ')} ms`)
  say(`  a search meanwhile: longest ${Math.max(...calls).toFixed(0)} ms of ${calls.length} searches`)
}
