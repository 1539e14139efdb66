// Mẫu 7 to 10 of Circular 36/2013/TT-BCT: the tables a settlement is made of. Each is a paper of its own, on its side.
import { type Programme, supportSource } from '../../../shared/domain/projects'
import { sourceLabels } from '../../../shared/labels'
import { formatDate, type PlainDate } from '../../../shared/vietnamese/dates'
import { moneyInWords } from '../../../shared/vietnamese/words'
import type { Block, PaperDocument, TableRow } from '../blocks'
import { unitLine } from './budgetTable'
import { type PaperSigner, paper, programmeName, quoted } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, sealedBy, signedBy, writtenBy } from './parties'
import {
  amountCell,
  centredColumn,
  differenceCell,
  groupRow,
  type Head,
  moneyColumn,
  ordinalColumn,
  row,
  ruledTable,
  sumKnown,
  textColumn,
  totalRow,
} from './tables'

/** What all of them say of themselves. */
export type SettlementHead = {
  readonly head: PaperHead
  readonly programme: Programme
  readonly planYear: number
  readonly contract: PaperReference | null
  /** Empty where the table covers several đề án. */
  readonly projectName: string
  readonly accountant: string | null
  readonly signer: PaperSigner
}

function frame(
  data: SettlementHead,
  { typeName, abstract }: { readonly typeName: string; readonly abstract: string },
  body: readonly Block[],
  signatures: Block = signatureBlock(data),
): PaperDocument {
  const subject = [
    data.projectName === '' ? '' : `Đề án ${quoted(data.projectName)}.`,
    data.projectName === '' && data.contract === null ? '' : `Hợp đồng ${referenceOf(data.contract)}.`,
  ].filter((part) => part !== '')
  return paper(
    `${typeName}: ${data.projectName === '' ? abstract : data.projectName}`,
    13,
    [
      headOf(data.head),
      { kind: 'heading', typeName, abstract, note: null },
      ...(subject.length === 0
        ? []
        : [
            {
              kind: 'paragraph',
              text: [{ text: subject.join(' '), italic: true }],
              align: 'center',
              indent: false,
            } satisfies Block,
          ]),
      unitLine,
      ...body,
      signatures,
    ],
    'landscape',
  )
}

function signatureBlock({ accountant, signer }: SettlementHead): Block {
  return signedBy(writtenBy('Người lập'), writtenBy('Kế toán', accountant), sealedBy(null, signer))
}

function inWords(caption: string, dong: number | null): Block {
  const words = dong === null ? '…………………………' : moneyInWords(dong)
  return { kind: 'paragraph', text: [{ text: `${caption}: ${words}.`, italic: true }], indent: false }
}

function about(what: string, { programme, planYear }: SettlementHead): string {
  return `${what} ${programmeName[programme]} năm ${planYear}`
}

// ── Mẫu 7 ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type SettlementLine = {
  readonly content: string
  readonly approved: number
  readonly proposed: number | null
  /** By whoever settles; null while it is not decided. */
  readonly accepted: number | null
  readonly note: string
}

export type SettlementDetailData = SettlementHead & { readonly lines: readonly SettlementLine[] }

export function buildSettlementDetail(data: SettlementDetailData): PaperDocument {
  const { lines } = data
  const proposed = sumKnown(lines.map((line) => line.proposed))
  const difference = ({ approved, proposed: asked, accepted }: SettlementLine) => {
    const settled = accepted ?? asked
    return settled === null ? null : settled - approved
  }
  return frame(data, { typeName: 'Biểu chi tiết quyết toán kinh phí', abstract: about('Quyết toán kinh phí', data) }, [
    ruledTable(
      [
        ordinalColumn,
        textColumn('Nội dung chi', 5),
        moneyColumn('Dự toán được duyệt', 2),
        moneyColumn('Kinh phí đề nghị quyết toán', 2),
        moneyColumn('Kinh phí được duyệt quyết toán', 2),
        moneyColumn('Chênh lệch', 1.8),
        textColumn('Ghi chú', 1.8),
      ],
      lines.map((line, index) =>
        row(
          String(index + 1),
          line.content,
          amountCell(line.approved),
          amountCell(line.proposed),
          amountCell(line.accepted),
          differenceCell(difference(line)),
          line.note,
        ),
      ),
      [
        totalRow(
          2,
          amountCell(sumKnown(lines.map((line) => line.approved))),
          amountCell(proposed),
          amountCell(sumKnown(lines.map((line) => line.accepted))),
          differenceCell(sumKnown(lines.map(difference))),
          '',
        ),
      ],
    ),
    inWords('Số tiền đề nghị quyết toán bằng chữ', proposed),
  ])
}

// ── Mẫu 8a, 8b ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type VoucherLine = {
  readonly number: string
  readonly date: PlainDate | null
  readonly content: string
  /** From the programme's own money. */
  readonly support: number
  readonly other: number
}

export type VoucherListData = SettlementHead & {
  /** 8b: support by percentage, all vouchers of all sources. */
  readonly form: '8a' | '8b'
  readonly vouchers: readonly VoucherLine[]
}

