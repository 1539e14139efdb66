// The norm that rules a đề án and the ceiling it gives: vectors read from the circulars, days of change, and an oracle of
// its own arithmetic.
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadContentGroups } from '../../electron/office/contentGroups'
import { loadNationalNorms } from '../../electron/office/norms'
import { splitByBeneficiary } from '../../shared/domain/beneficiarySplit'
import { noAnswers } from '../../shared/domain/checks'
import { weakest } from '../../shared/domain/confidence'
import { noAmounts } from '../../shared/domain/money'
import { ceilingOf, findNorm, type NormRow, type NormSet } from '../../shared/domain/norms'
import { judgeNorms, type NormFacts } from '../../shared/domain/normVerdicts'
import { budgetTotals, supportSource } from '../../shared/domain/projects'

const resources = path.resolve('resources')
const { sets: national, beneficiaryUnits } = loadNationalNorms(resources)
const million = 1_000_000

/** The split is that of the shares, as it is read from a budget of one line. */
function facts(over: Partial<NormFacts>): NormFacts {
  const whole = factsWithout(over)
  const { support, total, beneficiaries } = whole
  const amounts = { ...noAmounts, [supportSource(whole.programme)]: support, counterpart: total - support }
  return { ...whole, split: over.split ?? splitByBeneficiary([{ amounts, beneficiary: '' }], beneficiaries) }
}

function factsWithout(over: Partial<NormFacts>): Omit<NormFacts, 'split'> {
  return {
    programme: 'national',
    subContent: 'ND3.advancedMachinery',
    date: '2026-01-15',
    places: [],
    answers: noAnswers,
    support: 300 * million,
    otherSupport: 0,
    total: 700 * million,
    beneficiaries: [{ name: 'HTX Yến Dương', shareBasisPoints: null, count: 1 }],
    outputs: [],
    beneficiaryUnits,
    ...over,
  }
}

const judged = (over: Partial<NormFacts>, sets: readonly NormSet[] = national) => judgeNorms(sets, facts(over))
const first = (over: Partial<NormFacts>, sets: readonly NormSet[] = national) => {
  const [verdict] = judged(over, sets)
  if (verdict === undefined) throw new Error('nothing was judged')
  return verdict
}

function codeOn(date: string, subContent: string): string {
  const found = findNorm(national, { programme: 'national', subContent, date, places: [], chosenCode: '' })
  return found.kind === 'row' ? found.row.code : found.kind
}

function localRow(over: Partial<NormRow>): NormRow {
  return {
    code: 'L-1',
    subContents: ['ND3.demonstrationModel'],
    name: 'Mô hình trình diễn kỹ thuật',
    maxPercentBasisPoints: 3000,
    base: 'chi phí mô hình',
    baseFrom: 'total',
    maxAmount: 800 * million,
    unit: 'mô hình',
    kind: 'CEILING',
    legalBasis: 'Nghị quyết của HĐND tỉnh',
    confidence: 'S',
    note: '',
    effectiveFrom: null,
    effectiveTo: null,
    combinesWithPriority: true,
    ...over,
  }
}

function localSet(over: Partial<NormSet>): NormSet {
  return {
    key: 'L',
    name: 'Nghị quyết HĐND tỉnh Đắk Lắk',
    programme: 'local',
    territory: null,
    effectiveFrom: '2025-07-26',
    effectiveTo: null,
    priority: null,
    rows: [localRow({})],
    ...over,
  }
}

