// Support norms on screen: the national ones with their marks, the province's own entered from a resolution, and a đề án
// judged by them, with the reason for going on in spite of a warning.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addEstablishment, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('norms', () => {
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
    await addEstablishment(page, 'Hợp tác xã Yến Dương')
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const field = (label: string) => page.getByLabel(label, { exact: true })
  const checks = () => page.getByRole('region', { name: 'Kiểm tra định mức' })
  const verdict = (title: string) => checks().getByRole('listitem').filter({ hasText: title })

  test('the national norms stand in the settings, those not verified marked as such', async () => {
    await page.getByRole('link', { name: 'Thiết lập' }).click()
    await page.getByRole('link', { name: 'Định mức hỗ trợ' }).click()
    const national = page.getByRole('table', { name: 'Định mức khuyến công quốc gia từ 11/05/2018' })
    const line = national.getByRole('row').filter({ hasText: 'B-04b' })
    expect(await line.innerText()).toMatch(/dây chuyền công nghệ[\s\S]*50[\s\S]*450[\s\S]*Khoản 4 Điều 8/)
    expect(await line.getByText('chưa kiểm chứng').count()).toBe(0)
    const booth = national.getByRole('row').filter({ hasText: 'B-05b' })
    expect(await booth.getByText('chưa kiểm chứng', { exact: true }).count()).toBe(1)
    await field('Bộ định mức quốc gia').selectOption({ label: 'Định mức khuyến công quốc gia 2014–2018' })
    await page.getByRole('row').filter({ hasText: 'A-c' }).getByText('200').waitFor()
  })

  test('a resolution of the province is entered as a sheet, refused in words, saved and listed', async () => {
    await page.getByText('Chưa có bộ nào.').waitFor()
    await page.keyboard.press('Control+n')
    await field('Tên bộ định mức *').fill('Nghị quyết mức chi khuyến công Thái Nguyên')
    await field('Số nghị quyết, quyết định').fill('10/2025/NQ-HĐND')
    await field('Có hiệu lực từ *').fill('26/7/2025')
    await field('Đến hết ngày').fill('25/7/2025')
    await page.getByRole('button', { name: '+ Thêm dòng định mức' }).click()
    await field('Nội dung chi tiết, dòng 1').selectOption({ label: '3. Ứng dụng máy móc thiết bị tiên tiến' })
    await field('Tối đa (%), dòng 1').fill('50')
    await field('Không quá (đ), dòng 1').fill('80 triệu')
    await field('Điều, khoản, dòng 1').fill('khoản 3 Điều 4')
    await page.keyboard.press('Control+s')
    await page.getByRole('alert').getByText('Ngày hết hiệu lực sớm hơn').waitFor()
    await field('Đến hết ngày').fill('')
    await page.keyboard.press('Control+s')
    await page.getByRole('status').getByText('Đã lưu Nghị quyết mức chi').waitFor()
    await page.reload()
    await field('Không quá (đ), dòng 1').waitFor()
    expect(await field('Không quá (đ), dòng 1').inputValue()).toBe('80.000.000')
    expect(await field('Mã, dòng 1').inputValue()).toBe('1')
    await page.getByRole('button', { name: 'Về danh sách' }).click()
    const own = page.getByRole('table', { name: 'Định mức của tỉnh' })
    expect(await own.getByRole('row').nth(1).innerText()).toMatch(
      /10\/2025\/NQ-HĐND[\s\S]*Toàn tỉnh[\s\S]*từ 26\/07\/2025/,
    )
  })

  test('a local đề án is judged by them, and a warning is set aside with who and why', async () => {
    await openAt(page, '/de-an/moi')
    await field('Tên đề án *').fill('Hỗ trợ máy dệt')
    await field('Nội dung chi tiết').selectOption({ label: 'Ứng dụng máy móc thiết bị tiên tiến' })
    await field('Thêm đơn vị thụ hưởng').focus()
    await page.keyboard.type('yen duong')
    await page.keyboard.press('Enter')
    await field('Tên đơn vị thụ hưởng 1').waitFor()
    const cell = (column: string) => page.getByRole('textbox', { name: `${column} dòng 1`, exact: true })
    await cell('Nội dung chi').fill('Mua máy')
    await cell('KCĐP').fill('100.000.000')
    await cell('Đối ứng').fill('150.000.000')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã lưu đề án KCDP-').waitFor()

    const ceiling = verdict('Mức hỗ trợ so với định mức')
    await ceiling.getByText('Vượt', { exact: true }).waitFor()
    expect(await ceiling.innerText()).toContain('Vượt 20.000.000 đồng.')
    expect(await ceiling.innerText()).toContain('Khoản 3 Điều 4, Nghị quyết mức chi khuyến công Thái Nguyên')
    expect(await verdict('Địa bàn').innerText()).toContain('Chưa xét được')

    await ceiling.getByRole('button', { name: /^Vẫn tiếp tục vì/ }).click()
    await page.keyboard.press('Enter')
    await ceiling.getByRole('alert').getByText('Phải nhập lý do.').waitFor()
    await page.keyboard.type('UBND tỉnh đồng ý')
    await page.keyboard.press('Enter')
    await ceiling.getByText('Vẫn tiếp tục: UBND tỉnh đồng ý').waitFor()
    expect(await ceiling.getByRole('button').count()).toBe(0)
  })

  test('saving other figures judges again; the old reason no longer covers the new verdict', async () => {
    await page.getByRole('textbox', { name: 'KCĐP dòng 1', exact: true }).fill('110.000.000')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+s')
    const ceiling = verdict('Mức hỗ trợ so với định mức')
    await ceiling.getByText('Vượt 30.000.000 đồng.').waitFor()
    await ceiling.getByText('Lý do ghi cho kết quả trước').waitFor()
  })

  test('an answer is kept as its box is left, and another day is judged by its own rules', async () => {
    await field('Kinh phí làm cơ sở tính tỷ lệ (đ)').fill('100 triệu')
    await page.keyboard.press('Tab')
    await verdict('Mức hỗ trợ so với định mức').getByText('Vượt 60.000.000 đồng.').waitFor()
    await checks().getByLabel('Xét tại ngày').fill('10/10/2025')
    await page.keyboard.press('Enter')
    await verdict('Địa bàn').getByText('thành phố loại II').waitFor()
    await field('Địa bàn theo quy định cũ').selectOption({ label: 'Có' })
    await verdict('Địa bàn').getByText('Đạt', { exact: true }).waitFor()
    await page.reload()
    await verdict('Mức hỗ trợ so với định mức').waitFor()
    expect(await field('Kinh phí làm cơ sở tính tỷ lệ (đ)').inputValue()).toBe('100.000.000')
  })

  test('an answer still being typed is kept by Ctrl+S, and asked about when the screen is left', async () => {
    const base = field('Kinh phí làm cơ sở tính tỷ lệ (đ)')
    await base.fill('200 triệu')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại để lưu' }).click()
    await base.fill('120 triệu')
    await page.keyboard.press('Control+s')
    await verdict('Mức hỗ trợ so với định mức').getByText('Vượt 50.000.000 đồng.').waitFor()
    await page.reload()
    await verdict('Mức hỗ trợ so với định mức').waitFor()
    expect(await base.inputValue()).toBe('120.000.000')
  })

  test('a locked version is judged too, without anything to answer', async () => {
    await page.getByRole('button', { name: 'Khóa bản này…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Khóa bản 1' }).click()
    await page.getByRole('button', { name: 'Lập phiên bản mới' }).waitFor()
    await field('Kinh phí làm cơ sở tính tỷ lệ (đ)').waitFor({ state: 'detached' })
    await verdict('Mức hỗ trợ so với định mức').getByText('Vượt 50.000.000 đồng.').waitFor()
  })
})
