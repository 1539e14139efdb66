// B9, B10, B11: lists that other areas keep, as reports: adjustments, contracts with their money, deadlines.
import {
  changeRegisterLabels,
  contractKindLabels,
  contractRegisterLabels,
  programmeLabels,
  registerLabels,
  reportLabels,
} from '../labels'
import { formatDate, type PlainDate } from '../vietnamese/dates'
import { type ContractKind, contractKinds } from './contracts'
import type { DeadlineStatus } from './deadlines'
import { type Programme, programmes } from './projects'
import { dateColumn, moneyColumn, textColumn } from './reportColumns'
import { type BuiltReport, buildReport, type GroupPlan, type RowPlan, type Summand } from './reportTable'

const { deadlineStatuses } = reportLabels
const nothing = () => 0

// ---- B9 ----------------------------------------------------------------------------------------------------------------

/** One field of one đề án of one request. */
export interface AdjustmentLine {
  readonly itemId: number
  readonly requestId: number
  readonly projectId: number
  readonly programme: Programme
  readonly code: string
  readonly name: string
  /** Which time of its đề án; null: not decided, or refused. */
  readonly time: number | null
  readonly field: string
  readonly before: string
  readonly after: string
  readonly reason: string
  readonly authority: string
  readonly paper: string
}

export function reportOfAdjustments(lines: readonly AdjustmentLine[]): BuiltReport {
  const groups = programmes.flatMap((programme, at): GroupPlan<Summand>[] => {
    const own = lines.filter((one) => one.programme === programme)
    if (own.length === 0) return []
    let ordinal = 0
    let last: number | null = null
    const rows = own.map((one, index): RowPlan<Summand> => {
      const first = one.itemId !== last
      last = one.itemId
      if (first) ordinal += 1
      return {
        kind: 'row',
        key: `change.${one.itemId}.${index}`,
        mark: first ? String(ordinal) : '',
        heading: first ? `${one.name} (${one.code})` : '',
        items: [],
        of: nothing,
        texts: {
          time: first && one.time !== null ? String(one.time) : '',
          field: one.field,
          before: one.before,
          after: one.after,
          reason: one.reason,
          authority: first ? one.authority : '',
          paper: first ? one.paper : '',
        },
        opens: { kind: 'change', id: one.requestId },
      }
    })
    return [
      {
        kind: 'group',
        key: programme,
        mark: at === 0 ? 'A' : 'B',
        heading: programmeLabels[programme].long,
        lines: rows,
      },
    ]
  })
  return buildReport({
    columns: [
      textColumn('time', changeRegisterLabels.time, 5),
      textColumn('field', changeRegisterLabels.field, 17),
      textColumn('before', changeRegisterLabels.before, 24),
      textColumn('after', changeRegisterLabels.after, 24),
      textColumn('reason', changeRegisterLabels.reason, 20),
      textColumn('authority', changeRegisterLabels.authority, 15),
      textColumn('paper', changeRegisterLabels.paper, 15),
    ],
    lines: groups,
    total: null,
  })
}

// ---- B10 ---------------------------------------------------------------------------------------------------------------

export interface ContractLineOfMoney {
  readonly id: number
  readonly kind: ContractKind
  readonly number: string
  readonly signedOn: PlainDate | null
  readonly party: string
  readonly projects: readonly string[]
  readonly value: number
  readonly first: number
  readonly later: number
  readonly paid: number
  readonly recovered: number
  readonly settled: number | null
  readonly toPay: number
  readonly toRecover: number
  readonly due: PlainDate | null
}

interface ContractItem extends Summand {
  readonly line: ContractLineOfMoney
}

const contractMoney = ['value', 'first', 'later', 'paid', 'recovered', 'settled', 'toPay', 'toRecover'] as const

