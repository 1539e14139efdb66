// Mẫu 11 and 12 of Circular 36/2013/TT-BCT: the plan by which a group đề án is carried out beneficiary by beneficiary, the plan
// of training classes, and the programme of a class.
import { totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import { formatInteger } from '../../../shared/vietnamese/numbers'
import type { Block, PaperDocument } from '../blocks'
import { lowerFirst, moneyWithWords, orBlank, period } from '../wording'
import { unitLine } from './budgetTable'
import { listed, type PaperProject, type PaperSigner, paper, programmeName, quoted, textBlocks } from './paper'
import {
  headOf,
  type PaperHead,
  type PaperReference,
  referenceOf,
  sealedBy,
  signedBy,
  signedLetter,
  writtenBy,
} from './parties'
import {
  amountCell,
  centredColumn,
  moneyColumn,
  ordinalColumn,
  row,
  ruledTable,
  sumKnown,
  textCell,
  textColumn,
  totalRow,
} from './tables'

export type PlannedBeneficiary = {
  readonly name: string
  readonly address: string | null
  readonly content: string
  readonly investment: number | null
  readonly support: number | null
  readonly period: string
  readonly note: string
}

export type TrainingClass = {
  readonly trade: string
  readonly trainees: number | null
  readonly classes: number | null
  readonly period: string
  readonly place: string
  readonly teachers: string
  readonly programme: string
}

export type DetailedPlanData = {
  readonly head: PaperHead
  readonly unit: string
  readonly department: string
  readonly agency: string | null
  readonly legalBases: readonly string[]
  /** By which the đề án was approved or assigned. */
  readonly approvedBy: (PaperReference & { readonly issuer: string | null }) | null
  readonly project: PaperProject
  readonly beneficiaries: readonly PlannedBeneficiary[]
  readonly organisation: string
  readonly signer: PaperSigner
}

export function buildDetailedPlan(data: DetailedPlanData): PaperDocument {
  const { project, beneficiaries } = data
  const shown = project.amounts[supportSource(project.programme)]
  return planPaper(data, 'Triển khai thực hiện đề án', [
    { kind: 'section', label: 'II.', title: 'NỘI DUNG VÀ ĐƠN VỊ THỤ HƯỞNG' },
    ...textBlocks(project.summary),
    unitLine,
    ruledTable(
      [
        ordinalColumn,
        textColumn('Đơn vị thụ hưởng', 2.6),
        textColumn('Địa chỉ', 2.4),
        textColumn('Nội dung hỗ trợ', 2.8),
        moneyColumn('Tổng vốn đầu tư'),
        moneyColumn('Khuyến công hỗ trợ'),
        moneyColumn('Vốn đối ứng'),
        centredColumn('Thời gian', 1.4),
        textColumn('Ghi chú', 1.1),
      ],
      beneficiaries.map((one, index) =>
        row(
          String(index + 1),
          one.name,
          textCell(one.address),
          textCell(one.content),
          amountCell(one.investment),
          amountCell(one.support),
          amountCell(counterpart(one)),
          textCell(one.period),
          one.note,
        ),
      ),
      [
        totalRow(
          4,
          amountCell(sumKnown(beneficiaries.map((one) => one.investment))),
          amountCell(sumKnown(beneficiaries.map((one) => one.support))),
          amountCell(sumKnown(beneficiaries.map(counterpart))),
          '',
          '',
        ),
      ],
    ),
    {
      kind: 'paragraph',
      text: `Kinh phí ${programmeName[project.programme]} của đề án: ${moneyWithWords(shown)}.`,
    },
  ])
}

function counterpart({ investment, support }: PlannedBeneficiary): number | null {
  return investment === null || support === null ? null : investment - support
}

export type TrainingPlanData = Omit<DetailedPlanData, 'beneficiaries'> & { readonly classes: readonly TrainingClass[] }

export function buildTrainingPlan(data: TrainingPlanData): PaperDocument {
  const { classes, project } = data
  const count = (values: readonly (number | null)[]) => {
    const sum = sumKnown(values)
    return sum === null ? textCell(null) : formatInteger(sum)
  }
  return planPaper(data, 'Đào tạo nghề, truyền nghề', [
    { kind: 'section', label: 'II.', title: 'NỘI DUNG VÀ CÁC LỚP ĐÀO TẠO' },
    ...textBlocks(project.summary),
    ruledTable(
      [
        ordinalColumn,
        textColumn('Nghề đào tạo', 2.6),
        centredColumn('Số học viên', 1),
        centredColumn('Số lớp', 0.9),
        centredColumn('Thời gian', 1.8),
        textColumn('Địa điểm', 2.4),
        textColumn('Giáo viên', 2.2),
        textColumn('Chương trình', 2.2),
      ],
      classes.map((one, index) =>
        row(
          String(index + 1),
          one.trade,
          one.trainees === null ? textCell(null) : formatInteger(one.trainees),
          one.classes === null ? textCell(null) : formatInteger(one.classes),
          textCell(one.period),
          textCell(one.place),
          textCell(one.teachers),
          textCell(one.programme),
        ),
      ),
      [
        totalRow(
          2,
          count(classes.map((one) => one.trainees)),
          count(classes.map((one) => one.classes)),
          '',
          '',
          '',
          '',
        ),
      ],
    ),
    {
      kind: 'paragraph',
      text: `Kinh phí ${programmeName[project.programme]} của đề án: ${moneyWithWords(project.amounts[supportSource(project.programme)])}.`,
    },
  ])
}

/** Both plans have the same three parts; the tables are wide, so the paper lies on its side. */
function planPaper(
  data: Omit<DetailedPlanData, 'beneficiaries'>,
  abstract: string,
  contents: readonly Block[],
): PaperDocument {
  const { project, head } = data
  const programme = programmeName[project.programme]
  const approved = `Quyết định ${referenceOf(data.approvedBy)}${data.approvedBy === null || data.approvedBy.issuer === null ? '' : ` của ${data.approvedBy.issuer}`} về việc phê duyệt, giao kế hoạch ${programme} năm ${project.planYear}`
  return paper(
    `Kế hoạch ${lowerFirst(abstract)}: ${project.name}`,
    13,
    [
      headOf(head),
      { kind: 'heading', typeName: 'Kế hoạch', abstract: `${abstract} ${quoted(project.name)}`, note: null },
      { kind: 'legalBases', items: [...data.legalBases, approved] },
      { kind: 'section', label: 'I.', title: 'THÔNG TIN CHUNG' },
      {
        kind: 'keyValues',
        rows: [
          { label: 'Đơn vị thực hiện', value: project.implementingUnit },
          { label: 'Đơn vị phối hợp', value: project.cooperatingUnits },
          { label: 'Địa điểm thực hiện', value: listed(project.places) },
          { label: 'Thời gian thực hiện', value: period(project.startMonth, project.endMonth) },
          { label: 'Tổng kinh phí', value: moneyWithWords(totalOf(project.amounts)) },
        ],
      },
      ...contents,
      { kind: 'section', label: 'III.', title: 'TỔ CHỨC THỰC HIỆN' },
      ...textBlocks(data.organisation),
      signedLetter([data.department, ...(data.agency === null ? [] : [data.agency]), 'Lưu: VT'], data.signer),
    ],
    'landscape',
  )
}

// ── Mẫu 12 ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type TrainingSubject = {
  readonly name: string
  /** Hours in all, of theory, of practice, of tests; null while not set. */
  readonly hours: number | null
  readonly theory: number | null
  readonly practice: number | null
  readonly tests: number | null
}

