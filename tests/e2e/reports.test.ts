// Reports through the screen: a figure opened down to its đề án, a period and a day chosen, how it was made, what goes out.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

const year = 2027

describe.skipIf(!hasChromium)('báo cáo', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công Thái Nguyên',
      province: 'Thái Nguyên',
    })
    for (const [name, support] of [
      ['Máy sấy lạnh', 100_000_000],
      ['Máy ép viên', 60_000_000],
    ] as const) {
      const id = await addProject(page, { name, programme: 'national', year, support, counterpart: 150_000_000 })
      const { rowVersion } = await callProgram(page, 'projects', 'steps', { id })
      await callProgram(page, 'projects', 'lockVersion', {
        id,
        rowVersion,
        stage: 'approved',
        decisionNumber: '4768/QĐ-BCT',
        decisionDate: '2026-10-22',
      })
    }
    await openAt(page, '/bao-cao')
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const report = () => page.getByRole('table', { name: /Tổng hợp kinh phí và đề án theo nội dung/ })
  const total = () => report().getByRole('row', { name: /Tổng cộng/ })

  test('một số liệu mở ra các đề án cộng lại đúng bằng nó, bằng bàn phím, rồi mở đề án', async () => {
    await total().waitFor()
    await total().getByRole('cell', { name: '460', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('460 triệu đồng').waitFor()
    await dialog.getByText(/Cách tính: Kế hoạch/).waitFor()
    expect(await dialog.getByRole('row', { name: /Máy ép viên/ }).textContent()).toContain('210')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    const cell = total().getByRole('cell', { name: '160', exact: true })
    await cell.focus()
    await page.keyboard.press('Enter')
    await dialog.getByRole('row', { name: /Máy sấy lạnh/ }).dblclick()
    await page
      .getByRole('heading', { name: /Máy sấy lạnh/ })
      .first()
      .waitFor()
    await page.goBack()
  })

  test('tính đến một ngày trước quyết định thì chưa có gì; cách tính mở ra bằng lời', async () => {
    await page.getByRole('textbox', { name: /Tính đến ngày/ }).fill('01/10/2026')
    await page.keyboard.press('Enter')
    await page.getByText(/số liệu đến ngày 01\/10\/2026/).waitFor()
    expect(await total().textContent()).not.toContain('460')
    await page.getByRole('textbox', { name: /Tính đến ngày/ }).fill('')
    await page.keyboard.press('Enter')
    await total().getByText('460').waitFor()
    await page.getByRole('button', { name: 'Cách tính' }).click()
    await page.getByRole('dialog').getByText('Tỷ lệ so với kế hoạch').waitFor()
    await page.keyboard.press('Escape')
  })

  test('xuất ra Excel và xem bản in có câu chữ', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất Excel' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`b1-tong-hop-kinh-phi-va-de-an-theo-noi-dung-nam-${year}.xlsx`)
    await page.getByRole('button', { name: 'In', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'In…' }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('số bổ sung có nguồn đi vào báo cáo của năm', async () => {
    await page.getByLabel('Báo cáo', { exact: true }).selectOption('B6')
    await page.getByRole('button', { name: 'Số bổ sung…' }).click()
    await page.getByRole('button', { name: 'Bổ sung số liệu' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Chỉ tiêu').selectOption('fairEstablishments')
    await dialog.getByLabel('Số lượng KCĐP').fill('12')
    await dialog.getByLabel('Nguồn số liệu').fill('Báo cáo số 12/BC-TTKC')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /Báo cáo số 12/ })
      .waitFor()
    await page.keyboard.press('Escape')
    const row = page.getByRole('row', { name: /Số lượt cơ sở tham gia hội chợ/ })
    await row.getByText('12').first().waitFor()
  })
})