/** Each kind with its sums; never one over all: the same đồng comes in under one contract and goes out under others. */
export function reportOfContracts(lines: readonly ContractLineOfMoney[]): BuiltReport {
  const labels = contractRegisterLabels
  const groups = contractKinds.flatMap((kind, at): GroupPlan<ContractItem>[] => {
    const own = lines.filter((one) => one.kind === kind)
    if (own.length === 0) return []
    return [
      {
        kind: 'group',
        key: kind,
        mark: ['I', 'II', 'III'][at] ?? '',
        heading: `Hợp đồng ${contractKindLabels[kind].toLocaleLowerCase('vi')}`,
        lines: own.map(
          (line, index): RowPlan<ContractItem> => ({
            kind: 'row',
            key: `contract.${line.id}`,
            mark: String(index + 1),
            heading: `${line.number}${line.signedOn === null ? '' : ` ngày ${formatDate(line.signedOn)}`}`,
            items: [{ projectId: null, code: line.number, name: line.party, line }],
            of: (item, column) => {
              const key = contractMoney.find((one) => one === column)
              return key === undefined ? 0 : (item.line[key] ?? 0)
            },
            texts: {
              party: line.party,
              projects: line.projects.join('; '),
              due: line.due,
              ...(line.settled === null ? { settled: null } : {}),
            },
            opens: { kind: 'contract', id: line.id },
          }),
        ),
      },
    ]
  })
  const rule = 'contractMoney'
  return buildReport({
    columns: [
      textColumn('party', labels.party, 22),
      textColumn('projects', labels.project, 15),
      moneyColumn('value', labels.value, rule),
      moneyColumn('first', labels.first, rule, { group: labels.advanced }),
      moneyColumn('later', labels.later, rule, { group: labels.advanced }),
      moneyColumn('paid', labels.paidOnly, rule),
      moneyColumn('recovered', labels.recovered, rule),
      moneyColumn('settled', labels.settled, rule),
      moneyColumn('toPay', labels.toPay, rule, { group: labels.left }),
      moneyColumn('toRecover', labels.toRecover, rule, { group: labels.left }),
      dateColumn('due', labels.due),
    ],
    lines: groups,
    total: null,
  })
}

// ---- B11 ---------------------------------------------------------------------------------------------------------------

export interface DeadlineLine {
  readonly key: string
  readonly step: string
  readonly programme: Programme
  readonly planYear: number
  readonly due: PlainDate
  readonly words: string
  readonly status: DeadlineStatus
  readonly daysLeft: number
  readonly doneNote: string | null
  readonly basis: string
}

const deadlineOrder: readonly DeadlineStatus[] = ['overdue', 'within7', 'within30', 'later', 'done']

export function reportOfDeadlines(lines: readonly DeadlineLine[]): BuiltReport {
  const filled = deadlineOrder.filter((status) => lines.some((one) => one.status === status))
  const groups = filled.map((status, at): GroupPlan<Summand> => {
    const own = lines.filter((one) => one.status === status)
    return {
      kind: 'group',
      key: status,
      mark: ['I', 'II', 'III', 'IV', 'V'][at] ?? '',
      heading: `${deadlineStatuses[status]} (${own.length})`,
      lines: own.map(
        (line, index): RowPlan<Summand> => ({
          kind: 'row',
          key: `deadline.${line.key}`,
          mark: String(index + 1),
          heading: line.step,
          items: [],
          of: nothing,
          texts: {
            programme: `${programmeLabels[line.programme].short} ${line.planYear}`,
            due: line.due,
            words: line.words,
            state:
              line.doneNote ??
              (line.daysLeft < 0 ? registerLabels.late(-line.daysLeft) : registerLabels.left(line.daysLeft)),
            basis: line.basis,
          },
        }),
      ),
    }
  })
  return buildReport({
    columns: [
      textColumn('programme', registerLabels.plan, 12),
      dateColumn('due', registerLabels.due),
      textColumn('words', registerLabels.counted, 36),
      textColumn('state', registerLabels.state, 24),
      textColumn('basis', registerLabels.basis, 22),
    ],
    lines: groups,
    total: null,
  })
}
