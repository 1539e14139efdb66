// Carrying out on screen, mostly by keyboard: the month's progress in one grid, minutes that fail and pass, the settlement.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addDays, formatDate, yearOf } from '../../shared/vietnamese/dates'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addEstablishment, addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('tổ chức thực hiện', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let today = ''
  let projectId = 0
  let code = ''

  async function rowVersion(): Promise<number> {
    return (await callProgram(page, 'projects', 'get', { id: projectId })).rowVersion
  }

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công Thái Nguyên',
      province: 'Thái Nguyên',
    })
    today = (await callProgram(page, 'programmes', 'deadlines', {})).today
    const establishmentId = await addEstablishment(page, 'HTX Tân Lợi')
    projectId = await addProject(page, {
      name: 'Hỗ trợ máy sấy chè',
      programme: 'local',
      year: yearOf(today),
      support: 100_000_000,
      counterpart: 150_000_000,
      content: {
        beneficiaries: [{ establishmentId, name: 'HTX Tân Lợi', shareBasisPoints: 10_000 }],
        outputs: [{ indicator: 'Máy sấy', unit: 'cái', quantityThousandths: 1_000 }],
      },
    })
    await callProgram(page, 'projects', 'lockVersion', {
      id: projectId,
      rowVersion: 1,
      stage: 'approved',
      decisionNumber: '45/QĐ-UBND',
      decisionDate: addDays(today, -20),
    })
    const contract = await callProgram(page, 'contracts', 'save', {
      id: null,
      rowVersion: null,
      contract: {
        kind: 'beneficiary',
        programme: 'local',
        year: yearOf(today),
        giver: { name: 'Trung tâm Khuyến công' },
        receiver: { name: 'HTX Tân Lợi', establishmentId },
        lines: [{ projectId, amounts: { national: 0, local: 100_000_000, counterpart: 150_000_000, other: 0 } }],
      },
    })
    await callProgram(page, 'contracts', 'sign', {
      ...contract,
      signedOn: addDays(today, -15),
      symbol: 'HĐ-KC',
      reason: 'Đã báo cáo',
    })
    code = (await callProgram(page, 'projects', 'get', { id: projectId })).identity.code
    await openAt(page, '/tien-do')
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  test('the month’s list holds every running đề án; it is filled and saved by keyboard, and carried over', async () => {
    const percent = page.getByLabel(`Đến nay (%): ${code}, Toàn bộ đề án`)
    await percent.click()
    await percent.press('Control+A')
    await page.keyboard.type('32,5')
    await page.keyboard.press('Control+S')
    await page.getByText('Đã lưu tiến độ').waitFor()
    await page.getByText('Chung: 32,5 %').waitFor()
    const { reports } = await callProgram(page, 'execution', 'progress', { projectId })
    expect(reports.map((one) => one.percent)).toEqual([3_250])
    await percent.click()
    await percent.press('Control+A')
    await page.keyboard.type('130')
    await page.keyboard.press('Control+S')
    await page.getByText('Tỷ lệ quá 100 %.').first().waitFor()
    await percent.press('Control+A')
    await page.keyboard.type('40')
    await page.keyboard.press('Control+S')
    await page.getByText('Chung: 40 %').waitFor()
  })

  test('minutes that fail want what is to be mended and by when; as planned and passed they are locked', async () => {
    await page.getByRole('link', { name: 'Nghiệm thu', exact: true }).click()
    await page.getByRole('button', { name: `Lập biên bản nghiệm thu ${code}` }).click()
    await page.getByLabel('Ngày nghiệm thu').fill(formatDate(addDays(today, -5)))
    for (const [row, side, name] of [
      [1, 'Sở Công Thương', 'Lý A Phủ'],
      [2, 'Đơn vị thực hiện', 'Nông Thị Lan'],
    ] as const) {
      await page.getByRole('button', { name: '+ Thêm người' }).click()
      await page.getByLabel(`Đại diện, dòng ${row}`).selectOption(side)
      await page.getByLabel(`Họ và tên, dòng ${row}`).fill(name)
    }
    await page.getByRole('button', { name: 'Điền thực hiện đúng như kế hoạch' }).click()
    await page.getByRole('combobox', { name: 'Kết luận', exact: true }).selectOption('Không đạt')
    await page.getByRole('button', { name: 'Kết luận nghiệm thu…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Kết luận nghiệm thu' }).click()
    await page.getByText('Không đạt thì phải ghi nội dung khắc phục.').first().waitFor()
    await page.getByRole('combobox', { name: 'Kết luận', exact: true }).selectOption('Đạt')
    await page.getByRole('button', { name: 'Kết luận nghiệm thu…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Kết luận nghiệm thu' }).click()
    await page.getByText('biên bản không sửa được nữa').waitFor()
    expect(await page.getByLabel('Ngày nghiệm thu').isDisabled()).toBe(true)
    const { rows } = await callProgram(page, 'execution', 'acceptances', { projectId })
    expect(rows).toMatchObject([{ conclusion: 'pass', done: { local: 100_000_000, counterpart: 150_000_000 } }])
  })

  test('the settlement says what does not agree, and a contract is not closed over money nobody accounts for', async () => {
    for (const step of ['start', 'acceptBase'] as const)
      await callProgram(page, 'projects', 'takeStep', {
        id: projectId,
        rowVersion: await rowVersion(),
        step,
        date: today,
        documentNumber: '',
        documentDate: null,
        reason: '',
      })
    await openAt(page, `/quyet-toan/${projectId}`)
    await page.getByLabel('Ngày lập hồ sơ').fill(formatDate(today))
    await page.getByRole('button', { name: '+ Thêm chứng từ' }).click()
    await page.getByLabel('Số chứng từ, dòng 1').fill('0001')
    await page.getByLabel('Ngày, dòng 1').fill(formatDate(addDays(today, -6)))
    await page.getByRole('table', { name: 'Bảng kê chứng từ' }).getByLabel('Nội dung chi, dòng 1').fill('Mua máy sấy')
    await page.getByLabel('KCĐP, dòng 1', { exact: true }).fill('100.000.000')
    await page.keyboard.press('Control+S')
    await page.getByText('Đã lưu hồ sơ quyết toán.').waitFor()
    await page
      .getByRole('list', { name: 'Số liệu chưa khớp' })
      .getByText('Đối ứng: đề nghị 150.000.000 đồng, chứng từ 0 đồng')
      .waitFor()
    await page.getByRole('button', { name: /^Thanh lý Hợp đồng với đơn vị thụ hưởng/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Số biên bản thanh lý').fill('3/BBTL')
    await dialog.getByRole('button', { name: 'Ghi thanh lý' }).click()
    await dialog.getByText('Còn 100.000.000 đồng chưa thanh toán').first().waitFor()
    await dialog.getByLabel('Giải trình tiền chưa trả, chưa thu hồi').fill('Chuyển trả trong tháng sau')
    await dialog.getByRole('button', { name: 'Ghi thanh lý' }).click()
    await page.getByText('Đã thanh lý 3/BBTL').waitFor()
  })
})
