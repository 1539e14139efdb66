// Peers written in Python, where this machine has it and what they need.
import { execFileSync } from 'node:child_process'

/** The one on the path, then the system's: Debian's python3-openpyxl belongs to the latter. */
const pythons = ['python3', '/usr/bin/python3']

/** What the script prints; null where no Python of this machine can run it. */
export function runPython(script: string, args: readonly string[], input = ''): string | null {
  for (const python of pythons) {
    try {
      return execFileSync(python, ['-c', script, ...args], {
        input,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      })
    } catch {
      // This Python is not there, or lacks a library; the next one may.
    }
  }
  return null
}
