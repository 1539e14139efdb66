// The yearly plan on screen: đề án brought in, summed, moved by key and by hand, noted in place, taken out and put back, exported,
// and its official papers made.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

const year = 2027

describe.skipIf(!hasChromium)('kế hoạch năm', () => {
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
    const common = { programme: 'local', year, counterpart: 10_000_000 } as const
    await addProject(page, { ...common, name: 'Máy sấy', support: 30_000_000 })
    await addProject(page, { ...common, name: 'Máy nghiền', support: 40_500_000 })
    await addProject(page, { ...common, name: 'Máy đóng gói', support: 50_000_000 })
    await addProject(page, {
      ...common,
      name: 'Lớp thêu ren',
      support: 20_000_000,
      content: { contentGroup: 'ND1', subContent: null, places: [], startMonth: null },
    })
    await openAt(page, '/ke-hoach')
    await page.getByRole('tab', { name: 'KCĐP' }).click()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const names = async () => page.locator('[data-column="name"]').allInnerTexts()
  const inOrder = (expected: readonly string[]) =>
    page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('[data-column="name"]')].map((one) => one.textContent).join('|') === wanted,
      expected.join('|'),
    )
  const link = (name: string) => page.getByRole('link', { name, exact: true })

  test('an empty plan says what it is for; ticked đề án come in, grouped and summed by source', async () => {
    await page.getByText('chưa có đề án nào').waitFor()
    await page.getByRole('button', { name: 'Đưa đề án vào kế hoạch' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tìm trong danh sách').fill('may')
    await dialog.getByRole('row', { name: 'Máy đóng gói' }).waitFor()
    expect(await dialog.getByRole('row', { name: 'Lớp thêu ren' }).count()).toBe(0)
    await dialog.getByLabel('Tìm trong danh sách').fill('')
    await dialog.getByLabel('Chọn tất cả').check()
    await dialog.getByRole('button', { name: 'Đưa 4 đề án vào kế hoạch' }).click()
    await inOrder(['Lớp thêu ren', 'Máy sấy', 'Máy nghiền', 'Máy đóng gói'])

    const groups = await page.getByRole('row', { name: 'III. Hỗ trợ xây dựng mô hình' }).innerText()
    expect(groups.split('\t').slice(1, 5)).toEqual(['150,5', '', '120,5', '30'])
    const foot = await page.getByRole('row', { name: 'Tổng: 4 đề án' }).innerText()
    expect(foot.split('\t').filter((one) => /\d/.test(one))).toEqual(['Tổng: 4 đề án', '180,5', '140,5', '40'])
    expect(
      await page.getByRole('row', { name: 'Tổng: 4 đề án' }).getByRole('cell', { name: '140,5' }).getAttribute('title'),
    ).toBe('140.500.000 đồng')
  })

  test('what should be looked at again is said in words and brings the keyboard to its line', async () => {
    await page.getByRole('button', { name: 'Lớp thêu ren: chưa có thời gian thực hiện.' }).click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lớp thêu ren')
  })

  test('Alt+↑ and Alt+↓ move the line inside its group and the keyboard stays on it; dragging does the same', async () => {
    await link('Máy đóng gói').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await inOrder(['Lớp thêu ren', 'Máy sấy', 'Máy đóng gói', 'Máy nghiền'])
    await page.waitForFunction(() => document.activeElement?.textContent === 'Máy đóng gói')
    await page.keyboard.press('Alt+ArrowUp')
    await inOrder(['Lớp thêu ren', 'Máy đóng gói', 'Máy sấy', 'Máy nghiền'])
    // At the edge of the group nothing moves.
    await page.waitForFunction(() => document.activeElement?.textContent === 'Máy đóng gói')
    await page.keyboard.press('Alt+ArrowUp')
    expect((await names())[1]).toBe('Máy đóng gói')

    const row = (name: string) => page.getByRole('row', { name })
    await row('Máy nghiền').getByRole('cell').first().dragTo(row('Máy đóng gói'))
    await inOrder(['Lớp thêu ren', 'Máy nghiền', 'Máy đóng gói', 'Máy sấy'])
    const plan = await callProgram(page, 'plans', 'get', { year, programme: 'local' })
    expect(plan.items.map((item) => item.name).filter((name) => name.startsWith('Máy'))).toEqual([
      'Máy nghiền',
      'Máy đóng gói',
      'Máy sấy',
    ])
  })

  test('priority and note are typed where they stand; a wrong priority is told beside its box', async () => {
    const priority = page.getByLabel('Ưu tiên: Máy sấy')
    await priority.fill('gấp')
    await priority.press('Tab')
    await page.getByText('Mức ưu tiên là số từ 1.').waitFor()
    await priority.fill('2')
    await page.getByLabel('Ghi chú: Máy sấy').fill('Làm trước tháng 6')
    await page.getByLabel('Ghi chú: Máy sấy').press('Tab')
    await page.getByText('Mức ưu tiên là số từ 1.').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('tab', { name: 'KCĐP' }).click()
    await priority.waitFor()
    expect(await priority.inputValue()).toBe('2')
    expect(await page.getByLabel('Ghi chú: Máy sấy').inputValue()).toBe('Làm trước tháng 6')
  })

  test('a line taken out can be put back where it was, with its note', async () => {
    await page.getByRole('button', { name: 'Đưa ra khỏi kế hoạch: Máy đóng gói' }).click()
    await inOrder(['Lớp thêu ren', 'Máy nghiền', 'Máy sấy'])
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await inOrder(['Lớp thêu ren', 'Máy nghiền', 'Máy đóng gói', 'Máy sấy'])
  })

  test('the head of the plan is kept, the plan is exported to Excel and shown as it will be printed', async () => {
    await page.getByRole('button', { name: 'Sửa phần đầu kế hoạch' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Số quyết định').fill('12/QĐ-UBND')
    await dialog.getByLabel('Ngày quyết định').fill('5/1/2027')
    await page.keyboard.press('Enter')
    await page.getByText('QĐ số 12/QĐ-UBND ngày 05/01/2027').waitFor()

    const [workbook] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+e')])
    expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/)
    expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK')

    await page.keyboard.press('Control+p')
    await page.getByTitle('Bản xem trước: Kế hoạch năm 2027 – KCĐP').waitFor()
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lưu PDF' }).click(),
    ])
    expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-')
    await page.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  })

  test('“Văn bản” lists the papers of this programme’s plan, shows each and saves it as PDF and Word', async () => {
    await page.getByRole('button', { name: 'Văn bản', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const form = dialog.getByLabel('Mẫu văn bản')
    await form.waitFor()
    const titles = ['Kế hoạch KCĐP', 'Tờ trình kế hoạch KCĐP', 'Báo cáo thẩm định']
    expect(await form.locator('option').allInnerTexts()).toEqual(titles)
    for (const title of ['Kế hoạch KCĐP', 'Tờ trình kế hoạch KCĐP']) {
      await form.selectOption({ label: title })
      await dialog.getByTitle(`Bản xem trước: ${title} – Kế hoạch năm 2027 – KCĐP`).waitFor()
      await dialog.getByRole('button', { name: 'Lưu PDF' }).and(page.locator(':enabled')).waitFor()
      for (const [button, start] of [
        ['Lưu PDF', '%PDF'],
        ['Lưu Word', 'PK'],
      ] as const) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          dialog.getByRole('button', { name: button }).click(),
        ])
        expect((await readFile(await file.path())).subarray(0, start.length).toString()).toBe(start)
      }
    }
    await dialog.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  })
})
