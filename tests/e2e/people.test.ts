// Names, roles and the lock on screen; the history of a record, the bin and a closed year as an officer meets them.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addEstablishment, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('history and people', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công',
      province: 'Lào Cai',
    })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  const field = (label: string) => page.getByRole('form').getByLabel(label, { exact: true })
  const dialog = () => page.getByRole('dialog')
  const notice = (text: string) => page.getByRole('status').filter({ hasText: text })
  const secret = () => page.getByLabel('Mã PIN hoặc mật khẩu', { exact: true })
  const signIn = async (name: string, pin: string) => {
    await page.getByRole('combobox', { name: 'Họ và tên' }).selectOption({ label: name })
    await secret().fill(pin)
    await page.keyboard.press('Enter')
  }

  test('a record tells who changed what, from what to what', async () => {
    const id = await addEstablishment(page, 'HTX Tân Lợi')
    await openAt(page, `/co-so/${id}`)
    await field('Điện thoại').fill('0912 345 678')
    await page.keyboard.press('Control+s')
    await notice('Đã lưu HTX Tân Lợi').waitFor()
    await page.getByRole('button', { name: 'Lịch sử sửa' }).click()
    const changed = dialog().getByRole('row').filter({ hasText: 'Điện thoại' }).first()
    await changed.getByText('0912 345 678').waitFor()
    await page.keyboard.press('Escape')
  })

  test('what was deleted comes back from the bin', async () => {
    await page.getByRole('button', { name: 'Xóa', exact: true }).click()
    await dialog().getByRole('button', { name: 'Xóa cơ sở' }).click()
    await notice('Đã xóa HTX Tân Lợi').waitFor()
    await page.getByRole('link', { name: 'Thiết lập' }).click()
    await page.getByRole('link', { name: 'Nhật ký, thùng rác' }).click()
    await page.getByRole('tab', { name: 'Thùng rác' }).click()
    await page.getByRole('grid', { name: 'Thùng rác' }).getByText('HTX Tân Lợi').dblclick()
    await dialog().getByRole('button', { name: 'Khôi phục' }).click()
    await notice('Đã khôi phục HTX Tân Lợi').waitFor()
    await page.getByText('Thùng rác trống.').waitFor()
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    await page.getByRole('grid').getByText('HTX Tân Lợi').waitFor()
  })

  test('the journal opens each piece of work, and takes it back from there', async () => {
    await page.getByRole('link', { name: 'Thiết lập' }).click()
    await page.getByRole('link', { name: 'Nhật ký, thùng rác' }).click()
    await page.getByRole('tab', { name: 'Nhật ký' }).click()
    const journal = page.getByRole('grid', { name: 'Nhật ký' })
    // The last thing done stands at the head: the list is whole.
    await journal.getByText('Khôi phục từ thùng rác').waitFor()
    await journal.getByText('Lưu thông tin đơn vị').dblclick()
    await dialog().getByText('Tên trung tâm: Trung tâm Khuyến công').waitFor()
    await page.keyboard.press('Escape')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^nhat-ky-.*\.csv$/)
  })

  test('a year is closed, and opened only with a reason', async () => {
    await page.getByRole('tab', { name: 'Khóa năm' }).click()
    await page.getByRole('button', { name: 'Khóa năm…' }).click()
    await dialog().getByLabel('Năm *', { exact: true }).fill('2020')
    await dialog().getByRole('button', { name: 'Khóa năm' }).click()
    await notice('Đã khóa sổ năm 2020').waitFor()
    await page.getByRole('grid', { name: 'Khóa năm' }).getByText('2020').dblclick()
    await dialog().getByRole('button', { name: 'Mở khóa năm' }).click()
    await dialog().getByText('Phải nhập lý do mở khóa.').first().waitFor()
    await dialog().getByLabel('Lý do mở khóa *').fill('Kiểm toán')
    await dialog().getByRole('button', { name: 'Mở khóa năm' }).click()
    await notice('Đã mở khóa năm 2020').waitFor()
  })

  test('naming people begins with an administrator and the recovery code', async () => {
    await page.getByRole('link', { name: 'Thiết lập' }).click()
    await page.getByRole('link', { name: 'Người dùng' }).click()
    await page.getByRole('button', { name: 'Đặt tên người dùng…' }).click()
    await dialog().getByLabel('Quản trị *').fill('Nguyễn Thị An')
    await dialog().getByLabel('Mã PIN hoặc mật khẩu *').fill('1234')
    await dialog().getByLabel('Gõ lại lần nữa *').fill('1234')
    await page.keyboard.press('Enter')
    await dialog().getByText('Mã PIN này ai cũng thử đầu tiên').first().waitFor()
    await dialog().getByLabel('Mã PIN hoặc mật khẩu *').fill('2580')
    await dialog().getByLabel('Gõ lại lần nữa *').fill('2580')
    await page.keyboard.press('Enter')
    await dialog()
      .getByText(/^[A-Z2-9]{5}(-[A-Z2-9]{5}){4}$/)
      .waitFor()
    await dialog().getByRole('button', { name: 'Đã cất mã, tiếp tục' }).click()
    await page.getByRole('button', { name: 'Thêm người dùng' }).click()
    await dialog().getByLabel('Họ và tên *').fill('Trần Văn Bình')
    await dialog().getByLabel('Quyền *').selectOption('view')
    await dialog().getByLabel('Mã PIN hoặc mật khẩu *').fill('1379')
    await page.keyboard.press('Enter')
    await notice('Đã lưu người dùng Trần Văn Bình').waitFor()
  })

  test('what is being typed waits behind the lock, and goes only when somebody else signs in', async () => {
    const id = await addEstablishment(page, 'HTX Văn Minh')
    await openAt(page, `/co-so/${id}`)
    await field('Ghi chú').fill('đang gõ dở')
    await page.getByRole('button', { name: 'Nguyễn Thị An' }).click()
    await page.getByRole('menuitem', { name: 'Khóa màn hình, đăng xuất' }).click()
    await secret().waitFor()
    expect(await page.getByRole('navigation', { name: 'Chức năng' }).isVisible()).toBe(false)
    await signIn('Nguyễn Thị An', '0000')
    await page.getByRole('alert').getByText('chưa đúng').waitFor()
    await signIn('Nguyễn Thị An', '2580')
    await field('Ghi chú').waitFor()
    expect(await field('Ghi chú').inputValue()).toBe('đang gõ dở')

    // The program locked by itself: the next thing asked of it brings the sign-in.
    await callProgram(page, 'people', 'signOut', {})
    await page.keyboard.press('Control+s')
    await secret().waitFor()
    await signIn('Trần Văn Bình', '1379')
    await page.getByRole('button', { name: 'Trần Văn Bình' }).waitFor()
    expect(await field('Ghi chú').inputValue()).toBe('')
  })

  test('who may only see is told so by the program, in words', async () => {
    await field('Ghi chú').fill('thử')
    await page.keyboard.press('Control+s')
    await page.getByText('Tên đang đăng nhập không được giao quyền').first().waitFor()
    expect(opened.complaints).toEqual([])
  })
})
