// Money day by day, against an oracle that replays every event one by one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContractOfProject, moneyMoments, overgivenMoments } from '../../shared/domain/moneyMoments'

const amounts = (local: number) => ({ national: 0, local, counterpart: 0, other: 0 })
const day = (n: number) => `2026-01-${String(n + 1).padStart(2, '0')}`
const line = (local: number) => ({ projectId: 1, amounts: amounts(local) })

const contract = (parts: Partial<ContractOfProject>): ContractOfProject => ({
  state: 'signed',
  signedOn: day(0),
  closedOn: null,
  lines: [line(100)],
  appendices: [],
  movements: [],
  ...parts,
})
const advance = (on: number, local: number) => ({ kind: 'advance' as const, onDate: day(on), amounts: amounts(local) })
const recovery = (on: number, local: number) => ({ ...advance(on, local), kind: 'recovery' as const })
const overgiven = (...contracts: ContractOfProject[]) => overgivenMoments(moneyMoments(contracts, 1))

describe('money day by day', () => {
  it('tells the first day on which more was given than contracted, though it was taken back later', () => {
    expect(overgiven(contract({ movements: [advance(2, 60), advance(5, 50), recovery(9, 20)] }))).toEqual([
      { day: day(5), source: 'local', given: 110, contracted: 100 },
    ])
    expect(overgiven(contract({ movements: [advance(2, 100)] }))).toEqual([])
  })

  it('takes an appendix that lowers the value as the reason, once the rest has come back', () => {
    const lowered = { appendices: [{ signedOn: day(4), lines: [line(40)] }] }
    expect(overgiven(contract({ ...lowered, movements: [advance(2, 60), recovery(9, 20)] }))).toEqual([])
    expect(overgiven(contract({ ...lowered, movements: [advance(2, 60)] }))).toMatchObject([{ day: day(4), given: 60 }])
  })

  it('counts a contract broken off for what was given under it, and drafts for nothing', () => {
    const broken = contract({ state: 'terminated', closedOn: day(6), movements: [advance(2, 60)] })
    expect(moneyMoments([broken], 1).map(({ contracted }) => contracted.local)).toEqual([100, 100, 60])
    expect(moneyMoments([contract({ state: 'draft', signedOn: null })], 1)).toEqual([])
  })

  it('agrees with a replay of the events, whatever they are', () => {
    const event = fc.record({
      on: fc.integer({ min: 1, max: 20 }),
      amount: fc.integer({ min: 1, max: 60 }),
      back: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 8 }),
        fc.array(fc.record({ on: fc.integer({ min: 1, max: 20 }), to: fc.integer({ min: 0, max: 200 }) }), {
          maxLength: 3,
        }),
        (events, appendices) => {
          const moments = moneyMoments(
            [
              contract({
                movements: events.map(({ on, amount, back }) => (back ? recovery(on, amount) : advance(on, amount))),
                appendices: appendices.map(({ on, to }) => ({ signedOn: day(on), lines: [line(to)] })),
              }),
            ],
            1,
          )
          const replay = new Map<string, { contracted: number; given: number }>()
          let contracted = 100
          let given = 0
          for (let on = 0; on <= 20; on += 1) {
            const happened = events.filter((one) => one.on === on)
            const signed = appendices.filter((one) => one.on === on)
            for (const { amount, back } of happened) given += back ? -amount : amount
            for (const { to } of signed) contracted = to
            if (on === 0 || happened.length + signed.length > 0) replay.set(day(on), { contracted, given })
          }
          expect(
            new Map(moments.map((one) => [one.day, { contracted: one.contracted.local, given: one.given.local }])),
          ).toEqual(replay)
        },
      ),
    )
  })
})
