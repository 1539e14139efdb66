// What each command does, over the same calls the screens use. A command answers a value, and the words for people.
import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { documentFormats } from '../../shared/contract/documents'
import { Refusal } from '../../shared/contract/errors'
import { type Api, allCalls, findCall } from '../../shared/contract/index'
import type { FileOut } from '../../shared/contract/values'
import type { ImportPreview } from '../../shared/contract/workbooks'
import { assertNever } from '../../shared/domain/assertNever'
import { programmes } from '../../shared/domain/projects'
import type { Answer } from '../hosting/answer'
import { writeFileWhole } from '../hosting/atomicFile'
import { type Command, usage } from './arguments'
import { demand, Refused, typedApi } from './ask'
import { jsonArgument, parseJson, readBytes, readStdin } from './input'
import { openFile } from './openFile'
import { importWords, previewWords } from './words'

export interface Outcome {
  readonly value: unknown
  /** For people; a command whose answer is data has none and prints the value. */
  readonly words: string | null
}

type CommandOf<N extends Command['name']> = Extract<Command, { name: N }>

export async function runCommand(command: Command, answer: Answer): Promise<Outcome> {
  const api = typedApi(answer)
  switch (command.name) {
    case 'help':
      return { value: { usage }, words: usage }
    case 'calls':
      return { value: describeCalls(), words: null }
    case 'demo':
      return demo(api, command)
    case 'init':
      return init(api, command)
    case 'import':
      return importWorkbook(api, command)
    case 'plan':
      return plan(api, command)
    case 'document':
      return document(api, command)
    case 'call':
      return { value: await callAny(answer, api, command), words: null }
    default:
      return assertNever(command, 'Every command is handled')
  }
}

function describeCalls(): unknown[] {
  const schema = (type: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return allCalls().map(({ name, call }) => ({
    name,
    kind: call.kind,
    summary: call.summary,
    needs: call.needs,
    input: schema(call.input, 'input'),
    output: schema(call.output, 'output'),
  }))
}

async function demo(api: Api, command: CommandOf<'demo'>): Promise<Outcome> {
  const folder = resolve(command.folder)
  await makeFolder(folder)
  const file = join(folder, 'demo.skc')
  await api.files.createSample({ path: file })
  const written = [file]
  for (const year of await api.plans.years({})) {
    for (const programme of programmes) {
      for (const format of ['xlsx', 'pdf'] as const)
        written.push(await writeOut(folder, await api.workbooks.exportPlan({ year, programme, format })))
    }
    for (const format of ['xlsx', 'pdf'] as const)
      written.push(await writeOut(folder, await api.workbooks.exportYear({ year, format })))
  }
  // The ministry's contract is about national money, so the papers are those of the first national đề án.
  const { rows } = await api.projects.list({ programme: 'national', limit: 1 })
  const [project] = rows
  if (project === undefined) throw new Refusal('record.missing', 'đề án khuyến công quốc gia')
  for (const { id: form, subject, programme } of await api.documents.forms({}))
    for (const format of documentFormats) {
      const paper =
        subject === 'project'
          ? api.documents.render({ form, projectId: project.id, format })
          : api.documents.renderPlan({ form, year: project.planYear, programme: programme ?? 'national', format })
      const file = await unlessIncomplete(paper)
      if (file !== null) written.push(await writeOut(folder, file))
    }
  return { value: { files: written }, words: listWords('Đã lập', written) }
}

/** A paper about what nobody has recorded yet is left out, not printed empty. */
async function unlessIncomplete(paper: Promise<FileOut>): Promise<FileOut | null> {
  try {
    return await paper
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'document.incomplete') return null
    throw error
  }
}

async function init(api: Api, command: CommandOf<'init'>): Promise<Outcome> {
  const path = resolve(command.file)
  const office = command.office === null ? undefined : await jsonArgument(command.office, '--office')
  // The contract says what an office is; this only carries it there.
  const input = office === undefined ? { path } : { path, office: office as never }
  const value = await api.files.create(input)
  return { value, words: `Đã tạo ${value.file.path}` }
}

