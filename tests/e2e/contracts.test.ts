// Contracts and money through the screens: a contract filled in, signed with its number, advanced under its rule, seen in the year.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

const year = 2026

describe.skipIf(!hasChromium)('hợp đồng và tiền', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let projectId = 0

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công Thái Nguyên',
      province: 'Thái Nguyên',
    })
    projectId = await addProject(page, {
      name: 'Máy sấy lạnh',
      programme: 'national',
      year,
      support: 100_000_000,
      counterpart: 150_000_000,
      content: {
        beneficiaries: [
          { establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null },
          { establishmentId: null, name: 'HTX Tân Lợi', shareBasisPoints: null },
          { establishmentId: null, name: 'HTX Yên Dương', shareBasisPoints: null },
        ],
      },
    })
    const { rowVersion } = await callProgram(page, 'projects', 'steps', { id: projectId })
    await callProgram(page, 'projects', 'lockVersion', {
      id: projectId,
      rowVersion,
      stage: 'approved',
      decisionNumber: '4768/QĐ-BCT',
      decisionDate: '2025-12-22',
    })
    await page.reload()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const dialog = () => page.getByRole('dialog')
  const cell = (table: string, text: string) => page.getByRole('table', { name: table }).getByText(text).first()

  test('a contract is filled in from the đề án, saved, signed with the agency’s number; the đề án moves on', async () => {
    await openAt(page, '/hop-dong')
    await page.getByText('Chưa có hợp đồng nào trong năm 2026').waitFor()
    await page.keyboard.press('Control+n')
    await dialog()
      .getByRole('checkbox', { name: /Máy sấy lạnh/ })
      .check()
    await dialog().getByRole('button', { name: 'Điền sẵn hợp đồng' }).click()
    await page.getByRole('heading', { name: 'Lập hợp đồng với cơ quan giao' }).waitFor()
    expect(await page.getByLabel('Tên đơn vị (Bên A)').inputValue()).toBe(
      'Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công',
    )
    expect(await page.getByLabel('Tên đơn vị (Bên B)').inputValue()).toBe('Trung tâm Khuyến công Thái Nguyên')
    expect(await page.getByLabel('KCQG, dòng 1').inputValue()).toBe('100.000.000')
    await page.keyboard.press('Control+s')
    await button('Ghi đã ký…').click()
    await dialog().getByLabel('Ngày ký').fill('15/3/2026')
    await dialog().getByLabel('Số hợp đồng do bên giao cấp').fill('12/HĐ-ĐCK')
    await dialog().getByRole('button', { name: 'Ghi đã ký', exact: true }).click()
    await page.getByRole('heading', { name: 'Hợp đồng 12/HĐ-ĐCK' }).waitFor()
    expect((await callProgram(page, 'projects', 'steps', { id: projectId })).status).toBe('contracted')
  })

  test('an advance above the rule says so with its basis, goes on only with a reason, and a voucher goes in once', async () => {
    await button('Ghi tạm ứng…').click()
    await dialog().getByText('Tạm ứng lần đầu không quá 70 % kinh phí hỗ trợ').waitFor()
    expect(
      await dialog()
        .getByLabel(/^KCQG, /)
        .inputValue(),
    ).toBe('70.000.000')
    await dialog().getByLabel('Ngày', { exact: false }).first().fill('20/6/2026')
    await dialog()
      .getByLabel(/^KCQG, /)
      .fill('80 triệu')
    await dialog().getByLabel('Số chứng từ').fill('GBC 7')
    await dialog()
      .getByRole('checkbox', { name: /Báo cáo tiến độ/ })
      .check()
    await dialog().getByLabel('Khối lượng, vốn đầu tư đã thực hiện (%)').fill('75')
    await dialog()
      .getByText('quá mức 70 % của kinh phí hỗ trợ 100.000.000 đồng (70.000.000 đồng) là 10.000.000 đồng')
      .waitFor()
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog()
      .getByRole('alert')
      .getByText(/Điều 13 Thông tư số 36\/2013/)
      .first()
      .waitFor()
    await dialog().getByLabel('Lý do vẫn tiếp tục').fill('Cục cho mức khác theo Điều 16')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await cell('Các lần tạm ứng, thanh toán, thu hồi', 'Vẫn tiếp tục vì: Cục cho mức khác theo Điều 16').waitFor()

    await button('Ghi thanh toán…').click()
    await dialog().getByLabel('Ngày', { exact: false }).first().fill('20/10/2026')
    await dialog()
      .getByLabel(/^KCQG, /)
      .fill('1.000.000')
    await dialog().getByLabel('Số chứng từ').fill('gbc-7')
    for (const box of await dialog().getByRole('checkbox').all()) await box.check()
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog()
      .getByRole('alert')
      .getByText(/đã ghi cho tạm ứng lần 1 ngày 20\/06\/2026/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    const question = page.getByRole('dialog', { name: 'Thay đổi chưa được lưu' })
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await question.getByRole('button', { name: 'Rời đi, không lưu' }).click()
    await dialog().waitFor({ state: 'detached' })
  })

  test('the workspace drafts a contract for each beneficiary, the đồng left over to the first', async () => {
    await openAt(page, `/de-an/${projectId}`)
    await button('Lập cho các đơn vị thụ hưởng').click()
    await page.getByText('Đã lập 3 dự thảo hợp đồng hỗ trợ.').waitFor()
    const { rows } = await callProgram(page, 'contracts', 'list', { projectId, kind: 'beneficiary' })
    expect(rows.map((row) => row.value.national)).toEqual([33_333_334, 33_333_333, 33_333_333])
    await cell('Tiền: Nhận từ cơ quan giao', 'Kinh phí khuyến công quốc gia').waitFor()
  })

  test('the board and Tổng quan show the year: stages, bars with their words, the table beside', async () => {
    await openAt(page, '/thuc-hien')
    await button(/Đã tạm ứng 1/).click()
    await page.getByRole('grid').or(page.getByRole('table')).getByText('Máy sấy lạnh').first().waitFor()
    await openAt(page, '/')
    await page.getByRole('figure', { name: 'Tiền của năm 2026' }).getByText('KCQG · Đã tạm ứng').waitFor()
    await cell('Tiền của năm theo nguồn', 'Đã quyết toán').waitFor()
    await page.getByText('80 %', { exact: true }).waitFor()
    await button('Đã tạm ứng').click()
    await page.getByRole('heading', { name: 'Theo dõi thực hiện' }).waitFor()
  })
})
