// Damaged and twisted workbooks and CSV files, thousands of them, through the whole reading side of an import: each is read or
// refused in words, quickly, within a bounded memory. Equal seeds are equal files, so that what fails can be had again.
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import JSZip from 'jszip'
import { packZip, type ZipPart } from '../../electron/workbooks/adapter/packZip'
import { Refusal } from '../../shared/contract/errors'
import { fixture, previewOf, writeBook } from '../workbooks/importSupport'
import { type Chance, chanceOf } from './random'

export interface FuzzCounts {
  readonly runs: number
  readonly read: number
  readonly refused: number
  readonly slowestMilliseconds: number
  /** How far the process grew over where it began. */
  readonly grownMegabytes: number
}

/** None of the files has more than a few hundred rows: what takes longer hangs. */
const longestMilliseconds = 10_000
const mostMegabytes = 700

/** @throws Error that names the seed and run of the first file that was neither read nor refused in words */
export async function fuzzWorkbooks(runs: number, seed: number): Promise<FuzzCounts> {
  const sources = await makeSources()
  const before = process.memoryUsage().rss
  let read = 0
  let refused = 0
  let slowestMilliseconds = 0
  let grown = 0
  for (let run = 0; run < runs; run += 1) {
    const chance = chanceOf(seed * 1_000_003 + run)
    const { name, bytes } = mutate(sources, chance)
    const began = performance.now()
    try {
      previewOf(bytes, { fileName: name })
      read += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw failed(error, bytes, { name, seed, run })
      refused += 1
    }
    const took = performance.now() - began
    slowestMilliseconds = Math.max(slowestMilliseconds, took)
    grown = Math.max(grown, (process.memoryUsage().rss - before) / (1024 * 1024))
    if (took > longestMilliseconds) throw failed(new Error(`took ${Math.round(took)} ms`), bytes, { name, seed, run })
    if (grown > mostMegabytes) throw failed(new Error(`grew by ${Math.round(grown)} MB`), bytes, { name, seed, run })
    // The soak's clock and its Ctrl+C go on.
    if (run % 50 === 49) await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    runs,
    read,
    refused,
    slowestMilliseconds: Math.round(slowestMilliseconds),
    grownMegabytes: Math.round(grown),
  }
}

interface Origin {
  readonly name: string
  readonly seed: number
  readonly run: number
}

