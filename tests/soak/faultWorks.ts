// What is tried while the disk fails: all work that moves, makes or opens whole files.
import fs from 'node:fs'
import path from 'node:path'
import { backupFolderOf, readBackupName } from '../../electron/database/backups/backupFolder'
import { lockFileOf } from '../../electron/database/lockRecord'
import { writeFileWhole } from '../../electron/hosting/atomicFile'
import type { Program } from '../../electron/program'
import { problemOf } from '../../electron/program/problems'
import type { Problem } from '../../shared/contract/errors'
import { answerOf } from '../support/answers'
import type { FaultyFiles } from './faultyFiles'
import { makeSample } from './kill'
import { makeOlderFile, oldVersion } from './olderFile'
import { soakProgram } from './paths'
import { commandsIn } from './verify'

export interface Place {
  readonly program: Program
  readonly faulty: FaultyFiles
  readonly folder: string
}

export interface Work {
  readonly name: string
  /** The data file it is about, closed when it begins where not said otherwise. */
  readonly file?: string
  readonly open: boolean
  /** Once a round, with no fault. */
  readonly before?: (place: Place) => Promise<void>
  readonly run: (place: Place) => Promise<Problem | null>
  /** What a refusal must have left as it was, beside the data. */
  readonly keeps?: (place: Place) => string
  /** What is in the data file, where its bytes may change by right. */
  readonly content?: (file: string) => string
  /** What must hold whether it was refused or not; null: it does. */
  readonly broken?: (place: Place) => string | null
}

const dataFile = 'so.skc'
const olderFile = 'cu.skc'
const damagedFile = 'hong.skc'
export const fileOf = (work: Work, folder: string) => path.join(folder, work.file ?? dataFile)
const mainFile = ({ folder }: Place) => path.join(folder, dataFile)

async function ask(program: Program, name: string, input: unknown): Promise<Problem | null> {
  const result = await program.call(name, input)
  return result.ok ? null : result.error
}

const manualCopy = (file: string) =>
  fs
    .readdirSync(backupFolderOf(file))
    .filter((name) => readBackupName(name)?.reason === 'manual')
    .sort()[0] ?? ''

const outFile = ({ folder }: Place) => path.join(folder, 'ra', 'ke-hoach.xlsx')

/** As the shells save what the program made: over an earlier one. */
async function saveOut(place: Place, base64: string): Promise<Problem | null> {
  return writeFileWhole(outFile(place), Buffer.from(base64, 'base64'), place.faulty.files).then(
    () => null,
    (error: unknown) => problemOf(error, () => undefined),
  )
}

const saved = (name: string, call: string, input: unknown): Work => ({
  name,
  open: true,
  before: async (place) => {
    fs.mkdirSync(path.dirname(outFile(place)), { recursive: true })
    fs.writeFileSync(outFile(place), 'bản trước')
  },
  run: async (place) => {
    type Made = { base64: string } | { file: { base64: string } }
    const made = await answerOf<Made>(place.program, call, input)
    return saveOut(place, 'file' in made ? made.file.base64 : made.base64)
  },
  keeps: (place) => fs.readFileSync(outFile(place), 'utf8'),
})

const namesIn = (folder: string) => (fs.existsSync(folder) ? fs.readdirSync(folder).sort().join() : '')

const dossierFolder = ({ folder }: Place) => path.join(folder, 'in')

/** Whole or not there at all: nobody must take half a dossier for a whole one. */
function halfDossier(place: Place): string | null {
  const half = fs
    .readdirSync(dossierFolder(place))
    .find((name) => fs.readdirSync(path.join(dossierFolder(place), name)).length < 2)
  return half === undefined ? null : `bộ hồ sơ thiếu tệp: ${half}`
}

const newFile = ({ folder }: Place) => path.join(folder, 'moi.skc')

/** Somewhere its bytes are still all there. */
function lostDamaged({ folder }: Place): string | null {
  const file = path.join(folder, damagedFile)
  const bytes = damagedBytes()
  const kept = [file, ...fs.readdirSync(backupFolderOf(file)).map((name) => path.join(backupFolderOf(file), name))]
  return kept.some((one) => fs.existsSync(one) && fs.readFileSync(one).equals(bytes))
    ? null
    : 'tệp hỏng không được giữ lại'
}

function upgradedWithoutCopy({ folder }: Place): string | null {
  const file = path.join(folder, olderFile)
  // Of SQLite's file header: the file may be open.
  const upgraded = fs.readFileSync(file).readUInt32BE(60) > oldVersion
  return upgraded && !namesIn(backupFolderOf(file)).includes('truoc-nang-cap')
    ? 'đã nâng cấp mà không còn bản trước'
    : null
}

const damagedBytes = () => Buffer.alloc(40_000, 'hỏng')

