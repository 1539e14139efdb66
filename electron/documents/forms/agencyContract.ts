// The contract to carry out a đề án, between whoever gives the money (the ministry's agency, or the Sở Công Thương for the
// local programme) and the implementing unit. Circular 36/2013/TT-BCT has no form for it: eleven articles and two annexes.

import { totalOf } from '../../../shared/domain/money'
import { percentOf } from '../../../shared/domain/payments'
import { supportSource } from '../../../shared/domain/projects'
import { sourceLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { formatDecimal, formatInteger } from '../../../shared/vietnamese/numbers'
import { moneyInWords } from '../../../shared/vietnamese/words'
import { BLANK, type Block, clauses, type PaperDocument, points, type TableRow, type Text } from '../blocks'
import { lines, lowerFirst, money, moneyWithWords, orBlank, period, quantity, sentence, twoDigits } from '../wording'
import { blankRow, budgetTable, unitLine } from './budgetTable'
import { dayInWords, listed, type PaperProject, paper, programmeName, quoted, sourcesShown } from './paper'
import { type ContractParty, partyBlocks, sealedBy, signedBy } from './parties'
import {
  amountsOf,
  projectList,
  type SeveralProjects,
  severalBudgets,
  severalProducts,
  severalSchedule,
  severalWork,
} from './severalProjects'
import { commonRow } from './splitTable'

/** The decision by which the money was given for the year; what is not known yet is dotted. */
export type AssignmentDecision = {
  readonly number: string | null
  readonly date: PlainDate | null
  readonly issuer: string
}

export type ContractTerms = {
  readonly firstAdvancePercent: number | null
  /** When the first advance is due, such as "giá trị thực hiện đạt trên 70% …"; null when the signing is enough. */
  readonly firstAdvanceCondition: string | null
  readonly monthlyReportBeforeDay: number | null
  readonly settlementWithinDays: number | null
  /** Last day for liquidation, in words: "ngày 22 tháng 01 năm 2028". */
  readonly liquidationBy: string | null
  readonly copies: number | null
  readonly copiesEach: number | null
}

export type AgencyContractData = {
  readonly parentOrganisation: string
  /** As the letterhead names it; Bên A bears its full name. */
  readonly issuer: string
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
  readonly legalBases: readonly string[]
  readonly assignment: AssignmentDecision
  readonly partyA: ContractParty
  readonly partyB: ContractParty
  /** Who organises acceptance at base level: the Sở Công Thương. */
  readonly department: string
  readonly project: PaperProject
  /** The other đề án of the contract; empty where it carries one. */
  readonly others: readonly PaperProject[]
  readonly terms: ContractTerms
}

/** All đề án of a contract over several; null where it carries one. */
function severalOf({ project, others }: AgencyContractData): SeveralProjects | null {
  return others.length === 0 ? null : [project, ...others]
}

/** What the contract is worth: of all its đề án. */
function worthOf(data: AgencyContractData): PaperProject['amounts'] {
  const several = severalOf(data)
  return several === null ? data.project.amounts : amountsOf(several)
}

export function buildAgencyContract(data: AgencyContractData): PaperDocument {
  const { project } = data
  const programme = programmeName[project.programme]
  const several = severalOf(data)
  const title = `Thực hiện ${several === null ? 'đề án' : 'các đề án'} ${programme} năm ${project.planYear}`
  const named = several === null ? `: ${project.name}` : ''
  return paper(`Hợp đồng ${lowerFirst(title)}${named}`, 14, [
    {
      kind: 'letterhead',
      parent: data.parentOrganisation,
      issuer: data.issuer,
      number: data.number,
      place: data.place,
      date: data.date === null ? null : dayInWords(data.date),
      about: null,
    },
    { kind: 'heading', typeName: 'Hợp đồng', abstract: title, note: null },
    { kind: 'legalBases', items: basesOf(data, programme) },
    ...bothParties(data),
    {
      kind: 'paragraph',
      text: `Hai bên thống nhất ký kết Hợp đồng thực hiện đề án ${programme} (sau đây gọi tắt là Hợp đồng) với các điều khoản sau đây:`,
    },
    ...articles(data, programme),
    signedBy(sealedBy('Đại diện Bên B', data.partyB.signer), sealedBy('Đại diện Bên A', data.partyA.signer)),
    ...annexes(data),
  ])
}

function basesOf(data: AgencyContractData, programme: string): string[] {
  const { number, date, issuer } = data.assignment
  return [
    ...data.legalBases,
    `Quyết định số ${number ?? '......../........'} ${dayInWords(date)} của ${issuer} về việc giao kế hoạch và dự toán kinh phí ${programme} năm ${data.project.planYear}`,
    `nhu cầu và năng lực của hai bên`,
  ]
}

function bothParties(data: AgencyContractData): Block[] {
  return [
    {
      kind: 'paragraph',
      text: `Hôm nay, ${dayInWords(data.date)}, tại ${orBlank(data.place)}, chúng tôi gồm có:`,
    },
    ...partyBlocks('BÊN GIAO THỰC HIỆN ĐỀ ÁN (sau đây gọi là Bên A)', data.partyA),
    ...partyBlocks('BÊN THỰC HIỆN ĐỀ ÁN (sau đây gọi là Bên B)', data.partyB),
  ]
}

// ── the eleven articles ──────────────────────────────────────────────────────────────────────────────────────────────

type Article = { readonly title: string; readonly body: readonly Block[] }

function articles(data: AgencyContractData, programme: string): Block[] {
  const several = severalOf(data)
  const all: Article[] = [
    { title: 'Nội dung công việc', body: several === null ? work(data, programme) : severalWork(several, programme) },
    {
      title: 'Sản phẩm và yêu cầu đối với sản phẩm của đề án',
      body: several === null ? products(data.project) : severalProducts(several),
    },
    {
      title: 'Thời gian và tiến độ thực hiện',
      body: several === null ? schedule(data.project) : severalSchedule(several),
    },
    { title: 'Giá trị Hợp đồng', body: value(data, programme) },
    { title: 'Tạm ứng và thanh toán', body: payments(data) },
    { title: 'Nghiệm thu, thanh lý Hợp đồng và quyết toán', body: acceptance(data) },
    { title: 'Quyền và nghĩa vụ của Bên A', body: dutiesOfA(programme) },
    { title: 'Quyền và nghĩa vụ của Bên B', body: dutiesOfB(data) },
    { title: 'Điều chỉnh Hợp đồng, vi phạm và xử lý vi phạm', body: changes(programme) },
    { title: 'Giải quyết tranh chấp', body: disputes() },
    { title: 'Hiệu lực của Hợp đồng', body: effect(data.terms) },
  ]
  return all.flatMap(({ title, body }, index): Block[] => [{ kind: 'article', number: index + 1, title }, ...body])
}

function work({ project }: AgencyContractData, programme: string): Block[] {
  const summary = lines(project.summary)
  return clauses([
    [
      { text: `Bên A giao và Bên B nhận thực hiện đề án ${programme} năm ${project.planYear}: ` },
      { text: quoted(project.name), bold: true },
      { text: ' (sau đây gọi tắt là đề án).' },
    ],
    `Đơn vị thụ hưởng: ${listed(project.beneficiaries.map((one) => one.name))}. Danh sách chi tiết tại Phụ lục II kèm theo Hợp đồng này.`,
    `Địa điểm thực hiện: ${sentence(listed(project.places))}`,
    `Nội dung, quy mô chính của đề án: ${summary.length === 0 ? 'theo đề án được phê duyệt.' : sentence(summary.join('; '))}`,
  ])
}

function products(project: PaperProject): Block[] {
  const outputs = project.outputs.map(({ indicator, unit, quantityThousandths }) =>
    `${indicator}: ${quantity(quantityThousandths)} ${unit}`.trim(),
  )
  const [result, quality] = clauses([
    outputs.length === 0
      ? 'Sản phẩm của đề án: theo mục tiêu, nội dung, quy mô của đề án được phê duyệt, được ghi trong biên bản nghiệm thu cơ sở và báo cáo tổng hợp kết quả thực hiện đề án.'
      : 'Sản phẩm của đề án gồm:',
    'Sản phẩm của đề án phải bảo đảm đúng nội dung, khối lượng, chất lượng và thời gian theo đề án được phê duyệt; hồ sơ, chứng từ chi phải hợp pháp, hợp lệ theo quy định hiện hành.',
  ])
  return [
    ...(result === undefined ? [] : [result]),
    ...points(outputs.map((output, index) => `${output}${index === outputs.length - 1 ? '.' : ';'}`)),
    ...(quality === undefined ? [] : [quality]),
  ]
}

function schedule(project: PaperProject): Block[] {
  const steps = lines(project.schedule)
  return [
    ...clauses([
      `Thời gian thực hiện: ${lowerFirst(period(project.startMonth, project.endMonth))}.`,
      steps.length === 0
        ? 'Tiến độ thực hiện: theo tiến độ ghi trong đề án được phê duyệt.'
        : 'Tiến độ thực hiện từng nội dung:',
    ]),
    ...points(steps.map((step, index) => `${step.replace(/[;.,]+$/u, '')}${index === steps.length - 1 ? '.' : ';'}`)),
  ]
}

function value(data: AgencyContractData, programme: string): Block[] {
  const { project, others } = data
  const amounts = worthOf(data)
  const own = supportSource(project.programme)
  const parts = sourcesShown({ ...project, amounts }).map(
    (source) => `${sourceLabels[source].long}: ${money(amounts[source])}`,
  )
  const [total, support, detail] = clauses([
    `Tổng kinh phí thực hiện ${others.length === 0 ? 'đề án' : 'các đề án'}: ${moneyWithWords(totalOf(amounts))}, trong đó:`,
    [
      { text: 'Giá trị Hợp đồng', bold: true },
      { text: ` là phần kinh phí ${programme} hỗ trợ: ` },
      { text: money(amounts[own]), bold: true },
      { text: ` (Bằng chữ: ${moneyInWords(amounts[own])}).` },
    ],
    others.length === 0
      ? 'Dự toán chi tiết tại Phụ lục I kèm theo Hợp đồng này.'
      : 'Giá trị của từng đề án tại Phụ lục I, dự toán chi tiết tại Phụ lục II kèm theo Hợp đồng này.',
  ])
  return [
    ...(total === undefined ? [] : [total]),
    ...points(parts.map((part, index) => `${part}${index === parts.length - 1 ? '.' : ';'}`)),
    ...[support, detail].filter((clause) => clause !== undefined),
  ]
}

function payments(data: AgencyContractData): Block[] {
  const { project, terms } = data
  const support = worthOf(data)[supportSource(project.programme)]
  const percent = terms.firstAdvancePercent
  // Rounded down to the đồng: an advance never exceeds its percentage.
  const advance = percent === null ? null : percentOf(support, Math.round(percent * 100))
  const first =
    advance === null || percent === null
      ? `Tạm ứng lần một: Bên A tạm ứng cho Bên B ${BLANK}% giá trị Hợp đồng, tương ứng ${BLANK} đồng (Bằng chữ: ${BLANK}${BLANK} đồng)`
      : `Tạm ứng lần một: Bên A tạm ứng cho Bên B ${formatDecimal(percent, 2)}% giá trị Hợp đồng, tương ứng ${moneyWithWords(advance)}`
  const condition = terms.firstAdvanceCondition === null ? '' : ` và ${terms.firstAdvanceCondition}`
  const rest =
    advance !== null && advance === support
      ? []
      : [
          'Tạm ứng kinh phí còn lại: Bên A tạm ứng phần kinh phí còn lại sau khi đề án hoàn thành, được nghiệm thu cơ sở và Bên B gửi đủ hồ sơ theo quy định.',
        ]
  return clauses([
    `${first}, sau khi Hợp đồng được ký kết${condition}, Bên B có văn bản đề nghị và gửi đủ hồ sơ theo quy định.`,
    ...rest,
    'Kinh phí được thanh toán theo khối lượng thực tế được nghiệm thu và được quyết toán, không vượt quá giá trị Hợp đồng.',
    'Hình thức thanh toán: chuyển khoản vào tài khoản của Bên B ghi tại Hợp đồng này.',
  ])
}

function acceptance({ department, terms }: AgencyContractData): Block[] {
  const days = terms.settlementWithinDays
  return clauses([
    `Nghiệm thu: khi hoàn thành nội dung công việc, Bên B báo cáo ${department} tổ chức nghiệm thu cơ sở. Biên bản nghiệm thu cơ sở là căn cứ để tạm ứng kinh phí còn lại, thanh lý Hợp đồng và quyết toán.`,
    `Hồ sơ quyết toán: Bên B gửi Bên A hồ sơ quyết toán chậm nhất ${days === null ? BLANK : twoDigits(days)} ngày kể từ ngày nghiệm thu cơ sở lần cuối của Hợp đồng.`,
    `Thanh lý Hợp đồng: Bên A thông báo thời gian, địa điểm thanh lý Hợp đồng và quyết toán kinh phí, chậm nhất ${terms.liquidationBy ?? dayInWords(null)}.`,
    'Kinh phí đã tạm ứng nhưng không sử dụng hết hoặc không được chấp nhận quyết toán, Bên B có trách nhiệm hoàn trả đầy đủ theo quy định.',
  ])
}

function dutiesOfA(programme: string): Block[] {
  return clauses([
    'Cung cấp cho Bên B các văn bản, thông tin cần thiết để thực hiện đề án; hướng dẫn, đôn đốc Bên B thực hiện Hợp đồng.',
    `Bố trí, tạm ứng và thanh toán kinh phí ${programme} cho Bên B theo quy định tại Điều 5 của Hợp đồng này.`,
    'Kiểm tra, giám sát định kỳ hoặc đột xuất việc thực hiện đề án; yêu cầu Bên B giải trình, khắc phục khi thực hiện không đúng nội dung, tiến độ của Hợp đồng.',
    'Tạm dừng hoặc thu hồi kinh phí đã tạm ứng khi Bên B sử dụng sai mục đích, sai nội dung được phê duyệt.',
    'Tổ chức thanh lý Hợp đồng và quyết toán kinh phí theo quy định tại Điều 6 của Hợp đồng này.',
  ])
}

function dutiesOfB({ terms, department }: AgencyContractData): Block[] {
  const day = terms.monthlyReportBeforeDay
  return clauses([
    'Tổ chức thực hiện đề án đúng nội dung, khối lượng, chất lượng và tiến độ đã cam kết; chịu trách nhiệm về tính chính xác của hồ sơ, số liệu, chứng từ.',
    'Ký hợp đồng với đơn vị thụ hưởng và các đơn vị liên quan; kiểm tra điều kiện, vốn đối ứng của đơn vị thụ hưởng; bảo đảm một nội dung chi không nhận hỗ trợ từ hai nguồn ngân sách nhà nước.',
    'Quản lý, sử dụng kinh phí đúng mục đích, đúng nội dung, đúng chế độ; mở sổ kế toán theo dõi và lưu giữ chứng từ theo quy định của pháp luật.',
    `Báo cáo tiến độ thực hiện Hợp đồng hằng tháng về Bên A và ${department} trước ngày ${day === null ? BLANK : twoDigits(day)}; báo cáo đột xuất khi có yêu cầu.`,
    'Tạo điều kiện để Bên A và các cơ quan có thẩm quyền kiểm tra, giám sát việc thực hiện đề án.',
    'Lập hồ sơ nghiệm thu, quyết toán và hoàn trả kinh phí (nếu có) theo quy định tại Điều 6 của Hợp đồng này.',
  ])
}

function changes(programme: string): Block[] {
  return clauses([
    'Khi cần điều chỉnh, bổ sung hoặc ngừng thực hiện đề án, Bên B gửi văn bản đề nghị nêu rõ lý do đến Bên A trước khi thực hiện; việc điều chỉnh chỉ có hiệu lực khi được cấp có thẩm quyền chấp thuận và được hai bên ký phụ lục Hợp đồng.',
    `Bên B thực hiện không đúng nội dung, sử dụng kinh phí ${programme} sai mục đích thì phải hoàn trả phần kinh phí sử dụng sai và chịu trách nhiệm theo quy định của pháp luật.`,
    'Bên nào vi phạm Hợp đồng mà gây thiệt hại thì phải bồi thường cho bên kia theo quy định của pháp luật, trừ trường hợp bất khả kháng.',
    'Trong trường hợp bất khả kháng, bên bị ảnh hưởng thông báo bằng văn bản cho bên kia để cùng giải quyết; kinh phí được quyết toán theo khối lượng thực tế đã thực hiện, có giải trình và xác nhận theo quy định.',
  ])
}

function disputes(): Block[] {
  return clauses([
    'Tranh chấp phát sinh trong quá trình thực hiện Hợp đồng được hai bên giải quyết trước hết bằng thương lượng, hòa giải trên tinh thần hợp tác.',
    'Trường hợp không thương lượng được, tranh chấp do Tòa án nhân dân có thẩm quyền giải quyết theo quy định của pháp luật.',
  ])
}

function effect({ copies, copiesEach }: ContractTerms): Block[] {
  const count = (number: number | null) => (number === null ? BLANK : twoDigits(number))
  return clauses([
    'Hợp đồng có hiệu lực kể từ ngày ký và hết hiệu lực khi hai bên hoàn thành việc thanh lý Hợp đồng.',
    'Các phụ lục kèm theo là bộ phận không tách rời của Hợp đồng. Hai bên cam kết thực hiện đúng các điều khoản đã ghi; mọi sửa đổi, bổ sung phải được lập thành văn bản có chữ ký của hai bên.',
    `Hợp đồng được lập thành ${count(copies)} bản có giá trị pháp lý như nhau, mỗi bên giữ ${count(copiesEach)} bản./.`,
  ])
}

// ── annexes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function annexes(data: AgencyContractData): Block[] {
  const attachedTo = `(Kèm theo Hợp đồng số ${data.number ?? '......../........'} ${dayInWords(data.date)})`
  const several = severalOf(data)
  const annex = (label: string, title: string): Block => ({
    kind: 'annex',
    label,
    title,
    attachedTo,
    orientation: 'landscape',
  })
  if (several !== null)
    return [
      annex('Phụ lục I', 'Danh mục và giá trị các đề án'),
      ...projectList(several),
      annex('Phụ lục II', 'Dự toán chi tiết kinh phí thực hiện các đề án'),
      ...severalBudgets(several),
      annex('Phụ lục III', 'Danh sách đơn vị thụ hưởng'),
      unitLine,
      ...several
        .filter(({ beneficiaries }) => beneficiaries.length > 0)
        .flatMap((one, index): Block[] => [
          { kind: 'section', label: `${index + 1}.`, title: one.name },
          beneficiaryTable(one),
        ]),
    ]
  return [
    annex('Phụ lục I', 'Dự toán chi tiết kinh phí thực hiện đề án'),
    unitLine,
    budgetTable(data.project, sourcesShown(data.project)),
    {
      kind: 'paragraph',
      text: [{ text: `Bằng chữ: ${moneyInWords(totalOf(data.project.amounts))}.`, italic: true }],
      indent: false,
    },
    annex('Phụ lục II', 'Danh sách đơn vị thụ hưởng'),
    unitLine,
    beneficiaryTable(data.project),
  ]
}

