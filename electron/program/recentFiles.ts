// The list of recently opened data files: a convenience, so a damaged or unwritable list is simply an empty one.
import path from 'node:path'
import { z } from 'zod'
import type { FilesNow } from '../database/fileSystem'

const entry = z.object({ path: z.string(), openedAt: z.string() })
export type RecentFile = z.output<typeof entry>

const longest = 10

export class RecentFiles {
  readonly #file: string
  readonly #files: FilesNow

  constructor(userDataDir: string, files: FilesNow) {
    this.#files = files
    this.#file = path.join(userDataDir, 'tep-gan-day.json')
  }

  list(): RecentFile[] {
    try {
      return z.array(entry).parse(JSON.parse(this.#files.readFileSync(this.#file, 'utf8')))
    } catch {
      return []
    }
  }

  remember(file: string, openedAt: string): void {
    const others = this.list().filter((one) => one.path !== file)
    const unfinished = `${this.#file}.tmp`
    try {
      this.#files.mkdirSync(path.dirname(this.#file), { recursive: true })
      this.#files.writeFileSync(
        unfinished,
        JSON.stringify([{ path: file, openedAt }, ...others].slice(0, longest), null, 2),
      )
      this.#files.renameSync(unfinished, this.#file)
    } catch {
      // The next one is written over what is left.
    }
  }
}
