// Mẫu 3b of Circular 36/2013/TT-BCT: what of a contract is done, in volume and in money, beside what it asks for.
import { type AmountsBySource, noAmounts, sumAmounts, totalOf } from '../../../shared/domain/money'
import { type Programme, supportSource } from '../../../shared/domain/projects'
import type { Block, PaperDocument } from '../blocks'
import { moneyWithWords, quantity } from '../wording'
import { unitLine } from './budgetTable'
import { dayInWords, type PaperProject, type PaperSigner, paper, programmeName, quoted } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, sealedBy, signedBy } from './parties'
import {
  amountCell,
  centredColumn,
  differenceCell,
  type HeadGroup,
  moneyColumn,
  ordinalColumn,
  row,
  ruledTable,
  sumKnown,
  textCell,
  textColumn,
  totalRow,
} from './tables'

export type VolumeLine = {
  readonly content: string
  readonly unit: string
  readonly contracted: { readonly quantityThousandths: number | null; readonly amounts: AmountsBySource }
  /** Null while nothing of it is accounted for. */
  readonly done: { readonly quantityThousandths: number | null; readonly amounts: AmountsBySource } | null
  readonly note: string
}

export type CompletedVolumeData = {
  readonly head: PaperHead
  readonly project: Pick<PaperProject, 'name' | 'programme' | 'planYear'>
  readonly contract: PaperReference | null
  readonly unit: string
  readonly department: string
  readonly lines: readonly VolumeLine[]
  readonly signer: PaperSigner
}

export function buildCompletedVolume(data: CompletedVolumeData): PaperDocument {
  const { project, head, lines } = data
  const programme = programmeName[project.programme]
  const support = supportOfAll(lines, project.programme)
  return paper(
    `Báo cáo khối lượng hoàn thành và kinh phí thực hiện: ${project.name}`,
    13,
    [
      headOf(head),
      {
        kind: 'heading',
        typeName: 'Báo cáo',
        abstract: 'Khối lượng hoàn thành và kinh phí thực hiện',
        note: null,
      },
      {
        kind: 'paragraph',
        text: `Đề án ${quoted(project.name)} thuộc kế hoạch ${programme} năm ${project.planYear}, thực hiện theo Hợp đồng ${referenceOf(data.contract)}. Số liệu tính đến ${dayInWords(head.date)}.`,
      },
      unitLine,
      volumeTable(lines, project.programme),
      {
        kind: 'paragraph',
        text:
          support === null
            ? `Kinh phí ${programme} đã thực hiện: ………………… đồng.`
            : `Kinh phí ${programme} đã thực hiện: ${moneyWithWords(support)}.`,
      },
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

function supportOfAll(lines: readonly VolumeLine[], programme: Programme): number | null {
  return sumKnown(lines.map(({ done }) => done?.amounts[supportSource(programme)] ?? null))
}

function volumeTable(lines: readonly VolumeLine[], programme: Programme): Block {
  const money = (text: string): HeadGroup => ({
    text,
    columns: [moneyColumn('Tổng số'), moneyColumn('Khuyến công'), moneyColumn('Nguồn khác')],
  })
  const contracted = sumAmounts([noAmounts, ...lines.map((line) => line.contracted.amounts)])
  const done = lines.some((line) => line.done === null)
    ? null
    : sumAmounts([noAmounts, ...lines.flatMap((line) => (line.done === null ? [] : [line.done.amounts]))])
  return {
    ...ruledTable(
      [
        ordinalColumn,
        textColumn('Nội dung', 3),
        centredColumn('ĐVT', 0.9),
        moneyColumn('Khối lượng hợp đồng', 1.3),
        moneyColumn('Khối lượng hoàn thành', 1.3),
        money('Kinh phí theo hợp đồng'),
        money('Kinh phí thực hiện'),
        moneyColumn('Chênh lệch', 1.5),
        textColumn('Ghi chú', 1.2),
      ],
      lines.map((line, index) =>
        row(
          String(index + 1),
          line.content,
          line.unit,
          quantity(line.contracted.quantityThousandths),
          line.done === null ? textCell(null) : quantity(line.done.quantityThousandths),
          ...moneyCells(line.contracted.amounts, programme),
          ...moneyCells(line.done?.amounts ?? null, programme),
          differenceCell(line.done === null ? null : totalOf(line.done.amounts) - totalOf(line.contracted.amounts)),
          line.note,
        ),
      ),
      [
        totalRow(
          5,
          ...moneyCells(contracted, programme),
          ...moneyCells(done, programme),
          differenceCell(done === null ? null : totalOf(done) - totalOf(contracted)),
          '',
        ),
      ],
    ),
    fontSizePt: 11,
  }
}

function moneyCells(amounts: AmountsBySource | null, programme: Programme): string[] {
  if (amounts === null) return [null, null, null].map(amountCell)
  const support = amounts[supportSource(programme)]
  return [totalOf(amounts), support, totalOf(amounts) - support].map(amountCell)
}