async function importWorkbook(api: Api, command: CommandOf<'import'>): Promise<Outcome> {
  const bytes = await readBytes(resolve(command.workbook))
  await openFile(api, command.file)
  const choices = command.choices === null ? {} : await jsonArgument(command.choices, '--choices')
  const input = {
    ...(choices as object),
    fileName: basename(command.workbook),
    base64: bytes.toString('base64'),
    kind: command.kind,
    year: command.year,
  }
  if (command.dryRun) {
    const preview: ImportPreview = await api.workbooks.previewImport(input)
    return { value: preview, words: previewWords(preview) }
  }
  const value = await api.workbooks.runImport(input)
  return { value, words: importWords(value) }
}

async function plan(api: Api, command: CommandOf<'plan'>): Promise<Outcome> {
  await openFile(api, command.file)
  const folder = resolve(command.folder)
  const written: string[] = []
  for (const format of command.formats) {
    const out = await api.workbooks.exportPlan({ year: command.year, programme: command.programme, format })
    await makeFolder(folder)
    written.push(await writeOut(folder, out))
  }
  return { value: { files: written }, words: listWords('Đã lập', written) }
}

async function document(api: Api, command: CommandOf<'document'>): Promise<Outcome> {
  await openFile(api, command.file)
  const projectId = await findProject(api, command.project)
  const folder = resolve(command.folder)
  const written: string[] = []
  for (const format of command.formats) {
    const options = { date: command.date, number: command.number }
    const out = await api.documents.render({ form: command.form, projectId, format, options })
    await makeFolder(folder)
    written.push(await writeOut(folder, out))
  }
  return { value: { files: written }, words: listWords('Đã lập', written) }
}

async function findProject(api: Api, wanted: string): Promise<number> {
  const record = /^#(\d{1,15})$/.exec(wanted)
  if (record !== null) return Number(record[1])
  const { rows } = await api.projects.list({ limit: 5_000 })
  const found = rows.filter((row) => row.code.toLowerCase() === wanted.trim().toLowerCase())
  const [only, another] = found
  if (only === undefined) throw new Refusal('record.missing', `đề án mã “${wanted}”`)
  if (another !== undefined) {
    const choices = found.map((row) => `#${row.id} (${row.planYear})`).join(', ')
    throw new Refusal('call.refused', `có ${found.length} đề án mã “${wanted}”; hãy gọi bằng số bản ghi: ${choices}.`)
  }
  return only.id
}

async function callAny(answer: Answer, api: Api, command: CommandOf<'call'>): Promise<unknown> {
  const input = await inputOf(command.input)
  if (findCall(command.call) === null) throw new Refusal('call.unknown', command.call)
  if (command.file !== '-') await openFile(api, command.file)
  return demand(answer, command.call, input)
}

async function inputOf(text: string | null): Promise<unknown> {
  if (text === null) return {}
  return parseJson(text === '-' ? await readStdin() : text, 'Dữ liệu của lệnh')
}

async function writeOut(folder: string, out: FileOut): Promise<string> {
  const path = join(folder, basename(out.fileName))
  await writeFileWhole(path, Buffer.from(out.base64, 'base64'))
  return path
}

/** One folder after another: Node's own recursive mkdir never comes back from places such as /proc, which take no folders. */
async function makeFolder(folder: string, parentIsThere = false): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST' && (await stat(folder).catch(() => null))?.isDirectory() === true) return
    if (code === 'ENOENT' && !parentIsThere && dirname(folder) !== folder) {
      await makeFolder(dirname(folder))
      return makeFolder(folder, true)
    }
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new Refusal('call.refused', `“${folder}” là tệp, không phải thư mục.`)
    if (code === 'ENOSPC') throw new Refusal('disk.full')
    throw new Refusal('file.readonly', folder)
  }
}

function listWords(title: string, paths: readonly string[]): string {
  return [`${title}:`, ...paths.map((path) => `  ${path}`)].join('\n')
}
