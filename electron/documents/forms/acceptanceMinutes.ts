// Mẫu 5a, 5b and 5c of Circular 36/2013/TT-BCT: the minutes of acceptance, of one place, of the whole đề án, and where the
// ministry's agency itself accepts it. What was not written down is left to be filled in at the meeting.
import { type AmountsBySource, totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import { sourceLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { BLANK, type Block, type PaperDocument, type Signer } from '../blocks'
import { lines, moneyWithWords, orBlank, period, quantity, sentence } from '../wording'
import { unitLine } from './budgetTable'
import {
  dayInWords,
  listed,
  type PaperProject,
  paper,
  programmeName,
  sourcesShown,
  subheading,
  textBlocks,
} from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, signedBy } from './parties'
import {
  amountCell,
  centredColumn,
  differenceCell,
  moneyColumn,
  ordinalColumn,
  row,
  ruledTable,
  sumKnown,
  textCell,
  textColumn,
  totalRow,
} from './tables'

export type AcceptanceForm = '5a' | '5b' | '5c'

export type AcceptanceParty = {
  /** "Sở Công Thương tỉnh Bắc Kạn", "Ủy ban nhân dân xã Cường Lợi". */
  readonly organisation: string
  readonly members: readonly { readonly name: string; readonly position: string }[]
}

export type AcceptedOutput = {
  readonly content: string
  readonly unit: string
  readonly planned: number | null
  /** Thousandths; null while not counted. */
  readonly done: number | null
  readonly remark: string
}

export type AcceptedMachine = {
  /** Name and specification. */
  readonly name: string
  readonly serial: string
  readonly origin: string
  readonly quantityThousandths: number | null
  readonly value: number | null
  readonly isNew: boolean | null
  readonly works: boolean | null
}

export type AcceptedPlace = {
  readonly beneficiary: string
  readonly place: string
  readonly minutes: PaperReference | null
  readonly passed: boolean | null
  readonly amounts: AmountsBySource | null
}

export type AcceptanceMinutesData = {
  readonly form: AcceptanceForm
  readonly head: PaperHead
  readonly legalBases: readonly string[]
  readonly contract: PaperReference | null
  readonly project: PaperProject
  /** Of 5a: the one accepted here. */
  readonly beneficiary: { readonly name: string; readonly address: string | null } | null
  readonly meeting: { readonly date: PlainDate | null; readonly place: string | null }
  readonly parties: readonly AcceptanceParty[]
  /** What the acceptance rests on: contracts, invoices, minutes of handing over. */
  readonly papers: readonly string[]
  readonly outputs: readonly AcceptedOutput[]
  readonly machines: readonly AcceptedMachine[]
  /** Of 5b and 5c: what was accepted place by place. */
  readonly places: readonly AcceptedPlace[]
  /** What the work cost, by source; null while not accounted for. */
  readonly cost: { readonly planned: AmountsBySource; readonly done: AmountsBySource | null }
  readonly finishedOn: PlainDate | null
  /** What was said of the time it took, as typed; it goes before the day. */
  readonly timing: string
  readonly quality: string
  readonly passed: boolean | null
  /** What has to be mended, or what is asked for. */
  readonly recommendation: string
}

const HAND_HOUR = '...... giờ ......'

export function buildAcceptanceMinutes(data: AcceptanceMinutesData): PaperDocument {
  const { project, meeting } = data
  const programme = programmeName[project.programme]
  const day = dayInWords(meeting.date)
  return paper(`Biên bản nghiệm thu (Mẫu ${data.form}): ${project.name}`, 13, [
    headOf(data.head),
    { kind: 'heading', typeName: 'Biên bản', abstract: abstractOf(data, programme), note: null },
    {
      kind: 'legalBases',
      items: [...data.legalBases, `Hợp đồng ${referenceOf(data.contract)} thực hiện đề án ${programme}`],
    },
    {
      kind: 'paragraph',
      text: `Hôm nay, hồi ${HAND_HOUR}, ${day}, tại ${orBlank(meeting.place)}, các bên tiến hành nghiệm thu với các nội dung sau:`,
    },
    { kind: 'section', label: 'I.', title: 'THÀNH PHẦN THAM GIA NGHIỆM THU' },
    ...data.parties.flatMap(partyLines),
    { kind: 'section', label: 'II.', title: 'NỘI DUNG NGHIỆM THU' },
    subheading('1. Đối tượng nghiệm thu'),
    subject(data, programme),
    subheading('2. Tài liệu làm căn cứ nghiệm thu'),
    ...paperList(data.papers),
    subheading('3. Kết quả thực hiện'),
    ...results(data),
    { kind: 'section', label: 'III.', title: 'KẾT LUẬN VÀ KIẾN NGHỊ' },
    { kind: 'checks', items: conclusions(data) },
    {
      kind: 'paragraph',
      text: [{ text: data.passed === false ? 'Nội dung phải khắc phục:' : 'Kiến nghị:' }],
      keepWithNext: true,
    },
    ...textBlocks(data.recommendation),
    {
      kind: 'paragraph',
      text: `Biên bản kết thúc hồi ${HAND_HOUR} cùng ngày, được các bên đọc lại, thống nhất và ký tên; lập thành ${BLANK} bản có giá trị như nhau./.`,
    },
    ...signatureRows(data),
  ])
}

function abstractOf({ form, beneficiary, project }: AcceptanceMinutesData, programme: string): string {
  const what = `đề án ${programme} năm ${project.planYear}`
  switch (form) {
    case '5a':
      return `Nghiệm thu cơ sở ${what}${beneficiary === null ? ' tại từng địa điểm' : ` tại ${beneficiary.name}`}`
    case '5b':
      return `Nghiệm thu cơ sở ${what}`
    case '5c':
      return `Nghiệm thu ${what}`
  }
}

function partyLines({ organisation, members }: AcceptanceParty, index: number): Block[] {
  return [
    subheading(`${index + 1}. Đại diện ${organisation}`),
    ...(members.length === 0 ? [{ name: '', position: '' }] : members).map(
      ({ name, position }): Block => ({
        kind: 'bullets',
        items: [`Ông (Bà) ${orBlank(name)}; chức vụ: ${orBlank(position)}`],
      }),
    ),
  ]
}

function subject({ project, beneficiary, contract }: AcceptanceMinutesData, programme: string): Block {
  return {
    kind: 'keyValues',
    rows: [
      { label: 'Đề án', value: [{ text: project.name, bold: true }] },
      { label: 'Hợp đồng', value: referenceOf(contract) },
      { label: 'Đơn vị thực hiện', value: project.implementingUnit },
      {
        label: 'Đơn vị thụ hưởng',
        value: beneficiary?.name ?? listed(project.beneficiaries.map((one) => one.name)),
      },
      {
        label: 'Địa điểm thực hiện',
        value: beneficiary === null ? listed(project.places) : (beneficiary.address ?? listed(project.places)),
      },
      { label: 'Nội dung khuyến công', value: project.contentName },
      { label: 'Thời gian thực hiện', value: period(project.startMonth, project.endMonth) },
      { label: `Kinh phí ${programme}`, value: moneyWithWords(project.amounts[supportSource(project.programme)]) },
    ],
  }
}

function paperList(papers: readonly string[]): Block[] {
  return papers.length === 0
    ? textBlocks('')
    : [
        {
          kind: 'bullets',
          items: papers.map(
            (one, index) => `${one.replace(/[;.\s]+$/u, '')}${index === papers.length - 1 ? '.' : ';'}`,
          ),
        },
      ]
}

function results(data: AcceptanceMinutesData): Block[] {
  const { machines, places, outputs } = data
  return [
    { kind: 'paragraph', text: 'a) Khối lượng công việc đã thực hiện:', keepWithNext: true },
    outputTable(outputs),
    ...(places.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: 'Kết quả tại từng địa điểm (đơn vị tính: đồng):',
            keepWithNext: true,
          } satisfies Block,
          placeTable(places, data.project),
        ]),
    ...(machines.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: 'b) Máy móc, thiết bị được đầu tư (giá trị tính bằng đồng):',
            keepWithNext: true,
          } satisfies Block,
          machineTable(machines),
        ]),
    {
      kind: 'paragraph',
      text: `${machines.length === 0 ? 'b' : 'c'}) Chất lượng: ${data.quality.trim() === '' ? BLANK.repeat(3) : lines(data.quality).join(' ')}`,
    },
    {
      kind: 'paragraph',
      text: `${machines.length === 0 ? 'c' : 'd'}) Thời gian hoàn thành: ${data.timing.trim() === '' ? `${dayInWords(data.finishedOn)}.` : sentence(lines(data.timing).join('; '))}`,
    },
    {
      kind: 'paragraph',
      text: `${machines.length === 0 ? 'd' : 'đ'}) Kinh phí thực hiện, gồm cả phần vốn đối ứng đã cam kết:`,
      keepWithNext: true,
    },
    unitLine,
    costTable(data),
  ]
}

