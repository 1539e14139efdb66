// Writing what a preview decided, through the same commands a person's typing goes through, in the one transaction of the call.
import type { CallOutput } from '../../../shared/contract/index'
import type { VoteRules } from '../../../shared/domain/productVotes'
import type { Programme } from '../../../shared/domain/projects'
import type { PaymentServices } from '../../contracts/paymentFacts'
import type { Writer } from '../../database/access'
import { saveEstablishment } from '../../establishments/commands'
import type { AdminUnits } from '../../office/adminUnits'
import { addProjectsToPlan, savePlanItem } from '../../plans/commands'
import { readPlan } from '../../plans/reader'
import { saveProject } from '../../projects/commands'
import { atRow } from './atRow'
import type { EstablishmentWork } from './establishmentWork'
import type { ImportStep } from './importWatch'
import type { PlanWork } from './planWork'
import type { ImportWork } from './preview'
import { writeRecords } from './records/writeRecords'

type ImportDone = CallOutput<'workbooks', 'runImport'>
export type ImportCounts = Pick<ImportDone, 'created' | 'updated' | 'planItems' | 'establishmentIds' | 'projectIds'>

interface WrittenEstablishment {
  readonly id: number
  readonly rowVersion: number
}

export interface WriteServices {
  readonly units: AdminUnits
  readonly payments: PaymentServices
  readonly voteRules: () => VoteRules
  /** Why payments are written in spite of warnings. */
  readonly paymentReason: string
}

/** @throws Refusal import.cancelled, which takes the whole transaction back */
export async function writeImport(
  writer: Writer,
  work: ImportWork,
  services: WriteServices,
  step: ImportStep,
): Promise<ImportCounts> {
  const before = { projects: work.establishments.length, records: work.establishments.length + work.projects.length }
  const total = before.records + work.records.length
  const wrote = (rows: number) => step.at('writing', rows, total)
  const establishments = await writeEstablishments(writer, services.units, work.establishments, wrote)
  const projects = await writeProjects(writer, work.projects, establishments.byRow, (rows) =>
    wrote(before.projects + rows),
  )
  const records = await writeRecords(writer, work.records, {
    payments: services.payments,
    voteRules: services.voteRules,
    paymentReason: services.paymentReason,
    wrote: (rows) => wrote(before.records + rows),
  })
  return {
    created: establishments.created + projects.created + records.created,
    updated: establishments.updated + projects.updated + records.updated,
    planItems: projects.planItems,
    establishmentIds: [...new Set([...establishments.byRow.values()].map(({ id }) => id))],
    projectIds: projects.ids,
  }
}

type Wrote = (rows: number) => Promise<void>

async function writeEstablishments(writer: Writer, units: AdminUnits, work: Iterable<EstablishmentWork>, wrote: Wrote) {
  const byRow = new Map<string, WrittenEstablishment>()
  const versions = new Map<number, number>()
  const codes = new CodeSequence()
  for (const { details } of work) {
    codes.take(details.code)
    await wrote(0)
  }
  let created = 0
  let updated = 0
  for (const one of work) {
    const target = one.action === 'update' ? targetOf(one, byRow) : null
    const establishment = target === null ? { ...one.details, code: codes.next(one.details.code) } : one.details
    const saved = await atRow(one.key, () =>
      saveEstablishment(writer, units, {
        id: target?.id ?? null,
        rowVersion: target === null ? null : (versions.get(target.id) ?? target.rowVersion),
        establishment,
        acceptDuplicates: true,
      }),
    )
    if (target === null) {
      created += 1
      codes.assigned(saved.code)
    } else updated += 1
    versions.set(saved.id, saved.rowVersion)
    byRow.set(one.key, saved)
    await wrote(byRow.size)
  }
  return { byRow, created, updated }
}

