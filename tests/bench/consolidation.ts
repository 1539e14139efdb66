// 34 packages of 100 đề án each, put together: read, checked against their visible cells, decided, added up. Beside it the same
// files only read cell by cell, by exceljs and by openpyxl where Python has it: what any program would have to do first.
import fs from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { createProgram } from '../../electron/program'
import { type PackageContent, packageWorkbook } from '../../electron/workbooks/packages/packageWorkbook'
import { noAmounts } from '../../shared/domain/money'
import { type PackageLine, packageFormat, packageVersion } from '../../shared/domain/package'
import { contentGroups } from '../../shared/domain/projects'
import { planOptions } from '../support/plan2022'
import { type Contender, milliseconds, say, sayBeside, takeTurns } from './measure'
import { runPython } from './python'

const CENTRES = 34
const PROJECTS = 100
const ROUNDS = 5

export async function benchConsolidation(folder: string): Promise<void> {
  const files: { fileName: string; base64: string; path: string }[] = []
  const made = await milliseconds(async () => {
    for (let centre = 0; centre < CENTRES; centre += 1) {
      const { bytes } = await packageWorkbook(contentOf(centre), planOptions, 'million')
      const file = path.join(folder, `goi-${centre}.xlsx`)
      fs.writeFileSync(file, bytes)
      files.push({ fileName: path.basename(file), base64: Buffer.from(bytes).toString('base64'), path: file })
    }
  })
  say(`\nmade ${CENTRES} packages of ${PROJECTS} đề án in ${(made / 1000).toFixed(1)} s`)
  const input = { files: files.map(({ fileName, base64 }) => ({ fileName, base64 })) }
  const contenders: Contender[] = [
    { name: 'a fresh program: read, check, consolidate', run: () => consolidateAnew(folder, input) },
    { name: 'exceljs, only reading the same files', run: () => readPlainly(files.map((one) => one.path)) },
  ]
  const [ours, ...peers] = await takeTurns(contenders, ROUNDS)
  if (ours === undefined) return
  const python = openpyxlMilliseconds(files.map((one) => one.path))
  if (python !== null) peers.push({ name: 'openpyxl, only reading the same files', median: python, fastest: python })
  sayBeside(`${CENTRES} packages of ${PROJECTS} đề án consolidated`, ours, peers, '≤ 5 s')
  if (python === null) say('  peer: openpyxl: not on this machine')
}

/** Nothing is remembered between rounds: each begins with a program that has never seen the files. */
async function consolidateAnew(folder: string, input: object): Promise<void> {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: path.join(folder, 'user'),
    log: () => undefined,
  })
  const file = path.join(folder, 'vung.skc')
  fs.rmSync(file, { force: true })
  await program.call('files.create', { path: file })
  const answer = await program.call('consolidation.preview', input)
  if (!answer.ok) throw new Error(answer.error.message)
  const { table } = answer.value as { table: { provinces: readonly unknown[]; total: { projects: number } } }
  if (table.provinces.length !== CENTRES || table.total.projects !== CENTRES * PROJECTS)
    throw new Error('the consolidation does not hold every centre')
  await program.close()
}

async function readPlainly(files: readonly string[]): Promise<number> {
  let cells = 0
  for (const file of files) {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(file)
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell(() => {
          cells += 1
        }),
      ),
    )
  }
  return cells
}

function openpyxlMilliseconds(files: readonly string[]): number | null {
  const said = runPython(
    `
import json, sys, time
import openpyxl
files = json.loads(sys.argv[1])
started = time.perf_counter()
for name in files:
    book = openpyxl.load_workbook(name, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for value in row: pass
print((time.perf_counter() - started) * 1000)
`,
    [JSON.stringify(files)],
  )
  return said === null ? null : Number(said)
}

function contentOf(centre: number): PackageContent {
  return {
    format: packageFormat,
    version: packageVersion,
    kind: 'figures',
    office: {
      name: `Trung tâm ${centre}`,
      department: 'Sở Công Thương',
      provinceCode: '',
      provinceName: `Tỉnh ${centre}`,
    },
    number: '2026/1',
    year: 2026,
    madeAt: '2026-12-31T03:00:00.000Z',
    unit: 'dong',
    programmes: ['national', 'local'],
    basis: 'current',
    asOf: null,
    period: { from: '2026-01-01', to: '2026-12-31' },
    doneRule: 'disbursed',
    replaces: null,
    recalled: [],
    lines: Array.from({ length: PROJECTS }, (_, index) => lineOf(centre, index)),
  }
}

function lineOf(centre: number, index: number): PackageLine {
  const programme = index < PROJECTS / 4 ? 'national' : 'local'
  const planned = { ...noAmounts, [programme]: 100_000_000 + index * 1_234_000, counterpart: 200_000_000 + centre }
  return {
    programme,
    code: `DA-${centre}-${index}`,
    name: `Hỗ trợ ứng dụng máy móc tiên tiến trong chế biến nông sản tại cơ sở số ${index}`,
    kind: 'single',
    contentGroup: contentGroups[Math.floor((index / PROJECTS) * 9)] ?? 'ND3',
    subContent: null,
    implementingUnit: 'Trung tâm Khuyến công',
    cooperatingUnits: '',
    beneficiaries: [{ name: `Hợp tác xã ${index}`, legalForm: 'cooperative' }],
    places: [{ text: 'xã Ba Bể, tỉnh Thái Nguyên', communeCode: null }],
    startMonth: '2026-03',
    endMonth: '2026-11',
    summary: 'Đầu tư dây chuyền sấy, đóng gói; tăng năng suất 30 %.',
    priority: null,
    note: '',
    status: 'contracted',
    planned,
    done: { ...planned, counterpart: 0 },
  }
}
