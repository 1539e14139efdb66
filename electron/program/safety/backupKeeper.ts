// Takes backups of the open data file without being asked: at the start of a day, while work goes on, before what is risky,
// and on closing. One copy at a time; a failed one is told and tried again, and never costs an older one.
import path from 'node:path'
import type { z } from 'zod'
import { problemText, Refusal } from '../../../shared/contract/errors'
import type { safetyContract } from '../../../shared/contract/safety'
import {
  type BackupOccasion,
  type BackupReason,
  dueBackup,
  fullCheckIsDue,
  minutesBetweenCopies,
} from '../../../shared/domain/backups'
import {
  backupFolderOf,
  listBackups,
  readIndex,
  removeUnfinished,
  type StoredBackup,
  writeIndex,
} from '../../database/backups/backupFolder'
import { copyToSecondPlace } from '../../database/backups/secondPlace'
import { type BackupTools, refuseFullDisk, remember, takeBackup } from '../../database/backups/takeBackup'
import { storageRefusal } from '../../database/fileProblems'
import type { FileSystem } from '../../database/fileSystem'
import { passingName } from '../../database/passingFiles'
import type { Clock, Session } from '../../database/session'
import type { FileWork } from './fileWork'

/**
 * `window`: all occasions. `script`: before the day's first change; a hundred commands in a row must not copy the file a
 * hundred times, and one that only reads leaves nothing behind.
 */
export type BackupMode = 'window' | 'script' | 'only-when-asked'

export interface BackupKeeperOptions {
  readonly mode: BackupMode
  readonly files: FileSystem
  readonly work: FileWork
  readonly clock: Clock
  readonly host: string
  readonly log: (message: string) => void
}

const occasions: Readonly<Record<BackupMode, readonly BackupOccasion[]>> = {
  window: ['opened', 'working', 'closing'],
  script: [],
  'only-when-asked': [],
}

/** What a check of everything found. */
export type FullCheck = z.output<typeof safetyContract.check.output>

const minute = 60_000

export class BackupKeeper {
  readonly #options: BackupKeeperOptions
  /** Copies wait for one another. */
  #last: Promise<unknown> = Promise.resolve()
  #running = 0
  #lastProblem: string | null = null
  #timer: NodeJS.Timeout | null = null
  #lastTry = 0
  #justMade = false
  /** What goes on by itself since the opening, one after the other; closing waits for it. */
  #afterOpening: Promise<void> = Promise.resolve()

  constructor(options: BackupKeeperOptions) {
    this.#options = options
  }

  get tools(): BackupTools {
    const { files, work, log } = this.#options
    return { files, log, inspect: (file) => work.run({ kind: 'inspect', file }) }
  }

  get running(): boolean {
    return this.#running > 0
  }

  /** Why the last copy could not be taken, in words; null when it could. */
  get lastProblem(): string | null {
    return this.#lastProblem
  }

