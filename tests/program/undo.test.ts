// Undo and redo on the real program: what was done goes, comes back, follows the search, and is refused in words.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blankEstablishment } from '../../shared/contract/establishments'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const open = openPrograms('2026-11-21')

const establishment = { ...blankEstablishment, name: 'HTX Tân Lợi' }
const base64 = Buffer.from('%PDF-1.7\nbytes').toString('base64')

const save = ({ ask }: OpenProgram, name: string) =>
  ask('establishments.save', {
    id: null,
    rowVersion: null,
    establishment: { ...establishment, name },
    acceptDuplicates: true,
  })

describe('history.undo', () => {
  it('takes a new record away with its words in the search, and redo brings both back', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id } = await save(program, 'HTX Tân Lợi')
    const before = await ask('establishments.get', { id })
    expect(await ask('history.undo', {})).toMatchObject({ what: 'Lưu cơ sở: HTX Tân Lợi' })
    expect((await refusal('establishments.get', { id })).code).toBe('record.missing')
    expect(await ask('search.everything', { text: 'tan loi' })).toEqual([])
    await ask('history.redo', {})
    expect(await ask('establishments.get', { id })).toEqual({ ...before, rowVersion: before.rowVersion + 1 })
    expect(await ask('search.everything', { text: 'tan loi' })).toMatchObject([{ id, title: 'HTX Tân Lợi' }])
  })

  it('moves the row version forward, so that a screen that still shows the record of before is told', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id, rowVersion } = await save(program, 'HTX A')
    const input = { id, rowVersion, establishment: { ...establishment, name: 'HTX B' }, acceptDuplicates: true }
    const second = await ask('establishments.save', input)
    await ask('history.undo', {})
    const now = await ask('establishments.get', { id })
    expect(now.establishment.name).toBe('HTX A')
    expect(now.rowVersion).toBeGreaterThan(second.rowVersion)
    expect((await refusal('establishments.save', { ...input, rowVersion: second.rowVersion })).code).toBe(
      'record.conflict',
    )
  })

  it('brings a removed attachment back byte for byte, by itself or with the record it hung on', async () => {
    const program = await open()
    const { ask } = program
    const { id, rowVersion } = await save(program, 'HTX A')
    const owner = { ownerKind: 'establishment', ownerId: id } as const
    const attached = await ask('archive.attach', { ...owner, fileName: 'a.pdf', base64 })
    await ask('archive.removeAttachment', { id: attached.id })
    await ask('history.undo', {})
    expect(await ask('archive.attachment', { id: attached.id })).toMatchObject({ fileName: 'a.pdf', base64 })
    await ask('establishments.remove', { id, rowVersion })
    await ask('history.undo', {})
    expect(await ask('archive.attachments', owner)).toEqual([attached])
    expect(await ask('archive.attachment', { id: attached.id })).toMatchObject({ base64 })
  })

  it('takes a whole import back at once', async () => {
    const { ask } = await open()
    const base64 = readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
    const input = { fileName: 'ke-hoach.xlsx', base64, year: 2022 }
    const done = await ask('workbooks.runImport', input)
    expect(done.projectIds.length).toBeGreaterThan(3)
    const after = await ask('projects.list', {})
    await ask('history.undo', {})
    expect((await ask('projects.list', {})).total).toBe(0)
    expect((await ask('establishments.list', {})).total).toBe(0)
    expect((await ask('plans.get', { year: 2022, programme: 'local' })).items).toEqual([])
    await ask('history.redo', {})
    expect(await ask('projects.list', {})).toMatchObject({ total: after.total, amounts: after.amounts })
  })

  it('names what was done later to the same record, and leaves everything as it is', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id, rowVersion } = await save(program, 'HTX A')
    const first = (await ask('history.state', {})).undo
    await save(program, 'HTX khác')
    await ask('establishments.save', {
      id,
      rowVersion,
      establishment: { ...establishment, name: 'HTX B' },
      acceptDuplicates: true,
    })
    const refused = await refusal('history.undo', { commandId: first?.commandId })
    expect(refused.code).toBe('undo.refused')
    expect(refused.message).toContain('Lưu cơ sở: HTX B')
    expect((await ask('establishments.get', { id })).establishment.name).toBe('HTX B')
    // What stood in the way is taken back; the work on another record in between never did.
    await ask('history.undo', {})
    await ask('history.undo', { commandId: first?.commandId })
    expect((await ask('establishments.list', {})).rows.map((row) => row.name)).toEqual(['HTX khác'])
  })

  it('sees what later hung itself on a record without changing it', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id } = await save(program, 'HTX A')
    const first = (await ask('history.state', {})).undo
    const attached = await ask('archive.attach', {
      ownerKind: 'establishment',
      ownerId: id,
      fileName: 'a.pdf',
      base64,
    })
    expect((await refusal('history.undo', { commandId: first?.commandId })).message).toContain('Đính kèm tệp')
    expect(await ask('archive.attachment', { id: attached.id })).toMatchObject({ base64 })
  })

  it('does not take back what is final, and says what to do instead', async () => {
    const program = await open('sample')
    const { ask, refusal } = program
    const { rows } = await ask('projects.list', { programme: 'local' })
    const { id } = rows[0] ?? { id: 0 }
    const { rowVersion } = await ask('projects.get', { id })
    await ask('projects.lockVersion', {
      id,
      rowVersion,
      stage: 'approved',
      decisionNumber: '5/QĐ',
      decisionDate: '2022-01-05',
    })
    const state = await ask('history.state', {})
    expect(state.undo?.refusal).toContain('đã chốt')
    const refused = await refusal('history.undo', {})
    expect(refused).toMatchObject({ code: 'undo.refused' })
    expect(refused.message).toContain('hủy hoặc điều chỉnh kèm lý do')
  })

  it('says that there is nothing to redo once new work was done', async () => {
    const program = await open()
    const { ask, refusal } = program
    await save(program, 'HTX A')
    await ask('history.undo', {})
    expect((await ask('history.state', {})).redo).toMatchObject({ what: 'Lưu cơ sở: HTX A' })
    await save(program, 'HTX B')
    expect((await ask('history.state', {})).redo).toBeNull()
    expect((await refusal('history.redo', {})).code).toBe('undo.none')
  })
})
