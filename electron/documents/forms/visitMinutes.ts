// Minutes of a visit to a beneficiary, while the đề án is carried out or in the years after it.
import type { Programme } from '../../../shared/domain/projects'
import { formatDate, type PlainDate } from '../../../shared/vietnamese/dates'
import { BLANK, type Block, type PaperDocument } from '../blocks'
import { money, orBlank } from '../wording'
import { dayInWords, paper, programmeName, subheading, textBlocks } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, signedBy, writtenBy } from './parties'
import { centredColumn, moneyColumn, ordinalColumn, row, ruledTable, textCell, textColumn } from './tables'

export type VisitFinding = {
  readonly finding: string
  readonly remedy: string
  readonly dueOn: PlainDate | null
  readonly doneOn: PlainDate | null
}

export type VisitedMachine = {
  readonly name: string
  readonly serial: string
  readonly present: boolean | null
  readonly inUse: boolean | null
  readonly remark: string
}

/** "Số lao động": before the support and at the visit, as they are read. */
export type EffectFigure = { readonly indicator: string; readonly before: string; readonly now: string }

export type VisitMinutesData = {
  readonly head: PaperHead
  readonly programme: Programme
  readonly projectName: string
  readonly contract: PaperReference | null
  readonly beneficiary: string
  readonly place: string | null
  readonly date: PlainDate | null
  readonly kind: 'inspection' | 'afterSupport'
  /** Ours, then the beneficiary's. */
  readonly visitors: readonly { readonly name: string; readonly position: string }[]
  readonly hosts: readonly { readonly name: string; readonly position: string }[]
  readonly support: number | null
  readonly progress: string
  readonly machines: readonly VisitedMachine[]
  readonly effects: readonly EffectFigure[]
  readonly findings: readonly VisitFinding[]
  readonly conclusion: string
  readonly unit: string
}

const HAND_HOUR = '...... giờ ......'

export function buildVisitMinutes(data: VisitMinutesData): PaperDocument {
  const programme = programmeName[data.programme]
  const after = data.kind === 'afterSupport'
  const about = after
    ? `Kiểm tra, theo dõi sau hỗ trợ tại ${data.beneficiary}`
    : `Kiểm tra tình hình thực hiện đề án ${programme} tại ${data.beneficiary}`
  const sections: { readonly title: string; readonly body: readonly Block[] }[] = [
    { title: 'Thông tin về đề án', body: [subject(data, programme)] },
    {
      title: after ? 'Tình hình hoạt động' : 'Tình hình, tiến độ thực hiện',
      body: textBlocks(data.progress),
    },
    ...(data.machines.length === 0
      ? []
      : [{ title: 'Máy móc, thiết bị được hỗ trợ', body: [machineTable(data.machines)] }]),
    ...(data.effects.length === 0 ? [] : [{ title: 'Hiệu quả sau hỗ trợ', body: [effectTable(data.effects)] }]),
    {
      title: 'Tồn tại và yêu cầu khắc phục',
      body: data.findings.length === 0 ? textBlocks('') : [findingTable(data.findings)],
    },
    { title: 'Kết luận', body: textBlocks(data.conclusion) },
  ]
  return paper(`Biên bản ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}`, 13, [
    headOf(data.head),
    { kind: 'heading', typeName: 'Biên bản', abstract: about, note: null },
    {
      kind: 'paragraph',
      text: `Hôm nay, hồi ${HAND_HOUR}, ${dayInWords(data.date)}, tại ${orBlank(data.place)}, chúng tôi gồm có:`,
    },
    ...people(`Đại diện ${data.unit}`, data.visitors),
    ...people(`Đại diện ${data.beneficiary}`, data.hosts),
    { kind: 'paragraph', text: 'Đã tiến hành kiểm tra với các nội dung sau:', keepWithNext: true },
    ...sections.flatMap(({ title, body }, index) => [subheading(`${index + 1}. ${title}`), ...body]),
    {
      kind: 'paragraph',
      text: `Biên bản kết thúc hồi ${HAND_HOUR} cùng ngày, được các bên đọc lại, thống nhất và ký tên; lập thành ${BLANK} bản, mỗi bên giữ ${BLANK} bản./.`,
    },
    signedBy(
      writtenBy(`Đại diện ${data.beneficiary}`, data.hosts[0]?.name ?? null),
      writtenBy(`Đại diện ${data.unit}`, data.visitors[0]?.name ?? null),
    ),
  ])
}

function people(title: string, all: VisitMinutesData['visitors']): Block[] {
  return [
    subheading(title),
    ...(all.length === 0 ? [{ name: '', position: '' }] : all).map(
      ({ name, position }): Block => ({
        kind: 'bullets',
        items: [`Ông (Bà) ${orBlank(name)}; chức vụ: ${orBlank(position)}`],
      }),
    ),
  ]
}

function subject({ projectName, contract, beneficiary, support }: VisitMinutesData, programme: string): Block {
  return {
    kind: 'keyValues',
    rows: [
      { label: 'Đề án', value: [{ text: projectName, bold: true }] },
      { label: 'Đơn vị thụ hưởng', value: beneficiary },
      { label: 'Hợp đồng', value: contract === null ? null : referenceOf(contract) },
      { label: `Kinh phí ${programme}`, value: support === null ? null : money(support) },
    ],
  }
}

function yesNo(value: boolean | null, yes: string, no: string): string {
  return value === null ? textCell(null) : value ? yes : no
}

function machineTable(machines: readonly VisitedMachine[]): Block {
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Tên máy móc, thiết bị', 3.4),
      textColumn('Số hiệu', 1.6),
      centredColumn('Còn tại cơ sở', 1.3),
      centredColumn('Đang sử dụng', 1.3),
      textColumn('Ghi chú', 2),
    ],
    machines.map((machine, index) =>
      row(
        String(index + 1),
        machine.name,
        textCell(machine.serial),
        yesNo(machine.present, 'Còn', 'Không còn'),
        yesNo(machine.inUse, 'Có', 'Không'),
        machine.remark,
      ),
    ),
  )
}

function effectTable(effects: readonly EffectFigure[]): Block {
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Chỉ tiêu', 4),
      moneyColumn('Trước hỗ trợ', 2),
      moneyColumn('Tại thời điểm kiểm tra', 2.2),
    ],
    effects.map((one, index) => row(String(index + 1), one.indicator, textCell(one.before), textCell(one.now))),
  )
}

function findingTable(findings: readonly VisitFinding[]): Block {
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Tồn tại', 3.2),
      textColumn('Yêu cầu khắc phục', 3.2),
      centredColumn('Thời hạn', 1.3),
      centredColumn('Đã khắc phục', 1.3),
    ],
    findings.map((one, index) =>
      row(
        String(index + 1),
        one.finding,
        textCell(one.remedy),
        one.dueOn === null ? textCell(null) : formatDate(one.dueOn),
        one.doneOn === null ? '' : formatDate(one.doneOn),
      ),
    ),
  )
}
