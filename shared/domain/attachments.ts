// Which files may be attached to a record: told by their bytes, never by their name alone. Programs are refused.

export const attachmentKinds = ['pdf', 'docx', 'xlsx', 'png', 'jpg'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

export const attachmentMediaTypes: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
}

/**
 * 20 MB holds some sixty pages scanned at 200 dpi. Attachments live in the one data file that staff copy to a stick and
 * back up every day: larger ones would make both too slow to be done.
 */
export const largestAttachment = 20 * 1024 * 1024

export type AttachmentVerdict =
  | { readonly kind: AttachmentKind }
  | { readonly refused: { readonly at: 'fileName' | 'base64'; readonly message: string } }

const asciiAt = (bytes: Uint8Array, at: number, text: string) =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) =>
  start.every((value, index) => bytes[index] === value)

const programExtensions =
  /\.(?:exe|com|scr|pif|msi|msp|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|cpl|dll|sys|lnk|reg|jar|apk|sh|app|dmg|iso|img)$/i

/** Windows, Linux and macOS programs, Java classes, scripts. */
function isProgram(bytes: Uint8Array): boolean {
  return (
    asciiAt(bytes, 0, 'MZ') ||
    startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46) ||
    startsWith(bytes, 0xfe, 0xed, 0xfa, 0xce) ||
    startsWith(bytes, 0xfe, 0xed, 0xfa, 0xcf) ||
    startsWith(bytes, 0xce, 0xfa, 0xed, 0xfe) ||
    startsWith(bytes, 0xcf, 0xfa, 0xed, 0xfe) ||
    startsWith(bytes, 0xca, 0xfe, 0xba, 0xbe) ||
    asciiAt(bytes, 0, '#!')
  )
}

const endOfZip = 22
const longestZipComment = 0xffff

/** Names of the entries of a zip, from its central directory; null when the directory cannot be followed. */
function zipNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = -1
  for (let at = bytes.length - endOfZip; at >= Math.max(0, bytes.length - endOfZip - longestZipComment); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at
      break
    }
  if (end === -1) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const names: string[] = []
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    const from = at + 46
    if (from + nameLength > bytes.length) return null
    names.push(String.fromCharCode(...bytes.subarray(from, from + nameLength)))
    at = from + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function officeKind(bytes: Uint8Array): AttachmentKind | 'macros' | null {
  const names = zipNames(bytes)
  if (names === null || !names.includes('[Content_Types].xml')) return null
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) return 'macros'
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/** Some scanners write a line or two before the mark of a PDF; readers look for it in the first kilobyte. */
const pdfMarkWithin = 1024

function isPdf(bytes: Uint8Array): boolean {
  const last = Math.min(pdfMarkWithin, bytes.length - 5)
  for (let at = 0; at <= last; at += 1) if (bytes[at] === 0x25 && asciiAt(bytes, at, '%PDF-')) return true
  return false
}

const extensions: Readonly<Record<AttachmentKind, RegExp>> = {
  pdf: /\.pdf$/i,
  docx: /\.docx$/i,
  xlsx: /\.xlsx$/i,
  png: /\.png$/i,
  jpg: /\.jpe?g$/i,
}

const refuse = (at: 'fileName' | 'base64', message: string): AttachmentVerdict => ({ refused: { at, message } })

export const attachmentTooLarge = `Tệp lớn quá ${largestAttachment / 1024 / 1024} MB. Hãy quét lại ở mức đen trắng 200 dpi hoặc tách thành nhiều tệp.`
export const attachmentEmpty = 'Tệp rỗng, không có gì để đính kèm.'

export function judgeAttachment(fileName: string, bytes: Uint8Array): AttachmentVerdict {
  if (bytes.length === 0) return refuse('base64', attachmentEmpty)
  if (bytes.length > largestAttachment) return refuse('base64', attachmentTooLarge)
  if (isProgram(bytes) || programExtensions.test(fileName))
    return refuse('base64', 'Tệp chương trình hoặc tập lệnh không được đính kèm vì có thể mang mã độc.')
  const kind = kindOf(bytes)
  if (kind === 'macros')
    return refuse('base64', 'Tệp Word, Excel có macro không được đính kèm. Hãy lưu lại dạng không có macro.')
  if (kind === 'old-office')
    return refuse(
      'base64',
      'Tệp Word, Excel dạng cũ (.doc, .xls). Hãy mở và lưu thành .docx, .xlsx hoặc .pdf rồi đính kèm.',
    )
  if (kind === null)
    return refuse('base64', 'Không nhận ra loại tệp. Chỉ nhận PDF, Word (.docx), Excel (.xlsx), ảnh PNG và JPG.')
  if (!extensions[kind].test(fileName))
    return refuse(
      'fileName',
      `Nội dung là ${kind.toUpperCase()} nhưng tên tệp không có đuôi .${kind}. Hãy đổi lại tên tệp.`,
    )
  return { kind }
}

function kindOf(bytes: Uint8Array): AttachmentKind | 'macros' | 'old-office' | null {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpg'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-office'
  if (asciiAt(bytes, 0, 'PK')) return officeKind(bytes)
  return isPdf(bytes) ? 'pdf' : null
}
