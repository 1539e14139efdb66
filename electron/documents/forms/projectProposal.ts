// The đề án itself as Article 5 of Circular 36/2013/TT-BCT lists its contents: a cover, eight parts, and the estimate as annex.

import type { EquipmentLine, ScheduleStep } from '../../../shared/contract/projects'
import { totalOf } from '../../../shared/domain/money'
import type { Participant } from '../../../shared/domain/participants'
import { lineAmount, supportSource } from '../../../shared/domain/projects'
import { sourceLabels } from '../../../shared/labels'
import { formatMonth, type PlainDate } from '../../../shared/vietnamese/dates'
import { formatDecimal, formatInteger } from '../../../shared/vietnamese/numbers'
import type { Block, PaperDocument, TableRow, Text } from '../blocks'
import { money, moneyWithWords, orBlank, period, quantity } from '../wording'
import { estimateBlocks } from './budgetEstimate'
import { blankRow, unitLine } from './budgetTable'
import {
  dottedLines,
  letterheadOf,
  type PaperBeneficiary,
  type PaperProject,
  paper,
  programmeName,
  sourcesShown,
  subheading,
  textBlocks,
} from './paper'
import type { ContractParty } from './parties'
import { commonRow } from './splitTable'

export type ProjectProposalData = {
  /** Null where the implementing unit is not the centre: whom it stands under is not on record. */
  readonly parentOrganisation: string | null
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
  readonly legalBases: readonly string[]
  readonly unit: ContractParty
  /** Who confirms: "Sở Công Thương". */
  readonly department: string
  readonly project: PaperProject
  readonly necessity: string
  readonly scale: string
  /** Đặc điểm vượt trội; empty where nobody wrote of it. */
  readonly superiority: string
  readonly equipment: readonly EquipmentLine[]
  readonly scheduleSteps: readonly ScheduleStep[]
  readonly organisation: string
  readonly effect: string
}

export function buildProjectProposal(data: ProjectProposalData): PaperDocument {
  const { project, unit } = data
  const programme = programmeName[project.programme]
  return paper(`Đề án ${programme} năm ${project.planYear}: ${project.name}`, 14, [
    {
      kind: 'cover',
      parent: data.parentOrganisation,
      issuer: unit.name,
      typeName: 'Đề án',
      name: project.name,
      about: `Chương trình ${programme} năm ${project.planYear}`,
      foot: data.date === null ? orBlank(data.place) : `${orBlank(data.place)}, năm ${data.date.slice(0, 4)}`,
    },
    letterheadOf({ ...data, issuer: unit.name }),
    { kind: 'heading', typeName: `Đề án ${programme} năm ${project.planYear}`, abstract: project.name, note: null },
    ...parts(data),
    {
      kind: 'signatures',
      recipients: null,
      signers: [
        {
          caption: 'Xác nhận của',
          authority: data.department,
          position: null,
          note: '(Ký tên, đóng dấu)',
          name: null,
        },
        {
          caption: 'Đơn vị thực hiện',
          authority: unit.signer.authority,
          position: unit.signer.position,
          note: '(Ký tên, đóng dấu)',
          name: unit.signer.name,
        },
      ],
    },
    {
      kind: 'annex',
      label: 'Phụ lục',
      title: 'Dự toán kinh phí thực hiện đề án',
      attachedTo: `(Kèm theo Đề án ${programme} năm ${project.planYear}: ${project.name})`,
      orientation: 'landscape',
    },
    ...estimateBlocks(project),
  ])
}

// ── the eight parts ──────────────────────────────────────────────────────────────────────────────────────────────────

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'] as const

function parts(data: ProjectProposalData): Block[] {
  const { project } = data
  const bodies: readonly (readonly [title: string, body: readonly Block[]])[] = [
    ['ĐƠN VỊ THỰC HIỆN, PHỐI HỢP VÀ THỤ HƯỞNG', units(data)],
    ['SỰ CẦN THIẾT VÀ CĂN CỨ LẬP ĐỀ ÁN', necessity(data)],
    ['MỤC TIÊU', objective(project)],
    ['QUY MÔ', scale(data)],
    ['NỘI DUNG VÀ TIẾN ĐỘ THỰC HIỆN', schedule(data)],
    ['DỰ TOÁN KINH PHÍ', funding(project)],
    ['TỔ CHỨC THỰC HIỆN', textBlocks(data.organisation)],
    ['HIỆU QUẢ CỦA ĐỀ ÁN', textBlocks(data.effect)],
  ]
  return bodies.flatMap(([title, body], index): Block[] => [
    { kind: 'section', label: `${numerals[index]}.`, title },
    ...body,
  ])
}

