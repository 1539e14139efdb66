// The way of carrying out: the table of steps against a grammar written down separately, and what each step says is missing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  carryingSteps,
  type ExecutionFacts,
  missingForCarrying,
  nothingCarriedOut,
} from '../../shared/domain/executionNeeds'
import {
  mayTake,
  nextSteps,
  type ProjectFacts,
  type ProjectStatus,
  type ProjectStep,
  transitions,
} from '../../shared/domain/lifecycle'
import { programmes } from '../../shared/domain/projects'
import { carryingPath, stepLine } from '../../shared/domain/stepLine'

const letters = {
  approved: 'P',
  detailPlan: 'K',
  contracted: 'T',
  beneficiaryContracted: 'B',
  inProgress: 'I',
  acceptedBase: 'N',
  settlementFiled: 'F',
  liquidated: 'L',
  settled: 'Q',
  monitored: 'M',
} as const satisfies Partial<Record<ProjectStatus, string>>

/** From the decision on, written from domain §5.1–5.2: planned in detail, signed above, signed below, done, accepted, closed. */
const grammar = /^PK?T?B?(?:I(?:N(?:F(?:L(?:QM?)?)?)?)?)?$/

const steps: readonly ProjectStep[] = [...carryingSteps, 'signContract', 'signBeneficiaryContract']

function letter(status: ProjectStatus): string {
  const known = (letters as Partial<Record<ProjectStatus, string>>)[status]
  if (known === undefined) throw new Error(`${status} is not a state of carrying out`)
  return known
}

describe('the table of carrying out', () => {
  it('makes exactly the lives the grammar allows', () => {
    for (const programme of programmes) {
      let ends: { path: string; status: ProjectStatus }[] = [{ path: 'P', status: 'approved' }]
      const made = new Set(['P'])
      while (ends.length > 0) {
        ends = ends.flatMap(({ path, status }) =>
          steps
            .filter((step) => mayTake(step, status, programme))
            .map((step) => ({ path: path + letter(transitions[step].to), status: transitions[step].to })),
        )
        for (const { path } of ends) made.add(path)
      }
      const allowed = new Set<string>()
      let words = ['P']
      while (words.length > 0) {
        for (const word of words) allowed.add(word)
        words = words
          .flatMap((word) => Object.values(letters).map((next) => word + next))
          .filter((word) => grammar.test(word))
      }
      expect([...made].sort()).toEqual([...allowed].sort())
    }
  })

  it('may be stopped by a decision until its contracts are closed, and leads nowhere but back from there', () => {
    const statuses = Object.keys(letters) as (keyof typeof letters)[]
    for (const programme of programmes) {
      const stoppable = statuses.filter((status) => mayTake('stop', status, programme))
      expect(stoppable.map((status) => letters[status]).join('')).toBe('PKTBINF')
      expect(steps.filter((step) => mayTake(step, 'stopped', programme))).toEqual([])
      expect(mayTake('revoke', 'stopped', programme)).toBe(true)
    }
  })

  it('shows the way of carrying out in its order, each state once', () => {
    for (const [at, status] of carryingPath.entries()) {
      if (status === 'approved') continue
      const history = [
        { step: 'approve' as const, to: 'approved' as const, date: '2026-01-05' },
        { step: 'start' as const, to: status, date: '2026-03-01' },
      ]
      const line = stepLine('national', status, history)
      expect(line[0]).toEqual({ status: 'approved', state: 'done', on: '2026-01-05' })
      expect(line[1]).toEqual({ status, state: 'now', on: '2026-03-01' })
      expect(line.slice(2).map((point) => point.status)).toEqual(carryingPath.slice(at + 1))
    }
  })
})

