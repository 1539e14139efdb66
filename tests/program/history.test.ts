// The history as people read it: who, when, from what to what, of any record; the journal as a file; the bin; closed years.
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { columnWords, isHidden, tableLabels } from '../../electron/history/columnWords'
import { blankEstablishment } from '../../shared/contract/establishments'
import type { ProjectContentInput } from '../../shared/contract/projects'
import { readCsv } from '../support/csv'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const open = openPrograms('2026-11-21')
const period = { from: '2026-11-21', to: '2026-11-21' }
const base64 = Buffer.from('%PDF-1.7\nbytes').toString('base64')

const establishment = { ...blankEstablishment, name: 'HTX Tân Lợi', phone: '0912' }
const addEstablishment = ({ ask }: OpenProgram, name = 'HTX Tân Lợi') =>
  ask('establishments.save', {
    id: null,
    rowVersion: null,
    establishment: { ...establishment, name },
    acceptDuplicates: true,
  })

const line = (content: string, local: number) => ({
  content,
  unit: '',
  quantityThousandths: null,
  unitPrice: null,
  amounts: { national: 0, local, counterpart: 0, other: 0 },
  note: '',
})
const content: ProjectContentInput = {
  name: 'Hỗ trợ máy sấy',
  contentGroup: 'ND3',
  subContent: null,
  implementingUnit: '',
  cooperatingUnits: '',
  startMonth: '2027-01',
  endMonth: null,
  necessity: '',
  objective: '',
  scale: '',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  beneficiaries: [],
  places: [],
  outputs: [],
  budget: [line('Máy sấy', 100_000_000), line('Lắp đặt', 5_000_000)],
}
const identity = { code: '', programme: 'local', kind: 'single', planYear: 2027 } as const
const addProject = ({ ask }: OpenProgram) => ask('projects.save', { id: null, rowVersion: null, identity, content })

describe('every audited column', () => {
  it('has a name for people, or is known to say nothing to them', () => {
    const db = new Database(':memory:')
    migrate(db, migrations)
    const tables = db
      .prepare("SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit_%'")
      .pluck()
      .all() as string[]
    const nameless = tables
      .filter((table) => table !== 'search_entry')
      .flatMap((table) => [
        ...(tableLabels[table] === undefined ? [table] : []),
        ...(db.pragma(`table_info("${table}")`) as { name: string }[])
          .filter(({ name }) => !isHidden(table, name) && columnWords(table, name) === null)
          .map(({ name }) => `${table}.${name}`),
      ])
    expect(nameless).toEqual([])
    db.close()
  })
})

