// The program without a mouse, and typing as Unikey types: Backspace and the new letter, or a real composition.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('keyboard', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, { folder: opened.program.folder, centreName: 'Trung tâm Khuyến công', province: 'Sơn La' })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  const focusedLabel = () =>
    page.evaluate(() => {
      const focused = document.activeElement
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : null
      return label ?? focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })

  /** What Unikey sends for a Telex word: each letter, and where a letter changes, Backspaces and the letters again. */
  async function unikey(strokes: readonly (string | number)[]): Promise<void> {
    for (const stroke of strokes)
      if (typeof stroke === 'string') await page.keyboard.insertText(stroke)
      else for (let times = 0; times < stroke; times += 1) await page.keyboard.press('Backspace')
  }

  test('a cơ sở is made from start to end without the mouse', async () => {
    await page.keyboard.press('Alt+2')
    await page.getByText('Danh sách các cơ sở công nghiệp nông thôn của tỉnh').waitFor()
    await page.keyboard.press('Control+n')
    await page.getByRole('form', { name: 'Cơ sở mới' }).waitFor()
    expect(await focusedLabel()).toContain('Tên cơ sở')
    // "Đường phèn": d → dd gives đ, uo → ươ, tone at the end.
    await unikey(['C', 'o', 1, 'ơ', ' ', 's', 'o', 1, 'ở', ' ', 'd', 1, 'đ', 'u', 'o', 'n', 'g', 4, 'ường'])
    await page.keyboard.press('Enter')
    expect(await focusedLabel()).toContain('Mã cơ sở')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('D')
    expect(await page.getByLabel('Loại hình').locator('option:checked').innerText()).toBe('Doanh nghiệp nhỏ và vừa')
    await page.keyboard.press('Control+s')
    await page.getByRole('status').getByText('Đã lưu Cơ sở đường').waitFor()
  })

  test('typing goes on in the same box while and after a new cơ sở is saved, and is neither lost nor called saved', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+n')
    await page.getByRole('form', { name: 'Cơ sở mới' }).waitFor()
    await page.keyboard.insertText('Xưởng mộc')
    for (let boxes = 0; boxes < 3; boxes += 1) await page.keyboard.press('Enter')
    await page.keyboard.type('D')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+s')
    for (const letter of 'vietxuong') await page.keyboard.insertText(letter)
    await page.getByRole('form', { name: 'Xưởng mộc' }).waitFor()
    await page.keyboard.insertText('!')
    expect(await focusedLabel()).toBe('Tên viết tắt')
    expect(await page.getByLabel('Tên viết tắt').inputValue()).toBe('vietxuong!')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Thay đổi chưa được lưu' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: /^Cơ sở đường/ }).waitFor()
  })

  test('money being typed is never rewritten before its box is left', async () => {
    await page.getByRole('button', { name: '+ Thêm năm' }).focus()
    await page.keyboard.press('Enter')
    const revenue = page.getByLabel('Doanh thu (đ), dòng 1', { exact: true })
    await revenue.focus()
    for (const [typed, shown] of [
      ['1', '1'],
      ['2', '12'],
      ['5', '125'],
      ['0', '1250'],
      ['0', '12500'],
    ] as const) {
      await page.keyboard.type(typed)
      expect(await revenue.inputValue()).toBe(shown)
    }
    await page.keyboard.press('Tab')
    expect(await revenue.inputValue()).toBe('12.500')
  })

  test('letters under composition are neither shortcuts nor Enter', async () => {
    const name = page.getByLabel('Tên cơ sở')
    await name.focus()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'đuơ', selectionStart: 3, selectionEnd: 3 })
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      ),
    )
    expect(await focusedLabel()).toContain('Tên cơ sở')
    await session.send('Input.insertText', { text: 'đường' })
    expect(await name.inputValue()).toContain('đường')
  })

  test('Escape asks about unsaved work, Escape again stays, and leaving is possible by keys alone', async () => {
    await page.keyboard.press('Escape')
    const dialog = page.getByRole('dialog', { name: 'Thay đổi chưa được lưu' })
    await dialog.waitFor()
    expect(await focusedLabel()).toBe('Ở lại để lưu')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('form').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
  })

  test('an open list closes on Escape without leaving the form', async () => {
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: /^Cơ sở đường/ }).waitFor()
    const commune = page.getByRole('combobox', { name: 'Xã, phường, đặc khu' })
    const list = page.getByRole('listbox')
    await commune.focus()
    await page.keyboard.type('moc chau')
    await list.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    expect(await page.getByRole('form').count()).toBe(1)
    await commune.press('Control+a')
    await page.keyboard.type('moc chau')
    await list.getByRole('option', { name: 'Phường Mộc Châu' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await commune.inputValue()).toBe('Phường Mộc Châu')
    await page.keyboard.press('Enter')
    expect(await focusedLabel()).toBe('Số nhà, đường, thôn, xóm')
    // Going on at once neither asks nor loses: the next test presses Alt+2 while this is being saved.
    await page.keyboard.press('Control+s')
  })

  test('the list takes the keys on coming back and finds rows by their first letters', async () => {
    await page.keyboard.press('Alt+2')
    await page.getByRole('grid').waitFor()
    for (const name of ['An Phú', 'Bình Minh', 'Đại Thành']) {
      await page.keyboard.press('Control+n')
      await page.getByRole('form', { name: 'Cơ sở mới' }).waitFor()
      await page.keyboard.insertText(name)
      for (let boxes = 0; boxes < 3; boxes += 1) await page.keyboard.press('Enter')
      await page.keyboard.type('D')
      await page.keyboard.press('Control+s')
      await page.getByRole('status').getByText(`Đã lưu ${name}`).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('grid').waitFor()
    }
    const selected = page.getByRole('row', { selected: true })
    await page.keyboard.press('Home')
    await selected.getByText('An Phú').waitFor()
    await page.keyboard.press('End')
    await selected.getByText('Xưởng mộc').waitFor()
    await page.keyboard.press('ArrowUp')
    await selected.getByText('Đại Thành').waitFor()
    await page.keyboard.press('ArrowUp')
    await selected.getByText('Cơ sở đường').waitFor()
    await page.keyboard.type('bin')
    await selected.getByText('Bình Minh').waitFor()
    await page.keyboard.press('F2')
    await page.getByRole('form', { name: 'Bình Minh' }).waitFor()
    await page.keyboard.press('Escape')
    await selected.getByText('Bình Minh').waitFor()
  })

  test('Ctrl+K finds without marks and opens', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dai thanh')
    await page.getByRole('option').getByText('Đại Thành').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: 'Đại Thành' }).waitFor()
  })

  test('a group of the menu opens and closes by keys alone, and opens by itself with its screen', async () => {
    const menu = page.getByRole('navigation', { name: 'Chức năng' })
    const comparison = menu.getByRole('link', { name: 'So sánh' })
    await page.keyboard.press('Alt+4')
    await comparison.waitFor()
    await menu.getByRole('button', { name: 'Thu gọn nhóm Điều chỉnh' }).press('Enter')
    await comparison.waitFor({ state: 'detached' })
    expect(await menu.getByRole('link', { name: 'Điều chỉnh' }).getAttribute('aria-current')).toBe('page')
    await menu.getByRole('button', { name: 'Mở nhóm Điều chỉnh' }).press('Space')
    await comparison.waitFor()
    const clipped = await menu.evaluate((nav) => [...nav.children].some((one) => one.scrollHeight > one.clientHeight))
    expect(clipped).toBe(false)
  })

  test('the page complained of nothing', () => {
    expect(opened.complaints).toEqual([])
  })
})
