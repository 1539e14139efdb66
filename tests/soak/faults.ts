// Lets every single file operation of what moves whole files fail, one after the other, with each kind of fault: the original stays
// as it was, the words are the program's own, nothing unfinished stays, and the same work succeeds once the fault is gone.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { backupFolderOf, readBackupName } from '../../electron/database/backups/backupFolder'
import { inspectCopy } from '../../electron/database/backups/inspect'
import { writeFileWhole } from '../../electron/hosting/atomicFile'
import type { Program } from '../../electron/program'
import { problemOf } from '../../electron/program/problems'
import type { Problem } from '../../shared/contract/errors'
import { answerOf } from '../support/answers'
import { type Fault, type FaultyFiles, faults, faultyFiles } from './faultyFiles'
import { type Figures, Tally } from './figures'
import { makeSample } from './kill'
import { soakProgram } from './paths'

interface Place {
  readonly program: Program
  readonly faulty: FaultyFiles
  readonly file: string
  readonly folder: string
}

interface Work {
  readonly name: string
  /** Once a round, with no fault. */
  readonly before?: (place: Place) => Promise<void>
  readonly run: (place: Place) => Promise<Problem | null>
  /** What a refusal must have left as it was, beside the data. */
  readonly keeps?: (place: Place) => string
}

async function ask(program: Program, name: string, input: unknown): Promise<Problem | null> {
  const result = await program.call(name, input)
  return result.ok ? null : result.error
}

const firstCopy = (file: string) =>
  fs
    .readdirSync(backupFolderOf(file))
    .filter((name) => readBackupName(name)?.reason === 'manual')
    .sort()[0] ?? ''

const outFile = (folder: string) => path.join(folder, 'ra', 'ke-hoach.xlsx')

/** As the shells save what the program made: over an earlier one. */
async function saveOut({ program, faulty, folder }: Place, call: string, input: unknown): Promise<Problem | null> {
  const { base64 } = await answerOf<{ base64: string }>(program, call, input)
  return writeFileWhole(outFile(folder), Buffer.from(base64, 'base64'), faulty.files).then(
    () => null,
    (error: unknown) => problemOf(error, () => undefined),
  )
}

const earlierOut = async ({ folder }: Place) => {
  fs.mkdirSync(path.dirname(outFile(folder)), { recursive: true })
  fs.writeFileSync(outFile(folder), 'bản trước')
}

const keepsOut = ({ folder }: Place) => fs.readFileSync(outFile(folder), 'utf8')

const works: readonly Work[] = [
  { name: 'sao lưu', run: ({ program }) => ask(program, 'safety.backUp', { label: '' }) },
  {
    name: 'phục hồi',
    before: async ({ program }) => void (await answerOf(program, 'projects.copy', { id: 1, toYear: 2023 })),
    run: ({ program, file }) => ask(program, 'safety.restore', { fileName: firstCopy(file) }),
  },
  { name: 'kiểm tra', run: ({ program }) => ask(program, 'safety.check', {}) },
  {
    name: 'nơi sao lưu thứ hai',
    before: async ({ folder }) => void fs.mkdirSync(path.join(folder, 'usb'), { recursive: true }),
    run: async ({ program, folder }) =>
      (await ask(program, 'safety.setSecondPlace', { folder: path.join(folder, 'usb') })) ??
      (await ask(program, 'safety.copyToSecondPlace', {})),
  },
  {
    name: 'nhập Excel',
    run: ({ program }) => {
      const base64 = fs.readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
      return ask(program, 'workbooks.runImport', { fileName: 'a.xlsx', base64, year: 2031 })
    },
  },
  {
    name: 'xuất Excel',
    before: earlierOut,
    run: (place) => saveOut(place, 'workbooks.exportPlan', { year: 2022, programme: 'national', format: 'xlsx' }),
    keeps: keepsOut,
  },
  {
    name: 'in bộ hồ sơ',
    before: earlierOut,
    run: (place) => saveOut(place, 'documents.render', { form: 'project-proposal', projectId: 1, format: 'docx' }),
    keeps: keepsOut,
  },
  { name: 'cứu dữ liệu', run: ({ program, file }) => ask(program, 'safety.rescue', { path: file }) },
  { name: 'gói hỗ trợ', run: ({ program }) => ask(program, 'support.bundle', {}) },
]

/** What lies about unfinished, anywhere under the folder. */
function unfinishedIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.tmp(-journal)?$/.test(entry.name))
    .map((entry) => entry.name)
}

const hashOfFile = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

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
  const file = path.join(home, 'so.skc')
  const faulty = faultyFiles()
  const program = soakProgram(folder, { fileSystem: faulty.files, backups: 'script' })
  const place = { program, faulty, file, folder: home }
  try {
    await answerOf(program, 'files.open', { path: file })
    await work.before?.(place)
    const [bytes, kept] = [hashOfFile(file), work.keeps?.(place)]
    faulty.failAt(n, fault)
    const problem = await work.run(place)
    const failed = faulty.failed()
    faulty.failAt(null, fault)
    if (failed === null) return false
    const broken = (what: string) => failures.push(`${work.name}, ${fault} ở thao tác ${n} (${failed}): ${what}`)
    tally.add(`lỗi cố ý khi ${work.name}`)
    tally.add(problem === null ? 'vẫn làm xong' : 'từ chối bằng lời, bản gốc y nguyên')
    if (problem?.code === 'internal') broken('lỗi ngoài dự kiến')
    if (problem !== null && hashOfFile(file) !== bytes) broken('tệp dữ liệu đã đổi dù bị từ chối')
    if (problem !== null && work.keeps?.(place) !== kept) broken('tệp ra đã đổi dù bị từ chối')
    const unfinished = unfinishedIn(home)
    if (unfinished.length > 0 && failed !== 'rm') broken(`còn sót ${unfinished.join(', ')}`)
    for (const name of fs.readdirSync(backupFolderOf(file)).filter((one) => readBackupName(one) !== null))
      if (!inspectCopy(path.join(backupFolderOf(file), name)).ok) broken(`bản sao lưu dở dang: ${name}`)
    if (problem === null) return true
    const again = await work.run(place)
    if (again !== null) broken(`làm lại không được: ${again.message}`)
    else if (unfinishedIn(home).length > 0) broken(`làm lại xong còn sót ${unfinishedIn(home).join(', ')}`)
    return true
  } finally {
    await program.close()
    if (!inspectCopy(file).ok) failures.push(`${work.name}, ${fault} ở thao tác ${n}: tệp dữ liệu hỏng`)
    fs.rmSync(home, { recursive: true })
  }
}

export async function soakFaults(folder: string, step: number): Promise<Figures> {
  const tally = new Tally()
  const failures: string[] = []
  const template = path.join(folder, 'mau')
  fs.mkdirSync(template)
  await makeSample(path.join(template, 'so.skc'), folder)
  const program = soakProgram(folder)
  await answerOf(program, 'files.open', { path: path.join(template, 'so.skc') })
  await answerOf(program, 'safety.backUp', { label: 'trước' })
  await program.close()
  // Where some are left out, each fault leaves out others.
  for (const [index, work] of works.entries())
    for (const [which, fault] of faults.entries())
      for (let n = 1 + ((index + which) % step); n < mostOperations; n += step)
        if (!(await oneRound({ work, fault, n }, template, folder, tally, failures))) break
  return { name: 'Từng thao tác tệp bị lỗi: hết chỗ, cấm, lỗi đĩa, bận', rows: tally.rows(), failures }
}