function units({ project, unit }: ProjectProposalData): Block[] {
  return [
    subheading('1. Đơn vị thực hiện'),
    {
      kind: 'keyValues',
      rows: [
        { label: 'Tên đơn vị', value: [{ text: unit.name, bold: true }] },
        { label: 'Địa chỉ', value: unit.address },
        { label: 'Điện thoại', value: unit.phone },
        { label: 'Người đại diện', value: unit.signer.name },
        { label: 'Chức vụ', value: unit.signer.position },
        { label: 'Tài khoản số', value: unit.account },
        { label: 'Mở tại', value: unit.treasury },
        { label: 'Mã quan hệ ngân sách', value: unit.budgetRelationCode },
      ],
    },
    ...implementers(project),
    subheading('2. Đơn vị phối hợp'),
    ...cooperators(project),
    subheading('3. Đơn vị thụ hưởng'),
    unitLine,
    beneficiaryTable(project),
    subheading('4. Địa điểm thực hiện'),
    ...(project.places.length === 0 ? dottedLines() : [{ kind: 'bullets' as const, items: project.places }]),
  ]
}

/** Only where there are several, or a part of the work is said of the one. */
function implementers({ participants }: PaperProject): Block[] {
  const all = participants.filter(({ role }) => role === 'implementer')
  if (all.length < 2 && all.every(({ shareBasisPoints }) => shareBasisPoints === null)) return []
  return [
    { kind: 'paragraph', text: 'Các đơn vị cùng thực hiện đề án:' },
    { kind: 'bullets', items: all.map(workOf) },
  ]
}

function cooperators({ participants, cooperatingUnits }: PaperProject): Block[] {
  const all = participants.filter(({ role }) => role === 'cooperator')
  return all.length === 0 ? textBlocks(cooperatingUnits ?? '') : [{ kind: 'bullets', items: all.map(workOf) }]
}

function workOf({ name, shareBasisPoints }: Participant): string {
  return shareBasisPoints === null ? name : `${name} (${percent(shareBasisPoints)} khối lượng công việc)`
}

function beneficiaryTable(project: PaperProject): Block {
  const support = project.amounts[supportSource(project.programme)]
  const [only, second] = project.beneficiaries
  // One beneficiary alone gets all of it, also where nobody typed "100 %".
  const alone = only !== undefined && second === undefined && only.support === null
  const rows = alone ? [{ ...only, shareBasisPoints: 10_000, support }] : project.beneficiaries
  return {
    kind: 'table',
    columns: [
      { weight: 0.5, align: 'center' },
      { weight: 3, align: 'left' },
      { weight: 3, align: 'left' },
      { weight: 1.7, align: 'left' },
      { weight: 0.9, align: 'right' },
      { weight: 1.6, align: 'right' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: 'Tên đơn vị' },
        { text: 'Địa chỉ' },
        { text: 'Người đại diện' },
        { text: 'Tỷ lệ' },
        { text: `${sourceLabels[supportSource(project.programme)].long} hỗ trợ` },
      ],
    ],
    rows: [
      ...(rows.length === 0 ? [blankRow(6)] : rows.map(beneficiaryRow)),
      ...commonRow(project, 6),
      { kind: 'total', cells: [{ text: 'Tổng cộng', colSpan: 5, align: 'center' }, formatInteger(support)] },
    ],
  }
}

function beneficiaryRow(one: PaperBeneficiary, index: number): TableRow {
  const text = (value: string | null): Text => orBlank(value)
  return {
    kind: 'row',
    cells: [
      String(index + 1),
      one.name,
      { text: text(one.address) },
      { text: text(one.representative) },
      one.shareBasisPoints === null ? '………' : percent(one.shareBasisPoints),
      one.support === null ? '………' : formatInteger(one.support),
    ],
  }
}

function percent(basisPoints: number): string {
  return `${formatDecimal({ units: BigInt(basisPoints), scale: 2 }, 2)}%`
}

function necessity(data: ProjectProposalData): Block[] {
  return [
    subheading('1. Sự cần thiết'),
    ...textBlocks(data.necessity),
    subheading('2. Căn cứ lập đề án'),
    { kind: 'legalBases', items: data.legalBases },
  ]
}

function objective(project: PaperProject): Block[] {
  return [
    ...textBlocks(project.objective),
    { kind: 'paragraph', text: 'Kết quả dự kiến của đề án:', keepWithNext: true },
    {
      kind: 'table',
      columns: [
        { weight: 0.6, align: 'center' },
        { weight: 6, align: 'left' },
        { weight: 1.6, align: 'center' },
        { weight: 1.6, align: 'right' },
      ],
      header: [[{ text: 'TT' }, { text: 'Chỉ tiêu' }, { text: 'Đơn vị tính' }, { text: 'Số lượng' }]],
      rows:
        project.outputs.length === 0
          ? [blankRow(4)]
          : project.outputs.map(
              ({ indicator, unit, quantityThousandths }, index): TableRow => ({
                kind: 'row',
                cells: [String(index + 1), indicator, unit, quantity(quantityThousandths)],
              }),
            ),
    },
  ]
}

