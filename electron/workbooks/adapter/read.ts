// Bytes of a file → plain data, whatever program wrote it; what cannot be read is refused in words that say what to do.
import type { RawWorkbook } from '../import/rawWorkbook'
import { megabytes, type ReadLimits, readLimits, unreadable } from './readLimits'
import { decodeText } from './textFile'
import { readTextTable } from './textTable'
import { readXlsx } from './xlsxPackage'

/** @throws Refusal workbook.unreadable */
export function readWorkbook(bytes: Uint8Array, limits: ReadLimits = readLimits): RawWorkbook {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) throw unreadable('tệp rỗng (0 byte).')
  if (file.length > limits.fileBytes)
    throw unreadable(
      `tệp nặng ${megabytes(file.length)}, quá mức ${megabytes(limits.fileBytes)}. Hãy bỏ ảnh và các trang không cần rồi lưu lại.`,
    )
  const signature = file.toString('hex', 0, 4)
  if (signature === 'd0cf11e0') throw unreadable(wordsForCompoundFile(file))
  if (signature === '504b0304') return readXlsx(file, limits)
  const otherWords = wordsForOtherFile(file)
  if (otherWords !== null) throw unreadable(otherWords)
  const decoded = decodeText(file)
  if (decoded === null) throw unreadable('tệp không phải sổ tính .xlsx hay bảng CSV, hoặc đã hỏng ngay từ đầu tệp.')
  const start = decoded.text.slice(0, 512).trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<\?xml|<table|<meta|<style|mime-version:)/.test(start))
    throw unreadable(
      'đây là trang web (HTML/XML) mang đuôi Excel. Hãy mở bằng Excel, chọn “Lưu thành” loại Excel Workbook (.xlsx) rồi chọn tệp mới.',
    )
  return readTextTable(decoded, limits)
}

function wordsForOtherFile(file: Buffer): string | null {
  const start = file.toString('latin1', 0, 16).trimStart()
  if (start.startsWith('%PDF')) return 'đây là tệp PDF. Hãy xin tệp Excel gốc, hoặc nhập tay các dòng cần thiết.'
  if (start.startsWith('{\\rtf')) return 'đây là tệp văn bản RTF. Hãy chép bảng sang Excel và lưu thành .xlsx.'
  if (start.startsWith('Rar!') || start.startsWith('7z'))
    return 'đây là tệp nén (.rar, .7z). Hãy giải nén rồi chọn tệp .xlsx bên trong.'
  // Excel 2 to 4 wrote their sheets bare, without a container.
  if (/^09(?:00|02|04)0[46]00/.test(file.toString('hex', 0, 4))) return oldExcelWords
  return null
}

const oldExcelWords =
  'đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel hoặc LibreOffice, “Lưu thành” loại Excel Workbook (.xlsx) rồi chọn tệp mới.'

/** Old binary workbooks and password-protected new ones live in the same kind of container; their directory names tell them apart. */
function wordsForCompoundFile(file: Buffer): string {
  const has = (name: string) => file.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo'))
    return 'tệp có mật khẩu. Hãy mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ tính để bỏ mật khẩu, lưu lại rồi chọn lại tệp.'
  if (has('WordDocument')) return 'đây là tệp Word kiểu cũ (.doc). Hãy chép bảng sang Excel và lưu thành .xlsx.'
  return oldExcelWords
}
