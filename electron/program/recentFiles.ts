// The list of recently opened data files: a convenience, so a damaged or unwritable list is simply an empty one.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const entry = z.object({ path: z.string(), openedAt: z.string() })
export type RecentFile = z.output<typeof entry>

const longest = 10

export class RecentFiles {
  readonly #file: string

  constructor(userDataDir: string) {
    this.#file = path.join(userDataDir, 'tep-gan-day.json')
  }

  list(): RecentFile[] {
    try {
      return z.array(entry).parse(JSON.parse(fs.readFileSync(this.#file, 'utf8')))
    } catch {
      return []
    }
  }

  remember(file: string, openedAt: string): void {
    const others = this.list().filter((one) => one.path !== file)
    const unfinished = `${this.#file}.tmp`
    try {
      fs.mkdirSync(path.dirname(this.#file), { recursive: true })
      fs.writeFileSync(unfinished, JSON.stringify([{ path: file, openedAt }, ...others].slice(0, longest), null, 2))
      fs.renameSync(unfinished, this.#file)
    } catch {
      fs.rmSync(unfinished, { force: true })
    }
  }
}
