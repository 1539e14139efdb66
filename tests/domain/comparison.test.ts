// Two contents compared: nothing between a content and itself, the mirror read backwards, a patch that leads from one to
// the other, and differences that explain the totals.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProjectContent } from '../../shared/contract/projects'
import {
  applyChanges,
  type ContentChange,
  codesAsNames,
  compareContents,
  listContents,
  toldOnce,
} from '../../shared/domain/comparison'
import { fundingSources } from '../../shared/domain/money'
import { anyContent } from '../support/anyContent'

const runs = { numRuns: 1_500 }

const dryer = {
  content: 'Máy sấy',
  unit: 'máy',
  quantityThousandths: 1_000,
  unitPrice: 300_000_000,
  amounts: { national: 100_000_000, local: 0, counterpart: 200_000_000, other: 0 },
  note: '',
  beneficiary: '',
}
const transport = {
  ...dryer,
  content: 'Vận chuyển',
  unit: 'chuyến',
  unitPrice: 2_000_000,
  amounts: { national: 0, local: 0, counterpart: 2_000_000, other: 0 },
}

const base: ProjectContent = {
  name: 'Hỗ trợ máy sấy chè',
  contentGroup: 'ND3',
  subContent: null,
  implementingUnit: 'Trung tâm Khuyến công',
  cooperatingUnits: '',
  startMonth: '2026-03',
  endMonth: '2026-10',
  necessity: '',
  objective: '',
  scale: '',
  schedule: '',
  organisation: '',
  effect: '',
  summary: '',
  note: '',
  superiority: '',
  supportMode: 'grant',
  participants: [],
  beneficiaries: [{ establishmentId: 1, name: 'HTX Yến Dương', shareBasisPoints: null }],
  places: [{ provinceCode: '06', communeCode: '01834', text: 'Xã Ba Bể', oldText: '' }],
  outputs: [],
  equipment: [],
  scheduleSteps: [
    { content: 'Khảo sát', startMonth: null, endMonth: null, inCharge: '' },
    { content: 'Lắp đặt', startMonth: null, endMonth: null, inCharge: '' },
  ],
  legalBases: ['ND45', 'TT36'],
  repayments: [],
  budget: [dryer, transport],
}

function told(after: Partial<ProjectContent>): (string | null)[][] {
  return compareContents(base, { ...base, ...after }).changes.map(({ label, kind, before, after: is }) => [
    label,
    kind,
    before,
    is,
  ])
}

function backwards(change: ContentChange) {
  const kinds = { added: 'removed', removed: 'added', changed: 'changed' } as const
  return {
    group: change.group,
    kind: kinds[change.kind],
    row: change.row === null ? null : { before: change.row.after, after: change.row.before },
    before: change.after,
    after: change.before,
    amounts: Object.fromEntries(fundingSources.map((source) => [source, 0 - change.amounts[source]])),
  }
}

function sides({ group, kind, row, before, after, amounts }: ContentChange) {
  return { group, kind, row, before, after, amounts: { ...amounts } }
}

