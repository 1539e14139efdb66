// Mẫu 3a of Circular 36/2013/TT-BCT: how far the contracts of the programme have come by a month. Ten columns, so the paper
// lies on its side; one paper speaks of one contract or of all that run.
import type { Programme } from '../../../shared/domain/projects'
import { formatMonth, type PlainMonth } from '../../../shared/vietnamese/dates'
import type { Block, PaperDocument, TableRow } from '../blocks'
import { monthInWords, percent } from '../wording'
import { unitLine } from './budgetTable'
import { type PaperSigner, paper, programmeName } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, sealedBy, signedBy } from './parties'
import {
  amountCell,
  centredColumn,
  moneyColumn,
  ordinalColumn,
  row,
  ruledTable,
  sumKnown,
  textCell,
  textColumn,
  totalRow,
} from './tables'

export type ProgressWork = {
  /** As the contract has it. */
  readonly content: string
  /** Volume or value done by the day of the report, as it is read. */
  readonly done: string
  /** Hundredths of a percent; null while nobody has said. */
  readonly basisPoints: number | null
}

export type ContractProgress = {
  readonly contract: PaperReference | null
  readonly projectName: string
  readonly support: number
  readonly works: readonly ProgressWork[]
  readonly advanced: number | null
  readonly asked: number | null
  readonly difficulties: string
  readonly finishedBy: PlainMonth | null
}

export type ProgressReportData = {
  readonly head: PaperHead
  readonly programme: Programme
  readonly month: PlainMonth | null
  readonly unit: string
  /** Whom it goes to: the ministry's agency and the Sở, or the Sở alone. */
  readonly addressees: readonly string[]
  readonly contracts: readonly ContractProgress[]
  readonly department: string
  readonly signer: PaperSigner
}

export function buildProgressReport(data: ProgressReportData): PaperDocument {
  const { programme, month, contracts, head } = data
  const when = month === null ? 'tháng ...... năm ..........' : monthInWords(month)
  const about = `Tiến độ thực hiện hợp đồng ${programmeName[programme]} ${when}`
  return paper(
    `Báo cáo ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}`,
    13,
    [
      headOf(head),
      { kind: 'heading', typeName: 'Báo cáo', abstract: about, note: null },
      { kind: 'addressees', to: data.addressees },
      unitLine,
      progressTable(contracts),
      signedBy(
        {
          caption: `Xác nhận của ${data.department}`,
          authority: null,
          position: null,
          note: '(Ký tên, đóng dấu)',
          name: null,
        },
        sealedBy(null, data.signer),
      ),
    ],
    'landscape',
  )
}

function progressTable(contracts: readonly ContractProgress[]): Block {
  return {
    ...ruledTable(
      [
        ordinalColumn,
        textColumn('Số hợp đồng, tên đề án', 3.2),
        moneyColumn('Kinh phí hỗ trợ'),
        textColumn('Nội dung công việc theo hợp đồng', 3),
        textColumn('Khối lượng, giá trị đã thực hiện đến kỳ báo cáo', 2.4),
        centredColumn('% hoàn thành', 1.1),
        moneyColumn('Kinh phí đã tạm ứng'),
        moneyColumn('Đề nghị tạm ứng'),
        textColumn('Khó khăn, kiến nghị', 2),
        centredColumn('Dự kiến hoàn thành', 1.1),
      ],
      contracts.flatMap(contractRows),
      [
        totalRow(
          2,
          amountCell(sumKnown(contracts.map((one) => one.support))),
          '',
          '',
          '',
          amountCell(sumKnown(contracts.map((one) => one.advanced))),
          amountCell(sumKnown(contracts.map((one) => one.asked))),
          '',
          '',
        ),
      ],
    ),
    fontSizePt: 11,
  }
}

/** The contract stands in the first of its rows, each work in a row of its own. */
function contractRows(one: ContractProgress, index: number): TableRow[] {
  const works = one.works.length === 0 ? [{ content: '', done: '', basisPoints: null }] : one.works
  return works.map((work, at) => {
    const first = at === 0
    return row(
      first ? String(index + 1) : '',
      first ? `Hợp đồng ${referenceOf(one.contract)}: ${one.projectName}` : '',
      first ? amountCell(one.support) : '',
      textCell(work.content),
      textCell(work.done),
      work.basisPoints === null ? textCell(null) : percent(work.basisPoints),
      first ? amountCell(one.advanced) : '',
      first ? amountCell(one.asked) : '',
      first ? one.difficulties : '',
      first ? (one.finishedBy === null ? textCell(null) : formatMonth(one.finishedBy)) : '',
    )
  })
}
