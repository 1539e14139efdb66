// From registration to approval on screen: batches, what each đề án got, what is left in words, the lock, the later year.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

const year = 2027

describe.skipIf(!hasChromium)('kế hoạch được giao', () => {
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
    const common = { programme: 'national', year, counterpart: 500_000_000 } as const
    const projectIds = [
      await addProject(page, { ...common, name: 'Máy sấy', support: 300_000_000 }),
      await addProject(page, { ...common, name: 'Máy nghiền', support: 900_000_000 }),
    ]
    await callProgram(page, 'plans', 'addProjects', { year, programme: 'national', projectIds })
    await addProject(page, { ...common, name: 'Máy đóng gói', support: 100_000_000 })
    await openAt(page, '/ke-hoach')
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const dialog = () => page.getByRole('dialog')
  const state = () => page.getByRole('status', { name: 'Tình trạng kế hoạch' })
  const tab = (name: string) => page.getByRole('tab', { name, exact: true })
  const cells = async (name: string) => (await page.getByRole('row', { name }).innerText()).split('\t')

  test('a plan being drafted cannot be assigned yet; registering says what it does and keeps its day', async () => {
    await state().getByText('Đang soạn').waitFor()
    await tab('Được giao').click()
    expect(await page.getByRole('button', { name: 'Giao kinh phí: Máy sấy' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Ghi nhận đã đăng ký' }).click()
    await dialog().getByText('2 đề án được khóa đúng như đã gửi đi').waitFor()
    await dialog().getByLabel('Ngày đăng ký').fill('10/6/2024')
    await dialog().getByRole('button', { name: 'Ghi nhận đã đăng ký' }).click()
    await dialog().getByText('Ngày thuộc năm 2024, không phải giấy tờ của kế hoạch năm 2027').first().waitFor()
    await dialog().getByLabel('Ngày đăng ký').fill('10/6/2026')
    await dialog().getByLabel('Ngày đăng ký').press('Enter')
    await state().getByText('Đã đăng ký ngày 10/06/2026').waitFor()
  })

  test('a batch is written with its paper; the same number twice is refused at its box', async () => {
    await page.getByRole('button', { name: 'Thêm đợt' }).click()
    await dialog().getByLabel('Số văn bản').fill('3536/QĐ-BCT')
    await dialog().getByLabel('Ngày văn bản').fill('30/12/2026')
    await dialog().getByLabel('Tổng kinh phí của đợt (đồng)').fill('600 triệu')
    await dialog().getByLabel('Tổng kinh phí của đợt (đồng)').press('Enter')
    await page
      .getByRole('table', { name: 'Các đợt phân bổ' })
      .getByText('Quyết định 3536/QĐ-BCT ngày 30/12/2026')
      .waitFor()

    await page.getByRole('button', { name: 'Thêm đợt' }).click()
    expect(await dialog().getByLabel('Đợt số').inputValue()).toBe('2')
    await dialog().getByLabel('Đợt số').fill('1')
    await dialog().getByLabel('Tổng kinh phí của đợt (đồng)').fill('1')
    await dialog().getByLabel('Tổng kinh phí của đợt (đồng)').press('Enter')
    await dialog().getByText('Đợt 1 đã được ghi; hãy dùng số đợt khác.').first().waitFor()
    await dialog().getByRole('button', { name: 'Hủy' }).click()
  })

  test('what a đề án got stands beside what it asked for; more than the batch has is told in its box', async () => {
    await page.getByRole('button', { name: 'Giao kinh phí: Máy sấy' }).click()
    expect(await dialog().getByLabel('KCQG (đồng)').inputValue()).toBe('300.000.000')
    await dialog().getByLabel('KCQG (đồng)').press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Giao kinh phí: Máy nghiền' }).click()
    await dialog().getByLabel('KCQG (đồng)').fill('300000001')
    await dialog().getByLabel('KCQG (đồng)').press('Enter')
    await dialog().getByText('Đợt 1 chỉ còn 300.000.000 đồng').first().waitFor()
    expect(await dialog().getByLabel('KCQG (đồng)').getAttribute('aria-invalid')).toBe('true')
    await dialog().getByLabel('KCQG (đồng)').fill('250000000')
    await dialog().getByLabel('KCQG (đồng)').press('Enter')
    await dialog().waitFor({ state: 'detached' })
    expect(await cells('Máy nghiền')).toEqual(['2', 'Máy nghiền', '900', '250', '500', '500', '−650', 'Đợt 1', 'Giao'])
    expect((await cells('Tổng: 2 đề án')).slice(1, 7)).toEqual([
      'Tổng: 2 đề án',
      '1.200',
      '550',
      '1.000',
      '1.000',
      '−650',
    ])
    await state().getByText('Đã giao kinh phí').waitFor()
    await page.getByRole('region', { name: 'Các đợt phân bổ' }).getByText('Còn 50.000.000 đồng').waitFor()
  })

  test('more than the year was given is said in words and amounts', async () => {
    await page.getByRole('button', { name: 'Giao kinh phí: Máy nghiền' }).click()
    await dialog().getByLabel('Đợt', { exact: true }).selectOption({ label: 'Ngoài các đợt' })
    await dialog().getByLabel('KCQG (đồng)').fill('80000000')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await page
      .getByRole('region', { name: 'Các đợt phân bổ' })
      .getByText('Đã giao vượt kinh phí được phân bổ 30.000.000 đồng.')
      .waitFor()
    await page.getByText('vượt tổng kinh phí được phân bổ 600.000.000 đồng là 30.000.000 đồng').waitFor()
  })

  test('đề án brought in after the registration are a supplement', async () => {
    await tab('Đăng ký').click()
    await page.getByRole('button', { name: 'Đưa đề án vào kế hoạch' }).click()
    await dialog().getByLabel('Đợt bổ sung').selectOption('1')
    await dialog().getByLabel('Chọn tất cả').check()
    await dialog().getByRole('button', { name: 'Đưa 1 đề án vào kế hoạch' }).click()
    await page.getByRole('row', { name: 'Máy đóng gói' }).getByText('Đợt bổ sung 1').waitFor()
  })

  test('the words of the report have the figures in them', async () => {
    await page.getByRole('button', { name: 'Lời báo cáo đăng ký' }).click()
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLTextAreaElement>('textarea[readonly]')?.value.includes('đăng ký 3 đề án') === true,
    )
    await dialog().getByRole('button', { name: 'Đóng', exact: true }).last().click()
  })

  test('an approved plan is only read, and its đề án go into the next year by a tick list', async () => {
    await page.getByRole('button', { name: 'Khóa theo quyết định' }).click()
    await dialog().getByRole('button', { name: 'Khóa kế hoạch' }).click()
    await dialog().getByText('Phải nhập số quyết định.').first().waitFor()
    await dialog().getByLabel('Số quyết định').fill('12/QĐ-BCT')
    await dialog().getByLabel('Ngày quyết định').fill('5/1/2027')
    await dialog().getByRole('button', { name: 'Khóa kế hoạch' }).click()
    await state().getByText('theo QĐ số 12/QĐ-BCT ngày 05/01/2027').waitFor()
    expect(await page.getByRole('button', { name: 'Đưa đề án vào kế hoạch' }).count()).toBe(0)
    expect(await page.getByLabel('Ghi chú: Máy sấy').count()).toBe(0)
    await tab('Hiện hành').click()
    await page.getByRole('row', { name: 'Tổng: 3 đề án' }).waitFor()

    await page.getByRole('button', { name: 'Sao chép sang năm sau' }).click()
    await dialog().getByRole('row', { name: 'Máy nghiền' }).getByRole('checkbox').check()
    await dialog().getByRole('button', { name: 'Sao chép 1 đề án sang năm 2028' }).click()
    await page.getByRole('button', { name: 'Mở năm 2028' }).click()
    await page.getByRole('heading', { name: 'Kế hoạch năm 2028' }).waitFor()
    await page.getByRole('row', { name: 'Máy nghiền' }).getByText('02/2028').waitFor()
    await state().getByText('Đang soạn').waitFor()
  })
})
