// What was rescued from a damaged file, as one CSV a table in a zip that Excel opens, and a note of what is missing.
import type { FileOut } from '../../../shared/contract/values'
import { fold } from '../../../shared/vietnamese/fold'
import type { Rescue, RescuedTable, RescuedValue } from '../../database/backups/rescue'
import { columnWords, tableLabels } from '../../history/columnWords'
import { pathWords } from '../../history/valueWords'
import { packZip } from '../../workbooks/adapter/packZip'

/** Where a file is called otherwise than one row of its table. */
const fileNames: Readonly<Record<string, string>> = {
  allocation: 'ke-hoach-giao-von',
  assignment: 'ke-hoach-duoc-giao',
  budget_line: 'de-an-du-toan',
  check_override: 'de-an-ly-do-vuot',
  command: 'lich-su-lenh',
  contract_override: 'hop-dong-ly-do-vuot',
  plan: 'ke-hoach',
  plan_item: 'ke-hoach-danh-muc',
  planned_output: 'de-an-dau-ra',
  project_legal_basis: 'de-an-can-cu',
  project_place: 'de-an-dia-diem',
  project_step: 'de-an-cac-buoc',
  project_version: 'de-an-phien-ban',
  record_change: 'lich-su-ban-ghi',
  row_change: 'lich-su-thay-doi',
  schedule_step: 'de-an-tien-do',
}

/** Not the office's records: bytes that no table of text can hold, and what the program keeps to check itself. */
const leftOut: ReadonlySet<string> = new Set(['removed_file', 'seal'])

const slug = (words: string) =>
  fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** A table of a newer program than this keeps its own name. */
const nameOf = (table: string): string => fileNames[table] ?? slug(tableLabels[table] ?? table)

/** Keys and orders, which the history does not show but which join one file to another. */
const keyWords: Readonly<Record<string, string>> = {
  id: 'Mã số',
  rank: 'Thứ tự',
  row_version: 'Lần lưu',
  at: 'Thời điểm (giờ quốc tế)',
  actor: 'Người làm',
  host: 'Máy',
  action: 'Việc',
  table_name: 'Bảng',
  row_id: 'Mã số dòng',
  record_id: 'Mã số bản ghi',
  command_id: 'Mã số việc',
  after: 'Sau',
  asked: 'Nội dung đề nghị (JSON)',
  approved: 'Nội dung được duyệt (JSON)',
  paper_code: 'Mã giấy tờ trong danh mục',
  recovery: 'Phải thu hồi',
}

/** What each key leads to, where its name does not say. */
const keyOf: Readonly<Record<string, string>> = {
  appendix_id: 'contract_appendix',
  base_version_id: 'project_version',
  beneficiary_id: 'project_beneficiary',
  current_version_id: 'project_version',
  follows_id: 'acceptance',
  item_id: 'change_item',
  machine_id: 'supported_machine',
  payment_id: 'contract_payment',
  request_id: 'change_request',
  source_project_id: 'project',
  split_from_id: 'change_request',
  step_id: 'project_step',
  version_id: 'project_version',
}
const keyUses: Readonly<Record<string, string>> = {
  appraised_version_id: 'Mã số bản được thẩm định',
  approved_version_id: 'Mã số bản được duyệt',
  made_version_id: 'Mã số bản quyết định lập ra',
  registered_version_id: 'Mã số bản đăng ký',
  restored_version_id: 'Mã số bản lập lại khi hủy',
}

/** Written for sorting and searching, the same as another column in other letters; secrets; bytes no table can hold. */
const notShown = /(_(sort|key|fold)|^(secret|recovery|failed_tries|last_failed_at|bytes|check_code|data))$/
/** Of one table only, a code whose words stand beside it. */
const notShownOf: ReadonlySet<string> = new Set(['contract_override.code'])

/** A column that nobody has named says nothing to a person: a checksum, settings of the program. */
const isShown = (table: string, column: string) =>
  !notShownOf.has(`${table}.${column}`) &&
  (table === 'change_item' || !notShown.test(column)) &&
  (columnWords(table, column) !== null ||
    keyWords[column] !== undefined ||
    keyUses[column] !== undefined ||
    column.endsWith('_id'))

function heading(table: string, column: string): string {
  const words = columnWords(table, column)
  if (words !== null) return words.label
  const known = keyWords[column]
  if (known !== undefined) return known
  const use = keyUses[column]
  if (use !== undefined) return use
  const parent = tableLabels[keyOf[column] ?? column.replace(/_id$/, '')]
  return parent === undefined ? 'Mã số liên kết' : `Mã số ${parent.toLocaleLowerCase('vi')}`
}

/** A coded value in words; everything else as it is kept. */
function said(table: string, column: string, value: RescuedValue): RescuedValue {
  const as = columnWords(table, column)?.as
  if (value === null || as === undefined) return value
  if (typeof as === 'object') return as[String(value)] ?? value
  if (as === 'contentPath') return pathWords(String(value))
  return as === 'flag' ? (value === 1 ? 'Có' : 'Không') : value
}

/** Excel reads UTF-8 only with this mark in front. */
const byteOrderMark = '\uFEFF'

/** A text that a spreadsheet would take for a formula stays text. */
function cell(value: RescuedValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvOf(table: RescuedTable): string {
  const shown = table.columns.flatMap((column, index) => (isShown(table.name, column) ? [{ column, index }] : []))
  const lines = [
    shown.map(({ column }) => cell(heading(table.name, column))),
    ...table.rows.map((row) => shown.map(({ column, index }) => cell(said(table.name, column, row[index] ?? null)))),
  ]
  return byteOrderMark + lines.map((line) => `${line.join(',')}\r\n`).join('')
}

export function lostWords(rescue: Rescue): string[] {
  return [
    ...rescue.unreadable.map((name) => `Không đọc được: ${nameOf(name)}`),
    ...rescue.tables
      .filter((table) => table.gaps > 0)
      .map((table) => `${nameOf(table.name)}: mất ${table.gaps} đoạn, đọc được ${table.rows.length} dòng`),
  ]
}

export function rescueArchive(rescue: Rescue, fileName: string): FileOut {
  const lost = lostWords(rescue)
  const note = [
    'Những gì còn đọc được của tệp dữ liệu bị hỏng, mỗi bảng một tệp CSV (mở bằng Excel).',
    'Tệp gốc được giữ nguyên. Số tiền tính bằng đồng; ngày ghi năm-tháng-ngày.',
    '',
    lost.length === 0 ? 'Không thấy chỗ nào bị mất.' : 'Những gì bị mất:',
    ...lost.map((line) => `- ${line}`),
    '',
  ].join('\r\n')
  const parts = rescue.tables
    .filter(({ name }) => !leftOut.has(name))
    .map((table) => ({
      name: `${nameOf(table.name)}.csv`,
      content: csvOf(table),
    }))
  const bytes = packZip([{ name: 'DOC-TRUOC.txt', content: byteOrderMark + note }, ...parts])
  return { fileName, mediaType: 'application/zip', base64: Buffer.from(bytes).toString('base64') }
}
