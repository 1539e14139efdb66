// The command line with any words, and the loopback server with any request: exit codes and status numbers of ours, words that
// say why, and no call let in that carries no right of entry.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runCli } from '../../electron/cli/run'
import { createAnswer } from '../../electron/hosting/answer'
import { startWebServer } from '../../electron/web/server'
import { createSession } from '../../electron/web/session'
import { webShellCalls } from '../../electron/web/shellCalls'
import { type Figures, Tally } from './figures'
import { makeSample } from './kill'
import { soakProgram } from './paths'
import { type Chance, chanceOf } from './random'

interface Heard {
  readonly code: number
  readonly text: string
}

/** What it would have written on the terminal. */
async function runQuietly(args: readonly string[], entry: string): Promise<Heard> {
  const streams = [process.stdout, process.stderr] as const
  const writes = streams.map((stream) => stream.write)
  let text = ''
  for (const stream of streams)
    stream.write = ((part: string | Uint8Array) => {
      text += String(part).slice(0, 10_000)
      return true
    }) as typeof stream.write
  try {
    return { code: await runCli(args, entry), text }
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] ?? stream.write
  }
}

function wordsOf(chance: Chance, file: string, folder: string): string[] {
  const odd = [
    '',
    ' ',
    '--',
    '-',
    '--json',
    '--year',
    '2022',
    '-1',
    'NaN',
    '\u0000',
    'ế',
    'x'.repeat(5_000),
    '{}',
    '{"id":1}',
    '[',
    'null',
  ]
  const places = [file, path.join(folder, 'khong-co.skc'), folder, '/proc/self/mem', '/dev/null', path.join(file, 'x')]
  const names = ['demo', 'init', 'import', 'plan', 'document', 'calls', 'call', 'help', '--help', 'xoa']
  const flags = [
    '--kind',
    '--year',
    '--choices',
    '--dry-run',
    '--programme',
    '--out',
    '--format',
    '--form',
    '--project',
    '--date',
  ]
  const calls = [
    'projects.list',
    'projects.get',
    'plans.get',
    'files.current',
    'safety.check',
    '__proto__.constructor',
    'a.b.c',
  ]
  const values = ['national', 'pdf', 'agency-contract', '#1', '#99', 'KCQG', '2022-02-30', path.join(folder, 'ra')]
  const length = chance.below(8)
  const rest = Array.from({ length }, () =>
    chance.pick(chance.pick([odd, places, names, flags, calls, values, values])),
  )
  // The last word of `call` may say that input comes from the terminal, where nobody sits.
  return [...(chance.often(0.8) ? [chance.pick(names), ...(chance.often(0.7) ? [file] : [])] : []), ...rest].map(
    (word) => (word === '-' ? '{}' : word),
  )
}

export async function soakCommandLine(folder: string, runs: number, seed: number): Promise<Figures> {
  const chance = chanceOf(seed)
  const tally = new Tally()
  const failures: string[] = []
  const file = path.join(folder, 'so.skc')
  await makeSample(file, folder)
  const entry = pathToFileURL(path.resolve('out/main/cli.js')).href
  const [home, userData] = [process.cwd(), process.env.SKC_USER_DATA]
  process.env.SKC_USER_DATA = path.join(folder, 'rieng')
  process.chdir(folder)
  try {
    for (let run = 0; run < runs; run += 1) {
      const args = wordsOf(chance, file, folder)
      const broken = (what: string) => failures.push(`${what} ← ${JSON.stringify(args).slice(0, 400)}`)
      try {
        const { code, text } = await runQuietly(args, entry)
        tally.add(['xong (0)', 'từ chối bằng lời (1)', 'sai cách dùng (2)'][code] ?? `mã thoát ${code}`)
        if (![0, 1, 2].includes(code)) broken(`mã thoát ${code}`)
        if (/\(mã [0-9a-f]{8}\)|"internal"/.test(text)) broken(`lỗi ngoài dự kiến: ${text.slice(0, 300)}`)
        if (code !== 0 && text.trim().length < 15) broken('từ chối mà không nói gì')
      } catch (error) {
        broken(`ném lỗi: ${String(error)}`)
      }
    }
  } finally {
    process.chdir(home)
    if (userData === undefined) delete process.env.SKC_USER_DATA
    else process.env.SKC_USER_DATA = userData
  }
  return { name: 'Dòng lệnh với tham số bất kỳ', rows: tally.rows(), failures }
}

interface Reply {
  readonly status: number
  readonly body: string
}

