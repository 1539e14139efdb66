// How far the imports in hand are, and their cancelling. Calls over the data file wait for one another: these two facts do not.
import { Refusal } from '../../../shared/contract/errors'
import type { ImportProgress } from '../../../shared/contract/workbooks'
import { startPauses } from '../../database/pause'

export interface ImportStep {
  readonly signal: AbortSignal
  /** Tells how far it is, lets other work of the process go on, and stops where it was cancelled. @throws Refusal import.cancelled */
  readonly at: (phase: ImportProgress['phase'], done: number, total: number) => Promise<void>
}

export class ImportWatch {
  readonly #cancels = new Set<AbortController>()
  #progress: ImportProgress | null = null

  progress(): ImportProgress | null {
    return this.#progress
  }

  cancel(): void {
    for (const cancel of this.#cancels) cancel.abort()
  }

  async run<T>(work: (step: ImportStep) => Promise<T>): Promise<T> {
    const cancel = new AbortController()
    this.#cancels.add(cancel)
    const pause = startPauses()
    const at: ImportStep['at'] = async (phase, done, total) => {
      this.#progress = { phase, done, total }
      await pause()
      if (cancel.signal.aborted) throw new Refusal('import.cancelled')
    }
    try {
      return await work({ signal: cancel.signal, at })
    } finally {
      this.#cancels.delete(cancel)
      if (this.#cancels.size === 0) this.#progress = null
    }
  }
}
