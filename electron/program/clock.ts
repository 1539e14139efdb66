// The only place that asks the machine for the time.
import type { Clock } from '../database/session'

export const machineClock: Clock = {
  today: () => {
    const now = new Date()
    const two = (value: number) => String(value).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
  instant: () => new Date().toISOString(),
}
