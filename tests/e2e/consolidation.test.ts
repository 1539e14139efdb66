// From a package made by hand to the regional table: sent, downloaded, recalled, put together with another centre's workbook and a
// broken file, decided, kept, taken out as Excel, reopened.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { callProgram, openAt } from './support/records'
import { repositoryRoot } from './support/webProgram'

describe.skipIf(!hasChromium)('gói gửi cấp trên và tổng hợp nhiều đơn vị', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  const packages: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await page.getByRole('button', { name: 'Mở dữ liệu mẫu' }).waitFor()
    await callProgram(page, 'files', 'createSample', { path: join(opened.program.folder, 'mau.skc') })
    await page.reload()
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
  }, 60_000)

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  async function send(over: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
    await page.getByRole('button', { name: 'Lập gói gửi' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Gói sẽ có 10 đề án').waitFor()
    await dialog.getByLabel('Nơi nhận').fill('Cục Công Thương địa phương')
    await over(dialog)
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Lập gói và lưu tệp' }).click()
    const file = join(opened.program.folder, `goi-${packages.length + 1}.xlsx`)
    await (await download).saveAs(file)
    packages.push(file)
  }

  test('a package is made, kept as it went out, recalled and replaced', async () => {
    await openAt(page, '/goi-gui')
    await send(async () => undefined)
    await page.getByRole('dialog', { name: 'Gói số 2022/1' }).waitFor()
    const again = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lưu lại tệp đã gửi…' }).click()
    const copy = join(opened.program.folder, 'lai.xlsx')
    await (await again).saveAs(copy)
    expect(readFileSync(copy).equals(readFileSync(packages[0] ?? ''))).toBe(true)

    await page.getByRole('button', { name: 'Thu hồi…' }).click()
    await page.getByRole('button', { name: 'Thu hồi gói này' }).click()
    await page.getByText('Phải nhập lý do thu hồi.').first().waitFor()
    await page.getByLabel('Lý do').fill('Sai kinh phí một đề án')
    await page.getByRole('button', { name: 'Thu hồi gói này' }).click()
    await page.getByRole('button', { name: 'Thông báo thu hồi' }).waitFor()
    await page.keyboard.press('Escape')

    await send(async (dialog) => {
      await dialog.getByLabel('Thay cho gói').selectOption({ index: 1 })
    })
    await page.getByRole('dialog', { name: 'Gói số 2022/2' }).getByText('Thay cho gói 2022/1').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('grid').getByRole('row').count()).toBe(3)
  }, 60_000)

  test('files of several kinds become one table once every doubt is decided', async () => {
    const broken = join(opened.program.folder, 'hong.xlsx')
    writeFileSync(broken, readFileSync(packages[1] ?? '').subarray(0, 4_000))
    await openAt(page, '/tong-hop')
    await page.getByRole('button', { name: 'Tổng hợp mới' }).first().click()
    const workbook = join(repositoryRoot, 'tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx')
    await page.getByLabel('Chọn các tệp').setInputFiles([...packages, workbook, broken])
    await page.getByText('0/4 tệp được tính').waitFor()
    await page.getByRole('grid').getByText('Không đọc được', { exact: true }).waitFor()

    await page.getByRole('tab', { name: /Cần quyết định/ }).click()
    await page.getByText('đã bị Trung tâm', { exact: false }).first().waitFor()
    await page.getByText('Tỉnh Bắc Kạn có 2 tệp', { exact: false }).waitFor()
    await page.getByLabel('Cộng cả 2 tệp').click()
    await page.getByText('2/4 tệp được tính · 1 tỉnh, thành phố').waitFor()

    await page.getByRole('tab', { name: 'Theo tỉnh, thành phố' }).click()
    const row = page.getByRole('grid').getByRole('row', { name: /Tỉnh Bắc Kạn/ })
    expect((await row.textContent()) ?? '').toContain('1.400')
    await page.getByRole('tab', { name: 'Lời văn' }).click()
    await page.getByText('kế hoạch kinh phí khuyến công của tỉnh Bắc Kạn là 2.392 triệu đồng').waitFor()

    await page.keyboard.press('Control+S')
    await page.getByLabel('Tên bảng tổng hợp').fill('Vùng thử')
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
    await page.getByRole('heading', { name: 'Vùng thử' }).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Xuất Excel' }).click()
    expect((await download).suggestedFilename()).toBe('vung-thu.xlsx')

    await openAt(page, '/tong-hop')
    await page.getByRole('grid').press('Enter')
    await page.getByText('2/3 tệp được tính · 1 tỉnh, thành phố').waitFor()
    const { result } = await callProgram(page, 'consolidation', 'get', { id: 1 })
    expect(result.table.total.figures.support.planned).toBe(2 * 1_196_000_000)
  }, 60_000)
})
