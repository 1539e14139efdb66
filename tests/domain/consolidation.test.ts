// The regional table beside sums taken another way, whatever files come in; each doubt asked about once, and nothing counted
// while it is open. The text of a package travels through cells and back whatever is in it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, consolidate, figureOf, measures, type TableNames } from '../../shared/domain/consolidatedTable'
import { decideSources } from '../../shared/domain/consolidation'
import type { ConsolidationSource, SourceLine } from '../../shared/domain/consolidationSources'
import { checkTable, printedMoney } from '../../shared/domain/consolidationWords'
import { fundingSources } from '../../shared/domain/money'
import { canonicalText, carriedRows, packageVersion, readCarried } from '../../shared/domain/package'
import { type ContentGroup, contentGroups, programmes } from '../../shared/domain/projects'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })
const amounts = fc.record({ national: amount, local: amount, counterpart: amount, other: amount })
const line: fc.Arbitrary<SourceLine> = fc.record({
  programme: fc.constantFrom(...programmes),
  name: fc.string({ maxLength: 10 }),
  contentGroup: fc.constantFrom(...contentGroups),
  planned: amounts,
  done: fc.option(amounts, { nil: null }),
})

function source(index: number, over: Partial<ConsolidationSource> = {}): ConsolidationSource {
  return {
    key: String(index).padStart(64, '0'),
    fileName: `goi-${index}.xlsx`,
    origin: 'package',
    officeName: `Trung tâm ${index}`,
    province: { code: null, name: `Tỉnh ${index}` },
    year: 2021,
    basis: 'current',
    asOf: null,
    period: null,
    doneRule: null,
    number: '2021/1',
    checksum: String(index).padStart(64, 'a'),
    checksumHolds: true,
    madeAt: '2021-12-31T00:00:00Z',
    replaces: null,
    recalls: [],
    noticeOnly: false,
    units: ['million'],
    notes: [],
    openQuestions: 0,
    lines: [],
    visibleLines: null,
    differences: [],
    ...over,
  }
}

const names: TableNames = {
  contents: Object.fromEntries(
    contentGroups.map((code, index) => [code, { name: code, conferenceGroup: (index % 6) + 1 }]),
  ) as Record<ContentGroup, { name: string; conferenceGroup: number }>,
  conferenceGroups: ['1', '2', '3', '4', '5', '6'],
  total: 'Vùng',
}

const settings = (decisions: Record<string, string> = {}) => ({ year: null, decisions, provinces: {} })

