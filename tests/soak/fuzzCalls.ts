// Every call of the contract with made input: a value or words, in bounded time and memory; what is refused has changed nothing.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Program } from '../../electron/program'
import { problemCodes, type Result } from '../../shared/contract/errors'
import { allCalls } from '../../shared/contract/index'
import { type Figures, Tally } from './figures'
import { makeFilledFile } from './filledFile'
import { inputFor, type JsonSchema, spoil } from './fuzzInput'
import { soakProgram } from './paths'
import { type Chance, chanceOf } from './random'

const longestMilliseconds = 15_000
const mostMegabytes = 1_500

const hashOfFile = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

/** A wrong secret is written down before it is refused; that is what slows the next. */
const writesRefusals = /^people\./
/** These let the open file go, or put another in its place. */
const movesFiles = /^(files|safety\.restore)/

function wrongOf(result: Result<unknown>): string | null {
  if (result.ok) return null
  const { code, message } = result.error
  if (code === 'internal') return `lỗi ngoài dự kiến: ${message}`
  if (!problemCodes.includes(code)) return `mã lạ ${String(code)}`
  return message.length < 15 ? `lời quá ngắn: ${message}` : null
}

function shown(input: unknown): string {
  try {
    return JSON.stringify(input)?.slice(0, 300) ?? String(input)
  } catch {
    return String(input)
  }
}

interface OneCall {
  readonly name: string
  readonly kind: 'query' | 'command'
  readonly schema: JsonSchema
}

/** `every`: only each so-manieth call, for a short run. */
export async function soakCalls(folder: string, runsEach: number, seed: number, every = 1): Promise<Figures> {
  const tally = new Tally()
  const failures: string[] = []
  const whole = path.join(folder, 'mau.skc')
  await makeFilledFile(whole, folder)
  // Names without a folder are made where they harm nobody.
  const [home, work] = [process.cwd(), path.join(folder, 'cho')]
  const memory = process.memoryUsage().rss
  const calls = allCalls()
    .filter(({ call }) => call.needs !== 'shell')
    .filter((_, index) => index % every === 0)
  for (const [index, { name, call }] of calls.entries()) {
    fs.mkdirSync(work)
    process.chdir(work)
    const file = path.join(work, 'so.skc')
    fs.copyFileSync(whole, file)
    const log: string[] = []
    const program = soakProgram(folder, { log: (line) => log.push(line) })
    await program.call('files.open', { path: file })
    const schema = z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema
    try {
      await fuzzOne(program, file, { name, kind: call.kind, schema }, chanceOf(seed * 1_009 + index))
    } finally {
      await program.close()
      process.chdir(home)
      fs.rmSync(work, { recursive: true })
    }
    tally.add('lệnh của hợp đồng')

    async function fuzzOne(to: Program, at: string, one: OneCall, chance: Chance): Promise<void> {
      let before = hashOfFile(at)
      for (let run = 0; run < runsEach; run += 1) {
        const right = inputFor(one.schema, chance)
        const input = chance.often(0.3) ? right : spoil(chance.often(0.2) ? spoil(right, chance) : right, chance)
        const broken = (what: string) => {
          failures.push(`${one.name} ${what} ← ${shown(input)} ${log.at(-1)?.slice(0, 300) ?? ''}`)
        }
        const began = performance.now()
        const result = await to.call(one.name, input)
        const took = performance.now() - began
        tally.most('chậm nhất (ms)', took)
        if (took > longestMilliseconds) broken(`mất ${Math.round(took)} ms`)
        const wrong = wrongOf(result)
        if (wrong !== null) broken(wrong)
        tally.add(result.ok ? 'đầu vào được nhận' : 'đầu vào bị từ chối bằng lời')
        if (movesFiles.test(one.name)) continue
        const after = hashOfFile(at)
        if (after !== before && (!result.ok || one.kind === 'query') && !writesRefusals.test(one.name))
          broken('tệp đã đổi dù bị từ chối hoặc chỉ hỏi')
        before = after
      }
    }
  }
  const grown = (process.memoryUsage().rss - memory) / 1e6
  tally.most('bộ nhớ tăng (MB)', grown)
  if (grown > mostMegabytes) failures.push(`bộ nhớ tăng ${Math.round(grown)} MB`)
  if ('polluted' in {}) failures.push('nguyên mẫu của mọi đối tượng đã bị sửa')
  return { name: 'Mọi lệnh với đầu vào sai', rows: tally.rows(), failures }
}
