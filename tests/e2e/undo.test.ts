// Undo by the keys and by the notice, on screen: a saved record goes and comes back, and what is typed keeps its own Ctrl+Z.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { addEstablishment, callProgram, openAt } from './support/records'

describe.skipIf(!hasChromium)('undo', () => {
  const office = officeInBrowser('Lào Cai', 'Trung tâm Khuyến công')
  let page: Page

  beforeAll(() => {
    page = office.page
  })

  const field = (label: string) => page.getByRole('form').getByLabel(label, { exact: true })
  const notice = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

  test('the notice of a saved change offers to take it back, and the form shows what was before', async () => {
    const id = await addEstablishment(page, 'HTX Tân Lợi')
    await openAt(page, `/co-so/${id}`)
    await field('Điện thoại').fill('0912 345 678')
    await page.keyboard.press('Control+s')
    await notice('Đã lưu HTX Tân Lợi').getByRole('button', { name: 'Hoàn tác' }).click()
    await notice('Đã hoàn tác: Lưu cơ sở: HTX Tân Lợi').waitFor()
    expect(await field('Điện thoại').inputValue()).toBe('')
    await notice('Đã hoàn tác').getByRole('button', { name: 'Làm lại' }).click()
    await notice('Đã làm lại: Lưu cơ sở: HTX Tân Lợi').waitFor()
    expect(await field('Điện thoại').inputValue()).toBe('0912 345 678')
  })

  test('Ctrl+Z in a box takes back typing, outside it takes back work, and asks before unsaved typing is lost', async () => {
    await field('Ghi chú').pressSequentially('a')
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === '')
    await field('Ghi chú').fill('a@b.vn')
    await page.getByRole('heading', { name: 'HTX Tân Lợi' }).click()
    await page.keyboard.press('Control+z')
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại để lưu' }).click()
    expect(await field('Ghi chú').inputValue()).toBe('a@b.vn')
    expect(await field('Điện thoại').inputValue()).toBe('0912 345 678')
    await field('Ghi chú').fill('')
    await page.getByRole('heading', { name: 'HTX Tân Lợi' }).click()
    await page.keyboard.press('Control+z')
    await notice('Đã hoàn tác').waitFor()
    expect(await field('Điện thoại').inputValue()).toBe('')
    await page.keyboard.press('Control+y')
    await notice('Đã làm lại').waitFor()
    expect(await field('Điện thoại').inputValue()).toBe('0912 345 678')
  })

  test('work of an earlier opening is not taken back by a key', async () => {
    const path = join(office.folder, 'so.skc')
    await callProgram(page, 'files', 'close', {})
    await callProgram(page, 'files', 'open', { path })
    await openAt(page, '/co-so')
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Control+z')
    await notice('Từ khi mở tệp chưa có việc nào để hoàn tác.').waitFor()
    await page.getByRole('grid').getByText('HTX Tân Lợi').waitFor()
  })
})
