// The way of a đề án: the table of steps against a grammar written down separately, and what each step says is missing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExecutionFacts, nothingCarriedOut } from '../../shared/domain/executionNeeds'
import {
  type AppraisalFacts,
  appraisalContradictions,
  approvedFrom,
  checkResults,
  conclusions,
  draftStage,
  mainPath,
  mayTake,
  memberRoles,
  missingForConclusion,
  nextSteps,
  type ProjectFacts,
  type ProjectStatus,
  type ProjectStep,
  projectStatuses,
  projectSteps,
  stepProblems,
  transitions,
} from '../../shared/domain/lifecycle'
import { type Programme, programmes } from '../../shared/domain/projects'

const letters: Partial<Record<ProjectStatus, string>> = {
  draft: 'D',
  submittedDoit: 'S',
  appraisedBase: 'A',
  returned: 'R',
  registeredAgency: 'G',
  appraisedMinistry: 'M',
  approved: 'P',
  rejected: 'X',
  cancelled: 'C',
}

/** Every beginning of a lawful life, written from domain §5.1–5.3 and not from the table. */
const grammar: Readonly<Record<Programme, RegExp>> = {
  local: /^(?:DSA?R)*(?:C|D(?:P|C|S(?:X|C|A[PXC]?)?)?)?$/,
  national: /^(?:DS(?:A(?:GM?)?)?R)*(?:C|D(?:P|C|S(?:X|C|A(?:X|C|G(?:X|C|M[PXC]?)?)?)?)?)?$/,
}

/** What the decision on a change request does to a đề án that was already decided. */
const changingSteps: readonly ProjectStep[] = ['stop', 'revoke']

/** The steps up to the decision; those of carrying out come after it. */
const planningSteps = projectSteps.filter(
  (step) => letters[transitions[step].to] !== undefined && !changingSteps.includes(step),
)

function letter(status: ProjectStatus): string {
  const known = letters[status]
  if (known === undefined) throw new Error(`${status} cannot be reached yet`)
  return known
}

