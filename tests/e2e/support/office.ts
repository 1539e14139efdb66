// A new office's file in a browser of its own, for the tests of one describe.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchChromium } from './browser'
import { openProgramPage, type ProgramPage } from './page'
import { startOffice } from './steps'

export interface OfficeInBrowser {
  /** From the first beforeAll on. */
  readonly page: Page
  readonly folder: string
}

/** Call inside a describe, before its own beforeAll. After each test it expects that the page complained of nothing. */
export function officeInBrowser(
  province = 'Thái Nguyên',
  centreName = `Trung tâm Khuyến công ${province}`,
): OfficeInBrowser {
  let browser: Browser
  let opened: ProgramPage

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    await startOffice(opened.page, { folder: opened.program.folder, centreName, province })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  return {
    get page() {
      return opened.page
    },
    get folder() {
      return opened.program.folder
    },
  }
}
