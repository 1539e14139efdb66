// Who has a data file open, in a small file beside it. SQLite's own lock keeps a second program out; this says who, and stands
// in where the lock cannot be trusted: on a folder of another machine.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { formatDate } from '../../shared/vietnamese/dates'
import { localTime } from './backups/backupFolder'
import { type FilesNow, machineFiles } from './fileSystem'
import { passingName } from './passingFiles'

const record = z.object({
  host: z.string(),
  user: z.string(),
  /** Local time of the machine that holds the file. */
  since: z.string(),
  pid: z.number().int(),
  key: z.string(),
})
export type LockRecord = z.output<typeof record>

export interface LockHolder {
  readonly host: string
  readonly user: string
}

/** The holder shows that it lives by writing the record again this often. */
const beatMilliseconds = 60_000
/** Without a sign of life for this long, another machine's record is left over from a program that did not close. */
const stillFreshMilliseconds = 3 * beatMilliseconds

export function lockFileOf(dataFile: string): string {
  return `${dataFile}.dang-mo`
}

export function readLock(dataFile: string, files: FilesNow = machineFiles.now): LockRecord | null {
  try {
    return record.parse(JSON.parse(files.readFileSync(lockFileOf(dataFile), 'utf8')))
  } catch {
    return null
  }
}

/** Such as: máy PC-02, người dùng lan, từ 08:15 ngày 12/03/2026. */
export function holderWords(lock: LockRecord): string {
  const who = lock.user === '' ? '' : `, người dùng ${lock.user}`
  return `máy ${lock.host}${who}, từ ${lock.since.slice(11, 16)} ngày ${formatDate(lock.since.slice(0, 10))}`
}

/** By the clock of the disk that holds the file: the two machines' own clocks need not agree. Where it does not tell, by our own. */
function timeOfDisk(dataFile: string, files: FilesNow): number {
  const probe = path.join(path.dirname(dataFile), passingName(path.basename(dataFile)))
  let time = Date.now()
  attempt(() => {
    files.writeFileSync(probe, '')
    time = files.statSync(probe).mtimeMs
  })
  attempt(() => files.rmSync(probe, { force: true }))
  return time
}

export type LockState =
  | { readonly kind: 'free' }
  /** Left by a program that ended without closing the file. */
  | { readonly kind: 'stale'; readonly lock: LockRecord }
  /** Another machine works on it right now. */
  | { readonly kind: 'held'; readonly lock: LockRecord }

/**
 * How long ago the holder showed that it lives. A sign of life from a time to come was left before the disk's clock went back: it
 * is dated now, so that a holder who lives goes on from there, and one who does not is known to be gone in a few minutes.
 */
function ageOfLock(dataFile: string, files: FilesNow): number {
  const now = timeOfDisk(dataFile, files)
  const file = lockFileOf(dataFile)
  const age = now - files.statSync(file).mtimeMs
  if (age >= 0) return age
  attempt(() => files.utimesSync(file, now / 1_000, now / 1_000))
  return 0
}

/** To be asked by who already holds SQLite's lock: on this machine nobody else can have it then. */
export function lockState(dataFile: string, me: LockHolder, files: FilesNow = machineFiles.now): LockState {
  const lock = readLock(dataFile, files)
  if (lock === null) return { kind: 'free' }
  if (lock.host === me.host) return { kind: 'stale', lock }
  return ageOfLock(dataFile, files) < stillFreshMilliseconds ? { kind: 'held', lock } : { kind: 'stale', lock }
}

export interface HeldLock {
  /** Who has opened the file meanwhile, as after this machine slept for long; null: nobody. */
  takenOverBy(): LockRecord | null
  release(): void
}

/** Writes the record and keeps it fresh. A record that cannot be written must not keep anybody from working. */
export function holdLock(
  dataFile: string,
  me: LockHolder,
  files: FilesNow = machineFiles.now,
  now = new Date(),
): HeldLock {
  const file = lockFileOf(dataFile)
  const own: LockRecord = {
    host: me.host,
    user: me.user,
    since: localTime(now),
    pid: process.pid,
    key: randomBytes(8).toString('hex'),
  }
  const text = JSON.stringify(own)
  attempt(() => files.writeFileSync(file, text))
  let lastLook = Date.now()
  let other: LockRecord | null = null
  const look = (): void => {
    lastLook = Date.now()
    const found = readLock(dataFile, files)
    if (found === null) return
    if (found.key === own.key) attempt(() => writeAgain(file, text, files))
    else other = found
  }
  const beat = setInterval(look, beatMilliseconds)
  beat.unref()
  return {
    takenOverBy: () => {
      // A machine that slept goes on with its work before its timers have caught up.
      if (other === null && Date.now() - lastLook >= beatMilliseconds) look()
      return other
    },
    release: () => {
      clearInterval(beat)
      if (readLock(dataFile, files)?.key === own.key) attempt(() => files.rmSync(file, { force: true }))
    },
  }
}

/** Written in place, so that the disk itself dates it and nobody reads half a record. */
function writeAgain(file: string, text: string, files: FilesNow): void {
  const handle = files.openSync(file, 'r+')
  try {
    files.writeSync(handle, text)
  } finally {
    files.closeSync(handle)
  }
}

function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // Said above: the record helps, it does not decide.
  }
}
