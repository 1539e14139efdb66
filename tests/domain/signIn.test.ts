// Wrong tries are slowed so that guessing a PIN takes months, whatever the clock is made to do.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secretProblem, stillToWait, waitAfter } from '../../shared/domain/signIn'

describe('waiting after wrong tries', () => {
  it('is nothing for slips, then doubles from half a minute to a quarter of an hour', () => {
    expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 1_000].map(waitAfter)).toEqual([
      0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ])
  })

  it('makes ten thousand PINs take more than three months', () => {
    let seconds = 0
    for (let tries = 1; tries <= 10_000; tries += 1) seconds += waitAfter(tries)
    expect(seconds / 86_400).toBeGreaterThan(90)
  })

  it('is never longer than the wait itself, nor shorter by setting the clock back', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.integer({ min: -10_000_000, max: 10_000_000 }), (count, passed) => {
        const left = stillToWait({ count, lastAt: 1_000_000_000 }, 1_000_000_000 + passed * 1_000)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBe(Math.max(0, waitAfter(count) - Math.max(0, passed)))
      }),
    )
    expect(stillToWait({ count: 0, lastAt: null }, 5)).toBe(0)
  })
})

describe('a chosen secret', () => {
  it('is a PIN nobody tries first, or a password of eight letters', () => {
    const wrong = ['', '12', '1234', '4321', '7777', '000000', 'abcdefg', 'x'.repeat(101)]
    expect(wrong.filter((secret) => secretProblem(secret) === null)).toEqual([])
    expect(['2580', '13579', 'khuyến công', 'abcdefgh'].map(secretProblem)).toEqual([null, null, null, null])
  })
})
