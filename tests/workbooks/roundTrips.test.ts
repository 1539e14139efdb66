// What leaves as a workbook or a CSV comes back and changes nothing: five times into the file it came from, through LibreOffice,
// and once into an empty file, from which it leaves as it came.
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { CallOutput } from '../../shared/contract/index'
import { type ListFormat, listFormats } from '../../shared/contract/lists'
import type { FileOut } from '../../shared/contract/values'
import { importKinds } from '../../shared/contract/workbooks'
import { approve, draft, idOf, local, payment, projectIds, propose, sign } from '../support/contracts2022'
import { convertWithLibreOffice } from '../support/libreOffice'
import { type OpenProgram, openPrograms } from '../support/openProgram'
import { hasTool } from '../support/tools'
import { fixture } from './importSupport'
import { listFile, type ShownUnit, shownLists } from './shownLists'

const open = openPrograms('2022-11-15')
const year = 2022

type Preview = CallOutput<'workbooks', 'previewImport'>

const rowsOf = (seen: Preview) => seen.sheets.flatMap((sheet) => sheet.rows)
const preview = ({ ask }: OpenProgram, { fileName, base64 }: FileOut) =>
  ask('workbooks.previewImport', { fileName, base64 })

/** Every cell of a workbook or a CSV, as text. */
function cellsOf({ base64 }: FileOut): string[] {
  return readWorkbook(Buffer.from(base64, 'base64')).sheets.flatMap((sheet) =>
    sheet.hidden
      ? []
      : sheet.rows.flatMap((row) => row.cells.map((cell) => `${row.number}|${cell.column}|${cell.kind}|${cell.text}`)),
  )
}

async function bringIn(opened: OpenProgram, file: Pick<FileOut, 'fileName' | 'base64'>): Promise<void> {
  const seen = await opened.ask('workbooks.previewImport', { ...file })
  const wrong = rowsOf(seen).flatMap(({ status, key }) => (status === 'error' ? [key] : []))
  await opened.ask('workbooks.runImport', { ...file, leaveOut: wrong })
}

const fixtureFile = (fileName: string) => ({ fileName, base64: fixture(fileName).toString('base64') })

/** Texts as careless hands leave them, all of which must come back letter by letter. */
const oddTexts = ['=1+1', '+84 209 3870', '-5 ngày', '@lệnh', "'nháy", 'dấu; phẩy, "nháy"', 'Hò̂a Bình'.normalize('NFC')]

async function withOddRecords(opened: OpenProgram): Promise<void> {
  const { ask } = opened
  for (const [index, text] of oddTexts.entries()) {
    await ask('establishments.saveNeed', {
      id: null,
      rowVersion: null,
      need: {
        year,
        establishmentId: null,
        asker: `Hộ ${text}`,
        contentGroup: 'ND3',
        subContent: null,
        activity: `Máy xát gạo ${index}`,
        totalInvestment: index % 2 === 0 ? 123_456_789 + index : null,
        wishedSupport: index === 1 ? null : 1 + index,
        receivedOn: `2022-01-0${index + 1}`,
        note: index === 2 ? 'dòng 1\ndòng 2' : text,
      },
    })
    await ask('activities.recordCertificate', {
      level: 'province',
      year: 2021,
      owner: `HTX ${text}`,
      name: `${text} miến dong`,
      group: 'food',
      number: index % 2 === 0 ? `00${index}` : '',
      date: index % 2 === 0 ? '2021-10-20' : null,
    })
  }
}

