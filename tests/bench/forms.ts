// 100 appraisal sheets as PDF, beside LibreOffice turning the 100 equal Word files into PDF in one call.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { workerRenderer } from '../../electron/documents/renderService'
import { createProgram, type Program } from '../../electron/program'
import type { FileOut } from '../../shared/contract/values'
import { resourcesDir } from './bigOffice'
import { type Measured, median, milliseconds, say, sayBeside } from './measure'

const count = 100
const form = 'base-appraisal-4a'

async function paper(program: Program, format: 'pdf' | 'docx', number: number): Promise<Buffer> {
  const input = { form, projectId: 1, format, options: { number: String(number + 1), date: '2022-01-05' } }
  const result = await program.call('documents.render', input)
  if (!result.ok) throw new Error(result.error.message)
  return Buffer.from((result.value as FileOut).base64, 'base64')
}

export async function benchForms(folder: string): Promise<void> {
  // As the window has it: the bundled worker threads beside this file.
  const renderer = workerRenderer(new URL('./renderWorker.js', import.meta.url))
  const program = createProgram({ resourcesDir, userDataDir: folder, renderer })
  await program.call('files.createSample', { path: path.join(folder, 'mau.skc') })
  const first = await milliseconds(() => paper(program, 'pdf', 0))
  const each: number[] = []
  for (let number = 0; number < 20; number += 1) each.push(await milliseconds(() => paper(program, 'pdf', number)))
  const all = await milliseconds(() =>
    Promise.all(Array.from({ length: count }, (_, number) => paper(program, 'pdf', number))),
  )
  const words = path.join(folder, 'docx')
  fs.mkdirSync(words)
  for (let number = 0; number < count; number += 1)
    fs.writeFileSync(path.join(words, `${number}.docx`), await paper(program, 'docx', number))
  await program.close()
  const ours: Measured = { name: `${count} PDF by the program`, median: all, fastest: all }
  const office = libreOffice(folder, words)
  if (office === null) say('\nLibreOffice is not on this machine: forms are measured without their peer')
  sayBeside(
    '100 × form 4a as PDF',
    ours,
    office === null ? [] : [await office],
    'peer ÷ ours ≥ 5; first ≤ 300 ms, later ≤ 60 ms',
  )
  say(`  first paper ${first.toFixed(0)} ms, later ones median ${median(each).toFixed(1)} ms`)
}

function libreOffice(folder: string, words: string): Promise<Measured> | null {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  const convert = (files: string[]) =>
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', path.join(folder, 'pdf'), ...files],
      {
        stdio: 'ignore',
      },
    )
  const files = fs.readdirSync(words).map((name) => path.join(words, name))
  try {
    // The first start makes the profile; a peer should not be charged for it.
    convert(files.slice(0, 1))
  } catch {
    return null
  }
  return milliseconds(() => convert(files)).then((time) => ({
    name: `LibreOffice, ${count} equal DOCX in one call`,
    median: time,
    fastest: time,
  }))
}
