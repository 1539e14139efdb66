// Registering a national plan with the agency takes each of its appraised đề án along; what stands in the way is said before.
import { Refusal } from '../../shared/contract/errors'
import { mayTake, type ProjectStatus, stepProblems } from '../../shared/domain/lifecycle'
import { paperNumber } from '../../shared/domain/outgoingPapers'
import { projectStatusLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from '../database/access'
import { takeStep } from '../projects/steps'
import type { WhichPlan } from './commands'
import type { PlanOnRecord } from './standing'

/** The report to the agency that the plan goes with. */
export interface RegistrationPaper {
  readonly number: string
  readonly date: PlainDate | null
}

interface PlannedProject {
  readonly projectId: number
  readonly rowVersion: number
  readonly code: string
  readonly name: string
  readonly status: ProjectStatus
  /** Of its last step; a later one cannot be dated before. */
  readonly lastDate: PlainDate | null
}

export interface NotReady {
  readonly projectId: number
  readonly code: string
  readonly name: string
  readonly why: string
}

interface Readiness {
  readonly ready: readonly PlannedProject[]
  readonly notReady: readonly NotReady[]
}

async function plannedProjects(reader: Reader, planId: number): Promise<PlannedProject[]> {
  const rows = await reader.db
    .selectFrom('plan_item as item')
    .innerJoin('project', 'project.id', 'item.project_id')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('item.plan_id', '=', planId)
    .select(['project.id as projectId', 'project.row_version as rowVersion', 'project.code', 'project.status'])
    .select('version.name')
    .select(({ selectFrom }) =>
      selectFrom('project_step as step')
        .whereRef('step.project_id', '=', 'project.id')
        .select('step.on_date')
        .orderBy('step.id', 'desc')
        .limit(1)
        .as('lastDate'),
    )
    .orderBy('item.rank')
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as ProjectStatus }))
}

/** One that was registered before, or has gone further, has nothing to wait for. */
const before: readonly ProjectStatus[] = ['draft', 'submittedDoit', 'returned', 'rejected', 'cancelled']

function judge(projects: readonly PlannedProject[], on: PlainDate): Readiness {
  const ready: PlannedProject[] = []
  const notReady: NotReady[] = []
  for (const { projectId, code, name, status, lastDate, rowVersion } of projects) {
    const why = before.includes(status)
      ? `đang ở bước “${projectStatusLabels[status]}”, chưa thẩm định cấp cơ sở xong`
      : mayTake('register', status, 'national') && lastDate !== null && lastDate > on
        ? `bước trước ghi ngày ${formatDate(lastDate)}, muộn hơn ngày đăng ký`
        : null
    if (why !== null) notReady.push({ projectId, code, name, why })
    else if (mayTake('register', status, 'national'))
      ready.push({ projectId, code, name, status, lastDate, rowVersion })
  }
  return { ready, notReady }
}

/** The letter of registration issued last for this plan; it saves typing its number again. */
async function issuedLetter(reader: Reader, planId: number): Promise<RegistrationPaper | null> {
  const row = await reader.db
    .selectFrom('outgoing_paper')
    .select(['number', 'symbol', 'date'])
    .where('plan_id', '=', planId)
    .where('form', '=', 'registration-letter')
    .where('cancelled_on', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : { number: paperNumber(row.number, row.symbol), date: row.date }
}

/** What registering would do, before it is done. */
export async function readRegistration(
  reader: Reader,
  { year, programme, on }: WhichPlan & { readonly on: PlainDate | null },
) {
  const plan = await reader.db
    .selectFrom('plan')
    .select('id')
    .where('year', '=', year)
    .where('programme', '=', programme)
    .executeTakeFirst()
  if (plan === undefined || programme === 'local') return { ready: [], notReady: [], letter: null }
  const { ready, notReady } = judge(await plannedProjects(reader, plan.id), on ?? reader.today)
  return {
    ready: ready.map(({ projectId, code, name }) => ({ projectId, code, name })),
    notReady: notReady.map((one) => ({ ...one })),
    letter: await issuedLetter(reader, plan.id),
  }
}

/**
 * Answers how many đề án were taken along; those not ready stay where they are.
 * @throws Refusal input.invalid while the report that registers them has no number
 */
export async function registerProjects(
  writer: Writer,
  plan: PlanOnRecord,
  { on, paper }: { readonly on: PlainDate; readonly paper: RegistrationPaper },
): Promise<number> {
  if (plan.programme === 'local') return 0
  const { ready } = judge(await plannedProjects(writer, plan.id), on)
  if (ready.length === 0) return 0
  const { number, date } = paper.number === '' ? ((await issuedLetter(writer, plan.id)) ?? paper) : paper
  const entry = { date: on, documentNumber: number, documentDate: date ?? (number === '' ? null : on), reason: '' }
  const problems = stepProblems('register', entry, null, formatDate)
  if (problems.length > 0)
    throw new Refusal(
      'input.invalid',
      '',
      problems.map(({ path, message }) => ({ path: path === 'date' ? 'registeredOn' : path, message })),
    )
  for (const { projectId, rowVersion } of ready)
    await takeStep(writer, { id: projectId, rowVersion, step: 'register', ...entry })
  return ready.length
}
