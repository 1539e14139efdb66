// Remembers where the window was, and gives the place back only if a screen is still there.
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const saved = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(800).max(20_000),
  height: z.number().int().min(500).max(20_000),
  maximized: z.boolean(),
})
type SavedBounds = z.output<typeof saved>

const preferred = { width: 1366, height: 768 }

export interface StartBounds {
  readonly rectangle: Partial<Rectangle>
  readonly maximized: boolean
}

export function startBounds(userDataDir: string): StartBounds {
  const before = readBounds(userDataDir)
  const area = screen.getPrimaryDisplay().workArea
  if (before !== null && isOnAScreen(before)) {
    const { maximized, ...rectangle } = before
    return { rectangle, maximized }
  }
  const rectangle = { width: Math.min(preferred.width, area.width), height: Math.min(preferred.height, area.height) }
  // An office screen of 1366×768 has no room to spare.
  return { rectangle, maximized: area.width <= preferred.width }
}

export function rememberBounds(window: BrowserWindow, userDataDir: string): void {
  window.on('close', () => {
    const bounds: SavedBounds = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    const file = fileIn(userDataDir)
    // Losing this is harmless, so nothing is said when it cannot be written.
    void mkdir(dirname(file), { recursive: true })
      .then(() => writeFile(file, JSON.stringify(bounds)))
      .catch(() => {})
  })
}

const fileIn = (userDataDir: string): string => join(userDataDir, 'window.json')

function readBounds(userDataDir: string): SavedBounds | null {
  try {
    return saved.parse(JSON.parse(readFileSync(fileIn(userDataDir), 'utf8')))
  } catch {
    return null
  }
}

function isOnAScreen(bounds: Rectangle): boolean {
  const area = screen.getDisplayMatching(bounds).workArea
  const overlapX = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const overlapY = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return overlapX >= 200 && overlapY >= 100
}
