// Carrying a đề án of the sample from its draft to where a test wants it, by the same calls a screen makes.
import type { Program } from '../../electron/program'
import type { AmountsBySource } from '../../shared/domain/money'
import { answerOf } from './answers'

export interface SampleProject {
  readonly id: number
  readonly code: string
  readonly programme: 'national' | 'local'
  readonly amounts: AmountsBySource
  readonly beneficiaries: readonly { readonly establishmentId: number | null; readonly name: string }[]
}

export async function sampleProjects(program: Program): Promise<SampleProject[]> {
  const { rows } = await answerOf<{ rows: { id: number }[] }>(program, 'projects.list', { year: 2022 })
  const projects: SampleProject[] = []
  for (const { id } of rows) {
    const { identity, version, content } = await answerOf<{
      identity: { code: string; programme: 'national' | 'local' }
      version: { amounts: AmountsBySource }
      content: { beneficiaries: SampleProject['beneficiaries'] }
    }>(program, 'projects.get', { id })
    projects.push({ id, ...identity, amounts: version.amounts, beneficiaries: content.beneficiaries })
  }
  return projects
}

async function rowVersionOf(program: Program, id: number): Promise<number> {
  return (await answerOf<{ rowVersion: number }>(program, 'projects.get', { id })).rowVersion
}

export async function approve(program: Program, { id }: { readonly id: number }): Promise<void> {
  await answerOf(program, 'projects.lockVersion', {
    id,
    rowVersion: await rowVersionOf(program, id),
    stage: 'approved',
    decisionNumber: '45/QĐ-UBND',
    decisionDate: '2022-01-20',
  })
}

export async function take(program: Program, id: number, step: string, date: string, number = ''): Promise<string> {
  const { status } = await answerOf<{ status: string }>(program, 'projects.takeStep', {
    id,
    rowVersion: await rowVersionOf(program, id),
    step,
    date,
    documentNumber: number,
    documentDate: number === '' ? null : date,
    reason: '',
  })
  return status
}

const party = (name: string, establishmentId: number | null = null) => ({ name, establishmentId })

export interface SignedContract {
  readonly id: number
  readonly kind: string
}

let outside = 0

/** Signs what carries this đề án: with whoever gives the money, and with each beneficiary by its part. */
export async function signContracts(
  program: Program,
  project: SampleProject,
  parts: readonly AmountsBySource[],
): Promise<SignedContract[]> {
  const signed: SignedContract[] = []
  const sign = async (kind: 'agency' | 'beneficiary', receiver: ReturnType<typeof party>, amounts: AmountsBySource) => {
    const { id, rowVersion } = await answerOf<{ id: number; rowVersion: number }>(program, 'contracts.save', {
      id: null,
      rowVersion: null,
      contract: {
        kind,
        programme: project.programme,
        year: 2022,
        giver: party(kind === 'agency' ? 'Cơ quan giao' : 'Trung tâm Khuyến công'),
        receiver,
        lines: [{ projectId: project.id, amounts }],
        startOn: '2022-03-01',
        endOn: '2022-11-30',
      },
    })
    outside += 1
    await answerOf(program, 'contracts.sign', {
      id,
      rowVersion,
      signedOn: '2022-03-01',
      ...(kind === 'agency' ? { outsideNumber: `${outside}/HĐ-KC` } : { symbol: 'HĐ-HT' }),
      reason: 'Đã báo cáo lãnh đạo',
    })
    signed.push({ id, kind })
  }
  if (project.programme === 'national' || project.beneficiaries.length === 0)
    await sign('agency', party('Trung tâm Khuyến công'), project.amounts)
  for (const [index, one] of project.beneficiaries.entries())
    await sign('beneficiary', party(one.name, one.establishmentId), parts[index] ?? project.amounts)
  return signed
}

const people = [
  { name: 'Lý A Phủ', organisation: 'Sở Công Thương', side: 'department', position: 'Trưởng phòng', opinion: '' },
  { name: 'Nông Thị Lan', organisation: 'Trung tâm', side: 'implementer', position: 'Phó Giám đốc', opinion: '' },
]

export interface AcceptanceDraft {
  readonly outputs: readonly { readonly planned: number | null }[]
  readonly costs: readonly { readonly content: string; readonly planned: AmountsBySource }[]
  readonly [field: string]: unknown
}

export function draftOf(
  program: Program,
  projectId: number,
  form: string,
  one: { readonly establishmentId: number | null; readonly name: string } | null,
  followsId: number | null = null,
): Promise<AcceptanceDraft> {
  return answerOf(program, 'execution.acceptanceDraft', {
    projectId,
    form,
    establishmentId: one?.establishmentId ?? null,
    beneficiary: one?.name ?? '',
    followsId,
  })
}

/** Everything done as planned. */
export function asPlanned(draft: AcceptanceDraft, date: string): AcceptanceDraft {
  return {
    ...draft,
    place: 'tại cơ sở',
    date,
    documentNumber: '1/BB-NT',
    members: people,
    outputs: draft.outputs.map((output) => ({ ...output, done: output.planned })),
    costs: draft.costs.map((line) => ({ ...line, done: line.planned })),
    conclusion: 'pass',
  }
}

export async function accept(program: Program, projectId: number, acceptance: AcceptanceDraft): Promise<number> {
  const saved = await answerOf<{ id: number; rowVersion: number }>(program, 'execution.saveAcceptance', {
    id: null,
    rowVersion: null,
    projectId,
    acceptance,
  })
  await answerOf(program, 'execution.concludeAcceptance', saved)
  return saved.id
}
