// A clock that goes back, as one with an empty battery does, or leaps ahead: no copy is lost, no order of work changes, no wait is
// cut short, and the officer is told.
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../electron/database/backups/backupFolder'
import { createProgram, type Program } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { asked, type OpenProgram } from '../support/openProgram'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const running: Program[] = []
afterEach(async () => {
  for (const program of running.splice(0)) await program.close()
})

let now = ''

function start(backups: 'window' | 'only-when-asked' = 'only-when-asked'): OpenProgram {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => now.slice(0, 10), instant: () => new Date(now).toISOString() },
    log: () => undefined,
    checkOutput: true,
    backups,
  })
  running.push(program)
  return asked(program)
}

async function newFile(program: OpenProgram): Promise<string> {
  const file = path.join(folder(), 'so.skc')
  await program.ask('files.create', { path: file })
  return file
}

const add = ({ ask }: OpenProgram, name: string) =>
  ask('establishments.save', { id: null, rowVersion: null, establishment: { ...blankEstablishment, name } })

describe('a clock set back by years', () => {
  it('costs no copy, and the copy just taken is there and can be gone back to', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    const file = await newFile(program)
    for (const day of ['2026-11-01', '2026-11-20', '2026-11-21']) {
      now = `${day}T08:00:00`
      await add(program, `Cơ sở ${day}`)
      await program.ask('safety.backUp', { label: day })
    }
    const before = fs.readdirSync(backupFolderOf(file)).filter((name) => name.endsWith('.skc'))
    now = '2019-01-01T00:05:00'
    await add(program, 'Sau khi hết pin')
    const { backup } = await program.ask('safety.backUp', { label: '' })
    const after = fs.readdirSync(backupFolderOf(file)).filter((name) => name.endsWith('.skc'))
    expect(after).toEqual(expect.arrayContaining([...before, backup.fileName]))
    await add(program, 'Thừa')
    await program.ask('safety.restore', { fileName: backup.fileName })
    const { rows } = await program.ask('establishments.list', {})
    expect(rows.map((row) => row.name)).toContain('Sau khi hết pin')
    expect(rows).toHaveLength(4)
  })

  it('still copies what was saved, on closing, though the newest copy seems to be of another year', async () => {
    now = '2026-11-21T08:00:00'
    const program = start('window')
    const file = await newFile(program)
    await add(program, 'Một')
    await program.ask('files.close', {})
    now = '2019-01-01T00:05:00'
    await program.ask('files.open', { path: file })
    await add(program, 'Hai')
    await program.ask('files.close', {})
    const { backups } = await program.ask('safety.backups', { path: file })
    expect(backups.map((one) => one.counts?.establishments)).toEqual(expect.arrayContaining([1, 2]))
  })

  it('leaves the order of the work, its undo and its check as they were', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    await newFile(program)
    await add(program, 'Một')
    now = '2019-01-01T00:05:00'
    await add(program, 'Hai')
    await program.ask('history.undo', {})
    const { rows } = await program.ask('establishments.list', {})
    expect(rows.map((row) => row.name)).toEqual(['Một'])
    expect(await program.ask('safety.check', {})).toMatchObject({ ok: true, findings: [] })
  })

  it('does not shorten the wait after wrong secrets, and does not make it last for years', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    await newFile(program)
    await program.ask('people.setUp', { name: 'An', secret: 'mat-khau-that-dai-7391' })
    await program.ask('people.signOut', {})
    const [person] = (await program.ask('people.current', {})).people
    const wrong = () => program.refusal('people.signIn', { id: person?.id ?? 0, secret: '000000' })
    let refusal = await wrong()
    for (let time = 0; time < 20 && refusal.code !== 'signin.wait'; time += 1) refusal = await wrong()
    expect(refusal.code).toBe('signin.wait')
    now = '2019-01-01T00:05:00'
    expect((await wrong()).code).toBe('signin.wait')
    now = '2019-01-03T00:05:00'
    const right = { id: person?.id ?? 0, secret: 'mat-khau-that-dai-7391' }
    expect((await program.program.call('people.signIn', right)).ok).toBe(true)
  })
})