describe('the history of a record', () => {
  it('tells from what to what, in labels and written values, newest first', async () => {
    const program = await open()
    const { ask } = program
    const { id, rowVersion } = await addEstablishment(program)
    await ask('establishments.save', {
      id,
      rowVersion,
      establishment: {
        ...establishment,
        phone: '0988',
        womenOwned: true,
        communeCode: null,
        registrationDate: '2020-02-01',
      },
      acceptDuplicates: true,
    })
    const history = await ask('history.ofRecord', { record: { kind: 'establishment', id } })
    expect(history).toMatchObject({ title: 'HTX Tân Lợi', total: 2 })
    expect(history.entries[0]).toMatchObject({ what: 'Lưu cơ sở: HTX Tân Lợi', takenBack: false, refusal: null })
    expect(history.entries[0]?.changes).toEqual([
      { kind: 'changed', label: 'Ngày đăng ký kinh doanh', before: '', after: '01/02/2020' },
      { kind: 'changed', label: 'Điện thoại', before: '0912', after: '0988' },
      { kind: 'changed', label: 'Nữ làm chủ', before: 'Không', after: 'Có' },
    ])
    expect(history.entries[1]?.changes[0]).toMatchObject({ kind: 'added', label: 'Cơ sở “HTX Tân Lợi”' })
  })

  it('tells of a programme of several years with its targets, and of the totals of a year before', async () => {
    const { ask } = await open()
    const target = {
      measure: 'own',
      name: 'Đào tạo',
      unit: 'người',
      least: 1_000_000,
      most: null,
      typed: null,
      note: '',
    } as const
    const period = {
      name: 'Chương trình 2026–2030',
      fromYear: 2026,
      toYear: 2030,
      decisionNumber: '',
      decisionDate: null,
      targets: [target],
      note: '',
    }
    const made = await ask('programmes.savePeriod', { id: null, rowVersion: null, period })
    await ask('programmes.savePeriod', { ...made, period: { ...period, targets: [{ ...target, least: 1_200_000 }] } })
    const ofPeriod = await ask('history.ofRecord', { record: { kind: 'programmePeriod', id: made.id } })
    expect(ofPeriod).toMatchObject({ title: 'Chương trình 2026–2030', total: 2 })
    expect(ofPeriod.entries[0]?.changes).toMatchObject([{ kind: 'changed', before: '1.000', after: '1.200' }])
    const total = {
      fromYear: 2015,
      toYear: 2015,
      scope: 'both',
      projects: 5,
      amounts: { national: 0, local: 5_000_000, counterpart: 0, other: 0 },
      published: null,
      roundedTo: 1_000_000,
      source: 'Báo cáo năm',
      note: '',
    } as const
    const { id, rowVersion } = await ask('programmes.saveYearTotal', { id: null, rowVersion: null, total })
    await ask('programmes.saveYearTotal', { id, rowVersion, total: { ...total, projects: 6 } })
    const ofTotal = await ask('history.ofRecord', { record: { kind: 'yearTotal', id } })
    expect(ofTotal.entries.map(({ changes }) => changes[0]?.kind)).toEqual(['changed', 'added'])
    expect(ofTotal.entries[0]?.changes).toMatchObject([{ before: '5', after: '6' }])
  })

  it('compares a list that was written anew row by row', async () => {
    const program = await open()
    const { ask } = program
    const { id, rowVersion } = await addProject(program)
    const budget = [line('Máy sấy', 120_000_000), line('Vận chuyển', 1_500)]
    await ask('projects.save', { id, rowVersion, identity, content: { ...content, endMonth: '2027-09', budget } })
    const [last] = (await ask('history.ofRecord', { record: { kind: 'project', id } })).entries
    expect(last?.changes).toEqual([
      { kind: 'changed', label: 'Tháng kết thúc', before: '', after: '09/2027' },
      { kind: 'changed', label: 'Dòng dự toán “Máy sấy”: KCĐP', before: '100.000.000', after: '120.000.000' },
      { kind: 'changed', label: 'Dòng dự toán “Lắp đặt”: Nội dung chi', before: 'Lắp đặt', after: 'Vận chuyển' },
      { kind: 'changed', label: 'Dòng dự toán “Lắp đặt”: KCĐP', before: '5.000.000', after: '1.500' },
    ])
  })

  it('tells of a plan what came into it, and of a record put in by an import only its own part', async () => {
    const { ask } = await open()
    const workbook = readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
    const { projectIds } = await ask('workbooks.runImport', { fileName: 'a.xlsx', base64: workbook, year: 2022 })
    const plan = await ask('history.ofRecord', { record: { kind: 'plan', year: 2022, programme: 'local' } })
    expect(plan.total).toBe(1)
    expect(plan.entries[0]?.changes.filter(({ label }) => label.startsWith('Dòng kế hoạch')).length).toBe(
      (await ask('plans.get', { year: 2022, programme: 'local' })).items.length,
    )
    const [id = 0] = projectIds
    const { entries } = await ask('history.ofRecord', { record: { kind: 'project', id } })
    const names = entries.flatMap(({ changes }) => changes).filter(({ label }) => label.startsWith('Bản nội dung'))
    expect(names).toHaveLength(1)
  })

  it('says of work taken back that it was, and does not tell another record’s life under an id given again', async () => {
    const program = await open()
    const { ask } = program
    const first = await addEstablishment(program, 'HTX Một')
    await ask('establishments.remove', { id: first.id, rowVersion: first.rowVersion })
    const second = await addEstablishment(program, 'HTX Hai')
    expect(second.id).toBe(first.id)
    const input = { establishment: { ...establishment, name: 'HTX Ba' }, acceptDuplicates: true }
    await ask('establishments.save', { id: second.id, rowVersion: second.rowVersion, ...input })
    await ask('history.undo', {})
    const { entries } = await ask('history.ofRecord', { record: { kind: 'establishment', id: second.id } })
    expect(entries.map(({ what, takenBack }) => [what, takenBack])).toEqual([
      ['Hoàn tác: HTX Hai', false],
      ['Lưu cơ sở: HTX Hai', true],
      ['Lưu cơ sở: HTX Hai', false],
    ])
  })
})

