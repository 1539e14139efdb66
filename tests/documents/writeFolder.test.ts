// The dossier as a real folder: whole with its files, or nothing of it; never over a folder that is there.
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { machineFiles } from '../../electron/database/fileSystem'
import { windowsName, writeFolder } from '../../electron/documents/writeFolder'
import type { CallOutput } from '../../shared/contract/index'
import { faults, faultyFiles } from '../soak/faultyFiles'
import { carriedProject } from '../support/carriedProject'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'

type Started = CallOutput<'documents', 'startDossierFolder'>
type Progress = CallOutput<'documents', 'dossierProgress'>
type Written = CallOutput<'documents', 'writeDossier'>

const contents = [
  { name: '01-đề án.pdf', bytes: Buffer.from('một'.repeat(999)) },
  { name: '02-trống.docx', bytes: new Uint8Array() },
  { name: '03-hợp đồng.pdf', bytes: Buffer.from('ba') },
]
const going = () => new AbortController().signal

function expectWhole(folder: string): void {
  expect(fs.readdirSync(folder).sort()).toEqual(contents.map(({ name }) => name))
  for (const { name, bytes } of contents)
    expect(Buffer.compare(fs.readFileSync(path.join(folder, name)), bytes), name).toBe(0)
}

describe('a folder of files', () => {
  const temp = tempFolders()

  it('is written whole beside one of the same name, which stays as it was', async () => {
    const parent = temp()
    fs.mkdirSync(path.join(parent, 'ho-so-A'))
    fs.writeFileSync(path.join(parent, 'ho-so-A', 'của tôi.txt'), 'giữ')
    fs.writeFileSync(path.join(parent, 'ho-so-A (2)'), 'một tệp')
    const place = { files: machineFiles, parent }
    expect(await writeFolder(place, 'ho-so-A', contents, going())).toBe(path.join(parent, 'ho-so-A (3)'))
    expectWhole(path.join(parent, 'ho-so-A (3)'))
    expect(fs.readdirSync(path.join(parent, 'ho-so-A'))).toEqual(['của tôi.txt'])
    expect(fs.readdirSync(parent).sort()).toEqual(['ho-so-A', 'ho-so-A (2)', 'ho-so-A (3)'])
  })

  it.each(faults)('is there whole or not at all when any one file operation ends in %s', async (fault) => {
    const { files, failAt, failed } = faultyFiles()
    const refused: string[] = []
    for (let n = 1; ; n += 1) {
      const parent = temp()
      failAt(n, fault)
      const made = await writeFolder({ files, parent }, 'ho-so-A', contents, going()).catch((error: unknown) => {
        expect(error, `operation ${n}`).toMatchObject({ name: 'Refusal' })
        return null
      })
      const struck = failed()
      failAt(null, fault)
      if (made === null) {
        expect(fs.readdirSync(parent), `operation ${n}, ${struck}`).toEqual([])
        refused.push(struck ?? '')
      } else {
        expect(fs.readdirSync(parent), `operation ${n}, ${struck}`).toEqual(['ho-so-A'])
        expectWhole(made)
      }
      if (struck === null) break
    }
    const perFile = ['open', 'writeFile', 'sync', 'close']
    expect(refused).toEqual(['mkdir', ...contents.flatMap(() => perFile), 'access', 'rename'])
  })

  it('leaves nothing when it is cancelled before any one file operation', async () => {
    for (let n = 1; ; n += 1) {
      const parent = temp()
      const cancel = new AbortController()
      let calls = 0
      // Cancelled just as the nth operation begins, the last being the sync of the parent under the new name.
      const files = new Proxy(machineFiles, {
        get: (target, key) => {
          const own: unknown = Reflect.get(target, key)
          if (typeof own !== 'function') return own
          return (...args: unknown[]): unknown => {
            calls += 1
            if (calls === n) cancel.abort()
            return own.apply(target, args)
          }
        },
      })
      const made = await writeFolder({ files, parent }, 'ho-so-A', contents, cancel.signal).catch(() => null)
      if (!cancel.signal.aborted) {
        expect(made).toBe(path.join(parent, 'ho-so-A'))
        expect(n).toBeGreaterThan(contents.length + 3)
        break
      }
      expect(made, `operation ${n}`).toBeNull()
      expect(fs.readdirSync(parent), `operation ${n}`).toEqual([])
    }
  })

  it('has a name Windows takes, whatever the code of the đề án', () => {
    for (const device of ['CON', 'nul', 'Com1', 'lpt9', 'aux.A', 'prn'])
      expect(windowsName(device), device).toBe(`_${device}`)
    expect(windowsName('ho-so-ĐA/01:2027.', '.pdf')).toBe('ho-so-ĐA-01-2027.pdf')
    expect(windowsName('...')).toBe('ho-so')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = windowsName(text)
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+$/u)
        expect(name).not.toMatch(/[. ]$/u)
        expect(name).toBe(name.normalize('NFC'))
        expect([...name].length).toBeLessThanOrEqual(81)
      }),
    )
  })
})

