// npm run bench [NAME…]: every figure beside a peer in the same run, as a ratio. No figure here fails anything.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { benchAsOf } from './asOf'
import { benchBackup } from './backup'
import { makeBigOffice } from './bigOffice'
import { benchBoard } from './board'
import { benchConsolidation } from './consolidation'
import { benchExport } from './exportLines'
import { benchForms } from './forms'
import { benchImport } from './importRows'
import { milliseconds, say } from './measure'
import { benchPlanExport } from './planExport'
import { benchReports } from './reports'
import { benchSearch } from './search'
import { benchList, benchStartUp } from './startUp'
import { benchYear } from './year'

const asked = process.argv.slice(2)
const wanted = (name: string) => asked.length === 0 || asked.includes(name)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'skc-bench-'))

try {
  say(`${os.cpus()[0]?.model ?? 'CPU'} × ${os.cpus().length}, Node ${process.versions.node}`)
  if (wanted('forms')) await benchForms(folder)
  if (wanted('import')) await benchImport(folder)
  if (wanted('export')) await benchExport()
  if (wanted('plan')) await benchPlanExport()
  if (wanted('year')) await benchYear(folder)
  if (wanted('board')) await benchBoard(folder)
  if (wanted('asof')) await benchAsOf(folder)
  if (wanted('reports')) await benchReports(folder)
  if (wanted('backup')) await benchBackup(folder)
  if (wanted('consolidation')) await benchConsolidation(folder)
  if (wanted('search') || wanted('startup') || wanted('list')) {
    const file = path.join(folder, 'lon.skc')
    const made = await milliseconds(() => makeBigOffice(file, 20_000))
    say(`made a data file of 20,000 establishments in ${(made / 1000).toFixed(1)} s`)
    if (wanted('search')) await benchSearch(file)
    if (wanted('startup')) await benchStartUp(file, folder)
    if (wanted('list')) await benchList(file, folder)
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