function outputTable(outputs: readonly AcceptedOutput[]): Block {
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Nội dung', 4),
      centredColumn('ĐVT', 1),
      moneyColumn('Theo đề án', 1.2),
      moneyColumn('Đã thực hiện', 1.2),
      textColumn('Nhận xét', 2.4),
    ],
    outputs.map((one, index) =>
      row(
        String(index + 1),
        one.content,
        one.unit,
        quantity(one.planned),
        one.done === null ? textCell(null) : quantity(one.done),
        textCell(one.remark),
      ),
    ),
  )
}

function machineTable(machines: readonly AcceptedMachine[]): Block {
  const condition = ({ isNew, works }: AcceptedMachine) => {
    if (isNew === null && works === null) return textCell(null)
    const parts = [
      isNew === null ? '' : isNew ? 'mới 100%' : 'đã qua sử dụng',
      works === null ? '' : works ? 'vận hành tốt' : 'chưa vận hành',
    ]
    return parts.filter((part) => part !== '').join('; ')
  }
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Tên máy, thông số kỹ thuật', 3.4),
      textColumn('Số hiệu', 1.4),
      textColumn('Xuất xứ', 1.2),
      moneyColumn('SL', 0.7),
      moneyColumn('Giá trị', 1.6),
      textColumn('Tình trạng', 1.6),
    ],
    machines.map((machine, index) =>
      row(
        String(index + 1),
        machine.name,
        textCell(machine.serial),
        textCell(machine.origin),
        quantity(machine.quantityThousandths),
        amountCell(machine.value),
        condition(machine),
      ),
    ),
    [totalRow(5, amountCell(sumKnown(machines.map(({ value }) => value))), '')],
  )
}

