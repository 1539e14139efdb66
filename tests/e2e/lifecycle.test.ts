// From draft to decision through the screens: what is missing and where, steps with their papers, appraisal by keyboard, rounds.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { addProject, callProgram, openAt } from './support/records'

const whole = {
  necessity: 'Sự cần thiết',
  objective: 'Mục tiêu',
  scale: 'Quy mô',
  schedule: 'Tiến độ',
  organisation: 'Tổ chức thực hiện',
  beneficiaries: [{ establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null }],
  places: [{ provinceCode: '19', communeCode: null, text: 'xã Cường Lợi', oldText: '' }],
}

describe.skipIf(!hasChromium)('các bước của đề án', () => {
  const office = officeInBrowser()
  let page: Page

  beforeAll(() => {
    page = office.page
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const dialog = () => page.getByRole('dialog')
  const now = (name: string) => page.locator('[aria-current="step"]').getByText(name)

  async function step(name: RegExp, confirm: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await button(name).click()
    for (const [label, text] of Object.entries(fields)) await dialog().getByLabel(label).fill(text)
    await dialog().getByRole('button', { name: confirm, exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
  }

  test('a KCQG đề án says what it lacks, is sent, appraised with a smaller budget, registered and approved', async () => {
    const id = await addProject(page, {
      name: 'Máy sấy lạnh',
      programme: 'national',
      year: 2027,
      support: 300_000_000,
      counterpart: 450_000_000,
      content: whole,
    })
    await openAt(page, `/de-an/${id}`)
    await now('Dự thảo').waitFor()
    await button('Gửi Sở thẩm định (còn thiếu 1)').click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Thuyết minh')
    await page.getByLabel('Hiệu quả', { exact: true }).fill('Tăng thu nhập')
    await page.keyboard.press('Control+s')
    await button('Gửi Sở thẩm định…').click()
    await dialog().getByRole('button', { name: 'Gửi Sở thẩm định', exact: true }).click()
    await dialog().getByRole('alert').getByText('Phải nhập số công văn gửi Sở.').waitFor()
    await dialog().getByLabel('Số công văn').fill('12/CV-TTKC')
    await dialog().getByLabel('Ngày công văn').fill('14/5/2026')
    await dialog().getByLabel('Ngày gửi').fill('15/5/2026')
    await page.keyboard.press('Enter')
    await now('Đã gửi Sở').waitFor()
    expect(await page.getByRole('textbox', { name: 'Tên đề án' }).count()).toBe(0)

    await button('Sửa dự toán khi thẩm định').click()
    await page.getByRole('textbox', { name: 'KCQG dòng 1', exact: true }).fill('250.000.000')
    await page.getByRole('textbox', { name: 'Đối ứng dòng 1', exact: true }).fill('500.000.000')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã lưu đề án').waitFor()
    const compared = page.getByRole('table', { name: 'So sánh kinh phí: Đăng ký – Thẩm định' })
    await compared.getByRole('cell', { name: '−50.000.000' }).waitFor()

    for (const point of [1, 2, 3, 4, 5])
      await page.getByLabel(`Kết quả nội dung ${point}`).selectOption({ label: 'Đạt' })
    await page.getByLabel('Ngày thẩm định').fill('25/5/2026')
    await page.getByLabel('Người thẩm định').fill('Nguyễn Văn An')
    await page.getByLabel('Kết luận', { exact: true }).selectOption({ label: 'Đồng ý' })
    await button('Kết luận thẩm định…').click()
    await dialog().getByRole('button', { name: 'Khóa và kết luận' }).click()
    await now('Đã thẩm định cấp cơ sở').waitFor()
    await page.getByText('250.000.000 đồng hỗ trợ (bản 2)').waitFor()

    await step(/^Đăng ký với Cục…/, 'Đăng ký với Cục', {
      'Số báo cáo đăng ký': '45/BC-SCT',
      'Ngày báo cáo': '8/6/2026',
      'Ngày gửi Cục': '10/6/2026',
    })
    await now('Đã đăng ký với Cục').waitFor()
    const ministry = page.getByRole('region', { name: 'Thẩm định', exact: true })
    await ministry.getByLabel('Ngày thẩm định').fill('1/10/2026')
    await ministry.getByLabel('Kết luận', { exact: true }).selectOption({ label: 'Đồng ý' })
    await button('Kết luận thẩm định…').click()
    await dialog().getByRole('button', { name: 'Khóa và kết luận' }).click()
    await now('Đã thẩm định cấp Bộ').waitFor()
    await step(/^Ghi quyết định phê duyệt…/, 'Ghi quyết định phê duyệt', {
      'Số quyết định': '4768/QĐ-BCT',
      'Ngày quyết định': '10/11/2026',
      'Ngày phê duyệt': '10/11/2026',
    })
    await now('Được phê duyệt').waitFor()
    const history = page.getByRole('table', { name: 'Lịch sử' })
    expect(await history.getByRole('row').count()).toBe(6)
    await history.getByRole('cell', { name: '4768/QĐ-BCT ngày 10/11/2026' }).waitFor()
  })

  test('returned with reasons, it is written again from what was sent and goes out a second time', async () => {
    const id = await addProject(page, {
      name: 'Máy đóng gói',
      programme: 'local',
      year: 2027,
      support: 100_000_000,
      counterpart: 100_000_000,
      content: whole,
    })
    await openAt(page, `/de-an/${id}`)
    const letter = { 'Số công văn': '13/CV', 'Ngày công văn': '15/5/2026', 'Ngày gửi': '15/5/2026' }
    await step(/^Gửi Sở thẩm định…/, 'Gửi Sở thẩm định', letter)
    await page.getByLabel('Người thẩm định').fill('Nguyễn Văn An')
    await button('Trả lại để bổ sung…').click()
    await dialog().getByRole('button', { name: 'Ở lại để lưu' }).click()
    await button('Lưu phiếu').click()
    await page.getByText('Đã lưu phiếu thẩm định.').waitFor()
    await button('Trả lại để bổ sung…').click()
    const back = { 'Số văn bản trả hồ sơ': '30/SCT', 'Ngày văn bản': '14/5/2026', 'Ngày trả lại': '20/5/2026' }
    for (const [label, text] of Object.entries(back)) await dialog().getByLabel(label).fill(text)
    await dialog().getByLabel('Lý do').fill('Thiếu báo giá')
    await dialog().getByRole('button', { name: 'Trả lại để bổ sung', exact: true }).click()
    await dialog().getByRole('alert').getByText('Ngày văn bản sớm hơn bước trước (15/05/2026).').waitFor()
    await dialog().getByLabel('Ngày văn bản').fill('20/5/2026')
    await dialog().getByRole('button', { name: 'Trả lại để bổ sung', exact: true }).click()
    await now('Trả lại để bổ sung').waitFor()
    await step(/^Soạn bản bổ sung…/, 'Soạn bản bổ sung', { 'Ngày bắt đầu soạn': '21/5/2026' })
    await now('Dự thảo').waitFor()
    await page.getByRole('textbox', { name: 'Tên đề án' }).waitFor()
    await step(/^Gửi Sở thẩm định…/, 'Gửi Sở thẩm định', {
      'Số công văn': '15/CV',
      'Ngày công văn': '25/5/2026',
      'Ngày gửi': '25/5/2026',
    })
    await page.getByText('Gửi lần 2').waitFor()
    await page.getByRole('table', { name: 'Lịch sử' }).getByRole('cell', { name: 'Thiếu báo giá' }).waitFor()
  })

  test('a council works through the waiting đề án by keyboard, its people offered again', async () => {
    for (const name of ['Máy dệt thổ cẩm', 'Máy ép gạch']) {
      const id = await addProject(page, {
        name,
        programme: 'local',
        year: 2028,
        support: 50_000_000,
        counterpart: 50_000_000,
        content: whole,
      })
      await callProgram(page, 'projects', 'takeStep', {
        id,
        rowVersion: 1,
        step: 'submit',
        date: '2026-05-15',
        documentNumber: '20/CV',
        documentDate: '2026-05-15',
        reason: '',
      })
    }
    await openAt(page, '/tham-dinh')
    const list = page.getByRole('list', { name: 'Đề án chờ thẩm định' })
    await list.getByRole('button', { name: /Máy dệt thổ cẩm.*chưa xét/ }).waitFor()
    await page.getByRole('heading', { name: 'Máy dệt thổ cẩm' }).waitFor()
    await page.getByLabel('Hình thức').selectOption({ label: 'Hội đồng thẩm định' })
    await page.getByLabel('Thêm thành viên').fill('Trần Thị Bình')
    await page.keyboard.press('Enter')
    await page.getByLabel('Cơ quan, chức vụ thành viên 1').fill('Sở Công Thương')
    await page.keyboard.press('Control+s')
    await list.getByRole('button', { name: /Máy dệt thổ cẩm.*còn thiếu/ }).waitFor()
    await page.keyboard.press('PageDown')
    await page.getByRole('heading', { name: 'Máy ép gạch' }).waitFor()
    await page.getByLabel('Hình thức').selectOption({ label: 'Hội đồng thẩm định' })
    await page.getByLabel('Thêm thành viên').fill('tran thi')
    await page.getByRole('option', { name: /Trần Thị Bình/ }).click()
    expect(await page.getByLabel('Cơ quan, chức vụ thành viên 1').inputValue()).toBe('Sở Công Thương')
    await page.keyboard.press('PageUp')
    await dialog().getByRole('button', { name: 'Ở lại để lưu' }).click()
    await page.getByRole('heading', { name: 'Máy ép gạch' }).waitFor()
    await page.keyboard.press('Control+s')
    await list.getByRole('button', { name: /Máy ép gạch.*còn thiếu/ }).waitFor()
    await page.keyboard.press('PageUp')
    await page.getByRole('heading', { name: 'Máy dệt thổ cẩm' }).waitFor()
  })
})
