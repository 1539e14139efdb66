// Our own form for each kind of record, made from the same description of columns that the import reads by.
import type { ContentGroupEntry } from '../../../shared/contract/office'
import type { ImportKind } from '../../../shared/contract/workbooks'
import { assertNever } from '../../../shared/domain/assertNever'
import {
  contractKindLabels,
  importLabels,
  legalFormLabels,
  paymentKindLabels,
  productGroupLabels,
  programmeLabels,
  projectKindLabels,
  voteLevelLabels,
  voucherKindLabels,
} from '../../../shared/labels'
import { parseDate } from '../../../shared/vietnamese/dates'
import { numberOf, parseDecimal } from '../../../shared/vietnamese/numbers'
import type { TemplateBook, TemplateCell, TemplateColumn } from '../adapter/writeTemplate'
import { type FieldRule, fieldRules, type ImportRules, type TemplateList } from '../import/rules'

/** By field; what is not there stays empty. */
export type TemplateRow = Readonly<Record<string, TemplateCell | undefined>>

export interface TemplateOptions {
  readonly rules: ImportRules
  readonly contentGroups: readonly ContentGroupEntry[]
  /** Stands in the title, for kinds whose lines belong to a year. */
  readonly year: number | null
  /** Records on file; null: an empty form with its example. */
  readonly rows: readonly TemplateRow[] | null
}

/** Payments and contracts are kept to the đồng; everything else offices write in triệu. */
export function templateUnit(kind: ImportKind): 'dong' | 'million' {
  return kind === 'payments' || kind === 'contracts' ? 'dong' : 'million'
}

const listNames: Readonly<Record<TemplateList, string>> = {
  legalForms: 'Loại hình',
  genders: 'Giới tính',
  programmes: 'Chương trình',
  projectKinds: 'Loại đề án',
  contents: 'Nội dung khuyến công',
  paymentKinds: 'Tạm ứng, thanh toán',
  voucherKinds: 'Loại chứng từ',
  voteLevels: 'Cấp bình chọn',
  productGroups: 'Nhóm sản phẩm',
  contractKinds: 'Loại hợp đồng',
}

function valuesOf(list: TemplateList, contentGroups: readonly ContentGroupEntry[]): string[] {
  switch (list) {
    case 'legalForms':
      return Object.values(legalFormLabels)
    case 'genders':
      return ['Nam', 'Nữ']
    case 'programmes':
      return Object.values(programmeLabels).map(({ long }) => long)
    case 'projectKinds':
      return Object.values(projectKindLabels)
    case 'contents':
      return contentGroups.flatMap(({ shortName, subContents }) => [shortName, ...subContents.map(({ name }) => name)])
    case 'paymentKinds':
      return Object.values(paymentKindLabels)
    case 'voucherKinds':
      return Object.values(voucherKindLabels)
    case 'voteLevels':
      return Object.values(voteLevelLabels)
    case 'productGroups':
      return Object.values(productGroupLabels)
    case 'contractKinds':
      return Object.values(contractKindLabels)
    default:
      return assertNever(list, 'every list has its values')
  }
}

export function templateBook(kind: ImportKind, { rules, contentGroups, year, rows }: TemplateOptions): TemplateBook {
  const fields = fieldRules(rules, kind).filter(({ template }) => template !== null)
  const columns = fields.map(columnOf)
  const lists = [...new Set(fields.flatMap(({ template }) => template?.list ?? []))]
  const name = importLabels.kinds[kind]
  const money = fields.some(({ type }) => type === 'money')
  const unit = templateUnit(kind) === 'dong' ? 'đồng' : 'triệu đồng'
  return {
    sheetName: sheetNames[kind],
    title: `${name.toLocaleUpperCase('vi')}${year === null ? '' : ` NĂM ${year}`}`,
    hint: money ? `Đơn vị tính: ${unit}` : 'Mỗi người, mỗi sản phẩm một dòng',
    columns,
    example: rows === null ? fields.map((field) => exampleCell(field)) : null,
    rows: (rows ?? []).map((row) => fields.map(({ field }) => row[field] ?? null)),
    lists: lists.map((list) => ({ name: listNames[list], values: valuesOf(list, contentGroups) })),
    guideName: 'Hướng dẫn',
    listsName: 'Danh mục',
    guide: [
      `Cách ghi: ${name}`,
      `Ghi ở trang “${sheetNames[kind]}”, dưới dòng tiêu đề. Cột nền xanh là cột bắt buộc; cột nào không có số liệu thì để trống hoặc xóa đi.`,
      'Dòng chữ nghiêng là ví dụ: để lại cũng được, khi nhập chương trình bỏ qua.',
      `${money ? `Số tiền tính bằng ${unit}. ` : ''}Ngày ghi ngày/tháng/năm. Mã số thuế, số giấy tờ, số điện thoại ghi dạng chữ để giữ số 0 ở đầu.`,
      'Xong thì lưu tệp, mở chương trình, vào Nhập từ Excel và chọn tệp này. Mọi dòng đều được cho xem trước khi ghi.',
    ],
  }
}

const sheetNames: Readonly<Record<ImportKind, string>> = {
  establishments: 'Cơ sở',
  plan: 'Kế hoạch',
  needs: 'Nhu cầu',
  projects: 'Dự toán',
  payments: 'Tạm ứng',
  trainees: 'Học viên',
  certificates: 'Chứng nhận',
  contracts: 'Hợp đồng',
}

function columnOf({ label, type, required, template }: FieldRule): TemplateColumn {
  return {
    heading: label,
    kind: type === 'money' ? 'number' : type === 'count' || type === 'date' ? type : 'text',
    list: template?.list == null ? null : listNames[template.list],
    required,
    help: template?.help ?? '',
    example: template?.example ?? '',
    width: template?.width ?? 16,
  }
}

/** Amounts and days stand as such, not as text. */
function exampleCell({ type, template }: FieldRule): TemplateCell {
  const example = template?.example ?? ''
  if (type === 'date') {
    const date = parseDate(example)
    return date.kind === 'value' ? { date: date.date } : null
  }
  if (type !== 'money' && type !== 'count') return example
  const number = parseDecimal(example, { commaIs: 'decimal' })
  return number.kind === 'value' ? numberOf(number) : null
}
