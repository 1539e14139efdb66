// What no sum can tell: rows that say something else than the audit left, and locked records that no longer say what was locked.
import { type AuditGap, auditState } from '../../../database/auditTrail'
import type { RawDatabase } from '../../../database/readCopy'
import { type BrokenSeal, brokenSeals, type SealedTable } from '../../../database/seals'
import { columnWords, tableLabels } from '../../../history/columnWords'
import { titleOf } from '../../../history/recordWords'
import type { DomainFinding, Names } from './finding'

/** More of one kind says no more than the first ones and how many there are. */
const mostNamed = 20

const tableWords = (table: string) => tableLabels[table] ?? table

function rowWords({ table, rowId, image }: AuditGap): string {
  const title = titleOf(table, image)
  return title === '' ? `${tableWords(table)} #${rowId}` : `${tableWords(table)} “${title}”`
}

function gapWords({ kind, table, column }: AuditGap): string {
  const field = column === null ? '' : (columnWords(table, column)?.label ?? '')
  switch (kind) {
    case 'differs':
      return field === ''
        ? 'Nội dung khác lần lưu cuối ghi trong nhật ký.'
        : `“${field}” khác lần lưu cuối ghi trong nhật ký.`
    case 'gone':
      return 'Không còn trong sổ, trong khi nhật ký không ghi việc xóa.'
    case 'unknown':
      return 'Có trong sổ, trong khi nhật ký không ghi việc thêm.'
    case 'broken':
      return 'Nhật ký đứt quãng: một lần sửa không bắt đầu từ nơi lần trước dừng lại.'
  }
}

function opened(table: string, id: number, names: Names): DomainFinding['open'] {
  switch (table) {
    case 'establishment':
    case 'project':
    case 'contract':
    case 'acceptance':
      return { screen: table, id }
    case 'change_request':
      return { screen: 'change', id }
    case 'project_version': {
      const projectId = names.projectOfVersion(id)
      return projectId === null ? null : { screen: 'project', id: projectId }
    }
    case 'search_entry':
      return null
    default:
      return { screen: 'journal', id: 0 }
  }
}

function named<T>(all: readonly T[], words: (one: T) => DomainFinding): DomainFinding[] {
  const findings = all.slice(0, mostNamed).map(words)
  if (all.length > mostNamed)
    findings.push({
      where: 'Nhật ký',
      message: `Còn ${all.length - mostNamed} chỗ nữa cùng loại.`,
      open: { screen: 'journal', id: 0 },
    })
  return findings
}

export function auditFindings(raw: RawDatabase, names: Names): DomainFinding[] {
  const { gaps, missingCommands } = auditState(raw)
  return [
    ...named(
      // The search has a check and a mending of its own.
      gaps.filter(({ table }) => table !== 'search_entry'),
      (gap) => ({ where: rowWords(gap), message: gapWords(gap), open: opened(gap.table, gap.rowId, names) }),
    ),
    ...(missingCommands === 0
      ? []
      : [
          {
            where: 'Nhật ký',
            message: `Thiếu ${missingCommands} việc: nhật ký đã bị bớt ngoài chương trình.`,
            open: { screen: 'journal' as const, id: 0 },
          },
        ]),
  ]
}

const sealedWords: Readonly<Record<SealedTable, string>> = {
  project_version: 'Bản đã khóa',
  appraisal: 'Phiếu thẩm định đã kết luận',
  contract: 'Hợp đồng đã ký',
  contract_appendix: 'Phụ lục đã ký',
  acceptance: 'Biên bản nghiệm thu đã kết luận',
  settlement: 'Quyết toán đã phê duyệt',
  change_item: 'Điều chỉnh đã có quyết định',
}

function sealWords({ changed }: BrokenSeal): string {
  if (changed === null) return 'Không đọc được bản ghi nhớ lúc khóa để đối chiếu.'
  const { table, column, was, is } = changed
  const part = tableWords(table)
  if (column === null) return `${part}: lúc khóa có ${String(was)}, nay có ${String(is)}.`
  const field = columnWords(table, column)?.label ?? ''
  return field === ''
    ? `${part} khác lúc khóa.`
    : `${part}, ${field}: lúc khóa là “${String(was ?? '')}”, nay là “${String(is ?? '')}”.`
}

export function sealFindings(raw: RawDatabase, names: Names): DomainFinding[] {
  return named(brokenSeals(raw), (seal) => ({
    where: seal.table === 'project_version' ? names.version(seal.id) : `${sealedWords[seal.table]} #${seal.id}`,
    message: `Đã khóa nhưng bị đổi ngoài chương trình. ${sealWords(seal)}`,
    open: opened(seal.table, seal.id, names),
  }))
}
