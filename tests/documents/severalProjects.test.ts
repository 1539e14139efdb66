// The contract with the agency over several đề án: one paper, the list with each value in its annex, worth what was signed.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { FileOut } from '../../shared/contract/values'
import { formatMoney } from '../../shared/vietnamese/money'
import { moneyInWords } from '../../shared/vietnamese/words'
import { sampleProjects } from '../support/carryOut'
import { approve, draft, propose, sign } from '../support/contracts2022'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { answerOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const openSample = samplePrograms('2022-12-20')

const textOf = (pdf: Uint8Array) =>
  pdfPages(pdf)
    .flatMap(({ words }) => words.map((word) => word.text))
    .join(' ')

async function render(program: Program, projectId: number, recordId: number, format: 'pdf' | 'docx') {
  const { base64 } = await answerOf<FileOut>(program, 'documents.render', {
    form: 'agency-contract',
    projectId,
    recordId,
    format,
  })
  return Buffer.from(base64, 'base64')
}

describe.skipIf(!hasTool('pdftotext') || !hasTool('soffice'))('a contract over several đề án', () => {
  it('is one paper that names each with its value, the same whichever of them it is asked of', async () => {
    const program = await openSample()
    const projects = (await sampleProjects(program)).filter((one) => one.programme === 'local')
    for (const { id } of projects) await approve(program, id)
    const ids = projects.map(({ id }) => id)
    const { id } = await draft(program, await propose(program, { kind: 'agency', projectIds: ids, date: '2022-02-20' }))
    await sign(program, id, { outsideNumber: '12/HĐ-SCT', signedOn: '2022-02-20', reason: 'x' })
    const total = projects.reduce((sum, { amounts }) => sum + amounts.local, 0)
    expect([projects.length, total]).toEqual([8, 496_000_000])
    const [first, last] = [ids[0] ?? 0, ids.at(-1) ?? 0]
    const pdf = textOf(await render(program, first, id, 'pdf'))
    const [word] = convertWithLibreOffice([await render(program, last, id, 'docx')], 'docx', 'pdf')
    for (const text of [pdf, textOf(word ?? new Uint8Array())]) {
      for (const words of [
        'Thực hiện các đề án khuyến công địa phương năm 2022',
        '08 đề án',
        'Phụ lục III',
        '12/HĐ-SCT',
      ])
        expect(text.toLocaleLowerCase('vi')).toContain(words.toLocaleLowerCase('vi'))
      expect(text).toContain(`${formatMoney(total)} đồng (Bằng chữ: ${moneyInWords(total)})`)
      for (const { amounts } of projects) expect(text).toContain(formatMoney(amounts.local))
      expect(text).not.toMatch(/undefined|null|NaN/)
    }
    for (const project of projects) {
      const { content } = await answerOf<{ content: { name: string } }>(program, 'projects.get', { id: project.id })
      // In the work, the outputs, the time, the list and its own budget.
      expect(pdf.split(content.name).length - 1, content.name).toBeGreaterThanOrEqual(4)
    }
  }, 60_000)
})
