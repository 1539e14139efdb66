// Đề án on screen: the form and its budget grid by keyboard, Vietnamese typing left alone, what is wrong said, versions locked.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addEstablishment, addProject, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('đề án', () => {
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
    for (const name of ['Hợp tác xã Vũ Loan', 'Hợp tác xã Tân Lợi', 'Miến dong Tài Hoan'])
      await addEstablishment(page, name)
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const cell = (column: string, row: number) =>
    page.getByRole('textbox', { name: `${column} dòng ${row}`, exact: true })
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  const total = (what: string) => page.getByRole('cell', { name: `Tổng ${what}`, exact: true }).innerText()

  async function paste(text: string): Promise<void> {
    await page.evaluate((block) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', block)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, text)
  }

  test('a đề án is entered by keyboard: beneficiary found without marks, shares, place, budget, and is there after reading again', async () => {
    await openAt(page, '/de-an')
    await page.getByText('Mỗi đề án khuyến công là một dòng').waitFor()
    await page.keyboard.press('Control+n')
    await page.keyboard.type('Hỗ trợ máy sấy lạnh')

    await field('Thêm đơn vị thụ hưởng').focus()
    for (const [index, typed] of ['vu loan', 'tai hoan', 'tan loi'].entries()) {
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
      await field(`Tên đơn vị thụ hưởng ${index + 1}`).waitFor()
    }
    await page.getByRole('button', { name: 'Chia đều' }).click()
    expect(await field('Tên đơn vị thụ hưởng 1').inputValue()).toBe('Hợp tác xã Vũ Loan')
    const shares = [1, 2, 3].map((number) => field(`Tỷ lệ hưởng (%) của đơn vị ${number}`).inputValue())
    expect(await Promise.all(shares)).toEqual(['33,34', '33,33', '33,33'])

    await field('Thêm địa điểm').focus()
    await page.keyboard.type('cuong loi')
    await page.keyboard.press('Enter')
    expect(await field('Địa điểm 1').inputValue()).toBe('Xã Cường Lợi')

    await cell('Nội dung chi', 1).focus()
    for (const typed of ['Máy sấy', 'máy', '2,5', '120 triệu', '']) {
      await page.keyboard.type(typed)
      await page.keyboard.press('Tab')
    }
    expect(await focused()).toBe('KCĐP dòng 1')
    await page.keyboard.type('100.000.000')
    await page.keyboard.press('Tab')
    await page.keyboard.type('200,000,000')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Đối ứng dòng 2')
    expect(await cell('Đơn giá', 1).inputValue()).toBe('120.000.000')
    expect(await total('KCĐP')).toBe('100.000.000')
    expect(await total('thành tiền')).toBe('300.000.000')
    // Beside the beneficiary, and in the table of who gets what.
    expect(await page.getByRole('cell', { name: '33.333.334' }).count()).toBe(2)

    await page.keyboard.press('Control+s')
    await page.getByText('Đã lưu đề án KCDP-').waitFor()
    await page.reload()
    expect(await field('Tên đề án *').inputValue()).toBe('Hỗ trợ máy sấy lạnh')
    expect(await cell('Số lượng', 1).inputValue()).toBe('2,5')
    expect(await cell('Đối ứng', 1).inputValue()).toBe('200.000.000')
    expect(await field('Tỷ lệ hưởng (%) của đơn vị 3').inputValue()).toBe('33,33')
  })

  test('letters replaced by a Vietnamese keyboard, and letters being composed, are left alone', async () => {
    await openAt(page, '/de-an/moi')
    await cell('Nội dung chi', 1).click()
    // Unikey: "dd" sends d, then Backspace and đ.
    await page.keyboard.type('d')
    await page.keyboard.press('Backspace')
    await page.keyboard.insertText('đ')
    await page.keyboard.type('e')
    await page.keyboard.press('Backspace')
    await page.keyboard.insertText('ề')
    expect(await cell('Nội dung chi', 1).inputValue()).toBe('đề')

    const picker = page.getByRole('combobox', { name: 'Thêm đơn vị thụ hưởng' })
    await picker.click()
    for (const [typed, replaced] of [
      ['Vu', 'ũ'],
      [' Loa', ''],
    ] as const) {
      await page.keyboard.type(typed)
      if (replaced !== '') {
        await page.keyboard.press('Backspace')
        await page.keyboard.insertText(replaced)
      }
    }
    expect(await picker.inputValue()).toBe('Vũ Loa')
    await page.getByRole('option', { name: 'Hợp tác xã Vũ Loan' }).waitFor()

    await cell('Nội dung chi', 1).click()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'án', selectionStart: 2, selectionEnd: 2 })
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      ),
    )
    expect(await focused()).toBe('Nội dung chi dòng 1')
    await session.send('Input.insertText', { text: 'án' })
    expect(await cell('Nội dung chi', 1).inputValue()).toBe('đềán')
  })

  test('a block from Excel fills the rows it covers; a mismatch is told beside its row and stops the saving', async () => {
    await openAt(page, '/de-an/moi')
    await field('Tên đề án *').fill('Hỗ trợ đóng gói')
    await cell('Nội dung chi', 1).focus()
    await paste(
      '1\tMáy đóng gói\tcái\t2\t15,000,000\t30,000,000\t\t10.000.000\t20.000.000\r\n' +
        '2\tVận chuyển\tchuyến\t1\t5000000\t5000000\t\t\t4.000.000\r\n',
    )
    expect(await cell('Đơn giá', 1).inputValue()).toBe('15.000.000')
    expect(await cell('Nội dung chi', 2).inputValue()).toBe('Vận chuyển')
    await page.getByText('Dòng 2: Thành tiền 5.000.000 đồng, các nguồn cộng lại 4.000.000 đồng: còn thiếu').waitFor()

    await page.keyboard.press('Control+s')
    await page.getByRole('alert').getByRole('button', { name: 'Dự toán còn chỗ chưa đúng ở dòng 2' }).waitFor()
    await page.getByRole('button', { name: 'Đưa phần còn thiếu vào Đối ứng' }).click()
    expect(await cell('Đối ứng', 2).inputValue()).toBe('5.000.000')
    expect(await total('Đối ứng')).toBe('25.000.000')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã lưu đề án').waitFor()
  })

  test('in the grid: copy from above, clear, restore, remove and put back', async () => {
    await openAt(page, '/de-an/moi')
    await cell('ĐVT', 1).fill('máy')
    await cell('ĐVT', 1).press('Enter')
    await page.keyboard.press('Control+d')
    expect(await cell('ĐVT', 2).inputValue()).toBe('máy')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    expect(await cell('ĐVT', 2).inputValue()).toBe('')
    await page.keyboard.type('bộ')
    await page.keyboard.press('Escape')
    expect(await cell('ĐVT', 2).inputValue()).toBe('')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('ĐVT dòng 1')
    await page.keyboard.press('Alt+Delete')
    await page.getByText('Đã xóa dòng 1.').waitFor()
    expect(await cell('ĐVT', 1).inputValue()).toBe('')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    expect(await cell('ĐVT', 1).inputValue()).toBe('máy')
  })

  test('leaving with an unsaved budget asks first', async () => {
    await openAt(page, '/de-an/moi')
    await cell('Nội dung chi', 1).fill('Máy')
    await cell('Nội dung chi', 1).press('Tab')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại để lưu' }).click()
    expect(await cell('Nội dung chi', 1).inputValue()).toBe('Máy')
    await page.keyboard.press('Alt+1')
    await page.getByRole('dialog').getByRole('button', { name: 'Rời đi, không lưu' }).click()
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor()
  })

  test('typing goes on in the same box while and after a new đề án is saved, and is neither lost nor called saved', async () => {
    await openAt(page, '/de-an/moi')
    await field('Tên đề án *').fill('Máy cắt')
    await cell('Nội dung chi', 1).focus()
    await page.keyboard.type('Máy')
    await page.keyboard.press('Control+s')
    await page.keyboard.type(' cắt CNC')
    await page.getByText('Đã lưu đề án').waitFor()
    await page.getByRole('heading', { name: 'Máy cắt' }).waitFor()
    expect(await focused()).toBe('Nội dung chi dòng 1')
    expect(await cell('Nội dung chi', 1).inputValue()).toBe('Máy cắt CNC')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại để lưu' }).click()
    await page.keyboard.press('Control+s')
    await page.keyboard.press('Escape')
    await page.getByRole('grid', { name: 'Đề án' }).waitFor()
    await page.getByRole('row', { name: 'Máy cắt' }).dblclick()
    await cell('Nội dung chi', 1).waitFor()
    expect(await cell('Nội dung chi', 1).inputValue()).toBe('Máy cắt CNC')
  })

  test('a locked version is read only; the next version starts from it and the old one stays as it was', async () => {
    const id = await addProject(page, {
      name: 'Mô hình trình diễn',
      programme: 'national',
      year: 2027,
      support: 300_000_000,
      counterpart: 450_000_000,
    })
    await openAt(page, `/de-an/${id}`)
    await page.getByRole('button', { name: 'Khóa bản này…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Giai đoạn').selectOption({ label: 'Được phê duyệt' })
    await dialog.getByRole('button', { name: 'Khóa bản 1' }).click()
    await dialog.getByRole('alert').getByText('phải có số và ngày quyết định').waitFor()
    await dialog.getByLabel('Số quyết định').fill('125/QĐ-BCT')
    await dialog.getByLabel('Ngày quyết định').fill('5/1/2027')
    await page.keyboard.press('Enter')
    await page.getByText('Được phê duyệt đã khóa theo QĐ 125/QĐ-BCT ngày 05/01/2027').waitFor()
    expect(await page.getByRole('textbox', { name: 'Tên đề án' }).count()).toBe(0)

    await page.getByText('muốn sửa: lập điều chỉnh').waitFor()
    expect(await page.getByRole('button', { name: 'Lập phiên bản mới' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Lập điều chỉnh' }).waitFor()
  })

  test('the list finds without marks and sums by source what it shows', async () => {
    await addProject(page, { name: 'Hỗ trợ tỉnh', programme: 'local', year: 2030, support: 40_000_000, counterpart: 0 })
    await addProject(page, {
      name: 'Đào tạo nghề thêu',
      programme: 'national',
      year: 2030,
      support: 60_500_000,
      counterpart: 1_000_000,
    })
    await openAt(page, '/de-an')
    // The newest year on record is the year in hand.
    await page.getByText('Tổng: 2 đề án · 101,5 triệu đồng (KCQG 60,5 · KCĐP 40 · Đối ứng 1 · Khác 0)').waitFor()
    await page.getByLabel('Tìm trong danh sách').fill('dao tao theu')
    await page.getByText('Tổng: 1 đề án · 61,5 triệu đồng').waitFor()
    await page.getByRole('grid', { name: 'Đề án' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Đào tạo nghề thêu' }).waitFor()
  })

  test('names that begin alike are told apart in the list, and rows are low again where no name is shown', async () => {
    const beginning = 'Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong'
    for (const end of ['chế biến chè', 'sấy miến dong'])
      await addProject(page, {
        name: `${beginning} ${end}`,
        programme: 'local',
        year: 2031,
        support: 1e6,
        counterpart: 0,
      })
    await openAt(page, '/de-an')
    await page.getByText('Tổng: 2 đề án').waitFor()
    const grid = page.getByRole('grid', { name: 'Đề án' })
    const name = grid.getByText(`${beginning} sấy miến dong`)
    const row = grid.getByRole('row').filter({ has: page.getByText(/sấy miến dong/) })
    expect(await name.evaluate((shown) => shown.scrollHeight - shown.clientHeight)).toBe(0)
    expect((await row.boundingBox())?.height).toBe(44)

    const showColumn = async (shown: boolean) => {
      await page.getByRole('button', { name: 'Cột' }).click()
      for (const column of ['Tên đề án', 'Đơn vị thụ hưởng'])
        await page.getByRole('checkbox', { name: column }).setChecked(shown)
      await page.keyboard.press('Escape')
    }
    await showColumn(false)
    expect((await grid.getByRole('row').nth(1).boundingBox())?.height).toBe(32)
    await showColumn(true)
    await name.waitFor()
  })
})
