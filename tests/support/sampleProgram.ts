// The real program over the sample data on a day of the test's choosing.
import path from 'node:path'
import { afterEach } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { answerOf } from './answers'
import { tempFolders } from './tempFolder'

export { answerOf, refusalOf } from './answers'

/** Call once in a test file: the returned function opens a fresh sample; each is closed after its test. */
export function samplePrograms(today: string): () => Promise<Program> {
  const folder = tempFolders()
  const open: Program[] = []
  afterEach(async () => {
    for (const program of open.splice(0)) await program.close()
  })
  return async () => {
    const program = createProgram({
      resourcesDir: path.resolve('resources'),
      userDataDir: folder(),
      clock: { today: () => today, instant: () => `${today}T03:00:00.000Z` },
      log: () => undefined,
      checkOutput: true,
    })
    open.push(program)
    await answerOf(program, 'files.createSample', { path: path.join(folder(), 'mau.skc') })
    return program
  }
}
