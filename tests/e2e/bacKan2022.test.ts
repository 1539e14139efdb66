// The year 2022 of Bắc Kạn through the screens alone: needs become đề án, those are sent, appraised and planned, the plan is
// registered with its letter, given its money, and comes out with the published totals.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { startOffice } from './support/steps'
import { repositoryRoot } from './support/webProgram'

interface SampleProject {
  readonly code: string
  readonly programme: 'national' | 'local'
  readonly contentGroup: string
  readonly subContent: string
  readonly name: string
  readonly objective?: string
  readonly summary: string
  readonly beneficiaries: readonly { readonly establishment?: string; readonly name?: string }[]
  readonly places: readonly string[]
  readonly startMonth: string
  readonly endMonth: string
  readonly budget: readonly {
    readonly content: string
    readonly national: number
    readonly local: number
    readonly counterpart: number
  }[]
}

interface Sample {
  readonly office: { readonly centreName: string }
  readonly establishments: readonly { readonly key: string; readonly name: string }[]
  readonly projects: readonly SampleProject[]
}

const sample = JSON.parse(readFileSync(join(repositoryRoot, 'resources/sample2022.json'), 'utf8')) as Sample
const money = (dong: number) => dong.toLocaleString('vi-VN')
const month = (text: string) => `${text.slice(5)}/${text.slice(0, 4)}`
const sum = (project: SampleProject, source: 'national' | 'local' | 'counterpart') =>
  project.budget.reduce((total, line) => total + line[source], 0)
const ofProgramme = (programme: SampleProject['programme']) =>
  sample.projects.filter((one) => one.programme === programme)
const askersOf = (project: SampleProject) =>
  project.beneficiaries.map(
    ({ establishment, name }) => sample.establishments.find(({ key }) => key === establishment)?.name ?? name ?? '',
  )

