// Dossiers, attachments and the register of outgoing papers through the program.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestAttachment } from '../../shared/domain/attachments'
import { type OpenProgram, openPrograms } from '../support/openProgram'
import { hasTool } from '../support/tools'

const open = openPrograms()

const fieldsOf = (problem: { fields: readonly { path: string; message: string }[] }) =>
  Object.fromEntries(problem.fields.map(({ path, message }) => [path, message]))

const pdf = (rest: Uint8Array | string = '1.7\n%…') => Buffer.concat([Buffer.from('%PDF-'), Buffer.from(rest)])
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A zip whose directory lists these names, each with a little deflated text. */
function zipOf(names: readonly string[]): Buffer {
  const body = deflateRawSync(Buffer.from('<x/>'))
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const name of names) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(body.length, 18)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, Buffer.from(name), body)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + body.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

async function firstProject({ ask }: OpenProgram, programme: 'national' | 'local' = 'national') {
  const { rows } = await ask('projects.list', { programme })
  const [row] = rows
  if (row === undefined) throw new Error('the sample has no đề án')
  return row
}

describe('the dossier', () => {
  it('lists what the circular asks for the content, where it goes, and what is missing', async () => {
    const program = await open('sample')
    const project = await firstProject(program)
    const { lines, missing } = await program.ask('archive.dossier', { projectId: project.id })
    const byCode = Object.fromEntries(lines.map((line) => [line.paperCode, line]))
    expect(byCode['project-document']).toMatchObject({
      stage: 'appraisal',
      destination: 'agency',
      required: true,
      copies: null,
      mark: null,
      legalBasis: 'Điều 5, Điều 10 Thông tư số 36/2013/TT-BCT',
    })
    expect(byCode['base-appraisal-sheet']).toMatchObject({ stage: 'registration', receivedOn: null })
    expect(missing.appraisal).toBe(lines.filter(({ stage, required }) => stage === 'appraisal' && required).length)
  })

  it('is only something to go by for a đề án of the province: nothing required, nothing sent to the Cục, all marked', async () => {
    const program = await open('sample')
    const project = await firstProject(program, 'local')
    const { lines, missing } = await program.ask('archive.dossier', { projectId: project.id })
    expect(lines.length).toBeGreaterThan(5)
    expect(Object.values(missing)).toEqual([0, 0, 0, 0, 0])
    for (const line of lines) {
      expect(line.mark).toBe('chưa kiểm chứng')
      expect(line.destination).not.toBe('agency')
      expect(line.legalBasis).toMatch(/^Tham khảo /)
    }
  })

  it('keeps the papers of beneficiaries of a group at the unit', async () => {
    const program = await open()
    const needIds = []
    for (const asker of ['HTX A', 'HTX B']) {
      const need = {
        year: 2027,
        establishmentId: null,
        asker,
        contentGroup: 'ND3' as const,
        subContent: 'ND3.advancedMachinery',
        activity: 'Máy sấy',
        totalInvestment: 480_000_000,
        wishedSupport: 200_000_000,
        receivedOn: '2026-10-05',
        note: '',
      }
      needIds.push((await program.ask('establishments.saveNeed', { id: null, rowVersion: null, need })).id)
    }
    const { projectId } = await program.ask('establishments.needsToProject', {
      needIds,
      programme: 'national',
      planYear: 2027,
    })
    const { lines } = await program.ask('archive.dossier', { projectId })
    const byCode = Object.fromEntries(lines.map((line) => [line.paperCode, line]))
    for (const code of ['business-registration', 'group-balance-sheet', 'machinery-quotation'])
      expect(byCode[code], code).toMatchObject({ destination: 'kept', destinationMark: null })
    expect(byCode['machinery-quotation']?.mark).toBe('chưa kiểm chứng')
    expect(byCode['annex-2']).toBeUndefined()

    const item = {
      paperCode: 'business-registration',
      title: 'Giấy chứng nhận',
      stage: 'appraisal' as const,
      required: true,
      copies: 2,
      destination: 'kept' as const,
      receivedOn: '2026-10-04',
      note: '',
    }
    const input = { id: null, rowVersion: null, projectId, item }
    expect(fieldsOf(await program.refusal('archive.saveDossierItem', input))).toEqual({
      'item.receivedOn': 'Ngày nhận sớm hơn ngày nhận nhu cầu của đề án này (05/10/2026).',
    })
    const later = { ...input, item: { ...item, receivedOn: '2026-11-22' } }
    expect(fieldsOf(await program.refusal('archive.saveDossierItem', later))).toHaveProperty(['item.receivedOn'])
    await program.ask('archive.saveDossierItem', { ...input, item: { ...item, receivedOn: '2026-10-05' } })
    const again = await program.refusal('archive.saveDossierItem', { ...input, item: { ...item, receivedOn: null } })
    expect(again.code).toBe('record.conflict')
  })

  it('counts down as papers come, takes the office’s own, and lets a paper be taken back', async () => {
    const program = await open('sample')
    const { id: projectId } = await firstProject(program)
    const before = await program.ask('archive.dossier', { projectId })
    const line = before.lines.find(({ paperCode }) => paperCode === 'unit-request')
    const item = {
      paperCode: 'unit-request',
      title: line?.title ?? '',
      stage: 'appraisal' as const,
      required: true,
      copies: 3,
      destination: 'department' as const,
      receivedOn: '2026-11-20',
      note: 'bản gốc',
    }
    const saved = await program.ask('archive.saveDossierItem', { id: null, rowVersion: null, projectId, item })
    const own = { ...item, paperCode: null, title: 'Ảnh chụp nhà xưởng', receivedOn: null }
    await program.ask('archive.saveDossierItem', { id: null, rowVersion: null, projectId, item: own })
    const after = await program.ask('archive.dossier', { projectId })
    expect(after.missing.appraisal).toBe(before.missing.appraisal)
    expect(after.lines.filter(({ stage }) => stage === 'appraisal').at(-1)).toMatchObject({
      title: 'Ảnh chụp nhà xưởng',
      paperCode: null,
      mark: null,
    })
    await program.ask('archive.removeDossierItem', { id: saved.id, rowVersion: saved.rowVersion })
    const taken = await program.ask('archive.dossier', { projectId })
    expect(taken.missing.appraisal).toBe(before.missing.appraisal + 1)
    const unknown = { ...item, paperCode: 'interest-1' }
    expect(
      fieldsOf(
        await program.refusal('archive.saveDossierItem', { id: null, rowVersion: null, projectId, item: unknown }),
      ),
    ).toHaveProperty(['item.paperCode'])
  })
})

