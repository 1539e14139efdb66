// The letters of a change: the unit asks for it, the Sở confirms and passes it on, the unit tells the beneficiary what was decided.
import { type Block, clauses, type PaperDocument } from '../blocks'
import { orBlank, upperFirst } from '../wording'
import {
  askedColumns,
  type ChangedProject,
  changeName,
  changeVerbs,
  type DatedDecision,
  decidedColumns,
  type PaperChange,
  proposalBlocks,
  reasonBlocks,
  standingSentence,
} from './changePaper'
import { type PaperSigner, paper, quoted, subheading, textBlocks } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, signedLetter } from './parties'

export type ChangeLetterData = {
  readonly head: PaperHead
  /** An official letter, or the submission some provinces ask for. */
  readonly typeName: 'letter' | 'submission'
  readonly unit: string
  readonly department: string
  readonly addressees: readonly string[]
  readonly legalBases: readonly string[]
  readonly change: PaperChange
  /** Papers sent with it. */
  readonly papers: readonly string[]
  readonly signer: PaperSigner
}

export function buildChangeLetter(data: ChangeLetterData): PaperDocument {
  const { change, unit, head } = data
  const name = changeName(change)
  const asking = `${unit} kính đề nghị ${data.addressees.join(', ')} xem xét việc ${name} với nội dung như sau:`
  return paper(`${data.typeName === 'letter' ? 'Công văn' : 'Tờ trình'} đề nghị ${name}`, 14, [
    ...(data.typeName === 'letter'
      ? [headOf(head, `đề nghị ${name}`)]
      : [
          headOf(head),
          { kind: 'heading', typeName: 'Tờ trình', abstract: `Về việc đề nghị ${name}`, note: null } satisfies Block,
        ]),
    { kind: 'addressees', to: data.addressees },
    { kind: 'legalBases', items: data.legalBases },
    { kind: 'paragraph', text: asking },
    ...change.projects.flatMap((project, index) => askedBlocks(data, project, index)),
    ...closingBlocks(data),
    signedLetter(['Như trên', 'Lưu: VT'], data.signer),
  ])
}

/** Several đề án in one letter stand one after another under Roman numerals. */
function askedBlocks({ change }: ChangeLetterData, project: ChangedProject, index: number): Block[] {
  const columns = askedColumns
  return [
    ...projectHeading(change, project, index),
    subheading(project.kind === 'supplement' ? '1. Đề án đề nghị bổ sung' : '1. Nội dung đã được phê duyệt'),
    { kind: 'paragraph', text: standingSentence(project, change.programme) },
    subheading('2. Lý do'),
    ...reasonBlocks(project),
    subheading('3. Nội dung đề nghị'),
    ...typesSentence(project),
    ...proposalBlocks(project, change.programme, columns),
  ]
}

export function projectHeading({ projects }: PaperChange, project: ChangedProject, index: number): Block[] {
  return projects.length === 1
    ? []
    : [{ kind: 'section', label: `${romanNumeral(index + 1)}.`, title: `Đề án ${quoted(project.name)}` }]
}

function typesSentence({ types, kind }: ChangedProject): Block[] {
  if (types.length === 0 || kind !== 'adjust') return []
  return [{ kind: 'paragraph', text: `${upperFirst(types.join('; '))}, cụ thể:`, keepWithNext: true }]
}

function closingBlocks({ change, unit, papers, department }: ChangeLetterData): Block[] {
  const { authority } = change
  const basis = authority.legalBasis === null ? '' : ` (thẩm quyền theo ${authority.legalBasis})`
  return [
    ...(papers.length === 0
      ? []
      : [
          { kind: 'paragraph', text: 'Tài liệu gửi kèm:', keepWithNext: true } satisfies Block,
          { kind: 'bullets', items: closedItems(papers) } satisfies Block,
        ]),
    {
      kind: 'paragraph',
      text: `${unit} kính đề nghị ${department === authority.name ? department : `${department} xem xét, xác nhận để trình ${authority.name}`} quyết định ${changeVerbs(change.projects)} đề án${basis}./.`,
    },
  ]
}

function closedItems(items: readonly string[]): string[] {
  return items.map((item, index) => `${item.replace(/[;.,\s]+$/u, '')}${index === items.length - 1 ? '.' : ';'}`)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

export function romanNumeral(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of ROMAN)
    while (rest >= value) {
      text += letters
      rest -= value
    }
  return text
}

// ── the confirmation of the Sở ───────────────────────────────────────────────────────────────────────────────────────

