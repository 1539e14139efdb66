// The đề án a line of a plan becomes, alone or over the one on file.
import { z } from 'zod'
import {
  type ProjectContent,
  type ProjectIdentity,
  projectContent,
  projectIdentity,
} from '../../../../shared/contract/projects'
import { remapOwners, sameBeneficiary } from '../../../../shared/domain/beneficiarySplit'
import { fundingSources, totalOf } from '../../../../shared/domain/money'
import { budgetTotals } from '../../../../shared/domain/projects'
import type { Link } from './beneficiaryFinder'
import type { PlanDraft } from './planItem'

/** What is only guessed from the number of beneficiaries does not change what is on record. */
export function kindOf(draft: PlanDraft, base: PlanRecord | null): ProjectIdentity['kind'] {
  return base === null || draft.kindSaid ? draft.kind : base.identity.kind
}

/** What a line of a plan becomes: a đề án, and its line of the yearly plan. */
export const planRecord = z.strictObject({
  identity: projectIdentity,
  content: projectContent,
  priority: z.number().int().nullable(),
  /** Also becomes a line of the yearly plan. */
  intoPlan: z.boolean(),
  /** Beneficiaries that are rows of this workbook: their place in the list and the key of their row. */
  pending: z.array(z.strictObject({ index: z.number().int(), rowKey: z.string() })),
})
export type PlanRecord = z.output<typeof planRecord>

/** Null while a question about the line is open. */
export function toRecord(draft: PlanDraft, links: readonly Link[], base: PlanRecord | null): PlanRecord | null {
  if (draft.programme === null || draft.contentGroup === null || draft.year === null) return null
  const keep = (said: string, before: string | undefined) => (said === '' ? (before ?? '') : said)
  const before = base?.content
  const beneficiaries = beneficiariesOf(links, before?.beneficiaries ?? [])
  return {
    identity: {
      code: keep(draft.code, base?.identity.code),
      programme: draft.programme,
      kind: kindOf(draft, base),
      planYear: draft.year,
    },
    content: {
      name: draft.name,
      contentGroup: draft.contentGroup,
      subContent: draft.subContent,
      implementingUnit: keep(draft.implementingUnit, before?.implementingUnit),
      cooperatingUnits: keep(draft.cooperatingUnits, before?.cooperatingUnits),
      startMonth: draft.startMonth ?? before?.startMonth ?? null,
      endMonth: draft.endMonth ?? before?.endMonth ?? null,
      necessity: before?.necessity ?? '',
      objective: before?.objective ?? '',
      scale: before?.scale ?? '',
      schedule: before?.schedule ?? '',
      organisation: before?.organisation ?? '',
      effect: before?.effect ?? '',
      summary: keep(draft.summary, before?.summary),
      note: keep(draft.note, before?.note),
      beneficiaries,
      places: draft.places.length === 0 ? (before?.places ?? []) : [...draft.places],
      outputs: before?.outputs ?? [],
      budget: remapOwners(budgetOf(draft, before), before?.beneficiaries ?? [], beneficiaries),
      equipment: before?.equipment ?? [],
      scheduleSteps: before?.scheduleSteps ?? [],
      legalBases: before?.legalBases ?? [],
      superiority: before?.superiority ?? '',
      supportMode: before?.supportMode ?? 'grant',
      repayments: before?.repayments ?? [],
      participants: before?.participants ?? [],
    },
    priority: draft.priority ?? base?.priority ?? null,
    intoPlan: draft.intoPlan || base?.intoPlan === true,
    pending:
      links.length === 0
        ? (base?.pending ?? [])
        : links.flatMap(({ rowKey }, index) => (rowKey === null ? [] : [{ index, rowKey }])),
  }
}

/** A plan names them without shares: the shares on record stay while the beneficiaries are the same. */
function beneficiariesOf(
  links: readonly Link[],
  before: ProjectContent['beneficiaries'],
): ProjectContent['beneficiaries'] {
  if (links.length === 0) return before
  const named = links.map((link) => ({ establishmentId: link.id, name: link.name, shareBasisPoints: null }))
  const known = named.map((one) => before.find((other) => sameBeneficiary(one, other)))
  const same = named.length === before.length && known.every((one) => one !== undefined)
  return same
    ? named.map((one, index) => ({ ...one, shareBasisPoints: known[index]?.shareBasisPoints ?? null }))
    : named
}

/** A plan states one amount a source; a budget already worked out in lines stays if it says the same. */
function budgetOf(draft: PlanDraft, before: ProjectContent | undefined): ProjectContent['budget'] {
  const known = before?.budget ?? []
  if (draft.lines !== null && draft.lines.length > 0) return [...draft.lines]
  const totals = budgetTotals(known)
  if (fundingSources.every((source) => totals[source] === draft.amounts[source])) return known
  if (totalOf(draft.amounts) === 0) return known
  return [
    {
      content: `Kinh phí theo kế hoạch năm ${draft.year}`,
      unit: '',
      quantityThousandths: null,
      unitPrice: null,
      amounts: draft.amounts,
      note: '',
      beneficiary: '',
    },
  ]
}