describe('attachments', () => {
  it('come back byte for byte, whatever the bytes, with their hash', async () => {
    const program = await open('sample')
    const { id: ownerId } = await firstProject(program)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), async (rest) => {
        const bytes = pdf(rest)
        const head = await program.ask('archive.attach', {
          ownerKind: 'project',
          ownerId,
          fileName: 'Giấy phép.pdf',
          base64: base64(bytes),
        })
        expect(head).toMatchObject({
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          addedOn: '2026-11-21',
        })
        const file = await program.ask('archive.attachment', { id: head.id })
        expect(file).toMatchObject({ fileName: 'Giấy phép.pdf', mediaType: 'application/pdf' })
        expect(Buffer.from(file.base64, 'base64').equals(bytes)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('are known by their content, and refused in words when they are not what may be kept', async () => {
    const program = await open('sample')
    const { id: ownerId } = await firstProject(program)
    const input = (fileName: string, bytes: Uint8Array) => ({
      ownerKind: 'project' as const,
      ownerId,
      fileName,
      base64: base64(bytes),
    })
    const good: readonly [string, Buffer, string][] = [
      ['a.docx', zipOf(['[Content_Types].xml', 'word/document.xml']), 'wordprocessingml'],
      ['a.xlsx', zipOf(['[Content_Types].xml', 'xl/workbook.xml']), 'spreadsheetml'],
      ['a.PNG', Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1'), 'image/png'],
      ['a.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]), 'image/jpeg'],
    ]
    for (const [name, bytes, type] of good)
      expect((await program.ask('archive.attach', input(name, bytes))).mediaType).toContain(type)
    const bad: readonly [string, Buffer, string, string][] = [
      ['a.pdf', Buffer.from('MZ\x90\x00 %PDF-1.4', 'latin1'), 'base64', 'Tệp chương trình'],
      ['a.pdf.exe', pdf(), 'base64', 'Tệp chương trình'],
      ['a.sh', Buffer.from('#!/bin/sh'), 'base64', 'Tệp chương trình'],
      ['a.docx', zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), 'base64', 'macro'],
      ['a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'base64', 'dạng cũ'],
      ['a.zip', zipOf(['a.txt']), 'base64', 'Không nhận ra'],
      ['a.docx', Buffer.from('PK\x03\x04'), 'base64', 'Không nhận ra'],
      ['a.txt', Buffer.from('chữ thường'), 'base64', 'Không nhận ra'],
      ['a.docx', pdf(), 'fileName', 'đuôi .pdf'],
      ['a.pdf', Buffer.alloc(0), 'base64', 'Tệp rỗng'],
      ['../a.pdf', pdf(), 'fileName', 'Tên tệp'],
    ]
    for (const [name, bytes, path, words] of bad) {
      const refused = fieldsOf(await program.refusal('archive.attach', input(name, bytes)))
      expect(refused[path], `${name}: ${JSON.stringify(refused)}`).toContain(words)
    }
    const huge = { ...input('a.pdf', pdf()), base64: 'JVBERi0x'.padEnd(80 * 1024 * 1024, 'A') }
    expect(fieldsOf(await program.refusal('archive.attach', huge)).base64).toContain('20 MB')
    expect((await program.ask('archive.attachments', { ownerKind: 'project', ownerId })).length).toBe(good.length)
  })

  it('of the largest size are kept, of one byte more refused', async () => {
    const program = await open('sample')
    const { id: ownerId } = await firstProject(program)
    const input = (size: number) => ({
      ownerKind: 'project' as const,
      ownerId,
      fileName: 'a.pdf',
      base64: base64(pdf(Buffer.alloc(size - 5, 7))),
    })
    const { id } = await program.ask('archive.attach', input(largestAttachment))
    const file = await program.ask('archive.attachment', { id })
    expect(Buffer.from(file.base64, 'base64').length).toBe(largestAttachment)
    expect(fieldsOf(await program.refusal('archive.attach', input(largestAttachment + 1))).base64).toContain('20 MB')
  })

  it('belong to an owner that exists, and hold a paper on record until they are let go', async () => {
    const program = await open('sample')
    const { id: projectId } = await firstProject(program)
    const item = {
      paperCode: null,
      title: 'Ảnh',
      stage: 'appraisal' as const,
      required: false,
      copies: null,
      destination: 'kept' as const,
      receivedOn: null,
      note: '',
    }
    const saved = await program.ask('archive.saveDossierItem', { id: null, rowVersion: null, projectId, item })
    const attach = { ownerKind: 'dossierItem' as const, ownerId: saved.id, fileName: 'a.pdf', base64: base64(pdf()) }
    const head = await program.ask('archive.attach', attach)
    const { lines } = await program.ask('archive.dossier', { projectId })
    expect(lines.find(({ id }) => id === saved.id)?.attachments).toEqual([head])
    expect((await program.refusal('archive.removeDossierItem', saved)).code).toBe('record.in-use')
    await program.ask('archive.removeAttachment', { id: head.id })
    expect((await program.refusal('archive.attachment', { id: head.id })).code).toBe('record.missing')
    await program.ask('archive.removeDossierItem', saved)
    expect((await program.refusal('archive.attach', attach)).code).toBe('record.missing')
  })
})

describe('the register of outgoing papers', () => {
  const order = (projectId: number) => ({ form: 'agency-contract', projectId, date: '2026-11-21', symbol: 'HĐ-KC' })

  it('gives the next number, puts it on the paper, and keeps the very bytes and what they were made from', async () => {
    const program = await open('sample')
    const { id: projectId, code } = await firstProject(program)
    const first = await program.ask('archive.issue', order(projectId))
    expect(first).toMatchObject({ number: 1, fullNumber: '01/HĐ-KC' })
    expect(first.file.fileName).toContain('01-HĐ-KC.pdf')
    const second = await program.ask('archive.issue', { ...order(projectId), recipients: 'Như trên;\nLưu: VT.' })
    expect(second.number).toBe(2)
    const kept = await program.ask('archive.issuedFile', { id: first.id })
    expect(kept).toEqual(first.file)
    expect(createHash('sha256').update(Buffer.from(kept.base64, 'base64')).digest('hex')).toBe(first.sha256)
    const { rows, total } = await program.ask('archive.outgoing', { year: 2026, text: 'hop dong 02' })
    expect(total).toBe(2)
    expect(rows).toMatchObject([{ fullNumber: '02/HĐ-KC', project: { code }, recipients: 'Như trên;\nLưu: VT.' }])
    const refused = await program.refusal('projects.remove', { id: projectId, rowVersion: 1 })
    expect(refused.code).toBe('record.in-use')
  })

  it.skipIf(!hasTool('pdftotext'))('prints the number it gave and the day on the paper', async () => {
    const program = await open('sample')
    const { id: projectId } = await firstProject(program)
    const { file } = await program.ask('archive.issue', { ...order(projectId), number: 12 })
    const text = execFileSync('pdftotext', ['-', '-'], { input: Buffer.from(file.base64, 'base64'), encoding: 'utf8' })
    expect(text.normalize('NFC')).toContain('12/HĐ-KC')
    expect(text.normalize('NFC')).toContain('ngày 21 tháng 11 năm 2026')
  })

  it('issues the papers of a plan out of the same row of numbers, and keeps them while the plan goes on', async () => {
    const program = await open('sample')
    const { id: projectId } = await firstProject(program)
    await program.ask('archive.issue', { ...order(projectId), symbol: 'TTKC' })
    const letter = { form: 'registration-letter', year: 2022, programme: 'national', date: '2026-11-21' } as const
    const issued = await program.ask('archive.issuePlan', { ...letter, symbol: 'TTKC' })
    expect(issued).toMatchObject({ number: 2, fullNumber: '02/TTKC' })
    const submission = { ...letter, form: 'local-plan-submission', programme: 'local' } as const
    expect((await program.ask('archive.issuePlan', { ...submission, symbol: 'TTr' })).fullNumber).toBe('01/TTr')
    const { rows } = await program.ask('archive.outgoing', { year: 2026, text: 'ke hoach kcqg 2022' })
    expect(rows).toMatchObject([{ fullNumber: '02/TTKC', project: null, plan: { year: 2022, programme: 'national' } }])
    const taken = await program.refusal('archive.issuePlan', { ...letter, symbol: 'TTKC', number: 2 })
    expect(fieldsOf(taken).number).toContain('Số 02/TTKC năm 2026 đã cấp')

    const { items } = await program.ask('plans.get', { year: 2022, programme: 'national' })
    const [item] = items
    if (item === undefined) throw new Error('the sample has a national plan')
    await program.ask('plans.removeItem', { itemId: item.id })
    const kept = await program.ask('archive.issuedFile', { id: issued.id })
    expect(kept).toEqual(issued.file)
    expect(createHash('sha256').update(Buffer.from(kept.base64, 'base64')).digest('hex')).toBe(issued.sha256)
  })

  it('names the forms there are where one is asked for that is not', async () => {
    const program = await open('sample')
    const { id: projectId } = await firstProject(program)
    const ofProject = await program.refusal('documents.render', { form: 'phieu-4a', projectId, format: 'pdf' })
    expect(ofProject.code).toBe('record.missing')
    expect(fieldsOf(ofProject).form).toContain('base-appraisal-4a (Phiếu thẩm định 4a)')
    const asked = { form: 'to-trinh', year: 2022, programme: 'local', format: 'pdf' } as const
    expect(fieldsOf(await program.refusal('documents.renderPlan', asked)).form).toContain('local-plan-submission')
  })

  it('asks for a symbol, refuses a number already given, and uses up none for a paper that cannot be made', async () => {
    const program = await open('sample')
    const { id: projectId } = await firstProject(program)
    const issue = (over: object) => program.refusal('archive.issue', { ...order(projectId), ...over })
    const taken = await program.ask('archive.issue', { ...order(projectId), number: 7 })
    expect(fieldsOf(await issue({ symbol: '', form: 'base-appraisal-4a' })).symbol).toContain('chưa có ký hiệu')
    expect(fieldsOf(await issue({ number: 7 })).number).toContain('Số 07/HĐ-KC năm 2026 đã cấp')
    expect(fieldsOf(await issue({ number: 0 })).number).toBe('Số văn bản từ 1.')
    expect(fieldsOf(await issue({ date: '2026-02-30' }))).toHaveProperty(['date'])
    expect(fieldsOf(await issue({ form: 'budget-estimate-1' })).form).toContain('không mang số')
    expect((await issue({ form: 'nothing' })).code).toBe('record.missing')
    expect((await issue({ projectId: 99 })).code).toBe('record.missing')
    const next = { year: 2026, form: 'agency-contract', symbol: 'HĐ-KC' }
    expect(await program.ask('archive.nextNumber', next)).toEqual({ number: 8, symbol: 'HĐ-KC' })
    expect((await program.ask('archive.nextNumber', { ...next, year: 2027 })).number).toBe(1)
    await program.ask('archive.cancelIssued', { id: taken.id, reason: 'Sai tên đơn vị' })
    expect(fieldsOf(await issue({ symbol: '', form: 'base-appraisal-4a' })).symbol).toContain('chưa có ký hiệu')
    expect(fieldsOf(await issue({ number: 7 })).number).toContain('số đã hủy không cấp lại')
    expect(fieldsOf(await program.refusal('archive.cancelIssued', { id: taken.id, reason: 'x' })).id).toContain(
      'Sai tên đơn vị',
    )
  })

  it('never gives a number twice, whatever is issued and cancelled in whatever order', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('issue' as const),
        symbol: fc.constantFrom('HĐ-KC', 'PTĐ'),
        year: fc.constantFrom('2025', '2026'),
        number: fc.option(fc.integer({ min: 1, max: 6 })),
      }),
      fc.record({ kind: fc.constant('cancel' as const), which: fc.nat({ max: 9 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const program = await open('sample')
        const { id: projectId } = await firstProject(program)
        const given: { id: number; key: string }[] = []
        for (const one of steps) {
          if (one.kind === 'cancel') {
            const paper = given[one.which]
            if (paper !== undefined) await program.program.call('archive.cancelIssued', { id: paper.id, reason: 'sai' })
            continue
          }
          const { symbol, year, number } = one
          const wanted = number === null ? null : `${year} ${symbol} ${number}`
          const result = await program.program.call('archive.issue', {
            form: 'base-appraisal-4a',
            projectId,
            date: `${year}-06-01`,
            symbol,
            number,
          })
          expect(result.ok, JSON.stringify(one)).toBe(!given.some(({ key }) => key === wanted))
          if (!result.ok) continue
          const paper = result.value as { id: number; number: number }
          if (number !== null) expect(paper.number).toBe(number)
          given.push({ id: paper.id, key: `${year} ${symbol} ${paper.number}` })
        }
        expect(new Set(given.map(({ key }) => key)).size).toBe(given.length)
        await program.program.close()
      }),
      { numRuns: 8 },
    )
  })
})
