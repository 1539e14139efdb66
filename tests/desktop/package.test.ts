// The packed program itself: built by electron-builder as for a release, its fuses read back from the binary, started, worked
// with and closed. On a machine whose Electron is another than the one the project names, that one is packed.
import { execFile, spawn } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tempFolders } from '../support/tempFolder'
import { callFromPage, electronPath, hasElectron, repositoryRoot } from './support/desktopProgram'
import { freePort, remotePage } from './support/remotePage'

const newFolder = tempFolders()
const onLinux = process.platform === 'linux'

/** A distribution to pack: the Electron of this machine without what its own launcher needs. */
function distribution(home: string): string {
  const folder = join(home, 'electron')
  cpSync(dirname(electronPath()), folder, { recursive: true })
  rmSync(join(folder, 'resources/app'), { recursive: true, force: true })
  return folder
}

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>
}

/** The names in an asar archive: its header is JSON behind four lengths. */
function namesIn(archive: string): string[] {
  const bytes = readFileSync(archive)
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as AsarEntry
  const walk = (entry: AsarEntry, at: string): string[] =>
    Object.entries(entry.files ?? {}).flatMap(([name, inside]) => [`${at}${name}`, ...walk(inside, `${at}${name}/`)])
  return walk(header, '')
}

async function electronVersion(): Promise<string> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { stdout } = await promisify(execFile)(electronPath(), ['-p', 'process.versions.electron'], { env })
  return stdout.trim()
}

describe.skipIf(!hasElectron || !onLinux)('the packed program', () => {
  let home = ''
  let packed = ''
  const program = () => join(packed, 'so-khuyen-cong')

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'skc-package-'))
    const output = join(home, 'dist')
    const tool = join(repositoryRoot, 'node_modules/electron-builder/cli.js')
    const settings = {
      electronDist: distribution(home),
      electronVersion: await electronVersion(),
      'directories.output': output,
    }
    await promisify(execFile)(
      process.execPath,
      [
        tool,
        '--linux',
        'dir',
        '--config',
        join(repositoryRoot, 'electron-builder.yml'),
        ...Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`),
      ],
      { cwd: repositoryRoot, maxBuffer: 1 << 26 },
    )
    packed = join(output, 'linux-unpacked')
    // An Electron older than the project's has an older Node-API: there the same binding is built for it.
    const binding = process.env.HARNESS_SQLITE
    if (binding !== undefined) copyFileSync(binding, join(packed, bindingInPackage))
  }, 240_000)

  const bindingInPackage = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'
  let running: { stop(): Promise<void> } | null = null
  afterAll(async () => {
    await running?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  /** Started as by a double click; the page is reached through Chromium's own port, since Node's is closed. */
  async function start(args: readonly string[] = []) {
    const port = await freePort()
    const userFolder = newFolder()
    const asRoot = process.getuid?.() === 0
    const child = spawn(
      program(),
      [
        ...(asRoot ? ['--no-sandbox'] : []),
        `--user-data-dir=${userFolder}`,
        `--remote-debugging-port=${port}`,
        ...args,
      ],
      { stdio: 'ignore', cwd: newFolder() },
    )
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    running = {
      stop: async () => {
        child.kill('SIGKILL')
        await ended
      },
    }
    return { page: await remotePage(port), ended, userFolder }
  }

  const valueFrom = async (page: Page, name: string, input: unknown): Promise<Record<string, unknown>> => {
    const result = await callFromPage(page, name, input)
    expect(result, name).toEqual(expect.objectContaining({ ok: true }))
    return (result as { value: Record<string, unknown> }).value
  }

  it('has its fuses flipped in the binary', async () => {
    const wire = await getCurrentFuseWire(program())
    const fuses: Readonly<Record<string, boolean>> = {
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    }
    for (const [name, on] of Object.entries(fuses))
      expect(wire[FuseV1Options[name as keyof typeof FuseV1Options]], name).toBe(
        on ? FuseState.ENABLE : FuseState.DISABLE,
      )
  })

  it('holds the built program and its libraries, no sources, tests or data of anybody', () => {
    const inside = namesIn(join(packed, 'resources/app.asar'))
    expect([...new Set(inside.map((name) => name.split('/')[0]))].sort()).toEqual([
      'node_modules',
      'out',
      'package.json',
    ])
    expect(
      inside.filter((name) => /\.(map|skc)$|^out\/bench|^node_modules\/(electron|vitest|node-linux)/.test(name)),
    ).toEqual([])
    expect(inside.filter((name) => /better-sqlite3\/prebuilds\/.+/.test(name))).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
    expect(readdirSync(join(packed, 'resources/resources')).sort()).toEqual(
      readdirSync(join(repositoryRoot, 'resources')).sort(),
    )
    expect(statSync(join(packed, 'resources/app.asar')).size).toBeLessThan(60_000_000)
  })

  it('cannot be made to run another script', async () => {
    const asNode = { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' }
    const said = await promisify(execFile)(program(), ['--no-sandbox', '-p', '6*7'], {
      env: asNode,
      timeout: 20_000,
    }).then(
      ({ stdout }) => stdout,
      (error: { stdout?: string }) => error.stdout ?? '',
    )
    expect(said).not.toContain('42')
  })

  it('starts, makes a data file and every kind of paper, backs it up, and ends when its window is closed', async () => {
    const { page, ended, userFolder } = await start()
    const folder = newFolder()
    const file = join(folder, 'mẫu.skc')
    await valueFrom(page, 'files.createSample', { path: file })
    const about = await valueFrom(page, 'support.about', {})
    const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string }
    expect(about.version).toBe(version)
    const { rows } = await valueFrom(page, 'projects.list', { programme: 'national' })
    const projectId = (rows as { id: number }[])[0]?.id
    for (const format of ['pdf', 'docx'] as const) {
      const paper = await valueFrom(page, 'documents.render', { form: 'base-appraisal-4a', projectId, format })
      expect(String(paper.base64).length).toBeGreaterThan(5_000)
    }
    const sheet = await valueFrom(page, 'workbooks.exportPlan', { year: 2022, programme: 'national', format: 'xlsx' })
    expect(String(sheet.base64).length).toBeGreaterThan(5_000)
    const { backup } = await valueFrom(page, 'safety.backUp', { label: 'đóng gói' })
    expect(existsSync(join(folder, 'mẫu.sao-luu', (backup as { fileName: string }).fileName))).toBe(true)
    const before = readdirSync(packed).sort()
    await page.close({ runBeforeUnload: false })
    expect(await ended).toBe(0)
    // Nothing of the user's is kept in the program's folder, and the lock is given back.
    expect(readdirSync(packed).sort()).toEqual(before)
    expect(readdirSync(userFolder)).toContain('tep-gan-day.json')
    expect(readdirSync(folder).sort()).toEqual(['mẫu.sao-luu', 'mẫu.skc'])
  })

  it('opens the data file it is started with', async () => {
    const file = join(newFolder(), 'của tôi.skc')
    const first = await start()
    await valueFrom(first.page, 'files.createSample', { path: file })
    await first.page.close({ runBeforeUnload: false })
    await first.ended
    const { page, ended } = await start([file])
    await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
    expect(await valueFrom(page, 'files.current', {})).toMatchObject({ file: { path: file } })
    await page.close({ runBeforeUnload: false })
    expect(await ended).toBe(0)
  })
})
