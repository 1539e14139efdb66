// The papers of a đề án on screen: previewed in the window, dated, saved as PDF and Word.
import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../support/tools'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { goToFolder, startOffice } from './support/steps'

describe.skipIf(!hasChromium)('văn bản', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let projectId: number

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
      name: 'Ứng dụng máy sấy lạnh',
      programme: 'national',
      year: 2027,
      support: 300_000_000,
      counterpart: 450_000_000,
      content: { beneficiaries: [{ establishmentId: null, name: 'HTX Tân Lợi', shareBasisPoints: null }] },
    })
    await openAt(page, `/de-an/${projectId}`)
    await page.getByRole('heading', { name: 'Ứng dụng máy sấy lạnh' }).waitFor()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const dialog = () => page.getByRole('dialog')

  async function saved(button: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name: button }).click(),
    ])
    return readFile(await download.path())
  }

  /** Papers about something that has not happened to this đề án: the program refuses them, so the screen must say so. */
  async function notYet(): Promise<string[]> {
    const forms = (await callProgram(page, 'documents', 'forms', {})).filter(({ subject }) => subject === 'project')
    const refused: string[] = []
    for (const { id: form, shortTitle } of forms)
      await callProgram(page, 'documents', 'render', { form, projectId, format: 'pdf' }).catch(() => {
        refused.push(shortTitle)
      })
    return refused
  }

  test('Ctrl+P shows every form as a PDF in the window and saves it as PDF and Word', async () => {
    await page.keyboard.press('Control+p')
    await dialog()
      .getByTitle(/^Bản xem trước/)
      .waitFor()
    const titles = await dialog().getByLabel('Mẫu văn bản').locator('option').allInnerTexts()
    const awaited = (await notYet()).filter((title) => titles.includes(title))
    expect(awaited).toEqual(expect.arrayContaining(['Biên bản họp Hội đồng thẩm định', 'Công văn trả lại hồ sơ']))
    expect(titles.length).toBeGreaterThan(awaited.length + 1)
    const refused: string[] = []
    for (const title of titles) {
      await dialog().getByLabel('Mẫu văn bản').selectOption({ label: title })
      if (awaited.includes(title)) {
        await dialog().getByRole('alert').getByText('Chưa lập được văn bản').waitFor()
        refused.push(title)
        continue
      }
      await dialog().getByRole('button', { name: 'Lưu PDF' }).and(page.locator(':enabled')).waitFor()
      expect((await saved('Lưu PDF')).subarray(0, 5).toString()).toBe('%PDF-')
      expect((await saved('Lưu Word')).subarray(0, 2).toString()).toBe('PK')
    }
    expect([...refused].sort()).toEqual([...awaited].sort())
    await dialog()
      .getByLabel('Mẫu văn bản')
      .selectOption({ label: titles[0] ?? '' })
  })

  test('a dossier of the ticked papers is made into one PDF, and what is not there is said', async () => {
    await dialog().getByRole('button', { name: 'In bộ hồ sơ' }).click()
    await dialog().getByRole('group', { name: 'Đăng ký, thẩm định' }).waitFor()
    const all = await dialog().getByRole('checkbox').count()
    await dialog().getByRole('checkbox', { name: 'Dự toán kinh phí (Mẫu 1)' }).uncheck()
    await dialog()
      .getByText(/^Đã chọn \d+\/\d+ văn bản\.$/)
      .waitFor()
    expect(all).toBeGreaterThan(6)
    const file = await saved('Lập bộ hồ sơ')
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    await dialog().getByText('2 văn bản chưa đủ dữ liệu').waitFor()
    await dialog().getByRole('radio', { name: 'Các tệp Word riêng, nén trong một tệp ZIP' }).check()
    expect((await saved('Lập bộ hồ sơ')).subarray(0, 2).toString()).toBe('PK')
    await dialog().getByRole('radio', { name: 'Các tệp PDF riêng, trong một thư mục mới' }).check()
    await dialog().getByRole('button', { name: 'Lập bộ hồ sơ' }).click()
    await page.getByLabel('Đường dẫn thư mục').waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Đường dẫn thư mục').waitFor({ state: 'hidden' })
    await dialog().getByRole('button', { name: 'Lập bộ hồ sơ' }).click()
    await goToFolder(page, opened.program.folder)
    await page.getByRole('button', { name: 'Chọn thư mục này' }).click()
    await page.getByRole('status').getByText('Đã ghi bộ hồ sơ vào thư mục').waitFor()
    const [made = ''] = (await readdir(opened.program.folder)).filter((name) => name.startsWith('ho-so-'))
    const names = (await readdir(join(opened.program.folder, made))).sort()
    const chosen = /Đã chọn (\d+)\//.exec(await dialog().innerText())?.[1]
    expect(names).toHaveLength(Number(chosen) - 2)
    for (const name of names)
      expect((await readFile(join(opened.program.folder, made, name))).subarray(0, 5).toString()).toBe('%PDF-')
    await dialog().getByRole('button', { name: 'Đóng' }).last().click()
    await dialog().waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+p')
    await dialog()
      .getByTitle(/^Bản xem trước/)
      .waitFor()
  })

  test.skipIf(!hasTool('pdftotext'))(
    'the paper follows the date and number given; a wrong date is said and changes nothing',
    async () => {
      const text = async () =>
        execFileSync('pdftotext', ['-', '-'], { input: await saved('Lưu PDF'), encoding: 'utf8' })
      await dialog().getByLabel('Số văn bản').fill('15')
      await dialog().getByLabel('Ngày ghi trên văn bản').fill('5/1/2027')
      await page.keyboard.press('Enter')
      await dialog().getByText('Tên cơ quan và căn cứ theo ngày 05/01/2027.').waitFor()
      await dialog().getByRole('button', { name: 'Lưu PDF' }).and(page.locator(':enabled')).waitFor()
      expect(await text()).toContain('ngày 05 tháng 01 năm 2027')
      await dialog().getByLabel('Ngày ghi trên văn bản').fill('31/2/2027')
      await page.keyboard.press('Enter')
      await dialog().getByText('Chưa đúng dạng ngày/tháng/năm').waitFor()
      expect(await text()).toContain('ngày 05 tháng 01 năm 2027')
    },
  )
})
