// Contracts: who signs with whom, what a contract is worth after its appendices, what contradicts itself, what to warn of.
import { formatDate, type PlainDate, yearOf } from '../vietnamese/dates'
import { formatMoney } from '../vietnamese/money'
import { formatDecimal } from '../vietnamese/numbers'
import type { Confidence } from './confidence'
import { type AmountsBySource, fundingSources, noAmounts, sumAmounts, totalOf } from './money'
import { type Programme, type RuleProblem, supportSource } from './projects'

export const contractKinds = ['agency', 'beneficiary', 'supplier'] as const
/** With whoever gives the money (Cục, or Sở for KCĐP), with a beneficiary, with who sells or works. */
export type ContractKind = (typeof contractKinds)[number]

export const contractStates = ['draft', 'signed', 'liquidated', 'terminated'] as const
export type ContractState = (typeof contractStates)[number]

export const contractSteps = ['sign', 'liquidate', 'terminate'] as const
export type ContractStep = (typeof contractSteps)[number]

/** The one table of what may follow what; nothing leads back: what was signed is changed by an appendix. */
export const contractTransitions: Readonly<
  Record<ContractStep, { readonly from: ContractState; readonly to: ContractState }>
> = {
  sign: { from: 'draft', to: 'signed' },
  liquidate: { from: 'signed', to: 'liquidated' },
  terminate: { from: 'signed', to: 'terminated' },
}

export const contractLevels = ['received', 'spent'] as const
/** Money coming in under the contract with the agency, or going out under those with beneficiaries and suppliers. */
export type ContractLevel = (typeof contractLevels)[number]

export function levelOf(kind: ContractKind): ContractLevel {
  return kind === 'agency' ? 'received' : 'spent'
}

/** What a contract is worth for one đề án. */
export interface ContractLine {
  readonly projectId: number
  readonly amounts: AmountsBySource
}

export interface AppendixValue {
  readonly signedOn: PlainDate | null
  readonly lines: readonly ContractLine[]
}

/** The value after the appendices signed by a day, in the order they were signed; a line an appendix names is replaced whole. */
export function linesOn(
  lines: readonly ContractLine[],
  appendices: readonly AppendixValue[],
  day: PlainDate,
): ContractLine[] {
  const signed = appendices
    .flatMap((one, order) =>
      one.signedOn !== null && one.signedOn <= day ? [{ ...one, signedOn: one.signedOn, order }] : [],
    )
    .sort((a, b) => (a.signedOn === b.signedOn ? a.order - b.order : a.signedOn < b.signedOn ? -1 : 1))
  const value = new Map(lines.map((line) => [line.projectId, line.amounts]))
  for (const appendix of signed) for (const line of appendix.lines) value.set(line.projectId, line.amounts)
  return [...value].map(([projectId, amounts]) => ({ projectId, amounts }))
}

/** The last day of all: for what is signed by now. */
export const everyDay: PlainDate = '9999-12-31'

export interface Instalment {
  readonly percentBasisPoints: number
}

export interface ContractFacts {
  readonly kind: ContractKind
  readonly lines: readonly ContractLine[]
  readonly parties: { readonly giver: { readonly name: string }; readonly receiver: { readonly name: string } }
  readonly startOn: PlainDate | null
  readonly endOn: PlainDate | null
  readonly liquidationBy: PlainDate | null
  readonly instalments: readonly Instalment[]
}

/** What cannot be true of any contract, draft or signed. */
export function contractContradictions(contract: ContractFacts): RuleProblem[] {
  const problems: RuleProblem[] = []
  const say = (path: string, message: string) => problems.push({ path, message })
  const { kind, lines, startOn, endOn, liquidationBy } = contract
  if (lines.length === 0) say('lines', 'Chọn ít nhất một đề án mà hợp đồng này thực hiện.')
  if (kind === 'beneficiary' && lines.length > 1)
    say('lines', 'Hợp đồng với đơn vị thụ hưởng chỉ thuộc một đề án; mỗi đề án lập một hợp đồng.')
  lines.forEach((line, index) => {
    if (lines.findIndex((one) => one.projectId === line.projectId) !== index)
      say(`lines.${index}.projectId`, 'Đề án này đã có trong hợp đồng.')
  })
  if (startOn !== null && endOn !== null && endOn < startOn) say('endOn', 'Ngày kết thúc sớm hơn ngày bắt đầu.')
  if (endOn !== null && liquidationBy !== null && liquidationBy < endOn)
    say('liquidationBy', 'Hạn thanh lý sớm hơn ngày kết thúc thực hiện.')
  const percent = contract.instalments.reduce((sum, one) => sum + one.percentBasisPoints, 0)
  if (percent > 10_000)
    say('instalments', `Các đợt tạm ứng, thanh toán cộng lại là ${percentWords(percent)}, quá 100 %.`)
  return problems
}