describe('the table of steps', () => {
  it('makes exactly the lives the grammar allows, up to eight states', () => {
    for (const programme of programmes) {
      let ends: { readonly path: string; readonly status: ProjectStatus }[] = [{ path: 'D', status: 'draft' }]
      const made = new Set(['D'])
      for (let length = 2; length <= 8; length += 1) {
        ends = ends.flatMap(({ path, status }) =>
          planningSteps
            .filter((step) => mayTake(step, status, programme))
            .map((step) => ({ path: path + letter(transitions[step].to), status: transitions[step].to })),
        )
        for (const { path } of ends) made.add(path)
      }
      const allowed = new Set<string>()
      let words = ['D']
      while (words.length > 0) {
        for (const word of words) allowed.add(word)
        words = words
          .filter((word) => word.length < 8)
          .flatMap((word) => Object.values(letters).map((next) => word + next))
          .filter((word) => grammar[programme].test(word))
      }
      expect([...made].sort()).toEqual([...allowed].sort())
    }
  })

  it('leads no sequence of steps into a state that is not lawful', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...programmes),
        fc.array(fc.constantFrom(...planningSteps), { maxLength: 60 }),
        (programme, wanted) => {
          let status: ProjectStatus = 'draft'
          let path = 'D'
          for (const step of wanted) {
            if (!mayTake(step, status, programme)) continue
            status = transitions[step].to
            path += letter(status)
          }
          expect(path).toMatch(grammar[programme])
          if (programme === 'local') expect(path).not.toMatch(/[GM]/)
          // Decided is decided: only states on the way may be left.
          if (/[PXC]/.test(path)) expect(path.search(/[PXC]/)).toBe(path.length - 1)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('begins carrying out only after the decision, and never leads back before it', () => {
    const before = projectStatuses.filter((status) => letters[status] !== undefined && status !== 'approved')
    const carryingOut = projectSteps.filter((step) => !planningSteps.includes(step))
    for (const step of carryingOut) {
      expect(
        transitions[step].from.filter((status) => before.includes(status)),
        step,
      ).toEqual([])
      expect(before, step).not.toContain(transitions[step].to)
    }
    for (const step of planningSteps)
      for (const { to } of carryingOut.map((one) => transitions[one])) expect(transitions[step].from).not.toContain(to)
  })

  it('walks the main path of each programme to the decision', () => {
    for (const programme of programmes) {
      const path = mainPath(programme)
      path.slice(1).forEach((next, index) => {
        const from = path[index]
        const steps = projectSteps.filter(
          (step) => step !== 'recordApproval' && from !== undefined && mayTake(step, from, programme),
        )
        expect(
          steps.map((step) => transitions[step].to),
          `${programme} ${from}`,
        ).toContain(next)
      })
      expect(path.at(-2)).toBe(approvedFrom(programme))
    }
  })

  it('lets nobody write a new version while a đề án is returned or out', () => {
    for (const status of projectStatuses)
      for (const programme of programmes)
        if (['returned', 'rejected', 'cancelled', 'stopped'].includes(status))
          expect(draftStage(status, programme)).toBeNull()
    expect(draftStage('appraisedBase', 'national')).toBeNull()
    expect(draftStage('appraisedBase', 'local')).toBe('approved')
  })
})

const appraisal: fc.Arbitrary<AppraisalFacts> = fc.record({
  method: fc.constantFrom('staff', 'council'),
  date: fc.constantFrom(null, '2026-05-25'),
  documentNumber: fc.constantFrom('', '3/BB-HĐTĐ'),
  appraiser: fc.constantFrom('', 'Nguyễn Văn An'),
  signer: fc.constantFrom('', 'Trần Thị Bình'),
  results: fc.array(fc.constantFrom(...checkResults), { minLength: 5, maxLength: 5 }),
  roles: fc.array(fc.constantFrom(...memberRoles), { maxLength: 6 }),
  votesFor: fc.option(fc.nat(6)),
  votesAgainst: fc.option(fc.nat(6)),
  conclusion: fc.option(fc.constantFrom(...conclusions)),
  opinion: fc.constantFrom('', 'Bổ sung báo giá'),
  concluded: fc.boolean(),
})

const execution: fc.Arbitrary<ExecutionFacts> = fc.record({
  signed: fc.record({ agency: fc.nat(1), beneficiary: fc.nat(1), supplier: fc.nat(1) }),
  openContracts: fc.subarray(['Hợp đồng số 1', 'Hợp đồng số 2']),
  detailPlan: fc.option(fc.record({ lines: fc.nat(1), approved: fc.boolean() })),
  acceptance: fc.record({
    passed: fc.nat(2),
    unaccepted: fc.subarray(['HTX A', 'HTX B']),
    openFailures: fc.nat(1),
    drafts: fc.nat(1),
  }),
  settlement: fc.option(
    fc.record({
      dated: fc.boolean(),
      lines: fc.nat(1),
      vouchers: fc.nat(1),
      unexplained: fc.subarray(['đối ứng lệch']),
      approved: fc.boolean(),
    }),
  ),
  visits: fc.nat(1),
})

const facts: fc.Arbitrary<ProjectFacts> = fc.record({
  status: fc.constantFrom(...projectStatuses),
  programme: fc.constantFrom(...programmes),
  kind: fc.constantFrom('single', 'group', 'flagship'),
  texts: fc.record({
    necessity: fc.boolean(),
    objective: fc.boolean(),
    scale: fc.boolean(),
    schedule: fc.boolean(),
    organisation: fc.boolean(),
    effect: fc.boolean(),
  }),
  subContent: fc.boolean(),
  implementingUnit: fc.boolean(),
  period: fc.boolean(),
  beneficiaries: fc.nat(2),
  places: fc.nat(2),
  budgetLines: fc.nat(2),
  amounts: fc.record({
    national: fc.nat(1),
    local: fc.nat(1),
    counterpart: fc.nat(1),
    other: fc.nat(1),
  }),
  base: fc.option(appraisal),
  ministry: fc.option(appraisal),
  execution,
})

const wholeTexts = { necessity: true, objective: true, scale: true, schedule: true, organisation: true, effect: true }

const whole: AppraisalFacts = {
  method: 'staff',
  date: '2026-05-25',
  documentNumber: '',
  appraiser: 'Nguyễn Văn An',
  signer: '',
  results: ['pass', 'pass', 'pass', 'pass', 'pass'],
  roles: [],
  votesFor: null,
  votesAgainst: null,
  conclusion: 'agree',
  opinion: '',
  concluded: false,
}

describe('nextSteps', () => {
  it('offers only what the table allows, at most one way forward, first, and says why what is not possible is not', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const next = nextSteps(one)
        for (const step of next) {
          expect(mayTake(step.step, one.status, one.programme)).toBe(true)
          expect(step.possible).toBe(step.missing.length === 0)
          for (const { what, why } of step.missing) {
            expect(what).not.toBe('')
            expect(why).toMatch(/\.$/)
          }
        }
        expect(next.filter((step) => step.forward).length).toBeLessThanOrEqual(1)
        expect(next.findIndex((step) => step.forward)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('lets a đề án be sent once everything it named is there', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const draft = { ...one, status: 'draft' as const }
        const mended: ProjectFacts = {
          ...draft,
          texts: wholeTexts,
          subContent: true,
          implementingUnit: true,
          period: true,
          beneficiaries: 1,
          places: 1,
          budgetLines: 1,
          amounts: { national: 1, local: 1, counterpart: 0, other: 0 },
        }
        expect(nextSteps(mended)[0]).toMatchObject({ step: 'submit', possible: true })
        const missing = nextSteps(draft)[0]?.missing ?? []
        if (missing.length === 0) return
        const sections = new Set(missing.map(({ section }) => section))
        expect(sections.has('appraisal')).toBe(false)
        if (draft.programme === 'local') expect(sections.has('content')).toBe(false)
        if (draft.kind === 'group') expect(sections.has('people')).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  it('wants the money of the đề án’s own programme', () => {
    const base: ProjectFacts = {
      status: 'draft',
      programme: 'local',
      kind: 'single',
      texts: wholeTexts,
      subContent: true,
      implementingUnit: true,
      period: true,
      beneficiaries: 1,
      places: 1,
      budgetLines: 1,
      amounts: { national: 5, local: 0, counterpart: 0, other: 0 },
      base: null,
      ministry: null,
      execution: nothingCarriedOut,
    }
    expect(nextSteps(base)[0]?.missing).toMatchObject([{ what: 'kinh phí khuyến công địa phương', section: 'budget' }])
    expect(nextSteps({ ...base, programme: 'national' })[0]?.possible).toBe(true)
  })

  it('sends a refused đề án back or out, never on', () => {
    const refused: AppraisalFacts = { ...whole, conclusion: 'refuse', opinion: 'Trùng nội dung', concluded: true }
    fc.assert(
      fc.property(facts, (one) => {
        const next = nextSteps({ ...one, status: 'submittedDoit', base: refused })
        expect(next.map(({ step, possible }) => [step, possible])).toEqual([
          ['appraiseBase', false],
          ['return', true],
          ['reject', true],
          ['cancel', true],
        ])
      }),
    )
  })
})

describe('a conclusion', () => {
  it('of one officer needs the five points, the date, the name and the words where something is wanting', () => {
    expect(missingForConclusion('base', whole)).toEqual([])
    const without = (change: Partial<AppraisalFacts>) =>
      missingForConclusion('base', { ...whole, ...change }).map(({ what }) => what)
    expect(without({ results: ['pass', 'pending', 'pass', 'fail', 'pending'] })).toEqual(['kết quả xét nội dung 2, 5'])
    expect(without({ appraiser: '', date: null })).toEqual(['ngày thẩm định', 'người thẩm định'])
    expect(without({ conclusion: 'refuse' })).toEqual(['lý do không đồng ý'])
    expect(without({ conclusion: 'agreeAfterSupplement' })).toEqual(['nội dung phải bổ sung'])
    expect(missingForConclusion('base', null)).toHaveLength(1)
  })

  it('of a council needs its chair, its secretary and its votes', () => {
    const council: AppraisalFacts = { ...whole, method: 'council', appraiser: '' }
    expect(missingForConclusion('base', council).map(({ what }) => what)).toEqual([
      'một Chủ tịch hội đồng',
      'một Thư ký hội đồng',
      'số phiếu đồng ý và không đồng ý',
    ])
    const seated: AppraisalFacts = { ...council, roles: ['chair', 'secretary', 'member'], votesFor: 2, votesAgainst: 1 }
    expect(missingForConclusion('base', seated)).toEqual([])
  })

  it('never contradicts its points or its votes', () => {
    const paths = (change: Partial<AppraisalFacts>) =>
      appraisalContradictions({ ...whole, ...change }).map(({ path }) => path)
    expect(paths({})).toEqual([])
    expect(paths({ results: ['pass', 'fail', 'pass', 'pass', 'pass'] })).toEqual(['conclusion'])
    const council = { method: 'council', roles: ['chair', 'secretary', 'member'] } as const
    expect(paths({ ...council, votesFor: 1, votesAgainst: 2 })).toEqual(['conclusion'])
    expect(paths({ ...council, votesFor: 3, votesAgainst: 0, conclusion: 'refuse' })).toEqual(['conclusion'])
    expect(paths({ ...council, votesFor: 3, votesAgainst: 1 })).toEqual(['votesFor'])
    expect(paths({ ...council, roles: ['chair', 'chair'] })).toEqual(['members'])
  })
})

describe('what is typed for a step', () => {
  const date = fc
    .integer({ min: 0, max: 200 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))

  it('is refused exactly when dates run backwards or something required is empty', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...projectSteps),
        date,
        fc.option(date),
        fc.option(date),
        fc.constantFrom('', '12/CV'),
        fc.constantFrom('', 'Thiếu báo giá'),
        (step, on, documentDate, previous, documentNumber, reason) => {
          const problems = stepProblems(
            step,
            { date: on, documentNumber, documentDate, reason },
            previous,
            (day) => day,
          )
          const { document, reason: wanted } = transitions[step]
          const chain = [previous, documentDate, on].filter((day): day is string => day !== null)
          const ordered = chain.every((day, index) => index === 0 || (chain[index - 1] ?? '') <= day)
          const complete =
            (document !== 'required' || (documentNumber !== '' && documentDate !== null)) &&
            (document !== 'none' || (documentNumber === '' && documentDate === null)) &&
            (wanted !== 'required' || reason !== '')
          expect(problems.length === 0).toBe(ordered && complete)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
