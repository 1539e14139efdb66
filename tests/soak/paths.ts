// Where the soak finds the program's resources and the process it kills.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createProgram, type Program, type ProgramOptions } from '../../electron/program'

export const resourcesDir = path.resolve('resources')
const beside = fileURLToPath(new URL('./victim.js', import.meta.url))
/** Bundled by electron/setup/bundleTests.mjs, beside what runs it or, for a test, where the bundle lies. */
export const victimFile = fs.existsSync(beside) ? beside : path.resolve('out/soak/victim.js')

export const soakDay = '2023-11-21'

/** A program as a script would have it: it copies nothing by itself, and its clock stands on a day after all of the sample's. */
export function soakProgram(userDataDir: string, options: Partial<ProgramOptions> = {}): Program {
  return createProgram({
    resourcesDir,
    userDataDir,
    clock: { today: () => soakDay, instant: () => `${soakDay}T03:00:00.000Z` },
    log: () => undefined,
    ...options,
  })
}

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'skc-soak-'))
  try {
    return await work(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
