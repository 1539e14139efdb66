// Every way a workbook leaves the program, by the call it leaves through: what each is asked with, from the records on file.
// A call that gives a file and stands in neither list fails the test that reads them.
import { z } from 'zod'
import type { Program } from '../../electron/program'
import { allCalls } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import { importKinds } from '../../shared/contract/workbooks'
import { reportCodes } from '../../shared/domain/reports'
import { answerOf } from './answers'

type Taken = (program: Program) => Promise<FileOut[]>

const year = 2022
const take = (program: Program, name: string, input: object) => answerOf<FileOut>(program, name, input)

function each<T>(of: readonly T[], one: (item: T, program: Program) => Promise<FileOut>): Taken {
  return async (program) => {
    const files: FileOut[] = []
    for (const item of of) files.push(await one(item, program))
    return files
  }
}

const asked = (name: string, ...inputs: readonly object[]): Taken =>
  each(inputs, (input, program) => take(program, name, { ...input, format: 'xlsx' }))

interface Sent {
  readonly id: number
  readonly file: FileOut
}

const send = (program: Program) =>
  answerOf<Sent>(program, 'packages.send', {
    year,
    recipient: '=1+1',
    note: '@SUM(1)',
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
  })

async function comparisons(program: Program): Promise<FileOut[]> {
  const { rows } = await answerOf<{ rows: { id: number; stage: string }[] }>(program, 'projects.list', { year })
  const sides = { before: { kind: 'assigned' }, after: { kind: 'today' }, all: true }
  const ofs = [
    ...rows
      .filter(({ stage }) => stage === 'approved' || stage === 'adjusted')
      .map(({ id }) => ({ kind: 'project', id })),
    { kind: 'plan', year, programme: 'national' },
  ]
  return each(ofs, (of, inside) => take(inside, 'workbooks.exportComparison', { of, ...sides, format: 'xlsx' }))(
    program,
  )
}

async function consolidations(program: Program): Promise<FileOut[]> {
  const { file } = await send(program)
  const saved = await answerOf<{ id: number }>(program, 'consolidation.save', {
    id: null,
    rowVersion: null,
    name: '=1+1',
    note: '+1+1',
    files: [{ fileName: '=1+1.xlsx', base64: file.base64 }],
    without: [],
    settings: { year, region: '=HYPERLINK("http://x")', period: '@SUM(1)', unit: 'million' },
  })
  return [await take(program, 'consolidation.export', { id: saved.id, format: 'xlsx' })]
}

async function sentPackages(program: Program): Promise<FileOut[]> {
  const { id } = await send(program)
  return [await take(program, 'packages.file', { id })]
}

async function recallNotices(program: Program): Promise<FileOut[]> {
  const { id } = await send(program)
  await answerOf(program, 'packages.recall', { id, rowVersion: 1, reason: '=1+1' })
  return [await take(program, 'packages.recallNotice', { id })]
}

/** A report without a line is refused; the others are all taken. */
async function reports(program: Program): Promise<FileOut[]> {
  const files: FileOut[] = []
  for (const report of reportCodes) {
    const asking = { report, period: { kind: 'year', year }, format: 'xlsx' }
    const answer = await program.call('reports.export', asking)
    if (answer.ok) files.push(answer.value as FileOut)
    else if (answer.error.code !== 'document.incomplete') throw new Error(answer.error.message)
  }
  return files
}

/** Forms, empty and filled in: of every kind that can be brought in. */
const forms: Taken = each(
  importKinds.flatMap((kind) => [false, true].map((filled) => ({ kind, filled }))),
  (form, program) => take(program, 'workbooks.importTemplate', { ...form, year: null }),
)

/** What was taken out, brought in again beside the records it came from: every line has something said about it. */
async function errorFiles(program: Program): Promise<FileOut[]> {
  const { fileName, base64 } = await take(program, 'workbooks.importTemplate', { kind: 'needs', filled: true })
  return [await take(program, 'workbooks.importErrorFile', { fileName, base64, kind: 'needs' })]
}

export const workbooksOut: Readonly<Record<string, Taken>> = {
  'workbooks.exportPlan': asked(
    'workbooks.exportPlan',
    { year, programme: 'national' },
    { year, programme: 'local' },
    { year, programme: 'national', basis: 'registered' },
  ),
  'workbooks.exportAssigned': asked(
    'workbooks.exportAssigned',
    { year, programme: 'national' },
    { year, programme: 'local' },
  ),
  'workbooks.exportComparison': comparisons,
  'workbooks.exportContractRegister': asked(
    'workbooks.exportContractRegister',
    { year, register: 'advances' },
    { year, register: 'projects' },
  ),
  'workbooks.exportChangeRegister': asked('workbooks.exportChangeRegister', { year, programme: 'national' }),
  'workbooks.exportYear': asked('workbooks.exportYear', { year }),
  'workbooks.exportRegister': asked(
    'workbooks.exportRegister',
    { year, register: 'machines' },
    { year, register: 'deadlines' },
    { year: null, register: 'certificates' },
  ),
  'workbooks.exportReview': asked('workbooks.exportReview', { from: year, to: year + 1 }),
  'workbooks.exportList': asked('workbooks.exportList', {
    title: '=1+1',
    note: '@SUM(1)',
    columns: [{ heading: '+1+1', kind: 'text' }],
    rows: [['=1+1'], ['-1+1'], ['\t=1+1']],
  }),
  'workbooks.importTemplate': forms,
  'workbooks.importErrorFile': errorFiles,
  'reports.export': reports,
  'packages.send': async (program) => [(await send(program)).file],
  'packages.file': sentPackages,
  'packages.recallNotice': recallNotices,
  'consolidation.export': consolidations,
  'history.export': asked('history.export', { from: '2022-01-01', to: '2023-12-31' }),
}

/** Calls that give a file which is no workbook, and what it is. */
export const otherFilesOut: Readonly<Record<string, string>> = {
  'documents.render': 'a paper: PDF or DOCX',
  'documents.renderPlan': 'a paper: PDF or DOCX',
  'documents.renderYear': 'a paper: PDF or DOCX',
  'documents.dossier': 'papers in one PDF or a zip',
  'documents.dossierFile': 'papers in one PDF or a zip',
  'archive.issue': 'a paper as it was issued',
  'archive.issuePlan': 'a paper as it was issued',
  'archive.issuedFile': 'a paper as it was issued',
  'archive.attachment': 'a file as it was attached',
  'safety.rescue': 'tables as CSV in a zip',
  'support.bundle': 'a log in a zip',
}

const wordsOf = (schema: z.ZodType) => JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }))

/** Calls whose answer holds a file, wherever in it. */
export function callsWithFile(): string[] {
  return allCalls()
    .filter(({ call }) => /"fileName".*"mediaType".*"base64"/.test(wordsOf(call.output)))
    .map(({ name }) => name)
    .sort()
}

/** Calls that name XLSX among the formats they are asked for. */
export function callsAskedForXlsx(): string[] {
  return allCalls()
    .filter(({ call }) => wordsOf(call.input).includes('"xlsx"'))
    .map(({ name }) => name)
    .sort()
}
