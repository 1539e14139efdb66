// What the papers of a change share: the đề án it touches, what was approved and what is asked for, the money by source.
import { type AmountsBySource, type FundingSource, fundingSources, totalOf } from '../../../shared/domain/money'
import { type Programme, supportSource } from '../../../shared/domain/projects'
import { sourceLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { Block, TableRow } from '../blocks'
import { money, moneyWithWords, orBlank } from '../wording'
import { programmeName, quoted, textBlocks } from './paper'
import { type PaperReference, referenceOf } from './parties'
import {
  amountCell,
  differenceCell,
  moneyColumn,
  ordinalColumn,
  row,
  ruledTable,
  textCell,
  textColumn,
  totalRow,
} from './tables'

/** An adjustment changes a đề án, a supplement brings one into the plan, a stop ends one. */
export type ChangeKind = 'adjust' | 'supplement' | 'stop'

/** One line of "Chỉ tiêu | Đã được duyệt | Đề nghị | Lý do", values as they are read; empty: there was nothing. */
export type ChangeRow = {
  readonly label: string
  readonly before: string
  readonly after: string
  readonly reason: string
}

export type ChangedProject = {
  readonly name: string
  readonly kind: ChangeKind
  /** What is changed, in words: "thay đổi đơn vị thụ hưởng"; empty: said by the table alone. */
  readonly types: readonly string[]
  readonly implementingUnit: string | null
  /** By which it was approved, or last adjusted; null for a đề án that is to be added. */
  readonly approvedBy: (PaperReference & { readonly issuer: string | null }) | null
  readonly rows: readonly ChangeRow[]
  readonly before: AmountsBySource
  readonly after: AmountsBySource
  readonly reason: string
  /** Already advanced and not yet accounted for: a đề án that stops gives it back. Null while not known. */
  readonly advanced: number | null
}

/** Who asks for it, who decides, and what it touches. */
export type PaperChange = {
  readonly programme: Programme
  readonly year: number
  readonly projects: readonly ChangedProject[]
  /** Who decides, such as "Bộ trưởng Bộ Công Thương", and by what. */
  readonly authority: { readonly name: string; readonly legalBasis: string | null }
}

const kindVerbs: Readonly<Record<ChangeKind, string>> = {
  adjust: 'điều chỉnh',
  supplement: 'bổ sung',
  stop: 'ngừng thực hiện',
}

/** "điều chỉnh, bổ sung đề án": what the whole paper is about. */
export function changeVerbs(projects: readonly ChangedProject[]): string {
  const kinds = (['adjust', 'supplement', 'stop'] as const).filter((kind) => projects.some((one) => one.kind === kind))
  return (kinds.length === 0 ? (['adjust'] as const) : kinds).map((kind) => kindVerbs[kind]).join(', ')
}

export function changeName({ programme, year, projects }: PaperChange): string {
  return `${changeVerbs(projects)} đề án ${programmeName[programme]} năm ${year}`
}

/** Which of the two sides of a change a paper shows, and what they are called there. */
export type ChangeColumns = { readonly before: string; readonly after: string; readonly reason: string | null }

export const askedColumns: ChangeColumns = {
  before: 'Đã được duyệt',
  after: 'Đề nghị điều chỉnh',
  reason: 'Lý do',
}

export const decidedColumns: ChangeColumns = {
  before: 'Đã được duyệt',
  after: 'Nội dung điều chỉnh',
  reason: null,
}

export function changeTable(project: Pick<ChangedProject, 'rows' | 'reason'>, columns: ChangeColumns): Block {
  return ruledTable(
    [
      ordinalColumn,
      textColumn('Chỉ tiêu', 2),
      textColumn(columns.before, 2.6),
      textColumn(columns.after, 2.6),
      ...(columns.reason === null ? [] : [textColumn(columns.reason, 2.8)]),
    ],
    project.rows.map((change, index) =>
      row(
        String(index + 1),
        change.label,
        change.before === '' ? 'Không có' : change.before,
        change.after === '' ? 'Bỏ' : change.after,
        ...(columns.reason === null ? [] : [textCell(change.reason === '' ? project.reason : change.reason)]),
      ),
    ),
  )
}

type BothSides = Pick<ChangedProject, 'before' | 'after'>

/** The money of both sides by source; only where it changes. */
export function moneyTable(project: BothSides, programme: Programme, columns: ChangeColumns): Block[] {
  const sources = sourcesOf(project, programme)
  if (sources.every((source) => project.before[source] === project.after[source])) return []
  return [
    {
      kind: 'paragraph',
      text: [{ text: 'Đơn vị tính: đồng', italic: true }],
      align: 'right',
      indent: false,
      keepWithNext: true,
    },
    ruledTable(
      [
        ordinalColumn,
        textColumn('Nguồn kinh phí', 3.6),
        moneyColumn(columns.before, 2),
        moneyColumn(columns.after, 2),
        moneyColumn('Tăng (+), giảm (-)', 2),
      ],
      sources.map(
        (source, index): TableRow =>
          row(
            String(index + 1),
            sourceLabels[source].long,
            amountCell(project.before[source]),
            amountCell(project.after[source]),
            differenceCell(project.after[source] - project.before[source]),
          ),
      ),
      [
        totalRow(
          2,
          amountCell(totalOf(project.before)),
          amountCell(totalOf(project.after)),
          differenceCell(totalOf(project.after) - totalOf(project.before)),
        ),
      ],
    ),
  ]
}

function sourcesOf({ before, after }: BothSides, programme: Programme): FundingSource[] {
  const own = supportSource(programme)
  return fundingSources.filter((source) => source === own || before[source] > 0 || after[source] > 0)
}

/** "Tổng kinh phí …, trong đó kinh phí khuyến công quốc gia hỗ trợ …". */
export function amountsInWords(amounts: AmountsBySource, programme: Programme): string {
  return `tổng kinh phí ${money(totalOf(amounts))}, trong đó kinh phí ${programmeName[programme]} hỗ trợ ${money(amounts[supportSource(programme)])}`
}

/** How the đề án stands today: the sentence both the letter and the confirmation begin with. */
export function standingSentence(project: ChangedProject, programme: Programme): string {
  const { name, implementingUnit, approvedBy, kind } = project
  const who = implementingUnit === null ? '' : ` do ${implementingUnit} thực hiện`
  if (kind === 'supplement')
    return `Đề án ${quoted(name)}${who}, đề nghị đưa vào kế hoạch với ${amountsInWords(project.after, programme)}.`
  const paper = approvedBy === null ? `Quyết định ${referenceOf(null)}` : `Quyết định ${referenceOf(approvedBy)}`
  const issuer = approvedBy?.issuer ?? null
  return `Đề án ${quoted(name)}${who}, được phê duyệt tại ${paper}${issuer === null ? '' : ` của ${issuer}`} với ${amountsInWords(project.before, programme)}.`
}

export function reasonBlocks(project: ChangedProject): Block[] {
  return textBlocks(project.reason)
}

/** What is asked for each kind: the table of an adjustment, the sum of a supplement, what a stopped đề án gives back. */
export function proposalBlocks(project: ChangedProject, programme: Programme, columns: ChangeColumns): Block[] {
  switch (project.kind) {
    case 'adjust':
      return [changeTable(project, columns), ...moneyTable(project, programme, columns)]
    case 'supplement':
      return [
        {
          kind: 'paragraph',
          text: `Bổ sung đề án vào kế hoạch, kinh phí ${programmeName[programme]} hỗ trợ: ${moneyWithWords(project.after[supportSource(programme)])}.`,
        },
        ...(project.rows.length === 0 ? [] : [changeTable(project, columns)]),
      ]
    case 'stop':
      return [{ kind: 'paragraph', text: `Ngừng thực hiện đề án. ${recoverySentence(project)}` }]
  }
}

export function recoverySentence({ advanced }: ChangedProject): string {
  if (advanced === null) return `Kinh phí đã tạm ứng phải thu hồi: ${orBlank(null)} đồng.`
  if (advanced === 0) return 'Đề án chưa được tạm ứng kinh phí.'
  return `Kinh phí đã tạm ứng phải thu hồi: ${moneyWithWords(advanced)}.`
}

export type DatedDecision = { readonly number: string | null; readonly date: PlainDate | null; readonly issuer: string }
