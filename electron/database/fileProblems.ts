// Turns what SQLite and the file system say into the program's own refusals; everything else stays an unknown error.
import path from 'node:path'
import { Refusal } from '../../shared/contract/errors'

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The refusal an error of the storage stands for, or null when it is none of the known ones. */
export function storageRefusal(error: unknown, file: string): Refusal | null {
  const code = codeOf(error)
  const name = path.basename(file)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('disk.full')
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('file.damaged', 'cấu trúc bên trong bị sai')
  // Its header names a form of tables that no SQLite ever wrote.
  if (code === 'SQLITE_ERROR' && messageOf(error) === 'unsupported file format')
    return new Refusal('file.damaged', 'phần đầu tệp bị sai')
  if (code === 'SQLITE_NOTADB') return new Refusal('file.damaged', 'phần đầu tệp bị sai')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === 'EBUSY')
    return new Refusal('file.busy', `tệp ${name}`)
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Refusal('file.readonly', name)
  if (code.startsWith('SQLITE_CANTOPEN')) return new Refusal('file.readonly', name)
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new Refusal('disk.failed', name)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal('file.missing', file)
  if (code === 'ENAMETOOLONG') return new Refusal('file.missing', `${name.slice(0, 40)}…`)
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && messageOf(error) === 'version-locked')
    return new Refusal('version.locked', 'Phiên bản đề án này')
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && messageOf(error) === 'plan-locked')
    return new Refusal('plan.locked', 'Kế hoạch này')
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && messageOf(error) === 'change-decided')
    return new Refusal('step.not-allowed', 'đề nghị điều chỉnh này đã có quyết định nên giữ nguyên.')
  return null
}
