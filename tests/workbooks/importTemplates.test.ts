// Our own forms: every heading is read back as its own column, the example is passed over, lists are offered; and records that go
// out filled in come back as the same, changing nothing.
import { describe, expect, it } from 'vitest'
import type { Program } from '../../electron/program'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { CallOutput } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import { type ImportKind, importKinds } from '../../shared/contract/workbooks'
import { approve, draft, idOf, local, payment, projectIds, propose, sign } from '../support/contracts2022'
import { convertWithLibreOffice } from '../support/libreOffice'
import { samplePrograms, answerOf as value } from '../support/sampleProgram'
import { fixture } from './importSupport'

const sampleProgram = samplePrograms('2022-11-15')

type Preview = CallOutput<'workbooks', 'previewImport'>

const template = (program: Program, input: object) => value<FileOut>(program, 'workbooks.importTemplate', input)
const preview = (program: Program, file: Pick<FileOut, 'fileName' | 'base64'>, more: object = {}) =>
  value<Preview>(program, 'workbooks.previewImport', { fileName: file.fileName, base64: file.base64, ...more })

function textsOf(file: FileOut): string[] {
  return readWorkbook(Buffer.from(file.base64, 'base64')).sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) => row.cells.map((cell) => `${sheet.name}|${row.number}|${cell.column}|${cell.text}`)),
  )
}

describe('an empty form', () => {
  it.each(importKinds)(
    'of %s is known as itself, every heading as its own column, the example as no record',
    async (kind) => {
      const program = await sampleProgram()
      const file = await template(program, { kind, year: 2022 })
      const seen = await preview(program, file)
      expect(seen.sheets.map((sheet) => [sheet.name === 'Hướng dẫn' || sheet.name === 'Danh mục', sheet.kind])).toEqual(
        [
          [false, kind],
          [true, null],
          [true, null],
        ],
      )
      const [sheet] = seen.sheets
      expect(sheet?.columns.map(({ header, label }) => [header, label])).toEqual(
        sheet?.columns.map(({ header }) => [header, header]),
      )
      expect(sheet?.rows.map(({ status, title }) => [status, title])).toEqual([['skipped', 'Dòng ví dụ của mẫu']])
      expect(seen.problems.filter(({ severity }) => severity !== 'warning')).toEqual([])
    },
  )

  it('offers its lists in a real program', async () => {
    const program = await sampleProgram()
    const file = await template(program, { kind: 'needs' })
    const [opened = Buffer.alloc(0)] = convertWithLibreOffice([Buffer.from(file.base64, 'base64')], 'xlsx', 'fods')
    expect(opened.toString('utf8')).toMatch(/content-validation[^>]*cell-content-is-in-list/)
  }, 120_000)

  it('an example written over is a record like any other', async () => {
    const program = await sampleProgram()
    const file = await template(program, { kind: 'needs' })
    const [sheet] = readWorkbook(Buffer.from(file.base64, 'base64')).sheets
    const [first] = sheet?.rows.find((row) => row.number === 4)?.cells ?? []
    expect(first?.text).toBe('Ví dụ')
    const seen = await preview(program, file, {
      corrections: { [`${sheet?.name}!C4`]: 'HTX Thật', [`${sheet?.name}!I4`]: '05/01/2022' },
    })
    expect(seen.sheets[0]?.rows.map(({ status, title }) => [status, title])).toEqual([['new', 'HTX Thật']])
  })
})

