// Backups in a browser: taken by hand, restored and the restore undone, a damaged file brought back in two presses.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addEstablishment, callProgram, openAt } from './support/records'
import { openFileByHand, startOffice } from './support/steps'

describe.skipIf(!hasChromium)('the safety of the data file', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let file = ''

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    file = await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công tỉnh Lào Cai',
      province: 'Lào Cai',
    })
    await addEstablishment(page, 'Cơ sở Vũ Loan')
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  const establishments = async (): Promise<string[]> =>
    (await callProgram(page, 'establishments', 'list', {})).rows.map((row) => row.name)

  test('a backup by hand keeps its note and stands in the list and at the foot of the window', async () => {
    await openAt(page, '/sao-luu')
    await page.getByRole('heading', { name: 'Sao lưu và an toàn dữ liệu' }).waitFor()
    await page.getByText('Chưa có bản sao lưu nào').waitFor()
    await page.getByRole('button', { name: 'Sao lưu ngay…' }).click()
    await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Trước khi nộp kế hoạch')
    await page.getByRole('button', { name: 'Sao lưu', exact: true }).click()
    await page.getByText('Đã sao lưu và kiểm tra bản sao.').waitFor()
    const row = page.getByRole('table', { name: 'Các bản sao lưu' }).getByRole('row').nth(1)
    expect(await row.innerText()).toMatch(
      /hôm nay \d\d:\d\d\s+Sao lưu theo ý người dùng\s+Trước khi nộp kế hoạch\s+1\s+0\s+0\s+0/,
    )
    await page.getByRole('button', { name: /^Sao lưu gần nhất: hôm nay \d\d:\d\d$/ }).waitFor()
  })

  test('a check says that nothing is wrong', async () => {
    await page.getByRole('button', { name: 'Kiểm tra dữ liệu' }).click()
    await page.getByRole('dialog').getByText('Không thấy gì sai').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('the support bundle is saved from the same screen', async () => {
    const support = page.getByRole('region', { name: 'Hỗ trợ' })
    await support.getByText('Không có lỗi ngoài dự kiến').waitFor()
    const download = page.waitForEvent('download')
    await support.getByRole('button', { name: 'Lưu gói hỗ trợ…' }).click()
    expect((await download).suggestedFilename()).toMatch(/^goi-ho-tro-\d{4}-\d\d-\d\d\.zip$/)
  })

  test('a restore brings the file back, and is itself undone by one press', async () => {
    await addEstablishment(page, 'Cơ sở Thanh Hải')
    await page.getByRole('button', { name: /^Phục hồi bản hôm nay/ }).click()
    await page.getByRole('button', { name: 'Phục hồi', exact: true }).click()
    await page.getByText(/^Đã phục hồi tệp dữ liệu như lúc hôm nay/).waitFor()
    expect(await establishments()).toEqual(['Cơ sở Vũ Loan'])
    await page.getByRole('button', { name: 'Hoàn tác phục hồi' }).click()
    await page.getByText('Đã đưa tệp về như trước khi phục hồi.').waitFor()
    expect(await establishments()).toHaveLength(2)
  })

  test('a second place is chosen from the folders of this machine, and copied to', async () => {
    const stick = `${opened.program.folder}/usb`
    await openAt(page, '/sao-luu')
    await mkdir(stick)
    await page.getByRole('button', { name: 'Chọn nơi…' }).click()
    const box = page.getByLabel('Đường dẫn thư mục')
    await box.fill(stick)
    await box.press('Enter')
    await page.locator(`input[aria-label="Đường dẫn thư mục"][value="${stick}"]`).waitFor()
    await page.getByRole('button', { name: 'Chọn thư mục này' }).click()
    await page.getByText('cùng ổ đĩa với tệp dữ liệu').waitFor()
    await page.getByRole('button', { name: 'Chép ngay' }).click()
    await page.getByText(/^Đã chép bản sao lưu mới nhất/).waitFor()
    expect(await readdir(`${stick}/so.sao-luu`)).toHaveLength(1)
  })

  test('a damaged file names its newest backup and comes back from it in two presses', async () => {
    await page.getByRole('button', { name: 'Trung tâm Khuyến công tỉnh Lào Cai' }).click()
    await page.getByRole('menuitem', { name: 'Đóng tệp, mở tệp khác…' }).click()
    await page.getByRole('button', { name: 'Mở tệp có sẵn…' }).waitFor()
    const bytes = await readFile(file)
    bytes.fill(0xab, 4096 * 3, 4096 * 9)
    await writeFile(file, bytes)
    await openFileByHand(page, file)
    await page.getByRole('heading', { name: 'Tệp dữ liệu bị hỏng' }).waitFor()
    await page.getByText('Bản sao lưu tốt gần nhất của tệp này').waitFor()

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Xuất những gì còn đọc được ra Excel (CSV)…' }).click()
    expect((await download).suggestedFilename()).toBe('so-cuu-du-lieu.zip')

    await page.getByRole('button', { name: 'Phục hồi bản này…' }).click()
    await page.getByRole('button', { name: 'Phục hồi', exact: true }).click()
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
    await page.getByText('Tệp hỏng được giữ nguyên ở').waitFor()
    expect(await establishments()).toHaveLength(2)
    expect(opened.complaints).toEqual([])
  })
})
