// The ten đề án of Bắc Kạn 2022 from the approved plan to settlement, through the screens alone: contracts with who gives the money
// and with each beneficiary, advances, the month's progress, minutes, payments, vouchers, settlement, liquidation. At the end the
// books are those of the published plan. The first đề án goes the whole way by keyboard.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CallOutput } from '../../shared/contract/index'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { callProgram, openAt } from './support/records'
import { repositoryRoot } from './support/webProgram'

interface SampleProject {
  readonly code: string
  readonly programme: 'national' | 'local'
  readonly beneficiaries: readonly object[]
  readonly budget: readonly { readonly national: number; readonly local: number; readonly counterpart: number }[]
}

const sample = JSON.parse(readFileSync(join(repositoryRoot, 'resources/sample2022.json'), 'utf8')) as {
  readonly projects: readonly SampleProject[]
}
const planned = (programme: SampleProject['programme']) =>
  sample.projects
    .filter((one) => one.programme === programme)
    .reduce((sum, one) => sum + one.budget.reduce((total, line) => total + line[programme], 0), 0)

/** Ten of everything take longer than what other tests wait for. */
const patience = 180_000

describe.skipIf(!hasChromium)('mười đề án của Bắc Kạn đến quyết toán', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page
  let projects: readonly { readonly id: number; readonly code: string; readonly status: string }[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    // A sample of its own: the button opens the one in the user's folder, and what was tried in it before.
    await callProgram(page, 'files', 'createSample', { path: join(opened.program.folder, 'bac-kan-2022.skc') })
    await openAt(page, '/')
    const { rows } = await callProgram(page, 'projects', 'list', { year: 2022 })
    for (const { id } of rows) {
      const { rowVersion } = await callProgram(page, 'projects', 'steps', { id })
      await callProgram(page, 'projects', 'lockVersion', {
        id,
        rowVersion,
        stage: 'approved',
        decisionNumber: '3536/QĐ-BCT',
        decisionDate: '2021-12-30',
      })
    }
    projects = rows
    expect(projects).toHaveLength(10)
    await openAt(page, '/')
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  afterEach(() => {
    expect(opened.complaints).toEqual([])
  })

  /** As a link does: the program reads again only what it has to. */
  const go = (path: string) => page.goto(`${new URL(page.url()).origin}/#${path}`)
  const dialog = () => page.getByRole('dialog')
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const idOf = (code: string) => projects.find((one) => one.code === code)?.id ?? 0
  const now = (name: string) => page.locator('[aria-current="step"]').getByText(name)

  /** Tab by Tab, as somebody without a mouse. */
  async function tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('not reached by Tab')
  }

  async function typeOver(target: Locator, text: string): Promise<void> {
    await tabTo(target)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
  }

  /** A dialog takes the focus a moment after it is drawn; nobody types before that. */
  async function press(target: Locator): Promise<void> {
    if (await dialog().isVisible()) await dialog().locator(':focus').waitFor()
    await tabTo(target)
    await page.keyboard.press('Enter')
  }

  async function sign(signedOn: string, outsideNumber: string | null): Promise<void> {
    await button('Ghi đã ký…').click()
    await dialog().getByLabel('Ngày ký').fill(signedOn)
    if (outsideNumber !== null) await dialog().getByLabel('Số hợp đồng do bên giao cấp').fill(outsideNumber)
    const reason = dialog().getByLabel('Lý do vẫn tiếp tục')
    await dialog().getByRole('button', { name: 'Ghi đã ký', exact: true }).click()
    await dialog()
      .waitFor({ state: 'detached' })
      .catch(async () => {
        // A rule that warns: gone past with a reason, as an office would.
        await reason.fill('Đã báo cáo lãnh đạo')
        await dialog().getByRole('button', { name: 'Ghi đã ký', exact: true }).click()
        await dialog().waitFor({ state: 'detached' })
      })
  }

  test('one contract with the agency carries the two KCQG đề án, one with the Sở the eight KCĐP', async () => {
    for (const [programme, number, count] of [
      ['KCQG', '45/HĐ-CTĐP', 2],
      ['KCĐP', '12/HĐ-SCT', 8],
    ] as const) {
      await go('/hop-dong')
      await page.getByRole('heading', { name: 'Hợp đồng', exact: true }).waitFor()
      await page.keyboard.press('Control+n')
      const boxes = dialog().getByRole('checkbox', { name: new RegExp(` · ${programme} · `) })
      await boxes.first().waitFor()
      for (const box of await boxes.all()) await box.check()
      expect(await boxes.count()).toBe(count)
      await dialog().getByRole('button', { name: 'Điền sẵn hợp đồng' }).click()
      await page.getByRole('heading', { name: 'Lập hợp đồng với cơ quan giao' }).waitFor()
      await page.keyboard.press('Control+s')
      await sign('20/2/2022', number)
      await page.getByRole('heading', { name: `Hợp đồng ${number}` }).waitFor()
    }
  })

  test(
    'each beneficiary has its contract, drafted from the đề án and signed',
    async () => {
      for (const { code, beneficiaries } of sample.projects.filter((one) => one.beneficiaries.length > 0)) {
        await openAt(page, `/de-an/${idOf(code)}`)
        await button('Lập cho các đơn vị thụ hưởng').click()
        await page.getByText(`Đã lập ${beneficiaries.length} dự thảo hợp đồng hỗ trợ.`).waitFor()
        const { rows } = await callProgram(page, 'contracts', 'list', { projectId: idOf(code), kind: 'beneficiary' })
        for (const { id } of rows) {
          await go(`/hop-dong/${id}`)
          await sign('1/3/2022', null)
          await page.getByRole('heading', { name: /^Hợp đồng \d+\/HĐ/ }).waitFor()
        }
      }
      const { rows } = await callProgram(page, 'contracts', 'list', { year: 2022 })
      expect(rows.map(({ state }) => state)).toEqual(Array(7).fill('signed'))
    },
    patience,
  )

  async function step(code: string, name: string, date: string, after: string): Promise<void> {
    await openAt(page, `/de-an/${idOf(code)}`)
    await button(new RegExp(`^${name}…`))
      .first()
      .click()
    await dialog()
      .getByLabel(/^Ngày (bắt đầu|nghiệm thu xong|gửi|thanh lý xong|quyết toán)( \*)?$/)
      .fill(date)
    await dialog().getByRole('button', { name, exact: true }).click()
    await now(after).waitFor()
  }

  test(
    'all ten begin, and the month’s progress of all is written in one grid',
    async () => {
      for (const { code } of projects) await step(code, 'Bắt đầu thực hiện', '5/3/2022', 'Đang thực hiện')
      await go('/tien-do')
      await page.getByLabel('Tháng báo cáo').fill('6/2022')
      await page.keyboard.press('Enter')
      await page.getByText(/10 đề án đang thực hiện/).waitFor()
      const percents = page.getByLabel(/^Đến nay \(%\)/)
      for (const box of await percents.all()) await box.fill('60')
      await page.keyboard.press('Control+s')
      await page
        .getByText(/của 10 đề án/)
        .first()
        .waitFor()
      await page.getByText('Chung: 60 %').nth(9).waitFor()
    },
    patience,
  )

  const contracts = async () => (await callProgram(page, 'contracts', 'list', { year: 2022 })).rows

  /** As proposed by the program: what the rule and the contract let, nothing typed but day, number and papers. */
  async function pay(kind: 'Ghi tạm ứng' | 'Ghi thanh toán', date: string, number: string): Promise<void> {
    await button(`${kind}…`).click()
    await dialog().getByLabel('Ngày', { exact: false }).first().fill(date)
    await dialog().getByLabel('Số chứng từ').fill(number)
    for (const box of await dialog().getByRole('checkbox').all()) await box.check()
    if (kind === 'Ghi tạm ứng') await dialog().getByLabel('Khối lượng, vốn đầu tư đã thực hiện (%)').fill('75')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
  }

  test(
    'the first contract is advanced by keyboard alone, the others by hand',
    async () => {
      const [first, ...others] = await contracts()
      await go(`/hop-dong/${first?.id ?? 0}`)
      await page.getByRole('heading', { name: /^Hợp đồng / }).waitFor()
      await press(button('Ghi tạm ứng…'))
      const date = dialog().getByLabel('Ngày', { exact: false }).first()
      await date.waitFor()
      await typeOver(date, '10/5/2022')
      await typeOver(dialog().getByLabel('Số chứng từ'), 'GBC 1')
      await typeOver(dialog().getByLabel('Khối lượng, vốn đầu tư đã thực hiện (%)'), '75')
      for (const box of await dialog().getByRole('checkbox').all()) {
        await tabTo(box)
        if (!(await box.isChecked())) await page.keyboard.press('Space')
      }
      await press(dialog().getByRole('button', { name: 'Lưu', exact: true }))
      await dialog().waitFor({ state: 'detached' })
      for (const [index, { id }] of others.entries()) {
        await go(`/hop-dong/${id}`)
        await pay('Ghi tạm ứng', '10/5/2022', `GBC ${index + 2}`)
      }
      const all = await contracts()
      for (const { value, advanced } of all) {
        const [worth, given] = [value.national + value.local, advanced.national + advanced.local]
        expect(given).toBeGreaterThan(0)
        expect(given * 10).toBeLessThanOrEqual(worth * 7)
      }
    },
    patience,
  )

  async function fillMinutes(number: string): Promise<void> {
    await page.getByLabel('Ngày nghiệm thu').fill('10/10/2022')
    await page.getByLabel('Số biên bản').fill(number)
    for (const [row, side, name] of [
      [1, 'Sở Công Thương', 'Lý A Phủ'],
      [2, 'Đơn vị thực hiện', 'Nông Thị Lan'],
    ] as const) {
      await button('+ Thêm người').click()
      await page.getByLabel(`Đại diện, dòng ${row}`).selectOption(side)
      await page.getByLabel(`Họ và tên, dòng ${row}`).fill(name)
    }
    await button('Điền thực hiện đúng như kế hoạch').click()
    await page.getByRole('combobox', { name: 'Kết luận', exact: true }).selectOption('Đạt')
    await conclude()
  }

  async function conclude(): Promise<void> {
    await button('Kết luận nghiệm thu…').click()
    await dialog().getByRole('button', { name: 'Kết luận nghiệm thu' }).click()
    await page.getByText('biên bản không sửa được nữa').waitFor()
  }

  test(
    'every beneficiary and every task is accepted as planned, the first minutes by keyboard',
    async () => {
      let number = 0
      for (const { code, beneficiaries } of sample.projects) {
        for (let left = Math.max(1, beneficiaries.length); left > 0; left -= 1) {
          await openAt(page, '/nghiem-thu')
          // Whoever still waits is offered first.
          number += 1
          if (number > 1) {
            await button(`Lập biên bản nghiệm thu ${code}`).click()
            await fillMinutes(`${number}/BB-NT`)
            continue
          }
          await press(button(`Lập biên bản nghiệm thu ${code}`))
          await page.getByLabel('Ngày nghiệm thu').waitFor()
          await typeOver(page.getByLabel('Ngày nghiệm thu'), '10/10/2022')
          await typeOver(page.getByLabel('Số biên bản'), '1/BB-NT')
          // A new row stands for the Sở; three further down is who carries it out.
          for (const [row, down, name] of [
            [1, 0, 'Lý A Phủ'],
            [2, 3, 'Nông Thị Lan'],
          ] as const) {
            await press(button('+ Thêm người'))
            await tabTo(page.getByLabel(`Đại diện, dòng ${row}`))
            for (let presses = 0; presses < down; presses += 1) await page.keyboard.press('ArrowDown')
            await typeOver(page.getByLabel(`Họ và tên, dòng ${row}`), name)
          }
          await press(button('Điền thực hiện đúng như kế hoạch'))
          await tabTo(page.getByRole('combobox', { name: 'Kết luận', exact: true }))
          await page.keyboard.press('ArrowDown')
          await page.keyboard.press('Control+s')
          await page.getByText('Đã lưu biên bản nghiệm thu.').waitFor()
          await press(button('Kết luận nghiệm thu…'))
          await dialog().waitFor()
          await press(dialog().getByRole('button', { name: 'Kết luận nghiệm thu' }))
          await page.getByText('biên bản không sửa được nữa').waitFor()
        }
      }
    },
    patience,
  )

  test(
    'all ten are noted as accepted at base level',
    async () => {
      for (const { code } of projects) await step(code, 'Ghi nhận đã nghiệm thu cơ sở', '12/10/2022', 'Đã nghiệm thu')
    },
    patience,
  )

  test(
    'the rest is paid; each settlement takes its vouchers from what was paid, says what differs, and is granted',
    async () => {
      for (const [index, { id }] of (await contracts()).entries()) {
        await go(`/hop-dong/${id}`)
        await pay('Ghi thanh toán', '1/11/2022', `TT ${index + 1}`)
      }
      for (const { code, budget } of sample.projects) {
        await openAt(page, `/quyet-toan/${idOf(code)}`)
        await page.getByLabel('Ngày lập hồ sơ').fill('5/11/2022')
        await button(/^Lấy từ các khoản đã chi/).click()
        const own = budget.some((line) => line.counterpart > 0)
        if (own) await page.getByLabel('Lý do chênh lệch').fill('Chứng từ phần đối ứng lưu tại đơn vị thụ hưởng.')
        await page.keyboard.press('Control+s')
        await page.getByText('Đã lưu hồ sơ quyết toán.').waitFor()
        await button('Ghi số được duyệt…').click()
        await dialog().getByLabel('Số văn bản phê duyệt').fill('12/TB-SCT')
        await dialog().getByLabel('Ngày phê duyệt').fill('20/11/2022')
        await dialog().getByRole('button', { name: 'Ghi được duyệt' }).click()
        await dialog().waitFor({ state: 'detached' })
        await page.getByText('Đã duyệt quyết toán theo 12/TB-SCT').waitFor()
      }
    },
    patience,
  )

  test(
    'contracts are liquidated with nothing left, and all ten end settled with the money of the published plan',
    async () => {
      for (const { code } of sample.projects)
        await step(code, 'Gửi hồ sơ quyết toán', '21/11/2022', 'Đã lập hồ sơ quyết toán')
      for (const { code } of sample.projects) {
        await openAt(page, `/quyet-toan/${idOf(code)}`)
        const toClose = button(/^Thanh lý Hợp đồng/)
        const { rows: contracts } = await callProgram(page, 'contracts', 'list', { projectId: idOf(code) })
        const signed = contracts.filter(({ state }) => state === 'signed').length
        await expect.poll(() => toClose.count()).toBe(signed)
        for (let left = signed; left > 0; left -= 1) {
          await toClose.first().click()
          await dialog().getByLabel('Số biên bản thanh lý').fill(`${code}-${left}/BBTL`)
          await dialog()
            .getByRole('textbox', { name: /^Ngày thanh lý/ })
            .fill('15/12/2022')
          await dialog().getByRole('button', { name: 'Ghi thanh lý' }).click()
          await dialog().waitFor({ state: 'detached' })
          await expect.poll(() => toClose.count()).toBe(left - 1)
        }
      }
      for (const { code } of sample.projects) {
        await step(code, 'Ghi nhận đã thanh lý', '16/12/2022', 'Đã thanh lý')
        await step(code, 'Ghi nhận đã quyết toán', '20/12/2022', 'Đã quyết toán')
      }
      await go('/thuc-hien')
      await button(/Đã quyết toán 10/).waitFor()
      const { rows, money } = await callProgram(page, 'contracts', 'board', { year: 2022 })
      expectWhole(money, planned('national'), planned('local'))
      for (const { code, programme, budget } of sample.projects) {
        const own = rows.find((row) => row.code === code)?.money
        const support = budget.reduce((sum, line) => sum + line[programme], 0)
        expectWhole(own ?? money, programme === 'national' ? support : 0, programme === 'local' ? support : 0)
      }
      expect([planned('national'), planned('local')]).toEqual([700_000_000, 496_000_000])
    },
    patience,
  )

  type Money = CallOutput<'contracts', 'board'>['money']

  /** Given = contracted = advanced + paid = settled, nothing taken back, nothing left open. */
  function expectWhole(money: Money, national: number, local: number): void {
    const both = (part: Money['settled']) => [part.national, part.local]
    expect(both(money.allocated)).toEqual([national, local])
    expect(both(money.contracted)).toEqual([national, local])
    expect([money.advanced.national + money.paid.national, money.advanced.local + money.paid.local]).toEqual([
      national,
      local,
    ])
    expect(both(money.settled)).toEqual([national, local])
    expect(both(money.recovered)).toEqual([0, 0])
    expect(both(money.open)).toEqual([0, 0])
    expect(both(money.left)).toEqual([0, 0])
  }
})
