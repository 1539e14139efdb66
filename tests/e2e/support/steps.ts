// What several browser tests do by hand on the way to what they test.
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'

export async function goToFolder(page: Page, folder: string): Promise<void> {
  const box = page.getByLabel('Đường dẫn thư mục')
  await box.fill(folder)
  await box.press('Enter')
  await page.locator(`input[aria-label="Đường dẫn thư mục"][value="${folder}"]`).waitFor()
}

/** From the first screen to the folder list, and a new data file in that folder. */
export async function createFileByHand(page: Page, folder: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Tạo tệp mới…' }).click()
  await goToFolder(page, folder)
  await page.getByLabel('Tên tệp', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Tạo tệp ở đây' }).click()
}

export async function openFileByHand(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Mở tệp có sẵn…' }).click()
  await goToFolder(page, dirname(path))
  await page
    .getByRole('list', { name: 'Thư mục và tệp' })
    .getByRole('button', { name: path.slice(dirname(path).length + 1) })
    .click()
}

export interface OfficeToEnter {
  readonly folder: string
  readonly centreName: string
  readonly province: string
}

/** A new data file of an office that has said who it is; ends in the frame. */
export async function startOffice(page: Page, office: OfficeToEnter): Promise<string> {
  await createFileByHand(page, office.folder, 'so.skc')
  await page.getByLabel('Tên trung tâm').fill(office.centreName)
  await page.getByRole('combobox', { name: 'Tỉnh, thành phố' }).fill(office.province)
  await page.getByRole('option', { name: office.province }).click()
  await page.getByRole('button', { name: 'Lưu và bắt đầu' }).click()
  await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
  return join(office.folder, 'so.skc')
}
