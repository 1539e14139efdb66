// Some parts of a zip replaced, all others kept as they lie in the file, byte for byte and in their order.
import { crc32, deflateRawSync } from 'node:zlib'
import { listZip, packedBytes, type ZipEntry } from './zip'

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const VERSION = 20
const NAMES_ARE_UTF8 = 0x0800
const STORED = 0
const DEFLATED = 8
/** 1 January 1980: the first day a ZIP can tell. */
const FIRST_DAY = 0x0021

interface Part {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly size: number
  readonly packed: Buffer
}

/** @throws DamagedZip */
export function patchZip(file: Buffer, replaced: ReadonlyMap<string, Buffer>): Buffer {
  const wanted = new Map([...replaced].map(([name, content]) => [name.toLowerCase(), content]))
  const seen = new Set<string>()
  const parts = listZip(file).flatMap((entry): Part[] => {
    const key = entry.name.toLowerCase()
    // Of two parts of one name readers take the first; a second is what attackers hide things in.
    if (seen.has(key)) return []
    seen.add(key)
    const content = wanted.get(key)
    return [content === undefined ? kept(file, entry) : packed(entry.name, content)]
  })
  return pack(parts)
}

function kept(file: Buffer, entry: ZipEntry): Part {
  const { name, method, checksum, size } = entry
  return { name, method, checksum, size, packed: packedBytes(file, entry) }
}

function packed(name: string, content: Buffer): Part {
  return { name, method: DEFLATED, checksum: crc32(content), size: content.length, packed: deflateRawSync(content) }
}

function pack(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    const facts = describe(part, name.length)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(LOCAL_HEADER, 0)
    facts.copy(local, 4)
    pieces.push(local, name, part.packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(DIRECTORY_HEADER, 0)
    entry.writeUInt16LE(VERSION, 4)
    facts.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, name)
    offset += local.length + name.length + part.packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_DIRECTORY, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}

/** The 26 bytes that a local header and an entry of the directory have in common. */
function describe(part: Part, nameLength: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(VERSION, 0)
  facts.writeUInt16LE(NAMES_ARE_UTF8, 2)
  facts.writeUInt16LE(part.method === STORED ? STORED : DEFLATED, 4)
  facts.writeUInt16LE(FIRST_DAY, 8)
  facts.writeUInt32LE(part.checksum, 10)
  facts.writeUInt32LE(part.packed.length, 14)
  facts.writeUInt32LE(part.size, 18)
  facts.writeUInt16LE(nameLength, 22)
  return facts
}