  /** A file has been opened: the day's first copy is taken while work begins. One just made has nothing to copy yet. */
  opened(session: Session, justMade = false): void {
    this.#lastProblem = null
    this.#lastTry = Date.now()
    this.#justMade = justMade
    this.#afterOpening = (justMade ? Promise.resolve() : this.#ifDue(session, 'opened'))
      .then(() => this.#dayWork(session))
      .catch((error: unknown) => this.#fail(error))
    if (!occasions[this.#options.mode].includes('working')) return
    this.#timer = setInterval(() => {
      this.#afterOpening = this.#afterOpening
        .then(() => this.#ifDue(session, 'working'))
        .catch((error: unknown) => this.#fail(error))
    }, minute)
    this.#timer.unref()
  }

  /** Before a call that changes; a script has its day's copy taken here. That it fails is told, and stops nothing. */
  async beforeChange(session: Session): Promise<void> {
    if (this.#options.mode !== 'script' || this.#justMade) return
    try {
      await this.#takeIfDue(session, 'opened')
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Before the file is closed: what is running comes to its end, and what changed is copied. */
  async closing(session: Session): Promise<void> {
    await this.settled()
    try {
      await this.#ifDue(session, 'closing')
    } catch (error) {
      // Closing is never refused: what was saved is in the file.
      this.#fail(error)
    }
  }

  /** What is running has come to its end; no timer begins another. */
  async settled(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    await this.#last.catch(() => undefined)
    await this.#afterOpening
  }

  take(session: Session, reason: BackupReason, label = ''): Promise<StoredBackup> {
    return this.#inTurn(async () => {
      this.#running += 1
      try {
        const now = new Date(this.#options.clock.instant())
        const taken = await takeBackup(session, { reason, label, now }, this.tools)
        this.#lastProblem = null
        await this.#noteChecked(session.file.path)
        return taken
      } catch (error) {
        this.#fail(error)
        throw error
      } finally {
        this.#running -= 1
        this.#lastTry = Date.now()
      }
    })
  }

  /** Before what changes much at once. @throws Refusal backup.failed: without a way back it is not begun. */
  async takeBefore(session: Session, reason: BackupReason): Promise<void> {
    if (this.#options.mode === 'only-when-asked') return
    try {
      await this.take(session, reason)
    } catch (error) {
      throw new Refusal('backup.failed', error instanceof Refusal ? error.problem.message : problemText('disk.failed'))
    }
  }

  /**
   * Brings an older file to the newest schema, with a verified copy of what it was among its backups.
   * @throws Refusal as opening does, file.migration-failed: the file is as it was
   */
  upgrade(dataFile: string): Promise<void> {
    return this.#inTurn(async () => {
      const { files, work, log } = this.#options
      const copy = await work.run({ kind: 'upgrade', file: dataFile })
      if (copy === null) return
      const fileName = path.basename(copy.path)
      const entry = { fileName, label: '', sha256: copy.sha256, facts: copy.facts }
      // The file is upgraded and its copy stands; the list beside it only tells of it.
      await remember(files, backupFolderOf(dataFile), entry).catch((error: unknown) =>
        log(`bản sao lưu ${fileName} đã xong, chưa ghi được vào danh sách: ${String(error)}`),
      )
    })
  }

  /** Reads everything on a copy that nobody keeps, so that work goes on meanwhile. */
  check(session: Session): Promise<FullCheck> {
    return this.#inTurn(async () => {
      const { files, work, clock } = this.#options
      const folder = backupFolderOf(session.file.path)
      const copy = path.join(folder, passingName('kiem-tra.skc'))
      await files.mkdir(folder, { recursive: true })
      await removeUnfinished(files, folder)
      try {
        await refuseFullDisk(files, folder, (await files.stat(session.file.path)).size)
        await session.copyTo(copy, files)
        const { inspection, findings } = await work.run({ kind: 'check', file: copy })
        if (!inspection.ok)
          return { ok: false, damage: [...inspection.findings], findings: [], counts: null, sizeBytes: 0 }
        const index = await readIndex(files, folder)
        const today = clock.today()
        await writeIndex(files, folder, {
          ...index,
          checkedOn: today,
          sumsCheckedOn: today,
          sumsFindings: findings.length,
        })
        const { establishments, projects, plans, papers, sizeBytes } = inspection.facts
        return {
          ok: findings.length === 0,
          damage: [],
          findings: [...findings],
          counts: { establishments, projects, plans, papers },
          sizeBytes,
        }
      } catch (error) {
        const refusal = storageRefusal(error, folder) ?? error
        if (refusal instanceof Refusal && refusal.problem.code === 'file.damaged')
          return { ok: false, damage: [refusal.problem.message], findings: [], counts: null, sizeBytes: 0 }
        throw refusal
      } finally {
        for (const left of [copy, `${copy}-journal`]) await files.rm(left, { force: true }).catch(() => undefined)
      }
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => undefined).then(work)
    this.#last = turn
    return turn
  }

  /** Every copy passes SQLite's whole check, so a copy is a check. */
  async #noteChecked(dataFile: string): Promise<void> {
    const { files, clock, log } = this.#options
    const folder = backupFolderOf(dataFile)
    try {
      await writeIndex(files, folder, { ...(await readIndex(files, folder)), checkedOn: clock.today() })
    } catch (error) {
      // The copy is there all the same.
      log(`chưa ghi được ngày kiểm tra: ${String(error)}`)
    }
  }

  async #ifDue(session: Session, occasion: BackupOccasion): Promise<void> {
    const { mode } = this.#options
    if (occasions[mode].includes(occasion)) await this.#takeIfDue(session, occasion)
  }

  async #takeIfDue(session: Session, occasion: BackupOccasion): Promise<void> {
    const { files, clock } = this.#options
    const minutesSinceLast = (Date.now() - this.#lastTry) / minute
    if (occasion === 'working' && minutesSinceLast < minutesBetweenCopies) return
    const [newest] = await listBackups(files, backupFolderOf(session.file.path), clock.today())
    const lastCommand = await session.lastCommand()
    const reason = dueBackup(occasion, {
      today: clock.today(),
      newestTakenAt: newest?.takenAt ?? null,
      changed: newest === undefined ? lastCommand > 0 : newest.facts?.lastCommand !== lastCommand,
      minutesSinceLast,
    })
    if (reason !== null) await this.take(session, reason)
  }

  /** Once a day, after the day's first copy: the second place, and the week's check of the sums. */
  async #dayWork(session: Session): Promise<void> {
    if (this.#options.mode !== 'window') return
    await this.#copyOnceADay(session.file.path)
    await this.#checkOnceAWeek(session.file.path)
  }

  async #copyOnceADay(dataFile: string): Promise<void> {
    const { files, clock, host } = this.#options
    const place = (await readIndex(files, backupFolderOf(dataFile))).secondPlaces[host]
    if (place === undefined || place.copiedOn === clock.today()) return
    await this.copyToSecondPlace(dataFile).catch(() => undefined)
  }

  async #checkOnceAWeek(dataFile: string): Promise<void> {
    const { files, clock, work, log } = this.#options
    const folder = backupFolderOf(dataFile)
    const index = await readIndex(files, folder)
    if (!fullCheckIsDue(index.sumsCheckedOn, clock.today())) return
    const [newest] = await listBackups(files, folder, clock.today())
    if (newest === undefined) return
    const { inspection, findings } = await work.run({ kind: 'check', file: path.join(folder, newest.id) })
    if (!inspection.ok) throw new Refusal('file.damaged', 'phát hiện khi kiểm tra hằng tuần')
    if (findings.length > 0) log(`kiểm tra hằng tuần: ${findings.length} điểm cần xem lại`)
    const now = await readIndex(files, folder)
    await writeIndex(files, folder, {
      ...now,
      sumsCheckedOn: clock.today(),
      sumsFindings: findings.length,
    })
  }