function scale({ scale: words, superiority, equipment }: ProjectProposalData): Block[] {
  return [
    ...textBlocks(words),
    ...(equipment.length === 0 ? [] : [subheading('Máy móc, thiết bị'), unitLine, equipmentTable(equipment)]),
    ...(superiority === '' ? [] : [subheading('Đặc điểm vượt trội'), ...textBlocks(superiority)]),
  ]
}

function equipmentTable(lines: readonly EquipmentLine[]): Block {
  const amounts = lines.map(({ quantityThousandths, unitPrice }) =>
    quantityThousandths === null || unitPrice === null ? null : lineAmount(quantityThousandths, unitPrice),
  )
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
  return {
    kind: 'table',
    columns: [
      { weight: 0.5, align: 'center' },
      { weight: 3.2, align: 'left' },
      { weight: 1.3, align: 'left' },
      { weight: 0.8, align: 'center' },
      { weight: 0.9, align: 'right' },
      { weight: 1.5, align: 'right' },
      { weight: 1.6, align: 'right' },
    ],
    header: [
      ['TT', 'Tên, quy cách, thông số', 'Xuất xứ', 'ĐVT', 'Số lượng', 'Đơn giá', 'Thành tiền'].map((text) => ({
        text,
      })),
    ],
    rows: [
      ...lines.map(
        (line, index): TableRow => ({
          kind: 'row',
          cells: [
            String(index + 1),
            line.note === '' ? line.name : `${line.name} (${line.note})`,
            line.origin,
            line.unit,
            quantity(line.quantityThousandths),
            line.unitPrice === null ? '' : formatInteger(line.unitPrice),
            formatAmount(amounts[index] ?? null),
          ],
        }),
      ),
      ...(sum === 0
        ? []
        : [
            {
              kind: 'total' as const,
              cells: [{ text: 'Tổng cộng', colSpan: 6, align: 'center' as const }, formatInteger(sum)],
            },
          ]),
    ],
  }
}

function formatAmount(amount: number | null): string {
  return amount === null ? '' : formatInteger(amount)
}

function scheduleTable(steps: readonly ScheduleStep[]): Block {
  return {
    kind: 'table',
    columns: [
      { weight: 0.5, align: 'center' },
      { weight: 4, align: 'left' },
      { weight: 1.2, align: 'center' },
      { weight: 1.2, align: 'center' },
      { weight: 2.6, align: 'left' },
    ],
    header: [['TT', 'Nội dung công việc', 'Từ tháng', 'Đến tháng', 'Đơn vị phụ trách'].map((text) => ({ text }))],
    rows: steps.map(
      (step, index): TableRow => ({
        kind: 'row',
        cells: [
          String(index + 1),
          step.content,
          step.startMonth === null ? '' : formatMonth(step.startMonth),
          step.endMonth === null ? '' : formatMonth(step.endMonth),
          step.inCharge,
        ],
      }),
    ),
  }
}

function schedule({ project, scheduleSteps }: ProjectProposalData): Block[] {
  return [
    subheading('1. Nội dung'),
    { kind: 'paragraph', text: `Nội dung khuyến công: ${project.contentName}.` },
    ...textBlocks(project.summary),
    subheading('2. Thời gian thực hiện'),
    { kind: 'paragraph', text: `${period(project.startMonth, project.endMonth)}.` },
    subheading('3. Tiến độ'),
    ...(project.schedule === '' && scheduleSteps.length > 0 ? [] : textBlocks(project.schedule)),
    ...(scheduleSteps.length === 0 ? [] : [scheduleTable(scheduleSteps)]),
  ]
}

function funding(project: PaperProject): Block[] {
  const { amounts } = project
  const sources = sourcesShown(project)
  return [
    { kind: 'paragraph', text: `Tổng kinh phí thực hiện đề án: ${moneyWithWords(totalOf(amounts))}, trong đó:` },
    {
      kind: 'bullets',
      items: sources.map(
        (source, index) =>
          `${sourceLabels[source].long}: ${money(amounts[source])}${index === sources.length - 1 ? '.' : ';'}`,
      ),
    },
    { kind: 'paragraph', text: 'Dự toán chi tiết tại Phụ lục kèm theo Đề án này.' },
  ]
}
