// Who decides a change, by the shipped matrix; and a request drafted again on what somebody else decided meanwhile.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadAuthorities } from '../../electron/changes/authorities'
import type { ProjectContent } from '../../shared/contract/projects'
import { partsByAuthority, ruleFor } from '../../shared/domain/changeAuthority'
import { changeTypeOf, changeTypes } from '../../shared/domain/changes'
import { applyChanges, compareContents } from '../../shared/domain/comparison'
import { programmes, projectKinds } from '../../shared/domain/projects'
import { rebaseContent } from '../../shared/domain/rebase'
import { anyContent } from '../support/anyContent'

const rules = loadAuthorities('resources')
const pathsOf = (...[before, after]: Parameters<typeof compareContents>) =>
  compareContents(before, after).changes.map(({ path }) => path)

/** Rows that are told apart by their names alone, as people tell them apart. */
const clear = anyContent.map((content): ProjectContent => {
  const distinct = <Row>(rows: readonly Row[], nameOf: (row: Row) => string) =>
    rows.filter((row, index) => rows.findIndex((one) => nameOf(one) === nameOf(row)) === index)
  return {
    ...content,
    beneficiaries: distinct(content.beneficiaries, ({ name }) => name).map((one) => ({
      ...one,
      establishmentId: null,
    })),
    participants: distinct(content.participants, ({ name }) => name),
    places: distinct(content.places, ({ text }) => text).map((one) => ({ ...one, communeCode: null })),
    outputs: distinct(content.outputs, ({ indicator }) => indicator),
    equipment: distinct(content.equipment, ({ name }) => name),
    scheduleSteps: distinct(content.scheduleSteps, (one) => one.content),
    repayments: distinct(content.repayments, ({ dueOn }) => dueOn),
    budget: distinct(content.budget, (one) => one.content),
  }
})

describe('the shipped matrix', () => {
  it('names exactly one authority for every change of every đề án since TT36 took effect', () => {
    for (const programme of programmes)
      for (const kind of projectKinds)
        for (const type of changeTypes)
          expect(ruleFor(rules, { programme, kind, type }, '2014-02-10'), `${programme} ${kind} ${type}`).not.toBeNull()
    expect(ruleFor(rules, { programme: 'national', kind: 'single', type: 'stop' }, '2014-02-09')).toBeNull()
  })

  it('is that of domain §5.4', () => {
    const by = (kind: 'single' | 'group') =>
      Object.fromEntries(
        changeTypes.map((type) => [
          type,
          ruleFor(rules, { programme: 'national', kind, type }, '2026-06-01')?.authority,
        ]),
      )
    const single = {
      increase: 'minister',
      content: 'minister',
      nextYear: 'minister',
      supplement: 'minister',
      stop: 'minister',
      place: 'agency',
      beneficiary: 'agency',
      cooperatingUnit: 'agency',
      time: 'agency',
      decrease: 'agency',
      other: 'agency',
    }
    expect(by('single')).toEqual(single)
    expect(by('group')).toEqual({
      ...single,
      place: 'department',
      beneficiary: 'department',
      cooperatingUnit: 'department',
    })
    for (const rule of rules.filter(({ programme }) => programme === 'local'))
      expect([rule.authority, rule.confidence]).toEqual(['planApprover', 'M'])
  })

  it('tells a longer year from the next one, and more money from less', () => {
    const facts = {
      planYear: 2026,
      endBefore: '2026-09',
      endAfter: '2026-12',
      implementerChanges: false,
      supportBefore: 100,
      supportAfter: 100,
    }
    expect(changeTypeOf('endMonth', facts)).toBe('time')
    expect(changeTypeOf('endMonth', { ...facts, endAfter: '2027-01' })).toBe('nextYear')
    // A flagship of several years moves within the last of them.
    expect(changeTypeOf('endMonth', { ...facts, endBefore: '2027-06', endAfter: '2027-12' })).toBe('time')
    expect(changeTypeOf('budget', { ...facts, supportAfter: 101 })).toBe('increase')
    expect(changeTypeOf('budget', facts)).toBe('decrease')
    expect(changeTypeOf('participants', { ...facts, implementerChanges: true })).toBe('other')
    expect(changeTypeOf('participants', facts)).toBe('cooperatingUnit')
  })

  it('sorts any request into parts that together hold every change once, the highest authority first', () => {
    const change = fc.record({
      type: fc.constantFrom(...changeTypes),
      programme: fc.constantFrom(...programmes),
      kind: fc.constantFrom(...projectKinds),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const judged = changes.map((one, index) => ({ change: index, rule: ruleFor(rules, one, '2026-06-01') }))
        const parts = partsByAuthority(judged)
        expect(parts.flatMap((part) => part.changes).sort((a, b) => a - b)).toEqual(changes.map((_, index) => index))
        const order = ['minister', 'agency', 'department', 'planApprover']
        const places = parts.map(({ authority }) => order.indexOf(authority))
        expect(places).toEqual([...new Set(places)].sort())
      }),
    )
  })
})

describe('a request drafted again', () => {
  it('on the very version it was drafted from asks for the same', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (base, asked) => {
        const { content, collisions } = rebaseContent({ base, asked, now: base })
        expect(collisions).toEqual([])
        // Without its order where that is asked too: what stands keeps its own.
        expect(pathsOf(content, asked).filter((path) => !path.endsWith('.order'))).toEqual([])
      }),
    )
  })

  it('on what was asked, decided meanwhile, asks for nothing more', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (base, asked) => {
        const { content, collisions } = rebaseContent({ base, asked, now: asked })
        expect(collisions).toEqual([])
        expect(pathsOf(asked, content)).toEqual([])
      }),
    )
  })

  it('of two parts of one request, whichever is decided first, both together are the whole', () => {
    fc.assert(
      fc.property(clear, clear, fc.infiniteStream(fc.boolean()), (base, asked, coins) => {
        const sides = new Map(pathsOf(base, asked).map((path) => [path, coins.next().value === true]))
        const part = (side: boolean) =>
          applyChanges(base, asked, new Set([...sides].filter(([, one]) => one === side).map(([path]) => path)))
        for (const first of [true, false]) {
          const { content, collisions } = rebaseContent({ base, asked: part(!first), now: part(first) })
          expect(collisions).toEqual([])
          expect(pathsOf(content, asked).filter((path) => !path.endsWith('.order'))).toEqual([])
        }
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)

  it('leaves a field that both changed as it is in force, and says both values', () => {
    const [base] = fc.sample(anyContent, { numRuns: 1, seed: 7 })
    if (base === undefined) throw new Error('no content was made')
    const now = { ...base, name: 'Tên của họ', effect: 'Mới' }
    const asked = { ...base, name: 'Tên của tôi', objective: 'Của tôi' }
    const { content, collisions } = rebaseContent({ base, asked, now })
    expect(content).toMatchObject({ name: 'Tên của họ', effect: 'Mới', objective: 'Của tôi' })
    expect(collisions).toEqual([{ path: 'name', label: 'Tên đề án', now: 'Tên của họ', asked: 'Tên của tôi' }])
  })
})
