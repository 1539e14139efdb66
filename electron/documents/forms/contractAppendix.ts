// An appendix to a contract: what of it is amended, what it is worth afterwards. The contract itself is never written over.
import type { AmountsBySource } from '../../../shared/domain/money'
import { type Programme, supportSource } from '../../../shared/domain/projects'
import { type Block, clauses, type PaperDocument } from '../blocks'
import { lines, moneyWithWords, orBlank, sentence, twoDigits, upperFirst } from '../wording'
import { type ChangeColumns, type ChangeRow, changeTable, moneyTable } from './changePaper'
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

export type ContractAppendixData = {
  /** Its own number, such as "01/PLHĐ-TTKC". */
  readonly head: PaperHead
  /** First, second … appendix of the contract. */
  readonly ordinal: number | null
  readonly contract: PaperReference
  /** "Hợp đồng thực hiện đề án", "Hợp đồng hỗ trợ". */
  readonly contractName: string
  readonly programme: Programme
  readonly projectNames: readonly string[]
  readonly legalBases: readonly string[]
  readonly decision: (PaperReference & { readonly issuer: string | null }) | null
  readonly partyA: ContractParty
  readonly partyB: ContractParty
  readonly partyBKind: 'publicUnit' | 'establishment'
  readonly rows: readonly ChangeRow[]
  /** What is amended, as typed, where it is not told field by field. */
  readonly changes: string
  readonly before: AmountsBySource
  readonly after: AmountsBySource
  readonly copies: number | null
  readonly copiesEach: number | null
}

export function buildContractAppendix(data: ContractAppendixData): PaperDocument {
  const { head, contract, contractName } = data
  const ordinal = data.ordinal === null ? '' : ` lần thứ ${data.ordinal}`
  const of = `${contractName} ${referenceOf(contract)}`
  return paper(`Phụ lục hợp đồng: điều chỉnh ${of}`, 14, [
    headOf(head),
    { kind: 'heading', typeName: 'Phụ lục hợp đồng', abstract: `Điều chỉnh, bổ sung${ordinal} ${of}`, note: null },
    { kind: 'legalBases', items: basesOf(data) },
    {
      kind: 'paragraph',
      text: `Hôm nay, ${dayInWords(head.date)}, tại ${orBlank(head.place)}, chúng tôi gồm có:`,
    },
    ...partyBlocks('BÊN A', data.partyA),
    ...partyBlocks('BÊN B', data.partyB, data.partyBKind),
    {
      kind: 'paragraph',
      text: `Hai bên thống nhất điều chỉnh, bổ sung ${of} (sau đây gọi tắt là Hợp đồng) để thực hiện đề án ${programmeName[data.programme]}: ${data.projectNames.map(quoted).join('; ')}, với các nội dung sau đây:`,
    },
    { kind: 'article', number: 1, title: 'Nội dung điều chỉnh, bổ sung' },
    ...(data.rows.length > 0 || data.changes === ''
      ? [changeTable({ rows: data.rows, reason: '' }, columns)]
      : clauses(lines(data.changes).map(sentence))),
    { kind: 'article', number: 2, title: 'Giá trị Hợp đồng sau điều chỉnh' },
    ...valueBlocks(data),
    { kind: 'article', number: 3, title: 'Điều khoản thi hành' },
    ...clauses([
      'Các nội dung khác của Hợp đồng không nêu tại Phụ lục này giữ nguyên hiệu lực.',
      'Phụ lục này là bộ phận không tách rời của Hợp đồng và có hiệu lực kể từ ngày ký.',
      `Phụ lục được lập thành ${copies(data.copies)} bản có giá trị pháp lý như nhau, mỗi bên giữ ${copies(data.copiesEach)} bản./.`,
    ]),
    signedBy(sealedBy('Đại diện Bên B', data.partyB.signer), sealedBy('Đại diện Bên A', data.partyA.signer)),
  ])
}

function copies(count: number | null): string {
  return count === null ? orBlank(null) : twoDigits(count)
}

function basesOf({ legalBases, decision, contract, contractName }: ContractAppendixData): string[] {
  return [
    ...legalBases,
    `${contractName} ${referenceOf(contract)}`,
    ...(decision === null
      ? []
      : [
          `Quyết định ${referenceOf(decision)}${decision.issuer === null ? '' : ` của ${decision.issuer}`} về việc điều chỉnh đề án khuyến công`,
        ]),
  ]
}

const columns: ChangeColumns = { before: 'Theo Hợp đồng', after: 'Điều chỉnh, bổ sung thành', reason: null }

function valueBlocks(data: ContractAppendixData): Block[] {
  const { after, programme } = data
  const support = `kinh phí ${programmeName[programme]} hỗ trợ`
  const words = moneyWithWords(after[supportSource(programme)])
  const table = moneyTable(data, programme, { before: 'Theo Hợp đồng', after: 'Sau điều chỉnh', reason: null })
  return [
    ...table,
    {
      kind: 'paragraph',
      text:
        table.length === 0
          ? `Giá trị Hợp đồng không thay đổi; ${support}: ${words}.`
          : `${upperFirst(support)} sau điều chỉnh: ${words}.`,
    },
  ]
}