/** An update of an earlier row that was not written, and is not on file, becomes a record of its own. */
function targetOf(
  { target }: EstablishmentWork,
  byRow: ReadonlyMap<string, WrittenEstablishment>,
): WrittenEstablishment | null {
  switch (target.kind) {
    case 'none':
      return null
    case 'record':
      return target
    case 'row':
      return byRow.get(target.key) ?? target.record
  }
}

/** After the first code the office's numbering gave, the following ones are counted here: asking thousands of times is slow. */
class CodeSequence {
  readonly #taken = new Set<string>()
  #prefix = ''
  #number: number | null = null
  #width = 0

  /** A code the file itself gives. */
  take(written: string): void {
    if (written !== '') this.#taken.add(written)
  }

  next(written: string): string {
    if (written !== '' || this.#number === null) return written
    let number = this.#number + 1
    let code = this.#format(number)
    while (this.#taken.has(code)) {
      number += 1
      code = this.#format(number)
    }
    return code
  }

  assigned(code: string): void {
    if (this.#taken.has(code)) return
    const match = /^(.*?)(\d+)$/.exec(code)
    if (match === null) return
    this.#prefix = match[1] ?? ''
    this.#number = Number(match[2])
    this.#width = match[2]?.length ?? 0
  }

  #format(number: number): string {
    return this.#prefix + String(number).padStart(this.#width, '0')
  }
}

interface PlannedProject {
  readonly id: number
  readonly work: PlanWork
  readonly isNew: boolean
}

async function writeProjects(
  writer: Writer,
  work: readonly PlanWork[],
  establishments: ReadonlyMap<string, WrittenEstablishment>,
  wrote: Wrote,
) {
  const ids: number[] = []
  const plans = new Map<string, { year: number; programme: Programme; items: PlannedProject[] }>()
  let created = 0
  let updated = 0
  for (const one of work) {
    const target = one.action === 'update' ? one.target : null
    const { id } = await atRow(one.key, () =>
      saveProject(writer, {
        id: target?.id ?? null,
        rowVersion: target?.rowVersion ?? null,
        identity: one.identity,
        content: { ...one.content, beneficiaries: linkBeneficiaries(one, establishments) },
      }),
    )
    if (target === null) created += 1
    else updated += 1
    ids.push(id)
    if (!one.intoPlan) {
      await wrote(ids.length)
      continue
    }
    const { planYear: year, programme } = one.identity
    const plan = plans.get(`${year}|${programme}`) ?? { year, programme, items: [] }
    plans.set(`${year}|${programme}`, plan)
    plan.items.push({ id, work: one, isNew: target === null })
    await wrote(ids.length)
  }
  let planItems = 0
  for (const { year, programme, items } of plans.values()) {
    const { added } = await addProjectsToPlan(writer, { year, programme, projectIds: items.map(({ id }) => id) })
    planItems += added
    await writePriorities(writer, year, programme, items)
  }
  return { ids, created, updated, planItems }
}

function linkBeneficiaries(
  work: PlanWork,
  establishments: ReadonlyMap<string, WrittenEstablishment>,
): PlanWork['content']['beneficiaries'] {
  const rowKeys = new Map(work.pendingBeneficiaries.map(({ index, rowKey }) => [index, rowKey]))
  return work.content.beneficiaries.map((beneficiary, index) => {
    const written = establishments.get(rowKeys.get(index) ?? '')
    return written === undefined ? beneficiary : { ...beneficiary, establishmentId: written.id }
  })
}

/** Only lines that this import put into the plan: on the others a person may have set it since. */
async function writePriorities(
  writer: Writer,
  year: number,
  programme: Programme,
  items: readonly PlannedProject[],
): Promise<void> {
  const given = new Map(
    items.flatMap(({ id, work, isNew }) => (isNew && work.priority !== null ? [[id, work.priority] as const] : [])),
  )
  if (given.size === 0) return
  const { view } = await readPlan(writer, year, programme)
  for (const item of view.items) {
    const priority = given.get(item.projectId)
    if (priority !== undefined) await savePlanItem(writer, { itemId: item.id, priority, note: '' })
  }
}
