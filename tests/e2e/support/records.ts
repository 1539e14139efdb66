// Records that a test needs but is not about: put in through the program's own calls, over the page's own session.
import type { Page } from 'playwright-core'
import type { Call, InputOf, OutputOf } from '../../../shared/contract/call'
import { blankEstablishment, type EstablishmentDetailsInput } from '../../../shared/contract/establishments'
import type { Contract } from '../../../shared/contract/index'
import type { ProjectContentInput } from '../../../shared/contract/projects'
import { emptyAmounts, type Programme, type ProjectKind } from '../../../shared/domain/projects'

type CallAt<A extends keyof Contract, C extends keyof Contract[A]> = Extract<Contract[A][C], Call>

/** Throws what the program refused; a test that is not about refusals does not go on with nothing. */
export async function callProgram<A extends keyof Contract, C extends keyof Contract[A] & string>(
  page: Page,
  area: A,
  call: C,
  input: InputOf<CallAt<A, C>>,
): Promise<OutputOf<CallAt<A, C>>> {
  const answer = await page.evaluate(
    async (body) => {
      const response = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return (await response.json()) as { ok: boolean; value?: unknown; error?: { message: string } }
    },
    JSON.stringify({ name: `${area}.${call}`, input }),
  )
  if (!answer.ok) throw new Error(`${area}.${call}: ${answer.error?.message ?? ''}`)
  return answer.value as OutputOf<CallAt<A, C>>
}

/** The screens know nothing of what was put in beside them: they read again from the start. */
export async function openAt(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${path}`)
  await page.reload()
  await page.getByRole('navigation', { name: 'Chức năng' }).waitFor()
}

export function establishmentNamed(name: string): EstablishmentDetailsInput {
  return { ...blankEstablishment, name, legalForm: 'cooperative' }
}

export async function addEstablishment(page: Page, name: string): Promise<number> {
  const saved = await callProgram(page, 'establishments', 'save', {
    id: null,
    rowVersion: null,
    establishment: establishmentNamed(name),
  })
  return saved.id
}

export interface ProjectToAdd {
  readonly name: string
  readonly programme: Programme
  /** Đề án điểm, nhóm…; one of its own unless told. */
  readonly kind?: ProjectKind
  readonly year: number
  readonly content?: Partial<ProjectContentInput>
  /** Support of the programme, and what the beneficiary adds, in đồng. */
  readonly support: number
  readonly counterpart: number
}

export async function addProject(page: Page, project: ProjectToAdd): Promise<number> {
  const saved = await callProgram(page, 'projects', 'save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme: project.programme, kind: project.kind ?? 'single', planYear: project.year },
    content: {
      name: project.name,
      contentGroup: 'ND3',
      subContent: 'ND3.advancedMachinery',
      implementingUnit: 'Trung tâm Khuyến công',
      cooperatingUnits: '',
      startMonth: `${project.year}-02`,
      endMonth: `${project.year}-11`,
      necessity: '',
      objective: '',
      scale: '',
      schedule: '',
      organisation: '',
      effect: '',
      summary: '',
      note: '',
      beneficiaries: [],
      places: [],
      outputs: [],
      budget: [
        {
          content: 'Máy móc thiết bị',
          unit: 'bộ',
          quantityThousandths: 1_000,
          unitPrice: project.support + project.counterpart,
          amounts: { ...emptyAmounts(), [project.programme]: project.support, counterpart: project.counterpart },
          note: '',
        },
      ],
      ...project.content,
    },
  })
  return saved.id
}
