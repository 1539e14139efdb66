// What a payment is judged by: the contract, what was given before, the rule of the content, acceptance, papers in hand.
import type { PaymentDetails } from '../../shared/contract/payments'
import {
  type AdvanceLimit,
  advanceLimitFor,
  type ContractTermsBook,
  type PaymentFacts,
  type PaymentProject,
} from '../../shared/domain/advances'
import type { Confidence } from '../../shared/domain/confidence'
import { type CataloguePaper, type DossierStage, expectedPapers } from '../../shared/domain/dossiers'
import { fundingSources, supportSources } from '../../shared/domain/money'
import { keptOf, sumMovements } from '../../shared/domain/payments'
import type { ContentGroup, ProjectKind } from '../../shared/domain/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { Granted } from './granted'
import { type ProjectMoney, readProjectMoney, settledBy } from './money'
import { type ContractRecord, movementsOf, valueFor } from './records'

export interface PaymentServices {
  readonly terms: () => ContractTermsBook
  readonly dossierPapers: () => readonly CataloguePaper[]
}

export interface RequiredPaper {
  readonly code: string
  readonly name: string
  readonly legalBasis: string
  readonly confidence: Confidence
  /** Of the agency's contract under KCQG: asked for by the circular. Elsewhere something to go by. */
  readonly required: boolean
  /** Received in the dossier of each đề án it belongs to, or proved by the record itself. */
  readonly inHand: boolean
}

export interface JudgedPayment {
  readonly facts: PaymentFacts
  readonly papers: readonly RequiredPaper[]
  readonly limits: ReadonlyMap<number, AdvanceLimit | null>
}

const acceptancePapers: readonly string[] = ['rest-acceptance', 'interest-2']

function stageOf(details: Pick<PaymentDetails, 'kind' | 'round'>, accepted: boolean): DossierStage | null {
  if (details.kind === 'recovery') return null
  return details.kind === 'advance' && details.round === 1 && !accepted ? 'firstAdvance' : 'restOfAdvance'
}

async function kindsOf(reader: Reader, projectIds: readonly number[]): Promise<Map<number, ProjectKind>> {
  const rows = await reader.db.selectFrom('project').select(['id', 'kind']).where('id', 'in', projectIds).execute()
  return new Map(rows.map((row) => [row.id, row.kind as ProjectKind]))
}

async function receivedPapers(reader: Reader, projectIds: readonly number[]): Promise<Set<string>> {
  const rows = await reader.db
    .selectFrom('dossier_item')
    .select(['project_id', 'paper_code'])
    .where('project_id', 'in', projectIds)
    .where('paper_code', 'is not', null)
    .where('received_on', 'is not', null)
    .execute()
  return new Set(rows.map((row) => `${row.project_id}|${row.paper_code}`))
}

async function papersOf(
  reader: Reader,
  services: PaymentServices,
  contract: ContractRecord,
  projects: readonly ProjectMoney[],
  details: Pick<PaymentDetails, 'kind' | 'round' | 'onDate'>,
): Promise<RequiredPaper[]> {
  const ids = projects.map((one) => one.granted.projectId)
  if (ids.length === 0) return []
  const kinds = await kindsOf(reader, ids)
  const received = await receivedPapers(reader, ids)
  const papers = new Map<string, RequiredPaper>()
  for (const { granted, accepted } of projects) {
    const stage = stageOf(details, accepted)
    if (stage === null) continue
    const subject = {
      programme: granted.programme,
      kind: kinds.get(granted.projectId) ?? 'single',
      contentGroup: granted.contentGroup as ContentGroup,
      subContent: granted.subContent,
    }
    for (const paper of expectedPapers(services.dossierPapers(), subject, details.onDate)) {
      if (paper.stage !== stage) continue
      const proved =
        (paper.code === 'first-contract' && contract.details.kind === 'agency') ||
        (acceptancePapers.includes(paper.code) && accepted)
      const inHand = proved || received.has(`${granted.projectId}|${paper.code}`)
      const before = papers.get(paper.code)
      papers.set(paper.code, {
        code: paper.code,
        name: paper.condition === '' ? paper.title : `${paper.title} (${paper.condition})`,
        legalBasis: paper.legalBasis,
        confidence: paper.confidence,
        // A paper that is due only in some case is not missed by the program: it cannot know the case.
        required: paper.required && paper.condition === '' && contract.details.kind === 'agency',
        inHand: inHand && (before?.inHand ?? true),
      })
    }
  }
  return [...papers.values()]
}

