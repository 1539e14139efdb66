// Change requests through the program: asked beside what is in force, who decides, the decision that makes the next version.
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/call'
import type { ChangeRequest } from '../../shared/contract/changes'
import type { CallInput, Contract } from '../../shared/contract/index'
import { noProposalParts, type ProjectContent } from '../../shared/contract/projects'
import { noAmounts } from '../../shared/domain/money'
import type { Programme, ProjectKind } from '../../shared/domain/projects'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const newProgram = openPrograms()

type Item = CallInput<'changes', 'save'>['items'][number]
type Decision = InputOf<Contract['changes']['decide']>

const line = { unit: 'máy', quantityThousandths: null, unitPrice: null, note: '', beneficiary: '' }

function contentFor(programme: Programme, support: number): CallInput<'projects', 'save'>['content'] {
  return {
    ...noProposalParts,
    name: 'Hỗ trợ máy sấy',
    contentGroup: 'ND3',
    subContent: 'ND3.advancedMachinery',
    implementingUnit: 'Trung tâm Khuyến công',
    cooperatingUnits: 'UBND xã Vũ Loan',
    startMonth: '2026-02',
    endMonth: '2026-11',
    necessity: '',
    objective: '',
    scale: '',
    schedule: '',
    organisation: '',
    effect: '',
    summary: '',
    note: '',
    beneficiaries: [{ establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null }],
    places: [{ provinceCode: '19', communeCode: null, text: 'xã Vũ Loan', oldText: '' }],
    outputs: [],
    budget: [{ ...line, content: 'Máy sấy', amounts: { ...noAmounts, [programme]: support, counterpart: 200 } }],
  }
}

interface Approved {
  readonly id: number
  readonly content: ProjectContent
}

/** Recorded as decided on paper on 10/01/2026. */
async function approved(
  { ask }: OpenProgram,
  programme: Programme = 'local',
  kind: ProjectKind = 'single',
  support = 100,
): Promise<Approved> {
  const { id } = await ask('projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme, kind, planYear: 2026 },
    content: contentFor(programme, support),
  })
  await ask('projects.lockVersion', {
    id,
    rowVersion: 1,
    stage: 'approved',
    decisionNumber: '1/QĐ',
    decisionDate: '2026-01-10',
  })
  const { content } = await ask('projects.get', { id })
  return { id, content }
}

const letter = {
  year: 2026,
  letterNumber: '12/TTKC',
  letterDate: '2026-03-01',
  askedBy: 'Trung tâm Khuyến công',
  reason: 'Cơ sở đổi nhu cầu',
  note: '',
}

const adjust = (projectId: number, content: ProjectContent | null): Item => ({
  id: null,
  kind: 'adjust',
  projectId,
  content,
  reason: '',
  reasons: [],
  advanced: null,
  recovery: null,
})

async function draft({ ask }: OpenProgram, ...items: Item[]): Promise<ChangeRequest> {
  const { id } = await ask('changes.save', { id: null, rowVersion: null, letter, items })
  return ask('changes.get', { id })
}

const decision = { number: '45/QĐ-UBND', date: '2026-04-01', signer: 'Nguyễn Văn A' }

function approveAll(request: ChangeRequest, over: Partial<Decision> = {}): Decision {
  return {
    id: request.id,
    rowVersion: request.rowVersion,
    ...decision,
    items: request.items.map(({ id }) => ({ itemId: id, outcome: 'approved' })),
    ...over,
  }
}

/** As an earlier program did: a copy of the version in force, its name changed, not locked, made the current one. */
function beginByHand(file: string, projectId: number, name: string): void {
  const db = new Database(file)
  db.transaction(() => {
    const before = db.prepare('SELECT * FROM project_version WHERE project_id = ?').get(projectId) as Row
    const version = { ...before, id: null, number: 2, stage: 'adjusted', locked: 0, locked_on: null, name }
    const id = insert(db, 'project_version', { ...version, decision_number: '', decision_date: null })
    for (const part of ['project_beneficiary', 'project_place', 'project_participant', 'budget_line'])
      for (const row of db.prepare(`SELECT * FROM ${part} WHERE version_id = ?`).all(before.id) as Row[])
        insert(db, part, { ...row, id: null, version_id: id })
    db.prepare('UPDATE project SET current_version_id = ? WHERE id = ?').run(id, projectId)
  })()
  db.close()
}

