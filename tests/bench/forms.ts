// 100 mixed papers as PDF, beside LibreOffice turning the 100 equal Word files into PDF in one call; and a dossier of 60.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { PaperDocument } from '../../electron/documents/blocks'
import { type DossierWatch, makeDossier, type PreparedDossier } from '../../electron/documents/dossier'
import { DossierJobs } from '../../electron/documents/dossierJobs'
import { type RenderService, workerRenderer } from '../../electron/documents/renderService'
import { allPapers } from '../documents/allPapers'
import { median, milliseconds, say, sayBeside, takeTurns } from './measure'

const count = 100
const dossierCount = 60
const rounds = 3
const createdAt = Date.parse('2027-01-05T00:00:00Z')

function papers(wanted: number) {
  return Array.from({ length: wanted }, (_, index) => allPapers[index % allPapers.length]).flatMap((one) =>
    one === undefined ? [] : [one],
  )
}

export async function benchForms(folder: string): Promise<void> {
  // As the window has it: the bundled worker threads beside this file.
  const renderer = workerRenderer(new URL('./renderWorker.js', import.meta.url))
  const mixed = papers(count)
  const pdf = (document: PaperDocument) => renderer.render('pdf', document, createdAt)
  const each: number[] = []
  for (const { document } of mixed.slice(0, 21)) each.push(await milliseconds(() => pdf(document)))
  const [first = Number.NaN, ...later] = each
  const words = path.join(folder, 'docx')
  fs.mkdirSync(words)
  for (const [number, { document }] of mixed.entries())
    fs.writeFileSync(path.join(words, `${number}.docx`), await renderer.render('docx', document, createdAt))
  const convert = libreOffice(folder, words)
  if (convert === null) say('\nLibreOffice is not on this machine: forms are measured without their peer')
  const [ours, ...peers] = await takeTurns(
    [
      {
        name: `${count} PDF by the program`,
        run: () => Promise.all(mixed.map(({ document }) => pdf(document))),
      },
      ...(convert === null ? [] : [{ name: `LibreOffice, ${count} equal DOCX in one call`, run: convert }]),
    ],
    rounds,
  )
  if (ours !== undefined)
    sayBeside(`${count} mixed papers as PDF`, ours, peers, 'ours ≤ 5 s; peer ÷ ours ≥ 5; first ≤ 300 ms, later ≤ 60 ms')
  say(`  first paper ${first.toFixed(0)} ms, later ones median ${median(later).toFixed(1)} ms`)
  await dossierOf60(renderer)
  await renderer.close()
}

async function dossierOf60(renderer: RenderService): Promise<void> {
  const dossier: PreparedDossier = {
    request: { projectId: 1, stage: null, papers: null, as: 'pdf', formats: ['pdf'] },
    head: { parentOrganisation: 'Sở', unit: 'Trung tâm', place: null, date: null, projectName: 'A', projectCode: 'A' },
    papers: papers(dossierCount).map(({ name, document }) => ({
      stage: 'contract',
      title: name,
      record: '',
      fileStem: 'a',
      document,
    })),
    leftOut: [],
    createdAt,
  }
  const watch: DossierWatch = { onDone: () => undefined, signal: new AbortController().signal }
  const time = await milliseconds(() => makeDossier(dossier, renderer, watch))
  say(`\na dossier of ${dossierCount} papers with contents   [target: ≤ 4 s]\n  ours: ${time.toFixed(0)} ms`)
  const jobs = new DossierJobs(renderer)
  const { job } = jobs.start(dossier)
  await new Promise((resolve) => setTimeout(resolve, time / 3))
  const cancelled = await milliseconds(() => jobs.cancel(job))
  say(`  cancelled after a third of it: answered in ${cancelled.toFixed(1)} ms   [target: ≤ 300 ms]`)
}

/** The peer's one call for all files; null where there is no LibreOffice. */
function libreOffice(folder: string, words: string): (() => void) | null {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  const convert = (files: string[]) => {
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', path.join(folder, 'pdf'), ...files],
      { stdio: 'ignore' },
    )
  }
  const files = fs.readdirSync(words).map((name) => path.join(words, name))
  try {
    // The first start makes the profile; a peer should not be charged for it.
    convert(files.slice(0, 1))
  } catch {
    return null
  }
  return () => convert(files)
}
