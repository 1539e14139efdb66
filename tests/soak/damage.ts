// Damages copies of a full data file, bit by bit and page by page, and opens them: each is refused in words, or its damage is
// told by the check, or what it holds is what it held. A changed figure that nobody is told of is the one thing not allowed.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Program } from '../../electron/program'
import type { Result } from '../../shared/contract/errors'
import { type Figures, Tally } from './figures'
import { makeFilledFile } from './filledFile'
import { soakProgram } from './paths'
import { type Chance, chanceOf } from './random'

const page = 4096

type Damage = (bytes: Buffer, chance: Chance) => Buffer

const oneBit: Damage = (bytes, chance) => {
  const at = chance.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
  return bytes
}

const oneByte: Damage = (bytes, chance) => {
  bytes[chance.below(bytes.length)] = chance.below(256)
  return bytes
}

const noise: Damage = (bytes, chance) => {
  chance.bytes(16 + chance.below(500)).copy(bytes, chance.below(bytes.length))
  return bytes
}

const zeroedSectors: Damage = (bytes, chance) => {
  const start = chance.below(bytes.length / 512) * 512
  return bytes.fill(0, start, start + 512 * (1 + chance.below(16)))
}

const cutOff: Damage = (bytes, chance) => bytes.subarray(0, chance.below(bytes.length))

const cutByPages: Damage = (bytes, chance) => bytes.subarray(0, page * (1 + chance.below(bytes.length / page)))

const swappedPages: Damage = (bytes, chance) => {
  const one = page * chance.below(bytes.length / page)
  const other = page * chance.below(bytes.length / page)
  const kept = Buffer.from(bytes.subarray(one, one + page))
  bytes.copy(bytes, one, other, other + page)
  kept.copy(bytes, other)
  return bytes
}

const stalePage: Damage = (bytes, chance) => {
  const one = page * chance.below(bytes.length / page)
  const other = page * chance.below(bytes.length / page)
  bytes.copy(bytes, one, other, other + page)
  return bytes
}

const inHeader: Damage = (bytes, chance) => {
  bytes[chance.below(100)] = chance.below(256)
  return bytes
}

const appended: Damage = (bytes, chance) => Buffer.concat([bytes, chance.bytes(1 + chance.below(3 * page))])

const kinds: readonly (readonly [weight: number, name: string, damage: Damage])[] = [
  [8, 'một bit', oneBit],
  [4, 'một byte', oneByte],
  [2, 'một đoạn', noise],
  [2, 'cung từ bằng không', zeroedSectors],
  [1, 'cắt cụt', cutOff],
  [1, 'cắt cụt theo trang', cutByPages],
  [1, 'hai trang đổi chỗ', swappedPages],
  [1, 'trang chép đè', stalePage],
  [2, 'phần đầu tệp', inHeader],
  [1, 'nối thêm rác', appended],
]
const byWeight = kinds.flatMap((kind) => Array.from({ length: kind[0] }, () => kind))

/** All that is in a file, whatever it means. */
export function contentHash(file: string): string {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  const hash = createHash('sha256')
  try {
    const tables = db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').raw().all() as [
      string,
      string | null,
    ][]
    hash.update(JSON.stringify(tables))
    for (const [name, sql] of tables) {
      if (sql?.startsWith('CREATE TABLE') !== true) continue
      for (const row of db.prepare(`SELECT * FROM "${name}"`).raw().iterate()) hash.update(JSON.stringify(row))
    }
    return hash.digest('hex')
  } finally {
    db.close()
  }
}

const questions: readonly (readonly [name: string, input: unknown])[] = [
  ['office.get', {}],
  ['establishments.list', { limit: 500 }],
  ['establishments.get', { id: 1 }],
  ['projects.list', { limit: 500 }],
  ['projects.get', { id: 1 }],
  ['plans.get', { year: 2022, programme: 'national' }],
  ['contracts.list', {}],
  ['changes.list', {}],
  ['history.journal', { from: '2000-01-01', to: '2100-01-01' }],
  ['search.everything', { text: 'vu loan' }],
  ['archive.outgoing', { year: 2022 }],
  ['workbooks.exportPlan', { year: 2022, programme: 'national', format: 'xlsx' }],
]

interface Checked {
  readonly ok: boolean
}

type Outcome = 'từ chối bằng lời' | 'mở được, kiểm tra nói ra' | 'vô hại: nội dung y nguyên' | 'ÂM THẦM'

async function openDamaged(
  program: Program,
  file: string,
  whole: string,
  broken: (what: string) => void,
): Promise<Outcome> {
  const known = (name: string, result: Result<unknown>) => {
    if (!result.ok && result.error.code === 'internal') broken(`${name} gặp lỗi ngoài dự kiến`)
    return result
  }
  const opened = known('files.open', await program.call('files.open', { path: file }))
  if (!opened.ok) return 'từ chối bằng lời'
  let told = false
  for (const [name, input] of questions) {
    const answer = known(name, await program.call(name, input))
    told ||= !answer.ok && answer.error.code === 'file.damaged'
  }
  const check = known('safety.check', await program.call('safety.check', {}))
  await program.call('files.close', {})
  if (!check.ok || !(check.value as Checked).ok || told) return 'mở được, kiểm tra nói ra'
  return contentHash(file) === whole ? 'vô hại: nội dung y nguyên' : 'ÂM THẦM'
}

export async function soakDamage(folder: string, copies: number, seed: number): Promise<Figures> {
  const chance = chanceOf(seed)
  const tally = new Tally()
  const failures: string[] = []
  const good = path.join(folder, 'tot.skc')
  await makeFilledFile(good, folder)
  const bytes = fs.readFileSync(good)
  const whole = contentHash(good)
  const file = path.join(folder, 'hong.skc')
  const program = soakProgram(folder)
  for (let index = 0; index < copies; index += 1) {
    const [, name, damage] = chance.pick(byWeight)
    const own = chance.below(2 ** 31)
    fs.writeFileSync(file, damage(Buffer.from(bytes), chanceOf(own)))
    const broken = (what: string) => failures.push(`${name}, bản ${index}, ${own} (seed ${seed}): ${what}`)
    const outcome = await openDamaged(program, file, whole, broken)
    if (outcome === 'ÂM THẦM') broken('nội dung đã đổi mà không ai nói ra')
    tally.add('bản hỏng đã thử')
    tally.add(outcome)
    for (const left of fs.readdirSync(folder).filter((one) => one.startsWith('hong.') || one.startsWith('.hong.')))
      fs.rmSync(path.join(folder, left), { recursive: true, force: true })
  }
  await program.close()
  return { name: `Tệp hỏng (${(bytes.length / 1e6).toFixed(1)} MB, đủ mọi phần việc)`, rows: tally.rows(), failures }
}
