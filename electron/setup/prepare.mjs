// Brings a clone to where the program can run: dependencies installed, the project's own Node found, sources built.
// Each step is skipped when nothing changed. All it says goes to stderr: stdout belongs to the program.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeIsAtLeast, OLDEST_NODE_FOR_PROGRAM } from './nodeVersion.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const mainDir = path.join(root, 'out/main')

const modules = path.join(root, 'node_modules')
const installStamp = path.join(modules, '.so-khuyen-cong.json')
const buildStamp = path.join(root, 'out/.stamp')

/** Where the user typed the command: npm itself moves to the project's folder before it runs anything. */
const byNpm = ['start', 'skc'].includes(process.env.npm_lifecycle_event)
export const userDir = (byNpm && process.env.INIT_CWD) || process.cwd()

/** A step that could not be done; its text is what the user reads. */
export class SetupFailure extends Error {}

export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Runs one entry and turns its failure into words and an exit code. */
export async function reportFailure(steps) {
  try {
    process.exitCode = await steps()
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

/** Installs and builds what is missing; answers the Node to run the program with. */
export function prepare() {
  if (isInstalled() && isBuilt()) return programNode()
  return whileLocked(() => {
    if (!isInstalled()) install()
    if (!isBuilt()) build()
    return programNode()
  })
}

/** The same without the build, for tools that build by themselves. */
export function prepareModules() {
  if (!isInstalled()) whileLocked(() => isInstalled() || install())
  return programNode()
}

// ---- dependencies

function lockHash() {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

function readStamp() {
  try {
    return JSON.parse(fs.readFileSync(installStamp, 'utf8'))
  } catch {
    return null
  }
}

function isInstalled() {
  const hash = lockHash()
  const stamp = readStamp()
  if (stamp?.lock === hash) return true
  // Someone ran npm by hand: npm leaves this file last, so a newer one means the whole lockfile is in place.
  const lockfile = fs.statSync(path.join(root, 'package-lock.json'))
  const hidden = fs.statSync(path.join(modules, '.package-lock.json'), { throwIfNoEntry: false })
  if (!hidden || hidden.mtimeMs < lockfile.mtimeMs || !fs.existsSync(path.join(modules, 'electron-vite'))) return false
  writeInstallStamp(hash)
  return true
}

function writeInstallStamp(lock) {
  fs.writeFileSync(installStamp, JSON.stringify({ lock, node: findOwnNode() }))
}

function install() {
  say('Đang cài các thư viện của chương trình (chỉ lần đầu, khoảng một phút)…')
  // Windows does not let a running node.exe be deleted, and `npm ci` begins by deleting node_modules.
  const runsFromModules = process.platform === 'win32' && process.execPath.startsWith(modules)
  const args = [
    ...(runsFromModules ? ['install', '--no-save'] : ['ci']),
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ]
  const [command, first] = npmCommand()
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    shell: first.length === 0 && process.platform === 'win32',
  })
  if (done.status !== 0) {
    throw new SetupFailure(
      `${done.stderr ?? ''}\nChưa cài được các thư viện (npm báo lỗi ở trên). Hãy kiểm tra mạng rồi chạy lại; chưa có gì khác bị thay đổi.`,
    )
  }
  writeInstallStamp(lockHash())
}

function npmCommand() {
  const script = process.env.npm_execpath
  return script && /npm-cli\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []]
}

// ---- the project's own Node

function findOwnNode() {
  const folders = fs.readdirSync(modules).filter((name) => /^node-(bin-)?(linux|darwin|win)-/.test(name))
  for (const folder of folders) {
    for (const file of ['bin/node', 'bin/node.exe']) {
      const candidate = path.join(modules, folder, file)
      // Asked once an installation, because a Node for another C library is there but cannot run.
      if (fs.existsSync(candidate) && spawnSync(candidate, ['--version'], { stdio: 'ignore' }).status === 0) {
        return path.relative(root, candidate)
      }
    }
  }
  return null
}

function programNode() {
  const own = readStamp()?.node
  if (own) return path.join(root, own)
  if (nodeIsAtLeast(OLDEST_NODE_FOR_PROGRAM)) return process.execPath
  throw new SetupFailure(
    `Không có Node đi kèm cho máy này (${process.platform}-${process.arch}), còn Node ${process.versions.node} thì quá cũ: ` +
      `chương trình cần Node ${OLDEST_NODE_FOR_PROGRAM.join('.')} trở lên. (Node ${OLDEST_NODE_FOR_PROGRAM.join('.')} or newer is required.)`,
  )
}

function environment(node, extra) {
  const env = { ...process.env, ...extra }
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[key] = [path.dirname(node), path.join(modules, '.bin'), env[key]].filter(Boolean).join(path.delimiter)
  return env
}

/** Starts a program that shares this terminal; resolves to its exit code. Ctrl+C is the child's to answer. */
export function runCommand(node, command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: environment(node, env) })
    const pass = (signal) => child.kill(signal)
    const wait = () => {}
    process.on('SIGINT', wait)
    process.on('SIGTERM', pass)
    process.on('SIGHUP', pass)
    const forget = () => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', pass)
      process.off('SIGHUP', pass)
    }
    child.once('error', (error) => {
      forget()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      forget()
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0))
    })
  })
}

export function runNode(node, args, options) {
  return runCommand(node, node, args, options)
}

// ---- the build

const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Names, sizes and times of every source: unlike “newest time” it also notices a file that went or was put back. */
function sourcesFingerprint() {
  const hash = createHash('sha1')
  const visit = (relative) => {
    const stat = fs.statSync(path.join(root, relative))
    hash.update(`${relative}\0${stat.mtimeMs}\0${stat.size}\n`)
  }
  const walk = (relative) => {
    for (const entry of fs.readdirSync(path.join(root, relative), { withFileTypes: true })) {
      const inner = `${relative}/${entry.name}`
      if (inner === 'electron/setup') continue
      if (entry.isDirectory()) walk(inner)
      else visit(inner)
    }
  }
  for (const source of sources) {
    if (fs.statSync(path.join(root, source)).isDirectory()) walk(source)
    else visit(source)
  }
  return hash.digest('hex')
}

function isBuilt() {
  try {
    return fs.readFileSync(buildStamp, 'utf8') === sourcesFingerprint()
  } catch {
    return false
  }
}

function build() {
  say('Đang dựng chương trình từ mã nguồn…')
  const node = programNode()
  const before = sourcesFingerprint()
  fs.rmSync(buildStamp, { force: true })
  const tool = path.join(modules, 'electron-vite/bin/electron-vite.js')
  const done = spawnSync(node, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: environment(node, {}),
  })
  if (done.status !== 0) {
    throw new SetupFailure(`${done.stdout ?? ''}${done.stderr ?? ''}\nKhông dựng được chương trình từ mã nguồn.`)
  }
  fs.writeFileSync(buildStamp, before)
}

// ---- one set-up at a time, since commands may be started side by side

function whileLocked(steps) {
  const name = createHash('sha1').update(root).digest('hex').slice(0, 12)
  const lock = path.join(os.tmpdir(), `so-khuyen-cong-setup-${name}.lock`)
  while (!takeLock(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  try {
    return steps()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

function takeLock(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isRunning(lock)) fs.rmSync(lock, { force: true })
    return false
  }
}

function isRunning(lock) {
  try {
    const holder = Number(fs.readFileSync(lock, 'utf8'))
    // An empty lock is one being written this moment.
    if (holder === 0) return Date.now() - fs.statSync(lock).mtimeMs < 5000
    process.kill(holder, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
