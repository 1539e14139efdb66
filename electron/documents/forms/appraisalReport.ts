// The report of the Sở on a year's base appraisals of one programme: how many files, what came of them, sums beside sums.
import type { Conclusion } from '../../../shared/domain/lifecycle'
import { type Programme, supportSource } from '../../../shared/domain/projects'
import { appraisalLabels, sourceLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { formatInteger } from '../../../shared/vietnamese/numbers'
import type { Block, PaperDocument, TableRow } from '../blocks'
import { lowerFirst, money, moneyWithWords } from '../wording'
import { unitLine } from './budgetTable'
import { letterheadOf, type PaperSigner, paper, programmeName } from './paper'

export type ReportedAppraisal = {
  readonly name: string
  readonly implementingUnit: string
  readonly conclusion: Conclusion
  /** Of the programme's own money, in đồng. */
  readonly asked: number
  /** Nothing where the conclusion refuses. */
  readonly proposed: number
}

export type AppraisalReportData = {
  readonly programme: Programme
  readonly year: number
  readonly parentOrganisation: string
  readonly department: string
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
  readonly legalBases: readonly string[]
  readonly appraised: readonly ReportedAppraisal[]
  /** Sent, and not concluded yet. */
  readonly waiting: readonly string[]
  /** Given back before a conclusion, and not sent again. */
  readonly givenBack: readonly string[]
  readonly signer: PaperSigner
}

export function buildAppraisalReport(data: AppraisalReportData): PaperDocument {
  const { appraised, waiting, givenBack, department, year } = data
  const programme = programmeName[data.programme]
  const abstract = `Kết quả thẩm định cấp cơ sở các đề án ${programme} năm ${year}`
  const asked = sumOf(appraised.map((one) => one.asked))
  const proposed = sumOf(appraised.map((one) => one.proposed))
  const own = lowerFirst(sourceLabels[supportSource(data.programme)].long)
  const blocks: Block[] = [
    letterheadOf({
      parentOrganisation: data.parentOrganisation,
      issuer: department,
      number: data.number,
      place: data.place,
      date: data.date,
    }),
    { kind: 'heading', typeName: 'Báo cáo', abstract, note: null },
    { kind: 'legalBases', items: data.legalBases },
    {
      kind: 'paragraph',
      text: `${department} báo cáo kết quả thẩm định cấp cơ sở các đề án ${programme} năm ${year} như sau:`,
    },
    { kind: 'section', label: 'I.', title: 'HỒ SƠ VÀ KẾT QUẢ' },
    {
      kind: 'paragraph',
      text: `Số hồ sơ đề án đã nhận: ${formatInteger(appraised.length + waiting.length + givenBack.length)}, trong đó đã thẩm định ${formatInteger(appraised.length)} hồ sơ, kết quả:`,
      keepWithNext: true,
    },
    {
      kind: 'bullets',
      items: [
        `${appraisalLabels.conclusions.agree}: ${count(appraised, 'agree')} đề án;`,
        `${appraisalLabels.conclusions.agreeAfterSupplement}: ${count(appraised, 'agreeAfterSupplement')} đề án;`,
        `${appraisalLabels.conclusions.refuse}: ${count(appraised, 'refuse')} đề án.`,
      ],
    },
    ...stillOpen('Đang thẩm định', waiting),
    ...stillOpen('Đã trả lại để bổ sung', givenBack),
    { kind: 'section', label: 'II.', title: 'TỔNG HỢP KẾT QUẢ THẨM ĐỊNH' },
    unitLine,
    resultTable(data, asked, proposed),
    { kind: 'section', label: 'III.', title: 'KINH PHÍ' },
    { kind: 'paragraph', text: `Tổng ${own} các đơn vị đề nghị: ${moneyWithWords(asked)}.` },
    { kind: 'paragraph', text: `Tổng ${own} đề nghị hỗ trợ sau thẩm định: ${moneyWithWords(proposed)}.` },
    {
      kind: 'paragraph',
      text: `${difference(asked, proposed)}./.`,
    },
    {
      kind: 'signatures',
      recipients: [data.parentOrganisation, 'Lưu: VT'],
      signers: [
        {
          caption: null,
          authority: data.signer.authority,
          position: data.signer.position,
          note: null,
          name: data.signer.name,
        },
      ],
    },
  ]
  return paper(`Báo cáo ${lowerFirst(abstract)}`, 14, blocks)
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, one) => sum + one, 0)
}

function count(appraised: readonly ReportedAppraisal[], conclusion: Conclusion): string {
  return formatInteger(appraised.filter((one) => one.conclusion === conclusion).length)
}

function stillOpen(state: string, names: readonly string[]): Block[] {
  if (names.length === 0) return []
  return [
    { kind: 'paragraph', text: `${state} ${formatInteger(names.length)} hồ sơ:`, keepWithNext: true },
    {
      kind: 'bullets',
      items: names.map((name, index) => `${name}${index === names.length - 1 ? '.' : ';'}`),
    },
  ]
}

function difference(asked: number, proposed: number): string {
  if (asked === proposed) return 'Kinh phí sau thẩm định không thay đổi so với đề nghị'
  return `Kinh phí sau thẩm định ${proposed < asked ? 'giảm' : 'tăng'} ${money(Math.abs(asked - proposed))} so với đề nghị`
}

function resultTable({ appraised }: AppraisalReportData, asked: number, proposed: number): Block {
  return {
    kind: 'table',
    columns: [
      { weight: 0.6, align: 'center' },
      { weight: 4, align: 'left' },
      { weight: 1.8, align: 'right' },
      { weight: 1.8, align: 'right' },
      { weight: 1.8, align: 'right' },
      { weight: 1.6, align: 'left' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Tên đề án, đơn vị thực hiện' },
        { text: 'Kinh phí đề nghị' },
        { text: 'Kinh phí thẩm định' },
        { text: 'Chênh lệch' },
        { text: appraisalLabels.conclusion },
      ],
    ],
    rows: [
      ...appraised.map(
        (one, index): TableRow => ({
          kind: 'row',
          cells: [
            String(index + 1),
            one.implementingUnit === '' ? one.name : `${one.name} (${one.implementingUnit})`,
            formatInteger(one.asked),
            formatInteger(one.proposed),
            formatInteger(one.proposed - one.asked),
            appraisalLabels.conclusions[one.conclusion],
          ],
        }),
      ),
      {
        kind: 'total',
        cells: [
          { text: 'Tổng cộng', colSpan: 2, align: 'center' },
          formatInteger(asked),
          formatInteger(proposed),
          formatInteger(proposed - asked),
          '',
        ],
      },
    ],
  }
}
