// Every paper of a đề án carried through all its stages, made by the program from what is on record.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import type { PaperEntry } from '../../shared/contract/documents'
import type { FileOut } from '../../shared/contract/values'
import { carriedProject } from '../support/carriedProject'
import { sampleProjects } from '../support/carryOut'
import { pdfPages } from '../support/libreOffice'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'
import { expectReadable } from './paperText'

const openSample = samplePrograms('2023-12-20')

async function pagesOf(program: Program, input: object) {
  const { base64 } = await answerOf<FileOut>(program, 'documents.render', { format: 'pdf', ...input })
  return pdfPages(Buffer.from(base64, 'base64'))
}

const textOf = (pages: ReturnType<typeof pdfPages>) =>
  pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')

describe.skipIf(!hasTool('pdftotext'))('papers made of the record', () => {
  it('are made of everything on record, each saying what is there', async () => {
    const program = await openSample()
    const project = await carriedProject(program)
    const papers = await answerOf<PaperEntry[]>(program, 'documents.papers', { projectId: project.id })
    const texts = new Map<string, string>()
    for (const { form, recordId } of papers) {
      // The council and the return of a file are things that did not happen to this đề án.
      if (form === 'council-minutes' || form === 'return-letter') continue
      const pages = await pagesOf(program, { form, recordId, projectId: project.id })
      expectReadable(pages)
      const text = textOf(pages)
      expect(text, form).not.toMatch(/undefined|null|NaN|\[object/)
      texts.set(form, `${texts.get(form) ?? ''} ${text}`)
    }
    const say = (form: string, ...phrases: string[]) => {
      for (const phrase of phrases) expect(texts.get(form), form).toContain(phrase)
    }
    say('change-letter', '27/TTKC-KC', 'Chờ máy nhập khẩu', 'Đã được duyệt', '11/2022', '12/2022', 'Tăng năng suất')
    say('change-decision', '120/QĐ-CTĐP', 'QUYẾT ĐỊNH', 'Ngô Quang Trung')
    say('change-notice', '120/QĐ-CTĐP')
    say('contract-appendix', 'PHỤ LỤC HỢP ĐỒNG', '120/QĐ-CTĐP')
    for (const { name } of project.beneficiaries) say('beneficiary-contract', name.split(' ')[0] ?? '')
    say('advance-request', '210.000.000 đồng (Bằng chữ: Hai trăm mười triệu đồng)', 'lần 1')
    say('progress-3a', 'tháng 6 năm 2022', '72,5%', 'Thiếu điện ba pha', 'giá trị 700.000.000')
    say('volume-3b', '45/BC-TTKC')
    say('acceptance-5a', 'Lý A Phủ', 'mới 100%', 'sản xuất năm 2022', 'Hóa đơn số 7')
    say('acceptance-5b', 'Kết quả tại từng địa điểm')
    say('settlement-7', '51/TTKC')
    say('vouchers-8b', 'HD-0007', '30/09/2022', 'Công ty Cơ khí A')
    say('reconciliation-10', 'Tổng cộng')
    say('visit-minutes', 'Ma Thị Huệ', 'Nguyễn Thị Hòa', '33 người', 'Chưa gắn biển', '01/12/2023')
    say('training-programme-12', 'Vận hành máy sấy', '24')
    say('cluster-report-13', '45,12 ha', '12.500.000.000')
    say('detailed-plan-11', 'Triển khai thực hiện đề án')
    // One paper for each contract with a beneficiary, for each place accepted.
    for (const form of ['beneficiary-contract', 'acceptance-5a'])
      expect(papers.filter((one) => one.form === form)).toHaveLength(project.beneficiaries.length)
  })

  it('speak of the newest record unless told which, and of none that is another đề án’s', async () => {
    const program = await openSample()
    const project = await carriedProject(program)
    const papers = await answerOf<PaperEntry[]>(program, 'documents.papers', { projectId: project.id })
    const places = papers.filter(({ form }) => form === 'acceptance-5a')
    const newest = textOf(await pagesOf(program, { form: 'acceptance-5a', projectId: project.id }))
    expect(newest).toBe(
      textOf(
        await pagesOf(program, { form: 'acceptance-5a', projectId: project.id, recordId: places.at(-1)?.recordId }),
      ),
    )
    const other = (await sampleProjects(program)).find(({ id }) => id !== project.id)
    const refused = await refusalOf(program, 'documents.render', {
      form: 'acceptance-5a',
      projectId: other?.id,
      recordId: places[0]?.recordId,
      format: 'pdf',
    })
    expect(refused.message).toContain('chưa được phê duyệt')
  })

  it('refuse in words what has nothing on record', async () => {
    const program = await openSample()
    const [project] = await sampleProjects(program)
    const refused = async (form: string) =>
      refusalOf(program, 'documents.render', { form, projectId: project?.id, format: 'docx' })
    expect(await refused('change-letter')).toMatchObject({
      code: 'document.incomplete',
      message: expect.stringContaining('chưa có đề nghị điều chỉnh nào'),
    })
    for (const form of ['liquidation-6', 'settlement-7', 'detailed-plan-11', 'visit-minutes', 'progress-3a'])
      expect(await refused(form)).toMatchObject({ code: 'document.incomplete' })
  })
})
