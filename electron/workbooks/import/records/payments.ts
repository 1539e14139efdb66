// Tạm ứng, thanh toán, thu hồi under contracts on file: one line a movement of one đề án; lines of one voucher are one movement.
// The same movement: one voucher, or one number of the same kind under the contract.
import { z } from 'zod'
import { type PaymentDetails, paymentDetails } from '../../../../shared/contract/payments'
import { nameKey } from '../../../../shared/domain/identity'
import { fundingSources, noAmounts, sumAmounts, totalOf } from '../../../../shared/domain/money'
import { type PaymentKind, paymentKinds, type VoucherKind } from '../../../../shared/domain/payments'
import { supportSource } from '../../../../shared/domain/projects'
import { paymentKindLabels, sourceLabels, voucherKindLabels } from '../../../../shared/labels'
import { formatDate } from '../../../../shared/vietnamese/dates'
import { fold } from '../../../../shared/vietnamese/fold'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { quoted } from '../findings'
import { sortLines } from './lines'
import { joinVouchers, numberKey, type PaymentDraft, type PaymentPart, readPayment } from './paymentRows'
import { allOnHand, type Beside, type Judging, type OnFile, type RecordKind } from './recordKind'
import type { ContractOnFile, RecordsOnFile } from './recordsOnFile'
import { besideByKeys } from './sameByKeys'

export const paymentRecord = z.strictObject({ contractId: z.number().int(), payment: paymentDetails })
export type PaymentRecord = z.output<typeof paymentRecord>

function contractOf(draft: PaymentDraft, files: RecordsOnFile, judging: Judging): ContractOnFile | null {
  const key = numberKey(draft.contractNumber)
  const codes = new Set(draft.parts.map(({ projectCode }) => fold(projectCode)).filter((code) => code !== ''))
  const numbered = files.contracts.filter((one) => one.number !== '' && numberKey(one.number) === key)
  const year = draft.details.onDate?.slice(0, 4) ?? ''
  const narrowed = [
    numbered,
    numbered.filter((one) => one.projects.some((project) => codes.has(fold(project.code)))),
    numbered.filter((one) => one.signedOn?.startsWith(year) === true),
  ].find((some) => some.length === 1)
  const [only] = narrowed ?? []
  if (only !== undefined) return only
  judging.findings.add('error', judging.placeOf(draft, 'contractNumber'), {
    code: numbered.length === 0 ? 'contract.unknown' : 'contract.several',
    message:
      draft.contractNumber === ''
        ? `Dòng ${draft.row} thiếu số hợp đồng. Chưa ghi gì; ghi số hợp đồng vào ô này, hoặc bỏ dòng này khi nhập.`
        : numbered.length === 0
          ? `Chưa có hợp đồng số ${quoted(draft.contractNumber)} trong sổ. Lập và ký hợp đồng trước, hoặc sửa số ở ô này, hoặc bỏ dòng này khi nhập.`
          : `Có ${numbered.length} hợp đồng số ${quoted(draft.contractNumber)}. Thêm cột “Mã đề án” để biết hợp đồng nào.`,
    original: draft.contractNumber,
  })
  return null
}

/** What of the movement is each đề án's; null while a part cannot be placed. */
function linesOf(draft: PaymentDraft, contract: ContractOnFile, judging: Judging): PaymentDetails['lines'] | null {
  const lines: PaymentDetails['lines'] = []
  for (const part of draft.parts) {
    const named = contract.projects.filter((one) =>
      part.projectCode !== ''
        ? fold(one.code) === fold(part.projectCode)
        : part.projectName === '' || nameKey(one.name) === nameKey(part.projectName),
    )
    const [project] = named.length === 1 ? named : []
    if (project === undefined) {
      sayNoProject(draft, part, contract, judging)
      return null
    }
    const amounts = { ...noAmounts, ...part.bySource }
    // One column of money, whatever else is there: what the State gives, unless the sources are told.
    if (totalOf(amounts) === 0 && part.amount !== null) amounts[supportSource(project.programme)] = part.amount
    else if (part.amount !== null && part.amount !== totalOf(amounts))
      judging.findings.add('warning', judging.placeOf(draft, 'amount'), {
        code: 'total.sources',
        message: `Dòng ${part.row} ghi số tiền ${formatMoney(part.amount)} đồng, các nguồn cộng lại ${formatMoney(totalOf(amounts))} đồng. Ghi theo từng nguồn; kiểm tra lại dòng này.`,
      })
    lines.push({ projectId: project.id, amounts })
  }
  return lines
}

