// Every audited table, column and coded value has its word for an officer, over the whole schema and over a whole file's journal.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { columnWords, isHidden, tableLabels } from '../../electron/history/columnWords'
import { shortNames } from '../../electron/history/commandWords'
import type { Program } from '../../electron/program'
import { contract, findCall } from '../../shared/contract/index'
import { carriedProject } from '../support/carriedProject'
import { answerOf, samplePrograms } from '../support/sampleProgram'

const open = samplePrograms('2023-11-21')

interface Table {
  readonly name: string
  readonly sql: string
}

function auditedTables(): { db: Database.Database; tables: Table[] } {
  const db = new Database(':memory:')
  migrate(db, migrations)
  const tables = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name <> 'search_entry' AND name IN
        (SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit_%')`,
    )
    .all() as Table[]
  return { db, tables }
}

/** What a CHECK of the schema lets a column hold. */
function enumeratedIn(sql: string): { column: string; values: string[] }[] {
  return [...sql.matchAll(/CHECK \((\w+) IN \(([^)]*)\)\)/g)].map(([, column = '', list = '']) => ({
    column,
    values: list.split(',').map((value) => value.trim().replaceAll("'", '')),
  }))
}

/** Every value that a call of the contract takes from a closed list, of the kind only a programmer reads. */
function codesOfContract(): Set<string> {
  const codes = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { enum: list, const: one } = node as { enum?: unknown[]; const?: unknown }
    for (const value of [...(list ?? []), one])
      if (typeof value === 'string' && /^[a-z]+([A-Z][a-z]*|-[a-z]+)*$/.test(value)) codes.add(value)
    for (const child of Object.values(node)) walk(child)
  }
  for (const calls of Object.values(contract))
    for (const call of Object.values(calls)) walk(z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' }))
  return codes
}

/** What carrying a đề án out does not touch. */
async function workOfEveryKind(program: Program, projectId: number): Promise<void> {
  const rule = { programme: 'local', step: 'Nộp báo cáo quý', opens: 'plan', reminderDays: 5 }
  const when = { kind: 'yearly', month: 4, day: 5, before: false }
  const kept = { legalBasis: '', effectiveFrom: null, effectiveTo: null, note: '' }
  await answerOf(program, 'programmes.saveDeadlineRule', {
    id: null,
    rowVersion: null,
    rule: { ...rule, when, ...kept },
  })
  await answerOf(program, 'programmes.tickDeadline', { key: 'national.registration@2022-06-15', done: true, note: '' })
  await answerOf(program, 'programmes.tickDeadline', { key: 'own.1@2022-04-05', done: true, note: '' })
  await answerOf(program, 'programmes.switchDeadlineRule', { key: 'national.registration', off: true })
  await answerOf(program, 'programmes.saveDeadlineEvent', {
    ruleKey: 'national.settlementFile',
    date: '2022-11-01',
    what: 'Nghiệm thu',
  })
  const { office, rowVersion } = await answerOf<{ office: object; rowVersion: number }>(program, 'office.get')
  const symbols = [
    { form: 'registration-letter', symbol: 'TTKC-KH' },
    { form: 'agency-contract', symbol: 'HĐ' },
  ]
  await answerOf(program, 'office.save', { rowVersion, office: { ...office, symbols } })
  const { content } = await answerOf<{ content: object }>(program, 'projects.get', { id: projectId })
  const { id } = await answerOf<{ id: number }>(program, 'projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme: 'local', kind: 'single', planYear: 2023 },
    content: { ...content, legalBases: ['decree-45-2012'], supportMode: 'recoverable' },
  })
  await answerOf(program, 'archive.attach', {
    ownerKind: 'project',
    ownerId: id,
    fileName: 'anh.pdf',
    base64: Buffer.from('%PDF-1.7\n1').toString('base64'),
  })
  await answerOf(program, 'people.setUp', { name: 'An', secret: '25801' })
  await answerOf(program, 'people.save', {
    id: null,
    rowVersion: null,
    name: 'Bình',
    role: 'enter',
    active: true,
    secret: '13791',
  })
}

