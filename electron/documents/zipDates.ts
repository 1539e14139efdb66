// Sets every date inside a zip file to its earliest, so that equal contents are equal bytes whenever they were packed.

const END_OF_DIRECTORY = 0x06054b50
const END_LENGTH = 22
/** 1 January 1980, 00:00: the zero of the zip format. */
const FIRST_DAY = 0x0021
const MIDNIGHT = 0

/** Changes the bytes given. The file must have no comment, as our own packers write it. */
export function forgetZipDates(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.byteLength - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('not a zip file without a comment')
  let entry = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    const local = view.getUint32(entry + 42, true)
    setDate(view, entry + 12)
    setDate(view, local + 10)
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return bytes
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, MIDNIGHT, true)
  view.setUint16(at + 2, FIRST_DAY, true)
}