export type ChangeConfirmationData = {
  readonly head: PaperHead
  readonly department: string
  readonly unit: string
  /** The letter of the unit this one answers. */
  readonly letter: PaperReference | null
  readonly change: PaperChange
  /** What was found at the site, as typed; empty leaves room to write. */
  readonly finding: string
  readonly signer: PaperSigner
}

export function buildChangeConfirmation(data: ChangeConfirmationData): PaperDocument {
  const { change, department, unit, head } = data
  const name = changeName(change)
  return paper(`Công văn xác nhận việc ${name}`, 14, [
    headOf(head, `xác nhận việc ${name}`),
    { kind: 'addressees', to: [change.authority.name] },
    {
      kind: 'paragraph',
      text: `${department} nhận được Văn bản ${referenceOf(data.letter)} của ${unit} về việc đề nghị ${name}. Sau khi xem xét hồ sơ và kiểm tra thực tế, ${department} xác nhận như sau:`,
    },
    subheading('1. Hiện trạng của đề án'),
    ...change.projects.map(
      (project): Block => ({ kind: 'paragraph', text: standingSentence(project, change.programme) }),
    ),
    subheading('2. Kết quả kiểm tra, xác minh'),
    ...textBlocks(data.finding),
    subheading('3. Nội dung đề nghị được xác nhận'),
    ...change.projects.flatMap((project, index) => [
      ...projectHeading(change, project, index),
      ...proposalBlocks(project, change.programme, askedColumns),
    ]),
    {
      kind: 'paragraph',
      text: `${department} kính đề nghị ${change.authority.name} xem xét, quyết định${change.authority.legalBasis === null ? '' : ` theo thẩm quyền quy định tại ${change.authority.legalBasis}`}./.`,
    },
    signedLetter(['Như trên', unit, 'Lưu: VT'], data.signer),
  ])
}

// ── the notice to the beneficiary ────────────────────────────────────────────────────────────────────────────────────

export type ChangeNoticeData = {
  readonly head: PaperHead
  readonly unit: string
  readonly beneficiaries: readonly string[]
  readonly decision: DatedDecision
  readonly change: PaperChange
  /** The contract with the beneficiary that has to be amended; null where there is none. */
  readonly contract: PaperReference | null
  readonly signer: PaperSigner
}

export function buildChangeNotice(data: ChangeNoticeData): PaperDocument {
  const { change, unit, decision } = data
  const name = changeName(change)
  return paper(`Thông báo ${name}`, 14, [
    headOf(data.head, `thông báo việc ${name}`),
    { kind: 'addressees', to: data.beneficiaries.length === 0 ? [orBlank(null)] : data.beneficiaries },
    {
      kind: 'paragraph',
      text: `${decision.issuer} đã ban hành Quyết định ${referenceOf(decision)} về việc ${name}. ${unit} thông báo để đơn vị biết và phối hợp thực hiện các nội dung sau:`,
    },
    ...change.projects.flatMap((project, index) => [
      ...projectHeading(change, project, index),
      ...(change.projects.length === 1
        ? [{ kind: 'paragraph', text: `Đề án: ${quoted(project.name)}.` } satisfies Block]
        : []),
      ...proposalBlocks(project, change.programme, decidedColumns),
    ]),
    { kind: 'paragraph', text: 'Đề nghị đơn vị:', keepWithNext: true },
    ...clauses(dutiesOf(data)),
    signedLetter(['Như trên', 'Lưu: VT'], data.signer),
  ])
}

function dutiesOf({ change, contract, unit }: ChangeNoticeData): string[] {
  const stopped = change.projects.every((project) => project.kind === 'stop')
  if (stopped)
    return [
      `Dừng các nội dung đang thực hiện bằng kinh phí hỗ trợ; lập bảng kê khối lượng, chứng từ đã thực hiện gửi ${unit}.`,
      `Phối hợp với ${unit} đối chiếu, hoàn trả kinh phí đã nhận (nếu có) và thanh lý hợp đồng${contract === null ? '' : ` ${referenceOf(contract)}`} theo quy định./.`,
    ]
  return [
    'Tổ chức thực hiện đúng nội dung đã được điều chỉnh; bố trí đủ vốn đối ứng theo cam kết.',
    contract === null
      ? `Liên hệ với ${unit} để hoàn thiện hồ sơ, hợp đồng theo nội dung đã được điều chỉnh.`
      : `Liên hệ với ${unit} để ký phụ lục của Hợp đồng ${referenceOf(contract)}.`,
    `Thông báo ngay cho ${unit} khi có vướng mắc hoặc thay đổi khác so với nội dung nêu trên./.`,
  ]
}
