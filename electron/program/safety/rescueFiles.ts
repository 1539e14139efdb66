// What was rescued from a damaged file, as one CSV a table in a zip that Excel opens, and a note of what is missing.
import type { FileOut } from '../../../shared/contract/values'
import type { Rescue, RescuedTable, RescuedValue } from '../../database/backups/rescue'
import { packZip } from '../../workbooks/adapter/packZip'

/** Names an officer knows; other tables keep their own. */
const tableNames: Readonly<Record<string, string>> = {
  office: 'don-vi',
  signer: 'nguoi-ky',
  establishment: 'co-so',
  document_symbol: 'ky-hieu-van-ban',
  establishment_certificate: 'co-so-giay-chung-nhan',
  establishment_year: 'co-so-so-lieu-nam',
  need: 'nhu-cau',
  project: 'de-an',
  project_version: 'de-an-phien-ban',
  project_beneficiary: 'de-an-don-vi-thu-huong',
  project_place: 'de-an-dia-diem',
  budget_line: 'de-an-du-toan',
  project_equipment: 'de-an-may-moc',
  planned_output: 'de-an-dau-ra',
  project_step: 'de-an-cac-buoc',
  project_legal_basis: 'de-an-can-cu',
  project_copy: 'de-an-sao-chep',
  schedule_step: 'de-an-tien-do',
  repayment: 'de-an-thu-hoi',
  check_answers: 'de-an-tra-loi-kiem-tra',
  check_override: 'de-an-ly-do-vuot',
  plan: 'ke-hoach',
  plan_item: 'ke-hoach-danh-muc',
  allocation: 'ke-hoach-giao-von',
  appraisal: 'tham-dinh',
  appraisal_check: 'tham-dinh-noi-dung',
  appraisal_member: 'tham-dinh-thanh-vien',
  person: 'nguoi-tham-gia',
  assignment: 'ke-hoach-duoc-giao',
  dossier_item: 'ho-so',
  norm_set: 'dinh-muc',
  norm_row: 'dinh-muc-dong',
  deadline_rule: 'thoi-han',
  deadline_done: 'thoi-han-da-xong',
  deadline_event: 'thoi-han-su-kien',
  deadline_off: 'thoi-han-da-tat',
  outgoing_paper: 'van-ban-di',
  attachment: 'tep-dinh-kem',
  command: 'lich-su-lenh',
  row_change: 'lich-su-thay-doi',
}

const nameOf = (table: string): string => tableNames[table] ?? `bang-${table}`

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
  const lines = [table.columns.map(cell), ...table.rows.map((row) => row.map(cell))]
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
  const parts = rescue.tables.map((table) => ({
    name: `${nameOf(table.name)}.csv`,
    content: csvOf(table),
  }))
  const bytes = packZip([{ name: 'DOC-TRUOC.txt', content: byteOrderMark + note }, ...parts])
  return { fileName, mediaType: 'application/zip', base64: Buffer.from(bytes).toString('base64') }
}
