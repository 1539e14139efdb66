// The timeline of a đề án: versions, steps, requests, decisions, papers and contracts, each with where it opens.
import type { ChangeItemKind } from '../../shared/domain/changes'
import type { ContractKind } from '../../shared/domain/contracts'
import { totalOf } from '../../shared/domain/money'
import { paperNumber } from '../../shared/domain/outgoingPapers'
import { type TimelineEvent, timelineOf } from '../../shared/domain/timeline'
import {
  changeItemKindLabels,
  contractKindLabels,
  projectStepLabels,
  timelineLabels,
  versionStageLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Reader } from '../database/access'
import { readHistory } from './lifecycleReader'
import { readVersionHeads } from './reader'

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')
const numbered = (what: string, number: string) => (number === '' ? what : `${what} ${number}`)

export async function readTimeline(reader: Reader, projectId: number): Promise<TimelineEvent[]> {
  return timelineOf([
    ...(await requests(reader, projectId)),
    ...(await steps(reader, projectId)),
    ...(await versions(reader, projectId)),
    ...(await contracts(reader, projectId)),
    ...(await papers(reader, projectId)),
  ])
}

async function versions(reader: Reader, projectId: number): Promise<TimelineEvent[]> {
  const heads = await readVersionHeads(reader, projectId)
  return heads.map(
    (head): TimelineEvent => ({
      key: `version ${head.id}`,
      kind: 'version',
      date: head.decisionDate ?? head.lockedOn,
      what: `${timelineLabels.version} ${head.number} – ${versionStageLabels[head.stage]}${head.locked ? '' : timelineLabels.drafting}`,
      detail: joined(
        head.decisionNumber === '' ? '' : `QĐ ${head.decisionNumber}`,
        `${timelineLabels.total} ${formatMoney(totalOf(head.amounts))} đồng`,
      ),
      opens: { kind: 'version', id: head.id },
    }),
  )
}

async function steps(reader: Reader, projectId: number): Promise<TimelineEvent[]> {
  const history = await readHistory(reader, projectId)
  return history.map(
    (step): TimelineEvent => ({
      key: `step ${step.id}`,
      kind: 'step',
      date: step.date,
      what: projectStepLabels[step.step],
      detail: joined(step.documentNumber, step.reason),
      opens: { kind: 'none', id: step.id },
    }),
  )
}

/** The letter that asked, and the decision that answered it: two days, two lines. */
async function requests(reader: Reader, projectId: number): Promise<TimelineEvent[]> {
  const rows = await reader.db
    .selectFrom('change_item as item')
    .innerJoin('change_request as request', 'request.id', 'item.request_id')
    .leftJoin('change_decision as decision', 'decision.request_id', 'request.id')
    .where('item.project_id', '=', projectId)
    .select(['request.id', 'request.letter_number', 'request.letter_date', 'request.submitted_on', 'item.kind'])
    .select(['item.reason', 'request.reason as letterReason', 'decision.number', 'decision.date'])
    .select(['decision.cancelled_on', 'decision.cancelled_reason', 'request.withdrawn_on', 'request.withdrawn_reason'])
    .orderBy('request.id')
    .execute()
  return rows.flatMap((row): TimelineEvent[] => {
    const kind = changeItemKindLabels[row.kind as ChangeItemKind].toLocaleLowerCase('vi')
    const opens = { kind: 'request' as const, id: row.id }
    const at = (part: string, on: string | null, what: string, detail: string, decided: boolean): TimelineEvent[] =>
      on === null
        ? []
        : [{ key: `${part} ${row.id}`, kind: decided ? 'decision' : 'request', date: on, what, detail, opens }]
    const asked: TimelineEvent = {
      key: `request ${row.id}`,
      kind: 'request',
      date: row.submitted_on ?? row.letter_date,
      what: `${numbered(timelineLabels.request, row.letter_number)}: ${kind}`,
      detail: row.reason === '' ? row.letterReason : row.reason,
      opens,
    }
    return [
      asked,
      ...at('withdrawn', row.withdrawn_on, timelineLabels.withdrawn, row.withdrawn_reason, false),
      ...at('decision', row.date, `${numbered(timelineLabels.decision, row.number ?? '')}: ${kind}`, '', true),
      ...at('cancelled', row.cancelled_on, timelineLabels.cancelled, row.cancelled_reason ?? '', true),
    ]
  })
}

async function contracts(reader: Reader, projectId: number): Promise<TimelineEvent[]> {
  const rows = await reader.db
    .selectFrom('contract_line as line')
    .innerJoin('contract', 'contract.id', 'line.contract_id')
    .where('line.project_id', '=', projectId)
    .where('contract.state', '<>', 'draft')
    .select(['contract.id', 'contract.kind', 'contract.number', 'contract.symbol', 'contract.outside_number'])
    .select(['contract.signed_on', 'contract.subject'])
    .orderBy('contract.id')
    .execute()
  const appendices = await reader.db
    .selectFrom('contract_line as line')
    .innerJoin('contract_appendix as appendix', 'appendix.contract_id', 'line.contract_id')
    .where('line.project_id', '=', projectId)
    .select(['appendix.id', 'appendix.contract_id', 'appendix.ordinal', 'appendix.number', 'appendix.signed_on'])
    .select(['appendix.state', 'appendix.changes'])
    .orderBy('appendix.id')
    .execute()
  return [
    ...rows.map((row): TimelineEvent => {
      const number = row.number === null ? row.outside_number : paperNumber(row.number, row.symbol)
      return {
        key: `contract ${row.id}`,
        kind: 'contract',
        date: row.signed_on,
        what: numbered(contractKindLabels[row.kind as ContractKind], number),
        detail: row.subject,
        opens: { kind: 'contract', id: row.id },
      }
    }),
    ...appendices.map(
      (row): TimelineEvent => ({
        key: `appendix ${row.id}`,
        kind: 'appendix',
        date: row.signed_on,
        what: `${numbered(`${timelineLabels.appendix} ${row.ordinal}`, row.number === '' ? '' : `(${row.number})`)}${row.state === 'draft' ? timelineLabels.drafting : ''}`,
        detail: row.changes,
        opens: { kind: 'contract', id: row.contract_id },
      }),
    ),
  ]
}

async function papers(reader: Reader, projectId: number): Promise<TimelineEvent[]> {
  const rows = await reader.db
    .selectFrom('outgoing_paper')
    .where('project_id', '=', projectId)
    .select(['id', 'number', 'symbol', 'title', 'date', 'cancelled_on', 'cancelled_reason'])
    .orderBy('id')
    .execute()
  return rows.map(
    (row): TimelineEvent => ({
      key: `paper ${row.id}`,
      kind: 'paper',
      date: row.date,
      what: `${row.title} số ${paperNumber(row.number, row.symbol)}`,
      detail:
        row.cancelled_on === null
          ? ''
          : `${timelineLabels.paperCancelled} ${formatDate(row.cancelled_on)}: ${row.cancelled_reason}`,
      opens: { kind: 'paper', id: row.id },
    }),
  )
}
