// Which data file is open. Opening another closes the first, and only once the other is known to be good.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type ProblemCode, Refusal } from '../../shared/contract/errors'
import type { OpenFile } from '../../shared/contract/files'
import { createDataFile, isOlderFile } from '../database/dataFile'
import { type FileSystem, machineFiles } from '../database/fileSystem'
import { clearLeftovers } from '../database/passingFiles'
import { refuseHeldFile, Session, type SessionOptions } from '../database/session'
import type { RecentFiles } from './recentFiles'
import type { BackupKeeper } from './safety/backupKeeper'

/** What may be over in a moment. */
const passing: readonly ProblemCode[] = ['file.busy', 'file.readonly', 'disk.failed', 'disk.full']

export class DataFiles {
  #session: Session | null = null
  readonly #options: SessionOptions
  readonly #files: FileSystem
  readonly #recent: RecentFiles
  readonly #backups: BackupKeeper
  /** One file is opened, closed or replaced at a time. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: SessionOptions, recent: RecentFiles, backups: BackupKeeper) {
    this.#options = options
    this.#files = options.files ?? machineFiles
    this.#recent = recent
    this.#backups = backups
  }

  /** @throws Refusal file.none */
  get session(): Session {
    if (this.#session === null) throw new Refusal('file.none')
    return this.#session
  }

  current(): OpenFile | null {
    return this.#session === null ? null : describe(this.#session)
  }

  isOpen(file: string): boolean {
    return this.#session !== null && this.#samePlace(this.#session.file.path, path.resolve(file))
  }

  open(wanted: string): Promise<OpenFile> {
    return this.#inTurn(async () => {
      const file = path.resolve(wanted)
      if (this.#session !== null && this.#samePlace(this.#session.file.path, file)) return describe(this.#session)
      const session = await this.#openSession(file)
      await this.#closeOpen()
      return this.#use(session)
    })
  }

  /** A file that could not be filled is taken away again: it never existed for the user. */
  create(wanted: string, fill: (session: Session) => Promise<void>): Promise<OpenFile> {
    return this.#inTurn(async () => {
      const file = path.resolve(wanted)
      createDataFile(file, this.#files)
      let session: Session | null = null
      try {
        session = Session.open(file, this.#options)
        await fill(session)
      } catch (error) {
        await session?.close()
        for (const made of [file, `${file}-journal`]) await this.#files.rm(made, { force: true }).catch(() => undefined)
        throw error
      }
      await this.#closeOpen()
      return this.#use(session, true)
    })
  }

  /**
   * Takes the file out of use while something else is put in its place, and opens what is there then.
   * `replace` gets the open session, or null when this file is not the open one; it must leave an openable file behind.
   */
  replace(
    file: string,
    replace: (session: Session | null, letGo: () => Promise<void>) => Promise<void>,
  ): Promise<OpenFile> {
    return this.#inTurn(async () => {
      const wanted = path.resolve(file)
      const open = this.#session !== null && this.#samePlace(this.#session.file.path, wanted) ? this.#session : null
      const letGo = async () => {
        if (open === null) return
        this.#session = null
        await this.#backups.settled()
        await open.close()
      }
      try {
        await replace(open, letGo)
      } catch (error) {
        // What could not be replaced is still what it was: it is opened again.
        if (open !== null && this.#session === null) this.#use(Session.open(wanted, this.#options))
        throw error
      }
      const session = await this.#openReplaced(wanted)
      if (this.#session !== null) await this.#closeOpen()
      return this.#use(session)
    })
  }

  /** A file that has just been put in place is what virus scanners look at first: it is asked for again before giving up. */
  async #openReplaced(file: string): Promise<Session> {
    for (const wait of [100, 400, 1_500])
      try {
        return await this.#openSession(file)
      } catch (error) {
        if (!(error instanceof Refusal) || !passing.includes(error.problem.code)) throw error
        await setTimeout(wait)
      }
    return this.#openSession(file)
  }

  /** An older file is copied, checked and upgraded off this thread first: a large one would stop the window for long. */
  async #openSession(file: string): Promise<Session> {
    if (isOlderFile(file, this.#files)) {
      refuseHeldFile(file, this.#options)
      await this.#backups.upgrade(file)
    }
    return Session.open(file, this.#options)
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#closeOpen())
  }

  #use(session: Session, justMade = false): OpenFile {
    this.#session = session
    this.#recent.remember(session.file.path, this.#options.clock.instant())
    this.#backups.opened(session, justMade)
    void clearLeftovers(this.#files, path.dirname(session.file.path))
    return describe(session)
  }

  async #closeOpen(): Promise<void> {
    const session = this.#session
    if (session === null) return
    this.#session = null
    await this.#backups.closing(session)
    await session.close()
  }

  #samePlace(a: string, b: string): boolean {
    if (a === b) return true
    try {
      return this.#files.now.realpathSync(a) === this.#files.now.realpathSync(b)
    } catch {
      return false
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => undefined).then(work)
    this.#last = turn
    return turn
  }
}

function describe(session: Session): OpenFile {
  const { path: file, db, schemaVersion, warnings } = session.file
  const told = (pragma: string) => Number(db.pragma(pragma, { simple: true }))
  return {
    path: file,
    name: path.basename(file),
    schemaVersion,
    sizeBytes: told('page_count') * told('page_size'),
    warnings: [...warnings],
  }
}

/** Documents where there is one, else the home folder: outside the program's own folder, where an update would not touch it. */
export function defaultDataFolder(): string {
  const documents = path.join(os.homedir(), 'Documents')
  return fs.existsSync(documents) ? documents : os.homedir()
}
