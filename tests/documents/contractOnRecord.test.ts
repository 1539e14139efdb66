// The agency's contract prints what was signed: its number, day, parties, accounts, value and percentage, not what the office says since.
import { describe, expect, it } from 'vitest'
import { approve, draft, idOf, projectIds, propose, sign } from '../support/contracts2022'
import { bareText } from '../support/pdfInside'
import { samplePrograms, answerOf as value } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const sampleProgram = samplePrograms('2022-11-15')

describe('the contract with the agency', () => {
  it.skipIf(!hasTool('pdftotext'))('is printed as it is on record, however it was proposed', async () => {
    const program = await sampleProgram()
    const id = idOf(await projectIds(program), 'KCQG-2022-002')
    await approve(program, id)
    const proposed = await propose(program, { kind: 'agency', projectIds: [id], date: '2022-02-20' })
    const { id: contractId } = await draft(program, {
      ...proposed,
      giver: { ...proposed.giver, representative: 'Lê Văn Cục', account: '9527.1.1112233' },
      lines: proposed.lines.map((line) => ({ ...line, amounts: { ...line.amounts, national: 180_000_000 } })),
      instalments: [{ name: 'Lần 1', percentBasisPoints: 3_333, condition: 'Khi có khối lượng' }],
    })
    await sign(program, contractId, { outsideNumber: '45/HĐ-CTĐP', signedOn: '2022-03-05' })
    const { base64 } = await value<{ base64: string }>(program, 'documents.render', {
      form: 'agency-contract',
      projectId: id,
      format: 'pdf',
    })
    const text = bareText(Buffer.from(base64, 'base64'), 0)
    for (const said of ['45/HĐ-CTĐP', 'ngày05tháng3năm2022', 'LêVănCục', '9527.1.1112233', '180.000.000đồng'])
      expect(text).toContain(said)
    // 33,33 % of 180.000.000, to the đồng below.
    expect(text).toContain('33,33%giátrịHợpđồng,tươngứng59.994.000đồng')
  })
})