describe('the journal', () => {
  it('lists what was done in a period, by whom, and each piece of work with its changes', async () => {
    const program = await open()
    const { ask } = program
    await addEstablishment(program)
    const { total, entries } = await ask('history.journal', period)
    expect(total).toBe(2)
    expect(entries.map(({ what }) => what)).toEqual([
      'Lưu cơ sở: HTX Tân Lợi',
      expect.stringContaining('Lưu thông tin'),
    ])
    const work = await ask('history.changes', { commandId: entries[0]?.commandId ?? 0 })
    expect(work.changes[0]?.after).toContain('Điện thoại: 0912')
    expect((await ask('history.journal', { from: '2026-11-22', to: '2026-11-30' })).total).toBe(0)
    expect((await ask('history.journal', { ...period, person: 'không ai tên thế' })).total).toBe(0)
  })

  it('goes out as a workbook and as CSV in which no text becomes a formula', async () => {
    const program = await open()
    const { ask } = program
    const evil = '=cmd|/c calc!A1'
    const { id, rowVersion } = await addEstablishment(program)
    await ask('establishments.save', {
      id,
      rowVersion,
      establishment: { ...establishment, note: evil, phone: '+84 912, "số mới"' },
      acceptDuplicates: true,
    })
    const csv = await ask('history.export', { ...period, format: 'csv' })
    const text = Buffer.from(csv.base64, 'base64').toString('utf8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const rows = readCsv(text.slice(1))
    expect(rows[0]).toEqual(['Thời điểm', 'Người làm', 'Việc', 'Mục', 'Trước', 'Sau', 'Máy'])
    const cells = rows.flat()
    expect(cells).toContain(`'${evil}`)
    expect(cells).toContain(`'+84 912, "số mới"`)
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    const workbook = await ask('history.export', { ...period, format: 'xlsx' })
    expect(workbook.fileName).toBe('nhat-ky-2026-11-21-den-2026-11-21.xlsx')
    const { default: exceljs } = await import('exceljs')
    const book = new exceljs.Workbook()
    await book.xlsx.load(Buffer.from(workbook.base64, 'base64') as never)
    const values: unknown[] = []
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => values.push(cell.value)))
    expect(values).toContain(evil)
    expect(values.filter((value) => typeof value === 'object' && value !== null && 'formula' in value)).toEqual([])
  })
})

