// The two papers with which the Sở Công Thương sends a plan on: the submission of the local plan to the province's
// committee, and the letter that registers the national plan with the ministry's agency. Both carry the list as annex.
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { Block, PaperDocument } from '../blocks'
import { dayInWords, letterheadOf, type PaperSigner, paper } from './paper'
import {
  countsInWords,
  fundingBlocks,
  groupTable,
  lowerPlanName,
  type PaperPlan,
  planAnnex,
  planName,
} from './planPaper'

export type PlanLetterData = {
  /** "Ủy ban nhân dân tỉnh Bắc Kạn". */
  readonly committee: string
  readonly department: string
  readonly centre: string
  /** "Cục Công Thương địa phương", by the paper's date. */
  readonly agency: string
  readonly ministry: string
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
  readonly legalBases: readonly string[]
  readonly plan: PaperPlan
  readonly signer: PaperSigner
}

export function buildLocalPlanSubmission(data: PlanLetterData): PaperDocument {
  const { plan, committee, department } = data
  return paper(`Tờ trình phê duyệt ${planName(plan)}`, 14, [
    letterheadOf({ ...data, parentOrganisation: committee, issuer: department }),
    { kind: 'heading', typeName: 'Tờ trình', abstract: `Về việc phê duyệt ${planName(plan)}`, note: null },
    { kind: 'addressees', to: [committee] },
    { kind: 'legalBases', items: data.legalBases },
    {
      kind: 'paragraph',
      text: `${department} đã lập ${planName(plan)}, kính trình ${committee} xem xét, phê duyệt với các nội dung chính sau đây:`,
    },
    ...figures(plan),
    { kind: 'clause', label: '3.', text: 'Danh mục đề án: tại Phụ lục kèm theo Tờ trình này.' },
    {
      kind: 'paragraph',
      text: `${department} kính trình ${committee} xem xét, phê duyệt ${planName(plan)} để có cơ sở tổ chức thực hiện./.`,
    },
    signatures(data, ['Như trên', data.centre, 'Lưu: VT']),
    ...planAnnex(
      plan,
      `(Kèm theo Tờ trình số ${data.number ?? '......../........'} ${dayInWords(data.date)} của ${department})`,
    ),
  ])
}

/** What goes with a registration, by the circular on the national programme. */
const registrationFile = (year: number): readonly string[] => [
  `Báo cáo kết quả thực hiện năm ${year - 2}, đánh giá tình hình thực hiện năm ${year - 1} và mục tiêu năm ${year};`,
  'Biểu tổng hợp các đề án khuyến công quốc gia (Mẫu 2);',
  'Hồ sơ các đề án và Phiếu thẩm định cấp cơ sở (Mẫu 4a, Mẫu 4b);',
  'Tài liệu gửi kèm của từng đề án theo Phụ lục 2 Thông tư số 36/2013/TT-BCT.',
]

export function buildRegistrationLetter(data: PlanLetterData): PaperDocument {
  const { plan, committee, department, agency } = data
  return paper(`Công văn đăng ký ${lowerPlanName(plan)}`, 14, [
    letterheadOf({
      ...data,
      parentOrganisation: committee,
      issuer: department,
      about: `đăng ký ${lowerPlanName(plan)}`,
    }),
    { kind: 'addressees', to: [`${agency} - ${data.ministry}`] },
    { kind: 'legalBases', items: data.legalBases },
    {
      kind: 'paragraph',
      text: `${department} đăng ký ${lowerPlanName(plan)} với các nội dung chính sau đây:`,
    },
    ...figures(plan),
    { kind: 'clause', label: '3.', text: 'Danh mục đề án: tại Phụ lục kèm theo Công văn này.' },
    { kind: 'clause', label: '4.', text: 'Hồ sơ gửi kèm gồm:' },
    { kind: 'bullets', items: registrationFile(plan.year) },
    {
      kind: 'paragraph',
      text: `${department} kính đề nghị ${agency} xem xét, tổng hợp, trình cấp có thẩm quyền phê duyệt./.`,
    },
    signatures(data, ['Như trên', `${committee} (để báo cáo)`, data.centre, 'Lưu: VT']),
    ...planAnnex(
      plan,
      `(Kèm theo Công văn số ${data.number ?? '......../........'} ${dayInWords(data.date)} của ${department})`,
    ),
  ])
}

function figures(plan: PaperPlan): Block[] {
  return [
    {
      kind: 'clause',
      label: '1.',
      text: `Số lượng: ${countsInWords(plan)}, phân theo nội dung hoạt động khuyến công như sau:`,
    },
    ...groupTable(plan),
    { kind: 'clause', label: '2.', text: 'Kinh phí:' },
    ...fundingBlocks(plan),
  ]
}

function signatures({ signer }: PlanLetterData, recipients: readonly string[]): Block {
  return {
    kind: 'signatures',
    recipients,
    signers: [{ caption: null, authority: signer.authority, position: signer.position, note: null, name: signer.name }],
  }
}
