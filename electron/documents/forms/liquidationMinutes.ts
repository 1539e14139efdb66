// Mẫu 6 of Circular 36/2013/TT-BCT: the minutes by which a contract is closed: what was done, what was paid, what is still
// owed by whom.
import type { Programme } from '../../../shared/domain/projects'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { type Block, clauses, type PaperDocument } from '../blocks'
import { lines, moneyWithWords, orBlank, sentence, twoDigits } from '../wording'
import { dayInWords, paper, programmeName, quoted } from './paper'
import {
  type ContractParty,
  headOf,
  type PaperHead,
  type PaperReference,
  partyBlocks,
  referenceOf,
  sealedBy,
  signedBy,
} from './parties'
import { amountCell, moneyColumn, ordinalColumn, row, ruledTable, textColumn } from './tables'

export type LiquidationMinutesData = {
  readonly head: PaperHead
  readonly programme: Programme
  readonly projectNames: readonly string[]
  readonly contract: PaperReference & { readonly name: string }
  readonly appendices: readonly PaperReference[]
  readonly acceptances: readonly PaperReference[]
  readonly legalBases: readonly string[]
  readonly partyA: ContractParty
  readonly partyB: ContractParty
  readonly partyBKind: 'publicUnit' | 'establishment'
  readonly date: PlainDate | null
  /** What was done, as typed. */
  readonly work: string
  readonly money: {
    readonly contracted: number
    /** What acceptance and settlement found; null while not known. */
    readonly settled: number | null
    readonly paid: number | null
    /** Already given back of what was advanced. */
    readonly recovered: number
  }
  /** What the parties add, as typed. */
  readonly terms: string
  readonly copies: number | null
  readonly copiesEach: number | null
}

export function buildLiquidationMinutes(data: LiquidationMinutesData): PaperDocument {
  const { contract, programme, head } = data
  const of = `${contract.name} ${referenceOf(contract)}`
  return paper(`Biên bản thanh lý ${contract.name} ${contract.number ?? ''}`.trim(), 14, [
    headOf(head),
    { kind: 'heading', typeName: 'Biên bản thanh lý hợp đồng', abstract: `Thanh lý ${of}`, note: null },
    {
      kind: 'legalBases',
      items: [
        ...data.legalBases,
        of,
        ...data.appendices.map((appendix) => `Phụ lục hợp đồng ${referenceOf(appendix)}`),
        ...data.acceptances.map((minutes) => `Biên bản nghiệm thu ${referenceOf(minutes)}`),
      ],
    },
    {
      kind: 'paragraph',
      text: `Hôm nay, ${dayInWords(data.date)}, tại ${orBlank(head.place)}, chúng tôi gồm có:`,
    },
    ...partyBlocks('BÊN A', data.partyA),
    ...partyBlocks('BÊN B', data.partyB, data.partyBKind),
    {
      kind: 'paragraph',
      text: `Hai bên thống nhất thanh lý ${of} thực hiện đề án ${programmeName[programme]}: ${data.projectNames.map(quoted).join('; ')} (sau đây gọi tắt là Hợp đồng), với các nội dung sau đây:`,
    },
    { kind: 'article', number: 1, title: 'Nội dung công việc đã thực hiện' },
    ...workBlocks(data.work),
    { kind: 'article', number: 2, title: 'Giá trị Hợp đồng và thanh toán' },
    moneyTable(data),
    { kind: 'paragraph', text: balanceSentence(data) },
    { kind: 'article', number: 3, title: 'Cam kết và hiệu lực' },
    ...clauses([
      ...lines(data.terms).map(sentence),
      'Hai bên đã hoàn thành nghĩa vụ theo Hợp đồng; sau khi thực hiện xong nghĩa vụ thanh toán, hoàn trả nêu tại Điều 2 (nếu có), hai bên không còn khiếu nại gì về Hợp đồng này.',
      'Bên B tiếp tục lưu giữ hồ sơ, chứng từ và chịu trách nhiệm về tính chính xác của số liệu theo quy định của pháp luật.',
      `Biên bản này có hiệu lực kể từ ngày ký, được lập thành ${count(data.copies)} bản có giá trị như nhau, mỗi bên giữ ${count(data.copiesEach)} bản./.`,
    ]),
    signedBy(sealedBy('Đại diện Bên B', data.partyB.signer), sealedBy('Đại diện Bên A', data.partyA.signer)),
  ])
}

function count(number: number | null): string {
  return number === null ? orBlank(null) : twoDigits(number)
}

function workBlocks(work: string): Block[] {
  const typed = lines(work)
  return typed.length === 0
    ? [
        {
          kind: 'paragraph',
          text: 'Bên B đã thực hiện các nội dung công việc ghi trong Hợp đồng theo các biên bản nghiệm thu nêu trên.',
        },
      ]
    : clauses(typed.map(sentence))
}

function balanceOf({ money }: LiquidationMinutesData): number | null {
  return money.settled === null || money.paid === null ? null : money.settled - money.paid + money.recovered
}

function moneyTable(data: LiquidationMinutesData): Block {
  const { money } = data
  const balance = balanceOf(data)
  return ruledTable(
    [ordinalColumn, textColumn('Nội dung', 5), moneyColumn('Số tiền (đồng)', 2.4)],
    [
      row('1', 'Giá trị Hợp đồng', amountCell(money.contracted)),
      row('2', 'Giá trị được nghiệm thu, quyết toán', amountCell(money.settled)),
      row('3', 'Đã tạm ứng, thanh toán', amountCell(money.paid)),
      row('4', 'Đã thu hồi', amountCell(money.recovered)),
      row('5', 'Còn phải thanh toán cho Bên B', amountCell(balance === null ? null : Math.max(0, balance))),
      row('6', 'Còn phải thu hồi của Bên B', amountCell(balance === null ? null : Math.max(0, -balance))),
    ],
  )
}

function balanceSentence(data: LiquidationMinutesData): string {
  const balance = balanceOf(data)
  if (balance === null) return `Số tiền Bên A còn phải thanh toán (hoặc Bên B phải hoàn trả): ${orBlank(null)} đồng.`
  if (balance === 0) return 'Hai bên đã thanh toán đủ, không bên nào còn nợ bên nào.'
  return balance > 0
    ? `Bên A còn phải thanh toán cho Bên B: ${moneyWithWords(balance)}.`
    : `Bên B phải hoàn trả Bên A: ${moneyWithWords(-balance)}.`
}
