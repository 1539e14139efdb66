// A file from an older program, opened through the program: upgraded off the calls' thread, beside a copy that can be restored.
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../electron/database/backups/backupFolder'
import { lockFileOf } from '../../electron/database/lockRecord'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'
import { createProgram, type Program } from '../../electron/program'
import { type FileWork, inProcessFileWork } from '../../electron/program/safety/fileWork'
import { asked } from '../support/openProgram'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

function start(fileWork: FileWork = inProcessFileWork()) {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
    log: () => undefined,
    fileWork,
    checkOutput: true,
  })
  open.push(program)
  return asked(program)
}

/** As the program of version 12 left it, with a plan in it. */
function olderFile(damage = ''): string {
  const file = path.join(folder(), 'cu.skc')
  const db = new Database(file)
  applyPragmas(db)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, migrations.slice(0, 12))
  db.exec(`
    INSERT INTO command (at, actor, host, name) VALUES ('2026-01-01T00:00:00Z', 'Bình', 'may', 'test');
    INSERT INTO plan (year, programme) VALUES (2026, 'local');
    ${damage}
  `)
  db.close()
  return file
}

const versionOf = (file: string) => {
  const db = new Database(file, { readonly: true })
  const version = db.pragma('user_version', { simple: true })
  db.close()
  return version
}

describe('opening a file from an older program', () => {
  it('upgrades it where whole files are worked on, and lists what it was among the backups', async () => {
    const real = inProcessFileWork()
    const tasks: string[] = []
    const { ask } = start({
      run: (task) => {
        tasks.push(task.kind)
        return real.run(task)
      },
      close: real.close,
    })
    const file = olderFile()
    const { file: opened } = await ask('files.open', { path: file })
    expect(opened.schemaVersion).toBe(migrations.length)
    expect(tasks).toEqual(['upgrade'])
    const { backups } = await ask('safety.backups', {})
    expect(backups).toMatchObject([{ reason: 'before-upgrade', counts: { plans: 1 } }])
    expect((await ask('plans.get', { year: 2026, programme: 'local' })).items).toEqual([])
    // And back again: restored, it is upgraded once more.
    await ask('safety.restore', { fileName: backups[0]?.fileName ?? '' })
    expect(tasks.filter((kind) => kind === 'upgrade')).toHaveLength(2)
  })

  it('puts it back and says so when the upgrade fails', async () => {
    const { refusal, ask } = start()
    const file = olderFile('CREATE TABLE contract (id INTEGER PRIMARY KEY) STRICT;')
    const refused = await refusal('files.open', { path: file })
    expect(refused.code).toBe('file.migration-failed')
    expect(refused.message).toMatch(/nâng cấp/)
    expect(versionOf(file)).toBe(12)
    const db = new Database(file, { readonly: true })
    expect(db.prepare('SELECT year FROM plan').pluck().all()).toEqual([2026])
    db.close()
    expect(fs.readdirSync(backupFolderOf(file)).filter((name) => name.includes('truoc-nang-cap'))).toHaveLength(1)
    expect(await ask('files.current', {})).toEqual({ file: null })
  })

  it('leaves alone what another machine works on right now', async () => {
    const { refusal } = start()
    const file = olderFile()
    fs.writeFileSync(
      lockFileOf(file),
      JSON.stringify({ host: 'PC-02', user: 'lan', since: '2026-11-21 08:15:00', pid: 1, key: 'x' }),
    )
    expect((await refusal('files.open', { path: file })).message).toContain('máy PC-02, người dùng lan')
    expect(versionOf(file)).toBe(12)
    expect(fs.existsSync(backupFolderOf(file))).toBe(false)
  })
})