/** What more must be there before a contract may be signed. */
export function signContradictions(contract: ContractFacts, signedOn: PlainDate, today: PlainDate): RuleProblem[] {
  const problems = contractContradictions(contract)
  const say = (path: string, message: string) => problems.push({ path, message })
  if (contract.parties.giver.name === '') say('contract.giver.name', 'Chưa ghi tên Bên A.')
  if (contract.parties.receiver.name === '') say('contract.receiver.name', 'Chưa ghi tên Bên B.')
  if (totalOf(sumAmounts(contract.lines.map((line) => line.amounts))) === 0)
    say('contract.lines', 'Giá trị hợp đồng đang bằng 0.')
  if (signedOn > today) say('signedOn', `Ngày ký chưa đến (hôm nay ${formatDate(today)}).`)
  if (contract.endOn !== null && contract.endOn < signedOn)
    say('signedOn', 'Ngày ký muộn hơn ngày kết thúc thực hiện ghi trong hợp đồng.')
  return problems
}

export const contractWarningCodes = [
  'overAllocation',
  'overPlan',
  'overAgencyContract',
  'overNorm',
  'withoutAgencyContract',
  'otherYear',
  'overAdvanceRule',
  'advanceCondition',
  'advanceBeforeAcceptance',
  'missingPapers',
  'overContract',
  'settledOverGiven',
  'closedContract',
  'stoppedProject',
  'sourceNotInContract',
] as const
export type ContractWarningCode = (typeof contractWarningCodes)[number]

/** A rule passed: it does not stop anybody, but whoever goes on says why, and the reason is kept. */
export interface ContractWarning {
  readonly code: ContractWarningCode
  readonly words: string
  readonly legalBasis: string
  readonly confidence: Confidence
  /** By how many đồng, so that the largest stands first; 0 where it is not about an amount. */
  readonly excess: number
}

export function largestFirst(warnings: readonly ContractWarning[]): ContractWarning[] {
  return warnings
    .map((warning, order) => ({ warning, order }))
    .sort((a, b) => b.warning.excess - a.warning.excess || a.order - b.order)
    .map(({ warning }) => warning)
}

/** What else is signed for the same đề án, and what it was given. */
export interface SigningProject {
  readonly projectId: number
  readonly code: string
  readonly programme: Programme
  readonly planYear: number
  /** Given by the paper that assigns the money, after adjustments; null: nothing on record. */
  readonly allocated: AmountsBySource | null
  /** The budget of the version in force; null where none is decided. */
  readonly planned: AmountsBySource | null
  /** Other contracts of the same level, signed. */
  readonly contractedElsewhere: AmountsBySource
  /** Value of the contracts with the agency; null: none signed. */
  readonly agencyValue: AmountsBySource | null
}

const dong = (amount: number) => `${formatMoney(amount)} đồng`

function overBy(
  source: (typeof fundingSources)[number],
  lines: readonly AmountsBySource[],
  limit: AmountsBySource,
): { readonly sum: number; readonly excess: number } | null {
  const sum = lines.reduce((total, line) => total + line[source], 0)
  return sum > limit[source] ? { sum, excess: sum - limit[source] } : null
}

const allocationBasis = 'Quyết định giao kế hoạch và dự toán kinh phí của năm'

