// The line of states over a đề án: the way to the decision until it is made, the way of carrying out after it.
import { mainPath, type ProjectStatus, type ProjectStep } from './lifecycle'
import type { Programme } from './projects'

export interface TakenStep {
  readonly step: ProjectStep
  readonly to: ProjectStatus
  readonly date: string
}

export interface LinePoint {
  readonly status: ProjectStatus
  readonly state: 'done' | 'now' | 'ahead'
  readonly on: string | null
}

/** Those a đề án passes after the decision when nothing goes wrong. */
export const carryingPath = [
  'approved',
  'contracted',
  'beneficiaryContracted',
  'inProgress',
  'acceptedBase',
  'settlementFiled',
  'liquidated',
  'settled',
  'monitored',
] as const satisfies readonly ProjectStatus[]

/** Those passed since it was last taken up again, where it is, and what lies ahead. */
export function stepLine(programme: Programme, status: ProjectStatus, history: readonly TakenStep[]): LinePoint[] {
  const path = pathOf(programme, status)
  const since = path.includes('draft') ? sinceResumed(history) : sinceApproval(history)
  const here = since.at(-1)?.status === status ? since.at(-1) : undefined
  const passed = here === undefined ? since : since.slice(0, -1)
  const at = path.indexOf(status)
  const ahead = at < 0 ? [] : path.slice(at + 1)
  return [
    ...passed,
    { status, state: 'now', on: here?.on ?? null },
    ...ahead.map((one): LinePoint => ({ status: one, state: 'ahead', on: null })),
  ]
}

function pathOf(programme: Programme, status: ProjectStatus): readonly ProjectStatus[] {
  const carrying: readonly ProjectStatus[] = carryingPath
  if (status === 'detailPlan') return ['approved', 'detailPlan', ...carrying.slice(1)]
  return status !== 'approved' && carrying.includes(status) ? carryingPath : mainPath(programme)
}

const donePoint = ({ to, date }: TakenStep): LinePoint => ({ status: to, state: 'done', on: date })

function sinceResumed(history: readonly TakenStep[]): LinePoint[] {
  const resumed = history.findLastIndex(({ step }) => step === 'resume')
  return [
    { status: 'draft', state: 'done', on: history[resumed]?.date ?? null },
    ...history.slice(resumed + 1).map(donePoint),
  ]
}

function sinceApproval(history: readonly TakenStep[]): LinePoint[] {
  const approved = history.findLastIndex(({ to }) => to === 'approved')
  return history.slice(Math.max(0, approved)).map(donePoint)
}

/** Decided, and so something may be on record of its being carried out. */
export function isCarriedOut(status: ProjectStatus): boolean {
  const carrying: readonly ProjectStatus[] = carryingPath
  return status === 'detailPlan' || status === 'stopped' || carrying.includes(status)
}
