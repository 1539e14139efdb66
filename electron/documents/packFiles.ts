// Files as one ZIP, stored as they are: PDF and DOCX are packed already. Equal files of an equal day are equal bytes.
import { crc32 } from 'node:zlib'

export interface PackedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Names are UTF-8. */
const FLAGS = 0x0800
const VERSION = 20

function dosDate(day: Date): number {
  return (Math.max(0, day.getUTCFullYear() - 1980) << 9) | ((day.getUTCMonth() + 1) << 5) | day.getUTCDate()
}

export function packFiles(files: readonly PackedFile[], day: Date): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8')
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(FLAGS, 2)
    common.writeUInt16LE(dosDate(day), 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL)
    chunks.push(local, common, path, content)
    const central = Buffer.alloc(6)
    central.writeUInt32LE(CENTRAL)
    central.writeUInt16LE(VERSION, 4)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(central, common, place, path)
    offset += local.length + common.length + path.length + content.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, entries, end])
}