describe('words of the history', () => {
  it('name every audited table and column', () => {
    const { db, tables } = auditedTables()
    expect(tables.length).toBeGreaterThan(60)
    const nameless = tables.flatMap(({ name }) => [
      ...(tableLabels[name] === undefined ? [name] : []),
      ...(db.pragma(`table_info("${name}")`) as { name: string }[])
        .filter((column) => !isHidden(name, column.name) && columnWords(name, column.name) === null)
        .map((column) => `${name}.${column.name}`),
    ])
    expect(nameless).toEqual([])
    db.close()
  })

  it('write every value that the schema enumerates', () => {
    const { db, tables } = auditedTables()
    const wordless = tables.flatMap(({ name, sql }) =>
      enumeratedIn(sql).flatMap(({ column, values }) => {
        const words = columnWords(name, column)
        if (words === null || words.as === 'contentGroup' || words.as === 'flag') return []
        const { as } = words
        return values
          .filter((value) => typeof as !== 'object' || as[value] === undefined)
          .map((value) => `${name}.${column}: ${value}`)
      }),
    )
    expect(wordless).toEqual([])
    db.close()
  })

  it('give short names to calls that there are', () => {
    expect(Object.keys(shortNames).filter((name) => findCall(name) === null)).toEqual([])
  })

  it('leave no code of the program in the journal of a file with something of everything', async () => {
    const program = await open()
    const { id: projectId } = await carriedProject(program)
    await workOfEveryKind(program, projectId)
    const { entries } = await answerOf<{ entries: { commandId: number }[] }>(program, 'history.journal', {
      from: '2022-01-01',
      to: '2023-12-31',
      limit: 500,
    })
    const codes = codesOfContract()
    /** Codes of catalogues, which no closed list of the contract names. */
    const looksLikeCode = /^[a-z]+([.-][a-z0-9]+)+(@[\d-]+)?$/
    expect(codes.size).toBeGreaterThan(80)
    const raw = new Set<string>()
    for (const { commandId } of entries) {
      const { changes } = await answerOf<{ changes: { label: string; before: string; after: string }[] }>(
        program,
        'history.changes',
        { commandId },
      )
      for (const { label, before, after } of changes)
        for (const cell of [before, after])
          for (const part of cell.split('; ')) {
            const value = part.replace(/^[^:]*: /, '')
            if (codes.has(value) || looksLikeCode.test(value) || /\b[a-z]+_[a-z]+\b/.test(label))
              raw.add(`${label}: ${part}`)
          }
    }
    expect([...raw]).toEqual([])
    const kinds = [
      { kind: 'acceptance', id: 1 },
      { kind: 'inspection', id: 1 },
      { kind: 'trainingClass', id: 1 },
      { kind: 'clusterReport', id: 1 },
      { kind: 'volumeReport', id: 1 },
      { kind: 'settlement', projectId },
      { kind: 'progress', projectId },
      { kind: 'office', id: 1 },
      { kind: 'deadlines' },
      { kind: 'people' },
    ]
    const told: Record<string, string[]> = {}
    for (const record of kinds) {
      const history = await answerOf<{ entries: { what: string; changes: unknown[] }[] }>(program, 'history.ofRecord', {
        record,
      })
      expect(
        history.entries.some(({ changes }) => changes.length > 0),
        record.kind,
      ).toBe(true)
      told[record.kind] = history.entries.map(({ what }) => what)
    }
    expect(told).toMatchObject({
      acceptance: [
        'Kết luận nghiệm thu: biên bản nghiệm thu 1/BB-NT',
        expect.stringContaining('Lưu biên bản nghiệm thu: biên bản nghiệm thu 1/BB-NT'),
      ],
      inspection: ['Lưu lần kiểm tra: biên bản kiểm tra 12/BB-TTKC'],
      trainingClass: ['Lưu lớp đào tạo: Lớp vận hành máy sấy'],
      clusterReport: ['Lưu báo cáo cụm công nghiệp: báo cáo cụm công nghiệp 60/BC-TTKC'],
      volumeReport: ['Lưu báo cáo khối lượng: báo cáo khối lượng 45/BC-TTKC'],
      settlement: ['Lưu hồ sơ quyết toán: hồ sơ quyết toán 51/TTKC'],
      progress: ['Lưu tiến độ tháng: báo cáo tiến độ 06/2022'],
      deadlines: [
        'Ghi ngày mốc',
        'Tắt, bật thời hạn',
        'Đánh dấu thời hạn',
        'Đánh dấu thời hạn',
        'Lưu thời hạn: Nộp báo cáo quý',
      ],
      people: ['Lưu người dùng: Bình', 'Đặt tên người dùng: An'],
    })
  })
})
