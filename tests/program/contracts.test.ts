// Contracts through the program: filled in from the records, signed once, numbered once, changed only by appendices.
import { describe, expect, it } from 'vitest'
import {
  approve,
  type Contract,
  type ContractRow,
  draft,
  idOf,
  local,
  national,
  projectIds,
  propose,
  sign,
  signedAgency,
} from '../support/contracts2022'
import { refusalOf as problem, samplePrograms, answerOf as value } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-11-15')

async function approved(...codes: string[]) {
  const program = await sampleProgram()
  const ids = await projectIds(program)
  for (const code of codes) await approve(program, idOf(ids, code))
  return { program, id: (code: string) => idOf(ids, code) }
}

const statusOf = async (program: Awaited<ReturnType<typeof sampleProgram>>, id: number) =>
  (await value<{ status: string }>(program, 'projects.steps', { id })).status

describe('a contract with the agency', () => {
  it('is filled in for several đề án: the agency of the day, our own details, the rule of advances, the days of the year', async () => {
    const { program, id } = await approved('KCQG-2022-001', 'KCQG-2022-002')
    const contract = await propose(program, {
      kind: 'agency',
      projectIds: [id('KCQG-2022-001'), id('KCQG-2022-002')],
      date: '2022-02-20',
    })
    expect(contract).toMatchObject({
      giver: { name: 'Cục Công Thương địa phương', position: 'Cục trưởng' },
      receiver: { name: 'Trung tâm Khuyến công và Xúc tiến thương mại' },
      lines: [
        { projectId: id('KCQG-2022-001'), amounts: { national: 500_000_000, counterpart: 650_000_000 } },
        { projectId: id('KCQG-2022-002'), amounts: { national: 200_000_000, counterpart: 270_000_000 } },
      ],
      instalments: [{ percentBasisPoints: 7_000 }, { percentBasisPoints: 3_000 }],
      liquidationBy: '2023-01-22',
    })
  })

  it('takes every đề án a step on when it is signed, and keeps its paper in their history', async () => {
    const { program, id } = await approved('KCQG-2022-001', 'KCQG-2022-002')
    const both = [id('KCQG-2022-001'), id('KCQG-2022-002')]
    const contractId = await signedAgency(program, both)
    for (const projectId of both) {
      const steps = await value<{ status: string; history: object[] }>(program, 'projects.steps', { id: projectId })
      expect(steps.status).toBe('contracted')
      expect(steps.history.at(-1)).toMatchObject({
        step: 'signContract',
        documentNumber: '45/HĐ-CTĐP',
        date: '2022-02-20',
      })
    }
    const contract = await value<Contract>(program, 'contracts.get', { id: contractId })
    expect(contract).toMatchObject({ state: 'signed', number: '45/HĐ-CTĐP', value: { national: 700_000_000 } })
    const save = { id: contractId, rowVersion: contract.rowVersion, contract: contract.details }
    expect((await problem(program, 'contracts.save', save)).code).toBe('step.not-allowed')
    expect((await problem(program, 'contracts.remove', save)).code).toBe('input.invalid')
  })

  it('is not signed for a đề án nobody has approved', async () => {
    const { program, id } = await approved('KCQG-2022-001')
    const contract = await propose(program, { kind: 'agency', projectIds: [id('KCQG-2022-001')] })
    const lines = [...contract.lines, { projectId: id('KCQG-2022-002'), amounts: national(1) }]
    const { id: contractId } = await draft(program, { ...contract, lines })
    const refused = await problem(program, 'contracts.sign', { id: contractId, rowVersion: 1, signedOn: '2022-03-01' })
    expect(refused).toMatchObject({ code: 'step.not-allowed', message: expect.stringContaining('KCQG-2022-002') })
    expect(await statusOf(program, id('KCQG-2022-001'))).toBe('approved')
  })

  it('warns above what the đề án was given, largest first, and keeps why it went on and who', async () => {
    const { program, id } = await approved('KCQG-2022-001', 'KCQG-2022-002')
    const contract = await propose(program, {
      kind: 'agency',
      projectIds: [id('KCQG-2022-001'), id('KCQG-2022-002')],
      date: '2022-02-20',
    })
    const more = contract.lines.map((line, index) => ({
      ...line,
      amounts: { ...line.amounts, national: line.amounts.national + (index + 1) * 1_000_000 },
    }))
    const { id: contractId } = await draft(program, { ...contract, lines: more })
    const signing = { id: contractId, rowVersion: 1, signedOn: '2022-03-01', outsideNumber: '1/HĐ' }
    const refused = await problem(program, 'contracts.sign', signing)
    expect(refused.code).toBe('rule.warning')
    expect(refused.fields.map(({ message }) => /vượt số được giao [\d.]+ đồng là ([\d.]+)/.exec(message)?.[1])).toEqual(
      ['2.000.000', '1.000.000'],
    )
    await value(program, 'contracts.sign', { ...signing, reason: 'Cục đã đồng ý bổ sung' })
    const { overrides } = await value<Contract>(program, 'contracts.get', { id: contractId })
    expect(overrides).toHaveLength(2)
    expect(overrides[0]).toMatchObject({ code: 'overAllocation', reason: 'Cục đã đồng ý bổ sung' })
    expect(overrides[0]?.actor).not.toBe('')
  })

  it('knows the same number of the agency for the same contract', async () => {
    const { program, id } = await approved('KCQG-2022-001', 'KCQG-2022-002')
    await signedAgency(program, [id('KCQG-2022-001')])
    const { id: second } = await draft(
      program,
      await propose(program, { kind: 'agency', projectIds: [id('KCQG-2022-002')], date: '2022-02-20' }),
    )
    const refused = await problem(program, 'contracts.sign', {
      id: second,
      rowVersion: 1,
      signedOn: '2022-04-01',
      outsideNumber: '45/hđ-ctđp',
    })
    expect(refused).toMatchObject({ code: 'record.duplicate', fields: [{ path: 'outsideNumber' }] })
  })
})