/** The calls of a round begin in a folder like this one. */
export async function makeTemplate(folder: string): Promise<void> {
  const file = path.join(folder, dataFile)
  await makeSample(file, folder)
  // Long enough ago for what is removed to be cleared away.
  const clock = { today: () => '2023-01-10', instant: () => '2023-01-10T03:00:00.000Z' }
  const program = soakProgram(folder, { clock })
  await answerOf(program, 'files.open', { path: file })
  await answerOf(program, 'packages.send', { year: 2022, basis: 'assigned', recipient: 'Cục', sentOn: '2022-11-10' })
  const owner = { ownerKind: 'establishment', ownerId: 1 }
  const { id } = await answerOf<{ id: number }>(program, 'archive.attach', {
    ...owner,
    fileName: 'a.pdf',
    base64: attached,
  })
  await answerOf(program, 'archive.removeAttachment', { id })
  await answerOf(program, 'safety.backUp', { label: 'trước' })
  await program.close()
  makeOlderFile(path.join(folder, olderFile))
  const damaged = path.join(folder, damagedFile)
  fs.writeFileSync(damaged, damagedBytes())
  fs.cpSync(backupFolderOf(file), backupFolderOf(damaged), { recursive: true })
}

const attached = Buffer.from(`%PDF-1.7\n${'x'.repeat(30_000)}`).toString('base64')

export const works: readonly Work[] = [
  { name: 'sao lưu', open: true, run: ({ program }) => ask(program, 'safety.backUp', { label: '' }) },
  {
    name: 'phục hồi',
    open: true,
    before: async ({ program }) => void (await answerOf(program, 'projects.copy', { id: 1, toYear: 2023 })),
    run: (place) => ask(place.program, 'safety.restore', { fileName: manualCopy(mainFile(place)) }),
  },
  {
    name: 'phục hồi tệp hỏng',
    file: damagedFile,
    open: false,
    run: ({ program, folder }) => {
      const file = path.join(folder, damagedFile)
      return ask(program, 'safety.restore', { path: file, fileName: manualCopy(file) })
    },
    broken: lostDamaged,
  },
  { name: 'kiểm tra', open: true, run: ({ program }) => ask(program, 'safety.check', {}) },
  {
    name: 'nơi sao lưu thứ hai',
    open: true,
    before: async ({ folder }) => void fs.mkdirSync(path.join(folder, 'usb'), { recursive: true }),
    run: async ({ program, folder }) =>
      (await ask(program, 'safety.setSecondPlace', { folder: path.join(folder, 'usb') })) ??
      (await ask(program, 'safety.copyToSecondPlace', {})),
  },
  {
    name: 'nhập Excel',
    open: true,
    run: ({ program }) => {
      const base64 = fs.readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
      return ask(program, 'workbooks.runImport', { fileName: 'a.xlsx', base64, year: 2031 })
    },
  },
  saved('xuất Excel', 'workbooks.exportPlan', { year: 2022, programme: 'national', format: 'xlsx' }),
  saved('gói kế hoạch', 'packages.file', { id: 1 }),
  saved('in bộ hồ sơ thành một tệp', 'documents.dossier', { projectId: 1, stage: 'registration', as: 'pdf' }),
  {
    name: 'in bộ hồ sơ thành thư mục',
    open: true,
    before: async (place) => void fs.mkdirSync(dossierFolder(place)),
    run: (place) =>
      ask(place.program, 'documents.writeDossier', {
        projectId: 1,
        stage: 'registration',
        formats: ['docx'],
        folder: dossierFolder(place),
      }),
    keeps: (place) => namesIn(dossierFolder(place)),
    broken: halfDossier,
  },
  { name: 'cứu dữ liệu', open: true, run: (place) => ask(place.program, 'safety.rescue', { path: mainFile(place) }) },
  { name: 'gói hỗ trợ', open: true, run: ({ program }) => ask(program, 'support.bundle', {}) },
  {
    name: 'dọn tệp đính kèm',
    open: true,
    run: ({ program }) => ask(program, 'safety.purgeFiles', { ids: [1], days: 30, reason: 'Bản nháp' }),
  },
  {
    name: 'mở tệp',
    open: false,
    // What another machine's program left: how old it is must be asked of the disk.
    before: async (place) => {
      const left = { host: 'PC-02', user: 'lan', since: '2022-11-20 16:05:00', pid: 1, key: 'x' }
      fs.writeFileSync(lockFileOf(mainFile(place)), JSON.stringify(left))
      fs.utimesSync(lockFileOf(mainFile(place)), 0, 0)
    },
    run: (place) => ask(place.program, 'files.open', { path: mainFile(place) }),
  },
  {
    name: 'đóng tệp',
    open: true,
    run: async (place) =>
      (await ask(place.program, 'files.close', {})) ??
      (await ask(place.program, 'files.open', { path: mainFile(place) })),
  },
  {
    name: 'nâng cấp tệp cũ',
    file: olderFile,
    open: false,
    run: ({ program, folder }) => ask(program, 'files.open', { path: path.join(folder, olderFile) }),
    // Upgraded, and only then not let open: that is no loss, as long as there is a way back.
    content: (file) => commandsIn(file).join(),
    broken: upgradedWithoutCopy,
  },
  {
    name: 'tạo tệp mới',
    open: true,
    run: async (place) => {
      // Tried again after it was done, there is one already.
      fs.rmSync(newFile(place), { force: true })
      return ask(place.program, 'files.create', { path: newFile(place) })
    },
    keeps: (place) => String(fs.existsSync(newFile(place))),
  },
]