describe('a clock that leaps ahead by ten years and is set right again', () => {
  /** Three days of work with a copy before something risky, then a day of 2036, then the right day again. */
  async function leapt() {
    now = '2026-11-18T08:00:00'
    const program = start()
    const file = await newFile(program)
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      now = `${day}T08:00:00`
      await add(program, `Cơ sở ${day}`)
      await program.ask('safety.backUp', { label: '' })
      fs.renameSync(...manualAs(file, 'truoc-nhap'))
    }
    const before = copiesOf(file)
    now = '2036-11-21T08:00:00'
    await add(program, 'Năm 2036')
    await program.ask('safety.backUp', { label: '' })
    fs.renameSync(...manualAs(file, 'dinh-ky'))
    now = '2026-11-21T08:00:00'
    await add(program, 'Đúng ngày')
    const { backup } = await program.ask('safety.backUp', { label: '' })
    return { program, file, before, backup }
  }

  const copiesOf = (file: string) => fs.readdirSync(backupFolderOf(file)).filter((name) => name.endsWith('.skc'))

  /** As if the newest copy, of today, had been taken for another reason: one that is not kept for ever. */
  function manualAs(file: string, slug: string): [string, string] {
    const name = copiesOf(file).find((one) => one.endsWith('.thu-cong.skc')) ?? ''
    const place = (one: string) => path.join(backupFolderOf(file), one)
    return [place(name), place(name.replace('thu-cong', slug))]
  }

  it('costs no copy, not even one that only stays for a while', async () => {
    const { file, before } = await leapt()
    expect(copiesOf(file)).toEqual(expect.arrayContaining(before))
    expect(before).toHaveLength(3)
  })

  it('does not let the copy of 2036 pass for the newest, here or in the second place', async () => {
    const { program, backup } = await leapt()
    expect((await program.ask('safety.status', {})).newest?.fileName).toBe(backup.fileName)
    const { backups } = await program.ask('safety.backups', {})
    expect(backups[0]?.fileName).toBe(backup.fileName)
    expect(backups.at(-1)?.takenAt).toContain('2036')
    await program.ask('safety.setSecondPlace', { folder: folder() })
    const { fileName } = await program.ask('safety.copyToSecondPlace', {})
    expect(fileName).toContain('.20261121-')
  })

  it('copies at the first opening of a day, not at each', async () => {
    const { program, file } = await leapt()
    await program.ask('files.close', {})
    const again = start('window')
    for (let time = 0; time < 3; time += 1) {
      await again.ask('files.open', { path: file })
      await again.ask('files.close', {})
    }
    expect(copiesOf(file).filter((name) => name.includes('.20261121-'))).toHaveLength(1)
  })

  it('keeps a closed year closed, before and after', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    await newFile(program)
    const receive = (year: number) =>
      program.program.call('establishments.saveNeed', {
        id: null,
        rowVersion: null,
        need: { ...need, year, receivedOn: `${year}-02-01` },
      })
    await program.ask('history.lockYear', { year: 2025, note: '' })
    for (const day of ['2036-11-21', '2026-10-21']) {
      now = `${day}T08:00:00`
      expect(await receive(2025)).toMatchObject({ ok: false, error: { code: 'year.locked' } })
    }
    expect(await program.ask('history.years', {})).toMatchObject([{ year: 2025, unlockedOn: null }])
    await program.ask('history.unlockYear', { year: 2025, reason: 'Kiểm toán' })
    expect((await receive(2025)).ok).toBe(true)
  })

  const need = {
    establishmentId: null,
    asker: 'Bà A',
    contentGroup: 'ND3',
    subContent: null,
    activity: 'Máy sấy',
    totalInvestment: null,
    wishedSupport: null,
    note: '',
  }

  it('gives each number of a register once, and goes on in the right year where it was', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    await program.ask('files.createSample', { path: path.join(folder(), 'mau.skc') })
    const projectId = (await program.ask('projects.list', {})).rows[0]?.id ?? 0
    const issue = async () => {
      const day = now.slice(0, 10)
      const order = { form: 'project-proposal', projectId, date: day, number: null, symbol: 'TTr', recipients: '' }
      return (await program.ask('archive.issue', order)).fullNumber
    }
    const numbers = [await issue()]
    for (const day of ['2026-10-21', '2036-11-21', '2026-11-22']) {
      now = `${day}T08:00:00`
      numbers.push(await issue())
    }
    expect(numbers).toEqual(['01/TTr', '02/TTr', '01/TTr', '03/TTr'])
  })

  it('tells what is due by the day it is, and remembers nothing of the other day', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    await program.ask('files.createSample', { path: path.join(folder(), 'mau.skc') })
    const board = () => program.ask('programmes.deadlines', {})
    const before = await board()
    now = '2036-11-21T08:00:00'
    expect(await board()).not.toEqual(before)
    now = '2026-10-21T08:00:00'
    await board()
    now = '2026-11-21T08:00:00'
    expect(await board()).toEqual(before)
  })
})

