// No request ever leaves the machine from the window either: Electron with all its processes under strace while it is worked with.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolders } from '../support/tempFolder'
import { hasTool } from '../support/tools'
import { seenSockets, straceArguments } from '../support/watchedSockets'
import { callFromPage, electronArguments, electronPath, hasElectron } from './support/desktopProgram'
import { freePort, remotePage } from './support/remotePage'

const newFolder = tempFolders()

describe.skipIf(!hasElectron || process.platform !== 'linux' || !hasTool('strace'))('sockets of the desktop', () => {
  it('go to this machine only', async () => {
    const seen = join(newFolder(), 'sockets')
    const file = join(newFolder(), 'a.skc')
    const port = await freePort()
    // Chromium's own port on this machine is how the test reaches the page.
    const switches = electronArguments(newFolder(), [`--remote-debugging-port=${port}`])
    const child = spawn('strace', [...straceArguments(seen), electronPath(), ...switches], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const page = await remotePage(port)
    expect(await callFromPage(page, 'files.createSample', { path: file })).toMatchObject({ ok: true })
    await page.reload()
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
    for (const name of ['Cơ sở CNNT', 'Kế hoạch năm', 'Thiết lập'])
      await page.getByRole('link', { name, exact: false }).first().click()
    await page.keyboard.press('F1')
    await page.getByRole('dialog').getByRole('searchbox').waitFor()
    const paper = { form: 'base-appraisal-4a', projectId: 1, format: 'pdf' }
    expect(await callFromPage(page, 'documents.render', paper)).toMatchObject({ ok: true })
    // What a page would ask for is refused before any name is looked up.
    await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => undefined,
        () => undefined,
      ),
    )
    await page.close({ runBeforeUnload: false })
    await ended
    const { outside } = seenSockets(seen)
    expect(outside).toEqual([])
    expect(readFileSync(seen, 'utf8').length).toBeGreaterThan(100)
  }, 180_000)
})
