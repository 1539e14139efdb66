// Lets every single file operation of what moves whole files fail, one after the other, with each kind of fault: the original stays
// as it was, the words are the program's own, nothing unfinished stays, and the same work succeeds once the fault is gone.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { backupFolderOf, readBackupName } from '../../electron/database/backups/backupFolder'
import { inspectCopy } from '../../electron/database/backups/inspect'
import { answerOf } from '../support/answers'
import { fileOf, makeTemplate, type Work, works } from './faultWorks'
import { type Fault, faults, faultyFiles } from './faultyFiles'
import { type Figures, Tally } from './figures'
import { soakProgram } from './paths'

/** What lies about unfinished, anywhere under the folder. */
function unfinishedIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.tmp(-journal)?$/.test(entry.name))
    .map((entry) => entry.name)
}

const hashOfFile = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

function brokenCopies(file: string): string[] {
  const folder = backupFolderOf(file)
  if (!fs.existsSync(folder)) return []
  const copies = fs.readdirSync(folder).filter((name) => readBackupName(name) !== null)
  return copies.filter((name) => !inspectCopy(path.join(folder, name)).ok)
}

/** Enough that nothing has so many operations; a work that never comes to its end would go on for ever. */
const mostOperations = 300

interface Round {
  readonly work: Work
  readonly fault: Fault
  readonly n: number
}

/** @returns whether there were so many operations */
async function oneRound({ work, fault, n }: Round, template: string, folder: string, tally: Tally, failures: string[]) {
  const home = path.join(folder, 'cho')
  fs.cpSync(template, home, { recursive: true })
  const file = fileOf(work, home)
  const faulty = faultyFiles()
  const program = soakProgram(folder, { fileSystem: faulty.files, backups: 'script' })
  const place = { program, faulty, folder: home }
  let failed: string | null = null
  const broken = (what: string) => failures.push(`${work.name}, ${fault} ở thao tác ${n} (${failed}): ${what}`)
  try {
    if (work.open) await answerOf(program, 'files.open', { path: file })
    await work.before?.(place)
    const content = work.content ?? hashOfFile
    const [was, kept] = [content(file), work.keeps?.(place)]
    faulty.failAt(n, fault)
    const problem = await work.run(place)
    failed = faulty.failed()
    faulty.failAt(null, fault)
    if (failed === null) return false
    tally.add(`lỗi cố ý khi ${work.name}`)
    tally.add(problem === null ? 'vẫn làm xong' : 'từ chối bằng lời, bản gốc y nguyên')
    if (problem?.code === 'internal') broken('lỗi ngoài dự kiến')
    if (problem !== null && content(file) !== was) broken('tệp dữ liệu đã đổi dù bị từ chối')
    if (problem !== null && work.keeps?.(place) !== kept) broken('tệp ra đã đổi dù bị từ chối')
    const state = work.broken?.(place) ?? null
    if (state !== null) broken(state)
    const unfinished = unfinishedIn(home)
    if (unfinished.length > 0 && !failed.startsWith('rm')) broken(`còn sót ${unfinished.join(', ')}`)
    for (const name of brokenCopies(file)) broken(`bản sao lưu dở dang: ${name}`)
    if (problem === null) return true
    const again = await work.run(place)
    if (again !== null) broken(`làm lại không được: ${again.message}`)
    // What could not be removed when the disk failed goes once it is old.
    else if (unfinishedIn(home).length > unfinished.length)
      broken(`làm lại xong còn sót ${unfinishedIn(home).join(', ')}`)
    return true
  } finally {
    await program.close()
    if (failed !== null && !inspectCopy(file).ok) broken('tệp dữ liệu hỏng')
    fs.rmSync(home, { recursive: true })
  }
}

export async function soakFaults(folder: string, step: number): Promise<Figures> {
  const tally = new Tally()
  const failures: string[] = []
  const template = path.join(folder, 'mau')
  fs.mkdirSync(template)
  await makeTemplate(template)
  // Where some are left out, each fault leaves out others.
  for (const [index, work] of works.entries())
    for (const [which, fault] of faults.entries())
      for (let n = 1 + ((index + which) % step); n < mostOperations; n += step)
        if (!(await oneRound({ work, fault, n }, template, folder, tally, failures))) break
  return { name: 'Từng thao tác tệp bị lỗi: hết chỗ, cấm, lỗi đĩa, bận', rows: tally.rows(), failures }
}
