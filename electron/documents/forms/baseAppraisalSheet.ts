// Mẫu 4a of Circular 36/2013/TT-BCT: the sheet on which the Sở Công Thương appraises a đề án at base level. The local
// programme uses the same sheet with its own name.

import { type FundingSource, totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import { projectKindLabels, sourceLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { formatInteger } from '../../../shared/vietnamese/numbers'
import { moneyInWords } from '../../../shared/vietnamese/words'
import { BLANK, type Block, type Cell, type ChecksBlock, type PaperDocument, type TableRow } from '../blocks'
import { lowerFirst, moneyWithWords, orBlank, period } from '../wording'
import { unitLine } from './budgetTable'
import { dayInWords, listed, type PaperProject, type PaperSigner, paper, programmeName, sourcesShown } from './paper'

/** The five contents of appraisal, in the order of Article 9 of the circular. */
export const appraisalCriteria = ['principles', 'purpose', 'capacity', 'combination', 'dossier'] as const
export type AppraisalCriterion = (typeof appraisalCriteria)[number]

export type Opinion = {
  /** Null while nobody has judged: both boxes stay empty. */
  readonly met: boolean | null
  readonly opinion: string | null
}

export type AppraisalConclusion = 'agreed' | 'agreedAfterSupplement' | 'refused'

export type BaseAppraisalSheetData = {
  readonly parentOrganisation: string
  readonly department: string
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
  /** Citations without the word "Căn cứ". */
  readonly legalBases: readonly string[]
  readonly project: PaperProject
  readonly opinions: Readonly<Record<AppraisalCriterion, Opinion>>
  /** What the appraisal proposes to support, by source; null while not decided. */
  readonly proposed: Readonly<Partial<Record<FundingSource, number>>> | null
  readonly conclusion: AppraisalConclusion | null
  readonly recommendation: string | null
  readonly appraiser: string | null
  readonly signer: PaperSigner
}

const criterionTexts: Readonly<Record<AppraisalCriterion, (programme: string) => string>> = {
  principles: (programme) =>
    `Sự phù hợp của đề án với các nguyên tắc lập đề án: chủ trương, chính sách, quy hoạch phát triển; nội dung, ngành nghề và đối tượng được hưởng chính sách khuyến công; chương trình ${programme}`,
  purpose: () => 'Mục tiêu, sự cần thiết, hiệu quả của đề án; tính hợp lý về kinh phí và các nguồn lực thực hiện',
  capacity: () => 'Năng lực của đơn vị thực hiện, đơn vị phối hợp và đơn vị thụ hưởng',
  combination: () => 'Khả năng kết hợp, lồng ghép với các chương trình, dự án, đề án khác',
  dossier: () => 'Sự đầy đủ, hợp lệ của hồ sơ đề án',
}

export function buildBaseAppraisalSheet(data: BaseAppraisalSheetData): PaperDocument {
  return appraisalSheet(data, { abstract: '', afterGeneral: [] })
}

/** A part of its own between the general facts and the opinions, which the form by beneficiary has. */
export type AppraisalPart = { readonly title: string; readonly body: readonly Block[] }

export function appraisalSheet(
  data: BaseAppraisalSheetData,
  { abstract, afterGeneral }: { readonly abstract: string; readonly afterGeneral: readonly AppraisalPart[] },
): PaperDocument {
  const { project } = data
  const programme = programmeName[project.programme]
  const parts: readonly AppraisalPart[] = [
    { title: 'THÔNG TIN CHUNG VỀ ĐỀ ÁN', body: [generalFacts(project)] },
    ...afterGeneral,
    { title: 'Ý KIẾN THẨM ĐỊNH', body: [opinionTable(data, programme)] },
    { title: 'KINH PHÍ THỰC HIỆN ĐỀ ÁN', body: [unitLine, moneyTable(data), ...wordsOfProposal(data, programme)] },
    { title: 'KẾT LUẬN', body: conclusion(data) },
  ]
  const blocks: Block[] = [
    {
      kind: 'letterhead',
      parent: data.parentOrganisation,
      issuer: data.department,
      number: data.number,
      place: data.place,
      date: data.date === null ? null : dayInWords(data.date),
      about: null,
    },
    { kind: 'heading', typeName: 'Phiếu thẩm định', abstract: `Đề án ${programme} cấp cơ sở${abstract}`, note: null },
    { kind: 'legalBases', items: data.legalBases },
    {
      kind: 'paragraph',
      text: `${data.department} đã tổ chức thẩm định cấp cơ sở đề án ${programme} năm ${project.planYear} với các nội dung sau đây:`,
    },
    ...parts.flatMap(({ title, body }, index): Block[] => [
      { kind: 'section', label: `${numerals[index] ?? ''}.`, title },
      ...body,
    ]),
    {
      kind: 'signatures',
      recipients: null,
      signers: [
        {
          caption: null,
          authority: null,
          position: 'Người thẩm định',
          note: '(Ký, ghi rõ họ tên)',
          name: data.appraiser,
        },
        {
          caption: null,
          authority: data.signer.authority,
          position: data.signer.position,
          note: '(Ký tên, đóng dấu)',
          name: data.signer.name,
        },
      ],
    },
  ]
  return paper(`Phiếu thẩm định đề án ${programme} cấp cơ sở${abstract}: ${project.name}`, 13, blocks)
}

const numerals = ['I', 'II', 'III', 'IV', 'V'] as const

/** The three conclusions there are, the one that was reached ticked. */
export function conclusionTexts(project: PaperProject, reached: AppraisalConclusion | null): ChecksBlock['items'] {
  return [
    {
      checked: reached === 'agreed',
      text: `Đồng ý, đề nghị đưa đề án vào kế hoạch ${programmeName[project.programme]} năm ${project.planYear}.`,
    },
    {
      checked: reached === 'agreedAfterSupplement',
      text: 'Đồng ý sau khi đơn vị thực hiện đề án bổ sung, hoàn thiện hồ sơ.',
    },
    { checked: reached === 'refused', text: 'Không đồng ý.' },
  ]
}

function conclusion(data: BaseAppraisalSheetData): Block[] {
  return [
    { kind: 'checks', items: conclusionTexts(data.project, data.conclusion) },
    { kind: 'paragraph', text: `Kiến nghị, đề xuất: ${data.recommendation ?? `${BLANK}${BLANK}${BLANK}`}` },
  ]
}

function generalFacts(project: PaperProject): Block {
  return {
    kind: 'keyValues',
    rows: [
      { label: 'Tên đề án', value: [{ text: project.name, bold: true }] },
      { label: 'Loại đề án', value: projectKindLabels[project.kind] },
      { label: 'Nội dung khuyến công', value: project.contentName },
      { label: 'Đơn vị thực hiện', value: project.implementingUnit },
      { label: 'Đơn vị phối hợp', value: project.cooperatingUnits },
      { label: 'Đơn vị thụ hưởng', value: listed(project.beneficiaries.map((one) => one.name)) },
      { label: 'Địa điểm thực hiện', value: listed(project.places) },
      { label: 'Thời gian thực hiện', value: period(project.startMonth, project.endMonth) },
      { label: 'Mục tiêu, quy mô chính', value: project.summary === '' ? null : project.summary },
    ],
  }
}

function opinionTable(data: BaseAppraisalSheetData, programme: string): Block {
  return {
    kind: 'table',
    columns: [
      { weight: 0.6, align: 'center' },
      { weight: 6, align: 'left' },
      { weight: 0.9, align: 'center' },
      { weight: 0.9, align: 'center' },
      { weight: 3.4, align: 'left' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Nội dung thẩm định' },
        { text: 'Đạt' },
        { text: 'Không đạt' },
        { text: 'Ý kiến thẩm định' },
      ],
    ],
    rows: appraisalCriteria.map((criterion, index): TableRow => {
      const { met, opinion } = data.opinions[criterion]
      return {
        kind: 'row',
        cells: [
          String(index + 1),
          criterionTexts[criterion](programme),
          { check: met === true },
          { check: met === false },
          orBlank(opinion),
        ],
      }
    }),
  }
}

function moneyTable(data: BaseAppraisalSheetData): Block {
  const { project, proposed } = data
  const sources = sourcesShown(project)
  const asked = (amount: number): Cell => formatInteger(amount)
  const answer = (source: FundingSource): Cell => {
    const amount = proposed?.[source]
    return amount === undefined ? BLANK : formatInteger(amount)
  }
  const proposedTotal =
    proposed === null ? BLANK : formatInteger(sources.reduce((sum, one) => sum + (proposed[one] ?? 0), 0))
  return {
    kind: 'table',
    columns: [
      { weight: 0.6, align: 'center' },
      { weight: 4, align: 'left' },
      { weight: 2.4, align: 'right' },
      { weight: 2.4, align: 'right' },
    ],
    header: [[{ text: 'TT' }, { text: 'Nguồn kinh phí' }, { text: 'Đơn vị đề nghị' }, { text: 'Kết quả thẩm định' }]],
    rows: [
      ...sources.map(
        (source, index): TableRow => ({
          kind: 'row',
          cells: [String(index + 1), sourceLabels[source].long, asked(project.amounts[source]), answer(source)],
        }),
      ),
      {
        kind: 'total',
        cells: [{ text: 'Tổng cộng', colSpan: 2, align: 'center' }, asked(totalOf(project.amounts)), proposedTotal],
      },
    ],
  }
}

function wordsOfProposal(data: BaseAppraisalSheetData, programme: string): Block[] {
  const own = supportSource(data.project.programme)
  const asked = data.project.amounts[own]
  const proposed = data.proposed?.[own]
  return [
    {
      kind: 'paragraph',
      text: `Tổng kinh phí thực hiện đề án bằng chữ: ${lowerFirst(moneyInWords(totalOf(data.project.amounts)))}.`,
    },
    {
      kind: 'paragraph',
      text:
        proposed === undefined
          ? `Kinh phí ${programme} đơn vị đề nghị hỗ trợ: ${moneyWithWords(asked)}. Kinh phí ${programme} đề nghị hỗ trợ sau thẩm định: ${BLANK} đồng (Bằng chữ: ${BLANK}${BLANK} đồng).`
          : `Kinh phí ${programme} đơn vị đề nghị hỗ trợ: ${moneyWithWords(asked)}. Kinh phí ${programme} đề nghị hỗ trợ sau thẩm định: ${moneyWithWords(proposed)}.`,
    },
  ]
}
