// The office's settings on screen: signers with their authority, symbols, and what the program refuses.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('office', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, { folder: opened.program.folder, centreName: 'Trung tâm Khuyến công', province: 'Huế' })
    await page.getByRole('link', { name: 'Thiết lập' }).click()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  // A message of an earlier saving must not stand for this one.
  async function save(): Promise<void> {
    const old = page.getByRole('button', { name: 'Đóng thông báo' })
    if ((await old.count()) > 0) await old.click()
    await page.keyboard.press('Control+s')
    await page.getByRole('status').getByText('Đã lưu thông tin đơn vị').waitFor()
  }

  const field = (label: string) => page.getByRole('form').getByLabel(label, { exact: true })

  test('a city is named as a city', async () => {
    expect(await page.getByLabel('Cơ quan chủ quản').inputValue()).toBe('Sở Công Thương thành phố Huế')
  })

  test('signers keep their order and authority after saving and reading again', async () => {
    await page.getByRole('button', { name: '+ Thêm người ký' }).click()
    await field('Họ và tên, dòng 1').fill('Nguyễn Văn An')
    await field('Chức vụ, dòng 1').fill('Giám đốc')
    await field('Mặc định, dòng 1').check()
    await page.getByRole('button', { name: '+ Thêm người ký' }).click()
    await field('Họ và tên, dòng 2').fill('Trần Thị Bình')
    await field('Chức vụ, dòng 2').fill('Phó Giám đốc')
    await field('Ký, dòng 2').selectOption({ label: 'KT. (ký thay)' })
    await field('Thay cho (sau TM., KT., …), dòng 2').fill('GIÁM ĐỐC')
    await save()
    await page.reload()
    expect(await field('Họ và tên, dòng 2').inputValue()).toBe('Trần Thị Bình')
    expect(await field('Ký, dòng 2').inputValue()).toBe('KT')
    expect(await field('Mặc định, dòng 1').isChecked()).toBe(true)
  })

  test('saving twice in a row works: the screen knows the version it has just made', async () => {
    await field('Điện thoại').fill('0234 3822 123')
    await save()
    await field('Họ và tên, dòng 2').fill('Trần Thị Thanh Bình')
    await save()
  })

  test('two default signers are refused in words and nothing changes', async () => {
    await field('Mặc định, dòng 2').check()
    await page.keyboard.press('Control+s')
    await page.getByRole('alert').getByText('Chỉ một người ký được chọn mặc định.').waitFor()
    await field('Mặc định, dòng 2').uncheck()
    await save()
  })

  test('a removed signer is gone after saving', async () => {
    await page.getByRole('button', { name: 'Xóa dòng 1' }).click()
    expect(await field('Họ và tên, dòng 1').inputValue()).toBe('Trần Thị Thanh Bình')
    await save()
    await page.reload()
    await field('Họ và tên, dòng 1').waitFor()
    expect(await field('Họ và tên, dòng 1').inputValue()).toBe('Trần Thị Thanh Bình')
    expect(await field('Họ và tên, dòng 2').count()).toBe(0)
  })

  test('the page complained of nothing', () => {
    expect(opened.complaints).toEqual([])
  })
})
