// The loopback server against what another page, another name for this machine, or a stranger on it might send.
import { mkdir, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWebServer, type WebServer } from '../../electron/web/server'
import { createSession, type Session } from '../../electron/web/session'
import { tempFolders } from '../support/tempFolder'

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const newFolder = tempFolders()
let folder: string
let session: Session
let server: WebServer
let calls: { name: unknown; input: unknown }[]
let strangers: number

beforeEach(async () => {
  const base = newFolder()
  folder = join(base, 'renderer')
  await writeFile(join(base, 'secret.txt'), 'bí mật')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Sổ Khuyến Công</title>')
  await writeFile(join(folder, 'assets', 'index-AbCd1234.js'), 'export {}')
  session = createSession()
  calls = []
  strangers = 0
  server = await startWebServer({
    answer: async (name, input) => {
      calls.push({ name, input })
      return { ok: true, value: 'xong' }
    },
    session,
    rendererDir: folder,
    largestBody: 1_000,
    log: () => {},
    onStranger: () => {
      strangers++
    },
  })
})

afterEach(() => server.close())

/** Sends exactly this, without the tidying of paths and headers that fetch does. */
function send(method: string, path: string, headers: OutgoingHttpHeaders = {}, body = ''): Promise<Reply> {
  const { hostname, port } = new URL(server.origin)
  return new Promise((resolve, reject) => {
    const sent = request({ method, hostname, port, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const cookie = () => session.setCookie.split(';')[0] ?? ''
const get = (path: string, headers: OutgoingHttpHeaders = {}) => send('GET', path, { cookie: cookie(), ...headers })

function call(body: string, headers: OutgoingHttpHeaders = {}): Promise<Reply> {
  const usual = { cookie: cookie(), origin: server.origin, 'content-type': 'application/json' }
  return send('POST', '/call', { ...usual, ...headers }, body)
}

const someCall = JSON.stringify({ name: 'files.current', input: {} })

describe('a page of ours', () => {
  it('is let in by the link, which works once', async () => {
    const link = session.link()
    const first = await send('GET', link)
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/')
    expect(first.headers['set-cookie']?.[0]).toMatch(/^skc=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect((await send('GET', link)).status).toBe(401)
    expect(session.link()).not.toBe(link)
  })

  it('may use a spent link again with its cookie', async () => {
    const link = session.link()
    await send('GET', link)
    expect((await get(link)).headers.location).toBe('/')
  })

  it('gets the screens, under a policy that allows only our own files', async () => {
    const reply = await get('/')
    expect(reply.body).toContain('Sổ Khuyến Công')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    const policy = String(reply.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('may keep files whose name changes with what they hold', async () => {
    expect((await get('/assets/index-AbCd1234.js')).headers['cache-control']).toContain('immutable')
  })

  it('has its calls answered', async () => {
    const reply = await call(someCall)
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: 'xong' })
    expect(calls).toEqual([{ name: 'files.current', input: {} }])
  })
})

describe('what is refused', () => {
  const status = async (reply: Promise<Reply>) => (await reply).status

  it('a call without the cookie, or with a wrong one', async () => {
    expect(await status(call(someCall, { cookie: '' }))).toBe(401)
    expect(await status(call(someCall, { cookie: `skc=${'0'.repeat(64)}` }))).toBe(401)
    expect(await status(call(someCall, { cookie: `other=${cookie()}` }))).toBe(401)
    expect(calls).toEqual([])
    expect(strangers).toBe(3)
  })

  it('a page without the cookie, or with a wrong token', async () => {
    expect(await status(send('GET', '/'))).toBe(401)
    expect(await status(send('GET', '/?token='))).toBe(401)
    expect(await status(send('GET', '/?token=0123'))).toBe(401)
    expect(await status(send('GET', '/assets/index-AbCd1234.js'))).toBe(401)
  })

  it('another name for this machine (DNS rebinding)', async () => {
    const { port } = new URL(server.origin)
    for (const host of [`localhost:${port}`, `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) + 1}`])
      expect(await status(get('/', { host }))).toBe(421)
    expect(await status(call(someCall, { host: `evil.example:${port}` }))).toBe(421)
    expect(calls).toEqual([])
  })

  it('two Host headers', async () => {
    const { port } = new URL(server.origin)
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1')
      let said = ''
      socket.on('data', (chunk) => {
        said += chunk.toString()
      })
      socket.on('end', () => resolve(said))
      socket.on('error', reject)
      socket.write(
        `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\nCookie: ${cookie()}\r\nConnection: close\r\n\r\n`,
      )
    })
    expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  it('a call from a page of another site, or of none', async () => {
    for (const origin of ['http://evil.example', 'null', server.origin.replace('http', 'https'), ''])
      expect(await status(call(someCall, { origin }))).toBe(403)
    const withoutOrigin = { cookie: cookie(), 'content-type': 'application/json' }
    expect(await status(send('POST', '/call', withoutOrigin, someCall))).toBe(403)
    expect(calls).toEqual([])
  })

  it('a file asked for by another site', async () => {
    expect(await status(get('/', { origin: 'http://evil.example' }))).toBe(403)
    expect(await status(get('/assets/index-AbCd1234.js', { 'sec-fetch-site': 'cross-site' }))).toBe(403)
  })

  it('a form of another page, which cannot send JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await status(call(someCall, { 'content-type': type }))).toBe(415)
    expect(calls).toEqual([])
  })

  it('other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect(await status(send(method, '/', { cookie: cookie() }))).toBe(405)
    expect(await status(get('/call'))).toBe(405)
    expect(await status(send('POST', '/', { cookie: cookie(), origin: server.origin }))).toBe(405)
  })

  it('a path that leads out of the screens', async () => {
    const ways = [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..\\secret.txt',
      '/..%5csecret.txt',
      '/%252e%252e/secret.txt',
      '//secret.txt',
      `/${join(folder, '..', 'secret.txt')}`,
      '/index.html%00.txt',
      '/%',
      '/assets',
    ]
    for (const way of ways) {
      const reply = await get(way)
      expect([way, reply.status]).toEqual([way, 404])
      expect(reply.body).not.toContain('bí mật')
    }
  })

  it('a body that is too large, whether it says so or not', async () => {
    const large = JSON.stringify({ name: 'files.current', input: 'x'.repeat(1_000) })
    expect(await status(call(large))).toBe(413)
    expect(await status(call(large, { 'transfer-encoding': 'chunked' }))).toBe(413)
    expect(calls).toEqual([])
  })

  it('a body that is not a call', async () => {
    for (const body of ['', '{', 'null', '[]', '"files.current"', '{"input":{}}'])
      expect(await status(call(body))).toBe(400)
    expect(calls).toEqual([])
  })
})
