// Ctrl+Z and Ctrl+Y of the program, and "Hoàn tác" in a notice: work of this opening of the file is taken back and done again.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { historyLabels } from '../../shared/labels'
import { notifyDone, notifyProblem, setUndoAction } from '../components/notices'
import { api } from './api'
import { refreshAfter, runQuery } from './calls'
import { noteSaved } from './lastSaved'
import { useShortcuts } from './shortcuts'
import { noteTakenBack } from './undoOffer'
import { mayLeave } from './unsaved'

/** null: the last piece of work, if it was done since the file was opened; older work is taken back from the journal. */
export async function undoWork(client: QueryClient, commandId: number | null): Promise<void> {
  try {
    const wanted = commandId ?? (await lastOfThisOpening())
    if (wanted === null || !(await mayLeave())) return
    const { what } = await api.history.undo({ commandId: wanted })
    await showAnew(client)
    notifyDone(`${historyLabels.undone}: ${what}`, {
      label: historyLabels.redo,
      run: () => void redoWork(client, wanted),
    })
  } catch (error) {
    notifyProblem(error)
  }
}

async function redoWork(client: QueryClient, commandId: number | null): Promise<void> {
  try {
    if (!(await mayLeave())) return
    const { what, commandId: again } = await api.history.redo({ commandId })
    await showAnew(client)
    notifyDone(`${historyLabels.redone}: ${what}`, {
      label: historyLabels.undo,
      run: () => void undoWork(client, again),
    })
  } catch (error) {
    notifyProblem(error)
  }
}

async function lastOfThisOpening(): Promise<number | null> {
  const { undo } = await runQuery('history.state', {})
  if (undo?.inThisSession === true) return undo.commandId
  notifyDone(historyLabels.nothingSinceOpened)
  return null
}

async function showAnew(client: QueryClient): Promise<void> {
  noteSaved()
  await refreshAfter(client, 'history.undo')
  noteTakenBack()
}

export function useUndoKeys(): void {
  const client = useQueryClient()
  useEffect(() => setUndoAction((commandId) => void undoWork(client, commandId)), [client])
  useShortcuts({ 'Ctrl+Z': () => void undoWork(client, null), 'Ctrl+Y': () => void redoWork(client, null) })
}
