// What cannot be true of the content of a đề án, whoever writes it.
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ProjectContent, ProjectIdentity } from '../../shared/contract/projects'
import { lineOwnerProblems } from '../../shared/domain/beneficiarySplit'
import { participantProblems } from '../../shared/domain/participants'
import {
  budgetContradictions,
  budgetTotals,
  monthsInOrder,
  repaymentContradictions,
  scheduleContradictions,
  shareProblem,
} from '../../shared/domain/projects'
import { formatMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Writer } from '../database/access'

/** Only what contradicts itself stops a save; what law would question is a warning elsewhere. */
export function contradictionsOf(
  content: ProjectContent,
  { programme }: Pick<ProjectIdentity, 'programme'>,
): FieldProblem[] {
  const money = (dong: number) => `${formatMoney(dong)} đồng`
  const localSupport = budgetTotals(content.budget).local
  const problems: FieldProblem[] = [
    ...budgetContradictions(content.budget, money),
    ...lineOwnerProblems(content.budget, content.beneficiaries),
    ...participantProblems(content.participants),
    ...scheduleContradictions(content.scheduleSteps, content, formatMonth),
    ...repaymentContradictions({ ...content, programme, localSupport }, money),
  ].map(({ path, message }) => ({ path: `content.${path}`, message }))
  content.legalBases.forEach((basis, index) => {
    if (content.legalBases.indexOf(basis) !== index)
      problems.push({ path: 'content.legalBases', message: 'Một căn cứ được chọn hai lần.' })
  })
  const shares = shareProblem(content.beneficiaries)
  if (shares !== null) problems.push({ path: 'content.beneficiaries', message: shares })
  if (!monthsInOrder(content.startMonth, content.endMonth))
    problems.push({ path: 'content.endMonth', message: 'Tháng kết thúc sớm hơn tháng bắt đầu.' })
  const named = content.beneficiaries.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))
  named.forEach((establishmentId, index) => {
    if (named.indexOf(establishmentId) !== index)
      problems.push({ path: `content.beneficiaries.${index}`, message: 'Cơ sở này đã có trong danh sách thụ hưởng.' })
  })
  return problems
}

export async function refuseUnknownEstablishments(writer: Writer, content: ProjectContent): Promise<void> {
  await refuseUnknownUnits(writer, 'beneficiaries', content.beneficiaries)
  await refuseUnknownUnits(writer, 'participants', content.participants)
}

async function refuseUnknownUnits(
  writer: Writer,
  list: 'beneficiaries' | 'participants',
  units: readonly { readonly establishmentId: number | null }[],
): Promise<void> {
  for (const [index, { establishmentId }] of units.entries()) {
    if (establishmentId === null) continue
    const found = await writer.db
      .selectFrom('establishment')
      .select('id')
      .where('id', '=', establishmentId)
      .executeTakeFirst()
    if (found === undefined)
      throw new Refusal('input.invalid', '', [
        { path: `content.${list}.${index}.establishmentId`, message: 'Không còn cơ sở này trong danh sách.' },
      ])
  }
}
