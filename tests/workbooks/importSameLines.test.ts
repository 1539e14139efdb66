// Two lines of one workbook that mean one record: whatever the kind, the second may say more about what the first brings in, or
// about what is on file already, and there is one record in the end.
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { tempFolders } from '../support/tempFolder'
import { type CellValue, resourcesDir, writeBook } from './importSupport'

const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

async function answerOf<T>(program: Program, name: string, input: unknown): Promise<T> {
  const result = await program.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.message} ${JSON.stringify(result.error.fields)}`)
  return result.value as T
}

async function emptyProgram(): Promise<Program> {
  const own = folder()
  const program = createProgram({ resourcesDir, userDataDir: own, log: () => undefined, checkOutput: true })
  open.push(program)
  await answerOf(program, 'files.create', { path: path.join(own, 'a.skc') })
  return program
}

interface Kind {
  readonly name: string
  readonly above: readonly (readonly CellValue[])[]
  readonly first: readonly CellValue[]
  /** The same, saying more. */
  readonly second: readonly CellValue[]
  readonly more: string
  /** Every record of the kind, as text. */
  readonly records: (program: Program) => Promise<string[]>
}

const texts = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record))

const kinds: readonly Kind[] = [
  {
    name: 'cơ sở',
    above: [['DANH SÁCH CƠ SỞ CNNT'], ['STT', 'Tên cơ sở', 'Mã số thuế', 'Điện thoại']],
    first: [1, 'HTX Yến Dương', '4700123456', ''],
    second: [2, 'Hợp tác xã Yến Dương', '4700123456', '0209 3812345'],
    more: '0209',
    records: async (program) => {
      const { rows } = await answerOf<CallOutput<'establishments', 'list'>>(program, 'establishments.list', {})
      const whole = rows.map(({ id }) => answerOf(program, 'establishments.get', { id }))
      return texts(await Promise.all(whole))
    },
  },
  {
    name: 'đề án của kế hoạch',
    above: [
      ['KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG NĂM 2026'],
      ['ĐVT: triệu đồng'],
      ['TT', 'Tên đề án', 'Đơn vị thụ hưởng', 'Nội dung', 'Kinh phí KCĐP', 'Ghi chú'],
    ],
    first: [1, 'Hỗ trợ máy sấy nông sản', 'HTX Yến Dương', 'Ứng dụng máy móc tiên tiến', 100, ''],
    second: [2, 'Hỗ trợ máy sấy nông sản', 'HTX Yến Dương', 'Ứng dụng máy móc tiên tiến', 100, 'chuyển tiếp'],
    more: 'chuyển tiếp',
    records: async (program) => {
      const { rows } = await answerOf<CallOutput<'projects', 'list'>>(program, 'projects.list', {})
      return texts(await Promise.all(rows.map(({ id }) => answerOf(program, 'projects.get', { id }))))
    },
  },
  {
    name: 'nhu cầu',
    above: [
      ['TỔNG HỢP NHU CẦU HỖ TRỢ KHUYẾN CÔNG NĂM 2026'],
      ['ĐVT: triệu đồng'],
      ['TT', 'Tên đơn vị đề nghị', 'Nội dung đề nghị hỗ trợ', 'Tổng vốn đầu tư', 'Ngày nhận', 'Ghi chú'],
    ],
    first: [1, 'HTX Yến Dương', 'Máy sấy nông sản', 500, '05/10/2025', ''],
    second: [2, 'HTX Yến Dương', 'Máy sấy nông sản', 500, '05/10/2025', 'đã khảo sát'],
    more: 'đã khảo sát',
    records: async (program) => {
      const { rows } = await answerOf<CallOutput<'establishments', 'needs'>>(program, 'establishments.needs', {})
      return texts(rows)
    },
  },
]

async function fileOf({ above }: Kind, ...lines: readonly (readonly CellValue[])[]) {
  const bytes = await writeBook([{ name: 'Trang 1', rows: [...above, ...lines] }])
  return { fileName: 'cua don vi.xlsx', base64: bytes.toString('base64') }
}

describe.each(kinds)('two lines of one record: $name', (kind) => {
  const firstRow = kind.above.length + 1
  const second = `Trang 1!${firstRow + 1}`

  it('left as they are, the second is passed over', async () => {
    const program = await emptyProgram()
    const done = await answerOf<CallOutput<'workbooks', 'runImport'>>(
      program,
      'workbooks.runImport',
      await fileOf(kind, kind.first, kind.second),
    )
    expect([done.created, done.updated, done.skipped]).toEqual([1, 0, 1])
    const [only, ...others] = await kind.records(program)
    expect(others).toEqual([])
    expect(only).not.toContain(kind.more)
  })

  it('the second adds to what the first brings in', async () => {
    const program = await emptyProgram()
    const input = { ...(await fileOf(kind, kind.first, kind.second)), duplicates: { [second]: 'update' } }
    await answerOf(program, 'workbooks.runImport', input)
    const [only, ...others] = await kind.records(program)
    expect(others).toEqual([])
    expect(only).toContain(kind.more)
  })

  it('the second adds to what both are on file, the first being passed over', async () => {
    const program = await emptyProgram()
    await answerOf(program, 'workbooks.runImport', await fileOf(kind, kind.first))
    const both = await fileOf(kind, kind.first, kind.second)
    const seen = await answerOf<CallOutput<'workbooks', 'previewImport'>>(program, 'workbooks.previewImport', both)
    const statuses = seen.sheets.flatMap(({ rows }) => rows.map(({ row, status }) => [row, status]))
    expect(statuses[0]).toEqual([firstRow, 'duplicate'])
    const done = await answerOf<CallOutput<'workbooks', 'runImport'>>(program, 'workbooks.runImport', {
      ...both,
      duplicates: { [second]: 'update' },
    })
    expect([done.created, done.updated]).toEqual([0, 1])
    const [only, ...others] = await kind.records(program)
    expect(others).toEqual([])
    expect(only).toContain(kind.more)
  })

  it('kept apart when the user says so', async () => {
    const program = await emptyProgram()
    const input = { ...(await fileOf(kind, kind.first, kind.second)), duplicates: { [second]: 'create' } }
    await answerOf(program, 'workbooks.runImport', input)
    expect(await kind.records(program)).toHaveLength(2)
  })
})