describe('the bin', () => {
  it('lists what was deleted, and brings it back with its parts, its files and its words in the search', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id, rowVersion } = await addEstablishment(program)
    const owner = { ownerKind: 'establishment', ownerId: id } as const
    const file = await ask('archive.attach', { ...owner, fileName: 'a.pdf', base64 })
    await ask('establishments.remove', { id, rowVersion })
    const [entry] = await ask('history.bin', {})
    expect(entry).toMatchObject({ kind: 'Cơ sở', title: 'HTX Tân Lợi', what: 'Xóa cơ sở' })
    await ask('history.restore', { commandId: entry?.commandId ?? 0 })
    expect((await ask('establishments.get', { id })).establishment.phone).toBe('0912')
    expect(await ask('archive.attachment', { id: file.id })).toMatchObject({ base64 })
    expect(await ask('search.everything', { text: 'tan loi' })).toHaveLength(1)
    expect(await ask('history.bin', {})).toEqual([])
    expect((await refusal('history.restore', { commandId: entry?.commandId })).message).toContain('đã được khôi phục')
  })

  it('brings a record back under another id where its own was given again, parts and all', async () => {
    const program = await open()
    const { ask } = program
    const { id, rowVersion } = await addProject(program)
    const item = {
      paperCode: null,
      title: 'Ảnh',
      stage: 'appraisal',
      required: true,
      copies: 1,
      destination: 'kept',
      receivedOn: null,
      note: '',
    } as const
    const paper = await ask('archive.saveDossierItem', { id: null, rowVersion: null, projectId: id, item })
    await ask('archive.attach', { ownerKind: 'dossierItem', ownerId: paper.id, fileName: 'a.pdf', base64 })
    const before = await ask('projects.get', { id })
    await ask('projects.remove', { id, rowVersion })
    const other = await ask('projects.save', {
      id: null,
      rowVersion: null,
      identity: { ...identity, code: 'MOI' },
      content: { ...content, name: 'Khác' },
    })
    expect(other.id).toBe(id)
    const [entry] = await ask('history.bin', {})
    await ask('history.restore', { commandId: entry?.commandId ?? 0 })
    const { rows } = await ask('projects.list', { year: 2027 })
    const back = rows.find(({ id: one }) => one !== id)
    expect((await ask('projects.get', { id: back?.id ?? 0 })).content).toEqual(before.content)
    expect((await ask('projects.get', { id })).content.name).toBe('Khác')
    const { lines } = await ask('archive.dossier', { projectId: back?.id ?? 0 })
    expect(lines.find(({ title }) => title === 'Ảnh')?.attachments).toHaveLength(1)
    expect(await ask('search.everything', { text: 'may say' })).toMatchObject([{ id: back?.id }])
  })

  it('leaves other records as they are now: a need taken up elsewhere since stays there', async () => {
    const { ask } = await open()
    const need = {
      year: 2027,
      establishmentId: null,
      asker: 'Bà A',
      contentGroup: 'ND3',
      subContent: null,
      activity: 'Máy sấy',
      totalInvestment: null,
      wishedSupport: null,
      receivedOn: '2026-01-05',
      note: '',
    } as const
    const { id: needId } = await ask('establishments.saveNeed', { id: null, rowVersion: null, need })
    const taken = { needIds: [needId], programme: 'local' as const, planYear: 2027 }
    const first = await ask('establishments.needsToProject', { ...taken, name: 'Một' })
    const { rowVersion } = await ask('projects.get', { id: first.projectId })
    await ask('projects.remove', { id: first.projectId, rowVersion })
    const second = await ask('establishments.needsToProject', { ...taken, name: 'Hai' })
    const [entry] = await ask('history.bin', {})
    await ask('history.restore', { commandId: entry?.commandId ?? 0 })
    expect((await ask('projects.list', { year: 2027 })).rows.map(({ name }) => name).sort()).toEqual(['Hai', 'Một'])
    expect((await ask('establishments.needs', { year: 2027 })).rows[0]?.project?.id).toBe(second.projectId)
  })

  it('marks the code of a record that comes back where the code was given again, in the search too', async () => {
    const program = await open()
    const { ask } = program
    const first = await addEstablishment(program, 'HTX Một')
    await ask('establishments.remove', { id: first.id, rowVersion: first.rowVersion })
    const second = await addEstablishment(program, 'HTX Hai')
    expect(second.code).toBe(first.code)
    const [entry] = await ask('history.bin', {})
    await ask('history.restore', { commandId: entry?.commandId ?? 0 })
    expect((await ask('establishments.list', {})).rows.map(({ code, name }) => [code, name]).sort()).toEqual([
      [first.code, 'HTX Hai'],
      [`${first.code}-KP`, 'HTX Một'],
    ])
    expect(await ask('search.everything', { text: `${first.code}-KP` })).toMatchObject([{ title: 'HTX Một' }])
  })
})

describe('a locked year', () => {
  it('refuses whatever would change it, undo and import too, until it is unlocked with a reason', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id, rowVersion } = await addProject(program)
    await ask('plans.addProjects', { year: 2027, programme: 'local', projectIds: [id] })
    await ask('history.lockYear', { year: 2027, note: 'Đã quyết toán' })
    for (const [name, input] of [
      ['projects.save', { id, rowVersion, identity, content }],
      ['projects.save', { id: null, rowVersion: null, identity, content }],
      ['projects.save', { id, rowVersion, identity: { ...identity, planYear: 2028 }, content }],
      ['plans.saveItem', { itemId: 1, priority: 1, note: '' }],
      ['archive.attach', { ownerKind: 'project', ownerId: id, fileName: 'a.pdf', base64 }],
      ['history.undo', { commandId: 3 }],
    ] as const) {
      const refused = await refusal(name, input)
      expect([name, refused.code]).toEqual([
        name,
        name === 'projects.save' && 'id' in input && input.identity?.planYear === 2028
          ? 'record.in-use'
          : 'year.locked',
      ])
    }
    // Another year, and what belongs to no year, go on.
    await ask('projects.save', { id: null, rowVersion: null, identity: { ...identity, planYear: 2028 }, content })
    await addEstablishment(program)
    await ask('plans.rollOver', { fromYear: 2027, toYear: 2028, programme: 'local', projectIds: [id], intoPlan: false })
    expect((await refusal('history.lockYear', { year: 2027 })).fields[0]?.message).toContain('đã khóa sổ rồi')
    await ask('history.unlockYear', { year: 2027, reason: 'Kiểm toán yêu cầu sửa' })
    await ask('projects.save', { id, rowVersion, identity, content })
    expect(await ask('history.years', {})).toMatchObject([
      { year: 2027, note: 'Đã quyết toán', unlockReason: 'Kiểm toán yêu cầu sửa' },
    ])
  })
})
