// F1 in a browser: the guide opens over the screen in hand, at its section, is searched without diacritics, and leaves the work alone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'

describe.skipIf(!hasChromium)('the guide', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  const shownHeading = (name: string) => page.getByRole('document').getByRole('heading', { name, exact: true })
  const isInSight = (name: string) =>
    shownHeading(name).evaluate((heading) => {
      const frame = heading.closest('[role="document"]')?.getBoundingClientRect()
      const own = heading.getBoundingClientRect()
      return frame !== undefined && own.top >= frame.top - 1 && own.bottom <= frame.bottom + 1
    })

  test('opens on the first screen, before any file', async () => {
    await page.getByRole('button', { name: 'Mở dữ liệu mẫu' }).waitFor()
    await page.keyboard.press('F1')
    await shownHeading('1. Bắt đầu').waitFor()
    expect(await isInSight('1. Bắt đầu')).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('opens at the section of the screen, over what is being typed, and gives it back', async () => {
    await page.getByRole('button', { name: 'Mở dữ liệu mẫu' }).click()
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    await page.getByRole('button', { name: /^Thêm cơ sở/ }).click()
    const name = page.locator('input[name="name"]')
    await name.fill('Hợp tác xã đang gõ dở')
    await page.keyboard.press('F1')
    await shownHeading('3. Cơ sở công nghiệp nông thôn').waitFor()
    expect(await isInSight('3. Cơ sở công nghiệp nông thôn')).toBe(true)

    const found = page.getByRole('navigation', { name: 'Mục lục' }).getByRole('button')
    const all = await found.count()
    await page.getByRole('searchbox', { name: 'Tìm trong hướng dẫn' }).fill('tep bi hong')
    await page.getByRole('button', { name: 'Khi tệp bị hỏng' }).click()
    expect(await found.count()).toBeLessThan(all / 2)
    expect(await isInSight('Khi tệp bị hỏng')).toBe(true)

    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await name.inputValue()).toBe('Hợp tác xã đang gõ dở')
    expect(opened.complaints).toEqual([])
  })
})
