// Deadlines on screen: the office sets one of its own, Tổng quan says how near it is and opens the place, a tick takes it off.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addDays, formatDate } from '../../shared/vietnamese/dates'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { callProgram } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('thời hạn', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let due = ''

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công Thái Nguyên',
      province: 'Thái Nguyên',
    })
    const { today } = await callProgram(page, 'programmes', 'deadlines', {})
    due = addDays(today, 3)
    await page.getByRole('link', { name: 'Thiết lập' }).click()
    await page.getByRole('link', { name: 'Thời hạn' }).click()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const dialog = () => page.getByRole('dialog')
  const board = () => page.getByRole('region', { name: 'Việc cần làm' })

  test('those of the law are there with their basis, none for the province; each can be switched off', async () => {
    const table = page.getByRole('table', { name: 'Thời hạn' })
    await table
      .getByRole('row', { name: 'gửi hồ sơ đăng ký kế hoạch' })
      .getByText('Trước ngày 15/6 hằng năm', { exact: true })
      .waitFor()
    await table.getByText('Chậm nhất ngày 22/1 hằng năm', { exact: true }).waitFor()
    expect(await table.getByRole('cell', { name: 'KCĐP', exact: true }).count()).toBe(0)
    for (const step of ['Gửi hồ sơ đề nghị thẩm định cấp cơ sở', 'Sở Công Thương gửi hồ sơ đăng ký']) {
      const box = table.getByRole('checkbox', { name: step })
      await box.click()
      await page.waitForFunction(
        (wanted) => document.querySelector<HTMLInputElement>(`input[aria-label*="${wanted}"]`)?.checked === false,
        step,
      )
    }
  })

  test('a day that no such month has is refused at its box; a right one is kept', async () => {
    await page.getByRole('button', { name: 'Thêm thời hạn' }).click()
    await dialog().getByLabel('Việc phải làm').fill('Gửi đăng ký KCĐP về Sở')
    await dialog().getByLabel('Tháng').fill('2')
    await dialog().getByLabel('Ngày', { exact: true }).fill('31')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().getByText('Tháng 2 chỉ có 29 ngày.').first().waitFor()
    await dialog()
      .getByLabel('Tháng')
      .fill(String(Number(due.slice(5, 7))))
    await dialog()
      .getByLabel('Ngày', { exact: true })
      .fill(String(Number(due.slice(8, 10))))
    await dialog().getByLabel('Ngày', { exact: true }).press('Tab')
    await dialog().getByText('Tháng 2 chỉ có 29 ngày.').first().waitFor({ state: 'detached' })
    await dialog().getByLabel('Phải xong trước ngày này').uncheck()
    await dialog().getByLabel('Căn cứ').fill('Quy chế khuyến công của tỉnh')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('row', { name: 'Gửi đăng ký KCĐP về Sở' }).getByText('của đơn vị').waitFor()
  })

  test('it stands on Tổng quan under its nearness, with its basis, and opens the place to do it', async () => {
    await page.getByRole('link', { name: 'Tổng quan' }).click()
    const line = board().getByRole('list', { name: 'Trong 7 ngày' }).getByRole('listitem')
    await line.getByText('Còn 3 ngày').waitFor()
    await line.getByText(`chậm nhất ngày ${formatDate(due)} · Quy chế khuyến công của tỉnh`).waitFor()
    await page.getByRole('button', { name: 'Mở: Gửi đăng ký KCĐP về Sở' }).click()
    await page.getByRole('heading', { name: `Kế hoạch năm ${due.slice(0, 4)}` }).waitFor()
    expect(await page.getByRole('tab', { name: 'KCĐP' }).getAttribute('aria-selected')).toBe('true')
    await page.getByRole('link', { name: 'Tổng quan' }).click()
  })

  test('ticked with a note it is done, and can come back', async () => {
    await board().getByRole('button', { name: 'Đã xong: Gửi đăng ký KCĐP về Sở' }).click()
    await dialog().getByLabel('Ghi chú').fill('Đã gửi số 12/TTKC')
    await dialog().getByRole('button', { name: 'Đánh dấu đã xong' }).click()
    await dialog().waitFor({ state: 'detached' })
    await board().getByText('Không có việc nào quá hạn').waitFor()
    await board().getByRole('button', { name: 'Đã xong (1)' }).click()
    await board().getByText('Đã xong: Đã gửi số 12/TTKC').waitFor()
    await board().getByRole('button', { name: 'Bỏ dấu đã xong: Gửi đăng ký KCĐP về Sở' }).click()
    await board().getByText('Còn 3 ngày').waitFor()
  })
})
