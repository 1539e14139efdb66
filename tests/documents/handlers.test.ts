// The documents calls over a real data file: the sample plan of Bắc Kạn.
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadAuthorities } from '../../electron/changes/authorities'
import { Later } from '../../electron/database/access'
import { createDataFile } from '../../electron/database/dataFile'
import { machineFiles } from '../../electron/database/fileSystem'
import { Session } from '../../electron/database/session'
import { agencyOn } from '../../electron/documents/agencies'
import { documentsHandlers } from '../../electron/documents/handlers'
import { citedCatalogue } from '../../electron/documents/legalBases'
import { inProcessRenderer } from '../../electron/documents/renderService'
import { loadPaperResources } from '../../electron/documents/resources'
import { createAdminUnits } from '../../electron/office/adminUnits'
import { loadContentGroups } from '../../electron/office/contentGroups'
import { fillSample } from '../../electron/program/sample'
import { findProjectId, listProjects } from '../../electron/projects/reader'
import { documentOptions, documentsContract } from '../../shared/contract/documents'
import type { FileOut } from '../../shared/contract/values'
import { pdfPages } from '../support/libreOffice'
import { tempFolders } from '../support/tempFolder'
import { hasTool } from '../support/tools'

const resourcesDir = path.resolve('resources')
const units = createAdminUnits({ overlay: path.join(resourcesDir, 'administrativeUnits.json') })
const handlers = documentsHandlers({
  resourcesDir,
  units,
  contentGroups: () => loadContentGroups(resourcesDir),
  changes: {
    units,
    contentGroups: () => loadContentGroups(resourcesDir),
    legalBases: (onDate) => citedCatalogue(loadPaperResources(resourcesDir).legalBases, onDate),
    authorities: () => loadAuthorities(resourcesDir),
    agencyName: (onDate) => agencyOn(loadPaperResources(resourcesDir).agencies, onDate).name,
  },
  renderer: inProcessRenderer(),
  files: machineFiles,
})
const folder = tempFolders()
let session: Session

beforeEach(async () => {
  const file = path.join(folder(), 'mau.skc')
  createDataFile(file)
  session = Session.open(file, {
    actor: { name: 'thử', host: 'máy thử' },
    clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
  })
  await fillSample(session, { resourcesDir, units })
})
afterEach(() => session.close())

async function render(form: string, projectId: number, format: 'pdf' | 'docx', options: object = {}): Promise<FileOut> {
  const input = { form, projectId, recordId: null, format, options: documentOptions.parse(options) }
  const answer = await session.read((reader) => handlers.render(reader, input))
  return documentsContract.render.output.parse(
    answer instanceof Later ? await answer.run((read) => session.read(read)) : answer,
  )
}

const textOf = ({ base64 }: FileOut) =>
  pdfPages(Buffer.from(base64, 'base64'))
    .flatMap(({ words }) => words.map((word) => word.text))
    .join(' ')

describe('the forms', () => {
  it('are listed with their basis and how sure their layout is', async () => {
    const list = documentsContract.forms.output.parse(await handlers.forms({}))
    const ofProject = list.filter(({ subject, stage }) => subject === 'project' && stage === 'registration')
    expect(ofProject.map(({ id, layout }) => ({ id, layout }))).toEqual([
      { id: 'project-proposal', layout: 'suggested' },
      { id: 'budget-estimate-1', layout: 'suggested' },
      { id: 'base-appraisal-4a', layout: 'suggested' },
      { id: 'base-appraisal-4b', layout: 'suggested' },
      { id: 'council-minutes', layout: 'suggested' },
      { id: 'return-letter', layout: 'suggested' },
    ])
    // Mẫu 1, 3a to 13 of the circular, and papers it has no form for: each once.
    const ids = list.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const form of [
      '3a',
      '3b',
      '4a',
      '4b',
      '5a',
      '5b',
      '5c',
      '-6',
      '-7',
      '8a',
      '8b',
      '-9',
      '-10',
      '-11',
      '-12',
      '-13',
    ])
      expect(ids.filter((id) => id.endsWith(form)).length, form).toBeGreaterThan(0)
  })
})

describe.skipIf(!hasTool('pdftotext'))('a paper of a đề án on record', () => {
  it('is made for every đề án of the plan, in both forms and formats', async () => {
    const { rows } = await session.read((reader) =>
      listProjects(reader, { year: 2022, programme: null, contentGroup: null, text: '', offset: 0, limit: 100 }),
    )
    expect(rows.length).toBe(10)
    for (const row of rows)
      for (const form of [
        'project-proposal',
        'budget-estimate-1',
        'base-appraisal-4a',
        'base-appraisal-4b',
        'agency-contract',
      ]) {
        const docx = await render(form, row.id, 'docx')
        expect(Buffer.from(docx.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
        const pdf = await render(form, row.id, 'pdf')
        const text = textOf(pdf)
        expect(text).toContain(row.programme === 'national' ? 'khuyến công quốc gia' : 'khuyến công địa phương')
        expect(text).not.toMatch(/undefined|null|NaN|\[object/)
        expect(pdf.fileName).toContain(row.code)
      }
  })

  it('takes number, date, names and sums from the records', async () => {
    const projectId = await session.read((reader) => findProjectId(reader, 'KCQG-2022-001'))
    const text = textOf(await render('agency-contract', projectId, 'pdf', { date: '2022-03-05', number: '5' }))
    expect(text).toContain('Hà Nội, ngày 05 tháng 3 năm 2022')
    expect(text).toMatch(/Số: 05\/\S+/)
    expect(text).toContain('CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG')
    expect(text).toContain('500.000.000 đồng (Bằng chữ: Năm trăm triệu đồng)')
    const later = textOf(await render('agency-contract', projectId, 'pdf', { date: '2026-03-05' }))
    expect(later).toContain('CHUYỂN ĐỔI XANH')
  })

  it('is the same bytes on the same day', async () => {
    const projectId = await session.read((reader) => findProjectId(reader, 'KCQG-2022-001'))
    for (const format of ['pdf', 'docx'] as const)
      expect((await render('base-appraisal-4a', projectId, format)).base64).toBe(
        (await render('base-appraisal-4a', projectId, format)).base64,
      )
  })

  it('is refused for an unknown form, đề án or signer', async () => {
    const projectId = await session.read((reader) => findProjectId(reader, 'KCQG-2022-001'))
    await expect(render('mau-5', projectId, 'pdf')).rejects.toMatchObject({ problem: { code: 'record.missing' } })
    await expect(render('agency-contract', 99_999, 'pdf')).rejects.toMatchObject({
      problem: { code: 'record.missing' },
    })
    await expect(render('agency-contract', projectId, 'pdf', { signerId: 99_999 })).rejects.toMatchObject({
      problem: { code: 'record.missing' },
    })
  })

  it('is refused in words while the office is not entered', async () => {
    const empty = path.join(folder(), 'trong.skc')
    createDataFile(empty)
    const other = Session.open(empty, {
      actor: { name: 'thử', host: 'máy thử' },
      clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
    })
    try {
      const input = {
        form: 'agency-contract',
        projectId: 1,
        recordId: null,
        format: 'pdf' as const,
        options: documentOptions.parse({}),
      }
      await expect(other.read((reader) => handlers.render(reader, input))).rejects.toMatchObject({
        problem: { code: 'document.incomplete' },
      })
    } finally {
      await other.close()
    }
  })
})
