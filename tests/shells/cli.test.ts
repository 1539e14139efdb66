// The command line as a script sees it: exit codes, what stands on which stream, and files that the other shells read.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { problemCodes } from '../../shared/contract/errors'
import { allCalls } from '../../shared/contract/index'
import { tempFolders } from '../support/tempFolder'

const entry = join(import.meta.dirname, '../../out/main/cli.js')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const newFolder = tempFolders()

function skc(args: readonly string[], stdin = '', env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], {
      env: { ...process.env, SKC_USER_DATA: join(newFolder(), 'user'), ...env },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
    child.stdin.end(stdin)
  })
}

/** The one object a refused or misused command prints with --json, and nothing else. */
function problemIn(ended: Ended): { code: string; message: string; fields: { path: string; message: string }[] } {
  const problem: unknown = JSON.parse(ended.out)
  expect(problem).toEqual({ code: expect.any(String), message: expect.any(String), fields: expect.any(Array) })
  return problem as ReturnType<typeof problemIn>
}

beforeAll(() => {
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run the tests through npm test, or npm run build first`)
})

describe('wrong use', () => {
  const wrong: readonly (readonly string[])[] = [
    [],
    ['nothing'],
    ['constructor'],
    ['demo'],
    ['demo', 'a', 'b'],
    ['demo', ''],
    ['init'],
    ['import', 'a.skc'],
    ['import', 'a.skc', 'b.xlsx', '--kind', 'people'],
    ['import', 'a.skc', 'b.xlsx', '--year', '22'],
    ['plan', 'a.skc', '--year', '2022', '--programme', 'national'],
    ['plan', 'a.skc', '--year', '2022', '--programme', 'other', '--out', 'x'],
    ['plan', 'a.skc', '--year', 'hai', '--programme', 'local', '--out', 'x'],
    ['plan', 'a.skc', '--year', '2022', '--programme', 'local', '--out', 'x', '--format', 'docx'],
    ['document', 'a.skc', '--form', '4a', '--out', 'x'],
    ['calls', '--year', '2022'],
    ['calls', '--unknown'],
    ['call', 'a.skc'],
    ['call', '-', 'files.current', '{'],
    ['call', '-', 'files.current', 'xin chào'],
  ]

  it.each(wrong.map((args) => [args.join(' '), args] as const))('“%s” ends with 2', async (_words, args) => {
    const plain = await skc(args)
    expect([plain.code, plain.out]).toEqual([2, ''])
    expect(plain.err).not.toMatch(/ {4}at /)
    const json = await skc([...args, '--json'])
    expect([json.code, problemIn(json).code, json.err]).toEqual([2, 'usage', ''])
  })

  it.each(['--help', '-h', 'help'])('%s is no mistake', async (help) => {
    const { code, out, err } = await skc([help])
    expect([code, err]).toEqual([0, ''])
    for (const command of ['demo', 'init', 'import', 'plan', 'document', 'calls', 'call'])
      expect(out).toContain(command)
  })
})

describe('a refusal', () => {
  const missing = join('nơi không có', 'tệp.skc')
  const refused: readonly (readonly [args: readonly string[], code: string])[] = [
    [['call', missing, 'projects.list'], 'file.missing'],
    [['call', '-', 'projects.list'], 'file.none'],
    [['call', '-', 'files.nothing'], 'call.unknown'],
    [['call', '-', 'files.open', '{"path":7}'], 'input.invalid'],
    [['call', '-', 'files.open', '[]'], 'input.invalid'],
    [['plan', missing, '--year', '2022', '--programme', 'local', '--out', 'x'], 'file.missing'],
    [['import', missing, 'không có.xlsx'], 'file.missing'],
  ]

  it.each(refused.map(([args, code]) => [args.join(' '), args, code] as const))(
    '“%s” ends with 1 and says why',
    async (_words, args, code) => {
      const plain = await skc(args)
      expect([plain.code, plain.out]).toEqual([1, ''])
      expect(plain.err.trim().length).toBeGreaterThan(10)
      const json = await skc([...args, '--json'])
      expect([json.code, problemIn(json).code, json.err]).toEqual([1, code, ''])
      expect(problemCodes).toContain(code)
    },
  )

  it('names the field that is wrong', async () => {
    const ended = await skc(['call', '-', 'files.open', '{"path":7}', '--json'])
    expect(problemIn(ended).fields.map((field) => field.path)).toEqual(['path'])
  })

  it('leaves a foreign file as it was', async () => {
    const file = join(newFolder(), 'thư.skc')
    writeFileSync(file, 'Kính gửi: Sở Công Thương')
    const ended = await skc(['call', file, 'projects.list', '--json'])
    expect([ended.code, problemIn(ended).code]).toEqual([1, 'file.foreign'])
    expect(readFileSync(file, 'utf8')).toBe('Kính gửi: Sở Công Thương')
  })

  it('does not overwrite a data file', async () => {
    const file = join(newFolder(), 'a.skc')
    expect((await skc(['init', file])).code).toBe(0)
    const before = readFileSync(file)
    const again = await skc(['init', file, '--json'])
    expect([again.code, problemIn(again).code]).toEqual([1, 'file.exists'])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('says which folder cannot be written to', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'tệp'), '')
    const ended = await skc(['demo', join(folder, 'tệp'), '--json'])
    expect([ended.code, problemIn(ended).code]).toEqual([1, 'call.refused'])
  })
})

describe('a folder for what is made', () => {
  it.runIf(process.platform === 'linux')('is refused where no folder can be made, not waited for', async () => {
    const ended = await skc(['demo', '/proc/skc/một', '--json'])
    expect([ended.code, problemIn(ended).code]).toEqual([1, 'file.readonly'])
  })

  it('is made with the folders above it, and only when there is something to put in', async () => {
    const folder = newFolder()
    const file = join(folder, 'mẫu.skc')
    expect((await skc(['call', '-', 'files.createSample', JSON.stringify({ path: file })])).code).toBe(0)
    const out = join(folder, 'một', 'hai ba')
    const args = ['plan', file, '--programme', 'local', '--format', 'xlsx', '--out', out]
    expect((await skc([...args, '--year', '2031'])).code).toBe(1)
    expect(readdirSync(folder)).toEqual(['mẫu.skc'])
    expect((await skc([...args, '--year', '2022'])).code).toBe(0)
    expect(readdirSync(out)).toEqual(['ke-hoach-kcdp-2022.xlsx'])
  })
})

describe('what is done', () => {
  it('describes every call with its schemas', async () => {
    const { code, out } = await skc(['calls'])
    const described = JSON.parse(out) as { name: string; input: { type?: string }; output: object }[]
    expect(code).toBe(0)
    expect(described.map((call) => call.name)).toEqual(allCalls().map((call) => call.name))
    for (const call of described) expect([call.name, call.input.type]).toEqual([call.name, 'object'])
  })

  it('takes the input of a call from standard input', async () => {
    const { code, out } = await skc(['call', '-', 'shell.listFolder', '-'], JSON.stringify({ path: newFolder() }))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(expect.objectContaining({ entries: [] }))
  })

  it('lists the folders and data files of a folder, and nothing else', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'Ảnh'))
    mkdirSync(join(folder, 'Bản sao'))
    for (const name of ['kế hoạch.skc', 'B.SKC', 'thư.docx', '.ẩn.skc']) writeFileSync(join(folder, name), 'x')
    const { out } = await skc(['call', '-', 'shell.listFolder', JSON.stringify({ path: folder })])
    const { entries } = JSON.parse(out) as { entries: { name: string; kind: string }[] }
    expect(entries.map((entry) => `${entry.kind} ${entry.name}`)).toEqual([
      'folder Ảnh',
      'folder Bản sao',
      'dataFile B.SKC',
      'dataFile kế hoạch.skc',
    ])
  })

  it('keeps what a call wrote for the next command', async () => {
    const folder = newFolder()
    const file = join(folder, 'mẫu.skc')
    expect((await skc(['call', '-', 'files.createSample', JSON.stringify({ path: file })])).code).toBe(0)
    const { out } = await skc(['call', file, 'projects.list'])
    expect(JSON.parse(out)).toEqual(
      expect.objectContaining({
        amounts: { national: 700_000_000, local: 496_000_000, counterpart: 1_200_500_000, other: 0 },
      }),
    )
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('says of a workbook imported a second time that there is nothing to write, not that something is wrong', async () => {
    const file = join(newFolder(), 'a.skc')
    const workbook = join(import.meta.dirname, '../fixtures/ke-hoach-khuyen-cong-2022.xlsx')
    expect((await skc(['init', file])).code).toBe(0)
    expect((await skc(['import', file, workbook])).code).toBe(0)
    const again = await skc(['import', file, workbook, '--dry-run'])
    expect([again.code, again.out.trim().split('\n').at(-1)]).toEqual([
      0,
      'Không có gì để ghi: mọi dòng đều đã có hoặc được bỏ qua.',
    ])
  })

  it('writes plans and papers, whole, over its own earlier ones', async () => {
    const folder = newFolder()
    const demo = await skc(['demo', folder, '--json'])
    expect([demo.code, demo.err]).toEqual([0, ''])
    const { files } = JSON.parse(demo.out) as { files: string[] }
    const kinds = files.map((file) => file.slice(file.lastIndexOf('.') + 1)).sort()
    // Every paper in both formats, beside the two plans and the year's sheet.
    const papers = kinds.filter((kind) => kind === 'docx').length
    expect(papers).toBeGreaterThanOrEqual(2)
    const sheets = ['pdf', 'pdf', 'pdf', 'skc', 'xlsx', 'xlsx', 'xlsx']
    expect(kinds).toEqual([...Array(papers).fill('docx'), ...Array(papers).fill('pdf'), ...sheets])
    for (const file of files) expect([file, existsSync(file)]).toEqual([file, true])
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])

    const data = join(folder, 'demo.skc')
    const plan = ['plan', data, '--year', '2022', '--programme', 'local', '--out', folder, '--format', 'pdf']
    expect((await skc(plan)).code).toBe(0)
    expect((await skc(plan)).code).toBe(0)
    const code = 'KCQG-2022-001'
    const paper = ['document', data, '--form', 'base-appraisal-4a', '--project', code, '--out', folder, '--json']
    expect((JSON.parse((await skc(paper)).out) as { files: string[] }).files).toHaveLength(2)
    const unknown = await skc(['document', data, '--form', 'x', '--project', code, '--out', folder, '--json'])
    expect([unknown.code, problemIn(unknown).code]).toEqual([1, 'record.missing'])
  })
})

describe('a file with history and names', () => {
  const need = {
    year: 2027,
    establishmentId: null,
    asker: 'Bà A',
    contentGroup: 'ND3',
    subContent: null,
    activity: 'Máy sấy',
    totalInvestment: null,
    wishedSupport: null,
    receivedOn: '2026-01-05',
    note: '',
  }
  const office = { centreName: 'TT', departmentName: 'Sở', provinceCode: '19', placeName: 'Thái Nguyên' }

  it('is undone and redone from one call to the next, and asks scripts who they are once people are named', async () => {
    const file = join(newFolder(), 'a.skc')
    await skc(['init', file, '--office', JSON.stringify(office)])
    const save = JSON.stringify({ id: null, rowVersion: null, need })
    const needs = async (env = {}) => {
      const { out } = await skc(['call', file, 'establishments.needs', '{"year":2027}'], '', env)
      return (JSON.parse(out) as { rows: unknown[] }).rows.length
    }
    await skc(['call', file, 'establishments.saveNeed', save])
    expect((await skc(['call', file, 'history.undo'])).code).toBe(0)
    expect(await needs()).toBe(0)
    expect((await skc(['call', file, 'history.redo'])).code).toBe(0)
    expect(await needs()).toBe(1)

    await skc(['call', file, 'people.setUp', JSON.stringify({ name: 'Trần An', secret: '2580' })])
    const closed = await skc(['call', file, 'establishments.needs', '{"year":2027}', '--json'])
    expect([closed.code, problemIn(closed).code]).toEqual([1, 'signin.needed'])
    const wrong = await skc(['call', file, 'history.undo', '--json'], '', { SKC_PERSON: 'Trần An', SKC_SECRET: '1' })
    expect([wrong.code, problemIn(wrong).code]).toEqual([1, 'signin.wrong'])
    expect(await needs({ SKC_PERSON: 'tran an', SKC_SECRET: '2580' })).toBe(1)
  })
})
