// The system's Chromium, driven by Playwright; the project downloads no browser of its own.
import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'
import { hasTool } from '../../support/tools'

/** Where there is no Chromium the browser tests are skipped; REQUIRE_TOOLS=1 makes that a failure. */
export const hasChromium = hasTool('chromium')

if (!hasChromium) console.warn('Bỏ qua các phép thử trên trình duyệt: máy này không có chromium.')

export async function launchChromium(): Promise<Browser> {
  const executablePath = execFileSync(process.platform === 'win32' ? 'where' : 'which', ['chromium'], {
    encoding: 'utf8',
  }).trim()
  // Chromium refuses its own sandbox to root, which is who runs containers.
  const asRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: asRoot ? ['--no-sandbox'] : [] })
}
