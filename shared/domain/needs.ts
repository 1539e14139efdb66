// Nhu cầu khảo sát, đăng ký: what may be asked, and how one or several become the draft of a đề án (domain §4.1).
import { type AmountsBySource, noAmounts } from './money'
import { type ContentGroup, type Programme, type ProjectKind, type RuleProblem, supportSource } from './projects'

export const needOutcomes = ['open', 'taken', 'declined'] as const
/** Chưa xử lý, đã đưa vào đề án, không đưa vào (kèm lý do). */
export type NeedOutcome = (typeof needOutcomes)[number]

export interface NeedMoney {
  /** đồng; null while it is not known. */
  readonly totalInvestment: number | null
  readonly wishedSupport: number | null
}

/** Zero is no amount: what is not known is left empty. */
export function needMoneyProblems({ totalInvestment, wishedSupport }: NeedMoney): RuleProblem[] {
  const problems: RuleProblem[] = []
  const mustBePositive = 'Số tiền phải lớn hơn 0; để trống nếu chưa biết.'
  if (totalInvestment === 0) problems.push({ path: 'totalInvestment', message: mustBePositive })
  if (wishedSupport === 0) problems.push({ path: 'wishedSupport', message: mustBePositive })
  if (totalInvestment !== null && wishedSupport !== null && wishedSupport > totalInvestment && totalInvestment > 0)
    problems.push({ path: 'wishedSupport', message: 'Mức hỗ trợ mong muốn lớn hơn tổng vốn đầu tư.' })
  return problems
}

export interface NeedToTake extends NeedMoney {
  readonly establishmentId: number | null
  readonly asker: string
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly activity: string
}

export interface NeedDraft {
  readonly kind: ProjectKind
  readonly name: string
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly scale: string
  readonly summary: string
  readonly beneficiaries: readonly { readonly establishmentId: number | null; readonly name: string }[]
  readonly lines: readonly { readonly content: string; readonly amounts: AmountsBySource }[]
}

/** Needs of one đề án are of one content: a flagship of several contents is composed by hand (TT36 Đ.2.3). */
export function needsOfSeveralContents(needs: readonly Pick<NeedToTake, 'contentGroup'>[]): number | null {
  const index = needs.findIndex((need) => need.contentGroup !== needs[0]?.contentGroup)
  return index === -1 ? null : index
}

const sameAsker = (one: Pick<NeedToTake, 'establishmentId' | 'asker'>) =>
  one.establishmentId === null ? `name:${one.asker.toLocaleLowerCase('vi')}` : `id:${one.establishmentId}`

/** What the State is asked for stands on the programme's own source, the rest of the investment on counterpart funds. */
function amountsOf(need: NeedMoney, programme: Programme): AmountsBySource {
  const support = need.wishedSupport ?? 0
  const counterpart = Math.max(0, (need.totalInvestment ?? 0) - support)
  return { ...noAmounts, [supportSource(programme)]: support, counterpart }
}

const longestSummary = 3_000

/**
 * One need makes a single đề án, several a group. The name is a draft in the words of the catalogue, for a person to finish.
 * @param contentName name of the content as the catalogue gives it
 */
export function draftFromNeeds(needs: readonly NeedToTake[], programme: Programme, contentName: string): NeedDraft {
  const [first] = needs
  if (first === undefined) throw new Error('a đề án is drafted from at least one need')
  const askers = [...new Map(needs.map((need) => [sameAsker(need), need])).values()]
  const shared = needs.every((need) => need.subContent === first.subContent) ? first.subContent : null
  const what = contentName.charAt(0).toLocaleLowerCase('vi') + contentName.slice(1)
  const forWhom = askers.length === 1 ? first.asker : `${askers.length} cơ sở công nghiệp nông thôn`
  const listed = needs.map((need) => `- ${need.asker}: ${need.activity}`).join('\n')
  const summary = needs.length === 1 ? first.activity : listed
  return {
    kind: askers.length === 1 ? 'single' : 'group',
    name: `Hỗ trợ ${what} cho ${forWhom}`,
    contentGroup: first.contentGroup,
    subContent: shared,
    scale: listed,
    summary: summary.length <= longestSummary ? summary : `Hỗ trợ ${what} cho ${forWhom}.`,
    beneficiaries: askers.map(({ establishmentId, asker }) => ({ establishmentId, name: asker })),
    lines: needs.map((need) => ({
      content: askers.length === 1 ? need.activity : `${need.activity} (${need.asker})`,
      amounts: amountsOf(need, programme),
    })),
  }
}
