// Told when the program refused a call because nobody is signed in (any more): the sign-in screen then comes by itself.

const listeners = new Set<() => void>()

export function noteSignInNeeded(): void {
  for (const listener of listeners) listener()
}

export function onSignInNeeded(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