/** Before signing: each đề án against what it was given, its budget in force, and the contract above. */
export function signingWarnings(
  contract: Pick<ContractFacts, 'kind' | 'lines'>,
  projects: readonly SigningProject[],
  signedOn: PlainDate,
  sourceName: (source: (typeof fundingSources)[number]) => string,
): ContractWarning[] {
  const warnings: ContractWarning[] = []
  for (const project of projects) {
    const own = contract.lines.find((line) => line.projectId === project.projectId)?.amounts ?? noAmounts
    const together = [own, project.contractedElsewhere]
    for (const source of fundingSources) {
      const name = `${project.code}, ${sourceName(source)}`
      const allocated = project.allocated === null ? null : overBy(source, together, project.allocated)
      if (allocated !== null && project.allocated !== null)
        warnings.push({
          code: 'overAllocation',
          words: `${name}: các hợp đồng ký ${dong(allocated.sum)}, vượt số được giao ${dong(project.allocated[source])} là ${dong(allocated.excess)}.`,
          legalBasis: allocationBasis,
          confidence: 'I',
          excess: allocated.excess,
        })
      const planned = project.planned === null ? null : overBy(source, together, project.planned)
      if (allocated === null && planned !== null && project.planned !== null)
        warnings.push({
          code: 'overPlan',
          words: `${name}: các hợp đồng ký ${dong(planned.sum)}, vượt dự toán được duyệt ${dong(project.planned[source])} là ${dong(planned.excess)}.`,
          legalBasis: 'Quyết định phê duyệt đề án và dự toán kèm theo',
          confidence: 'S',
          excess: planned.excess,
        })
    }
    warnings.push(...againstAgency(contract.kind, project, together))
    if (yearOf(signedOn) !== project.planYear)
      warnings.push({
        code: 'otherYear',
        words: `${project.code} thuộc kế hoạch năm ${project.planYear} nhưng ngày ký thuộc năm ${yearOf(signedOn)}.`,
        legalBasis: 'Kinh phí được giao theo năm ngân sách',
        confidence: 'I',
        excess: 0,
      })
  }
  return warnings
}

function againstAgency(
  kind: ContractKind,
  project: SigningProject,
  together: readonly AmountsBySource[],
): ContractWarning[] {
  if (kind === 'agency') return []
  const basis =
    'Thông tư số 36/2013/TT-BCT: Cục ký hợp đồng với đơn vị thực hiện, đơn vị thực hiện ký với đơn vị thụ hưởng'
  if (project.agencyValue === null)
    return project.programme === 'national'
      ? [
          {
            code: 'withoutAgencyContract',
            words: `${project.code}: chưa có hợp đồng với Cục được ký trước hợp đồng này.`,
            legalBasis: basis,
            confidence: 'S',
            excess: 0,
          },
        ]
      : []
  const source = supportSource(project.programme)
  const over = overBy(source, together, project.agencyValue)
  return over === null
    ? []
    : [
        {
          code: 'overAgencyContract',
          words: `${project.code}: các hợp đồng với đơn vị thụ hưởng, nhà cung cấp cộng lại ${dong(over.sum)} kinh phí khuyến công, vượt hợp đồng với cơ quan giao ${dong(project.agencyValue[source])} là ${dong(over.excess)}.`,
          legalBasis: basis,
          confidence: 'S',
          excess: over.excess,
        },
      ]
}

/** What an appendix would leave a contract worth, against what was given under it: what comes back later does not undo that. */
export function valueBelowGiven(
  projects: readonly { readonly code: string; readonly value: AmountsBySource; readonly given: AmountsBySource }[],
  sourceName: (source: (typeof fundingSources)[number]) => string,
): ContractWarning[] {
  return projects.flatMap(({ code, value, given }) =>
    fundingSources.flatMap((source): ContractWarning[] => {
      const excess = given[source] - value[source]
      if (excess <= 0) return []
      return [
        {
          code: 'overContract',
          words: `${code}, ${sourceName(source)}: đã cấp ${dong(given[source])}, vượt giá trị hợp đồng sau phụ lục ${dong(value[source])} là ${dong(excess)}.`,
          legalBasis: 'Giá trị hợp đồng đã ký và các phụ lục',
          confidence: 'S',
          excess,
        },
      ]
    }),
  )
}

/** The value a contract stands for: whole while it binds, what was given under it once it was broken off. */
export function standingValue(state: ContractState, value: AmountsBySource, given: AmountsBySource): AmountsBySource {
  if (state === 'draft') return noAmounts
  return state === 'terminated' ? given : value
}

export function percentWords(basisPoints: number): string {
  return `${formatDecimal({ units: BigInt(basisPoints), scale: 2 }, 2)} %`
}
