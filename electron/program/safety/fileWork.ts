// Who reads and upgrades whole files: this process (command line, tests) or a worker thread (window), behind one interface of plain data.
import { Worker } from 'node:worker_threads'
import { type Problem, Refusal } from '../../../shared/contract/errors'
import { assertNever } from '../../../shared/domain/assertNever'
import { type Inspection, inspectCopy } from '../../database/backups/inspect'
import { type Rescue, rescueFile } from '../../database/backups/rescue'
import type { UpgradeCopy } from '../../database/backups/upgradeCopy'
import { compactDataFile } from '../../database/compact'
import { upgradeDataFile } from '../../database/dataFile'
import { storageRefusal } from '../../database/fileProblems'
import { type FileSystem, machineFiles } from '../../database/fileSystem'
import { type DomainFinding, domainFindings } from './domainChecks'
import { savedRowFindings } from './savedRows'

export type FileTask =
  | { readonly kind: 'inspect'; readonly file: string }
  | { readonly kind: 'check'; readonly file: string }
  | { readonly kind: 'rescue'; readonly file: string }
  | { readonly kind: 'upgrade'; readonly file: string }
  | { readonly kind: 'compact'; readonly file: string }

export interface FileAnswers {
  readonly inspect: Inspection
  readonly check: { readonly inspection: Inspection; readonly findings: readonly DomainFinding[] }
  readonly rescue: Rescue
  /** Null where the file had been brought up to date meanwhile. */
  readonly upgrade: UpgradeCopy | null
  readonly compact: null
}

export interface FileWork {
  run<K extends FileTask['kind']>(task: Extract<FileTask, { kind: K }>): Promise<FileAnswers[K]>
  close(): Promise<void>
}

/** @throws Refusal where the disk does not let it be done */
export async function doFileTask(task: FileTask, files = machineFiles): Promise<FileAnswers[FileTask['kind']]> {
  try {
    return await answerTask(task, files)
  } catch (error) {
    throw storageRefusal(error, task.file) ?? error
  }
}

async function answerTask(task: FileTask, files: FileSystem): Promise<FileAnswers[FileTask['kind']]> {
  switch (task.kind) {
    case 'inspect':
      return inspectCopy(task.file, files.now)
    case 'check': {
      const inspection = inspectCopy(task.file, files.now)
      if (!inspection.ok) return { inspection, findings: [] }
      return { inspection, findings: [...(await domainFindings(task.file)), ...(await savedRowFindings(task.file))] }
    }
    case 'rescue':
      return rescueFile(task.file)
    case 'upgrade':
      return upgradeDataFile(task.file, files)
    case 'compact':
      compactDataFile(task.file)
      return null
    default:
      return assertNever(task, 'Every task is done')
  }
}

export function inProcessFileWork(files = machineFiles): FileWork {
  return {
    run: async (task) => (await doFileTask(task, files)) as never,
    close: async () => undefined,
  }
}

export type FileWorkAnswer =
  | { readonly ok: true; readonly value: FileAnswers[FileTask['kind']] }
  /** `problem`: refused in words, rather than broken. */
  | { readonly ok: false; readonly reason: string; readonly problem: Problem | null }

/** What better-sqlite3's binary asks for. An older runtime ends at once where a thread loads it. */
const nodeApiOfSqlite = 10

/** One thread a task: they are rare, and a thread that read a damaged file is best not used again. */
export function workerFileWork(entry: URL = new URL('./fileWorker.js', import.meta.url)): FileWork {
  if (Number(process.versions.napi) < nodeApiOfSqlite) return inProcessFileWork()
  const running = new Set<Worker>()
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(entry, { workerData: task })
        running.add(worker)
        worker.once('message', (answer: FileWorkAnswer) => {
          if (answer.ok) resolve(answer.value as never)
          else reject(answer.problem === null ? new Error(answer.reason) : Refusal.asTold(answer.problem))
        })
        worker.once('error', (error) => reject(error instanceof Error ? error : new Error(String(error))))
        worker.once('exit', (code) => {
          running.delete(worker)
          reject(new Error(`the thread that reads files ended with code ${code}`))
        })
      }),
    close: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}
