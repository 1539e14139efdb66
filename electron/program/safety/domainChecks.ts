// The sums and references that must hold in every data file, counted over a copy: what SQLite cannot know is wrong.
import { readCopy } from '../../database/readCopy'
import { decidedChanges, decidedPapers } from './checks/changeChecks'
import { contractMoney, contracts } from './checks/contractChecks'
import { acceptances, executionVersions, settlements } from './checks/executionChecks'
import { type Check, type DomainFinding, readNames } from './checks/finding'
import { pinnedVersions, planTotals } from './checks/planChecks'
import { budgets, currentVersions, shares, steps } from './checks/projectChecks'
import { registerNumbers, searchEntries, storedFiles } from './checks/registerChecks'
import { auditFindings, sealFindings } from './checks/trailChecks'

export type { DomainFinding } from './checks/finding'

/** By what each is about, in the words of an officer. */
const checks: readonly (readonly [about: string, check: Check])[] = [
  ['dự toán', budgets],
  ['tỷ lệ thụ hưởng', shares],
  ['dòng kế hoạch', pinnedVersions],
  ['phiên bản đề án', currentVersions],
  ['các bước của đề án', steps],
  ['tổng kế hoạch', planTotals],
  ['hợp đồng', contracts],
  ['tiền của hợp đồng', contractMoney],
  ['nghiệm thu', acceptances],
  ['quyết toán', settlements],
  ['hồ sơ thực hiện', executionVersions],
  ['nội dung điều chỉnh', decidedChanges],
  ['quyết định điều chỉnh', decidedPapers],
  ['số văn bản', registerNumbers],
  ['tệp lưu trong sổ', storedFiles],
  ['danh mục tìm kiếm', searchEntries],
]

export function domainFindings(file: string): Promise<DomainFinding[]> {
  // No check depends on the day.
  return readCopy(file, '2000-01-01', async (reader, raw) => {
    const names = await readNames(reader)
    const found: DomainFinding[] = []
    for (const [about, check] of checks) found.push(...(await whatCanBeRead(about, () => check(reader, names))))
    found.push(...(await whatCanBeRead('bản đã khóa', async () => sealFindings(raw, names))))
    found.push(...(await whatCanBeRead('nhật ký', async () => auditFindings(raw, names))))
    return found
  })
}

/** Records too broken to be read, such as a text that is no JSON, are a finding, not the end of the check. */
async function whatCanBeRead(about: string, run: () => Promise<DomainFinding[]>): Promise<DomainFinding[]> {
  try {
    return await run()
  } catch {
    return [{ where: `Kiểm tra ${about}`, message: 'Có bản ghi hỏng đến mức không đọc được.', open: null }]
  }
}
