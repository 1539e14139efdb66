// How a record is called in the history: by what people know it by, as it is now or as it was when it was deleted.
import type { VoteLevel } from '../../shared/domain/productVotes'
import { programmeLabels, voteRoundName } from '../../shared/labels'
import { formatMonth, isPlainMonth } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { rowNow } from '../database/inverse'

export interface RecordAt {
  readonly table: string
  readonly id: number
}

export type Image = Readonly<Record<string, unknown>>

/** The row as it is, else as its last deletion found it; null when neither is known. */
export async function lastImage(reader: Reader, { table, id }: RecordAt): Promise<Image | null> {
  const now = await rowNow(reader, table, id)
  if (now !== null) return now
  const last = await reader.db
    .selectFrom('row_change')
    .select('before')
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .where('before', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return last?.before == null ? null : (JSON.parse(last.before) as Image)
}

export async function recordTitle(reader: Reader, record: RecordAt): Promise<string> {
  const image = await lastImage(reader, record)
  return image === null ? '' : titleOf(record.table, image)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function withNumber(what: string, image: Image): string {
  const number = text(image.document_number)
  return number === '' ? what : `${what} ${number}`
}

/** Empty for a row that nobody calls by a name. */
export function titleOf(table: string, image: Image): string {
  switch (table) {
    case 'plan':
      return `kế hoạch ${String(image.year)} ${programmeLabels[image.programme === 'national' ? 'national' : 'local'].short}`
    case 'project':
      return text(image.code)
    case 'need':
      return [text(image.asker), text(image.activity)].filter((part) => part !== '').join(' – ')
    case 'allocation':
      return `đợt ${String(image.batch_number)}`
    case 'outgoing_paper':
      return `${String(image.number)}/${text(image.symbol)}`
    case 'sent_package':
      return `gói số ${String(image.year)}/${String(image.number)}`
    case 'change_request':
      return `đề nghị điều chỉnh ${text(image.letter_number) || `năm ${String(image.year)}`}`
    case 'contract':
      return image.number === null
        ? text(image.outside_number) || 'hợp đồng dự thảo'
        : `${String(image.number)}/${text(image.symbol)}`
    case 'year_total':
      return image.from_year === image.to_year
        ? `năm ${String(image.from_year)}`
        : `giai đoạn ${String(image.from_year)}–${String(image.to_year)}`
    case 'vote_round':
      return voteRoundName({
        level: image.level as VoteLevel,
        year: Number(image.year),
        place: text(image.place),
      })
    case 'deadline_rule':
      return text(image.step)
    case 'progress_report':
      return `báo cáo tiến độ ${isPlainMonth(text(image.month)) ? formatMonth(text(image.month)) : ''}`.trimEnd()
    case 'volume_report':
      return withNumber('báo cáo khối lượng', image)
    case 'cluster_report':
      return withNumber('báo cáo cụm công nghiệp', image)
    case 'detail_plan':
      return withNumber('kế hoạch triển khai', image)
    case 'acceptance':
      return withNumber('biên bản nghiệm thu', image)
    case 'settlement':
      return withNumber('hồ sơ quyết toán', image)
    case 'inspection':
      return withNumber('biên bản kiểm tra', image)
    case 'attachment':
    case 'purged_file':
      return text(image.file_name)
    case 'report_addition':
      return `${text(image.report)} năm ${String(image.year)}`
    case 'year_lock':
      return `năm ${String(image.year)}`
    default:
      return text(image.name) || text(image.title) || text(image.code)
  }
}
