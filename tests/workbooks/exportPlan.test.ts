// The plan as it goes out of a real data file: the sample plan of Bắc Kạn, both programmes, both formats.
import path from 'node:path'
import exceljs from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDataFile } from '../../electron/database/dataFile'
import { Session } from '../../electron/database/session'
import { inProcessRenderer } from '../../electron/documents/renderService'
import { createAdminUnits } from '../../electron/office/adminUnits'
import { loadContentGroups } from '../../electron/office/contentGroups'
import { readOffice } from '../../electron/office/reader'
import { fillSample } from '../../electron/program/sample'
import { exportPlan, exportYear, type PlanExportInput, planSheetOptions } from '../../electron/workbooks/exportPlan'
import type { PlanHeader } from '../../shared/contract/plans'
import { type FileOut, fileOut } from '../../shared/contract/values'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { tempFolders } from '../support/tempFolder'
import { hasTool } from '../support/tools'

const resourcesDir = path.resolve('resources')
const units = createAdminUnits({ overlay: path.join(resourcesDir, 'administrativeUnits.json') })
const groups = loadContentGroups(resourcesDir)
const services = { contentGroups: () => groups, renderer: inProcessRenderer() }
const folder = tempFolders()
let session: Session

function openEmpty(): Session {
  const file = path.join(folder(), 'mau.skc')
  createDataFile(file)
  return Session.open(file, {
    actor: { name: 'thử', host: 'máy thử' },
    clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
  })
}

beforeEach(async () => {
  session = openEmpty()
  await fillSample(session, { resourcesDir, units })
})
afterEach(() => session.close())

async function exported(input: PlanExportInput): Promise<FileOut> {
  const later = await session.read((reader) => exportPlan(reader, input, services))
  return fileOut.parse(await later.run((read) => session.read(read)))
}

async function cellsOf(file: FileOut): Promise<exceljs.Cell[]> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(new Uint8Array(Buffer.from(file.base64, 'base64')).buffer)
  const cells: exceljs.Cell[] = []
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cell.master === cell && cells.push(cell)))
  return cells
}

/** Amounts of the total row, in triệu đồng. */
function totalsIn(cells: readonly exceljs.Cell[]): number[] {
  const row = cells.find((cell) => cell.value === 'Tổng cộng')?.row
  return cells.flatMap((cell) => (cell.row === row && cell.formula !== undefined ? [Number(cell.result ?? 0)] : []))
}

/** Every word on A4 pages that lie on their side; a cell's lines are read in another order by each program. */
function wordsIn(pdf: Uint8Array): string[] {
  const pages = pdfPages(pdf)
  for (const page of pages) expect(page.width).toBeGreaterThan(page.height)
  return pages.flatMap((page) => page.words.map((word) => word.text)).sort()
}

const totals = async (input: PlanExportInput) => totalsIn(await cellsOf(await exported(input)))

