// Packs named texts into a ZIP with the machine's own deflate, several times as quick as the one exceljs brings along.
// Dates are left at the format's zero, so that equal contents are equal bytes.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const VERSION = 20
const NAMES_ARE_UTF8 = 0x0800
const DEFLATED = 8
/** 1 January 1980: the first day a ZIP can tell. */
const FIRST_DAY = 0x0021

export function packZip(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const raw = Buffer.from(content, 'utf8')
    const packed = deflateRawSync(raw)
    const nameBytes = Buffer.from(name, 'utf8')
    const facts = describe(crc32(raw), packed.length, raw.length, nameBytes.length)

    const local = Buffer.alloc(30)
    local.writeUInt32LE(LOCAL_HEADER, 0)
    facts.copy(local, 4)
    pieces.push(local, nameBytes, packed)

    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(DIRECTORY_HEADER, 0)
    entry.writeUInt16LE(VERSION, 4)
    facts.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, nameBytes)
    offset += local.length + nameBytes.length + packed.length
  }
  const directoryLength = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_DIRECTORY, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directoryLength, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]))
}

/** The 26 bytes that a local header and an entry of the directory have in common. */
function describe(checksum: number, packedLength: number, length: number, nameLength: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(VERSION, 0)
  facts.writeUInt16LE(NAMES_ARE_UTF8, 2)
  facts.writeUInt16LE(DEFLATED, 4)
  facts.writeUInt16LE(FIRST_DAY, 8)
  facts.writeUInt32LE(checksum, 10)
  facts.writeUInt32LE(packedLength, 14)
  facts.writeUInt32LE(length, 18)
  facts.writeUInt16LE(nameLength, 22)
  return facts
}
