// The day on the user's calendar, as the boxes for dates take it.
import type { PlainDate } from '../../shared/vietnamese/dates'

export function today(): PlainDate {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
