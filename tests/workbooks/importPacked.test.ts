// Records kept as bytes between checking and writing come back as they were, in their order, as often as they are asked for.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Packed, Packer } from '../../electron/workbooks/import/packed'

function packed<T>(all: readonly T[]): Packed<T> {
  const packer = new Packer<T>()
  const whole = new Packed<T>()
  for (const one of all) {
    const piece = packer.add(one)
    if (piece !== null) whole.addPiece(piece)
  }
  const rest = packer.rest()
  if (rest !== null) whole.addPiece(rest)
  return whole
}

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value

describe('packed records', () => {
  it('are the same when they are opened', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 20 }), (all) => {
        expect([...packed(all)]).toEqual(all)
      }),
    )
  })

  it('of several pieces keep their order, and are read twice alike', () => {
    const all = Array.from({ length: 1_003 }, (_, index) => ({
      index,
      name: `Cơ sở ${index}`,
      years: [{ year: index }],
    }))
    const whole = packed(all)
    expect(whole.length).toBe(1_003)
    expect([...whole]).toEqual(all)
    expect([...whole]).toEqual(all)
  })
})
