// The contract by which the centre supports a beneficiary: the machines, how much of them is paid, and what the beneficiary
// commits itself to in return. No law prescribes its form.
import { lineAmount, type Programme } from '../../../shared/domain/projects'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { BLANK, type Block, clauses, type PaperDocument } from '../blocks'
import { money, moneyWithWords, orBlank, percent, quantity, sentence, twoDigits } from '../wording'
import { unitLine } from './budgetTable'
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

export type SupportedMachine = {
  readonly name: string
  readonly origin: string
  readonly unit: string
  readonly quantityThousandths: number | null
  readonly unitPrice: number | null
}

export type BeneficiaryContractData = {
  readonly head: PaperHead
  readonly programme: Programme
  readonly planYear: number
  readonly projectName: string
  readonly legalBases: readonly string[]
  /** By which the đề án was approved. */
  readonly approvedBy: (PaperReference & { readonly issuer: string | null }) | null
  /** With whoever gives the money; null where there is none. */
  readonly agencyContract: PaperReference | null
  readonly partyA: ContractParty
  readonly partyB: ContractParty
  readonly place: string | null
  readonly content: string
  readonly machines: readonly SupportedMachine[]
  readonly investment: number | null
  readonly support: number
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  /** Payments as agreed, in words; empty: once, after acceptance. */
  readonly payments: readonly string[]
  /** Recoverable support is given back by this schedule; empty: a grant. */
  readonly repayments: readonly { readonly dueOn: PlainDate; readonly amount: number }[]
  /** Years in which the machines may not be handed on; null leaves the number to be agreed. */
  readonly keptYears: number | null
  readonly copies: number | null
  readonly copiesEach: number | null
}

type Article = { readonly title: string; readonly body: readonly Block[] }

export function buildBeneficiaryContract(data: BeneficiaryContractData): PaperDocument {
  const programme = programmeName[data.programme]
  const articles: Article[] = [
    { title: 'Nội dung hỗ trợ', body: content(data, programme) },
    { title: 'Danh mục máy móc, thiết bị và kinh phí', body: machinesAndMoney(data, programme) },
    { title: 'Thời gian thực hiện', body: time(data) },
    { title: 'Phương thức thanh toán', body: payment(data) },
    { title: 'Nghiệm thu, thanh lý Hợp đồng', body: acceptance() },
    { title: 'Quyền và nghĩa vụ của Bên A', body: dutiesOfA() },
    { title: 'Cam kết và nghĩa vụ của Bên B', body: commitments(data) },
    { title: 'Vi phạm và hoàn trả kinh phí', body: breach(data) },
    { title: 'Giải quyết tranh chấp', body: disputes() },
    { title: 'Hiệu lực của Hợp đồng', body: effect(data) },
  ]
  return paper(`Hợp đồng hỗ trợ kinh phí ${programme}: ${data.partyB.name}`, 14, [
    headOf(data.head),
    {
      kind: 'heading',
      typeName: 'Hợp đồng',
      abstract: `Hỗ trợ kinh phí thực hiện đề án ${programme} năm ${data.planYear}`,
      note: null,
    },
    { kind: 'legalBases', items: basesOf(data, programme) },
    {
      kind: 'paragraph',
      text: `Hôm nay, ${dayInWords(data.head.date)}, tại ${orBlank(data.head.place)}, chúng tôi gồm có:`,
    },
    ...partyBlocks('BÊN HỖ TRỢ (sau đây gọi là Bên A)', data.partyA),
    ...partyBlocks('BÊN THỤ HƯỞNG (sau đây gọi là Bên B)', data.partyB, 'establishment'),
    {
      kind: 'paragraph',
      text: 'Hai bên thống nhất ký kết Hợp đồng hỗ trợ (sau đây gọi tắt là Hợp đồng) với các điều khoản sau đây:',
    },
    ...articles.flatMap(({ title, body }, index): Block[] => [{ kind: 'article', number: index + 1, title }, ...body]),
    signedBy(sealedBy('Đại diện Bên B', data.partyB.signer), sealedBy('Đại diện Bên A', data.partyA.signer)),
  ])
}

