// The same program in its own window: a data file made here opens elsewhere, papers are made, files given by the system arrive.
import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { tempFolders } from '../support/tempFolder'
import {
  callFromPage,
  electronArguments,
  electronPath,
  hasElectron,
  repositoryRoot,
  startDesktopProgram,
} from './support/desktopProgram'

const newFolder = tempFolders()

/** What a call answered, or a failed test with the refusal in it. */
function valueIn(result: unknown): Record<string, unknown> {
  expect(result).toEqual(expect.objectContaining({ ok: true }))
  return (result as { value: Record<string, unknown> }).value
}

async function cli(...args: string[]): Promise<unknown> {
  const entry = join(repositoryRoot, 'out/main/cli.js')
  const env = { ...process.env, SKC_USER_DATA: newFolder() }
  return JSON.parse((await promisify(execFile)(process.execPath, [entry, ...args], { env })).stdout)
}

describe.skipIf(!hasElectron)('the desktop', () => {
  it('makes a data file and papers that the other shells can use', async () => {
    const file = join(newFolder(), 'mẫu dữ liệu.skc')
    const saved = join(newFolder(), 'phiếu.pdf')
    const program = await startDesktopProgram()
    try {
      const { page } = program
      valueIn(await callFromPage(page, 'files.createSample', { path: file }))
      const { rows } = valueIn(await callFromPage(page, 'projects.list', { programme: 'national' }))
      const [project] = rows as { id: number }[]
      const paper = valueIn(
        await callFromPage(page, 'documents.render', {
          form: 'base-appraisal-4a',
          projectId: project?.id,
          format: 'pdf',
        }),
      )
      await program.app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
      }, saved)
      const answer = await callFromPage(page, 'shell.saveFile', {
        suggestedName: paper.fileName,
        base64: paper.base64,
      })
      expect(valueIn(answer)).toEqual({ kind: 'saved', path: saved })
      expect(readFileSync(saved).subarray(0, 5).toString()).toBe('%PDF-')

      const print = await callFromPage(page, 'shell.print', { title: 'Phiếu thẩm định', base64: paper.base64 })
      expect(valueIn(print)).toEqual({ kind: 'shown' })
      const shown = await program.app.evaluate(async ({ BrowserWindow, net }) => {
        const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === 'Phiếu thẩm định')
        const address = window?.webContents.getURL() ?? ''
        const whileOpen = (await net.fetch(address)).headers.get('content-type')
        window?.destroy()
        return { whileOpen, afterwards: (await net.fetch(address)).status }
      })
      expect(shown).toEqual({ whileOpen: 'application/pdf', afterwards: 404 })
    } finally {
      await program.stop()
    }
    expect(existsSync(file)).toBe(true)
    expect(await cli('call', file, 'projects.list')).toEqual(expect.objectContaining({ total: 10 }))
  })

  it('opens the file it was started with, once, and takes another from a second start', async () => {
    const first = join(newFolder(), 'một.skc')
    const second = join(newFolder(), 'hai.skc')
    const program = await startDesktopProgram([first])
    try {
      // The page itself has asked by now, and got the file; nobody gets it twice.
      expect(valueIn(await callFromPage(program.page, 'shell.takeFileToOpen', {}))).toEqual({ path: null })
      await program.page.evaluate(() => {
        window.skc?.onOpenFile((path) => document.documentElement.setAttribute('data-arrived', path))
      })
      const again = spawn(electronPath(), electronArguments(program.userFolder, [second]), { stdio: 'ignore' })
      const ended = new Promise<number | null>((resolve) => again.once('exit', resolve))
      expect(await ended).toBe(0)
      await program.page.waitForSelector('html[data-arrived]', { state: 'attached' })
      expect(await program.page.getAttribute('html', 'data-arrived')).toBe(second)
    } finally {
      await program.stop()
    }
  })
})
