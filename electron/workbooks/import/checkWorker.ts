// The thread that reads and checks files, so that the window and the other calls never wait for 20,000 rows.
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../../shared/contract/errors'
import { assertNever } from '../../../shared/domain/assertNever'
import { readSource } from '../consolidation/readSource'
import type { CheckAnswer, CheckRequest, WorkerSettings } from './checkService'
import { checkResources, FileCheck } from './fileCheck'

const port = parentPort
if (port === null) throw new Error('checkWorker runs only as a worker thread')

const { resourcesDir } = workerData as WorkerSettings
const resources = checkResources(resourcesDir)
const check = new FileCheck(resources)

function answerOf(request: CheckRequest): CheckAnswer {
  switch (request.kind) {
    case 'begin':
      return { kind: 'wanted', wanted: check.begin(request.order) }
    case 'finish':
      return { kind: 'checked', checked: check.finish(request.details) }
    case 'source':
      return { kind: 'source', reading: readSource(request.order, resources) }
    default:
      return assertNever(request, 'every request to the thread is known')
  }
}

function answer(request: CheckRequest): CheckAnswer {
  try {
    return answerOf(request)
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', problem: error.problem }
    return { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

port.on('message', (request: CheckRequest) => port.postMessage(answer(request)))