describe('exporting a plan', () => {
  test('the published figures of 2022 come out of the file', async () => {
    expect(await totals({ year: 2022, programme: 'national', format: 'xlsx' })).toEqual([1620, 700, 0, 920, 0])
    expect(await totals({ year: 2022, programme: 'local', format: 'xlsx' })).toEqual([776.5, 496, 280.5])
  })

  test('both programmes of a year stand on one sheet, with what the State gives and what all costs', async () => {
    const later = await session.read((reader) => exportYear(reader, { year: 2022, format: 'xlsx' }, services))
    const file = await later.run((read) => session.read(read))
    expect(file.fileName).toBe('tong-hop-ke-hoach-2022.xlsx')
    expect(totalsIn(await cellsOf(file))).toEqual([2396.5, 700, 496, 1200.5])
    const texts = (await cellsOf(file)).map((cell) => cell.text)
    expect(texts).toContain('Bằng chữ (kinh phí khuyến công hỗ trợ): Một tỷ một trăm chín mươi sáu triệu đồng.')
    await expect(session.read((reader) => exportYear(reader, { year: 2030, format: 'pdf' }, services))).rejects.toThrow(
      /năm 2030 chưa có đề án nào/,
    )
  })

  test('names, contents, office and signer stand in the table', async () => {
    const file = await exported({ year: 2022, programme: 'local', format: 'xlsx' })
    expect(file.fileName).toBe('ke-hoach-kcdp-2022.xlsx')
    const texts = (await cellsOf(file)).map((cell) => cell.text)
    expect(texts).toEqual(
      expect.arrayContaining([
        'SỞ CÔNG THƯƠNG TỈNH BẮC KẠN',
        'KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2022',
        'Đơn vị tính: triệu đồng',
        'Tổ chức bình chọn sản phẩm CNNT tiêu biểu cấp tỉnh năm 2022',
        groups.find((group) => group.code === 'ND4')?.name,
        'GIÁM ĐỐC',
      ]),
    )
  })

  test.skipIf(!hasTool('pdftotext'))('the PDF says the same', async () => {
    const { base64, mediaType } = await exported({ year: 2022, programme: 'national', format: 'pdf' })
    expect(mediaType).toBe('application/pdf')
    const pages = pdfPages(Buffer.from(base64, 'base64'))
    const words = pages.flatMap((page) => page.words.map((word) => word.text))
    expect(words).toEqual(expect.arrayContaining(['1.620,0', '700,0', '920,0', '1.150,0', '650,0']))
    expect(words.join(' ')).toContain('Một tỷ sáu trăm hai mươi triệu đồng.')
    expect(pages.every((page) => page.width > page.height)).toBe(true)
  })

  test.skipIf(!hasTool('soffice') || !hasTool('pdftotext'))('Word prints what the PDF prints', async () => {
    for (const programme of ['national', 'local'] as const) {
      const inWord = await exported({ year: 2022, programme, format: 'docx' })
      expect(inWord.fileName).toMatch(/^ke-hoach-kc(qg|dp)-2022\.docx$/)
      expect(inWord.mediaType).toContain('wordprocessingml')
      const [printed] = convertWithLibreOffice([Buffer.from(inWord.base64, 'base64')], 'docx', 'pdf')
      const pdf = await exported({ year: 2022, programme, format: 'pdf' })
      expect(wordsIn(printed ?? new Uint8Array())).toEqual(wordsIn(Buffer.from(pdf.base64, 'base64')))
    }
    const later = await session.read((reader) => exportYear(reader, { year: 2022, format: 'docx' }, services))
    const both = await later.run((read) => session.read(read))
    expect(both.fileName).toBe('tong-hop-ke-hoach-2022.docx')
    const [printed] = convertWithLibreOffice([Buffer.from(both.base64, 'base64')], 'docx', 'pdf')
    expect(wordsIn(printed ?? new Uint8Array())).toEqual(expect.arrayContaining(['2.396,5', '1.200,5']))
  })

  test('the same day gives the same bytes', async () => {
    for (const format of ['xlsx', 'pdf', 'docx'] as const) {
      const input = { year: 2022, programme: 'national', format } as const
      expect((await exported(input)).base64).toBe((await exported(input)).base64)
    }
  })

  test('a plan without đề án is refused in words', async () => {
    await expect(exported({ year: 2030, programme: 'national', format: 'xlsx' })).rejects.toThrow(
      /khuyến công quốc gia năm 2030 chưa có đề án nào/,
    )
  })

  test('what the office has not entered is left to be written by hand', () => {
    const options = planSheetOptions(null, { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' }, groups)
    expect(options.office.departmentName).toMatch(/^Sở Công Thương …/)
    expect(options.signatures.at(-1)).toEqual({ titles: ['GIÁM ĐỐC'], name: '' })
    expect(options.placeAndDate?.place).toMatch(/^…/)
  })

  test('the paper it goes with: as the office wrote it, else the decision', async () => {
    const { office } = await session.read(readOffice)
    const header = (parts: Partial<PlanHeader>): PlanHeader => ({
      attachedTo: '',
      decisionNumber: '',
      decisionDate: null,
      note: '',
      ...parts,
    })
    const attachedTo = (parts: Partial<PlanHeader>) => planSheetOptions(office, header(parts), groups).attachedTo
    expect(attachedTo({})).toBe('')
    expect(attachedTo({ attachedTo: '(Kèm theo Tờ trình số 05/TTr-SCT)' })).toBe('Tờ trình số 05/TTr-SCT')
    expect(attachedTo({ attachedTo: 'Báo cáo 6 tháng' })).toBe('Báo cáo 6 tháng')
    expect(attachedTo({ decisionNumber: '12/QĐ-UBND', decisionDate: '2027-01-05' })).toBe(
      'Quyết định số 12/QĐ-UBND ngày 05/01/2027',
    )
  })
})