describe('the dossier of a đề án as a folder', () => {
  const openSample = samplePrograms('2023-12-20')
  const temp = tempFolders()

  it('holds the numbered files, and the second one stands beside the first', async () => {
    const program = await openSample()
    const { id } = await carriedProject(program)
    const folder = temp()
    const input = { projectId: id, stage: 'settlement', formats: ['docx', 'pdf'], folder }
    const first = await answerOf<Written>(program, 'documents.writeDossier', input)
    expect(path.dirname(first.folder)).toBe(folder)
    expect(path.basename(first.folder)).toMatch(/^ho-so-.*-quyet-toan$/)
    expect(fs.readdirSync(first.folder).sort()).toEqual([...first.files].sort())
    expect(first.files).toHaveLength(2 * first.papers)
    expect(first.files[0]).toMatch(/^01-bien-ban-thanh-ly-.*\.docx$/)
    for (const name of first.files) {
      const head = fs.readFileSync(path.join(first.folder, name)).subarray(0, 4).toString('latin1')
      expect(head, name).toBe(name.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004')
    }
    const second = await answerOf<Written>(program, 'documents.writeDossier', input)
    expect(second.folder).toBe(`${first.folder} (2)`)
    expect(fs.readdirSync(folder)).toHaveLength(2)
  })

  it('is refused in words where there is no such folder, or it is a file', async () => {
    const program = await openSample()
    const { id } = await carriedProject(program)
    const folder = temp()
    const file = path.join(folder, 'a.txt')
    fs.writeFileSync(file, 'a')
    const ask = (place: string) => refusalOf(program, 'documents.writeDossier', { projectId: id, folder: place })
    expect(await ask(path.join(folder, 'không có'))).toMatchObject({ code: 'file.missing' })
    expect(await ask(file)).toMatchObject({ code: 'call.refused' })
    expect(fs.readdirSync(folder)).toEqual(['a.txt'])
  })

  it('is counted while it is made and says where it lies; cancelled, it leaves nothing', async () => {
    const program = await openSample()
    const { id } = await carriedProject(program)
    const folder = temp()
    const input = { projectId: id, stage: 'inspection', folder }
    const cancelled = await answerOf<Started>(program, 'documents.startDossierFolder', input)
    await answerOf(program, 'documents.cancelDossier', { job: cancelled.job })
    const { job, total } = await answerOf<Started>(program, 'documents.startDossierFolder', input)
    let now: Progress
    do {
      now = await answerOf<Progress>(program, 'documents.dossierProgress', { job })
      await new Promise((resolve) => setImmediate(resolve))
    } while (now.state === 'running')
    expect(now).toMatchObject({ state: 'done', done: total, message: '' })
    expect(fs.readdirSync(now.folder ?? '')).toHaveLength(total)
    expect(fs.readdirSync(folder)).toEqual([path.basename(now.folder ?? '')])
    expect(await refusalOf(program, 'documents.dossierFile', { job })).toMatchObject({ code: 'step.not-allowed' })
    const left = await answerOf<Progress>(program, 'documents.dossierProgress', { job: cancelled.job })
    expect(left).toMatchObject({ state: 'cancelled', folder: null })
  })
})
