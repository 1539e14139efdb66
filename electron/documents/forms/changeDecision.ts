// The draft of the decision on a change, laid out as Decree 30/2020/NĐ-CP has decisions (Mẫu 1.2): the authority's own office
// types it anew or signs it, so that it says "DỰ THẢO" until it bears a number.
import type { Block, PaperDocument } from '../blocks'
import { upperFirst } from '../wording'
import { projectHeading } from './changeLetters'
import { changeName, changeVerbs, decidedColumns, type PaperChange, proposalBlocks } from './changePaper'
import { listed, type PaperSigner, paper, quoted } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, signedLetter } from './parties'

export type ChangeDecisionData = {
  readonly head: PaperHead
  /** In capitals over the bases: "CỤC TRƯỞNG CỤC …", "GIÁM ĐỐC SỞ CÔNG THƯƠNG". */
  readonly decidedBy: string
  readonly legalBases: readonly string[]
  /** By which the đề án were approved. */
  readonly approvedBy: (PaperReference & { readonly issuer: string | null }) | null
  /** Who proposes it, and by which papers. */
  readonly proposals: readonly { readonly by: string; readonly paper: PaperReference | null }[]
  readonly change: PaperChange
  readonly department: string
  readonly units: readonly string[]
  readonly signer: PaperSigner
}

export function buildChangeDecision(data: ChangeDecisionData): PaperDocument {
  const { change, head } = data
  const name = changeName(change)
  return paper(`Quyết định ${name}`, 14, [
    ...(head.number === null
      ? [
          {
            kind: 'paragraph',
            text: [{ text: 'DỰ THẢO', bold: true, italic: true }],
            align: 'left',
            indent: false,
          } satisfies Block,
        ]
      : []),
    headOf(head),
    { kind: 'heading', typeName: 'Quyết định', abstract: `Về việc ${name}`, note: null },
    centredCapitals(data.decidedBy),
    { kind: 'legalBases', items: basesOf(data) },
    {
      kind: 'paragraph',
      text: [{ text: `Theo đề nghị của ${listed(data.proposals.map(({ by }) => by))}.`, italic: true }],
    },
    centredCapitals('Quyết định:'),
    ...firstArticle(data),
    article(2, unchangedSentence(change)),
    article(
      3,
      'Quyết định này có hiệu lực kể từ ngày ký; là bộ phận không tách rời của quyết định đã phê duyệt đề án.',
    ),
    article(
      4,
      `${listed([data.department, ...data.units])} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
    ),
    signedLetter(['Như Điều 4', 'Lưu: VT'], data.signer),
  ])
}

function centredCapitals(text: string): Block {
  return {
    kind: 'paragraph',
    text: [{ text: text.toLocaleUpperCase('vi'), bold: true }],
    align: 'center',
    indent: false,
    keepWithNext: true,
  }
}

function article(number: number, text: string): Block {
  return { kind: 'paragraph', text: [{ text: `Điều ${number}. `, bold: true }, { text }] }
}

function basesOf({ legalBases, approvedBy, proposals }: ChangeDecisionData): string[] {
  return [
    ...legalBases,
    `Quyết định ${referenceOf(approvedBy)}${approvedBy === null || approvedBy.issuer === null ? '' : ` của ${approvedBy.issuer}`} về việc phê duyệt, giao kế hoạch khuyến công`,
    ...proposals.map(({ by, paper: letter }) => `Văn bản ${referenceOf(letter)} của ${by}`),
  ]
}

function firstArticle({ change }: ChangeDecisionData): Block[] {
  const [only, ...others] = change.projects
  const subject =
    only !== undefined && others.length === 0
      ? `${upperFirst(changeVerbs(change.projects))} đề án ${quoted(only.name)} với nội dung như sau:`
      : `${upperFirst(changeName(change))} với nội dung như sau:`
  return [
    article(1, subject),
    ...change.projects.flatMap((project, index) => [
      ...projectHeading(change, project, index),
      ...proposalBlocks(project, change.programme, decidedColumns),
    ]),
  ]
}

function unchangedSentence({ projects }: PaperChange): string {
  return projects.every((project) => project.kind === 'stop')
    ? 'Đơn vị thực hiện đề án có trách nhiệm lập hồ sơ quyết toán phần kinh phí đã thực hiện, hoàn trả kinh phí đã tạm ứng không được chấp nhận quyết toán theo quy định.'
    : 'Các nội dung khác của đề án không nêu tại Điều 1 giữ nguyên theo quyết định đã phê duyệt. Đơn vị thực hiện đề án có trách nhiệm tổ chức thực hiện theo nội dung đã được điều chỉnh.'
}
