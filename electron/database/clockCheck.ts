// A machine whose clock went back, as with an empty battery, is told by its own file: what was saved there lately is yet to come.
import type Database from 'better-sqlite3'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { localTime } from './backups/backupFolder'

/** A clock that a network sets right moves by less. */
const toleranceMilliseconds = 10 * 60_000
/** Only work of the last days counts: a clock that once ran ahead must not be told of for years. */
const lately = 200

/** The latest time among the newest work, UTC; null where none is later than now. */
export function savedInTimeToCome(db: Database.Database, now: string): string | null {
  const latest = db
    .prepare('SELECT max(at) FROM (SELECT at FROM command ORDER BY id DESC LIMIT ?)')
    .pluck()
    .get(lately) as string | null
  return latest !== null && Date.parse(latest) - Date.parse(now) > toleranceMilliseconds ? latest : null
}

export function clockWords(savedAt: string, today: PlainDate): string {
  const saved = localTime(new Date(savedAt))
  return (
    `Đồng hồ máy có vẻ sai: máy đang ghi ngày ${formatDate(today)}, nhưng trong tệp có việc đã lưu lúc ` +
    `${saved.slice(11, 16)} ngày ${formatDate(saved.slice(0, 10))}. Không mất gì; hãy sửa ngày giờ của máy rồi làm tiếp, ` +
    'vì ngày trên văn bản và hạn việc lấy theo máy. Nếu máy đúng thì việc ấy đã được lưu lúc đồng hồ chạy sai.'
  )
}
