// The way into the program in a browser: a new file, the sample, recent files, and files that cannot be opened.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { createFileByHand, openFileByHand } from './support/steps'

describe.skipIf(!hasChromium)('start', () => {
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

  test('a new file asks for the office once, names what is missing and fills in what the province says', async () => {
    await createFileByHand(page, opened.program.folder, 'don-vi.skc')
    await page.getByRole('button', { name: 'Lưu và bắt đầu' }).click()
    const summary = page.getByRole('alert')
    await summary.getByText('Chưa lưu được, còn 4 chỗ cần sửa').waitFor()
    await summary.getByRole('button', { name: /^Tên trung tâm/ }).click()
    expect(await page.getByLabel('Tên trung tâm').evaluate((box) => box === document.activeElement)).toBe(true)

    await page.keyboard.type('Trung tâm Khuyến công tỉnh Lào Cai')
    await page.getByRole('combobox', { name: 'Tỉnh, thành phố' }).fill('lao cai')
    await page.getByRole('option', { name: 'Lào Cai' }).click()
    expect(await page.getByLabel('Cơ quan chủ quản').inputValue()).toBe('Sở Công Thương tỉnh Lào Cai')
    expect(await page.getByLabel('Địa danh ghi trên văn bản').inputValue()).toBe('Lào Cai')
    await page.keyboard.press('Control+s')
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
    await page.getByText('don-vi.skc').waitFor()
  })

  test('closing goes back to the first screen, where the file is among the recent ones', async () => {
    await page.getByRole('button', { name: 'Trung tâm Khuyến công tỉnh Lào Cai' }).click()
    await page.getByRole('menuitem', { name: 'Đóng tệp, mở tệp khác…' }).click()
    await page.getByRole('button', { name: /^don-vi\.skc/ }).click()
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
    await page.getByRole('button', { name: 'Trung tâm Khuyến công tỉnh Lào Cai' }).click()
    await page.getByRole('menuitem', { name: 'Đóng tệp, mở tệp khác…' }).click()
    await page.getByRole('button', { name: 'Tạo tệp mới…' }).waitFor()
  })

  test.each([
    ['foreign', 'Đây không phải tệp dữ liệu của Sổ Khuyến Công', async () => Buffer.from('không phải SQLite')],
    [
      'damaged',
      'Tệp dữ liệu bị hỏng',
      async (folder: string) => {
        const bytes = await readFile(join(folder, 'don-vi.skc'))
        return Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0x5a)])
      },
    ],
  ] as const)('a %s file gets its own page and is left as it was', async (kind, headline, make) => {
    const folder = join(opened.program.folder, kind)
    await mkdir(folder)
    const path = join(folder, 'hong.skc')
    const bytes = await make(opened.program.folder)
    await writeFile(path, bytes)
    await copyFile(path, `${path}.before`)

    await openFileByHand(page, path)
    await page.getByRole('heading', { name: headline }).waitFor()
    const words = await page.getByRole('alert').innerText()
    expect(words).toContain(path)
    expect(words).toMatch(/giữ nguyên|không ghi gì/)
    expect((await readFile(path)).equals(bytes)).toBe(true)
    await page.getByRole('button', { name: 'Về màn hình chọn tệp' }).click()
    await page.getByRole('button', { name: 'Tạo tệp mới…' }).waitFor()
  })

  test('a name that is taken is not overwritten; the file that is there can be opened instead', async () => {
    const before = await readFile(join(opened.program.folder, 'don-vi.skc'))
    await createFileByHand(page, opened.program.folder, 'don-vi.skc')
    await page.getByRole('heading', { name: 'Tệp này đã có' }).waitFor()
    expect((await readFile(join(opened.program.folder, 'don-vi.skc'))).equals(before)).toBe(true)
    await page.getByRole('button', { name: 'Mở tệp đã có' }).click()
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
  })

  test('a file named on the command line is open at once', async () => {
    const named = join(opened.program.folder, 'goi-ten.skc')
    await copyFile(join(opened.program.folder, 'don-vi.skc'), named)
    const second = await openProgramPage(browser, [named])
    await second.page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
    await second.page.getByText('goi-ten.skc').waitFor()
    expect(second.complaints).toEqual([])
    await second.close()
  })

  test('the page complained of nothing', () => {
    expect(opened.complaints).toEqual([])
  })
})