function basesOf(
  { legalBases, approvedBy, agencyContract, planYear }: BeneficiaryContractData,
  programme: string,
): string[] {
  return [
    ...legalBases,
    `Quyết định ${referenceOf(approvedBy)}${approvedBy === null || approvedBy.issuer === null ? '' : ` của ${approvedBy.issuer}`} về việc phê duyệt, giao kế hoạch ${programme} năm ${planYear}`,
    ...(agencyContract === null
      ? []
      : [`Hợp đồng ${referenceOf(agencyContract)} về việc thực hiện đề án ${programme}`]),
    'nhu cầu và khả năng của hai bên',
  ]
}

function content(data: BeneficiaryContractData, programme: string): Block[] {
  return clauses([
    [
      { text: 'Bên A hỗ trợ Bên B kinh phí thực hiện đề án ' },
      { text: quoted(data.projectName), bold: true },
      { text: ` thuộc kế hoạch ${programme} năm ${data.planYear}.` },
    ],
    `Nội dung hỗ trợ: ${data.content === '' ? BLANK : sentence(data.content)}`,
    `Địa điểm thực hiện: ${data.place === null ? BLANK : sentence(data.place)}`,
  ])
}

function machinesAndMoney(data: BeneficiaryContractData, programme: string): Block[] {
  const { machines, investment, support } = data
  const values = machines.map(({ quantityThousandths, unitPrice }) =>
    quantityThousandths === null || unitPrice === null ? null : lineAmount(quantityThousandths, unitPrice),
  )
  const counterpart = investment === null ? null : investment - support
  // Rounded down: the share a paper states is never above what is given.
  const share = investment === null || investment === 0 ? null : Math.floor((support * 10_000) / investment)
  return [
    { kind: 'clause', label: '1.', text: 'Danh mục máy móc, thiết bị (mới 100%):' },
    unitLine,
    ruledTable(
      [
        ordinalColumn,
        textColumn('Tên máy móc, thiết bị, thông số kỹ thuật', 4),
        textColumn('Xuất xứ', 1.5),
        moneyColumn('Số lượng', 1),
        moneyColumn('Đơn giá', 1.7),
        moneyColumn('Thành tiền', 1.8),
      ],
      machines.map((machine, index) =>
        row(
          String(index + 1),
          machine.name,
          textCell(machine.origin),
          `${quantity(machine.quantityThousandths)} ${machine.unit}`.trim(),
          amountCell(machine.unitPrice),
          amountCell(values[index] ?? null),
        ),
      ),
      [totalRow(5, amountCell(machines.length === 0 ? null : sumKnown(values)))],
    ),
    {
      kind: 'clause',
      label: '2.',
      text: `Tổng vốn đầu tư: ${investment === null ? `${BLANK} đồng` : moneyWithWords(investment)}, trong đó:`,
    },
    {
      kind: 'clause',
      label: 'a)',
      text: [
        { text: `Kinh phí ${programme} hỗ trợ: ` },
        { text: moneyWithWords(support), bold: true },
        { text: share === null ? ';' : `, bằng ${percent(share)} tổng vốn đầu tư;` },
      ],
    },
    {
      kind: 'clause',
      label: 'b)',
      text: `Vốn đối ứng của Bên B: ${counterpart === null ? `${BLANK} đồng` : money(counterpart)}.`,
    },
  ]
}

function time({ startsOn, endsOn }: BeneficiaryContractData): Block[] {
  return [{ kind: 'paragraph', text: `Từ ${dayInWords(startsOn)} đến ${dayInWords(endsOn)}.` }]
}

function payment({ payments, repayments }: BeneficiaryContractData): Block[] {
  const [last, ...others] = [...repayments].reverse()
  return clauses([
    ...(payments.length === 0
      ? [
          'Bên A thanh toán kinh phí hỗ trợ cho Bên B sau khi đề án được nghiệm thu và Bên B gửi đủ hồ sơ, chứng từ theo quy định.',
        ]
      : payments.map(sentence)),
    'Kinh phí hỗ trợ được thanh toán theo khối lượng thực tế được nghiệm thu, không vượt quá mức hỗ trợ nêu tại Điều 2.',
    'Hình thức thanh toán: chuyển khoản vào tài khoản của Bên B ghi tại Hợp đồng này.',
    ...(last === undefined
      ? []
      : [
          `Kinh phí hỗ trợ có thu hồi; Bên B hoàn trả: ${[...others]
            .reverse()
            .map(({ dueOn, amount }) => `${money(amount)} trước ${dayInWords(dueOn)}; `)
            .join('')}${money(last.amount)} trước ${dayInWords(last.dueOn)}.`,
        ]),
  ])
}

