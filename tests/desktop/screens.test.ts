// Every screen under the window's own policy: drawn, without a complaint, with the preview of a paper in Chromium's viewer.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { labels, menuLabels } from '../../shared/labels'
import { tempFolders } from '../support/tempFolder'
import { hasElectron, repositoryRoot, startDesktopProgram } from './support/desktopProgram'

const newFolder = tempFolders()

/** The sample, made by another shell: the window is started with the file. */
async function sampleFile(): Promise<string> {
  const file = join(newFolder(), 'mẫu.skc')
  const entry = join(repositoryRoot, 'out/main/cli.js')
  const env = { ...process.env, SKC_USER_DATA: newFolder() }
  await promisify(execFile)(
    process.execPath,
    [entry, 'call', '-', 'files.createSample', JSON.stringify({ path: file })],
    { env },
  )
  return file
}

describe.skipIf(!hasElectron)('the screens in the window', () => {
  it('are all drawn, and a plan is previewed', async () => {
    const program = await startDesktopProgram([await sampleFile()])
    try {
      const { page } = program
      const navigation = page.getByRole('navigation', { name: 'Chức năng' })
      await navigation.waitFor()
      for (const name of [
        menuLabels.establishments,
        menuLabels.projects,
        menuLabels.appraisals,
        menuLabels.imports,
        menuLabels.office,
        menuLabels.overview,
        menuLabels.plan,
      ]) {
        await navigation.getByRole('link', { name, exact: true }).click()
        await page.getByRole('main').getByRole('heading').first().waitFor()
      }
      await page.getByRole('button', { name: labels.print }).first().click()
      await page.locator('iframe').waitFor()
      // The viewer is a page of Chromium's own inside ours; waiting for its frame is waiting for the paper.
      await expect
        .poll(() =>
          program.app.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows().flatMap((window) =>
              window.webContents.mainFrame.framesInSubtree.map((frame) => frame.url.replace(/\/\/.*/, '')),
            ),
          ),
        )
        .toContain('chrome-extension:')
      expect(program.complaints).toEqual([])
    } finally {
      await program.stop()
    }
  })

  it('asks before it closes over unsaved work, and stays when told to', async () => {
    const program = await startDesktopProgram([await sampleFile()])
    try {
      const { app, page } = program
      const navigation = page.getByRole('navigation', { name: 'Chức năng' })
      await navigation.getByRole('link', { name: menuLabels.establishments, exact: true }).click()
      await page.keyboard.press('Control+n')
      await page.getByRole('form').waitFor()
      await page.keyboard.type('HTX')

      /** Closes as the user would; answers the question with this button; tells how often it was asked. */
      const close = (button: number) =>
        app.evaluate(async ({ BrowserWindow, dialog }, answer) => {
          let asked = 0
          dialog.showMessageBoxSync = () => {
            asked += 1
            return answer
          }
          const [window] = BrowserWindow.getAllWindows()
          const settled = new Promise<void>((resolve) => {
            window?.once('closed', () => resolve())
            window?.webContents.once('will-prevent-unload', () => setImmediate(resolve))
          })
          window?.close()
          await settled
          return { asked, open: BrowserWindow.getAllWindows().length }
        }, button)

      expect(await close(0)).toEqual({ asked: 1, open: 1 })
      expect(await page.getByRole('form').count()).toBe(1)
      const ended = new Promise<void>((resolve) => app.once('close', () => resolve()))
      await close(1).catch(() => undefined)
      await ended
    } finally {
      await program.stop()
    }
  })
})