describe('contracts with beneficiaries', () => {
  it('are drafted for each at once, the money split to the đồng, the parties as on record', async () => {
    const { program, id } = await approved('KCQG-2022-001')
    const projectId = id('KCQG-2022-001')
    const { ids } = await value<{ ids: number[] }>(program, 'contracts.draftForBeneficiaries', { projectId })
    expect(ids).toHaveLength(2)
    const { rows } = await value<{ rows: ContractRow[] }>(program, 'contracts.list', { projectId })
    expect(rows.map((row) => row.value.national)).toEqual([250_000_000, 250_000_000])
    expect(new Set(rows.map((row) => row.receiver)).size).toBe(2)
    const again = await problem(program, 'contracts.draftForBeneficiaries', { projectId })
    expect(again.message).toContain('đã có hợp đồng')
  })

  it('take numbers from one register with the outgoing papers; a number is never given twice', async () => {
    const { program, id } = await approved('KCDP-2022-002', 'KCDP-2022-004')
    const first = await draft(
      program,
      await propose(program, { kind: 'beneficiary', projectIds: [id('KCDP-2022-002')] }),
    )
    const symbol = 'HĐ-TTKC'
    await value(program, 'archive.issue', {
      form: 'agency-contract',
      projectId: id('KCDP-2022-004'),
      date: '2022-02-01',
      number: null,
      symbol,
    })
    const signed = await sign(program, first.id, { symbol, reason: 'Định mức tỉnh chưa nhập' })
    expect(signed.number).toBe('02/HĐ-TTKC')
    const second = await draft(
      program,
      await propose(program, { kind: 'beneficiary', projectIds: [id('KCDP-2022-004')] }),
    )
    const signing = { id: second.id, rowVersion: 1, signedOn: '2022-05-01', symbol, reason: 'x' }
    const taken = await problem(program, 'contracts.sign', { ...signing, number: 2 })
    expect(taken).toMatchObject({ code: 'record.duplicate', fields: [{ path: 'number' }] })
    const paperOfContract = await problem(program, 'archive.issue', {
      form: 'return-letter',
      projectId: id('KCDP-2022-004'),
      date: '2022-06-01',
      number: 2,
      symbol,
    })
    expect(paperOfContract.fields).toMatchObject([
      { path: 'number', message: expect.stringContaining('là của hợp đồng') },
    ])
    // Number 1 is the contract's own paper, issued before it was signed.
    expect(await value(program, 'contracts.sign', { ...signing, number: 1 })).toMatchObject({ number: '01/HĐ-TTKC' })
    expect(await value(program, 'archive.nextNumber', { year: 2022, form: 'agency-contract', symbol })).toMatchObject({
      number: 3,
    })
  })

  it('of KCĐP take the đề án from the decision straight to its support contract', async () => {
    const { program, id } = await approved('KCDP-2022-002')
    const { id: contractId } = await draft(
      program,
      await propose(program, { kind: 'beneficiary', projectIds: [id('KCDP-2022-002')] }),
    )
    await sign(program, contractId, { reason: 'x' })
    expect(await statusOf(program, id('KCDP-2022-002'))).toBe('beneficiaryContracted')
  })

  it('of KCQG warn while no contract with the agency is signed, and above it', async () => {
    const { program, id } = await approved('KCQG-2022-002')
    const contract = await propose(program, { kind: 'beneficiary', projectIds: [id('KCQG-2022-002')] })
    const { id: contractId } = await draft(program, contract)
    const early = await value<{ code: string }[]>(program, 'contracts.signWarnings', {
      id: contractId,
      signedOn: '2022-03-01',
    })
    expect(early.map(({ code }) => code)).toContain('withoutAgencyContract')
    await signedAgency(program, [id('KCQG-2022-002')])
    const more = { ...contract, lines: [{ projectId: id('KCQG-2022-002'), amounts: national(200_000_001) }] }
    await value(program, 'contracts.save', { id: contractId, rowVersion: 1, contract: more })
    const above = await value<{ code: string; excess: number }[]>(program, 'contracts.signWarnings', {
      id: contractId,
      signedOn: '2022-03-01',
    })
    expect(above.filter(({ code }) => code !== 'overNorm')).toMatchObject([
      { code: 'overAllocation', excess: 1 },
      { code: 'overAgencyContract', excess: 1 },
    ])
  })
})

