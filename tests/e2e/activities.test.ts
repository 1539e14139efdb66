// Hoạt động khác in the browser: a voting round with its products and certificates, a fair under a đề án, found by Ctrl+K.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addEstablishment, addProject, callProgram } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('activities', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  const thisYear = new Date().getFullYear()

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, { folder: opened.program.folder, centreName: 'Trung tâm Khuyến công', province: 'Sơn La' })
    await addEstablishment(page, 'HTX Tân Lợi')
    await addProject(page, {
      name: 'Tổ chức hội chợ',
      programme: 'local',
      year: thisYear,
      support: 100_000_000,
      counterpart: 0,
    })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const dialog = () => page.getByRole('dialog')
  const notice = (text: string) => page.getByRole('status').getByText(text)
  const box = (name: string) => page.getByLabel(name, { exact: true })

  test('a round is opened by Alt+6 and saved; its product is linked to a cơ sở and certified', async () => {
    await page.keyboard.press('Alt+6')
    await page.getByText('Mỗi kỳ bình chọn giữ sản phẩm đăng ký').waitFor()
    await page.keyboard.press('Control+n')
    await page.getByRole('form', { name: 'Thêm kỳ bình chọn' }).waitFor()
    await page.getByLabel('Số thành viên hội đồng').fill('6')
    await page.keyboard.press('Control+s')
    await notice(`Đã lưu bình chọn cấp tỉnh năm ${thisYear}`).waitFor()
    await page.getByText('Hội đồng có 7 hoặc 9 thành viên, đang ghi 6').waitFor()
    await page.getByRole('button', { name: '+ Thêm sản phẩm' }).click()
    await dialog().getByRole('combobox', { name: 'Tìm trong sổ cơ sở' }).fill('tan loi')
    await page.getByRole('option').filter({ hasText: 'HTX Tân Lợi' }).first().click()
    await dialog().getByLabel('Tên sản phẩm *').fill('Miến dong Tân Lợi')
    await dialog().getByLabel('Điểm bình quân (thang 100)').fill('65,5')
    await dialog().getByLabel('Kết quả').selectOption({ label: 'Được công nhận' })
    await dialog().getByLabel('Số giấy chứng nhận').fill('05/GCN')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().getByText('Ghi lý do vẫn công nhận.').first().waitFor()
    await dialog().getByLabel('Điểm bình quân (thang 100)').fill('82,5')
    await dialog().getByLabel('Ngày cấp').fill(`15/01/${thisYear}`)
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await notice('Đã lưu sản phẩm Miến dong Tân Lợi').waitFor()
    const products = page.getByRole('table', { name: 'Sản phẩm đăng ký' })
    await products.getByText(`Còn hạn (đến 31/12/${thisYear + 3})`).waitFor()
    expect(await products.getByRole('row').last().innerText()).toMatch(/HTX Tân Lợi[\s\S]*82,5[\s\S]*05\/GCN/)
  })

  test('the certificates are listed, told when they end soon, and printed', async () => {
    await callProgram(page, 'activities', 'recordCertificate', {
      level: 'nation',
      year: thisYear - 3,
      owner: 'HTX Tân Lợi',
      name: 'Chè Shan tuyết',
      group: 'food',
      average: 9_000,
      number: '99/GCN',
      date: `${thisYear - 3}-09-01`,
    })
    await page.getByRole('link', { name: 'Giấy chứng nhận' }).click()
    const list = page.getByRole('grid', { name: 'Giấy chứng nhận' })
    await list.getByText('05/GCN').waitFor()
    await page.getByLabel('Tìm trong danh sách').fill('shan')
    await list.getByText('99/GCN').waitFor()
    await list.getByText('05/GCN').waitFor({ state: 'detached' })
    await page.getByLabel('Tìm trong danh sách').fill('')
    await page.keyboard.press('Control+p')
    await dialog().locator('iframe').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  test('a fair under a đề án keeps its figures and adds no money twice', async () => {
    await page.getByRole('link', { name: 'Hội chợ, tập huấn' }).click()
    await page.getByText(`Hội chợ, lớp tập huấn, tư vấn, chuyến tham quan`).waitFor()
    await page.getByRole('button', { name: 'Thêm hoạt động' }).first().click()
    await box('Tên hoạt động *').fill('Hội chợ Tây Bắc')
    await page.getByLabel('Số gian hàng').fill('120')
    await page.getByLabel('KCĐP (đồng)').fill('90.000.000')
    await page.getByRole('combobox', { name: 'Thuộc đề án' }).fill('to chuc hoi cho')
    await page.getByRole('option', { name: /Tổ chức hội chợ/ }).click()
    await page.getByText('không cộng thêm vào tổng').waitFor()
    await page.getByRole('combobox', { name: 'Thêm cơ sở tham gia' }).fill('tan loi')
    await page.getByRole('option').filter({ hasText: 'HTX Tân Lợi' }).first().click()
    await page.keyboard.press('Control+s')
    await notice('Đã lưu Hội chợ Tây Bắc').waitFor()
    await page.getByRole('form', { name: 'Hội chợ Tây Bắc' }).waitFor()
    await page.keyboard.press('Escape')
    const row = page.getByRole('row').filter({ hasText: 'Hội chợ Tây Bắc' })
    await row.getByText('đã tính trong đề án').waitFor()
    expect(await row.innerText()).toMatch(/120/)
    await page.getByText('kinh phí ngoài đề án 0 ').waitFor()
  })

  test('Ctrl+K finds the round by its product and the fair by its name', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('mien dong')
    await page.getByRole('option').getByText('Bình chọn cấp tỉnh').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('tay bac')
    await page.getByRole('option').getByText('Hội chợ Tây Bắc').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: 'Hội chợ Tây Bắc' }).waitFor()
  })
})
