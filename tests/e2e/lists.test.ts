// Lists and Excel: rows pasted onto a list are checked as a file is; a list goes out as it is seen, to XLSX and CSV.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('lists', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, { folder: opened.program.folder, centreName: 'Trung tâm Khuyến công', province: 'Lào Cai' })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  /** As Ctrl+V does with cells copied in Excel, wherever the focus is. */
  async function paste(text: string): Promise<void> {
    await page.evaluate((cells) => {
      const data = new DataTransfer()
      data.setData('text/plain', cells)
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  }

  async function exported(format: string): Promise<{ name: string; rows: string[][] }> {
    await page.getByRole('button', { name: 'Xuất danh sách' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: format }).click(),
    ])
    const [sheet] = readWorkbook(readFileSync(await download.path())).sheets
    return {
      name: download.suggestedFilename(),
      rows: (sheet?.rows ?? []).map((row) => row.cells.map((cell) => cell.text)),
    }
  }

  test('rows pasted with their headings are checked, and brought in at once', async () => {
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    await page.getByText('Danh sách các cơ sở công nghiệp nông thôn của tỉnh').waitFor()
    await paste(
      'Tên cơ sở\tMã số thuế\tSố lao động\r\nHTX Yến Dương\t0100109106\t12\r\n"HTX\nBa Bể"\t4700200003\tmười\r\n',
    )
    await page.getByText('Dán từ Excel.tsv').waitFor()
    await page.getByRole('button', { name: /^Mới 1$/ }).waitFor()
    await page.getByRole('button', { name: /^Lỗi 1$/ }).click()
    await page.getByRole('gridcell').or(page.getByRole('cell')).getByText('HTX Ba Bể').first().waitFor()
    await page.getByRole('button', { name: /^Bỏ 1 dòng lỗi ra$/ }).click()
    await page.getByRole('button', { name: 'Nhập 1 dòng' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click()
    await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
  })

  test('rows copied from the list itself need no headings', async () => {
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    const grid = page.getByRole('grid', { name: 'Danh sách cơ sở công nghiệp nông thôn' })
    await grid.waitFor()
    const headings = await grid.getByRole('columnheader').allTextContents()
    await paste(
      ['=HTX Nà Phặc', ...headings.slice(1).map(() => '')].join('\t') +
        '\r\n' +
        ['HTX Vi Hương', ...headings.slice(1).map(() => '')].join('\t'),
    )
    await page.getByRole('button', { name: /^Mới 2$/ }).waitFor()
    await page.getByRole('button', { name: 'Nhập 2 dòng' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click()
    await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
  })

  test('goes out with the rows, columns and order that are seen', async () => {
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    await page.getByRole('grid').waitFor()
    const all = await exported('Excel (.xlsx)')
    expect(all.name).toMatch(/^danh-sach-co-so-cong-nghiep-nong-thon-\d{4}-\d\d-\d\d\.xlsx$/)
    expect(
      all.rows
        .slice(3)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['=HTX Nà Phặc', 'HTX Vi Hương', 'HTX Yến Dương'])

    await page.getByPlaceholder('Tìm tên, mã số thuế').fill('yen duong')
    await page.getByText('1 dòng', { exact: true }).or(page.getByText('1 / 3 dòng')).waitFor()
    await page.getByRole('button', { name: 'Cột' }).click()
    await page.getByRole('checkbox', { name: 'Mã số thuế' }).check()
    await page.keyboard.press('Escape')
    const csv = await exported('CSV, dấu chấm phẩy')
    expect(csv.name).toMatch(/\.csv$/)
    expect(csv.rows[0]).toContain('Mã số thuế')
    expect(csv.rows).toHaveLength(2)
    expect(csv.rows[1]).toEqual(expect.arrayContaining(['HTX Yến Dương', '0100109106', '12']))
    expect(opened.complaints).toEqual([])
  })
})
