// Records of who carries a đề án out and the text of them: whichever is changed, the other follows, and neither is guessed over.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Participant,
  participantProblems,
  participantsOf,
  reconcileUnits,
  textsOf,
} from '../../shared/domain/participants'

const name = fc
  .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', 'b', 'ợ', ' ', 'X') })
  .map((text) => `U${text}u`)
const participant = (role: Participant['role']): fc.Arbitrary<Participant> =>
  fc.record({
    role: fc.constant(role),
    establishmentId: fc.option(fc.integer({ min: 1, max: 9 })),
    name,
    shareBasisPoints: fc.option(fc.integer({ min: 0, max: 100 })),
  })
const units = fc
  .tuple(
    fc.array(participant('implementer'), { minLength: 1, maxLength: 4 }),
    fc.array(participant('cooperator'), { maxLength: 4 }),
  )
  .map(([implementers, cooperators]) => [...implementers, ...cooperators])
  .filter((all) => participantProblems(all).every(({ path }) => path === 'participants'))

const stored = (participants: readonly Participant[]) => ({ participants, ...textsOf(participants) })

describe('records and their text', () => {
  it('are the same again after a save of what was read', () => {
    fc.assert(
      fc.property(units, (participants) => {
        const known = stored(participants)
        expect(reconcileUnits(known, known)).toEqual({ kind: 'agreed', units: known })
      }),
    )
  })

  it('follow whichever of the two was changed', () => {
    fc.assert(
      fc.property(units, name, (participants, fresh) => {
        const known = stored(participants)
        const byText = reconcileUnits({ ...known, cooperatingUnits: `${fresh} mới` }, known)
        expect(byText).toMatchObject({ kind: 'agreed', units: { cooperatingUnits: `${fresh} mới` } })
        if (byText.kind === 'agreed') {
          expect(textsOf(byText.units.participants).cooperatingUnits).toBe(`${fresh} mới`)
          // The other role keeps its records, with whom they are and their shares.
          expect(byText.units.participants.filter((one) => one.role === 'implementer')).toEqual(
            participants.filter((one) => one.role === 'implementer'),
          )
        }
        const added: Participant = {
          role: 'cooperator',
          establishmentId: null,
          name: `${fresh} mới`,
          shareBasisPoints: null,
        }
        const byRecord = reconcileUnits({ ...known, participants: [...participants, added] }, known)
        expect(byRecord).toEqual({ kind: 'agreed', units: stored([...participants, added]) })
      }),
    )
  })

  it('are made of the text where there is nothing else, letter for letter', () => {
    const units = {
      implementingUnit: 'Trung tâm Khuyến công',
      cooperatingUnits: 'UBND xã A; UBND xã B\n\nHội Nông dân',
    }
    expect(reconcileUnits({ participants: [], ...units }, null)).toEqual({
      kind: 'agreed',
      units: { participants: participantsOf(units), ...units },
    })
    expect(participantsOf(units).map((one) => [one.role, one.name])).toEqual([
      ['implementer', 'Trung tâm Khuyến công'],
      ['cooperator', 'UBND xã A; UBND xã B'],
      ['cooperator', 'Hội Nông dân'],
    ])
  })

  it('contradict each other where both are new and differ', () => {
    const [one] = participantsOf({ implementingUnit: 'Trung tâm', cooperatingUnits: '' })
    if (one === undefined) throw new Error('a unit was named')
    const given = { participants: [one], implementingUnit: 'Liên minh Hợp tác xã', cooperatingUnits: '' }
    expect(reconcileUnits(given, null).kind).toBe('differ')
    expect(reconcileUnits(given, stored(participantsOf({ implementingUnit: 'Sở', cooperatingUnits: '' }))).kind).toBe(
      'differ',
    )
  })
})

describe('participantProblems', () => {
  const unit = (name: string, shareBasisPoints: number | null = null): Participant => ({
    role: 'implementer',
    establishmentId: null,
    name,
    shareBasisPoints,
  })

  it('says more than the whole, twice the same, longer than a column', () => {
    expect(participantProblems([unit('A', 6_000), unit('B', 4_001)])[0]?.message).toContain('100,01 %, quá 100 %')
    expect(participantProblems([unit('A', 6_000), unit('B', 4_000), unit('C')])).toEqual([])
    expect(participantProblems([unit('A'), unit('A')])[0]?.path).toBe('participants.1.name')
    expect(participantProblems([unit('A'), { ...unit('A'), role: 'cooperator' }])).toEqual([])
    expect(participantProblems([unit('A'.repeat(1_500)), unit('B'.repeat(600))])[0]?.path).toBe('participants')
  })
})
