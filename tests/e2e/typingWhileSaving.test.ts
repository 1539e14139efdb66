// Whoever goes on typing while the file is being written loses nothing: not a letter, not the box, and what came late is not
// called saved. Each form in turn; the answer of the saving is held back until something was typed meanwhile.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { addEstablishment, addProject, callProgram, openAt } from './support/records'

const year = 2027

/** Stands in the page between its calls and the program. */
interface CallWatch {
  isHeld: boolean
  readonly answered: string[]
  hold(name: string): void
  letGo(): Promise<void>
}

declare global {
  interface Window {
    callWatch?: CallWatch
  }
}

/** Runs in the page, before anything of the program. */
function watchCalls(): void {
  const ask = window.fetch.bind(window)
  let held = ''
  let open = () => {}
  let gate = Promise.resolve()
  let going: Promise<unknown> = Promise.resolve()
  const watch: CallWatch = {
    isHeld: false,
    answered: [],
    hold: (name) => {
      held = name
      watch.isHeld = false
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    letGo: async () => {
      held = ''
      open()
      await going
    },
  }
  const answer = async (name: string, input: RequestInfo | URL, init: RequestInit | undefined) => {
    if (name === held) {
      watch.isHeld = true
      await gate
    }
    const response = await ask(input, init)
    const { ok } = (await response.clone().json()) as { readonly ok?: boolean }
    if (ok === true) watch.answered.push(name)
    return response
  }
  window.fetch = (input, init) => {
    if (typeof init?.body !== 'string') return ask(input, init)
    const { name } = JSON.parse(init.body) as { readonly name: string }
    const answered = answer(name, input, init)
    if (name === held) going = answered
    return answered
  }
  window.callWatch = watch
}

interface TypedForm {
  readonly name: string
  /** Opens the form and types what it cannot be saved without. */
  readonly open: () => Promise<void>
  readonly box: () => Locator
  readonly call: string
}

describe.skipIf(!hasChromium)('typing while saving', () => {
  const office = officeInBrowser()
  let page: Page
  let establishmentId = 0
  let draftId = 0
  let contractedId = 0

  beforeAll(async () => {
    page = office.page
    await page.addInitScript(watchCalls)
    await page.reload()
    establishmentId = await addEstablishment(page, 'HTX Tân Lợi')
    const common = { programme: 'national', year, support: 100_000_000, counterpart: 150_000_000 } as const
    draftId = await addProject(page, { name: 'Máy sấy lạnh', ...common })
    contractedId = await addProject(page, { name: 'Máy đóng gói', ...common })
    await callProgram(page, 'projects', 'lockVersion', {
      id: contractedId,
      rowVersion: 1,
      stage: 'approved',
      decisionNumber: '4768/QĐ-BCT',
      decisionDate: '2026-12-22',
    })
  })

  /** Holds back a call of the page on its way until it is let go. */
  async function holdBack(
    call: string,
  ): Promise<{ readonly asked: () => Promise<unknown>; readonly letGo: () => Promise<unknown> }> {
    await page.evaluate((name) => window.callWatch?.hold(name), call)
    return {
      asked: () => page.waitForFunction(() => window.callWatch?.isHeld === true),
      letGo: () => page.evaluate(() => window.callWatch?.letGo()),
    }
  }

  /** How many answers to a call the page has had since it was loaded. */
  const answersTo = (call: string) =>
    page.evaluate((name) => (window.callWatch?.answered ?? []).filter((one) => one === name).length, call)

  const label = (text: string | RegExp) => page.getByLabel(text, { exact: true })

  async function fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(values)) await label(name).fill(text)
  }

  const forms: readonly TypedForm[] = [
    {
      name: 'cơ sở mới',
      open: async () => {
        await openAt(page, '/co-so/moi')
        await fill({ 'Tên cơ sở *': 'HTX Phúc Xuân' })
        await label('Loại hình *').selectOption({ label: 'Hợp tác xã' })
      },
      box: () => label('Ghi chú'),
      call: 'establishments.save',
    },
    {
      name: 'cơ sở, một ô trong bảng',
      open: async () => {
        await openAt(page, `/co-so/${establishmentId}`)
        await page.getByRole('button', { name: '+ Thêm chứng nhận' }).click()
      },
      box: () => label('Tên sản phẩm, chứng nhận, dòng 1'),
      call: 'establishments.save',
    },
    {
      name: 'đề án mới',
      open: async () => {
        await openAt(page, '/de-an/moi')
        await fill({ 'Tên đề án *': 'Máy sao chè' })
      },
      box: () => label('Sự cần thiết'),
      call: 'projects.save',
    },
    {
      name: 'đề án đang có, một ô trong bảng',
      open: async () => {
        await openAt(page, `/de-an/${draftId}`)
        await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click()
      },
      box: () => label('Chỉ tiêu 1'),
      call: 'projects.save',
    },
    {
      name: 'hợp đồng mới',
      open: () => openAt(page, `/hop-dong/moi/agency/${contractedId}`),
      box: () => label('Ghi chú'),
      call: 'contracts.save',
    },
    {
      name: 'hợp đồng dự thảo',
      open: () => openAt(page, '/hop-dong/1'),
      box: () => label('Đợt, dòng 1'),
      call: 'contracts.save',
    },
    {
      name: 'hoạt động mới',
      open: async () => {
        await openAt(page, '/hoat-dong/moi')
        await fill({ 'Tên hoạt động *': 'Hội chợ Việt Bắc' })
      },
      box: () => label('Địa điểm'),
      call: 'activities.save',
    },
    {
      name: 'kỳ bình chọn mới',
      open: () => openAt(page, '/binh-chon/moi'),
      box: () => label('Cơ quan quyết định'),
      call: 'activities.saveRound',
    },
    {
      name: 'bộ định mức mới',
      open: async () => {
        await openAt(page, '/dinh-muc/moi')
        await fill({ 'Có hiệu lực từ *': '1/1/2027' })
      },
      box: () => label('Số nghị quyết, quyết định'),
      call: 'office.saveNormSet',
    },
    {
      name: 'chương trình giai đoạn mới',
      open: async () => {
        await openAt(page, '/bao-cao-giai-doan/chuong-trinh/moi')
        await fill({ 'Tên chương trình *': 'Chương trình khuyến công 2026–2030' })
      },
      box: () => label('Ghi chú'),
      call: 'programmes.savePeriod',
    },
    {
      name: 'đơn vị, người ký',
      open: () => openAt(page, '/thiet-lap'),
      box: () => label('Địa chỉ'),
      call: 'office.save',
    },
  ]

  test('a dialog over which was typed on while it was saved stays open with all of it, and saves the same record', async () => {
    await openAt(page, '/nhu-cau')
    await page.getByRole('button', { name: 'Thêm nhu cầu' }).first().click()
    await fill({ 'Người đề nghị *': 'HTX Yên Dương', 'Máy móc hoặc hoạt động *': 'Máy sấy', 'Ghi chú': 'một' })
    const held = await holdBack('establishments.saveNeed')
    await page.keyboard.press('Control+s')
    await held.asked()
    await page.keyboard.insertText(' hai')
    await held.letGo()
    await page
      .getByRole('status')
      .getByText(/^Đã lưu/)
      .waitFor()
    await page.keyboard.insertText(' ba')
    expect(await label('Ghi chú').inputValue()).toBe('một hai ba')
    await page.keyboard.press('Escape')
    await page
      .getByRole('dialog', { name: 'Thay đổi chưa được lưu' })
      .getByRole('button', { name: 'Ở lại để lưu' })
      .click()
    // The keys are in the box again.
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'note')
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const { rows } = await callProgram(page, 'establishments', 'needs', {})
    expect(rows.map(({ note }) => note)).toEqual(['một hai ba'])
  })

  test.each(forms)('$name', async ({ open, box, call }) => {
    await open()
    await box().fill('một')
    const held = await holdBack(call)
    await page.keyboard.press('Control+s')
    await held.asked()
    await page.keyboard.insertText(' hai')
    await held.letGo()
    await page
      .getByRole('status')
      .getByText(/^Đã lưu/)
      .waitFor()
    await page.keyboard.insertText(' ba')
    expect(await box().inputValue()).toBe('một hai ba')
    expect(await box().evaluate((element) => element === document.activeElement)).toBe(true)
    // What came after is not called saved …
    await page.keyboard.press('Alt+1')
    const question = page.getByRole('dialog', { name: 'Thay đổi chưa được lưu' })
    await question.getByRole('button', { name: 'Ở lại để lưu' }).click()
    await question.waitFor({ state: 'detached' })
    // … and is saved by saving again, on the record just made, not on another.
    const before = await answersTo(call)
    await page.keyboard.press('Control+s')
    await expect.poll(() => answersTo(call)).toBe(before + 1)
    await page.keyboard.press('Alt+1')
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor()
    await page.goBack()
    await box().waitFor()
    await page.reload()
    await box().waitFor()
    expect(await box().inputValue()).toBe('một hai ba')
  })
})
