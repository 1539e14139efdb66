// Hoạt động khác over a real file: rounds and products, certificates brought in one by one, fairs and courses, what is found,
// undone, put in the bin and refused.
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/workbooks/adapter/read'
import type { ActivityDetailsInput, VoteProductInput } from '../../shared/contract/activities'
import { blankEstablishment } from '../../shared/contract/establishments'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const open = openPrograms('2026-11-21')

const round = {
  level: 'province',
  year: 2025,
  place: '',
  decisionNumber: '1234/QĐ-UBND',
  decisionDate: '2025-10-01',
  issuer: 'UBND tỉnh',
  councilNumber: '',
  councilMembers: 7,
  note: '',
} as const

const product: VoteProductInput = {
  establishmentId: null,
  owner: 'HTX Tân Lợi',
  name: 'Miến dong',
  group: 'food',
  scores: { market: 3_500, economy: 3_000, culture: 800, other: 700 },
  average: null,
  result: 'certified',
  certificateNumber: '05/GCN',
  certificateDate: '2025-10-10',
  validUntil: null,
  prizeRank: '',
  prizeAmount: null,
  overReason: '',
  note: '',
}

const fair: ActivityDetailsInput = {
  kind: 'fairHere',
  name: 'Hội chợ hàng công nghiệp nông thôn',
  year: 2026,
  startsOn: '2026-05-01',
  endsOn: '2026-05-05',
  place: 'Bắc Kạn',
  organiser: '',
  documentNumber: '',
  projectId: null,
  participants: null,
  establishments: null,
  booths: 120,
  items: null,
  amounts: { national: 0, local: 90_000_000, counterpart: 10_000_000, other: 0 },
  attendants: [{ establishmentId: null, name: 'HTX Tân Lợi', note: '' }],
  result: '',
  note: '',
}

const addRound = ({ ask }: OpenProgram) => ask('activities.saveRound', { id: null, rowVersion: null, round })
const addProduct = ({ ask }: OpenProgram, roundId: number, change: Partial<VoteProductInput> = {}) =>
  ask('activities.saveProduct', { id: null, rowVersion: null, roundId, product: { ...product, ...change } })

