// The thread that reads whole files, so that neither the window nor a call waits for a check of 200 MB.
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../../shared/contract/errors'
import { doFileTask, type FileTask, type FileWorkAnswer } from './fileWork'

const port = parentPort
if (port === null) throw new Error('fileWorker runs only as a worker thread')

doFileTask(workerData as FileTask).then(
  (value) => port.postMessage({ ok: true, value } satisfies FileWorkAnswer),
  (error: unknown) =>
    port.postMessage({
      ok: false,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      problem: error instanceof Refusal ? error.problem : null,
    } satisfies FileWorkAnswer),
)
