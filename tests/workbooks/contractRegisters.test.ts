// The registers of contracts and money: what was signed, advanced and left, added up by hand beside the sheet that goes out.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import {
  approve,
  draft,
  idOf,
  local,
  national,
  payment,
  projectIds,
  propose,
  sign,
  signedAgency,
} from '../support/contracts2022'
import { refusalOf as problem, samplePrograms, answerOf as value } from '../support/sampleProgram'

const sampleProgram = samplePrograms('2022-11-15')

async function carriedOut() {
  const program = await sampleProgram()
  const ids = await projectIds(program)
  const [first, second, third] = ['KCQG-2022-001', 'KCQG-2022-002', 'KCDP-2022-002'].map((code) => idOf(ids, code)) as [
    number,
    number,
    number,
  ]
  for (const id of [first, second, third]) await approve(program, id)
  const agency = await signedAgency(program, [first, second])
  const own = await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [third] }))
  await sign(program, own.id, { reason: 'x' })
  const pay = (contractId: number, one: ReturnType<typeof payment>) =>
    value(program, 'contracts.savePayment', { id: null, rowVersion: null, contractId, payment: one, reason: 'x' })
  await pay(agency, payment([{ projectId: first, amounts: national(350_000_000) }]))
  await pay(agency, payment([{ projectId: second, amounts: national(40_500_000) }], { round: 2 }))
  await pay(own.id, payment([{ projectId: third, amounts: local(60_000_000) }]))
  return program
}

/** The texts and figures of the row that begins, after its number, with a text. */
async function rowOf(program: Program, register: string, beginning: string): Promise<string[]> {
  const file = await value<{ base64: string }>(program, 'workbooks.exportContractRegister', {
    register,
    year: 2022,
    format: 'xlsx',
  })
  const [sheet] = readWorkbook(Buffer.from(file.base64, 'base64')).sheets
  const row = sheet?.rows.find((one) => one.cells.some((cell) => cell.text.startsWith(beginning)))
  return row?.cells.map((cell) => cell.text) ?? []
}

describe('the registers', () => {
  it('name every contract with its advances by round and what is still to be paid', async () => {
    const program = await carriedOut()
    // 700 signed; 350 in the first round and 40,5 in the second; 309,5 left.
    expect(await rowOf(program, 'advances', '45/HĐ-CTĐP')).toEqual([
      '1',
      '45/HĐ-CTĐP ngày 20/02/2022',
      'Cục Công Thương địa phương',
      'KCQG-2022-001;\nKCQG-2022-002',
      '700',
      '350',
      '40.5',
      '309.5',
      '2023-01-22',
    ])
    const own = await rowOf(program, 'advances', '01/HĐ-HTKC')
    expect(own.slice(4)).toEqual(['120', '60', '60'])
  })

  it('name every đề án of the year with its decision, its contracts and its stage', async () => {
    const program = await carriedOut()
    const row = await rowOf(program, 'projects', 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong chế biến nông sản')
    expect(row).toContain('3011/QĐ-BCT, ngày 31/12/2021')
    expect(row).toContain('45/HĐ-CTĐP ngày 20/02/2022')
    expect(row.slice(-4)).toEqual(['200', '40.5', 'Đã tạm ứng', 'Đã ký hợp đồng'])
  })

  it('go out as PDF too, and say in words that a year has nothing', async () => {
    const program = await carriedOut()
    for (const register of ['projects', 'advances']) {
      const file = await value<{ base64: string }>(program, 'workbooks.exportContractRegister', {
        register,
        year: 2022,
        format: 'pdf',
      })
      expect(Buffer.from(file.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
      const none = await problem(program, 'workbooks.exportContractRegister', { register, year: 2030, format: 'pdf' })
      expect(none.code).toBe('document.incomplete')
    }
  })
})
