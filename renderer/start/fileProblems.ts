// Which refusals are about the data file itself, and the headline each gets on its own page.
import type { Problem, ProblemCode } from '../../shared/contract/errors'

export interface FileProblem {
  readonly path: string
  readonly problem: Problem
}

const headlines: Partial<Record<ProblemCode, string>> = {
  'file.missing': 'Không tìm thấy tệp dữ liệu',
  'file.exists': 'Tệp này đã có',
  'file.damaged': 'Tệp dữ liệu bị hỏng',
  'file.foreign': 'Đây không phải tệp dữ liệu của Sổ Khuyến Công',
  'file.newer': 'Tệp do phiên bản mới hơn tạo ra',
  'file.readonly': 'Không ghi được vào tệp này',
  'file.busy': 'Tệp đang được mở ở chỗ khác',
  'file.migration-failed': 'Không nâng cấp được tệp dữ liệu',
  'disk.full': 'Ổ đĩa đã hết chỗ',
  'disk.failed': 'Ổ đĩa báo lỗi',
}

export function isFileProblem(code: ProblemCode): boolean {
  return headlines[code] !== undefined
}

export function headlineOf(code: ProblemCode): string {
  return headlines[code] ?? 'Chưa mở được tệp dữ liệu'
}
