// B4: whom the đề án support, each with its part of the money to the đồng and what came of it.
import { legalFormLabels, reportLabels } from '../labels'
import { fold } from '../vietnamese/fold'
import { formatInteger } from '../vietnamese/numbers'
import { supportOf } from './money'
import type { ContentGroup } from './projects'
import { moneyColumn, textColumn } from './reportColumns'
import type { EffectFact } from './reportEffects'
import type { BeneficiaryFact } from './reportFacts'
import { outsideOf, type ProjectFigures } from './reportFigures'
import { type BuiltReport, buildReport, type ReportColumn, type RowPlan, type Summand } from './reportTable'

const { columns: heads, effects: effectHeads } = reportLabels

const columns: readonly ReportColumn[] = [
  textColumn('form', heads.legalForm, 14),
  textColumn('address', heads.address, 20),
  textColumn('industry', heads.industry, 16),
  textColumn('content', heads.supported, 24),
  textColumn('year', heads.year, 7),
  moneyColumn('support', heads.supportGiven, 'beneficiaryPart'),
  moneyColumn('outside', heads.parts.outside, 'beneficiaryPart'),
  textColumn('effect', heads.effect, 18),
]

export interface SupportedBeneficiary extends Summand {
  readonly beneficiary: BeneficiaryFact | null
  readonly support: number
  readonly outside: number
}

/** What a visit found, in few words. */
export function effectWords({ after, before }: EffectFact): string {
  const told: string[] = []
  if (after.jobs !== null) {
    const change = before.jobs === null ? '' : ` (${signed(after.jobs - before.jobs)})`
    told.push(`${effectHeads.jobs}: ${formatInteger(after.jobs)}${change}`)
  }
  if (after.revenue !== null && before.revenue !== null && before.revenue > 0)
    told.push(
      `${effectHeads.revenue}: ${signed(Math.round(((after.revenue - before.revenue) * 100) / before.revenue))} %`,
    )
  return told.join('; ')
}

function signed(change: number): string {
  return change > 0 ? `+${formatInteger(change)}` : formatInteger(change)
}

/** The commune is named once, whether or not the address already says it. */
function addressWords({ address, commune }: BeneficiaryFact): string {
  if (commune === '' || fold(address).includes(fold(commune))) return address
  return address === '' ? commune : `${address}, ${commune}`
}

export function reportOfBeneficiaries(
  figures: readonly ProjectFigures[],
  contentNames: ReadonlyMap<ContentGroup, string>,
  effects: readonly EffectFact[],
): BuiltReport {
  let ordinal = 0
  const rows = figures
    .filter(({ counts }) => counts)
    .flatMap((one): RowPlan<SupportedBeneficiary>[] => {
      const { fact } = one
      const item = (beneficiary: BeneficiaryFact | null, amounts: ProjectFigures['plan']): SupportedBeneficiary => ({
        projectId: one.projectId,
        code: one.code,
        name: one.name,
        beneficiary,
        support: supportOf(amounts),
        outside: outsideOf(amounts),
      })
      const row = (key: string, heading: string, summand: SupportedBeneficiary, texts: Record<string, string>) => {
        ordinal += 1
        return {
          kind: 'row' as const,
          key,
          mark: String(ordinal),
          heading,
          items: [summand],
          of: (of: SupportedBeneficiary, column: string) =>
            column === 'support' ? of.support : column === 'outside' ? of.outside : 0,
          texts: {
            content: `${contentNames.get(fact.contentGroup) ?? fact.contentGroup}: ${one.name}`,
            year: String(fact.planYear),
            ...texts,
          },
          opens: { kind: 'project' as const, id: fact.projectId },
        }
      }
      const shared = supportOf(fact.common) + outsideOf(fact.common)
      return [
        ...fact.beneficiaries.map((beneficiary, index) => {
          const effect = effects.find(
            (visit) =>
              visit.projectId === fact.projectId &&
              (beneficiary.establishmentId === null
                ? visit.beneficiary === beneficiary.name
                : visit.establishmentId === beneficiary.establishmentId),
          )
          return row(
            `beneficiary.${fact.projectId}.${index}`,
            beneficiary.name,
            item(beneficiary, beneficiary.planned),
            {
              form: beneficiary.legalForm === null ? '' : legalFormLabels[beneficiary.legalForm],
              address: addressWords(beneficiary) || (fact.places[0]?.text ?? ''),
              industry: beneficiary.industry,
              effect: effect === undefined ? '' : effectWords(effect),
            },
          )
        }),
        ...(shared === 0
          ? []
          : [
              row(
                `beneficiary.${fact.projectId}.common`,
                fact.beneficiaries.length === 0 ? heads.noBeneficiary : heads.commonCosts,
                item(null, fact.common),
                { form: '', address: fact.places[0]?.text ?? '', industry: '', effect: '' },
              ),
            ]),
      ]
    })
  return buildReport({ columns, lines: rows, total: heads.total })
}
