// Clears away what a thread no longer needs, now: by itself V8 waits until as much again was taken. Only for threads nobody waits
// for, as it stops them for a tenth of a second.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export function memoryClearer(): () => void {
  setFlagsFromString('--expose-gc')
  const clear: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  return () => {
    if (typeof clear === 'function') clear()
  }
}
