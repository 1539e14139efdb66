// The piece of work just done, so that the notice which says it is saved can offer to take it back; and how often something
// was taken back, so that screens begin anew with what then holds.
import { useSyncExternalStore } from 'react'

/** A notice later than this is about something else. */
const offeredFor = 2_000

let offered: { readonly commandId: Promise<number | null>; readonly at: number } | null = null
let times = 0
const listeners = new Set<() => void>()

/** `commandId` comes a moment later than the work itself: the program is asked for it. */
export function offerUndo(commandId: Promise<number | null>): void {
  offered = { commandId, at: Date.now() }
}

/** The first notice after the work takes the offer; a later one is about something else. */
export function takeUndoOffer(): Promise<number | null> | null {
  const taken = offered
  offered = null
  return taken !== null && Date.now() - taken.at < offeredFor ? taken.commandId : null
}

export function noteTakenBack(): void {
  times += 1
  for (const listener of listeners) listener()
}

/** A key for what must not go on showing what was before an undo. */
export function useTimesTakenBack(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => times,
  )
}
