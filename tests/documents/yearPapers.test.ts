// One paper for every đề án of a programme: the sample's two KCQG đề án in one Mẫu 3a, one Mẫu 9 and one Mẫu 10, with their sums.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import { formatMoney } from '../../shared/vietnamese/money'
import {
  accept,
  approve,
  asPlanned,
  draftOf,
  type SampleProject,
  sampleProjects,
  signContracts,
  take,
} from '../support/carryOut'
import { pdfPages } from '../support/libreOffice'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const openSample = samplePrograms('2022-12-20')

async function textOf(program: Program, form: string, over: object = {}): Promise<string> {
  const { base64 } = await answerOf<FileOut>(program, 'documents.renderYear', {
    form,
    year: 2022,
    programme: 'national',
    format: 'pdf',
    ...over,
  })
  return pdfPages(Buffer.from(base64, 'base64'))
    .flatMap(({ words }) => words.map((word) => word.text))
    .join(' ')
}

async function report(program: Program, project: SampleProject, percent: number): Promise<void> {
  await answerOf(program, 'execution.saveProgressMonth', {
    month: '2022-06',
    reports: [
      {
        projectId: project.id,
        rowVersion: 0,
        report: {
          reportedOn: '2022-06-22',
          lines: [{ content: 'Lắp đặt máy', percent, note: '' }],
          workDone: '',
          valueDone: null,
          advanceRequested: 10_000_000,
          difficulties: '',
          expectedEnd: null,
          confirmedOn: null,
          note: '',
        },
      },
    ],
  })
}

async function settle(program: Program, project: SampleProject): Promise<void> {
  await accept(program, project.id, asPlanned(await draftOf(program, project.id, '5b', null), '2022-10-10'))
  const { settlement, rowVersion } = await answerOf<CallOutput<'execution', 'settlement'>>(
    program,
    'execution.settlement',
    { projectId: project.id },
  )
  await answerOf(program, 'execution.saveSettlement', {
    projectId: project.id,
    rowVersion,
    settlement: { ...settlement, date: '2022-11-01' },
  })
}

describe.skipIf(!hasTool('pdftotext'))('a paper for several đề án', () => {
  it('tells each of them once and adds them up', async () => {
    const program = await openSample()
    const projects = (await sampleProjects(program)).filter((one) => one.programme === 'national')
    expect(projects).toHaveLength(2)
    for (const form of ['progress-3a', 'payment-9', 'reconciliation-10'])
      expect(
        (await refusalOf(program, 'documents.renderYear', { form, year: 2022, programme: 'national', format: 'pdf' }))
          .code,
      ).toBe('document.incomplete')
    for (const [index, project] of projects.entries()) {
      await approve(program, project)
      await signContracts(program, project, [project.amounts])
      await take(program, project.id, 'start', '2022-03-15')
      await report(program, project, index === 0 ? 4_000 : 6_500)
      await settle(program, project)
    }
    const total = formatMoney(700_000_000)
    const progress = await textOf(program, 'progress-3a', { month: '2022-06' })
    for (const words of ['tháng 6 năm 2022', '40', '65', total, formatMoney(20_000_000), 'XÁC NHẬN CỦA'])
      expect(progress).toContain(words)
    const names = await Promise.all(
      projects.map(
        async ({ id }) => (await answerOf<{ content: { name: string } }>(program, 'projects.get', { id })).content.name,
      ),
    )
    for (const form of ['payment-9', 'reconciliation-10']) {
      const text = await textOf(program, form)
      for (const name of names) expect(text.split(name).length - 1, `${form}: ${name}`).toBe(1)
      expect(text, form).toContain(total)
      // Under two contracts no one contract stands over the table.
      expect(text, form).not.toContain('Hợp đồng số …')
    }
    expect(await textOf(program, 'progress-3a')).toBe(progress)
  }, 60_000)
})