describe('compareContents', () => {
  it('finds nothing between a content and itself', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(compareContents(content, structuredClone(content)).changes).toEqual([])
      }),
      runs,
    )
  })

  it('read backwards is its mirror image, in the same order', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const there = compareContents(before, after)
        const back = compareContents(after, before)
        expect(back.changes.map(sides)).toEqual(there.changes.map(backwards))
        expect(back.totals).toEqual(there.totals.map((one) => ({ ...one, before: one.after, after: one.before })))
      }),
      runs,
    )
  })

  it('names every change by a path of its own', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const paths = compareContents(before, after).changes.map(({ path }) => path)
        expect(new Set(paths).size).toBe(paths.length)
      }),
      runs,
    )
  })

  it('explains the difference of every source by its changes', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const { changes, totals } = compareContents(before, after)
        for (const { source, before: was, after: is } of totals) {
          // The sums counted anew from the lines, not by the code under test.
          expect(was).toBe(before.budget.reduce((sum, line) => sum + line.amounts[source], 0))
          expect(is).toBe(after.budget.reduce((sum, line) => sum + line.amounts[source], 0))
          expect(changes.reduce((sum, change) => sum + change.amounts[source], 0)).toBe(is - was)
        }
        expect(totals.map(({ source }) => source)).toEqual([...fundingSources])
      }),
      runs,
    )
  })

  it('does not mind the order of rows where it says nothing', () => {
    const shuffled = anyContent.chain((content) =>
      fc.record({
        content: fc.constant(content),
        budget: fc.shuffledSubarray(content.budget, { minLength: content.budget.length }),
        equipment: fc.shuffledSubarray(content.equipment, { minLength: content.equipment.length }),
        beneficiaries: fc.shuffledSubarray(content.beneficiaries, { minLength: content.beneficiaries.length }),
        places: fc.shuffledSubarray(content.places, { minLength: content.places.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ content, ...moved }) => {
        expect(compareContents(content, { ...content, ...moved }).changes).toEqual([])
      }),
      runs,
    )
  })

  it('says cells by their place, with values as an office writes them', () => {
    expect(told({ budget: [{ ...dryer, unitPrice: 250_000_000, quantityThousandths: 2_500 }, transport] })).toEqual([
      ['Dự toán › Máy sấy › Số lượng', 'changed', '1', '2,5'],
      ['Dự toán › Máy sấy › Đơn giá', 'changed', '300.000.000 đồng', '250.000.000 đồng'],
    ])
    expect(told({ endMonth: '2027-01', note: 'gấp' })).toEqual([
      ['Tháng kết thúc', 'changed', '10/2026', '01/2027'],
      ['Ghi chú', 'changed', null, 'gấp'],
    ])
  })

  it('takes a renamed line for the same line, and another beneficiary for another one', () => {
    expect(told({ budget: [transport, { ...dryer, content: 'Máy sấy lạnh' }] }).length).toBe(2)
    expect(told({ budget: [{ ...dryer, content: 'Máy sấy lạnh' }, transport] })).toEqual([
      ['Dự toán › Máy sấy › Nội dung chi', 'changed', 'Máy sấy', 'Máy sấy lạnh'],
    ])
    expect(
      told({ beneficiaries: [{ establishmentId: 2, name: 'HTX Tân Sơn', shareBasisPoints: 10_000 }] }).sort(),
    ).toEqual([
      ['Đơn vị thụ hưởng › HTX Tân Sơn', 'added', null, 'HTX Tân Sơn; Cơ sở trong sổ: số 2; Tỷ lệ hưởng (%): 100 %'],
      ['Đơn vị thụ hưởng › HTX Yến Dương', 'removed', 'HTX Yến Dương; Cơ sở trong sổ: số 1', null],
    ])
    // One beneficiary renamed in the book of establishments is the same beneficiary.
    expect(told({ beneficiaries: [{ establishmentId: 1, name: 'HTX Yến Dương 2', shareBasisPoints: null }] })).toEqual([
      ['Đơn vị thụ hưởng › HTX Yến Dương › Tên', 'changed', 'HTX Yến Dương', 'HTX Yến Dương 2'],
    ])
  })

  it('says the order of steps and of legal bases, where it speaks', () => {
    expect(told({ scheduleSteps: [...base.scheduleSteps].reverse(), legalBases: ['TT36', 'ND45'] })).toEqual([
      ['Căn cứ pháp lý › Thứ tự', 'changed', '1. ND45; 2. TT36', '1. TT36; 2. ND45'],
      ['Bảng tiến độ thực hiện › Thứ tự', 'changed', '1. Khảo sát; 2. Lắp đặt', '1. Lắp đặt; 2. Khảo sát'],
    ])
  })

  it('uses the names of catalogues where they are given', () => {
    const names = { ...codesAsNames, legalBasis: () => 'Nghị định số 235/2025/NĐ-CP' }
    const { changes } = compareContents(base, { ...base, legalBases: [...base.legalBases, 'ND235'] }, names)
    expect(changes.map(({ path, label }) => [path, label])).toEqual([
      ['legalBases+[ND235]', 'Căn cứ pháp lý › Nghị định số 235/2025/NĐ-CP'],
    ])
  })
})

