// Lines of a list of contracts → drafts that say only what the list says; lines of one number are one contract over several đề án.
import type { ContractDetails } from '../../../../shared/contract/contracts'
import { type ContractKind, contractKinds } from '../../../../shared/domain/contracts'
import { type AmountsBySource, fundingSources } from '../../../../shared/domain/money'
import { fold } from '../../../../shared/vietnamese/fold'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { findByWords, wordsOf } from '../words'
import { readMoney, says } from './lines'
import { numberKey } from './paymentRows'
import type { RecordContext } from './recordKind'
import type { SaidDraft } from './sameByKeys'

export interface ContractPart {
  readonly row: number
  /** Codes, or a name where the list has only one column for it. */
  readonly project: string
  readonly projectName: string
  /** In the column of no source. */
  readonly value: number | null
  readonly bySource: Partial<AmountsBySource>
}

type Said = Pick<ContractDetails, 'subject' | 'startOn' | 'endOn' | 'liquidationBy' | 'note'>

export interface ContractDraft extends SaidDraft {
  readonly number: string
  /** What its lines are known by; empty where each line is a contract. */
  readonly lineOf: string
  readonly signedOn: string | null
  readonly kind: ContractKind | null
  readonly otherParty: string
  readonly giver: string
  readonly receiver: string
  readonly parts: readonly ContractPart[]
  /** Only what the line says. */
  readonly details: Partial<Said>
}

const dateFields = ['startOn', 'endOn', 'liquidationBy'] as const
const textFields = ['subject', 'note'] as const

export function readContract(reader: TableReader, row: TableRow, context: RecordContext): ContractDraft {
  const written = reader.line(row, 'number')
  // Our own lists say so of a contract that has no number yet, our form 'Dự thảo 2' on each of its lines.
  const isDraft = /^du thao(?: \d+)?$/.test(wordsOf(written))
  const number = isDraft ? '' : written
  const otherParty = reader.line(row, 'otherParty')
  const giver = reader.line(row, 'giver')
  const receiver = reader.line(row, 'receiver')
  const details: Partial<Said> = {
    ...Object.fromEntries(
      dateFields.flatMap((field) => {
        const date = reader.date(row, field, context.today)
        return date === null ? [] : [[field, date]]
      }),
    ),
    ...Object.fromEntries(
      textFields.flatMap((field) => (says(reader, row, field) ? [[field, reader.paragraphs(row, field)]] : [])),
    ),
  }
  const value = readMoney(reader, row, 'value')
  const bySource = Object.fromEntries(
    fundingSources.flatMap((source) => {
      const dong = readMoney(reader, row, source)
      return dong === null ? [] : [[source, dong]]
    }),
  ) as Partial<AmountsBySource>
  return {
    key: rowKeyOf(reader.sheet, row.number),
    sheet: reader.sheet,
    row: row.number,
    title: [number, otherParty || receiver || giver || reader.line(row, 'project')]
      .filter((text) => text !== '')
      .join(' · '),
    said: ['number', 'signedOn', 'kind', 'otherParty', 'project', 'value', ...Object.keys(details)],
    number,
    lineOf: isDraft && !/\d/.test(written) ? '' : written,
    signedOn: reader.date(row, 'signedOn', context.today),
    kind: kindSaid(reader.line(row, 'kind'), context),
    otherParty,
    giver,
    receiver,
    parts: [
      {
        row: row.number,
        project: reader.paragraphs(row, 'project'),
        projectName: reader.line(row, 'projectName'),
        value,
        bySource,
      },
    ],
    details,
  }
}

function kindSaid(text: string, { rules }: RecordContext): ContractKind | null {
  const found = findByWords(text, rules.contractKinds)?.value
  return contractKinds.find((one) => one === found) ?? null
}

/** One number with one party is one contract, however many lines its đề án take. */
export function joinContracts(drafts: readonly ContractDraft[]): ContractDraft[] {
  const joined: ContractDraft[] = []
  const places = new Map<string, number>()
  for (const draft of drafts) {
    const { lineOf, kind, otherParty, giver, receiver } = draft
    const key = [numberKey(lineOf), draft.signedOn ?? '', kind, ...[otherParty, giver, receiver].map(fold)].join('|')
    const at = lineOf === '' ? undefined : places.get(key)
    const first = at === undefined ? undefined : joined[at]
    const [part] = draft.parts
    const again = first?.parts.some((one) => one.project === part?.project && one.projectName === part.projectName)
    if (at === undefined || first === undefined || again === true) {
      places.set(key, joined.length)
      joined.push(draft)
    } else joined[at] = { ...first, parts: [...first.parts, ...draft.parts] }
  }
  return joined
}
