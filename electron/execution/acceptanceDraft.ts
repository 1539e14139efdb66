// Minutes of acceptance as they begin: filled from the version in force, for the whole đề án or one beneficiary of it.

import { Refusal } from '../../shared/contract/errors'
import type { AcceptanceDetails } from '../../shared/contract/executionAcceptance'
import type { AcceptanceForm } from '../../shared/domain/executionAcceptance'
import { isFor, type Named } from '../../shared/domain/executionCoverage'
import { type BeneficiaryPart, splitLines } from '../../shared/domain/executionShares'
import { noAmounts } from '../../shared/domain/money'
import type { Reader } from '../database/access'
import { readStoredAcceptance } from './acceptanceRecords'
import { contractWords, signedContracts } from './money'
import { type DecidedProject, decidedProject } from './projectInForce'

interface DraftQuery extends Named {
  readonly projectId: number
  readonly form: AcceptanceForm
  readonly followsId: number | null
}

/** What is planned for whom it is about; results are left to be found, machines begin as planned. */
export async function draftAcceptance(
  reader: Reader,
  input: Omit<DraftQuery, 'name'> & { readonly beneficiary: string },
): Promise<AcceptanceDetails> {
  const project = await decidedProject(reader, input.projectId)
  const { content } = project
  const wanted = { establishmentId: input.establishmentId, name: input.beneficiary }
  const at = content.beneficiaries.findIndex((one) =>
    isFor({ establishmentId: one.establishmentId, beneficiary: one.name }, wanted),
  )
  const whole = wanted.establishmentId === null && wanted.name === ''
  if (!whole && at === -1)
    throw new Refusal('input.invalid', '', [
      { path: 'beneficiary', message: 'Đơn vị này không có trong danh sách thụ hưởng của bản đang có hiệu lực.' },
    ])
  const before = input.followsId === null ? null : (await readStoredAcceptance(reader, input.followsId)).details
  const beneficiary = content.beneficiaries[at]
  return {
    form: input.form,
    establishmentId: beneficiary?.establishmentId ?? null,
    beneficiary: beneficiary?.name ?? '',
    followsId: input.followsId,
    place: before?.place ?? placeOf(content.places, at),
    date: null,
    documentNumber: '',
    basis: before?.basis ?? (await basisOf(reader, project.id)),
    quality: '',
    timing: '',
    members: before?.members ?? [],
    outputs:
      before?.outputs ??
      content.outputs.map((output) => ({
        indicator: output.indicator,
        unit: output.unit,
        // What was planned for the đề án as a whole says nothing of one beneficiary of several.
        planned: whole || content.beneficiaries.length === 1 ? output.quantityThousandths : null,
        done: null,
        note: '',
      })),
    costs: before?.costs ?? (await plannedCosts(reader, project, whole ? null : at)),
    machines:
      before?.machines ??
      (whole || content.beneficiaries.length === 1
        ? content.equipment.map((machine) => ({
            name: machine.name.slice(0, 500),
            specification: '',
            origin: machine.origin,
            unit: machine.unit,
            quantity: machine.quantityThousandths,
            unitPrice: machine.unitPrice,
            serial: '',
            madeIn: null,
            isNew: true,
            works: true,
            note: '',
          }))
        : []),
    conclusion: null,
    shortfallReason: '',
    mend: '',
    mendBy: null,
    suggestion: '',
  }
}

function placeOf(places: readonly { readonly text: string }[], at: number): string {
  const own = at >= 0 ? places[at] : undefined
  return (own ?? places[0])?.text ?? ''
}

async function basisOf(reader: Reader, projectId: number): Promise<string> {
  const contracts = await signedContracts(reader, projectId)
  return contracts.map(contractWords).join('\n')
}

/** Budget lines with what each source plans; of one beneficiary its own lines, or its part of every line, to the đồng. */
export async function plannedCosts(
  reader: Reader,
  { id, content }: DecidedProject,
  at: number | null,
): Promise<AcceptanceDetails['costs']> {
  const line = (text: string, planned: AcceptanceDetails['costs'][number]['planned']) => ({
    content: text,
    planned,
    done: noAmounts,
    note: '',
  })
  if (at === null) return content.budget.map((one) => line(one.content, one.amounts))
  const names = content.beneficiaries.map(({ name }) => name)
  if (content.budget.some((one) => names.includes(one.beneficiary)))
    return content.budget.filter((one) => one.beneficiary === names[at]).map((one) => line(one.content, one.amounts))
  const parts = await partsOf(reader, id, content.beneficiaries)
  const split = splitLines(
    content.budget.map((one) => one.amounts),
    parts,
  )
  return content.budget.map((one, index) => line(one.content, split[index]?.[at] ?? noAmounts))
}

/** What each beneficiary weighs: by the detailed plan where one is on record, else by its share. */
export async function partsOf(
  reader: Reader,
  projectId: number,
  beneficiaries: readonly (Named & { readonly shareBasisPoints: number | null })[],
): Promise<BeneficiaryPart[]> {
  const lines = await reader.db
    .selectFrom('detail_plan_line as line')
    .innerJoin('detail_plan as plan', 'plan.id', 'line.detail_plan_id')
    .where('plan.project_id', '=', projectId)
    .select(['line.establishment_id', 'line.name', 'line.support', 'line.counterpart'])
    .execute()
  return beneficiaries.map((one) => {
    const own = lines.find((line) => isFor({ establishmentId: line.establishment_id, beneficiary: line.name }, one))
    return {
      shareBasisPoints: one.shareBasisPoints,
      plan: own === undefined ? null : { support: own.support, counterpart: own.counterpart },
    }
  })
}