describe('the national sets', () => {
  it('name only contents of the catalogue, and leave no content of support without a row', () => {
    const catalogue = loadContentGroups(resources).flatMap((group) => group.subContents.map((sub) => sub.code))
    const named = national.flatMap((set) => set.rows.flatMap((row) => row.subContents))
    for (const code of named) expect(catalogue).toContain(code)
    const [, setB] = national
    const missing = catalogue.filter((code) => !setB?.rows.some((row) => row.subContents.includes(code)))
    // Contents ruled by other financial circulars, or by nothing that is known.
    expect(missing).toEqual([
      'ND1.training',
      'ND2.managementTraining',
      'ND2.cleanerProductionAssessment',
      'ND8.cooperation',
      'ND9.planning',
      'ND9.staffTraining',
    ])
  })

  it('have a code for each row that no other row has, and numbers where they limit', () => {
    const rows = national.flatMap((set) => set.rows)
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
    for (const row of rows) {
      if (row.kind === 'CEILING') expect(row.maxAmount, row.code).toBeGreaterThan(0)
      if (row.kind === 'RATE') expect(row.maxPercentBasisPoints, row.code).toBeGreaterThan(0)
      if (row.kind === 'UNKNOWN') expect([row.maxAmount, row.maxPercentBasisPoints], row.code).toEqual([null, null])
      if (row.maxPercentBasisPoints !== null) expect(row.baseFrom, row.code).not.toBeNull()
      expect(row.legalBasis).toMatch(/số \d+\/20\d\d\//)
    }
  })

  it.each([
    ['A-a', null, 10, 'S'],
    ['A-b1', 3000, 500, 'S'],
    ['A-b2', null, 100, 'S'],
    ['A-c', 5000, 200, 'S'],
    ['A-d1', 10_000, null, 'S'],
    ['A-d2', 8000, null, 'S'],
    ['A-g1r', null, 100, 'S'],
    ['A-g1n', null, 200, 'S'],
    ['A-g2r', null, 5, 'S'],
    ['A-g2n', null, 10, 'S'],
    ['A-h', 5000, 35, 'S'],
    ['A-l1', 3000, 70, 'S'],
    ['A-l2', 3000, 100, 'S'],
    ['A-m', 5000, 150, 'S'],
    ['A-n', 5000, 500, 'S'],
    ['A-o', 3000, 300, 'S'],
    ['A-p', 3000, 1500, 'S'],
    ['A-q', 5000, 500, 'S'],
    ['A-r', null, 3000, 'S'],
    ['A-s1', 150, null, 'S'],
    ['A-s2', 250, null, 'S'],
    ['B-01', null, 10, 'S'],
    ['B-02a', 3000, 1000, 'S'],
    ['B-02b', null, 100, 'S?'],
    ['B-03', 3000, 500, 'S?'],
    ['B-04a', 5000, 300, 'S'],
    ['B-04b', 5000, 450, 'S'],
    ['B-05a', 10_000, null, 'M'],
    ['B-05b', 8000, null, 'M'],
    ['B-06', 10_000, null, 'S'],
    ['B-07', 10_000, null, 'S'],
    ['B-08a', null, 200, 'S'],
    ['B-08b', null, 400, 'S'],
    ['B-08c', null, null, 'UNKNOWN'],
    ['B-08d', null, null, 'UNKNOWN'],
    ['B-09', 5000, 35, 'M'],
    ['B-10', null, null, 'UNKNOWN'],
    ['B-11', 5000, 35, 'M'],
    ['B-13a', 3000, 70, 'M'],
    ['B-13b', 3000, 100, 'M'],
    ['B-14', 5000, 150, 'M'],
    ['B-15', 5000, 500, 'M'],
    ['B-16', 3000, 300, 'M'],
    ['B-17', 3000, 1500, 'M'],
    ['B-18', 5000, 500, 'M'],
    ['B-19', null, 6000, 'S'],
    ['B-20a', 150, null, 'M'],
    ['B-20b', null, null, 'UNKNOWN'],
  ])('say %s as the circular does', (code, basisPoints, millions, confidence) => {
    const row = national.flatMap((set) => set.rows).find((one) => one.code === code)
    expect(row).toMatchObject({
      maxPercentBasisPoints: basisPoints,
      maxAmount: millions === null ? null : millions * million,
      confidence,
    })
  })
})

describe('the day', () => {
  it('chooses the set: 2014 until 10/05/2018, the next from 11/05/2018, the new contents from 15/10/2025', () => {
    const machinery = 'ND3.advancedMachinery'
    expect(codeOn('2014-04-07', machinery)).toBe('noSet')
    expect(codeOn('2014-04-08', machinery)).toBe('A-c')
    expect(codeOn('2018-05-10', machinery)).toBe('A-c')
    expect(codeOn('2018-05-11', machinery)).toBe('B-04a')
    expect(codeOn('2025-10-14', 'ND1.artisanSupport')).toBe('noRow')
    expect(codeOn('2025-10-15', 'ND1.artisanSupport')).toBe('B-N1')
    expect(codeOn('2018-05-10', 'ND3.technologyLine')).toBe('A-c')
    expect(codeOn('2018-05-11', 'ND3.technologyLine')).toBe('B-04b')
  })

  it('makes 300 million for a machine too much in May 2018 and enough the day after', () => {
    expect(first({ date: '2018-05-10' })).toMatchObject({ severity: 'warning' })
    expect(first({ date: '2018-05-10' }).words).toContain('Vượt 100.000.000 đồng.')
    expect(first({ date: '2018-05-11' })).toMatchObject({
      severity: 'ok',
      legalBasis: 'Khoản 4 Điều 8 Thông tư số 28/2018/TT-BTC',
      confidence: 'S',
    })
  })
})

describe('a verdict', () => {
  it('says percentage, amount, count and what is passed', () => {
    const { severity, words } = first({ support: 350 * million, total: 600 * million })
    expect(severity).toBe('warning')
    expect(words).toContain('50 % × 600.000.000 đồng = 300.000.000 đồng; đang hỗ trợ 58,33 %')
    expect(words).toContain('300.000.000 đồng/cơ sở × 1 cơ sở = 300.000.000 đồng')
    expect(words).toContain('Vượt 50.000.000 đồng.')
  })

  it('never judges by a row of which nothing is known', () => {
    for (const [subContent, normCode] of [
      ['ND4.showroom', ''],
      ['ND4.productAward', 'B-08c'],
      ['ND3.digitalTransformation', ''],
    ] as const)
      expect(first({ subContent, support: 10 ** 12, answers: { ...noAnswers, normCode } })).toMatchObject({
        severity: 'unknown',
        confidence: 'UNKNOWN',
      })
  })

  it('marks what is not verified and what is indirect', () => {
    expect(first({ subContent: 'ND5.consulting', support: 30 * million }).words).toContain('chưa kiểm chứng')
    expect(first({ subContent: 'ND3.cleanerProductionModel', support: 100 * million }).words).toContain(
      'nguồn gián tiếp',
    )
    expect(first({}).words).not.toMatch(/kiểm chứng|gián tiếp/)
  })

  it('asks which row is meant where a content has several', () => {
    const vote = {
      subContent: 'ND4.productVote',
      support: 250 * million,
      outputs: [{ unit: 'Lần', quantityThousandths: 1000 }],
    }
    expect(first(vote)).toMatchObject({ severity: 'unknown' })
    expect(first(vote).words).toContain('Tổ chức bình chọn cấp khu vực')
    const chosen = (normCode: string) => first({ ...vote, answers: { ...noAnswers, normCode } }).severity
    expect([chosen('B-08a'), chosen('B-08b'), chosen('A-g1n')]).toEqual(['warning', 'ok', 'unknown'])
  })

  it('needs the costs a percentage is of when they are only a part', () => {
    const booth = { subContent: 'ND4.fairParticipation', support: 80 * million, total: 120 * million }
    expect(first(booth).severity).toBe('unknown')
    expect(first({ ...booth, answers: { ...noAnswers, baseAmount: 100 * million } }).severity).toBe('ok')
    expect(first({ ...booth, answers: { ...noAnswers, baseAmount: 99 * million } }).severity).toBe('warning')
    expect(first({ ...booth, total: 90 * million }).severity).toBe('warning')
  })

  it('counts units by planned outputs, and says what to enter when they are missing', () => {
    const marks = { subContent: 'ND4.trademark', support: 60 * million, total: 200 * million }
    expect(first(marks).words).toContain('hãy ghi số nhãn hiệu')
    expect(first({ ...marks, outputs: [{ unit: 'nhãn hiệu', quantityThousandths: 2000 }] }).severity).toBe('ok')
    expect(first({ ...marks, outputs: [{ unit: 'nhãn hiệu', quantityThousandths: 1000 }] }).severity).toBe('warning')
    expect(first({ ...marks, support: 35 * million }).severity).toBe('ok')
  })

  it('holds nothing against a đề án without support yet', () => {
    expect(first({ support: 0 })).toMatchObject({ severity: 'unknown' })
  })
})

describe('priority', () => {
  const priority = { ...noAnswers, priority: true }
  it('multiplies the amount by 1,5 and leaves the percentage', () => {
    const machine = { support: 450 * million, total: 900 * million, answers: priority }
    expect(first(machine)).toMatchObject({ severity: 'ok', confidence: 'M' })
    expect(first({ ...machine, support: 450 * million + 1, total: 10 ** 9 }).severity).toBe('warning')
    expect(first({ ...machine, total: 899 * million }).severity).toBe('warning')
    expect(first({ ...machine, date: '2018-05-10', support: 300 * million })).toMatchObject({
      severity: 'ok',
      confidence: 'S',
    })
  })

  it('does not come on top of the ceiling for lines unless a reason is typed', () => {
    const line = { subContent: 'ND3.technologyLine', support: 600 * million, total: 2_000 * million }
    const without = first({ ...line, answers: priority })
    expect(without.severity).toBe('warning')
    expect(without.words).toContain('Vượt 150.000.000 đồng.')
    expect(without.words).toContain('không nhân thêm hệ số ưu tiên 1,5')
    const reasoned = first({ ...line, answers: { ...priority, combineReason: 'Cục đồng ý tại công văn 12' } })
    expect(reasoned).toMatchObject({ severity: 'ok', confidence: 'M' })
    expect(reasoned.words).toContain('Cục đồng ý tại công văn 12')
  })
})

describe('a local đề án', () => {
  it('is never judged by national norms; the missing set is named', () => {
    const verdict = first({ programme: 'local', subContent: 'ND3.demonstrationModel' })
    expect(verdict).toMatchObject({ severity: 'unknown', legalBasis: '' })
    expect(verdict.words).toContain('bộ định mức của tỉnh')
  })

  it('is judged by the province’s ceiling, lower than the national one', () => {
    const model = { subContent: 'ND3.demonstrationModel', support: 900 * million, total: 4_000 * million }
    expect(first({ ...model, programme: 'local' }, [...national, localSet({})]).severity).toBe('warning')
    expect(first(model, [...national, localSet({})]).severity).toBe('ok')
  })

  it('is judged by the set of its old territory, which it must name', () => {
    const sets = [
      localSet({ key: 'DL', territory: 'Đắk Lắk', rows: [localRow({ code: 'DL', maxAmount: 800 * million })] }),
      localSet({ key: 'PY', territory: 'Phú Yên', rows: [localRow({ code: 'PY', maxAmount: 400 * million })] }),
      localSet({
        key: 'all',
        effectiveFrom: '2020-01-01',
        rows: [localRow({ code: 'all', subContents: ['ND4.trademark'] })],
      }),
    ]
    const found = (subContent: string, ...places: string[][]) => {
      const answer = findNorm(sets, {
        programme: 'local',
        subContent,
        date: '2025-08-01',
        places: places.map((formerProvinces) => ({ formerProvinces })),
        chosenCode: '',
      })
      return answer.kind === 'row' ? answer.row.code : answer.kind
    }
    const model = 'ND3.demonstrationModel'
    expect(found(model, ['Phú Yên'])).toBe('PY')
    expect(found(model, ['Đắk lắk'], ['Đắk Lắk'])).toBe('DL')
    expect(found(model)).toBe('territory')
    expect(found(model, [])).toBe('territory')
    expect(found(model, ['Phú Yên'], ['Đắk Lắk'])).toBe('territory')
    expect(found(model, ['Khánh Hòa'])).toBe('noRow')
    expect(found('ND4.trademark', ['Phú Yên'])).toBe('all')
  })

  it('is judged by the newest resolution that speaks of its content; the others stay in force', () => {
    const sets = [
      localSet({
        key: '1',
        effectiveFrom: '2020-01-01',
        rows: [localRow({ code: 'old' }), localRow({ code: 'mark', subContents: ['ND4.trademark'] })],
      }),
      localSet({ key: '2', effectiveFrom: '2025-07-26', rows: [localRow({ code: 'new' })] }),
    ]
    const on = (date: string, subContent: string) => {
      const answer = findNorm(sets, { programme: 'local', subContent, date, places: [], chosenCode: '' })
      return answer.kind === 'row' ? answer.row.code : answer.kind
    }
    expect(on('2025-07-25', 'ND3.demonstrationModel')).toBe('old')
    expect(on('2025-07-26', 'ND3.demonstrationModel')).toBe('new')
    expect(on('2025-07-26', 'ND4.trademark')).toBe('mark')
    expect(on('2019-12-31', 'ND4.trademark')).toBe('noSet')
  })
})

describe('a group', () => {
  const group = (shares: readonly (number | null)[], support: number) =>
    judged({
      support,
      total: support * 4,
      beneficiaries: shares.map((shareBasisPoints, index) => ({
        name: `Cơ sở ${index + 1}`,
        shareBasisPoints,
        count: 1,
      })),
    })

  it('has a ceiling for each of its beneficiaries and for the whole', () => {
    const [total, each] = group([7000, 3000], 500 * million)
    expect(total).toMatchObject({ code: 'norm.ceiling', severity: 'ok' })
    expect(each).toMatchObject({ code: 'norm.beneficiaries', severity: 'warning' })
    expect(each?.words).toContain('Vượt định mức ở 1/2 đơn vị: Cơ sở 1 được 350.000.000 đồng, vượt 50.000.000 đồng')
    expect(group([5000, 5000], 600 * million).map((one) => one.severity)).toEqual(['ok', 'ok'])
    expect(group([5000, 5000], 601 * million).map((one) => one.severity)).toEqual(['warning', 'warning'])
  })

  it('waits for the split, unless the whole is no more than one may have', () => {
    expect(group([null, null], 500 * million)[1]?.severity).toBe('unknown')
    expect(group([null, null], 300 * million)[1]?.severity).toBe('ok')
  })

  /** Support and counterpart of each, as lines of the budget say. */
  const byLines = (own: readonly (readonly [support: number, counterpart: number])[], common = 0) => {
    const beneficiaries = own.map((_, index) => ({ name: `Cơ sở ${index + 1}`, shareBasisPoints: null, count: 1 }))
    const line = (national: number, counterpart: number, beneficiary: string) => ({
      amounts: { ...noAmounts, national: national * million, counterpart: counterpart * million },
      beneficiary,
    })
    const lines = [...own.map(([a, b], index) => line(a, b, `Cơ sở ${index + 1}`)), line(common, 0, '')]
    const { national: support, counterpart } = budgetTotals(lines)
    return judged({
      support,
      total: support + counterpart,
      beneficiaries,
      split: splitByBeneficiary(lines, beneficiaries),
    })
  }

  it('is judged by percentage of each one’s own costs, where the lines tell them, and names who is over', () => {
    const [total, each] = byLines([
      [200, 600],
      [250, 150],
    ])
    // 450 of 1.200 is less than half, so nothing is to be seen in the whole.
    expect(total?.severity).toBe('ok')
    expect(each).toMatchObject({ code: 'norm.beneficiaries', severity: 'warning' })
    expect(each?.words).toContain(
      'Vượt định mức ở 1/2 đơn vị: Cơ sở 2 được 250.000.000 đồng, bằng 62,5 % chi phí 400.000.000 đồng của đơn vị.',
    )
    expect(each?.words).toContain('tối đa 50 % chi phí')
  })

  it('leaves common costs out of what each gets, and says so', () => {
    const each = byLines(
      [
        [200, 200],
        [200, 200],
      ],
      10,
    )[1]
    expect(each?.severity).toBe('ok')
    expect(each?.words).toContain('Không kể 10.000.000 đồng hỗ trợ chi chung của đề án')
  })

  it('has both rules told of whoever breaks both', () => {
    const words = byLines([
      [320, 100],
      [100, 100],
    ])[1]?.words
    expect(words).toContain('Cơ sở 1 được 320.000.000 đồng, vượt 20.000.000 đồng và bằng 76,19 % chi phí')
  })

  it('counts "05 cơ sở CNNT" as five', () => {
    const five = judged({
      support: 1_500 * million,
      total: 4_000 * million,
      beneficiaries: [{ name: '05 cơ sở CNNT', shareBasisPoints: null, count: 5 }],
    })
    expect(five.map((one) => one.severity)).toEqual(['ok'])
  })
})

describe('the ceiling, against arithmetic done another way', () => {
  /** Decimal strings by hand: multiply digit by digit with BigInt, cut what is behind the comma. */
  const floorTimes = (amount: number, numerator: number, decimals: number) => {
    const digits = (BigInt(amount) * BigInt(numerator)).toString().padStart(decimals + 1, '0')
    return Number(digits.slice(0, digits.length - decimals))
  }

  it('is the smaller of percentage and amount', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 0, max: 10_000 })),
        fc.option(fc.integer({ min: 0, max: 10 ** 10 })),
        fc.option(fc.integer({ min: 0, max: 10 ** 14 })),
        fc.option(fc.integer({ min: 0, max: 500 })),
        fc.constantFrom(1000, 1250, 1500, 2000),
        (maxPercentBasisPoints, maxAmount, base, count, multiplierThousandths) => {
          const { byPercent, byAmount, ceiling } = ceilingOf(
            { maxPercentBasisPoints, maxAmount },
            { base, count, multiplierThousandths },
          )
          expect(byPercent).toBe(
            maxPercentBasisPoints === null || base === null ? null : floorTimes(base, maxPercentBasisPoints, 4),
          )
          expect(byAmount).toBe(
            maxAmount === null || count === null ? null : floorTimes(maxAmount * count, multiplierThousandths, 3),
          )
          expect(ceiling).toBe(
            byPercent === null ? byAmount : byAmount === null ? byPercent : byPercent < byAmount ? byPercent : byAmount,
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('decides the verdict to the đồng, whatever the split', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 8 }).map((parts) => {
      const sum = parts.reduce((a, b) => a + b, 0)
      const rough = parts.map((part) => Math.floor((part * 10_000) / sum))
      const rest = 10_000 - rough.reduce((a, b) => a + b, 0)
      return rough.map((share, index) => (index === 0 ? share + rest : share))
    })
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 3_000 * million }), (split, support) => {
        const total = support * 3
        const verdicts = judged({
          support,
          total,
          beneficiaries: split.map((shareBasisPoints, index) => ({ name: `${index}`, shareBasisPoints, count: 1 })),
        })
        expect(verdicts[0]?.severity === 'warning').toBe(support > 300 * million * split.length)
        // A part is the exact share, at most one đồng away from it.
        const most = Math.max(...split.map((share) => (support * share) / 10_000))
        if (most <= 300 * million - 1) expect(verdicts[1]?.severity).toBe('ok')
        if (most >= 300 * million + 1) expect(verdicts[1]?.severity).toBe('warning')
      }),
      { numRuns: 500 },
    )
  })

  it('is no surer than the least sure of what it rests on', () => {
    expect(weakest('S', 'M', 'S?')).toBe('M')
    expect(weakest('S')).toBe('S')
  })
})
