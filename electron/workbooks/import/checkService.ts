// Who checks files: this process (command line, tests) or a worker thread (window), behind one interface of plain data.
import { Worker } from 'node:worker_threads'
import { type Problem, Refusal, refusalOf } from '../../../shared/contract/errors'
import { assertNever } from '../../../shared/domain/assertNever'
import { readSource, type SourceOrder, type SourceReading } from '../consolidation/readSource'
import { type CheckedPiece, CheckedPieces } from './checkTransfer'
import { type CheckedFile, type CheckOrder, type CheckResources, FileCheck, largeBytes } from './fileCheck'
import type { RecordDetails, WantedRecords } from './records/recordsOnFile'

export type ReadDetails = (wanted: WantedRecords) => Promise<RecordDetails>

export interface CheckService {
  /** @throws Refusal workbook.unreadable, import.cancelled */
  check(order: CheckOrder, readDetails: ReadDetails, signal: AbortSignal): Promise<CheckedFile>
  /** A centre's file for a consolidation; one that cannot be read is an answer, not a refusal. */
  readSource(order: SourceOrder): Promise<SourceReading>
  close(): Promise<void>
}

export function inProcessChecks(resources: CheckResources): CheckService {
  return {
    check: async (order, readDetails) => {
      const check = new FileCheck(resources)
      return wholeOf(check.finish(await readDetails(check.begin(order))))
    },
    readSource: async (order) => readSource(order, resources),
    close: async () => undefined,
  }
}

/** All pieces together, the last of which makes them whole. */
export function wholeOf(pieces: Iterable<CheckedPiece>): CheckedFile {
  const whole = new CheckedPieces()
  for (const piece of pieces) {
    const checked = whole.add(piece)
    if (checked !== null) return checked
  }
  throw new Error('the last piece of a checked file is missing')
}

export interface WorkerSettings {
  readonly resourcesDir: string
  /** What one file may take in memory; far above any office's unless said. */
  readonly mostMegabytes?: number
}

export type CheckRequest =
  | { readonly kind: 'begin'; readonly order: CheckOrder }
  | { readonly kind: 'finish'; readonly details: RecordDetails }
  | { readonly kind: 'source'; readonly order: SourceOrder }

export type CheckAnswer =
  | { readonly kind: 'wanted'; readonly wanted: WantedRecords }
  | { readonly kind: 'piece'; readonly piece: CheckedPiece }
  | { readonly kind: 'source'; readonly reading: SourceReading }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly reason: string }

/** Above any office's file, and below what would crowd a machine of 4 GB. */
const ordinaryMegabytes = 384

/** A nursery of new objects larger than this is memory taken for a few hundred milliseconds saved. */
const youngMegabytes = 6

/** How long the thread, and the file it read last, are kept for the next choice of the user. */
const keptMilliseconds = 5 * 60_000

/**
 * One thread, one file at a time: a second waits. A cancelled check ends its thread, which is the only way to stop a
 * computation; the next one starts another.
 */
export function workerChecks(
  settings: WorkerSettings,
  entry: URL = new URL('./checkWorker.js', import.meta.url),
): CheckService {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let rest: NodeJS.Timeout | null = null

  async function end(): Promise<void> {
    if (rest !== null) clearTimeout(rest)
    rest = null
    const ended = worker
    worker = null
    await ended?.terminate()
  }

  function started(): Worker {
    if (rest !== null) clearTimeout(rest)
    rest = null
    if (worker !== null) return worker
    const fresh = new Worker(entry, {
      workerData: settings,
      resourceLimits: {
        maxOldGenerationSizeMb: settings.mostMegabytes ?? ordinaryMegabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    })
    fresh.on('exit', () => {
      if (worker === fresh) worker = null
    })
    worker = fresh
    return fresh
  }

  /** Each answer is handed to `take` until it says that it has all it waited for. */
  function ask<T>(
    thread: Worker,
    request: CheckRequest,
    signal: AbortSignal,
    take: (answer: CheckAnswer) => T | null,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        thread.off('message', answered)
        thread.off('error', failed)
        thread.off('exit', gone)
        signal.removeEventListener('abort', cancelled)
        finish()
      }
      const answered = (answer: CheckAnswer) => {
        try {
          const taken = take(answer)
          if (taken !== null) settle(() => resolve(taken))
        } catch (error) {
          settle(() => reject(error))
        }
      }
      const failed = (error: unknown) => settle(() => reject(whyFailed(error)))
      const gone = (code: number) =>
        settle(() => reject(new Error(`the thread that checks files ended with code ${code}`)))
      const cancelled = () => {
        settle(() => reject(new Refusal('import.cancelled')))
        void end()
      }
      thread.on('message', answered)
      thread.on('error', failed)
      thread.on('exit', gone)
      signal.addEventListener('abort', cancelled)
      thread.postMessage(request)
    })
  }

  /**
   * One after the other; an idle thread must not keep a program alive that has nothing else to do. After a large file it
   * ends, and that is waited for: what it held is free before rows are written or the next file is read.
   */
  function inTurn<T>(endAfter: boolean, work: (thread: Worker) => Promise<T>): Promise<T> {
    const turn = last
      .catch(() => undefined)
      .then(async () => {
        const thread = started()
        thread.ref()
        try {
          return await work(thread)
        } finally {
          thread.unref()
          if (endAfter) await end()
          else {
            rest = setTimeout(() => void end(), keptMilliseconds)
            rest.unref()
          }
        }
      })
    last = turn
    return turn
  }

  return {
    check: (order, readDetails, signal) =>
      inTurn(order.purpose === 'write' || order.bytes.length > largeBytes, async (thread) => {
        if (signal.aborted) throw new Refusal('import.cancelled')
        const wanted = await ask(thread, { kind: 'begin', order: withoutText(order) }, signal, (answer) => {
          if (answer.kind !== 'wanted') throw errorOf(answer)
          return answer.wanted
        })
        const details = await readDetails(wanted)
        if (signal.aborted) throw new Refusal('import.cancelled')
        const pieces = new CheckedPieces()
        return ask(thread, { kind: 'finish', details }, signal, (answer) => {
          if (answer.kind !== 'piece') throw errorOf(answer)
          return pieces.add(answer.piece)
        })
      }),
    readSource: (order) =>
      inTurn(false, (thread) =>
        ask(thread, { kind: 'source', order }, new AbortController().signal, (answer) => {
          if (answer.kind !== 'source') throw errorOf(answer)
          return answer.reading
        }),
      ),
    close: end,
  }
}

/** The bytes cross once, not a second time as text. */
function withoutText(order: CheckOrder): CheckOrder {
  return { ...order, input: { ...order.input, base64: '' } }
}

function whyFailed(error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Refusal(
      'workbook.unreadable',
      'tệp có quá nhiều dữ liệu để đọc trên máy này. Hãy chia thành nhiều tệp nhỏ hơn rồi nhập từng tệp.',
    )
  return error instanceof Error ? error : new Error(String(error))
}

function errorOf(answer: CheckAnswer): Error {
  switch (answer.kind) {
    case 'refused':
      return refusalOf(answer.problem)
    case 'failed':
      return new Error(answer.reason)
    case 'wanted':
    case 'piece':
    case 'source':
      return new Error(`the thread that checks files answered '${answer.kind}' out of turn`)
    default:
      return assertNever(answer, 'every answer of the thread is known')
  }
}
