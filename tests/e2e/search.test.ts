// Ctrl+K: everything is found without marks, below the box and never inside it, by keyboard alone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addEstablishment, addProject, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('tìm mọi thứ', () => {
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
    await addEstablishment(page, 'Hợp tác xã Vũ Loan')
    await addProject(page, {
      name: 'Máy sấy cho Vũ Loan',
      programme: 'local',
      year: 2027,
      support: 30_000_000,
      counterpart: 0,
    })
    await openAt(page, '/')
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const box = () => page.getByRole('combobox', { name: 'Tìm mọi thứ' })

  test('“vu loan” finds Vũ Loan; the box keeps exactly what was typed; Enter opens', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('vu loan')
    await page.getByRole('option', { name: 'Hợp tác xã Vũ Loan' }).waitFor()
    expect(await box().inputValue()).toBe('vu loan')
    const found = page.getByRole('listbox', { name: 'Tìm mọi thứ' })
    await found.getByRole('option', { name: 'Máy sấy cho Vũ Loan' }).waitFor()
    expect(await found.getByRole('option').count()).toBe(2)
    while ((await found.getByRole('option', { selected: true }).innerText()).includes('Cơ sở'))
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Máy sấy cho Vũ Loan' }).waitFor()
    expect(await box().inputValue()).toBe('')
  })

  test('Enter pressed before the answer is there waits for it', async () => {
    await openAt(page, '/')
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText('hợp tác xã vũ loan')
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: 'Hợp tác xã Vũ Loan' }).waitFor()
  })

  test('nothing found is said in words; Escape clears the box', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('không có gì như thế')
    await page.getByText('Không tìm thấy đề án, cơ sở, hợp đồng hoặc đề nghị nào như vậy.').waitFor()
    await page.keyboard.press('Escape')
    expect(await box().inputValue()).toBe('')
  })
})