describe('appendices', () => {
  it('are worth nothing while drafted; signed, the contract is worth what they say', async () => {
    const { program, id } = await approved('KCQG-2022-002')
    const projectId = id('KCQG-2022-002')
    const contractId = await signedAgency(program, [projectId])
    const appendix = {
      changes: 'Giảm kinh phí hỗ trợ',
      endOn: '2022-12-31',
      lines: [{ projectId, amounts: national(180_000_000) }],
    }
    const saved = await value<{ id: number }>(program, 'contracts.saveAppendix', {
      id: null,
      rowVersion: null,
      contractId,
      appendix,
    })
    const before = await value<Contract>(program, 'contracts.get', { id: contractId })
    expect(before).toMatchObject({ value: { national: 200_000_000 }, draftAppendices: 1 })
    const signing = { id: saved.id, rowVersion: 1, signedOn: '2022-06-01' }
    const early = await problem(program, 'contracts.signAppendix', { ...signing, signedOn: '2022-01-01' })
    expect(early.fields).toMatchObject([{ path: 'signedOn' }])
    expect(await value(program, 'contracts.signAppendix', signing)).toMatchObject({ number: '01/PLHĐ' })
    const after = await value<Contract>(program, 'contracts.get', { id: contractId })
    expect(after).toMatchObject({
      value: { national: 180_000_000, counterpart: 0 },
      endOn: '2022-12-31',
      lines: [{ signed: { national: 200_000_000 }, value: { national: 180_000_000 } }],
      appendices: [{ signed: true, number: '01/PLHĐ' }],
    })
    const again = await problem(program, 'contracts.removeAppendix', { id: saved.id, rowVersion: 2 })
    expect(again.code).toBe('step.not-allowed')
  })
})