describe('a journal written while the clock went back', () => {
  it('tells the work in the order in which it was done', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    await newFile(program)
    const { id } = await add(program, 'Một')
    const days = ['2026-10-21', '2036-01-01', '2026-11-22']
    for (const [index, day] of days.entries()) {
      now = `${day}T08:00:00`
      const establishment = { ...blankEstablishment, name: `Lần ${index + 2}` }
      await program.ask('establishments.save', { id, rowVersion: index + 1, establishment })
    }
    const { entries } = await program.ask('history.journal', { from: '2000-01-01', to: '2100-01-01' })
    expect(entries.map(({ at }) => new Date(at).getFullYear())).toEqual([2026, 2036, 2026, 2026])
    const told = await program.ask('history.ofRecord', { record: { kind: 'establishment', id } })
    expect(told.entries.map(({ commandId }) => commandId)).toEqual(
      [...told.entries.map(({ commandId }) => commandId)].sort((a, b) => b - a),
    )
    expect(await program.ask('safety.check', {})).toMatchObject({ ok: true })
  })
})

describe('a clock that is behind', () => {
  it('is told of when the file is opened and in the list of things to do, until it is right', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    const file = await newFile(program)
    await add(program, 'Một')
    await program.ask('files.close', {})
    now = '2026-10-21T08:00:00'
    const { file: opened } = await program.ask('files.open', { path: file })
    const words = 'máy đang ghi ngày 21/10/2026, nhưng trong tệp có việc đã lưu lúc 08:00 ngày 21/11/2026'
    expect(opened.warnings).toEqual([expect.stringContaining(words)])
    expect((await program.ask('safety.status', {})).reminders).toEqual(['clock-behind'])
    // One more piece of work under the wrong clock does not make it right.
    await add(program, 'Hai')
    expect((await program.ask('safety.status', {})).reminders).toEqual(['clock-behind'])
    now = '2026-11-21T08:01:00'
    expect((await program.ask('safety.status', {})).reminders).toEqual([])
  })

  it('is not told of for what a network sets right, nor for years after it ran ahead once', async () => {
    now = '2026-11-21T08:00:00'
    const program = start()
    const file = await newFile(program)
    now = '2026-11-21T07:55:00'
    await program.ask('files.close', {})
    expect((await program.ask('files.open', { path: file })).file.warnings).toEqual([])
    now = '2036-11-21T08:00:00'
    await add(program, 'Năm 2036')
    now = '2026-11-22T08:00:00'
    expect((await program.ask('safety.status', {})).reminders).toContain('clock-behind')
    for (let count = 0; count < 200; count += 1) await add(program, `Cơ sở ${count}`)
    expect((await program.ask('safety.status', {})).reminders).not.toContain('clock-behind')
  })
})
