// What a page in the window cannot do, ours included: tried from inside a real window of a real Electron.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  callFromPage,
  type DesktopProgram,
  hasElectron,
  repositoryRoot,
  startDesktopProgram,
} from './support/desktopProgram'

const refusal = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) })

describe.skipIf(!hasElectron)('the window', () => {
  let program: DesktopProgram
  beforeAll(async () => {
    program = await startDesktopProgram()
  })
  afterAll(() => program?.stop())

  /** The address answered by Electron's own network, without the page's policy in between. */
  const fetched = (url: string, method = 'GET') =>
    program.app.evaluate(
      async ({ net }, asked) => {
        const response = await net.fetch(asked.url, { method: asked.method })
        return {
          status: response.status,
          policy: response.headers.get('content-security-policy') ?? '',
          body: await response.text(),
        }
      },
      { url, method },
    )

  it('draws the program without a complaint', async () => {
    expect(await program.page.title()).toContain('Sổ Khuyến Công')
    expect(await program.page.evaluate(() => document.body.innerText.trim().length)).toBeGreaterThan(20)
    expect(program.complaints).toEqual([])
  })

  it('serves its screens under a strict content security policy', async () => {
    const { status, policy } = await fetched('app://skc/index.html')
    expect(status).toBe(200)
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
      expect(policy.split('; ')).toContain(part)
  })

  it('runs no script that is not one of our files, and reaches no network', async () => {
    const ran = await program.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.head.append(script)
      const reached = await fetch('https://example.com/').then(
        () => true,
        () => false,
      )
      return { injected: 'injected' in window, reached }
    })
    expect(ran).toEqual({ injected: false, reached: false })
  })

  it('shows the page neither Node nor Electron, only the bridge', async () => {
    const seen = await program.page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(window.skc ?? {}).sort(),
    }))
    expect(seen).toEqual({ globals: [], bridge: ['call', 'kind', 'onOpenFile'] })
  })

  it('runs the page in a sandbox, isolated from the preload', async () => {
    const settings = await program.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    })
    expect(settings).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  it('refuses to go elsewhere', async () => {
    for (const address of ['https://example.com/', 'app://other/index.html']) {
      // Listens before the page tries, so that the answer cannot be missed.
      await program.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        const seen = globalThis as { prevented?: Promise<boolean> }
        seen.prevented = new Promise((resolve) => {
          contents?.once('will-navigate', (event) => resolve(event.defaultPrevented))
        })
      })
      await program.page.evaluate((to) => window.location.assign(to), address)
      const prevented = await program.app.evaluate(() => (globalThis as { prevented?: Promise<boolean> }).prevented)
      expect([address, prevented]).toEqual([address, true])
      expect(program.page.url()).toMatch(/^app:\/\/skc\/index\.html/)
    }
  })

  it('refuses to open windows', async () => {
    expect(await program.page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
    expect(await program.page.evaluate(() => window.open('app://skc/index.html') === null)).toBe(true)
    expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('refuses every permission', async () => {
    const answers = await program.page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      place: (await navigator.permissions.query({ name: 'geolocation' })).state,
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'refused',
      ),
      clipboard: await navigator.clipboard.readText().then(
        () => 'granted',
        () => 'refused',
      ),
    }))
    expect(answers).toEqual({
      notifications: 'denied',
      place: 'denied',
      microphone: 'refused',
      clipboard: 'refused',
    })
  })

  it('serves nothing outside its screens', async () => {
    const addresses = [
      'app://skc/..%2f..%2fpackage.json',
      'app://skc/%2e%2e/%2e%2e/package.json',
      'app://skc/assets/..%2f..%2f..%2fpackage.json',
      'app://skc/..%5c..%5cpackage.json',
      'app://skc/%252e%252e/package.json',
      `app://skc/${join(repositoryRoot, 'package.json')}`,
      'app://skc/assets',
      'app://other/index.html',
      'app://print/nothing.pdf',
    ]
    for (const address of addresses) {
      const { status, body } = await fetched(address)
      expect([address, status]).toEqual([address, 404])
      expect(body).not.toContain('so-khuyen-cong')
    }
    expect((await fetched('app://skc/index.html', 'POST')).status).toBe(405)
  })

  it('refuses unknown calls and wrong input, in words', async () => {
    const { page } = program
    for (const name of ['files.nothing', 'nothing.list', 'files', '', 'constructor.name', 'files.__proto__'])
      expect(await callFromPage(page, name, {})).toEqual(refusal('call.unknown'))
    expect(await callFromPage(page, 'files.open', { path: 7 })).toEqual(refusal('input.invalid'))
    expect(await callFromPage(page, 'shell.saveFile', { suggestedName: '../x', base64: '' })).toEqual(
      refusal('input.invalid'),
    )
    for (const name of [7, null, ['files.current'], { name: 'files.current' }])
      expect(await callFromPage(page, name, {})).toEqual(refusal('call.refused'))
  })

  it('answers no page but its own', async () => {
    const preload = join(repositoryRoot, 'out/preload/preload.cjs')
    const answer = await program.app.evaluate(async ({ BrowserWindow }, preloadFile) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload: preloadFile, sandbox: true } })
      try {
        await stranger.loadURL('data:text/html,<title>lạ</title>')
        return await stranger.webContents.executeJavaScript("window.skc.call('files.current', {})")
      } finally {
        stranger.destroy()
      }
    }, preload)
    expect(answer).toEqual(refusal('call.refused'))
  })

  it('opens nothing that it has not just saved', async () => {
    expect(await callFromPage(program.page, 'shell.openSaved', { path: '/etc/passwd' })).toEqual(
      refusal('call.refused'),
    )
  })
})