describe('a decision that adjusts a đề án with a contract in force', () => {
  it('drafts an appendix of each, the new sum in that with the agency; nothing is worth more before it is signed', async () => {
    const { program, id } = await approved('KCQG-2022-002')
    const projectId = id('KCQG-2022-002')
    const agency = await signedAgency(program, [projectId])
    const own = await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [projectId] }))
    await sign(program, own.id, { reason: 'x' })
    const { content } = await value<{ content: { budget: { amounts: object }[]; endMonth: string } }>(
      program,
      'projects.get',
      { id: projectId },
    )
    const [line] = content.budget
    const asked = {
      ...content,
      endMonth: '2022-12',
      budget: [
        { ...line, quantityThousandths: null, unitPrice: null, amounts: { ...line?.amounts, national: 150_000_000 } },
      ],
    }
    const item = { id: null, kind: 'adjust', projectId, content: asked, reason: 'Giảm quy mô', reasons: [] }
    const letter = {
      year: 2022,
      letterNumber: '12/TTKC',
      letterDate: '2022-07-01',
      askedBy: 'Trung tâm',
      reason: 'Cơ sở đổi nhu cầu',
      note: '',
    }
    const { id: changeId } = await value<{ id: number }>(program, 'changes.save', {
      id: null,
      rowVersion: null,
      letter,
      items: [{ ...item, advanced: null, recovery: null }],
    })
    await value(program, 'changes.submit', { id: changeId, rowVersion: 1, submittedOn: '2022-07-02' })
    const request = await value<{ rowVersion: number; items: { id: number }[] }>(program, 'changes.get', {
      id: changeId,
    })
    await value(program, 'changes.decide', {
      id: changeId,
      rowVersion: request.rowVersion,
      number: '120/QĐ-CTĐP',
      date: '2022-08-15',
      signer: 'Cục trưởng',
      items: request.items.map((one) => ({ itemId: one.id, outcome: 'approved' })),
    })
    const contract = await value<Contract>(program, 'contracts.get', { id: agency })
    expect(contract).toMatchObject({
      value: { national: 200_000_000 },
      appendices: [
        {
          signed: false,
          details: {
            decisionNumber: '120/QĐ-CTĐP',
            endOn: '2022-12-31',
            lines: [{ projectId, amounts: { national: 150_000_000 } }],
          },
        },
      ],
    })
    const ofBeneficiary = await value<Contract>(program, 'contracts.get', { id: own.id })
    expect(ofBeneficiary.appendices).toMatchObject([{ signed: false, details: { lines: [] } }])
    const [appendix] = contract.appendices
    await value(program, 'contracts.signAppendix', { id: appendix?.id, rowVersion: 1, signedOn: '2022-08-20' })
    expect(await value<Contract>(program, 'contracts.get', { id: agency })).toMatchObject({
      value: { national: 150_000_000 },
      endOn: '2022-12-31',
    })
  })
})

describe('what stands in the way', () => {
  it('is a contract of two programmes, of a đề án twice, of nothing', async () => {
    const { program, id } = await approved('KCQG-2022-001', 'KCDP-2022-002')
    const contract = await propose(program, { kind: 'agency', projectIds: [id('KCQG-2022-001')] })
    const refused = async (lines: object[]) =>
      (await problem(program, 'contracts.save', { id: null, rowVersion: null, contract: { ...contract, lines } }))
        .fields
    expect(await refused([{ projectId: id('KCDP-2022-002'), amounts: local(1) }])).toMatchObject([
      { path: 'contract.lines.0.projectId' },
    ])
    const line = { projectId: id('KCQG-2022-001'), amounts: national(1) }
    expect(await refused([line, line])).toMatchObject([{ path: 'contract.lines.1.projectId' }])
    expect(await refused([])).toMatchObject([{ path: 'contract.lines' }])
    const two = await problem(program, 'contracts.propose', {
      kind: 'agency',
      projectIds: [id('KCQG-2022-001'), id('KCDP-2022-002')],
    })
    expect(two.code).toBe('rule.contradiction')
  })

  it('keeps a đề án and an establishment that a contract names', async () => {
    const { program, id } = await approved('KCDP-2022-004')
    const contract = await propose(program, { kind: 'beneficiary', projectIds: [id('KCDP-2022-002')] })
    await draft(program, contract)
    const { rowVersion } = await value<{ rowVersion: number }>(program, 'projects.steps', { id: id('KCDP-2022-002') })
    const kept = await problem(program, 'projects.remove', { id: id('KCDP-2022-002'), rowVersion })
    expect(kept.code).toBe('record.in-use')
  })

  it('finds a contract by its number and by who signs it', async () => {
    const { program, id } = await approved('KCQG-2022-002')
    await signedAgency(program, [id('KCQG-2022-002')])
    const hits = await value<{ kind: string; title: string }[]>(program, 'search.everything', {
      text: '45 hd cuc cong thuong',
    })
    expect(hits).toMatchObject([{ kind: 'contract', title: 'Hợp đồng 45/HĐ-CTĐP – Cục Công Thương địa phương' }])
  })
})
