// The thread that makes papers, bundled as the program bundles it.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildBaseAppraisalSheet } from '../../electron/documents/forms/baseAppraisalSheet'
import { inProcessRenderer, type RenderService, workerRenderer } from '../../electron/documents/renderService'
import { appraisal } from './samples'

// Inside node_modules, so that the bundle finds the libraries it leaves outside.
const outDir = path.resolve('node_modules/.cache/render-worker-test')
const entry = pathToFileURL(path.join(outDir, 'renderWorker.js'))
const paper = buildBaseAppraisalSheet(appraisal)
const createdAt = Date.UTC(2027, 0, 5)

const open: RenderService[] = []
afterEach(async () => {
  for (const service of open.splice(0)) await service.close()
})

function opened(service: RenderService): RenderService {
  open.push(service)
  return service
}

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rolldownOptions: {
        input: 'electron/documents/renderWorker.ts',
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
})

describe('the thread that makes papers', () => {
  it('makes the same bytes as this process, in PDF and in DOCX', async () => {
    const service = opened(workerRenderer(entry))
    for (const format of ['pdf', 'docx'] as const) {
      const made = await service.render(format, paper, createdAt)
      expect(Buffer.compare(made, await inProcessRenderer().render(format, paper, createdAt))).toBe(0)
    }
  })

  it('answers each of many orders with its own paper', async () => {
    const service = opened(workerRenderer(entry))
    const titles = Array.from({ length: 12 }, (_, index) => `Phiếu số ${index + 1}`)
    const made = await Promise.all(titles.map((title) => service.render('docx', { ...paper, title }, createdAt)))
    const alone = await Promise.all(
      titles.map((title) => inProcessRenderer().render('docx', { ...paper, title }, createdAt)),
    )
    for (const [index, bytes] of made.entries())
      expect(Buffer.compare(bytes, alone[index] ?? bytes.subarray(1))).toBe(0)
  })

  it('refuses one impossible paper and makes the next', async () => {
    const service = opened(workerRenderer(entry))
    const impossible = {
      ...paper,
      blocks: [{ kind: 'table' as const, columns: [], header: [[{ text: 'thừa' }]], rows: [] }],
    }
    await expect(service.render('pdf', impossible, createdAt)).rejects.toThrow(/does not fit/)
    expect((await service.render('pdf', paper, createdAt)).byteLength).toBeGreaterThan(10_000)
  })

  it('refuses what is waiting when it is closed, and everything after', async () => {
    const service = workerRenderer(entry)
    const waiting = service.render('pdf', paper, createdAt)
    const refused = expect(waiting).rejects.toThrow(/ended/)
    await service.close()
    await refused
    await expect(service.render('pdf', paper, createdAt)).rejects.toThrow(/closed/)
  })

  it('says so when its entry cannot be started', async () => {
    const service = opened(workerRenderer(pathToFileURL(path.join(outDir, 'missing.js'))))
    await expect(service.render('pdf', paper, createdAt)).rejects.toThrow()
  })
})