function limitOf(services: PaymentServices, contract: ContractRecord, granted: Granted, day: PlainDate) {
  return advanceLimitFor(services.terms(), {
    kind: contract.details.kind,
    programme: granted.programme,
    contentGroup: granted.contentGroup,
    subContent: granted.subContent,
    day,
  })
}

/** A movement written over after the settlement was approved on it: where what is left given no longer carries what was settled. */
function uncoveredBy(
  contract: ContractRecord,
  projects: readonly ProjectMoney[],
  details: PaymentDetails,
  paymentId: number,
): PaymentFacts['uncovered'] {
  return projects.flatMap((project) => {
    const { projectId, code } = project.granted
    const movements = movementsOf(contract, projectId)
    const own = details.lines.find((line) => line.projectId === projectId)
    const written = movements.filter((one) => one.paymentId !== paymentId)
    const before = keptOf(movements)
    const kept = keptOf(
      own === undefined ? written : [...written, { kind: details.kind, onDate: details.onDate, amounts: own.amounts }],
    )
    const settled = settledBy(project, contract)
    return supportSources.flatMap((source) =>
      kept[source] < before[source] && settled[source] > kept[source]
        ? [{ code, source, settled: settled[source], kept: kept[source] }]
        : [],
    )
  })
}

/**
 * Minutes of liquidation say what was given and what is left. Where they leave something, it moves after their day; anything else
 * makes them say what is no longer so.
 */
function closedBefore(
  contract: ContractRecord,
  details: PaymentDetails,
  exceptPaymentId: number | null,
): PlainDate | null {
  const { state, closedOn, closedReason } = contract
  if (state !== 'liquidated' || closedOn === null) return null
  const written = contract.movements.find((one) => one.paymentId === exceptPaymentId)
  const agreed = closedReason !== '' && details.onDate > closedOn && (written?.onDate ?? details.onDate) > closedOn
  const same = contract.details.lines.every(({ projectId }) => {
    const movements = movementsOf(contract, projectId)
    const own = details.lines.find((line) => line.projectId === projectId)
    const rest = movements.filter((one) => one.paymentId !== exceptPaymentId)
    const after = own === undefined ? rest : [...rest, { ...details, amounts: own.amounts }]
    return fundingSources.every((source) => keptOf(movements)[source] === keptOf(after)[source])
  })
  return agreed || same ? null : closedOn
}

/** @param exceptPaymentId the payment being changed, left out of what stands before it */
export async function judgePayment(
  reader: Reader,
  services: PaymentServices,
  contract: ContractRecord,
  details: PaymentDetails,
  exceptPaymentId: number | null,
): Promise<JudgedPayment> {
  const ids = contract.details.lines.map((line) => line.projectId)
  const all = await readProjectMoney(reader, ids)
  const named = all.filter(({ granted }) => details.lines.some((line) => line.projectId === granted.projectId))
  const papers = await papersOf(reader, services, contract, named, details)
  const limits = new Map(
    named.map(({ granted }) => [
      granted.projectId,
      limitOf(services, contract, granted, contract.signedOn ?? details.onDate),
    ]),
  )
  const hasAcceptancePaper = details.papers.some((code) => acceptancePapers.includes(code))
  const projects = details.lines.flatMap(({ projectId, amounts }): PaymentProject[] => {
    const project = named.find((one) => one.granted.projectId === projectId)
    if (project === undefined) return []
    const before = movementsOf(contract, projectId).filter((one) => one.paymentId !== exceptPaymentId)
    return [
      {
        projectId,
        code: project.granted.code,
        planYear: project.granted.planYear,
        amounts,
        contracted: valueFor(contract, projectId),
        advanced: sumMovements(before, 'advance'),
        paid: sumMovements(before, 'payment'),
        recovered: sumMovements(before, 'recovery'),
        settled: settledBy(project, contract),
        limit: limits.get(projectId) ?? null,
        accepted: project.accepted || hasAcceptancePaper,
        stopped: project.granted.status === 'stopped',
      },
    ]
  })
  return {
    papers,
    limits,
    facts: {
      kind: details.kind,
      contractKind: contract.details.kind,
      contractState: contract.state,
      signedOn: contract.signedOn,
      onDate: details.onDate,
      voucherDate: details.voucherDate,
      doneBasisPoints: details.doneBasisPoints,
      today: reader.today,
      closedBefore: closedBefore(contract, details, exceptPaymentId),
      projects,
      uncovered: exceptPaymentId === null ? [] : uncoveredBy(contract, all, details, exceptPaymentId),
      missingPapers: papers
        .filter((paper) => paper.required && !paper.inHand && !details.papers.includes(paper.code))
        .map(({ name, legalBasis, confidence }) => ({ name, legalBasis, confidence })),
    },
  }
}
