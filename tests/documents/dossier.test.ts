// "In bộ hồ sơ": one PDF with contents that lead to the right pages, or a packet of files; counted while it is made, cancelled
// without a trace.
import jsZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { DossierJobs } from '../../electron/documents/dossierJobs'
import { mergePdfs } from '../../electron/documents/mergePdf'
import { packFiles } from '../../electron/documents/packFiles'
import { renderPdf } from '../../electron/documents/pdf'
import type { RenderService } from '../../electron/documents/renderService'
import type { PaperEntry } from '../../shared/contract/documents'
import type { CallOutput } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import { carriedProject } from '../support/carriedProject'
import { pdfPages } from '../support/libreOffice'
import { pdfFonts, pdfInfo } from '../support/pdfInside'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'
import { allPapers } from './allPapers'

const openSample = samplePrograms('2023-12-20')
const createdAt = new Date('2027-01-05T00:00:00Z')
type Dossier = CallOutput<'documents', 'dossier'>
type Started = CallOutput<'documents', 'startDossier'>
type Progress = CallOutput<'documents', 'dossierProgress'>

const bytesOf = ({ base64 }: FileOut) => Buffer.from(base64, 'base64')
const textOf = (page: ReturnType<typeof pdfPages>[number] | undefined) =>
  (page?.words ?? []).map((word) => word.text).join(' ')

describe.skipIf(!hasTool('pdftotext') || !hasTool('pdffonts') || !hasTool('pdfinfo'))('merged PDFs', () => {
  it('keep every page as it was, one after another, with fonts and title', async () => {
    const parts = await Promise.all(
      allPapers
        .slice(0, 8)
        .map(async ({ name, document }) => ({ title: name, bytes: await renderPdf(document, { createdAt }) })),
    )
    const merged = mergePdfs(parts, { title: 'Hồ sơ đề án “số 1”', createdAt })
    const pages = pdfPages(merged)
    expect(pages).toEqual(parts.flatMap(({ bytes }) => pdfPages(bytes)))
    for (const font of pdfFonts(merged)) expect(font).toMatchObject({ embedded: true, subset: true })
    expect(pdfInfo(merged).get('Title')).toBe('Hồ sơ đề án “số 1”')
    expect(pdfInfo(merged).get('CreationDate')).toContain('2027-01-05')
    expect(Buffer.compare(merged, mergePdfs(parts, { title: 'Hồ sơ đề án “số 1”', createdAt }))).toBe(0)
    expect(merged.toString('latin1').match(/\/Dest \[\d+ 0 R \/Fit\]/g)).toHaveLength(parts.length)
  })
})

describe('a packet of files', () => {
  it('is opened by others, names and bytes as given', async () => {
    const files = [
      { name: '01-đề án.pdf', bytes: Buffer.from('một') },
      { name: '02-trống.docx', bytes: new Uint8Array() },
    ]
    const zip = await jsZip.loadAsync(packFiles(files, createdAt), { checkCRC32: true })
    expect(Object.keys(zip.files)).toEqual(files.map(({ name }) => name))
    expect(await zip.file('01-đề án.pdf')?.async('string')).toBe('một')
    expect(await zip.file('02-trống.docx')?.async('uint8array')).toHaveLength(0)
  })
})

