// The program for a browser on this machine. Protocol, for the page's bridge:
//   POST /call   content-type: application/json   body { "name": "area.call", "input": … }
//   answers 200 with Result JSON, { ok: true, value } or { ok: false, error: { code, message, fields, id? } }.
// Any other status is a refusal by the server itself, its body one Vietnamese sentence as text. Files come by GET.
// Only this machine reaches the port; Host, Origin and a cookie keep out other pages open in the same browser.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Result } from '../../shared/contract/errors'
import type { Answer, Log } from '../hosting/answer'
import { contentSecurityPolicy } from '../hosting/contentSecurityPolicy'
import { readStaticFile } from '../hosting/staticFiles'
import type { Session } from './session'

export interface WebServerOptions {
  readonly answer: Answer
  readonly session: Session
  readonly rendererDir: string
  readonly port?: number
  /** Told when a page came without a session, so that a new one-time link can be shown. */
  readonly onStranger?: () => void
  readonly largestBody?: number
  readonly log: Log
}

export interface WebServer {
  readonly origin: string
  close(): Promise<void>
}

/** A 50 MB workbook as base64, and the JSON around it. */
const largestBodyByDefault = 80 * 1024 * 1024

class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer((request, response) => {
    handle(request, response, originOf(server), options).catch((error: unknown) => refuse(response, error, options.log))
  })
  server.requestTimeout = 120_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    origin: originOf(server),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  options: WebServerOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  checkSender(request, origin)
  const [path = '/', search = ''] = splitOnce(request.url ?? '/', '?')
  if (path === '/call') return answerCall(request, response, origin, options)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpRefusal(405, 'Máy chủ chỉ nhận GET cho tệp và POST cho /call.')
  if (path === '/' && spendToken(search, options.session)) {
    response.writeHead(303, { location: '/', 'set-cookie': options.session.setCookie, 'cache-control': 'no-store' })
    response.end()
    return
  }
  checkSession(request, options)
  if (path === '/' && search !== '') {
    response.writeHead(303, { location: '/', 'cache-control': 'no-store' })
    response.end()
    return
  }
  return sendFile(request, response, path, options.rendererDir)
}

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy("'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** A name that only resolves to this address (DNS rebinding) has another Host; a page of another site another Origin. */
function checkSender(request: IncomingMessage, origin: string): void {
  const hosts = request.headersDistinct.host ?? []
  if (hosts.length !== 1 || `http://${hosts[0]}` !== origin)
    throw new HttpRefusal(421, 'Chỉ mở được bằng đúng địa chỉ 127.0.0.1 mà chương trình đã in ra.')
  if (request.headers.origin !== undefined && request.headers.origin !== origin)
    throw new HttpRefusal(403, 'Yêu cầu đến từ một trang khác nên bị từ chối.')
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') {
    if (request.headers['sec-fetch-mode'] !== 'navigate' || request.method !== 'GET')
      throw new HttpRefusal(403, 'Yêu cầu đến từ một trang khác nên bị từ chối.')
  }
}

function spendToken(search: string, session: Session): boolean {
  const token = new URLSearchParams(search).get('token')
  return token !== null && session.spend(token)
}

function checkSession(request: IncomingMessage, options: WebServerOptions): void {
  if (options.session.holds(request.headers.cookie)) return
  options.onStranger?.()
  throw new HttpRefusal(401, 'Địa chỉ này đã dùng rồi hoặc chưa đúng. Hãy mở địa chỉ mới in trong cửa sổ dòng lệnh.')
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
  options: WebServerOptions,
): Promise<void> {
  if (request.method !== 'POST') throw new HttpRefusal(405, 'Lệnh chỉ nhận bằng POST.')
  if (request.headers.origin !== origin)
    throw new HttpRefusal(403, 'Yêu cầu không nói đến từ trang nào nên bị từ chối.')
  if (!/^application\/json(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpRefusal(415, 'Lệnh phải là application/json.')
  checkSession(request, options)
  const { name, input } = parseCall(await readBody(request, options.largestBody ?? largestBodyByDefault))
  const result = await options.answer(name, input)
  send(
    request,
    response,
    JSON.stringify(result satisfies Result<unknown>),
    'application/json; charset=utf-8',
    'no-store',
  )
}

function parseCall(body: string): { name: unknown; input: unknown } {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw new HttpRefusal(400, 'Nội dung lệnh không phải JSON.')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || !('name' in parsed))
    throw new HttpRefusal(400, 'Lệnh phải có dạng { "name", "input" }.')
  return { name: parsed.name, input: 'input' in parsed ? parsed.input : undefined }
}

async function readBody(request: IncomingMessage, largest: number): Promise<string> {
  const tooLarge = new HttpRefusal(413, `Lệnh lớn quá ${Math.floor(largest / 1024 / 1024)} MB.`)
  if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  folder: string,
): Promise<void> {
  const file = await readStaticFile(folder, path)
  if (file === null) throw new HttpRefusal(404, 'Không có trang này.')
  const cache = file.immutable ? 'private, max-age=31536000, immutable' : 'no-store'
  send(request, response, file.bytes, file.mediaType, cache)
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | Buffer,
  mediaType: string,
  cache: string,
): void {
  response.writeHead(200, {
    'content-type': mediaType,
    'content-length': Buffer.byteLength(body),
    'cache-control': cache,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function refuse(response: ServerResponse, error: unknown, log: Log): void {
  if (response.headersSent) return void response.destroy()
  const status = error instanceof HttpRefusal ? error.status : 500
  const message = error instanceof HttpRefusal ? error.message : 'Máy chủ gặp lỗi ngoài dự kiến.'
  if (status === 500) log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  // What was refused unread is not read on: the connection ends with the answer.
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(`${message}\n`)
}

function splitOnce(text: string, at: string): [string, string] {
  const index = text.indexOf(at)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}
