// What the window remembers about itself on this machine (unit, columns). Nothing of the office's data is kept here.
import { useState } from 'react'

const prefix = 'skc.'

export function readSetting<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  const stored = read(key)
  return allowed.find((value) => value === stored) ?? otherwise
}

export function writeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(prefix + key, value)
  } catch {
    // A browser that keeps nothing only forgets the choice.
  }
}

export function readList(key: string): readonly string[] | null {
  const stored = read(key)
  return stored === null ? null : stored.split(',').filter((one) => one !== '')
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

const kept = new Map<string, unknown>()

/** State that outlives its screen until the window closes: the filter of a list is still there on coming back. */
export function useKeptState<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  return [
    value,
    (next) => {
      kept.set(key, next)
      setValue(next)
    },
  ]
}

/** Another data file: nothing kept belongs to it. */
export function forgetKeptState(): void {
  kept.clear()
}