describe('a voting round', () => {
  it('counts what was registered and certified, and knows which certificates end soon', async () => {
    const program = await open()
    const { ask } = program
    const { id } = await addRound(program)
    await addProduct(program, id)
    await addProduct(program, id, { name: 'Chè', certificateNumber: '06', validUntil: '2027-01-31' })
    await addProduct(program, id, { name: 'Rượu', certificateNumber: '07', validUntil: '2026-01-31' })
    await addProduct(program, id, {
      name: 'Dao',
      group: 'machinery',
      result: 'notCertified',
      certificateNumber: '',
      certificateDate: null,
    })
    expect(await ask('activities.rounds', {})).toMatchObject([
      { registered: 4, certified: 3, expiring: 1, expired: 1, level: 'province', year: 2025 },
    ])
    expect((await ask('activities.rounds', { text: 'mien dong' })).length).toBe(1)
    expect((await ask('activities.rounds', { text: 'mia' })).length).toBe(0)
    const { products } = await ask('activities.round', { id })
    expect(products.map((one) => [one.product.name, one.points, one.validUntil, one.state])).toEqual([
      ['Miến dong', 8_000, '2028-12-31', 'valid'],
      ['Chè', 8_000, '2027-01-31', 'expiring'],
      ['Rượu', 8_000, '2026-01-31', 'expired'],
      ['Dao', 8_000, null, null],
    ])
    const { rows } = await ask('activities.certificates', { state: 'expiring' })
    expect(rows.map((row) => row.number)).toEqual(['06'])
    const earlier = await ask('activities.certificates', { asOf: '2025-10-09' })
    expect(earlier.rows).toEqual([])
  })

  it('lists the products of one cơ sở over all rounds, the newest first, with what became of each certificate', async () => {
    const program = await open()
    const { ask } = program
    const { id: establishmentId } = await ask('establishments.save', {
      id: null,
      rowVersion: null,
      establishment: { ...blankEstablishment, name: 'HTX Tân Lợi', legalForm: 'cooperative' },
    })
    const uncertified = { result: 'pending', certificateNumber: '', certificateDate: null } as const
    const registered = async (year: number, changes: readonly Partial<VoteProductInput>[]) => {
      const held = { ...round, year, decisionDate: `${year}-10-01` }
      const { id: roundId } = await ask('activities.saveRound', { id: null, rowVersion: null, round: held })
      for (const change of changes) await addProduct(program, roundId, change)
    }
    await registered(2019, [{ establishmentId, certificateDate: '2019-10-10' }])
    await registered(2026, [
      { owner: 'HTX khác', ...uncertified },
      { establishmentId, ...uncertified },
    ])
    expect(await ask('activities.productsOf', { establishmentId })).toMatchObject([
      { year: 2026, result: 'pending', state: null },
      { year: 2019, result: 'certified', number: '05/GCN', state: 'expired' },
    ])
  })

  it('is found by Ctrl+K through its products and certificates, until it is deleted; comes back from the bin whole', async () => {
    const program = await open()
    const { ask } = program
    const { id, rowVersion } = await addRound(program)
    await addProduct(program, id)
    const find = () => ask('search.everything', { text: 'mien dong 05' })
    expect(await find()).toMatchObject([{ kind: 'voteRound', id, title: 'Bình chọn cấp tỉnh năm 2025' }])
    await ask('activities.removeRound', { id, rowVersion })
    expect(await find()).toEqual([])
    const [thrown] = await ask('history.bin', {})
    expect(thrown).toMatchObject({ kind: 'Kỳ bình chọn', title: 'Bình chọn cấp tỉnh năm 2025' })
    await ask('history.restore', { commandId: thrown?.commandId ?? 0 })
    expect((await find()).length).toBe(1)
    expect((await ask('activities.round', { id })).products.length).toBe(1)
  })

  it('tells its history in words and takes back a changed product', async () => {
    const program = await open()
    const { ask } = program
    const { id } = await addRound(program)
    const saved = await addProduct(program, id)
    await ask('activities.saveProduct', {
      ...saved,
      roundId: id,
      product: { ...product, scores: { market: 3_550, economy: 3_000, culture: 800, other: 700 } },
    })
    const { entries } = await ask('history.ofRecord', { record: { kind: 'voteRound', id } })
    expect(entries.length).toBe(3)
    expect(JSON.stringify(entries[0])).toContain('35,5')
    await ask('history.undo', {})
    expect((await ask('activities.round', { id })).products[0]?.points).toBe(8_000)
  })

  it('refuses what contradicts itself, says twice, or wants a reason', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id, rowVersion } = await addRound(program)
    await addProduct(program, id)
    const save = (change: Partial<VoteProductInput>) =>
      refusal('activities.saveProduct', {
        id: null,
        rowVersion: null,
        roundId: id,
        product: { ...product, name: 'Khác', certificateNumber: '9', ...change },
      })
    expect(await save({ name: 'MIẾN  DONG', owner: 'htx tân lợi' })).toMatchObject({ code: 'record.duplicate' })
    expect(await save({ result: 'pending' })).toMatchObject({
      code: 'rule.contradiction',
      fields: [{ path: 'product.result' }],
    })
    const scores = { market: null, economy: null, culture: null, other: null }
    expect(await save({ scores, average: 6_900 })).toMatchObject({
      code: 'rule.warning',
      fields: [{ path: 'product.overReason' }],
    })
    await addProduct(program, id, { name: 'Khác', scores, average: 6_900, overReason: 'Hội đồng biểu quyết' })
    expect(await save({ establishmentId: 77 })).toMatchObject({ code: 'input.invalid' })
    expect(
      await refusal('activities.saveRound', { id: null, rowVersion: null, round: { ...round, decisionNumber: 'x' } }),
    ).toMatchObject({ code: 'record.duplicate' })
    expect(await refusal('activities.saveRound', { id, rowVersion: rowVersion + 5, round })).toMatchObject({
      code: 'record.conflict',
    })
    expect((await ask('activities.round', { id })).products.length).toBe(2)
  })
})

describe('one certificate by itself', () => {
  const certificate = {
    level: 'province',
    year: 2023,
    owner: 'Cơ sở Vũ Loan',
    name: 'Chè Shan tuyết',
    group: 'food',
    number: '11/GCN',
    date: '2023-09-01',
  } as const

  it('makes its round and product once, fills in what is new and wipes out nothing', async () => {
    const { ask } = await open()
    const first = await ask('activities.recordCertificate', certificate)
    expect(first.outcome).toBe('new')
    expect(await ask('activities.recordCertificate', certificate)).toEqual({ ...first, outcome: 'same' })
    const more = { ...certificate, name: 'CHÈ SHAN TUYẾT', number: '', average: 8_500, decisionNumber: '9/QĐ' }
    expect(await ask('activities.recordCertificate', more)).toEqual({ ...first, outcome: 'changed' })
    const stored = await ask('activities.round', { id: first.roundId })
    expect(stored.round.decisionNumber).toBe('9/QĐ')
    expect(stored.products).toMatchObject([
      {
        points: 8_500,
        product: { name: 'Chè Shan tuyết', certificateNumber: '11/GCN', certificateDate: '2023-09-01' },
      },
    ])
    expect((await ask('activities.rounds', {})).length).toBe(1)
    expect((await ask('activities.certificates', {})).rows[0]).toMatchObject({
      validUntil: '2026-12-31',
      state: 'expiring',
    })
  })
})