export type TrainingProgrammeData = {
  readonly head: PaperHead
  readonly unit: string
  readonly trade: string
  readonly level: string
  readonly trainees: string
  readonly period: string
  readonly objective: string
  readonly subjects: readonly TrainingSubject[]
  /** How it is taught, tested and certified, as typed. */
  readonly guidance: string
  readonly signer: PaperSigner
}

export function buildTrainingProgramme(data: TrainingProgrammeData): PaperDocument {
  const { subjects } = data
  const sum = (values: readonly (number | null)[]) => hours(sumKnown(values))
  return paper(`Chương trình đào tạo nghề ${data.trade}`, 13, [
    headOf(data.head),
    {
      kind: 'heading',
      typeName: 'Chương trình đào tạo nghề',
      abstract: `Nghề đào tạo: ${orBlank(data.trade)}`,
      note: null,
    },
    {
      kind: 'keyValues',
      rows: [
        { label: 'Trình độ đào tạo', value: data.level },
        { label: 'Đối tượng tuyển sinh', value: data.trainees },
        { label: 'Thời gian đào tạo', value: data.period },
      ],
    },
    { kind: 'section', label: 'I.', title: 'MỤC TIÊU ĐÀO TẠO' },
    ...textBlocks(data.objective),
    { kind: 'section', label: 'II.', title: 'NỘI DUNG VÀ PHÂN BỔ THỜI GIAN' },
    ruledTable(
      [
        ordinalColumn,
        textColumn('Tên môn học, mô đun', 4.4),
        {
          text: 'Thời gian (giờ)',
          columns: [
            centredColumn('Tổng số', 1.2),
            centredColumn('Lý thuyết', 1.2),
            centredColumn('Thực hành', 1.2),
            centredColumn('Kiểm tra', 1.2),
          ],
        },
      ],
      subjects.map((one, index) =>
        row(String(index + 1), one.name, hours(one.hours), hours(one.theory), hours(one.practice), hours(one.tests)),
      ),
      [
        totalRow(
          2,
          sum(subjects.map((one) => one.hours)),
          sum(subjects.map((one) => one.theory)),
          sum(subjects.map((one) => one.practice)),
          sum(subjects.map((one) => one.tests)),
        ),
      ],
    ),
    { kind: 'section', label: 'III.', title: 'HƯỚNG DẪN THỰC HIỆN, KIỂM TRA, CẤP CHỨNG CHỈ' },
    ...textBlocks(data.guidance),
    signedBy(writtenBy('Người lập'), sealedBy(null, data.signer)),
  ])
}

function hours(count: number | null): string {
  return count === null ? textCell(null) : formatInteger(count)
}
