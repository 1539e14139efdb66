// The dossier of a đề án on screen: papers ticked, files attached and saved again byte for byte, papers issued and cancelled.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'

describe.skipIf(!hasChromium)('the dossier', () => {
  let browser: Browser
  let opened: ProgramPage
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    opened = await openProgramPage(browser)
    page = opened.page
    await call('files.createSample', { path: `${opened.program.folder}/mau.skc` })
    const { rows } = (await call('projects.list', { programme: 'national' })) as { rows: { id: number }[] }
    await page.goto(`${opened.program.origin}/#/de-an/${rows[0]?.id}`)
    await page.reload()
    await dossier().waitFor()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  const dossier = () => page.getByRole('region', { name: 'Hồ sơ' })
  const dialog = () => page.getByRole('dialog')
  const row = (title: string) => dossier().getByRole('row').filter({ hasText: title })

  async function call(name: string, input: unknown): Promise<unknown> {
    const result = await page.evaluate(async (body) => {
      const response = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return (await response.json()) as { ok: boolean; value: unknown }
    }, JSON.stringify({ name, input }))
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.value
  }

  /** A small file by its name and bytes, a large one by its path. */
  async function chooseFile(label: string, name: string, buffer?: Buffer): Promise<void> {
    const chooser = page.waitForEvent('filechooser')
    await dossier()
      .getByRole('button', { name: `Đính kèm vào ${label}`, exact: true })
      .click()
    await (await chooser).setFiles(buffer === undefined ? name : { name, mimeType: 'application/octet-stream', buffer })
  }

  test('a paper is ticked as received and counts no more as missing', async () => {
    await row('Công văn đề nghị của đơn vị thực hiện').waitFor()
    const before = Number(/còn thiếu (\d+)/.exec(await dossier().innerText())?.[1])
    await dossier().getByLabel('Đã nhận: Công văn đề nghị của đơn vị thực hiện').click()
    await dossier()
      .getByText(`còn thiếu ${before - 1} giấy tờ`)
      .waitFor()
    await page.getByRole('navigation', { name: 'Các phần của đề án' }).getByRole('button', { name: 'Hồ sơ' }).waitFor()
  })

  test('a paper says its own basis, and its day is refused in words when it has not come', async () => {
    const title = 'Đề án (đủ 8 phần) kèm dự toán kinh phí (Mẫu 1 Phụ lục 1)'
    expect(await row(title).innerText()).toContain('Điều 5, Điều 10 Thông tư số 36/2013/TT-BCT')
    await dossier()
      .getByRole('button', { name: `Sửa ${title}` })
      .click()
    await dialog().getByLabel('Ngày nhận').fill('1/1/2090')
    await dialog().getByLabel('Số bản').fill('0')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().getByRole('alert').getByText('Số bản từ 1.').waitFor()
    await dialog().getByLabel('Số bản').fill('5')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog().getByRole('alert').getByText('Ngày nhận chưa tới').waitFor()
    await dialog().getByLabel('Ngày nhận').fill('5/1/2022')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await row(title).getByText('05/01/2022').waitFor()
  })

  test('a paper of the office’s own takes a file, which is saved again byte for byte', async () => {
    await dossier().getByRole('button', { name: 'Thêm giấy tờ…' }).click()
    await dialog().getByLabel('Giấy tờ *').fill('Ảnh chụp nhà xưởng')
    await dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
    await row('Ảnh chụp nhà xưởng').waitFor()
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from(Array.from({ length: 999 }, (_, at) => at % 256)),
    ])
    await chooseFile('Ảnh chụp nhà xưởng', 'Nhà xưởng.pdf', bytes)
    const file = row('Ảnh chụp nhà xưởng').getByRole('button', { name: 'Lưu lại tệp Nhà xưởng.pdf' })
    await file.waitFor()
    expect(await dossier().getByLabel('Đã nhận: Ảnh chụp nhà xưởng').isChecked()).toBe(true)
    const download = page.waitForEvent('download')
    await file.click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('Nhà xưởng.pdf')
    expect((await readFile(await saved.path())).equals(bytes)).toBe(true)
  })

  test('files that may not be kept are refused with their reason, each by its name', async () => {
    await chooseFile('đề án', 'virus.pdf', Buffer.from('MZ\u0090'))
    await dossier().getByRole('alert').getByText('“virus.pdf”: Tệp chương trình').waitFor()
    await chooseFile('đề án', 'rỗng.pdf', Buffer.alloc(0))
    await dossier().getByRole('alert').getByText('“rỗng.pdf”: Tệp rỗng').waitFor()
    const large = join(opened.program.folder, 'to.pdf')
    await writeFile(large, Buffer.alloc(60 * 1024 * 1024, 65))
    await chooseFile('đề án', large)
    await dossier().getByRole('alert').getByText('“to.pdf”: Tệp lớn quá 20 MB').waitFor()
  })

  test('a file is let go after asking', async () => {
    await dossier().getByRole('button', { name: 'Bỏ tệp Nhà xưởng.pdf' }).click()
    await dialog().getByRole('button', { name: 'Bỏ tệp' }).click()
    await page.getByRole('status').getByText('Đã bỏ tệp Nhà xưởng.pdf.').waitFor()
    expect(await dossier().getByText('Nhà xưởng.pdf').count()).toBe(0)
  })

  test('a paper is issued under the next number, kept in the register, and cancelled with a reason', async () => {
    await page.keyboard.press('Control+p')
    await dialog().getByLabel('Mẫu văn bản').selectOption({ label: 'Phiếu thẩm định 4a' })
    await dialog().getByRole('button', { name: 'Phát hành…' }).click()
    const issue = page.getByRole('dialog', { name: /^Phát hành:/ })
    await issue.getByLabel('Ký hiệu').fill('PTĐ-KC')
    await issue.getByLabel('Số', { exact: true }).fill('0')
    await issue.getByRole('button', { name: 'Phát hành' }).click()
    await issue.getByRole('alert').getByText('Số văn bản từ 1.').waitFor()
    await issue.getByLabel('Số', { exact: true }).fill('')
    await issue.getByRole('button', { name: 'Phát hành' }).click()
    await page.getByRole('status').getByText('Đã phát hành văn bản số 01/PTĐ-KC.').waitFor()
    await page
      .getByRole('dialog', { name: /^Số 01\/PTĐ-KC/ })
      .getByText('Đóng', { exact: true })
      .click()

    await page.keyboard.press('Control+p')
    await dialog().getByLabel('Mẫu văn bản').selectOption({ label: 'Phiếu thẩm định 4a' })
    await dialog().getByRole('button', { name: 'Phát hành…' }).click()
    await issue.getByLabel('Ký hiệu').fill('PTĐ-KC')
    await issue.getByLabel('Số', { exact: true }).fill('1')
    await issue.getByRole('button', { name: 'Phát hành' }).click()
    await issue.getByRole('alert').getByText('Số 01/PTĐ-KC năm').waitFor()
    await issue.getByRole('button', { name: 'Hủy' }).click()
    await dialog().getByText('Đóng', { exact: true }).click()

    await page.getByRole('link', { name: 'Văn bản đi' }).click()
    await page.getByRole('combobox', { name: 'Năm' }).selectOption(String(new Date().getFullYear()))
    await page.getByRole('row').filter({ hasText: '01/PTĐ-KC' }).dblclick()
    await dialog().getByRole('button', { name: 'Hủy văn bản…' }).click()
    await dialog().getByLabel('Lý do hủy *').fill('Sai tên đơn vị thụ hưởng')
    await dialog().getByRole('button', { name: 'Hủy văn bản này' }).click()
    await page.getByText('Đã hủy: Sai tên đơn vị thụ hưởng').waitFor()
  })

  test('the page complained of nothing', () => {
    expect(opened.complaints).toEqual([])
  })
})
