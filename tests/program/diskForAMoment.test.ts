// A disk, a share or a virus scanner that fails for a moment and is well again: nothing is forgotten or given up for that.
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../electron/database/backups/backupFolder'
import { type FileSystem, machineFiles } from '../../electron/database/fileSystem'
import { createProgram, type Program } from '../../electron/program'
import { asked, type OpenProgram } from '../support/openProgram'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const running: Program[] = []
afterEach(async () => {
  for (const program of running.splice(0)) await program.close()
})

function start(fileSystem: FileSystem): OpenProgram {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
    log: () => undefined,
    checkOutput: true,
    fileSystem,
  })
  running.push(program)
  return asked(program)
}

const busy = () => Object.assign(new Error('EBUSY'), { code: 'EBUSY', syscall: 'open' })

async function newFile(program: OpenProgram): Promise<string> {
  const file = path.join(folder(), 'so.skc')
  await program.ask('files.create', { path: file })
  return file
}

describe('a disk that fails for a moment', () => {
  it('while the list of backups is read costs neither the notes in it nor the second place', async () => {
    let failing = false
    const program = start({
      ...machineFiles,
      readFile: ((...args: Parameters<typeof machineFiles.readFile>) =>
        failing ? Promise.reject(busy()) : machineFiles.readFile(...args)) as typeof machineFiles.readFile,
    })
    await newFile(program)
    await program.ask('safety.setSecondPlace', { folder: folder() })
    await program.ask('safety.backUp', { label: 'Trước kiểm toán' })
    failing = true
    const { backup } = await program.ask('safety.backUp', { label: '' })
    failing = false
    const { backups } = await program.ask('safety.backups', {})
    expect(backups.map(({ label }) => label)).toContain('Trước kiểm toán')
    expect(backups.map(({ fileName }) => fileName)).toContain(backup.fileName)
    expect((await program.ask('safety.status', {})).secondPlace).not.toBeNull()
  })

  it('after a restore does not leave the officer without an open file', async () => {
    let failures = 0
    const program = start({
      ...machineFiles,
      rename: async (from, to) => {
        await machineFiles.rename(from, to)
        if (String(to).endsWith('so.skc')) failures = 2
      },
      now: {
        ...machineFiles.now,
        accessSync: (...args) => {
          if (failures > 0) {
            failures -= 1
            throw busy()
          }
          machineFiles.now.accessSync(...args)
        },
      },
    })
    await newFile(program)
    const { backup } = await program.ask('safety.backUp', { label: '' })
    failures = 0
    await program.ask('safety.restore', { fileName: backup.fileName })
    expect(failures).toBe(0)
    expect((await program.ask('files.current', {})).file).not.toBeNull()
  })

  it('never lets a damaged file be restored over unkept because it could not be seen', async () => {
    let hidden = ''
    const program = start({
      ...machineFiles,
      access: (place, mode) => (place === hidden ? Promise.reject(busy()) : machineFiles.access(place, mode)),
    })
    const file = await newFile(program)
    const { backup } = await program.ask('safety.backUp', { label: '' })
    await program.ask('files.close', {})
    fs.writeFileSync(file, 'hỏng')
    hidden = file
    const wish = { path: file, fileName: backup.fileName }
    expect((await program.refusal('safety.restore', wish)).code).toBe('file.busy')
    expect(fs.readFileSync(file, 'utf8')).toBe('hỏng')
    hidden = ''
    const { keptDamaged } = await program.ask('safety.restore', wish)
    expect(fs.readFileSync(keptDamaged ?? '', 'utf8')).toBe('hỏng')
    expect(fs.readdirSync(backupFolderOf(file)).some((name) => name.includes('.tmp'))).toBe(false)
  })
})
