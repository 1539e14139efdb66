// The record of who has a file open, where SQLite's lock cannot be trusted: on a folder of another machine, whose clock is not ours.
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { machineFiles } from '../../electron/database/fileSystem'
import { holdLock, lockFileOf, lockState } from '../../electron/database/lockRecord'
import { tempFolders } from '../support/tempFolder'

const temp = tempFolders()
const here = { host: 'PC-01', user: 'an' }
const there = { host: 'PC-02', user: 'lan' }
const minute = 60_000

let file = ''
beforeEach(() => {
  file = path.join(temp(), 'so.skc')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function agedBy(milliseconds: number): void {
  const time = new Date(Date.now() - milliseconds)
  fs.utimesSync(lockFileOf(file), time, time)
}

describe('the record of who has a file open', () => {
  it('of another machine is believed while it shows signs of life, and for three minutes more', () => {
    holdLock(file, there)
    expect(lockState(file, here)).toMatchObject({ kind: 'held', lock: there })
    agedBy(2 * minute)
    expect(lockState(file, here).kind).toBe('held')
    agedBy(4 * minute)
    expect(lockState(file, here)).toMatchObject({ kind: 'stale', lock: there })
  })

  it('is dated by the disk at each sign of life, however wrong the holder’s own clock', () => {
    const lock = holdLock(file, there)
    agedBy(60 * minute)
    vi.setSystemTime(new Date('2019-01-01T00:00:00Z'))
    vi.advanceTimersByTime(minute)
    expect(Math.abs(fs.statSync(lockFileOf(file)).mtimeMs - realNow())).toBeLessThan(30_000)
    vi.setSystemTime(realNow())
    expect(lockState(file, here).kind).toBe('held')
    lock.release()
    expect(fs.existsSync(lockFileOf(file))).toBe(false)
  })

  it('left before the disk’s clock went back is believed at first, and not for the month until then', () => {
    holdLock(file, there)
    agedBy(-30 * 24 * 60 * minute)
    vi.clearAllTimers()
    expect(lockState(file, here).kind).toBe('held')
    expect(Math.abs(fs.statSync(lockFileOf(file)).mtimeMs - Date.now())).toBeLessThan(30_000)
    agedBy(4 * minute)
    expect(lockState(file, here).kind).toBe('stale')
  })

  it('that another has taken over is neither written again nor taken away, and its first holder knows', () => {
    const lost = holdLock(file, there)
    expect(lost.takenOverBy()).toBeNull()
    holdLock(file, here)
    const text = fs.readFileSync(lockFileOf(file), 'utf8')
    vi.advanceTimersByTime(5 * minute)
    expect(lost.takenOverBy()).toMatchObject(here)
    lost.release()
    expect(fs.readFileSync(lockFileOf(file), 'utf8')).toBe(text)
  })

  it('is looked at by a holder that slept before it does anything, though its timers have not caught up', () => {
    const slept = holdLock(file, there)
    holdLock(file, here)
    expect(slept.takenOverBy()).toBeNull()
    vi.useFakeTimers({ toFake: ['Date'], now: realNow() + 60 * minute })
    expect(slept.takenOverBy()).toMatchObject(here)
  })

  it('is believed where the disk will not tell its time, and never keeps anybody from working', () => {
    holdLock(file, there)
    const full = () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' })
    }
    const files = { ...machineFiles.now, writeFileSync: full }
    expect(lockState(file, here, files).kind).toBe('held')
    fs.rmSync(lockFileOf(file))
    expect(lockState(file, here, files).kind).toBe('free')
    holdLock(file, here, files).release()
    expect(fs.readdirSync(path.dirname(file))).toEqual([])
  })
})

/** Of the machine, whatever the test made of the program's clock. */
function realNow(): number {
  return performance.timeOrigin + performance.now()
}
