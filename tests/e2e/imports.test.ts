// Bringing in the two workbooks as an office has them: what was recognised, what is wrong by its cell, nothing written before.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { callProgram, openAt } from './support/records'
import { repositoryRoot } from './support/webProgram'

const fixture = (name: string) => join(repositoryRoot, 'tests/fixtures', name)

describe.skipIf(!hasChromium)('nhập từ Excel', () => {
  const office = officeInBrowser()
  let page: Page

  beforeAll(() => {
    page = office.page
  })

  const detail = () => page.getByRole('complementary', { name: 'Dòng đang chọn' })
  const establishments = async () =>
    (await callProgram(page, 'establishments', 'list', { limit: 100 })).rows.map((row) => row.name)

  const sure = () => page.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click()

  async function choose(name: string): Promise<void> {
    await openAt(page, '/nhap-excel')
    await page.getByLabel('Kéo tệp Excel').setInputFiles(fixture(name))
    await page.getByRole('button', { name: 'Tiếp tục: kiểm tra' }).waitFor()
  }

  test('a file that is no workbook is refused in words', async () => {
    await openAt(page, '/nhap-excel')
    await page.getByLabel('Kéo tệp Excel').setInputFiles({
      name: 'danh sach.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('%PDF-1.7'),
    })
    await page.getByRole('alert').getByText('Không đọc được tệp Excel').waitFor()
    await page.getByLabel('Kéo tệp Excel').setInputFiles({
      name: 'cu.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    })
    await page.getByRole('alert').getByText('Excel kiểu cũ (.xls)').waitFor()
  })

  test('a messy list of cơ sở: columns, old letters, errors by cell, one mended here, one left out, one transaction', async () => {
    await choose('co-so-cnnt-lon-xon.xlsx')
    const columns = page.getByRole('table', { name: 'Các cột của trang Danh sách' })
    expect(await columns.getByRole('combobox', { name: 'Cột D “Mã số thuế”' }).inputValue()).toBe('taxCode')
    await page.getByRole('table', { name: 'Đổi bảng mã của trang Font cu' }).waitFor()
    await page.getByRole('button', { name: 'Tiếp tục: kiểm tra' }).click()

    const bringIn = page.getByRole('button', { name: /^Nhập \d+ dòng$/ })
    expect(await bringIn.isDisabled()).toBe(true)
    await page.getByRole('button', { name: /^Lỗi 2$/ }).click()
    await detail().getByText('Lỗi ở ô K9').waitFor()
    await page.getByRole('grid', { name: 'Các dòng trong tệp' }).focus()
    await page.keyboard.press('ArrowDown')
    await detail().getByText('Lỗi ở ô B11').waitFor()
    await detail().getByLabel('Ghi lại ô B11').fill('HTX Kim Hỷ')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Lỗi 1$/ }).waitFor()
    expect(await establishments()).toEqual([])

    await page.getByRole('button', { name: 'Bỏ 1 dòng lỗi ra' }).click()
    await page.getByRole('button', { name: /^Lỗi 0$/ }).waitFor()
    await bringIn.click()
    await sure()
    await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
    const names = await establishments()
    expect(names).toContain('HTX Kim Hỷ')
    expect(names).toContain('Hợp tác xã Dịch vụ tổng hợp Vũ Loan')
    expect(names.filter((name) => name === 'HTX Yến Dương')).toHaveLength(1)
  })

  test('a duplicate is brought in only where the user says so', async () => {
    await choose('co-so-cnnt-lon-xon.xlsx')
    await page.getByRole('button', { name: 'Tiếp tục: kiểm tra' }).click()
    const before = (await establishments()).length
    const bringIn = page.getByRole('button', { name: /^Nhập \d+ dòng$/ })
    await page.getByRole('button', { name: 'Bỏ 2 dòng lỗi ra' }).click()
    await page.getByRole('button', { name: /^Lỗi 0$/ }).waitFor()
    await page.getByRole('button', { name: /^Trùng \d+$/ }).click()
    await detail().getByText('Trùng với').first().waitFor()
    const without = Number((await bringIn.innerText()).replace(/\D/g, ''))
    await detail().getByRole('radio', { name: 'Giữ cả hai: vẫn thêm mới' }).check()
    await page.getByRole('button', { name: `Nhập ${without + 1} dòng` }).click()
    await sure()
    await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
    expect(await establishments()).toHaveLength(before + without + 1)
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await page.getByText('Đã hoàn tác: Nhập từ Excel').waitFor()
    expect(await establishments()).toHaveLength(before)
  })

  test("the year's plan: totals of the sheet agree, both programmes come in, 1.196 triệu of support in 2.396,5", async () => {
    await choose('ke-hoach-khuyen-cong-2022.xlsx')
    await page.getByText('đơn vị tiền: triệu đồng · nhận ra 12/12 cột').waitFor()
    await page.getByRole('button', { name: 'Tiếp tục: kiểm tra' }).click()
    await page.getByRole('button', { name: /dòng tổng trong tệp khớp với các dòng chi tiết/ }).waitFor()
    await page.getByRole('button', { name: 'Nhập 10 dòng' }).click()
    await page.getByRole('dialog').getByText('Thêm mới 10, cập nhật 0, không nhập 3 dòng.').waitFor()
    await sure()
    await page.getByText('Đưa vào kế hoạch 10 đề án').waitFor()
    await page.getByRole('button', { name: 'Mở kế hoạch năm' }).click()
    await page.getByRole('heading', { name: 'Kế hoạch năm 2022' }).waitFor()
    await page.getByRole('link', { name: 'Tổng quan' }).click()
    const table = page.getByRole('table', { name: 'Kinh phí theo chương trình và nguồn' })
    const total = await table.getByRole('row', { name: 'Tổng 10' }).innerText()
    expect(total.split(/\s+/)).toEqual(['Tổng', '10', '700', '496', '1.200,5', '0', '2.396,5'])
    await page.getByText('Kinh phí khuyến công hỗ trợ: 1.196 triệu đồng.').waitFor()
  })
})
