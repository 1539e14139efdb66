// The short form of what `npm run soak` does at length, and for each way of breaking the program the proof that a broken promise
// would be seen.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hasTool } from '../support/tools'
import { soakCutOff } from './cutOff'
import { soakDamage } from './damage'
import { soakFaults } from './faults'
import { soakCalls } from './fuzzCalls'
import { soakCommandLine, soakWeb } from './fuzzShells'
import { makeSample, runVictim, soakKills } from './kill'
import { inFolder } from './paths'
import { soakPowerCuts } from './powerCut'
import { soakSqliteFaults } from './sqliteFaults'
import { commandsIn, verifyFile } from './verify'

beforeAll(() => {
  execFileSync(process.execPath, ['electron/setup/bundleTests.mjs', 'soak', 'main', 'victim'])
})

describe('a program that is killed', () => {
  it('loses nothing it acknowledged, and leaves a sound file whose lock is known to be stale', async () => {
    const { rows, failures } = await inFolder((folder) => soakKills(folder, 8, 20_221_121))
    expect(failures).toEqual([])
    const counts = new Map(rows)
    expect(counts.get('lần bị giết (kill -9)')).toBe(8)
    expect(counts.get('việc đã báo xong và còn nguyên')).toBeGreaterThan(0)
    expect(counts.get('lần nhận ra khóa còn lại')).toBeGreaterThan(0)
  }, 120_000)

  it('would be found out if it had lost something, or told less than it wrote', async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, 'so.skc')
      await makeSample(file, folder)
      const before = commandsIn(file).length
      const { said } = await runVictim({
        order: { kind: 'work', file, seed: 7, steps: 12 },
        userDataDir: folder,
        afterMilliseconds: null,
      })
      const commits = said.filter((one) => one.kind === 'commit')
      expect(commits.length).toBeGreaterThan(3)
      const judge = async (told: typeof said) => (await verifyFile(file, { before, said: told }, folder)).failures
      expect(await judge(said)).toEqual([])
      const more = [...said, { kind: 'commit', name: 'projects.save' } as const]
      expect(await judge(more)).toEqual([expect.stringContaining('việc đã báo xong bị mất')])
      expect(await judge(said.filter((one) => one.kind === 'open'))).toEqual([
        expect.stringContaining('mà chưa từng báo xong'),
      ])
    })
  }, 120_000)

  it('in the middle of moving whole files leaves all or nothing, and a way back', async () => {
    const { failures } = await inFolder((folder) => soakCutOff(folder, 2, 20_221_121))
    expect(failures).toEqual([])
  }, 120_000)
})

describe('a damaged file', () => {
  it('is refused in words, told of by the check, or holds what it held', async () => {
    const { failures } = await inFolder((folder) => soakDamage(folder, 30, 20_221_121))
    expect(failures).toEqual([])
  }, 120_000)
})

describe('a disk that fails', () => {
  it('at any operation leaves the original, words, nothing unfinished, and lets the next try succeed', async () => {
    const { rows, failures } = await inFolder((folder) => soakFaults(folder, 41))
    expect(failures).toEqual([])
    expect(new Map(rows).get('từ chối bằng lời, bản gốc y nguyên')).toBeGreaterThan(10)
  }, 300_000)
})

describe('wrong input', () => {
  it('gets a value or words from every call, and what is refused changes nothing', async () => {
    const { rows, failures } = await inFolder((folder) => soakCalls(folder, 5, 20_221_121, 7))
    expect(failures).toEqual([])
    expect(new Map(rows).get('đầu vào bị từ chối bằng lời')).toBeGreaterThan(100)
  }, 240_000)

  it('gets exit codes of ours from the command line', async () => {
    const { failures } = await inFolder((folder) => soakCommandLine(folder, 40, 20_221_121))
    expect(failures).toEqual([])
  }, 120_000)

  it('gets no call past the loopback server without the right of entry', async () => {
    const { rows, failures } = await inFolder((folder) => soakWeb(folder, 400, 20_221_121))
    expect(failures).toEqual([])
    expect(new Map(rows).get('lệnh có quyền và được vào')).toBeGreaterThan(0)
  }, 120_000)
})

describe.skipIf(!hasTool('strace'))('after a power cut', () => {
  it('everything acknowledged is there, and no file is half old and half new', async () => {
    const { failures } = await inFolder((folder) => soakPowerCuts(folder, { cuts: 24, seed: 20_221_121 }))
    expect(failures).toEqual([])
  }, 240_000)

  it('a new file that was said to be made is there', async () => {
    const wish = { cuts: 12, seed: 3, only: ['tạo tệp mới'] }
    expect((await inFolder((folder) => soakPowerCuts(folder, wish))).failures).toEqual([])
  }, 120_000)

  it('the nth call of SQLite itself that fails is said in words, and the file stays sound', async () => {
    const { failures } = await inFolder((folder) => soakSqliteFaults(folder, 29))
    expect(failures).toEqual([])
  }, 120_000)

  it('of a disk that only says it has synced, much is gone: the cuts can tell', async () => {
    const wish = { cuts: 8, seed: 20_221_121, lying: true, only: ['phục hồi'] }
    const { failures } = await inFolder((folder) => soakPowerCuts(folder, wish))
    expect(failures.length).toBeGreaterThan(0)
  }, 120_000)
})