describe.skipIf(!hasTool('pdftotext'))('the dossier of a đề án', () => {
  it('is one PDF whose contents tell on which page each paper begins', async () => {
    const program = await openSample()
    const { id } = await carriedProject(program)
    const papers = await answerOf<PaperEntry[]>(program, 'documents.papers', { projectId: id })
    const made = await answerOf<Dossier>(program, 'documents.dossier', { projectId: id })
    // What did not happen is left out, with the reason.
    expect(made.leftOut.map(({ title }) => title)).toEqual([
      'Biên bản họp Hội đồng thẩm định cấp cơ sở',
      'Công văn trả lại, đề nghị bổ sung hồ sơ đề án',
    ])
    for (const { reason } of made.leftOut) expect(reason.length).toBeGreaterThan(20)
    expect(made.papers).toBe(papers.length - made.leftOut.length)
    const pages = pdfPages(bytesOf(made.file))
    const contents = pages.slice(0, 3).map(textOf).join(' ')
    expect(contents).toContain('MỤC LỤC HỒ SƠ')
    expect(contents).toContain(`Tổng cộng: ${made.papers} văn bản`)
    const titled = (phrase: string) => pages.findIndex((page) => textOf(page).includes(phrase)) + 1
    for (const phrase of ['TỜ TRÌNH', 'BIÊN BẢN THANH LÝ HỢP ĐỒNG', 'BẢNG ĐỐI CHIẾU KINH PHÍ']) {
      const at = titled(phrase)
      expect(at).toBeGreaterThan(1)
      const numbers = pages
        .slice(0, 3)
        .flatMap(({ words }) => words.filter(({ left }) => left > 500).map(({ text }) => text))
      expect(numbers, phrase).toContain(String(at))
    }
  })

  it('is of one stage, of papers chosen, as PDF and Word files in order', async () => {
    const program = await openSample()
    const { id } = await carriedProject(program)
    const input = { projectId: id, stage: 'settlement', as: 'files', formats: ['docx', 'pdf'] }
    const { file, papers } = await answerOf<Dossier>(program, 'documents.dossier', input)
    const zip = await jsZip.loadAsync(bytesOf(file))
    const names = Object.keys(zip.files)
    expect(names).toHaveLength(2 * papers)
    expect(names[0]).toMatch(/^01-bien-ban-thanh-ly-.*\.docx$/)
    expect(names[1]).toMatch(/^01-bien-ban-thanh-ly-.*\.pdf$/)
    const chosen = [{ form: 'vouchers-8b' }, { form: 'budget-estimate-1', recordId: null }]
    const two = await answerOf<Dossier>(program, 'documents.dossier', { projectId: id, papers: chosen, as: 'files' })
    expect(Object.keys((await jsZip.loadAsync(bytesOf(two.file))).files).map((name) => name.slice(0, 12))).toEqual([
      '01-bang-ke-c',
      '02-du-toan-k',
    ])
  })

  it('is counted while it is made, and fetched once', async () => {
    const program = await openSample()
    const { id } = await carriedProject(program)
    const started = await answerOf<Started>(program, 'documents.startDossier', { projectId: id, stage: 'registration' })
    const seen: number[] = []
    for (;;) {
      const { state, done, total } = await answerOf<Progress>(program, 'documents.dossierProgress', {
        job: started.job,
      })
      expect(total).toBe(started.total)
      seen.push(done)
      if (state !== 'running') {
        expect(state).toBe('done')
        break
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBe(started.total)
    const file = await answerOf<FileOut>(program, 'documents.dossierFile', { job: started.job })
    expect(pdfPages(bytesOf(file)).length).toBeGreaterThan(started.total)
    expect(await refusalOf(program, 'documents.dossierFile', { job: started.job })).toMatchObject({
      code: 'record.missing',
    })
  })

  it('is cancelled at once, leaving nothing', async () => {
    const program = await openSample()
    const { id } = await carriedProject(program)
    const { job, total } = await answerOf<Started>(program, 'documents.startDossier', { projectId: id })
    await answerOf(program, 'documents.cancelDossier', { job })
    const progress = await answerOf<Progress>(program, 'documents.dossierProgress', { job })
    expect(progress).toMatchObject({ state: 'cancelled', total })
    expect(progress.done).toBeLessThan(total)
    expect(await refusalOf(program, 'documents.dossierFile', { job })).toMatchObject({ code: 'step.not-allowed' })
    // The program goes on as if nothing had been.
    await answerOf<Dossier>(program, 'documents.dossier', { projectId: id, stage: 'inspection' })
  })

  it('asks the renderer for nothing more once it is cancelled, and says why it failed', async () => {
    const asked: string[] = []
    const waiting: (() => void)[] = []
    const renderer: RenderService = {
      render: (format, document) => {
        asked.push(document.title)
        return new Promise((resolve) => waiting.push(() => resolve(new Uint8Array(format.length))))
      },
      close: async () => undefined,
    }
    const paper = allPapers[0]?.document
    if (paper === undefined) throw new Error('no paper')
    const dossier = {
      request: { projectId: 1, stage: null, papers: null, as: 'files' as const, formats: ['pdf' as const] },
      head: { parentOrganisation: '', unit: '', place: null, date: null, projectName: '', projectCode: 'A' },
      papers: Array.from({ length: 9 }, () => ({
        stage: 'change' as const,
        title: '',
        record: '',
        fileStem: 'a',
        document: paper,
      })),
      leftOut: [],
      createdAt: 0,
    }
    const jobs = new DossierJobs(renderer)
    const { job } = jobs.start(dossier)
    expect(asked).toHaveLength(4)
    jobs.cancel(job)
    for (const finish of waiting) finish()
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toHaveLength(4)
    const failing = new DossierJobs({ ...renderer, render: () => Promise.reject(new Error('hết bộ nhớ')) })
    const failed = failing.start(dossier)
    await new Promise((resolve) => setImmediate(resolve))
    expect(failing.progress(failed.job)).toMatchObject({ state: 'failed', message: 'hết bộ nhớ' })
  })
})
