// The thread that reads and checks files, so that the window and the other calls never wait for 20,000 rows.
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../../shared/contract/errors'
import { assertNever } from '../../../shared/domain/assertNever'
import { readSource } from '../consolidation/readSource'
import type { CheckAnswer, CheckRequest, WorkerSettings } from './checkService'
import { memoryClearer } from './clearMemory'
import { checkResources, FileCheck, largeBytes } from './fileCheck'

const port = parentPort
if (port === null) throw new Error('checkWorker runs only as a worker thread')

const { resourcesDir } = workerData as WorkerSettings
const resources = checkResources(resourcesDir)
const check = new FileCheck(resources)
const clearMemory = memoryClearer()

function* answersTo(request: CheckRequest): Generator<CheckAnswer> {
  switch (request.kind) {
    case 'begin':
      yield { kind: 'wanted', wanted: check.begin(request.order) }
      // The file's cells, now that they are read.
      if (request.order.bytes.length > largeBytes) clearMemory()
      return
    case 'finish':
      for (const piece of check.finish(request.details)) yield { kind: 'piece', piece }
      return
    case 'source':
      yield { kind: 'source', reading: readSource(request.order, resources) }
      return
    default:
      assertNever(request, 'every request to the thread is known')
  }
}

function* answers(request: CheckRequest): Generator<CheckAnswer> {
  try {
    yield* answersTo(request)
  } catch (error) {
    if (error instanceof Refusal) yield { kind: 'refused', problem: error.problem }
    else yield { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Bytes are handed over, not copied. */
function handedOver(answer: CheckAnswer): ArrayBuffer[] {
  return answer.kind === 'piece' && answer.piece.of === 'works' ? [answer.piece.works.bytes.buffer] : []
}

port.on('message', (request: CheckRequest) => {
  for (const answer of answers(request)) port.postMessage(answer, handedOver(answer))
})
