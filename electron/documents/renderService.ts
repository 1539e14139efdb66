// Who makes papers: this process (command line, tests) or a worker thread (window), behind one interface of plain data.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PaperDocument } from './blocks'
import { type PaperFormat, type RenderRequest, renderPaper } from './renderPaper'

export interface RenderService {
  /** `createdAt` in milliseconds since 1970: equal papers of equal dates are equal bytes. */
  render(format: PaperFormat, document: PaperDocument, createdAt: number): Promise<Uint8Array>
  close(): Promise<void>
}

export type RenderOrder = { readonly id: number; readonly request: RenderRequest }
export type RenderAnswer =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly ok: false; readonly reason: string }

export function inProcessRenderer(): RenderService {
  return {
    render: (format, document, createdAt) => renderPaper({ format, document, createdAt }),
    close: async () => undefined,
  }
}

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

/** More threads than this help no office machine, and each holds its own fonts. */
const mostThreads = Math.min(2, availableParallelism())

/**
 * The first thread is started at once so that its fonts are warm before the first paper is asked for; another joins when
 * papers have to wait. A thread that dies takes its papers with it, each refused with the reason; the next paper starts
 * another.
 */
export function workerRenderer(entry: URL = new URL('./renderWorker.js', import.meta.url)): RenderService {
  const threads: Thread[] = []
  let nextId = 1
  let closed = false

  function start(): Thread {
    const worker = new Worker(entry)
    const waiting = new Map<number, Waiting>()
    const started = { worker, waiting }
    const abandon = (error: Error) => {
      const position = threads.indexOf(started)
      if (position >= 0) threads.splice(position, 1)
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    worker.on('message', (answer: RenderAnswer) => {
      const one = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) worker.unref()
      if (answer.ok) one?.resolve(answer.bytes)
      else one?.reject(new Error(answer.reason))
    })
    worker.on('error', (error) => abandon(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => abandon(new Error(`the thread that makes papers ended with code ${code}`)))
    // An idle thread must not keep a program alive that has nothing else to do.
    worker.unref()
    threads.push(started)
    return started
  }

  function leastBusy(): Thread {
    const [first, ...others] = threads
    if (first === undefined) return start()
    const freest = others.reduce((best, one) => (one.waiting.size < best.waiting.size ? one : best), first)
    return freest.waiting.size > 0 && threads.length < mostThreads ? start() : freest
  }

  start()
  return {
    render: (format, document, createdAt) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('the thread that makes papers is closed'))
          return
        }
        const { worker, waiting } = leastBusy()
        const id = nextId
        nextId += 1
        waiting.set(id, { resolve, reject })
        worker.ref()
        const order: RenderOrder = { id, request: { format, document, createdAt } }
        worker.postMessage(order)
      }),
    close: async () => {
      closed = true
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}
