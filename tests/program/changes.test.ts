// Change requests through the program: asked beside what is in force, who decides, the decision that makes the next version.
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract/call'
import type { ChangeRequest } from '../../shared/contract/changes'
import type { CallInput, Contract } from '../../shared/contract/index'
import { noProposalParts, type ProjectContent } from '../../shared/contract/projects'
import { noAmounts } from '../../shared/domain/money'
import type { Programme, ProjectKind } from '../../shared/domain/projects'
import { type OpenProgram, openPrograms } from '../support/openProgram'

const newProgram = openPrograms()

type Item = CallInput<'changes', 'save'>['items'][number]
type Decision = InputOf<Contract['changes']['decide']>

const line = { unit: 'máy', quantityThousandths: null, unitPrice: null, note: '', beneficiary: '' }

function contentFor(programme: Programme, support: number): CallInput<'projects', 'save'>['content'] {
  return {
    ...noProposalParts,
    name: 'Hỗ trợ máy sấy',
    contentGroup: 'ND3',
    subContent: 'ND3.advancedMachinery',
    implementingUnit: 'Trung tâm Khuyến công',
    cooperatingUnits: 'UBND xã Vũ Loan',
    startMonth: '2026-02',
    endMonth: '2026-11',
    necessity: '',
    objective: '',
    scale: '',
    schedule: '',
    organisation: '',
    effect: '',
    summary: '',
    note: '',
    beneficiaries: [{ establishmentId: null, name: 'HTX Vũ Loan', shareBasisPoints: null }],
    places: [{ provinceCode: '19', communeCode: null, text: 'xã Vũ Loan', oldText: '' }],
    outputs: [],
    budget: [{ ...line, content: 'Máy sấy', amounts: { ...noAmounts, [programme]: support, counterpart: 200 } }],
  }
}

interface Approved {
  readonly id: number
  readonly content: ProjectContent
}

/** Recorded as decided on paper on 10/01/2026. */
async function approved(
  { ask }: OpenProgram,
  programme: Programme = 'local',
  kind: ProjectKind = 'single',
  support = 100,
): Promise<Approved> {
  const { id } = await ask('projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme, kind, planYear: 2026 },
    content: contentFor(programme, support),
  })
  await ask('projects.lockVersion', {
    id,
    rowVersion: 1,
    stage: 'approved',
    decisionNumber: '1/QĐ',
    decisionDate: '2026-01-10',
  })
  const { content } = await ask('projects.get', { id })
  return { id, content }
}

const letter = {
  year: 2026,
  letterNumber: '12/TTKC',
  letterDate: '2026-03-01',
  askedBy: 'Trung tâm Khuyến công',
  reason: 'Cơ sở đổi nhu cầu',
  note: '',
}

const adjust = (projectId: number, content: ProjectContent | null): Item => ({
  id: null,
  kind: 'adjust',
  projectId,
  content,
  reason: '',
  reasons: [],
  advanced: null,
  recovery: null,
})

async function draft({ ask }: OpenProgram, ...items: Item[]): Promise<ChangeRequest> {
  const { id } = await ask('changes.save', { id: null, rowVersion: null, letter, items })
  return ask('changes.get', { id })
}

const decision = { number: '45/QĐ-UBND', date: '2026-04-01', signer: 'Nguyễn Văn A' }

function approveAll(request: ChangeRequest, over: Partial<Decision> = {}): Decision {
  return {
    id: request.id,
    rowVersion: request.rowVersion,
    ...decision,
    items: request.items.map(({ id }) => ({ itemId: id, outcome: 'approved' })),
    ...over,
  }
}

describe('a request to adjust', () => {
  it('starts from the version in force, shows what changes, and once decided is the next locked version', async () => {
    const program = await newProgram()
    const { ask } = program
    const { id, content } = await approved(program)
    const begun = await draft(program, adjust(id, null))
    expect(begun.items[0]).toMatchObject({ base: { number: 1, decisionNumber: '1/QĐ' }, changes: [], content })
    const again = await ask('changes.save', {
      id: begun.id,
      rowVersion: begun.rowVersion,
      letter,
      items: [
        {
          ...adjust(id, { ...content, endMonth: '2026-12', name: 'Hỗ trợ máy sấy lạnh' }),
          id: begun.items[0]?.id ?? 0,
          reasons: [{ path: 'endMonth', reason: 'Máy về chậm' }],
        },
      ],
    })
    const asked = await ask('changes.get', { id: begun.id })
    expect(asked.items[0]?.changes).toMatchObject([
      { path: 'name', before: 'Hỗ trợ máy sấy', after: 'Hỗ trợ máy sấy lạnh', type: 'other', reason: '' },
      { path: 'endMonth', before: '11/2026', after: '12/2026', type: 'time', reason: 'Máy về chậm' },
    ])
    expect(asked.authorities).toMatchObject([{ authority: 'planApprover', confidence: 'M', mark: 'chưa kiểm chứng' }])
    await ask('changes.submit', { id: begun.id, rowVersion: again.rowVersion, submittedOn: '2026-03-02' })
    const waiting = await ask('changes.list', { projectId: id })
    expect(waiting.rows).toMatchObject([{ state: 'submitted', daysWaiting: 264, items: [{ projectId: id }] }])
    const made = await ask('changes.decide', approveAll(await ask('changes.get', { id: begun.id })))
    const project = await ask('projects.get', { id })
    expect(project.version).toMatchObject({
      id: made.versions[0]?.versionId,
      number: 2,
      stage: 'adjusted',
      locked: true,
      decisionNumber: '45/QĐ-UBND',
      decisionDate: '2026-04-01',
    })
    expect(project.content).toEqual({ ...content, endMonth: '2026-12', name: 'Hỗ trợ máy sấy lạnh' })
    expect((await ask('projects.get', { id, versionId: project.versions[0]?.id ?? 0 })).content).toEqual(content)
    expect(await ask('changes.get', { id: begun.id })).toMatchObject({
      state: 'decided',
      decision: { number: '45/QĐ-UBND', authority: 'planApprover', cancelled: null },
      items: [{ outcome: 'approved', newer: null }],
    })
  })
})
