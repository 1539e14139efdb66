// Rows copied in Excel brought in where a list or a grid is: by the button and its box, by Ctrl+V, checked before anything is written.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { callProgram, openAt } from './support/records'

describe.skipIf(!hasChromium)('dán từ Excel', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await callProgram(page, 'files', 'createSample', { path: join(opened.program.folder, 'mau.skc') })
    await page.reload()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  /** Into the box of the open dialog, as Ctrl+V does. */
  async function pasteInto(text: string): Promise<void> {
    await page.getByLabel('Bấm Ctrl+V vào ô dưới đây.').evaluate((box, cells) => {
      const data = new DataTransfer()
      data.setData('text/plain', cells)
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  }

  const bringIn = async (rows: number) => {
    await page.getByRole('button', { name: `Nhập ${rows} dòng` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click()
    await page.getByRole('heading', { name: 'Đã nhập xong' }).waitFor()
  }

  test('contracts, by the button of their list: Vietnamese amounts and dates, a cell of two lines, undone at once', async () => {
    await page.evaluate(() => localStorage.setItem('year', '2022'))
    await openAt(page, '/hop-dong')
    await page.getByRole('button', { name: 'Dán từ Excel' }).click()
    await pasteInto(
      [
        'Số hợp đồng\tNgày ký\tLoại hợp đồng\tKý với\tMã đề án\tGiá trị (đồng)\tGhi chú',
        '05/HĐ\t15/3/2022\tVới đơn vị thụ hưởng\tHTX Phi Đoàn\tKCDP-2022-002\t120.000.000\t"dòng 1\ndòng ""2"""',
        '06/HĐ\t31/2/2022\tVới đơn vị thụ hưởng\tHTX A\tKCDP-2022-003\t1.000\t',
      ].join('\r\n'),
    )
    await page.getByText('Dán từ Excel.tsv').waitFor()
    await page.getByRole('button', { name: /^Mới 1$/ }).waitFor()
    await page.getByRole('button', { name: /^Lỗi 1$/ }).waitFor()
    await page.getByRole('button', { name: 'Bỏ 1 dòng lỗi ra' }).click()
    await bringIn(1)
    const contracts = async () => (await callProgram(page, 'contracts', 'list', { year: 2022 })).rows
    expect((await contracts()).map(({ receiver, value, state }) => [receiver, value.local, state])).toEqual([
      ['HTX Phi Đoàn', 120_000_000, 'draft'],
    ])
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await page.getByText('Đã hoàn tác: Nhập từ Excel').waitFor()
    expect(await contracts()).toEqual([])
  })

  test('rows into a grid that has none: shown first, the wrong one left to be mended, saved with the form', async () => {
    const { rows } = await callProgram(page, 'projects', 'list', { year: 2022 })
    const id = rows.find(({ code }) => code === 'KCDP-2022-002')?.id ?? 0
    const { rowVersion } = await callProgram(page, 'projects', 'steps', { id })
    const decision = { decisionNumber: '3011/QĐ-BCT', decisionDate: '2021-12-31' }
    await callProgram(page, 'projects', 'lockVersion', { id, rowVersion, stage: 'approved', ...decision })
    await openAt(page, `/dao-tao/${id}`)
    await page.getByRole('button', { name: 'Dán từ Excel: Học viên' }).click()
    await pasteInto(
      'STT\tHọ và tên\tNăm sinh\tSố giấy tờ\r\n1\tLý Văn Bình\t1979\t006079000002\r\n2\tNông Thị Hoa\tkhông rõ\t',
    )
    const pasted = page.getByRole('dialog', { name: 'Dán từ Excel: Học viên' })
    await pasted.getByText('Mới 1 · Lỗi 1').waitFor()
    await pasted.getByRole('checkbox', { name: 'Lấy dòng 2' }).check()
    await pasted.getByRole('button', { name: 'Lấy 2 dòng' }).click()
    const trainees = page.getByRole('table', { name: 'Học viên' })
    expect(await trainees.getByLabel('Số giấy tờ, dòng 1').inputValue()).toBe('006079000002')
    await trainees.getByLabel('Năm sinh, dòng 2').fill('1985')
    await page.getByLabel('Tên lớp').fill('Lớp 1')
    await page.keyboard.press('Control+s')
    await page
      .getByRole('status')
      .getByText(/Đã lưu/)
      .first()
      .waitFor()
    const [own] = await callProgram(page, 'execution', 'trainingClasses', { projectId: id })
    expect(own?.trainees.map(({ name, bornIn, idNumber }) => [name, bornIn, idNumber])).toEqual([
      ['Lý Văn Bình', 1979, '006079000002'],
      ['Nông Thị Hoa', 1985, ''],
    ])
  })
})
