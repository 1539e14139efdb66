// The zip container of a workbook, read by its central directory so that sizes are known before anything is inflated.
import { crc32, inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly checksum: number
  readonly compressedSize: number
  readonly size: number
  readonly offset: number
}

/** The container is broken; the message is for the log, the words for people belong to the caller. */
export class DamagedZip extends Error {}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const wideEndSignature = 0x06064b50
const wideLocatorSignature = 0x07064b50
const entryLength = 46

function findEnd(bytes: Buffer): number {
  const longestComment = 0xffff
  const lowest = Math.max(0, bytes.length - 22 - longestComment)
  for (let at = bytes.length - 22; at >= lowest; at--) if (bytes.readUInt32LE(at) === endSignature) return at
  throw new DamagedZip('no end of central directory')
}

/** Writers that stream (.NET) leave 0xFFFFFFFF in the entry and the true sizes in the zip64 extra field. */
function wideFields(extra: Buffer, wanted: number): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const id = extra.readUInt16LE(at)
    const length = extra.readUInt16LE(at + 2)
    if (id === 1 && at + 4 + wanted * 8 <= extra.length && wanted * 8 <= length)
      return Array.from({ length: wanted }, (_, index) => Number(extra.readBigUInt64LE(at + 4 + index * 8)))
    at += 4 + length
  }
  throw new DamagedZip('zip64 field missing')
}

interface Directory {
  readonly count: number
  readonly start: number
  /** One past its last entry, at most. */
  readonly end: number
}

function findDirectory(bytes: Buffer): Directory {
  const end = findEnd(bytes)
  const narrow = { count: bytes.readUInt16LE(end + 10), start: bytes.readUInt32LE(end + 16), end }
  const overflows = narrow.count === 0xffff || narrow.start === 0xffffffff
  const locator = end - 20
  if (!overflows || locator < 0 || bytes.readUInt32LE(locator) !== wideLocatorSignature) return narrow
  const wideEnd = Number(bytes.readBigUInt64LE(locator + 8))
  if (wideEnd + 56 > locator || bytes.readUInt32LE(wideEnd) !== wideEndSignature)
    throw new DamagedZip('zip64 end of central directory missing')
  return {
    count: Number(bytes.readBigUInt64LE(wideEnd + 32)),
    start: Number(bytes.readBigUInt64LE(wideEnd + 48)),
    end: wideEnd,
  }
}

/** No workbook has more parts than a plain zip can list. */
const mostEntries = 0xffff

export function listZip(bytes: Buffer): ZipEntry[] {
  if (bytes.length < 22) throw new DamagedZip('too short')
  const { count, start, end } = findDirectory(bytes)
  if (count > mostEntries) throw new DamagedZip(`${count} entries`)
  let at = start
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + entryLength > end || bytes.readUInt32LE(at) !== entrySignature)
      throw new DamagedZip(`central directory broken at entry ${index}`)
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const commentLength = bytes.readUInt16LE(at + 32)
    const name = bytes.toString('utf8', at + entryLength, at + entryLength + nameLength)
    const extra = bytes.subarray(at + entryLength + nameLength, at + entryLength + nameLength + extraLength)
    const narrow = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    const wide = wideValues(narrow, extra)
    entries.push({
      name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      checksum: bytes.readUInt32LE(at + 16),
      size: wide[0] ?? 0,
      compressedSize: wide[1] ?? 0,
      offset: wide[2] ?? 0,
    })
    at += entryLength + nameLength + extraLength + commentLength
  }
  return entries
}

function wideValues(narrow: readonly number[], extra: Buffer): number[] {
  const overflowing = narrow.filter((value) => value === 0xffffffff).length
  if (overflowing === 0) return [...narrow]
  const wide = wideFields(extra, overflowing)
  return narrow.map((value) => (value === 0xffffffff ? (wide.shift() ?? 0) : value))
}

/** The bytes of an entry as they lie in the file, packed or not. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== localSignature)
    throw new DamagedZip(`${entry.name}: no local header`)
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  if (start + entry.compressedSize > bytes.length) throw new DamagedZip(`${entry.name}: cut short`)
  return bytes.subarray(start, start + entry.compressedSize)
}

/** Never gives more bytes than the entry declares, and only bytes that match its checksum. */
export function inflateEntry(bytes: Buffer, entry: ZipEntry): Buffer {
  const packed = packedBytes(bytes, entry)
  const content = entry.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== entry.size || crc32(content) !== entry.checksum)
    throw new DamagedZip(`${entry.name}: content differs from its declared size or checksum`)
  return content
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method !== 8) throw new DamagedZip(`${entry.name}: unknown compression ${entry.method}`)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    throw new DamagedZip(`${entry.name}: ${error instanceof Error ? error.message : 'not inflatable'}`)
  }
}
