// Cơ sở CNNT on screen: entered, found without marks, changed, guarded, possible duplicates asked about, copied to Excel.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { addEstablishment, addProject, callProgram, openAt } from './support/records'

describe.skipIf(!hasChromium)('establishments', () => {
  const office = officeInBrowser('Lào Cai', 'Trung tâm Khuyến công')
  let page: Page

  beforeAll(() => {
    page = office.page
  })

  const field = (label: string) => page.getByRole('form').getByLabel(label, { exact: true })
  const savedNotice = (name: string) => page.getByRole('status').getByText(`Đã lưu ${name}`)

  test('an empty list says what it is for; a cơ sở is entered with its figures and is there after reading again', async () => {
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    await page.getByText('Danh sách các cơ sở công nghiệp nông thôn của tỉnh').waitFor()
    await page.getByRole('button', { name: 'Thêm cơ sở' }).first().click()

    await page.keyboard.press('Control+s')
    await page.getByRole('alert').getByText('Phải nhập tên cơ sở.').waitFor()
    await page.getByRole('alert').getByText('Phải chọn loại hình.').waitFor()

    await field('Tên cơ sở *').fill('Hợp tác xã Đường phên Bảo Yên')
    await field('Loại hình *').selectOption({ label: 'Hợp tác xã' })
    await field('Mã số thuế').fill('5300123456')
    await field('Ngày cấp').fill('5/3/2019')
    await page.getByRole('combobox', { name: 'Xã, phường, đặc khu' }).fill('bao yen')
    await page.getByRole('option', { name: 'Xã Bảo Yên' }).click()
    await page.getByRole('button', { name: '+ Thêm năm' }).click()
    await field('Năm, dòng 1').fill('2025')
    await field('Lao động, dòng 1').fill('12')
    await field('Doanh thu (đ), dòng 1').fill('1,85 tỷ')
    await page.keyboard.press('Tab')
    expect(await field('Doanh thu (đ), dòng 1').inputValue()).toBe('1.850.000.000')
    expect(await field('Ngày cấp').inputValue()).toBe('05/03/2019')
    await page.keyboard.press('Control+s')
    await savedNotice('Hợp tác xã Đường phên Bảo Yên').waitFor()

    await page.reload()
    await page.getByRole('form', { name: 'Hợp tác xã Đường phên Bảo Yên' }).waitFor()
    expect(await field('Mã cơ sở').inputValue()).toBe('CS-0001')
    expect(await field('Ngày cấp').inputValue()).toBe('05/03/2019')
    expect(await page.getByRole('combobox', { name: 'Xã, phường, đặc khu' }).inputValue()).toBe('Xã Bảo Yên')
    expect(await field('Doanh thu (đ), dòng 1').inputValue()).toBe('1.850.000.000')
  })

  test('wrong dates and amounts are named beside their boxes and in the list above, and nothing is saved', async () => {
    await field('Ngày cấp').fill('31/2/2024')
    await field('Doanh thu (đ), dòng 1').fill('một tỷ rưỡi')
    await page.keyboard.press('Control+s')
    const summary = page.getByRole('alert')
    await summary.getByText('Chưa lưu được, còn 2 chỗ cần sửa').waitFor()
    expect(await field('Ngày cấp').inputValue()).toBe('31/2/2024')
    await summary.getByRole('button', { name: /^Doanh thu/ }).click()
    expect(await field('Doanh thu (đ), dòng 1').evaluate((box) => box === document.activeElement)).toBe(true)
  })

  test('leaving asks while something is unsaved, and stays or goes as told', async () => {
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại để lưu' }).click()
    expect(await field('Ngày cấp').inputValue()).toBe('31/2/2024')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').getByRole('button', { name: 'Rời đi, không lưu' }).click()
    await page.getByRole('grid', { name: 'Danh sách cơ sở công nghiệp nông thôn' }).waitFor()
  })

  test('a possible duplicate is shown with its reasons before anything is saved; "Vẫn thêm mới" adds it', async () => {
    await page.getByRole('button', { name: 'Thêm cơ sở' }).click()
    await field('Tên cơ sở *').fill('HTX đường phên bảo yên')
    await field('Loại hình *').selectOption({ label: 'Tổ hợp tác' })
    await field('Mã số thuế').fill('5300 123 456')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    const warning = page.getByRole('alert', { name: 'Có thể trùng' })
    await warning.getByText('Hợp tác xã Đường phên Bảo Yên').waitFor()
    expect(await warning.innerText()).toContain('cùng mã số thuế')
    await warning.getByRole('button', { name: 'Vẫn thêm mới' }).click()
    await savedNotice('HTX đường phên bảo yên').waitFor()
    await page.getByRole('button', { name: 'Về danh sách' }).click()
    await page.getByText('2 dòng', { exact: true }).waitFor()
  })

  test('the list is searched without marks, filtered and brought back', async () => {
    await page.getByLabel('Tìm trong danh sách').fill('duong phen')
    await page.getByText('2 dòng', { exact: true }).waitFor()
    await page.getByLabel('Tìm trong danh sách').fill('khong co dau')
    await page.getByText('Không có cơ sở nào khớp với điều kiện lọc.').waitFor()
    await page.getByRole('button', { name: 'Bỏ điều kiện lọc' }).click()
    await page.getByText('2 dòng', { exact: true }).waitFor()
    expect(await page.getByLabel('Tìm trong danh sách').inputValue()).toBe('')
    await page.getByLabel('Loại hình').selectOption({ label: 'Hợp tác xã' })
    await page.getByText('1 / 2 dòng').waitFor()
    await page.getByLabel('Loại hình').selectOption('')
    await page.getByText('2 dòng', { exact: true }).waitFor()
  })

  test('the table is copied as Excel takes it: a head, a line a row, tabs between cells', async () => {
    await page.context().grantPermissions(['clipboard-read'], { origin: new URL(page.url()).origin })
    await page.getByRole('button', { name: 'Sao chép bảng' }).click()
    await page.getByRole('status').getByText('Đã sao chép 2 dòng và đầu cột').waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    const [head, ...rows] = text.split(/\r?\n/).map((line) => line.split('\t'))
    expect(head?.slice(0, 2)).toEqual(['Tên cơ sở', 'Mã cơ sở'])
    expect(rows.map((cells) => cells[0])).toEqual(['Hợp tác xã Đường phên Bảo Yên', 'HTX đường phên bảo yên'])
    expect(rows.every((cells) => cells.length === head?.length)).toBe(true)

    await page.getByRole('grid').press('End')
    await page.getByRole('grid').press('Control+c')
    await page.getByRole('status').getByText('Đã sao chép 1 dòng.').waitFor()
    const one = await page.evaluate(() => navigator.clipboard.readText())
    expect(one.split('\t')[0]).toBe('HTX đường phên bảo yên')
  })

  test('figures copied in Excel are pasted over several boxes; Ctrl+D repeats the box above', async () => {
    await page.getByRole('grid').press('Home')
    await page.getByRole('grid').press('Enter')
    await field('Doanh thu (đ), dòng 1').waitFor()
    await field('Năm, dòng 1').focus()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '2024\t10\t1.500.000.000\r\n2025\t12\t1.850.000.000\r\n2026\t15\t2.000.000.000\r\n')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    expect(await field('Doanh thu (đ), dòng 3').inputValue()).toBe('2.000.000.000')
    expect(await field('Năm, dòng 1').inputValue()).toBe('2024')
    await field('Vốn (đ), dòng 1').fill('900 triệu')
    await field('Vốn (đ), dòng 1').press('Enter')
    await field('Vốn (đ), dòng 2').press('Control+d')
    expect(await field('Vốn (đ), dòng 2').inputValue()).toBe('900.000.000')
    await page.keyboard.press('Control+s')
    await savedNotice('Hợp tác xã Đường phên Bảo Yên').waitFor()
    await page.reload()
    await field('Vốn (đ), dòng 2').waitFor()
    expect(await field('Vốn (đ), dòng 2').inputValue()).toBe('900.000.000')
    expect(await field('Lao động, dòng 3').inputValue()).toBe('15')
  })

  test('a cơ sở is removed only after asking', async () => {
    await page.getByRole('button', { name: 'Xóa', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa cơ sở' }).click()
    await page.getByRole('status').getByText('Đã xóa Hợp tác xã Đường phên Bảo Yên').waitFor()
    await page.getByText('1 dòng', { exact: true }).waitFor()
  })

  test('a list longer than a page is read as it is scrolled, by keys too, and sorted by the program', async () => {
    await page.evaluate(async (count) => {
      const call = async (name: string, input: unknown) => {
        const response = await fetch('/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, input }),
        })
        return (await response.json()) as {
          ok: boolean
          value: { establishment: Record<string, unknown>; rows: { id: number }[] }
        }
      }
      const list = await call('establishments.list', {})
      const some = await call('establishments.get', { id: list.value.rows[0]?.id })
      for (let number = 1; number <= count; number += 1) {
        const establishment = {
          ...some.value.establishment,
          code: `D-${String(number).padStart(4, '0')}`,
          name: `Cơ sở dài ${number}`,
          taxCode: '',
        }
        const saved = await call('establishments.save', {
          id: null,
          rowVersion: null,
          acceptDuplicates: true,
          establishment,
        })
        if (!saved.ok) throw new Error(JSON.stringify(saved))
      }
    }, 210)
    await page.reload()
    await page.getByText('211 dòng', { exact: true }).waitFor()
    const grid = page.getByRole('grid')
    const selected = page.getByRole('row', { selected: true })
    await grid.press('End')
    // Numbers inside names sort by their value, and "HTX …" stands after all of them.
    await selected.getByText('HTX đường phên bảo yên').waitFor()
    await grid.press('ArrowUp')
    await selected.getByText('Cơ sở dài 210').waitFor()
    await grid.press('Home')
    await selected.getByText('Cơ sở dài 1', { exact: true }).waitFor()
    expect(await grid.getByRole('row').count()).toBeLessThan(80)
    // The rows out of sight take no column of their own: the list is as wide as its box.
    const widths = await grid.evaluate((table) =>
      [...table.querySelectorAll('thead th')].map((cell) => cell.clientWidth),
    )
    const box = await grid.evaluate((table) => table.parentElement?.clientWidth ?? 0)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(box - 2 * widths.length)

    await page.getByRole('button', { name: 'Mã cơ sở' }).click()
    await page.getByRole('button', { name: 'Mã cơ sở' }).click()
    await grid.getByText('D-0210').waitFor()
    expect(await page.getByRole('columnheader', { name: /^Mã cơ sở/ }).getAttribute('aria-sort')).toBe('descending')
    await grid.press('Home')
    await selected.getByText('D-0210').waitFor()
  })

  test('its page lists what the file holds of it elsewhere, each row leading there, and says where there is nothing yet', async () => {
    const establishmentId = await addEstablishment(page, 'HTX Tân Lợi')
    const year = 2026
    await addProject(page, {
      name: 'Máy sấy lạnh',
      programme: 'local',
      year,
      support: 100_000_000,
      counterpart: 100_000_000,
      content: { beneficiaries: [{ establishmentId, name: 'HTX Tân Lợi', shareBasisPoints: null }] },
    })
    await callProgram(page, 'activities', 'recordCertificate', {
      level: 'province',
      year,
      establishmentId,
      owner: 'HTX Tân Lợi',
      name: 'Miến dong',
      average: 9_000,
      number: '05/GCN',
      date: `${year}-09-01`,
    })
    await callProgram(page, 'activities', 'save', {
      id: null,
      rowVersion: null,
      activity: {
        kind: 'fairHere',
        name: 'Hội chợ Tây Bắc',
        year,
        startsOn: `${year}-05-01`,
        endsOn: null,
        place: 'Lào Cai',
        organiser: '',
        documentNumber: '',
        projectId: null,
        participants: null,
        establishments: null,
        booths: null,
        items: null,
        amounts: { national: 0, local: 0, counterpart: 0, other: 0 },
        attendants: [{ establishmentId, name: 'HTX Tân Lợi', note: '' }],
        result: '',
        note: '',
      },
    })
    const tie = (table: string, text: string) =>
      page.getByRole('table', { name: table }).getByRole('row', { name: text })
    await openAt(page, `/co-so/${establishmentId}`)
    await page.getByText('Chưa ghi nhu cầu nào của cơ sở này.').waitFor()
    await page.getByText('Chưa có máy nào.').waitFor()
    await tie('Đề án của cơ sở', 'Máy sấy lạnh').getByText('Dự thảo').waitFor()
    await tie('Sản phẩm bình chọn của cơ sở', 'Miến dong')
      .getByText(`Còn hạn (đến 31/12/${year + 3})`)
      .waitFor()
    for (const [table, link, heading] of [
      ['Đề án của cơ sở', 'Máy sấy lạnh', 'Máy sấy lạnh'],
      ['Sản phẩm bình chọn của cơ sở', `Bình chọn cấp tỉnh năm ${year}`, `Bình chọn cấp tỉnh năm ${year}`],
      ['Hoạt động của cơ sở', 'Hội chợ Tây Bắc', 'Hội chợ Tây Bắc'],
    ] as const) {
      await page.getByRole('table', { name: table }).getByRole('link', { name: link }).click()
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      await page.goBack()
    }
  })
})
