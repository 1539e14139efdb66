// Checking files in a thread of its own, bundled as the program bundles it: the same answers, cancelled with nothing half-done,
// and other calls answered meanwhile.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { type CheckService, workerChecks } from '../../electron/workbooks/import/checkService'
import type { ImportProgress } from '../../shared/contract/workbooks'
import { tempFolders } from '../support/tempFolder'
import { fixture, resourcesDir, writeBook } from './importSupport'

// Inside node_modules, so that the bundle finds the libraries it leaves outside.
const outDir = path.resolve('node_modules/.cache/check-worker-test')
const entry = pathToFileURL(path.join(outDir, 'checkWorker.js'))
const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rolldownOptions: {
        input: 'electron/workbooks/import/checkWorker.ts',
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
})

async function opened(checks: CheckService | null): Promise<Program> {
  const own = folder()
  const program = createProgram({
    resourcesDir,
    userDataDir: own,
    log: () => undefined,
    checkOutput: true,
    ...(checks === null ? {} : { checks }),
  })
  open.push(program)
  await answerOf(program, 'files.create', { path: path.join(own, 'a.skc') })
  return program
}

async function answerOf<T>(program: Program, name: string, input: unknown): Promise<T> {
  const result = await program.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return result.value as T
}

const upload = (bytes: Uint8Array) => ({ fileName: 'a.xlsx', base64: Buffer.from(bytes).toString('base64') })

const manyRows = (count: number) =>
  writeBook([
    {
      name: 'Danh sách',
      rows: [
        ['STT', 'Tên cơ sở', 'Địa chỉ', 'Điện thoại'],
        ...Array.from({ length: count }, (_, index) => [
          index + 1,
          `Hợp tác xã Số ${index + 1}`,
          'xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn',
          `02093${String(index).padStart(6, '0')}`,
        ]),
      ],
    },
  ])

/** How far the import is, asked again and again as the window asks. */
async function until(program: Program, reached: (progress: ImportProgress | null) => boolean): Promise<void> {
  for (let asked = 0; asked < 20_000; asked += 1) {
    if (reached(await answerOf<ImportProgress | null>(program, 'workbooks.importProgress', {}))) return
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  throw new Error('the import never came so far')
}

describe('the thread that checks files', () => {
  it.each(['co-so-cnnt-lon-xon.xlsx', 'ke-hoach-khuyen-cong-2022.xlsx', 'nhu-cau-ba-dong-tieu-de.xlsx'])(
    'sees in %s what this process sees, before and after it is on file',
    async (name) => {
      const inThread = await opened(workerChecks({ resourcesDir }, entry))
      const here = await opened(null)
      const file = upload(fixture(name))
      const look = async (program: Program) =>
        answerOf<{ canImport: boolean }>(program, 'workbooks.previewImport', file)
      const seen = await look(inThread)
      expect(seen).toEqual(await look(here))
      // The same file with another answer: the thread has kept what it read.
      const wanted = { ...file, kind: 'establishments' }
      expect(await answerOf(inThread, 'workbooks.previewImport', wanted)).toEqual(
        await answerOf(here, 'workbooks.previewImport', wanted),
      )
      if (!seen.canImport) return
      const run = (program: Program) => answerOf(program, 'workbooks.runImport', file)
      expect(await run(inThread)).toEqual(await run(here))
      expect(await look(inThread)).toEqual(await look(here))
    },
  )

  it('refuses in the words of the reader, and goes on with the next file', async () => {
    const program = await opened(workerChecks({ resourcesDir }, entry))
    const refused = await program.call('workbooks.previewImport', upload(Buffer.from('%PDF-1.7')))
    expect(refused).toMatchObject({ ok: false, error: { code: 'workbook.unreadable' } })
    expect(refused.ok ? '' : refused.error.message).toContain('PDF')
    await answerOf(program, 'workbooks.previewImport', upload(await manyRows(2)))
  })

  it('lets other calls be answered while a file is read, and stops when told to', async () => {
    const program = await opened(workerChecks({ resourcesDir }, entry))
    const reading = program.call('workbooks.previewImport', upload(await manyRows(20_000)))
    await until(program, (progress) => progress?.phase === 'reading')
    await answerOf(program, 'establishments.list', { text: '' })
    await answerOf(program, 'workbooks.cancelImport', {})
    expect(await reading).toMatchObject({ ok: false, error: { code: 'import.cancelled' } })
    expect(await answerOf(program, 'workbooks.importProgress', {})).toBeNull()
    await answerOf(program, 'workbooks.previewImport', upload(await manyRows(2)))
  })

  it.each([
    ['a thread', () => workerChecks({ resourcesDir }, entry)],
    ['this process', () => null],
  ])('cancelled while it writes, having checked in %s, leaves nothing', async (_, checks) => {
    const program = await opened(checks())
    const writing = program.call('workbooks.runImport', upload(await manyRows(3_000)))
    await until(program, (progress) => progress?.phase === 'writing' && progress.done > 50)
    await answerOf(program, 'workbooks.cancelImport', {})
    expect(await writing).toMatchObject({ ok: false, error: { code: 'import.cancelled' } })
    expect(await answerOf(program, 'establishments.list', { text: '' })).toMatchObject({ total: 0 })
    expect(await answerOf(program, 'history.state', {})).toMatchObject({ undo: null })
  })

  it('ends as a refusal where a file needs more than the thread may take', async () => {
    const program = await opened(workerChecks({ resourcesDir, mostMegabytes: 24 }, entry))
    const huge = await program.call('workbooks.previewImport', upload(await manyRows(20_000)))
    expect(huge).toMatchObject({ ok: false, error: { code: 'workbook.unreadable' } })
    expect(huge.ok ? '' : huge.error.message).toContain('chia thành nhiều tệp')
    expect(await program.call('establishments.list', { text: '' })).toMatchObject({ ok: true })
  })
})
