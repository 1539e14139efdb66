// When a command last went into the data file, for the line at the foot of the window.
import { useSyncExternalStore } from 'react'

let lastSaved: string | null = null
const listeners = new Set<() => void>()

function set(next: string | null): void {
  lastSaved = next
  for (const listener of listeners) listener()
}

export function noteSaved(): void {
  const now = new Date()
  set(`${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`)
}

/** Another file is open: nothing has been saved into it yet. */
export function forgetSaved(): void {
  set(null)
}

/** Such as '14:03'; null while nothing has been saved. */
export function useLastSaved(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => lastSaved,
  )
}
