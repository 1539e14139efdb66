// Which version of the program this is, from the package it was built with.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** From the URL of a built entry, out/main/<entry>.js. */
export function programVersion(entryUrl: string): string {
  try {
    const file = join(fileURLToPath(new URL('../..', entryUrl)), 'package.json')
    return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version
  } catch {
    return ''
  }
}