/** One signed, with money paid under it, one of an agency over two đề án, one still a draft; a class with its people. */
async function withContracts({ program, ask }: OpenProgram): Promise<void> {
  const ids = await projectIds(program)
  const [own, other] = [idOf(ids, 'KCDP-2022-002'), idOf(ids, 'KCDP-2022-001')]
  await approve(program, own)
  const signed = await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [own] }))
  await sign(program, signed.id, { reason: 'x' })
  await ask('contracts.savePayment', {
    id: null,
    rowVersion: null,
    contractId: signed.id,
    payment: payment([{ projectId: own, amounts: local(30_000_001) }], { voucherNumber: '007', onDate: '2022-05-05' }),
    reason: 'x',
  })
  await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [other] }))
  await draft(program, await propose(program, { kind: 'agency', projectIds: [own, other] }))
  const blank = { ethnicity: '', address: '', certificateNumber: '', employer: '', note: '' }
  await ask('execution.saveTrainingClass', {
    id: null,
    rowVersion: null,
    projectId: own,
    trainingClass: {
      name: 'Lớp 1',
      occupation: '',
      plannedTrainees: null,
      startsOn: null,
      endsOn: null,
      place: '',
      teacher: '',
      qualification: '',
      objective: '',
      subjects: [],
      note: '',
      trainees: [{ ...blank, name: 'Lý Văn Bình', bornIn: 1979, gender: 'Nam', idNumber: '006079000002' }],
    },
  })
}

const offices: Readonly<Record<string, () => Promise<OpenProgram>>> = {
  'the sample': async () => {
    const opened = await open('sample')
    await bringIn(opened, fixtureFile('co-so-cnnt-lon-xon.xlsx'))
    await withOddRecords(opened)
    await withContracts(opened)
    return opened
  },
  "an office's own workbooks": async () => {
    const opened = await open()
    await bringIn(opened, fixtureFile('co-so-cnnt-lon-xon.xlsx'))
    await bringIn(opened, fixtureFile('ke-hoach-khuyen-cong-2022.xlsx'))
    await withOddRecords(opened)
    return opened
  },
}

type Leaving = (opened: OpenProgram) => Promise<FileOut>

const programmes = ['national', 'local'] as const
const plans = Object.fromEntries(
  programmes.flatMap((programme) => [
    ...(['registered', 'current'] as const).map((basis): [string, Leaving] => [
      `plan ${programme} ${basis}`,
      ({ ask }) => ask('workbooks.exportPlan', { year, programme, format: 'xlsx', basis }),
    ]),
    [
      `assigned ${programme}`,
      ({ ask }: OpenProgram) => ask('workbooks.exportAssigned', { year, programme, format: 'xlsx' }),
    ] as [string, Leaving],
  ]),
)
const lists = Object.fromEntries(
  Object.entries(shownLists).flatMap(([name, shown]) =>
    listFormats.map((format: ListFormat, index): [string, Leaving] => {
      const unit: ShownUnit = (['million', 'thousand', 'dong'] as const)[index] ?? 'million'
      return [`list ${name} ${format}`, (opened) => listFile(opened, shown, format, unit, year)]
    }),
  ),
)
const templates = Object.fromEntries(
  importKinds.map((kind): [string, Leaving] => [
    `form ${kind}`,
    ({ ask }) =>
      ask('workbooks.importTemplate', {
        kind,
        filled: true,
        year: kind === 'plan' || kind === 'projects' ? year : null,
      }),
  ]),
)
const others: Readonly<Record<string, Leaving>> = {
  'both programmes': ({ ask }) => ask('workbooks.exportYear', { year, format: 'xlsx' }),
  'register of certificates': ({ ask }) =>
    ask('workbooks.exportRegister', { register: 'certificates', year: null, format: 'xlsx' }),
  package: async ({ ask }) => (await ask('packages.send', { year, recipient: 'Cục' })).file,
}
const leaving: Readonly<Record<string, Leaving>> = { ...plans, ...lists, ...templates, ...others }

/** What of the preview says that something would change; empty where nothing does. */
function changesIn(seen: Preview): unknown[] {
  return [
    ...rowsOf(seen).flatMap(({ status, title, fields }) =>
      status === 'duplicate' || status === 'skipped' ? [] : [[status, title, fields]],
    ),
    ...seen.problems.filter(({ severity }) => severity !== 'warning'),
    ...seen.questions.filter(({ answer }) => answer === null),
  ]
}

/** What a file says itself: how far a đề án is, how many a cơ sở has, come of steps and records that are not in it. */
function statedCells(file: FileOut): string[] {
  const cells = cellsOf(file)
  const columnOf = (cell: string) => cell.split('|')[1]
  const derived = new Set(cells.filter((cell) => /\|(?:Đề án hỗ trợ|Giai đoạn|Trạng thái)$/.test(cell)).map(columnOf))
  return cells.filter((cell) => !derived.has(columnOf(cell)))
}

