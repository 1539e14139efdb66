// Who may be supported on which day: the switch of 15/10/2025, cities as they are made, exemptions, forms, earlier support.
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAdminUnits } from '../../electron/office/adminUnits'
import { loadEligibilityRules } from '../../electron/office/norms'
import type { CheckCode } from '../../shared/domain/checks'
import {
  type EligibilityFacts,
  isEligiblePlace,
  judgeEligibility,
  type PlaceFacts,
  type Subject,
} from '../../shared/domain/eligibility'
import { legalForms } from '../../shared/domain/establishments'

const rules = loadEligibilityRules(path.resolve('resources'))
const units = createAdminUnits({ overlay: path.resolve('resources/administrativeUnits.json') })

const ordinaryCommune = units.communes('19', '2026-01-01').find((one) => one.kind === 'commune')?.code ?? ''

/** The commune and its province as they stand on the day. */
function placeOn(communeCode: string, date: string, over: Partial<PlaceFacts> = {}): PlaceFacts {
  const commune = units.findCommune(communeCode, date)
  const province = commune === null ? null : units.findProvince(commune.provinceCode, date)
  return {
    communeKind: commune?.kind ?? null,
    provinceKind: province?.kind ?? null,
    name: `${commune?.name}, ${province?.name}`,
    inCraftVillage: false,
    craftVillageDecision: '',
    fromHeadOffice: false,
    ...over,
  }
}

function subject(over: Partial<NonNullable<Subject['establishment']>> = {}, name = 'HTX Thử'): Subject {
  return {
    name,
    establishment: {
      legalForm: 'cooperative',
      legalFormLabel: 'Hợp tác xã',
      place: placeOn(ordinaryCommune, '2026-01-01'),
      before: [],
      thisYear: [],
      ...over,
    },
  }
}

function judge(code: CheckCode, over: Partial<EligibilityFacts>) {
  const verdicts = judgeEligibility(rules, {
    date: '2026-01-01',
    kind: 'single',
    contentGroup: 'ND3',
    subContent: 'ND3.advancedMachinery',
    subjects: [subject()],
    answers: { oldPlace: null },
    ...over,
  })
  const verdict = verdicts.find((one) => one.code === code)
  if (verdict === undefined) throw new Error(`no verdict ${code}`)
  return verdict
}

const placeVerdict = (communeCode: string, date: string, over: Partial<PlaceFacts> = {}) =>
  judge('place', { date, subjects: [subject({ place: placeOn(communeCode, date, over) })] })

/** Of Đồng Nai: a ward from before 30/04/2026, and one made that day. */
const dongNai = { oldWard: '26041', newWard: '26368' }

