// What was typed between two readings of a form: put into the older reading it gives the newer one, and nothing else is named.
import fc from 'fast-check'
import { get, set } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import { differences, overlap } from '../../renderer/components/typedMeanwhile'

const cell = fc.oneof(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 3 }), fc.constant(null))
const row = fc.record({ name: cell, amounts: fc.record({ national: cell, local: cell }) })
const form = fc.record({ name: cell, note: cell, rows: fc.array(row, { maxLength: 3 }) })

describe('what was typed meanwhile', () => {
  it('makes the newer reading of the older one, and each path differs in both', () => {
    fc.assert(
      fc.property(form, form, (before, after) => {
        const made = structuredClone(before)
        for (const { path, value } of differences(before, after)) {
          expect(get(before, path)).not.toEqual(get(after, path))
          set(made, path, value)
        }
        expect(made).toEqual(after)
      }),
    )
  })

  it('names the smallest value that changed, a whole list only where rows came or went', () => {
    const before = { name: 'a', rows: [{ name: 'x' }, { name: 'y' }] }
    expect(differences(before, { name: 'a', rows: [{ name: 'x' }, { name: 'yz' }] })).toEqual([
      { path: 'rows.1.name', value: 'yz' },
    ])
    expect(differences(before, { name: 'a', rows: [{ name: 'y' }] })).toEqual([
      { path: 'rows', value: [{ name: 'y' }] },
    ])
  })

  it('knows a value inside another one by its path, not by how the path begins', () => {
    expect([overlap('rows', 'rows.1.name'), overlap('rows.1', 'rows.1'), overlap('rows.1', 'rows.10')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
