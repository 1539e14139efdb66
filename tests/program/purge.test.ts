// Clearing removed attachments away: only what is old and of no closed record, after a copy, with a reason, and the file shrinks.
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { asked } from '../support/openProgram'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

const office = { centreName: 'TT', departmentName: 'Sở', provinceCode: '19', placeName: 'Thái Nguyên' }

/** A program whose day can be moved on. */
function start() {
  const clock = { day: '2026-01-10' }
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => clock.day, instant: () => `${clock.day}T03:00:00.000Z` },
    log: () => undefined,
    checkOutput: true,
  })
  open.push(program)
  return { ...asked(program), clock, file: path.join(folder(), 'a.skc') }
}

/** Half a megabyte that no packing makes smaller. */
const bytes = (seed: number) => {
  let state = seed
  const body = Buffer.alloc(500_000)
  for (let at = 0; at < body.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    body[at] = state >> 16
  }
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), body]).toString('base64')
}

async function twoRemoved() {
  const program = start()
  const { ask, file, clock } = program
  await ask('files.create', { path: file, office })
  const establishment = { ...blankEstablishment, name: 'HTX', certificates: [], years: [] }
  const { id } = await ask('establishments.save', { id: null, rowVersion: null, establishment, acceptDuplicates: true })
  const owner = { ownerKind: 'establishment', ownerId: id } as const
  const old = await ask('archive.attach', { ...owner, fileName: 'cu.pdf', base64: bytes(1) })
  const late = await ask('archive.attach', { ...owner, fileName: 'moi.pdf', base64: bytes(2) })
  await ask('archive.removeAttachment', { id: old.id })
  clock.day = '2026-06-01'
  await ask('archive.removeAttachment', { id: late.id })
  clock.day = '2026-06-20'
  return { ...program, owner }
}

describe('removed attachments', () => {
  it('are listed with size and day, and the old ones cleared away after a copy; the file shrinks', async () => {
    const { ask, refusal, file, owner } = await twoRemoved()
    const files = await ask('safety.removedFiles', {})
    expect(files).toMatchObject([
      { fileName: 'cu.pdf', size: 500_009, removedOn: '2026-01-10', kept: null },
      { fileName: 'moi.pdf', removedOn: '2026-06-01', kept: null },
    ])
    const [old, late] = files.map(({ id }) => id)
    const reason = 'Bản nháp, đã có bản chính'
    const tooLate = await refusal('safety.purgeFiles', { ids: [old, late], days: 90, reason })
    expect(tooLate).toMatchObject({ code: 'call.refused', message: expect.stringContaining('chưa quá 90 ngày') })
    expect((await refusal('safety.purgeFiles', { ids: [old], days: 90, reason: ' ' })).fields[0]?.path).toBe('reason')
    expect(await ask('safety.removedFiles', {})).toHaveLength(2)

    const done = await ask('safety.purgeFiles', { ids: [old ?? 0], days: 90, reason })
    expect(done.freed).toBe(500_009)
    expect(done.sizeBefore - done.sizeAfter).toBeGreaterThan(450_000)
    expect(fs.statSync(file).size).toBe(done.sizeAfter)
    expect(await ask('safety.removedFiles', {})).toMatchObject([{ fileName: 'moi.pdf' }])
    expect((await ask('safety.check', {})).findings).toEqual([])
    // Who, when and why stands in the journal; the bin says in words that the bytes are gone.
    const { entries } = await ask('history.journal', { from: '2026-06-20', to: '2026-06-20' })
    expect(entries[0]?.what).toBe('Dọn tệp đính kèm đã xóa: cu.pdf')
    const { changes } = await ask('history.changes', { commandId: entries[0]?.commandId ?? 0 })
    expect(changes.map(({ after }) => after).join()).toContain(reason)
    const bin = await ask('history.bin', {})
    const gone = bin.find(({ title }) => title === 'cu.pdf')
    expect((await refusal('history.restore', { commandId: gone?.commandId })).message).toContain('không còn được giữ')
    // The copy taken before still has them.
    await ask('safety.restore', { fileName: done.backup })
    await ask('history.restore', { commandId: gone?.commandId ?? 0 })
    expect((await ask('archive.attachments', owner)).map(({ fileName }) => fileName)).toEqual(['cu.pdf'])
  })

  it('stay where they were among the papers of a closed year', async () => {
    const program = start()
    const { ask, refusal, clock } = program
    await ask('files.createSample', { path: program.file })
    const [project] = (await ask('projects.list', { year: 2022 })).rows
    const owner = { ownerKind: 'project', ownerId: project?.id ?? 0 } as const
    const { id } = await ask('archive.attach', { ...owner, fileName: 'to-trinh.pdf', base64: bytes(3) })
    await ask('archive.removeAttachment', { id })
    await ask('history.lockYear', { year: 2022, note: 'Đã quyết toán' })
    clock.day = '2027-06-20'
    const [file] = await ask('safety.removedFiles', {})
    expect(file?.kept).toBe('thuộc năm đã khóa sổ')
    const refused = await refusal('safety.purgeFiles', { ids: [file?.id], days: 90, reason: 'Dọn' })
    expect(refused.message).toContain('thuộc năm đã khóa sổ nên được giữ lại')
  })
})
