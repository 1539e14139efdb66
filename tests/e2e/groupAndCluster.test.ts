// What some đề án have of their own: the detailed plan of a group, its training classes, cluster reports, the volume completed.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { formatDate, yearOf } from '../../shared/vietnamese/dates'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { addProject, callProgram, openAt } from './support/records'
import { startOffice } from './support/steps'

describe.skipIf(!hasChromium)('đề án nhóm, đào tạo, cụm công nghiệp, khối lượng hoàn thành', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let today = ''
  let projectId = 0

  async function fillAll(values: readonly (readonly [label: string, value: string])[]): Promise<void> {
    for (const [label, value] of values) await page.getByLabel(label, { exact: true }).fill(value)
  }

  async function expectAll(values: readonly (readonly [label: string, value: string])[]): Promise<void> {
    const shown: [string, string][] = []
    for (const [label] of values) shown.push([label, await page.getByLabel(label, { exact: true }).inputValue()])
    expect(shown).toEqual(values)
  }

  /** Saved, and read again by a page that remembers nothing. */
  async function saveAndReload(said: string): Promise<void> {
    await page.keyboard.press('Control+S')
    await page.getByText(said).waitFor()
    await page.reload()
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
  }

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: 'Trung tâm Khuyến công Thái Nguyên',
      province: 'Thái Nguyên',
    })
    today = (await callProgram(page, 'programmes', 'deadlines', {})).today
    const year = yearOf(today)
    projectId = await addProject(page, {
      name: 'Hỗ trợ máy sao chè cho các hợp tác xã',
      programme: 'national',
      kind: 'group',
      year,
      support: 200_000_000,
      counterpart: 300_000_000,
      content: {
        beneficiaries: ['HTX Tân Lợi', 'HTX Phúc Xuân'].map((name) => ({
          establishmentId: null,
          name,
          shareBasisPoints: 5_000,
        })),
      },
    })
    await callProgram(page, 'projects', 'lockVersion', {
      id: projectId,
      rowVersion: 1,
      stage: 'approved',
      decisionNumber: '45/QĐ-BCT',
      decisionDate: `${year}-01-05`,
    })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  test('the detailed plan comes shared out, shows as it is typed whether it still adds up, and is kept', async () => {
    await openAt(page, `/ke-hoach-trien-khai/${projectId}`)
    const totals = page.getByRole('table', { name: 'Cộng so với được duyệt' })
    const support = totals.getByRole('row', { name: /^KC hỗ trợ/ })
    await totals.waitFor()
    await expectAll([
      ['Đơn vị thụ hưởng, dòng 1', 'HTX Tân Lợi'],
      ['KC hỗ trợ (đ), dòng 1', '100.000.000'],
      ['Đơn vị thụ hưởng, dòng 2', 'HTX Phúc Xuân'],
      ['Đối ứng (đ), dòng 2', '150.000.000'],
    ])
    await fillAll([['KC hỗ trợ (đ), dòng 1', '120.000.000']])
    await support.getByText('220.000.000').waitFor()
    const kept = [
      ['KC hỗ trợ (đ), dòng 1', '120.000.000'],
      ['KC hỗ trợ (đ), dòng 2', '80.000.000'],
      ['Địa chỉ, dòng 1', 'xã La Bằng'],
      ['Nội dung hỗ trợ, dòng 2', 'Máy sao chè bằng ga'],
      ['Từ tháng, dòng 1', `03/${yearOf(today)}`],
      ['Ngày lập', formatDate(today)],
      ['Số kế hoạch', '12/KH-TTKC'],
      ['Mục đích, yêu cầu', 'Nâng chất lượng chè xanh'],
      ['Tổ chức thực hiện', 'Trung tâm chủ trì, các hợp tác xã phối hợp'],
      ['Số văn bản Sở duyệt', '99/SCT-QLCN'],
      ['Ngày duyệt', formatDate(today)],
    ] as const
    await fillAll(kept)
    await support.getByText('220.000.000').waitFor({ state: 'detached' })
    await saveAndReload('Đã lưu kế hoạch triển khai.')
    await totals.waitFor()
    await expectAll(kept)
  })

  test('a training class wants its name, and keeps the subjects by hours and the trainees', async () => {
    await openAt(page, `/dao-tao/${projectId}`)
    await page.getByLabel('Nghề đào tạo').fill('Chế biến chè')
    await page.keyboard.press('Control+S')
    await page
      .getByText(/tên lớp/i)
      .nth(1)
      .waitFor()
    await page.getByRole('button', { name: '+ Thêm mô đun' }).click()
    for (const row of [1, 2]) {
      await page.getByRole('button', { name: '+ Thêm học viên' }).click()
      await page.getByLabel(`Họ và tên, dòng ${row}`).waitFor()
    }
    const kept = [
      ['Tên lớp', 'Lớp chế biến chè khóa 1'],
      ['Nghề đào tạo', 'Chế biến chè'],
      ['Số học viên dự kiến', '30'],
      ['Khai giảng', formatDate(today)],
      ['Giáo viên', 'Ngô Văn Tám'],
      ['Mô đun, bài học, dòng 1', 'Kỹ thuật sao chè'],
      ['Lý thuyết (giờ), dòng 1', '12'],
      ['Thực hành (giờ), dòng 1', '28'],
      ['Họ và tên, dòng 1', 'Nguyễn Thị Hoa'],
      ['Năm sinh, dòng 1', '1985'],
      ['Nơi làm việc sau đào tạo, dòng 1', 'HTX Tân Lợi'],
      ['Họ và tên, dòng 2', 'Trần Văn Bình'],
      ['Năm sinh, dòng 2', '1990'],
      ['Số chứng chỉ, dòng 2', 'CC-002'],
    ] as const
    for (const [label, value] of kept)
      await page.getByRole('textbox', { name: new RegExp(`^${label.replace(/[()]/g, '\\$&')}( \\*)?$`) }).fill(value)
    await page.keyboard.press('Control+S')
    await page.getByRole('button', { name: 'Lớp chế biến chè khóa 1 (40 giờ)', pressed: true }).waitFor()
    await page.getByRole('button', { name: 'Xóa', exact: true }).waitFor()
    await expectAll(kept.slice(1))
    await saveAndReload('Đã lưu lớp.')
    await page.getByRole('button', { name: 'Lớp chế biến chè khóa 1 (40 giờ)' }).waitFor()
    await page.getByText('1 lớp · 2 học viên').waitFor()
    await expectAll(kept.slice(1))
  })

  test('a cluster report keeps its items and says how far the cluster is built', async () => {
    await openAt(page, `/cum-cong-nghiep/${projectId}`)
    await page.getByRole('textbox', { name: /^Tên cụm công nghiệp/ }).fill('CCN Phú Lạc 2')
    await page.getByRole('button', { name: '+ Thêm hạng mục' }).click()
    const kept = [
      ['Số báo cáo', '8/BC-TTKC'],
      ['Địa điểm', 'xã Phú Lạc'],
      ['Diện tích (ha)', '37,5'],
      ['Chủ đầu tư', 'Công ty Hạ tầng Đại Từ'],
      ['Quyết định thành lập, phê duyệt', '1020/QĐ-UBND'],
      ['Khó khăn, kiến nghị', 'Vướng giải phóng mặt bằng 2 ha'],
      ['Hạng mục, dòng 1', 'Đường nội bộ'],
      ['ĐVT, dòng 1', 'km'],
      ['Vốn theo dự án (đ), dòng 1', '8.000.000.000'],
      ['Đã thực hiện (đ), dòng 1', '2.000.000.000'],
    ] as const
    await fillAll(kept)
    await saveAndReload('Đã lưu báo cáo.')
    await page.getByRole('button', { name: `${formatDate(today)} · 25 %` }).waitFor()
    await expectAll(kept)
  })

  test('the volume completed starts from the budget’s lines and warns of more than the contract has', async () => {
    await openAt(page, `/khoi-luong/${projectId}`)
    const content = page.getByLabel('Nội dung, dòng 1')
    await content.waitFor()
    expect(await content.inputValue()).toBe('Máy móc thiết bị')
    const kept = [
      ['Số báo cáo', '3/BC-KL'],
      ['KL theo HĐ, dòng 1', '1'],
      ['KL hoàn thành, dòng 1', '2'],
      ['KCQG HĐ, dòng 1', '200.000.000'],
      ['KCQG thực hiện, dòng 1', '180.000.000'],
    ] as const
    await fillAll(kept)
    await page.getByRole('textbox', { name: /^Ngày báo cáo/ }).fill(formatDate(today))
    await saveAndReload('Đã lưu báo cáo.')
    await page.getByRole('button', { name: formatDate(today), exact: true }).waitFor()
    await expectAll(kept)
    await page.getByRole('list', { name: 'Cần xem lại' }).waitFor()
  })
})
