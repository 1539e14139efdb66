// Lines of a list of payments → drafts that say only what the list says; lines of one voucher are one movement.
import type { PaymentDetails } from '../../../../shared/contract/payments'
import { nameKey } from '../../../../shared/domain/identity'
import { type AmountsBySource, fundingSources } from '../../../../shared/domain/money'
import { paymentKinds, voucherKinds } from '../../../../shared/domain/payments'
import { paymentKindLabels } from '../../../../shared/labels'
import { fold } from '../../../../shared/vietnamese/fold'
import { numberOf, parseDecimal } from '../../../../shared/vietnamese/numbers'
import { quoted } from '../findings'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { findByWords } from '../words'
import { readMoney, readNumber, says } from './lines'
import type { RecordContext } from './recordKind'
import type { SaidDraft } from './sameByKeys'

export interface PaymentPart {
  readonly row: number
  readonly projectCode: string
  readonly projectName: string
  /** In the column of no source. */
  readonly amount: number | null
  readonly bySource: Partial<AmountsBySource>
}

type Said = Omit<PaymentDetails, 'lines' | 'papers'>

export interface PaymentDraft extends SaidDraft {
  readonly contractNumber: string
  readonly parts: readonly PaymentPart[]
  /** Only what the line says. */
  readonly details: Partial<Said>
}

const textFields = ['voucherNumber', 'payee', 'content', 'confirmationNumber', 'note'] as const

export function readPayment(reader: TableReader, row: TableRow, context: RecordContext): PaymentDraft {
  const contractNumber = reader.line(row, 'contractNumber')
  const kind = paymentKinds.find(
    (one) => one === findByWords(reader.line(row, 'kind'), context.rules.paymentKinds)?.value,
  )
  const voucherKind = voucherKinds.find(
    (one) => one === findByWords(reader.line(row, 'voucherKind'), context.rules.voucherKinds)?.value,
  )
  const dates = Object.fromEntries(
    (['onDate', 'voucherDate', 'confirmedOn'] as const).flatMap((field) => {
      const date = reader.date(row, field, context.today)
      return date === null ? [] : [[field, date]]
    }),
  ) as Partial<Said>
  const texts = Object.fromEntries(
    textFields.flatMap((field) => (says(reader, row, field) ? [[field, reader.line(row, field)]] : [])),
  ) as Partial<Said>
  const round = readNumber(reader, row, 'round')
  const done = readPercent(reader, row)
  const details: Partial<Said> = {
    ...texts,
    ...dates,
    ...(kind === undefined ? {} : { kind }),
    ...(voucherKind === undefined ? {} : { voucherKind }),
    ...(round === null ? {} : { round }),
    ...(done === null ? {} : { doneBasisPoints: done }),
  }
  return {
    key: rowKeyOf(reader.sheet, row.number),
    sheet: reader.sheet,
    row: row.number,
    title: [contractNumber, ...(kind === undefined ? [] : [paymentKindLabels[kind]]), reader.line(row, 'onDate')]
      .filter((text) => text !== '')
      .join(' · '),
    said: [
      'contractNumber',
      'kind',
      'amount',
      ...Object.keys(details).flatMap((one) =>
        one === 'kind' ? [] : one === 'doneBasisPoints' ? ['donePercent'] : [one],
      ),
    ],
    contractNumber,
    parts: [partOf(reader, row)],
    details,
  }
}

function partOf(reader: TableReader, row: TableRow): PaymentPart {
  const bySource = Object.fromEntries(
    fundingSources.flatMap((source) => {
      const dong = readMoney(reader, row, source)
      return dong === null ? [] : [[source, dong]]
    }),
  ) as Partial<AmountsBySource>
  return {
    row: row.number,
    projectCode: reader.line(row, 'projectCode'),
    projectName: reader.line(row, 'projectName'),
    amount: readMoney(reader, row, 'amount'),
    bySource,
  }
}

/** '60 %', '60', or 0,6 in a cell shown as a percentage. */
function readPercent(reader: TableReader, row: TableRow): number | null {
  const cell = reader.cell(row, 'donePercent')
  const text = reader.line(row, 'donePercent').replace(/\s*%$/u, '')
  if (cell === undefined || text === '') return null
  const parsed = parseDecimal(text, { prefer: 'vietnamese' })
  const shown = parsed.kind === 'value' ? numberOf(parsed) : null
  const percent = shown !== null && cell.kind === 'number' && cell.numberFormat.includes('%') ? shown * 100 : shown
  if (percent !== null && percent >= 0 && percent <= 100) return Math.round(percent * 100)
  const at = reader.at(row, 'donePercent')
  at.findings.add('error', at.place, {
    code: 'percent.unreadable',
    message: `${at.label}: ${quoted(text)} không phải tỷ lệ từ 0 đến 100. Sửa ô này hoặc để trống.`,
    original: text,
  })
  return null
}

/** Lines of one voucher and contract are one movement shared by several đề án. */
export function joinVouchers(reader: TableReader, drafts: readonly PaymentDraft[]): PaymentDraft[] {
  const joined: PaymentDraft[] = []
  const places = new Map<string, number>()
  for (const draft of drafts) {
    const { voucherNumber = '', onDate = '', voucherDate = '', kind = '' } = draft.details
    const [part] = draft.parts
    const key = [numberKey(draft.contractNumber), kind, fold(voucherNumber), voucherDate || onDate].join('|')
    const at = voucherNumber === '' ? undefined : places.get(key)
    const first = at === undefined ? undefined : joined[at]
    const sameProject = first?.parts.some((one) => projectKeyOf(one) === (part === undefined ? '' : projectKeyOf(part)))
    if (first === undefined || at === undefined || sameProject === true) {
      places.set(key, joined.length)
      joined.push(draft)
      continue
    }
    reader.join(draft.row, first.row)
    joined[at] = { ...first, parts: [...first.parts, ...draft.parts] }
  }
  return joined
}

const projectKeyOf = ({ projectCode, projectName }: PaymentPart) => fold(projectCode) || nameKey(projectName)

/** 'HĐ số 05/2026/HĐ-KC' and '05/2026/HĐ-KC' are one number. */
export function numberKey(text: string): string {
  return fold(text)
    .replace(/^(?:hop dong|hd)\s*(?:so)?\s*[:.]?\s*(?=\d)/, '')
    .replace(/^so\s*[:.]?\s*(?=\d)/, '')
    .replace(/[^a-z0-9/-]+/g, '')
}
