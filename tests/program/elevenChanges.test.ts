// Eleven changes over two years on one group đề án with five beneficiaries: what it says and what it costs on six dates.
import { describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/index'
import { noProposalParts, type ProjectContent } from '../../shared/contract/projects'
import { noAmounts, totalOf } from '../../shared/domain/money'
import { openPrograms } from '../support/openProgram'

const newProgram = openPrograms('2027-12-31')

const million = 1_000_000
const line = { unit: 'cơ sở', quantityThousandths: null, unitPrice: null, note: '' }
const owners = ['HTX Một', 'HTX Hai', 'HTX Ba', 'HTX Bốn', 'HTX Năm']

const costOf = (beneficiary: string, national: number, counterpart: number) => ({
  ...line,
  content: `Máy sấy của ${beneficiary}`,
  beneficiary,
  amounts: { ...noAmounts, national: national * million, counterpart: counterpart * million },
})

const registered: CallInput<'projects', 'save'>['content'] = {
  ...noProposalParts,
  name: 'Hỗ trợ ứng dụng máy sấy trong chế biến nông sản',
  contentGroup: 'ND3',
  subContent: 'ND3.advancedMachinery',
  implementingUnit: 'Trung tâm Khuyến công',
  cooperatingUnits: 'UBND xã Vũ Loan',
  startMonth: '2026-02',
  endMonth: '2026-10',
  necessity: '',
  objective: '5 cơ sở có máy sấy',
  scale: '',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  beneficiaries: owners.map((name) => ({ establishmentId: null, name, shareBasisPoints: 2_000 })),
  places: ['xã Vũ Loan', 'xã Cường Lợi'].map((text) => ({ provinceCode: null, communeCode: null, text, oldText: '' })),
  outputs: [{ indicator: 'Máy sấy', unit: 'máy', quantityThousandths: 5_000 }],
  equipment: owners.map((name) => ({
    name: `Máy sấy lạnh 300 kg (${name})`,
    origin: 'Việt Nam',
    unit: 'máy',
    quantityThousandths: 1_000,
    unitPrice: 250 * million,
    note: '',
  })),
  budget: owners.map((name) => costOf(name, 100, 150)),
}

type Patch = (content: ProjectContent) => ProjectContent

const rename =
  (from: string, to: string): Patch =>
  (one) => ({
    ...one,
    beneficiaries: one.beneficiaries.map((row) => (row.name === from ? { ...row, name: to } : row)),
    budget: one.budget.map((row) =>
      row.beneficiary === from ? { ...row, beneficiary: to, content: `Máy sấy của ${to}` } : row,
    ),
    equipment: one.equipment.map((row) => ({ ...row, name: row.name.replace(from, to) })),
  })

const funded =
  (name: string, national: number, counterpart: number): Patch =>
  (one) => ({
    ...one,
    budget: one.budget.map((row) => (row.beneficiary === name ? costOf(name, national, counterpart) : row)),
  })

const changes: readonly { readonly on: string; readonly authority: string; readonly patch: Patch }[] = [
  // 2026
  { on: '2026-03-10', authority: 'department', patch: rename('HTX Hai', 'HTX Hai Mới') },
  {
    on: '2026-04-05',
    authority: 'department',
    patch: (one) => ({
      ...one,
      places: one.places.map((row) => (row.text === 'xã Cường Lợi' ? { ...row, text: 'xã Yến Dương' } : row)),
    }),
  },
  { on: '2026-05-20', authority: 'agency', patch: (one) => ({ ...one, endMonth: '2026-12' }) },
  {
    on: '2026-06-15',
    authority: 'agency',
    patch: (one) => ({
      ...one,
      equipment: one.equipment.map((row) =>
        row.name.includes('HTX Ba') ? { ...row, name: 'Máy sấy nhiệt 500 kg (HTX Ba)', unitPrice: 280 * million } : row,
      ),
    }),
  },
  { on: '2026-07-01', authority: 'agency', patch: funded('HTX Ba', 100, 180) },
  { on: '2026-09-09', authority: 'agency', patch: funded('HTX Bốn', 80, 170) },
  { on: '2026-11-25', authority: 'minister', patch: (one) => ({ ...one, endMonth: '2027-06' }) },
  // 2027
  { on: '2027-01-15', authority: 'minister', patch: funded('HTX Một', 130, 150) },
  {
    on: '2027-03-03',
    authority: 'department',
    patch: (one) => ({
      ...one,
      beneficiaries: one.beneficiaries
        .filter(({ name }) => name !== 'HTX Năm')
        .map((row) => ({ ...row, shareBasisPoints: 2_500 })),
      budget: one.budget.filter(({ beneficiary }) => beneficiary !== 'HTX Năm'),
      equipment: one.equipment.filter(({ name }) => !name.includes('HTX Năm')),
    }),
  },
  {
    on: '2027-03-20',
    authority: 'agency',
    patch: (one) => ({ ...one, outputs: one.outputs.map((row) => ({ ...row, quantityThousandths: 4_000 })) }),
  },
  {
    on: '2027-05-30',
    authority: 'agency',
    patch: (one) => ({ ...one, objective: '4 cơ sở có máy sấy', endMonth: '2027-09' }),
  },
]

/** What a person would write on a sheet of paper for each date, in million đồng. */
const expected = [
  {
    on: '2026-03-09',
    owners: 'HTX Một, HTX Hai, HTX Ba, HTX Bốn, HTX Năm',
    place: 'xã Cường Lợi',
    end: '2026-10',
    money: [500, 750],
  },
  {
    on: '2026-05-20',
    owners: 'HTX Một, HTX Hai Mới, HTX Ba, HTX Bốn, HTX Năm',
    place: 'xã Yến Dương',
    end: '2026-12',
    money: [500, 750],
  },
  {
    on: '2026-07-31',
    owners: 'HTX Một, HTX Hai Mới, HTX Ba, HTX Bốn, HTX Năm',
    place: 'xã Yến Dương',
    end: '2026-12',
    money: [500, 780],
  },
  {
    on: '2026-12-31',
    owners: 'HTX Một, HTX Hai Mới, HTX Ba, HTX Bốn, HTX Năm',
    place: 'xã Yến Dương',
    end: '2027-06',
    money: [480, 800],
  },
  {
    on: '2027-03-10',
    owners: 'HTX Một, HTX Hai Mới, HTX Ba, HTX Bốn',
    place: 'xã Yến Dương',
    end: '2027-06',
    money: [410, 650],
  },
  {
    on: '2027-12-31',
    owners: 'HTX Một, HTX Hai Mới, HTX Ba, HTX Bốn',
    place: 'xã Yến Dương',
    end: '2027-09',
    money: [410, 650],
  },
] as const

describe('eleven changes over two years on one group đề án', () => {
  it('leave on six dates the content and the sums reckoned by hand, in the đề án and in its plan', async () => {
    const { ask } = await newProgram()
    const which = { year: 2026, programme: 'national' } as const
    const { id } = await ask('projects.save', {
      id: null,
      rowVersion: null,
      identity: { code: '', programme: 'national', kind: 'group', planYear: 2026 },
      content: registered,
    })
    await ask('plans.addProjects', { ...which, projectIds: [id] })
    const { rowVersion } = await ask('plans.get', which)
    await ask('plans.lock', { ...which, rowVersion, decisionNumber: '4768/QĐ-BCT', decisionDate: '2026-01-05' })

    for (const [index, { on, authority, patch }] of changes.entries()) {
      const { content } = await ask('projects.get', { id })
      const letter = {
        year: 2026,
        letterNumber: `${index + 1}/TTKC`,
        letterDate: on,
        askedBy: '',
        reason: 'Thực tế',
        note: '',
      }
      const item = {
        id: null,
        kind: 'adjust',
        projectId: id,
        reason: '',
        advanced: null,
        recovery: null,
      } as const
      const request = await ask('changes.save', {
        id: null,
        rowVersion: null,
        letter,
        items: [{ ...item, reasons: [], content: patch(content) }],
      })
      await ask('changes.submit', { id: request.id, rowVersion: 1, submittedOn: on })
      const { authorities, mixed } = await ask('changes.get', { id: request.id })
      const highest = authorities[0]?.authority
      // A beneficiary takes its machine and its costs along: those are for the Cục, who may then decide the whole.
      const takesAlong = index === 0 || index === 8
      expect([highest, mixed], on).toEqual(takesAlong ? ['agency', true] : [authority, false])
      await ask('changes.decide', {
        id: request.id,
        rowVersion: 2,
        number: `${100 + index}/QĐ`,
        date: on,
        ...(mixed ? { authority: 'agency' as const } : {}),
        items: [{ itemId: request.itemIds[0] ?? 0, outcome: 'approved' }],
      })
    }

    const project = await ask('projects.get', { id })
    expect(project.versions.map(({ stage }) => stage)).toEqual(
      ['registered', 'approved', ...changes.map(() => 'adjusted')].slice(-12),
    )
    for (const { on, owners: names, place, end, money } of expected) {
      const { content } = await ask('projects.get', { id, asOf: on })
      const sum = (source: 'national' | 'counterpart') =>
        content.budget.reduce((total, one) => total + one.amounts[source], 0) / million
      expect({
        owners: content.beneficiaries.map(({ name }) => name).join(', '),
        place: content.places[1]?.text,
        end: content.endMonth,
        money: [sum('national'), sum('counterpart')],
      }).toEqual({ owners: names, place, end, money: [...money] })
      const plan = await ask('plans.get', { ...which, asOf: on })
      expect([plan.amounts.national, totalOf(plan.amounts)], on).toEqual([
        money[0] * million,
        (money[0] + money[1]) * million,
      ])
    }
    const { rows } = await ask('changes.list', { projectId: id })
    expect(rows.map(({ state, outcome }) => [state, outcome])).toEqual(changes.map(() => ['decided', 'approved']))
  })
})