function failed(error: unknown, bytes: Uint8Array, { name, seed, run }: Origin): Error {
  const folder = path.join(tmpdir(), 'skc-fuzz')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${seed}-${run}-${name}`)
  writeFileSync(file, bytes)
  return new Error(
    `seed ${seed}, run ${run}: ${error instanceof Error ? error.message : String(error)}; kept as ${file}`,
    {
      cause: error,
    },
  )
}

interface Source {
  readonly bytes: Buffer
  readonly parts: readonly ZipPart[]
}

interface Sources {
  readonly books: readonly Source[]
  readonly texts: readonly Buffer[]
}

async function makeSources(): Promise<Sources> {
  const small = [
    ['STT', 'Tên cơ sở', 'Mã số thuế', 'Địa chỉ', 'Số lao động'],
    [1, 'HTX Yến Dương', '0100109106', 'xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn', 12],
    [2, 'Công ty "A" & B', '4700200003', 'Tổ 3, P. Huyền Tụng, TP. Bắc Kạn', { formula: '5+5', value: 10 }],
  ] as const
  const books = [
    fixture('co-so-cnnt-lon-xon.xlsx'),
    fixture('ke-hoach-khuyen-cong-2022.xlsx'),
    await writeBook([{ name: 'Danh sách', rows: small, merges: ['A1:A1'] }], { strings: 'shared', prefix: 'x' }),
    await writeBook([{ name: 'Danh sách', rows: small }], { date1904: true }),
  ]
  const csv = [
    'STT;Tên cơ sở;Mã số thuế;Địa chỉ;Số lao động',
    '1;HTX Yến Dương;0100109106;"xã Yến Dương; huyện Ba Bể";12',
    '2;"Công ty ""A""";4700200003;"Tổ 3,\r\nP. Huyền Tụng";9',
  ].join('\r\n')
  return {
    books: await Promise.all(books.map(async (bytes) => ({ bytes, parts: await partsOf(bytes) }))),
    texts: [
      Buffer.from(`\ufeff${csv}`),
      Buffer.from(`\ufeff${csv}`, 'utf16le'),
      Buffer.from('STT;Tªn c¬ së;§Þa chØ\r\n1;Hîp t¸c x· YÕn D­¬ng;x· YÕn D­¬ng\r\n', 'latin1'),
    ],
  }
}

async function partsOf(bytes: Buffer): Promise<ZipPart[]> {
  const zip = await JSZip.loadAsync(bytes)
  return Promise.all(
    Object.values(zip.files).flatMap((file) =>
      file.dir ? [] : [file.async('string').then((content) => ({ name: file.name, content }))],
    ),
  )
}

function mutate({ books, texts }: Sources, chance: Chance): { readonly name: string; readonly bytes: Buffer } {
  const kind = chance.pick(['flip', 'cut', 'splice', 'parts', 'xml', 'xml', 'xml', 'text', 'text'] as const)
  const book = chance.pick(books)
  switch (kind) {
    case 'flip':
      return { name: 'lat.xlsx', bytes: flipped(book.bytes, chance) }
    case 'cut':
      return { name: 'cut.xlsx', bytes: book.bytes.subarray(0, chance.below(book.bytes.length)) }
    case 'splice':
      return { name: 'ghep.xlsx', bytes: spliced(book.bytes, chance) }
    case 'parts':
      return { name: 'doi-cho.xlsx', bytes: Buffer.from(packZip(shuffled(book.parts, chance))) }
    case 'xml':
      return { name: 'xml.xlsx', bytes: Buffer.from(packZip(twisted(book.parts, chance))) }
    case 'text': {
      const text = chance.pick(texts)
      return { name: 'a.csv', bytes: chance.often(0.5) ? flipped(text, chance) : spliced(text, chance) }
    }
  }
}

function flipped(bytes: Buffer, chance: Chance): Buffer {
  const changed = Buffer.from(bytes)
  const times = 1 + chance.below(12)
  for (let time = 0; time < times; time += 1) changed[chance.below(changed.length)] = chance.below(256)
  return changed
}

/** A stretch taken out, repeated, or put in another place. */
function spliced(bytes: Buffer, chance: Chance): Buffer {
  const from = chance.below(bytes.length)
  const stretch = bytes.subarray(from, from + chance.below(400))
  const rest = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + stretch.length)])
  const at = chance.below(rest.length)
  const copies = Array.from({ length: chance.below(4) }, () => stretch)
  return Buffer.concat([rest.subarray(0, at), ...copies, rest.subarray(at)])
}

/** Parts under one another's names, left out, twice, or in another order. */
function shuffled(parts: readonly ZipPart[], chance: Chance): ZipPart[] {
  const changed = [...parts]
  const times = 1 + chance.below(3)
  for (let time = 0; time < times && changed.length > 1; time += 1) {
    const one = chance.below(changed.length)
    const other = chance.below(changed.length)
    const [first, second] = [changed[one], changed[other]]
    if (first === undefined || second === undefined) continue
    if (chance.often(0.3)) changed.splice(one, 1)
    else if (chance.often(0.5)) changed.push({ name: first.name, content: second.content })
    else {
      changed[one] = { name: first.name, content: second.content }
      changed[other] = { name: second.name, content: first.content }
    }
  }
  return changed
}

const hostile = [
  '-1',
  '1e309',
  'NaN',
  '99999999999999999999',
  'A1048577',
  'XFE1',
  '__proto__',
  'constructor',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '_x0000_',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<!DOCTYPE a>',
  '"',
  "'",
  '<',
  '</',
  '/>',
  '<c>',
  '<row>',
  '</sheetData>',
  '<f t="shared" si="0"/>',
  ' t="s"',
  ' t="d"',
  ' r="A1"',
  ' s="999999"',
  '\u0000',
  '\ufffe',
  'ệ'.repeat(500),
  '<a>'.repeat(400),
  '44562.999999',
  '2958466',
]

/** One part's XML with its numbers, names, tags or letters changed. */
function twisted(parts: readonly ZipPart[], chance: Chance): ZipPart[] {
  const chosen = chance.pick(parts)
  let content = chosen.content
  const times = 1 + chance.below(4)
  for (let time = 0; time < times; time += 1) content = twistOnce(content, chance)
  return parts.map((part) => (part === chosen ? { name: part.name, content } : part))
}

function twistOnce(xml: string, chance: Chance): string {
  const at = chance.below(xml.length)
  const mark = chance.below(100)
  if (mark < 40) return xml.slice(0, at) + chance.pick(hostile) + xml.slice(at)
  if (mark < 60) return xml.slice(0, at) + xml.slice(at + chance.below(60))
  const values = [...xml.matchAll(/="[^"]*"|>[^<]+</g)]
  if (values.length === 0) return xml
  const value = chance.pick(values)
  const inside = value[0].startsWith('>') ? `>${chance.pick(hostile)}<` : `="${chance.pick(hostile)}"`
  return mark < 90
    ? xml.slice(0, value.index) + inside + xml.slice(value.index + value[0].length)
    : xml.replace(new RegExp(`<(/?)${chance.pick(['row', 'c', 'v', 'sheet', 'si', 't', 'xf', 'is'])}\\b`, 'g'), '<$1q')
}
