// Needs and payments brought in through the screens: a workbook with three rows of heading, one cell mended here, the rest given back
// with its errors; a list of payments that goes past a rule with a reason.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { callProgram, openAt } from './support/records'
import { repositoryRoot } from './support/webProgram'

describe.skipIf(!hasChromium)('nhập nhu cầu và tạm ứng từ Excel', () => {
  const office = officeInBrowser()
  let page: Page

  beforeAll(() => {
    page = office.page
  })

  const detail = () => page.getByRole('complementary', { name: 'Dòng đang chọn' })
  const sure = () => page.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click()

  test('needs: one cell mended, one row left out and given back with its error, undone at once', async () => {
    await openAt(page, '/nhap-excel')
    await page
      .getByLabel('Kéo tệp Excel')
      .setInputFiles(join(repositoryRoot, 'tests/fixtures/nhu-cau-ba-dong-tieu-de.xlsx'))
    const columns = page.getByRole('table', { name: 'Các cột của trang Nhu cầu 2027' })
    await columns.waitFor()
    expect(await columns.getByRole('combobox', { name: /^Cột F / }).inputValue()).toBe('wishedSupport')
    await page.getByRole('button', { name: 'Tiếp tục: kiểm tra' }).click()
    await page.getByRole('button', { name: /^Lỗi 2$/ }).click()
    await detail().getByLabel('Ghi lại ô F11').fill('80')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Lỗi 1$/ }).waitFor()
    await page.getByRole('button', { name: 'Bỏ 1 dòng lỗi ra' }).click()
    await page.getByRole('button', { name: 'Nhập 3 dòng' }).click()
    await sure()
    await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lưu tệp có cột “Lỗi”' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('nhu-cau-ba-dong-tieu-de (có cột Lỗi).xlsx')
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
    const needs = async () => (await callProgram(page, 'establishments', 'needs', { year: 2027 })).rows
    expect((await needs()).map(({ asker, wishedSupport }) => [asker, wishedSupport]).sort()).toEqual([
      ['Cơ sở miến Tài Hoan', 80_000_000],
      ['HTX Nông sản Ba Bể', 150_000_000],
      ['HTX Yến Dương', 200_000_000],
    ])
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await page.getByText('Đã hoàn tác: Nhập từ Excel').waitFor()
    expect(await needs()).toEqual([])
  })

  test('a form of ours is taken empty, with the year in hand', async () => {
    await openAt(page, '/nhap-excel')
    const forms = page.getByRole('region', { name: 'Mẫu của chương trình' })
    await forms.getByRole('combobox', { name: 'Loại số liệu' }).selectOption({ label: 'Tạm ứng, thanh toán' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      forms.getByRole('button', { name: 'Tải mẫu trống' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^mau-tam-ung-thanh-toan-\d{4}\.xlsx$/)
  })

  test('payments: a rule gone past with a reason, kept beside the payment', async () => {
    await callProgram(page, 'files', 'createSample', { path: join(office.folder, 'mau.skc') })
    const { rows } = await callProgram(page, 'projects', 'list', { year: 2022 })
    const id = rows.find(({ code }) => code === 'KCDP-2022-002')?.id ?? 0
    const { rowVersion } = await callProgram(page, 'projects', 'steps', { id })
    await callProgram(page, 'projects', 'lockVersion', {
      id,
      rowVersion,
      stage: 'approved',
      decisionNumber: '3011/QĐ-BCT',
      decisionDate: '2021-12-31',
    })
    const contract = await callProgram(page, 'contracts', 'propose', { kind: 'beneficiary', projectIds: [id] })
    const drafted = await callProgram(page, 'contracts', 'save', { id: null, rowVersion: null, contract })
    await callProgram(page, 'contracts', 'sign', { ...drafted, signedOn: '2022-03-01', reason: 'x' })
    await openAt(page, '/nhap-excel')
    const list = [
      'SỔ TẠM ỨNG NĂM 2022;;;;',
      'Số hợp đồng;Loại;Ngày chi;Số tiền (đồng);Số chứng từ',
      '01/HĐ-HTKC;Tạm ứng;20/04/2022;20.000.000;PC 3',
      '01/HĐ-HTKC;Thanh toán;20/06/2022;110.000.000;PC 4',
    ].join('\r\n')
    await page
      .getByLabel('Kéo tệp Excel')
      .setInputFiles({ name: 'tam-ung.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${list}`) })
    await page.getByRole('button', { name: 'Tiếp tục: kiểm tra' }).click()
    const bringIn = page.getByRole('button', { name: 'Nhập 2 dòng' })
    expect(await bringIn.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: /ghi lý do/ }).fill('Theo chứng từ đã chi')
    await page.getByRole('button', { name: 'Ghi lý do' }).click()
    await page.getByText('1 câu hỏi, đều đã có câu trả lời').waitFor()
    await bringIn.click()
    await sure()
    await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
    const payments = await callProgram(page, 'contracts', 'payments', { contractId: drafted.id })
    expect(payments.map(({ details }) => [details.kind, details.onDate, details.voucherNumber])).toEqual([
      ['advance', '2022-04-20', 'PC 3'],
      ['payment', '2022-06-20', 'PC 4'],
    ])
    expect(payments.flatMap((one) => one.overrides.map(({ reason }) => reason))).toContain('Theo chứng từ đã chi')
  })
})