function acceptance(): Block[] {
  return clauses([
    'Khi hoàn thành việc đầu tư, lắp đặt, Bên B thông báo cho Bên A để tổ chức nghiệm thu cơ sở; việc nghiệm thu gồm cả khối lượng thực hiện bằng vốn đối ứng.',
    'Hồ sơ Bên B gửi Bên A gồm: hợp đồng, biên bản nghiệm thu, thanh lý hợp đồng mua máy móc, thiết bị; hóa đơn, chứng từ thanh toán và tài liệu khác theo quy định.',
    'Hai bên thanh lý Hợp đồng sau khi Bên B đã nhận đủ kinh phí hỗ trợ được nghiệm thu.',
  ])
}

function dutiesOfA(): Block[] {
  return clauses([
    'Hướng dẫn Bên B lập hồ sơ; kiểm tra, giám sát việc thực hiện đề án; tổ chức nghiệm thu khi Bên B hoàn thành.',
    'Thanh toán kinh phí hỗ trợ cho Bên B theo Điều 4 của Hợp đồng này.',
    'Ngừng hỗ trợ, thu hồi kinh phí khi Bên B vi phạm cam kết.',
  ])
}

function commitments({ keptYears }: BeneficiaryContractData): Block[] {
  return clauses([
    'Bố trí đủ vốn đối ứng; đầu tư đúng danh mục, thông số, bảo đảm máy móc, thiết bị mới 100%.',
    'Không sử dụng nguồn hỗ trợ khác của ngân sách nhà nước cho cùng một nội dung chi đã được hỗ trợ theo Hợp đồng này.',
    `Sử dụng máy móc, thiết bị được hỗ trợ đúng mục đích; không chuyển nhượng, cho thuê, cho mượn trong thời hạn ${keptYears === null ? BLANK : twoDigits(keptYears)} năm kể từ ngày nghiệm thu.`,
    'Gắn biển, nhãn ghi rõ máy móc, thiết bị được hỗ trợ từ kinh phí khuyến công.',
    'Phối hợp tổ chức trình diễn, giới thiệu mô hình, đón các cơ sở khác đến tham quan, học tập.',
    'Cung cấp đầy đủ, trung thực hồ sơ, chứng từ; báo cáo hiệu quả sử dụng (sản lượng, doanh thu, lao động, nộp ngân sách) theo yêu cầu của Bên A.',
    'Tạo điều kiện để Bên A và cơ quan có thẩm quyền kiểm tra trong và sau thời gian thực hiện đề án.',
  ])
}

function breach({ repayments }: BeneficiaryContractData): Block[] {
  return clauses([
    'Bên B sử dụng kinh phí, máy móc, thiết bị sai mục đích, không đúng cam kết hoặc kê khai không trung thực thì phải hoàn trả toàn bộ kinh phí đã được hỗ trợ.',
    ...(repayments.length === 0
      ? []
      : ['Bên B chậm hoàn trả kinh phí theo Điều 4 thì chịu trách nhiệm theo quy định của pháp luật.']),
    'Bên nào vi phạm Hợp đồng gây thiệt hại thì phải bồi thường theo quy định của pháp luật, trừ trường hợp bất khả kháng.',
  ])
}

function disputes(): Block[] {
  return [
    {
      kind: 'paragraph',
      text: 'Tranh chấp phát sinh được hai bên giải quyết trước hết bằng thương lượng, hòa giải; trường hợp không thương lượng được thì do Tòa án nhân dân có thẩm quyền giải quyết theo quy định của pháp luật.',
    },
  ]
}

function effect({ copies, copiesEach }: BeneficiaryContractData): Block[] {
  const count = (number: number | null) => (number === null ? BLANK : twoDigits(number))
  return clauses([
    'Hợp đồng có hiệu lực kể từ ngày ký; mọi sửa đổi, bổ sung phải được lập thành phụ lục có chữ ký của hai bên.',
    `Hợp đồng được lập thành ${count(copies)} bản có giá trị pháp lý như nhau, mỗi bên giữ ${count(copiesEach)} bản./.`,
  ])
}
