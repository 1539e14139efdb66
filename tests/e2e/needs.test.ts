// Nhu cầu on screen: entered with a cơ sở on record, refused in words, declined with a reason, made into a đề án.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'

describe.skipIf(!hasChromium)('needs', () => {
  const office = officeInBrowser('Lào Cai', 'Trung tâm Khuyến công')
  let page: Page

  beforeAll(() => {
    page = office.page
  })

  const dialog = () => page.getByRole('dialog')
  const box = (label: string) => dialog().getByLabel(label, { exact: true })

  async function addNeed(asker: string, activity: string): Promise<void> {
    await page.getByRole('button', { name: 'Thêm nhu cầu' }).first().click()
    await box('Người đề nghị *').fill(asker)
    await box('Máy móc hoặc hoạt động *').fill(activity)
    await box('Tổng vốn đầu tư (đ)').fill('480 triệu')
    await box('Đề nghị hỗ trợ (đ)').fill('200 triệu')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('status').getByText(`Đã lưu nhu cầu của ${asker}.`).waitFor()
  }

  test('an empty list says what it is for; wrong boxes are named and nothing is saved', async () => {
    await page.getByRole('link', { name: 'Nhu cầu' }).click()
    await page.getByText('Ghi lại từng cơ sở muốn gì').waitFor()
    await page.getByRole('button', { name: 'Thêm nhu cầu' }).first().click()
    await box('Tổng vốn đầu tư (đ)').fill('0')
    await box('Đề nghị hỗ trợ (đ)').fill('-5')
    await box('Ngày nhận *').fill('31/2/2026')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    const summary = dialog().getByRole('alert')
    await summary.getByText('Phải nhập máy móc hoặc hoạt động.').waitFor()
    await summary.getByText(/Ngày không có thật/).waitFor()
    await box('Đề nghị hỗ trợ (đ)').fill('')
    await box('Ngày nhận *').fill('5/10/2026')
    await box('Máy móc hoặc hoạt động *').fill('Máy sấy lạnh')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await summary.getByText('Số tiền phải lớn hơn 0; để trống nếu chưa biết.').waitFor()
    await summary.getByText('Phải nhập tên người đề nghị hoặc chọn cơ sở.').waitFor()
    await dialog().getByRole('button', { name: 'Hủy' }).click()
    await page.getByText('Ghi lại từng cơ sở muốn gì').waitFor()
  })

  test('a dialog opened by key begins in its first box, so that Enter does not close it over what is to be typed', async () => {
    await page.keyboard.press('Control+n')
    await dialog().waitFor()
    await page.keyboard.type('Bà Nông Thị Lan')
    expect(await box('Người đề nghị *').inputValue()).toBe('Bà Nông Thị Lan')
    await page.keyboard.press('Enter')
    await dialog().getByRole('alert').getByText('Phải nhập máy móc hoặc hoạt động.').waitFor()
    await dialog().getByRole('button', { name: 'Hủy' }).click()
    await dialog().waitFor({ state: 'detached' })
  })

  test('needs are entered and found without marks', async () => {
    await addNeed('HTX Đường phên Bảo Yên', 'Máy ép mía')
    await addNeed('Hộ kinh doanh Nông Thị Hòa', 'Máy sấy lạnh')
    await addNeed('Cơ sở Tân Lợi', 'Máy đóng gói')
    await page.getByLabel('Tìm trong danh sách').fill('may say')
    await page.getByText('1 / 3 dòng').waitFor()
    await page.getByLabel('Tìm trong danh sách').fill('')
    await page.getByText('3 dòng', { exact: true }).waitFor()
  })

  test('a need is declined only with its reason, which stays with it', async () => {
    await page.getByRole('row').filter({ hasText: 'Cơ sở Tân Lợi' }).dblclick()
    await dialog().getByRole('button', { name: 'Không đưa vào…' }).click()
    await dialog().getByRole('button', { name: 'Ghi không đưa vào' }).click()
    await dialog().getByRole('alert').getByText('Phải nhập lý do.').waitFor()
    await box('Lý do không đưa vào *').fill('Ngành nghề không thuộc đối tượng')
    await dialog().getByRole('button', { name: 'Ghi không đưa vào' }).click()
    await page.getByRole('status').getByText('Đã ghi không đưa vào nhu cầu của Cơ sở Tân Lợi.').waitFor()
    await page.getByLabel('Kết quả').selectOption({ label: 'Không đưa vào' })
    await page.getByText('1 / 3 dòng').waitFor()
    await page.getByRole('row').filter({ hasText: 'Cơ sở Tân Lợi' }).dblclick()
    await dialog().getByText('Ngành nghề không thuộc đối tượng').waitFor()
    await dialog().getByRole('button', { name: 'Hủy' }).click()
    await page.getByLabel('Kết quả').selectOption('')
  })

  test('two needs become one group đề án, and open it from then on', async () => {
    for (const asker of ['HTX Đường phên Bảo Yên', 'Hộ kinh doanh Nông Thị Hòa'])
      await page.getByRole('row').filter({ hasText: asker }).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Lập đề án từ 2 nhu cầu…' }).click()
    await dialog().getByText('Lập đề án nhóm cho 2 đơn vị thụ hưởng.').waitFor()
    await dialog().getByRole('button', { name: 'Lập đề án' }).click()
    await page
      .getByRole('status')
      .getByText(/Đã lập đề án KCDP-\d+-001 từ 2 nhu cầu\./)
      .waitFor()
    const name = page.getByLabel('Tên đề án *')
    await name.waitFor()
    expect(await name.inputValue()).toBe('Hỗ trợ ứng dụng máy móc thiết bị tiên tiến cho 2 cơ sở công nghiệp nông thôn')
    expect(await page.getByLabel('Loại đề án').inputValue()).toBe('group')

    await page.getByRole('link', { name: 'Nhu cầu' }).click()
    await page
      .getByText(/Đã đưa vào KCDP-\d+-001/)
      .first()
      .waitFor()
    await page.getByRole('row').filter({ hasText: 'Nông Thị Hòa' }).dblclick()
    await name.waitFor()
  })

  test('a cơ sở shows its own needs, and takes a new one', async () => {
    await page.getByRole('link', { name: 'Cơ sở CNNT' }).click()
    await page.getByRole('button', { name: 'Thêm cơ sở' }).first().click()
    await page.getByRole('form').getByLabel('Tên cơ sở *').fill('Cơ sở mộc Văn Bàn')
    await page.getByRole('form').getByLabel('Loại hình *').selectOption({ label: 'Hộ kinh doanh' })
    await page.keyboard.press('Control+s')
    await page.getByRole('status').getByText('Đã lưu Cơ sở mộc Văn Bàn').waitFor()
    await page.getByText('Chưa ghi nhu cầu nào của cơ sở này.').waitFor()
    await page.getByRole('button', { name: 'Thêm nhu cầu' }).click()
    expect(await box('Người đề nghị *').inputValue()).toBe('Cơ sở mộc Văn Bàn')
    await box('Máy móc hoặc hoạt động *').fill('Máy cưa CNC')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('table', { name: 'Nhu cầu của cơ sở' }).getByText('Máy cưa CNC').waitFor()
  })
})
