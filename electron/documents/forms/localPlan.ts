// The yearly plan of the local programme as the People's Committee of the province issues it, in six parts with its list.
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { Block, PaperDocument, TableRow } from '../blocks'
import { quantity, sentence } from '../wording'
import { dayInWords, letterheadOf, type PaperSigner, paper, subheading } from './paper'
import { countsInWords, fundingBlocks, groupBullets, type PaperPlan, planAnnex, planName } from './planPaper'

export type LocalPlanData = {
  /** "Ủy ban nhân dân tỉnh Bắc Kạn". */
  readonly committee: string
  /** "tỉnh Bắc Kạn". */
  readonly province: string
  readonly department: string
  readonly centre: string
  /** The committees below the province, as they are called on the paper's date. */
  readonly lowerCommittees: string
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
  readonly legalBases: readonly string[]
  readonly plan: PaperPlan
  /** What the đề án promise, added up by indicator. */
  readonly outputs: readonly {
    readonly indicator: string
    readonly unit: string
    readonly quantityThousandths: number
  }[]
  readonly signer: PaperSigner
}

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const

export function buildLocalPlan(data: LocalPlanData): PaperDocument {
  const { plan, committee, department } = data
  const name = planName(plan)
  const parts: readonly (readonly [title: string, body: readonly Block[]])[] = [
    ['CĂN CỨ', [{ kind: 'legalBases', items: data.legalBases }]],
    ['MỤC ĐÍCH, YÊU CẦU', purposes(data)],
    ['MỤC TIÊU', aims(data)],
    [
      'NỘI DUNG, DANH MỤC ĐỀ ÁN',
      [
        { kind: 'paragraph', text: 'Các đề án phân theo nội dung hoạt động khuyến công như sau:' },
        groupBullets(plan),
        { kind: 'paragraph', text: 'Danh mục đề án, nhiệm vụ chi tiết tại Phụ lục kèm theo Kế hoạch này.' },
      ],
    ],
    ['KINH PHÍ THỰC HIỆN', fundingBlocks(plan)],
    ['TỔ CHỨC THỰC HIỆN', duties(data)],
  ]
  return paper(`${name} trên địa bàn ${data.province}`, 14, [
    letterheadOf({ ...data, parentOrganisation: null, issuer: committee }),
    {
      kind: 'heading',
      typeName: 'Kế hoạch',
      abstract: `Khuyến công địa phương năm ${plan.year} trên địa bàn ${data.province}`,
      note: null,
    },
    ...parts.flatMap(([title, body], index): Block[] => [
      { kind: 'section', label: `${numerals[index] ?? ''}.`, title },
      ...body,
    ]),
    {
      kind: 'paragraph',
      text: `Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về ${department} để tổng hợp, báo cáo ${committee} xem xét, quyết định./.`,
    },
    {
      kind: 'signatures',
      recipients: [department, 'Sở Tài chính', data.lowerCommittees, data.centre, 'Lưu: VT'],
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
    ...planAnnex(
      plan,
      `(Kèm theo Kế hoạch số ${data.number ?? '......../........'} ${dayInWords(data.date)} của ${committee})`,
    ),
  ])
}

function purposes({ province }: LocalPlanData): Block[] {
  return [
    subheading('1. Mục đích'),
    {
      kind: 'bullets',
      items: [
        `Tổ chức thực hiện chính sách khuyến công trên địa bàn ${province}; huy động các nguồn lực hỗ trợ tổ chức, cá nhân đầu tư phát triển công nghiệp nông thôn.`,
        'Làm căn cứ để các cơ quan, đơn vị phối hợp tổ chức thực hiện, quản lý và thanh quyết toán kinh phí khuyến công địa phương.',
      ],
    },
    subheading('2. Yêu cầu'),
    {
      kind: 'bullets',
      items: [
        'Hỗ trợ đúng nội dung, đúng đối tượng, đúng mức hỗ trợ theo quy định; không trùng lặp với nguồn kinh phí khác của ngân sách nhà nước.',
        'Quản lý, sử dụng kinh phí đúng mục đích, tiết kiệm, hiệu quả; hoàn thành đúng tiến độ của từng đề án.',
      ],
    },
  ]
}

function aims({ plan, outputs }: LocalPlanData): Block[] {
  const counts = `Năm ${plan.year} thực hiện ${countsInWords(plan)}.`
  if (outputs.length === 0) return [{ kind: 'paragraph', text: counts }]
  return [
    { kind: 'paragraph', text: `${counts} Kết quả dự kiến của các đề án:`, keepWithNext: true },
    {
      kind: 'table',
      columns: [
        { weight: 0.6, align: 'center' },
        { weight: 6, align: 'left' },
        { weight: 1.6, align: 'center' },
        { weight: 1.6, align: 'right' },
      ],
      header: [[{ text: 'TT' }, { text: 'Chỉ tiêu' }, { text: 'Đơn vị tính' }, { text: 'Số lượng' }]],
      rows: outputs.map(
        ({ indicator, unit, quantityThousandths }, index): TableRow => ({
          kind: 'row',
          cells: [String(index + 1), indicator, unit, quantity(quantityThousandths)],
        }),
      ),
    },
  ]
}

function duties(data: LocalPlanData): Block[] {
  const { department, centre, committee, lowerCommittees } = data
  const all: readonly (readonly [who: string, what: string])[] = [
    [
      department,
      `Chủ trì tổ chức thực hiện Kế hoạch; hướng dẫn, kiểm tra, giám sát việc thực hiện các đề án; tổng hợp, báo cáo ${committee} kết quả thực hiện`,
    ],
    [
      centre,
      'Tổ chức thực hiện các đề án được giao theo đúng nội dung, tiến độ; quản lý, sử dụng và quyết toán kinh phí theo quy định',
    ],
    [
      'Sở Tài chính',
      `Phối hợp với ${department} trong bố trí, quản lý và quyết toán kinh phí khuyến công địa phương theo quy định`,
    ],
    [lowerCommittees, `Phối hợp với ${department} trong triển khai, kiểm tra, giám sát các đề án trên địa bàn`],
    [
      'Đơn vị thực hiện, đơn vị thụ hưởng',
      'Thực hiện đề án đúng nội dung đã được phê duyệt; bảo đảm phần kinh phí đối ứng; chấp hành chế độ báo cáo',
    ],
  ]
  return all.flatMap(([who, what], index): Block[] => [
    subheading(`${index + 1}. ${who}`),
    { kind: 'paragraph', text: sentence(what) },
  ])
}
