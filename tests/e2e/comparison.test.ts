// The comparison and the plan of a day on screen: pickers, both values of each changed cell, exports of what is seen, the timeline.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Program } from '../../electron/program'
import type { Result } from '../../shared/contract/errors'
import { adjustedPlan, adjustProject, changeManyCells } from '../support/adjustedPlan'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { callProgram, openAt } from './support/records'

/** The program behind the page, for what the tests of the program put in by its calls. */
function behind(page: Page): Program {
  return {
    call: (name, input) =>
      page.evaluate(async (body) => {
        const response = await fetch('/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        return (await response.json()) as Result<unknown>
      }, JSON.stringify({ name, input })),
    close: async () => undefined,
  }
}

describe.skipIf(!hasChromium)('so sánh', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let projectId: number

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await callProgram(page, 'files', 'createSample', { path: join(opened.program.folder, 'mau.skc') })
    const program = behind(page)
    projectId = (await adjustedPlan(program)).projectId
    await adjustProject(program, projectId, { number: '99/QĐ-UBND', date: '2022-09-15' }, changeManyCells)
    await openAt(page, `/so-sanh/${projectId}`)
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const table = () => page.getByRole('table', { name: 'So sánh' })
  const from = () => page.getByRole('combobox', { name: 'Từ', exact: true })
  const to = () => page.getByRole('combobox', { name: 'đến', exact: true })
  const row = (name: string) => table().getByRole('row').filter({ hasText: name }).first()

  test('shows more than forty changed cells with both values and nothing that runs out of the screen', async () => {
    await table().waitFor()
    expect(await table().locator('tbody tr[data-kind]').count()).toBeGreaterThanOrEqual(40)
    expect(await row('Tên đề án').locator('del').innerText()).toBe('Thông tin, tuyên truyền hoạt động Công Thương')
    expect(await row('Tên đề án').locator('ins').innerText()).toContain('(mở rộng)')
    const sums = page.getByRole('table', { name: 'Kinh phí theo nguồn' })
    expect(await sums.getByRole('row', { name: /^Chênh lệch/ }).innerText()).toContain('+102.500.000')
    const wide = await page.evaluate(
      () =>
        [...document.querySelectorAll('table td, table th')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .length,
    )
    expect(wide).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366)
  })

  test('takes any two states, swaps them, and any day', async () => {
    await to().selectOption({ label: 'Sau điều chỉnh lần 1 (QĐ 40/QĐ-UBND ngày 10/03/2022)' })
    await page.getByText('chỗ khác nhau').waitFor()
    const before = await row('KCĐP').locator('del').innerText()
    await page.getByRole('button', { name: 'Đổi chỗ' }).click()
    await expect.poll(() => row('KCĐP').locator('ins').innerText()).toBe(before)
    await from().selectOption({ label: 'Một ngày khác…' })
    const day = page.getByRole('textbox', { name: 'Từ: ngày' })
    await day.fill('31/02/2022')
    await day.press('Enter')
    await page.getByText('Tháng 2 năm 2022 chỉ có 28 ngày').waitFor()
    await day.fill('05/01/2022')
    await day.press('Enter')
    await page.getByText('Hai thời điểm giống hệt nhau.').waitFor()
  })

  test('shows what did not change where asked, and goes out as it is seen', async () => {
    await openAt(page, `/so-sanh/${projectId}`)
    await table().waitFor()
    const changed = await table().locator('tbody tr[data-kind]').count()
    await page.getByLabel('Chỉ chỗ thay đổi').uncheck()
    await expect.poll(() => table().locator('tbody tr[data-kind]').count()).toBeGreaterThan(changed)
    for (const [button, ending] of [
      ['Xuất Excel', '.xlsx'],
      ['Xuất Word', '.docx'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      expect((await download).suggestedFilename()).toBe(`so-sanh-KCDP-2022-001${ending}`)
    }
    await page.getByRole('button', { name: 'In', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu PDF' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Chỉ chỗ thay đổi').check()
  })

  test('compares the whole plan, each đề án opening its own comparison', async () => {
    await page.getByRole('button', { name: 'So sánh cả kế hoạch' }).click()
    await page.getByRole('combobox', { name: 'Kế hoạch năm 2022' }).selectOption({ label: 'KCĐP' })
    await page.getByText('1 đề án thay đổi · 7 đề án không đổi').waitFor()
    await table().getByRole('link', { name: 'Thông tin, tuyên truyền hoạt động Công Thương (mở rộng)' }).click()
    await page.getByRole('button', { name: 'So sánh cả kế hoạch' }).waitFor()
  })

  test('the plan is shown as it stood on the day typed, and what was adjusted stands in its tab', async () => {
    await openAt(page, '/ke-hoach')
    await page.getByRole('tab', { name: 'KCĐP' }).click()
    await page.getByRole('tab', { name: 'Hiện hành' }).click()
    const day = page.getByRole('textbox', { name: 'Hiện hành đến ngày' })
    await page.getByText('Theo các quyết định có đến hiện nay: 8 đề án, 1 đề án đã điều chỉnh').waitFor()
    await day.fill('31/01/2022')
    await day.press('Enter')
    await page.getByText('Theo các quyết định có đến ngày 31/01/2022: 8 đề án, chưa đề án nào điều chỉnh').waitFor()
    await day.fill('1/7/2021')
    await day.press('Enter')
    await page.getByText('Đến ngày 01/07/2021 chưa có quyết định nào: đây là bản đã đăng ký').waitFor()
    await page.getByRole('button', { name: 'Về hiện nay' }).click()
    await page.getByText('Điều chỉnh lần 3, QĐ 99/QĐ-UBND ngày 15/09/2022').waitFor()
    await page.getByRole('tab', { name: 'Điều chỉnh', exact: true }).click()
    await page.getByText('1 đề án thay đổi · 7 đề án không đổi').waitFor()
  })

  test('the timeline opens the version and the request it tells of', async () => {
    await openAt(page, `/de-an/${projectId}`)
    const timeline = page.getByRole('list', { name: 'Dòng thời gian' })
    await timeline.getByRole('button', { name: 'Bản 3 – Điều chỉnh' }).click()
    await page.getByText('Bản 3 – Điều chỉnh đã khóa theo QĐ 40/QĐ-UBND ngày 10/03/2022').waitFor()
    await timeline.getByRole('button', { name: 'Quyết định 40/QĐ-UBND: điều chỉnh' }).click()
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/dieu-chinh\/\d+$/)
  })
})
