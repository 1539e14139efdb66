// Which papers belong to which đề án: the shipped catalogue against the contents there are, and the rules over it.
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDossierPapers } from '../../electron/archive/catalogue'
import { loadContentGroups } from '../../electron/office/contentGroups'
import { confidences } from '../../shared/domain/confidence'
import {
  type DossierSubject,
  dossierStages,
  expectedPapers,
  missingForPlan,
  missingPapers,
} from '../../shared/domain/dossiers'
import { contentGroups, programmes, projectKinds } from '../../shared/domain/projects'

const catalogue = loadDossierPapers(path.resolve('resources'))
const groups = loadContentGroups(path.resolve('resources'))
const subContents = groups.flatMap((group) => group.subContents.map(({ code }) => code))

const subject = fc
  .record({
    programme: fc.constantFrom(...programmes),
    kind: fc.constantFrom(...projectKinds),
    contentGroup: fc.constantFrom(...contentGroups),
    choose: fc.option(fc.nat()),
  })
  .map(({ choose, ...rest }): DossierSubject => {
    const own = groups.find(({ code }) => code === rest.contentGroup)?.subContents ?? []
    return { ...rest, subContent: choose === null ? null : (own[choose % Math.max(1, own.length)]?.code ?? null) }
  })

describe('the catalogue of papers', () => {
  it('names each paper once, and only contents that exist', () => {
    const codes = catalogue.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const paper of catalogue) {
      const named = [...paper.exceptSubContents, ...paper.appliesTo.flatMap((scope) => scope.subContents ?? [])]
      for (const code of named) expect(subContents, paper.code).toContain(code)
    }
  })

  it('invents no number of copies: none of the texts names one', () => {
    expect(catalogue.filter(({ copies }) => copies !== null)).toEqual([])
  })

  it('holds machinery papers of Phụ lục 2 as remembered only', () => {
    for (const paper of catalogue.filter(({ code }) => code.startsWith('machinery-') && !/-\d$/.test(code)))
      expect(paper).toMatchObject({ confidence: 'M', groupDestination: 'kept' })
  })
})

describe('the papers of a đề án', () => {
  const national: DossierSubject = {
    programme: 'national',
    kind: 'single',
    contentGroup: 'ND3',
    subContent: 'ND3.advancedMachinery',
  }
  const codesOf = (over: Partial<DossierSubject>, date = '2026-11-21') =>
    expectedPapers(catalogue, { ...national, ...over }, date).map(({ code }) => code)

  it('follow its content, its kind and the day', () => {
    expect(codesOf({})).toEqual(expect.arrayContaining(['machinery-balance-sheet', 'machinery-1', 'rest-acceptance']))
    expect(codesOf({})).not.toEqual(expect.arrayContaining(['annex-2']))
    expect(codesOf({ kind: 'group' })).toContain('group-balance-sheet')
    expect(codesOf({ kind: 'group' })).not.toContain('machinery-balance-sheet')
    expect(codesOf({ contentGroup: 'ND1', subContent: 'ND1.training' })).toContain('training-programme')
    const interest = codesOf({ contentGroup: 'ND7', subContent: 'ND7.relocationInterest' })
    expect(interest).toContain('interest-5')
    expect(interest).not.toContain('rest-acceptance')
    expect(codesOf({}, '2014-02-09')).toEqual([])
  })

  it('of a province’s đề án are never required, never sent to the Cục and never surer than the circular', () => {
    fc.assert(
      fc.property(subject, (one) => {
        const local = expectedPapers(catalogue, { ...one, programme: 'local' }, '2026-11-21')
        const own = expectedPapers(catalogue, { ...one, programme: 'national' }, '2026-11-21')
        expect(local.map(({ code }) => code)).toEqual(own.map(({ code }) => code))
        local.forEach((paper, index) => {
          expect(paper.required).toBe(false)
          expect(paper.destination).not.toBe('agency')
          const sure = own[index]?.confidence ?? 'S'
          expect(confidences.indexOf(paper.confidence)).toBeGreaterThanOrEqual(confidences.indexOf(sure))
          expect(confidences.indexOf(paper.confidence)).toBeGreaterThanOrEqual(confidences.indexOf('I'))
        })
      }),
    )
  })

  it('missing are the required ones not received, counted by stage', () => {
    const item = fc.record({
      stage: fc.constantFrom(...dossierStages),
      required: fc.boolean(),
      receivedOn: fc.constantFrom(null, '2026-01-01'),
    })
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const missing = missingPapers(items)
        for (const stage of dossierStages)
          expect(missing[stage]).toBe(
            items.filter((one) => one.stage === stage && one.required && one.receivedOn === null).length,
          )
        expect(missingForPlan(missing)).toBe(missing.appraisal + missing.registration)
      }),
    )
  })
})