function sayNoProject(draft: PaymentDraft, part: PaymentPart, contract: ContractOnFile, judging: Judging): void {
  const what = part.projectCode === '' ? part.projectName : part.projectCode
  judging.findings.add('error', judging.placeOf(draft, 'projectCode'), {
    code: 'project.unknown',
    message:
      what === ''
        ? `Hợp đồng ${contract.number} gồm ${contract.projects.length} đề án (${contract.projects.map((one) => one.code).join(', ')}). Ghi mã đề án cho dòng ${part.row}.`
        : `Đề án ${quoted(what)} không thuộc hợp đồng ${contract.number} (gồm ${contract.projects.map((one) => one.code).join(', ')}). Sửa mã đề án ở dòng ${part.row}.`,
    original: what,
  })
}

/** The kind as said, else by the sheet as a whole; most lists are of one kind. */
function kindOf(draft: PaymentDraft, judging: Judging): PaymentKind | null {
  if (draft.details.kind !== undefined) return draft.details.kind
  const place = judging.placeOf(draft, 'kind')
  const answer = judging.findings.ask({
    id: `paymentKind:${draft.sheet}`,
    message: `Trang “${draft.sheet}” có dòng không ghi là tạm ứng, thanh toán hay thu hồi. Các dòng đó là gì?`,
    place,
    choices: paymentKinds.map((kind) => ({ value: kind, label: paymentKindLabels[kind] })),
    fallback: null,
  })
  const kind = paymentKinds.find((one) => one === answer) ?? null
  if (kind === null)
    judging.findings.add('question', place, {
      code: 'payment.kind',
      message: `Dòng ${draft.row}: chưa rõ là tạm ứng, thanh toán hay thu hồi. Trả lời ở phần câu hỏi.`,
    })
  return kind
}