function beneficiaryTable(project: PaperProject): Block {
  const support = project.amounts[supportSource(project.programme)]
  const shares = project.beneficiaries.map((one) => one.support)
  // One beneficiary alone gets all of it, also where nobody typed "100 %".
  const known = shares.length === 1 && shares[0] === null ? [support] : shares
  const text = (value: string | null): Text => orBlank(value)
  return {
    kind: 'table',
    columns: [
      { weight: 0.5, align: 'center' },
      { weight: 3, align: 'left' },
      { weight: 3.2, align: 'left' },
      { weight: 1.4, align: 'center' },
      { weight: 1.8, align: 'left' },
      { weight: 1.6, align: 'right' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Tên đơn vị thụ hưởng' },
        { text: 'Địa chỉ' },
        { text: 'Mã số thuế' },
        { text: 'Người đại diện' },
        { text: `${sourceLabels[supportSource(project.programme)].long} hỗ trợ` },
      ],
    ],
    rows: [
      ...(project.beneficiaries.length === 0
        ? [blankRow(6)]
        : project.beneficiaries.map((one, index): TableRow => {
            const share = known[index] ?? null
            return {
              kind: 'row',
              cells: [
                String(index + 1),
                one.name,
                { text: text(one.address) },
                { text: text(one.taxCode) },
                { text: text(one.representative) },
                share === null ? '………' : formatInteger(share),
              ],
            }
          })),
      ...commonRow(project, 6),
      { kind: 'total', cells: [{ text: 'Tổng cộng', colSpan: 5, align: 'center' }, formatInteger(support)] },
    ],
  }
}
