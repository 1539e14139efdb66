// Rows that are not what the program saved, in words: what neither SQLite's check nor the sums can see is wrong.
import type { Reader } from '../../database/access'
import { readCopy } from '../../database/readCopy'
import { type MarkFinding, readMarkFindings } from '../../database/rowMarks'
import { searchIndexMatches } from '../../database/searchIndexCheck'
import { tableLabels } from '../../history/columnWords'
import { recordTitle } from '../../history/recordWords'
import type { DomainFinding } from './domainChecks'

/** More than anybody reads one by one: then the copy to go back to matters, not the list. */
const mostTold = 100

const messages: Readonly<Record<MarkFinding['kind'], string>> = {
  changed:
    'Nội dung khác với lúc lưu lần cuối: ổ đĩa làm hỏng, hoặc chương trình khác đã sửa. Hãy đối chiếu với giấy tờ hoặc lấy lại từ bản sao lưu.',
  gone: 'Bản ghi đã lưu nay không còn mà lịch sử không ghi việc xóa. Hãy tìm trong bản sao lưu.',
  unknown: 'Bản ghi này không do chương trình lưu. Hãy đối chiếu với giấy tờ.',
}

async function told(reader: Reader, { table, rowId, kind }: MarkFinding): Promise<DomainFinding> {
  if (table === 'sqlite_schema')
    return {
      where: 'Cấu trúc tệp',
      message: 'Bảng, ràng buộc hoặc phần tự ghi lịch sử không còn như chương trình đã tạo.',
      open: null,
    }
  if (table === 'command')
    return { where: `Lịch sử, việc số ${rowId}`, message: 'Lịch sử của việc này khác với lúc được ghi.', open: null }
  const title = await recordTitle(reader, { table, id: rowId })
  const label = table === 'search_entry' ? 'Mục tìm kiếm' : (tableLabels[table] ?? 'Bản ghi')
  return { where: title === '' ? `${label} số ${rowId}` : `${label} “${title}”`, message: messages[kind], open: null }
}

export async function savedRowFindings(file: string): Promise<DomainFinding[]> {
  const found = readMarkFindings(file)
  const searching = searchIndexMatches(file) ? [] : [spoiltSearch]
  return [...searching, ...(await inWords(file, found))]
}

const spoiltSearch: DomainFinding = {
  where: 'Danh mục tìm kiếm',
  message: 'Các chữ dùng để tìm không khớp với bản ghi nên có thể tìm không ra. Hãy lập lại danh mục tìm kiếm.',
  open: null,
}

async function inWords(file: string, found: readonly MarkFinding[]): Promise<DomainFinding[]> {
  if (found.length === 0) return []
  return readCopy(file, '2000-01-01', async (reader) => {
    const shown: DomainFinding[] = []
    for (const one of found.slice(0, mostTold)) shown.push(await told(reader, one))
    const more = found.length - shown.length
    return more === 0
      ? shown
      : [
          ...shown,
          {
            where: 'Cả tệp',
            message: `Còn ${more} chỗ khác với lúc lưu. Nên phục hồi bản sao lưu gần nhất.`,
            open: null,
          },
        ]
  })
}