describe('place and day', () => {
  it('is a question for a person until 14/10/2025 and computed from 15/10/2025', () => {
    const before = placeVerdict(dongNai.newWard, '2025-10-14')
    expect(before).toMatchObject({ severity: 'unknown', legalBasis: 'Khoản 1 Điều 2 Thông tư số 28/2018/TT-BTC' })
    expect(before.words).toContain('thành phố loại I được chuyển từ xã chưa quá 5 năm')
    const after = placeVerdict(dongNai.newWard, '2025-10-15')
    expect(after).toMatchObject({ severity: 'ok', legalBasis: 'Khoản 2 Điều 1 Nghị định số 235/2025/NĐ-CP' })
    const answered = (oldPlace: 'yes' | 'no') => judge('place', { date: '2025-10-10', answers: { oldPlace } }).severity
    expect([answered('yes'), answered('no')]).toEqual(['ok', 'warning'])
    // An answer to the old question says nothing about the new rule.
    expect(judge('place', { date: '2025-10-20', answers: { oldPlace: 'no' } }).severity).toBe('ok')
  })

  it('follows Đồng Nai, a province until 29/04/2026 and a city from 30/04/2026', () => {
    expect(placeVerdict(dongNai.newWard, '2026-04-29')).toMatchObject({ severity: 'ok' })
    const ward = placeVerdict(dongNai.newWard, '2026-04-30')
    expect(ward.severity).toBe('warning')
    expect(ward.words).toContain('Phường Long Thành')
    expect(placeVerdict(dongNai.oldWard, '2026-04-29').severity).toBe('ok')
    expect(placeVerdict(dongNai.oldWard, '2026-04-30').severity).toBe('warning')
    const communes = units.communes('75', '2026-05-01').filter((one) => one.kind === 'commune')
    expect(communes.length).toBeGreaterThan(10)
    for (const { code } of communes) expect(placeVerdict(code, '2026-05-01').severity, code).toBe('ok')
  })

  it('follows Quảng Ninh and Bắc Ninh on their own days', () => {
    const ward = (province: string, date: string) => {
      const found = units.communes(province, '2025-10-15').find((one) => one.kind === 'ward')
      return placeVerdict(found?.code ?? '', date).severity
    }
    expect([ward('22', '2026-08-31'), ward('22', '2026-09-01')]).toEqual(['ok', 'warning'])
    expect([ward('24', '2026-09-19'), ward('24', '2026-09-20')]).toEqual(['ok', 'warning'])
  })

  it('lets special zones of a city in, and wards only where a craft village is recognised', () => {
    const zone = units
      .provinces('2026-01-01')
      .filter((province) => province.kind === 'city')
      .flatMap((province) => units.communes(province.code, '2026-01-01'))
      .find((commune) => commune.kind === 'specialZone')
    expect(placeVerdict(zone?.code ?? '', '2026-01-01').severity).toBe('ok')
    const hanoiWard = units.communes('01', '2026-01-01').find((one) => one.kind === 'ward')?.code ?? ''
    expect(placeVerdict(hanoiWard, '2026-01-01').severity).toBe('warning')
    expect(placeVerdict(hanoiWard, '2026-01-01', { inCraftVillage: true }).severity).toBe('unknown')
    const craft = placeVerdict(hanoiWard, '2026-01-01', { inCraftVillage: true, craftVillageDecision: '12/QĐ-UBND' })
    expect(craft.severity).toBe('ok')
    expect(craft.words).toContain('12/QĐ-UBND')
  })

  it('is not asked of cleaner production, and is not known without a commune', () => {
    const hanoiWard = units.communes('01', '2026-01-01').find((one) => one.kind === 'ward')?.code ?? ''
    const exempt = judge('place', {
      subContent: 'ND3.cleanerProductionModel',
      subjects: [subject({ place: placeOn(hanoiWard, '2026-01-01') })],
    })
    expect(exempt).toMatchObject({ severity: 'ok', legalBasis: 'Khoản 2 Điều 1 Nghị định số 235/2025/NĐ-CP' })
    expect(judge('place', { date: '2025-10-14', subContent: 'ND3.cleanerProductionModel' })).toMatchObject({
      severity: 'ok',
      legalBasis: 'Khoản 2 Điều 3 Thông tư số 46/2012/TT-BCT',
    })
    expect(placeVerdict('00000', '2026-01-01').severity).toBe('unknown')
  })

  it('has exactly one rule for every day since 05/07/2012', () => {
    const day = fc.date({ min: new Date('2012-07-05'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10)
        const inForce = (rule: { effectiveFrom: string; effectiveTo: string | null }) =>
          on >= rule.effectiveFrom && on <= (rule.effectiveTo ?? '9999')
        expect(rules.places.filter(inForce)).toHaveLength(1)
        expect(rules.legalForms.filter(inForce)).toHaveLength(1)
      }),
    )
  })

  it('is out only for a ward of a city outside a craft village', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('province' as const, 'city' as const),
        fc.constantFrom('commune' as const, 'ward' as const, 'specialZone' as const),
        fc.boolean(),
        (province, commune, craft) => {
          const out = `${province} ${commune} ${craft}` === 'city ward false'
          expect(isEligiblePlace(province, commune, craft)).toBe(!out)
        },
      ),
    )
  })
})

describe('legal form', () => {
  it('admits unions of cooperatives from 15/10/2025, and "other" never', () => {
    const severities = (date: string) =>
      legalForms.filter(
        (legalForm) => judge('legalForm', { date, subjects: [subject({ legalForm })] }).severity === 'warning',
      )
    expect(severities('2025-10-14')).toEqual(['cooperativeUnion', 'other'])
    expect(severities('2025-10-15')).toEqual(['other'])
  })
})

describe('earlier support', () => {
  it('names the đề án, whatever else is right', () => {
    const twice = judge('supportedBefore', {
      subjects: [subject({ before: [{ code: 'KCDP-2024-003', year: 2024 }] }), subject({}, 'HTX Khác')],
    })
    expect(twice.severity).toBe('warning')
    expect(twice.words).toContain('HTX Thử – đề án KCDP-2024-003 năm 2024')
    expect(twice.words).toContain('chưa kiểm chứng')
    const double = judge('supportedThisYear', {
      date: '2018-05-10',
      subjects: [subject({ thisYear: [{ code: 'KCQG-2018-001', year: 2018 }] })],
    })
    expect(double).toMatchObject({ severity: 'warning', confidence: 'S' })
    expect(judge('supportedThisYear', {}).severity).toBe('ok')
  })
})

describe('who is not on record', () => {
  it('is not judged but said, and a group may leave it open', () => {
    const unnamed = { subjects: [subject(), { name: '05 cơ sở CNNT', establishment: null }] }
    const verdict = judge('place', unnamed)
    expect(verdict.severity).toBe('unknown')
    expect(verdict.words).toContain('05 cơ sở CNNT')
    expect(judge('place', { ...unnamed, kind: 'group' }).words).toContain('Điều 10 Thông tư số 36/2013/TT-BCT')
    expect(judge('legalForm', { subjects: [] }).severity).toBe('unknown')
  })

  it('is not asked of what the office does itself', () => {
    expect(
      judgeEligibility(rules, {
        date: '2026-01-01',
        kind: 'single',
        contentGroup: 'ND6',
        subContent: null,
        subjects: [],
        answers: { oldPlace: null },
      }),
    ).toEqual([])
  })
})
