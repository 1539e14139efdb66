// Development without Electron: Vite serves the screens with hot reload and passes their calls on to the loopback
// program, which is rebuilt and restarted when a source of it changes. The page never sees the program's token.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { watch } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { resolveConfig } from 'electron-vite'
import { build, createServer } from 'vite'
import { mainDir, root, say } from './prepare.mjs'

const session = randomBytes(32).toString('hex')
const args = process.argv.slice(2)

process.env.NODE_ENV_ELECTRON_VITE = 'production'

/** Only what runs in Node: the screens come from Vite's server, and a mistake in one of them must not stop the rest. */
async function buildMain() {
  try {
    const { config } = await resolveConfig({ root, logLevel: 'warn' }, 'build', 'production')
    await build(config.main)
    return true
  } catch (error) {
    say(String(error))
    return false
  }
}

let program = null

/** Starts the loopback program, on the port it had before if any, and waits for the address it prints. */
function startProgram(port = 0) {
  const entry = path.join(mainDir, 'web.js')
  const child = spawn(process.execPath, [entry, '--no-open', '--port', String(port), ...args], {
    cwd: root,
    env: { ...process.env, SKC_SESSION: session },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  program = child
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`Chương trình dừng (mã ${code}).`)))
  })
}

function stopProgram() {
  const child = program
  program = null
  if (!child || child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}

let working = Promise.resolve()

function rebuild() {
  working = working.then(async () => {
    if (!(await buildMain())) return say('Chưa dựng được; sửa mã nguồn rồi lưu lại.')
    await stopProgram()
    await startProgram(new URL(address).port)
    say('Đã khởi động lại phần xử lý.')
  })
  working = working.catch((error) => say(error.message))
}

if (!(await buildMain())) process.exit(1)
const address = await startProgram()

const server = await createServer({
  configFile: false,
  root: path.join(root, 'renderer'),
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/call': {
        target: address,
        changeOrigin: true,
        configure: (proxy) => {
          proxy.on('proxyReq', (request) => {
            request.setHeader('host', new URL(address).host)
            request.setHeader('origin', address)
            request.setHeader('cookie', `skc=${session}`)
          })
        },
      },
    },
  },
})
await server.listen()
say(`Bản phát triển: ${server.resolvedUrls.local[0]}`)

let timer = null
for (const folder of ['electron', 'shared']) {
  watch(path.join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || file.startsWith('setup')) return
    clearTimeout(timer)
    timer = setTimeout(rebuild, 200)
  })
}

async function stop() {
  await Promise.all([server.close(), stopProgram()])
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
