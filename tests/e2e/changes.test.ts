// Change requests through the screens, by keyboard where an officer would: drafted beside what is in force, sent, decided, cancelled.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { addProject, callProgram, openAt } from './support/records'

describe.skipIf(!hasChromium)('điều chỉnh', () => {
  const office = officeInBrowser()
  let page: Page

  beforeAll(() => {
    page = office.page
    page.setDefaultTimeout(8000)
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const dialog = () => page.getByRole('dialog')

  async function approvedProject(name: string): Promise<{ id: number; code: string }> {
    const id = await addProject(page, {
      name,
      programme: 'local',
      year: 2027,
      support: 100_000_000,
      counterpart: 150_000_000,
      content: {
        objective: 'Nâng công suất sấy',
        beneficiaries: [{ establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null }],
        places: [{ provinceCode: '19', communeCode: null, text: 'xã Vũ Loan', oldText: '' }],
        equipment: [
          {
            name: 'Máy sấy lạnh 500 kg',
            origin: 'Việt Nam',
            unit: 'máy',
            quantityThousandths: 1000,
            unitPrice: 250_000_000,
            note: '',
          },
        ],
      },
    })
    await callProgram(page, 'projects', 'lockVersion', {
      id,
      rowVersion: 1,
      stage: 'approved',
      decisionNumber: '12/QĐ-UBND',
      decisionDate: '2027-01-10',
    })
    const { identity } = await callProgram(page, 'projects', 'get', { id })
    return { id, code: identity.code }
  }

  test('from the locked band: edited beside what is in force, a reason for each field, sent and decided', async () => {
    const { id } = await approvedProject('Hỗ trợ máy sấy')
    await openAt(page, `/de-an/${id}`)
    await page.getByText('muốn sửa: lập điều chỉnh').waitFor()
    await button('Lập điều chỉnh').click()
    await page.getByRole('heading', { name: 'Đề nghị điều chỉnh chưa có số' }).waitFor()

    await page.getByLabel('Số văn bản đề nghị').fill('25/TTKC')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1/6/2027')
    await page.getByRole('textbox', { name: 'Tháng kết thúc' }).fill('12/2027')
    await page.getByRole('textbox', { name: 'KCĐP dòng 1', exact: true }).fill('80.000.000')
    await page.getByRole('textbox', { name: 'Đối ứng dòng 1', exact: true }).fill('170.000.000')
    await page.getByRole('textbox', { name: 'Tên, quy cách, thông số' }).fill('Máy sấy lạnh 700 kg')
    await page.getByLabel('Lý do: Tháng kết thúc').fill('Máy về chậm')
    await page.getByLabel(/^Lý do: Bảng máy móc, thiết bị › Máy sấy lạnh 500 kg/).fill('Đổi công suất theo nhu cầu')
    await page.getByLabel('Lý do chung').fill('Cơ sở đổi nhu cầu')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã lưu đề nghị.').waitFor()
    await page.getByRole('region', { name: 'Cấp quyết định' }).getByText('Cấp phê duyệt kế hoạch').waitFor()
    await page.getByText('chưa kiểm chứng').first().waitFor()
    const effect = page.getByRole('region', { name: 'Tác động đến kế hoạch' })
    await effect.getByText('-20.000.000').waitFor()

    await button('Trình…').click()
    await dialog().getByLabel('Ngày trình').fill('2/6/2027')
    await page.keyboard.press('Enter')
    await button('Ghi quyết định…').waitFor()
    const changes = page.getByRole('table', { name: /^Thay đổi của đề án/ })
    await changes.getByRole('row', { name: /Tháng kết thúc.*11\/2027.*12\/2027.*Máy về chậm/ }).waitFor()

    await button('Ghi quyết định…').click()
    await page.getByLabel('Số quyết định').fill('88/QĐ-UBND')
    await page.getByLabel('Ngày quyết định').fill('1/5/2027')
    await page.keyboard.press('Control+s')
    await page.getByText('sớm hơn văn bản đề nghị (01/06/2027)').first().waitFor()
    await page.getByLabel('Ngày quyết định').fill('15/6/2027')
    await page.keyboard.press('Tab')
    await page.getByText('sớm hơn văn bản đề nghị (01/06/2027)').first().waitFor({ state: 'detached' })
    await page.getByLabel(/^Kết quả đề án/).selectOption({ label: 'Duyệt một phần' })
    await page.getByLabel('Duyệt Tháng kết thúc').uncheck()
    await page.keyboard.press('Control+s')
    await page.getByText('Đã ghi quyết định 88/QĐ-UBND.').waitFor()
    await page.getByText('Quyết định 88/QĐ-UBND ngày 15/06/2027').waitFor()
    await changes.getByRole('row', { name: /Tháng kết thúc.*Không duyệt/ }).waitFor()

    const now = await callProgram(page, 'projects', 'get', { id })
    expect(now.version).toMatchObject({ number: 2, stage: 'adjusted', locked: true, decisionNumber: '88/QĐ-UBND' })
    expect(now.content).toMatchObject({ endMonth: '2027-11', equipment: [{ name: 'Máy sấy lạnh 700 kg' }] })
    expect(now.content.budget[0]?.amounts).toMatchObject({ local: 80_000_000, counterpart: 170_000_000 })

    await button('Hủy quyết định…').click()
    await dialog().getByLabel('Ngày hủy').fill('20/6/2027')
    await dialog().getByLabel('Lý do').fill('Ghi nhầm số')
    await dialog().getByRole('button', { name: 'Hủy quyết định' }).click()
    await page.getByText('Đã hủy ngày 20/06/2027: Ghi nhầm số').waitFor()
    expect((await callProgram(page, 'projects', 'get', { id })).version.number).toBe(3)
  })

  test('from the list: several đề án in one letter, one stopped; what somebody else decided meanwhile is told', async () => {
    const one = await approvedProject('Đề án thứ nhất')
    const two = await approvedProject('Đề án thứ hai')
    await page.getByRole('combobox', { name: 'Năm' }).first().selectOption('2027')
    await page.keyboard.press('Alt+4')
    await page.getByRole('heading', { name: 'Đề nghị điều chỉnh, bổ sung, ngừng' }).waitFor()
    await page.keyboard.press('Control+n')
    await dialog()
      .getByRole('checkbox', { name: new RegExp(one.code) })
      .check()
    await dialog().getByRole('button', { name: 'Điều chỉnh 1 đề án' }).click()
    await button('Thêm đề án…').click()
    await dialog().getByLabel('Việc đề nghị').selectOption({ label: 'Ngừng triển khai' })
    await dialog()
      .getByRole('checkbox', { name: new RegExp(two.code) })
      .check()
    await dialog().getByRole('button', { name: 'Ngừng triển khai 1 đề án' }).click()
    await page.getByRole('textbox', { name: 'Tên đề án' }).fill('Đề án thứ nhất, đổi tên')
    await page.getByLabel('Số văn bản đề nghị').fill('30/TTKC')
    await page.getByLabel('Ngày văn bản').fill('1/7/2027')
    await page.getByLabel('Lý do chung').fill('Rà soát giữa năm')
    await button(new RegExp(`^${two.code} · Ngừng`)).click()
    await page.getByLabel('Lý do', { exact: true }).fill('Cơ sở giải thể')
    expect(await page.getByLabel('Lý do chung').inputValue()).toBe('Rà soát giữa năm')
    await page.getByLabel('Đã tạm ứng, thanh toán (đồng)').fill('70.000.000')
    await page.getByLabel('Còn phải thu hồi (đồng)').fill('70.000.000')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã lưu đề nghị.').waitFor()

    // Somebody else's letter on the first đề án is decided in between.
    const { content } = await callProgram(page, 'projects', 'get', { id: one.id })
    const other = await callProgram(page, 'changes', 'save', {
      id: null,
      rowVersion: null,
      letter: { year: 2027, letterNumber: '31/TTKC', letterDate: '2027-07-01', askedBy: '', reason: 'Khác', note: '' },
      items: [
        {
          id: null,
          kind: 'adjust',
          projectId: one.id,
          content: { ...content, objective: 'Mục tiêu của người khác' },
          reason: '',
          reasons: [],
          advanced: null,
          recovery: null,
        },
      ],
    })
    const at = { id: other.id, rowVersion: 1 }
    await callProgram(page, 'changes', 'submit', { ...at, submittedOn: '2027-07-01' })
    await callProgram(page, 'changes', 'decide', {
      id: other.id,
      rowVersion: 2,
      number: '90/QĐ-UBND',
      date: '2027-07-05',
      items: [{ itemId: other.itemIds[0] ?? 0, outcome: 'approved' }],
    })
    await openAt(page, '/dieu-chinh')
    await page.getByRole('row', { name: /30\/TTKC/ }).dblclick()
    await page.getByText('Hãy bấm “Làm lại trên bản hiện hành”').first().waitFor()
    await button('Làm lại trên bản hiện hành').click()
    await page.getByText('Đã chuyển mọi thay đổi sang bản hiện hành.').waitFor()
    await button('Trình…').click()
    await dialog().getByLabel('Ngày trình').fill('6/7/2027')
    await page.keyboard.press('Enter')
    await button('Ghi quyết định…').click()
    await page.getByLabel('Số quyết định').fill('95/QĐ-UBND')
    await page.getByLabel('Ngày quyết định').fill('10/7/2027')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã ghi quyết định 95/QĐ-UBND.').waitFor()
    expect((await callProgram(page, 'projects', 'get', { id: one.id })).content).toMatchObject({
      name: 'Đề án thứ nhất, đổi tên',
      objective: 'Mục tiêu của người khác',
    })
    expect((await callProgram(page, 'projects', 'steps', { id: two.id })).status).toBe('stopped')
    await page.getByText('còn phải thu hồi 70.000.000 đồng').waitFor()
  })

  test('approved with other values on two đề án at once: each label leads to the box of its own đề án', async () => {
    const one = await approvedProject('Đề án thứ ba')
    const two = await approvedProject('Đề án thứ tư')
    const itemOf = async ({ id }: { id: number }) => ({
      id: null,
      kind: 'adjust' as const,
      projectId: id,
      content: { ...(await callProgram(page, 'projects', 'get', { id })).content, endMonth: '2027-12' },
      reason: '',
      reasons: [],
      advanced: null,
      recovery: null,
    })
    const { id } = await callProgram(page, 'changes', 'save', {
      id: null,
      rowVersion: null,
      letter: { year: 2027, letterNumber: '40/TTKC', letterDate: '2027-08-01', askedBy: '', reason: 'Chậm', note: '' },
      items: [await itemOf(one), await itemOf(two)],
    })
    await callProgram(page, 'changes', 'submit', { id, rowVersion: 1, submittedOn: '2027-08-01' })
    await openAt(page, `/dieu-chinh/${id}`)
    await button('Ghi quyết định…').click()
    for (const { code } of [one, two]) {
      await page.getByLabel(`Kết quả đề án ${code}`).selectOption({ label: 'Duyệt một phần' })
      await button(/^Duyệt giá trị khác/).click()
    }
    const twice = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      return ids.filter((id, index) => ids.indexOf(id) !== index)
    })
    expect(twice).toEqual([])
    const second = page.getByRole('form', { name: `Nội dung đề nghị của đề án ${two.code}` })
    await second.getByText('Tên đề án', { exact: false }).first().click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Đề án thứ tư, tên được duyệt')
    const first = page.getByRole('form', { name: `Nội dung đề nghị của đề án ${one.code}` })
    await first.getByRole('textbox', { name: 'Tên đề án' }).fill('Đề án thứ ba, tên được duyệt')
    await page.getByLabel('Số quyết định').fill('99/QĐ-UBND')
    await page.getByLabel('Ngày quyết định').fill('10/8/2027')
    await page.keyboard.press('Control+s')
    await page.getByText('Đã ghi quyết định 99/QĐ-UBND.').waitFor()
    const nameOf = async (project: { id: number }) =>
      (await callProgram(page, 'projects', 'get', { id: project.id })).content.name
    expect([await nameOf(one), await nameOf(two)]).toEqual([
      'Đề án thứ ba, tên được duyệt',
      'Đề án thứ tư, tên được duyệt',
    ])
  })
})
