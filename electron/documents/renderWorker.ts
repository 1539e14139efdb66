// The thread that makes papers, so that the window and the other calls never wait for one.
import { parentPort } from 'node:worker_threads'
import { renderPaper, warmRenderer } from './renderPaper'
import type { RenderAnswer, RenderOrder } from './renderService'

const port = parentPort
if (port === null) throw new Error('renderWorker runs only as a worker thread')

port.on('message', (order: RenderOrder) => {
  renderPaper(order.request).then(
    (bytes) => {
      // A copy of exactly the paper's length: its buffer then changes hands without being copied again.
      const own = bytes.slice()
      const answer: RenderAnswer = { id: order.id, ok: true, bytes: own }
      port.postMessage(answer, [own.buffer])
    },
    (error: unknown) => {
      const answer: RenderAnswer = {
        id: order.id,
        ok: false,
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }
      port.postMessage(answer)
    },
  )
})

// A failure shows itself at the first paper, with its reason.
warmRenderer().catch(() => undefined)
