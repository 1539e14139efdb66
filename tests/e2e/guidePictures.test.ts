// Makes the pictures of the guide from a data file with a whole year in it, on an office's screen: npm run guide-pictures.
// Skipped in every other run: pictures change only when somebody means to change them.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProgram } from '../../electron/program'
import { paths } from '../../renderer/app/paths'
import { carriedProject } from '../support/carriedProject'
import { answerOf } from '../support/sampleProgram'
import { hasTool } from '../support/tools'
import { hasChromium, launchChromium } from './support/browser'
import { openProgramPage, type ProgramPage } from './support/page'
import { repositoryRoot } from './support/webProgram'

/** Stands through all pictures: the program works in the file while they are made. */
const folder = mkdtempSync(path.join(tmpdir(), 'skc-guide-'))
const images = path.join(repositoryRoot, 'docs/images')
/** A screen is flat colours and letters: this many are enough, and a picture stays below the size of a page of text. */
const colours = 96
const largest = 120_000

async function makeFile(file: string): Promise<number> {
  const program = createProgram({
    resourcesDir: path.join(repositoryRoot, 'resources'),
    userDataDir: path.join(folder, 'user'),
    log: () => undefined,
  })
  await answerOf(program, 'files.createSample', { path: file })
  const { id } = await carriedProject(program)
  await answerOf(program, 'archive.issue', {
    form: 'agency-contract',
    projectId: id,
    date: '2022-03-01',
    number: null,
    symbol: 'HĐ-KC',
    signerId: null,
    recipients: 'Lưu: VT.',
  })
  await program.close()
  return id
}

async function take(page: Page, name: string): Promise<void> {
  mkdirSync(images, { recursive: true })
  const file = path.join(images, `${name}.png`)
  writeFileSync(file, await page.screenshot({ animations: 'disabled' }))
  if (hasTool('convert'))
    execFileSync('convert', [file, '+dither', '-colors', String(colours), '-strip', `PNG8:${file}`])
  expect(statSync(file).size, name).toBeLessThan(largest)
}

describe.skipIf(!hasChromium || process.env.GUIDE_PICTURES !== '1')('the pictures of the guide', () => {
  let browser: Browser
  let opened: ProgramPage
  let projectId = 0

  beforeAll(async () => {
    const file = path.join(folder, 'Trung tâm Khuyến công Bắc Kạn.skc')
    projectId = await makeFile(file)
    browser = await launchChromium()
    opened = await openProgramPage(browser, [file])
    await opened.page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
  })

  afterAll(async () => {
    await opened.close()
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const screens: readonly (readonly [name: string, at: () => string])[] = [
    ['tong-quan', () => paths.overview],
    ['co-so', () => paths.establishments],
    ['nhap-excel', () => paths.imports],
    ['de-an', () => paths.project(projectId)],
    ['ke-hoach-nam', () => paths.plan],
    ['dieu-chinh', () => paths.changes],
    ['so-sanh', () => paths.comparisonOf(projectId)],
    ['theo-doi', () => paths.board],
    ['hop-dong', () => paths.contracts],
    ['nghiem-thu', () => paths.acceptance(1)],
    ['quyet-toan', () => paths.settlement(projectId)],
    ['van-ban', () => paths.outgoing],
    ['bao-cao', () => paths.reports],
    ['bieu-do', () => paths.pictures],
    ['sao-luu', () => paths.safety],
    ['nhat-ky', () => paths.journal],
  ]

  const lists: ReadonlySet<string> = new Set([
    'co-so',
    'ke-hoach-nam',
    'dieu-chinh',
    'theo-doi',
    'hop-dong',
    'van-ban',
    'nhat-ky',
  ])

  test.each(screens)('%s', async (name, at) => {
    const { page } = opened
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, at())
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 8_000 })
    await page.waitForLoadState('networkidle')
    await page.getByText('Đang tải').waitFor({ state: 'detached' })
    // A list comes a moment after its head.
    if (lists.has(name)) await page.getByRole('row').nth(1).waitFor()
    await take(page, name)
  })
})
