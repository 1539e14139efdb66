// A đề án paid from the country's and from the province's money is settled for each of them: what one was granted is not taken
// for the other's, in the books and on the papers.
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import { formatMoney } from '../../shared/vietnamese/money'
import { answerOf, refusalOf } from '../support/answers'
import { pdfPages } from '../support/libreOffice'
import { openPrograms } from '../support/openProgram'
import { acceptAll, fileSettlement, movement, settlementOf, sharedProject } from '../support/sharedProject'

const openOffice = openPrograms('2026-12-20')
const given = { national: 100_000_000, local: 50_000_001, counterpart: 200_000_000 }

describe('a settlement of two sources of support', () => {
  it('is granted, written in the books and printed for each source', async () => {
    const { program } = await openOffice()
    const project = await sharedProject(program, { programme: 'national', amounts: given })
    await acceptAll(program, project)
    const support = { national: given.national, local: given.local }
    await answerOf(
      program,
      'contracts.savePayment',
      movement(project, project.agency, { kind: 'payment', amounts: support, onDate: '2026-11-01' }, 'Đủ hồ sơ'),
    )
    const { rowVersion, lines } = await fileSettlement(program, project)
    const approval = {
      projectId: project.id,
      rowVersion,
      approvalNumber: '12/TB',
      approvedOn: '2026-12-01',
      reason: 'Các hợp đồng với cơ sở trả trong tháng 12',
    }
    const [asked] = lines
    expect(asked?.asked).toEqual({ ...given, other: 0 })
    const over = { ...given, other: 0, national: given.national - 1, local: given.local + 1 }
    const refused = await refusalOf(program, 'execution.approveSettlement', { ...approval, approved: [over] })
    expect([refused.code, refused.fields.map(({ path }) => path)]).toEqual(['rule.contradiction', ['approved.0.local']])
    const granted = { national: 99_000_000, local: 50_000_001, counterpart: 180_000_000, other: 0 }
    await answerOf(program, 'execution.approveSettlement', { ...approval, approved: [granted] })
    const { totals, balance } = await settlementOf(program, project)
    expect(totals).toMatchObject({ approved: granted, approvedSupport: 149_000_001 })
    expect(balance).toMatchObject({ received: 150_000_001, due: 149_000_001, toRecover: 1_000_000 })
    const { levels } = await answerOf<CallOutput<'contracts', 'money'>>(program, 'contracts.money', {
      projectId: project.id,
    })
    const books = levels.find(({ level }) => level === 'received')?.money
    expect(books?.settled).toEqual({ ...granted, counterpart: 0 })
    expect(books?.open).toMatchObject({ national: 1_000_000, local: 0 })
    const { base64 } = await answerOf<FileOut>(program, 'documents.render', {
      projectId: project.id,
      form: 'settlement-7',
      recordId: null,
      format: 'pdf',
    })
    const text = pdfPages(Buffer.from(base64, 'base64'))
      .flatMap(({ words }) => words.map((word) => word.text))
      .join(' ')
    expect(text).toContain(formatMoney(granted.national))
    expect(text).not.toContain(formatMoney(149_000_001))
  }, 60_000)
})