describe('listContents', () => {
  it('stands for the whole of a content that did not change, and for the changes of one that did', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const alike = listContents(before, before)
        expect(alike.every(({ kind, before: was, after: is }) => kind === 'same' && was === is)).toBe(true)
        const rows = Object.values(before).reduce((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
        expect(alike.filter(({ row }) => row !== null)).toHaveLength(rows)
        expect(listContents(before, after).filter(({ kind }) => kind !== 'same')).toEqual(
          compareContents(before, after).changes,
        )
      }),
      runs,
    )
  })
})

describe('applyChanges', () => {
  it('makes the second content of the first with all changes', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const paths = compareContents(before, after).changes.map(({ path }) => path)
        expect(applyChanges(before, after, new Set(paths))).toEqual(after)
        expect(applyChanges(before, after, 'all')).toEqual(after)
      }),
      runs,
    )
  })

  it('leaves what was not chosen, and only that', () => {
    const choice = fc.tuple(anyContent, anyContent, fc.infiniteStream(fc.boolean()))
    fc.assert(
      fc.property(choice, ([before, after, coins]) => {
        const whole = compareContents(before, after)
        const chosen = whole.changes.filter(() => coins.next().value === true)
        const mixed = applyChanges(before, after, new Set(chosen.map(({ path }) => path)))
        // Money is what a partial approval is checked by: it moves by exactly what was chosen.
        for (const source of fundingSources) {
          const was = before.budget.reduce((sum, line) => sum + line.amounts[source], 0)
          const is = mixed.budget.reduce((sum, line) => sum + line.amounts[source], 0)
          expect(is - was).toBe(chosen.reduce((sum, change) => sum + change.amounts[source], 0))
        }
        const fieldsTouched = new Set(chosen.map(({ group }) => group))
        for (const { group } of compareContents(before, mixed).changes) expect(fieldsTouched).toContain(group)
      }),
      runs,
    )
  })

  it('without any choice says what the first content says', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        expect(compareContents(before, applyChanges(before, after, new Set())).changes).toEqual([])
      }),
      runs,
    )
  })

  it('approves one cell of a row and keeps the rest of it', () => {
    const asked = {
      ...base,
      endMonth: '2026-12',
      budget: [{ ...dryer, unitPrice: 400_000_000, note: 'báo giá mới' }, transport],
    }
    expect(applyChanges(base, asked, new Set(['budget[Máy sấy].note']))).toEqual({
      ...base,
      budget: [{ ...dryer, note: 'báo giá mới' }, transport],
    })
  })
})

describe('toldOnce', () => {
  const unit = (name: string, over: Partial<ProjectContent['participants'][number]> = {}) => ({
    role: 'implementer' as const,
    establishmentId: null,
    name,
    shareBasisPoints: null,
    ...over,
  })
  const seen = (before: Partial<ProjectContent>, after: Partial<ProjectContent>) => {
    const [old, fresh] = [
      { ...base, ...before },
      { ...base, ...after },
    ]
    return toldOnce(compareContents(old, fresh).changes, old, fresh).map(({ path }) => path)
  }

  it('tells another implementing unit by its text alone, unless the record says more', () => {
    const before = { implementingUnit: 'Trung tâm A', participants: [unit('Trung tâm A')] }
    expect(seen(before, { implementingUnit: 'Trung tâm B', participants: [unit('Trung tâm B')] })).toEqual([
      'implementingUnit',
    ])
    expect(
      seen(before, {
        implementingUnit: 'Trung tâm B',
        participants: [unit('Trung tâm B', { shareBasisPoints: 7_000 })],
      }),
    ).toEqual(['implementingUnit', 'participants+[Trung tâm B]'])
    // A share changed and no name: only the record tells it.
    expect(seen(before, { ...before, participants: [unit('Trung tâm A', { shareBasisPoints: 7_000 })] })).toEqual([
      'participants[Trung tâm A].shareBasisPoints',
    ])
  })

  it('leaves every other change as it is, and something of every change of units', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const { changes } = compareContents(before, after)
        const shown = toldOnce(changes, before, after)
        const others = (list: readonly { readonly path: string }[]) =>
          list.filter(({ path }) => !path.startsWith('participants')).map(({ path }) => path)
        expect(others(shown)).toEqual(others(changes))
        expect(shown.length === 0).toBe(changes.length === 0)
      }),
      runs,
    )
  })
})
