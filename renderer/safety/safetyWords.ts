// When and how large, as the screens about backups say it.
import { addDays, formatDate } from '../../shared/vietnamese/dates'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { today } from '../app/today'

/** Such as "hôm nay 08:01", "hôm qua 17:02", "20/11/2026 17:02". */
export function timeWords(takenAt: string): string {
  const [day = '', time = ''] = [takenAt.slice(0, 10), takenAt.slice(11, 16)]
  const now = today()
  if (day === now) return `hôm nay ${time}`
  if (day === addDays(now, -1)) return `hôm qua ${time}`
  return `${formatDate(day)} ${time}`
}

export function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${formatDecimal(bytes / 1_000_000, 1)} MB`
}
