// Mẫu 13 of Circular 36/2013/TT-BCT: how far the infrastructure of an industrial cluster has been invested in.
import { formatDecimal } from '../../../shared/vietnamese/numbers'
import type { PaperDocument } from '../blocks'
import { orBlank } from '../wording'
import { unitLine } from './budgetTable'
import { dayInWords, type PaperSigner, paper, textBlocks } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, signedLetter } from './parties'
import {
  amountCell,
  moneyColumn,
  ordinalColumn,
  row,
  ruledTable,
  sumKnown,
  textCell,
  textColumn,
  totalRow,
} from './tables'

export type ClusterWork = {
  readonly name: string
  readonly approved: number | null
  readonly done: number | null
  readonly volume: string
  readonly source: string
}

export type ClusterReportData = {
  readonly head: PaperHead
  readonly cluster: string
  readonly place: string
  readonly investor: string
  /** Square metres. */
  readonly area: number | null
  readonly rentableArea: number | null
  readonly rentedArea: number | null
  /** The decision that founded it, as typed. */
  readonly establishedBy: string
  readonly detailedPlan: PaperReference | null
  readonly works: readonly ClusterWork[]
  readonly situation: string
  readonly proposal: string
  readonly addressees: readonly string[]
  readonly signer: PaperSigner
}

export function buildClusterReport(data: ClusterReportData): PaperDocument {
  const { works, cluster } = data
  return paper(`Báo cáo tình hình đầu tư hạ tầng cụm công nghiệp ${cluster}`, 13, [
    headOf(data.head),
    {
      kind: 'heading',
      typeName: 'Báo cáo',
      abstract: `Tình hình đầu tư hạ tầng cụm công nghiệp ${orBlank(cluster)}`,
      note: null,
    },
    { kind: 'addressees', to: data.addressees },
    { kind: 'section', label: 'I.', title: 'THÔNG TIN CHUNG VỀ CỤM CÔNG NGHIỆP' },
    {
      kind: 'keyValues',
      rows: [
        { label: 'Tên cụm công nghiệp', value: cluster },
        { label: 'Địa điểm', value: data.place },
        { label: 'Chủ đầu tư hạ tầng', value: data.investor },
        { label: 'Quyết định thành lập', value: data.establishedBy },
        {
          label: 'Quy hoạch chi tiết',
          value: data.detailedPlan === null ? null : `Quyết định ${referenceOf(data.detailedPlan)}`,
        },
        { label: 'Diện tích', value: hectares(data.area) },
        { label: 'Diện tích đất công nghiệp', value: hectares(data.rentableArea) },
        { label: 'Diện tích đã cho thuê', value: hectares(data.rentedArea) },
      ],
    },
    { kind: 'section', label: 'II.', title: 'TÌNH HÌNH ĐẦU TƯ HẠ TẦNG' },
    ...textBlocks(data.situation),
    unitLine,
    ruledTable(
      [
        ordinalColumn,
        textColumn('Hạng mục', 3.6),
        moneyColumn('Tổng mức đầu tư được duyệt', 1.9),
        moneyColumn('Giá trị đã thực hiện', 1.9),
        textColumn('Khối lượng đã thực hiện', 2.2),
        textColumn('Nguồn vốn', 1.8),
      ],
      works.map((work, index) =>
        row(
          String(index + 1),
          work.name,
          amountCell(work.approved),
          amountCell(work.done),
          textCell(work.volume),
          textCell(work.source),
        ),
      ),
      [
        totalRow(
          2,
          amountCell(sumKnown(works.map((work) => work.approved))),
          amountCell(sumKnown(works.map((work) => work.done))),
          '',
          '',
        ),
      ],
    ),
    { kind: 'section', label: 'III.', title: 'KIẾN NGHỊ' },
    ...textBlocks(data.proposal),
    { kind: 'paragraph', text: `Số liệu tính đến ${dayInWords(data.head.date)}./.` },
    signedLetter(['Như trên', 'Lưu: VT'], data.signer),
  ])
}

function hectares(squareMetres: number | null): string | null {
  return squareMetres === null ? null : `${formatDecimal({ units: BigInt(squareMetres), scale: 4 }, 4)} ha`
}
