// What leaves the program harms nobody: in no table does a text become a formula, whatever record it was typed into, and no
// name made from a record leads out of its folder or is one that Windows refuses.
import path from 'node:path'
import type Database from 'better-sqlite3'
import exceljs from 'exceljs'
import JSZip from 'jszip'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { fileName } from '../../shared/contract/values'
import { carriedOffice } from '../support/carriedMoves'
import { corrupt } from '../support/corrupt'
import { readCsv } from '../support/csv'
import { answerOf } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'
import { callsAskedForXlsx, callsWithFile, otherFilesOut, workbooksOut } from '../support/workbooksOut'

const folder = tempFolders()
const open: Program[] = []
afterEach(async () => {
  for (const program of open.splice(0)) await program.close()
})

function start(): Program {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => '2023-11-21', instant: () => '2023-11-21T03:00:00.000Z' },
    log: () => undefined,
  })
  open.push(program)
  return program
}

interface File {
  readonly fileName: string
  readonly base64: string
}

/** What a cell must not begin with, each as an officer might paste it. */
const evil = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '=HYPERLINK("http://x")']

/** Columns whose text is a code, a key, a date or the program's own. */
const notTyped =
  /(_fold|_sort|_key|_code|_month|_on|_at)$|^(sha256|bytes|data|asked|approved|content_group|sub_content|area_flags|paper_code|rule_key|occurrence_key|media_type|form|basis|path|secret|recovery|code|kind|side|stage|level|status|state|role|authority|programme|result|method|conclusion|name_sort|at|actor|host|name_key|undo|table_name|action|before|after|date|month|voucher_kind|legal_form|gender|destination|document_kind|outcome|tax_code|norm_code|territory|check_code|support_mode|indicator)$/

/** Puts one of them before the text of every column that holds words, in every row of every table. */
function fillWithEvil(db: Database.Database): number {
  const tables = db
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' AND name NOT IN ('command', 'row_change', 'record_change', 'row_mark', 'seal', 'removed_file', 'package')",
    )
    .all() as { name: string; sql: string }[]
  let filled = 0
  for (const { name, sql } of tables)
    for (const column of db.pragma(`table_info("${name}")`) as { name: string; type: string }[]) {
      if (column.type !== 'TEXT' || notTyped.test(column.name)) continue
      if (new RegExp(`\\b${column.name}\\b[^,]*(IN \\(|GLOB|json_valid)`).test(sql)) continue
      const fill = db.prepare(
        `UPDATE "${name}" SET "${column.name}" = json_extract(?, '$[' || (id % ${evil.length}) || ']') || "${column.name}" || id`,
      )
      try {
        filled += fill.run(JSON.stringify(evil)).changes
      } catch (error) {
        // A column that takes only some words has none of these.
        if (!String(error).includes('CHECK constraint')) throw error
      }
    }
  return filled
}

const isEvil = (text: string) => evil.some((one) => text.startsWith(one) || text.startsWith(one.trim()))

const period = { from: '2022-01-01', to: '2023-12-31' }

async function sheetCells(file: File): Promise<{ texts: string[]; formulas: string[] }> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(file.base64, 'base64') as never)
  const texts: string[] = []
  const formulas: string[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === exceljs.ValueType.Formula) formulas.push(cell.formula)
        else if (typeof cell.value === 'string') texts.push(cell.value)
      }),
    )
  return { texts, formulas }
}

