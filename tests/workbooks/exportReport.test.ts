// Reports as papers, with the sentences offices write; as workbooks they are recalculated in recalculated.test.ts.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import { approve, draft, idOf, local, payment, projectIds, propose, sign } from '../support/contracts2022'
import { pdfPages } from '../support/libreOffice'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const open = samplePrograms('2023-11-21')
const year2022 = { kind: 'year', year: 2022 } as const

/** Approved, one đề án advanced in May and giving part of it back in August; a figure of the office's own. */
async function year(program: Program): Promise<void> {
  const ids = await projectIds(program)
  for (const id of ids.values()) await approve(program, id)
  const id = idOf(ids, 'KCDP-2022-003')
  const contractId = (
    await draft(program, await propose(program, { kind: 'agency', projectIds: [id], date: '2022-02-20' }))
  ).id
  await sign(program, contractId, { outsideNumber: '7/HĐ-SCT', signedOn: '2022-02-20' })
  const save = (own: ReturnType<typeof payment>) =>
    answerOf(program, 'contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId,
      payment: own,
      reason: 'Đã thống nhất',
    })
  await save(payment([{ projectId: id, amounts: local(33_333_333) }], { voucherNumber: '1' }))
  await save(
    payment([{ projectId: id, amounts: local(1_111_111) }], {
      kind: 'recovery',
      onDate: '2022-08-01',
      voucherNumber: '2',
    }),
  )
  await answerOf(program, 'reports.saveAddition', {
    id: null,
    rowVersion: null,
    addition: {
      report: 'B6',
      year: 2022,
      indicator: 'machines',
      national: null,
      local: 12_500,
      source: 'Báo cáo số 12/BC-TTKC',
    },
  })
}

async function fileOf(program: Program, report: string, format: 'xlsx' | 'pdf' | 'docx'): Promise<Buffer> {
  const file = await answerOf<{ base64: string }>(program, 'reports.export', { report, period: year2022, format })
  return Buffer.from(file.base64, 'base64')
}

describe('a report as a paper', () => {
  it.skipIf(!hasTool('pdftotext'))('has the sentences offices write above its table', async () => {
    const program = await open()
    await year(program)
    const text = (bytes: Buffer) =>
      pdfPages(bytes)
        .flatMap(({ words }) => words.map((word) => word.text))
        .join(' ')
    const content = text(await fileOf(program, 'B1', 'pdf'))
    expect(content).toContain(
      'Năm 2022, kế hoạch khuyến công có 10 đề án, tổng kinh phí 2.396,5 triệu đồng, gồm khuyến công quốc gia 700 triệu đồng, khuyến công địa phương 496 triệu đồng, đối ứng và nguồn khác 1.200,5 triệu đồng.',
    )
    const source = text(await fileOf(program, 'B2', 'pdf'))
    expect(source).toContain(
      'Khuyến công địa phương: thực hiện 32,222 triệu đồng trên kế hoạch 496 triệu đồng, đạt 6,5 % kế hoạch',
    )
    expect(source).toContain('Khuyến công quốc gia: kế hoạch 700 triệu đồng, chưa thực hiện.')
    expect((await fileOf(program, 'B1', 'docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('is refused in words where there is nothing to tell', async () => {
    const program = await open()
    const { code, message } = await refusalOf(program, 'reports.export', {
      report: 'B7',
      period: year2022,
      format: 'pdf',
    })
    expect(code).toBe('document.incomplete')
    expect(message).toContain('chưa có dòng nào')
  })
})
