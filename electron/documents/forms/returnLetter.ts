// The official letter with which the Sở gives a đề án back to whoever sent it, or asks for what its file still lacks.
import type { Programme } from '../../../shared/domain/projects'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { Block, PaperDocument } from '../blocks'
import { dayInWords, letterheadOf, type PaperSigner, paper, programmeName, quoted, textBlocks } from './paper'

export type LetterReference = { readonly number: string; readonly date: PlainDate | null }

export type ReturnLetterData = {
  readonly parentOrganisation: string
  readonly department: string
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
  readonly unit: string
  readonly project: { readonly name: string; readonly programme: Programme; readonly planYear: number }
  /** Given back as a whole, or kept while something is added to it. */
  readonly kind: 'returned' | 'supplement'
  /** How many times the file was sent, this one included. */
  readonly round: number
  /** The letter it was last sent with. */
  readonly sentWith: LetterReference | null
  /** When it was the ministry's agency that gave it back, the Sở passes that on. */
  readonly agencyLetter: (LetterReference & { readonly issuer: string }) | null
  /** Why, and what has to be added, as typed. */
  readonly reason: string
  readonly signer: PaperSigner
}

export function buildReturnLetter(data: ReturnLetterData): PaperDocument {
  const { project, unit, department } = data
  const programme = programmeName[project.programme]
  const back = data.kind === 'returned'
  const about = back
    ? `trả lại hồ sơ đề án ${programme} năm ${project.planYear} để bổ sung`
    : `đề nghị bổ sung hồ sơ đề án ${programme} năm ${project.planYear}`
  const doing = back ? 'trả lại hồ sơ đề án' : 'đề nghị đơn vị bổ sung, hoàn thiện hồ sơ đề án'
  const blocks: Block[] = [
    letterheadOf({
      parentOrganisation: data.parentOrganisation,
      issuer: department,
      number: data.number,
      place: data.place,
      date: data.date,
      about,
    }),
    { kind: 'addressees', to: [unit] },
    {
      kind: 'paragraph',
      text: `${department} nhận được hồ sơ đề án ${quoted(project.name)} thuộc kế hoạch ${programme} năm ${project.planYear} do ${unit} gửi lần thứ ${data.round}${sentWith(data.sentWith)}.`,
    },
    {
      kind: 'paragraph',
      text: `${grounds(data)} ${department} ${doing}, với lý do và nội dung cần bổ sung như sau:`,
      keepWithNext: true,
    },
    ...textBlocks(data.reason),
    {
      kind: 'paragraph',
      text: `Đề nghị ${unit} bổ sung, hoàn thiện hồ sơ và gửi về ${department} trước ${dayInWords(null)} để được xem xét, thẩm định theo quy định./.`,
    },
    {
      kind: 'signatures',
      recipients: ['Như trên', 'Lưu: VT'],
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
  ]
  return paper(`Công văn ${about}: ${project.name}`, 14, blocks)
}

function sentWith(letter: LetterReference | null): string {
  return letter === null ? '' : ` kèm theo ${reference(letter)}`
}

function reference({ number, date }: LetterReference): string {
  return `Văn bản số ${number}${date === null ? '' : ` ${dayInWords(date)}`}`
}

function grounds({ agencyLetter }: ReturnLetterData): string {
  if (agencyLetter === null) return 'Sau khi xem xét hồ sơ,'
  return `Theo ${reference(agencyLetter)} của ${agencyLetter.issuer},`
}
