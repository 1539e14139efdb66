// Dossiers made beside other work: each can be asked how far it is, and cancelled. Nothing of a cancelled one is kept.
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import { type DossierWatch, dossierSteps, makeDossier, makeDossierFolder, type PreparedDossier } from './dossier'
import type { RenderService } from './renderService'
import type { FolderPlace } from './writeFolder'

export type DossierState = 'running' | 'done' | 'cancelled' | 'failed'

interface Job {
  readonly total: number
  readonly cancel: AbortController
  state: DossierState
  done: number
  message: string
  file: FileOut | null
  /** Where it lies, of a dossier written as a folder. */
  folder: string | null
}

/** So many finished dossiers nobody has fetched are kept. */
const KEPT = 4

export class DossierJobs {
  readonly #jobs = new Map<number, Job>()
  readonly #renderer: RenderService
  #next = 1

  constructor(renderer: RenderService) {
    this.#renderer = renderer
  }

  /** `place`: written there as a folder; null: kept as a file until it is taken. */
  start(dossier: PreparedDossier, place: FolderPlace | null = null): { readonly job: number; readonly total: number } {
    const job: Job = {
      total: dossierSteps(dossier),
      cancel: new AbortController(),
      state: 'running',
      done: 0,
      message: '',
      file: null,
      folder: null,
    }
    const id = this.#next
    this.#next += 1
    this.#jobs.set(id, job)
    this.#forgetOldest()
    const watch: DossierWatch = {
      onDone: (done) => {
        job.done = done
      },
      signal: job.cancel.signal,
    }
    this.#make(dossier, place, watch).then(
      (made) => {
        if (job.state !== 'running') return
        job.state = 'done'
        job.file = made.file
        job.folder = made.folder
      },
      (error: unknown) => {
        if (job.state !== 'running') return
        job.state = 'failed'
        job.message = error instanceof Error ? error.message : String(error)
      },
    )
    return { job: id, total: job.total }
  }

  async #make(
    dossier: PreparedDossier,
    place: FolderPlace | null,
    watch: DossierWatch,
  ): Promise<Pick<Job, 'file' | 'folder'>> {
    if (place === null) return { file: await makeDossier(dossier, this.#renderer, watch), folder: null }
    const { folder } = await makeDossierFolder(dossier, this.#renderer, place, watch)
    return { file: null, folder }
  }

  progress(id: number): Pick<Job, 'state' | 'done' | 'total' | 'message' | 'folder'> {
    const { state, done, total, message, folder } = this.#job(id)
    return { state, done, total, message, folder }
  }

  /** Answers at once: a paper in the renderer's hands is let go of when it is finished. */
  cancel(id: number): void {
    const job = this.#job(id)
    if (job.state === 'running') job.state = 'cancelled'
    job.cancel.abort()
    job.file = null
  }

  /** Handed out once. @throws Refusal record.missing, step.not-allowed while it is not finished */
  take(id: number): FileOut {
    const job = this.#job(id)
    if (job.folder !== null) throw new Refusal('step.not-allowed', 'bộ hồ sơ này đã ghi thành thư mục.')
    if (job.file === null) throw new Refusal('step.not-allowed', 'bộ hồ sơ chưa lập xong hoặc đã hủy.')
    this.#jobs.delete(id)
    return job.file
  }

  #job(id: number): Job {
    const job = this.#jobs.get(id)
    if (job === undefined) throw new Refusal('record.missing', 'việc lập bộ hồ sơ này')
    return job
  }

  #forgetOldest(): void {
    const ended = [...this.#jobs].filter(([, { state }]) => state !== 'running')
    for (const [id] of ended.slice(0, Math.max(0, ended.length - KEPT))) this.#jobs.delete(id)
  }
}