const facts = (status: ProjectStatus, execution: Partial<ExecutionFacts>, over: Partial<ProjectFacts> = {}) => ({
  status,
  programme: 'local' as const,
  kind: 'single' as const,
  texts: { necessity: true, objective: true, scale: true, schedule: true, organisation: true, effect: true },
  subContent: true,
  implementingUnit: true,
  period: true,
  beneficiaries: 1,
  places: 1,
  budgetLines: 1,
  amounts: { national: 0, local: 1, counterpart: 0, other: 0 },
  base: null,
  ministry: null,
  execution: { ...nothingCarriedOut, ...execution },
  ...over,
})

describe('what a step of carrying out needs', () => {
  it('lets nothing start without a signed contract, whatever its kind', () => {
    for (const kind of ['agency', 'beneficiary', 'supplier'] as const)
      for (const count of [0, 1]) {
        const signed = { ...nothingCarriedOut.signed, [kind]: count }
        const missing = missingForCarrying('start', { kind: 'single', execution: { ...nothingCarriedOut, signed } })
        expect(missing.length === 0).toBe(count === 1)
        if (count === 0) expect(missing[0]).toMatchObject({ what: 'hợp đồng đã ký', section: 'contracts' })
      }
  })

  it('accepts the đề án only when everyone is accepted, nothing failed is open and no minutes are unfinished', () => {
    fc.assert(
      fc.property(
        fc.record({
          passed: fc.nat(2),
          unaccepted: fc.subarray(['HTX A', 'HTX B']),
          openFailures: fc.nat(1),
          drafts: fc.nat(1),
        }),
        (acceptance) => {
          const [next] = nextSteps(facts('inProgress', { acceptance }))
          const whole =
            acceptance.passed > 0 &&
            acceptance.unaccepted.length === 0 &&
            acceptance.openFailures === 0 &&
            acceptance.drafts === 0
          expect(next).toMatchObject({ step: 'acceptBase', possible: whole })
        },
      ),
    )
  })

  it('names whom acceptance has not reached', () => {
    const acceptance = { passed: 1, unaccepted: ['HTX Văn Quyết'], openFailures: 0, drafts: 0 }
    expect(nextSteps(facts('inProgress', { acceptance }))[0]?.missing[0]?.what).toBe('nghiệm thu HTX Văn Quyết')
  })

  it('sends no settlement file that does not agree without a reason', () => {
    const settlement = { dated: true, lines: 1, vouchers: 1, unexplained: ['đối ứng lệch 5 đồng'], approved: false }
    const [next] = nextSteps(facts('acceptedBase', { settlement }))
    expect(next?.missing.map(({ what }) => what)).toEqual(['lý do chênh lệch'])
    expect(next?.missing[0]?.why).toContain('đối ứng lệch 5 đồng')
    expect(nextSteps(facts('acceptedBase', { settlement: { ...settlement, unexplained: [] } }))[0]?.possible).toBe(true)
  })

  it('plans a group in detail before it signs, and only a group', () => {
    const forward = (kind: 'single' | 'group') =>
      nextSteps(facts('approved', {}, { kind, programme: 'national' })).find((step) => step.forward)?.step
    expect(forward('group')).toBe('planDetail')
    expect(forward('single')).toBe('signContract')
    expect(missingForCarrying('planDetail', { kind: 'single', execution: nothingCarriedOut })[0]?.section).toBe(
      'identity',
    )
  })

  it('starts what has nobody to sign a contract of support with', () => {
    const supplier = { signed: { agency: 0, beneficiary: 0, supplier: 1 } }
    expect(nextSteps(facts('approved', supplier))[0]).toMatchObject({ step: 'start', possible: true })
    expect(nextSteps(facts('contracted', { signed: { agency: 1, beneficiary: 0, supplier: 0 } }))[0]?.step).toBe(
      'signBeneficiaryContract',
    )
    expect(
      nextSteps(facts('contracted', { signed: { agency: 1, beneficiary: 0, supplier: 0 } }, { beneficiaries: 0 }))[0],
    ).toMatchObject({ step: 'start', possible: true })
  })
})
