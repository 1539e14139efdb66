// A decision on a đề án under contract drafts the appendix with it: what changes, the new sums, the new last day.
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../shared/contract/index'
import { askToChange } from '../support/adjustedPlan'
import { approve, type Contract, idOf, national, payment, projectIds, signedAgency } from '../support/contracts2022'
import { samplePrograms, answerOf as value } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-11-15')
type Program = Awaited<ReturnType<typeof sampleProgram>>
type Content = CallOutput<'projects', 'get'>['content']

async function contracted() {
  const program = await sampleProgram()
  const id = idOf(await projectIds(program), 'KCQG-2022-001')
  await approve(program, id)
  return { program, id, contractId: await signedAgency(program, [id]) }
}

async function sent(program: Program, projectId: number, content: Content) {
  const letter = {
    year: 2022,
    letterNumber: '7/TTKC',
    letterDate: '2022-06-01',
    askedBy: '',
    reason: 'Thực tế',
    note: '',
  }
  const item = { id: null, kind: 'adjust', projectId, content, reason: '', reasons: [], advanced: null, recovery: null }
  const saved = await value<{ id: number; itemIds: number[] }>(program, 'changes.save', {
    id: null,
    rowVersion: null,
    letter,
    items: [item],
  })
  await value(program, 'changes.submit', { id: saved.id, rowVersion: 1, submittedOn: '2022-06-01' })
  return saved
}

describe('a decision on a đề án under contract', () => {
  it('drafts an appendix with the decision, what changes in words, the new sums and the new last day', async () => {
    const { program, id, contractId } = await contracted()
    const { content } = await value<CallOutput<'projects', 'get'>>(program, 'projects.get', { id })
    const [first, ...rest] = content.budget
    if (first === undefined) throw new Error('the sample has no budget line')
    const less = { ...first, quantityThousandths: null, unitPrice: null }
    const asked: Content = {
      ...content,
      endMonth: '2022-12',
      budget: [{ ...less, amounts: { ...first.amounts, national: first.amounts.national - 1_000_000 } }, ...rest],
    }
    const request = await sent(program, id, asked)
    await value(program, 'changes.decide', {
      id: request.id,
      rowVersion: 2,
      number: '88/QĐ-CTĐP',
      date: '2022-07-01',
      items: [{ itemId: request.itemIds[0], outcome: 'approved' }],
    })
    const { appendices } = await value<Contract>(program, 'contracts.get', { id: contractId })
    const national = content.budget.reduce((sum, one) => sum + one.amounts.national, 0)
    expect(appendices).toMatchObject([
      {
        details: {
          decisionNumber: '88/QĐ-CTĐP',
          decisionDate: '2022-07-01',
          endOn: '2022-12-31',
          lines: [{ projectId: id, amounts: { national: national - 1_000_000 } }],
        },
      },
    ])
    expect(appendices[0]?.details.changes).toContain('Tháng kết thúc: từ “')
  })
})

describe('a đề án to be stopped after an advance', () => {
  it('names what is to be given back, less what already was, when it is asked and once it is decided', async () => {
    const { program, id, contractId } = await contracted()
    const pay = (own: ReturnType<typeof payment>) =>
      value(program, 'contracts.savePayment', { id: null, rowVersion: null, contractId, payment: own, reason: '' })
    await pay(payment([{ projectId: id, amounts: national(350_000_000) }]))
    await pay(
      payment([{ projectId: id, amounts: national(50_000_000) }], {
        kind: 'recovery',
        onDate: '2022-06-10',
        papers: [],
      }),
    )
    const stop = await askToChange(program, id, '2022-07-01', null)
    const read = () => value<CallOutput<'changes', 'get'>>(program, 'changes.get', { id: stop.id })
    const open = [{ level: 'received', given: 350_000_000, recovered: 50_000_000, left: 300_000_000 }]
    const asked = await read()
    expect(asked.items[0]?.openAdvances).toEqual(open)
    expect(asked.checks.map(({ message }) => message)).toContain(
      'Đề án KCQG-2022-001 đã nhận 350.000.000 đồng theo hợp đồng với cơ quan giao, còn phải hoàn trả 300.000.000 đồng nếu ngừng.',
    )
    await value(program, 'changes.decide', {
      id: stop.id,
      rowVersion: stop.rowVersion,
      number: '88/QĐ-CTĐP',
      date: '2022-07-10',
      items: stop.itemIds.map((itemId) => ({ itemId, outcome: 'approved', recovery: 300_000_000 })),
    })
    const [decided] = (await read()).items
    expect(decided).toMatchObject({ recovery: 300_000_000, openAdvances: open, project: { status: 'stopped' } })
  })
})