describe('records on file, taken out and brought in again', () => {
  async function full(): Promise<Program> {
    const program = await sampleProgram()
    const messy = { fileName: 'ds.xlsx', base64: fixture('co-so-cnnt-lon-xon.xlsx').toString('base64') }
    const seen = await preview(program, messy)
    const wrong = seen.sheets.flatMap((sheet) =>
      sheet.rows.filter(({ status }) => status === 'error').map(({ key }) => key),
    )
    await value(program, 'workbooks.runImport', { ...messy, leaveOut: wrong })
    const third = idOf(await projectIds(program), 'KCDP-2022-002')
    await approve(program, third)
    const own = await draft(program, await propose(program, { kind: 'beneficiary', projectIds: [third] }))
    await sign(program, own.id, { reason: 'x' })
    await value(program, 'contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId: own.id,
      payment: payment([{ projectId: third, amounts: local(30_000_001) }], {
        voucherNumber: 'PC 7',
        onDate: '2022-05-05',
      }),
      reason: 'x',
    })
    await value(program, 'execution.saveTrainingClass', {
      id: null,
      rowVersion: null,
      projectId: third,
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
        trainees: [
          {
            name: 'Lý Văn Bình',
            bornIn: 1979,
            gender: 'Nam',
            ethnicity: 'Dao',
            address: '',
            idNumber: '006079000002',
            certificateNumber: '',
            employer: '',
            note: '',
          },
        ],
        note: '',
      },
    })
    await value(program, 'establishments.saveNeed', {
      id: null,
      rowVersion: null,
      need: {
        year: 2023,
        establishmentId: null,
        asker: 'Ông Nông Văn A',
        contentGroup: 'ND3',
        subContent: null,
        activity: 'Máy xát gạo',
        totalInvestment: 123_456_789,
        wishedSupport: null,
        receivedOn: '2022-11-01',
        note: 'dòng 1\ndòng 2',
      },
    })
    await value(program, 'activities.recordCertificate', {
      level: 'province',
      year: 2021,
      owner: 'HTX Tài Hoan',
      name: 'Miến dong',
      group: 'food',
      number: '07/GCN',
      date: '2021-10-20',
    })
    return program
  }

  it('of every kind are all the same: nothing new, nothing changed, nothing wrong', async () => {
    const program = await full()
    for (const kind of importKinds) {
      const file = await template(program, {
        kind,
        filled: true,
        year: kind === 'plan' || kind === 'projects' ? 2022 : null,
      })
      const seen = await preview(program, file, { kind })
      const rows = seen.sheets.flatMap((sheet) => sheet.rows)
      expect([kind, rows.length > 0, seen.counts.new, seen.counts.changed, seen.counts.error]).toEqual([
        kind,
        true,
        0,
        0,
        0,
      ])
      expect([kind, rows.filter(({ status }) => status === 'changed').map((row) => row.fields)]).toEqual([kind, []])
    }
  }, 60_000)

  const trips: readonly { kind: ImportKind; year: number | null }[] = [
    { kind: 'establishments', year: null },
    { kind: 'needs', year: 2023 },
    { kind: 'projects', year: 2022 },
    { kind: 'payments', year: null },
    { kind: 'trainees', year: null },
  ]
  /** Everything of the file taken as an update of what it came from. */
  async function bringBack(program: Program, file: FileOut, kind: ImportKind): Promise<void> {
    const seen = await preview(program, file, { kind })
    const keys = seen.sheets.flatMap((sheet) =>
      sheet.rows.filter(({ duplicateOf }) => duplicateOf !== null).map(({ key }) => key),
    )
    const duplicates = Object.fromEntries(keys.map((key) => [key, 'update']))
    const merged = await preview(program, file, { kind, duplicates })
    const wrong = merged.sheets.flatMap((sheet) =>
      sheet.rows.filter(({ status }) => status === 'error').map(({ key }) => key),
    )
    // A version that is locked cannot be written again, whatever it says; nothing else may stand in the way.
    expect(merged.problems.filter(({ severity, code }) => severity === 'error' && code !== 'record.locked')).toEqual([])
    const done = await value<{ created: number; updated: number }>(program, 'workbooks.runImport', {
      fileName: file.fileName,
      base64: file.base64,
      kind,
      duplicates,
      leaveOut: wrong,
      answers: { 'reason:payments': 'như cũ' },
    })
    expect([done.created, done.updated]).toEqual([0, keys.length - wrong.length])
  }

  it.each(trips)(
    'of $kind, merged row by row, are the same after five trips',
    async ({ kind, year }) => {
      const program = await full()
      const first = await template(program, { kind, filled: true, year })
      for (let trip = 1; trip <= 5; trip += 1) {
        await bringBack(program, await template(program, { kind, filled: true, year }), kind)
        expect([trip, textsOf(await template(program, { kind, filled: true, year }))]).toEqual([trip, textsOf(first)])
      }
    },
    60_000,
  )

  it("the yearly plan's own export comes back as the same đề án", async () => {
    const program = await sampleProgram()
    for (const programme of ['national', 'local']) {
      const file = await value<FileOut>(program, 'workbooks.exportPlan', {
        year: 2022,
        programme,
        format: 'xlsx',
        basis: 'registered',
      })
      const seen = await preview(program, file)
      expect([programme, seen.counts.new, seen.counts.error]).toEqual([programme, 0, 0])
      const changed = seen.sheets.flatMap((sheet) =>
        sheet.rows.flatMap((row) => (row.status === 'changed' ? row.fields : [])),
      )
      expect([programme, changed]).toEqual([programme, []])
    }
  })
})
