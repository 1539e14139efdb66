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
})