describe('the regional table', () => {
  const files = fc.array(fc.array(line, { maxLength: 8 }), { minLength: 1, maxLength: 8 })

  it('adds up to the same by province, by content, by group and by source, to the đồng', () => {
    fc.assert(
      fc.property(files, (all) => {
        const { uses, issues } = decideSources(
          all.map((lines, index) => source(index, { lines })),
          settings(),
        )
        expect(issues).toEqual([])
        const table = consolidate(uses, names, null)
        const flat = all.flat()
        for (const side of ['planned', 'done'] as const) {
          // Straight over the lines, in whole numbers of any size.
          const expected = fundingSources.map((one) =>
            flat.reduce((sum, own) => sum + BigInt(own[side]?.[one] ?? 0), 0n),
          )
          for (const rows of [table.provinces, table.contents, table.conferenceGroups, [table.total]])
            expect(
              fundingSources.map((one) => rows.reduce((sum, row) => sum + BigInt(row[side]?.[one] ?? 0), 0n)),
            ).toEqual(expected)
        }
        expect(table.provinces).toHaveLength(all.length)
        for (const measure of measures) {
          const { planned, plannedShare } = figureOf(table.total, measure, table.total)
          expect(planned).toBe(amountOf(table.total.planned, measure))
          expect(plannedShare).toBe(planned === 0 ? null : 10_000)
        }
      }),
    )
  })

  it('has shares that miss a hundred per cent by no more than half a hundredth a row', () => {
    fc.assert(
      fc.property(files, (all) => {
        const { uses } = decideSources(
          all.map((lines, index) => source(index, { lines })),
          settings(),
        )
        const table = consolidate(uses, names, null)
        if (amountOf(table.total.planned, 'support') === 0) return
        const shares = table.provinces.map((row) => figureOf(row, 'support', table.total).plannedShare ?? 0)
        expect(Math.abs(shares.reduce((sum, one) => sum + one, 0) - 10_000)).toBeLessThanOrEqual(shares.length / 2)
      }),
    )
  })

  it('says that printed parts do not add up exactly when they do not', () => {
    const two = fc.record({ national: amount, local: amount })
    fc.assert(
      fc.property(two, ({ national, local }) => {
        const lines: SourceLine[] = [
          {
            programme: 'local',
            name: '',
            contentGroup: 'ND1',
            planned: { national, local, counterpart: 0, other: 0 },
            done: null,
          },
        ]
        const { uses } = decideSources([source(1, { lines })], settings())
        const table = consolidate(uses, names, null)
        const read = (dong: number) =>
          Math.round(Number(printedMoney(dong, 'billion').replaceAll('.', '').replace(',', '.')) * 100)
        const off = read(national) + read(local) !== read(national + local)
        expect(checkTable(table, uses, null, 'billion')).toHaveLength(off ? 1 : 0)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the decisions about files', () => {
  it('leave out whatever waits for one, and count what was decided, whatever was decided', () => {
    const doubtful = fc.record({
      year: fc.constantFrom(2020, 2021, 2022, null),
      province: fc.constantFrom('Tỉnh A', 'tinh a', 'Thành phố B', 'Tỉnh C').map((name) => ({ code: null, name })),
      basis: fc.constantFrom('registered', 'current', 'assigned'),
      checksumHolds: fc.boolean(),
      officeName: fc.constantFrom('Một', 'Hai'),
      number: fc.constantFrom('2021/1', '2021/2'),
    })
    fc.assert(
      fc.property(fc.array(doubtful, { minLength: 1, maxLength: 7 }), fc.infiniteStream(fc.nat(9)), (all, picks) => {
        const sources = all.map((over, index) => source(index, over as Partial<ConsolidationSource>))
        const decisions: Record<string, string> = {}
        // Each answer may bring out the next doubt; there is an end to them.
        for (let round = 0; round < 60; round += 1) {
          const { issues, uses } = decideSources(sources, settings(decisions))
          const waiting = issues.filter(({ answer }) => answer === null)
          expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length)
          for (const issue of waiting)
            for (const key of issue.sources) expect(uses.find((one) => one.source.key === key)?.use).not.toBe('counted')
          const [next] = waiting
          if (next === undefined) {
            expect(uses.some(({ use }) => use === 'open')).toBe(false)
            return
          }
          const pick = next.choices[(picks.next().value ?? 0) % next.choices.length]
          if (pick !== undefined) decisions[next.id] = pick.value
        }
        throw new Error('the questions do not end')
      }),
    )
  })

  it('prefer the package that names another as replaced, whichever is given first', () => {
    const old = source(1, { officeName: 'A', province: { code: '66', name: 'Tỉnh Đắk Lắk' } })
    const later = source(2, {
      ...old,
      key: 'b'.repeat(64),
      checksum: 'c'.repeat(64),
      number: '2021/2',
      replaces: { number: old.number, checksum: old.checksum },
    })
    for (const order of [
      [old, later],
      [later, old],
    ]) {
      const { uses, issues } = decideSources(order, settings())
      expect(uses.filter(({ use }) => use === 'counted').map((one) => one.source.number)).toEqual(['2021/2'])
      expect(issues).toMatchObject([{ kind: 'newer', message: expect.stringContaining('thay thế gói số 2021/1') }])
    }
  })
})

describe('the text a package carries', () => {
  it('is the same for equal data in any order of its keys, and comes back whole through cells', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const text = canonicalText(data)
        const turned = Object.fromEntries(Object.entries(data).reverse())
        expect(canonicalText(turned)).toBe(text)
        expect(text).toMatch(/^[\x20-\x7e]*$/)
        expect(canonicalText(JSON.parse(text))).toBe(text)
        expect(readCarried(carriedRows(text, 'f'.repeat(64)))).toEqual({
          kind: 'carried',
          text,
          checksum: 'f'.repeat(64),
        })
      }),
    )
  })

  it('is cut into cells without a blank at either end, and misses no piece silently', () => {
    const text = canonicalText({ a: 'đề án  số '.repeat(9_000), b: '_x0041_'.repeat(9_000) })
    const rows = carriedRows(text, 'f'.repeat(64))
    for (const [, piece = ''] of rows.slice(3)) {
      expect(piece.length).toBeLessThanOrEqual(32_767)
      expect(piece.trim()).toBe(piece)
    }
    expect(readCarried(rows)).toMatchObject({ kind: 'carried', text })
    for (let gone = 3; gone < rows.length; gone += 1)
      expect(readCarried(rows.filter((_, index) => index !== gone))).toMatchObject({
        kind: 'broken',
        why: expect.stringContaining(`thiếu mảnh dữ liệu ${gone - 2}/`),
      })
    const [head = [], ...rest] = rows
    expect(readCarried([[head[0] ?? '', String(packageVersion + 1)], ...rest])).toMatchObject({ kind: 'newer' })
    expect(readCarried([])).toEqual({ kind: 'none' })
  })
})
