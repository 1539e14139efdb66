// The review of several years and the pictures of one, in the browser: targets, published totals that do not add up, an image
// on the clipboard.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('the review and the pictures', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  const thisYear = new Date().getFullYear()

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await startOffice(page, { folder: opened.program.folder, centreName: 'Trung tâm Khuyến công', province: 'Sơn La' })
    const id = await addProject(page, {
      name: 'Hỗ trợ máy sấy',
      programme: 'local',
      year: thisYear,
      support: 200_000_000,
      counterpart: 300_000_000,
    })
    await callProgram(page, 'plans', 'addProjects', { year: thisYear, programme: 'local', projectIds: [id] })
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

  test('published totals are kept as they were printed, with the difference of their parts in words', async () => {
    await openAt(page, '/bao-cao-giai-doan/so-lieu-nam-truoc')
    await page.getByRole('button', { name: 'Thêm số liệu năm trước' }).first().click()
    await dialog().getByLabel('Từ năm').fill('2012')
    await dialog().getByLabel('Đến năm').fill('2023')
    await dialog().getByLabel('Số đề án').fill('214')
    await dialog().getByLabel('KCQG (đồng)').fill('5.586.000.000')
    await dialog().getByLabel('KCĐP (đồng)').fill('20.718.000.000')
    await dialog().getByLabel('Đối ứng (đồng)').fill('62.912.000.000')
    await dialog().getByLabel('Tổng đã công bố (đồng)').fill('99.216.000.000')
    await dialog().getByLabel('Nguồn số liệu').fill('Báo cáo 12 năm')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await notice('99.216 ≠ 5.586 + 20.718 + 62.912 = 89.216').waitFor()
    await page.getByText('Chênh lệch 10.000 (các phần cộng lại 89.216)').waitFor()
  })

  test('a programme keeps its targets', async () => {
    await openAt(page, '/bao-cao-giai-doan/chuong-trinh')
    await page.getByRole('button', { name: 'Thêm chương trình giai đoạn' }).first().click()
    await page.getByLabel('Tên chương trình').fill('Chương trình 2012 đến nay')
    await page.getByLabel('Từ năm').fill('2012')
    await page.getByLabel('Đến năm').fill(String(thisYear))
    await page.getByRole('button', { name: '+ Thêm chỉ tiêu' }).click()
    await page.getByLabel('Chỉ tiêu, dòng 1', { exact: true }).fill('Số đề án')
    await page.getByLabel('Kết quả tính từ, dòng 1', { exact: true }).selectOption({ label: 'Số đề án' })
    await page.getByLabel('Kế hoạch, dòng 1', { exact: true }).fill('430')
    await page.keyboard.press('Control+s')
    await notice('Đã lưu Chương trình 2012 đến nay').waitFor()
  })

  test('the review adds both up, says what does not add up and compares with the targets', async () => {
    await openAt(page, '/bao-cao-giai-doan')
    await page.getByLabel('Chỉ tiêu của chương trình').selectOption({ label: 'Chương trình 2012 đến nay' })
    const body = page.getByRole('region', { name: /^Báo cáo kết quả hoạt động khuyến công/ })
    await body.getByText('toàn tỉnh có 215 đề án khuyến công; tổng kinh phí thực hiện 89.216 triệu đồng').waitFor()
    await body.getByRole('note', { name: 'Cần đối chiếu' }).getByText('chênh lệch 10.000').waitFor()
    const targets = body.getByRole('table', { name: 'So với chỉ tiêu chương trình' })
    expect(await targets.getByRole('row').last().innerText()).toMatch(/430\s+215\s+50 %/)
    const programmes = body.getByRole('table', { name: 'Theo chương trình và nguồn kinh phí' })
    expect(await programmes.getByRole('row').last().innerText()).toMatch(/215\s+500\s+89\.216/)
    await page.keyboard.press('Control+p')
    await dialog().locator('iframe').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  test('pictures have their figures beside them and are copied as an image', async () => {
    await page.getByRole('link', { name: 'Biểu đồ' }).click()
    const sources = page.getByRole('region', { name: /^Theo nguồn kinh phí/ })
    expect(await sources.getByRole('row').filter({ hasText: 'KCĐP' }).innerText()).toMatch(/200\s+0/)
    await sources.getByRole('img').getByText('300', { exact: true }).waitFor()
    await sources.getByRole('button', { name: 'Sao chép hình' }).click()
    await notice('Đã sao chép hình').waitFor()
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const png = await item?.getType('image/png')
      const picture = png === undefined ? null : await createImageBitmap(png)
      return picture === null ? null : { width: picture.width, height: picture.height }
    })
    expect(copied?.width).toBe(1_520)
    expect(copied?.height).toBeGreaterThan(400)
    await page.getByRole('table', { name: new RegExp(`^Lịch thời hạn tháng \\d+ năm ${thisYear}$`) }).waitFor()
  })
})