export function buildVoucherList(data: VoucherListData): PaperDocument {
  const { vouchers, form, programme } = data
  const both = form === '8b'
  const support = sumKnown(vouchers.map((one) => one.support))
  const all = sumKnown(vouchers.map((one) => one.support + one.other))
  const money: readonly Head[] = both
    ? [
        {
          text: 'Số tiền',
          columns: [
            moneyColumn('Tổng số', 1.8),
            moneyColumn(sourceLabels[supportSource(programme)].long, 1.8),
            moneyColumn('Nguồn khác', 1.8),
          ],
        },
      ]
    : [moneyColumn('Số tiền', 2)]
  const cells = (one: VoucherLine) =>
    both
      ? [amountCell(one.support + one.other), amountCell(one.support), amountCell(one.other)]
      : [amountCell(one.support)]
  return frame(
    data,
    {
      typeName: 'Bảng kê chứng từ đề nghị quyết toán',
      abstract: about(both ? 'Chứng từ các nguồn kinh phí thực hiện đề án' : 'Chứng từ chi kinh phí', data),
    },
    [
      ruledTable(
        [
          ordinalColumn,
          centredColumn('Số chứng từ', 1.5),
          centredColumn('Ngày chứng từ', 1.3),
          textColumn('Nội dung chi', 5),
          ...money,
        ],
        vouchers.map((one, index) =>
          row(String(index + 1), one.number, one.date === null ? '' : formatDate(one.date), one.content, ...cells(one)),
        ),
        [
          totalRow(
            4,
            ...(both
              ? [amountCell(all), amountCell(support), amountCell(sumKnown(vouchers.map((one) => one.other)))]
              : [amountCell(support)]),
          ),
        ],
      ),
      inWords(`${sourceLabels[supportSource(programme)].long} đề nghị quyết toán bằng chữ`, support),
    ],
  )
}

// ── Mẫu 9 ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type PaymentLine = {
  readonly projectName: string
  readonly support: number
  readonly advanced: number | null
  /** Asked for now. */
  readonly proposed: number | null
}

export type PaymentRequestData = SettlementHead & { readonly lines: readonly PaymentLine[] }

export function buildPaymentRequest(data: PaymentRequestData): PaperDocument {
  const { lines } = data
  const left = ({ support, advanced, proposed }: PaymentLine) =>
    advanced === null || proposed === null ? null : support - advanced - proposed
  const proposed = sumKnown(lines.map((line) => line.proposed))
  return frame(data, { typeName: 'Biểu đề nghị thanh toán kinh phí', abstract: about('Thanh toán kinh phí', data) }, [
    ruledTable(
      [
        ordinalColumn,
        textColumn('Tên đề án', 5),
        moneyColumn('Kinh phí hỗ trợ theo hợp đồng', 2),
        moneyColumn('Đã tạm ứng, thanh toán', 2),
        moneyColumn('Đề nghị thanh toán', 2),
        moneyColumn('Còn lại', 2),
      ],
      lines.map((line, index) =>
        row(
          String(index + 1),
          line.projectName,
          amountCell(line.support),
          amountCell(line.advanced),
          amountCell(line.proposed),
          amountCell(left(line)),
        ),
      ),
      [
        totalRow(
          2,
          amountCell(sumKnown(lines.map((line) => line.support))),
          amountCell(sumKnown(lines.map((line) => line.advanced))),
          amountCell(proposed),
          amountCell(sumKnown(lines.map(left))),
        ),
      ],
    ),
    inWords('Số tiền đề nghị thanh toán bằng chữ', proposed),
  ])
}

// ── Mẫu 10 ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type ReconciliationLine = {
  readonly contract: PaperReference
  readonly projectName: string
  readonly value: number
  readonly received: number | null
  readonly settled: number | null
}

export type FundReconciliationData = SettlementHead & {
  /** Who gives the money: the ministry's agency, or the Sở. */
  readonly partyA: { readonly name: string; readonly signer: PaperSigner }
  readonly partyB: { readonly name: string; readonly signer: PaperSigner }
  readonly lines: readonly ReconciliationLine[]
}

export function buildFundReconciliation(data: FundReconciliationData): PaperDocument {
  const { lines, partyA, partyB } = data
  const difference = ({ received, settled }: ReconciliationLine) =>
    received === null || settled === null ? null : received - settled
  return frame(
    data,
    { typeName: 'Bảng đối chiếu kinh phí', abstract: about('Đối chiếu kinh phí', data) },
    [
      ruledTable(
        [
          ordinalColumn,
          textColumn('Hợp đồng, đề án', 5),
          moneyColumn('Giá trị hợp đồng', 2),
          moneyColumn('Kinh phí đã nhận', 2),
          moneyColumn('Kinh phí được quyết toán', 2),
          moneyColumn('Chênh lệch (đã nhận - quyết toán)', 2.2),
        ],
        lines.map(
          (line, index): TableRow =>
            row(
              String(index + 1),
              `Hợp đồng ${referenceOf(line.contract)}: ${line.projectName}`,
              amountCell(line.value),
              amountCell(line.received),
              amountCell(line.settled),
              differenceCell(difference(line)),
            ),
        ),
        [
          groupRow(
            { text: 'Tổng cộng', colSpan: 2, align: 'center' },
            amountCell(sumKnown(lines.map((line) => line.value))),
            amountCell(sumKnown(lines.map((line) => line.received))),
            amountCell(sumKnown(lines.map((line) => line.settled))),
            differenceCell(sumKnown(lines.map(difference))),
          ),
        ],
      ),
      {
        kind: 'paragraph',
        text: `${partyA.name} và ${partyB.name} thống nhất số liệu đối chiếu nêu trên.`,
      },
    ],
    signedBy(sealedBy('Đại diện Bên B', partyB.signer), sealedBy('Đại diện Bên A', partyA.signer)),
  )
}
