// What a power cut leaves unfinished is removed by the next work at that place: only what this program wrote, only when old.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { machineFiles } from '../../electron/database/fileSystem'
import { clearLeftovers, passingName } from '../../electron/database/passingFiles'
import { writeFolder } from '../../electron/documents/writeFolder'
import { writeFileWhole } from '../../electron/hosting/atomicFile'
import { asked } from '../support/openProgram'
import { samplePrograms } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'

const temp = tempFolders()
const hour = 3_600_000

function age(file: string, milliseconds: number): void {
  const then = new Date(Date.now() - milliseconds)
  fs.utimesSync(file, then, then)
}

/** As a cut leaves them: a file, and a folder with the papers that were done. */
function leave(folder: string, milliseconds = 2 * hour): { file: string; dossier: string } {
  const file = path.join(folder, passingName('ke-hoach.xlsx'))
  fs.writeFileSync(file, 'nửa tệp')
  const dossier = path.join(folder, passingName('ho-so-KC-01'))
  fs.mkdirSync(dossier)
  fs.writeFileSync(path.join(dossier, '01-to-trinh.docx'), 'a')
  for (const left of [file, dossier]) age(left, milliseconds)
  return { file, dossier }
}

describe('what was left unfinished', () => {
  it('goes when it is old, the file and the folder with its files', async () => {
    const folder = temp()
    leave(folder)
    await clearLeftovers(machineFiles, folder)
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('stays while somebody may still be writing it, and under a clock that cannot be right', async () => {
    const folder = temp()
    leave(folder, hour / 2)
    leave(folder, -30 * 24 * hour)
    await clearLeftovers(machineFiles, folder)
    expect(fs.readdirSync(folder)).toHaveLength(4)
  })

  it('is never what another program or a person named, however alike and old', async () => {
    const folder = temp()
    const names = [
      'ke-hoach.xlsx.1f2e3d4c.skc.tmp',
      '.ke-hoach.xlsx.tmp',
      '.ke-hoach.xlsx.1f2e3d4c.tmp',
      '.ke-hoach.xlsx.1f2e3d4.skc.tmp',
      '.ke-hoach.xlsx.1F2E3D4C.skc.tmp.xlsx',
      '~$ke-hoach.xlsx',
      'so.skc',
      'so.skc-journal',
    ]
    for (const name of names) {
      fs.writeFileSync(path.join(folder, name), '')
      age(path.join(folder, name), 1_000 * hour)
    }
    const filed = path.join(folder, passingName('ho-so'))
    fs.mkdirSync(path.join(filed, 'của tôi'), { recursive: true })
    age(filed, 2 * hour)
    const elsewhere = temp()
    fs.writeFileSync(path.join(elsewhere, 'giữ.txt'), 'a')
    const link = path.join(folder, passingName('ho-so'))
    fs.symlinkSync(elsewhere, link)
    fs.lutimesSync(link, 0, 0)
    age(elsewhere, 2 * hour)
    await clearLeftovers(machineFiles, folder)
    expect(fs.readdirSync(elsewhere)).toEqual(['giữ.txt'])
    expect(fs.readdirSync(folder)).toEqual(expect.arrayContaining([...names, path.basename(filed)]))
  })

  it('is removed by the next file and the next dossier written there', async () => {
    const exported = temp()
    const left = leave(exported)
    await writeFileWhole(path.join(exported, 'a.xlsx'), Buffer.from('a'))
    expect(fs.readdirSync(exported)).toEqual(['a.xlsx'])
    expect(fs.existsSync(left.dossier)).toBe(false)
    const printed = temp()
    leave(printed)
    const contents = [{ name: '01.pdf', bytes: Buffer.from('a') }]
    await writeFolder({ files: machineFiles, parent: printed }, 'ho-so', contents, new AbortController().signal)
    expect(fs.readdirSync(printed)).toEqual(['ho-so'])
  })
})

describe('opening a data file', () => {
  const openSample = samplePrograms('2023-12-20')

  it('removes what was left beside it, such as a restore that was cut off', async () => {
    const program = asked(await openSample())
    const { file } = await program.ask('files.current', {})
    const opened = file?.path ?? ''
    await program.ask('files.close', {})
    const cut = path.join(path.dirname(opened), passingName(path.basename(opened)))
    fs.copyFileSync(opened, cut)
    age(cut, 2 * hour)
    await program.ask('files.open', { path: opened })
    await expect.poll(() => fs.existsSync(cut)).toBe(false)
    expect(fs.existsSync(opened)).toBe(true)
  })

  it('and copying to the second place removes what an earlier copying left there', async () => {
    const program = asked(await openSample())
    const place = temp()
    await program.ask('safety.setSecondPlace', { folder: place })
    await program.ask('safety.copyToSecondPlace', {})
    const [folder = ''] = fs.readdirSync(place)
    const cut = path.join(place, folder, passingName('so.skc'))
    fs.writeFileSync(cut, 'nửa bản')
    age(cut, 2 * hour)
    await program.ask('safety.copyToSecondPlace', {})
    expect(fs.existsSync(cut)).toBe(false)
  })
})