function placeTable(places: readonly AcceptedPlace[], project: PaperProject): Block {
  const own = supportSource(project.programme)
  const result = (passed: boolean | null) => (passed === null ? textCell(null) : passed ? 'Đạt' : 'Không đạt')
  const support = places.map(({ amounts }) => amounts?.[own] ?? null)
  const total = places.map(({ amounts }) => (amounts === null ? null : totalOf(amounts)))
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Đơn vị thụ hưởng, địa điểm', 3.2),
      textColumn('Biên bản nghiệm thu', 2),
      centredColumn('Kết quả', 0.9),
      moneyColumn('Tổng kinh phí', 1.5),
      moneyColumn('Khuyến công hỗ trợ', 1.5),
    ],
    places.map((one, index) =>
      row(
        String(index + 1),
        [one.beneficiary, one.place].filter((part) => part !== '').join(', '),
        one.minutes === null ? textCell(null) : referenceOf(one.minutes),
        result(one.passed),
        amountCell(total[index] ?? null),
        amountCell(support[index] ?? null),
      ),
    ),
    [totalRow(4, amountCell(sumKnown(total)), amountCell(sumKnown(support)))],
  )
}

function costTable({ cost, project }: AcceptanceMinutesData): Block {
  const sources = sourcesShown({ ...project, amounts: cost.planned })
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Nguồn kinh phí', 3.6),
      moneyColumn('Theo đề án được duyệt', 2),
      moneyColumn('Thực hiện', 2),
      moneyColumn('Chênh lệch', 1.8),
    ],
    sources.map((source, index) =>
      row(
        String(index + 1),
        sourceLabels[source].long,
        amountCell(cost.planned[source]),
        amountCell(cost.done?.[source] ?? null),
        differenceCell(cost.done === null ? null : cost.done[source] - cost.planned[source]),
      ),
    ),
    [
      totalRow(
        2,
        amountCell(totalOf(cost.planned)),
        amountCell(cost.done === null ? null : totalOf(cost.done)),
        differenceCell(cost.done === null ? null : totalOf(cost.done) - totalOf(cost.planned)),
      ),
    ],
  )
}

function conclusions({ passed, form }: AcceptanceMinutesData) {
  const what = form === '5a' ? 'tại địa điểm này' : 'đề án'
  return [
    { checked: passed === true, text: `Đạt yêu cầu: đồng ý nghiệm thu ${what}.` },
    {
      checked: passed === false,
      text: `Không đạt yêu cầu: chưa nghiệm thu ${what}, phải khắc phục và nghiệm thu lại.`,
    },
  ]
}

/** Two to a row: four titles side by side would be broken into slivers. */
function signatureRows({ parties }: AcceptanceMinutesData): Block[] {
  const signers = parties.map(
    ({ organisation, members }): Signer => ({
      caption: `Đại diện ${organisation}`,
      authority: null,
      position: null,
      note: '(Ký, ghi rõ họ tên)',
      name: members[0]?.name === undefined || members[0].name === '' ? null : members[0].name,
    }),
  )
  const rows: Block[] = []
  for (let at = 0; at < signers.length; at += 2) rows.push(signedBy(...signers.slice(at, at + 2)))
  return rows
}
