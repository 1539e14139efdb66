// Letters of carrying out a đề án: the request for an advance, and the cover letters of what is sent on.

import type { AmountsBySource } from '../../../shared/domain/money'
import { type Programme, supportSource } from '../../../shared/domain/projects'
import { BLANK, type Block, clauses, type PaperDocument } from '../blocks'
import { moneyWithWords, orBlank, percent } from '../wording'
import { type PaperSigner, paper, programmeName, quoted } from './paper'
import { headOf, type PaperHead, type PaperReference, referenceOf, signedLetter } from './parties'

type LetterOfContract = {
  readonly head: PaperHead
  readonly unit: string
  readonly department: string
  readonly addressees: readonly string[]
  readonly programme: Programme
  readonly planYear: number
  readonly projectNames: readonly string[]
  readonly contract: PaperReference | null
  /** What goes with the letter. */
  readonly papers: readonly string[]
  readonly signer: PaperSigner
}

export type AdvanceRequestData = LetterOfContract & {
  /** First, second … */
  readonly round: number | null
  readonly contracted: number
  readonly advancedBefore: number
  readonly asked: number | null
  /** What has been done by now, in words; empty leaves room. */
  readonly progress: string
  /** Hundredths of a percent of the whole investment that is done; null while not known. */
  readonly investedBasisPoints: number | null
  readonly account: { readonly holder: string; readonly number: string | null; readonly at: string | null }
}

export function buildAdvanceRequest(data: AdvanceRequestData): PaperDocument {
  const { programme, planYear, unit, round } = data
  const about = `đề nghị tạm ứng kinh phí${round === null ? '' : ` lần ${round}`} thực hiện đề án ${programmeName[programme]} năm ${planYear}`
  const asked = data.asked
  const share = asked === null || data.contracted === 0 ? null : Math.floor((asked * 10_000) / data.contracted)
  return paper(`Công văn ${about}`, 14, [
    headOf(data.head, about),
    { kind: 'addressees', to: data.addressees },
    {
      kind: 'legalBases',
      items: [`Hợp đồng ${referenceOf(data.contract)} về việc thực hiện đề án ${programmeName[programme]}`],
    },
    {
      kind: 'paragraph',
      text: `${unit} báo cáo và đề nghị tạm ứng kinh phí thực hiện đề án ${data.projectNames.map(quoted).join('; ')} như sau:`,
    },
    ...clauses([
      `Giá trị Hợp đồng (kinh phí ${programmeName[programme]} hỗ trợ): ${moneyWithWords(data.contracted)}.`,
      `Kinh phí đã tạm ứng các lần trước: ${data.advancedBefore === 0 ? 'chưa tạm ứng' : moneyWithWords(data.advancedBefore)}.`,
      `Khối lượng, giá trị đã thực hiện: ${data.progress.trim() === '' ? `${BLANK}${BLANK}` : data.progress.trim().replace(/[;.]+$/u, '')}${
        data.investedBasisPoints === null ? '' : `, đạt ${percent(data.investedBasisPoints)} tổng vốn đầu tư`
      }.`,
      `Số tiền đề nghị tạm ứng${round === null ? '' : ` lần ${round}`}: ${asked === null ? `${BLANK} đồng (Bằng chữ: ${BLANK}${BLANK} đồng)` : moneyWithWords(asked)}${share === null ? '' : `, bằng ${percent(share)} giá trị Hợp đồng`}.`,
      `Tài khoản nhận tiền: ${data.account.holder}, số tài khoản ${orBlank(data.account.number)}, mở tại ${orBlank(data.account.at)}.`,
    ]),
    ...attached(data.papers),
    { kind: 'paragraph', text: `${unit} kính đề nghị ${data.addressees[0] ?? orBlank(null)} xem xét, giải quyết./.` },
    signedLetter(['Như trên', data.department, 'Lưu: VT'], data.signer),
  ])
}

function attached(papers: readonly string[]): Block[] {
  return papers.length === 0
    ? []
    : [
        { kind: 'paragraph', text: 'Hồ sơ gửi kèm gồm:', keepWithNext: true },
        {
          kind: 'bullets',
          items: papers.map(
            (one, index) => `${one.replace(/[;.\s]+$/u, '')}${index === papers.length - 1 ? '.' : ';'}`,
          ),
        },
      ]
}

// ── cover letters ────────────────────────────────────────────────────────────────────────────────────────────────────

/** What the letter asks the addressee to do with what is sent. */
export type CoverPurpose = 'acceptance' | 'settlement' | 'detailedPlan'

export type CoverLetterData = LetterOfContract & {
  readonly purpose: CoverPurpose
  readonly amounts: AmountsBySource
}

export function buildCoverLetter(data: CoverLetterData): PaperDocument {
  const { programme, planYear, unit } = data
  const what = `đề án ${programmeName[programme]} năm ${planYear}`
  const wording = coverWording(data.purpose, what)
  const support = data.amounts[supportSource(programme)]
  return paper(`Công văn ${wording.about}`, 14, [
    headOf(data.head, wording.about),
    { kind: 'addressees', to: data.addressees },
    {
      kind: 'paragraph',
      text: `${unit} đã ${wording.done} đề án ${data.projectNames.map(quoted).join('; ')} theo Hợp đồng ${referenceOf(data.contract)}; kinh phí ${programmeName[programme]} hỗ trợ: ${moneyWithWords(support)}.`,
    },
    { kind: 'paragraph', text: wording.ask(unit, data.addressees[0] ?? orBlank(null)) },
    ...attached(data.papers),
    { kind: 'paragraph', text: 'Trân trọng./.' },
    signedLetter(['Như trên', 'Lưu: VT'], data.signer),
  ])
}

function coverWording(
  purpose: CoverPurpose,
  what: string,
): { readonly about: string; readonly done: string; readonly ask: (unit: string, to: string) => string } {
  switch (purpose) {
    case 'acceptance':
      return {
        about: `đề nghị nghiệm thu cơ sở ${what}`,
        done: 'hoàn thành các nội dung công việc của',
        ask: (unit, to) => `${unit} kính đề nghị ${to} tổ chức nghiệm thu cơ sở đề án theo quy định.`,
      }
    case 'settlement':
      return {
        about: `gửi hồ sơ quyết toán ${what}`,
        done: 'hoàn thành, nghiệm thu và lập hồ sơ quyết toán',
        ask: (unit, to) => `${unit} gửi hồ sơ và kính đề nghị ${to} xem xét, thanh lý hợp đồng và quyết toán kinh phí.`,
      }
    case 'detailedPlan':
      return {
        about: `trình kế hoạch triển khai ${what}`,
        done: 'lập kế hoạch triển khai thực hiện',
        ask: (unit, to) => `${unit} kính trình ${to} xem xét, phê duyệt kế hoạch để tổ chức thực hiện.`,
      }
  }
}