const isLocked = (code: string) => code === 'record.locked' || code === 'project.locked'

/** What shows more than is brought in: the numbers given, both programmes of which one may be missing, what changed since. */
const needsMore = /^(?:assigned|both|package|plan \w+ current|list hợp đồng|form (?:contracts|payments|trainees))/

describe.each(Object.entries(offices))('from %s', (from, office) => {
  /** The office's own workbooks bring no contracts. */
  const emptyHere = (name: string) => from !== 'the sample' && /hợp đồng|contracts|payments|trainees/.test(name)

  it('everything that leaves comes back as the same, also after LibreOffice wrote it anew', async () => {
    const opened = await office()
    const files = new Map<string, FileOut>()
    for (const [name, leave] of Object.entries(leaving)) files.set(name, await leave(opened))
    for (const [name, file] of files) {
      if (emptyHere(name)) continue
      const seen = await preview(opened, file)
      expect([name, changesIn(seen)]).toEqual([name, []])
      expect([name, rowsOf(seen).some(({ status }) => status === 'duplicate')]).toEqual([name, true])
    }
    if (!hasTool('soffice')) return
    const books = [...files].filter(([name, { fileName }]) => fileName.endsWith('.xlsx') && !emptyHere(name))
    const rewritten = convertWithLibreOffice(
      books.map(([, { base64 }]) => Buffer.from(base64, 'base64')),
      'xlsx',
      'xlsx',
    )
    for (const [index, [name, file]] of books.entries()) {
      const base64 = (rewritten[index] ?? Buffer.alloc(0)).toString('base64')
      expect([name, changesIn(await preview(opened, { ...file, base64 }))]).toEqual([name, []])
    }
  }, 240_000)

  it('taken as updates five times over, everything leaves as it left the first time', async () => {
    const opened = await office()
    for (const [name, leave] of Object.entries(leaving)) {
      if (name === 'package' || emptyHere(name)) continue
      const first = cellsOf(await leave(opened))
      for (let trip = 1; trip <= 5; trip += 1) {
        const file = await leave(opened)
        const keys = rowsOf(await preview(opened, file)).flatMap(({ key, duplicateOf }) =>
          duplicateOf === null ? [] : [key],
        )
        const duplicates = Object.fromEntries(keys.map((key) => [key, 'update' as const]))
        const { fileName, base64 } = file
        const answers = { 'reason:payments': 'như cũ' }
        const merged = await opened.ask('workbooks.previewImport', { fileName, base64, duplicates, answers })
        // What was signed or locked is not written again, whatever it says; nothing else may stand in the way.
        expect([name, merged.problems.filter(({ severity, code }) => severity === 'error' && !isLocked(code))]).toEqual(
          [name, []],
        )
        const leaveOut = rowsOf(merged).flatMap(({ key, status }) => (status === 'error' ? [key] : []))
        if (leaveOut.length < keys.length) {
          const input = { fileName, base64, duplicates, answers, leaveOut }
          const done = await opened.ask('workbooks.runImport', input)
          expect([name, trip, done.created, done.updated]).toEqual([name, trip, 0, keys.length - leaveOut.length])
        }
        expect([name, trip, cellsOf(await leave(opened))]).toEqual([name, trip, first])
      }
    }
  }, 240_000)

  it('brought into an empty file of the same office, everything leaves it as it came', async () => {
    const opened = await office()
    const letterhead = (await opened.ask('office.get', {})).office
    for (const [name, leave] of Object.entries(leaving)) {
      if (needsMore.test(name) || emptyHere(name)) continue
      const file = await leave(opened)
      const empty = await open()
      const { rowVersion } = await empty.ask('office.get', {})
      if (letterhead !== null)
        await empty.ask('office.save', {
          rowVersion,
          office: { ...letterhead, signers: letterhead.signers.map((one) => ({ ...one, id: null })) },
        })
      await empty.ask('workbooks.runImport', { fileName: file.fileName, base64: file.base64 })
      expect([name, statedCells(await leave(empty))]).toEqual([name, statedCells(file)])
    }
  }, 240_000)
})