describe('the list of certificates', () => {
  it('is refused in words while there is none, then written with its levels and states', async () => {
    const program = await open()
    const { ask, refusal } = program
    const wanted = { register: 'certificates', format: 'xlsx' } as const
    expect(await refusal('workbooks.exportRegister', wanted)).toMatchObject({ code: 'document.incomplete' })
    const { id } = await addRound(program)
    await addProduct(program, id)
    const file = await ask('workbooks.exportRegister', wanted)
    const cells = JSON.stringify(readWorkbook(Buffer.from(file.base64, 'base64')).sheets)
    for (const words of ['Cấp tỉnh (1)', 'Miến dong', 'HTX Tân Lợi', '05/GCN', 'Còn hạn'])
      expect(cells).toContain(words)
  })
})

describe('fairs, courses and others', () => {
  it('keep what was typed; money under a đề án is not counted again', async () => {
    const program = await open()
    const { ask, refusal } = program
    const { id: projectId, rowVersion: projectVersion } = await ask('projects.save', {
      id: null,
      rowVersion: null,
      identity: { code: '', programme: 'local', kind: 'single', planYear: 2026 },
      content: {
        name: 'Tham gia hội chợ',
        contentGroup: 'ND4',
        subContent: null,
        implementingUnit: '',
        cooperatingUnits: '',
        startMonth: null,
        endMonth: null,
        necessity: '',
        objective: '',
        scale: '',
        schedule: '',
        organisation: '',
        effect: '',
        summary: '',
        note: '',
        beneficiaries: [],
        places: [],
        outputs: [],
        budget: [],
      },
    })
    const { id } = await ask('activities.save', { id: null, rowVersion: null, activity: fair })
    await ask('activities.save', {
      id: null,
      rowVersion: null,
      activity: { ...fair, name: 'Hội chợ thứ hai', projectId, establishments: 3 },
    })
    const rows = await ask('activities.list', { year: 2026 })
    expect(rows.map((row) => [row.own.local, row.establishments, row.warnings.length])).toEqual([
      [90_000_000, 1, 0],
      [0, 3, 1],
    ])
    expect((await ask('activities.list', { text: 'hoi cho thu hai' })).length).toBe(1)
    expect((await ask('activities.list', { projectId })).length).toBe(1)
    expect(await ask('search.everything', { text: 'hang cong nghiep' })).toMatchObject([{ kind: 'activity', id }])
    expect(await refusal('projects.remove', { id: projectId, rowVersion: projectVersion })).toMatchObject({
      code: 'record.in-use',
    })
  })

  it('hold on to the cơ sở they name', async () => {
    const { ask, refusal } = await open()
    const saved = await ask('establishments.save', {
      id: null,
      rowVersion: null,
      establishment: { ...blankEstablishment, name: 'HTX Tân Lợi' },
    })
    const attendants = [{ establishmentId: saved.id, name: 'HTX Tân Lợi', note: '' }]
    const activity = await ask('activities.save', {
      id: null,
      rowVersion: null,
      activity: { ...fair, attendants },
    })
    expect((await ask('activities.list', { establishmentId: saved.id })).length).toBe(1)
    const removal = { id: saved.id, rowVersion: saved.rowVersion }
    expect(await refusal('establishments.remove', removal)).toMatchObject({ code: 'record.in-use' })
    await ask('activities.remove', activity)
    await ask('establishments.remove', removal)
  })

  it('refuse a time outside their year and a cơ sở named twice', async () => {
    const { refusal } = await open()
    const save = (change: Partial<ActivityDetailsInput>) =>
      refusal('activities.save', { id: null, rowVersion: null, activity: { ...fair, ...change } })
    expect((await save({ startsOn: '2025-05-01', endsOn: '2025-05-02' })).fields[0]?.path).toBe('activity.year')
    expect((await save({ startsOn: '2026-05-03', endsOn: '2026-05-02' })).fields[0]?.path).toBe('activity.endsOn')
    const twice = [...fair.attendants, ...fair.attendants]
    expect((await save({ attendants: twice })).fields[0]?.path).toBe('activity.attendants.1.name')
  })

  it('belong to a year that can be closed', async () => {
    const { ask, refusal } = await open()
    await ask('history.lockYear', { year: 2026, note: '' })
    expect(await refusal('activities.save', { id: null, rowVersion: null, activity: fair })).toMatchObject({
      code: 'year.locked',
    })
  })
})
