// A page on a freshly started program, which fails its test when the page complains: console errors, refused content, crashes.
import type { Browser, Page } from 'playwright-core'
import { startWebProgram, type WebProgram } from './webProgram'

export interface ProgramPage {
  readonly page: Page
  readonly program: WebProgram
  /** What the browser complained of so far; a test expects it to be empty. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** An office's common screen: 1366×768. */
const officeScreen = { width: 1366, height: 768 }

export async function openProgramPage(browser: Browser, args: readonly string[] = []): Promise<ProgramPage> {
  const program = await startWebProgram(args)
  const context = await browser.newContext({ viewport: officeScreen, locale: 'vi-VN', acceptDownloads: true })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(program.link)
  return {
    page,
    program,
    complaints,
    close: async () => {
      await context.close()
      await program.stop()
    },
  }
}