function beside(files: RecordsOnFile): Beside<PaymentDraft, PaymentRecord> {
  const byId = new Map(files.contracts.map((one) => [one.id, one]))
  const rounds = new Map<string, number>()
  for (const { id, payments } of files.contracts)
    for (const { details } of payments) {
      const key = `${id}|${details.kind}`
      rounds.set(key, Math.max(rounds.get(key) ?? 0, details.round))
    }
  /** A movement without a number gets the next one, once. */
  const given = new Map<string, number>()
  function roundOf(draft: PaymentDraft, contractId: number, kind: PaymentKind): number {
    const known = given.get(draft.key)
    if (known !== undefined) return known
    const key = `${contractId}|${kind}`
    const next = draft.details.round ?? sameOnFile(draft, contractId, kind) ?? (rounds.get(key) ?? 0) + 1
    rounds.set(key, Math.max(rounds.get(key) ?? 0, next))
    given.set(draft.key, next)
    return next
  }
  /** Without a number and a voucher, the same day is the same movement. */
  function sameOnFile(draft: PaymentDraft, contractId: number, kind: PaymentKind): number | undefined {
    const { voucherNumber = '', onDate } = draft.details
    return byId
      .get(contractId)
      ?.payments.find(
        ({ details }) =>
          details.kind === kind &&
          (voucherNumber === ''
            ? details.onDate === onDate && onDate !== undefined
            : fold(details.voucherNumber) === fold(voucherNumber)),
      )?.details.round
  }
  return besideByKeys({
    onFile: files.contracts.flatMap((contract) =>
      contract.payments.map(
        ({ id, rowVersion, details }): OnFile<PaymentRecord> => ({
          target: { id, rowVersion, rank: 0 },
          label: `${paymentKindLabels[details.kind].toLocaleLowerCase('vi')} lần ${details.round} ngày ${formatDate(details.onDate)}, hợp đồng ${contract.number}`,
          record: { contractId: contract.id, payment: details },
          lockedBecause: '',
        }),
      ),
    ),
    record: (draft, base, judging) => {
      const contract = contractOf(draft, files, judging)
      if (contract === null) return null
      const kind = kindOf(draft, judging)
      const lines = linesOf(draft, contract, judging)
      const onDate = draft.details.onDate ?? draft.details.voucherDate ?? base?.payment.onDate
      if (onDate === undefined) sayNoDate(draft, judging)
      if (kind === null || lines === null || onDate === undefined) return null
      const round = roundOf(draft, contract.id, kind)
      const blank: PaymentDetails = {
        kind,
        round,
        onDate,
        lines,
        voucherKind: contract.kind === 'agency' && kind !== 'recovery' ? 'receipt' : 'treasuryOrder',
        voucherNumber: '',
        voucherDate: null,
        payee: contract.receiver,
        content: `${paymentKindLabels[kind]} lần ${round} theo hợp đồng ${contract.number}`,
        doneBasisPoints: null,
        confirmationNumber: '',
        confirmedOn: null,
        papers: [],
        note: '',
      }
      return {
        contractId: contract.id,
        payment: { ...(base?.payment ?? blank), ...draft.details, kind, round, onDate, lines },
      }
    },
    keys: ({ contractId, payment: { kind, round, voucherKind, voucherNumber } }) => [
      `${contractId}|${kind}|${round}`,
      ...(voucherNumber === '' ? [] : [`${contractId}|${voucherKind}|${fold(voucherNumber)}`]),
    ],
    differ: () => false,
    whyNotBoth: (one, other) =>
      `${paymentKindLabels[other.payment.kind]} lần ${other.payment.round} ngày ${formatDate(other.payment.onDate)} đã ghi${
        one.payment.voucherNumber === '' ? '' : ` (chứng từ ${other.payment.voucherNumber})`
      }; không ghi hai lần. Chọn cập nhật, bỏ qua, hoặc ghi lần khác.`,
    show: ({ contractId, payment }) => ({
      contractNumber: byId.get(contractId)?.number ?? '',
      kind: paymentKindLabels[payment.kind],
      round: String(payment.round),
      onDate: formatDate(payment.onDate),
      amount: amountWords(payment),
      voucherKind: voucherKindLabels[payment.voucherKind as VoucherKind],
      voucherNumber: payment.voucherNumber,
      voucherDate: payment.voucherDate === null ? '' : formatDate(payment.voucherDate),
      payee: payment.payee,
      content: payment.content,
      donePercent: payment.doneBasisPoints === null ? '' : `${payment.doneBasisPoints / 100} %`.replace('.', ','),
      confirmationNumber: payment.confirmationNumber,
      confirmedOn: payment.confirmedOn === null ? '' : formatDate(payment.confirmedOn),
      note: payment.note,
    }),
  })
}

function amountWords({ lines }: PaymentDetails): string {
  const sum = sumAmounts(lines.map((line) => line.amounts))
  return fundingSources
    .filter((source) => sum[source] > 0)
    .map((source) => `${sourceLabels[source].short} ${formatMoney(sum[source])} đồng`)
    .join('; ')
}

function sayNoDate(draft: PaymentDraft, { findings, placeOf, hasError }: Judging): void {
  if (hasError(draft.key)) return
  findings.add('error', placeOf(draft, 'onDate'), {
    code: 'date.missing',
    message: `Dòng ${draft.row} thiếu ngày chi. Ghi ngày vào ô này, hoặc bỏ dòng này khi nhập.`,
  })
}

export const paymentKind: RecordKind<PaymentDraft, PaymentRecord> = {
  kind: 'payments',
  ...allOnHand,
  schema: paymentRecord,
  fieldOf: (path) => {
    const field = path.replace(/^payment\./, '')
    return field.startsWith('lines') ? 'amount' : field === 'doneBasisPoints' ? 'donePercent' : field
  },
  read: (reader, context) => {
    const { rows, skipped } = sortLines(reader, 'contractNumber', context)
    return {
      drafts: joinVouchers(
        reader,
        rows.map((row) => readPayment(reader, row, context)),
      ),
      skipped,
      year: context.year,
    }
  },
  beside,
}
