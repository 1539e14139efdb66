// Import of establishments as offices keep them: preview and writing, beside programs that only read the same file.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import exceljs from 'exceljs'
import { establishmentName } from './establishmentNames'
import type { Figure } from './importApart'
import { say } from './measure'
import { runPython } from './python'

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

const target = 'ours ≤ 15 s and ≤ 400 MB for the whole process'

/**
 * 20,000 establishments as offices keep them, checked and written the way the window does it: in a thread, in a process of its
 * own, whose greatest size is what the machine must have. Beside it exceljs and openpyxl, each only reading the same file.
 */
export async function benchImport(folder: string): Promise<void> {
  for (const rows of [2_000, 20_000]) {
    const file = path.join(folder, `nhap-${rows}.xlsx`)
    fs.writeFileSync(file, await messyWorkbook(rows))
    const ours = runApart('ours', file)
    const peers = [
      ...runApart('exceljs', file).map((one) => ({ ...one, name: 'exceljs reading the same file, nothing checked' })),
      ...openpyxlReading(file),
    ]
    const [whole, preview] = ours
    if (whole === undefined || preview === undefined) return
    say(`\nImport of ${rows} messy rows   [target: ${target}]`)
    say(
      `  ours: checked and written ${seconds(whole.milliseconds)}, the preview before it ${seconds(preview.milliseconds)}, ${whole.megabytes} MB at most; no call waited longer than ${Math.round(whole.longestWait)} ms`,
    )
    for (const peer of peers)
      say(
        `  peer: ${peer.name}: ${seconds(peer.milliseconds)}, ${peer.megabytes} MB → ours ÷ peer ${(whole.milliseconds / peer.milliseconds).toFixed(1)} in time, ${(whole.megabytes / peer.megabytes).toFixed(2)} in memory`,
      )
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`

/** The greatest size of a process can only be had of one that does nothing else. */
function runApart(who: 'ours' | 'exceljs', file: string): Figure[] {
  const answer = execFileSync(
    process.execPath,
    [fileURLToPath(new URL('./importApart.js', import.meta.url)), who, file],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return JSON.parse(answer) as Figure[]
}

const openpyxlRead = `
import resource, sys, time
from openpyxl import load_workbook
start = time.perf_counter()
rows = sum(1 for sheet in load_workbook(sys.argv[1]) for row in sheet.iter_rows(values_only=True))
took = (time.perf_counter() - start) * 1000
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
`

function openpyxlReading(file: string): Figure[] {
  const answer = runPython(openpyxlRead, [file])
  if (answer === null) {
    say('  peer: openpyxl: not on this machine')
    return []
  }
  const [took = 0, size = 0] = answer.trim().split(' ').map(Number)
  const name = 'openpyxl reading the same file, nothing checked'
  return [{ name, milliseconds: took, megabytes: Math.round(size), longestWait: took }]
}
