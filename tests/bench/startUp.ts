// What the program does before the first screen, on a file of 20,000 establishments, beside SQLite alone opening and checking it.
import path from 'node:path'
import Database from 'better-sqlite3'
import { createProgram } from '../../electron/program'
import { resourcesDir } from './bigOffice'
import { say, sayBeside, takeTurns } from './measure'

export async function benchStartUp(file: string, userDataDir: string): Promise<void> {
  const ours = async () => {
    const program = createProgram({ resourcesDir, userDataDir })
    const opened = await program.call('files.open', { path: file })
    if (!opened.ok) throw new Error(opened.error.message)
    await program.call('plans.years', {})
    await program.close()
  }
  const bare = () => {
    const db = new Database(path.resolve(file))
    db.pragma('quick_check(1)')
    db.close()
  }
  const [program, sqlite] = await takeTurns(
    [
      { name: 'open, check, first query, close', run: ours },
      { name: 'better-sqlite3 open + quick_check', run: bare },
    ],
    9,
  )
  if (program !== undefined && sqlite !== undefined)
    sayBeside('Start-up work of the program on that file', program, [sqlite], 'ours ≤ 150 ms')
  say(`  memory of this process: ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`)
}

/** First page and a keystroke of the list of establishments, as the screen asks for them. */
export async function benchList(file: string, userDataDir: string): Promise<void> {
  const program = createProgram({ resourcesDir, userDataDir })
  await program.call('files.open', { path: file })
  await program.call('establishments.list', {})
  const [page, keystroke] = await takeTurns(
    [
      { name: 'first page of 200', run: () => program.call('establishments.list', {}) },
      { name: 'keystroke “che”', run: () => program.call('establishments.list', { text: 'che' }) },
    ],
    15,
  )
  await program.close()
  say('\nList of 20,000 establishments   [target: first page ≤ 100 ms, keystroke ≤ 50 ms]')
  for (const one of [page, keystroke]) if (one !== undefined) say(`  ${one.name}: median ${one.median.toFixed(1)} ms`)
}