describe.skipIf(!hasChromium)('năm 2022 của Bắc Kạn', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await startOffice(page, {
      folder: opened.program.folder,
      centreName: sample.office.centreName,
      province: 'Thái Nguyên',
    })
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  const dialog = () => page.getByRole('dialog')
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const said = (text: string | RegExp) => page.getByRole('status').getByText(text).first()
  const now = (name: string) => page.locator('[aria-current="step"]').getByText(name)
  const state = () => page.getByRole('status', { name: 'Tình trạng kế hoạch' })
  const tab = (name: string) => page.getByRole('tab', { name, exact: true })

  async function addNeed(asker: string, activity: string, investment: number, support: number): Promise<void> {
    await page.getByRole('button', { name: 'Thêm nhu cầu' }).first().click()
    const box = (label: string) => dialog().getByLabel(label, { exact: true })
    await box('Người đề nghị *').fill(asker)
    await box('Máy móc hoặc hoạt động *').fill(activity)
    await box('Tổng vốn đầu tư (đ)').fill(money(investment))
    await box('Đề nghị hỗ trợ (đ)').fill(money(support))
    await box('Ngày nhận *').fill('15/3/2021')
    await box('Năm kế hoạch *').fill('2022')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await said(`Đã lưu nhu cầu của ${asker}.`).waitFor()
  }

  async function makeProject(project: SampleProject): Promise<void> {
    const askers = askersOf(project)
    for (const asker of askers) await page.getByRole('row').filter({ hasText: asker }).getByRole('checkbox').check()
    await page.getByRole('button', { name: `Lập đề án từ ${askers.length} nhu cầu…` }).click()
    await dialog().getByLabel('Chương trình').selectOption(project.programme)
    await dialog().getByLabel('Năm kế hoạch *').fill('2022')
    await dialog().getByLabel('Tên đề án').fill(project.name)
    await dialog().getByRole('button', { name: 'Lập đề án', exact: true }).click()
    await said(/Đã lập đề án/).waitFor()
    await field('Tên đề án *').waitFor()
  }

  async function fillProject(project: SampleProject): Promise<void> {
    await field('Nội dung khuyến công').selectOption(project.contentGroup)
    await field('Nội dung chi tiết').selectOption(project.subContent)
    await field('Tháng bắt đầu').fill(month(project.startMonth))
    await field('Tháng kết thúc').fill(month(project.endMonth))
    await field('Mục tiêu, nội dung, quy mô chính (ghi vào biểu kế hoạch)').fill(project.summary)
    for (const place of project.places) {
      if ((await page.getByLabel(/^Địa điểm \d+$/).count()) > 0) break
      await field('Thêm địa điểm').fill(place)
      await page.getByRole('option', { name: `Ghi “${place}”` }).click()
    }
    for (const [index, line] of project.budget.entries()) {
      await field(`Nội dung chi dòng ${index + 1}`).fill(line.content)
      if (line.national > 0) await field(`KCQG dòng ${index + 1}`).fill(money(line.national))
      if (line.local > 0) await field(`KCĐP dòng ${index + 1}`).fill(money(line.local))
      if (line.counterpart > 0) await field(`Đối ứng dòng ${index + 1}`).fill(money(line.counterpart))
    }
  }

  async function save({ code }: SampleProject): Promise<void> {
    await page.keyboard.press('Control+s')
    await said(`Đã lưu đề án ${code}.`).waitFor()
  }

  async function sendAndAppraise(): Promise<void> {
    await page.getByRole('button', { name: 'Gửi Sở thẩm định…' }).click()
    await dialog().getByLabel('Số công văn').fill('12/CV-TTKC')
    await dialog().getByLabel('Ngày công văn').fill('14/5/2021')
    await dialog().getByLabel('Ngày gửi').fill('15/5/2021')
    await dialog().getByRole('button', { name: 'Gửi Sở thẩm định', exact: true }).click()
    await now('Đã gửi Sở').waitFor()
    for (const point of [1, 2, 3, 4, 5])
      await page.getByLabel(`Kết quả nội dung ${point}`).selectOption({ label: 'Đạt' })
    await page.getByLabel('Ngày thẩm định').fill('25/5/2021')
    await page.getByLabel('Người thẩm định').fill('Nguyễn Văn An')
    await page.getByLabel('Kết luận', { exact: true }).selectOption({ label: 'Đồng ý' })
    await page.getByRole('button', { name: 'Kết luận thẩm định…' }).click()
    await dialog().getByRole('button', { name: 'Khóa và kết luận' }).click()
    await now('Đã thẩm định cấp cơ sở').waitFor()
  }

  async function planAll(count: number): Promise<void> {
    await page.getByRole('button', { name: 'Đưa đề án vào kế hoạch' }).first().click()
    await dialog().getByLabel('Chọn tất cả').check()
    await dialog()
      .getByRole('button', { name: `Đưa ${count} đề án vào kế hoạch` })
      .click()
    await page.getByRole('row', { name: `Tổng: ${count} đề án` }).waitFor()
  }

  async function addBatch(number: string, date: string, total: number): Promise<void> {
    await tab('Được giao').click()
    await page.getByRole('button', { name: 'Thêm đợt' }).click()
    await dialog().getByLabel('Số văn bản').fill(number)
    await dialog().getByLabel('Ngày văn bản').fill(date)
    await dialog().getByLabel('Tổng kinh phí của đợt (đồng)').fill(money(total))
    await dialog().getByLabel('Tổng kinh phí của đợt (đồng)').press('Enter')
    await dialog().waitFor({ state: 'detached' })
  }

  async function assignWhatWasAsked(project: SampleProject): Promise<void> {
    await page.getByRole('button', { name: `Giao kinh phí: ${project.name}` }).click()
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
  }

  const figuresOf = async (row: string) =>
    (await page.getByRole('row', { name: row }).innerText()).split('\t').filter((cell) => /^[−\d]/.test(cell))

  test('needs of the cooperatives are written down, for a year before any record of it', async () => {
    await link('Nhu cầu').click()
    for (const project of sample.projects) {
      const askers = askersOf(project).filter((name) => !/^\d/.test(name))
      const support = sum(project, 'national') + sum(project, 'local')
      const investment = support + sum(project, 'counterpart')
      for (const asker of askers)
        await addNeed(asker, project.name, investment / askers.length, support / askers.length)
    }
    expect(await page.getByRole('combobox', { name: /^Năm/ }).inputValue()).toBe('2022')
  })

  test('two KCQG đề án are made of them, written out, sent and appraised', async () => {
    for (const project of ofProgramme('national')) {
      await link('Nhu cầu').click()
      await makeProject(project)
      await fillProject({ ...project, budget: [] })
      const texts = ['Sự cần thiết', 'Mục tiêu', 'Quy mô, máy móc thiết bị', 'Nội dung, tiến độ', 'Tổ chức thực hiện']
      for (const label of [...texts, 'Hiệu quả']) await field(label).fill(project.objective ?? project.summary)
      await save(project)
      await sendAndAppraise()
    }
  })

  test('the KCQG plan is registered with its letter, takes its đề án along, and is given its money', async () => {
    await link('Kế hoạch năm').click()
    await tab('KCQG').click()
    await planAll(2)
    expect(await figuresOf('Tổng: 2 đề án')).toEqual(['1.620', '700', '920'])
    await page.getByRole('button', { name: 'Văn bản', exact: true }).click()
    await dialog().getByRole('button', { name: 'Phát hành…' }).click()
    await dialog().getByLabel('Ngày văn bản').fill('8/6/2021')
    await dialog().getByLabel('Ký hiệu').fill('SCT-QLCN')
    await dialog().getByRole('button', { name: 'Phát hành', exact: true }).click()
    await said('Đã phát hành văn bản số 01/SCT-QLCN.').waitFor()
    await dialog().getByRole('button', { name: 'Đóng', exact: true }).last().click()

    await page.getByRole('button', { name: 'Ghi nhận đã đăng ký' }).click()
    await dialog().getByLabel('Ngày đăng ký').fill('10/6/2021')
    await dialog().getByText('Để trống: 01/SCT-QLCN').waitFor()
    await dialog().getByText('2 đề án đã thẩm định cấp cơ sở được ghi bước').waitFor()
    await dialog().getByRole('button', { name: 'Ghi nhận đã đăng ký' }).click()
    await state().getByText('Đã đăng ký ngày 10/06/2021').waitFor()

    await addBatch('3536/QĐ-BCT', '30/12/2021', 700_000_000)
    for (const project of ofProgramme('national')) await assignWhatWasAsked(project)
    await page
      .getByRole('region', { name: 'Các đợt phân bổ' })
      .getByText(/đã giao hết/i)
      .waitFor()
    expect(await figuresOf('Tổng: 2 đề án')).toEqual(['700', '700', '920', '920'])
    await link('Đề án').click()
    await page.getByRole('row').filter({ hasText: 'Đã đăng ký với Cục' }).nth(1).waitFor()
  })

  test('eight KCĐP đề án and tasks are entered, planned, given their money and approved', async () => {
    for (const project of ofProgramme('local')) {
      const fromNeed = askersOf(project).some((name) => !/^\d/.test(name))
      if (fromNeed) {
        await link('Nhu cầu').click()
        await makeProject(project)
      } else {
        await link('Đề án').click()
        await page.getByRole('heading', { name: 'Đề án' }).first().waitFor()
        await page.keyboard.press('Control+n')
        await field('Tên đề án *').fill(project.name)
      }
      await fillProject(project)
      await save(project)
    }
    await link('Kế hoạch năm').click()
    await tab('KCĐP').click()
    await tab('Đăng ký').click()
    await planAll(8)
    expect(await figuresOf('Tổng: 8 đề án')).toEqual(['776,5', '496', '280,5'])
    await page.getByRole('button', { name: 'Ghi nhận đã đăng ký' }).click()
    await dialog().getByLabel('Ngày đăng ký').fill('12/11/2021')
    await dialog().getByRole('button', { name: 'Ghi nhận đã đăng ký' }).click()
    await addBatch('2580/QĐ-UBND', '25/12/2021', 496_000_000)
    for (const project of ofProgramme('local')) await assignWhatWasAsked(project)
    expect(await figuresOf('Tổng: 8 đề án')).toEqual(['496', '496', '280,5', '280,5'])
    await page.getByRole('button', { name: 'Khóa theo quyết định' }).click()
    await dialog().getByLabel('Số quyết định').fill('2580/QĐ-UBND')
    await dialog().getByLabel('Ngày quyết định').fill('25/12/2021')
    await dialog().getByRole('button', { name: 'Khóa kế hoạch' }).click()
    await state().getByText('theo QĐ số 2580/QĐ-UBND ngày 25/12/2021').waitFor()
    await tab('Hiện hành').click()
    expect(await figuresOf('Tổng: 8 đề án')).toEqual(['776,5', '496', '280,5'])
  })
})
