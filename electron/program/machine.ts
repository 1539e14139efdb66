// The only place that asks the machine for the time, and for who sits at it.
import os from 'node:os'
import type { Actor, Clock } from '../database/session'

export const machineClock: Clock = {
  today: () => {
    const now = new Date()
    const two = (value: number) => String(value).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
  instant: () => new Date().toISOString(),
}

/** An account without a name, as some networks have it, is no reason not to start. */
export function machineActor(): Actor {
  const host = os.hostname()
  try {
    return { name: os.userInfo().username, host }
  } catch {
    return { name: '', host }
  }
}
