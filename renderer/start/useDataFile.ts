// Which data file is open, and every way to another one: chosen, created, sample, recent, handed over by the system.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { OpenFile } from '../../shared/contract/files'
import { api } from '../app/api'
import { ProblemError, problemOf } from '../app/bridge'
import { refreshAfter, useQueryCall } from '../app/calls'
import { forgetSaved } from '../app/lastSaved'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { forgetKeptState } from '../app/settings'
import { mayLeave } from '../app/unsaved'
import { notifyProblem } from '../components/notices'
import { type FileProblem, isFileProblem } from './fileProblems'

export interface DataFile {
  readonly file: OpenFile | null
  readonly waiting: boolean
  /** Work on a file under way: buttons wait. */
  readonly busy: boolean
  readonly problem: FileProblem | null
  readonly open: (path: string) => Promise<void>
  readonly create: (path: string) => Promise<void>
  readonly openSample: () => Promise<void>
  readonly close: () => Promise<void>
  readonly forgetProblem: () => void
}

export function useDataFile(): DataFile {
  const client = useQueryClient()
  const current = useQueryCall('files.current', {})
  const [problem, setProblem] = useState<FileProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const handedOver = useFileHandedOver((path) => open(path))

  async function run(path: string, work: () => Promise<unknown>): Promise<void> {
    if (!(await mayLeave())) return
    setBusy(true)
    try {
      await work()
      setProblem(null)
      forgetKeptState()
      forgetSaved()
      await navigate(paths.overview, { replace: true, force: true })
    } catch (error) {
      const refused = problemOf(error)
      if (isFileProblem(refused.code)) setProblem({ path, problem: refused })
      else notifyProblem(error)
    } finally {
      await refreshAfter(client, 'files.open')
      setBusy(false)
    }
  }

  function open(path: string): Promise<void> {
    return run(path, () => api.files.open({ path }))
  }

  return {
    file: current.data?.file ?? null,
    waiting: current.isPending || handedOver.waiting,
    busy,
    problem: problem ?? (current.error === null ? null : { path: '', problem: current.error.problem }),
    open,
    create: (path) => run(path, () => api.files.create({ path })),
    openSample: async () => {
      const folder = await api.files.defaultFolder({})
      const path = `${folder.path}${folder.separator}${sampleName}`
      await run(path, () => createOrOpenSample(path))
    },
    close: () => run('', () => api.files.close({})),
    forgetProblem: () => {
      setProblem(null)
      void current.refetch()
    },
  }
}

export const sampleName = 'du-lieu-mau.skc'

/** The sample made before is opened again: what was tried in it is still there. */
async function createOrOpenSample(path: string): Promise<void> {
  try {
    await api.files.createSample({ path })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'file.exists') throw error
    await api.files.open({ path })
  }
}

/** The file the program was started with, then each one the system hands to the running program. */
function useFileHandedOver(open: (path: string) => Promise<void>): { readonly waiting: boolean } {
  const [waiting, setWaiting] = useState(true)
  const latest = useRef(open)
  latest.current = open
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    window.skc?.onOpenFile((path) => void latest.current(path))
    void takeFirst().finally(() => setWaiting(false))
    async function takeFirst(): Promise<void> {
      const { path } = await api.shell.takeFileToOpen({})
      if (path !== null) await latest.current(path)
    }
  }, [])
  return { waiting }
}
