// Import of 2,000 establishments as offices keep them: preview and writing, beside exceljs only reading the same file.
import path from 'node:path'
import exceljs from 'exceljs'
import { createProgram } from '../../electron/program'
import { resourcesDir } from './bigOffice'
import { establishmentName } from './establishmentNames'
import { type Measured, milliseconds, say, sayBeside } from './measure'

const headings = [
  'STT',
  'Tên cơ sở',
  'Loại hình',
  'Mã số thuế',
  'Địa chỉ',
  'Người đại diện',
  'Điện thoại',
  'Số lao động',
  'Doanh thu (triệu đồng)',
  'Ngày cấp ĐKKD',
]
const addresses = [
  'Thôn Nà Tuồng, xã Văn Vũ, huyện Na Rì, tỉnh Bắc Kạn',
  'xã Yến Dương - huyện Ba Bể - Bắc Kạn',
  'Tổ 3, P. Huyền Tụng, TP. Bắc Kạn',
  'Thị trấn Chợ Rã, Ba Bể, Bắc Kạn',
]

async function messyWorkbook(rows: number): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Danh sách')
  sheet.addRow(['DANH SÁCH CƠ SỞ CÔNG NGHIỆP NÔNG THÔN NĂM 2025'])
  sheet.addRow([])
  sheet.addRow(headings)
  for (let index = 0; index < rows; index += 1) {
    const name = establishmentName(index)
    sheet.addRow([
      index + 1,
      index % 3 === 0 ? name.normalize('NFD') : ` ${name}  `,
      index % 2 === 0 ? 'HTX' : 'Công ty TNHH',
      String(4_700_000_000 + index),
      addresses[index % addresses.length],
      `Người đại diện ${index}`,
      `0209.38${String(index).padStart(5, '0')}`,
      index % 5 === 0 ? `${index % 90} lao động` : index % 90,
      index % 2 === 0 ? `${(index % 900) + 1}.${String(index % 1000).padStart(3, '0')},5` : index,
      `${String((index % 27) + 1).padStart(2, '0')}/03/2018`,
    ])
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export async function benchImport(folder: string): Promise<void> {
  const rows = 2_000
  const bytes = await messyWorkbook(rows)
  const program = createProgram({ resourcesDir, userDataDir: folder })
  await program.call('files.create', { path: path.join(folder, 'nhap.skc') })
  const input = { fileName: 'lon-xon.xlsx', base64: bytes.toString('base64'), kind: null, year: null }
  const run = async (name: string) => {
    const result = await program.call(name, input)
    if (!result.ok) throw new Error(`${result.error.message} ${JSON.stringify(result.error.fields.slice(0, 3))}`)
    return result.value
  }
  const preview = await milliseconds(() => run('workbooks.previewImport'))
  const written = await milliseconds(() => run('workbooks.runImport'))
  await program.close()
  const reading = await milliseconds(async () => {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  })
  const ours: Measured = { name: `${rows} rows checked and written`, median: written, fastest: written }
  const peer: Measured = { name: 'exceljs reading the same file, nothing checked', median: reading, fastest: reading }
  sayBeside(`Import of ${rows} messy rows`, ours, [peer], 'ours ≤ 3 s')
  say(`  preview alone ${preview.toFixed(0)} ms (first use: address book and rules loaded)`)
}
