// Copies the open database page by page through SQLite's own backup, in steps short enough for the window to stay awake.
import type Database from 'better-sqlite3'
import type { FileSystem } from '../fileSystem'

/** About a millisecond of work on an office machine. */
const pagesPerStep = 100
/** Written so far is brought to the disk this often, off this thread: otherwise the last step would sync it all at once. */
const pagesPerSync = 4_000

export interface CopyProgress {
  readonly copiedPages: number
  readonly totalPages: number
}

export interface CopyOptions {
  readonly files: FileSystem
  /** Called when the copy has begun: from here on other work may write, and the copy takes it in. */
  readonly onStarted: () => void
  readonly onProgress?: (progress: CopyProgress) => void
}

/**
 * Must begin while no transaction is open: SQLite would answer "busy" to the first step, which the driver takes for an end.
 * Transactions that come later only delay a step.
 * @throws the driver's error, or an error when nothing was copied
 */
export async function copyDatabase(db: Database.Database, target: string, options: CopyOptions): Promise<void> {
  if (db.inTransaction) throw new Error('a copy cannot begin inside a transaction')
  let started = false
  let syncedPages = 0
  let syncing: Promise<void> | null = null
  let failure: unknown = null

  const sync = (copiedPages: number): void => {
    syncedPages = copiedPages
    syncing = syncOnce(options.files, target)
      .catch((error: unknown) => {
        failure = error
      })
      .finally(() => {
        syncing = null
      })
  }
  await db.backup(target, {
    progress: ({ totalPages, remainingPages }) => {
      if (failure !== null) throw failure
      if (!started) {
        started = true
        options.onStarted()
      }
      const copiedPages = totalPages - remainingPages
      options.onProgress?.({ copiedPages, totalPages })
      const unsynced = copiedPages - syncedPages
      const lastStep = remainingPages <= pagesPerStep
      if (syncing === null && unsynced >= (lastStep ? 2 * pagesPerStep : pagesPerSync)) sync(copiedPages)
      // The last step syncs what is left, on this thread: it waits, by asking for no pages, until little is.
      return lastStep && syncing !== null ? 0 : pagesPerStep
    },
  })
  await syncing
  if (failure !== null) throw failure
  if (!started) throw new Error('the database was busy when its copy should have begun')
}

async function syncOnce(files: FileSystem, target: string): Promise<void> {
  const handle = await files.open(target, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
