// The registers of machines and of deadlines as files: what stands in them is what the program knows, in both formats.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { FileOut } from '../../shared/contract/values'
import { accept, approve, asPlanned, draftOf, sampleProjects, signContracts } from '../support/carryOut'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'
import { hasTool } from '../support/tools'

const openSample = samplePrograms('2022-12-20')
const folder = tempFolders()

function textOf(file: FileOut): string {
  const at = path.join(folder(), 'a.pdf')
  fs.writeFileSync(at, Buffer.from(file.base64, 'base64'))
  return execFileSync('pdftotext', ['-layout', at, '-'], { encoding: 'utf8' }).replace(/\s+/gu, ' ')
}

async function withMachine() {
  const program = await openSample()
  const project = (await sampleProjects(program)).find((one) => one.beneficiaries.length === 1)
  if (project === undefined) throw new Error('the sample has a đề án of one beneficiary')
  await approve(program, project)
  await signContracts(program, project, [])
  const machine = {
    name: 'Máy sấy lạnh',
    specification: '15 kW',
    origin: 'Việt Nam',
    unit: 'cái',
    quantity: 2_000,
    unitPrice: 125_000_000,
    serial: 'SN-7781; SN-7782',
    madeIn: 2022,
    isNew: true,
    works: true,
    note: '',
  }
  const draft = asPlanned(await draftOf(program, project.id, '5b', null), '2022-10-10')
  await accept(program, project.id, { ...draft, machines: [machine] })
  return { program, project }
}

describe('the register of machines', () => {
  it('is refused in words while nothing was accepted', async () => {
    const program = await openSample()
    const refused = await refusalOf(program, 'workbooks.exportRegister', {
      register: 'machines',
      year: 2022,
      format: 'pdf',
    })
    expect(refused.code).toBe('document.incomplete')
  })

  it('holds each machine with its number, and the sum, as a workbook', async () => {
    const { program, project } = await withMachine()
    const file = await answerOf<FileOut>(program, 'workbooks.exportRegister', {
      register: 'machines',
      year: 2022,
      format: 'xlsx',
    })
    expect(file.fileName).toBe('may-moc-ho-tro-2022.xlsx')
    const [sheet] = readWorkbook(Buffer.from(file.base64, 'base64')).sheets
    const cells = JSON.stringify(sheet)
    for (const one of ['Máy sấy lạnh; 15 kW', 'SN-7781; SN-7782', project.code, '250000000'])
      expect(cells).toContain(one)
  })

  it.skipIf(!hasTool('pdftotext'))('prints the same on paper', async () => {
    const { program } = await withMachine()
    const file = await answerOf<FileOut>(program, 'workbooks.exportRegister', {
      register: 'machines',
      year: null,
      format: 'pdf',
    })
    const text = textOf(file)
    expect(text).toContain('DANH SÁCH MÁY MÓC, THIẾT BỊ ĐÃ HỖ TRỢ')
    expect(text).toContain('250.000.000')
  })
})

describe('the list of deadlines', () => {
  it.skipIf(!hasTool('pdftotext'))('tells each with its day, how it is counted and how it stands', async () => {
    const program = await openSample()
    const file = await answerOf<FileOut>(program, 'workbooks.exportRegister', {
      register: 'deadlines',
      year: 2022,
      format: 'pdf',
    })
    const text = textOf(file)
    expect(text).toContain('DANH SÁCH THỜI HẠN CÔNG VIỆC KHUYẾN CÔNG NĂM 2022')
    expect(text).toContain('15/06/2022')
    expect(text).toMatch(/quá hạn \d+ ngày/)
  })
})
