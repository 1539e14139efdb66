// One import in a process of its own, which loads what the program loads and nothing of the other benches: its greatest size, of
// all its threads together, is what the machine must have. `importRows.ts` starts it.
import fs from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { keepMemorySmall } from '../../electron/hosting/smallMemory'
import { milliseconds } from './measure'

export interface Figure {
  readonly name: string
  readonly milliseconds: number
  readonly megabytes: number
  /** How long the process could do nothing else. */
  readonly longestWait: number
}

const greatestMegabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)

async function ourFigures(file: string): Promise<Figure[]> {
  // As every shell does before it starts the program.
  keepMemorySmall()
  const { createProgram } = await import('../../electron/program')
  const { workerChecks } = await import('../../electron/workbooks/import/checkService')
  const folder = path.dirname(file)
  const resourcesDir = path.resolve('resources')
  const program = createProgram({
    resourcesDir,
    userDataDir: folder,
    checks: workerChecks({ resourcesDir }, new URL('./checkWorker.js', import.meta.url)),
  })
  const run = async (name: string, input: object) => {
    const result = await program.call(name, input)
    if (!result.ok) throw new Error(`${result.error.message} ${JSON.stringify(result.error.fields.slice(0, 3))}`)
  }
  const stem = path.basename(file, '.xlsx')
  await run('files.create', { path: path.join(folder, `${stem}.skc`) })
  const wait = monitorEventLoopDelay({ resolution: 5 })
  wait.enable()
  const input = { fileName: `${stem}.xlsx`, base64: fs.readFileSync(file).toString('base64') }
  const preview = await milliseconds(() => run('workbooks.previewImport', input))
  const whole = await milliseconds(() => run('workbooks.runImport', input))
  wait.disable()
  await program.close()
  const shared = { megabytes: greatestMegabytes(), longestWait: wait.max / 1e6 }
  return [
    { name: 'checked and written', milliseconds: whole, ...shared },
    { name: 'preview', milliseconds: preview, ...shared },
  ]
}

async function exceljsFigure(file: string): Promise<Figure> {
  const { default: exceljs } = await import('exceljs')
  const took = await milliseconds(() => new exceljs.Workbook().xlsx.readFile(file))
  return { name: 'exceljs', milliseconds: took, megabytes: greatestMegabytes(), longestWait: took }
}

const [who = '', file = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(who === 'ours' ? await ourFigures(file) : [await exceljsFigure(file)]))
process.exit()