  /** @throws Refusal; the failure is remembered and reminded of */
  async copyToSecondPlace(dataFile: string): Promise<string> {
    const { files, clock, host, log } = this.#options
    const folder = backupFolderOf(dataFile)
    const place = (await readIndex(files, folder)).secondPlaces[host]
    if (place === undefined) throw new Refusal('call.refused', 'chưa chọn nơi sao lưu thứ hai.')
    const remember = async (change: { copiedOn: string | null; failed: boolean }) => {
      const index = await readIndex(files, folder)
      const secondPlaces = { ...index.secondPlaces, [host]: { folder: place.folder, ...change } }
      await writeIndex(files, folder, { ...index, secondPlaces })
    }
    const notNoted = (error: unknown) => log(`chưa ghi được lần chép sang nơi thứ hai: ${String(error)}`)
    try {
      const name = await copyToSecondPlace(files, dataFile, place.folder, clock.today(), log)
      await remember({ copiedOn: clock.today(), failed: false }).catch(notNoted)
      return name
    } catch (error) {
      await remember({ copiedOn: place.copiedOn, failed: true }).catch(notNoted)
      throw error
    }
  }

  #fail(error: unknown): void {
    this.#lastProblem = error instanceof Refusal ? error.problem.message : problemText('disk.failed', 'sao lưu')
    this.#options.log(`sao lưu: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