function send(origin: string, method: string, target: string, headers: http.OutgoingHttpHeaders, body: string) {
  const { hostname, port } = new URL(origin)
  return new Promise<Reply | null>((resolve) => {
    try {
      const sent = http.request(
        { method, hostname, port, path: target, headers, agent: false, timeout: 5_000 },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8').on('data', (part: string) => {
            text += part
          })
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
        },
      )
      sent.on('error', () => resolve(null))
      sent.end(body)
    } catch {
      // Node itself does not send it.
      resolve(null)
    }
  })
}

export async function soakWeb(folder: string, runs: number, seed: number): Promise<Figures> {
  const chance = chanceOf(seed)
  const tally = new Tally()
  const failures: string[] = []
  const file = path.join(folder, 'so.skc')
  await makeSample(file, folder)
  const screens = path.join(folder, 'man-hinh')
  fs.mkdirSync(screens)
  fs.writeFileSync(path.join(screens, 'index.html'), '<!doctype html>')
  fs.writeFileSync(path.join(folder, 'bi-mat.txt'), 'BÍ MẬT')
  const program = soakProgram(folder)
  await program.call('files.open', { path: file })
  const session = createSession()
  let entered = 0
  const answer = createAnswer(program, webShellCalls(null), () => undefined)
  const server = await startWebServer({
    answer: (name, input) => {
      entered += 1
      return answer(name, input)
    },
    session,
    rendererDir: screens,
    largestBody: 100_000,
    log: () => undefined,
  })
  const cookie = session.setCookie.split(';')[0] ?? ''
  try {
    for (let run = 0; run < runs; run += 1) {
      const right = { host: server.origin.slice(7), origin: server.origin, cookie, type: 'application/json' }
      // Mostly right, so that requests with one thing wrong come often, and some with nothing wrong.
      const mostly = (good: string, bad: readonly string[]) => (chance.often(0.75) ? good : chance.pick(bad))
      const given = {
        host: mostly(right.host, ['localhost', 'evil.example', `${right.host}.evil.example`, '127.0.0.1', 'x']),
        origin: mostly(right.origin, ['null', 'https://evil.example', `${right.origin}.evil.example`]),
        cookie: mostly(cookie, ['', 'skc=', `skc=${'0'.repeat(64)}`, `${cookie}0`, `a=b; ${cookie}x`]),
        type: mostly(right.type, ['text/plain', 'application/x-www-form-urlencoded', '']),
      }
      const method = chance.pick(['POST', 'POST', 'POST', 'GET', 'PUT', 'OPTIONS', 'HEAD'])
      const target = chance.pick([
        '/call',
        '/call',
        '/call',
        '/',
        '/../bi-mat.txt',
        '/%2e%2e/bi-mat.txt',
        '/..%5cbi-mat.txt',
        '/?token=x',
        `/${'a'.repeat(9_000)}`,
        '//evil.example/',
        '/call/..',
      ])
      const body = chance.pick([
        '{"name":"files.current","input":{}}',
        '{"name":"projects.list","input":{"limit":1}}',
        '{"name":"__proto__.x","input":{}}',
        '{"name":1}',
        '[]',
        'null',
        '{',
        '',
        `{"name":"files.current","input":"${'x'.repeat(200_000)}"}`,
        '\ud800',
      ])
      const { type, ...others } = given
      const headers = { ...others, ...(type === '' ? {} : { 'content-type': type }) }
      const before = entered
      const reply = await send(
        server.origin,
        method,
        target,
        headers,
        method === 'GET' || method === 'HEAD' ? '' : body,
      )
      const broken = (what: string) =>
        failures.push(`${what} ← ${method} ${target.slice(0, 60)} ${JSON.stringify(given)} ${body.slice(0, 80)}`)
      tally.add(reply === null ? 'bị ngắt' : reply.status < 400 ? 'được trả lời' : 'bị từ chối')
      const entitled =
        given.host === right.host && given.origin === right.origin && given.cookie === cookie && type === right.type
      if (entered > before && !(entitled && method === 'POST')) broken('lệnh lọt vào')
      if (reply === null) continue
      if (reply.status >= 500) broken(`trả lời ${reply.status}`)
      if (reply.body.includes('BÍ MẬT')) broken('đọc được tệp ngoài thư mục')
      if (reply.body.includes('"internal"')) broken('lỗi ngoài dự kiến')
    }
    tally.add('lệnh có quyền và được vào', entered)
  } finally {
    await server.close()
    await program.close()
  }
  return { name: 'Máy chủ trên máy này với yêu cầu bất kỳ', rows: tally.rows(), failures }
}
