// Which data file is open. Opening another closes the first, and only once the other is known to be good.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Refusal } from '../../shared/contract/errors'
import type { OpenFile } from '../../shared/contract/files'
import { createDataFile } from '../database/dataFile'
import { Session, type SessionOptions } from '../database/session'
import type { RecentFiles } from './recentFiles'

export class DataFiles {
  #session: Session | null = null
  readonly #options: SessionOptions
  readonly #recent: RecentFiles

  constructor(options: SessionOptions, recent: RecentFiles) {
    this.#options = options
    this.#recent = recent
  }

  /** @throws Refusal file.none */
  get session(): Session {
    if (this.#session === null) throw new Refusal('file.none')
    return this.#session
  }

  current(): OpenFile | null {
    return this.#session === null ? null : describe(this.#session)
  }

  async open(wanted: string): Promise<OpenFile> {
    const file = path.resolve(wanted)
    if (this.#session !== null && samePlace(this.#session.file.path, file)) return describe(this.#session)
    const session = Session.open(file, this.#options)
    await this.close()
    this.#session = session
    this.#recent.remember(file, this.#options.clock.instant())
    return describe(session)
  }

  /** A file that could not be filled is taken away again: it never existed for the user. */
  async create(wanted: string, fill: (session: Session) => Promise<void>): Promise<OpenFile> {
    const file = path.resolve(wanted)
    createDataFile(file)
    let session: Session | null = null
    try {
      session = Session.open(file, this.#options)
      await fill(session)
    } catch (error) {
      await session?.close()
      fs.rmSync(file, { force: true })
      fs.rmSync(`${file}-journal`, { force: true })
      throw error
    }
    await this.close()
    this.#session = session
    this.#recent.remember(file, this.#options.clock.instant())
    return describe(session)
  }

  async close(): Promise<void> {
    const session = this.#session
    this.#session = null
    await session?.close()
  }
}

function samePlace(a: string, b: string): boolean {
  try {
    return fs.realpathSync(a) === fs.realpathSync(b)
  } catch {
    return false
  }
}

function describe(session: Session): OpenFile {
  const { path: file, schemaVersion, warnings } = session.file
  return {
    path: file,
    name: path.basename(file),
    schemaVersion,
    sizeBytes: fs.statSync(file).size,
    warnings: [...warnings],
  }
}

/** Documents where there is one, else the home folder: outside the program's own folder, where an update would not touch it. */
export function defaultDataFolder(): string {
  const documents = path.join(os.homedir(), 'Documents')
  return fs.existsSync(documents) ? documents : os.homedir()
}
