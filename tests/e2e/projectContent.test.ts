// The parts of a đề án beside its prose, on screen: tables typed and pasted, bases chosen and ordered, support to be repaid.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('the parts of a đề án', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let local = 0

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công Thái Nguyên',
      province: 'Thái Nguyên',
    })
    local = await addProject(page, {
      name: 'Hỗ trợ máy sấy lạnh',
      programme: 'local',
      year: 2027,
      support: 100_000_000,
      counterpart: 200_000_000,
    })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const box = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  const content = async () => (await callProgram(page, 'projects', 'get', { id: local })).content

  async function paste(text: string): Promise<void> {
    await page.evaluate((block) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', block)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  }

  async function save(): Promise<void> {
    await page.keyboard.press('Control+s')
    await page
      .getByText(/^Đã lưu đề án/)
      .last()
      .waitFor()
  }

  test('machines pasted from Excel, a schedule typed, bases in the order chosen: all there after saving', async () => {
    await openAt(page, `/de-an/${local}`)
    await page.getByRole('button', { name: '+ Thêm máy móc, thiết bị' }).click()
    await box('Tên, quy cách, thông số, dòng 1').focus()
    await paste('Máy sấy lạnh 500 kg/mẻ\tViệt Nam\tmáy\t2,5\t80.000.000\nBăng tải\tNhật Bản\tbộ\t1\t100.000.000\n')
    expect(await box('Đơn giá, dòng 2').inputValue()).toBe('100.000.000')
    await page.getByText('Ba trăm triệu đồng').waitFor()

    await page.getByRole('button', { name: '+ Thêm nội dung công việc' }).click()
    await box('Nội dung công việc, dòng 1').fill('Mua máy')
    await box('Từ tháng, dòng 1').fill('02/2027')
    await box('Đến tháng, dòng 1').fill('5/2027')
    expect(await box('Đơn vị phụ trách, dòng 1').inputValue()).toBe('Trung tâm Khuyến công')

    for (const number of ['45/2012', '46/2012']) {
      await page.getByLabel('Thêm căn cứ', { exact: true }).fill(number)
      await page
        .getByRole('listbox')
        .getByRole('option', { name: new RegExp(`^${number}`) })
        .click()
    }
    await page.getByRole('button', { name: 'Đưa 46/2012/TT-BCT lên' }).click()
    await page.getByLabel('Đặc điểm vượt trội', { exact: true }).fill('Giữ màu, giữ mùi')
    await save()
    expect(await content()).toMatchObject({
      equipment: [
        { name: 'Máy sấy lạnh 500 kg/mẻ', origin: 'Việt Nam', quantityThousandths: 2_500, unitPrice: 80_000_000 },
        { name: 'Băng tải', origin: 'Nhật Bản', quantityThousandths: 1_000, unitPrice: 100_000_000 },
      ],
      scheduleSteps: [{ content: 'Mua máy', startMonth: '2027-02', endMonth: '2027-05' }],
      legalBases: ['circular-46-2012', 'decree-45-2012'],
      superiority: 'Giữ màu, giữ mùi',
    })
  })

  test('repayments above the support are refused in words, and saved once they fit', async () => {
    await openAt(page, `/de-an/${local}`)
    await page.getByLabel('Hình thức hỗ trợ', { exact: true }).selectOption('Có thu hồi')
    await page.getByRole('button', { name: '+ Thêm đợt hoàn trả' }).click()
    await box('Hạn hoàn trả, dòng 1').fill('30/6/2028')
    await box('Số tiền, dòng 1').fill('120 triệu')
    await page.keyboard.press('Control+s')
    await page
      .getByText(/Các đợt hoàn trả cộng lại là 120\.000\.000 đồng, nhiều hơn/)
      .first()
      .waitFor()
    expect((await content()).repayments).toEqual([])
    await box('Số tiền, dòng 1').fill('60 triệu')
    await page.getByText('Sáu mươi triệu đồng').waitFor()
    await save()
    expect(await content()).toMatchObject({
      supportMode: 'recoverable',
      repayments: [{ dueOn: '2028-06-30', amount: 60_000_000 }],
    })
  })

  test('a locked version shows them to be read', async () => {
    const { id, rowVersion } = await callProgram(page, 'projects', 'get', { id: local })
    await callProgram(page, 'projects', 'lockVersion', {
      id,
      rowVersion,
      stage: 'registered',
      decisionNumber: '',
      decisionDate: null,
    })
    await openAt(page, `/de-an/${local}`)
    const machines = page.getByRole('table', { name: 'Bảng máy móc, thiết bị' })
    await machines.getByRole('cell', { name: 'Băng tải' }).waitFor()
    expect(await machines.getByRole('textbox').count()).toBe(0)
    expect(await page.getByRole('table', { name: 'Lịch hoàn trả' }).innerText()).toContain('30/06/2028')
    const bases = page.getByRole('list', { name: 'Căn cứ pháp lý' }).getByRole('listitem')
    expect(await bases.first().innerText()).toContain('Thông tư số 46/2012/TT-BCT')
  })

  test('the national programme has no support with recovery; a flagship of one content is told, not refused', async () => {
    const id = await addProject(page, {
      name: 'Đề án điểm',
      programme: 'national',
      year: 2027,
      support: 100_000_000,
      counterpart: 200_000_000,
    })
    await openAt(page, `/de-an/${id}`)
    await page.getByLabel('Loại đề án', { exact: true }).waitFor()
    expect(await page.getByLabel('Hình thức hỗ trợ', { exact: true }).count()).toBe(0)
    await page.getByLabel('Loại đề án', { exact: true }).selectOption('flagship')
    await page.getByText(/Cần xem lại: đề án điểm có từ hai nội dung/).waitFor()
    await save()
  })
})