/** Ours add, count and compare cells; none calls out, or holds a text but the dash that stands for no percentage. */
const ours = /^[A-Z0-9$:,+\-*/()<>=;.! ']*$/
const isOurs = (formula: string) => ours.test(formula.replace(/"–?"/g, '')) && !/HYPERLINK|SUM\(1\)|^1\+1/.test(formula)

describe('tables that go out', () => {
  it('are all known: no call gives a file without being looked at here', () => {
    expect([...Object.keys(workbooksOut), ...Object.keys(otherFilesOut)].sort()).toEqual(callsWithFile())
    expect(callsAskedForXlsx().filter((name) => workbooksOut[name] === undefined)).toEqual([])
  })

  it('hold no formula but those that add up, whatever was typed into any record', async () => {
    const program = start()
    const file = path.join(folder(), 'a.skc')
    await carriedOffice(program, file)
    await answerOf(program, 'activities.recordCertificate', {
      level: 'province',
      year: 2022,
      owner: 'HTX Vũ Loan',
      name: 'Miến dong',
      group: 'food',
      number: '07/GCN',
      date: '2022-10-20',
    })
    await answerOf(program, 'files.close', {})
    let filled = 0
    corrupt(file, (db) => {
      filled = fillWithEvil(db)
    })
    expect(filled).toBeGreaterThan(500)
    await answerOf(program, 'files.open', { path: file })
    const reached: Record<string, number> = {}
    for (const [name, take] of Object.entries(workbooksOut)) {
      const cells = await Promise.all((await take(program)).map(sheetCells))
      expect(
        cells.flatMap(({ formulas }) => formulas).filter((formula) => !isOurs(formula)),
        name,
      ).toEqual([])
      reached[name] = cells.flatMap(({ texts }) => texts).filter(isEvil).length
    }
    // It did reach the tables: a test in which nothing evil arrives proves nothing.
    expect(Object.keys(reached).filter((name) => reached[name] === 0)).toEqual([])
    await csvIsText(program)
  }, 300_000)

  async function csvIsText(program: Program): Promise<void> {
    const columns = [{ heading: '=1+1', kind: 'text' }]
    const list = { title: '=1+1', note: '', columns, rows: evil.map((one) => [one]) }
    const exported = await answerOf<File>(program, 'workbooks.exportList', { ...list, format: 'csv' })
    const sheet = await sheetCells(await answerOf<File>(program, 'workbooks.exportList', { ...list, format: 'xlsx' }))
    expect(sheet.formulas).toEqual([])
    expect(sheet.texts.filter(isEvil).length).toBeGreaterThanOrEqual(evil.length)
    const journal = await answerOf<File>(program, 'history.export', { ...period, format: 'csv' })
    const source = await answerOf<{ file: { path: string } }>(program, 'files.current', {})
    await answerOf(program, 'files.close', {})
    const { file: rescued } = await answerOf<{ file: File }>(program, 'safety.rescue', { path: source.file.path })
    const zip = await JSZip.loadAsync(Buffer.from(rescued.base64, 'base64'))
    const csvs = await Promise.all(
      Object.values(zip.files)
        .filter(({ name }) => name.endsWith('.csv'))
        .map((one) => one.async('string')),
    )
    const texts = [exported, journal].map(({ base64 }) => Buffer.from(base64, 'base64').toString('utf8'))
    let guarded = 0
    for (const text of [...texts, ...csvs]) {
      const cells = readCsv(text.replace(/^\ufeff/, '')).flat()
      // A negative number is a number.
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-[\d.,]+$/.test(cell))).toEqual([])
      guarded += cells.filter((cell) => cell.startsWith("'") && isEvil(cell.slice(1))).length
    }
    expect(guarded).toBeGreaterThan(100)
  }
})

const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/** One name in one folder, on Windows too. */
function expectSafe(name: string): void {
  expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u)
  expect(name).not.toMatch(reserved)
  expect(name).not.toMatch(/^[. ]|[. ]$/)
  expect(name.length).toBeLessThanOrEqual(200)
}

describe('names of files that go out', () => {
  it.each(['..\\..\\x', '../../etc/x', 'CON', 'nul.txt', 'a. . ', 'x'.repeat(60), 'a:b|c?d*"<>', 'KC\u0000-1'])(
    'are names of one file in one folder for a đề án called %j',
    async (code) => {
      const program = start()
      const file = path.join(folder(), 'a.skc')
      await answerOf(program, 'files.createSample', { path: file })
      const { rows } = await answerOf<{ rows: { id: number }[] }>(program, 'projects.list', { year: 2022 })
      await answerOf(program, 'files.close', {})
      const projectId = rows[0]?.id ?? 0
      // Past the checks of the contract: what an older program or another hand may have left.
      corrupt(file, (db) => {
        db.prepare('UPDATE project SET code = ? WHERE id = ?').run(code, projectId)
      })
      await answerOf(program, 'files.open', { path: file })
      const paper = await answerOf<File>(program, 'documents.render', {
        form: 'budget-estimate-1',
        projectId,
        format: 'docx',
      })
      expectSafe(paper.fileName)
      const comparison = await answerOf<File>(program, 'workbooks.exportComparison', {
        of: { kind: 'project', id: projectId },
        before: { kind: 'registered' },
        after: { kind: 'today' },
        format: 'xlsx',
      }).catch(() => null)
      if (comparison !== null) expectSafe(comparison.fileName)
      const papers = [{ form: 'budget-estimate-1', recordId: null }]
      const dossier = await answerOf<{ file: File } & File>(program, 'documents.dossier', {
        projectId,
        stage: 'registration',
        papers,
        as: 'files',
      })
      const zipped = 'file' in dossier && dossier.file !== undefined ? dossier.file : dossier
      expectSafe(zipped.fileName)
      const zip = await JSZip.loadAsync(Buffer.from(zipped.base64, 'base64'))
      for (const name of Object.keys(zip.files)) expectSafe(name)
    },
    60_000,
  )

  it('are refused where somebody else gives them', () => {
    for (const name of [
      '..\\x.pdf',
      'a/b.pdf',
      'CON',
      'con.pdf',
      'nul.txt',
      'LPT1.pdf',
      'a.pdf.',
      ' a.pdf',
      'a:b.pdf',
      `${'x'.repeat(300)}.pdf`,
    ])
      expect(fileName.safeParse(name).success, name).toBe(false)
    for (const name of ['Biên bản số 12.pdf', 'console.pdf', 'nulla.txt', 'a.b.c.pdf'])
      expect(fileName.safeParse(name).success, name).toBe(true)
  })
})
