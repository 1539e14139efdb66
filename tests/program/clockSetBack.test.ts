// A clock that goes back, as one with an empty battery does: no copy is lost, no order of work changes, no wait is cut short.
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
