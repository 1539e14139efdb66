// The screen's address in the hash, for wouter. Every way out of a screen, the Back button too, asks about unsaved work first.
import { useSyncExternalStore } from 'react'
import { hasUnsavedWork, mayLeave } from './unsaved'

const listeners = new Set<() => void>()
let current = fromHash()

function fromHash(): string {
  return `/${location.hash.replace(/^#?\/?/, '')}`
}

function show(path: string): void {
  current = path
  for (const listener of listeners) listener()
}

export interface NavigateOptions {
  readonly replace?: boolean
  /** After saving or deleting: there is nothing left to ask about. */
  readonly force?: boolean
}

/** False when the user stayed to save. */
export async function navigate(path: string, options: NavigateOptions = {}): Promise<boolean> {
  if (options.force !== true && !(await mayLeave())) return false
  history[options.replace === true ? 'replaceState' : 'pushState'](null, '', `#${path}`)
  show(path)
  return true
}

window.addEventListener('hashchange', () => {
  const wanted = fromHash()
  if (wanted === current) return
  if (!hasUnsavedWork()) {
    show(wanted)
    return
  }
  history.pushState(null, '', `#${current}`)
  void navigate(wanted)
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => current)
}

export function useGuardedHashLocation(): [string, (path: string, options?: NavigateOptions) => void] {
  return [usePath(), (path, options) => void navigate(path, options)]
}

useGuardedHashLocation.hrefs = (href: string) => `#${href}`