type Row = Readonly<Record<string, string | number | null>>

function insert(db: Database.Database, table: string, row: Row): number {
  const columns = Object.keys(row)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((one) => `@${one}`).join(', ')})`
  return Number(db.prepare(sql).run(row).lastInsertRowid)
}

describe('a request to adjust', () => {
  it('is found by the number of its letter and by the name of its đề án, without marks', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id } = await approved(program)
    const request = await draft(program, adjust(id, null))
    const hit = {
      kind: 'change',
      id: request.id,
      title: 'Đề nghị điều chỉnh 12/TTKC ngày 01/03/2026',
      detail: 'Đang soạn · Cơ sở đổi nhu cầu',
    }
    expect(await ask('search.everything', { text: '12/ttkc' })).toEqual([hit])
    const named = await ask('search.everything', { text: 'may say' })
    expect(named.map(({ kind }) => kind)).toEqual(['project', 'change'])
    expect(await ask('search.everything', { text: '%' })).toEqual([])
    await ask('changes.remove', { id: request.id, rowVersion: request.rowVersion })
    expect(await ask('search.everything', { text: '12/ttkc' })).toEqual([])
  })

  it('takes over a version that an earlier program began for adjusting by hand', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id, content } = await approved(program)
    const { file } = await ask('files.current', {})
    await ask('files.close', {})
    beginByHand(file?.path ?? '', id, 'Máy sấy lạnh')
    await ask('files.open', { path: file?.path ?? '' })
    expect((await ask('projects.get', { id })).version).toMatchObject({ number: 2, locked: false })

    const request = await draft(program, adjust(id, null))
    expect(request.items[0]).toMatchObject({ base: { number: 1 }, content: { ...content, name: 'Máy sấy lạnh' } })
    expect(request.items[0]?.changes.map(({ path }) => path)).toEqual(['name'])
    expect((await ask('projects.get', { id })).version).toMatchObject({ number: 1, locked: true })

    await ask('changes.submit', { id: request.id, rowVersion: request.rowVersion, submittedOn: '2026-03-02' })
    await ask('changes.decide', approveAll(await ask('changes.get', { id: request.id })))
    expect(await ask('projects.get', { id })).toMatchObject({
      version: { number: 2, locked: true, stage: 'adjusted' },
      content: { ...content, name: 'Máy sấy lạnh' },
    })
  })

  it('starts from the version in force, shows what changes, and once decided is the next locked version', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id, content } = await approved(program)
    const begun = await draft(program, adjust(id, null))
    expect(begun.items[0]).toMatchObject({ base: { number: 1, decisionNumber: '1/QĐ' }, changes: [], content })
    const again = await ask('changes.save', {
      id: begun.id,
      rowVersion: begun.rowVersion,
      letter,
      items: [
        {
          ...adjust(id, { ...content, endMonth: '2026-12', name: 'Hỗ trợ máy sấy lạnh' }),
          id: begun.items[0]?.id ?? 0,
          reasons: [{ path: 'endMonth', reason: 'Máy về chậm' }],
        },
      ],
    })
    const asked = await ask('changes.get', { id: begun.id })
    expect(asked.items[0]?.changes).toMatchObject([
      { path: 'name', before: 'Hỗ trợ máy sấy', after: 'Hỗ trợ máy sấy lạnh', type: 'other', reason: '' },
      { path: 'endMonth', before: '11/2026', after: '12/2026', type: 'time', reason: 'Máy về chậm' },
    ])
    expect(asked.authorities).toMatchObject([{ authority: 'planApprover', confidence: 'M', mark: 'chưa kiểm chứng' }])
    await ask('changes.submit', { id: begun.id, rowVersion: again.rowVersion, submittedOn: '2026-03-02' })
    const waiting = await ask('changes.list', { projectId: id })
    expect(waiting.rows).toMatchObject([{ state: 'submitted', daysWaiting: 264, items: [{ projectId: id }] }])
    const made = await ask('changes.decide', approveAll(await ask('changes.get', { id: begun.id })))
    const project = await ask('projects.get', { id })
    expect(project.version).toMatchObject({
      id: made.versions[0]?.versionId,
      number: 2,
      stage: 'adjusted',
      locked: true,
      decisionNumber: '45/QĐ-UBND',
      decisionDate: '2026-04-01',
    })
    expect(project.content).toEqual({ ...content, endMonth: '2026-12', name: 'Hỗ trợ máy sấy lạnh' })
    expect((await ask('projects.get', { id, versionId: project.versions[0]?.id ?? 0 })).content).toEqual(content)
    expect(await ask('changes.get', { id: begun.id })).toMatchObject({
      state: 'decided',
      decision: { number: '45/QĐ-UBND', authority: 'planApprover', cancelled: null },
      items: [{ outcome: 'approved', newer: null }],
    })
  })
})

describe('who decides', () => {
  const asked = async (
    programme: Programme,
    kind: ProjectKind,
    change: (content: ProjectContent) => ProjectContent,
  ) => {
    const program = await newProgram()
    const { id, content } = await approved(program, programme, kind)
    const { authorities, mixed, items } = await draft(program, adjust(id, change(content)))
    return { mixed, authorities, types: [...new Set(items[0]?.changes.map(({ type }) => type))] }
  }
  const more = (content: ProjectContent): ProjectContent => ({
    ...content,
    budget: content.budget.map((one) => ({ ...one, amounts: { ...one.amounts, national: one.amounts.national + 50 } })),
  })
  const place = { provinceCode: '19', communeCode: null, text: 'xã Cường Lợi', oldText: '' }

  it('is the Minister for more support, another content, the next year', async () => {
    for (const [change, type] of [
      [more, 'increase'],
      [(one: ProjectContent) => ({ ...one, subContent: 'ND3.demonstrationModel' }), 'content'],
      [(one: ProjectContent) => ({ ...one, endMonth: '2027-03' }), 'nextYear'],
    ] as const) {
      const { authorities, types, mixed } = await asked('national', 'single', change)
      expect(types).toEqual([type])
      expect(mixed).toBe(false)
      expect(authorities).toMatchObject([
        {
          authority: 'minister',
          name: 'Bộ trưởng Bộ Công Thương',
          legalBasis: expect.stringContaining('Điều 11'),
          mark: null,
        },
      ])
    }
  })

  it('is the Cục within the year and without more money, by the name of the day of the letter', async () => {
    const { authorities, types } = await asked('national', 'single', (one) => ({
      ...one,
      endMonth: '2026-12',
      places: [place],
    }))
    expect(types).toEqual(['place', 'time'])
    expect(authorities).toMatchObject([
      { authority: 'agency', name: 'Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công', what: expect.any(Array) },
    ])
    const program = await newProgram()
    const { id, content } = await approved(program, 'national')
    const old = { ...letter, letterDate: '2024-06-01' }
    const { id: request } = await program.ask('changes.save', {
      id: null,
      rowVersion: null,
      letter: old,
      items: [adjust(id, { ...content, endMonth: '2026-12' })],
    })
    const [part] = (await program.ask('changes.get', { id: request })).authorities
    expect(part?.name).toBe('Cục Công Thương địa phương')
  })

  it('is the Sở for place, beneficiary and helper of a group, the Cục for its other changes', async () => {
    const { authorities, mixed } = await asked('national', 'group', (one) => ({
      ...one,
      places: [place],
      beneficiaries: [{ establishmentId: null, name: 'HTX Cường Lợi', shareBasisPoints: null }],
      cooperatingUnits: 'UBND xã Cường Lợi',
      participants: [],
      endMonth: '2026-12',
    }))
    expect(mixed).toBe(true)
    expect(authorities.map(({ authority, what }) => [authority, what.length])).toEqual([
      ['agency', 1],
      ['department', 6],
    ])
  })

  it('splits a mixed request into one for each, every field with its reason, none lost and none twice', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id, content } = await approved(program, 'national', 'group')
    const wanted = { ...more(content), places: [place], endMonth: '2026-12' }
    const item = adjust(id, wanted)
    const begun = await draft(program, { ...item, reasons: [{ path: 'endMonth', reason: 'Máy về chậm' }] })
    expect(begun.checks.map(({ message }) => message).join()).toContain('3 cấp quyết định')
    const { ids } = await ask('changes.split', { id: begun.id, rowVersion: begun.rowVersion })
    expect(ids).toHaveLength(3)
    const parts = await Promise.all(ids.map((one) => ask('changes.get', { id: one })))
    expect(
      parts.map((one) => [one.authorities[0]?.authority, one.mixed, one.items[0]?.changes.map(({ path }) => path)]),
    ).toEqual([
      ['minister', false, ['budget[Máy sấy].national']],
      ['agency', false, ['endMonth']],
      ['department', false, ['places[xã Vũ Loan].text']],
    ])
    expect(parts[1]?.items[0]?.changes[0]?.reason).toBe('Máy về chậm')
    expect(parts.map((one) => one.splitFrom?.id ?? null)).toEqual([null, begun.id, begun.id])
    const again = await program.refusal('changes.split', { id: ids[1], rowVersion: parts[1]?.rowVersion })
    expect(again.message).toContain('không cần tách')
  })

  it('is warned of where a lower authority decides, not where a higher one does', async () => {
    const program = await newProgram()
    const { id, content } = await approved(program, 'national')
    const request = await sent(program, adjust(id, more(content)))
    const lower = await program.refusal('changes.decide', approveAll(request, { authority: 'agency' }))
    expect(lower).toMatchObject({ code: 'change.warned', message: expect.stringContaining('Bộ trưởng Bộ Công Thương') })
    const smaller = await sent(program, adjust(id, { ...content, endMonth: '2026-12' }))
    await program.ask('changes.decide', approveAll(smaller, { authority: 'minister' }))
  })

  it('says which part of a mixed request cannot stand alone', async () => {
    const program = await newProgram()
    const { id, content } = await approved(program, 'national', 'group')
    const owned = {
      ...content,
      beneficiaries: [...content.beneficiaries, { establishmentId: null, name: 'HTX Hai', shareBasisPoints: null }],
      budget: [...content.budget, { ...line, content: 'Máy của HTX Hai', beneficiary: 'HTX Hai', amounts: noAmounts }],
    }
    const begun = await draft(program, adjust(id, owned))
    const refused = await program.refusal('changes.split', { id: begun.id, rowVersion: begun.rowVersion })
    expect(refused.message).toContain('“HTX Hai” không có trong danh sách đơn vị thụ hưởng')
    expect(refused.message).toContain('để cả đề nghị cho cấp cao nhất quyết định')
    expect((await program.ask('changes.list', {})).rows).toHaveLength(1)
  })
})

describe('a decision', () => {
  it('may approve in part: a field refused, another with a different value, what was asked kept beside it', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id, content } = await approved(program)
    const wanted = { ...content, name: 'Tên mới', endMonth: '2026-12', objective: 'Mục tiêu mới' }
    const request = await sent(program, adjust(id, wanted))
    const itemId = request.items[0]?.id ?? 0
    await ask(
      'changes.decide',
      approveAll(request, {
        items: [
          {
            itemId,
            outcome: 'partly',
            refused: ['name'],
            content: { ...wanted, name: content.name, objective: 'Khác' },
          },
        ],
      }),
    )
    expect((await ask('projects.get', { id })).content).toEqual({ ...content, endMonth: '2026-12', objective: 'Khác' })
    const decided = (await ask('changes.get', { id: request.id })).items[0]
    expect(decided?.content).toEqual(wanted)
    expect(decided?.decided.map((one) => [one.path, one.after, one.outcome, one.decided])).toEqual([
      ['name', 'Tên mới', 'refused', 'Hỗ trợ máy sấy'],
      ['endMonth', '12/2026', 'approved', '12/2026'],
      ['objective', 'Mục tiêu mới', 'otherwise', 'Khác'],
    ])
  })

  it('that refuses leaves the version in force, and the request decided', async () => {
    const program = await newProgram()
    const { id, content } = await approved(program)
    const request = await sent(program, adjust(id, { ...content, name: 'Tên mới' }))
    const items = [{ itemId: request.items[0]?.id ?? 0, outcome: 'refused' as const, note: 'Chưa đủ căn cứ' }]
    const { versions } = await program.ask('changes.decide', approveAll(request, { items }))
    expect(versions).toEqual([])
    expect((await program.ask('projects.get', { id })).versions).toHaveLength(1)
    const { rows } = await program.ask('changes.list', { state: 'decided' })
    expect(rows).toMatchObject([{ outcome: 'refused', decisionNumber: '45/QĐ-UBND' }])
  })

  it('on several đề án at once is all or nothing', async () => {
    const program = await newProgram()
    const one = await approved(program)
    const two = await approved(program)
    const first = await sent(program, adjust(one.id, { ...one.content, name: 'A' }))
    const both = await sent(
      program,
      adjust(two.id, { ...two.content, name: 'B' }),
      adjust(one.id, { ...one.content, endMonth: '2026-12' }),
    )
    await program.ask('changes.decide', approveAll(first))
    const refused = await program.refusal('changes.decide', approveAll(both))
    expect(refused).toMatchObject({
      code: 'change.outdated',
      message: expect.stringContaining('KCDP-2026-001 nay có bản 2'),
    })
    expect((await program.ask('projects.get', { id: two.id })).versions).toHaveLength(1)
    expect((await program.ask('changes.get', { id: both.id })).state).toBe('submitted')
  })

  it('is cancelled, not undone: a version equal to the one before, and only while nothing stands on it', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    const { id, content } = await approved(program)
    const request = await sent(program, adjust(id, { ...content, name: 'Tên mới' }))
    await ask('changes.decide', approveAll(request))
    const later = await sent(program, adjust(id, { ...content, name: 'Tên mới nữa' }))
    const { rowVersion } = await ask('changes.decide', approveAll(later, { number: '50/QĐ', date: '2026-05-01' }))
    const cancel = { date: '2026-06-01', reason: 'Ghi nhầm đề án' }
    const first = await ask('changes.get', { id: request.id })
    const tooEarly = await refusal('changes.cancelDecision', {
      id: request.id,
      rowVersion: first.rowVersion,
      ...cancel,
    })
    expect(tooEarly.message).toContain('chỉ hủy được quyết định mới nhất')
    await ask('changes.cancelDecision', { id: later.id, rowVersion, ...cancel })
    const project = await ask('projects.get', { id })
    expect(project.content.name).toBe('Tên mới')
    expect(project.version).toMatchObject({
      number: 4,
      stage: 'adjusted',
      decisionNumber: 'hủy 50/QĐ',
      decisionDate: '2026-06-01',
    })
    expect(await ask('changes.get', { id: later.id })).toMatchObject({
      state: 'cancelled',
      decision: { cancelled: { reason: 'Ghi nhầm đề án', date: '2026-06-01' } },
    })
  })
})

describe('what is wrong is said with what to do', () => {
  const refuse = async (
    program: OpenProgram,
    name: 'changes.decide' | 'changes.submit' | 'changes.save',
    input: unknown,
  ) => program.refusal(name, input)

  it('of an empty request, one without its letter, and one without a reason', async () => {
    const program = await newProgram()
    const { id, content } = await approved(program)
    const same = await draft(program, adjust(id, content))
    const submit = (request: ChangeRequest) =>
      refuse(program, 'changes.submit', { id: request.id, rowVersion: request.rowVersion, submittedOn: '2026-03-02' })
    expect((await submit(same)).fields).toMatchObject([
      { path: 'items.0', message: expect.stringContaining('không khác gì') },
    ])
    const { id: bare } = await program.ask('changes.save', {
      id: null,
      rowVersion: null,
      letter: { ...letter, letterNumber: '', letterDate: null, reason: '' },
      items: [adjust(id, { ...content, name: 'Khác' })],
    })
    const paths = (await submit(await program.ask('changes.get', { id: bare }))).fields.map(({ path }) => path)
    expect(paths).toEqual(['letter.letterNumber', 'letter.letterDate', 'items.0.reasons'])
  })

  it('of a decision dated before its letter, or before the decision in force', async () => {
    const program = await newProgram()
    const { id, content } = await approved(program)
    const request = await sent(program, adjust(id, { ...content, name: 'Khác' }))
    const early = await refuse(program, 'changes.decide', approveAll(request, { date: '2026-02-28' }))
    expect(early.fields).toMatchObject([
      { path: 'date', message: expect.stringContaining('sớm hơn văn bản đề nghị (01/03/2026)') },
    ])
    await program.ask('changes.decide', approveAll(request, { date: '2026-08-01' }))
    const next = await sent(program, adjust(id, { ...content, name: 'Khác nữa' }))
    const before = await refuse(program, 'changes.decide', approveAll(next, { date: '2026-07-01' }))
    expect(before.fields[0]?.message).toContain('sớm hơn quyết định 45/QĐ-UBND ngày 01/08/2026')
  })

  it('of a version no longer in force, with the way to draft it again, keeping what does not collide', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id, content } = await approved(program)
    const mine = await sent(program, adjust(id, { ...content, name: 'Tên của tôi', endMonth: '2026-12' }))
    const theirs = await sent(program, adjust(id, { ...content, name: 'Tên của họ', objective: 'Mục tiêu của họ' }))
    const said = (await ask('changes.get', { id: mine.id })).checks.map(({ message }) => message).join()
    expect(said).toContain('cũng xin đổi chỗ này')
    await ask('changes.decide', approveAll(theirs))
    expect((await refuse(program, 'changes.decide', approveAll(mine))).code).toBe('change.outdated')
    const stale = await ask('changes.get', { id: mine.id })
    expect(stale.items[0]?.newer).toMatchObject({ number: 2, decisionNumber: '45/QĐ-UBND' })
    const rebased = await ask('changes.rebase', { id: mine.id, rowVersion: stale.rowVersion })
    expect(rebased.collisions).toMatchObject([{ path: 'name', now: 'Tên của họ', asked: 'Tên của tôi' }])
    const again = await ask('changes.get', { id: mine.id })
    expect(again.items[0]?.changes.map(({ path }) => path)).toEqual(['endMonth'])
    await ask('changes.decide', approveAll(again, { date: '2026-05-01', number: '60/QĐ' }))
    expect((await ask('projects.get', { id })).content).toEqual({
      ...content,
      name: 'Tên của họ',
      objective: 'Mục tiêu của họ',
      endMonth: '2026-12',
    })
  })

  it('of a đề án not approved yet, one stopped, and the same đề án twice', async () => {
    const program = await newProgram()
    const made = await program.ask('projects.save', {
      id: null,
      rowVersion: null,
      identity: { code: '', programme: 'local', kind: 'single', planYear: 2026 },
      content: contentFor('local', 100),
    })
    const save = (...items: Item[]) => refuse(program, 'changes.save', { id: null, rowVersion: null, letter, items })
    expect((await save(adjust(made.id, null))).message).toContain('chưa có bản được phê duyệt')
    const { id, content } = await approved(program)
    expect((await save(adjust(id, null), adjust(id, null))).fields[0]?.path).toBe('items.1.projectId')
    const stop: Item = { ...adjust(id, null), kind: 'stop', reason: 'Cơ sở bỏ', advanced: 70, recovery: 70 }
    const request = await sent(program, stop)
    await program.ask('changes.decide', approveAll(request))
    expect((await program.ask('projects.steps', { id })).status).toBe('stopped')
    expect((await save(adjust(id, { ...content, name: 'Khác' }))).message).toContain('đã ngừng triển khai')
  })

  it('of approving a request of which nothing is left, once drafted again on what somebody else decided', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id, content } = await approved(program)
    const mine = await sent(program, adjust(id, { ...content, name: 'Tên của tôi' }))
    const theirs = await sent(program, adjust(id, { ...content, name: 'Tên của họ' }))
    await ask('changes.decide', approveAll(theirs))
    await ask('changes.rebase', { id: mine.id, rowVersion: mine.rowVersion })
    const empty = await ask('changes.get', { id: mine.id })
    const refused = await refuse(program, 'changes.decide', approveAll(empty, { number: '46/QĐ-UBND' }))
    expect(refused.fields).toEqual([
      { path: 'items.0.outcome', message: 'Không còn gì khác bản đang có hiệu lực; hãy chọn “Không duyệt”.' },
    ])
    expect((await ask('projects.get', { id })).versions).toHaveLength(2)
  })

  it('of more to be given back on stopping than was ever given', async () => {
    const program = await newProgram()
    const { id } = await approved(program)
    const stop: Item = { ...adjust(id, null), kind: 'stop', reason: 'Cơ sở bỏ', advanced: 70, recovery: 90 }
    const request = await sent(program, stop)
    const words = 'số phải thu hồi 90 đồng lớn hơn số đã tạm ứng, thanh toán 70 đồng'
    expect(request.checks.map(({ message }) => message).join()).toContain(words)
    const refused = await refuse(program, 'changes.decide', approveAll(request))
    expect(refused).toMatchObject({ code: 'change.warned', message: expect.stringContaining(words) })
    const items = request.items.map(({ id: itemId }) => ({ itemId, outcome: 'approved' as const, recovery: 70 }))
    await program.ask('changes.decide', approveAll(request, { items }))
    expect((await program.ask('changes.get', { id: request.id })).items[0]?.recovery).toBe(70)
  })

  it('of a locked year: nothing is decided, and nothing new is asked', async () => {
    const program = await newProgram()
    const { id, content } = await approved(program)
    const request = await sent(program, adjust(id, { ...content, name: 'Khác' }))
    await program.ask('history.lockYear', { year: 2026, note: '' })
    expect((await refuse(program, 'changes.decide', approveAll(request))).code).toBe('year.locked')
    const another = { id: null, rowVersion: null, letter, items: [adjust(id, null)] }
    expect((await refuse(program, 'changes.save', another)).code).toBe('year.locked')
    expect((await program.ask('projects.get', { id })).versions).toHaveLength(1)
  })
})

async function sent(program: OpenProgram, ...items: Item[]): Promise<ChangeRequest> {
  const { id, rowVersion } = await draft(program, ...items)
  await program.ask('changes.submit', { id, rowVersion, submittedOn: '2026-03-02' })
  return program.ask('changes.get', { id })
}

describe('an approved plan', () => {
  const which = { year: 2026, programme: 'local' as const }

  async function draftProject({ ask }: OpenProgram, support: number): Promise<number> {
    const { id } = await ask('projects.save', {
      id: null,
      rowVersion: null,
      identity: { code: '', programme: 'local', kind: 'single', planYear: 2026 },
      content: contentFor('local', support),
    })
    return id
  }

  /** Two đề án of 100 and 300, with an allocation of 500. */
  async function planned(program: OpenProgram): Promise<{ first: number; second: number }> {
    const { ask } = program
    const first = await draftProject(program, 100)
    const second = await draftProject(program, 300)
    await ask('plans.addProjects', { ...which, projectIds: [first, second] })
    await ask('plans.saveAllocation', {
      ...which,
      id: null,
      rowVersion: null,
      allocation: {
        batchNumber: 1,
        documentKind: 'decision',
        number: '2/QĐ',
        issuedOn: '2026-01-05',
        issuer: 'UBND tỉnh',
        totalAmount: 500,
        note: '',
      },
    })
    const { rowVersion } = await ask('plans.get', which)
    await ask('plans.lock', { ...which, rowVersion, decisionNumber: '3/QĐ-UBND', decisionDate: '2026-01-20' })
    return { first, second }
  }

  const localOf = async ({ ask }: OpenProgram, asOf?: string) => {
    const plan = await ask('plans.get', { ...which, ...(asOf === undefined ? {} : { asOf }) })
    return [plan.items.length, plan.amounts.local]
  }

  it('grows by a supplement and loses a stopped line from the day of the decision, its totals those in force', async () => {
    const program = await newProgram()
    const { ask } = program
    const { second } = await planned(program)
    const extra = await draftProject(program, 50)
    const supplement: Item = { ...adjust(extra, null), kind: 'supplement', reason: 'Cơ sở mới đủ điều kiện' }
    const stop: Item = { ...adjust(second, null), kind: 'stop', reason: 'Cơ sở bỏ', advanced: 200, recovery: 200 }
    const request = await sent(program, supplement, stop)
    expect(request.plans).toMatchObject([{ allocated: 500, leftBefore: 100, leftAfter: 350 }])
    await ask('changes.decide', approveAll(request))
    expect(await localOf(program)).toEqual([2, 150])
    expect(await localOf(program, '2026-03-31')).toEqual([2, 400])
    expect(await localOf(program, '2026-04-01')).toEqual([2, 150])
    expect(await ask('projects.steps', { id: extra })).toMatchObject({ status: 'approved' })
    const shown = await ask('changes.get', { id: request.id })
    expect(shown.items.map(({ madeVersionId, recovery }) => [madeVersionId !== null, recovery])).toEqual([
      [true, null],
      [false, 200],
    ])
    await ask('changes.cancelDecision', {
      id: request.id,
      rowVersion: shown.rowVersion,
      date: '2026-06-01',
      reason: 'Ghi nhầm',
    })
    expect(await localOf(program)).toEqual([2, 400])
    expect(await localOf(program, '2026-05-31')).toEqual([2, 150])
    expect((await ask('projects.steps', { id: second })).status).toBe('approved')
    expect((await ask('projects.steps', { id: extra })).status).toBe('draft')
  })

  it('is supplemented by what was sent: the đề án is not edited behind the request', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    await planned(program)
    const extra = await draftProject(program, 50)
    const request = await sent(program, { ...adjust(extra, null), kind: 'supplement', reason: 'Cơ sở mới' })
    const { identity, content, rowVersion } = await ask('projects.get', { id: extra })
    const edit = { id: extra, rowVersion, identity, content: { ...content, name: 'Tên khác' } }
    expect(await refusal('projects.save', edit)).toMatchObject({
      code: 'step.not-allowed',
      message: expect.stringContaining('đề nghị bổ sung số 12/TTKC đã trình'),
    })
    await ask('changes.reopen', { id: request.id, rowVersion: request.rowVersion })
    await ask('projects.save', edit)
    expect((await ask('changes.get', { id: request.id })).items[0]?.base.content.name).toBe('Tên khác')
  })

  it('warns of more than was allocated: recorded with a reason that is kept, or with the money added to it', async () => {
    const program = await newProgram()
    const { ask, refusal } = program
    const { first } = await planned(program)
    const { content } = await ask('projects.get', { id: first })
    const raised = {
      ...content,
      budget: content.budget.map((one) => ({ ...one, amounts: { ...one.amounts, local: 250 } })),
    }
    const request = await sent(program, adjust(first, raised))
    expect(request.checks.map(({ message }) => message).join()).toContain('vượt số được phân bổ 500 đồng là 50 đồng')
    const refused = await refusal('changes.decide', approveAll(request))
    expect(refused).toMatchObject({ code: 'change.warned', fields: [{ path: 'overReason' }] })
    expect(refused.message).toContain('ghi số kinh phí được bổ sung')
    const addedAllocation = { ...which, amount: 50 }
    const { rowVersion } = await ask('changes.decide', approveAll(request, { addedAllocation }))
    expect(await ask('plans.allocations', which)).toMatchObject({
      allocated: 550,
      batches: [{ batchNumber: 1 }, { batchNumber: 2, totalAmount: 50, number: '45/QĐ-UBND' }],
    })
    await ask('changes.cancelDecision', { id: request.id, rowVersion, date: '2026-06-01', reason: 'Nhầm' })
    expect((await ask('plans.allocations', which)).allocated).toBe(500)
    const again = await sent(program, adjust(first, raised))
    const over = { overReason: 'Tỉnh đã hứa bổ sung', date: '2026-07-01', number: '70/QĐ' }
    await ask('changes.decide', approveAll(again, over))
    expect((await ask('changes.get', { id: again.id })).decision).toMatchObject({
      overReason: 'Tỉnh đã hứa bổ sung',
      warnings: expect.stringContaining('vượt số được phân bổ'),
    })
    expect(await localOf(program)).toEqual([2, 550])
  })
})
