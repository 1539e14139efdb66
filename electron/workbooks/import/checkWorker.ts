// The thread that reads and checks files, so that the window and the other calls never wait for 20,000 rows.
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../../shared/contract/errors'
import type { CheckAnswer, CheckRequest, WorkerSettings } from './checkService'
import { checkResources, FileCheck } from './fileCheck'

const port = parentPort
if (port === null) throw new Error('checkWorker runs only as a worker thread')

const { resourcesDir } = workerData as WorkerSettings
const check = new FileCheck(checkResources(resourcesDir))

function answer(request: CheckRequest): CheckAnswer {
  try {
    return request.kind === 'begin'
      ? { kind: 'wanted', wanted: check.begin(request.order) }
      : { kind: 'checked', checked: check.finish(request.details) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', problem: error.problem }
    return { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

port.on('message', (request: CheckRequest) => port.postMessage(answer(request)))
